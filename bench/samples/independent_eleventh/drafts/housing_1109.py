"""A housing centre's budget as published; all of it is true."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1109-穗垣区住房保障事务中心2025年部门预算公开.txt", width=45)
    _about(x)
    _money(x)
    _kinds(x)
    _other(x)
    return x


def _about(x: Paper) -> None:
    x.h("穗垣区住房保障事务中心2025年部门预算", "", "一、主要职能")
    x.p(
        "承担全区公共租赁住房、保障性租赁住房的筹集、分配和运营管理，住房租赁补贴审核发放，直管公房安全管理以及老旧小区"
        "改造的组织协调工作。"
    )
    x.h("二、机构设置")
    x.p(
        f"本部门预算单位{x('units', 2)}家：区住房保障事务中心（本级）、区直管公房管理站。人员编制{x('est', 45)}名，其中管理岗位"
        f"{x('e1', 18)}名、专业技术岗位{x('e2', 22)}名、工勤岗位{x('e3', 5)}名；实有在职{x('staff', 43)}人，退休{x('old', 30)}人。"
        f"截至2024年底管理公租房{x('flats', 6420)}套，其中已分配{x('let', 6115)}套，空置{x('free', 305)}套，分配率"
        f"{x('let_r', pc(6115, 6420))}。"
    )
    x.ok("count", "e1 e2 e3 est", "a+b+c=d")
    x.ok("difference", "flats let free", "a-b=c")
    x.ok("rate", "let flats let_r", "a/b*100=c")
    x.h("三、名词解释")
    x.p("（一）基本支出：指为保障机构正常运转、完成日常工作任务发生的人员支出和公用支出。")
    x.p("（二）项目支出：指在基本支出之外为完成特定任务发生的支出。")
    x.p("（三）“三公”经费：指用一般公共预算拨款安排的因公出国（境）费、公务用车购置及运行费和公务接待费。")
    x.p("（四）政府性基金：指按规定用国有土地使用权出让收入等安排、专项用于住房保障和老旧小区改造的资金。")
    x.h("", "2025年部门预算编制说明", "")


def _money(x: Paper) -> None:
    general, fund, own = D("4862.75"), D("1730.00"), D("96.40")
    whole, last = general + fund + own, D("7015.38")
    x.p(
        f"2025年，穗垣区住房保障事务中心收入预算{x('in', whole)}万元，其中：一般公共预算拨款{x('general', general)}万元，政府性基金"
        f"预算拨款{x('fund', fund)}万元，事业收入{x('own', own)}万元。收入预算比2024年的{x('in_l', last)}万元减少{x('in_m', last - whole)}万元，"
        f"下降{x('in_d', ch(whole, last))}，主要是老旧小区改造任务减少。"
    )
    x.ok("sum", "general fund own in", "a+b+c=d")
    x.ok("difference", "in_l in in_m", "a-b=c")
    x.ok("growth", "in_l in in_d", "(a-b)/a*100=c")
    basic = D("1018.95")
    people, public = D("894.20"), D("124.75")
    x.p(
        f"支出预算{x('out', whole)}万元，其中：基本支出{x('basic', basic)}万元，占{x('basic_s', pc(basic, whole))}（人员经费{x('people', people)}"
        f"万元，公用经费{x('public', public)}万元）；项目支出{x('proj', whole - basic)}万元，占{x('proj_s', pc(whole - basic, whole))}。"
    )
    x.same("in out")
    x.ok("sum", "people public basic", "a+b=c")
    x.ok("sum", "basic proj out", "a+b=c")
    x.oks("share", "a/b*100=c", "basic out basic_s", "proj out proj_s")


def _kinds(x: Paper) -> None:
    rows = [
        ("“社会保障和就业支出”", "h1", D("148.62"), D("141.30"), "主要用于养老保险和职业年金缴费。"),
        ("“卫生健康支出”", "h2", D("52.18"), D("50.44"), "主要用于基本医疗保险缴费。"),
        ("“城乡社区支出”", "h3", D("812.60"), D("798.15"), "主要用于机构运行、直管公房修缮。"),
        ("“住房保障支出”", "h4", D("3849.35"), D("4105.69"), "主要用于公租房运营、租赁补贴和住房公积金。"),
    ]
    x.p("一般公共预算拨款支出主要内容如下：")
    for place, (title, key, now, before, why) in enumerate(rows, start=1):
        way = "增加" if now > before else "减少"
        more, up = x(key + "m", abs(now - before)), x(key + "u", ch(now, before))
        x.p(
            f"{place}. {title}科目{x(key, now)}万元，比2024年预算{x(key + 'l', before)}万元{way}{more}万元，"
            f"{'增长' if now > before else '下降'}{up}。{why}"
        )
    x.ok("sum", "h1 h2 h3 h4 general", "a+b+c+d=e")
    x.oks("difference", "a-b=c", "h1 h1l h1m", "h2 h2l h2m", "h3 h3l h3m", "h4l h4 h4m")
    x.oks("growth", "(a-b)/b*100=c", "h1 h1l h1u", "h2 h2l h2u", "h3 h3l h3u")
    x.ok("growth", "h4l h4 h4u", "(a-b)/a*100=c")
    x.p(
        f"政府性基金预算拨款支出{x('fund2', D('1730.00'))}万元，其中老旧小区改造{x('f1', D('1450.00'))}万元、公租房外墙维修"
        f"{x('f2', D('280.00'))}万元。"
    )
    x.same("fund fund2")
    x.ok("sum", "f1 f2 fund2", "a+b=c")
    x.h("2025年部门财务收支预算总表", "编制部门：穗垣区住房保障事务中心                         单位：元", "")
    x.t(
        [
            ["本年收入", "", "本年支出", ""],
            ["项目", "预算数", "项目", "预算数"],
            ["一、财政拨款收入", x("y1", "65,927,500"), "一、基本支出", x("y5", "10,189,500")],
            ["1. 一般公共预算资金", x("y2", "48,627,500"), "1. 人员经费", x("y6", "8,942,000")],
            ["2. 政府性基金", x("y3", "17,300,000"), "2. 公用经费", x("y7", "1,247,500")],
            ["二、事业收入", x("y4", "964,000"), "二、项目支出", x("y8", "56,702,000")],
            ["收入总计", x("ya", "66,891,500"), "支出总计", x("yb", "66,891,500")],
        ],
        gap="    ",
    )
    x.ok("sum", "y2 y3 y1", "a+b=c")
    x.ok("sum", "y1 y4 ya", "a+b=c")
    x.ok("sum", "y6 y7 y5", "a+b=c")
    x.ok("sum", "y5 y8 yb", "a+b=c")
    x.oks("repeat", "a*10000=b", "general y2", "fund y3", "own y4", "people y6", "public y7", "in ya", "proj y8")


def _other(x: Paper) -> None:
    x.h("", "其他相关情况说明", "一、2025年“三公”经费预算情况说明")
    x.p(
        f"2025年“三公”经费预算数为{x('t', D('10.40'))}万元，比2024年预算{x('t_l', D('11.20'))}万元减少{x('t_m', D('0.80'))}万元，下降"
        f"{x('t_d', ch(D('10.40'), D('11.20')))}。其中：（一）因公出国（境）费{x('t0', 0)}万元；（二）公务用车购置及运行费"
        f"{x('t1', D('9.60'))}万元，与上年持平；（三）公务接待费{x('t2', D('0.80'))}万元，比2024年预算{x('t2l', D('1.60'))}万元下降"
        f"{x('t2d', '50.00%')}。"
    )
    x.ok("difference", "t_l t t_m", "a-b=c")
    x.ok("growth", "t_l t t_d", "(a-b)/a*100=c")
    x.ok("sum", "t0 t1 t2 t", "a+b+c=d")
    x.ok("growth", "t2l t2 t2d", "(a-b)/a*100=c")
    x.h("二、政府采购预算情况")
    x.p(
        f"2025年政府采购预算{x('b', D('1986.50'))}万元，其中：货物{x('b1', D('46.50'))}万元、工程{x('b2', D('1640.00'))}万元、服务"
        f"{x('b3', D('300.00'))}万元。面向中小企业预留{x('b4', D('1390.55'))}万元，占{x('b4s', pc(D('1390.55'), D('1986.50')))}。"
    )
    x.ok("sum", "b1 b2 b3 b", "a+b+c=d")
    x.ok("share", "b4 b b4s", "a/b*100=c")
    x.h("三、绩效目标设置情况")
    x.p(
        f"2025年编报绩效目标的项目{x('p', 9)}个，涉及资金{x('pm', D('5670.20'))}万元。重点项目“住房租赁补贴”预算{x('sub', D('864.00'))}万元，"
        f"目标为：发放户数不少于{x('homes', 1200)}户，户均{x('each', 7200)}元，发放准确率100%，保障家庭满意度不低于92%。"
    )
    x.same("proj pm")
    x.ok("rate", "sub homes each", "a*10000/b=c")
    x.h("四、国有资产占用情况")
    x.p(
        f"截至2024年12月31日，本部门共有车辆{x('cars', 4)}辆，其中一般公务用车{x('c1', 3)}辆、应急保障用车{x('c2', 1)}辆。"
    )
    x.ok("count", "c1 c2 cars", "a+b=c")
