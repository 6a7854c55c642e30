"""A county's self-evaluation, terse, with tables of money and points."""

from __future__ import annotations

from fractions import Fraction

from samples.independent_fourth.making import D, Paper, ch, pc, q


def paper() -> Paper:
    d = Paper("404-砚溪县住房和城乡建设局2024年度部门整体支出绩效自评报告.docx")
    start = {"staff": D("982.40"), "public": D("96.00"), "project": D("3420.00")}
    plan = {"staff": D("1015.62"), "public": D("93.50"), "project": D("3886.75")}
    done = {"staff": D("1015.62"), "public": D("91.28"), "project": D("3547.19")}
    t0, t1, t2 = (sum(one.values(), D(0)) for one in (start, plan, done))
    d.h("砚溪县住房和城乡建设局", "2024年度部门整体支出绩效自评报告")
    d.h("一、部门概况")
    d.p(
        "（一）主要职能。县住建局承担城镇住房保障、房地产市场监管、建筑市场和工程质量安全监管、城市供水燃气行业管理、村镇建设指导等职责。",
        f"（二）机构人员。内设股室9个，所属事业单位4个。编制{d('post', 92)}人，其中行政编制{d('post1', 21)}人、事业编制{d('post2', 71)}人；2024年末在职{d('real', 88)}人，其中行政{d('real1', 20)}人、事业{d('real2', 68)}人。",
        f"（三）资产。截至{d('date', '2024年12月31日')}，资产总额{d('assets', '6248.37')}万元，其中流动资产{d('asset1', '1873.20')}万元、固定资产净值{d('asset2', '3962.45')}万元、无形资产净值{d('asset3', '412.72')}万元。",
    )
    d.h("二、预算执行情况")
    d.t(
        [
            ["项目", "年初预算数", "调整预算数", "决算数", "执行率"],
            [
                "基本支出",
                start["staff"] + start["public"],
                plan["staff"] + plan["public"],
                d("tb", done["staff"] + done["public"]),
                pc(done["staff"] + done["public"], plan["staff"] + plan["public"]),
            ],
            ["其中：人员经费", start["staff"], plan["staff"], d("ts", done["staff"]), "100.00%"],
            [
                "公用经费",
                d("pub0", start["public"]),
                d("pub1", plan["public"]),
                d("tpub", done["public"]),
                d("pubrate", pc(done["public"], plan["public"])),
            ],
            [
                "项目支出",
                d("pro0", start["project"]),
                d("pro1", plan["project"]),
                d("pro2", done["project"]),
                d("prorate", pc(done["project"], plan["project"])),
            ],
            ["合计", d("t0", t0), d("t1", t1), d("t2", t2), d("trate", pc(t2, t1))],
        ]
    )
    d.p("注：表中金额单位为万元，执行率=决算数÷调整预算数×100%。")
    d.p(
        f"2024年年初预算{t0}万元，调整预算{d('final', t1)}万元，比年初预算净增{d('adjust', t1 - t0)}万元，预算调整率{d('adjrate', pc(t1 - t0, t0))}。全年决算支出{d('cost', t2)}万元，结转下年{d('left', t1 - t2)}万元。",
        f"项目支出{d('project', done['project'])}万元，具体为：老旧小区配套改造{d('p1', '1486.20')}万元，农村危房改造{d('p2', '628.50')}万元，城镇燃气管网隐患整治{d('p3', '914.36')}万元，建筑工程质量检测{d('p4', '185.43')}万元，其他{d('p5', '332.70')}万元。其中老旧小区配套改造占项目支出的{d('p1share', pc(D('1486.20'), done['project']))}。",
    )
    d.h("三、绩效目标完成情况")
    d.t(
        [
            ["序号", "指标", "年度目标值", "实际完成值", "完成情况"],
            ["1", "改造老旧小区", "12个", "12个", "完成"],
            ["2", "惠及户数", "≥2600户", d("homes", "2748户"), "完成"],
            ["3", "农村危房改造", "210户", d("danger", "203户"), d("verdict", "未完成")],
            ["4", "更换燃气老旧管网", "18公里", d("pipe", "18.6公里"), "完成"],
            ["5", "工程质量监督覆盖率", "100%", "100%", "完成"],
            ["6", "改造工程一次验收合格率", "≥95%", "100%", "完成"],
        ]
    )
    d.p(
        f"1. 老旧小区改造。全年改造12个小区、{d('blocks', 96)}栋、{d('home2', 2748)}户，其中2000年前建成的小区9个、{d('oldhomes', 2131)}户，占总户数的{d('oldshare', pc(2131, 2748))}。平均每户投入{d('perhome', q(Fraction(14862000, 2748)))}元。",
        f"2. 农村危房改造。计划210户，实际完成{d('danger2', 203)}户，完成率{d('dangerrate', pc(203, 210))}，7户因选址未定结转至2025年实施。",
        "3. 燃气安全。更换老旧管网18.6公里，比计划多0.6公里；入户安检28640户，发现隐患1352处，已整改1352处，整改率100%。",
        f"4. 满意度。对改造小区居民开展调查，发放问卷{d('sent', 300)}份，收回{d('back', 288)}份，满意和基本满意{d('happy', 271)}份，满意度{d('sat', pc(271, 288))}，高于90%的目标值。",
    )
    d.h("四、自评得分")
    scores = [
        ("预算执行率", 10, "执行率×10", q(Fraction(t2) / Fraction(t1) * 10)),
        ("老旧小区改造数量", 15, "完成率×分值，超额不加分", D("15")),
        ("农村危房改造数量", 15, "完成率×分值，超额不加分", q(Fraction(203, 210) * 15)),
        ("燃气管网更换", 10, "完成率×分值，超额不加分", D("10")),
        ("验收合格率", 10, "达标得满分", D("10")),
        ("居住条件改善", 15, "显著改善13—15分，有所改善8—12分", D("14")),
        ("燃气安全隐患减少", 15, "显著减少13—15分，有所减少8—12分", D("13")),
        ("居民满意度", 10, "≥90%得10分，每低1个百分点扣0.5分", D("10")),
    ]
    points = sum((one[3] for one in scores), D(0))
    d.t(
        [
            ["指标", "分值", "评分标准", "得分"],
            *(
                [name, d(f"w{at}", weight), rule, d(f"s{at}", score)]
                for at, (name, weight, rule, score) in enumerate(scores)
            ),
            ["合计", d("wt", 100), "", d("st", points)],
        ]
    )
    d.p(
        f"综上，2024年度部门整体支出绩效自评总分{d('points', points)}分，等级为{d('grade', '优')}（90（含）—100分为优，80（含）—90分为良，60（含）—80分为中，60分以下为差）。"
    )
    d.h("五、存在问题及原因")
    d.p(
        f"（一）项目支出执行率偏低。全年项目支出执行率为{d('prorate2', pc(done['project'], plan['project']))}，主要是燃气管网整治工程尾款须经竣工结算审计后支付。",
        "（二）农村危房改造未全部完成，少数农户宅基地选址未取得一致意见。",
        f"（三）“三公”经费控制仍需加强。2024年公务用车运行维护费{d('car', '8.76')}万元，比2023年的{d('carlast', '8.20')}万元增长{d('carup', ch(D('8.76'), D('8.20')))}，{d('carwhy', '主要是下乡督导危房改造和工地巡查的频次增加')}。",
    )
    d.h("六、改进措施")
    d.p(
        "一是加快竣工结算，与县审计局建立结算审计联动机制。二是提前摸排农户意愿，把选址作为入库前置条件。三是实行车辆定点维修、一车一卡加油。",
    )
    d.fault("year", "date", {"date": "2023年12月31日"}, note="assets of the year before in a report on 2024")
    d.fault(
        "score_sum",
        "s0 s1 s2 s3 s4 s5 s6 s7 points",
        {"points": points + 1},
        "a+b+c+d+e+f+g+h=i",
        "not what the table adds up to",
    )
    d.fault("target", "danger verdict", {"verdict": "完成"}, note="203 of 210 marked as done")
    d.fault("unit", "perhome", {"perhome": q(Fraction(14862000, 2748) / 10000)}, note="0.54, said to be 元, is in 万元")
    d.fault(
        "growth",
        "carup carwhy",
        {"carwhy": "主要是严格落实公车管理制度，减少出车次数"},
        note="the reason says less, the figure more",
    )
    d.ok("sum", "post1 post2 post", "a+b=c")
    d.ok("sum", "asset1 asset2 asset3 assets", "a+b+c=d")
    d.ok("rate", "tpub pub1 pubrate", "a/b*100=c")
    d.ok("rate", "pro2 pro1 prorate", "a/b*100=c")
    d.ok("rate", "t2 t1 trate", "a/b*100=c")
    d.ok("difference", "final t0 adjust", "a-b=c")
    d.ok("difference", "final cost left", "a-b=c")
    d.ok("sum", "p1 p2 p3 p4 p5 project", "a+b+c+d+e=f")
    d.ok("share", "oldhomes home2 oldshare", "a/b*100=c")
    d.ok("rate", "danger2 dangerrate", "a/210*100=b")
    d.ok("survey", "happy back sat", "a/b*100=c")
    d.ok("score_rule", "danger2 s2", "a/210*15=b")
    d.ok("score_sum", "s0 s1 s2 s3 s4 s5 s6 s7 st", "a+b+c+d+e+f+g+h=i")
    d.ok("repeat", "prorate prorate2", "a=b")
    return d
