"""A report on a city's subsidies for employment."""

from __future__ import annotations

from samples.independent_fourteenth.drafts import plus
from samples.independent_tenth.papers import D, Paper, pc

__all__ = ["paper"]

# name, persons, yuan a person, ten thousand yuan
USES = (
    ("社会保险补贴", 9860, 3000, "2958.00"),
    ("公益性岗位补贴", 1420, 18000, "2556.00"),
    ("职业培训补贴", 6215, 1500, "932.25"),
    ("就业见习补贴", 865, 8400, "726.60"),
    ("一次性创业补贴", 318, 10000, "318.00"),
    ("求职创业补贴", 1736, 1500, "260.40"),
    ("高技能人才培养补助", 0, 0, "240.00"),
    ("公共就业服务补助", 0, 0, "223.65"),
)
PLACES = (
    ("市本级", "1515.00", "1462.35"),
    ("东垭区", "2100.00", "2018.40"),
    ("溪箬县", "1725.00", "1655.27"),
    ("望汀县", "1680.42", "1590.88"),
    ("石箬县", "1616.00", "1488.00"),
)
SPENT = sum((D(row[3]) for row in USES), D(0))
SOURCES = (("中央资金", "5240.00"), ("省级资金", "1860.00"), ("市级资金", "1150.00"), ("上年结转资金", "386.42"))
MONEY = sum((D(value) for _, value in SOURCES), D(0))

ROWS = (
    ("决策", "政策依据充分性", 6, "符合国家和省就业政策得6分", "符合", "6.00"),
    ("决策", "绩效目标合理性", 7, "目标完整、可衡量得7分，酌情扣分", "缺少补贴对象稳岗率目标，扣0.6分", "6.40"),
    ("决策", "资金分配科学性", 7, "按因素法分配得7分，酌情扣分", "1个县（区）分配依据不足，扣0.2分", "6.80"),
    ("过程", "资金到位率", 5, "得分=到位率×5", "100%", "5.00"),
    ("过程", "预算执行率", 5, "得分=执行率×5", "{rate}", "4.76"),
    ("过程", "资金使用合规性", 6, "每发现1类问题扣0.5分，扣完为止", "发现{kinds}类问题", "4.50"),
    ("过程", "补贴公示情况", 4, "全部公示得4分", "全部公示", "4.00"),
    ("产出", "社会保险补贴人数", 8, "达到9500人得8分，未达到按比例得分", "9860人", "8.00"),
    ("产出", "公益性岗位安置人数", 7, "达到1400人得7分，未达到按比例得分", "1420人", "7.00"),
    ("产出", "职业培训人数", 8, "达到{train_aim}人得8分，未达到按比例得分", "{trained}人", "7.65"),
    ("产出", "补贴对象准确率", 7, "100%得7分，每低0.5个百分点扣0.5分", "{exact}", "5.50"),
    ("产出", "补贴发放及时率", 5, "及时得5分，酌情扣分", "1个季度发放超期，扣0.5分", "4.50"),
    ("效益", "城镇新增就业人数", 10, "达到18000人得10分，未达到按比例得分", "18642人", "10.00"),
    ("效益", "城镇调查失业率", 8, "不高于5.5%得8分，否则不得分", "5.3%", "8.00"),
    ("效益", "服务对象满意度", 7, "≥90%得7分，每低1个百分点扣0.5分", "{pleased}", "7.00"),
)
GROUPS = ("决策", "过程", "产出", "效益")


def _of(name: str) -> list[int]:
    return [place for place, row in enumerate(ROWS) if row[0] == name]


def _got(name: str) -> D:
    return sum((D(ROWS[place][5]) for place in _of(name)), D(0))


