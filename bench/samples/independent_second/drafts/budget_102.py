"""A county bureau's budget, figures in 万元, tables behind the text."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.budget_tables import Budget, Subject
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]

_LAND = ("自然资源海洋气象等支出", "自然资源事务")
BUDGET = Budget(
    subjects=(
        Subject("2080505", ("社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出"), D("48.60"), D(0)),
        Subject("2101101", ("卫生健康支出", "行政事业单位医疗", "行政单位医疗"), D("22.35"), D(0)),
        Subject("2101103", ("卫生健康支出", "行政事业单位医疗", "公务员医疗补助"), D("6.40"), D(0)),
        Subject("2120801", ("城乡社区支出", "国有土地使用权出让收入安排的支出", "征地和拆迁补偿支出"), D(0), D("1250.00"), fund=True),
        Subject("2200101", (*_LAND, "行政运行"), D("241.05"), D(0)),
        Subject("2200106", (*_LAND, "自然资源利用与保护"), D(0), D("486.00")),
        Subject("2200150", (*_LAND, "事业运行"), D("125.15"), D(0)),
        Subject("2210201", ("住房保障支出", "住房改革支出", "住房公积金"), D("36.45"), D(0)),
    ),
    economic=(
        ("301", "工资福利支出", D(0)), ("30101", "基本工资", D("142.80")), ("30102", "津贴补贴", D("88.16")),
        ("30103", "奖金", D("61.55")), ("30108", "机关事业单位基本养老保险缴费", D("48.60")),
        ("30110", "职工基本医疗保险缴费", D("22.35")), ("30111", "公务员医疗补助缴费", D("6.40")),
        ("30113", "住房公积金", D("36.45")),
        ("302", "商品和服务支出", D(0)), ("30201", "办公费", D("14.20")), ("30211", "差旅费", D("8.50")),
        ("30217", "公务接待费", D("2.60")), ("30228", "工会经费", D("5.82")), ("30231", "公务用车运行维护费", D("9.00")),
        ("30239", "其他交通费用", D("21.84")),
        ("303", "对个人和家庭的补助", D(0)), ("30305", "生活补助", D("11.73")),
    ),
)  # fmt: skip


def draft() -> Draft:
    d, b = Draft(102, "柘川县自然资源局2025年部门预算公开", "txt"), BUDGET
    total, last, general = b.sum(), D("2087.30"), b.sum(fund=False)
    basic, project = b.sum("", "B"), b.sum("", "P")
    staff = b.staff_money()
    d.h(1, m("title", "柘川县自然资源局2025年部门预算公开"))
    d.p("目  录", "第一部分  部门基本情况", "一、主要职能", "二、机构与人员", "第二部分  2025年部门预算安排说明",
        "一、收支总体安排", "二、财政拨款安排", "三、基本支出安排", "四、项目支出安排", "五、“三公”经费安排", "六、其他需要说明的事项",
        m("toc", "七、名词解释"), "第三部分  2025年部门预算报表")  # fmt: skip
    d.h(1, "第一部分  部门基本情况")
    d.h(2, "一、主要职能")
    d.p(
        "县自然资源局履行全民所有土地、矿产、森林、湿地等自然资源资产所有者职责，承担国土空间用途管制、耕地保护、不动产登记、地质灾害防治、测绘地理信息管理等工作。"
    )
    d.h(2, "二、机构与人员")
    d.p(
        f"我局机关设{m('rooms', '7个')}股室：办公室、政策法规股、国土空间规划股、耕地保护监督股、矿产资源股、测绘地理信息股、财务股。"
        "下设柘川县不动产登记中心、柘川县地质环境监测站2个事业单位，均不单独编制预算，由局机关统一核算。",
        f"现有编制{m('posts', '46')}名，其中行政编制18名、事业编制{m('units', '28')}名；年初在职41人，另有退休人员23人，由社保机构发放养老金。",
    )
    d.h(1, "第二部分  2025年部门预算安排说明")
    d.h(2, "一、收支总体安排")
    grew = total - last
    d.p(
        f"按照综合预算的原则，我局所有收入和支出均纳入部门预算管理。2025年收支总预算{m('total', money(total))}万元，上年为{m('last', money(last))}万元，"
        f"比上年增加{m('grew', money(grew))}万元，增幅{m('rate', percent(grew, last))}，增加的原因是征地报批批次增多，补偿类支出相应{m('dir', '增加')}。",
        f"（一）收入安排。当年收入{money(total)}万元，其中：一般公共预算拨款{m('gen', money(general))}万元，占比{percent(general, total)}；"
        f"政府性基金预算拨款{m('fund', '1250.00')}万元，占比{m('fundshare', percent(D('1250'), total))}。",
        f"（二）支出安排。按支出性质划分，基本支出{m('basic', money(basic))}万元、项目支出{m('project', money(project))}万元，分别占支出预算的{percent(basic, total)}和{percent(project, total)}。",
    )
    d.h(2, "二、财政拨款安排")
    d.p(
        f"一般公共预算拨款支出{money(general)}万元，按功能科目分：社会保障和就业支出{m('s208', money(b.sum('208')))}万元，{m('name210', '卫生健康支出')}{m('s210', money(b.sum('210')))}万元，"
        f"自然资源海洋气象等支出{m('s220', money(b.sum('220')))}万元，住房保障支出{m('s221', money(b.sum('221')))}万元。政府性基金预算支出1250.00万元，全部列入城乡社区支出（类）。国有资本经营预算支出0万元，本部门没有此项安排。"
    )
    d.h(2, "三、基本支出安排")
    d.p(
        f"基本支出{money(basic)}万元，人员经费{m('staff', money(staff))}万元，包括基本工资、津贴补贴、奖金、社会保险缴费、住房公积金、生活补助等；公用经费{m('office', money(basic - staff))}万元，包括办公费、差旅费、公务接待费、工会经费、公务用车运行维护费和其他交通费用。"
    )
    d.h(2, "四、项目支出安排")
    d.p(
        f"项目支出{money(project)}万元，共{m('projects', '4个')}：一是耕地保护与土地整治项目{m('p1', '235.00')}万元；二是矿山生态修复项目{m('p2', '168.00')}万元；三是地质灾害群测群防项目{m('p3', '83.00')}万元；四是征地拆迁补偿项目1250.00万元。前三个项目由一般公共预算安排，合计486.00万元。"
    )
    d.h(2, "五、“三公”经费安排")
    d.p(
        f"2025年“三公”经费财政拨款预算{m('three', '11.60')}万元。其中：因公出国（境）费0万元；公务用车购置费0万元，公务用车运行维护费{m('cars', '9.00')}万元，与上年{m('same', '持平')}（上年{m('carlast', '9.00')}万元）；公务接待费{m('host', '2.60')}万元，上年为{m('hostlast', '3.25')}万元，压减{m('hostless', '0.65')}万元，{m('hostrate', '下降20%')}。"
    )
    d.h(2, "六、其他需要说明的事项")
    d.p(
        f"1.机关运行经费。{m('officeyear', '2025年')}机关运行经费预算{money(basic - staff)}万元，主要保障机关日常运转。",
        f"2.政府采购。{m('buyyear', '2025年')}政府采购预算{m('buy', '212.40')}万元，货物类{m('buy1', '18.40')}万元，工程类{m('buy2', '96.00')}万元，服务类{m('buy3', '98.00')}万元。",
        "3.国有资产占用情况。截至2024年12月31日，共有车辆4辆，其中执法执勤用车3辆、其他用车1辆；单价100万元以上的设备0台（套）。",
        f"4.绩效目标设置。2025年实行绩效目标管理的项目4个，涉及预算资金{m('goal', money(project))}万元，覆盖全部项目支出。",
    )
    d.h(2, "七、名词解释")
    d.p(
        "1.基本支出：为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。",
        "2.项目支出：在基本支出之外，为完成特定任务和事业发展目标所发生的支出。",
    )
    d.h(1, m("part3", "第三部分  2025年部门预算报表"))
    for title, rows in (
        ("表一  收支预算总表", b.balance()),
        ("表二  支出预算总表", b.expenditure("e")),
        ("表三  财政拨款收支总表", b.grants()),
        ("表四  一般公共预算支出表", b.expenditure("p", fund=False)),
        ("表五  一般公共预算基本支出表", b.basics()),
        ("表六  政府性基金预算支出表", b.expenditure("f", fund=True)),
    ):
        d.p(title, "单位：万元")
        d.t(rows, head=2 if "收支" in title or "基本支出" in title else 1)
    d.p("表七  “三公”经费支出表", "单位：万元")
    d.t(["合计/因公出国（境）费/公务用车购置费/公务用车运行维护费/公务接待费", "11.60/0.00/0.00/9.00/2.60"])
    d.p("表八  国有资本经营预算支出表", "本部门2025年没有国有资本经营预算支出，此表为空表。")
    _faults(d, b)
    return d


def _faults(d: Draft, b: Budget) -> None:
    d.wrong("count", "rooms", "8个", note="seven rooms are named")
    d.wrong("growth", "rate", "6.71%", "total", "last", formula="(a-b)/b*100=c")
    d.wrong("structure", "name210", "医疗卫生与计划生育支出", note="class 210 by its old name")
    d.wrong(
        "sum",
        "p22001T",
        "842.20",
        "p2200101T",
        "p2200106T",
        "p2200150T",
        formula="a+b+c=d",
        note="款 is not the sum of its 项",
    )
    d.wrong("year", "buyyear", "2024年", note="the budget of 2025")
    d.wrong("sum", "three", "12.60", "cars", "host", formula="a+b=c")
    d.wrong("share", "fundshare", "54.61%", "fund", "total", formula="a/b*100=c")
    d.wrong("unit", "goal", money(b.sum("", "P") * 10_000, 0), "project", note="yuan, but 万元 is written")
    d.lacking("structure", "title", "part3", note="no 收入总表")
    d.ok("sum", "a+b=c", "basic", "project", "total")
    d.ok("difference", "a-b=c", "total", "last", "grew")
    d.ok("sum", "a+b+c=d", "buy1", "buy2", "buy3", "buy")
    d.ok("sum", "a+b+c+d=e", "s208", "s210", "s220", "s221", "gen")
    d.ok("sum", "a+b=c", "staff", "office", "basic")
    d.ok("sum", "a+b+c=d", "e2200101T", "e2200106T", "e2200150T", "e22001T")
