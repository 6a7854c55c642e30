"""303: budget of a district's emergency bureau as text of a pdf: narrative in 万元, tables in 元."""

from decimal import Decimal

from samples.independent.amounts import D, group
from samples.independent.drafting import Draft
from samples.independent.drafting import place as at
from samples.independent_third.accounts import Books
from samples.independent_third.making import Paper

ITEMS = [
    ("2080501", "行政单位离退休", D("21.48"), D(0)),
    ("2080505", "机关事业单位基本养老保险缴费支出", D("76.92"), D(0)),
    ("2080506", "机关事业单位职业年金缴费支出", D("38.46"), D(0)),
    ("2101101", "行政单位医疗", D("45.63"), D(0)),
    ("2210201", "住房公积金", D("81.27"), D(0)),
    ("2240101", "行政运行", D("693.58"), D(0)),
    ("2240106", "安全监管", D(0), D("187.40")),
    ("2240108", "应急救援", D(0), D("412.35")),
]
UNITS = {
    "2080501": "机关退休人员活动和补贴",
    "2080505": "在职人员养老保险单位缴费",
    "2080506": "在职人员职业年金单位缴费",
    "2101101": "在职人员医疗保险缴费",
    "2210201": "在职人员公积金单位缴存",
    "2240101": "机关人员经费和日常运转",
    "2240106": "安全生产检查、专家服务和宣传",
    "2240108": "救援队伍、物资储备和值班备勤",
}


def yuan(value: Decimal) -> str:
    return group(value * 10000)