def _money(x: Paper) -> None:
    x.h("云渡市2023年度就业补助资金绩效评价报告", "摘要")
    x.p(
        f"2023年云渡市筹集就业补助资金{x('brief_money', MONEY)}万元，支出{x('brief_spent', SPENT)}万元，惠及劳动者和用人单位，城镇新增就业{x('brief_jobs', 18642)}人。经评价，综合得分{x('brief_total', sum((_got(name) for name in GROUPS), D(0)))}分，等级为“优”。"
    )
    x.h("一、基本情况", "（一）资金来源")
    x.p(
        "2023年就业补助资金由"
        + "、".join(f"{name}{x(f'm{line}', value)}万元" for line, (name, value) in enumerate(SOURCES))
        + f"组成，合计{x('money', MONEY)}万元，已全部到位，到位率100%。"
    )
    x.h("（二）资金使用")
    x.p(
        f"截至{x('year', 2023)}年12月31日，累计支出{x('spent', SPENT)}万元，预算执行率{x('rate', pc(SPENT, MONEY))}，结余{x('left', MONEY - SPENT)}万元结转下年继续使用。从支出规模看，排在前四位的由高到低依次为社会保险补贴、公益性岗位补贴、{x('order', '职业培训补贴、就业见习补贴')}。各项支出见表1。"
    )
    x.h("表1　就业补助资金支出情况表")
    rows = [["补助项目", "享受人数（人）", "人均标准（元）", "支出（万元）", "占比"]]
    for line, (name, persons, each, spent) in enumerate(USES):
        who = [x(f"n{line}", persons), x(f"e{line}", each)] if persons else ["—", "—"]
        rows.append([name, *who, x(f"u{line}", spent), x(f"h{line}", pc(D(spent), SPENT))])
    rows.append(["合计", "", "", x("u8", SPENT), "100.00%"])
    x.t(rows)
    x.ok("sum", " ".join(f"u{line}" for line in range(9)), plus(8))
    x.oks("rate", "a*b/10000=c", *(f"n{line} e{line} u{line}" for line in (0, 1, 2, 4, 5)))
    x.oks("share", "a/b*100=c", *(f"u{line} u8 h{line}" for line in (0, 1, 3, 4, 5, 6, 7)))
    x.same("spent u8", "brief_spent spent")
    x.fault("rate", "n3 e3 u3", {"n3": 856}, "a*b/10000=c", "865人写成856人")
    x.fault("share", "u2 u8 h2", {"h2": "12.35%"}, "a/b*100=c", "占比未重算")
    x.fault("sum", "m0 m1 m2 m3 money", {"money": "8250.00"}, plus(4), "合计未计入上年结转")
    x.fault("rate", "spent money rate", {"money": "8250.00"}, "a/b*100=c")
    x.fault("difference", "money spent left", {"money": "8250.00"}, "a-b=c")
    x.fault("repeat", "brief_money money", {"money": "8250.00"}, "a=b", "摘要为8636.42万元")
    x.fault(
        "list_order",
        "order u2 u3",
        {"order": "就业见习补贴、职业培训补贴"},
        note="职业培训补贴932.25万元多于就业见习补贴726.60万元",
    )
    x.fault("year", "year", {"year": 2022}, note="2023年度资金的支出截止日期写成2022年")


def _places(x: Paper) -> None:
    x.h("（三）分地区执行情况")
    x.p(
        f"资金按因素法分配到市本级和{x('counties', 4)}个县（区），主要因素为城镇新增就业任务、就业困难人员数、上年执行进度和绩效评价结果。执行率最高的是市本级，最低的是石箬县，两者相差{x('apart', D(pc(D('1462.35'), 1515)[:-1]) - D(pc(1488, 1616)[:-1]))}个百分点。各地执行情况见表2。"
    )
    x.h("表2　各地就业补助资金执行情况表（单位：万元）")
    rows = [["地区", "可用资金", "支出数", "执行率"]]
    for line, (name, plan, spent) in enumerate(PLACES):
        rows.append([name, x(f"a{line}", plan), x(f"b{line}", spent), x(f"d{line}", pc(D(spent), D(plan)))])
    rows.append(["合计", x("a5", MONEY), x("b5", SPENT), x("d5", pc(SPENT, MONEY))])
    x.t(rows)
    x.oks("sum", plus(5), "a0 a1 a2 a3 a4 a5", "b0 b1 b2 b3 b4 b5")
    x.oks("rate", "a/b*100=c", *(f"b{line} a{line} d{line}" for line in range(6)))
    x.same("b5 u8", "d5 rate", "a5 brief_money")
    x.ok("difference", "d0 d4 apart", "a-b=c")
    x.ok("count", "counties")
    x.fault("repeat", "a5 money", {"money": "8250.00"}, "a=b")
    x.h("（四）组织管理情况")
    x.p(
        "市人力资源社会保障局负责政策制定、审核和绩效管理，市财政局负责资金筹集和拨付，各县（区）公共就业服务机构负责受理、初审和公示。补贴申报实行网上办理，审核结果在市政府门户网站公示不少于5个工作日，资金通过社会保障卡直接发放到人。"
    )


