"""A unit-less department's budget in a table-first layout; codes in three columns, commas in figures."""

from __future__ import annotations

from samples.independent.amounts import D, group, percent
from samples.independent.budget_tables import Budget, Subject
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]

_TRADE = ("商业服务业等支出", "商业流通事务")
BUDGET = Budget(
    subjects=(
        Subject("2011301", ("一般公共服务支出", "商贸事务", "行政运行"), D("512.36"), D(0)),
        Subject("2011308", ("一般公共服务支出", "商贸事务", "招商引资"), D(0), D("380.00")),
        Subject("2080505", ("社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出"), D("61.80"), D(0)),
        Subject("2080506", ("社会保障和就业支出", "行政事业单位养老支出", "机关事业单位职业年金缴费支出"), D("30.90"), D(0)),
        Subject("2101101", ("卫生健康支出", "行政事业单位医疗", "行政单位医疗"), D("33.44"), D(0)),
        Subject("2160299", (*_TRADE, "其他商业流通事务支出"), D(0), D("1865.50")),
        Subject("2210201", ("住房保障支出", "住房改革支出", "住房公积金"), D("52.10"), D(0)),
    ),
    economic=(
        ("301", "工资福利支出", D(0)), ("30101", "基本工资", D("168.20")), ("30102", "津贴补贴", D("122.54")),
        ("30103", "奖金", D("98.30")), ("30108", "机关事业单位基本养老保险缴费", D("61.80")),
        ("30109", "职业年金缴费", D("30.90")), ("30110", "职工基本医疗保险缴费", D("33.44")), ("30113", "住房公积金", D("52.10")),
        ("302", "商品和服务支出", D(0)), ("30201", "办公费", D("26.40")), ("30207", "邮电费", D("8.12")),
        ("30211", "差旅费", D("36.00")), ("30217", "公务接待费", D("4.80")), ("30239", "其他交通费用", D("32.60")),
        ("303", "对个人和家庭的补助", D(0)), ("30309", "奖励金", D("15.40")),
    ),
    commas=True,
    split_codes=True,
)  # fmt: skip