def draft() -> Draft:
    d = Paper(303, "云岫区2024年区级部门预算（区应急管理局）", "txt", separator="   ", width=44)
    b = Books(
        ITEMS,
        shown=yuan,
        marks={
            ("out", "all", "total"): "t_all",
            ("out", "all", "basic"): "t_b",
            ("out", "all", "project"): "t_p",
            ("out", "208", "total"): "t208",
            ("out", "210", "total"): "t210",
            ("out", "221", "total"): "t221",
            ("out", "224", "total"): "t224",
            ("out", "2240108", "total"): "t_item",
        },
    )
    whole, old = b.total(), D("1478.55")
    d.p(
        "云岫区2024年区级部门预算",
        "预算主管部门：云岫区应急管理局",
        "目  录",
        "一、部门主要职能\n二、部门机构设置\n三、名词解释\n四、部门预算编制说明\n五、部门预算表\n六、其他相关情况说明",
    )
    d.h(1, "一、部门主要职能")
    d.p(
        "云岫区应急管理局是区政府工作部门，负责安全生产综合监督管理和工矿商贸行业安全生产监管，指导应急预案体系建设，组织开展灾害事故救援、防灾减灾救灾和应急物资储备调拨，承担区安全生产委员会和区减灾委员会的日常工作。"
    )
    d.h(1, "二、部门机构设置")
    d.p(
        f"云岫区应急管理局部门预算是包括局本部以及下属{at('units', '3')}家事业单位的综合收支计划。列入本部门预算的下属单位具体为：{at('u1', '区应急救援指挥中心')}、{at('u2', '区安全生产执法大队')}、{at('u3', '区防灾减灾宣教中心')}，均不单列预算，并入局本部。"
    )
    d.h(1, "三、名词解释")
    d.p(
        "（一）基本支出预算：为保障机构正常运转、完成日常工作任务编制的年度支出计划，包括人员经费和公用经费。",
        "（二）项目支出预算：为完成特定工作任务，在基本支出之外编制的年度支出计划。",
        "（三）“三公”经费：使用区级财政拨款安排的因公出国（境）费、公务用车购置及运行费、公务接待费。",
    )
    d.h(1, "四、部门预算编制说明")
    d.p(
        f"2024年，云岫区应急管理局收入预算{at('n_in', group(whole))}万元，其中：财政拨款收入{group(whole)}万元，比2023年预算{at('n_old', group(old))}万元增加{at('n_diff', group(whole - old))}万元；事业收入0万元；其他收入0万元。",
        f"支出预算{at('x_all', group(whole))}万元，其中：基本支出{at('x_b', group(b.basic()))}万元，项目支出{at('x_p', group(b.project()))}万元。财政拨款支出预算均为一般公共预算，政府性基金和国有资本经营预算均为0万元。",
        f"财政拨款支出增加的主要原因是：{at('why', '新增应急物资储备和救援装备更新经费。')}",
        "财政拨款支出主要内容如下：",
    )
    for index, (code, name, basic, project) in enumerate(ITEMS, 1):
        cls, grp = {
            "208": ("社会保障和就业支出", "行政事业单位养老支出"),
            "210": ("卫生健康支出", "行政事业单位医疗"),
            "221": ("住房保障支出", "住房改革支出"),
            "224": ("灾害防治及应急管理支出", "应急管理事务"),
        }[code[:3]]
        d.p(
            f"{index}.“{cls}（类）{grp}（款）{name}（项）”{at('i' + code, group(basic + project))}万元，主要用于{UNITS[code]}。"
        )
    d.h(1, "五、部门预算表")
    heads = iter(
        [
            "2024年部门财务收支预算总表",
            "2024年部门收入预算总表",
            "2024年部门支出预算总表",
            "2024年部门财政拨款收支预算总表",
            "2024年部门一般公共预算支出功能分类预算表",
            "2024年部门政府性基金预算支出功能分类预算表",
            "2024年部门国有资本经营预算支出功能分类预算表",
            "2024年部门一般公共预算基本支出部门预算经济分类预算表",
            "2024年部门“三公”经费和机关运行经费预算表",
        ]
    )
    unit = "编制部门：云岫区应急管理局      单位：元"
    d.p(next(heads), unit)
    foot = [("收入总计", yuan(whole), "支出总计", yuan(whole))]
    d.t(
        [
            "本年收入/预算数/本年支出/预算数",
            *b.overview(
                "sum", [("一、财政拨款收入", whole), ("1.一般公共预算资金", whole), ("二、事业收入", D(0))], foot
            ),
        ]
    )
    d.p(next(heads), unit)
    d.t(["科目编码/科目名称/合计/财政拨款收入/事业收入/其他收入", *b.income("in", 2)])
    d.p(next(heads), unit)
    d.t(["科目编码/科目名称/合计/基本支出/项目支出", *b.spending("out")])
    d.p(next(heads), unit)
    d.t(
        [
            "财政拨款收入/预算数/财政拨款支出/预算数",
            *b.overview("sum2", [("一、一般公共预算资金", whole), ("二、政府性基金", D(0))], foot),
        ]
    )
    d.p(next(heads), unit)
    d.t(["科目编码/科目名称/合计/基本支出/项目支出", *b.spending("out2")])
    d.p(next(heads), unit, "注：本部门2024年没有政府性基金预算支出，本表为空表。")
    d.p(next(heads), unit, "注：本部门2024年没有国有资本经营预算支出，本表为空表。")
    pay, goods, help_ = D("835.20"), D("98.66"), b.basic() - D("835.20") - D("98.66")
    d.p(next(heads), unit)
    d.t(
        [
            "类/名称/合计/人员经费/公用经费",
            ("301", "工资福利支出", at("e1", yuan(pay)), yuan(pay), ""),
            ("302", "商品和服务支出", at("e2", yuan(goods)), "", yuan(goods)),
            ("303", "对个人和家庭的补助", at("e3", yuan(help_)), yuan(help_), ""),
            ("", "合计", at("e_all", yuan(b.basic())), yuan(pay + help_), yuan(goods)),
        ]
    )
    d.p(next(heads), "编制部门：云岫区应急管理局      单位：万元")
    d.t(
        [
            "合计/因公出国（境）费/公务接待费/公务用车购置及运行费小计/购置费/运行费/机关运行经费预算数",
            (
                at("s_all", "34.30"),
                "0.00",
                at("s_g", "1.30"),
                at("s_c", "33.00"),
                at("s_cb", "18.00"),
                at("s_cr", "15.00"),
                "98.66",
            ),
        ]
    )
    d.h(1, "六、其他相关情况说明")
    d.p(
        f"一、2024年“三公”经费预算情况说明\n2024年“三公”经费预算数为{at('y_all', '34.30')}万元，比2023年预算{at('y_old', '16.80')}万元增加{at('y_diff', '17.50')}万元。其中：",
        f"（一）因公出国（境）费0万元，与2023年预算持平。\n（二）公务用车购置及运行费{at('y_c', '33.00')}万元，比2023年预算增加18.00万元，主要原因是报废更新执法车辆1辆。其中：公务用车购置费{at('y_cb', '18.00')}万元，比2023年预算增加18.00万元；公务用车运行费{at('y_cr', '15.00')}万元，与2023年预算持平。\n（三）公务接待费{at('y_g', '1.30')}万元，比2023年预算{at('y_go', '1.80')}万元{at('y_dir', '减少')}0.50万元，主要原因是严控接待标准。",
        "二、机关运行经费预算\n2024年本部门机关运行经费预算为98.66万元。",
        f"三、政府采购预算情况\n2024年本部门政府采购预算{at('q_all', '146.80')}万元，其中：政府采购货物预算{at('q_a', '88.50')}万元、政府采购工程预算{at('q_b', '0')}万元、政府采购服务预算{at('q_c', '58.30')}万元。",
        f"四、绩效目标设置情况\n按照预算绩效管理要求，本部门2个项目编报了2024年绩效目标，涉及项目预算资金{group(b.project())}万元。",
        f"五、国有资产占有使用情况\n截至2023年8月31日，本部门共有车辆{at('v_all', '7')}辆，其中：执法执勤用车{at('v_a', '5')}辆、应急保障用车{at('v_b', '1')}辆、其他用车{at('v_c', '1')}辆。2024年部门预算安排购置车辆1辆，为执法执勤用车。",
    )
    d.ok("sum", "a+b=c", "x_b", "x_p", "x_all")
    d.ok("sum", "a+b=c", "t_b", "t_p", "t_all")
    d.ok("sum", "a+b+c+d=e", "t208", "t210", "t221", "t224", "t_all")
    d.ok("sum", "a+b+c=d", "e1", "e2", "e3", "e_all")
    d.ok("sum", "a+b=c", "s_g", "s_c", "s_all")
    d.ok("sum", "a+b=c", "s_cb", "s_cr", "s_c")
    d.ok("sum", "a+b=c", "y_cb", "y_cr", "y_c")
    d.ok("difference", "a-b=c", "y_all", "y_old", "y_diff")
    d.ok("sum", "a+b=c", "y_c", "y_g", "y_all")
    d.wrong(
        "difference",
        "n_diff",
        group(whole - old - D("0.36")),
        "n_in",
        "n_old",
        formula="a-b=c",
        note="change against both years",
    )
    d.wrong("growth", "why", "人员调出，项目经费减少。", note="reason against the direction")
    d.wrong("repeat", "i2240108", "421.35", "t_item", note="item in the text against the table in 元")
    d.wrong("sum", "q_a", "85.80", "q_all", "q_b", "q_c", formula="a-b-c=d", note="digits swapped")
    d.wrong("count", "units", "4", "u1", "u2", "u3", note="four units, three names")
    d.wrong("growth", "y_dir", "增加", "y_g", "y_go", note="direction word")
    return d
