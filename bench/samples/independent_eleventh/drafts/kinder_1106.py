"""A finance bureau's evaluation of kindergarten subsidies, as a web page."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1106-莱亭区2024年普惠性学前教育发展资金财政重点绩效评价报告.html")
    _about(x)
    _scores(x)
    _done(x)
    _end(x)
    return x


def _about(x: Paper) -> None:
    x.h("莱亭区2024年普惠性学前教育发展资金财政重点绩效评价报告")
    x.p(
        "受莱亭区财政局委托，华纬绩效评价咨询有限公司于2025年5月至7月对2024年普惠性学前教育发展资金（下称“专项资金”）"
        "实施了财政重点绩效评价，形成如下报告。"
    )
    x.h("一、基本情况", "（一）项目内容")
    rows = [
        ("普惠性民办园生均补助", "a", D("1843.20")),
        ("公办园生均公用经费", "b", D("1216.50")),
        ("保教设施改善", "c", D("640.30")),
        ("教师培训与教研", "d", D("118.40")),
    ]
    spent, plan, last = D("3818.40"), D("3960.00"), D("3502.65")
    x.p(
        f"截至2024年末，全区共有幼儿园{x('all', 86)}所，其中公办园{x('pub', 37)}所、普惠性民办园{x('priv', 41)}所、其他民办园"
        f"{x('else', 8)}所；在园幼儿{x('kids', 15480)}人，其中公办园{x('kids1', 8110)}人、普惠性民办园{x('kids2', 6144)}人、"
        f"其他民办园{x('kids3', 1226)}人。公办园在园幼儿占比{x('pub_s', pc(8110, 15480))}，普惠性幼儿园覆盖率"
        f"{x('cover', pc(8110 + 6144, 15480))}。"
    )
    x.ok("count", "pub priv else all", "a+b+c=d")
    x.ok("count", "kids1 kids2 kids3 kids", "a+b+c=d")
    x.ok("share", "kids1 kids pub_s", "a/b*100=c")
    x.ok("rate", "kids1 kids2 kids cover", "(a+b)/c*100=d")
    x.h("（二）资金安排及使用")
    x.p(
        f"2024年专项资金预算{x('plan', plan)}万元，实际支出{x('spent', spent)}万元，预算执行率{x('rate', pc(spent, plan))}，比2023年支出"
        f"{x('last', last)}万元增加{x('more', spent - last)}万元，增长{x('up', ch(spent, last))}。"
        f"资金来源为：中央补助{x('f1', D('1480.00'))}万元，省级补助{x('f2', D('920.00'))}万元，区级安排{x('f3', D('1560.00'))}万元，"
        f"区级占{x('f3s', pc(1560, 3960))}。支出构成见下表。"
    )
    x.t(
        [
            ["用途", "支出金额（万元）", "所占比例"],
            *[[title, x(key, value), x(key + "s", pc(value, spent))] for title, key, value in rows],
            ["合 计", x("sum", spent), "100.00%"],
        ]
    )
    x.fault("rate", "spent plan rate", {"rate": "94.62%"}, "a/b*100=c", "digits mistyped: 96.42%")
    x.ok("difference", "spent last more", "a-b=c")
    x.fault("growth", "spent last up", {"up": "9.10%"}, "(a-b)/b*100=c", "a nought lost: 9.01%")
    x.ok("sum", "f1 f2 f3 plan", "a+b+c=d")
    x.ok("share", "f3 plan f3s", "a/b*100=c")
    x.ok("sum", "a b c d sum", "a+b+c+d=e")
    x.oks("share", "a/b*100=c", "a sum as", "b sum bs", "d sum ds")
    x.fault("share", "c sum cs", {"cs": "17.66%"}, "a/b*100=c", "one digit mistyped")
    x.same("spent sum")


def _scores(x: Paper) -> None:
    rows = [
        ("A决策", "A1立项依据充分性", 5, D("5.0")),
        ("", "A2绩效目标合理性", 6, D("4.5")),
        ("", "A3预算编制科学性", 5, D("4.0")),
        ("B过程", "B1资金到位及拨付", 8, D("7.0")),
        ("", "B2资金使用合规性", 8, D("6.5")),
        ("", "B3管理制度执行", 8, D("6.0")),
        ("C产出", "C1补助幼儿人数", 10, D("10.0")),
        ("", "C2设施改善园所数", 10, D("9.0")),
        ("", "C3补助发放及时性", 10, D("6.0")),
        ("D效益", "D1普惠性覆盖率", 12, D("12.0")),
        ("", "D2教师持证率", 10, D("9.2")),
        ("", "D3家长满意度", 8, D("7.3")),
    ]
    total = sum((row[3] for row in rows), D(0))
    x.h("（三）评价组织实施")
    x.p(
        "评价遵循科学公正、统筹兼顾、激励约束、公开透明原则，采用比较法、因素分析法、公众评判法，分前期准备、现场评价、报告撰写"
        f"三个阶段。现场评价覆盖{x('visit', 12)}个镇（街）中的{x('towns', 9)}个，覆盖面{x('towns_r', '75.00%')}，核查资金"
        f"{x('seen', D('2481.96'))}万元，占实际支出的{x('seen_r', '65.00%')}。"
    )
    x.ok("rate", "towns visit towns_r", "a/b*100=c")
    x.ok("share", "seen spent seen_r", "a/b*100=c")
    x.h("二、评价结论")
    x.p(
        "评价等级分为四档：得分90分（含）以上为优，80（含）—90分为良，60（含）—80分为中，60分以下为差。"
        f"评价组依据现场核查、访谈和问卷结果逐项打分，该专项综合得分{x('score', total)}分，绩效等级为“{x('grade', '良')}”。"
    )
    table: list[list[object]] = [["一级指标", "二级指标", "分值", "评价得分"]]
    for place, (one, two, weight, score) in enumerate(rows):
        table.append([one, two, x(f"w{place}", weight), x(f"s{place}", score)])
    table.append(["合计", "", x("w", 100), x("s", total)])
    x.t(table)
    x.fault("grade", "score grade", {"grade": "优"}, note="86.5 of 100 is 良 by the bands of the report")
    x.same("score s")
    letters = "abcdefghijkl"
    x.ok("score_sum", " ".join(f"w{n}" for n in range(12)) + " w", "+".join(letters) + "=m")
    names = " ".join(f"s{n}" for n in range(12)) + " s"
    x.fault("score_sum", names, {"s7": "8.0"}, "+".join(letters) + "=m", "a point taken off and the total left")
    x.h("三、指标分析")
    x.p(
        f"1.决策类（{x('Aw', 16)}分）。得{x('As', D('13.5'))}分，得分率{x('Ar', pc(D('13.5'), 16))}。绩效目标未细化到园，扣1.5分；"
        "预算编制未考虑新开园因素，扣1分。",
        f"2.过程类（{x('Bw', 24)}分）。得{x('Bs', D('19.5'))}分，得分率{x('Br', pc(D('19.5'), 24))}。个别园补助资金与保教费混用，"
        "收费公示不及时。",
        f"3.产出类（{x('Cw', 30)}分）。得{x('Cs', D('25.0'))}分，得分率{x('Cr', pc(25, 30))}。其中补助发放及时性指标，全年{x('turns', 4)}批次补助中有"
        f"{x('late', 1)}批次拨付超期，按规则每超期1批次扣{x('per', D('4.0'))}分，该项满分{x('full', 10)}分，得{x('timely', D('6.0'))}分。",
        f"4.效益类（{x('Dw', 30)}分）。得{x('Ds', D('28.5'))}分，得分率{x('Dr', pc(D('28.5'), 30))}。",
    )
    x.ok("score_sum", "w0 w1 w2 Aw", "a+b+c=d")
    x.ok("score_sum", "s0 s1 s2 As", "a+b+c=d")
    x.ok("score_sum", "s3 s4 s5 Bs", "a+b+c=d")
    x.fault("score_sum", "s6 s7 s8 Cs", {"s7": "8.0"}, "a+b+c=d", "the group's score has the point that was taken off")
    x.ok("score_sum", "s9 s10 s11 Ds", "a+b+c=d")
    x.oks("score_rate", "a/b*100=c", "As Aw Ar", "Bs Bw Br", "Cs Cw Cr", "Ds Dw Dr")
    x.fault("score_rule", "full late per timely", {"per": "3.0"}, "a-b*c=d", "the deduction does not give the score")
    x.same("timely s8")


def _done(x: Paper) -> None:
    x.h("四、项目产出与效果")
    x.p(
        f"（一）补助普惠性民办园{x('priv2', 41)}所、幼儿{x('kids2b', 6144)}人，生均{x('each', 3000)}元，足额覆盖。",
        f"（二）改善保教设施的幼儿园{x('mend', 27)}所，为计划{x('mend_p', 30)}所的{x('mend_r', '90.00%')}，其余{x('mend_l', 3)}所因施工许可延至2025年。",
        f"（三）培训园长、教师{x('train', 1264)}人次，平均每期{x('term', 79)}人次，共{x('terms', 16)}期；专任教师持证率由"
        f"{x('card0', '93.8%')}提高到{x('card1', '96.1%')}，提高{x('card', D('2.3'))}个百分点。",
        "（四）主要指标与目标值比较如下，三项效益指标均超额完成。",
    )
    x.t(
        [
            ["指标", "2024年目标值", "2024年实际值"],
            ["普惠性幼儿园覆盖率", f"≥{x('t1', '91%')}", x("r1", "92.08%")],
            ["专任教师持证率", f"≥{x('t2', '96%')}", x("r2", "96.1%")],
            ["家长满意度", f"≥{x('t3', '90%')}", x("r3", "91.4%")],
        ]
    )
    x.same("priv priv2", "kids2 kids2b", "cover r1", "card1 r2")
    x.ok("rate", "a kids2b each", "a*10000/b=c")
    x.ok("rate", "mend mend_p mend_r", "a/b*100=c")
    x.ok("difference", "mend_p mend mend_l", "a-b=c")
    x.ok("rate", "train terms term", "a/b=c")
    x.ok("difference", "card1 card0 card", "a-b=c")
    x.oks("target", "", "t1 r1", "t2 r2")
    x.fault("target", "t3 r3", {"r3": "89.4%"}, "b>=a", "below the goal, said to be exceeded")
    x.p(f"满意度问卷面向家长发放{x('q1', 900)}份，回收有效问卷{x('q2', 851)}份，有效率{x('q3', pc(851, 900))}。")
    x.ok("rate", "q2 q1 q3", "a/b*100=c")


def _end(x: Paper) -> None:
    x.h("五、存在的问题")
    x.p(
        f"一是设施改善进度偏慢，{x('mend_p2', 30)}所计划园中仍有{x('mend_l2', 3)}所未开工；"
        f"二是{x('other', 41)}所普惠性民办园中，抽查{x('look', 12)}所，发现{x('bad', 4)}所存在财务核算不规范，占抽查数的{x('bad_s', '33.33%')}；"
        f"{x('third', '三是')}绩效目标与预算脱节，指标多为定性描述。"
    )
    x.same("priv2 other", "mend_l mend_l2")
    x.fault("repeat", "mend_p mend_p2", {"mend_p2": 32}, "a=b", "30 in the analysis, 32 among the problems")
    x.ok("share", "bad look bad_s", "a/b*100=c")
    x.fault("structure", "third", {"third": "四是"}, note="一是, 二是, 四是: the third is missing")
    x.h("六、相关建议")
    x.p(
        "（一）健全目标管理。以园所为单位细化产出、质量指标，并与生均补助挂钩。",
        "（二）加快项目实施。区教育局应建立设施改善项目周调度机制，确保2025年秋季学期前完工。",
        "（三）规范财务核算。组织普惠性民办园财务人员专题培训，实行专账管理。",
    )
