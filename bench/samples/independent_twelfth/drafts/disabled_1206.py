"""A city's self-evaluation of two allowances for the disabled, with blanks strayed into its lines."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1206-澜屿市2022年度残疾人两项补贴资金绩效自评报告.txt", gap="\t")
    _about(x)
    _money(x)
    _people(x)
    _reached(x)
    _scores(x)
    _end(x)
    return x


def _about(x: Paper) -> None:
    x.h(
        "澜屿市2022年度残疾人两项补贴资金绩效自评报告",
        " 澜屿市民政局   2023年3月  ",
        "",
        "一、项目概况",
        "（一）项目基本情况",
    )
    x.p(
        "残疾人两项补贴是指困难残疾人生活补贴和重度残疾人护理补贴。根据 省、市有关规定，补贴对象为具有本市户籍、持有第三代残疾人证的"
        "低保和低保边缘家庭残疾人，以及残疾等级为一级、二级且需要长期照护的重度残疾人，两项补贴可以同时享受。补贴由县（市、区） 民政部门审定，"
        "按月通过“一卡通”发放。",
        f"自2022年1月起，困难残疾人生活补贴标准由每人每月{x('rate0', 80)}元提高到{x('rate', 85)}元，提高{x('rate_d', 5)}元，增幅{x('rate_r', ch(85, 80))}；"
        f"重度残疾人护理补贴一级每人每月{x('n1', 125)}元、二级每人每月{x('n2', 90)}元，与上年持平。",
    )
    x.ok("difference", "rate rate0 rate_d", "a-b=c")
    x.ok("growth", "rate rate0 rate_r", "(a-b)/b*100=c")
    x.p(
        f"截至2022年末，全市持证残疾人{x('card', 46820)}人，其中一级{x('card1', 8962)}人、二级{x('card2', 9874)}人、三级{x('card3', 15206)}人、"
        f"四级{x('card4', 12778)}人。全市设{x('areas', 4)}个县（区），其中区{x('area1', 2)}个、县{x('area2', 2)}个，共有乡镇（街道）43个。"
    )
    x.ok("count", "card1 card2 card3 card4 card", "a+b+c+d=e")
    x.ok("count", "area1 area2 areas", "a+b=c")
    x.h("（二）项目绩效目标")
    x.p(
        "2022 年度目标： 困难残疾人生活补贴对象不少于13500人，重度残疾人护理补贴对象不少于14500人；补贴标准达标率100%，发放准确率不低于99%，"
        "按月发放及时率100%；政策知晓率不低于90%，补贴对象满意度不低于95%。"
    )


def _money(x: Paper) -> None:
    x.h("二、项目资金情况", "（一）资金安排与到位")
    x.p(
        f"2022年两项补贴预算安排{x('y', '3430.00')}万元，其中省级补助{x('y1', '1150.00')}万元，占{x('y1s', pc(1150, 3430))}；市级{x('y2', '860.00')}万元，占"
        f"{x('y2s', pc(860, 3430))}；县（区）级{x('y3', '1420.00')}万元，占{x('y3s', pc(1420, 3430))}。资金全部及时到位，到位率 100%。"
    )
    x.ok("sum", "y1 y2 y3 y", "a+b+c=d")
    x.oks("share", "a/b*100=c", "y1 y y1s", "y2 y y2s", "y3 y y3s")
    x.h("（二）资金执行")
    x.p(
        f"全年支出 {x('o', '3386.58')} 万元，预算执行率{x('or', pc(D('3386.58'), 3430))}，结余{x('left', '43.42')}万元，由财政收回统筹。其中：发放困难残疾人生活"
        f"补贴{x('m1', 168420)}人次、{x('o1', '1431.57')}{x('o1u', '万元')}；发放重度残疾人护理补贴{x('m2', 179820)}人次、{x('o2', '1955.01')}万元，其中一级"
        f"{x('m21', 96180)}人次、{x('o21', '1202.25')}万元，二级{x('m22', 83640)}人次、{x('o22', '752.76')}万元。两项补贴支出分别占"
        f"{x('o1s', pc(D('1431.57'), D('3386.58')))}和{x('o2s', pc(D('1955.01'), D('3386.58')))}。资金实行专 账核算，没有发现虚报冒领和截留挪用。"
    )
    x.ok("rate", "o y or", "a/b*100=c")
    x.ok("difference", "y o left", "a-b=c")
    x.fault("unit", "o1 o1u", {"o1u": "元"}, note="元 for 万元: 168420 times 85 are 14 millions")
    x.ok("sum", "o1 o2 o", "a+b=c")
    x.ok("sum", "o21 o22 o2", "a+b=c")
    x.ok("count", "m21 m22 m2", "a+b=c")
    x.oks("rate", "a*b/10000=c", "m1 rate o1", "m21 n1 o21", "m22 n2 o22")
    x.oks("share", "a/b*100=c", "o1 o o1s", "o2 o o2s")


def _people(x: Paper) -> None:
    x.h("（三）分地区发放情况")
    x.p("2022年各地 月均补贴人数和全年发放金额如下表（人、 万元）：")
    rows = [
        ("东屿区", "d1", 3860, "393.72", 2200, 1920, "537.36", "931.08"),
        ("西屿区", "d2", 3150, "321.30", 1815, 1550, "439.65", "760.95"),
        ("澜水县", "d3", 4025, "410.55", 2300, 2000, "561.00", "971.55"),
        ("北湾县", "d4", 3000, "306.00", 1700, 1500, "417.00", "723.00"),
        ("合计", "d", 14035, "1431.57", 8015, 6970, "1955.01", "3386.58"),
    ]
    table: list[list[object]] = [
        ["地区", "生活补贴人数", "生活补贴金额", "护理补贴一级人数", "护理补贴二级人数", "护理补贴金额", "金额合计"]
    ]
    for title, key, *figures in rows:
        table.append([title, *(x(f"{key}{letter}", figure) for letter, figure in zip("pqrstu", figures, strict=True))])
    x.t(table)
    wrong = {"d2u": "766.95"}
    x.oks("count", "a+b+c+d=e", "d1p d2p d3p d4p dp", "d1r d2r d3r d4r dr", "d1s d2s d3s d4s ds")
    x.oks("sum", "a+b+c+d=e", "d1q d2q d3q d4q dq", "d1t d2t d3t d4t dt")
    x.oks("sum", "a+b=c", "d1q d1t d1u", "d3q d3t d3u", "d4q d4t d4u", "dq dt du")
    x.fault("sum", "d2q d2t d2u", wrong, "a+b=c", "one digit mistyped")
    x.fault("sum", "d1u d2u d3u d4u du", wrong, "a+b+c+d=e", "the column does not make its total")
    x.same("o1 dq", "o2 dt", "o du")
    x.oks("rate", "a*b*12/10000=c", "d1p rate d1q", "d2p rate d2q", "d3p rate d3q", "d4p rate d4q")
    x.ok("rate", "m1 dp", "a/12=b")


def _reached(x: Paper) -> None:
    x.oks(
        "rate",
        "(a*b+c*d)*12/10000=e",
        "d1r n1 d1s n2 d1t",
        "d2r n1 d2s n2 d2t",
        "d3r n1 d3s n2 d3t",
        "d4r n1 d4s n2 d4t",
    )
    x.h("（四）项目组织管理")
    x.p(
        "一是明确 职责。市民政局负责政策制定和资金分配，市残联负责残疾等级信息核对，县（区）民政部门负责审定和发放，乡镇（街道）负责受理、初审，做到"
        "层层有人管、环节可追溯。二是规范程序。申请、初审、审定、公示、发放各环节全部在信息系统留痕，支持“全程网办”“跨省通办”。"
        f"三是加强监管。全年开展数据比对{x('match', 6)}次，筛出疑点信息{x('doubt', 468)}条，经逐条核查，属实{x('true', 216)}条、排除{x('free', 252)}条，"
        f"属实率{x('true_r', pc(216, 468))}；举办经办人员培训{x('train', 4)}期、{x('trained', 326)}人次，统一政策口径和操作流程。"
    )
    x.ok("count", "true free doubt", "a+b=c")
    x.ok("rate", "true doubt true_r", "a/b*100=c")
    x.h("三、绩效目标完成情况", "（一）产出指标")
    x.p(
        f"1. 数量。月均发放困难残疾人生活补贴{x('p1', 14035)}人，比上年的{x('p0', 13480)}人增加{x('pd', 555)}人，增长{x('pr', ch(14035, 13480))}；"
        f"月均发放重度残疾人护理补贴{x('p2', 14985)}人，其中一级{x('p21', 8015)}人、二级{x('p22', 6970)}人。",
        f"2. 质量。全面开展资格复核，因死亡、户籍迁出和等级变化停发{x('stop', 1164)}人，其中死亡{x('st1', 682)}人、户籍迁出{x('st2', 97)}人、等级变化"
        f"{x('st3', 385)}人；抽查档案{x('files', 600)}份，准确{x('right', 597)}份，发放准确率{x('right_r', pc(597, 600))}。",
        f"3. 时效。12个月中有{x('ontime', 11)}个月在当月10日前发放到位，2月因春节假期和银行系统升级延后5天，发放及时率{x('ontime_r', pc(11, 12))}。",
    )
    x.ok("difference", "p1 p0 pd", "a-b=c")
    x.fault("growth", "p1 p0 pr", {"pr": ch(13480, 14035)}, "(a-b)/b*100=c", "divided by this year")
    x.oks("count", "a+b=c", "p21 p22 p2")
    x.fault("count", "st1 st2 st3 stop", {"st3": 358}, "a+b+c=d", "digits swapped")
    x.same("dp p1", "dr p21", "ds p22")
    x.ok("rate", "right files right_r", "a/b*100=c")
    x.ok("rate", "ontime ontime_r", "a/12*100=b")
    x.h("（二）效益和满意度指标")
    x.p(
        f"符合条件对象实现应补尽补，覆盖率100%；入户调查显示政策知晓率为{x('know', '88.4%')}，{x('all', '低于90%的目标，主要是偏远海岛宣传不足')}。电话回访补贴对象"
        f"{x('asked', 500)}人，表示满意{x('glad', 476)}人，满意度{x('glad_r', pc(476, 500))}。残疾人家庭的照护负担有所减轻，特殊困难群体的基本生活得到"
        f"保障{x('see', '（详见附件《两项补贴典型案例》）')}。"
    )
    x.fault("rate", "glad asked glad_r", {"glad": 467}, "a/b*100=c", "digits swapped")
    x.fault("target", "know all", {"all": "效益指标全部达到预期目标"}, note="88.4% misses the goal of 90%")
    x.fault("structure", "see", {"see": "（详见附件《两项补贴典型案例》"}, note="the bracket is never closed")


def _scores(x: Paper) -> None:
    x.h("（三）绩效指标自评得分")
    x.p(
        "评分规则：预算执行得分按执行率乘以分值计算；定量指标达到指标值得满分，未达到的按实际值与指标值之比乘以分值计分。得分保留两位小数。"
    )
    rows = [
        ("月均生活补贴人数", "≥", "13500", "人", "14035", 10, "10.00"),
        ("月均护理补贴人数", "≥", "14500", "人", "14985", 10, "10.00"),
        ("补贴标准达标率", "", "100%", "", "100%", 10, "10.00"),
        ("发放准确率", "≥", "99%", "", "99.50%", 10, "10.00"),
        ("发放及时率", "", "100%", "", "91.67%", 10, "9.17"),
        ("对象覆盖率", "", "100%", "", "100%", 15, "15.00"),
        ("政策知晓率", "≥", "90%", "", "88.4%", 15, "14.73"),
        ("补贴对象满意度", "≥", "95%", "", "95.20%", 10, "10.00"),
    ]
    table: list[list[object]] = [["指标", "指标值", "完成值", "分值", "得分"]]
    table.append(["预算执行率", x("g0", "100%"), x("a0", pc(D("3386.58"), 3430)), x("w0", 10), x("s0", "9.87")])
    for place, (title, sign, goal, unit, done, most, got) in enumerate(rows, start=1):
        table.append(
            [
                title,
                f"{sign}{x(f'g{place}', goal)}{unit}",
                f"{x(f'a{place}', done)}{unit}",
                x(f"w{place}", most),
                x(f"s{place}", got),
            ]
        )
    table.append(["合计", "", "", x("w", 100), x("s", "98.77")])
    x.t(table)
    x.same("or a0", "p1 a1", "right_r a4", "ontime_r a5", "know a7", "glad_r a8")
    x.fault("repeat", "p2 a2", {"a2": "14958"}, "a=b", "digits swapped against the text")
    x.oks("target", "", "g1 a1", "g2 a2", "g3 a3", "g4 a4", "g6 a6", "g8 a8")
    x.ok("score_rule", "a0 w0 s0", "a*b/100=c")
    x.fault("score_rule", "a5 g5 w5 s5", {"s5": "10.00"}, "a/b*c=d", "a goal missed, yet full marks")
    x.fault("target", "g5 a5 s5", {"s5": "10.00"}, note="a goal missed, yet full marks")
    x.ok("score_rule", "a7 g7 w7 s7", "a/b*c=d")
    x.ok("score_sum", "w0 w1 w2 w3 w4 w5 w6 w7 w8 w", "a+b+c+d+e+f+g+h+i=j")
    x.fault(
        "score_sum",
        "s0 s1 s2 s3 s4 s5 s6 s7 s8 s",
        {"s5": "10.00"},
        "a+b+c+d+e+f+g+h+i=j",
        "the total was made with 9.17",
    )


def _end(x: Paper) -> None:
    x.p(
        "自评期间， 市民政局会同市残联组成自评小组，采取查阅资料、系统抽样、入户走访和电话回访相结合的方式，对四个县（区）开展全覆盖核查。"
        f"共走访乡镇（街道）{x('towns', 16)}个，其中海岛乡镇{x('isle', 5)}个、其他乡镇（街道）{x('land', 11)}个；入户核查{x('visits', 240)}户，"
        "重点核实补贴到账时间、金额和对象身体状况，核查结果与系统记录一致。"
    )
    x.ok("count", "isle land towns", "a+b=c")
    x.h("（四）项目效果")
    x.p(
        "从家庭看，补贴占低保残疾人家庭可支配收入的比重有所上升，对购买护理用品、支付交通和康复费用发挥了补充作用；从机制看，补贴发放与低保、特困供养、"
        "养老服务补贴等制度的衔接更加顺畅，没有出现错发或者漏发的信访事项；从管理看，系统数据质量明显改善，基层经办人员的工作负担减轻。"
    )
    x.h("四、自评结论")
    x.p(f"经综合评定，2022  年度残疾人两项补贴资金绩效自评得分{x('said', '98.77')}分，自评等级为“优”。")
    x.same("s said")
    x.h("五、存在的问题和原因")
    x.p(
        "一是 政策宣传方式较为单一，偏远海岛和山区的知晓率偏低。二是部门之间数据比对不够及时，对象死亡、迁移信息存在滞后。"
        "三是个别月份受假期影响发放延迟。"
    )
    x.h("六、改进措施")
    x.p(
        "一是依托村（社区）残疾人专职委员逐户上门宣讲，发放明白卡。二是与公安、卫健、殡葬等部门建立按月比对机制，做到“应退即退”。"
        "三是节假日前提前申报用款计划，确保每月10日前足额发放。",
    )
    x.h(f"附件：{x('asof', '2022')}年度残疾人两项补贴资金绩效自评表", "      两项补贴典型案例")
    x.fault("year", "asof", {"asof": "2021"}, note="last year left in the name of the annex")
