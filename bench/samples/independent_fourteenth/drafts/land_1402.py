"""An accounting firm checks the self-evaluation of a city's bureau of natural resources, as text out of a pdf."""

from __future__ import annotations

from samples.independent_fourteenth.drafts import plus
from samples.independent_tenth.papers import D, Paper, pc, q

__all__ = ["paper"]

RECEIVED, PLANNED, OPENING, SPENT = D("8102.55"), D("7106.40"), D("474.48"), D("7904.06")
AVAILABLE = RECEIVED + OPENING
CLOSING = AVAILABLE - SPENT
BUDGET = (
    ("一、基本支出", "2986.40", "3214.75", "3198.62"),
    ("人员经费", "2612.30", "2830.15", "2826.90"),
    ("公用经费", "374.10", "384.60", "371.72"),
    ("二、项目支出", "4120.00", "5362.28", "4705.44"),
    ("耕地保护与土地整治", "1650.00", "2180.00", "1934.16"),
    ("地质灾害防治", "980.00", "1322.28", "1210.35"),
    ("测绘与确权登记", "890.00", "1060.00", "921.70"),
    ("执法监督与信息化", "600.00", "800.00", "639.23"),
    ("支出合计", "7106.40", "8577.03", "7904.06"),
)
# group, weight of the group, indicator, weight, standard, remark, own score, checked score
ROWS = (
    ("预算编制情况", "预算编制合理性", 5, "符合职责和工作部署3分，分配不固化2分", "均符合", "5", "5"),
    (
        "预算编制情况",
        "预算编制规范性",
        5,
        "项目库储备3分，细化到用款单位2分；不完全符合酌情扣分",
        "1个项目未细化到用款单位，扣0.5分",
        "5",
        "4.5",
    ),
    (
        "预算编制情况",
        "收入预决算差异率",
        5,
        "差异率≤5%得5分；超过5%的部分，每5个百分点扣1分，不足5个百分点按5个百分点计",
        "差异率{gap}",
        "5",
        "4",
    ),
    (
        "预算编制情况",
        "绩效目标完整性",
        5,
        "部门整体和项目目标齐全得5分，缺一项扣1分",
        "1个项目未申报目标，扣1分",
        "4",
        "4",
    ),
    (
        "预算执行情况",
        "支出完成率",
        8,
        "≥95%得8分；90%（含）至95%得6分；80%（含）至90%得4分；低于80%不得分",
        "完成率{done}",
        "8",
        "6",
    ),
    ("预算执行情况", "结转结余率", 5, "≤10%得5分；10%至20%（含）得3分；大于20%不得分", "结转结余率{left}", "5", "5"),
    ("预算执行情况", "政府采购执行率", 4, "得分=4×执行率", "{bought}", "3.78", "3.78"),
    ("预算执行情况", "财务合规性", 6, "无审计、巡察指出问题得6分，每个问题扣1分", "审计指出1个问题，扣1分", "6", "5"),
    (
        "预算执行情况",
        "项目实施程序",
        6,
        "立项、招标、验收、调整手续完备得6分，酌情扣分",
        "2个项目验收资料不全，扣0.8分",
        "6",
        "5.2",
    ),
    (
        "预算执行情况",
        "资产管理规范性",
        6,
        "制度、账实、处置、收入四项各1.5分",
        "资产卡片更新不及时，扣0.5分",
        "6",
        "5.5",
    ),
    ("预算监督情况", "预决算公开", 4, "按时、完整公开得4分", "按时公开", "4", "4"),
    ("预算监督情况", "绩效目标公开", 3, "与批复一致并同步公开得3分，逾期扣1分", "逾期11天，扣1分", "3", "2"),
    ("预算监督情况", "自评材料质量", 3, "内容真实、佐证充分得3分，酌情扣分", "部分佐证缺失，扣0.4分", "3", "2.6"),
    ("预算使用效益", "公用经费控制率", 5, "决算数≤调整预算数得5分，否则不得分", "{public}", "5", "5"),
    ("预算使用效益", "重点工作完成率", 6, "得分=督查考核得分÷100×6", "督查考核{duty}分", "6", "5.61"),
    ("预算使用效益", "绩效目标完成率", 8, "得分=实现目标数÷计划目标数×8", "{aims}", "7.33", "7.33"),
    ("预算使用效益", "项目完成及时性", 5, "得分=按期完成项目数÷项目总数×5", "{timely}", "5", "4.69"),
    ("预算使用效益", "信访事项办理", 5, "按期办结率100%得5分，每低1个百分点扣1分", "{letters}", "5", "5"),
    ("预算使用效益", "服务对象满意度", 6, "得分=满意度×6", "满意度{pleased}", "6", "5.54"),
)
GROUPS = ("预算编制情况", "预算执行情况", "预算监督情况", "预算使用效益")


