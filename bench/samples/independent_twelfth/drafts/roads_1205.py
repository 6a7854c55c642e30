"""An evaluation of a county's subsidy for country roads, its tables in columns parted by bars."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1205-蓼阳县2023年农村公路养护补助资金绩效评价报告.txt", gap=" | ")
    _about(x)
    _money(x)
    _shared(x)
    _method(x)
    _items(x)
    _output(x)
    _end(x)
    return x


def _about(x: Paper) -> None:
    x.h("蓼阳县2023年农村公路养护补助资金绩效评价报告", "", "（蓼阳县财政局委托 · 信衡绩效咨询有限公司）", "")
    x.h("摘  要")
    x.p(
        f"2023年蓼阳县农村公路养护补助资金预算{x('s_b', '2,244.00')}万元，实际到位{x('s_in', '2,172.00')}万元，支出{x('s_o', '2,058.36')}万元。"
        f"评价得分{x('s_score', '91.61')}分，等级为“{x('s_grade', '优')}”。资金支持日常养护、路面修复、安防工程和危桥改造四类内容，"
        "农村公路技术状况有所改善，但也存在县级配套未足额到位、部分工程完工延迟等问题。"
    )
    x.h("一、项目基本情况", "（一）项目背景")
    x.p(
        f"蓼阳县共有列养农村公路{x('km', '1,068.00')}公里，其中县道{x('km1', '158.00')}公里、乡道{x('km2', '322.00')}公里、村道"
        f"{x('km3', '588.00')}公里，列养率100%。为落实农村公路管理养护体制改革要求，县政府设立农村公路养护补助资金，由县交通运输局主管，"
        f"各乡镇和县公路养护中心组织实施，实施期为{x('from', '2023')}年1月至12月。"
    )
    x.ok("sum", "km1 km2 km3 km", "a+b+c=d")
    x.fault("year", "from", {"from": "2022"}, note="the year before is left in the paper on 2023")
    x.h("（二）绩效目标")
    x.p(
        "总体目标：实现农村公路“有路必养、养必到位”，路况水平稳中有升。具体指标为：日常养护里程1,068公里；路面中修不少于25公里；"
        "安全生命防护工程不少于50公里；改造危桥3座；工程验收合格率不低于95%；优良中等路率不低于86%；群众满意度不低于90%。"
    )


def _money(x: Paper) -> None:
    x.h("（三）资金投入和使用情况")
    total = D("2244.00")
    rows = [
        ("省级补助", "f1", "1,260.00", "1,260.00"),
        ("市级补助", "f2", "300.00", "300.00"),
        ("县级配套", "f3", "684.00", "612.00"),
    ]
    table: list[list[object]] = [["资金来源", "预算安排（万元）", "占比", "实际到位（万元）", "到位率"]]
    for title, key, plan, came in rows:
        one, two = D(plan.replace(",", "")), D(came.replace(",", ""))
        table.append(
            [title, x(key, plan), x(key + "s", pc(one, total)), x(key + "c", came), x(key + "r", pc(two, one))]
        )
    table.append(["合计", x("f", "2,244.00"), "100.00%", x("fc", "2,172.00"), x("fr", pc(2172, total))])
    x.t(table)
    x.ok("sum", "f1 f2 f3 f", "a+b+c=d")
    x.ok("sum", "f1c f2c f3c fc", "a+b+c=d")
    x.oks("share", "a/b*100=c", "f1 f f1s", "f3 f f3s")
    x.fault("share", "f2 f f2s", {"f2s": "13.73%"}, "a/b*100=c", "two digits swapped")
    x.oks("rate", "a/b*100=c", "f1c f1 f1r", "f2c f2 f2r", "f3c f3 f3r", "fc f fr")
    x.same("s_b f", "s_in fc")
    x.p(
        f"截至2023年12月31日，实际支出{x('o', '2,058.36')}万元，其中日常养护{x('o1', '329.50')}万元、路面修复{x('o2', '1,046.80')}万元、安防工程"
        f"{x('o3', '386.26')}万元、危桥改造{x('o4', '295.80')}万元。按实际支出与实际到位资金之比计算，预算执行率{x('or', pc(D('2058.36'), 2172))}，"
        f"结余{x('left', '113.64')}万元，按规定结转下年使用。"
    )
    x.ok("sum", "o1 o2 o3 o4 o", "a+b+c+d=e")
    x.same("s_o o")
    x.fault("rate", "o fc or", {"or": "91.73%"}, "a/b*100=c", "divided by the budget, not by what came in")
    x.fault("difference", "fc o left", {"left": "131.64"}, "a-b=c", "two digits swapped")


def _shared(x: Paper) -> None:
    x.h("（四）日常养护资金分配情况")
    x.p(
        f"日常养护补助按县道每公里{x('c1', '1.00')}万元、乡道每公里{x('c2', '0.35')}万元、村道每公里{x('c3', '0.10')}万元的标准分配，各乡镇里程和补助金额如下："
    )
    rows = [
        ("蓼溪镇", "t1", "46.20", "88.60", "152.40", "287.20", "92.45"),
        ("石磨镇", "t2", "38.50", "76.40", "131.00", "245.90", "78.34"),
        ("黄栌乡", "t3", "22.80", "64.20", "118.50", "205.50", "57.12"),
        ("大垭乡", "t4", "31.60", "52.80", "97.30", "181.70", "59.81"),
        ("云台乡", "t5", "18.90", "40.00", "88.80", "147.70", "41.78"),
        ("合计", "t", "158.00", "322.00", "588.00", "1068.00", "329.50"),
    ]
    table: list[list[object]] = [
        ["乡镇", "县道（公里）", "乡道（公里）", "村道（公里）", "小计（公里）", "补助（万元）"]
    ]
    for title, key, *figures in rows:
        table.append([title, *(x(key + letter, figure) for letter, figure in zip("abcdm", figures, strict=True))])
    x.t(table)
    x.oks(
        "sum", "a+b+c=d", "t1a t1b t1c t1d", "t2a t2b t2c t2d", "t3a t3b t3c t3d", "t4a t4b t4c t4d", "t5a t5b t5c t5d"
    )
    x.oks("sum", "a+b+c+d+e=f", *(" ".join(f"t{n}{letter}" for n in (1, 2, 3, 4, 5, "")) for letter in "abcd"))
    wrong = {"t4m": "58.91"}
    for n in (1, 2, 3, 5):
        x.ok("rate", f"t{n}a c1 t{n}b c2 t{n}c c3 t{n}m", "a*b+c*d+e*f=g", "kilometres by the standard")
    x.fault("rate", "t4a c1 t4b c2 t4c c3 t4m", wrong, "a*b+c*d+e*f=g", "two digits swapped")
    x.fault("sum", "t1m t2m t3m t4m t5m tm", wrong, "a+b+c+d+e=f", "the column does not make its total")
    x.same("o1 tm", "km td", "km1 ta", "km2 tb", "km3 tc")


def _method(x: Paper) -> None:
    x.h("二、绩效评价工作开展情况")
    x.p(
        "本次评价旨在掌握农村公路养护补助资金的管理使用情况，客观评价资金绩效，为完善政策、改进管理和安排以后年度预算提供依据。评价对象为"
        "2023年农村公路养护补助资金，评价范围覆盖全县5个乡镇。评价工作于2024年4月启动，分为前期准备、资料收集、现场评价、综合分析和撰写报告"
        "五个阶段，先后召开座谈会3次，访谈交通运输部门、乡镇和村干部27人次。",
        "评价组按照定量优先、简便有效的原则，从决策、过程、产出、效益四个方面设计指标体系，满分100分。综合得分90分（含）以上为优，"
        f"80分（含）至90分为良，60分（含）至80分为中，60分以下为差。评价组现场抽查{x('seen', 18)}个工点，其中安防工程{x('seen1', 8)}个、"
        f"路面修复{x('seen2', 7)}个、危桥改造{x('seen3', 3)}个，并向沿线群众和货运司机开展问卷调查。",
    )
    x.ok("count", "seen1 seen2 seen3 seen", "a+b+c=d")
    x.h("三、综合评价情况及评价结论")
    rows = [
        ("决策", "k1", "15", "13.50"),
        ("过程", "k2", "25", "22.11"),
        ("产出", "k3", "35", "33.00"),
        ("效益", "k4", "25", "23.00"),
    ]
    table: list[list[object]] = [["一级指标", "分值", "得分", "得分率"]]
    for title, key, most, got in rows:
        table.append([title, x(key + "m", most), x(key + "g", got), x(key + "r", pc(D(got), D(most)))])
    table.append(["合计", x("km_", "100"), x("kg", "91.61"), x("kr", "91.61%")])
    x.t(table)
    x.ok("score_sum", "k1m k2m k3m k4m km_", "a+b+c+d=e")
    x.ok("score_sum", "k1g k2g k3g k4g kg", "a+b+c+d=e")
    x.oks("rate", "a/b*100=c", "k1g k1m k1r", "k2g k2m k2r", "k3g k3m k3r", "k4g k4m k4r", "kg km_ kr")
    x.same("s_score kg")
    x.ok("grade", "kg s_grade")


def _items(x: Paper) -> None:
    x.h("四、绩效评价指标分析", "（一）项目决策情况")
    x.p(
        f"决策指标得{x('a', '13.50')}分。其中项目立项（5分）得{x('a1', '5.00')}分；绩效目标（5分）得{x('a2', '4.00')}分，时效目标未分解到季度，扣1分；"
        f"资金投入（5分）得{x('a3', '4.50')}分，个别乡镇里程数据更新滞后，扣0.5分。"
    )
    x.ok("score_sum", "a1 a2 a3 a", "a+b+c=d")
    x.same("k1g a")
    x.h("（二）项目过程情况")
    x.p(
        f"过程指标得{x('b', '22.11')}分。其中资金到位率（{x('b1m', 4)}分）按到位率计分，得{x('b1', '3.87')}分；预算执行率（{x('b2m', 5)}分）按执行率计分，得"
        f"{x('b2', '4.74')}分；资金使用合规性（{x('b3m', 6)}分）得{x('b3', '5.00')}分，{x('b3c', 1)}个乡镇列支了与养护无关的费用，扣1分；管理制度健全性"
        f"（{x('b4m', 4)}分）得{x('b4', '4.00')}分；制度执行有效性（{x('b5m', 6)}分）得{x('b5', '4.50')}分，部分日常养护考核记录缺失，扣1.5分。"
    )
    x.ok("score_sum", "b1 b2 b3 b4 b5 b", "a+b+c+d+e=f")
    x.ok("score_sum", "b1m b2m b3m b4m b5m k2m", "a+b+c+d+e=f")
    x.ok("score_rule", "fr b1m b1", "a*b/100=c")
    x.fault("score_rule", "or b2m b2", {"or": "91.73%"}, "a*b/100=c", "the points were made with 94.77%")
    x.same("k2g b")


def _output(x: Paper) -> None:
    x.h("（三）项目产出情况")
    x.p(
        f"产出指标得{x('c', '33.00')}分，其中产出数量（12分）得{x('p1', '12.00')}分、产出质量（10分）得{x('p2', '9.00')}分、产出时效（7分）得"
        f"{x('p3', '6.00')}分、产出成本（6分）得{x('p4', '6.00')}分。",
        f"数量方面，完成路面中修{x('mid', '26.4')}公里、安防工程{x('rail', '52.8')}公里、危桥改造{x('bridge', 3)}座。质量方面，{x('sites', 30)}个单项工程"
        f"中{x('passed', 29)}个一次{x('doubled', '验收')}合格，合格率{x('pass_r', pc(29, 30))}，1个因标线厚度不足返工后合格，扣1分。时效方面，按期完工"
        f"{x('ontime', 27)}个，按期完工率{x('ontime_r', pc(27, 30))}，3个因雨季延迟，扣1分。成本方面，中修单价{x('unit', '39.65')}万元/公里，低于控制价"
        f"{x('cap', '42.00')}万元/公里。",
    )
    x.fault("score_sum", "p1 p2 p3 p4 c", {"p1": "11.00"}, "a+b+c+d=e", "the parts give 32")
    x.same("k3g c")
    x.oks("rate", "a/b*100=c", "passed sites pass_r", "ontime sites ontime_r")
    x.ok("rate", "o2 mid unit", "a/b=c")
    x.ok("target", "cap unit")
    x.fault("structure", "doubled", {"doubled": "验收验收"}, note="doubled word")
    x.h("（四）项目效益情况")
    x.p(
        f"效益指标得{x('d', '23.00')}分。其中社会效益（8分）得{x('d1', '7.50')}分，农村公路优良中等路率由{x('pqi0', '83.5%')}变为{x('pqi', '86.2%')}，"
        f"{x('dir', '提高')}{x('pqid', '2.7')}个百分点，群众出行条件改善，但个别路段雨后积水，扣0.5分；生态效益（4分）得{x('d2', '4.00')}分；可持续影响"
        f"（5分）得{x('d3', '3.50')}分，养护队伍专业化程度不高，扣1.5分；群众满意度（8分）得{x('d4', '8.00')}分，发放问卷{x('sent', 320)}份，收回有效"
        f"问卷{x('back', 305)}份，有效回收率{x('back_r', pc(305, 320))}，满意{x('glad', 278)}份，满意度{x('glad_r', pc(278, 305))}。"
    )
    x.ok("score_sum", "d1 d2 d3 d4 d", "a+b+c+d=e")
    x.same("k4g d")
    x.fault("growth", "pqi pqi0 dir", {"dir": "下降"}, note="it rose, the word says that it fell")
    x.ok("difference", "pqi pqi0 pqid", "a-b=c")
    x.oks("rate", "a/b*100=c", "back sent back_r", "glad back glad_r")
    x.h("主要产出和效益指标完成情况表")
    x.t(
        [
            ["指标名称", "目标值", "完成值"],
            ["日常养护里程", f"{x('g0', '1068.00')}公里", f"{x('v0', '1068.00')}公里"],
            ["路面中修里程", f"≥{x('g1', '25')}公里", f"{x('v1', '26.4')}公里"],
            ["安防工程里程", f"≥{x('g2', '50')}公里", f"{x('v2', '52.8')}公里"],
            ["危桥改造", f"{x('g3', '3')}座", f"{x('v3', '3')}座"],
            ["工程验收合格率", f"≥{x('g4', '95%')}", x("v4", pc(29, 30))],
            ["优良中等路率", f"≥{x('g5', '86%')}", x("v5", "86.2%")],
            ["群众满意度", f"≥{x('g6', '90%')}", x("v6", pc(278, 305))],
        ]
    )
    x.oks("target", "", "g0 v0", "g1 v1", "g2 v2", "g3 v3", "g4 v4", "g5 v5", "g6 v6")
    x.same("mid v1", "bridge v3", "pass_r v4", "pqi v5", "glad_r v6")
    x.fault("repeat", "rail v2", {"v2": "58.2"}, "a=b", "digits swapped against the text")


def _end(x: Paper) -> None:
    x.h("五、主要经验及做法")
    x.p(
        f"一是推行县、乡、村三级“路长制”，设路长{x('chief', 146)}名，其中县级{x('ch1', 12)}名、乡级{x('ch2', 38)}名、村级{x('ch3', 96)}名，做到每条路有人管、"
        f"有人护。二是开发公益性护路岗位{x('posts', 210)}个，优先吸纳脱贫户和监测户就业，其中脱贫户{x('poor', 168)}人，占"
        f"{x('poor_s', pc(168, 210))}，既稳定了养护队伍又增加了群众收入。三是实行“月巡查、季考核、年评比”，考核结果与下一年度补助资金分配挂钩，"
        "对连续两个季度排名末位的乡镇扣减部分养护补助。"
    )
    x.ok("count", "ch1 ch2 ch3 chief", "a+b+c=d")
    x.ok("share", "poor posts poor_s", "a/b*100=c")
    x.h("六、存在的问题")
    x.p(
        f"1.县级配套资金未足额到位。县级预算{x('e1', '684.00')}万元，实际到位{x('e2', '612.00')}万元，尚欠{x('e3', '72.00')}万元。",
        "2.资金使用不够规范。个别乡镇将养护补助用于办公设备维修，涉及金额较小，已责令归还原资金渠道。",
        "3.工程进度管理不到位。部分安防工程招标时间偏晚，错过最佳施工季节。",
    )
    x.ok("difference", "e1 e2 e3", "a-b=c")
    x.same("f3 e1", "f3c e2")
    x.h("七、有关建议")
    x.p(
        "1.落实配套责任。将县级配套资金纳入年初预算并按季度拨付，对历年欠拨资金制定消化计划，确保足额到位。",
        "2.规范资金使用。加强对乡镇财政所和养护站的业务培训，建立养护补助支出负面清单，县交通运输局会同财政局每半年开展一次专项检查，发现问题"
        "及时纠正，并将检查结果作为分配资金的依据。",
        "3.加强进度管理。提前开展施工图设计和招标准备，雨季前完成路基和安防工程基础施工；对延期完工的施工单位按合同约定追究责任。",
        "4.提升养护专业化水平。通过购买服务引入专业养护企业，逐步由以村民日常保洁为主转向预防性养护，延长公路使用寿命。",
    )
