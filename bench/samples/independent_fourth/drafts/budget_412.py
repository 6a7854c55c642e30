"""An archive's budget as a page of a web site."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc


def paper() -> Paper:
    d = Paper("412-禾渡市档案馆2025年单位预算公开.html")
    run, store, other = D("386.54"), D("142.00"), D("58.60")
    archive = run + store + other
    old, annuity = D("41.28"), D("20.64")
    pension = old + annuity
    care, house, subsidy = D("24.77"), D("35.12"), D("9.46")
    home = house + subsidy
    total = archive + pension + care + home
    basic = total - store - other
    salary, people = D("436.27"), D("17.80")
    goods = basic - salary - people
    last = D("748.15")
    d.h("禾渡市档案馆2025年单位预算公开")
    d.p("发布时间：2025年2月12日　来源：市档案馆办公室　字号：大 中 小")
    d.h("一、单位概况")
    d.p(
        "禾渡市档案馆为市委直属参照公务员法管理的事业单位，主要职责是：收集、整理、保管和利用市级国家机关、团体、企事业单位的重要档案；开展档案编研、展览和爱国主义教育；推进全市档案信息化建设。",
        f"内设办公室、收集整理科、保管利用科、编研展览科、信息技术科{d('rooms', 5)}个科室。编制{d('post', 31)}名，在职{d('real', 29)}人，退休{d('gone', 18)}人。",
    )
    d.h("二、收支预算说明")
    d.p(
        f"2025年收入预算{d('income', total)}万元，全部为一般公共预算拨款收入，较2024年{d('last', last)}万元减少{d('less', last - total)}万元，下降{d('down', ch(total, last))}，主要原因是{d('why', '馆藏档案数字化一期项目完工，不再安排')}。",
        f"2025年支出预算{d('cost', total)}万元，其中基本支出{d('basic', basic)}万元，占{d('bshare', pc(basic, total))}；项目支出{d('project', store + other)}万元，占{d('prshare', pc(store + other, total))}。",
        f"按功能科目：一般公共服务支出（类）档案事务（款）{d('archive', archive)}万元，社会保障和就业支出{d('pension', pension)}万元，卫生健康支出{d('care', care)}万元，住房保障支出{d('home', home)}万元。本单位没有政府性基金预算和国有资本经营预算安排的支出。",
    )
    d.h("表一　一般公共预算支出预算表　单位：万元")
    d.t(
        [
            ["功能科目编码", "功能科目名称", "合计", "基本支出", "项目支出"],
            ["201", "一般公共服务支出", d("x1", archive), run, d("p201", store + other)],
            ["20126", "档案事务", archive, run, store + other],
            ["2012601", "行政运行", run, run, ""],
            ["2012604", "档案馆", d("store", store), "", d("pstore", store)],
            ["2012699", "其他档案事务支出", other, "", d("pother", other)],
            ["208", "社会保障和就业支出", d("x2", pension), pension, ""],
            ["20805", "行政事业单位养老支出", pension, pension, ""],
            ["2080505", d("name5", "机关事业单位基本养老保险缴费支出"), d("y1", old), old, ""],
            ["2080506", d("name6", "机关事业单位职业年金缴费支出"), d("y2", annuity), annuity, ""],
            ["210", "卫生健康支出", d("x3", care), care, ""],
            ["21011", "行政事业单位医疗", care, care, ""],
            ["2101101", "行政单位医疗", care, care, ""],
            ["221", "住房保障支出", d("x4", home), home, ""],
            ["22102", "住房改革支出", home, home, ""],
            ["2210201", "住房公积金", d("y3", house), house, ""],
            ["2210203", "购房补贴", d("y4", subsidy), subsidy, ""],
            ["", "合计", d("xt", total), d("xb", basic), store + other],
        ]
    )
    d.h("表二　一般公共预算基本支出预算表　单位：万元")
    s = [
        ("30101", "基本工资", D("112.36")),
        ("30102", "津贴补贴", D("138.52")),
        ("30103", "奖金", D("54.18")),
        ("30108", "机关事业单位基本养老保险缴费", old),
        ("30109", "职业年金缴费", annuity),
        ("30110", "职工基本医疗保险缴费", care),
    ]
    rest = salary - house - sum((one[2] for one in s), D(0))
    s = [*s, ("30112", "其他社会保障缴费", rest), ("30113", "住房公积金", house)]
    g = [
        ("30201", "办公费", D("9.20")),
        ("30205", "水费", D("0.85")),
        ("30206", "电费", D("12.60")),
        ("30211", "差旅费", D("7.50")),
        ("30213", "维修（护）费", D("6.00")),
        ("30228", "工会经费", D("4.36")),
        ("30231", "公务用车运行维护费", D("3.00")),
    ]
    g = [*g, ("30239", "其他交通费用", goods - sum((one[2] for one in g), D(0)))]
    d.t(
        [
            ["经济科目编码", "经济科目名称", "预算数"],
            ["301", "工资福利支出", d("salary", salary)],
            *([code, name, d(f"c{code}", money)] for code, name, money in s),
            ["302", "商品和服务支出", d("goods", goods)],
            *([code, name, d(f"c{code}", money)] for code, name, money in g),
            ["303", "对个人和家庭的补助", d("people", people)],
            ["30302", "退休费", d("c30302", "17.80")],
            ["", "合计", d("ecot", basic)],
        ]
    )
    d.h("三、“三公”经费预算说明")
    d.p(
        f"2025年“三公”经费预算{d('three', '4.20')}万元，与2024年持平。其中：因公出国（境）费0万元；公务用车运行维护费{d('car', '3.00')}万元；公务接待费{d('guest', '1.20')}万元。",
    )
    d.h("四、机关运行经费")
    d.p(
        f"2025年机关运行经费预算{d('runcost', goods)}万元，较2024年{d('runlast', '61.35')}万元{d('runword', '减少' if goods < D('61.35') else '增加')}{d('runless', abs(D('61.35') - goods))}万元。"
    )
    d.h("五、政府采购和国有资产")
    d.p(
        f"2025年政府采购预算{d('buy', '118.50')}万元，其中货物类{d('buy1', '42.70')}万元、服务类{d('buy2', '75.80')}万元。截至{d('asof', '2024年12月31日')}，共有车辆1辆，单价50万元以上设备2台（套）。",
    )
    d.h("六、预算绩效情况")
    d.p(
        f"2025年实行绩效目标管理的项目{d('goals', 2)}个，涉及预算资金{d('goalmoney', store + other)}万元。其中“馆藏档案保护与数字化二期”项目{d('store2', store)}万元，目标为：完成档案数字化扫描{d('scan', '120万')}页，修复破损档案{d('mend', 3200)}页，数字化副本合格率≥99%，库房温湿度达标率≥98%，查档群众满意度≥95%；“档案展览与编研”项目{d('other2', other)}万元。",
    )
    d.h("七、名词解释")
    d.p(
        "1. 一般公共预算拨款收入：指市级财政当年拨付的资金。",
        "2. 机关运行经费：指行政单位和参照公务员法管理的事业单位使用一般公共预算安排的基本支出中的日常公用经费支出。",
        f"3. 档案馆支出：反映{d('word', '各级档案馆的支出')}。",
    )
    d.fault("sum", "y3 y4 x4", {"x4": "45.48"}, "a+b=c", "digit wrong in the total of a section")
    d.fault("difference", "last income less", {"less": "27.94"}, "a-b=c", "digits swapped")
    d.fault("sum", "buy1 buy2 buy", {"buy1": "47.20"}, "a+b=c", "digits swapped")
    d.fault(
        "repeat", "name5 name6", {"name6": "机关事业单位基本养老保险缴费支出"}, note="the name of the code above it"
    )
    d.fault("structure", "word", {"word": "各级各级档案馆的支出"}, note="doubled word")
    d.ok("sum", "basic project cost", "a+b=c")
    d.ok("share", "project cost prshare", "a/b*100=c")
    d.ok("sum", "archive pension care home cost", "a+b+c+d=e")
    d.ok("growth", "last income down", "(a-b)/a*100=c")
    d.ok("sum", "salary goods people ecot", "a+b+c=d")
    d.ok("sum", "c30101 c30102 c30103 c30108 c30109 c30110 c30112 c30113 salary", "a+b+c+d+e+f+g+h=i")
    d.ok("sum", "c30201 c30205 c30206 c30211 c30213 c30228 c30231 c30239 goods", "a+b+c+d+e+f+g+h=i")
    d.ok("sum", "pstore pother p201", "a+b=c")
    d.ok("sum", "car guest three", "a+b=c")
    d.ok("repeat", "goods runcost", "a=b")
    d.ok("sum", "store2 other2 goalmoney", "a+b=c")
    d.ok("sum", "y1 y2 x2", "a+b=c")
    return d