def _of(name: str) -> list[tuple[int, tuple[object, ...]]]:
    return [(place, row) for place, row in enumerate(ROWS) if row[0] == name]


def _got(name: str) -> D:
    return sum((D(str(row[6])) for _, row in _of(name)), D(0))


def _full(name: str) -> int:
    return sum(int(str(row[2])) for _, row in _of(name))


def _cover(x: Paper) -> None:
    x.h(
        "2022年度部门整体支出绩效自评核查报告",
        "",
        "被核查部门：岚溪市自然资源局",
        "委托单位：岚溪市财政局",
        "核查机构：岚溪德衡会计师事务所（普通合伙）",
        "报告日期：2023年8月22日",
        "",
    )
    x.p(
        "受岚溪市财政局委托，我所于2023年6月至8月对岚溪市自然资源局（以下简称“市自规局”）2022年度部门整体支出绩效自评情况进行核查，核查方式包括书面审核、现场抽查和电话访谈，核查依据为《岚溪市市级部门整体支出绩效评价办法》（岚财绩〔2020〕11号）。核查情况如下。"
    )
    x.h("一、部门概况", "（一）职能与机构")
    x.p(
        f"市自规局为市政府组成部门，内设{x('offices', 8)}个科室：办公室、财务科、法规科、耕地保护监督科、国土空间规划科、地质矿产科、确权登记科、生态修复科，另有市不动产登记中心、市土地整治中心、市地质环境监测站3个所属事业单位。全部门核定编制{x('posts', 186)}名，其中行政编制{x('p1', 42)}名、事业编制{x('p2', 144)}名；年末在职{x('staff', 171)}人，其中行政{x('s1', 40)}人、事业{x('s2', 131)}人。"
    )
    x.ok("count", "offices")
    x.ok("sum", "s1 s2 staff", plus(2))
    x.fault("sum", "p1 p2 posts", {"p2": 134}, plus(2), "事业编制数录错一位")


def _budget(x: Paper) -> None:
    x.h("（二）收支情况")
    x.p(
        f"2022年年初预算收入{x('planned', PLANNED)}万元，决算收入{x('received', RECEIVED)}万元，年初结转和结余{x('opening', OPENING)}万元，本年支出{x('spent', SPENT)}万元，年末结转和结余{x('closing', CLOSING)}万元。各类支出见下表。"
    )
    x.h("单位：万元")
    rows = [["项目（按支出性质）", "年初预算数", "调整预算数", "决算数"]]
    for line, (name, *figures) in enumerate(BUDGET):
        rows.append(
            [
                ("其中：" if line == 4 else "") + name,
                *(x(f"b{line}_{column}", figure) for column, figure in enumerate(figures)),
            ]
        )
    x.t(rows)
    for column in range(3):
        cell = [f"b{line}_{column}" for line in range(9)]
        x.ok("sum", f"{cell[1]} {cell[2]} {cell[0]}", plus(2))
        x.ok("sum", " ".join(cell[4:8]) + f" {cell[3]}", plus(4))
        if column != 1:
            x.ok("sum", f"{cell[0]} {cell[3]} {cell[8]}", plus(2))
    x.fault("sum", "b0_1 b3_1 b8_1", {"b8_1": "8517.03"}, plus(2), "调整预算合计与两项之和不符")
    x.same("planned b8_0", "spent b8_2")
    x.ok("difference", "opening received spent closing", "a+b-c=d")


def _work(x: Paper) -> None:
    x.h("（三）年度工作完成情况")
    x.p(
        f"1.耕地保护。下达市自规局的耕地保有量目标为不低于{x('land_aim', '62.40')}万亩，年度变更调查结果为{x('land', '62.28')}万亩，{x('land_said', '未达到')}目标任务；补充耕地验收入库{x('new_land', 3860)}亩，其中水田{x('wet', 1240)}亩、旱地{x('dry', 2620)}亩。卫片执法共下发图斑{x('spots', 164)}个，年底前整改到位{x('fixed', 158)}个，整改率{x('fix_rate', pc(158, 164))}。",
        f"2.地质灾害防治。全市在册隐患点{x('risk', 218)}处，其中滑坡{x('risk1', 126)}处、崩塌{x('risk2', 61)}处、泥石流{x('risk3', 19)}处、地面塌陷{x('risk4', 12)}处，落实群测群防员{x('guards', 218)}名；全年成功预报险情3起，避免人员伤亡46人。",
        f"3.不动产登记。受理各类登记{x('deeds', '31460')}件，按承诺时限办结{x('deeds_done', '31398')}件，按时办结率{x('deeds_rate', pc(31398, 31460))}，一般登记办理时限由5个工作日压缩为3个工作日。",
    )
    x.ok("sum", "wet dry new_land", plus(2))
    x.ok("sum", "risk1 risk2 risk3 risk4 risk", plus(4))
    x.oks("rate", "a/b*100=c", "fixed spots fix_rate", "deeds_done deeds deeds_rate")
    x.fault("target", "land_said land land_aim", {"land_said": "超额完成"}, note="62.28低于62.40，却写超额完成")