def _goals(x: Paper) -> None:
    x.h("（五）绩效目标及完成情况")
    x.p(
        f"城镇新增就业{x('g1', 18642)}人，完成目标{x('t1', 18000)}人的{x('c1', pc(18642, 18000))}；失业人员再就业{x('g2', 6208)}人，完成目标{x('t2', 6000)}人的{x('c2', pc(6208, 6000))}；就业困难人员就业{x('g3', 2154)}人，完成目标{x('t3', 2000)}人的{x('c3', pc(2154, 2000))}；城镇调查失业率5.3%，控制在5.5%以内。",
        f"开展补贴性职业培训{x('g4', 6215)}人，年度目标{x('t4', 6500)}人，{x('claim', '未完成年度目标')}，完成比例{x('c4', pc(6215, 6500))}；参训人员取得证书{x('cert', 5842)}人，取证率{x('cert_rate', pc(5842, 6215))}。离校未就业高校毕业生{x('grad', 1250)}人，实现就业{x('grad_job', 1155)}人，就业率{x('grad_rate', pc(1155, 1250))}。",
    )
    x.p(
        f"举办招聘会{x('fairs', 128)}场，其中线上{x('fair1', 46)}场、线下{x('fair2', 82)}场，参会单位3860家次，提供岗位6.42万个，达成就业意向{x('meant', 9870)}人。发放创业担保贷款{x('loans', 412)}笔、{x('lent', '8652.00')}万元，笔均{x('lent_each', '21.00')}万元，带动就业1385人。"
    )
    x.ok("sum", "fair1 fair2 fairs", plus(2))
    x.ok("rate", "lent loans lent_each", "a/b=c")
    x.oks("rate", "a/b*100=c", "g1 t1 c1", "g2 t2 c2", "g4 t4 c4", "cert g4 cert_rate", "grad_job grad grad_rate")
    x.same("brief_jobs g1", "g4 n2")
    x.fault("rate", "g3 t3 c3", {"c3": "117.70%"}, "a/b*100=c", "107.70%误为117.70%")
    x.fault("target", "claim g4 t4", {"claim": "超额完成年度目标"}, note="6215人少于6500人")


