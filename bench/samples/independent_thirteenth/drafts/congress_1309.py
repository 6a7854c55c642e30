"""A city's report to its people's congress on how the budget was carried out."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1309-关于桐汭市2024年预算执行情况的报告.txt")
    _general(x)
    _spending(x)
    _funds(x)
    _debt(x)
    _work(x)
    _end(x)
    return x


def _general(x: Paper) -> None:
    x.h(
        "关于桐汭市2024年预算执行情况的报告",
        "——2025年1月14日在桐汭市第六届人民代表大会第四次会议上",
        "桐汭市财政局",
        "",
    )
    x.h("各位代表：")
    x.p(
        "受市人民政府委托，现将桐汭市2024年预算执行情况提请市六届人大四次会议审议，并请市政协委员和其他列席人员提出意见。",
        "过去一年，面对土地市场持续低迷、刚性支出不断攀升的严峻局面，全市财政系统在市委坚强领导下，在市人大及其常委会监督支持下，"
        "迎难而上、精打细算，预算执行总体平稳。一年来，我们坚持把牢财政收支平衡底线，完善税费协同共治机制，依法组织收入，坚决不收“过头税费”；"
        "坚持有保有压、集中财力办大事，优先保障基本民生、工资发放和机构运转；坚持深化改革，稳步推进零基预算试点和预算管理一体化建设。",
    )
    x.h("一、2024年预算执行情况", "（一）一般公共预算")
    x.p(
        f"1.收入情况。全市一般公共预算收入{x('income', '128.36')}亿元，完成预算{x('income_b', '126.50')}亿元的{x('income_r', '101.5%')}，同比增收"
        f"{x('income_more', '6.64')}亿元，增长{x('income_up', ch(D('128.36'), D('121.72'), 1))}（上年完成{x('income0', '121.72')}亿元）。分性质看，"
        f"税收收入{x('tax', '89.85')}亿元，占比{x('tax_s', '70.0%')}；非税收入{x('fee', '38.51')}亿元，占比{x('fee_s', '30.0%')}。分级次看，"
        f"市本级{x('city', '52.44')}亿元，县（市、区）{x('county', '75.92')}亿元，分别占{x('city_s', '40.9%')}和{x('county_s', '59.1%')}。",
        f"主要税种中，增值税{x('x1', '36.42')}亿元、契税{x('x2', '9.85')}亿元、企业所得税{x('x3', '14.28')}亿元、个人所得税{x('x4', '5.63')}亿元、"
        f"城市维护建设税{x('x5', '6.17')}亿元，其余税种合计{x('x6', '17.50')}亿元。增值税一家独大，贡献了税收的"
        f"{x('x1_s', pc(D('36.42'), D('89.85'), 1))}。",
        f"加上级补助收入{x('y1', '152.40')}亿元、地方政府一般债务转贷收入{x('y2', '28.60')}亿元、上年结转{x('y3', '9.14')}亿元、调入资金"
        f"{x('y4', '15.50')}亿元、动用预算稳定调节基金{x('y5', '6.00')}亿元，收入总计{x('all', '340.00')}亿元。",
    )
    x.fault("rate", "income income_b income_r", {"income_r": "105.1%"}, "a/b*100=c", "101.5% with digits swapped")
    x.ok("difference", "income income0 income_more", "a-b=c")
    x.ok("growth", "income income0 income_up", "(a-b)/b*100=c")
    x.oks("sum", "a+b=c", "tax fee income", "city county income")
    x.oks("share", "a/b*100=c", "tax income tax_s", "fee income fee_s", "city income city_s", "county income county_s")
    x.ok("sum", "x1 x2 x3 x4 x5 x6 tax", "a+b+c+d+e+f=g")
    x.ok("share", "x1 tax x1_s", "a/b*100=c")
    x.fault("sum", "income y1 y2 y3 y4 y5 all", {"y1": "154.20"}, "a+b+c+d+e+f=g", "two digits swapped in a part")


def _spending(x: Paper) -> None:
    x.p(
        f"2.支出情况。全市一般公共预算支出{x('out', '296.84')}亿元，为变动预算{x('out_b', '308.64')}亿元的{x('out_r', '96.2%')}，比上年"
        f"{x('out0', '284.15')}亿元多支出{x('out_more', '12.69')}亿元，增幅{x('out_up', ch(D('296.84'), D('284.15'), 1))}。加上解支出"
        f"{x('z1', '4.16')}亿元、债务还本支出{x('z2', '21.40')}亿元、补充预算稳定调节基金{x('z3', '5.80')}亿元、结转下年支出"
        f"{x('z4', '11.80')}亿元，支出总计{x('out_all', '340.00')}亿元，收支平衡。",
        "主要支出科目执行情况如下（单位：亿元）：",
    )
    x.ok("rate", "out out_b out_r", "a/b*100=c")
    x.ok("difference", "out out0 out_more", "a-b=c")
    x.fault("growth", "out out0 out_up", {"out_up": "4.3%"}, "(a-b)/b*100=c", "divided by this year's spending")
    x.ok("sum", "out z1 z2 z3 z4 out_all", "a+b+c+d+e=f")
    x.ok("difference", "out_b out z4", "a-b=c")
    x.same("all out_all")
    rows = [
        ("教育支出", "58.62", "55.91"),
        ("社会保障和就业支出", "52.37", "49.60"),
        ("农林水支出", "42.18", "39.77"),
        ("卫生健康支出", "31.25", "32.08"),
        ("城乡社区支出", "27.46", "26.15"),
        ("交通运输支出", "14.90", "15.60"),
        ("住房保障支出", "9.72", "9.18"),
        ("其他各项支出", "60.34", "55.86"),
    ]
    table: list[list[object]] = [["科目", "2024年", "2023年", "增减%"]]
    for place, (title, one, two) in enumerate(rows, start=1):
        sign = "-" if D(one) < D(two) else ""
        table.append(
            [title, x(f"s{place}1", one), x(f"s{place}2", two), x(f"s{place}3", sign + ch(D(one), D(two), 1)[:-1])]
        )
    table.append(["合计", x("s91", "296.84"), x("s92", "284.15"), x("s93", "4.5")])
    x.t(table)
    x.oks("sum", "a+b+c+d+e+f+g+h=i", " ".join(f"s{n}1" for n in "123456789"), " ".join(f"s{n}2" for n in "123456789"))
    x.oks("growth", "(a-b)/b*100=c", *[f"s{n}1 s{n}2 s{n}3" for n in "123456789"])
    x.same("out s91", "out0 s92")
    x.fault("repeat", "s93 out_up", {"out_up": "4.3%"}, "a=b", "the table has 4.5")
    x.p(
        f"教育、社保、农林水三项支出合计{x('big', '153.17')}亿元，占全部支出的一半以上，达{x('big_s', pc(D('153.17'), D('296.84'), 1))}。"
        f"交通运输支出较上年{x('road_way', '下降')}{x('road_d', '4.5%')}，主要是上年集中支付高速公路资本金；卫生健康支出减少"
        f"{x('ill_d', '0.83')}亿元。民生支出{x('life', '241.03')}亿元，占一般公共预算支出的{x('life_s', '81.2%')}。"
    )
    x.ok("sum", "s11 s21 s31 big", "a+b+c=d")
    x.ok("share", "big out big_s", "a/b*100=c")
    x.fault("growth", "s61 s62 road_way road_d", {"road_way": "增长"}, note="14.90 is less than 15.60")
    x.ok("difference", "s42 s41 ill_d", "a-b=c")
    x.ok("share", "life out life_s", "a/b*100=c")


def _funds(x: Paper) -> None:
    x.h("（二）政府性基金预算")
    x.p(
        f"全市政府性基金预算收入{x('g', '46.80')}亿元，仅完成预算{x('g_b', '60.00')}亿元的{x('g_r', '78.0%')}，比上年{x('g0', '57.35')}亿元"
        f"减收{x('g_less', '10.55')}亿元，下滑{x('g_down', ch(D('46.80'), D('57.35'), 1))}，其中国有土地使用权出让收入{x('land', '41.25')}亿元，"
        f"占{x('land_s', pc(D('41.25'), D('46.80'), 1))}。支出{x('g_out', '68.42')}亿元，含新增专项债券安排的支出{x('g_bond', '25.40')}亿元。"
    )
    x.ok("rate", "g g_b g_r", "a/b*100=c")
    x.ok("difference", "g0 g g_less", "a-b=c")
    x.ok("growth", "g0 g g_down", "(a-b)/a*100=c")
    x.ok("share", "land g land_s", "a/b*100=c")
    x.h("（三）国有资本经营预算")
    x.p(
        f"全市国有资本经营预算收入{x('k', '2.18')}亿元，完成预算{x('k_b', '2.10')}亿元的{x('k_r', '103.8%')}；支出{x('k_out', '1.36')}亿元，调出资金"
        f"{x('k_move', '0.82')}亿元，收支相抵无结余。"
    )
    x.ok("rate", "k k_b k_r", "a/b*100=c")
    x.ok("sum", "k_out k_move k", "a+b=c")
    x.h("（四）社会保险基金预算")
    x.p(
        f"市级管理的社会保险基金收入{x('h', '74.56')}亿元，支出{x('h_out', '68.31')}亿元，当年收支结余{x('h_left', '6.25')}亿元，加上年滚存结余"
        f"{x('h0', '75.22')}亿元，年末滚存结余{x('h_end', '81.47')}亿元。"
    )
    x.ok("difference", "h h_out h_left", "a-b=c")
    x.fault("sum", "h_left h0 h_end", {"h_end": "81.74"}, "a+b=c", "two digits swapped in the total")


def _debt(x: Paper) -> None:
    x.h("（五）地方政府债务")
    x.p(
        f"省财政厅核定我市2024年政府债务限额{x('lim', '268.50')}亿元，其中一般债务{x('lim1', '112.30')}亿元、专项债务{x('lim2', '156.20')}亿元。"
        f"年末债务余额{x('debt', '259.74')}亿元，其中一般债务{x('debt1', '108.46')}亿元、专项债务{x('debt2', '151.28')}亿元，余额比限额低"
        f"{x('room', '8.76')}亿元，风险总体可控。当年新增债券{x('new', '32.60')}亿元，由一般债券{x('new1', '7.20')}亿元和专项债券"
        f"{x('new2', '25.40')}亿元组成；一般债券再融资{x('again', '21.40')}亿元，全部用于偿还到期本金。"
    )
    x.ok("sum", "lim1 lim2 lim", "a+b=c")
    x.fault("sum", "debt1 debt2 debt", {"debt2": "152.18"}, "a+b=c", "digits moved in a part")
    x.ok("difference", "lim debt room", "a-b=c")
    x.ok("sum", "new1 new2 new", "a+b=c")
    x.ok("sum", "new1 again y2", "a+b=c")
    x.same("g_bond new2", "z2 again")
    x.ok("policy", "lim debt")
    x.p(f"以上均为快报数，{x('year', '2024')}年财政决算编成后，部分数据会有所调整，届时再向市人大常委会报告。")
    x.fault("year", "year", {"year": "2023"}, note="last year's number left in")


def _work(x: Paper) -> None:
    x.h("二、落实市人大预算决议和主要财政工作情况")
    x.p(
        f"一是用好上级政策。争取直达资金{x('d', '36.75')}亿元，已支出{x('d_out', '35.90')}亿元，支出进度"
        f"{x('d_r', pc(D('35.90'), D('36.75'), 1))}；为{x('firms', 4260)}户企业办理留抵退税{x('refund', '5.12')}亿元，户均约"
        f"{x('refund_a', '12.02')}万元。",
        f"二是过紧日子。市本级“三公”经费支出{x('three', 1862)}{x('three_u', '万元')}，比上年的{x('three0', 1995)}万元压减"
        f"{x('three_less', 133)}万元，降低{x('three_d', ch(1862, 1995, 1))}；统筹盘活存量资金{x('idle', '7.35')}亿元。",
        f"三是强化绩效管理。对{x('e', 58)}个项目实施重点评价，涉及资金{x('e_m', '23.60')}亿元，评为优{x('e1', 21)}个、良"
        f"{x('e2', 29)}个、中{x('e3', 8)}个；据此核减2025年预算{x('cut', '1.42')}亿元。",
        f"{x('w4', '四')}是加强监督整改。市审计局移送的{x('a', 46)}个问题，整改到位{x('a_ok', 43)}个，整改率{x('a_r', pc(43, 46, 1))}，"
        f"余下{x('a_left', 3)}个已明确时限。办理人大代表建议{x('b1', 37)}件、政协提案{x('b2', 29)}件，共{x('b', 66)}件，满意率100%。",
    )
    x.ok("rate", "d_out d d_r", "a/b*100=c")
    x.ok("rate", "refund firms refund_a", "a/b*10000=c")
    x.fault("difference", "three0 three three_u three_less", {"three_u": "亿元"}, note="made with 万元")
    x.fault("growth", "three0 three three_u three_d", {"three_u": "亿元"}, note="made with 万元")
    x.fault("unit", "three three_u", {"three_u": "亿元"}, note="亿元 for 万元")
    x.ok("count", "e1 e2 e3 e", "a+b+c=d")
    x.fault("structure", "w4", {"w4": "五"}, note="四是 is skipped")
    x.ok("rate", "a_ok a a_r", "a/b*100=c")
    x.ok("difference", "a a_ok a_left", "a-b=c")
    x.ok("count", "b1 b2 b", "a+b=c")


def _end(x: Paper) -> None:
    x.p(
        "实践告诉我们，越是财政困难的时候，越要把钱用在刀刃上。按照市六届人大三次会议有关决议要求，我们完善了预算编制与人大审查监督的衔接机制，"
        "部门预算、决算及“三公”经费除涉密事项外全部在政府门户网站公开；向市人大常委会报告了国有资产管理、政府债务管理等情况；"
        f"预算联网监督系统全年推送预警信息{x('alerts', 215)}条，核实处置{x('solved', 215)}条，处置率{x('solved_r', '100%')}。",
        f"财会监督持续加力。对{x('units', 42)}家单位开展预算执行、政府采购和专项资金检查，发现问题金额{x('bad', 5680)}万元，追缴入库"
        f"{x('back', 1704)}万元，占{x('back_s', '30.0%')}，其余采取调账、归垫等方式纠正。完成投资评审项目{x('judged', 318)}个，送审金额"
        f"{x('sent', '24.50')}亿元，审定{x('fixed', '22.05')}亿元，审减{x('cut2', '2.45')}亿元，审减率{x('cut2_r', '10.0%')}。",
    )
    x.ok("rate", "solved alerts solved_r", "a/b*100=c")
    x.ok("share", "back bad back_s", "a/b*100=c")
    x.ok("difference", "sent fixed cut2", "a-b=c")
    x.ok("rate", "cut2 sent cut2_r", "a/b*100=c")
    x.h("三、存在的主要问题")
    x.p(
        f"在看到成绩的同时，我们也清醒认识到：财政增收基础不牢，一般公共预算收入虽有{x('income2', '128.36')}亿元，但非税收入仍占三成；"
        f"土地出让收入锐减，政府性基金收入比预算短收{x('short', '13.20')}亿元；个别县区“三保”保障压力大，部分专项债券项目实物工作量形成偏慢；"
        "少数单位绩效意识不强，钱等项目的情况时有发生。对此，我们将采取有力措施，切实加以解决。",
    )
    x.fault("repeat", "income income2", {"income2": "123.86"}, "a=b", "digits swapped in the second telling")
    x.ok("difference", "g_b g short", "a-b=c")
    x.p(
        "根据预算法规定，本报告所列数据按市人大批准的预算口径汇总，市本级及各县（市、区）情况详见报告附表；市本级预算执行情况另行印发各位代表。"
        "预备费、预算周转金的使用均符合规定程序，未发生违规举债和虚列收支行为。",
        "各位代表，新的一年，我们将在市委的坚强领导下，自觉接受市人大的监督，认真听取市政协的意见和建议，坚定信心、真抓实干，"
        "为谱写桐汭高质量发展新篇章贡献财政力量。",
    )
