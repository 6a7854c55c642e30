"""A city's park office: three forms of a project's self-evaluation and their summary, in one sheet."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, pc, q

Rows = list[tuple[str, str, str, str, str, int, str, str]]


def form(d: Paper, tag: str, name: str, funds: list[tuple[str, D, D, D]], goal: str, rows: Rows) -> tuple[D, D, D]:
    """One form; its funds in 万元, its total score is returned with budget and outturn."""
    start, plan, done = (sum((one[k] for one in funds), D(0)) for k in (1, 2, 3))
    got = q(done / plan * 10)
    d.h("项目支出绩效自评表", "（2024年度）")
    head = ["项目名称", name, "主管部门", "皖堤市城市管理局", "实施单位", "皖堤市园林绿化管理处"]
    d.t([head])
    money: list[list[object]] = [
        ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    ]
    money.append(
        [
            "年度资金总额",
            d(f"{tag}s", start),
            d(f"{tag}p", plan),
            d(f"{tag}d", done),
            10,
            d(f"{tag}r", pc(done, plan)),
            d(f"{tag}x", got),
        ]
    )
    for i, (kind, a, b, c) in enumerate(funds):
        money.append(
            [
                kind,
                d(f"{tag}s{i}", a),
                d(f"{tag}p{i}", b),
                d(f"{tag}d{i}", c),
                "-",
                d(f"{tag}q{i}", pc(c, b) if b else "-"),
                "-",
            ]
        )
    d.t(money)
    d.t([["年度总体目标", goal]])
    table: list[list[object]] = [
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
    ]
    for i, (one, two, three, aim, real, points, score, why) in enumerate(rows):
        table.append(
            [
                one,
                two,
                three,
                d(f"{tag}a{i}", aim),
                d(f"{tag}b{i}", real),
                d(f"{tag}w{i}", points),
                d(f"{tag}g{i}", score),
                why,
            ]
        )
    total = got + sum((D(one[6]) for one in rows), D(0))
    table.append(["总分", "", "", "", "", d(f"{tag}w", 10 + sum(one[5] for one in rows)), d(f"{tag}g", total), ""])
    d.t(table)
    d.h("")
    return plan, done, total


def first(d: Paper) -> tuple[D, D, D]:
    goal = f"1.完成{d('Agoal', 6)}处口袋公园建设，新增绿地面积{d('Agreen', '4.2')}万平方米；2.补植行道树1200株；3.改善沿线居民休闲环境。"
    rows: Rows = [
        ("产出指标", "数量指标", "建设口袋公园", "6处", "6处", 12, "12.00", ""),
        ("产出指标", "数量指标", "补植行道树", "≥1200株", "1236株", 8, "8.00", ""),
        ("产出指标", "质量指标", "苗木成活率", "≥95%", "96.8%", 10, "10.00", ""),
        (
            "产出指标",
            "时效指标",
            "工程按期完工率",
            "100%",
            "83.33%",
            10,
            "8.33",
            "1处因管线迁改延期15天，已完工；下年度提前完成管线勘察",
        ),
        ("产出指标", "成本指标", "单位绿地建设成本", "≤260元/平方米", "248元/平方米", 10, "10.00", ""),
        ("效益指标", "社会效益", "500米见园覆盖率", "≥86%", "87.4%", 15, "15.00", ""),
        ("效益指标", "生态效益", "新增绿地面积", "≥4.2万平方米", "4.3万平方米", 15, "15.00", ""),
        ("满意度指标", "满意度", "居民满意度", "≥90%", "92.5%", 10, "10.00", ""),
    ]
    funds = [
        ("其中：当年财政拨款", D("980.00"), D("1046.00"), D("1013.60")),
        ("上年结转资金", D("75.00"), D("75.00"), D("75.00")),
        ("其他资金", D("0.00"), D("0.00"), D("0.00")),
    ]
    return form(d, "A", "口袋公园建设与绿化提升", funds, goal, rows)


def second(d: Paper) -> tuple[D, D, D]:
    goal = "1.完成城区绿地日常养护386万平方米；2.病虫害防治6次；3.公园设施完好率保持在97%以上。"
    rows: Rows = [
        ("产出指标", "数量指标", "养护绿地面积", "386万平方米", "386万平方米", 15, "15.00", ""),
        ("产出指标", "数量指标", "病虫害防治次数", "≥6次", "7次", 10, "10.00", ""),
        ("产出指标", "质量指标", "公园设施完好率", "≥97%", "97.6%", 15, "15.00", ""),
        ("产出指标", "时效指标", "养护经费支付及时率", "100%", "100%", 10, "10.00", ""),
        ("效益指标", "社会效益", "有责投诉件数", "≤20件", "17件", 15, "15.00", ""),
        (
            "效益指标",
            "可持续影响",
            "养护标准化水平",
            "提升",
            "有所提升",
            15,
            "12.00",
            "两个养护标段未通过标准化复核，已责令整改",
        ),
        ("满意度指标", "满意度", "游客满意度", "≥90%", "91.3%", 10, "10.00", ""),
    ]
    funds = [
        ("其中：当年财政拨款", D("1860.00"), D("1860.00"), D("1831.27")),
        ("上年结转资金", D("0.00"), D("0.00"), D("0.00")),
        ("其他资金", D("120.00"), D("120.00"), D("102.45")),
    ]
    return form(d, "B", "城区绿地养护", funds, goal, rows)


def third(d: Paper) -> tuple[D, D, D]:
    goal = f"1.普查古树名木{d('Cgoal', 412)}株并全部挂牌；2.对28株衰弱古树开展复壮；3.建成古树名木信息管理平台。"
    rows: Rows = [
        ("产出指标", "数量指标", "普查挂牌古树", "412株", "412株", 15, "15.00", ""),
        (
            "产出指标",
            "数量指标",
            "复壮衰弱古树",
            "28株",
            "26株",
            10,
            "9.29",
            "2株位于征迁范围，已制定移植保护方案，2025年3月实施",
        ),
        ("产出指标", "质量指标", "档案建立合格率", "100%", "100%", 15, "15.00", ""),
        ("产出指标", "时效指标", "普查完成时间", "2024年10月底前", "2024年10月18日", 10, "10.00", ""),
        ("效益指标", "社会效益", "科普活动参与人次", "≥3000人次", "3420人次", 15, "15.00", ""),
        ("效益指标", "生态效益", "古树保护率", "100%", "100%", 15, "15.00", ""),
        ("满意度指标", "满意度", "市民满意度", "≥90%", "90.8%", 10, "10.00", ""),
    ]
    funds = [
        ("其中：当年财政拨款", D("96.00"), D("96.00"), D("88.74")),
        ("上年结转资金", D("14.00"), D("14.00"), D("14.00")),
        ("其他资金", D("0.00"), D("0.00"), D("0.00")),
    ]
    return form(d, "C", "古树名木普查保护", funds, goal, rows)


def paper() -> Paper:
    d = Paper("611-皖堤市园林绿化管理处2024年度项目支出绩效自评表.xlsx")
    d.h(
        "皖堤市园林绿化管理处2024年度项目支出绩效自评汇总表",
        f"填报单位：皖堤市园林绿化管理处　　联系人：{d('person', '许文')}　　单位：万元",
    )
    names = ["口袋公园建设与绿化提升", "城区绿地养护", "古树名木普查保护"]
    probe = Paper("probe.txt")
    sums = [make(probe) for make in (first, second, third)]
    plan, done = sum((one[0] for one in sums), D(0)), sum((one[1] for one in sums), D(0))
    d.t(
        [
            ["序号", "项目名称", "全年预算数", "全年执行数", "执行率", "自评得分", "自评等级"],
            *(
                [i + 1, names[i], d(f"p{i}", a), d(f"d{i}", b), d(f"r{i}", pc(b, a)), d(f"g{i}", c), d(f"z{i}", "优")]
                for i, (a, b, c) in enumerate(sums)
            ),
            [
                "",
                "合计",
                d("p", plan),
                d("d", done),
                d("r", pc(done, plan)),
                d("mean", q(sum((one[2] for one in sums), D(0)) / 3)),
                "优",
            ],
        ]
    )
    d.h(
        "注：1.合计行自评得分为三个项目得分的算术平均数；2.预算执行率得分=执行率×10；3.得分90（含）至100分为优，80（含）至90分为良，60（含）至80分为中，60分以下为差。",
        "",
    )
    for make in (first, second, third):
        make(d)
    d.h("填表说明：数量、质量等定量指标，完成指标值的得满分，未完成的按完成比例计分；定性指标分档计分。")
    faults(d)
    fine(d)
    return d


def faults(d: Paper) -> None:
    d.fault("repeat", "d1 Bd", {"d1": "1937.32"}, "a=b", "summary against form, digits changed")
    d.fault("sum", "d0 d1 d2 d", {"d1": "1937.32"}, "a+b+c=d", "summary no longer adds up")
    d.fault("rate", "d1 p1 r1", {"d1": "1937.32"}, "a/b*100=c", "rate of the right amount")
    d.ok("rate", "Cd Cp Cr", "a/b*100=c")
    d.ok("repeat", "Cr r2", "a=b")
    d.ok("sum", "Ap0 Ap1 Ap2 Ap", "a+b+c=d")
    d.ok("rate", "Ad0 Ap0 Aq0", "a/b*100=c")
    d.fault("repeat", "Agoal Aa0", {"Agoal": 8}, note="eight in the goal, six in the indicator")
    d.fault("target", "Aa2 Ab2 Ag2", {"Ab2": "93.8%"}, note="below 95 per cent, full points, no reason given")
    d.fault(
        "score_sum",
        "Bx Bg0 Bg1 Bg2 Bg3 Bg4 Bg5 Bg6 Bg",
        {"Bg5": "13.00"},
        "a+b+c+d+e+f+g+h=i",
        "score changed, total not",
    )
    d.fault("score_sum", "Cw0 Cw1 Cw2 Cw3 Cw4 Cw5 Cw6 Cw", {"Cw1": 8}, "a+b+c+d+e+f+g+10=h", "points give 98")
    d.fault("policy", "Cw1 Cg1", {"Cw1": 8}, note="9.29 points of 8")
    d.fault("grade", "g0 z0", {"z0": "良"}, note="grade against the bands in the note")


def fine(d: Paper) -> None:
    for at, tag in enumerate("ABC"):
        d.ok("repeat", f"{tag}p p{at}", "a=b")
        d.ok("repeat", f"{tag}g g{at}", "a=b")
        d.ok("sum", f"{tag}s0 {tag}s1 {tag}s2 {tag}s", "a+b+c=d")
        d.ok("sum", f"{tag}d0 {tag}d1 {tag}d2 {tag}d", "a+b+c=d")
        if tag != "C":
            d.ok("rate", f"{tag}d {tag}p {tag}r", "a/b*100=c")
        d.ok("score_rule", f"{tag}d {tag}p {tag}x", "a/b*10=c")
    d.ok("score_sum", "Ax Ag0 Ag1 Ag2 Ag3 Ag4 Ag5 Ag6 Ag7 Ag", "a+b+c+d+e+f+g+h+i=j")
    d.ok("score_sum", "Cx Cg0 Cg1 Cg2 Cg3 Cg4 Cg5 Cg6 Cg", "a+b+c+d+e+f+g+h=i")
    d.ok("score_sum", "Aw0 Aw1 Aw2 Aw3 Aw4 Aw5 Aw6 Aw7 Aw", "a+b+c+d+e+f+g+h+10=i")
    d.ok("score_sum", "Bw0 Bw1 Bw2 Bw3 Bw4 Bw5 Bw6 Bw", "a+b+c+d+e+f+g+10=h")
    d.ok("sum", "p0 p1 p2 p", "a+b+c=d")
    d.ok("rate", "d p r", "a/b*100=c")
    d.ok("rate", "g0 g1 g2 mean", "(a+b+c)/3=d")
    d.ok("target", "Aa1 Ab1")
    d.ok("target", "Ba4 Bb4", note="fewer is better")
    d.ok("score_rule", "Ab3 Ag3", "a/10=b")
