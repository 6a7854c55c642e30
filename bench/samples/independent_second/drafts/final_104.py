"""A district department's final account, 万元, last year's figures beside this year's."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]

LEAVES = (
    ("207", "文化旅游体育与传媒支出", "", ""), ("20701", "文化和旅游", "", ""),
    ("2070101", "行政运行", "318.44", "0"), ("2070109", "群众文化", "0", "246.80"), ("2070111", "文化创作与保护", "0", "88.15"),
    ("20702", "文物", "", ""), ("2070204", "文物保护", "0", "172.50"),
    ("208", "社会保障和就业支出", "", ""), ("20805", "行政事业单位养老支出", "", ""),
    ("2080505", "机关事业单位基本养老保险缴费支出", "42.16", "0"), ("2080506", "机关事业单位职业年金缴费支出", "21.08", "0"),
    ("210", "卫生健康支出", "", ""), ("21011", "行政事业单位医疗", "", ""), ("2101101", "行政单位医疗", "23.72", "0"),
    ("221", "住房保障支出", "", ""), ("22102", "住房改革支出", "", ""), ("2210201", "住房公积金", "33.60", "0"),
)  # fmt: skip


def _sum(prefix: str, part: int | None = None) -> D:
    chosen = [one for one in LEAVES if len(one[0]) == 7 and one[0].startswith(prefix)]
    return sum((D(one[2]) * (part != 3) + D(one[3]) * (part != 2) for one in chosen), D(0))


def draft() -> Draft:
    d = Draft(104, "临渭新区文化旅游局2023年度部门决算公开", "pdf")
    total, basic, project = _sum(""), _sum("", 2), _sum("", 3)
    income, begin = D("939.20"), D("22.35")
    end = income + begin - total
    last_in, last_out = D("884.70"), D("902.16")
    d.h(1, m("title", "临渭新区文化旅游局2023年度部门决算公开"))
    d.h(2, "第一部分 部门概况")
    d.p(
        "一、职责。贯彻文化、旅游、文物工作方针政策，推进公共文化服务体系建设，指导非物质文化遗产保护，监管文化和旅游市场，组织文物保护和考古工作。",
        f"二、机构。纳入2023年度部门决算编制范围的单位共{m('units', '3')}个，即局本级、区文化馆、区文物管理所。",
        f"三、人员。截至2023年末，编制{m('posts', '38')}人，实有{m('have', '36')}人；单独管理的离退休人员{m('retired', '15')}人。",
    )
    d.h(2, "第二部分 2023年度部门决算情况说明")
    d.p(
        f"一、收入支出总体情况。本年收入{m('income', money(income))}万元，较上年的{m('lastin', money(last_in))}万元增加{m('inmore', money(income - last_in))}万元，增长{m('inrate', percent(income - last_in, last_in))}；本年支出{m('out', money(total))}万元，较上年的{m('lastout', money(last_out))}万元增加{m('outmore', money(total - last_out))}万元，增长{m('outrate', percent(total - last_out, last_out))}。年初结转和结余{m('begin', money(begin))}万元，年末结转和结余{m('end', money(end))}万元。",
        f"二、收入情况。本年收入中，一般公共预算财政拨款{m('i1', '921.20')}万元，占{m('i1s', percent(D('921.2'), income))}；其他收入{m('i2', '18.00')}万元，占{m('i2s', percent(18, income))}。",
        f"三、支出情况。基本支出{m('basic', money(basic))}万元，占{m('bs', percent(basic, total))}；项目支出{m('project', money(project))}万元，占{m('ps', percent(project, total))}。没有上缴上级支出、经营支出和对附属单位补助支出。",
        f"四、支出功能分类。文化旅游体育与传媒支出（类）{m('f207', money(_sum('207')))}万元，占{m('f207s', percent(_sum('207'), total))}；社会保障和就业支出（类）{m('f208', money(_sum('208')))}万元，占{m('f208s', percent(_sum('208'), total))}；卫生健康支出（类）{m('f210', money(_sum('210')))}万元，占{m('f210s', percent(_sum('210'), total))}；住房保障支出（类）{m('f221', money(_sum('221')))}万元，占{m('f221s', percent(_sum('221'), total))}。",
        f"五、“三公”经费。2023年度预算{m('tb', '9.50')}万元，支出决算{m('td', '7.84')}万元，完成预算的{m('tr', percent(D('7.84'), D('9.5')))}。其中公务用车运行维护费预算{m('cb', '6.00')}万元、决算{m('cd', '5.62')}万元；公务接待费预算{m('hb', '3.50')}万元、决算{m('hd', '2.22')}万元，国内公务接待{m('times', '31')}批次、{m('heads', '264')}人次，人均{m('per', '84.09')}元；没有因公出国（境）支出。",
        f"六、机关运行经费。{m('year', '2023年度')}机关运行经费支出{m('run', '46.30')}万元，比上年的{m('runlast', '48.75')}万元减少{m('runless', '2.45')}万元，{m('rundir', '下降')}{m('runrate', percent(D('2.45'), D('48.75')))}，主要是压减办公用品开支。",
        f"七、政府采购。采购支出总额{m('buy', '158.60')}万元，其中货物{m('b1', '22.40')}万元、工程{m('b2', '61.20')}万元、服务{m('b3', '75.00')}万元。授予中小企业合同{m('small', '142.74')}万元，占{m('smalls', '90%')}，其中授予小微企业{m('tiny', '95.16')}万元，占政府采购支出总额的{m('tinys', '60%')}。",
        f"八、绩效评价。组织对{m('n', '6')}个项目开展自评，涉及资金{m('nm', money(project))}万元，占项目支出总额的100%；自评结果为“优”的5个、“良”的1个。",
    )
    d.h(2, m("part3", "第三部分 2023年度部门决算表"))
    d.p("收入支出决算总表", "单位：万元")
    d.t(
        [
            ["收入", "决算数", "支出", "决算数"],
            ["一、一般公共预算财政拨款收入", "921.20", "七、文化旅游体育与传媒支出", m("g207", money(_sum("207")))],
            ["二、政府性基金预算财政拨款收入", "0.00", "八、社会保障和就业支出", money(_sum("208"))],
            ["八、其他收入", "18.00", "九、卫生健康支出", money(_sum("210"))],
            ["", "", "十九、住房保障支出", money(_sum("221"))],
            ["本年收入合计", money(income), "本年支出合计", money(total)],
            ["年初结转和结余", money(begin), "年末结转和结余", money(end)],
            ["总计", m("tin", money(income + begin)), "总计", m("tout", money(income + begin))],
        ]
    )
    d.p("支出决算表", "单位：万元")
    rows = [["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"]]
    for code, name, *_ in LEAVES:
        rows.append([code, name, *(m(f"e{code}{part or 'T'}", money(_sum(code, part))) for part in (None, 2, 3))])
    rows.append(["", "合计", *(m(f"esum{part or 'T'}", money(_sum("", part))) for part in (None, 2, 3))])
    d.t(rows)
    d.h(2, "第四部分 名词解释")
    d.p(
        "年末结转和结余：单位本年度或以前年度预算安排、因客观条件变化无法按原计划实施，需延迟到以后年度按有关规定继续使用的资金。",
        "机关运行经费：行政单位和参照公务员法管理的事业单位使用一般公共预算财政拨款安排的基本支出中的日常公用经费。",
    )
    d.wrong("growth", "inrate", "5.80%", "income", "lastin", formula="(a-b)/b*100=c", note="divided by this year")
    d.wrong("difference", "end", "25.10", "income", "begin", "out", formula="a+b-c=d")
    d.wrong("share", "f208s", "8.66%", "f208", "out", formula="a/b*100=c")
    d.wrong("sum", "e20702T", "127.50", "e2070204T", formula="a=b")
    d.wrong("sum", "tout", "916.55", "tin", note="income and expenditure do not balance")
    d.wrong("growth", "rundir", "增长", "runlast", "runless", note="it fell")
    d.wrong("sum", "b3", "57.00", "b1", "b2", "buy", formula="a+b+d=c")
    d.wrong("policy", "hd", "3.62", "hb", note="reception over its budget, and 三公 does not add up")
    d.lacking(
        "structure", "title", "part3", note="no 收入决算表, no tables of the grants, of basic expenditure and of 三公"
    )
    d.ok("share", "a/b*100=c", "f207", "out", "f207s")
    d.ok("sum", "a+b+c+d=e", "f207", "f208", "f210", "f221", "out")
    d.ok("growth", "(a-b)/b*100=c", "out", "lastout", "outrate")
    d.ok("rate", "a/b*100=c", "td", "tb", "tr")
    d.ok("share", "a/b*100=c", "small", "buy", "smalls")
    d.ok("share", "a/b*100=c", "tiny", "buy", "tinys")
    d.ok("sum", "a+b=c", "i1", "i2", "income")
    d.ok("growth", "(b-a)/b*100=c", "run", "runlast", "runrate")
    return d
