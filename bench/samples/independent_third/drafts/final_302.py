"""302: final accounts of a county's forestry bureau, Word."""

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as at
from samples.independent_third.accounts import Books
from samples.independent_third.making import Paper, changed

ITEMS = [
    ("2080501", "行政单位离退休", D("38.46"), D(0)),
    ("2080505", "机关事业单位基本养老保险缴费支出", D("117.30"), D(0)),
    ("2101101", "行政单位医疗", D("31.25"), D(0)),
    ("2101102", "事业单位医疗", D("28.67"), D(0)),
    ("2130201", "行政运行", D("742.91"), D(0)),
    ("2130209", "森林生态效益补偿", D(0), D("1386.00")),
    ("2130234", "林业草原防灾减灾", D(0), D("274.53")),
    ("2210201", "住房公积金", D("96.08"), D(0)),
]


def draft() -> Draft:
    d = Paper(302, "鹿鸣县林业局2022年度部门决算公开", "docx")
    b = Books(
        ITEMS,
        marks={
            ("out", "all", "total"): "t_all",
            ("out", "208", "total"): "t208",
            ("out", "210", "total"): "t210",
            ("out", "213", "total"): "t213",
            ("out", "221", "total"): "t221",
            ("out", "2130201", "total"): "t1",
            ("out", "2130209", "total"): "t2",
            ("out", "2130234", "total"): "t3",
            ("out", "2101101", "total"): "h1",
            ("out", "2101102", "total"): "h2",
        },
        zero="0.00",
    )
    grant, open_, extra = D("2702.15"), D("25.60"), D("4.30")
    income, spent = grant + extra, b.total()
    close = income + open_ - spent
    d.h(1, "鹿鸣县林业局2022年度部门决算公开")
    d.h(2, "一、部门基本情况")
    d.p(
        "鹿鸣县林业局主管全县森林、湿地和野生动植物资源的保护管理，组织开展造林绿化、森林防火和林业有害生物防治。局机关内设办公室、资源管理股、营林股、森林防火股、财务股5个股室，下辖县林业技术推广站、县森林病虫害防治检疫站、国有大坪林场3个事业单位。",
        f"2022年末在职人员{at('h_all', '86')}人，其中行政人员{at('h_a', '21')}人、事业人员{at('h_b', '65')}人；离退休人员44人。",
    )
    d.h(2, "二、部门决算报表")
    d.p("1.收入支出决算总表（单位：万元）")
    d.t(
        [
            "收入/决算数/支出/决算数",
            *b.overview(
                "sum",
                [
                    ("一、一般公共预算财政拨款收入", grant),
                    ("二、政府性基金预算财政拨款收入", D(0)),
                    ("三、其他收入", extra),
                ],
                [
                    ("本年收入合计", at("r_in", money(income)), "本年支出合计", at("r_out", money(spent))),
                    ("年初结转和结余", at("r_open", money(open_)), "年末结转和结余", at("r_close", money(close))),
                    ("总计", at("r_all", money(income + open_)), "总计", money(spent + close)),
                ],
            ),
        ]
    )
    d.p("2.收入决算表（单位：万元）")
    d.t(
        [
            "项目/本年收入合计/财政拨款收入/其他收入",
            ("合计", money(income), money(grant), money(extra)),
            ("其中：一般公共预算安排", money(grant), money(grant), "0.00"),
            ("利息及捐赠", money(extra), "0.00", money(extra)),
        ]
    )
    d.p("3.支出决算表（单位：万元）")
    d.t(["科目编码/科目名称/本年支出合计/基本支出/项目支出", *b.spending("out")])
    fiscal = spent - extra
    fp = b.project() - extra
    d.p("4.财政拨款收入支出决算总表（单位：万元）")
    d.t(
        [
            "收入/金额/支出/金额",
            ("一般公共预算财政拨款", money(grant), "一般公共预算财政拨款支出", money(fiscal)),
            ("年初财政拨款结转和结余", money(open_), "年末财政拨款结转和结余", money(grant + open_ - fiscal)),
            ("总计", money(grant + open_), "总计", money(grant + open_)),
        ]
    )
    d.p("5.一般公共预算财政拨款支出决算表（单位：万元）")
    d.t(
        [
            "项目/合计/基本支出/项目支出",
            ("合计", at("f_all", money(fiscal)), at("f_b", money(b.basic())), at("f_p", money(fp))),
        ]
    )
    staff = D("918.72")
    daily = b.basic() - staff
    d.p("6.一般公共预算财政拨款基本支出决算表（单位：万元）")
    d.t(["项目/决算数", ("人员经费", money(staff)), ("公用经费", money(daily)), ("合计", money(b.basic()))])
    car, guest = D("18.75"), D("3.42")
    d.p("7.财政拨款“三公”经费支出决算表（单位：万元）")
    d.t(
        [
            "项目/预算数/决算数",
            "因公出国（境）费/0.00/0.00",
            ("公务用车购置费", "0.00", "0.00"),
            ("公务用车运行维护费", "20.00", at("s_car", money(car))),
            ("公务接待费", "4.50", at("s_guest", money(guest))),
            ("合计", "24.50", at("s_sum", money(car + guest))),
        ]
    )
    d.p(
        "8.政府性基金预算财政拨款收入支出决算表（单位：万元）",
        "本部门2022年度无政府性基金预算财政拨款收支，本表为空。",
        "9.国有资本经营预算财政拨款支出决算表（单位：万元）",
        "本部门2022年度无国有资本经营预算财政拨款支出，本表为空。",
    )
    d.h(2, "三、决算情况说明")
    d.p(
        f"（一）收入情况。2022年度收入总计{at('n_all', money(income + open_))}万元，其中年初结转和结余{at('n_open', money(open_))}万元，本年收入{at('n_in', money(income))}万元。本年收入较上年2418.90万元增加{at('n_diff', money(income - D('2418.90')))}万元，增长{at('n_pct', changed(income, D('2418.90')))}，{at('why', '主要原因是森林生态效益补偿标准提高。')}",
        f"（二）支出情况。2022年度本年支出{at('x_all', money(spent))}万元，其中基本支出{at('x_b', money(b.basic()))}万元，占{at('x_bp', percent(b.basic(), spent))}；项目支出{at('x_p', money(b.project()))}万元，占{at('x_pp', percent(b.project(), spent))}。年末结转和结余{at('x_close', money(close))}万元。",
        f"（三）一般公共预算财政拨款支出情况。年初预算{at('g_plan', '2655.80')}万元，支出决算{at('g_out', money(fiscal))}万元，完成年初预算的{at('g_rate', percent(fiscal, D('2655.80')))}。",
        f"（四）“三公”经费情况。支出决算{at('y_sum', money(car + guest))}万元，完成预算24.50万元的{at('y_rate', percent(car + guest, D('24.50')))}。公务接待费{at('y_guest', money(guest))}万元，比上年{at('y_go', '3.80')}万元减少{at('y_gd', money(D('3.80') - guest))}万元，降低{at('y_gp', changed(guest, D('3.80')))}，全年接待{at('batch1', '43批次')}、{at('men1', '318人次')}。公务用车运行维护费{money(car)}万元，占“三公”经费的{at('y_cp', percent(car, car + guest))}，用于11辆护林防火车辆的燃料、维修和保险。",
        f"（五）会议费、培训费情况。会议费支出{at('meet', '2.16万元')}，召开森林防火部署会等会议3次；培训费支出5.48万元，培训护林员260人次。",
    )
    d.h(2, "四、其他事项")
    buy, goods, work, serve = D("164.20"), D("42.35"), D("68.00"), D("53.85")
    d.p(
        f"（一）机关运行经费支出{money(daily)}万元，主要为办公费、邮电费、差旅费等。",
        f"（二）政府采购支出总额{at('q_all', money(buy))}万元，其中货物{at('q_a', money(goods))}万元、工程{at('q_b', money(work))}万元、服务{at('q_c', money(serve))}万元；授予中小企业合同金额{at('q_s', '131.36')}万元，占政府采购支出总额的{at('q_p', percent(D('131.36'), buy))}。",
        "（三）国有资产占用情况。截至2022年12月31日，共有车辆11辆，其中应急保障用车9辆、其他用车2辆；单位价值50万元以上通用设备0台（套）。",
        f"（四）接待情况附注。上述公务接待费为国内接待{at('batch2', '43批次')}、{at('men2', '318人次')}的用餐费用，未发生外宾接待。",
    )
    d.h(2, "五、名词解释")
    d.p("年末结转和结余：指本年度或以前年度预算安排、因客观条件变化无法按原计划实施，需要延迟到以后年度使用的资金。")
    d.ok("count", "a+b=c", "h_a", "h_b", "h_all")
    d.ok("difference", "a+b-c=d", "r_in", "r_open", "r_out", "r_close")
    d.ok("sum", "a+b=c", "r_in", "r_open", "r_all")
    d.ok("sum", "a+b=c", "f_b", "f_p", "f_all")
    d.ok("sum", "a+b=c", "s_car", "s_guest", "s_sum")
    d.ok("sum", "a+b=c", "h1", "h2", "t210")
    d.ok("sum", "a+b=c", "n_open", "n_in", "n_all")
    d.ok("share", "a/b*100=c", "x_b", "x_all", "x_bp")
    d.ok("share", "a/b*100=c", "x_p", "x_all", "x_pp")
    d.ok("growth", "(b-a)/b*100=c", "y_guest", "y_go", "y_gp")
    d.ok("difference", "a-b=c", "y_go", "y_guest", "y_gd")
    d.ok("sum", "a+b+c=d", "q_a", "q_b", "q_c", "q_all")
    d.wrong(
        "sum",
        "t213",
        money(b.total("213") + D("9.00")),
        "t1",
        "t2",
        "t3",
        formula="a+b+c=d",
        note="class against its items, one digit",
    )
    d.wrong(
        "rate", "g_rate", percent(D("2655.80"), fiscal), "g_out", "g_plan", formula="a/b*100=c", note="turned round"
    )
    d.wrong("share", "q_p", percent(D("131.36") + 5, buy), "q_s", "q_all", formula="a/b*100=c")
    d.wrong("repeat", "batch2", "34批次", "batch1", note="digits swapped in the second place")
    d.wrong("structure", "why", "主要原因是。", note="reason missing")
    d.wrong(
        "repeat",
        "x_close",
        money(close + D("0.70")),
        "r_close",
        note="closing balance differs from the table",
        formula="a=b",
    )
    return d