def draft() -> Draft:
    d, b = Draft(101, "玉屏湖区商务局2024年部门预算", "docx"), BUDGET
    total, basic, project = b.sum(), b.sum("", "B"), b.sum("", "P")
    last = D("3105.20")
    staff = b.staff_money()
    d.h(1, "玉屏湖区商务局2024年部门预算")
    d.h(2, "一、职责与机构")
    d.p(
        "区商务局主管全区国内外贸易、招商引资和口岸物流工作，拟订商贸流通发展规划，培育消费市场，推进电子商务，指导外贸进出口和外商投资，承担区招商委员会办公室日常工作。",
        f"纳入预算的只有局机关{m('only', '1家')}。局机关设{m('rooms', '5个')}科：综合科、市场运行科、外贸外资科、招商科、电商物流科。核定行政编制{m('posts', '32')}名，2023年12月在职{m('have', '30')}人，其中科级及以上{m('h1', '17')}人、其他{m('h2', '13')}人；退休人员{m('retired', '21')}人。",
    )
    d.h(2, "二、预算安排总体情况")
    d.p(
        f"2024年收支总预算各为{m('total', group(total))}万元，比2023年的{m('last', group(last))}万元减少{m('less', group(last - total))}万元，下降{m('rate', percent(last - total, last))}，主要原因是上年一次性安排的消费券资金{m('why', '不再安排')}。",
        f"收入全部为一般公共预算拨款。支出中，基本支出{m('basic', group(basic))}万元，占{m('bs', percent(basic, total))}，项目支出{m('proj', group(project))}万元，占{m('ps', percent(project, total))}。",
        f"按功能分类，一般公共服务支出{m('f201', group(b.sum('201')))}万元，社会保障和就业支出{m('f208', group(b.sum('208')))}万元，卫生健康支出{m('f210', group(b.sum('210')))}万元，商业服务业等支出{m('f216', group(b.sum('216')))}万元，住房保障支出{m('f221', group(b.sum('221')))}万元。",
    )
    d.h(2, "三、预算表")
    for title, rows, head in (
        ("（一）收支总表", b.balance(), 2),
        ("（二）支出总表", b.expenditure("e"), 2),
        ("（三）收入总表", b.income([("玉屏湖区商务局", total)]), 2),
        ("（四）财政拨款收支总表", b.grants(), 2),
        ("（五）一般公共预算支出表", b.expenditure("p"), 2),
        ("（六）一般公共预算基本支出表", b.basics(), 2),
    ):
        d.p(title, "单位：万元")
        d.t(rows, head=head)
    d.p("（七）政府性基金预算支出表、（八）国有资本经营预算支出表：本部门2024年没有此两项预算，故为空表。")
    d.p("（九）“三公”经费支出表", "单位：万元")
    d.t(["合计/因公出国（境）费/公务用车购置及运行费/公务接待费", "14.80/10.00/0.00/4.80"])
    d.h(2, "四、重点项目")
    d.p(
        f"项目共{m('n', '4')}个。招商引资专项{m('p1', '380.00')}万元；促消费活动{m('p2', '920.00')}万元，其中消费券{m('p2a', '700.00')}万元、活动组织{m('p2b', '220.00')}万元；外贸稳增长奖补{m('p3', '645.50')}万元；农村电商服务站建设{m('p4', '300.00')}万元，计划建设{m('st', '40')}个站点，平均每个{m('each', '7.50')}万元。",
        f"绩效目标：引进项目不少于25个，到位资金不低于60亿元；社会消费品零售总额增长6%以上；进出口总额达到12.6亿美元；站点运行满一年存活率不低于90%。设置绩效目标的项目{m('goals', '4')}个，占项目总数的{m('goalshare', '100%')}。",
    )
    d.h(2, "五、公用经费、“三公”经费和采购")
    d.p(
        f"人员经费{m('staff', group(staff))}万元，公用经费{m('office', group(basic - staff))}万元。机关运行经费即公用经费，较上年{m('officelast', '112.40')}万元减少{m('officeless', group(D('112.40') - (basic - staff)))}万元。",
        f"“三公”经费预算{m('three', '14.80')}万元：因公出国（境）费{m('t1', '10.00')}万元，公务接待费{m('t2', '4.80')}万元，未安排公务用车购置及运行费；上年为{m('threelast', '18.50')}万元，下降{m('threerate', '20%')}。",
        f"政府采购预算{m('buy', '286.00')}万元，全部为服务类，主要是活动策划执行、展位搭建、电商培训和法律顾问服务，拟面向中小企业预留{m('small', '171.60')}万元，占{m('smalls', '60%')}。",
    )
    d.h(2, "六、名词说明")
    d.p(
        "一般公共预算拨款：本级财政当年拨付的一般公共预算资金。",
        "机关运行经费：保障行政单位运行、用于购买货物和服务的各项公用经费。",
    )
    d.wrong("growth", "rate", "5.76%", "less", "last", formula="a/b*100=c", note="divided by the new total")
    d.wrong("sum", "e20113T", "829.36", "e2011301T", "e2011308T", formula="a+b=c")
    d.wrong("count", "n", "5", note="four are named")
    d.wrong("count", "h2", "12", "h1", "have", formula="a+c=b")
    d.wrong("sum", "p2b", "202.00", "p2a", "p2", formula="a+c=b")
    d.wrong("share", "ps", "74.68%", "proj", "total", formula="a/b*100=c")
    d.wrong("growth", "threerate", "25%", "threelast", "three", formula="(a-b)/a*100=c")
    d.wrong("sum", "k302T", "109.72", "k30201T", "k30207T", "k30211T", "k30217T", "k30239T", formula="a+b+c+d+e=f")
    d.ok("sum", "a+b=c", "basic", "proj", "total")
    d.ok("sum", "a+b+c+d+e=f", "f201", "f208", "f210", "f216", "f221", "total")
    d.ok("sum", "a+b+c+d=e", "p1", "p2", "p3", "p4", "proj")
    d.ok("difference", "a-b=c", "last", "total", "less")
    d.ok("sum", "a+b=c", "staff", "office", "basic")
    d.ok("share", "a/b*100=c", "small", "buy", "smalls")
    d.ok("sum", "a+b=c", "t1", "t2", "three")
    return d
