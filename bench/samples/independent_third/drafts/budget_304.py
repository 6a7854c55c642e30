"""304: budget of a city's bureau of culture, Word."""

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as at
from samples.independent_third.accounts import Books
from samples.independent_third.making import Paper, changed

ITEMS = [
    ("2070101", "行政运行", D("586.20"), D(0)),
    ("2070104", "图书馆", D("214.75"), D("96.00")),
    ("2070109", "群众文化", D("188.64"), D("132.50")),
    ("2070308", "群众体育", D(0), D("75.80")),
    ("2080505", "机关事业单位基本养老保险缴费支出", D("102.38"), D(0)),
    ("2101101", "行政单位医疗", D("33.91"), D(0)),
    ("2101102", "事业单位医疗", D("27.46"), D(0)),
    ("2210201", "住房公积金", D("84.16"), D(0)),
]


def draft() -> Draft:
    d = Paper(304, "珂里市文化广电旅游局2025年部门预算公开", "docx")
    b = Books(
        ITEMS,
        zero="0.00",
        marks={
            ("sum", "207", "total"): "o207",
            ("sum", "208", "total"): "o208",
            ("sum", "210", "total"): "o210",
            ("sum", "221", "total"): "o221",
            ("out", "all", "total"): "t_all",
            ("out", "all", "basic"): "t_b",
            ("out", "all", "project"): "t_p",
            ("out", "207", "total"): "t207",
            ("out", "20701", "total"): "t20701",
            ("out", "20703", "total"): "t20703",
        },
    )
    whole, old = b.total(), D("1602.37")
    d.h(1, "珂里市文化广电旅游局2025年部门预算公开说明")
    d.h(2, "第一部分 部门概况")
    d.p(
        "一、主要职责。贯彻落实文化、广播电视、旅游和体育工作的法律法规；统筹公共文化服务体系建设；指导文物保护和非物质文化遗产传承；监管文化和旅游市场。",
        f"二、机构设置。本部门包括局机关1个行政单位和市图书馆、市文化馆、市体育活动中心3个公益一类事业单位，共{at('units', '4')}个预算单位。",
        f"三、人员情况。核定编制{at('z_all', '82')}名，其中行政编制{at('z_a', '24')}名、事业编制{at('z_b', '58')}名；实有在职人员{at('r_all', '79')}人，其中行政人员{at('r_a', '23')}人、事业人员{at('r_b', '56')}人；退休人员37人。",
    )
    d.h(2, "第二部分 2025年部门预算表")
    d.p("表1 收支总表（单位：万元）")
    d.t(
        [
            "收入/预算数/支出/预算数",
            *b.overview(
                "sum",
                [("一、一般公共预算拨款收入", whole), ("二、政府性基金预算拨款收入", D(0)), ("三、其他收入", D(0))],
                [("收入总计", money(whole), "支出总计", at("o_all", money(whole)))],
            ),
        ]
    )
    d.p("表2 收入总表（单位：万元）")
    d.t(["科目编码/科目名称/合计/一般公共预算拨款/政府性基金/其他收入", *b.income("in", 2)])
    d.p("表3 支出总表（单位：万元）")
    d.t(["科目编码/科目名称/合计/基本支出/项目支出", *b.spending("out")])
    d.p("表4 财政拨款收支总表（单位：万元）")
    d.t(
        [
            "收入/预算数/支出/预算数",
            *b.overview(
                "sum2",
                [("一般公共预算拨款", whole), ("政府性基金预算拨款", D(0))],
                [("收入总计", money(whole), "支出总计", money(whole))],
            ),
        ]
    )
    d.p("表5 一般公共预算支出表（单位：万元）")
    d.t(["科目编码/科目名称/合计/基本支出/项目支出", *b.spending("out2")])
    pay, goods = D("1064.92"), D("131.40")
    help_ = b.basic() - pay - goods
    d.p("表6 一般公共预算基本支出表（单位：万元）")
    d.t(
        [
            "经济分类科目/名称/合计/人员经费/公用经费",
            ("301", "工资福利支出", at("e1", money(pay)), money(pay), "0.00"),
            ("302", "商品和服务支出", at("e2", money(goods)), "0.00", money(goods)),
            ("303", "对个人和家庭的补助", at("e3", money(help_)), money(help_), "0.00"),
            ("", "合计", at("e_all", money(b.basic())), money(pay + help_), money(goods)),
        ]
    )
    d.p("表7 “三公”经费支出表（单位：万元）")
    d.t(
        [
            "年度/合计/因公出国（境）费/公务用车购置费/公务用车运行费/公务接待费",
            ("2024年", at("so_all", "16.20"), "0.00", "0.00", at("so_c", "12.60"), at("so_g", "3.60")),
            ("2025年", at("s_all", "14.85"), "0.00", "0.00", at("s_c", "11.70"), at("s_g", "3.15")),
        ]
    )
    d.p(
        "表8 政府性基金预算支出表（单位：万元）",
        "说明：本部门2025年没有使用政府性基金预算拨款安排的支出，故本表为空。",
        "表9 国有资本经营预算支出表（单位：万元）",
        "说明：本部门2025年没有使用国有资本经营预算拨款安排的支出，故本表为空。",
    )
    d.p("表10 项目支出表（单位：万元）")
    d.t(
        [
            "项目名称/资金",
            ("图书馆免费开放与数字资源", at("k1", "96.00")),
            ("公共文化服务和下乡演出", at("k2", "132.50")),
            ("全民健身活动", at("k3", "75.80")),
            ("合计", at("k_all", money(b.project()))),
        ]
    )
    d.h(2, "第三部分 2025年部门预算情况说明")
    d.p(
        f"一、收支总体情况。2025年收支总预算{at('n_all', money(whole))}万元，比2024年预算{at('n_old', money(old))}万元减少{at('n_diff', money(old - whole))}万元，下降{at('n_pct', changed(whole, old))}，主要原因是公共体育场维修项目已完工。",
        f"二、收入情况。收入预算{money(whole)}万元，全部为一般公共预算拨款收入，占100%。",
        f"三、支出情况。支出预算{at('x_all', money(whole))}万元，其中基本支出{at('x_b', money(b.basic()))}万元，占{at('x_bp', percent(b.basic(), whole))}；项目支出{at('x_p', money(b.project()))}万元，占{at('x_pp', percent(b.project(), whole))}。",
        f"四、一般公共预算支出结构。文化旅游体育与传媒支出{at('c207', money(b.total('207')))}万元，占{at('p207', percent(b.total('207'), whole))}；社会保障和就业支出{at('c208', money(b.total('208')))}万元，占{at('p208', percent(b.total('208'), whole))}；{at('n210', '卫生健康支出')}{at('c210', money(b.total('210')))}万元，占{at('p210', percent(b.total('210'), whole))}；住房保障支出{at('c221', money(b.total('221')))}万元，占{at('p221', percent(b.total('221'), whole))}。",
        f"五、“三公”经费情况。2025年预算{at('y_all', '14.85')}万元，比2024年减少{at('y_diff', '1.35')}万元，下降{at('y_pct', changed(D('14.85'), D('16.20')))}。公务用车运行费11.70万元，比上年减少0.90万元，下降{at('y_cp', changed(D('11.70'), D('12.60')))}；公务接待费3.15万元，比上年减少0.45万元，下降{at('y_gp', changed(D('3.15'), D('3.60')))}。",
    )
    d.h(2, "第四部分 其他重要事项说明")
    d.p(
        f"一、机关运行经费。{at('year', '2025年')}本部门机关运行经费财政拨款预算{money(goods)}万元，主要用于办公、印刷、会议、差旅和物业管理。",
        f"二、政府采购{at('brk', '（含年中追加预留）')}。2025年采购预算{at('q_all', '118.60')}万元，其中货物类{at('q_a', '41.20')}万元、服务类{at('q_b', '77.40')}万元，无工程类采购。",
        f"三、国有资产占有使用。截至2024年12月31日，共有车辆{at('v_all', '6')}辆，其中机要通信用车{at('v_a', '1')}辆、应急保障用车{at('v_b', '2')}辆、其他用车{at('v_c', '3')}辆，其他用车主要是流动图书车和演出车。",
        f"四、预算绩效。2025年对{at('kn', '3')}个项目设置绩效目标，涉及金额{at('ka', money(b.project()))}万元。",
    )
    d.h(2, "第五部分 名词解释")
    d.p(
        "机关运行经费：为保障行政单位运行用于购买货物和服务的各项资金，包括办公及印刷费、邮电费、差旅费、会议费、福利费、日常维修费等。"
    )
    d.ok("sum", "a+b=c", "t_b", "t_p", "t_all")
    d.ok("sum", "a+b=c", "t20701", "t20703", "t207")
    d.ok("sum", "a+b+c=d", "e1", "e2", "e3", "e_all")
    d.ok("sum", "a+b+c=d", "k1", "k2", "k3", "k_all")
    d.ok("sum", "a+b=c", "s_c", "s_g", "s_all")
    d.ok("sum", "a+b=c", "so_c", "so_g", "so_all")
    d.ok("sum", "a+b=c", "q_a", "q_b", "q_all")
    d.ok("count", "a+b=c", "z_a", "z_b", "z_all")
    d.ok("count", "a+b=c", "r_a", "r_b", "r_all")
    d.ok("growth", "(b-a)/b*100=c", "n_all", "n_old", "n_pct")
    d.ok("difference", "b-a=c", "n_all", "n_old", "n_diff")
    d.ok("share", "a/b*100=c", "x_b", "x_all", "x_bp")
    d.ok("share", "a/b*100=c", "x_p", "x_all", "x_pp")
    d.ok("share", "a/b*100=c", "c207", "x_all", "p207")
    d.ok("share", "a/b*100=c", "c221", "x_all", "p221")
    d.wrong(
        "sum",
        "o207",
        money(b.total("207") - D("10.00")),
        "o208",
        "o210",
        "o221",
        "o_all",
        formula="d-a-b-c=e",
        note="one line of the overview",
    )
    d.wrong(
        "growth",
        "y_pct",
        changed(D("16.20"), D("14.85")),
        "y_all",
        "so_all",
        formula="(b-a)/b*100=c",
        note="by the new year",
    )
    d.wrong("structure", "n210", "医疗卫生与计划生育支出", note="old name of class 210")
    d.wrong("structure", "brk", "（含年中追加预留", note="bracket left open")
    d.wrong("count", "v_c", "2", "v_all", "v_a", "v_b", formula="a-b-c=d")
    d.wrong("share", "p208", percent(b.total("208") - 10, whole), "c208", "x_all", formula="a/b*100=c")
    return d
