"""Tables of self-evaluation of a county's funds for rural revitalization, as a workbook gives them."""

from __future__ import annotations

from samples.independent_fourteenth.drafts import plus
from samples.independent_tenth.papers import D, Paper, pc, q

__all__ = ["paper"]

# name, who, centre, province, county, spent, score
PROJECTS = (
    ("茶园提质改造项目", "云岫乡人民政府", "320.00", "106.00", "60.00", "478.71", "98.02"),
    ("村组道路硬化项目", "石渡镇人民政府", "420.00", "152.00", "80.00", "652.00", "100.00"),
    ("雨露计划补助", "县农业农村局", "231.00", "0.00", "0.00", "226.80", "99.46"),
    ("冷链仓储设施项目", "沐溪镇人民政府", "250.00", "80.00", "50.00", "342.00", "93.40"),
    ("乡村公益性岗位补贴", "县人力资源和社会保障局", "120.00", "60.00", "18.00", "198.00", "99.00"),
    ("小额信贷贴息", "县农业农村局", "90.00", "38.00", "15.00", "137.28", "97.60"),
)

TEA = (
    ("产出指标", "数量指标", "茶园提质改造面积", 15, "≥2100亩", "2127.6亩", "15.00", ""),
    ("", "", "配套水肥一体化设施", 10, "{tea_aim}处", "{tea_done}处", "9.17", "1处因水源变更未建，按完成比例得分"),
    ("", "质量指标", "项目验收合格率", 10, "100%", "100%", "10.00", ""),
    ("", "时效指标", "完工时间", 5, "2024年10月底前", "2024年11月12日", "4.00", "秋季连续阴雨，延期12天"),
    ("", "成本指标", "亩均改造成本", 10, "≤2300元", "2250元", "10.00", ""),
    ("效益指标", "经济效益指标", "亩均增收", 10, "≥600元", "640元", "10.00", ""),
    ("", "社会效益指标", "受益脱贫户数", 10, "≥300户", "312户", "10.00", ""),
    ("", "可持续影响指标", "设施使用年限", 10, "≥8年", "8年", "10.00", ""),
    ("满意度指标", "服务对象满意度指标", "受益农户满意度", 10, "≥95%", "96.40%", "10.00", ""),
)
ROAD = (
    ("产出指标", "数量指标", "硬化道路里程", 20, "16.3公里", "16.3公里", "20.00", ""),
    ("", "", "涉及行政村数", 5, "9个", "9个", "5.00", ""),
    ("", "质量指标", "工程验收合格率", 10, "100%", "100%", "10.00", ""),
    ("", "时效指标", "完工时间", 5, "2024年9月底前", "{road_year}年9月20日", "5.00", ""),
    ("", "成本指标", "每公里造价", 10, "≤40万元", "40万元", "10.00", ""),
    ("效益指标", "社会效益指标", "出行时间缩短", 15, "≥15分钟", "18分钟", "15.00", ""),
    ("", "", "受益人口", 15, "≥4200人", "4386人", "15.00", ""),
    ("满意度指标", "服务对象满意度指标", "受益群众满意度", 10, "≥95%", "{road_glad}", "10.00", ""),
)
DEW = (
    (
        "产出指标",
        "数量指标",
        "补助人次",
        20,
        "≥{dew_aim}人次",
        "{dew_done}人次",
        "19.64",
        "部分学生休学，按完成比例得分",
    ),
    ("", "质量指标", "补助对象准确率", 10, "100%", "100%", "10.00", ""),
    ("", "时效指标", "补助发放及时性", 10, "春、秋两学期发放", "春、秋两学期发放", "10.00", ""),
    ("", "成本指标", "补助标准", 10, "3000元/人次", "3000{dew_unit}/人次", "10.00", ""),
    ("效益指标", "社会效益指标", "应补尽补率", 15, "100%", "100%", "15.00", ""),
    ("", "可持续影响指标", "毕业生就业率", 15, "≥90%", "91.50%", "15.00", ""),
    ("满意度指标", "服务对象满意度指标", "学生及家长满意度", 10, "≥95%", "97.20%", "10.00", ""),
)


def _planned(row: tuple[str, ...]) -> D:
    return sum((D(value) for value in row[2:5]), D(0))


