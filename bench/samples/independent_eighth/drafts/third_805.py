"""805: a third party on the money for running rural sewage works, a text with contents, tables and page numbers."""

from __future__ import annotations

from samples.independent_eighth.drafts.shaping import Draft, m
from samples.independent_fourth.making import D, Paper, pc, q

__all__ = ["paper"]

CHINESE = "一二三四五六七"


def paper() -> Paper:
    doc = Draft("805-浒州市2024年农村生活污水治理设施运维补助资金绩效评价报告.txt", width=38, spaced=True)
    counties = [
        ("清芦区", "420.00", "402.36", 71),
        ("松望区", "386.00", "371.18", 66),
        ("昆溪县", "612.00", "548.90", 108),
        ("箬城县", "574.00", "520.44", 97),
        ("银陂县", "488.00", "440.74", 84),
    ]
    budget = sum(D(b) for _, b, _, _ in counties)
    spent = sum(D(s) for _, _, s, _ in counties)
    plants = sum(n for *_, n in counties)
    exe = pc(spent, budget)
    assert (budget, plants) == (D("2480.00"), 426)
    tree = [
        (
            "决策",
            [
                ("立项依据充分性", 2, D(2), "项目符合国家和省市农村人居环境整治政策，属于公共财政支持范围"),
                ("立项程序规范性", 2, D(2), "项目经市政府常务会议审议，程序规范"),
                ("绩效目标合理性", 3, D(2), "部分县区目标未结合设施实际处理能力设定，扣1分"),
                ("绩效指标明确性", 2, D("1.5"), "可持续影响指标未量化，扣0.5分"),
                ("预算编制科学性", 3, D(2), "预算按设施座数平均测算，未考虑处理规模差异，扣1分"),
                ("资金分配合理性", 3, D(3), "资金按因素法分配，分配结果公示"),
            ],
        ),
        (
            "过程",
            [
                ("资金到位率", 3, D(3), "资金到位率100%"),
                ("预算执行率", 4, q(spent / budget * 4), f"预算执行率{exe}，得分=4×{exe}"),
                ("资金使用合规性", 4, D(3), "昆溪县支付凭证附件不全1笔，扣1分"),
                ("管理制度健全性", 3, D(3), "制定了运维管理办法和考核细则"),
                ("制度执行有效性", 3, D(2), "箬城县季度考核缺少1次，扣1分"),
                ("运维监管有效性", 3, D(2), "在线监控平台数据传输不稳定，扣1分"),
            ],
        ),
        (
            "产出",
            [
                ("设施运维数量", 8, D(8), "计划运维426座，实际运维426座"),
                ("管网巡检完成率", 6, q(D(4736) / D(4880) * 6), "巡检完成率97.05%"),
                ("设施正常运行率", 8, q(D(55) / D(60) * 8), "抽查60座，正常运行55座，正常运行率91.67%"),
                ("出水水质达标率", 8, q(D(75) / D(84) * 8), "检测84次，达标75次，达标率89.29%"),
                ("故障处置及时率", 5, q(D(272) / D(286) * 5), "故障286件，24小时内处置272件，及时率95.10%"),
            ],
        ),
        (
            "效益",
            [
                ("农村生活污水治理率", 8, D(8), "治理率由46.8%提高到52.3%，高于51%的目标值"),
                ("农村黑臭水体消除", 6, D(6), "列入清单的23条黑臭水体全部消除"),
                ("群众投诉变化率", 5, D(4), "部分县区未建立投诉台账，扣1分"),
                ("长效机制健全性", 5, D(3), "未建立农户付费机制，扣2分"),
                ("村民满意度", 6, q(D(353) / D(388) * 6), "满意度90.98%"),
            ],
        ),
    ]
    doc.h(
        "浒州市2024年农村生活污水治理设施运维补助",
        "资 金 绩 效 评 价 报 告",
        "",
        "委托单位：浒州市财政局",
        "主管部门：浒州市生态环境局",
        "评价机构：正衡绩效咨询有限公司",
        "二〇二五年八月",
        "",
    )
    doc.h(
        "目    录",
        "摘要……………………………………………………1",
        "一、项目基本情况…………………………………3",
        "二、绩效评价工作开展情况………………………6",
        "三、综合评价情况及评价结论……………………8",
        "四、绩效评价指标分析……………………………9",
        "五、主要经验及做法………………………………15",
        "六、存在的问题及原因分析………………………16",
        "七、有关建议………………………………………17",
        "附件：绩效评价指标评分表",
        "",
    )
    tops = [(sum(w for _, w, _, _ in leaves), sum((s for _, _, s, _ in leaves), D(0))) for _, leaves in tree]
    total = sum((s for _, s in tops), D(0))
    assert sum(w for w, _ in tops) == 100
    doc.h("摘    要")
    doc.p(
        f"受浒州市财政局委托，正衡绩效咨询有限公司于2025年5月至8月对浒州市2024年农村生活污水治理设施运维补助资金开展绩效评价。该项目2024年预算资金{doc('yb', m(budget))}万元，覆盖5个县（市、区）{doc('yp', plants)}座处理设施。评价组通过资料审核、现场核查、问卷调查等方式，综合评定该项目得分{doc('ysc', total)}分，评价等级为“{doc('ygr', '良')}”。"
    )
    doc.h("一、项目基本情况", "（一）项目背景")
    doc.p(
        "农村生活污水治理是农村人居环境整治提升的重点任务。“十三五”以来，浒州市累计建成各类农村生活污水处理设施，但“重建设、轻运维”问题较为突出，部分设施停运或低负荷运行。为保障设施“建成一座、运行一座、见效一座”，2022年起市财政设立运维补助资金，由市生态环境局会同市财政局组织实施。"
    )
    doc.h("（二）项目主要内容及实施情况")
    doc.p(
        f"2024年运维范围包括{doc('cn', 5)}个县（市、区）的{doc('pl', plants)}座农村生活污水处理设施，设计处理能力合计{doc('cap', '2.86')}万吨/日，其中日处理能力20吨及以上的{doc('pl1', 158)}座、20吨以下的{doc('pl2', 268)}座；配套管网{doc('pipe', '1,220')}公里。运维工作由各县区通过公开招标确定的{doc('co', 4)}家专业公司承担，合同期3年。"
    )
    doc.h("（三）资金投入和使用情况")
    doc.p(
        f"1.预算安排及到位。2024年项目预算{doc('b', m(budget))}万元，其中市级财政{doc('bc', '1,500.00')}万元，占{doc('bcs', pc(1500, budget))}；县区配套{doc('bx', '980.00')}万元，占{doc('bxs', pc(980, budget))}。截至2024年底，资金全部到位，到位率{doc('dw', '100%')}。",
        f"2.资金使用。截至2024年12月31日，实际支出{doc('sp', m(spent))}万元，预算执行率{doc('ex', exe)}，结余{doc('left', m(budget - spent))}万元。各县区使用情况见表1-1。",
    )
    doc.h("表1-1  2024年各县区运维补助资金使用情况表", "单位：万元、座")
    rows = [["县（市、区）", "预算数", "支出数", "执行率", "设施数量", "座均支出"]]
    rows += [
        [
            n,
            doc(f"cb{k}", b),
            doc(f"cs{k}", s),
            doc(f"cr{k}", pc(D(s), D(b))),
            doc(f"cp{k}", c),
            doc(f"cv{k}", q(D(s) / c)),
        ]
        for k, (n, b, s, c) in enumerate(counties, 1)
    ]
    rows.append(
        [
            "合计",
            doc("tb", m(budget)),
            doc("ts", m(spent)),
            doc("tr", exe),
            doc("tp", plants),
            doc("tv", q(spent / plants)),
        ]
    )
    doc.t(rows)
    doc.h("- 4 -", "（四）项目绩效目标")
    doc.p(
        "总体目标：通过对农村生活污水处理设施实施专业化运维，确保设施正常运行、出水达标排放，持续改善农村水环境质量，提升村民获得感。",
        "年度目标：运维设施426座；设施正常运行率达到95%以上；出水水质达标率达到95%以上；农村生活污水治理率达到51%；村民满意度不低于90%。",
    )
    doc.h("二、绩效评价工作开展情况", "（一）评价目的、对象和范围")
    doc.p(
        f"本次评价对象为浒州市2024年农村生活污水治理设施运维补助资金，评价时段为{doc('d1', '2024年1月1日')}至{doc('d2', '2024年12月31日')}，评价范围涵盖全部5个县（市、区），现场核查资金{doc('hx', '1,523.40')}万元，占支出总额的{doc('hxr', pc(D('1523.40'), spent))}。"
    )
    doc.h("（二）评价原则、评价方法")
    doc.p(
        "评价遵循科学公正、统筹兼顾、激励约束、公开透明的原则，采用成本效益分析法、比较法、因素分析法、公众评判法等方法。评价结果采取评分与评级相结合的方式，总分100分，等级划分为四档：90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差。"
    )
    doc.h("（三）评价工作过程")
    doc.p(
        f"评价组由{doc('team', 7)}人组成，其中项目负责人1人、行业专家2人、注册会计师1人、评价助理3人。前期准备阶段（2025年5月6日—5月25日）完成方案设计和评审；现场评价阶段（5月26日—6月30日）抽取{doc('cq', 60)}座设施进行实地核查，占设施总数的{doc('cqr', pc(60, plants))}；报告撰写阶段（7月1日—8月15日）形成报告初稿，征求意见后定稿。",
        f"评价组面向受益村民发放问卷{doc('q0', 400)}份，回收有效问卷{doc('q1', 388)}份，有效率{doc('q2', pc(388, 400))}。其中选择“满意”的{doc('q3', 251)}份、“较满意”的{doc('q4', 102)}份、“一般”的{doc('q5', 26)}份、“不满意”的{doc('q6', 9)}份，满意度为{doc('q7', pc(353, 388))}。",
    )
    doc.h("三、综合评价情况及评价结论")
    doc.p(
        f"评价组依据评价指标体系，经综合评价，浒州市2024年农村生活污水治理设施运维补助资金绩效评价得分为{doc('sc', total)}分，评价等级为“{doc('gr', '良')}”。各一级指标得分情况如表3-1所示。"
    )
    doc.h("表3-1  一级指标得分情况表")
    rows = [["一级指标", "决策", "过程", "产出", "效益", "合计"], ["分值"], ["得分"], ["得分率"]]
    for k, (w, s) in enumerate(tops, 1):
        rows[1].append(doc(f"tw{k}", w))
        rows[2].append(doc(f"tg{k}", s))
        rows[3].append(doc(f"th{k}", pc(s, w)))
    rows[1].append(doc("tw", 100))
    rows[2].append(doc("tg", total))
    rows[3].append(doc("th", pc(total, 100)))
    doc.t(rows)
    doc.h("四、绩效评价指标分析")
    for k, (name, leaves) in enumerate(tree, 1):
        w, s = tops[k - 1]
        doc.h(f"（{CHINESE[k - 1]}）{name}情况" if k != 4 else doc("num4", "（四）") + f"{name}情况")
        doc.p(
            f"{name}类指标下设{doc(f'nn{k}', len(leaves))}个三级指标，分值{doc(f'nw{k}', w)}分，评价得分{doc(f'ng{k}', s)}分，得分率{doc(f'nh{k}', pc(s, w))}。"
        )
        for j, (leaf, lw, ls, why) in enumerate(leaves, 1):
            doc.p(
                f"{j}.{leaf}。该指标分值{doc(f'lw{k}{j}', lw)}分，得分{doc(f'ls{k}{j}', ls)}分，得分率{doc(f'lr{k}{j}', pc(ls, lw))}。{why}。"
            )
        if k in (2, 3):
            doc.h(f"- {7 + k * 2} -")
    doc.h("五、主要经验及做法")
    doc.p(
        "（一）推行“建管一体、打捆运维”。昆溪县、箬城县将分散设施按流域打捆，由同一专业公司统一运维，降低了座均成本。",
        f"（二）引入“环境监督员”制度。全市聘请村级监督员{doc('jd', 852)}名，平均每座设施{doc('jdv', 2)}名，发现问题通过手机端随时上报，2024年上报并办结故障{doc('gz', 286)}件，其中24小时内处置{doc('gz1', 272)}件，及时率{doc('gzr', pc(272, 286))}。",
    )
    doc.h("六、存在的问题及原因分析")
    doc.p(
        f"（一）设施运行质量未达预期。现场抽查的{doc('wt1', 60)}座设施中，{doc('wt2', 5)}座停运或间歇运行，正常运行率{doc('wt3', pc(55, 60))}，低于95%的目标值；全年水质检测{doc('wt4', 84)}次，其中{doc('wt5', 9)}次不达标，达标率{doc('wt6', pc(75, 84))}，主要超标因子为氨氮和总磷。",
        f"（二）资金支出进度不均衡。全市预算执行率{doc('ex2', exe)}，其中昆溪县{doc('ex3', pc(D('548.90'), 612))}、银陂县{doc('ex4', pc(D('440.74'), 488))}，低于清芦区{doc('ex5', pc(D('402.36'), 420))}的水平，主要因季度考核结果确认滞后、尾款未及时拨付。",
        "（三）长效机制不够健全。运维资金全部依赖财政投入，农户付费机制尚未建立，在线监控平台故障率较高。",
    )
    doc.h("七、有关建议")
    doc.p(
        "（一）开展设施“回头看”，对停运设施逐座会诊，分类实施改造、并网或报废。",
        "（二）优化资金分配办法，按处理规模、运行负荷和考核结果分配，变“按座补”为“按效补”。",
        "（三）探索受益农户合理分担机制，多渠道筹措运维经费；升级监控平台，强化数据应用。",
    )
    doc.h("", "附件", "浒州市2024年农村生活污水治理设施运维补助资金绩效评价指标评分表")
    rows = [["一级指标", "三级指标", "分值", "得分", "评分说明"]]
    for k, (name, leaves) in enumerate(tree, 1):
        for j, (leaf, lw, ls, why) in enumerate(leaves, 1):
            rows.append([name if j == 1 else "", leaf, doc(f"aw{k}{j}", lw), doc(f"as{k}{j}", ls), why])
        rows.append(["小计", "", doc(f"aw{k}", tops[k - 1][0]), doc(f"as{k}", tops[k - 1][1]), ""])
    rows.append(["总计", "", doc("aw", 100), doc("as", total), ""])
    doc.t(rows)
    letters = "abcdef"

    def summed(n: int) -> str:
        return "+".join(letters[:n]) + "=" + "abcdefg"[n]

    # faults
    doc.fault(
        "score_sum",
        " ".join(f"as2{j}" for j in range(1, 7)) + " as2",
        {"as2": "16.86"},
        summed(6),
        "16.68 写成 16.86，小计与三级指标不符",
    )
    doc.fault("score_sum", "tg1 tg2 tg3 tg4 tg", {"tg1": "13.50"}, "a+b+c+d=e", "决策得分为初稿数，扣分后未更新")
    doc.fault("rate", "tg1 tw1 th1", {"tg1": "13.50"}, "a/b*100=c", "得分率按12.50分计算")
    doc.fault("score_rule", "ex lw22 ls22", {"ls22": "3.86"}, "a*b/100=c", "执行率指标得分高于标准算得的分数")
    doc.fault("repeat", "ls22 as22", {"ls22": "3.86"}, "a=b", "正文得分与评分表不一致")
    doc.fault("rate", "ls22 lw22 lr22", {"ls22": "3.86"}, "a/b*100=c", "得分率与得分不符")
    doc.fault("rate", "ls34 lw34 lr34", {"lr34": "82.95%"}, "a/b*100=c", "89.25 写成 82.95")
    doc.fault("grade", "sc gr", {"gr": "优"}, "", "88.69分应为良")
    doc.fault("rate", "q1 q0 q2", {"q2": "95.00%"}, "a/b*100=c", "问卷有效率未按有效问卷数更新")
    doc.fault("sum", "cs1 cs2 cs3 cs4 cs5 ts", {"cs5": "440.47"}, "a+b+c+d+e=f", "银陂县支出数字颠倒，执行率无误")
    doc.fault("rate", "cs5 cb5 cr5", {"cs5": "440.47"}, "a/b*100=c", "执行率与支出数不符")
    doc.fault("sum", "wt2 wt1 wt3", {"wt2": 6}, "(b-a)/b*100=c", "停运座数与正常运行率不符")
    doc.fault("structure", "num4", {"num4": "（五）"}, "", "序号由（三）跳到（五）")
    doc.ok("count", "pl1 pl2 pl", "a+b=c")
    doc.fault("year", "d1 d2", {"d2": "2023年12月31日"}, "", "评价时段止日早于起日，年份沿用上年")
    for k, (_, leaves) in enumerate(tree, 1):
        n = len(leaves)
        doc.holds(
            "score_sum",
            summed(n),
            " ".join([*(f"as{k}{j}" for j in range(1, n + 1)), f"as{k}"]),
            " ".join([*(f"aw{k}{j}" for j in range(1, n + 1)), f"aw{k}"]),
            " ".join([*(f"ls{k}{j}" for j in range(1, n + 1)), f"ng{k}"]),
        )
        doc.holds(
            "rate",
            "a/b*100=c",
            f"ng{k} nw{k} nh{k}",
            *(f"ls{k}{j} lw{k}{j} lr{k}{j}" for j in range(1, n + 1)),
            f"tg{k} tw{k} th{k}",
        )
        doc.holds("repeat", "a=b", f"ng{k} as{k}")
    doc.holds("score_sum", "a+b+c+d=e", "ng1 ng2 ng3 ng4 sc", "tw1 tw2 tw3 tw4 tw")
    doc.holds("sum", "a+b=c", "bc bx b")
    doc.holds("sum", "a+b+c+d+e=f", "cb1 cb2 cb3 cb4 cb5 tb", "cp1 cp2 cp3 cp4 cp5 tp")
    doc.holds("sum", "a+b+c+d=e", "q3 q4 q5 q6 q1")
    doc.holds("rate", "(a+b)/c*100=d", "q3 q4 q1 q7")
    doc.holds(
        "rate",
        "a/b*100=c",
        "sp b ex",
        *(f"cs{k} cb{k} cr{k}" for k in range(1, 6)),
        "ts tb tr",
        "cq pl cqr",
        "gz1 gz gzr",
    )
    doc.holds("rate", "a/b=c", *(f"cs{k} cp{k} cv{k}" for k in range(1, 5)), "ts tp tv", "jd pl jdv")
    doc.holds("share", "a/b*100=c", "bc b bcs", "bx b bxs", "hx sp hxr")
    doc.holds("difference", "a-b=c", "b sp left")
    doc.holds("rate", "(b-a)/b*100=c", "wt5 wt4 wt6")
    doc.holds("repeat", "a=b", "yb b", "ysc sc", "sc as", "ex ex2", "ex tr", "ex3 cr3", "ex5 cr1", "pl tp")
    doc.holds("grade", "", "ysc ygr")
    return doc
