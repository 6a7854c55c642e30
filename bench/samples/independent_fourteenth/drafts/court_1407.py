"""A county court publishes the final accounts of a unit, as a page of the web."""

from __future__ import annotations

from samples.independent_fourteenth.drafts import plus
from samples.independent_tenth.papers import D, Paper, ch, pc, q

__all__ = ["paper"]

GRANT, OTHER, OPENING = D("2986.40"), D("115.76"), D("166.29")
RECEIVED = GRANT + OTHER
TOTAL = RECEIVED + OPENING
BASIC, PROJECT = D("2271.64"), D("868.44")
SPENT = BASIC + PROJECT
CLOSING = TOTAL - SPENT
LAST = D("3415.20")
SAFETY = (("行政运行", "1746.28"), ("案件审判", "512.40"), ("案件执行", "168.63"), ("“两庭”建设", "120.00"))
WELFARE = (("社会保障和就业支出", "268.92"), ("卫生健康支出", "108.77"), ("住房保障支出", "140.35"))
SAFE = sum((D(value) for _, value in SAFETY), D(0))
FISCAL = SAFE + sum((D(value) for _, value in WELFARE), D(0))
PEOPLE = (
    ("基本工资", "512.44"),
    ("津贴补贴", "466.20"),
    ("奖金", "348.72"),
    ("社会保险缴费", "372.36"),
    ("住房公积金", "140.35"),
    ("其他", "118.29"),
)
ROWS = (
    ("产出指标", "审结诉讼案件数", 15, "≥3500件", "{tried}件", "15.00"),
    ("产出指标", "人民陪审员参审件数", 10, "≥900件", "936件", "10.00"),
    ("产出指标", "法定审限内结案率", 15, "≥99%", "{limit}", "14.00"),
    ("产出指标", "办案经费支付及时性", 10, "及时", "及时", "10.00"),
    ("效益指标", "民事案件调撤率", 15, "≥50%", "{settled}", "15.00"),
    ("效益指标", "巡回审判惠及乡镇数", 15, "≥10个", "12个", "15.00"),
    ("满意度指标", "当事人满意度", 10, "≥90%", "91.60%", "10.00"),
)


def _head(x: Paper) -> None:
    x.h("青垣县人民法院2024年度单位决算", "第一部分 单位概况", "一、主要职责")
    x.p(
        "青垣县人民法院是国家审判机关，依法审理法律规定由基层人民法院管辖的刑事、民事、行政案件，执行已经发生法律效力的裁判和法律规定由法院执行的其他法律文书，指导人民调解工作。"
    )
    x.h("二、机构设置")
    x.p(
        f"本院内设机构{x('offices', 7)}个：立案庭、刑事审判庭、民事审判庭、行政审判庭（综合审判庭）、执行局、政治部、综合办公室；派出人民法庭3个：东屏法庭、柳川法庭、石潭法庭。年末在职人员{x('staff', 98)}人，其中员额法官{x('s1', 26)}人、审判辅助人员{x('s2', 51)}人、司法行政人员{x('s3', 21)}人。"
    )
    x.ok("count", "offices")
    x.ok("sum", "s1 s2 s3 staff", plus(3))


def _totals(x: Paper) -> None:
    x.h("第二部分 2024年度单位决算情况说明", "一、收入支出决算总体情况说明")
    x.p(
        f"2024年度收、支总计{x('total', TOTAL)}万元。与2023年度的{x('last', LAST)}万元相比，收、支总计各减少{x('less', LAST - TOTAL)}万元，下降{x('fallen', ch(TOTAL, LAST))}，主要变动原因是审判法庭维修项目上年已完工。"
    )
    x.h("二、收入决算情况说明")
    x.p(
        f"2024年度本年收入合计{x('received', RECEIVED)}万元，其中：财政拨款收入{x('grant', GRANT)}万元，占{x('grant_share', pc(GRANT, RECEIVED))}；其他收入{x('other', OTHER)}万元，占{x('other_share', pc(OTHER, RECEIVED))}。"
    )
    x.h("三、支出决算情况说明")
    x.p(
        f"2024年度本年支出合计{x('spent', SPENT)}万元，其中：基本支出{x('basic', BASIC)}万元，占{x('basic_share', pc(BASIC, SPENT))}；项目支出{x('project', PROJECT)}万元，占{x('project_share', pc(PROJECT, SPENT))}。年末结转和结余{x('closing', CLOSING)}万元。"
    )
    x.t(
        [
            ["项目", "2024年决算数（万元）"],
            ["本年收入", x("c_received", RECEIVED)],
            ["年初结转和结余", x("c_opening", OPENING)],
            ["收入总计", x("c_total", TOTAL)],
            ["本年支出", x("c_spent", SPENT)],
            ["年末结转和结余", x("c_closing", CLOSING)],
            ["支出总计", x("c_total2", TOTAL)],
        ]
    )
    x.oks(
        "sum",
        plus(2),
        "grant other received",
        "basic project spent",
        "c_received c_opening c_total",
        "c_spent c_closing c_total2",
    )
    x.oks(
        "share",
        "a/b*100=c",
        "grant received grant_share",
        "other received other_share",
        "basic spent basic_share",
        "project spent project_share",
    )
    x.same("total c_total", "received c_received", "spent c_spent", "c_total c_total2")
    x.ok("growth", "last total fallen", "(a-b)/a*100=c")
    x.fault("difference", "last total less", {"less": "146.57"}, "a-b=c", "146.75错位成146.57")
    x.fault("repeat", "closing c_closing", {"closing": "123.87"}, "a=b", "正文与表不一致")
    x.fault("difference", "total spent closing", {"closing": "123.87"}, "a-b=c")