def _conclusion(x: Paper) -> None:
    total = sum((_got(name) for name in GROUPS), D(0))
    x.h("二、核查结论")
    x.p(
        f"核查结果分为四档：优（90分及以上）、良（80分及以上、不满90分）、中（60分及以上、不满80分）、差（不满60分）。经核查，市自规局2022年度部门整体支出绩效核查得分{x('total', q(total))}分，等级为“{x('grade', '良')}”。得分汇总如下："
    )
    rows = [["评价内容", "分值", "核查得分", "得分率"]]
    for place, name in enumerate(GROUPS):
        rows.append(
            [
                f"{'一二三四'[place]}、{name}",
                x(f"f{place}", _full(name)),
                x(f"g{place}", q(_got(name))),
                x(f"r{place}", pc(_got(name), _full(name))),
            ]
        )
    rows.append(["总分", x("f4", 100), x("g4", q(total)), x("r4", pc(total, 100))])
    x.t(rows)
    x.oks("score_sum", plus(4), "f0 f1 f2 f3 f4", "g0 g1 g2 g3 g4")
    x.oks("score_rate", "a/b*100=c", *(f"g{place} f{place} r{place}" for place in range(5)))
    x.same("total g4")
    x.fault("grade", "total grade", {"grade": "优"}, note="89.75分不满90分，应为良")


def _analysis(x: Paper) -> None:
    x.h("三、绩效指标分析", "（一）预算编制情况")
    x.p(
        f"该部分分值20分，核查得分{x('said0', q(_got(GROUPS[0])))}分。收入预决算差异率=（8102.55-7106.40）/7106.40×100%={x('gap', pc(RECEIVED - PLANNED, PLANNED))}，调整后的收入预算数为{x('adjusted', AVAILABLE)}{x('adjusted_unit', '万元')}（含年初结转）。主要扣分点是1个项目未细化到用款单位、1个项目未申报绩效目标。"
    )
    x.h("（二）预算执行情况")
    x.p(
        f"该部分分值35分，核查得分{x('said1', q(_got(GROUPS[1])))}分。支出完成率=7904.06/8577.03×100%={x('done', pc(SPENT, AVAILABLE))}；结转结余率=672.97/8577.03×100%={x('left', pc(CLOSING, AVAILABLE))}；政府采购预算{x('buy_plan', '1254.00')}万元，实际采购{x('buy', '1186.30')}万元，采购执行率{x('buy_rate', pc(D('1186.30'), 1254))}，得{x('buy_score', '3.78')}分。审计指出的问题为地质灾害治理工程款支付滞后1项。"
    )
    x.h("（三）预算监督情况")
    x.p(f"该部分分值10分，核查得分{x('said2', q(_got(GROUPS[2])))}分。预决算在批复后20日内公开，绩效目标公开逾期11天。")
    x.h("（四）预算使用效益")
    x.p(
        f"该部分分值35分，核查得分{x('said3', q(_got(GROUPS[3])))}分。公用经费决算{x('pub', '371.72')}万元，调整预算{x('pub_plan', '384.60')}万元，控制率{x('pub_rate', pc(D('371.72'), D('384.60')))}；年度计划目标{x('aims', 24)}项，实现{x('aims_done', 22)}项；预算安排项目{x('jobs', 16)}个，按期完成{x('jobs_done', 15)}个；受理信访事项{x('letters', 86)}件，全部按期办结。现场随机访问办事群众{x('asked', 250)}人，表示满意{x('glad', 231)}人，满意度{x('pleased', pc(231, 250))}。"
    )
    x.ok("rate", "received planned gap", "(a-b)/b*100=c")
    x.oks("rate", "a/b*100=c", "spent adjusted done", "closing adjusted left", "pub pub_plan pub_rate")
    x.ok("survey", "glad asked pleased", "a/b*100=c")
    x.ok("sum", "received opening adjusted", plus(2))
    x.same("said0 g0", "said1 g1", "said2 g2", "pub b2_2", "pub_plan b2_1")
    x.fault("unit", "adjusted adjusted_unit", {"adjusted_unit": "元"}, note="万元写成元")
    x.fault("rate", "buy buy_plan buy_rate", {"buy_rate": "96.40%"}, "a/b*100=c", "94.60%错位成96.40%")
    x.fault("repeat", "adjusted b8_1", {"b8_1": "8517.03"}, "a=b", "表中调整预算与正文不一致")
    x.fault("repeat", "said3 g3", {"said3": "33.71"}, "a=b", "33.17错位成33.71")