def _summary(x: Paper) -> None:
    x.h("磐岭县2024年度财政衔接推进乡村振兴补助资金绩效目标自评表", "")
    x.t([["填报单位：", "磐岭县农业农村局", "", "填报日期：2025年1月20日", "", "", "金额单位：万元"]])
    x.h("", "表一  项目资金及自评汇总表")
    rows = [
        [
            "序号",
            "项目名称",
            "实施单位",
            "全年预算数（A）",
            "中央",
            "省级",
            "县级",
            "全年执行数（B）",
            "执行率（B/A）",
            "自评得分",
        ]
    ]
    for line, row in enumerate(PROJECTS):
        plan = _planned(row)
        cells = [
            x(f"a{line}", plan),
            *(x(f"{letter}{line}", value) for letter, value in zip("cpx", row[2:5], strict=True)),
        ]
        rows.append(
            [
                str(line + 1),
                row[0],
                row[1],
                *cells,
                x(f"b{line}", row[5]),
                x(f"r{line}", pc(D(row[5]), plan)),
                x(f"s{line}", row[6]),
            ]
        )
    total = [sum((D(row[column]) for row in PROJECTS), D(0)) for column in range(2, 6)]
    plan = sum(total[:3], D(0))
    rows.append(
        [
            "合计",
            "",
            "",
            x("a6", plan),
            x("c6", total[0]),
            x("p6", total[1]),
            x("x6", total[2]),
            x("b6", total[3]),
            x("r6", pc(total[3], plan)),
            "—",
        ]
    )
    x.t(rows)
    for letter in "acxb":
        x.ok("sum", " ".join(f"{letter}{line}" for line in range(7)), plus(6))
    for line in range(6):
        x.ok("sum", f"c{line} p{line} x{line} a{line}", plus(3))
    x.oks("rate", "a/b*100=c", *(f"b{line} a{line} r{line}" for line in (0, 1, 2, 4, 5, 6)))
    x.fault("sum", "p0 p1 p2 p3 p4 p5 p6", {"p6": "463.00"}, plus(6), "省级合计436错位成463")
    x.fault("sum", "c6 p6 x6 a6", {"p6": "463.00"}, plus(3))
    x.fault("rate", "b3 a3 r3", {"r3": "95.00%"}, "a/b*100=c", "342除以380为90%")


def _products(x: Paper) -> None:
    x.h("", "表二  主要任务量和补助标准")
    rows = [
        ["项目名称", "任务量", "单位", "标准", "标准单位", "金额（万元）"],
        ["茶园提质改造项目", x("y0", "2127.6"), "亩", x("z0", "2250"), "元/亩", x("q0", "478.71")],
        ["村组道路硬化项目", x("y1", "16.3"), "公里", x("z1", "40"), "万元/公里", x("q1", "652.00")],
        ["雨露计划补助", x("y2", "756"), "人次", x("z2", "3000"), "元/人次", x("q2", "226.80")],
        ["冷链仓储设施项目", x("y3", "1900"), "立方米", x("z3", "1800"), "元/立方米", x("q3", "342.00")],
        ["乡村公益性岗位补贴", x("y4", "220"), "人", x("z4", "9000"), "元/人·年", x("q4", "198.00")],
    ]
    x.t(rows)
    x.oks("rate", "a*b/10000=c", "y0 z0 q0", "y2 z2 q2", "y3 z3 q3")
    x.ok("rate", "y1 z1 q1", "a*b=c")
    x.same(*(f"q{line} b{line}" for line in range(5)))
    x.fault("rate", "y4 z4 q4", {"y4": "202"}, "a*b/10000=c", "220人写成202人")


def _one(
    x: Paper, key: str, title: str, project: int, rows: tuple[tuple[object, ...], ...], said: dict[str, str]
) -> None:
    row = PROJECTS[project]
    plan, spent = _planned(row), D(row[5])
    executed = q(spent / plan * 10)
    total = executed + sum((D(str(line[6])) for line in rows), D(0))
    x.h("", title)
    x.t([["项目名称", row[0], "", "实施单位", row[1], "", "", ""]])
    table = [
        ["资金情况（万元）", "", "全年预算数（A）", "全年执行数（B）", "分值", "执行率（B/A）", "得分", ""],
        [
            "",
            "年度资金总额",
            x(f"{key}a", plan),
            x(f"{key}b", spent),
            x(f"{key}w", 10),
            x(f"{key}r", pc(spent, plan)),
            x(f"{key}s", executed),
            "",
        ],
        ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分", "偏差原因"],
    ]
    for line, (group, kind, name, weight, aim, done, score, remark) in enumerate(rows):
        shown = [str(aim).format(**said), str(done).format(**said)]
        table.append(
            [
                str(group),
                str(kind),
                str(name),
                x(f"{key}w{line}", weight),
                *shown,
                x(f"{key}s{line}", score),
                str(remark),
            ]
        )
    table.append(["总分", "", "", x(f"{key}w_all", 100), "", "", x(f"{key}s_all", total), ""])
    x.t(table)
    size = len(rows)
    x.same(f"{key}a a{project}", f"{key}b b{project}", f"{key}r r{project}")
    x.ok("score_rule", f"{key}r {key}w {key}s", "a/100*b=c")
    scores = " ".join(f"{key}s{line}" for line in range(size))
    weights = " ".join(f"{key}w{line}" for line in range(size))
    if key != "tea":
        x.ok("score_sum", f"{key}s {scores} {key}s_all", plus(size + 1))
        x.same(f"{key}s_all s{project}")
    if key != "dew":
        x.ok("score_sum", f"{key}w {weights} {key}w_all", plus(size + 1))


