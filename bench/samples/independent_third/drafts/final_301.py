"""301: final accounts of a bureau of justice, as text taken out of a pdf."""

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as at
from samples.independent_third.accounts import Books
from samples.independent_third.making import Paper, changed

ITEMS = [
    ("2040601", "行政运行", D("864.37"), D(0)),
    ("2040604", "基层司法业务", D(0), D("158.20")),
    ("2040605", "普法宣传", D(0), D("46.85")),
    ("2040607", "公共法律服务", D(0), D("213.48")),
    ("2080505", "机关事业单位基本养老保险缴费支出", D("93.16"), D(0)),
    ("2080506", "机关事业单位职业年金缴费支出", D("46.58"), D(0)),
    ("2101101", "行政单位医疗", D("52.74"), D(0)),
    ("2210201", "住房公积金", D("88.92"), D(0)),
]


def draft() -> Draft:
    d = Paper(301, "沅浦市司法局2023年度部门决算", "txt", separator="    ", width=34)
    b = Books(ITEMS, marks={
        ("out", "all", "total"): "t_all", ("out", "all", "basic"): "t_basic", ("out", "all", "project"): "t_project",
        ("out", "204", "total"): "t204", ("out", "208", "total"): "t208", ("out", "210", "total"): "t210", ("out", "221", "total"): "t221",
    })  # fmt: skip
    whole, old = b.total(), D("1498.65")
    staff, daily = D("1012.44"), b.basic() - D("1012.44")
    car, car_plan, guest, guest_plan = D("6.94"), D("8.40"), D("1.37"), D("2.60")
    old_car, old_guest = D("7.82"), D("1.05")
    d.p(
        "沅浦市司法局\n2023年度部门决算",
        "目  录",
        "第一部分 沅浦市司法局概况",
        "一、部门职责",
        "二、机构设置",
        "第二部分 2023年度部门决算表",
        "第三部分 2023年度部门决算情况说明",
        "第四部分 名词解释",
    )
    d.h(1, "第一部分 沅浦市司法局概况")
    d.h(2, "一、部门职责")
    d.p(
        "承担全面依法治市的统筹协调和督促落实；负责行政规范性文件的合法性审核；指导管理社区矫正、人民调解、法律援助、公证和律师工作；拟订法治宣传教育规划并组织实施。"
    )
    d.h(2, "二、机构设置")
    d.p(
        "从决算单位构成看，沅浦市司法局部门决算包括局本级决算和所属事业单位决算。纳入2023年度部门决算编制范围的单位共2个，包括：",
        "1.沅浦市司法局（本级）",
        "2.沅浦市法律援助中心",
    )
    d.h(1, "第二部分 2023年度部门决算表")
    d.p("收入支出决算总表", "公开01表    单位：万元")
    d.t(
        [
            "收入/决算数/支出/决算数",
            *b.overview(
                "sum",
                [
                    ("一、一般公共预算财政拨款收入", whole),
                    ("二、政府性基金预算财政拨款收入", D(0)),
                    ("三、事业收入", D(0)),
                ],
                [
                    ("本年收入合计", money(whole), "本年支出合计", money(whole)),
                    ("年初结转和结余", "", "年末结转和结余", ""),
                    ("总计", money(whole), "总计", money(whole)),
                ],
            ),
        ]
    )
    d.p("收入决算表", "公开02表    单位：万元")
    d.t(["科目编码/科目名称/本年收入合计/财政拨款收入/事业收入/其他收入", *b.income("in", 2)])
    d.p("支出决算表", "公开03表    单位：万元")
    d.t(["科目编码/科目名称/本年支出合计/基本支出/项目支出", *b.spending("out")])
    d.p("财政拨款收入支出决算总表", "公开04表    单位：万元")
    d.t(
        [
            "收入/决算数/支出/决算数",
            *b.overview(
                "sum2",
                [("一、一般公共预算财政拨款", whole), ("二、政府性基金预算财政拨款", D(0))],
                [("本年收入合计", money(whole), "本年支出合计", money(whole))],
            ),
        ]
    )
    d.p("一般公共预算财政拨款支出决算表", "公开05表    单位：万元")
    d.t(["科目编码/科目名称/合计/基本支出/项目支出", *b.spending("out2")])
    d.p("一般公共预算财政拨款基本支出决算表", "公开06表    单位：万元")
    pay, help_ = D("968.27"), staff - D("968.27")
    d.t(
        [
            "经济分类编码/科目名称/决算数",
            ("301", "工资福利支出", at("e301", money(pay))),
            ("303", "对个人和家庭的补助", at("e303", money(help_))),
            ("", "人员经费合计", at("estaff", money(staff))),
            ("302", "商品和服务支出", money(daily)),
            ("", "公用经费合计", money(daily)),
        ]
    )
    d.p("财政拨款“三公”经费支出决算表", "公开07表    单位：万元")
    d.t(
        [
            "项目/合计/因公出国（境）费/公务用车购置费/公务用车运行费/公务接待费",
            ("预算数", money(car_plan + guest_plan), "", "", money(car_plan), money(guest_plan)),
            ("决算数", at("s_sum", money(car + guest)), "", "", at("s_car", money(car)), at("s_guest", money(guest))),
        ]
    )
    d.p(
        "政府性基金预算财政拨款收入支出决算表",
        "公开08表    单位：万元",
        "注：本部门2023年度没有政府性基金预算财政拨款收入和支出，本表无数据。",
        "国有资本经营预算财政拨款支出决算表",
        "公开09表    单位：万元",
        "注：本部门2023年度没有国有资本经营预算财政拨款支出，本表无数据。",
    )
    d.h(1, "第三部分 2023年度部门决算情况说明")
    d.h(2, "一、收入支出决算总体情况说明")
    d.p(
        f"2023年度收入、支出总计均为{at('n_all', money(whole))}万元，与2022年度的{at('n_old', money(old))}万元相比，收、支总计各{at('dir1', '增加')}{at('n_diff', money(whole - old))}万元，增长{at('n_pct', changed(whole, old))}，主要原因是公共法律服务体系建设投入加大。"
    )
    d.h(2, "二、收入决算情况说明")
    d.p(
        f"本年收入合计{money(whole)}万元，其中：财政拨款收入{money(whole)}万元，占100.00%；事业收入0万元，占0.00%；其他收入0万元，占0.00%。"
    )
    d.h(2, "三、支出决算情况说明")
    d.p(
        f"本年支出合计{at('x_all', money(whole))}万元，其中：基本支出{at('x_basic', money(b.basic()))}万元，占{at('x_bp', percent(b.basic(), whole))}；项目支出{at('x_proj', money(b.project()))}万元，占{at('x_pp', percent(b.project(), whole))}。"
    )
    d.h(2, "四、财政拨款收入支出决算总体情况说明")
    d.p(
        f"2023年度财政拨款收、支总计均为{money(whole)}万元。2022年度为{money(old)}万元，同口径{at('dir2', '增加')}{money(whole - old)}万元。"
    )
    d.h(2, "五、一般公共预算财政拨款支出决算情况说明")
    plan = D("1532.40")
    d.p(
        f"（一）总体情况。一般公共预算财政拨款支出{at('g_all', money(whole))}万元，占本年支出合计的100.00%，年初预算为{at('g_plan', money(plan))}万元，完成年初预算的{at('g_rate', percent(whole, plan))}。",
        f"（二）结构情况。主要用于以下方面：公共安全支出{at('c204', money(b.total('204')))}万元，占{at('p204', percent(b.total('204'), whole))}；社会保障和就业支出{at('c208', money(b.total('208')))}万元，占{at('p208', percent(b.total('208'), whole))}；卫生健康支出{at('c210', money(b.total('210')))}万元，占{at('p210', percent(b.total('210'), whole))}；住房保障支出{at('c221', money(b.total('221')))}万元，占{at('p221', percent(b.total('221'), whole))}。",
    )
    d.h(2, at("six", "六") + "、一般公共预算财政拨款基本支出决算情况说明")
    d.p(
        f"基本支出{at('b_all', money(b.basic()))}万元，其中：人员经费{at('b_staff', money(staff))}万元，主要包括基本工资、津贴补贴、奖金、社会保障缴费等；公用经费{at('b_daily', money(daily))}万元，主要包括办公费、水电费、差旅费、劳务费等。"
    )
    d.h(2, at("seven", "七") + "、财政拨款“三公”经费支出决算情况说明")
    d.p(
        f"2023年度“三公”经费支出决算为{at('y_sum', money(car + guest))}万元，比2022年度的{at('y_old', money(old_car + old_guest))}万元减少{at('y_diff', money(old_car + old_guest - car - guest))}万元，下降{at('y_pct', changed(car + guest, old_car + old_guest))}。其中：因公出国（境）费支出0万元；公务用车运行费支出{at('y_car', money(car))}万元，占{percent(car, car + guest)}；公务接待费支出{at('y_guest', money(guest))}万元，占{percent(guest, car + guest)}。",
        f"公务用车运行费预算为{at('v_plan', money(car_plan))}万元，完成预算的{at('v_rate', percent(car, car_plan))}，主要用于执法执勤和下乡调解，年末公务用车保有量为4辆。公务接待费预算为{money(guest_plan)}万元，完成预算的{at('w_rate', percent(guest, guest_plan))}，全年国内接待17批次、126人次。",
    )
    d.h(2, "八、政府性基金预算财政拨款收入支出决算情况说明")
    d.p("本部门2023年度无政府性基金预算财政拨款收入和支出。")
    d.h(2, "九、国有资本经营预算财政拨款支出决算情况说明")
    d.p("本部门2023年度无国有资本经营预算财政拨款支出。")
    d.h(2, "十、预算绩效情况说明")
    d.p(
        f"按照市财政局统一部署，本部门对{at('year', '2023年度')}预算项目支出全面开展绩效自评，共涉及项目3个，资金{money(b.project())}万元，占本年项目支出的100%。"
    )
    d.h(2, "十一、其他重要事项情况说明")
    d.p(
        f"（一）机关运行经费支出{money(daily)}万元，比2022年度的{at('m_old', '145.20')}万元减少{at('m_diff', money(D('145.20') - daily))}万元。",
        "（二）政府采购支出总额38.60万元，其中：政府采购货物支出12.45万元、政府采购工程支出0万元、政府采购服务支出26.15万元。",
        "（三）截至2023年12月31日，本部门共有车辆4辆，其中：执法执勤用车3辆、其他用车1辆；单价100万元以上设备0台（套）。",
    )
    d.h(1, "第四部分 名词解释")
    d.p(
        "一、基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。",
        "二、项目支出：指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。",
    )
    d.ok("sum", "a+b=c", "t_basic", "t_project", "t_all")
    d.ok("sum", "a+b+c+d=e", "t204", "t208", "t210", "t221", "t_all")
    d.ok("sum", "a+b=c", "e301", "e303", "estaff")
    d.ok("sum", "a+b=c", "s_car", "s_guest", "s_sum")
    d.ok("sum", "a+b=c", "b_staff", "b_daily", "b_all")
    d.ok("sum", "a+b=c", "x_basic", "x_proj", "x_all")
    d.ok("share", "a/b*100=c", "x_basic", "x_all", "x_bp")
    d.ok("rate", "a/b*100=c", "g_all", "g_plan", "g_rate")
    d.ok("growth", "(a-b)/b*100=c", "n_all", "n_old", "n_pct")
    for code in ("204", "210", "221"):
        d.ok("share", "a/b*100=c", f"c{code}", "g_all", f"p{code}")
    d.ok("rate", "a/b*100=c", "y_car", "v_plan", "v_rate")
    d.ok("difference", "a-b=c", "n_all", "n_old", "n_diff")
    d.wrong("growth", "dir2", "减少", note="direction word against the figures")
    d.wrong(
        "share",
        "p208",
        percent(b.total("208"), b.basic()),
        "c208",
        "g_all",
        formula="a/b*100=c",
        note="of basic spending",
    )
    d.wrong(
        "growth",
        "y_pct",
        changed(old_car + old_guest, car + guest),
        "y_sum",
        "y_old",
        formula="(b-a)/b*100=c",
        note="by the new year",
    )
    d.wrong("year", "year", "2022年度", note="year left standing")
    d.wrong(
        "sum",
        "b_daily",
        money(daily - D("0.90")),
        "b_all",
        "b_staff",
        formula="a-b=c",
        note="parts do not give the whole",
    )
    return d
