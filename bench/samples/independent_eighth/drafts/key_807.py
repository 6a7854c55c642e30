"""807: a district finance bureau's key evaluation of home care for the aged, a text with markdown tables."""

from __future__ import annotations

from samples.independent_eighth.drafts.shaping import Draft, m, marked
from samples.independent_fourth.making import D, Paper, ch, pc, q

__all__ = ["paper"]


def paper() -> Paper:
    doc = Draft("807-翎东区2024年社区居家养老服务补助项目财政重点绩效评价报告.txt")
    kinds = [
        ("政府购买居家养老服务", "684.30", "652.18"),
        ("社区助餐服务补贴", "412.00", "405.76"),
        ("家庭养老床位建设", "268.50", "231.42"),
        ("社区日间照料中心运营", "356.20", "340.85"),
        ("适老化改造", "129.00", "118.64"),
    ]
    budget = sum(D(b) for _, b, _ in kinds)
    spent = sum(D(s) for _, _, s in kinds)
    last = D("1512.40")
    exe = pc(spent, budget)
    tree = [
        (
            "决策",
            18,
            [
                ("立项规范性", 4, "4.0"),
                ("绩效目标合理性", 5, "4.0"),
                ("预算编制科学性", 5, "3.5"),
                ("分配合理性", 4, "3.5"),
            ],
        ),
        (
            "过程",
            22,
            [
                ("资金到位率", 4, "4.0"),
                ("预算执行率", 5, "4.0"),
                ("资金使用合规性", 5, "4.5"),
                ("制度健全性", 4, "4.0"),
                ("制度执行有效性", 4, "2.5"),
            ],
        ),
        (
            "产出",
            32,
            [
                ("购买服务人数", 6, "6.0"),
                ("助餐点运营数量", 6, "6.0"),
                ("家庭养老床位数", 6, "4.5"),
                ("服务工单完成率", 5, "5.0"),
                ("服务质量合格率", 5, "4.0"),
                ("补贴发放及时率", 4, "3.0"),
            ],
        ),
        (
            "效益",
            28,
            [
                ("老年人家庭照护压力缓解", 6, "5.5"),
                ("服务覆盖面提升", 6, "6.0"),
                ("市场主体培育", 4, "3.0"),
                ("可持续机制", 4, "2.5"),
                ("服务对象满意度", 8, "7.0"),
            ],
        ),
    ]
    tops = [(w, sum(D(s) for _, _, s in leaves)) for _, w, leaves in tree]
    for _, w, leaves in tree:
        assert sum(x for _, x, _ in leaves) == w
    total = sum(s for _, s in tops)
    doc.h(
        "翎东区2024年社区居家养老服务补助项目财政重点绩效评价报告",
        "",
        "翎东区财政局",
        "2025年7月",
        "",
        "## 一、项目概况",
        "### （一）立项背景",
    )
    doc.p(
        "为积极应对人口老龄化，健全“居家社区机构相协调、医养康养相结合”的养老服务体系，根据《翎东区基本养老服务实施方案》，2021年起区财政设立社区居家养老服务补助项目，由区民政局负责组织实施，各街道（镇）配合落实。"
    )
    doc.p(
        f"截至2024年底，全区户籍人口{doc('pop', '48.62')}万人，其中60周岁及以上老年人{doc('old', '11.84')}万人，占户籍人口的{doc('oldr', pc(D('11.84'), D('48.62')))}；80周岁及以上高龄老人{doc('o80', '1.93')}万人，占老年人口的{doc('o80r', pc(D('1.93'), D('11.84')))}。全区现有社区养老服务机构{doc('jg', 96)}家，其中日间照料中心{doc('jg1', 38)}家、社区助餐点{doc('jg2', 52)}家、综合为老服务中心{doc('jg3', 6)}家。"
    )
    doc.h("### （二）资金安排及使用情况")
    doc.p(
        f"2024年项目预算{doc('b', m(budget))}万元，其中区级资金{doc('b1', '1,295.00')}万元、上级补助资金{doc('b2', '555.00')}万元。全年支出{doc('s', m(spent))}万元，预算执行率{doc('ex', exe)}，较上年支出{doc('ls', m(last))}万元增长{doc('gr', ch(spent, last))}。分项支出情况如下（单位：万元）："
    )
    rows = [["支出方向", "预算数", "支出数", "执行率", "支出占比"]]
    rows += [
        [n, doc(f"kb{k}", b), doc(f"ks{k}", s), doc(f"kr{k}", pc(D(s), D(b))), doc(f"kp{k}", pc(D(s), spent))]
        for k, (n, b, s) in enumerate(kinds, 1)
    ]
    rows.append(["合计", doc("kb", m(budget)), doc("ks", m(spent)), doc("kr", exe), "100.00%"])
    doc.t(marked(rows), gap=" | ")
    doc.h("", "### （三）绩效目标")
    doc.p(
        "项目总体目标：为符合条件的老年人提供便捷、可及、优质的社区居家养老服务。2024年度主要绩效指标：政府购买服务覆盖老年人不少于6200人；运营社区助餐点不少于50家；建成家庭养老床位400张；服务工单完成率不低于98%；服务质量抽查合格率不低于95%；服务对象满意度不低于92%。"
    )
    doc.h("## 二、绩效评价工作开展情况")
    doc.p(
        f"本次评价由区财政局绩效评价科牵头，抽调业务骨干并聘请{doc('zj', 3)}名专家（养老服务、财政、审计领域各1名）组成评价组。评价组实地走访{doc('jd', 6)}个街道（镇）：安定街道、北津街道、荷塘街道、柳湾街道、青禾镇、望台镇，抽查服务机构{doc('cj', 24)}家，占机构总数的{doc('cjr', pc(24, 96))}；抽查服务工单{doc('gd', 480)}份，其中信息完整、回访属实的{doc('gd1', 471)}份，抽查合格率{doc('gdr', pc(471, 480, 1))}。",
        f"满意度调查采用电话与入户相结合方式，成功访问服务对象{doc('fw', 520)}人，其中电话{doc('fw1', 380)}人、入户{doc('fw2', 140)}人；表示满意{doc('my1', 349)}人、比较满意{doc('my2', 132)}人、一般{doc('my3', 28)}人、不满意{doc('my4', 11)}人，满意度{doc('my', pc(481, 520))}。",
        "评价结果分为四个等级：90分（含）以上为优秀，80分（含）—90分为良好，60分（含）—80分为合格，60分以下为不合格。",
    )
    doc.h("## 三、综合评价结论")
    doc.p(f"经综合评价，项目得分{doc('sc', total)}分，绩效等级为“{doc('gr1', '良好')}”。各一级指标得分情况见下表：")
    rows = [["一级指标", "权重", "得分", "得分率"]]
    rows += [
        [n, doc(f"tw{k}", w), doc(f"ts{k}", tops[k - 1][1]), doc(f"tr{k}", pc(tops[k - 1][1], w))]
        for k, (n, w, _) in enumerate(tree, 1)
    ]
    rows.append(["合计", doc("tw", 100), doc("ts", total), doc("tr", pc(total, 100))])
    doc.t(marked(rows), gap=" | ")
    doc.h("", "## 四、绩效评价指标分析")
    texts = {
        "决策": "项目立项依据充分、程序规范。但家庭养老床位目标设定未充分考虑入户意愿，绩效目标合理性扣1.0分；预算编制未与上年执行情况衔接，预算编制科学性扣1.5分；各街道（镇）资金分配未体现高龄、失能老人权重，分配合理性扣0.5分。",
        "过程": "资金按期足额到位，管理制度健全。评分标准规定，预算执行率达到95%以上得5分，90%（含）至95%得4分，80%（含）至90%得3分，80%以下不得分；另有2家机构补贴申报资料签字不全，资金使用合规性扣0.5分；季度考核流于形式，制度执行有效性扣1.5分。",
        "产出": "多数产出指标达到年度目标，但家庭养老床位建设数量未达标，服务质量抽查合格率略低于目标值，2个街道补贴发放延迟超过30日。",
        "效益": "项目实施有效缓解了失能、高龄老人家庭照护压力，服务覆盖面进一步扩大，但社会化运营主体数量偏少，自我造血能力不足，可持续机制有待完善。",
    }
    for k, (n, w, leaves) in enumerate(tree, 1):
        doc.h(f"### （{'一二三四'[k - 1]}）{n}情况")
        doc.p(
            f"{n}指标权重{doc(f'nw{k}', w)}分，得分{doc(f'ns{k}', tops[k - 1][1])}分，得分率{doc(f'nr{k}', pc(tops[k - 1][1], w))}。{texts[n]}"
        )
        rows = [["三级指标", "权重", "得分", "得分率"]]
        rows += [
            [leaf, doc(f"w{k}{j}", lw), doc(f"s{k}{j}", ls), doc(f"r{k}{j}", pc(D(ls), lw))]
            for j, (leaf, lw, ls) in enumerate(leaves, 1)
        ]
        doc.t(marked(rows), gap=" | ")
        doc.h("")
        if n == "产出":
            doc.p(
                f"1.购买服务人数。计划{doc('c1', 6200)}人，实际{doc('c1d', 6438)}人，完成率{doc('c1r', pc(6438, 6200))}，人均购买服务支出{doc('c1v', '1,013')}元。",
                f"2.助餐点运营数量。计划{doc('c2', 50)}家，实际运营{doc('c2d', 52)}家，全年供餐{doc('c2m', '82.40')}万份，日均供餐{doc('c2v', 2251)}份（按366天计）。",
                f"3.家庭养老床位。计划建成{doc('c3', 400)}张，实际建成{doc('c3d', 338)}张，完成率{doc('c3r', pc(338, 400))}，{doc('c3j', '未完成年度目标')}。",
                f"4.服务质量。全年抽查机构{doc('c4', 96)}家次，合格{doc('c4d', 90)}家次，合格率{doc('c4r', pc(90, 96))}，低于95%的目标值，得4.0分。",
            )
    doc.h("## 五、主要经验做法")
    doc.p(
        f"（一）织密助餐服务网络。采取“中央厨房+社区助餐点+入户配送”模式，{doc('zc', 52)}家助餐点覆盖全区{doc('sq', 118)}个社区中的{doc('sq1', 109)}个，覆盖率{doc('sqr', pc(109, 118))}。",
        f"（二）推行服务“一单清”。依托智慧养老平台实行“派单—服务—回访”闭环，全年派单{doc('pd', '15.36')}万单，完成{doc('pd1', '15.21')}万单，工单完成率{doc('pdr', pc(D('15.21'), D('15.36')))}，高于98%的目标值。",
    )
    doc.h("## 六、存在的主要问题")
    doc.p(
        f"（一）家庭养老床位建设滞后。完成率仅为{doc('c3r2', pc(338, 400))}，对应资金执行率{doc('kr3b', pc(D('231.42'), D('268.50')))}，为五个支出方向中最低。",
        f"（二）资金统筹力度不够。年末结余{doc('left', budget - spent)}万元，其中家庭养老床位结余{doc('l3', D('268.50') - D('231.42'))}万元，占{doc('l3r', pc(D('268.50') - D('231.42'), budget - spent))}。",
        f"（三）监管考核不够有力。季度考核结果未与运营补贴挂钩，{doc('br', '抽查的24家机构中有5家未按规定公示服务价格（含2家助餐点）')}。",
    )
    doc.h("## 七、相关建议")
    doc.p(
        "（一）科学设定目标任务，建立家庭养老床位“需求评估—签约—建设—服务”全流程管理机制。",
        "（二）完善预算编制与执行挂钩机制，对执行率连续两年低于90%的支出方向适当压减预算。",
        "（三）强化结果运用，将考核结果与补贴标准、机构准入退出挂钩。",
    )
    doc.h("", "附：评价工作组成员名单（略）")
    doc.fault("share", "ks2 ks kp2", {"kp2": "23.02%"}, "a/b*100=c", "23.20 写成 23.02")
    doc.fault("sum", "kb1 kb2 kb3 kb4 kb5 kb", {"kb4": "365.20"}, "a+b+c+d+e=f", "数字颠倒")
    doc.fault("growth", "s ls gr", {"gr": "15.45%"}, "(a-b)/b*100=c", "小数颠倒")
    doc.fault("rate", "kb4 ks4 kr4", {"kb4": "365.20"}, "b/a*100=c", "执行率按356.20计算")
    doc.fault("score_sum", "s31 s32 s33 s34 s35 s36 ns3", {"ns3": "29.5"}, "a+b+c+d+e+f=g", "产出小计未按三级指标汇总")
    doc.fault("score_sum", "ts1 ts2 ts3 ts4 ts", {"ts": "84.5"}, "a+b+c+d=e", "合计未更新")
    doc.fault("score_rule", "ex s22", {"s22": "5.0"}, "", "执行率94.5%左右应得4分而给满分5分")
    doc.fault("rate", "s43 w43 r43", {"r43": "57.00%"}, "a/b*100=c", "得分率数字错位（75写成57）")
    doc.fault("grade", "sc gr1", {"gr1": "优秀"}, "", "得分在80—90之间应为良好")
    doc.fault("rate", "my1 my2 fw my", {"my": "95.20%"}, "(a+b)/c*100=d", "满意度92.50写成95.20")
    doc.fault("target", "c3 c3d c3j", {"c3j": "完成年度目标"}, "", "338张未达400张却称完成")
    doc.fault("structure", "br", {"br": "抽查的24家机构中有5家未按规定公示服务价格（含2家助餐点"}, "", "括号未闭合")
    doc.holds(
        "share",
        "a/b*100=c",
        "old pop oldr",
        "o80 old o80r",
        *(f"ks{k} ks kp{k}" for k in range(1, 6)),
        "cj jg cjr",
        "l3 left l3r",
    )
    doc.holds("sum", "a+b+c=d", "jg1 jg2 jg3 jg")
    doc.holds("sum", "a+b=c", "b1 b2 b", "fw1 fw2 fw")
    doc.holds("sum", "a+b+c+d+e=f", "ks1 ks2 ks3 ks4 ks5 ks")
    doc.holds("sum", "a+b+c+d=e", "my1 my2 my3 my4 fw")
    doc.holds(
        "rate",
        "a/b*100=c",
        "s b ex",
        *(f"ks{k} kb{k} kr{k}" for k in range(1, 6)),
        "gd1 gd gdr",
        "c1d c1 c1r",
        "c3d c3 c3r",
        "c4d c4 c4r",
        "sq1 sq sqr",
        "pd1 pd pdr",
        *(f"ts{k} tw{k} tr{k}" for k in range(1, 5)),
        *(f"ns{k} nw{k} nr{k}" for k in range(1, 5)),
        *(f"s{k}{j} w{k}{j} r{k}{j}" for k, (_, _, ls) in enumerate(tree, 1) for j in range(1, len(ls) + 1)),
    )
    doc.holds(
        "score_sum",
        "a+b+c+d=e",
        "s11 s12 s13 s14 ns1",
        "tw1 tw2 tw3 tw4 tw",
        "ns1 ns2 ns3 ns4 sc",
        "w11 w12 w13 w14 nw1",
    )
    doc.holds(
        "score_sum", "a+b+c+d+e=f", "s21 s22 s23 s24 s25 ns2", "s41 s42 s43 s44 s45 ns4", "w41 w42 w43 w44 w45 nw4"
    )
    doc.holds(
        "repeat",
        "a=b",
        "s ks",
        "b kb",
        "ex kr",
        "c3r c3r2",
        "kr3 kr3b",
        "jg2 c2d",
        "c2d zc",
        "ns1 ts1",
        "ns2 ts2",
        "ns4 ts4",
    )
    doc.holds("rate", "a*10000/b=c", "ks1 c1d c1v")
    doc.holds("rate", "a*10000/366=b", "c2m c2v")
    doc.holds("count", "", "jd", "zj")
    doc.holds("difference", "a-b=c", "kb ks left", "kb3 ks3 l3")
    assert q(spent / budget * 100) < 95
    return doc
