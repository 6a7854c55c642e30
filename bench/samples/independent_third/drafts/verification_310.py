"""310: evaluation of a road maintenance fund by a third party, Word with a rubric."""

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as at
from samples.independent_third.making import Paper, changed


def draft() -> Draft:
    d = Paper(310, "梅坑县2023年农村公路养护资金绩效评价报告", "docx")
    plan, come, spent = D("2480.00"), D("2356.00"), D("2217.48")
    d.h(1, "梅坑县2023年农村公路养护资金绩效评价报告")
    d.p("评价机构：正衡（示例）咨询有限公司    报告日期：2024年6月")
    d.h(2, "一、项目概况")
    d.p(
        "（一）立项背景。为提升农村公路通行条件，县交通运输局2023年组织实施农村公路日常养护和中修工程，覆盖全县14个乡镇。项目实施单位为县公路服务中心，各乡镇负责村道日常保洁和边沟清理，县财政局负责资金筹集、拨付和监督。",
        f"（二）资金情况。项目计划投资{at('plan', money(plan))}万元，其中省级补助{at('p1', '1200.00')}万元、市级补助{at('p2', '480.00')}万元、县级配套{at('p3', '800.00')}万元。截至2023年12月31日，到位资金{at('come', money(come))}万元，资金到位率{at('come_r', percent(come, plan))}；实际支出{at('spent', money(spent))}万元，占到位资金的{at('spent_r', percent(spent, come))}，结余{at('left', money(come - spent))}万元。",
        f"（三）建设内容。计划养护里程{at('km', '1286')}公里，其中县道{at('k1', '312')}公里、乡道{at('k2', '468')}公里、村道{at('k3', '506')}公里；中修路面36公里，实际完成{at('mid', '35.2')}公里，完成率{at('mid_r', percent(D('35.2'), 36))}。",
    )
    d.h(2, "二、评价工作开展情况")
    d.p(
        "评价工作遵循客观、公正、科学的原则，采用比较法、因素分析法和公众评判法，分为前期准备、现场核查、分析评分、报告撰写四个阶段。评价指标体系由评价机构与委托方、项目单位讨论后确定，数据取自项目台账、会计凭证、计量支付资料和现场踏勘记录。",
        f"评价组由5人组成，现场抽查{at('towns', '6')}个乡镇（{at('town_list', '石桥镇、岭下镇、罗坪乡、沙溪镇、桐木乡、白水镇')}），查看路段24处，占中修路段48处的{at('look', percent(24, 48))}。",
        f"发放群众问卷{at('q0', '240')}份，回收{at('q1', '231')}份，回收率{at('q_r', percent(231, 240))}；其中满意{at('qa', '158')}份、较满意{at('qb', '52')}份、一般{at('qc', '15')}份、不满意{at('qd', '6')}份，满意率（满意和较满意占回收问卷的比例）为{at('qs', percent(210, 231))}。",
    )
    d.h(2, "三、评价结论")
    d.p(f"项目综合得分{at('score', '85.70')}分，评价等级为“良”。各级指标得分见下表。")
    d.t(
        [
            "一级指标/权重/得分/得分率",
            ("决策", "15", at("a", "13.50"), at("ar", percent(D("13.5"), 15))),
            ("过程", "25", at("b", "19.70"), at("br", percent(D("19.7"), 25))),
            ("产出", "35", at("c", "31.50"), at("cr", percent(D("31.5"), 35))),
            ("效益", "25", at("e", "21.00"), at("er", percent(21, 25))),
            ("合计", "100", at("all", "85.70"), at("allr", "85.70%")),
        ]
    )
    d.p("评价等级按综合得分确定：90—100分为优，80—90分（不含90分）为良，60—80分（不含80分）为中，60分以下为差。")
    d.h(2, "四、指标分析")
    d.t(
        [
            "二级指标/三级指标/分值/评分标准/评分说明/得分",
            (
                "资金管理",
                "资金到位率",
                "5",
                "到位率100%得满分，每低1个百分点扣0.5分",
                f"到位率{percent(come, plan)}，低5个百分点，扣2.50分",
                at("i1", "2.50"),
            ),
            (
                "^",
                "预算执行率",
                "5",
                "得分=执行率×分值",
                at("i2t", f"支出{money(spent)}万元，到位{money(come)}万元，执行率{percent(spent, come)}"),
                at("i2", money(spent / come * 5)),
            ),
            ("^", "资金使用合规性", "6", "每发现一处不合规扣1分", "发现2处发票要素不全，扣2分", at("i3", "4.00")),
            ("组织实施", "管理制度健全性", "3", "制度齐全得满分", "制度齐全", "3.00"),
            (
                "^",
                "制度执行有效性",
                "6",
                "执行到位得满分，否则酌情扣分",
                "缺少日常巡查记录等，扣0.51分",
                at("i5", "5.49"),
            ),
            ("过程小计", "", "25", "", "", at("ib", "19.70")),
        ]
    )
    d.p(
        f"1.决策类。绩效目标设定较合理，得{at('ta', '13.50')}分，扣分原因是部分指标值偏低。",
        f"2.过程类。资金到位不足、个别凭证不规范，得{at('tb', '19.70')}分。",
        f"3.产出类。农村公路优良中等路率由{at('good0', '82.4')}%提高到{at('good1', '86.9')}%，提高{at('good', '4.5')}个百分点；路面病害处治{at('fix1', '4860')}处，比上年的{at('fix0', '4120')}处增加{at('fixd', '740')}处，增长{at('fixp', changed(D(4860), D(4120)))}。得{at('tc', '31.50')}分。",
        f"4.效益类。养护岗位吸纳脱贫人口就业{at('job', '318')}人，得{at('te', '21.00')}分。",
    )
    d.h(2, "五、存在问题")
    d.p(
        f"（一）县级配套资金未足额到位，缺口{at('gap', money(plan - come))}万元。",
        "（二）日常养护考核不够严格，部分村道边沟清理不及时，个别路段标志牌缺失、路肩杂草未清除，巡查记录填写不完整，考核扣款未与养护经费结算挂钩。",
        at("tail", "（三）绩效目标编制较粗，社会效益指标未设定可考核的指标值。"),
    )
    d.h(2, "六、建议")
    d.p(
        "（一）将县级配套资金列入年初预算，保障及时足额拨付。",
        "（二）完善考核办法，考核结果与养护经费拨付挂钩。",
        "（三）提高绩效目标编制质量，选取可量化、可比较的指标。",
    )
    d.ok("sum", "a+b+c=d", "p1", "p2", "p3", "plan")
    d.ok("rate", "a/b*100=c", "spent", "come", "spent_r")
    d.ok("rate", "a/36*100=b", "mid", "mid_r")
    d.ok("survey", "a/b*100=c", "q1", "q0", "q_r")
    d.ok("survey", "(a+b)/c*100=d", "qa", "qb", "q1", "qs")
    d.ok("score_sum", "a+b+c+d=e", "a", "b", "c", "e", "all")
    d.ok("score_rate", "a/15*100=b", "a", "ar")
    d.ok("score_rate", "a/35*100=b", "c", "cr")
    d.ok("score_rate", "a/25*100=b", "e", "er")
    d.ok("growth", "(a-b)/b*100=c", "fix1", "fix0", "fixp")
    d.ok("difference", "a-b=c", "good1", "good0", "good")
    d.ok("score_sum", "a+b+c+3+d=e", "i1", "i2", "i3", "i5", "ib")
    d.wrong("rate", "come_r", "90.50%", "come", "plan", formula="a/b*100=c", note="95.00; the rubric has 95")
    d.wrong("difference", "left", money(come - spent - D("10.00")), "come", "spent", formula="a-b=c")
    d.wrong("count", "k3", "560", "km", "k1", "k2", formula="a-b-c=d", note="swapped digits")
    d.wrong("score_rate", "br", percent(D("19.70") + 1, 25), "b", formula="a/25*100=b")
    d.wrong("repeat", "te", "22.00", "e", note="text against table")
    d.wrong("structure", "tail", "（三）绩效目标编制较粗，社会效益指标未设定可考核的", note="broken off")
    return d
