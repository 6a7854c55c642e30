"""A city's emergency bureau: the self-evaluation tables of three projects, flattened to lines."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, pc

__all__ = ["paper"]

_Row = tuple[str, str, str, str, str, str, int, str, str]


def paper() -> Paper:
    x = Paper("1210-霁州市应急管理局2023年度项目支出绩效自评表.txt", gap="\t")
    x.h("霁州市应急管理局2023年度项目支出绩效自评表", "")
    x.h(
        "填报说明：1.预算执行得分=执行率×分值（10分）；2.定量指标达到年度指标值的得满分，未达到的按完成比例乘以分值计分；"
        "3.总分90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。",
        "",
    )
    _inspections(x)
    _stores(x)
    _forest(x)
    _end(x)
    return x


def _table(x: Paper, key: str, rows: list[_Row], total: str) -> None:
    table: list[list[object]] = [
        ["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因及改进措施"]
    ]
    for place, (group, title, sign, goal, done, unit, most, got, why) in enumerate(rows, start=1):
        table.append(
            [
                group,
                title,
                f"{sign}{x(f'{key}g{place}', goal)}{unit}",
                f"{x(f'{key}a{place}', done)}{unit}",
                x(f"{key}w{place}", most),
                x(f"{key}s{place}", got),
                why,
            ]
        )
    table.append(["总分", "", "", "", x(f"{key}w", 100), x(f"{key}s", total), ""])
    x.t(table)


def _inspections(x: Paper) -> None:
    x.h("项目支出绩效自评表（一）", "（2023年度）")
    x.t(
        [
            ["项目名称", "安全生产监管执法专项经费"],
            ["主管部门", "霁州市应急管理局"],
            ["实施单位", "市安全生产执法监察支队"],
        ],
        gap="\n",
    )
    x.t(
        [
            ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
            [
                "年度资金总额",
                x("a01", "268.00"),
                x("a02", "268.00"),
                x("a03", "257.28"),
                x("aw0", 10),
                x("a04", "96.00%"),
                x("as0", "9.60"),
            ],
            [
                "其中：当年财政拨款",
                x("a11", "250.00"),
                x("a12", "250.00"),
                x("a13", "239.28"),
                "—",
                x("a14", pc(D("239.28"), 250)),
                "—",
            ],
            ["上年结转资金", x("a21", "18.00"), x("a22", "18.00"), x("a23", "18.00"), "—", x("a24", "100.00%"), "—"],
        ]
    )
    x.oks("sum", "a+b=c", "a11 a21 a01", "a12 a22 a02", "a13 a23 a03")
    x.oks("rate", "a/b*100=c", "a03 a02 a04", "a23 a22 a24")
    x.fault("rate", "a13 a12 a14", {"a14": "97.51%"}, "a/b*100=c", "digits swapped")
    x.ok("score_rule", "a04 aw0 as0", "a*b/100=c")
    x.h("年度总体目标")
    x.p(
        "预期目标：严格落实年度监督检查计划，聘请专家参与执法检查，推动重大隐患动态清零，压减生产安全事故。",
        f"实际完成情况：全年检查企业{x('firms', 896)}家次，其中危险化学品企业{x('f1', 312)}家次、工贸企业{x('f2', 428)}家次、矿山企业{x('f3', 156)}家次；聘请专家"
        f"{x('wise', 134)}人次；发现隐患{x('found', '1,810')}项，整改{x('fixed', '1,784')}项，整改率{x('fix_r', pc(1784, 1810))}；立案{x('cases', 46)}件，全部"
        f"结案，罚款{x('fines', '138.60')}万元。全年发生生产安全事故{x('acc', 22)}起，比上年的{x('acc0', 24)}起减少{x('accd', 2)}起，下降{x('accr', '8.33%')}。",
    )
    x.fault("count", "f1 f2 f3 firms", {"f2": 482}, "a+b+c=d", "digits swapped")
    x.ok("rate", "fixed found fix_r", "a/b*100=c")
    x.ok("difference", "acc0 acc accd", "a-b=c")
    x.ok("growth", "acc0 acc accr", "(a-b)/a*100=c")
    _table(
        x,
        "a",
        [
            ("产出指标", "检查企业家次", "≥", "850", "896", "家次", 10, "10.00", ""),
            ("产出指标", "聘请专家人次", "≥", "120", "134", "人次", 10, "10.00", ""),
            ("产出指标", "隐患整改率", "≥", "98%", "98.56%", "", 10, "10.00", ""),
            ("产出指标", "立案案件结案率", "", "100%", "100%", "", 10, "10.00", ""),
            ("产出指标", "检查计划按期完成率", "", "100%", "100%", "", 10, "10.00", ""),
            ("效益指标", "生产安全事故起数下降率", "≥", "5%", "8.33%", "", 15, "15.00", ""),
            (
                "效益指标",
                "企业安全意识",
                "",
                "明显提升",
                "有所提升",
                "",
                15,
                "13.00",
                "小微企业培训不足，下年扩大覆盖面",
            ),
            ("满意度指标", "企业满意度", "≥", "90%", "92.50%", "", 10, "10.00", ""),
        ],
        "97.60",
    )
    x.oks("target", "", *(f"ag{n} aa{n}" for n in (1, 2, 3, 4, 5, 6, 8)))
    x.same("firms aa1", "wise aa2", "fix_r aa3", "accr aa6")
    x.ok("score_sum", "as0 as1 as2 as3 as4 as5 as6 as7 as8 as", "a+b+c+d+e+f+g+h+i=j")
    wrong = {"aw7": 10}
    names = "aw0 aw1 aw2 aw3 aw4 aw5 aw6 aw7 aw8 aw"
    x.fault("score_sum", names, wrong, "a+b+c+d+e+f+g+h+i=j", "the weights make 95")
    x.fault("policy", "aw7 as7", wrong, note="13 points of 10")
    x.h("")


def _stores(x: Paper) -> None:
    x.h("项目支出绩效自评表（二）", "（2023年度）")
    x.t(
        [
            ["项目名称", "应急物资储备"],
            ["主管部门", "霁州市应急管理局"],
            ["实施单位", "市应急物资保障中心"],
        ],
        gap="\n",
    )
    x.t(
        [
            ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
            [
                "年度资金总额",
                x("b01", "180.00"),
                x("b02", "180.00"),
                x("b03", "171.36"),
                x("bw0", 10),
                x("b04", "95.20%"),
                x("bs0", "9.52"),
            ],
        ]
    )
    x.ok("rate", "b03 b02 b04", "a/b*100=c")
    x.ok("score_rule", "b04 bw0 bs0", "a*b/100=c")
    x.h("年度总体目标")
    x.p(
        "预期目标：按照储备规划补充救灾和防汛物资，做到储备足、调得快、用得上。",
        f"实际完成情况：全年采购{x('doubled', '应急')}物资{x('goods', '15,620')}件（套），其中帐篷{x('k1', 420)}顶、折叠床{x('k2', '1,200')}张、棉被"
        f"{x('k3', '6,000')}床、救生衣{x('k4', '3,500')}件、应急灯{x('k5', '4,500')}盏，连同原有库存可满足{x('saved', '3,200')}人紧急转移安置需要。年末盘点库存物资"
        f"{x('stock', '24,000')}件（套），完好{x('sound', '23,304')}件（套），完好率{x('sound_r', pc(23304, 24000, 1))}。",
    )
    x.ok("count", "k1 k2 k3 k4 k5 goods", "a+b+c+d+e=f")
    x.ok("rate", "sound stock sound_r", "a/b*100=c")
    x.fault("structure", "doubled", {"doubled": "应急应急"}, note="doubled word")
    _table(
        x,
        "b",
        [
            ("产出指标", "采购物资件数", "≥", "15000", "15620", "件", 10, "10.00", ""),
            ("产出指标", "采购物资种类", "≥", "5", "5", "种", 10, "10.00", ""),
            ("产出指标", "物资验收合格率", "", "100%", "100%", "", 10, "10.00", ""),
            ("产出指标", "采购完成时间", "", "6月底前", "6月18日", "", 10, "10.00", ""),
            ("成本指标", "平均采购成本", "≤", "120", "109.71", "元/件", 10, "10.00", ""),
            ("效益指标", "可保障转移安置人数", "≥", "3000", "3200", "人", 15, "15.00", ""),
            ("效益指标", "库存物资完好率", "≥", "98%", "97.1%", "", 15, "14.86", "部分棉被受潮，已加装除湿设备"),
            ("满意度指标", "使用单位满意度", "≥", "90%", "91.0%", "", 10, "10.00", ""),
        ],
        "99.38",
    )
    x.oks("target", "", *(f"bg{n} ba{n}" for n in (1, 2, 3, 5, 6, 8)))
    x.fault("target", "bg4 ba4", {"ba4": "7月18日"}, note="finished after the date set, yet full marks")
    x.same("goods ba1", "saved ba6", "sound_r ba7")
    x.ok("rate", "b03 ba1 ba5", "a/b*10000=c")
    x.ok("score_rule", "ba7 bg7 bw7 bs7", "a/b*c=d")
    x.ok("score_sum", "bw0 bw1 bw2 bw3 bw4 bw5 bw6 bw7 bw8 bw", "a+b+c+d+e+f+g+h+i=j")
    names = "bs0 bs1 bs2 bs3 bs4 bs5 bs6 bs7 bs8 bs"
    x.fault("score_sum", names, {"bs": "99.83"}, "a+b+c+d+e+f+g+h+i=j", "digits swapped")
    x.h("")


def _forest(x: Paper) -> None:
    x.h("项目支出绩效自评表（三）", f"（{x('year', '2023')}年度）")
    x.fault("year", "year", {"year": "2022"}, note="last year left in the head of the table")
    x.t(
        [
            ["项目名称", "森林防灭火专项经费"],
            ["主管部门", "霁州市应急管理局"],
            ["实施单位", "市森林防灭火服务中心"],
        ],
        gap="\n",
    )
    x.t(
        [
            ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
            [
                "年度资金总额",
                x("c01", "320.00"),
                x("c02", "356.50"),
                x("c03", "338.68"),
                x("cw0", 10),
                x("c04", "95.00%"),
                x("cs0", "9.50"),
            ],
            [
                "其中：市级财政拨款",
                x("c11", "320.00"),
                x("c12", "320.00"),
                x("c13", "303.43"),
                "—",
                x("c14", pc(D("303.43"), 320)),
                "—",
            ],
            [
                "省级补助资金",
                x("c21", "0.00"),
                x("c22", "36.50"),
                x("c23", "35.25"),
                "—",
                x("c24", pc(D("35.25"), D("36.50"))),
                "—",
            ],
        ]
    )
    wrong = {"c04": pc(D("338.68"), 320)}
    x.oks("sum", "a+b=c", "c12 c22 c02", "c13 c23 c03")
    x.fault("rate", "c03 c02 c04", wrong, "a/b*100=c", "divided by the budget of the beginning")
    x.fault("score_rule", "c04 cw0 cs0", wrong, "a*b/100=c", "the points were made with 95.00%")
    x.oks("rate", "a/b*100=c", "c13 c12 c14", "c23 c22 c24")
    x.h("年度总体目标")
    x.p(
        "预期目标：加强巡护和宣传，完善防火基础设施，森林火灾受害率控制在0.5‰以内。",
        f"实际完成情况：累计巡护{x('walk', '5,126')}公里，举办扑火队员培训{x('class', 6)}期，培训{x('pupils', 348)}人次，其中专业队{x('pu1', 132)}人次、半专业队"
        f"{x('pu2', 216)}人次；新建防火隔离带{x('belt', '31.5')}公里，因用地协调困难比计划少{x('short', '3.5')}公里；发生森林火情{x('fire', 4)}起，全部在24小时内"
        "扑灭，未造成人员伤亡；发放宣传资料4.6万份。",
    )
    x.ok("count", "pu1 pu2 pupils", "a+b=c")
    _table(
        x,
        "c",
        [
            ("产出指标", "巡护里程", "≥", "4800", "5126", "公里", 10, "10.00", ""),
            ("产出指标", "扑火队员培训", "≥", "6", "6", "期", 10, "10.00", ""),
            ("产出指标", "新建防火隔离带", "≥", "35", "31.5", "公里", 10, "9.00", "用地协调困难，下年度继续实施"),
            ("产出指标", "火情24小时扑灭率", "", "100%", "100%", "", 10, "10.00", ""),
            ("产出指标", "防火期值班在岗率", "", "100%", "100%", "", 10, "10.00", ""),
            ("效益指标", "森林火灾受害率", "≤", "0.5‰", "0.08‰", "", 15, "15.00", ""),
            ("效益指标", "林区宣传覆盖率", "≥", "95%", "96.3%", "", 15, "15.00", ""),
            ("满意度指标", "林区群众满意度", "≥", "90%", "93.2%", "", 10, "10.00", ""),
        ],
        "98.50",
    )
    x.oks("target", "", *(f"cg{n} ca{n}" for n in (1, 2, 4, 5, 6, 7, 8)))
    x.same("walk ca1", "class ca2")
    x.ok("difference", "cg3 belt short", "a-b=c")
    x.fault("repeat", "belt ca3", {"ca3": "35.1"}, "a=b", "digits swapped against the text")
    x.fault(
        "score_rule",
        "cg3 ca3 cw3 cs3",
        {"ca3": "35.1"},
        note="35.1 reaches the goal, points are taken off all the same",
    )
    x.ok("score_sum", "cw0 cw1 cw2 cw3 cw4 cw5 cw6 cw7 cw8 cw", "a+b+c+d+e+f+g+h+i=j")
    x.ok("score_sum", "cs0 cs1 cs2 cs3 cs4 cs5 cs6 cs7 cs8 cs", "a+b+c+d+e+f+g+h+i=j")
    x.h("")


def _end(x: Paper) -> None:
    x.h("项目支出绩效自评汇总说明")
    x.p(
        f"2023年度我局纳入自评的项目共{x('items', 3)}个，全年预算合计{x('y', '804.50')}万元，全年执行合计{x('z', '767.32')}万元，总体执行率"
        f"{x('zr', pc(D('767.32'), D('804.50')))}，未执行资金{x('left', '37.18')}万元由财政收回。安全生产监管执法专项经费自评{x('t1', '97.60')}分，应急物资储备自评"
        f"{x('t2', '99.38')}分，森林防灭火专项经费自评{x('t3', '98.50')}分，平均{x('t', '98.49')}分，等级均为“{x('grade', '优')}”。"
    )
    wrong = {"z": "767.23"}
    x.ok("sum", "a02 b02 c02 y", "a+b+c=d")
    x.fault("sum", "a03 b03 c03 z", wrong, "a+b+c=d", "digits swapped")
    x.fault("rate", "z y zr", wrong, "a/b*100=c", "the rate was made with 767.32")
    x.fault("difference", "y z left", wrong, "a-b=c", "the rest was made with 767.32")
    x.same("as t1", "cs t3")
    x.fault("repeat", "bs t2", {"bs": "99.83"}, "a=b", "the table's total differs from the summary's")
    x.ok("score_sum", "t1 t2 t3 t", "(a+b+c)/3=d")
    x.ok("grade", "t1 grade")
    x.p(
        f"三个项目共设置三级指标{x('n', 24)}个，其中达到年度指标值的{x('n1', 21)}个、未达到的{x('n2', 3)}个，达标率{x('nr', pc(21, 24))}。自评工作由规划财务科牵头，"
        "各实施单位对照年初批复的绩效目标逐项填报，并附佐证资料；规划财务科对执行数与国库支付系统数据、完成值与业务台账进行核对，经局党委会审议后上报市财政局。"
        "三个项目均未发生超范围、超标准支出，项目档案基本齐全。"
    )
    x.ok("count", "n1 n2 n", "a+b=c")
    x.ok("rate", "n1 n nr", "a/b*100=c")
    x.p(
        "从自评情况看，各项目管理制度健全、资金使用合规，主要问题是项目前期工作不够充分，个别产出指标未按计划完成，部分效益指标以定性描述为主。下一步将"
        "提前启动项目论证和用地协调，优化采购和仓储管理，完善可量化的效益指标，并把自评结果与2025年度项目预算安排挂钩。"
    )
    x.h("填报人：市应急管理局规划财务科    填报日期：2024年3月15日")
