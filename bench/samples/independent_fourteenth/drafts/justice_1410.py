"""A district's bureau of justice publishes its budget; nothing is wrong in it."""

from __future__ import annotations

from samples.independent_fourteenth.drafts import plus
from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]

INCOME = (
    ("一般公共预算拨款收入", "1968.42"),
    ("政府性基金预算拨款收入", "0.00"),
    ("上级提前下达转移支付收入", "186.00"),
    ("上年结转收入", "42.58"),
)
TOTAL = sum((D(value) for _, value in INCOME), D(0))
LAST = D("2264.30")
FUNCTIONS = (
    ("公共安全支出", "1742.15"),
    ("社会保障和就业支出", "226.84"),
    ("卫生健康支出", "98.37"),
    ("住房保障支出", "129.64"),
)
PEOPLE, OFFICE, PROJECT = D("1486.22"), D("167.78"), D("543.00")
BASIC = PEOPLE + OFFICE
PROJECTS = (
    ("人民调解“以案定补”经费", "96.00"),
    ("法律援助办案经费", "142.00"),
    ("社区矫正经费", "108.00"),
    ("普法宣传经费", "67.00"),
    ("司法所规范化建设", "130.00"),
)


def _overview(x: Paper) -> None:
    x.h("绥棠区司法局2025年部门预算公开说明", "", "第一部分　部门概况", "一、主要职能")
    x.p(
        "区司法局是区政府工作部门，承担全面依法治区重大问题的政策研究，负责行政规范性文件合法性审查、行政复议和应诉、普法宣传、人民调解、法律援助、社区矫正、公证和律师行业管理等工作。"
    )
    x.h("二、部门预算单位构成")
    x.p(
        f"2025年纳入部门预算编制范围的单位共{x('units', 3)}个，即区司法局机关、区法律援助中心、区公共法律服务中心，另有9个司法所作为派出机构并入机关预算。核定编制{x('posts', 74)}名，其中政法专项编制{x('p1', 52)}名、事业编制{x('p2', 22)}名；实有在职{x('staff', 69)}人，其中政法专项编制{x('s1', 49)}人、事业编制{x('s2', 20)}人；退休人员31人。"
    )
    x.ok("count", "units")
    x.oks("sum", plus(2), "p1 p2 posts", "s1 s2 staff")


def _totals(x: Paper) -> None:
    x.h("第二部分　2025年部门预算情况说明", "一、收支预算总体情况")
    x.p(
        f"按照综合预算的原则，所有收入和支出均纳入部门预算管理。2025年收支总预算{x('total', TOTAL)}万元，比2024年预算{x('last', LAST)}万元减少{x('less', LAST - TOTAL)}万元，下降{x('fallen', ch(TOTAL, LAST))}，主要原因是公共法律服务中心装修项目已于2024年完成，不再安排。"
    )
    x.h("二、收入预算情况")
    x.p(
        f"2025年收入预算{x('income', TOTAL)}万元，其中："
        + "；".join(
            f"{name}{x(f'i{line}', value)}万元，占{x(f'j{line}', pc(D(value), TOTAL))}"
            for line, (name, value) in enumerate(INCOME)
        )
        + "。"
    )
    x.h("三、支出预算情况")
    x.p(
        f"2025年支出预算{x('spend', TOTAL)}万元。按支出性质划分，基本支出{x('basic', BASIC)}万元，占{x('basic_share', pc(BASIC, TOTAL))}，其中人员经费{x('people', PEOPLE)}万元、公用经费{x('office', OFFICE)}万元；项目支出{x('project', PROJECT)}万元，占{x('project_share', pc(PROJECT, TOTAL))}。按功能分类划分见下表。"
    )
    x.t(
        [
            ["功能分类", "2025年预算（万元）", "占比（%）"],
            *(
                [name, x(f"n{line}", value), x(f"m{line}", pc(D(value), TOTAL)[:-1])]
                for line, (name, value) in enumerate(FUNCTIONS)
            ),
            ["合　计", x("n4", TOTAL), "100.00"],
        ]
    )
    x.p(
        f"公共安全支出中，行政运行{x('o0', '1199.15')}万元，用于在职人员工资和机关日常运转；基层司法业务{x('o1', '226.00')}万元，用于人民调解补助和司法所建设；法律援助{x('o2', '142.00')}万元；社区矫正{x('o3', '108.00')}万元；普法宣传{x('o4', '67.00')}万元。社会保障和就业支出主要是机关事业单位基本养老保险缴费和职业年金缴费，卫生健康支出主要是职工基本医疗保险缴费，住房保障支出全部是住房公积金。"
    )
    x.ok("sum", "o0 o1 o2 o3 o4 n0", plus(5))
    x.ok("sum", "o0 n1 n2 n3 basic", plus(4))
    x.ok("sum", "i0 i1 i2 i3 income", plus(4))
    x.ok("sum", "n0 n1 n2 n3 n4", plus(4))
    x.oks("sum", plus(2), "people office basic", "basic project spend")
    x.ok("difference", "last total less", "a-b=c")
    x.ok("growth", "last total fallen", "(a-b)/a*100=c")
    x.oks(
        "share",
        "a/b*100=c",
        *(f"i{line} income j{line}" for line in range(4)),
        *(f"n{line} n4 m{line}" for line in range(4)),
        "basic spend basic_share",
        "project spend project_share",
    )
    x.same("total income", "total spend", "spend n4")