def _judging(x: Paper) -> None:
    total = sum((_got(name) for name in GROUPS), D(0))
    x.h("二、评价工作开展情况")
    x.p(
        f"评价组于2024年4月至5月到市本级和4个县（区）现场核查，抽查补贴对象{x('drawn', 200)}人，其中{x('wrong', 3)}人不符合补贴条件，准确率{x('exact', pc(197, 200))}；电话回访{x('called', 400)}人，接通并完成访问{x('talked', 352)}人，接通率{x('talk_rate', pc(352, 400))}，表示满意{x('glad', 331)}人，满意度{x('pleased', pc(331, 352))}。"
    )
    x.ok("rate", "drawn wrong exact", "(a-b)/a*100=c")
    x.ok("survey", "talked called talk_rate", "a/b*100=c")
    x.fault("survey", "glad talked pleased", {"glad": 313}, "a/b*100=c", "331错位成313")
    x.h("三、评价结论")
    x.p("评价得分90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。")
    rows = [["评价维度", "分值", "得分", "得分率"]]
    for place, name in enumerate(GROUPS):
        full = sum(int(ROWS[line][2]) for line in _of(name))
        rows.append([name, x(f"f{place}", full), x(f"s{place}", _got(name)), x(f"r{place}", pc(_got(name), full))])
    rows.append(["合计", x("f4", 100), x("s4", total), x("r4", pc(total, 100))])
    x.t(rows)
    x.p(f"综合得分{x('total', total)}分，等级为“{x('grade', '优')}”。")
    x.ok("score_sum", "f0 f1 f2 f3 f4", plus(4))
    x.oks("score_rate", "a/b*100=c", *(f"s{place} f{place} r{place}" for place in (0, 1, 3, 4)))
    x.same("total s4", "brief_total total")
    x.ok("grade", "total grade")
    x.fault("score_sum", "s0 s1 s2 s3 s4", {"s2": "33.15"}, plus(4), "产出小计与合计不符")
    x.fault("score_rate", "s2 f2 r2", {"s2": "33.15"}, "a/b*100=c")


def _problems(x: Paper) -> None:
    x.h("四、存在的主要问题")
    x.p(
        f"评价发现{x('kinds', '三')}类问题。一是资格审核不严，抽查的200人中有3人已稳定就业仍享受社会保险补贴；二是培训计划与需求脱节，部分工种招生不足，培训人数没有达到目标；三是个别县（区）第四季度补贴超期发放。"
    )
    x.ok("count", "kinds")
    x.h("五、有关建议")
    x.p(
        "（一）加强与税务、医保、市场监管数据比对，补贴发放前实行自动核验，对3名不符合条件人员已发补贴限期追回。",
        "（二）根据企业用工调查确定培训工种，实行订单式培训。",
        "（三）按季度通报发放进度，超期发放纳入对县（区）的考核。",
        "（四）完善绩效目标，增加补贴对象稳岗率、培训后就业率等结果性指标，评价结果作为下一年度按因素法分配资金的依据。",
    )


def _table(x: Paper) -> None:
    said = {
        "rate": x("k_rate", pc(SPENT, MONEY)),
        "kinds": x("k_kinds", 3),
        "train_aim": x("k_aim", 6500),
        "trained": x("k_trained", 6215),
        "exact": x("k_exact", pc(197, 200)),
        "pleased": x("k_pleased", pc(331, 352)),
    }
    x.h("附表　绩效评价指标得分表")
    rows = [["一级指标", "三级指标", "分值", "评分标准", "评价情况", "得分"]]
    for place, (group, name, weight, standard, remark, score) in enumerate(ROWS):
        rows.append(
            [group, name, x(f"w{place}", weight), standard.format(**said), remark.format(**said), x(f"k{place}", score)]
        )
    rows.append(["合计", "", x("w_all", 100), "", "", x("k_all", sum((_got(name) for name in GROUPS), D(0)))])
    x.t(rows)
    for place, name in enumerate(GROUPS):
        if name != "产出":
            x.ok("score_sum", " ".join(f"k{line}" for line in _of(name)) + f" s{place}", plus(len(_of(name))))
        x.ok("score_sum", " ".join(f"w{line}" for line in _of(name)) + f" f{place}", plus(len(_of(name))))
    x.fault("score_sum", " ".join(f"k{line}" for line in _of("产出")) + " s2", {"s2": "33.15"}, plus(5))
    x.same("k_all total", "k_rate rate", "k_trained g4", "k_aim t4", "k_exact exact", "k_pleased pleased")
    x.ok("score_rule", "k_rate w4 k4", "a/100*b=c")
    x.ok("score_rule", "k_trained k_aim w9 k9", "a/b*c=d")
    x.oks("score_rule", "", "k_kinds w5 k5", "k_exact w10 k10", "k_pleased w14 k14")


def paper() -> Paper:
    x = Paper("1409-云渡市就业补助资金绩效评价.docx")
    for part in (_money, _places, _goals, _judging, _problems, _table):
        part(x)
    return x