def _fiscal(x: Paper) -> None:
    x.h("四、财政拨款支出决算情况说明")
    x.p(
        f"2024年度财政拨款支出{x('fiscal', FISCAL)}万元，年初预算{x('plan', '2890.00')}万元，支出决算为年初预算的{x('plan_rate', pc(FISCAL, 2890))}，包括财政拨款年初结转资金安排的支出。支出按功能分类列示如下："
    )
    rows = [["科目", "决算数（万元）"], ["公共安全支出", x("n_safe", SAFE)]]
    rows += [
        [f"　其中：{name}" if not line else f"　　　　{name}", x(f"n{line}", value)]
        for line, (name, value) in enumerate(SAFETY)
    ]
    rows += [[name, x(f"m{line}", value)] for line, (name, value) in enumerate(WELFARE)]
    rows.append(["合计", x("n_all", FISCAL)])
    x.t(rows)
    x.p(
        f"财政拨款基本支出{x('fiscal_basic', '2196.91')}万元，其中人员经费{x('people', '1958.36')}万元（"
        + "、".join(f"{name}{x(f'p{line}', value)}万元" for line, (name, value) in enumerate(PEOPLE))
        + f"），公用经费{x('office', '238.55')}万元；财政拨款项目支出868.44万元。"
    )
    x.ok("rate", "fiscal plan plan_rate", "a/b*100=c")
    x.ok("sum", "n_safe m0 m1 m2 n_all", plus(4))
    x.ok("sum", "p0 p1 p2 p3 p4 p5 people", plus(6))
    x.ok("sum", "people office fiscal_basic", plus(2))
    x.same("fiscal n_all", "p4 m2")
    x.fault("sum", "n0 n1 n2 n3 n_safe", {"n2": "186.63"}, plus(4), "其中各项之和大于公共安全支出")


def _three(x: Paper) -> None:
    x.h("五、“三公”经费支出决算情况说明")
    x.p(
        f"2024年度“三公”经费支出决算{x('three', '51.34')}万元，完成预算{x('three_plan', '58.00')}万元的{x('three_rate', pc(D('51.34'), 58))}，比2023年的{x('three_last', '44.86')}万元增加{x('three_more', '6.48')}万元，增长{x('three_grown', ch(D('51.34'), D('44.86')))}，原因是按规定更新执法执勤用车1辆。",
        f"1.因公出国（境）费支出0万元。2.公务用车购置及运行维护费支出{x('cars', '49.18')}万元，其中购置费{x('car_new', '17.98')}万元、运行维护费{x('car_run', '31.20')}万元，年末保有车辆{x('fleet', 12)}辆，车均运行维护费{x('car_each', '2.60')}万元。3.公务接待费支出{x('guests', '2.16')}万元，接待28批次、{x('met', 216)}人次，人均{x('met_each', 100)}元。",
    )
    x.ok("rate", "three three_plan three_rate", "a/b*100=c")
    x.ok("difference", "three three_last three_more", "a-b=c")
    x.ok("growth", "three three_last three_grown", "(a-b)/b*100=c")
    x.ok("rate", "car_run fleet car_each", "a/b=c")
    x.ok("rate", "guests met met_each", "a*10000/b=c")
    x.fault("sum", "car_new car_run cars", {"cars": "48.19"}, plus(2), "公车小计错位")
    x.fault("sum", "cars guests three", {"cars": "48.19"}, plus(2))
    x.h("六、机关运行经费支出情况说明")
    x.p(
        f"2024年度机关运行经费支出{x('run', '238.55')}万元，与公用经费一致，比2023年的{x('run_last', '246.17')}万元减少{x('run_less', '7.62')}万元，下降{x('run_rate', ch(D('238.55'), D('246.17')))}。"
    )
    x.same("run office")
    x.ok("difference", "run_last run run_less", "a-b=c")
    x.ok("growth", "run_less run_last run_rate", "a/b*100=c")
    x.h(f"{x('seventh', '七')}、政府采购支出情况说明")
    x.p(
        f"政府采购支出{x('buy', '286.75')}万元，其中货物{x('buy1', '96.35')}万元、服务{x('buy2', '190.40')}万元，无工程采购；授予中小企业合同金额{x('small', '251.30')}万元，占{x('small_share', pc(D('251.30'), D('286.75')))}。"
    )
    x.ok("sum", "buy1 buy2 buy", plus(2))
    x.ok("share", "small buy small_share", "a/b*100=c")
    x.fault("structure", "seventh", {"seventh": "六"}, note="“六”重复，应为七")
    x.h("八、国有资产占有情况说明")
    x.p(
        f"截至2024年12月31日，本院共有车辆{x('vans', 12)}辆，其中机要通信用车{x('van1', 1)}辆、执法执勤用车{x('van2', 11)}辆；单价100万元以上设备1台（套），为诉讼服务中心数字审委会系统。"
    )
    x.ok("sum", "van1 van2 vans", plus(2))
    x.same("vans fleet")


