"""A firm's evaluation of a special fund, commissioned by a finance bureau."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft, Relation
from samples.independent.drafting import place as m

__all__ = ["draft"]


def draft() -> Draft:
    d = Draft(110, "赤峰岭县高标准农田建设资金绩效评价报告", "docx")
    central, province, county = D("3600.00"), D("1800.00"), D("600.00")
    total = central + province + county
    paid = D("5562.30")
    d.h(1, "赤峰岭县2023年高标准农田建设补助资金绩效评价报告")
    d.p("委托单位：赤峰岭县财政局", "评价机构：朔原诚信会计师事务所有限公司", "报告日期：2024年8月")
    d.h(2, "一、基本情况")
    d.h(3, "（一）项目概况")
    d.p(
        "为夯实粮食生产基础，赤峰岭县把高标准农田建设列为年度民生实事。项目由县农业农村局组织实施，覆盖青石、柳湾、双桥、北坡4个乡镇27个行政村，建设内容为土地平整、灌溉与排水、田间道路、农田输配电和农田防护。",
        f"计划建设面积{m('plan', '4.00')}万亩，其中新建{m('newplan', '2.60')}万亩、改造提升{m('oldplan', '1.40')}万亩；实际完成{m('done', '3.92')}万亩，其中新建{m('newdone', '2.60')}万亩、改造提升{m('olddone', '1.32')}万亩，完成率{m('donerate', percent(D('3.92'), D('4.00')))}。",
    )
    d.h(3, "（二）资金投入和使用情况")
    d.p(
        f"项目总投资{m('total', money(total))}万元（人民币{m('words', '陆仟万元整')}），亩均投资{m('per', '1500')}元。资金来源为中央补助{m('central', money(central))}万元、省级补助{m('province', money(province))}万元、县级配套{m('county', money(county))}万元，分别占{m('w1', '60%')}、{m('w2', '30%')}和{m('w3', '10%')}，三级资金之比为6:3:1。",
        f"截至2023年12月31日，资金到位{m('arrived', '5900.00')}万元，到位率{m('arate', percent(D('5900'), total))}，县级配套尚有{m('short', '100.00')}万元未到位；累计支付{m('paid', money(paid))}万元，占到位资金的{m('prate', percent(paid, D('5900')))}。各乡镇支付情况如下：",
    )
    towns = (("青石镇", "1.20", "1765.40", "a"), ("柳湾镇", "1.05", "1502.16", "b"), ("双桥乡", "0.92", "1247.94", "c"), ("北坡乡", "0.75", "1046.80", "e"))  # fmt: skip
    d.t(
        [
            ["乡镇", "完成面积（万亩）", "支付金额（万元）", "占支付总额比重"],
            *(
                [name, m(k + "m", area), m(k + "p", money_), m(k + "s", percent(D(money_), paid))]
                for name, area, money_, k in towns
            ),
            ["合计", m("msum", "3.92"), m("psum", money(paid)), "100.00%"],
        ]
    )
    d.h(2, "二、绩效评价工作开展情况")
    d.p(
        f"评价组由{m('team', '6人')}组成，其中注册会计师2人、农田水利专家2人、助理人员2人。评价采用比较法、因素分析法和公众评判法，遵循科学公正、分级分类、绩效相关的原则。现场抽查{m('spots', '9')}个村，占项目村总数的{m('spotrate', percent(9, 27))}。",
        f"发放农户问卷{m('sent', '270')}份，收回{m('back', '262')}份，其中有效{m('valid', '256')}份，有效率（有效÷收回）{m('vrate', percent(256, 262))}。",
    )
    d.p(
        "评价工作分三个阶段进行：前期准备阶段收集资料、拟定方案和指标体系，并征求委托方意见；现场实施阶段查看工程实体、核对账目、访谈乡镇干部和农户；报告撰写阶段汇总底稿、分析打分，形成初稿后与项目单位交换意见，经内部三级复核后定稿。"
    )
    d.h(2, "三、综合评价情况及评价结论")
    d.p(
        f"经评价，项目综合得分{m('score', '88.60')}分，评价等级为“良”。评价等级划分：得分≥90为优，80≤得分＜90为良，60≤得分＜80为中，得分＜60为差。"
    )
    d.t(
        [
            ["一级指标", "分值", "得分", "得分率"],
            ["决策", "15", m("s1", "14.00"), m("r1", "93.33%")],
            ["过程", "25", m("s2", "21.60"), m("r2", "86.40%")],
            ["产出", "35", m("s3", "30.50"), m("r3", "87.14%")],
            ["效益", "25", m("s4", "22.50"), m("r4", "90.00%")],
            ["合计", "100", m("ssum", "88.60"), m("rsum", "88.60%")],
        ]
    )
    d.h(2, "四、绩效评价指标分析")
    d.p(
        f"{m('n1', '1.')}决策情况。立项依据充分，程序规范；但绩效目标表中亩均增产目标偏低，扣1分，得14分。",
        f"{m('n2', '2.')}过程情况。县级配套未足额到位、支付进度偏慢，且1个标段未履行变更审批手续，共扣{m('minus2', '3.40')}分，得21.60分。",
        f"{m('n3', '3.')}产出情况。完成面积低于计划{m('gap', '0.08')}万亩；抽检工程质量合格率{m('quality', percent(46, 48))}（抽检{m('checked', '48')}处，合格{m('passed', '46')}处）；27个村中有24个村按期完工，及时率{m('intime', percent(24, 27))}。",
        f"{m('n4', '4.')}效益情况。项目区粮食亩产由{m('y0', '412')}公斤提高到{m('y1', '463')}公斤，{m('ydir', '亩均增产')}{m('y2', '51')}公斤，增幅{m('yrate', percent(51, 412))}；灌溉水利用系数由0.52提高到0.61；农户满意度{m('happy', percent(238, 256))}（有效问卷中满意{m('liked', '238')}份）。",
    )
    d.h(2, "五、存在的问题及建议")
    d.p(
        "一是工程管护责任不清，部分机井房门锁损坏无人维修，建议明确村级管护员并落实管护经费。二是配套资金筹措困难，建议县财政将缺口列入次年预算。三是变更管理薄弱，建议主管部门完善设计变更台账，先批后建。",
        f"{m('last', '本报告仅供委托方了解项目绩效使用，评价结论以所获取的资料真实、完整为前提。')}",
    )
    _faults(d)
    return d


def _faults(d: Draft) -> None:
    d.wrong("amount_in_words", "words", "陆佰万元整", "total", note="6000.00万元 is sixty million yuan")
    d.faults |= {"w2": "10%", "w3": "30%"}
    of = ("central", "province", "county", "w2", "w3")
    d.relations.append(
        Relation("list_order", of, "", "shares in another order than their amounts", "error", ("w2", "w3"))
    )
    d.wrong("sum", "cp", "1274.94", "ap", "bp", "ep", "psum", formula="a+b+e+c=d")
    d.wrong("rate", "arate", "89.33%", "arrived", "total", formula="a/b*100=c")
    d.wrong(
        "survey",
        "vrate",
        "94.81%",
        "valid",
        "back",
        formula="a/b*100=c",
        note="divided by those sent, said: by those returned",
    )
    d.wrong("growth", "yrate", "11.02%", "y2", "y0", formula="a/b*100=c", note="divided by the new yield")
    d.wrong("structure", "n3", "5.", note="1. 2. 5. 4.")
    d.ok("sum", "a+b+c=d", "central", "province", "county", "total")
    d.ok("sum", "a+b=c", "newplan", "oldplan", "plan")
    d.ok("sum", "a+b=c", "newdone", "olddone", "done")
    d.ok("rate", "a/b*100=c", "done", "plan", "donerate")
    d.ok("rate", "a/b*100=c", "paid", "arrived", "prate")
    d.ok("sum", "a+b+c+d=e", "am", "bm", "cm", "em", "msum")
    d.ok("score_sum", "a+b+c+d=e", "s1", "s2", "s3", "s4", "ssum")
    d.ok("score_rate", "a/35*100=b", "s3", "r3")
    d.ok("rate", "a/b*100=c", "passed", "checked", "quality")
    d.ok("difference", "a-b=c", "y1", "y0", "y2")
    d.ok("difference", "a-b=c", "plan", "done", "gap")
    d.ok("survey", "a/b*100=c", "liked", "valid", "happy")
