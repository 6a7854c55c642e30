"""809: a county school's free meals, self-evaluated by its bureau, a text of short broken lines."""

from __future__ import annotations

from samples.independent_eighth.drafts.shaping import Draft, m
from samples.independent_fourth.making import D, Paper, ch, pc, q

__all__ = ["paper"]


def paper() -> Paper:
    doc = Draft("809-沛阴县教育局2023年农村义务教育学生营养改善计划项目支出绩效自评报告.txt", width=32, spaced=True)
    c, p_, x = D("2864.00"), D("716.00"), D("358.00")
    whole = c + p_ + x
    food, staff, equip = D("3412.65"), D("246.80"), D("158.42")
    spent = food + staff + equip
    doc.h("沛阴县教育局", "2023年农村义务教育学生营养改善计划项目", "支出绩效自评报告", "")
    doc.p(
        "为加强财政专项资金管理，切实提高资金使用效益，根据县财政局《关于开展2023年度项目支出绩效自评工作的通知》（沛财效〔2024〕7号）文件要求，我局对2023年农村义务教育学生营养改善计划项目（以下简称“营养改善计划”）开展了绩效自评，现报告如下。"
    )
    doc.h("一、项目概况", "（一）项目基本情况")
    doc.p(
        f"营养改善计划为国家试点县项目，自2012年春季学期起实施。2023年覆盖全县{doc('town', 17)}个乡镇的农村义务教育学校{doc('sch', 142)}所，其中初中{doc('sch1', 23)}所、小学{doc('sch2', 87)}所、教学点{doc('sch3', 32)}所；受益学生{doc('stu', '35,784')}人，其中初中生{doc('stu1', '12,346')}人、小学生{doc('stu2', '23,438')}人。供餐模式以学校食堂供餐为主，食堂供餐学校{doc('can', 139)}所，占{doc('canr', pc(139, 142))}；其余{doc('can2', 3)}所教学点由中心校配送。",
        f"国家基础标准为每生每天{doc('std', 5)}元，全年按{doc('days', 200)}天计算，每生每年补助{doc('peryear', '1,000')}{doc('yuan', '元')}。",
    )
    doc.h("（二）项目资金情况")
    doc.p(
        f"1.资金计划及到位情况。2023年项目计划资金{doc('whole', m(whole))}万元，其中中央资金{doc('c', m(c))}万元，占{doc('cs', pc(c, whole))}；省级资金{doc('p', p_)}万元，占{doc('ps', pc(p_, whole))}；县级资金{doc('x', x)}万元，占{doc('xs', pc(x, whole))}。资金全部到位，到位率{doc('dwr', '100%')}。",
        f"2.资金使用情况。2023年实际支出{doc('spent', m(spent))}万元，预算执行率{doc('exe', pc(spent, whole))}。其中：膳食补助支出{doc('food', m(food))}万元，占支出的{doc('foods', pc(food, spent))}；食堂从业人员工资补助{doc('staff', staff)}万元，占{doc('staffs', pc(staff, spent))}；食堂设备购置{doc('equip', equip)}万元，占{doc('equips', pc(equip, spent))}。结余{doc('left', whole - spent)}万元，结转下年使用。",
        f"分学期看，春季学期支出{doc('spr', '1,875.40')}万元，秋季学期支出{doc('aut', m(spent - D('1875.40')))}万元。与2022年支出{doc('last', '3,692.15')}万元相比，2023年增加{doc('inc', spent - D('3692.15'))}万元，增长{doc('incr', ch(spent, D('3692.15')))}，主要是补助标准执行天数增加及食堂设备更新。",
    )
    doc.h("第1页")
    doc.h("（三）项目绩效目标")
    doc.p(
        "总体目标：改善农村义务教育学生营养状况，提高农村学生健康水平，促进教育公平。阶段性目标：2023年受益学生不少于35,000人；食堂供餐比例不低于95%；食品安全事故为零；学生营养不良率较上年下降；学生和家长满意度不低于90%。"
    )
    doc.h("二、绩效评价工作开展情况")
    doc.p(
        "（一）前期准备。成立由分管副局长任组长，计财股、学生营养办、督导室负责人为成员的自评小组，制定自评方案。",
        f"（二）组织实施。自评小组抽查{doc('chk', 28)}所学校，占项目学校的{doc('chkr', pc(28, 142))}，核查资金{doc('chkm', '764.30')}万元，查阅食材采购台账、陪餐记录、公示资料等，发放学生和家长问卷{doc('q0', 600)}份，收回有效问卷{doc('q1', 582)}份，有效率{doc('q2', pc(582, 600))}。",
        "（三）分析评价。汇总核查情况，对照绩效指标逐项打分，形成自评报告。",
    )
    doc.h("三、绩效目标完成情况分析", "（一）产出指标")
    doc.p(
        f"1.受益学生人数。目标值{doc('g1', '35,000')}人，实际{doc('g1d', '35,784')}人，完成率{doc('g1r', pc(35784, 35000))}。",
        f"2.食堂供餐比例。目标值≥95%，实际{doc('g2', pc(139, 142))}，完成目标。",
        f"3.食堂标准化达标率。全县{doc('bz', 139)}所学校食堂中，“明厨亮灶”建成{doc('bzd', 134)}所，建成率{doc('bzr', pc(134, 139))}，目标值{doc('bzg', '100%')}，{doc('bzj', '未完成目标')}，主要是5所教学点食堂待改造。",
        f"4.食材集中采购率。全年食材采购金额{doc('cg', '3,412.65')}万元，集中招标采购{doc('cg1', '3,298.70')}万元，集中采购率{doc('cgr', pc(D('3298.70'), D('3412.65')))}。",
        f"5.补助资金拨付及时率。全年应拨付{doc('bf', 10)}批次，按时拨付{doc('bf1', 10)}批次，及时率{doc('bfr', '100%')}。",
        f"6.食品安全。开展食品安全专项检查{doc('jc', 6)}次，检查学校{doc('jcs', 426)}所次，发现问题{doc('wt', 87)}个，整改{doc('wt1', 87)}个，全年食品安全事故为零。",
    )
    doc.h("（二）效益指标")
    doc.p(
        f"1.学生体质健康合格率由上年的{doc('tzl', '93.8%')}提高到{doc('tz', '95.1%')}，提高{doc('tzd', '1.3')}个百分点；学生营养不良率由上年的{doc('yyl', '5.6%')}下降到{doc('yy', '4.9%')}，下降{doc('yyd', '0.7')}个百分点。",
        f"2.食堂吸纳当地群众就业{doc('jy', 617)}人，其中脱贫户{doc('jy1', 238)}人，占{doc('jyr', pc(238, 617))}，人均月工资{doc('gz', '2,350')}元。",
        f"3.带动本地农产品销售。本地采购蔬菜、肉类等食材{doc('bd', '1,946.20')}万元，占食材采购总额的{doc('bdr', pc(D('1946.20'), D('3412.65')))}。",
    )
    doc.h("第2页")
    doc.h("（三）满意度指标")
    doc.p(
        f"收回的{doc('q3', 582)}份有效问卷中，满意{doc('q4', 397)}份、基本满意{doc('q5', 153)}份、不满意{doc('q6', 32)}份，综合满意度{doc('q7', pc(550, 582))}，达到目标值。"
    )
    doc.h("四、自评结论")
    s = [D("9.70"), D("49.71"), D("28.50"), q(D(550) / D(582) * 10)]
    tot = sum(s, D(0))
    doc.p(
        f"营养改善计划项目自评总分{doc('sc', tot)}分，等级为优。其中预算执行率分值{doc('w1', 10)}分，按执行率计算得{doc('s1', s[0])}分；产出指标分值{doc('w2', 50)}分，得{doc('s2', s[1])}分；效益指标分值{doc('w3', 30)}分，得{doc('s3', s[2])}分；满意度指标分值{doc('w4', 10)}分，按满意度计算得{doc('s4', s[3])}分。"
    )
    doc.h("五、存在的主要问题")
    doc.p(
        f"{doc('q_1', '（一）部分食堂设施设备老化。5所教学点食堂面积不足、功能分区不合理，尚未完成“明厨亮灶”改造。')}",
        f"（二）资金执行率有待提高。受学生人数变动影响，年末结余{doc('left2', whole - spent)}万元，占计划资金的{doc('leftr', pc(whole - spent, whole))}。",
        "（三）从业人员专业素质不高。食堂从业人员以当地务工群众为主，营养配餐知识欠缺，人员流动性较大。",
    )
    doc.h("六、改进措施及建议")
    doc.p(
        "（一）多渠道筹措资金，2024年底前完成5所教学点食堂改造。",
        f"（二）{doc('ph', '由县学生营养办牵头')}，会同市场监管部门每学期组织一次从业人员专题培训，并实行持证上岗。",
        "（三）建立学生实名制信息系统动态更新机制，按月核定就餐人数，提高预算编制精准度。",
        f"（四）加强绩效结果应用，将自评结果作为{doc('yr', 2025)}年预算安排的参考依据。",
    )
    doc.h("", "沛阴县教育局", f"{doc('sd', '2024年5月6日')}")
    doc.h("", "附件", "项目支出绩效自评表")
    tree = [
        ("预算执行", "预算执行率", 10, "100%", pc(spent, whole), s[0], ""),
        ("产出指标", "受益学生人数", 10, "≥35,000人", "35,784人", "10.00", ""),
        ("产出指标", "食堂供餐比例", 8, "≥95%", "97.89%", "8.00", ""),
        ("产出指标", "“明厨亮灶”建成率", 8, "100%", "96.40%", "7.71", "5所教学点食堂待改造"),
        ("产出指标", "食材集中采购率", 6, "≥95%", "96.66%", "6.00", ""),
        ("产出指标", "补助资金拨付及时率", 6, "100%", "100%", "6.00", ""),
        ("产出指标", "食品安全事故", 6, "0起", "0起", "6.00", ""),
        ("产出指标", "生均年补助标准", 6, "1,000元", "1,000元", "6.00", ""),
        ("效益指标", "学生体质健康合格率", 10, "≥94%", "95.1%", "10.00", ""),
        ("效益指标", "学生营养不良率", 8, "≤5.5%", "4.9%", "8.00", ""),
        ("效益指标", "带动就业人数", 6, "≥600人", "617人", "6.00", ""),
        ("效益指标", "长效管理机制", 6, "健全", "较健全", "4.50", "从业人员流动性大"),
        ("满意度指标", "学生和家长满意度", 10, "≥90%", pc(550, 582), s[3], "按满意度计分"),
    ]
    rows = [["一级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分", "偏差原因"]]
    for k, (a, b, w, g, d, one, why) in enumerate(tree, 1):
        rows.append([a, b, doc(f"v{k}_", w), doc(f"g{k}_", g), doc(f"d{k}_", d), doc(f"t{k}_", one), why])
    rows.append(["合计", "", doc("v_", 100), "", "", doc("t_", tot), ""])
    doc.t(rows)
    doc.ok("rate", "cg1 cg cgr", "a/b*100=c")
    doc.fault("rate", "q4 q5 q1 q7", {"q7": "94.05%"}, "(a+b)/c*100=d", "94.50 写成 94.05")
    doc.fault("target", "bzr bzg bzj", {"bzj": "完成目标"}, "", "建成率不足100%却称完成目标")
    doc.fault("unit", "std days peryear yuan", {"yuan": "万元"}, "", "每生每年1000元写成万元")
    doc.fault("count", "sch1 sch2 sch3 sch", {"sch3": 23}, "a+b+c=d", "教学点32所写成23所")
    doc.fault(
        "structure",
        "q_1",
        {"q_1": "（一）部分食堂设施设备老化。5所教学点食堂面积不足、功能分区不合理，尚未完成"},
        "",
        "句子中断",
    )
    doc.fault("structure", "ph", {"ph": "由XXX牵头"}, "", "模板占位未填写")
    doc.fault("score_rule", "exe w1 s1", {"s1": "10.00"}, "a*b/100=c", "执行率不足100%而得满分")
    doc.fault("score_sum", "s1 s2 s3 s4 sc", {"s1": "10.00"}, "a+b+c+d=e", "分项之和与总分不符")
    doc.fault("year", "sd", {"sd": "2023年5月6日"}, "", "落款日期早于评价年度结束，且早于引用的2024年文件")
    doc.fault("sum", "food staff equip spent", {"equip": "185.42"}, "a+b+c=d", "158.42 写成 185.42")
    doc.fault("share", "equip spent equips", {"equip": "185.42"}, "a/b*100=c", "占比按158.42计算")
    doc.holds("sum", "a+b+c=d", "c p x whole", "q4 q5 q6 q3")
    doc.holds("sum", "a+b=c", "stu1 stu2 stu", "can can2 sch", "spr aut spent")
    doc.holds(
        "share",
        "a/b*100=c",
        "c whole cs",
        "p whole ps",
        "x whole xs",
        "food spent foods",
        "staff spent staffs",
        "can sch canr",
        "jy1 jy jyr",
        "bd cg bdr",
        "left whole leftr",
        "chk sch chkr",
    )
    doc.holds("rate", "a/b*100=c", "spent whole exe", "q1 q0 q2", "g1d g1 g1r", "bzd bz bzr", "bf1 bf bfr")
    doc.holds("difference", "a-b=c", "whole spent left", "spent last inc", "tz tzl tzd", "yyl yy yyd")
    doc.holds("growth", "(a-b)/b*100=c", "spent last incr")
    doc.holds("rate", "a*b=c", "std days peryear")
    doc.holds("repeat", "a=b", "left left2", "q1 q3", "stu g1d", "can bz", "canr g2", "food cg", "wt wt1")
    doc.holds("score_sum", "a+b+c+d+e+f+g=h", "t2_ t3_ t4_ t5_ t6_ t7_ t8_ s2")
    doc.holds("score_sum", "a+b+c+d=e", "t9_ t10_ t11_ t12_ s3")
    doc.holds(
        "score_sum",
        "a+b+c+d+e+f+g+h+i+j+k+l+m=n",
        " ".join(f"t{k}_" for k in range(1, 14)) + " t_",
        " ".join(f"v{k}_" for k in range(1, 14)) + " v_",
    )
    doc.holds("score_rule", "a*b/100=c", "d4_ v4_ t4_")
    doc.holds(
        "repeat", "a=b", "sc t_", "s4 t13_", "exe d1_", "canr d3_", "g1d d2_", "tz d9_", "yy d10_", "jy d11_", "bzr d4_"
    )
    doc.holds("target", "", *(f"g{k}_ d{k}_" for k in (2, 3, 5, 6, 7, 8, 9, 10, 11)))
    return doc