def _matters(x: Paper) -> None:
    x.h("四、存在问题")
    x.p(
        "1.预算编制精细度不足。收入预决算差异较大，部分上级专项未提前预计。",
        "2.项目支出进度偏慢。测绘与确权登记、执法监督与信息化两类项目决算数明显低于调整预算数。",
        f"{x('third', '3')}.资产和验收资料管理不够规范。资产卡片未随处置及时更新，2个项目验收资料缺监理签章。",
    )
    x.h("五、有关建议")
    x.p(
        "1.提前谋划上级专项资金，将可预计的转移支付编入年初预算。",
        "2.按月通报项目支出进度，对连续两个季度未达序时进度的项目收回指标。",
        "3.开展一次资产清查，补齐项目验收资料。",
    )
    x.fault("structure", "third", {"third": "4"}, note="问题编号由2跳到4")


def _table(x: Paper) -> None:
    said = {
        "gap": x("t_gap", pc(RECEIVED - PLANNED, PLANNED)),
        "done": x("t_done", pc(SPENT, AVAILABLE)),
        "left": x("t_left", pc(CLOSING, AVAILABLE)),
        "bought": f"{x('t_buy', '1186.30')}/{x('t_buy_plan', '1254.00')}",
        "public": f"{x('t_pub', '371.72')}/{x('t_pub_plan', '384.60')}",
        "duty": x("t_duty", "93.50"),
        "aims": f"{x('t_aims_done', 22)}/{x('t_aims', 24)}",
        "timely": f"{x('t_jobs_done', 15)}/{x('t_jobs', 16)}",
        "letters": "86/86",
        "pleased": x("t_pleased", pc(231, 250)),
    }
    x.h("", "附件：2022年度部门整体支出绩效核查评分表", "", "部门：岚溪市自然资源局")
    rows = [["一级指标", "权重", "三级指标", "权重", "评分标准", "评分说明", "自评得分", "核查得分"]]
    last = ""
    for place, (group, name, weight, standard, remark, own, checked) in enumerate(ROWS):
        head = [group, x(f"tf{GROUPS.index(group)}", _full(group))] if group != last else ["", ""]
        rows.append(
            [
                *head,
                name,
                x(f"w{place}", weight),
                standard,
                remark.format(**said),
                x(f"o{place}", q(D(own))),
                x(f"k{place}", q(D(checked))),
            ]
        )
        last = group
    own_all = sum((D(row[5]) for row in ROWS), D(0))
    rows.append(
        [
            "合计",
            x("tf4", 100),
            "",
            x("w_all", 100),
            "",
            "",
            x("o_all", q(own_all)),
            x("k_all", q(sum((_got(name) for name in GROUPS), D(0)))),
        ]
    )
    x.t(rows)
    x.h("", "核查人员：陆景行    复核：顾若溪", "岚溪德衡会计师事务所（普通合伙）")
    _sums(x)
    _rules(x)


def _sums(x: Paper) -> None:
    for place, name in enumerate(GROUPS):
        lines = [line for line, _ in _of(name)]
        x.ok("score_sum", " ".join(f"k{line}" for line in lines) + f" g{place}", plus(len(lines)))
        x.ok("score_sum", " ".join(f"w{line}" for line in lines) + f" tf{place}", plus(len(lines)))
        x.same(f"f{place} tf{place}")
    x.ok("score_sum", " ".join(f"o{line}" for line in range(len(ROWS))) + " o_all", plus(len(ROWS)))
    x.same("k_all total", "t_gap gap", "t_done done", "t_left left", "t_buy buy", "t_pleased pleased", "buy_score k6")
    lines = [line for line, _ in _of(GROUPS[3])]
    x.fault(
        "score_sum",
        " ".join(f"k{line}" for line in lines) + " said3",
        {"said3": "33.71"},
        plus(len(lines)),
        "与各指标得分之和不符",
    )


def _rules(x: Paper) -> None:
    x.oks("score_rule", "", "t_done w4 k4", "t_left w5 k5", "t_pub t_pub_plan w13 k13")
    x.oks("score_rule", "a/b*c=d", "t_buy t_buy_plan w6 k6", "t_aims_done t_aims w15 k15", "t_jobs_done t_jobs w16 k16")
    x.oks("score_rule", "a/100*b=c", "t_duty w14 k14", "t_pleased w18 k18")
    x.fault("score_rule", "t_gap w2 k2", {"k2": "4.00"}, note="超过5%的部分为9.02个百分点，应扣2分得3分")
    x.fault("score_rule", "buy_rate w6 buy_score", {"buy_rate": "96.40%"}, "a/100*b=c", "得分按94.60%计算")


def paper() -> Paper:
    x = Paper("1402-岚溪市自然资源局自评核查报告.txt", width=38)
    for part in (_cover, _budget, _work, _conclusion, _analysis, _matters, _table):
        part(x)
    return x