def _work(x: Paper) -> None:
    x.h("九、预算绩效情况说明", "（一）主要业务完成情况")
    x.p(
        f"全年受理各类案件{x('cases', 5842)}件，其中旧存{x('old', 412)}件、新收{x('new', 5430)}件；审结、执结{x('closed', 5503)}件，结案率{x('close_rate', pc(5503, 5842))}，年末未结{x('open', 339)}件。已结案件中，刑事{x('k1', 318)}件、民事{x('k2', 3246)}件、行政{x('k3', 52)}件、执行{x('k4', 1887)}件。员额法官{x('judges', 26)}人，人均结案{x('each', q(D(5503) / 26))}件。民事案件调解、撤诉{x('settled', 1642)}件，调撤率{x('settle_rate', pc(1642, 3246))}；执行到位金额1.86亿元，占申请执行标的额3.12亿元的{x('paid_rate', pc(D('1.86'), D('3.12')))}。"
    )
    x.ok("sum", "old new cases", plus(2))
    x.ok("sum", "k1 k2 k3 k4 closed", plus(4))
    x.ok("rate", "closed cases close_rate", "a/b*100=c")
    x.ok("rate", "settled k2 settle_rate", "a/b*100=c")
    x.same("judges s1")
    x.fault("difference", "cases closed open", {"open": 393}, "a-b=c", "339错位成393")
    x.fault("rate", "closed judges each", {"each": q(D(5842) / 26)}, "a/b=c", "分子误用受理数")
    x.h("（二）绩效自评情况")
    x.p(
        f"本院对6个项目开展自评，涉及资金868.44万元，自评等级5个为优、1个为良。其中“案件审判”项目全年预算{x('j_plan', '520.00')}万元，执行{x('j_spent', '512.40')}万元，执行率{x('j_rate', pc(D('512.40'), 520))}，自评{x('j_total', '98.85')}分。各项指标中，{x('claim', '法定审限内结案率未达到目标，其余指标均已完成')}。"
    )
    x.h(f"案件审判项目支出绩效自评表（{x('year', 2024)}年度）")
    said = {
        "tried": x("t_tried", 318 + 3246 + 52),
        "limit": x("t_limit", "98.60%"),
        "settled": x("t_settled", pc(1642, 3246)),
    }
    rows = [["一级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分"]]
    rows.append(["预算执行率", "预算执行率", x("w0", 10), "100%", x("t_rate", pc(D("512.40"), 520)), x("g0", "9.85")])
    for line, (group, name, weight, aim, result, score) in enumerate(ROWS, start=1):
        rows.append(
            [
                group,
                name,
                x(f"w{line}", weight),
                x("t_aim", aim) if line == 3 else aim,
                result.format(**said),
                x(f"g{line}", score),
            ]
        )
    rows.append(["合计", "", x("w8", 100), "", "", x("g8", "98.85")])
    x.t(rows)
    x.ok("sum", "k1 k2 k3 t_tried", plus(3))
    x.same("t_settled settle_rate", "t_rate j_rate", "j_spent n1")
    x.ok("rate", "j_spent j_plan j_rate", "a/b*100=c")
    x.ok("score_rule", "t_rate w0 g0", "a/100*b=c")
    x.ok("score_sum", " ".join(f"w{line}" for line in range(9)), plus(8))
    x.ok("score_sum", " ".join(f"g{line}" for line in range(8)) + " j_total", plus(8))
    x.fault("score_sum", " ".join(f"g{line}" for line in range(9)), {"g8": "98.55"}, plus(8), "合计与各项得分之和不符")
    x.fault("repeat", "j_total g8", {"g8": "98.55"}, "a=b")
    x.fault("target", "claim t_limit t_aim", {"claim": "全部达到或超过年度目标"}, note="审限内结案率98.60%低于99%")
    x.fault("year", "year", {"year": 2023}, note="附表年度未改")


def paper() -> Paper:
    x = Paper("1407-青垣县人民法院单位决算.html")
    for part in (_head, _totals, _fiscal, _three, _work):
        part(x)
    return x
