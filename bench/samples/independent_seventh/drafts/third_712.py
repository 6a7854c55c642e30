"""A firm's evaluation of a district's elderly care subsidies."""

from __future__ import annotations

from fractions import Fraction

from samples.independent_fourth.making import D, Paper, ch, pc, q


def paper() -> Paper:
    d = Paper("712-蓼汀区2023年居家社区养老服务补助资金绩效评价报告.txt", width=38, gap="\t")
    central, city, district = D("680.00"), D("420.00"), D("900.00")
    total = central + city + district
    uses = [
        ("社区助餐补贴", D("642.80"), D("588.26")),
        ("家庭养老床位建设", D("520.00"), D("468.40")),
        ("日间照料中心运营补贴", D("537.20"), D("521.65")),
        ("服务人员培训", D("120.00"), D("96.35")),
        ("信息平台运维", D("180.00"), D("174.60")),
    ]
    paid = sum((one[2] for one in uses), D(0))
    d.h(
        "蓼汀区2023年居家社区养老服务补助资金",
        "绩效评价报告",
        "",
        "委托单位：蓼汀区财政局",
        "评价机构：衡禾会计师事务所（特殊普通合伙）",
        "报告日期：2024年8月30日",
        "",
    )
    d.h("摘  要")
    d.p(
        f"受蓼汀区财政局委托，衡禾会计师事务所于2024年5月至8月对2023年居家社区养老服务补助资金开展绩效评价，涉及预算资金{d('m0', total)}万元，实际支出{d('m1', paid)}万元。经评价，项目综合得分{d('mscore', '86.24')}分，绩效等级为“{d('mgrade', '良')}”。",
    )
    d.h("一、基本情况", "（一）项目概况")
    d.p(
        f"截至2023年末，全区户籍60周岁及以上老年人{d('old', '9.62')}万人，占户籍总人口{d('pop', '41.35')}万人的{d('oldshare', pc(D('9.62'), D('41.35')))}，占比较2022年末的{d('oldlast', '22.18%')}提高{d('oldup', q(Fraction(D('9.62')) / Fraction(D('41.35')) * 100) - D('22.18'))}个百分点。全区{d('street', 8)}个街道、{d('comm', 96)}个社区纳入项目实施范围。",
    )
    d.h("（二）资金投入和使用情况")
    d.p(
        f"2023年补助资金预算{d('total', total)}万元，其中中央补助{d('central', central)}万元、市级补助{d('city', city)}万元、区级配套{d('district', district)}万元，占比分别为{d('c1', pc(central, total))}、{d('c2', pc(city, total))}、{d('c3', pc(district, total))}。截至2023年12月31日，实际支出{d('paid', paid)}万元，预算执行率{d('rate', pc(paid, total))}，结余{d('left', total - paid)}万元。",
    )
    d.h("表1  资金使用情况表（单位：万元）")
    d.t(
        [
            ["序号", "支出内容", "预算数", "支出数", "执行率"],
            *(
                [at, name, d(f"g{at}", plan), d(f"p{at}", spent), d(f"r{at}", pc(spent, plan))]
                for at, (name, plan, spent) in enumerate(uses, start=1)
            ),
            ["", "合计", d("gt", total), d("pt", paid), d("rt", pc(paid, total))],
        ]
    )
    d.h("（三）项目绩效目标")
    d.p(
        "年度绩效目标为：新增社区助餐点30个，全年助餐服务不少于120万人次；建成家庭养老床位1300张；日间照料中心社区覆盖率不低于85%；服务人员持证上岗率不低于90%；老年人及家属满意度不低于85%。",
    )
    d.h("二、绩效评价工作开展情况")
    d.p(
        f"评价组由{d('team', 8)}人组成，其中项目负责人{d('team1', 1)}人、注册会计师{d('team2', 3)}人、养老服务行业专家{d('team3', 2)}人、助理人员{d('team4', 2)}人。评价采用成本效益分析法、比较法和公众评判法，现场核查助餐点{d('site', 45)}个、日间照料中心{d('day', 24)}个，抽查资金{d('looked', '1015.30')}万元，占支出数的{d('lookrate', pc(D('1015.30'), paid))}。",
        f"面向服务对象发放问卷{d('sent', 500)}份，收回{d('back', 482)}份，剔除填写不完整的{d('void', 16)}份，有效问卷{d('valid', 466)}份，有效率{d('validrate', pc(466, 482))}。",
    )
    d.h("三、综合评价情况及评价结论")
    scores = [("决策", 15, D("13.50")), ("过程", 25, D("20.84")), ("产出", 30, D("25.90")), ("效益", 30, D("26.00"))]
    st = sum((one[2] for one in scores), D(0))
    d.p(
        f"依据区财政局审定的评价方案，评价指标体系设一级指标4个、二级指标11个、三级指标23个，总分100分。经评价，综合得分{d('score', st)}分，绩效等级为“{d('grade', '良')}”（90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差）。"
    )
    d.h("表2  评价得分情况表")
    d.t(
        [
            ["一级指标", "分值", "得分", "得分率"],
            *(
                [name, d(f"w{at}", w), d(f"s{at}", s), d(f"x{at}", pc(s, w))]
                for at, (name, w, s) in enumerate(scores, start=1)
            ),
            ["合计", d("wt", 100), d("st", st), d("xt", pc(st, 100))],
        ]
    )
    d.h("四、绩效评价指标分析", "（一）决策情况")
    d.p(
        f"决策指标分值15分，得分{d('y1', '13.50')}分。项目立项依据充分，程序规范；绩效目标中助餐服务人次未细化到街道，扣{d('k1', '1.00')}分；区级配套资金测算未考虑上年结余，扣{d('k2', '0.50')}分。"
    )
    d.h("（二）过程情况")
    d.p(
        f"过程指标分值25分，得分{d('y2', '20.84')}分，扣分合计{d('k', '4.16')}分。其中预算执行率指标分值6分，评分标准为“得分=预算执行率×6”，得{d('exec', q(Fraction(paid) / Fraction(total) * 6))}分；资金使用合规性分值7分，发现{d('case', 3)}家助餐点重复申报补贴{d('twice', '2.86')}万元，扣2分；其余指标扣{d('krest', D('4.16') - 2 - (6 - q(Fraction(paid) / Fraction(total) * 6)))}分。",
    )
    d.h("（三）产出情况")
    d.p(
        f"1.助餐服务。新增助餐点{d('spot', 32)}个，助餐服务{d('meal', '126.5')}万人次，比上年的{d('meallast', '98.4')}万人次增长{d('mealup', ch(D('126.5'), D('98.4')))}。",
        f"2.家庭养老床位。建成{d('bed', 1171)}张，完成目标{d('bed0', 1300)}张的{d('bedrate', pc(1171, 1300))}，{d('bedsay', '未完成年度目标')}；按支出数计算，每张床位平均建设成本{d('bedcost', f'{q(Fraction(4684000, 1171), 0)}元')}。",
        f"3.日间照料。全区{d('comm2', 96)}个社区中已有{d('cover', 83)}个设立日间照料中心，覆盖率{d('coverrate', pc(83, 96))}。",
        f"4.人员培训。在岗服务人员{d('worker', 624)}人，持证{d('cert', 571)}人，持证上岗率{d('certrate', pc(571, 624))}。",
    )
    d.h("（四）效益情况")
    d.p(
        f"1.床位使用。日间照料中心设置床位{d('beds', 830)}张，日均使用{d('used', 498)}张，使用率{d('usedrate', pc(498, 830))}。",
        f"2.满意度。有效问卷中，很满意{d('v1', 218)}份、满意{d('v2', 187)}份、一般{d('v3', 46)}份、不满意{d('v4', 15)}份，满意度（很满意与满意之和占比）为{d('sat', pc(405, 466))}，高于85%的目标值。",
    )
    d.h("五、主要经验及做法")
    d.p(
        "一是推行“中央厨房+社区助餐点”模式，降低单餐成本；二是将家庭养老床位与签约医生服务衔接；三是建立助餐人脸识别核销机制，减少冒领风险。"
    )
    d.h("六、存在的问题及原因分析")
    d.p(
        f"（{d('q1', '一')}）预算执行不够均衡。服务人员培训执行率最低，仅为{d('low', pc(uses[3][2], uses[3][1]))}，比总体执行率低{d('lowgap', q(Fraction(paid) / Fraction(total) * 100) - q(Fraction(uses[3][2]) / Fraction(uses[3][1]) * 100))}个百分点。",
        f"（{d('q2', '二')}）补贴审核存在漏洞。3家助餐点同一就餐记录在两个街道重复申报。",
        f"（{d('q3', '三')}）日间照料中心使用不足。抽查的24个中心中有{d('idle', 9)}个日均服务不足10人，占{d('idlerate', pc(9, 24))}。",
    )
    d.h("七、有关建议")
    d.p(
        "（一）按季度通报执行进度，年中统筹调剂培训资金。",
        f"（二）打通街道间补贴数据，对重复申报的{d('twice2', '2.86')}万元予以追回。",
        f"（三）{d('cut', '根据老年人口密度和实际需求优化日间照料中心布局，对长期闲置的予以整合。')}",
    )
    d.h("", "衡禾会计师事务所（特殊普通合伙）", "2024年8月30日")

    d.fault("score_sum", "s1 s2 s3 s4 score", {"score": "86.42"}, "a+b+c+d=e", "digits swapped in the conclusion")
    d.fault("repeat", "mscore score", {"score": "86.42"}, "a=b", "summary against conclusion")
    d.ok("score_rate", "s2 w2 x2", "a/b*100=c")
    d.ok("share", "district total c3", "a/b*100=c")
    d.fault("sum", "p1 p2 p3 p4 p5 pt", {"p3": "512.65"}, "a+b+c+d+e=f", "digits swapped")
    d.fault("rate", "p3 g3 r3", {"p3": "512.65"}, "a/b*100=c", "the rate is of 521.65")
    d.ok("count", "team1 team2 team3 team4 team", "a+b+c+d=e")
    d.fault("survey", "back void valid", {"void": 61}, "a-b=c", "digits swapped")
    d.fault("target", "bed bed0 bedsay", {"bedsay": "圆满完成年度目标任务"}, note="1171 of 1300")
    d.fault("unit", "bedcost", {"bedcost": "4000万元"}, note="4.684 million yuan for 1171 beds are 4000 yuan each")
    d.ok("share", "old pop oldshare", "a/b*100=c")
    d.ok("difference", "oldshare oldlast oldup", "a-b=c", "percentage points")
    d.ok("sum", "central city district total", "a+b+c=d")
    d.ok("share", "central total c1", "a/b*100=c")
    d.ok("share", "city total c2", "a/b*100=c")
    d.ok("rate", "paid total rate", "a/b*100=c")
    d.ok("difference", "total paid left", "a-b=c")
    d.ok("sum", "g1 g2 g3 g4 g5 gt", "a+b+c+d+e=f")
    d.ok("rate", "p1 g1 r1", "a/b*100=c")
    d.ok("rate", "p2 g2 r2", "a/b*100=c")
    d.ok("rate", "looked paid lookrate", "a/b*100=c")
    d.ok("survey", "valid back validrate", "a/b*100=c")
    d.ok("score_sum", "s1 s2 s3 s4 st", "a+b+c+d=e")
    d.ok("score_rate", "s1 w1 x1", "a/b*100=c")
    d.ok("score_rate", "s3 w3 x3", "a/b*100=c")
    d.ok("score_sum", "k1 k2 y1", "15-a-b=c")
    d.ok("score_rule", "rate exec", "a/100*6=b")
    d.ok("score_sum", "exec krest k", "6-a+2+b=c")
    d.ok("growth", "meal meallast mealup", "(a-b)/b*100=c")
    d.ok("rate", "bed bed0 bedrate", "a/b*100=c")
    d.ok("rate", "cover comm2 coverrate", "a/b*100=c")
    d.ok("rate", "cert worker certrate", "a/b*100=c")
    d.ok("survey", "v1 v2 v3 v4 valid", "a+b+c+d=e")
    d.ok("survey", "v1 v2 valid sat", "(a+b)/c*100=d")
    d.ok("difference", "rt low lowgap", "a-b=c", "percentage points")
    d.ok("rate", "idle day idlerate", "a/b*100=c")
    d.ok("repeat", "twice twice2", "a=b")
    return d