def _grants(x: Paper) -> None:
    x.h("四、一般公共预算拨款支出情况")
    x.p(
        f"一般公共预算当年拨款{x('grant', '1968.42')}万元，比2024年执行数{x('grant_last', '2031.76')}万元减少{x('grant_less', '63.34')}万元，下降{x('grant_fall', ch(D('1968.42'), D('2031.76')))}；上级提前下达转移支付{x('ahead', '186.00')}万元，比2024年的{x('ahead_last', '150.00')}万元增加{x('ahead_more', '36.00')}万元，增长{x('ahead_grown', ch(186, 150))}，全部用于法律援助和社区矫正。"
    )
    x.ok("difference", "grant_last grant grant_less", "a-b=c")
    x.ok("growth", "grant_less grant_last grant_fall", "a/b*100=c")
    x.ok("difference", "ahead ahead_last ahead_more", "a-b=c")
    x.ok("growth", "ahead_more ahead_last ahead_grown", "a/b*100=c")
    x.same("grant i0", "ahead i2")
    x.h("五、政府性基金预算支出情况")
    x.p("2025年没有使用政府性基金预算拨款安排的支出，2024年也未安排，同比无变化。")
    x.h("六、“三公”经费预算情况")
    x.p(
        f"2025年“三公”经费预算{x('three', '24.60')}万元，比2024年的{x('three_last', '26.00')}万元减少{x('three_less', '1.40')}万元，下降{x('three_fall', ch(D('24.60'), 26))}。",
        f"1.因公出国（境）费0万元，与上年持平。2.公务用车购置及运行维护费{x('cars', '21.60')}万元，其中购置费0万元、运行维护费21.60万元，与上年持平，按{x('fleet', 9)}辆公务用车、每辆{x('car_each', '2.40')}万元编列。3.公务接待费{x('guests', '3.00')}万元，比上年减少{x('guests_less', '1.40')}万元，上年预算为{x('guests_last', '4.40')}万元。",
    )
    x.oks("sum", plus(2), "cars guests three", "cars guests_last three_last")
    x.oks("difference", "a-b=c", "three_last three three_less", "guests_last guests guests_less")
    x.ok("growth", "three_less three_last three_fall", "a/b*100=c")
    x.ok("rate", "fleet car_each cars", "a*b=c")


