"""A department's final account as plain text: a city's market regulator, narrative with flattened tables."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]

_SPENT = (("一般公共服务支出", "201", D("3862.74")), ("社会保障和就业支出", "208", D("512.30")), ("卫生健康支出", "210", D("236.48")),
          ("住房保障支出", "221", D("301.92")))  # fmt: skip


def draft() -> Draft:
    d = Draft(3, "宜川市市场监管局2022年部门决算", "txt")
    total = sum((one[2] for one in _SPENT), D(0))
    grant, business, other, opening = D("4768.30"), D("86.50"), D("21.44"), D("96.20")
    income = grant + business + other
    closing = opening + income - total
    d.p("宜川市市场监督管理局", f"{m('cover', '2022')}年度部门决算公开", "", "目    录")
    d.p(
        "第一部分　部门概况",
        "第二部分　2022年度部门决算情况说明",
        m("toc3", "第三部分　名词解释"),
        m("toc4", "第四部分　附表"),
        "",
    )
    d.p("第一部分　部门概况")
    d.p(
        "一、主要职责。负责市场综合监督管理和知识产权管理，组织实施质量强市战略，负责食品、药品、特种设备、工业产品质量安全监督，"
        "统一管理计量、标准、检验检测和认证认可工作，受理消费者投诉举报并依法维权。"
    )
    d.p(
        f"二、部门构成。纳入2022年部门决算汇编范围的单位共{m('units', '5')}个，其中行政单位{m('u1', '1')}个，公益一类事业单位{m('u2', '3')}个，"
        f"公益二类事业单位{m('u3', '1')}个。"
    )
    d.p("", "第二部分　2022年度部门决算情况说明")
    d.p("一、收入支出决算总体情况")
    d.p(
        f"2022年度本年收入{m('income', money(income))}万元，年初结转和结余{m('opening', money(opening))}万元；本年支出{m('total', money(total))}万元，"
        f"年末结转和结余{m('closing', money(closing))}万元。收入总计、支出总计均为{m('grand', money(opening + income))}万元。"
    )
    lastin = D("5120.66")
    d.p(
        f"与2021年度相比，本年收入{m('inword', '减少')}{m('indiff', money(lastin - income))}万元，下降{m('ingrow', percent(lastin - income, lastin))}，"
        "主要是上年含药品检验实验室改造一次性资金。"
    )
    d.p("二、收入决算情况")
    d.p(
        f"本年收入构成：财政拨款收入{m('grant', money(grant))}万元，占{m('sg', percent(grant, income))}；事业收入{m('biz', money(business))}万元，"
        f"占{m('sb', percent(business, income))}；其他收入{m('oth', money(other))}万元，占{m('so', percent(other, income))}。"
    )
    d.p("三、支出决算情况")
    basic = D("3980.26")
    d.p(
        f"本年支出按性质划分，基本支出{m('basic', money(basic))}万元，占{m('bs', percent(basic, total))}；项目支出{m('proj', money(total - basic))}万元，"
        f"占{m('ps', percent(total - basic, total))}。按功能科目划分如下："
    )
    d.t(
        [
            ["科目编码", "科目名称", "本年支出（万元）", "占比"],
            *[
                [code, m(f"n{code}", name), m(f"v{code}", money(value)), m(f"s{code}", percent(value, total))]
                for name, code, value in _SPENT
            ],
            ["", "合计", m("vsum", money(total)), "100.00%"],
        ]
    )
    d.p("四、一般公共预算财政拨款支出决算情况")
    budget, final = D("4528.00"), D("4780.00")
    d.p(
        f"年初预算为{m('gb', money(budget))}万元，支出决算为{m('gf', money(final))}万元，完成年初预算的{m('gr', percent(final, budget))}。"
        f"决算数大于预算数的{m('reason', '主要原因是年中追加特种设备安全专项')}。"
    )
    d.p(
        "支出主要用于：食品安全监管和抽检、药品和特种设备安全监察、计量检定设备更新、知识产权保护与质量强市建设、消费维权与投诉举报处置，以及机关和所属事业单位人员经费、日常运转等。决算数据以万元列示，按四舍五入取两位小数。",
    )
    d.p("五、“三公”经费支出决算情况")
    d.p(
        f"“三公”经费预算{m('tb', '92.00')}万元，决算{m('tf', '81.35')}万元，完成预算的{m('tr', percent(D('81.35'), 92))}。其中："
        f"公务用车购置及运行费决算{m('tc', '73.60')}万元，公务接待费决算{m('tg', '7.75')}万元，未安排因公出国（境）费。"
        f"全年国内公务接待{m('batch', '68')}批次、{m('people', '527')}人次；公务用车保有量{m('cars', '29')}辆。"
    )
    d.p("六、机关运行经费")
    d.p(
        f"机关运行经费支出{m('run', '486.15')}万元，比上年{m('rl', '470.90')}万元{m('rword', '增加')}{m('rd', '15.25')}万元，增长"
        f"{m('rg', percent(D('15.25'), D('470.90')))}，主要是{m('rwhy', '新增办公区物业费')}。"
    )
    d.p("七、预算绩效管理情况")
    d.p(
        f"对{m('np', '9')}个项目开展自评，涉及资金{m('na', '842.20')}万元。抽检食品{m('food', '6850')}批次，发现不合格{m('bad', '137')}批次，"
        f"不合格率{m('rbad', percent(137, 6850, 1))}；处置投诉举报{m('cmp', '21436')}件，按期办结{m('done', '21329')}件，按期办结率{m('rdone', percent(21329, 21436, 1))}。"
    )
    d.p(
        "全年检定计量器具3.42万台（件），其中强制检定2.96万台（件）、其他检定0.46万台（件）；登记新设经营主体18640户，注销6210户，期末实有126430户，比上年末净增12430户，增长10.9%。",
        "八、政府采购及资产情况",
        "政府采购支出412.60万元，其中货物158.30万元、服务254.30万元。期末共有车辆29辆，其中执法执勤用车22辆、特种专业技术用车7辆；单价100万元以上专用设备6台（套）。",
    )
    d.p("", "第三部分　名词解释")
    d.p(
        "财政拨款收入，指本级财政当年拨付的资金。事业收入，指事业单位开展检验检测等专业活动取得的收入。年末结转和结余，指年末未使用完、"
        "按规定结转下年使用或者上缴的资金。"
    )
    d.p("", m("part4", "第四部分　附表"), "收入支出决算总表、收入决算表、支出决算表等九张表另附电子表格公布。")
    d.ok("sum", "a+b+c=d", "grant", "biz", "oth", "income")
    d.ok("count", "a+b+c=d", "u1", "u2", "u3", "units")
    d.ok("share", "a/b*100=c", "biz", "income", "sb")
    d.ok("share", "a/b*100=c", "basic", "total", "bs")
    d.ok("rate", "a/b*100=c", "gf", "gb", "gr")
    d.ok("difference", "a-b=c", "run", "rl", "rd")
    d.ok("sum", "a+b+c+d=e", "v201", "v208", "v210", "v221", "vsum")
    d.wrong(
        "difference",
        "closing",
        "85.00",
        "opening",
        "income",
        "total",
        formula="a+b-c=d",
        note="96.20+4876.24-4913.44=59.00",
    )
    d.wrong("share", "sg", "99.79%", "grant", "income", formula="a/b*100=c", note="应为97.79%")
    d.wrong("share", "s208", "104.30%", "v208", "vsum", formula="a/b*100=c", note="占比超过100%")
    d.wrong("structure", "n210", "医疗卫生与计划生育支出", "v210", note="210类旧名称")
    d.wrong("policy", "tf", "93.15", "tb", "tc", "tg", note="三公决算超过预算，也不等于两项之和81.35")
    d.wrong("structure", "reason", "主要原因是", note="句子没有写完")
    d.wrong("growth", "rword", "减少", "run", "rl", note="486.15大于470.90")
    d.wrong("rate", "rdone", "95.5%", "done", "cmp", formula="a/b*100=c", note="应为99.5%")
    d.wrong("structure", "part4", "附  录", "toc4", note="目录的第四部分正文没有")
    return d
