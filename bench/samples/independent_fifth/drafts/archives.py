"""511: the final account of one small unit, as its page shows it."""

from __future__ import annotations

from samples.independent_fifth.making import D, Ledger, Paper, ch, m, pc

__all__ = ["archives"]

_O = D(0)


def archives() -> Paper:
    x = Paper("511-霖安区档案馆2024年度单位决算公开.html")
    names = {
        "201": "一般公共服务支出",
        "20126": "档案事务",
        "2012601": "行政运行",
        "2012604": "档案馆",
        "208": "社会保障和就业支出",
        "20805": "行政事业单位养老支出",
        "2080502": "事业单位离退休",
        "2080505": "机关事业单位基本养老保险缴费支出",
        "210": "卫生健康支出",
        "21011": "行政事业单位医疗",
        "2101102": "事业单位医疗",
        "221": "住房保障支出",
        "22102": "住房改革支出",
        "2210201": "住房公积金",
    }
    book = Ledger(
        names,
        {
            "2012601": (D("412.36"), _O),
            "2012604": (_O, D("268.40")),
            "2080502": (D("18.52"), _O),
            "2080505": (D("46.73"), _O),
            "2101102": (D("24.18"), _O),
            "2210201": (D("52.94"), _O),
        },
    )
    basic, project = book.amounts()
    out = book.total()
    opening, closing = D("31.20"), D("14.85")
    income = out + closing - opening
    both = [("t", lambda one: one[0] + one[1]), ("b", lambda one: one[0]), ("p", lambda one: one[1])]
    x.h("霖安区档案馆2024年度单位决算公开", "第一部分　单位概况", "一、主要职能")
    x.p(
        "霖安区档案馆为区委办公室管理的参照公务员法管理事业单位，主要职能：负责接收、征集、整理和保管区级机关、团体、企事业单位的档案；开展档案信息化建设和数字档案馆建设；依法向社会开放档案，提供查阅利用服务；编研档案史料，开展爱国主义教育。",
    )
    x.h("二、机构设置和人员情况")
    x.p(
        f"{x('self', '霖安区档案馆')}内设综合科、接收征集科、保管利用科、信息技术科、编研宣教科5个科室，无下属预算单位。核定事业编制{x('posts', '28')}名，年末实有在编人员{x('staff', '26')}人，退休人员{x('old', '11')}人，合计{x('heads', '37')}人。",
    )
    x.h("第二部分　2024年度单位决算表", "收入支出决算总表（公开01表）", "单位：万元")
    x.t(
        [
            ["收入项目", "金额", "支出项目", "金额"],
            [
                "一、一般公共预算财政拨款收入",
                x("in", m(income)),
                "一、一般公共服务支出",
                x("s201", m(book.total("201"))),
            ],
            ["二、政府性基金预算财政拨款收入", "0.00", "八、社会保障和就业支出", x("s208", m(book.total("208")))],
            ["三、国有资本经营预算财政拨款收入", "0.00", "九、卫生健康支出", x("s210", m(book.total("210")))],
            ["八、其他收入", "0.00", "十九、住房保障支出", x("s221", m(book.total("221")))],
            ["本年收入合计", x("in2", m(income)), "本年支出合计", x("out", m(out))],
            ["年初结转和结余", x("opening", m(opening)), "年末结转和结余", x("closing", m(closing))],
            ["总计", x("all", m(income + opening)), "总计", x("all2", m(out + closing))],
        ]
    )
    x.h("收入决算表（公开02表）", "单位：万元")
    gained = Ledger(names, book.leaves | {"2012604": (_O, D("268.40") - opening + closing)})
    x.t(
        [
            ["功能分类科目编码", "科目名称", "本年收入合计", "财政拨款收入", "其他收入"],
            *([*row, "0.00"] for row in gained.rows(x, "I", [("t", sum), ("f", sum)])),
        ]
    )
    x.h("支出决算表（公开03表）", "单位：万元")
    x.t(
        [
            ["功能分类科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
            *book.rows(x, "O", both, zero="0.00"),
        ]
    )
    x.h("财政拨款收入支出决算总表（公开04表）", "单位：万元")
    x.t(
        [
            ["收入", "决算数", "支出", "小计", "一般公共预算", "政府性基金预算"],
            ["一般公共预算财政拨款", m(income), "一般公共服务支出", m(book.total("201")), m(book.total("201")), "0.00"],
            [
                "政府性基金预算财政拨款",
                "0.00",
                "社会保障和就业支出",
                m(book.total("208")),
                m(book.total("208")),
                "0.00",
            ],
            ["", "", "卫生健康支出", m(book.total("210")), m(book.total("210")), "0.00"],
            ["", "", "住房保障支出", m(book.total("221")), m(book.total("221")), "0.00"],
            ["本年收入合计", m(income), "本年支出合计", m(out), m(out), "0.00"],
            ["年初财政拨款结转和结余", m(opening), "年末财政拨款结转和结余", m(closing), m(closing), "0.00"],
            ["合计", m(income + opening), "合计", m(out + closing), m(out + closing), "0.00"],
        ]
    )
    x.h("一般公共预算财政拨款支出决算表（公开05表）", "单位：万元")
    x.t([["编码", "科目名称", "合计", "基本支出", "项目支出"], *book.rows(x, "G", both, zero="", last=True)])
    x.h("一般公共预算财政拨款基本支出决算表（公开06表）", "单位：万元")
    wages = [
        ("30101", "基本工资", "118.62"),
        ("30102", "津贴补贴", "96.74"),
        ("30103", "奖金", "88.30"),
        ("30108", "机关事业单位基本养老保险缴费", "46.73"),
        ("30110", "职工基本医疗保险缴费", "24.18"),
        ("30113", "住房公积金", "52.94"),
        ("30199", "其他工资福利支出", "32.46"),
    ]
    goods = [
        ("30201", "办公费", "14.80"),
        ("30205", "水费", "1.26"),
        ("30206", "电费", "9.75"),
        ("30207", "邮电费", "3.48"),
        ("30211", "差旅费", "6.20"),
        ("30217", "公务接待费", "1.86"),
        ("30228", "工会经费", "5.12"),
        ("30231", "公务用车运行维护费", "4.08"),
        ("30239", "其他交通费用", "18.94"),
        ("30299", "其他商品和服务支出", "10.75"),
    ]
    wage, good = sum(D(one[2]) for one in wages), sum(D(one[2]) for one in goods)
    home = basic - wage - good
    x.t(
        [
            ["经济分类编码", "科目名称", "决算数"],
            ["301", "工资福利支出", x("e301", m(wage))],
            *([code, name, x(f"e{code}", amount)] for code, name, amount in wages),
            ["302", "商品和服务支出", x("e302", m(good))],
            *([code, name, x(f"e{code}", amount)] for code, name, amount in goods),
            ["303", "对个人和家庭的补助", x("e303", m(home))],
            ["30302", "退休费", m(home)],
            ["", "人员经费合计", x("people", m(wage + home))],
            ["", "公用经费合计", x("office", m(good))],
            ["", "基本支出合计", x("basic6", m(basic))],
        ]
    )
    x.h("财政拨款“三公”经费支出决算表（公开07表）", "单位：万元")
    x.t(
        [
            ["项目", "预算数", "决算数"],
            ["合计", x("t0", "6.60"), x("t1", "5.94")],
            ["1.因公出国（境）费", "0.00", "0.00"],
            ["2.公务用车购置及运行维护费", "4.50", "4.08"],
            ["其中：公务用车购置费", "0.00", "0.00"],
            ["　　　公务用车运行维护费", x("t2", "4.50"), x("t3", "4.08")],
            ["3.公务接待费", x("t4", "2.10"), x("t5", "1.86")],
        ]
    )
    x.h(
        "政府性基金预算财政拨款收入支出决算表（公开08表）",
        "注：霖安区档案馆2024年度无政府性基金预算财政拨款收入、支出和结转结余，本表为空表。",
    )
    x.h(
        "国有资本经营预算财政拨款支出决算表（公开09表）",
        "注：霖安区档案馆2024年度无国有资本经营预算财政拨款支出，本表为空表。",
    )
    x.h("第三部分　2024年度单位决算情况说明", "一、收入支出决算总体情况")
    before = D("884.90")
    grand = out + closing
    assert grand < before
    x.p(
        f"2024年度收入总计、支出总计均为{x('g', m(grand))}万元，与2023年度的{x('gl', m(before))}万元相比，各{x('gw', '减少')}{x('gd', m(before - grand))}万元，下降{x('gr', ch(grand, before))}，主要原因是馆藏档案数字化二期项目已完成。"
    )
    x.h("二、收入决算情况")
    x.p(f"本年收入合计{x('ni', m(income))}万元，全部为一般公共预算财政拨款收入，占100.00%。")
    x.h("三、支出决算情况")
    x.p(
        f"本年支出合计{x('no', m(out))}万元，其中：基本支出{x('nb', m(basic))}万元，占{x('nbr', pc(basic, out))}；项目支出{x('np', m(project))}万元，占{x('npr', pc(project, out))}。年末结转和结余{x('nc', m(closing))}万元，比年初减少{x('ncd', m(opening - closing))}万元，均为档案数字化项目结转资金。"
    )
    x.h("四、一般公共预算财政拨款支出决算情况")
    first = D("836.20")
    x.p(
        f"一般公共预算财政拨款支出年初预算{x('plan', m(first))}万元，支出决算{x('done', m(out))}万元，完成年初预算的{x('doner', pc(out, first))}。按功能分类：一般公共服务支出{m(book.total('201'))}万元，占{x('f201', pc(book.total('201'), out))}；社会保障和就业支出{x('n208', m(book.total('208')))}万元，占{x('f208', pc(book.total('208'), out))}；卫生健康支出{x('n210', m(book.total('210')))}万元，占{x('f210', pc(book.total('210'), out))}；住房保障支出{x('n221', m(book.total('221')))}万元，占{x('f221', pc(book.total('221'), out))}。",
        "其中，档案馆（项）268.40万元，主要用于：档案数字化加工142.60万元、库房设备维护58.30万元、档案征集与展览41.50万元、档案保护与消毒26.00万元。",
    )
    x.h("五、基本支出决算情况")
    x.p(
        f"基本支出{x('nb2', m(basic))}万元，其中：人员经费{x('npeople', m(wage + home))}万元，公用经费{x('noffice', m(good))}万元。"
    )
    x.h("六、“三公”经费支出决算情况")
    x.p(
        f"“三公”经费支出预算为6.60万元，支出决算为{x('three', '5.94')}万元，完成预算的{x('threer', '90.00%')}；比上年{x('threel', '5.40')}万元增加{x('threed', '0.54')}万元，增长{x('threeg', '10.00%')}，原因是公务用车车龄较长，维修费用增加。",
        f"1.因公出国（境）费支出预算为0.00万元，支出决算为{x('abroad', '0.00万元')}，与上年持平。",
        "2.公务用车购置及运行维护费支出预算为4.50万元，支出决算为4.08万元，完成预算的90.67%。其中，公务用车购置费0.00万元，公务用车运行维护费4.08万元，年末公务用车保有量2辆，平均每辆2.04万元。",
        f"3.公务接待费支出预算为{x('guestp', '2.10')}万元，支出决算为{x('guest', '1.86')}万元，完成预算的{x('guestr', '88.57%')}。全年国内公务接待{x('batch', '15')}批次、{x('guests', '124')}人次，人均{x('mean', '150')}元，主要用于接待外地档案馆业务交流；外事接待0批次、0人次。",
    )
    x.h("七、机关运行经费、政府采购和国有资产情况")
    x.p(
        f"机关运行经费支出{x('run', m(good))}万元，与公用经费一致，比上年{x('runl', '80.04')}万元减少{x('rund', m(D('80.04') - good))}万元，下降{x('runr', ch(good, D('80.04')))}。政府采购支出总额{x('buy', '186.20')}万元，其中：货物{x('buy1', '32.60')}万元、服务{x('buy2', '153.60')}万元，无工程采购；授予中小企业合同金额{x('buys', '158.27')}万元，占{x('buysr', '85.00%')}。",
        "年末共有车辆2辆，均为机要通信用车；单价100万元以上设备1台（套），为档案密集架智能控制系统。",
    )
    x.h("八、预算绩效管理情况")
    x.p(
        "对2024年度4个项目开展绩效自评，涉及资金268.40万元，占项目支出总额的100%。“档案数字化加工”项目自评得分96.80分，全年数字化扫描档案71.30万页，为年度目标68.00万页的104.85%，合格率99.20%。"
    )
    x.h("第四部分　名词解释")
    x.p(
        "机关运行经费：指行政单位和参照公务员法管理的事业单位使用一般公共预算安排的日常公用经费支出。",
        "结转和结余：指当年尚未支出或支出后剩余的资金。",
    )
    x.fault("policy", "staff posts", {"staff": "29"}, note="more people than posts")
    x.fault("sum", "staff old heads", {"staff": "29"}, "a+b=c")
    x.fault("policy", "guest guestp", {"guestp": "1.20"}, note="above the budget")
    x.fault("repeat", "guestp t4", {"guestp": "1.20"}, "a=b", "digits swapped")
    x.fault("rate", "guest guestp guestr", {"guestp": "1.20"}, "a/b*100=c")
    x.fault("structure", "abroad", {"abroad": "　万元"}, note="a blank where 0 must be said")
    x.fault("structure", "self", {"self": "霖安区图书馆"}, note="another unit's name")
    wage_names = " ".join(f"e{one[0]}" for one in wages)
    x.fault("sum", f"{wage_names} e301", {"e30103": "83.80"}, "a+b+c+d+e+f+g=h", "digits swapped")
    x.fault("repeat", "nc closing", {"nc": "18.45"}, "a=b", "digits out of order")
    x.fault("difference", "opening nc ncd", {"nc": "18.45"}, "a-b=c")
    x.fault("growth", "gw g gl", {"gw": "增加"}, note="837.98 is less than 884.90")
    x.ok("growth", "gd gl gr", "a/b*100=c")
    x.fault("share", "n210 no f210", {"f210": pc(book.total("208"), out)}, "a/b*100=c", "the share of the line before")
    x.ok("sum", "s201 s208 s210 s221 out", "a+b+c+d=e")
    x.ok("sum", "in2 opening all", "a+b=c")
    x.ok("sum", "out closing all2", "a+b=c")
    x.ok("share", "nb no nbr", "a/b*100=c")
    x.ok("share", "np no npr", "a/b*100=c")
    x.ok("rate", "done plan doner", "a/b*100=c")
    x.ok("sum", "people office basic6", "a+b=c")
    x.ok("rate", "three t0 threer", "a/b*100=c")
    x.ok("growth", "threed threel threeg", "a/b*100=c")
    x.ok("rate", "guest guests mean", "a*10000/b=c")
    x.ok("sum", "buy1 buy2 buy", "a+b=c")
    x.ok("share", "buys buy buysr", "a/b*100=c")
    x.ok("growth", "rund runl runr", "a/b*100=c")
    return x
