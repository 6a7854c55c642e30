"""A department's final account as plain text: short sentences, amounts in 亿元 and 万元, rates told in words."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]


def draft() -> Draft:
    d = Draft(26, "黎川州教育局2020年部门决算说明", "txt")
    basic, project, moved = D("38642.75"), D("12418.60"), D("2386.40")
    total = basic + project + moved
    last = D("50934.18")
    d.p("黎川州教育局2020年度部门决算情况说明", "")
    d.p("一、决算编报范围")
    d.p(
        f"黎川州教育局2020年部门决算包括局机关和直属的{m('n', '9')}所学校、{m('n2', '3')}个事业单位，合计{m('n3', '13')}个独立核算单位。"
        "直属学校为州民族中学、州第一中学、州第二中学、州高级职业学校、州特殊教育学校、州实验小学、州第一小学、州幼儿园、州示范幼儿园。"
        "事业单位为州教研室、州招生考试中心、州电化教育馆。"
    )
    d.p("二、收支决算")
    d.p(
        f"2020年部门总支出{m('yi', money(total / 10_000))}亿元，即{m('total', money(total))}万元。与2019年的{m('last', money(last))}万元相比，"
        f"多支出{m('inc', money(total - last))}万元，增幅为{m('g', percent(total - last, last))}。"
    )
    d.p(
        f"总支出中：基本支出{m('basic', money(basic))}万元（占{m('bs', percent(basic, total))}），项目支出{m('proj', money(project))}万元（占{m('ps', percent(project, total))}），"
        f"对附属单位补助支出{m('sub', money(moved))}万元（占{m('ss', percent(moved, total))}）。"
    )
    d.p("三、按功能分类的支出")
    lines = [
        ("205", "教育支出", D("45210.33")),
        ("208", "社会保障和就业支出", D("4186.20")),
        ("210", "卫生健康支出", D("1724.85")),
    ]
    lines.append(("221", "住房保障支出", total - sum((one[2] for one in lines), D(0))))
    for i, (code, name, amount) in enumerate(lines, start=1):
        d.p(
            f"（{i}）{code}类{m('n' + code, name)}：{m('v' + code, money(amount))}万元，占总支出{m('s' + code, percent(amount, total))}。"
        )
    d.p("四、财政拨款“三公”经费")
    d.p(
        f"预算{m('tb', '186.00')}万元，决算{m('tf', '152.52')}万元，为预算的{m('tr', percent(D('152.52'), 186, 0))}，较2019年的{m('tl', '169.47')}万元压减{m('td', '16.95')}万元，"
        f"降幅{m('tg', percent(D('16.95'), D('169.47'), 0))}。三项支出分别是：出国（境）{m('t1', '0')}万元，公务用车{m('t2', '124.30')}万元，公务接待{m('t3', '28.22')}万元。"
        f"接待国内来访{m('batch', '206')}批、{m('guest', '1648')}人，批均{m('per', '8')}人。"
    )
    d.p("五、政府采购与资产")
    d.p(
        f"采购支出{m('buy', '4820.00')}万元：货物{m('b1', '2651.00')}万元，工程{m('b2', '1446.00')}万元，服务{m('b3', '723.00')}万元，三者比例为"
        f"{m('r1', '55%')}、{m('r2', '30%')}、{m('r3', '15%')}。年末资产总额{m('asset', '16.42')}亿元，比年初{m('asset0', '15.86')}亿元增加{m('asseti', '0.56')}亿元。"
    )
    d.p("六、绩效自评")
    d.p(
        f"纳入自评的项目{m('np', '24')}个，评为优的{m('g1', '17')}个、良的{m('g2', '6')}个、中的{m('g3', '1')}个，优良率{m('gr', percent(23, 24, 1))}。"
        f"学生资助惠及{m('st', '31860')}人次，其中学前{m('st1', '4120')}人次、义务教育{m('st2', '19440')}人次、普通高中{m('st3', '5200')}人次、中职{m('st4', '3100')}人次；"
        f"应助尽助率100%。营养改善计划覆盖学校{m('sch', '214')}所，{m('schall', '全部')}实行食堂供餐。"
    )
    d.p(
        f"改善办学条件项目计划新建校舍{m('plan', '3.20')}万平方米，竣工{m('done', '3.36')}万平方米，完成率{m('rd', percent(D('3.36'), D('3.20'), 0))}"
        f"{m('bracket', '（超出部分为州二中综合楼）')}。高考本科上线率由上年的61.3%升至63.8%，升高{m('pp', '2.5')}个百分点。"
    )
    d.p("七、名词解释")
    d.p("对附属单位补助支出，是指用财政拨款之外的资金对附属单位的补助。总支出，是指本年支出合计，不含结转。")
    d.p("", f"黎川州教育局　{m('sign', '2021')}年8月30日")
    d.ok("share", "a/b*100=c", "basic", "total", "bs")
    d.ok("share", "a/b*100=c", "proj", "total", "ps")
    d.ok("growth", "a/b*100=c", "inc", "last", "g")
    d.ok("share", "a/b*100=c", "v205", "total", "s205")
    d.ok("rate", "a/b*100=c", "tf", "tb", "tr")
    d.ok("sum", "a+b=c", "t2", "t3", "tf")
    d.ok("sum", "a+b+c=d", "b1", "b2", "b3", "buy")
    d.ok("difference", "a-b=c", "asset", "asset0", "asseti")
    d.wrong("unit", "yi", "53.45", "total", note="53447.75万元是5.34亿元，多了一位")
    d.wrong("share", "s208", "8.73%", "v208", "total", formula="a/b*100=c", note="应为7.83%")
    d.wrong("structure", "n210", "医疗卫生与计划生育支出", "v210", note="2020年210类应为卫生健康支出")
    d.wrong("growth", "tg", "11%", "td", "tl", formula="a/b*100=c", note="16.95/169.47=10%")
    d.wrong("share", "r3", "25%", "b3", "buy", formula="a/b*100=c", note="应为15%；三者之和也超过100%")
    d.wrong("rate", "gr", "98.5%", "g1", "g2", "np", formula="(a+b)/c*100=d", note="23/24=95.8%")
    d.wrong("count", "st3", "2500", "st1", "st2", "st4", "st", formula="d-a-b-c=e", note="四类之和应为31860")
    d.wrong("count", "n3", "12", "n", "n2", note="1个机关+9所学校+3个事业单位=13")
    d.wrong("difference", "pp", "3.5", note="63.8%-61.3%=2.5个百分点")
    return d
