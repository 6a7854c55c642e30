"""An accountant's evaluation of a market regulator, its rubric told in prose item by item."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1202-2021年度岚浦区市场监督管理局部门整体支出绩效评价报告.txt", gap="|")
    _about(x)
    _verdict(x)
    _budget(x)
    _carried(x)
    _effect(x)
    _end(x)
    return x


def _about(x: Paper) -> None:
    x.h("2021年度岚浦区市场监督管理局部门整体支出绩效评价报告", "", "委托单位：岚浦区财政局", "评价机构：诚衡（岚浦）会计师事务所", "")
    x.p(
        "受岚浦区财政局委托，诚衡（岚浦）会计师事务所（以下简称“评价组”）于2022年6月至8月对岚浦区市场监督管理局"
        "（以下简称“区市监局”）2021年度部门整体支出开展绩效评价。评价组在审阅自评材料的基础上进行了现场核查、人员访谈和"
        "问卷调查，形成本报告。"
    )
    x.h("一、部门概况", "（一）机构与人员")
    x.p(
        f"区市监局为区政府工作部门，内设股室{x('rooms', 14)}个，派出市场监管所{x('posts', 6)}个，共{x('places', 20)}个机构。"
        f"截至{x('asof', '2021')}年12月31日，核定编制{x('est', 186)}名，其中行政编制{x('est1', 156)}名、工勤编制{x('est2', 8)}名、"
        f"事业编制{x('est3', 22)}名；实有{x('staff', 176)}人，其中行政{x('s1', 149)}人、工勤{x('s2', 7)}人、事业{x('s3', 20)}人。"
        f"另有政府购买服务人员{x('hired', 35)}人，不占编制。"
    )
    x.ok("count", "rooms posts places", "a+b=c")
    x.ok("count", "est1 est2 est3 est", "a+b+c=d")
    x.fault("count", "s1 s2 s3 staff", {"s1": 146}, "a+b+c=d", "one digit mistyped")
    x.ok("policy", "est staff")
    x.ok("policy", "est2 s2")
    x.ok("policy", "est3 s3")
    x.fault("date", "asof", {"asof": "2020"}, note="last year's date kept in a report on 2021")
    x.h("（二）部门整体收支情况")
    first, adjusted, spent = D("6235.80"), D("6874.52"), D("6641.93")
    x.p(
        f"2021年年初预算{x('y1', '6,235.80')}万元，调整后预算{x('y2', '6,874.52')}万元，调增{x('yd', '638.72')}万元，较年初预算增长"
        f"{x('yr', ch(adjusted, first))}。全年决算支出{x('y3', '6,641.93')}万元，其中基本支出{x('b', '5,207.36')}万元，占"
        f"{x('b_s', pc(D('5207.36'), spent))}；项目支出{x('j', '1,434.57')}万元，占{x('j_s', pc(D('1434.57'), spent))}。年末结转结余"
        f"{x('left', '232.59')}万元。"
    )
    x.oks("difference", "a-b=c", "y2 y1 yd", "y2 y3 left")
    x.fault("growth", "y2 y1 yr", {"yr": ch(first, adjusted)}, "(a-b)/b*100=c", "divided by the adjusted budget")
    x.ok("sum", "b j y3", "a+b=c")
    x.oks("share", "a/b*100=c", "b y3 b_s", "j y3 j_s")
    x.h("（三）年度总体目标")
    x.p(
        "2021年，区市监局的总体目标是：深化商事制度改革，进一步压缩开办企业时间；守住食品、药品、特种设备和工业产品质量安全"
        "底线；强化反不正当竞争和价格监管，规范网络交易秩序；加强知识产权创造、运用和保护；畅通12315投诉举报渠道，营造放心消费环境。"
        f"当年新登记市场主体{x('firms', 9864)}户，其中企业{x('fm1', 3217)}户、个体工商户{x('fm2', 6647)}户；年末实有各类市场主体"
        "较上年稳步增加。"
    )
    x.ok("count", "fm1 fm2 firms", "a+b=c")


def _verdict(x: Paper) -> None:
    x.h("二、评价结论")
    x.p(
        "本次评价采用比较法、因素分析法和公众评判法，指标体系由预算编制、预算执行、预算监督和预算使用效益四部分组成，满分100分。"
        f"评价组共核查会计凭证{x('seen', 268)}份，抽查项目{x('picked', 9)}个，涉及资金{x('picked_m', '1,102.75')}万元，占项目支出的"
        f"{x('picked_s', pc(D('1102.75'), D('1434.57')))}；访谈有关人员15人次。"
    )
    x.ok("share", "picked_m j picked_s", "a/b*100=c")
    x.p(
        "评价等级按得分划分：90分（含）以上为优，80分（含）至90分为良，70分（含）至80分为中，60分（含）至70分为低，60分以下为差。"
        f"经评价，区市监局2021年度部门整体支出绩效得分{x('score', '90.80')}分，等级为“{x('grade', '优')}”。各部分得分见下表。"
    )
    rows = [
        ("一、预算编制情况", "k1", "20", "17.60"),
        ("二、预算执行情况", "k2", "40", "36.70"),
        ("三、预算监督情况", "k3", "10", "8.00"),
        ("四、预算使用效益", "k4", "30", "28.50"),
    ]
    table: list[list[object]] = [["评价内容", "分值", "得分", "得分率"]]
    for title, key, most, got in rows:
        table.append([title, x(key + "m", most), x(key + "g", got), x(key + "r", pc(D(got), D(most)))])
    table.append(["合计", x("km", "100"), x("kg", "90.80"), x("kr", "90.80%")])
    x.t(table)
    x.ok("score_sum", "k1m k2m k3m k4m km", "a+b+c+d=e")
    x.ok("score_sum", "k1g k2g k3g k4g kg", "a+b+c+d=e")
    x.oks("rate", "a/b*100=c", "k1g k1m k1r", "k3g k3m k3r", "k4g k4m k4r", "kg km kr")
    x.fault("rate", "k2g k2m k2r", {"k2r": "91.57%"}, "a/b*100=c", "two digits swapped")
    x.same("score kg")
    x.fault("grade", "score grade", {"grade": "良"}, note="more than 90 points are printed to be 优")


def _budget(x: Paper) -> None:
    x.h("三、绩效指标分析", "（一）预算编制情况")
    x.p(
        f"该部分分值{x('am', 20)}分，得{x('a', '17.60')}分。其中：",
        f"1.预算编制合理性。分值{x('a1m', 5)}分，得{x('a1', '5.00')}分。预算安排符合部门职责和区委区政府工作部署，未发现项目之间频繁调剂。",
        f"2.预算编制规范性。分值{x('a2m', 5)}分，得{x('a2', '5.00')}分。预算编制程序完整，按时报送，项目均已入库。",
        f"3.财政拨款收支预决算差异率。分值{x('a3m', 4)}分。评分规则为：差异率不超过5%的得4分，超过5%但不超过10%的得3分，超过10%但不超过20%的"
        f"得2分，超过20%的不得分。决算{x('a3x', '6,641.93')}万元与年初预算{x('a3y', '6,235.80')}万元相差{x('a3d', '406.13')}万元，差异率"
        f"{x('a3r', ch(D('6641.93'), D('6235.80')))}，得{x('a3', '3.00')}分。",
        f"4.绩效目标合理性。分值{x('a4m', 3)}分，得{x('a4', '2.40')}分。个别目标与上年实际水平相比偏低，酌情扣0.60分。",
        f"5.绩效指标明确性。分值{x('a5m', 3)}分，得{x('a5', '2.20')}分。四个效益指标未设定可衡量的指标值，每个扣0.20分，共扣{x('a5c', '0.80')}分。",
    )
    x.ok("score_sum", "a1m a2m a3m a4m a5m am", "a+b+c+d+e=f")
    x.ok("score_sum", "a1 a2 a3 a4 a5 a", "a+b+c+d+e=f")
    x.same("k1g a", "k1m am", "y3 a3x", "y1 a3y")
    x.ok("difference", "a3x a3y a3d", "a-b=c")
    x.ok("growth", "a3x a3y a3r", "(a-b)/b*100=c")
    x.ok("score_rule", "a3r a3")
    x.ok("score_rule", "a5m a5c a5", "a-b=c")


def _carried(x: Paper) -> None:
    x.h("（二）预算执行情况")
    x.p(
        f"该部分分值{x('bm', 40)}分，得{x('bt', '36.70')}分。其中：",
        f"1.预算执行率。分值{x('b1m', 12)}分，得分=执行率×分值。2021年预算执行率{x('b1r', pc(D('6641.93'), D('6874.52')))}，得"
        f"{x('b1', '11.59')}分。",
        f"2.结转结余率。分值{x('b2m', 4)}分，得{x('b2', '4.00')}分。年末结转结余均为按规定可跨年使用的项目资金，结转结余率"
        f"{x('b2r', pc(D('232.59'), D('6874.52')))}，低于10%的控制线。",
        f"3.政府采购执行率。分值{x('b3m', 4)}分，得分=执行率×分值。采购预算{x('b3y', '436.80')}万元，实际采购{x('b3x', '412.30')}万元，"
        f"执行率{x('b3r', pc(D('412.30'), D('436.80')))}，得{x('b3', '3.78')}分。",
        f"4.“三公”经费控制率。分值{x('b4m', 4)}分，得{x('b4', '4.00')}分。预算{x('b4y', '58.00')}万元，实际支出{x('b4x', '46.35')}万元，控制率"
        f"{x('b4r', pc(D('46.35'), D('58.00')))}，未超预算。",
        f"5.公用经费控制率。分值{x('b5m', 4)}分，得{x('b5', '4.00')}分。实际支出未超过调整后预算。",
        f"6.项目管理规范性。分值{x('b6m', 4)}分，得{x('b6', '3.50')}分。抽查的项目中有1个验收资料签章不全，扣0.50分。",
        f"7.资产管理安全性。分值{x('b7m', 4)}分，得{x('b7', '2.00')}分。现场盘点发现部分设备无标签、账实位置不符，扣2.00分。",
        f"8.固定资产利用率。分值{x('b8m', 4)}分，得分=利用率×分值。在用固定资产{x('b8x', '2,856.40')}万元，固定资产总额"
        f"{x('b8y', '2,984.20')}万元，利用率{x('b8r', pc(D('2856.40'), D('2984.20')))}，得{x('b8', '3.83')}分。",
    )
    x.ok("score_sum", "b1m b2m b3m b4m b5m b6m b7m b8m bm", "a+b+c+d+e+f+g+h=i")
    x.ok("score_sum", "b1 b2 b3 b4 b5 b6 b7 b8 bt", "a+b+c+d+e+f+g+h=i")
    x.same("k2g bt", "k2m bm")
    x.ok("rate", "y3 y2 b1r", "a/b*100=c")
    x.oks("rate", "a/b*100=c", "left y2 b2r", "b3x b3y b3r", "b4x b4y b4r", "b8x b8y b8r")
    x.oks("score_rule", "a*b/100=c", "b1r b1m b1", "b3r b3m b3", "b8r b8m b8")
    x.h("（三）预算监督情况")
    x.p(
        f"该部分分值{x('cm', 10)}分，得{x('c', '8.00')}分。其中预决算公开分值{x('c1m', 3)}分，因决算说明内容不够细化扣1分，得"
        f"{x('c1', '2.00')}分；绩效信息公开分值{x('c2m', 3)}分，得{x('c2', '3.00')}分；绩效运行监控分值{x('c3m', 4)}分，因监控报告未提出整改"
        f"措施扣1分，得{x('c3', '3.00')}分。"
    )
    x.ok("score_sum", "c1m c2m c3m cm", "a+b+c=d")
    x.fault("score_sum", "c1 c2 c3 c", {"c3": "2.00"}, "a+b+c=d", "4 less 1 is 3; the parts give 7")
    x.fault("score_rule", "c3m c3", {"c3": "2.00"}, note="one point is said to be taken off four")
    x.same("k3g c", "k3m cm")


def _effect(x: Paper) -> None:
    x.h("（四）预算使用效益")
    x.p(
        f"该部分分值{x('dm', 30)}分，得{x('d', '28.50')}分。其中：",
        f"1.重点工作完成率。分值{x('d1m', 8)}分，得分=完成率×分值。年度重点工作{x('d1y', 12)}项，按期完成{x('d1x', 11)}项，智慧市监平台二期因"
        f"招标延迟未能完成，完成率{x('d1r', pc(11, 12))}，得{x('d1', '7.33')}分。",
        f"2.绩效目标完成率。分值{x('d2m', 8)}分，得分=完成率×分值。设定产出指标{x('d2y', 24)}个，完成{x('d2x', 23)}个，完成率"
        f"{x('d2r', pc(23, 24))}，得{x('d2', '7.67')}分。全年食品抽检{x('food', 4680)}批次，合格{x('food_g', 4591)}批次，合格率"
        f"{x('food_r', pc(4591, 4680))}；办结行政处罚案件{x('cases', 962)}宗，比上年的{x('cases0', 884)}宗增加{x('cases_d', 78)}宗，增长"
        f"{x('cases_r', ch(962, 884))}。",
        f"3.办事及时性。分值{x('d3m', 4)}分，得{x('d3', '4.00')}分。商事登记平均办理时间压缩至0.5个工作日以内。",
        f"4.群众信访办理情况。分值{x('d4m', 3)}分，得{x('d4', '3.00')}分。受理投诉举报{x('ask', 15236)}件，其中投诉{x('ask1', 12408)}件、"
        f"举报{x('ask2', 2828)}件，按时办结率100%。",
        f"5.社会效益。分值{x('d5m', 3)}分，得{x('d5', '2.50')}分。辖区未发生较大以上食品药品和特种设备安全事故，但部分商户反映抽检结果公示偏慢。",
        f"6.服务对象满意度。分值{x('d6m', 4)}分。评分规则为：满意度达到90%的得4分，达到80%不足90%的得3分，不足80%的不得分。评价组向企业和"
        f"个体工商户收回有效问卷{x('form', 500)}份，满意{x('glad', 463)}份，满意度{x('glad_r', pc(463, 500))}，得{x('d6', '4.00')}分。",
    )
    x.ok("score_sum", "d1m d2m d3m d4m d5m d6m dm", "a+b+c+d+e+f=g")
    x.ok("score_sum", "d1 d2 d3 d4 d5 d6 d", "a+b+c+d+e+f=g")
    x.same("k4g d", "k4m dm")
    x.oks("rate", "a/b*100=c", "d1x d1y d1r", "d2x d2y d2r", "food_g food food_r")
    x.oks("score_rule", "a*b/100=c", "d1r d1m d1", "d2r d2m d2")
    x.ok("difference", "cases cases0 cases_d", "a-b=c")
    x.ok("growth", "cases cases0 cases_r", "(a-b)/b*100=c")
    x.ok("count", "ask1 ask2 ask", "a+b=c")
    x.fault("rate", "glad form glad_r", {"glad_r": "89.60%"}, "a/b*100=c", "463 of 500 are 92.60%")
    x.fault("score_rule", "glad_r d6", {"glad_r": "89.60%"}, note="below 90% the rule gives 3 points, 4 were given")


def _end(x: Paper) -> None:
    x.h("四、主要成效")
    x.p(
        "区市监局围绕保安全、优服务、促发展履行职责，年度12项重点工作"
        f"{x('all', '基本完成')}，营商环境和消费环境持续改善，知识产权质押融资、质量基础设施“一站式”服务等工作走在全市前列。"
    )
    x.fault("target", "d1x all", {"all": "全部如期完成"}, note="eleven of twelve were finished in time")
    x.h("五、存在问题")
    x.p(
        f"一是项目支出管理有待加强。全年项目支出{x('again', '1,434.57')}万元，集中在第四季度支付，前三季度进度偏慢。二是资产管理基础薄弱，"
        "盘点、贴签不及时。三是效益指标量化程度不高，难以准确反映履职成效。"
    )
    x.fault("repeat", "j again", {"again": "1,443.57"}, "a=b", "two digits swapped against chapter one")
    x.h("六、有关建议")
    x.p(
        "一是加快项目支出进度，年初制定用款计划，按季通报；二是开展资产清查，落实专人管理，做到账、卡、物相符；三是完善绩效指标体系，"
        f"{x('tail', '提高效益指标的量化水平。')}"
    )
    x.fault("structure", "tail", {"tail": "提高效益指标的"}, note="the sentence breaks off")
    x.h("附件：部门整体支出绩效评价评分表（略）")
