"""808: a hospital's equipment project, self-evaluated, as a web page."""

from __future__ import annotations

from samples.independent_eighth.drafts.shaping import Draft
from samples.independent_fourth.making import D, Paper, ch, pc, q

__all__ = ["paper"]


def paper() -> Paper:
    doc = Draft("808-砚湖市中医医院医疗服务与保障能力提升补助项目2024年度支出绩效自评报告.html")
    src = [("中央转移支付", "420.00"), ("省级补助", "180.00"), ("市级配套", "150.00"), ("单位自筹", "96.50")]
    whole = sum(D(a) for _, a in src)
    use = [
        ("医疗设备购置", "512.38"),
        ("信息化建设", "146.72"),
        ("重点专科建设", "88.45"),
        ("人才培养培训", "41.16"),
        ("中药传承与制剂能力提升", "28.09"),
    ]
    spent = sum(D(a) for _, a in use)
    exe = pc(spent, whole)
    doc.h(
        "砚湖市中医医院关于2024年医疗服务与保障能力提升补助项目支出绩效的自评报告",
        "发布时间：2025-04-08  来源：砚湖市中医医院财务科  字号：【大 中 小】",
    )
    doc.p(
        "市卫生健康委员会：",
        "根据《砚湖市卫生健康委员会关于做好2024年度项目支出绩效自评工作的通知》（砚卫财〔2025〕3号）要求，我院对2024年度医疗服务与保障能力提升补助项目实施情况和绩效目标完成情况进行了认真自查，现将有关情况报告如下：",
    )
    doc.h("一、项目基本情况", "（一）单位基本情况")
    doc.p(
        f"砚湖市中医医院创建于1958年，是集医疗、教学、科研、康复、预防保健于一体的三级甲等中医医院。编制床位{doc('bed', 600)}张，实际开放床位{doc('bed2', 652)}张；现有在职职工{doc('st', 864)}人，其中卫生专业技术人员{doc('st1', 742)}人、其他人员{doc('st2', 122)}人。卫生专业技术人员中，高级职称{doc('t1', 136)}人、中级职称{doc('t2', 268)}人、初级及以下{doc('t3', 338)}人。"
    )
    doc.h("（二）项目立项及资金情况")
    doc.p(
        f"项目依据《关于提前下达2024年医疗服务与保障能力提升补助资金的通知》立项，实施期限为{doc('d1', '2024年1月')}至{doc('d2', '2024年12月')}。项目总预算{doc('whole', whole)}万元，其中"
        + "、".join(
            f"{n}{doc(f'y{k}', a)}万元（占{doc(f'ys{k}', pc(D(a), whole))}）" for k, (n, a) in enumerate(src, 1)
        )
        + f"。财政性资金{doc('fis', D('750.00'))}万元全部按时到位，单位自筹资金到位{doc('own', D('96.50'))}万元，到位率{doc('dwr', '100%')}。"
    )
    doc.p(
        f"截至2024年12月31日，项目累计支出{doc('spent', spent)}万元，预算执行率{doc('exe', exe)}，结余{doc('left', whole - spent)}万元，结余资金按规定结转下年继续使用。资金使用明细如下表（单位：万元）："
    )
    budgets = ["530.00", "150.00", "92.00", "46.50", "28.00"]
    assert sum(map(D, budgets)) == whole
    rows = [["序号", "支出内容", "预算金额", "实际支出", "执行率", "结余（超支为负）"]]
    rows += [
        [k, n, doc(f"b{k}", b), doc(f"u{k}", a), doc(f"r{k}", pc(D(a), D(b))), doc(f"l{k}", D(b) - D(a))]
        for k, ((n, a), b) in enumerate(zip(use, budgets, strict=True), 1)
    ]
    rows.append(["合计", "", doc("b", whole), doc("u", spent), doc("r", exe), doc("l", whole - spent)])
    doc.t(rows)
    doc.h("（三）项目绩效目标")
    doc.p(
        "通过项目实施，购置急需医疗设备12台（套），完成电子病历系统五级改造，建设省级中医重点专科2个，培训中医药骨干人才60人次以上，进一步提升中医药服务能力，患者满意度达到92%以上。"
    )
    doc.h("二、项目组织实施情况")
    doc.p(
        f"医院成立由院长任组长的项目领导小组，设备科、信息科、医务科、科教科、财务科{doc('dep', 5)}个科室协同推进。设备采购全部委托市公共资源交易中心公开招标，共实施采购{doc('cg', 7)}批次，采购预算{doc('cgb', D('530.00'))}万元，中标金额{doc('cgz', D('512.38'))}万元，节约{doc('cgj', D('17.62'))}万元，节约率{doc('cgr', pc(D('17.62'), 530))}。资金实行专账核算、专款专用，未发现截留、挤占、挪用情况。",
    )
    doc.h("三、项目绩效完成情况", "（一）产出指标")
    doc.p(
        f"1.购置医疗设备{doc('sb', 12)}台（套），其中影像类{doc('sb1', 3)}台（套）、检验类{doc('sb2', 4)}台（套）、康复理疗类{doc('sb3', 5)}台（套），全部安装调试并投入使用，验收合格率{doc('sbr', '100%')}。",
        f"2.电子病历系统应用水平通过五级评审。升级改造业务子系统{doc('xt', 9)}个，接口对接{doc('jk', 31)}项，数据对接完整率{doc('jkr', pc(30, 31))}（{doc('jkd', 30)}项正常传输，1项因厂商原因调试中）。",
        f"3.建设省级中医重点专科{doc('zk', 2)}个（脾胃病科、针灸科），引进学科带头人1名。",
        f"4.培训中医药骨干人才{doc('px', 68)}人次，其中外出进修{doc('px1', 14)}人次、院内培训{doc('px2', 54)}人次，目标值{doc('pxg', 60)}人次，完成率{doc('pxr', pc(68, 60))}。",
    )
    doc.h("（二）效益指标")
    doc.p(
        f"1.2024年门急诊{doc('mz', '58.46')}万人次，较上年的{doc('mzl', '53.92')}万人次增长{doc('mzr', ch(D('58.46'), D('53.92')))}；出院{doc('cy', '2.37')}万人次，较上年的{doc('cyl', '2.21')}万人次增长{doc('cyr', ch(D('2.37'), D('2.21')))}；平均住院日{doc('day', '8.1')}天，比上年缩短{doc('dayd', '0.5')}天（上年为{doc('dayl', '8.6')}天）。",
        f"2.中医治疗占比进一步提高，门诊中药处方{doc('cf', '31.52')}万张，占门诊处方总数{doc('cft', '45.07')}万张的{doc('cfr', pc(D('31.52'), D('45.07')))}；医疗服务收入（不含药品、耗材、检查检验收入）占医疗收入比例达到34.6%，较上年提高1.8个百分点。",
        f"3.药占比由上年的{doc('ybl', '38.4%')}下降至{doc('yb', '36.7%')}，下降{doc('ybd', '1.7')}个百分点。",
    )
    doc.h("（三）满意度指标")
    doc.p(
        f"第三方测评共回收患者问卷{doc('q1', 560)}份，其中门诊{doc('q2', 320)}份、住院{doc('q3', 240)}份；满意及基本满意{doc('q4', 526)}份，患者满意度{doc('q5', pc(526, 560, 1))}。"
    )
    doc.h("四、项目自评得分")
    lv = [
        ("预算执行率", 10, q(spent / whole * 10)),
        ("数量指标", 20, D("20.00")),
        ("质量指标", 15, D("14.50")),
        ("时效指标", 10, D("8.00")),
        ("成本指标", 5, D("4.50")),
        ("社会效益指标", 20, D("19.00")),
        ("可持续影响指标", 10, D("9.00")),
        ("患者满意度指标", 10, D("10.00")),
    ]
    tot = sum((s for *_, s in lv), D(0))
    rows = [["指标类型", "分值（分）", "得分（分）", "备注"]]
    notes = ["", "", "接口1项未正常传输", "制剂室改造延期2个月", "中药制剂项目超预算", "", "", "达到92%的目标值"]
    rows += [[n, doc(f"w{k}", w), doc(f"s{k}", s), notes[k - 1]] for k, (n, w, s) in enumerate(lv, 1)]
    rows.append(["总分", doc("w", 100), doc("s", tot), ""])
    doc.t(rows)
    doc.p(
        f"综上，项目自评得分{doc('sc', tot)}分，自评等级为优。{doc('all', '除个别指标外，')}年初设定的绩效目标基本实现。"
    )
    doc.h("五、存在问题及改进措施")
    doc.p(
        f"1.预算测算不够精准。中药传承与制剂能力提升子项目预算{doc('zyb', D('28.00'))}万元，实际支出{doc('zya', D('28.09'))}万元，超支{doc('zyd', '0.09')}万元，今后将加强市场询价，严格在批复预算内列支。",
        "2.制剂室改造受消防验收影响延期2个月，今后将统筹安排工期，提前办理相关手续。",
        f"3.{doc('yr', '2025')}年，医院将继续加强项目资金管理，完善设备使用效益分析制度，确保资金发挥最大效益。",
    )
    doc.h("砚湖市中医医院", "2025年4月3日")
    doc.fault("rate", "u3 b3 r3", {"r3": "94.16%"}, "a/b*100=c", "96.14 写成 94.16")
    doc.fault("sum", "st1 st2 st", {"st": 846}, "a+b=c", "864 写成 846")
    doc.fault("difference", "cgb cgz cgj", {"cgj": "16.72"}, "a-b=c", "17.62 写成 16.72")
    doc.fault("growth", "mz mzl mzr", {"mzr": "7.77%"}, "(a-b)/b*100=c", "以本年数为分母")
    doc.fault(
        "score_sum",
        "s1 s2 s3 s4 s5 s6 s7 s8 s",
        {"s4": "10.00"},
        "a+b+c+d+e+f+g+h=i",
        "备注已写延期扣分，得分栏仍填满分",
    )
    doc.fault("target", "all", {"all": "全部达标，"}, "", "接口、时效、成本均有未完成项，却称全部达标")
    doc.fault("year", "d1 d2", {"d2": "2023年12月"}, "", "实施期限止期早于起期")
    doc.fault("repeat", "px px1 px2 pxr", {"px": 66}, "b+c=a", "培训人次前后不一（合计68）")
    doc.fault("count", "dep", {"dep": 6}, "", "列举5个科室而称6个")
    doc.ok("share", "cf cft cfr", "a/b*100=c")
    doc.holds("sum", "a+b+c+d=e", "y1 y2 y3 y4 whole")
    doc.holds("sum", "a+b+c=d", "t1 t2 t3 st1", "sb1 sb2 sb3 sb", "y1 y2 y3 fis")
    doc.holds("sum", "a+b+c+d+e=f", "u1 u2 u3 u4 u5 u", "b1 b2 b3 b4 b5 b", "l1 l2 l3 l4 l5 l")
    doc.holds("sum", "a+b=c", "q2 q3 q1", "fis own whole")
    doc.holds("share", "a/b*100=c", *(f"y{k} whole ys{k}" for k in range(1, 5)))
    doc.holds(
        "rate",
        "a/b*100=c",
        "spent whole exe",
        *(f"u{k} b{k} r{k}" for k in range(1, 6)),
        "u b r",
        "jkd jk jkr",
        "px pxg pxr",
        "q4 q1 q5",
        "cgj cgb cgr",
    )
    doc.holds(
        "difference",
        "a-b=c",
        "whole spent left",
        *(f"b{k} u{k} l{k}" for k in range(1, 6)),
        "dayl day dayd",
        "ybl yb ybd",
        "zya zyb zyd",
    )
    doc.holds("growth", "(a-b)/b*100=c", "cy cyl cyr")
    doc.holds("score_sum", "a+b+c+d+e+f+g+h=i", "w1 w2 w3 w4 w5 w6 w7 w8 w")
    doc.holds("score_rule", "a*b/100=c", "exe w1 s1")
    doc.holds("repeat", "a=b", "sc s", "spent u", "whole b", "exe r", "u5 zya", "b5 zyb", "u1 cgz", "b1 cgb", "left l")
    return doc
