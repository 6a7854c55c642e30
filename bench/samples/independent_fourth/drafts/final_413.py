"""A county's schools' final account: prose in 万元, tables in 元."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc, q


def paper() -> Paper:
    d = Paper("413-浔岭县教育局2024年度部门决算公开.docx")
    yuan = {
        "2050101": ("行政运行", 4_862_315_60, 0),
        "2050199": ("其他教育管理事务支出", 0, 1_206_480_00),
        "2050201": ("学前教育", 12_846_207_35, 3_615_900_00),
        "2050202": ("小学教育", 86_420_153_72, 9_428_630_50),
        "2050203": ("初中教育", 58_317_946_18, 6_204_175_25),
        "2050204": ("高中教育", 31_506_482_90, 2_880_000_00),
        "2050302": ("中等职业教育", 9_627_318_44, 1_734_650_00),
        "2080505": ("机关事业单位基本养老保险缴费支出", 21_468_937_28, 0),
        "2101102": ("事业单位医疗", 9_874_216_05, 0),
        "2210201": ("住房公积金", 15_236_408_00, 0),
    }

    def y(cents: int) -> str:
        return f"{cents // 100:,}.{cents % 100:02d}"

    def w(cents: int) -> D:
        return q(D(cents) / 1_000_000)

    def both(*starts: str) -> tuple[int, int]:
        held = [one for code, one in yuan.items() if code.startswith(starts)]
        return sum(one[1] for one in held), sum(one[2] for one in held)

    basic, project = both("2")
    total = basic + project
    opening, closing = 3_186_420_55, 2_764_318_90
    fees = 6_482_750_00
    fiscal = total + closing - opening - fees
    income = fiscal + fees
    people = 238_614_522_16
    public = basic - people
    d.h("浔岭县教育局2024年度部门决算公开", "一、部门基本情况")
    d.p(
        "浔岭县教育局主管全县教育工作，负责贯彻执行党的教育方针，统筹推进学前教育、义务教育、普通高中教育和中等职业教育发展，指导教师队伍建设和教育督导。",
        f"纳入本部门决算编制范围的单位共{d('units', 64)}个，其中：局机关1个，公办幼儿园{d('u1', 11)}所，小学{d('u2', 32)}所，初中{d('u3', 16)}所，普通高中{d('u4', 3)}所，职业学校{d('u5', 1)}所。年末在职教职工{d('staff', 1846)}人，在校学生{d('pupils', 31527)}人，师生比1：{d('ratio', q(D(31527) / 1846, 1))}。",
    )
    d.h("二、收支决算情况")
    d.p(
        f"（一）收入。本年收入{d('income', w(income))}万元，其中财政拨款收入{d('fiscal', w(fiscal))}万元，占{d('fshare', pc(fiscal, income))}；事业收入（高中学费、住宿费及幼儿园保教费）{d('fees', w(fees))}万元，占{d('feeshare', pc(fees, income))}。",
        f"（二）支出。本年支出{d('total', w(total))}万元，其中基本支出{d('basic', w(basic))}万元，占{d('bshare', pc(basic, total))}；项目支出{d('project', w(project))}万元，占{d('pshare', pc(project, total))}。",
        f"（三）结转结余。年初结转和结余{d('opening', w(opening))}万元，年末结转和结余{d('closing', w(closing))}万元，减少{d('lessleft', w(opening - closing))}万元，下降{d('leftdown', ch(closing, opening))}。",
    )
    d.h("支出决算表", "单位：元")

    def line(code: str, name: str, pair: tuple[int, int], tag: str) -> list[str]:
        return [code, name, d(f"{tag}t", y(sum(pair))), d(f"{tag}b", y(pair[0])), d(f"{tag}p", y(pair[1]))]

    def leaf(code: str) -> list[str]:
        name, one, two = yuan[code]
        return line(code, name, (one, two), f"c{code}")

    d.t(
        [
            ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            line("205", "教育支出", both("205"), "s205"),
            line("20501", "教育管理事务", both("20501"), "s20501"),
            leaf("2050101"),
            leaf("2050199"),
            line("20502", "普通教育", both("20502"), "s20502"),
            leaf("2050201"),
            leaf("2050202"),
            leaf("2050203"),
            leaf("2050204"),
            line("20503", "职业教育", both("20503"), "s20503"),
            leaf("2050302"),
            line("208", "社会保障和就业支出", both("208"), "s208"),
            line("20805", "行政事业单位养老支出", both("20805"), "s20805"),
            leaf("2080505"),
            line("210", "卫生健康支出", both("210"), "s210"),
            line("21011", "行政事业单位医疗", both("21011"), "s21011"),
            leaf("2101102"),
            line("221", "住房保障支出", both("221"), "s221"),
            line("22102", "住房改革支出", both("22102"), "s22102"),
            leaf("2210201"),
            line("", "合计", (basic, project), "all"),
        ]
    )
    last_project = D("2684.30")
    edu = sum(both("205"))
    d.p(
        f"教育支出{d('edu', w(edu))}万元，占本年支出的{d('edushare', pc(edu, total))}，其中普通教育{d('general', w(sum(both('20502'))))}万元，占教育支出的{d('genshare', pc(sum(both('20502')), edu))}。",
        f"项目支出比2023年的{d('lastproject', last_project)}万元{d('word', '减少')}{d('lessproject', last_project - w(project))}万元，下降{d('projectdown', ch(w(project), last_project))}，主要原因是校舍安全保障工程集中建设期结束。",
        f"基本支出中，人员经费{d('people', w(people))}万元，公用经费{d('public', w(public))}万元，生均公用经费{d('perpupil', q(D(public) / 100 / 31527))}元（按在校学生31527人计算）。",
    )
    d.h("三、“三公”经费支出情况")
    d.p(
        f"2024年度“三公”经费财政拨款支出{d('three', '12.64')}万元，年初预算{d('threeplan', '15.80')}万元，完成预算的{d('threerate', pc(D('12.64'), D('15.80')))}。其中：公务用车运行维护费{d('car', '9.85')}万元，公务接待费{d('guest', '2.79')}万元。公务接待{d('times', 38)}批次、{d('heads', 342)}人次，人均{d('perhead', q(D(27900) / 342))}元。",
    )
    d.h("四、预算绩效管理情况")
    d.p(
        f"对{d('works', 12)}个项目开展绩效自评，平均得分{d('mean', '91.6')}分。“义务教育薄弱环节改善”项目全年预算{d('wkplan', '860.00')}万元，执行{d('wkdone', '817.00')}万元，执行率{d('wkrate', pc(817, 860))}；新增学位{d('seats', 1350)}个，完成率{d('seatrate', '112.50%')}（目标1200个）；改造运动场{d('fields', 7)}块，目标8块，未完成的1块因雨季延期至2025年4月完工。",
        f"自评发现的问题：一是{d('problem', '个别学校零星维修项目未履行询价程序')}；二是图书采购分批验收不及时。整改措施：修订《学校零星维修管理办法》，明确5万元以上项目须由3家以上单位报价。",
    )
    d.h("五、其他说明")
    d.p(
        f"政府采购支出{d('buy', '1486.35')}万元，其中货物{d('buy1', '642.18')}万元、工程{d('buy2', '573.42')}万元、服务{d('buy3', '270.75')}万元。{d('none', '本部门2024年度没有政府性基金预算财政拨款收入和支出。')}",
        "机关运行经费支出68.42万元（仅指局机关），比2023年的70.10万元减少1.68万元，下降2.40%，主要是压减会议和印刷支出。",
        "截至2024年12月31日，共有车辆6辆，其中机要通信用车1辆、其他用车5辆（校车及送教下乡用车）。",
    )
    d.h("六、名词解释")
    d.p(
        "事业收入：指事业单位开展专业业务活动及其辅助活动取得的收入。",
        "结转和结余：指以前年度尚未完成、结转到本年仍按原规定用途使用的资金，或项目已完成等产生的结余资金。",
    )
    d.fault("unit", "three", {"three": "126400.00"}, note="元 written as 万元")
    d.fault(
        "sum",
        "c2050201p c2050202p c2050203p c2050204p s20502p",
        {"c2050203p": y(6_204_175_25 + 1_000_00 * 90)},
        "a+b+c+d=e",
        "one digit wrong: 6,294,175.25 for 6,204,175.25",
    )
    d.fault(
        "share",
        "general edu genshare",
        {"genshare": pc(sum(both("20502")), total)},
        "a/b*100=c",
        "of all spending, said to be of education",
    )
    d.fault("count", "u1 u2 u3 u4 u5 units", {"u3": 15}, "a+b+c+d+e+1=f", "the kinds give 63 with the bureau")
    d.fault("growth", "word", {"word": "增加"}, note="direction word against the figures")
    d.near("sum", "fiscal fees income", "a+b=c", "each rounded from 元")
    d.ok("share", "fees income feeshare", "a/b*100=c")
    d.ok("difference", "opening closing lessleft", "a-b=c")
    d.ok("growth", "opening closing leftdown", "(a-b)/a*100=c")
    d.ok("sum", "s20501t s20502t s20503t s205t", "a+b+c=d")
    d.ok("sum", "c2050101t c2050199t s20501t", "a+b=c")
    d.ok("sum", "s205t s208t s210t s221t allt", "a+b+c+d=e")
    d.ok("sum", "allb allp allt", "a+b=c")
    d.ok("repeat", "allt total", "a/10000=b", "元 beside 万元")
    d.ok("difference", "basic people public", "a-b=c")
    d.ok("rate", "wkdone wkplan wkrate", "a/b*100=c")
    d.ok("rate", "seats seatrate", "a/1200*100=b")
    d.ok("sum", "buy1 buy2 buy3 buy", "a+b+c=d")
    return d