def _three(x: Paper) -> None:
    said = {"tea_aim": x("tea_aim", 12), "tea_done": x("tea_done", 11)}
    _one(x, "tea", "表三  茶园提质改造项目绩效目标自评表", 0, TEA, said)
    _one(
        x,
        "road",
        "表四  村组道路硬化项目绩效目标自评表",
        1,
        ROAD,
        {"road_year": x("road_year", 2024), "road_glad": x("road_glad", "93.10%")},
    )
    said = {"dew_aim": x("dew_aim", 770), "dew_done": x("dew_done", 756), "dew_unit": x("dew_unit", "元")}
    _one(x, "dew", "表五  雨露计划补助绩效目标自评表", 2, DEW, said)
    x.ok("score_rule", "tea_done tea_aim teaw1 teas1", "a/b*c=d")
    x.ok("score_rule", "dew_done dew_aim deww0 dews0", "a/b*c=d")
    x.same("dew_done y2")
    x.fault(
        "score_sum",
        "teas " + " ".join(f"teas{line}" for line in range(9)) + " teas_all",
        {"teas_all": "98.20"},
        plus(10),
        "98.02错位成98.20",
    )
    x.fault("repeat", "teas_all s0", {"teas_all": "98.20"}, "a=b")
    x.fault("year", "road_year", {"road_year": 2023}, note="2024年项目的完工时间写成2023年")
    x.fault(
        "score_rule",
        "road_glad roadw7 roads7",
        {"roads7": "10.00"},
        note="表注规定未达目标按比例得分，93.10%÷95%×10=9.80分",
    )
    x.fault(
        "score_sum",
        "deww " + " ".join(f"deww{line}" for line in range(7)) + " deww_all",
        {"deww1": 15},
        plus(8),
        "分值之和不为100",
    )
    x.fault("unit", "dew_unit", {"dew_unit": "万元"}, note="3000元写成3000万元")


def _notes(x: Paper) -> None:
    x.h("", "填表说明")
    x.p(
        "1.各项目自评表满分100分，其中预算执行率10分，按执行率乘以10分计算；其余为绩效指标，分值由主管部门根据重要程度确定。",
        "2.定量指标达到指标值的得满分；未达到的，按实际完成值与指标值之比计算得分，不设保底分。定性指标由自评小组酌情评分。",
        "3.自评结果分为四等：90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。",
    )
    x.h("", "情况说明")
    x.p(
        f"2024年全县安排财政衔接推进乡村振兴补助资金{x('n_plan', '2090.00')}万元，实施项目{x('n_count', 6)}个，其中中央资金1431.00万元，占{x('n_share', pc(1431, 2090))}。截至年末执行{x('n_spent', '2034.79')}万元，执行率{x('n_rate', pc(D('2034.79'), 2090))}，未执行的{x('n_left', '55.21')}万元按规定结转下年使用，主要是冷链仓储设施项目招标节约的{x('n_cold', '38.00')}万元。",
        f"6个项目自评得分均在90分以上，等级全部为优，得分最高的是村组道路硬化项目，最低的是冷链仓储设施项目。六个项目平均得分{x('n_mean', q(D('587.48') / 6))}分。全年共带动脱贫人口（含监测对象）{x('n_poor', 3264)}人增收，其中通过公益性岗位就业{x('n_posts', 220)}人。",
    )
    x.same("n_plan a6", "n_spent b6")
    x.ok("share", "c6 a6 n_share", "a/b*100=c")
    x.ok("difference", "a6 b6 n_left", "a-b=c")
    x.ok("difference", "a3 b3 n_cold", "a-b=c")
    x.ok("count", "n_count")
    x.ok("rate", "s0 s1 s2 s3 s4 s5 n_mean", "(a+b+c+d+e+f)/6=g")
    x.fault("rate", "n_spent n_plan n_rate", {"n_rate": "96.37%"}, "a/b*100=c", "97.36%错位成96.37%")
    x.fault("repeat", "y4 n_posts", {"y4": "202"}, "a=b", "表二人数与情况说明不一致")
    x.fault("repeat", "n_rate r6", {"n_rate": "96.37%"}, "a=b")


def paper() -> Paper:
    x = Paper("1408-磐岭县衔接资金绩效自评表.txt")
    for part in (_summary, _products, _three, _notes):
        part(x)
    return x