def _rest(x: Paper) -> None:
    x.h("七、项目支出安排情况")
    x.p(f"2025年安排项目{x('count', 5)}个，预算{x('project2', PROJECT)}万元，具体为：")
    x.t(
        [
            ["序号", "项目名称", "预算（万元）", "主要绩效目标"],
            *(
                [str(line + 1), name, x(f"e{line}", value), aim]
                for line, ((name, value), aim) in enumerate(zip(PROJECTS, _aims(x), strict=True))
            ),
            ["", "合　计", x("e5", PROJECT), ""],
        ]
    )
    x.ok("sum", "e0 e1 e2 e3 e4 e5", plus(5))
    x.same("project2 project", "e5 project2", "e1 o2", "e2 o3", "e3 o4")
    x.ok("sum", "e0 e4 o1", plus(2))
    x.ok("count", "count")
    x.oks("rate", "a*b/10000=c", "mediated mediate_each e0", "aided aid_each e1", "watched watch_each e2")
    x.h("八、机关运行经费安排情况")
    x.p(
        f"2025年机关运行经费预算{x('run', '142.36')}万元，为机关（含司法所）的公用经费，比2024年的{x('run_last', '149.80')}万元减少{x('run_less', '7.44')}万元，下降{x('run_fall', ch(D('142.36'), D('149.80')))}；公用经费中其余{x('other_office', '25.42')}万元为事业单位公用经费。"
    )
    x.ok("difference", "run_last run run_less", "a-b=c")
    x.ok("growth", "run_less run_last run_fall", "a/b*100=c")
    x.ok("sum", "run other_office office", plus(2))
    x.h("九、政府采购预算情况")
    x.p(
        f"2025年政府采购预算{x('buy', '215.40')}万元，其中货物{x('buy1', '58.40')}万元、工程{x('buy2', '46.00')}万元、服务{x('buy3', '111.00')}万元，面向中小企业预留{x('small', '172.32')}万元，占{x('small_share', pc(D('172.32'), D('215.40'), 0))}。"
    )
    x.ok("sum", "buy1 buy2 buy3 buy", plus(3))
    x.ok("share", "small buy small_share", "a/b*100=c")
    x.h("十、国有资产占用情况")
    x.p(
        f"截至2024年12月31日，本部门固定资产原值{x('assets', '1346.18')}万元，其中房屋{x('a1', '824.50')}万元、车辆{x('a2', '158.20')}万元、通用和专用设备{x('a3', '306.73')}万元、家具及其他{x('a4', '56.75')}万元；公务用车{x('fleet2', 9)}辆，其中执法执勤用车{x('van1', 7)}辆、应急保障用车{x('van2', 2)}辆。2025年没有购置车辆和单价100万元以上设备的计划。"
    )
    x.ok("sum", "a1 a2 a3 a4 assets", plus(4))
    x.ok("sum", "van1 van2 fleet2", plus(2))
    x.same("fleet2 fleet")


def _aims(x: Paper) -> list[str]:
    return [
        f"补助调解案件{x('mediated', 4800)}件，平均每件{x('mediate_each', 200)}元",
        f"办理法律援助案件{x('aided', 710)}件，平均每件{x('aid_each', 2000)}元",
        f"在册社区矫正对象{x('watched', 360)}人，每人{x('watch_each', 3000)}元",
        "开展法治宣传活动不少于60场",
        "改造司法所2个",
    ]


def _end(x: Paper) -> None:
    x.h("十一、预算绩效管理情况")
    x.p(
        f"2025年5个项目全部编制绩效目标，涉及资金{x('aimed', PROJECT)}万元，占项目支出的100%。2024年对6个项目开展绩效自评，其中优{x('r1', 4)}个、良{x('r2', 2)}个；群众对公共法律服务满意度调查有效样本{x('asked', 620)}份，满意{x('glad', 597)}份，满意度{x('pleased', pc(597, 620))}。"
    )
    x.same("aimed project")
    x.ok("survey", "glad asked pleased", "a/b*100=c")
    x.ok("count", "r1 r2")
    x.h("十二、其他需要说明的事项")
    x.p(
        "本说明中部分占比因四舍五入，各分项之和与合计可能存在尾差。预算公开咨询由区司法局装备财务保障科受理，公开内容可在区政府门户网站“预决算公开”专栏查询。"
    )
    x.h("第三部分　名词解释")
    x.p(
        "一、一般公共预算拨款收入：指区财政当年拨付的资金。",
        "二、上年结转收入：指以前年度尚未完成、结转到本年按有关规定继续使用的资金。",
        "三、基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。",
        "四、项目支出：指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。",
        "五、“三公”经费：指因公出国（境）费、公务用车购置及运行维护费和公务接待费。",
        "六、机关运行经费：指行政单位和参照公务员法管理的事业单位用于购买货物和服务的各项资金，包括办公费、印刷费、差旅费、会议费、日常维修费、办公用房水电费等。",
    )


def paper() -> Paper:
    x = Paper("1410-绥棠区司法局部门预算公开.txt", width=42, gap="  ")
    for part in (_overview, _totals, _grants, _rest, _end):
        part(x)
    return x
