"""806: a third party on a county's road maintenance money, in Word."""

from __future__ import annotations

from samples.independent_eighth.drafts.shaping import Draft, m
from samples.independent_fourth.making import D, Paper, pc, q

__all__ = ["paper"]


def paper() -> Paper:
    doc = Draft("806-桉川县2023年农村公路养护工程专项资金第三方绩效评价报告.docx")
    src = [("中央车购税补助", "860.00"), ("省级养护补助", "642.50"), ("县级财政配套", "537.50")]
    whole = sum(D(a) for _, a in src)
    use = [
        ("路面大中修工程", "1,168.42"),
        ("危桥改造工程", "326.75"),
        ("安全生命防护工程", "218.36"),
        ("日常养护", "164.20"),
        ("勘察设计及监理费", "58.47"),
    ]
    spent = sum(D(a.replace(",", "")) for _, a in use)
    exe = pc(spent, whole)
    doc.h(
        "桉川县2023年农村公路养护工程专项资金",
        "第三方绩效评价报告",
        "桉川县财政局委托  云川会计师事务所有限责任公司",
        "2024年6月",
    )
    doc.h("一、基本情况")
    doc.h("（一）项目概况")
    doc.p(
        "1.立项背景及依据。为深入推进“四好农村路”建设，根据《农村公路养护管理办法》《桉川县“十四五”农村公路发展规划》等文件，县交通运输局组织实施2023年农村公路养护工程，项目列入县政府年度十件民生实事。",
        f"2.主要内容。全县农村公路总里程{doc('lc', '2,318.6')}公里，其中县道{doc('lc1', '312.4')}公里、乡道{doc('lc2', '684.9')}公里、村道{doc('lc3', '1,321.3')}公里。2023年计划实施路面大中修{doc('dz', '42.6')}公里、危桥改造{doc('wq', 9)}座、安全生命防护工程{doc('af', '85.0')}公里，日常养护覆盖全部里程。",
        "3.组织管理。县交通运输局为主管单位，县农村公路发展中心具体组织实施，各乡镇负责辖区内村道日常养护的组织管理。",
    )
    doc.h("（二）资金安排和使用情况")
    doc.p(
        f"1.资金安排。2023年项目资金总额{doc('whole', m(whole))}万元，其中："
        + "，".join(f"{n}{doc(f'y{k}', a)}万元、占{doc(f'ys{k}', pc(D(a), whole))}" for k, (n, a) in enumerate(src, 1))
        + "。资金于2023年9月底前全部到位。",
        f"2.资金使用。截至2023年12月31日，累计支出{doc('spent', m(spent))}万元，资金使用率{doc('exe', exe)}，结余{doc('left', m(whole - spent))}万元，主要为工程质量保证金及未结算尾款。支出明细如下：",
    )
    rows = [["序号", "支出内容", "金额（万元）", "占总支出比重"]]
    rows += [
        [k, n, doc(f"u{k}", a), doc(f"us{k}", pc(D(a.replace(",", "")), spent))] for k, (n, a) in enumerate(use, 1)
    ]
    rows.append(["", "合计", doc("ut", m(spent)), "100.00%"])
    doc.t(rows)
    doc.h("（三）绩效目标")
    doc.p(
        "年度总体目标：完成年度养护工程任务，农村公路列养率达到100%，优良中等路率达到86%以上，交通安全隐患路段得到有效治理，群众出行条件明显改善，沿线群众满意度达到90%以上。"
    )
    doc.h("二、评价工作情况")
    doc.p(
        f"评价组由{doc('zr', 6)}人组成，自2024年3月18日至6月10日开展工作，历时{doc('ts', 85)}天（含首尾两日）。评价组抽查了{doc('cx', 7)}个乡镇的{doc('cl', 21)}条路段（每个乡镇抽取3条），抽查资金{doc('cz', '1,256.80')}万元，占支出总额的{doc('czr', pc(D('1256.80'), spent))}；发放群众满意度问卷{doc('wj', 210)}份，收回有效问卷{doc('wj1', 203)}份。",
        "评价采用百分制，综合评价得分90分以上（含90分）为“优”，80分（含）至90分为“良”，60分（含）至80分为“中”，60分以下为“差”。",
    )
    doc.h("三、评价结论及指标分析")
    leaves = [
        ("决策", [("项目立项", 6, "6.00"), ("绩效目标", 5, "4.00"), ("资金投入", 5, "4.50")]),
        (
            "过程",
            [
                ("资金到位率", 4, "4.00"),
                ("资金使用率", 5, str(q(spent / whole * 5))),
                ("资金使用合规性", 6, "5.00"),
                ("组织实施", 7, "5.50"),
            ],
        ),
        (
            "产出",
            [
                ("路面大中修里程", 6, "6.00"),
                ("危桥改造数量", 6, str(q(D(8) / D(9) * 6))),
                ("安防工程里程", 6, "6.00"),
                ("工程验收合格率", 6, "6.00"),
                ("完工及时率", 6, str(q(D(20) / D(24) * 6))),
                ("单位成本控制", 4, "4.00"),
            ],
        ),
        (
            "效益",
            [
                ("优良中等路率", 8, "8.00"),
                ("交通事故下降率", 6, "6.00"),
                ("管养长效机制", 6, "4.50"),
                ("群众满意度", 8, str(q(D(188) / D(203) * 8))),
            ],
        ),
    ]
    tops = [(sum(w for _, w, _ in ls), sum(D(s) for _, _, s in ls)) for _, ls in leaves]
    total = sum(s for _, s in tops)
    assert sum(w for w, _ in tops) == 100, tops
    doc.p(
        f"经综合评价，项目总得分{doc('sc', total)}分，评价等级为“{doc('gr', '优')}”。其中："
        + "；".join(
            f"{n}类指标权重{doc(f'nw{k}', w)}分，得{doc(f'ns{k}', s)}分，得分率{doc(f'nr{k}', pc(s, w))}"
            for k, ((n, _), (w, s)) in enumerate(zip(leaves, tops, strict=True), 1)
        )
        + "。"
    )
    doc.h("项目支出绩效评价评分表")
    rows = [["一级指标", "二级指标", "分值", "得分", "得分率"]]
    for k, (n, ls) in enumerate(leaves, 1):
        rows.append(
            [
                n,
                "小计",
                doc(f"w{k}", tops[k - 1][0]),
                doc(f"s{k}", tops[k - 1][1]),
                doc(f"r{k}", pc(tops[k - 1][1], tops[k - 1][0])),
            ]
        )
        rows += [
            ["", leaf, doc(f"w{k}{j}", w), doc(f"s{k}{j}", s), doc(f"r{k}{j}", pc(D(s), w))]
            for j, (leaf, w, s) in enumerate(ls, 1)
        ]
    rows.append(["合计", "", doc("w", 100), doc("s", total), doc("r", pc(total, 100))])
    doc.t(rows)
    doc.h("（一）决策情况")
    doc.p(
        "项目立项依据充分、程序合规。绩效目标方面，未设置反映养护成本的年度控制指标，扣1分；资金投入方面，县级配套资金测算依据不够充分，扣0.5分。"
    )
    doc.h("（二）过程情况")
    doc.p(
        f"资金到位率100%，得满分。资金使用率{doc('exe2', exe)}，该指标5分，按使用率×分值计分，得{doc('exs', q(spent / whole * 5))}分。抽查发现2笔工程款支付早于计量审批，资金使用合规性扣1分；{doc('xz', 3)}个乡镇（石渡镇、坪头镇、云岭乡）日常养护台账不完整，组织实施扣1.5分。"
    )
    doc.h("（三）产出情况")
    doc.p(
        f"1.路面大中修。计划{doc('dz2', '42.6')}公里，实际完成{doc('dzd', '43.8')}公里，完成率{doc('dzr', pc(D('43.8'), D('42.6')))}，得6分。单位造价{doc('dzv', '26.68')}万元/公里，低于同类地区28万元/公里的平均水平。",
        f"2.危桥改造。计划改造{doc('wq2', 9)}座，完成{doc('wqd', 8)}座，完成率{doc('wqr', pc(8, 9))}，榆树沟桥因征迁未完工，按完成率计得{doc('wqs', q(D(8) / D(9) * 6))}分。",
        f"3.安全生命防护工程。计划85.0公里，完成{doc('afd', '86.2')}公里，完成率{doc('afr', pc(D('86.2'), 85))}，得6分。单位造价{doc('afv', '2.53')}万元/公里。",
        f"4.质量与时效。已交工的{doc('jg', 23)}个标段全部验收合格，合格率100%；24个标段中有{doc('jy', 4)}个延期完工（含榆树沟桥1个标段），按期完工{doc('jq', 20)}个，完工及时率{doc('jr', pc(20, 24))}，得{doc('js', q(D(20) / D(24) * 6))}分。",
    )
    doc.h("（四）效益情况")
    doc.p(
        f"1.优良中等路里程由{doc('ylb', '1,952.3')}公里增加到{doc('yl', '2,028.7')}公里，占农村公路总里程的{doc('ylr', pc(D('2028.7'), D('2318.6')))}，超过86%的目标值。",
        f"2.2023年全县农村公路发生道路交通事故{doc('sg', 46)}起，较上年的{doc('sgl', 58)}起减少{doc('sgd', 12)}起，下降{doc('sgr', pc(12, 58))}，目标值为下降15%以上。",
        f"3.有效问卷{doc('my0', 203)}份中，满意{doc('my1', 131)}份、基本满意{doc('my2', 57)}份、不满意{doc('my3', 15)}份，满意度{doc('myr', pc(188, 203))}，按满意度计得{doc('mys', q(D(188) / D(203) * 8))}分。",
    )
    doc.h("四、存在的主要问题")
    doc.p(
        f"1.部分工程未按期完成。危桥改造任务完成率为{doc('wqr2', pc(8, 9))}，未达到100%的目标。",
        "2.日常养护经费保障水平偏低，村道每公里日常养护经费不足千元，“以奖代补”机制尚未落实到位。",
        f"3.资金结算进度偏慢，年末结余资金{doc('left2', m(whole - spent))}{doc('un', '万元')}，占项目资金总额的{doc('leftr', pc(whole - spent, whole))}。",
    )
    doc.h("五、意见和建议")
    doc.p(
        "1.加强前期工作，征迁未完成的项目不列入年度计划；建立工程进度月报制度，对滞后标段及时预警。",
        f"2.{doc('tail', '落实县级养护资金稳定增长机制，将日常养护经费纳入财政预算予以保障。')}",
        "3.规范工程计量支付程序，严格执行“先审批、后支付”，加快竣工结算和财务决算。",
    )
    doc.h("云川会计师事务所有限责任公司", "2024年6月12日")
    doc.fault("share", "u2 spent us2", {"us2": "18.67%"}, "a/b*100=c", "16.88 误作 18.67")
    doc.fault("sum", "lc1 lc2 lc3 lc", {"lc2": "648.9"}, "a+b+c=d", "乡道里程数字颠倒")
    doc.fault("rate", "dzd dz2 dzr", {"dzr": "103.82%"}, "a/b*100=c", "102.82 误作 103.82")
    doc.fault(
        "score_sum", "s31 s32 s33 s34 s35 s36 s3", {"s3": "33.00"}, "a+b+c+d+e+f=g", "危桥改造改扣分后，产出小计未更新"
    )
    doc.fault("rate", "s3 w3 r3", {"s3": "33.00"}, "a/b*100=c", "得分率与小计不符")
    doc.fault("score_rule", "jr w35 js", {"js": "5.50"}, "a*b/100=c", "得分高于按及时率算得的分数")
    doc.fault("repeat", "js s35", {"js": "5.50"}, "a=b", "正文得分与评分表不符")
    doc.fault("difference", "sgl sg sgd", {"sgd": 14}, "a-b=c", "减少起数算错")
    doc.fault("count", "xz", {"xz": 4}, "", "列举3个乡镇而称4个")
    doc.fault("unit", "left2 un", {"un": "元"}, "", "万元写成元")
    doc.fault("structure", "tail", {"tail": "落实县级养护资金稳定增长机制，将日常养护经费纳入"}, "", "句子未写完")
    doc.fault("repeat", "wqr wqr2", {"wqr2": "77.78%"}, "a=b", "问题部分沿用初稿完成率")
    doc.holds("sum", "a+b+c=d", "y1 y2 y3 whole", "my1 my2 my3 my0", "s11 s12 s13 s1", "w11 w12 w13 w1")
    doc.holds("sum", "a+b+c+d+e=f", "u1 u2 u3 u4 u5 ut")
    doc.holds(
        "score_sum",
        "a+b+c+d=e",
        "s21 s22 s23 s24 s2",
        "s41 s42 s43 s44 s4",
        "w1 w2 w3 w4 w",
        "ns1 ns2 ns3 ns4 sc",
        "w21 w22 w23 w24 w2",
        "w41 w42 w43 w44 w4",
    )
    doc.holds("score_sum", "a+b+c+d+e+f=g", "w31 w32 w33 w34 w35 w36 w3")
    doc.holds(
        "share",
        "a/b*100=c",
        *(f"y{k} whole ys{k}" for k in (1, 2, 3)),
        *(f"u{k} ut us{k}" for k in (1, 3, 4, 5)),
        "cz spent czr",
        "yl lc ylr",
        "left whole leftr",
    )
    doc.holds(
        "rate",
        "a/b*100=c",
        "spent whole exe",
        "wqd wq2 wqr",
        "ns1 nw1 nr1",
        "ns2 nw2 nr2",
        "ns3 nw3 nr3",
        "ns4 nw4 nr4",
        "s w r",
        *(f"s{k}{j} w{k}{j} r{k}{j}" for k, (_, ls) in enumerate(leaves, 1) for j in range(1, len(ls) + 1)),
        "sgd sgl sgr",
    )
    doc.holds("rate", "(a+b)/c*100=d", "my1 my2 my0 myr")
    doc.holds("rate", "a/b=c", "u3 afd afv", "u1 dzd dzv")
    doc.holds("difference", "a-b=c", "whole spent left")
    doc.holds("score_rule", "a*b/100=c", "exe2 w22 exs", "wqr w32 wqs", "myr w44 mys")
    doc.holds(
        "repeat", "a=b", "spent ut", "exe exe2", "sc s", "dz dz2", "wq wq2", "wj1 my0", "exs s22", "wqs s32", "mys s44"
    )
    doc.holds("grade", "", "sc gr")
    doc.holds("count", "a*3=b", "cx cl")
    doc.holds("rate", "a/b*100=c", "afd af afr")
    return doc
