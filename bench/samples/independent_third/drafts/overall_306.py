"""306: self-evaluation of a county's water bureau, Word with a table of money and one of goals."""

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as at
from samples.independent_third.making import Paper, changed


def draft() -> Draft:
    d = Paper(306, "泽安县水利局2023年度部门整体支出绩效自评报告", "docx")
    m = money
    staff = (D("486.30"), D("512.84"), D("512.84"))
    daily = (D("72.00"), D("70.15"), D("68.92"))
    proj = (D("1240.00"), D("1426.50"), D("1378.26"))
    basic = tuple(a + b for a, b in zip(staff, daily, strict=True))
    total = tuple(a + b for a, b in zip(basic, proj, strict=True))
    d.h(1, "泽安县水利局2023年度部门整体支出绩效自评报告")
    d.h(2, "一、基本情况")
    d.p(
        "（一）部门职责。县水利局负责全县水资源开发利用与保护、水利工程建设与运行管理、水旱灾害防御、河湖长制组织实施和农村供水保障等工作。",
        f"（二）机构人员。局机关设6个股室，下属{at('u', '3')}个事业单位：县河道管理所、县农村供水站、县水土保持站。年末在职{at('h_all', '63')}人，其中公务员{at('h_a', '18')}人、事业人员{at('h_b', '42')}人、工勤人员{at('h_c', '3')}人。",
        "局党组高度重视预算绩效管理，把绩效目标与年度水利重点工作同步谋划、同步部署，由财务股牵头，各业务股室配合，建立了事前审核、事中监控、事后自评的工作流程。自评采取查阅资料、现场核对和电话回访相结合的方式进行，自评数据以部门决算报表、工程结算资料和行业统计数据为准。",
        "（三）年度目标。完成5条中小河流治理，新增和改善灌溉面积1.20万亩，农村自来水普及率达到92%以上，汛期不发生人员伤亡的责任事故。",
    )
    d.h(2, "二、预算安排和执行情况")
    d.p("部门预算执行情况如下表（单位：万元）：")
    rows = [
        ("一、基本支出", *[at(f"b{i}", m(v)) for i, v in enumerate(basic)]),
        ("其中：人员经费", *[at(f"s{i}", m(v)) for i, v in enumerate(staff)]),
        ("公用经费", *[at(f"d{i}", m(v)) for i, v in enumerate(daily)]),
        ("二、项目支出", *[at(f"p{i}", m(v)) for i, v in enumerate(proj)]),
        ("合计", *[at(f"t{i}", m(v)) for i, v in enumerate(total)]),
    ]
    d.t(["项目/年初预算数/调整预算数/决算数", *rows])
    d.p(
        f"2023年年初预算{at('n0', m(total[0]))}万元，年中追加后调整预算{at('n1', m(total[1]))}万元，比年初增加{at('nd', m(total[1] - total[0]))}万元，增长{at('np', changed(total[1], total[0]))}，主要是上级下达中小河流治理补助资金。",
        f"全年支出{at('n2', m(total[2]))}万元，按调整预算计算执行率为{at('nr', percent(total[2], total[1]))}，年末形成结转{at('nc', m(total[1] - total[2]))}万元。其中项目支出{at('np2', m(proj[2]))}万元，占全年支出的{at('nps', percent(proj[2], total[2]))}；项目资金执行率{at('npr', percent(proj[2], proj[1]))}。",
        f"项目支出用于：中小河流治理{at('k1', '756.40')}万元、小型水库维修养护{at('k2', '213.86')}万元、农村饮水维修{at('k3', '268.00')}万元、水旱灾害防御{at('k4', '140.00')}万元。",
        f"“三公”经费支出{at('y_all', '9.43')}万元，比上年{at('y_old', '10.25')}万元减少{at('y_d', '0.82')}万元，下降{at('y_p', changed(D('9.43'), D('10.25')))}。",
    )
    d.h(2, "三、绩效目标完成情况")
    d.p(
        "1.工程建设。2023年实施中小河流治理5条，治理河长23.6公里，完成投资756.40万元。",
        f"2.水库管护。对全县{at('res1', '47座')}小型水库落实巡查责任人和管护经费，完成{at('fix', '12座')}病险水库除险加固。",
        f"3.农村供水。维修改造供水工程{at('plants', '28处')}，受益人口3.46万人，农村自来水普及率由90.8%提高到92.6%，提高{at('pp', '1.8')}个百分点。",
        "4.防汛抗旱。启动应急响应4次，转移群众612人，未发生人员伤亡。",
    )
    d.p("绩效目标完成情况表")
    d.t(
        [
            "一级指标/二级指标/三级指标/目标值/完成值/分值/得分",
            ("产出", "数量指标", "中小河流治理条数", "5条", "5条", "15", at("g1", "15")),
            ("^", "^", "小型水库管护数", "47座", at("res2", "47座"), "15", at("g2", "15")),
            ("^", "^", "新增改善灌溉面积", at("aim", "1.20万亩"), at("made", "1.26万亩"), "10", at("g3", "10")),
            ("^", "质量指标", "工程验收合格率", "100%", "100%", "10", at("g4", "10")),
            ("效益", "社会效益", "农村自来水普及率", "≥92%", "92.6%", "20", at("g5", "20")),
            ("^", "生态效益", "重点河段水质达标率", "≥95%", "96.4%", "10", at("g6", "10")),
            ("满意度", "服务对象", "受益群众满意度", "≥90%", "91.7%", "10", at("g7", "10")),
            ("预算执行", "执行率", "预算执行率", "100%", at("tr", percent(total[2], total[1])), "10", at("g8", "9.5")),
            ("合计", "", "", "", "", "100", at("g_all", "99.5")),
        ]
    )
    d.p(at("claim", "从表中看，产出、效益和满意度各项指标均达到或超过年初目标。"))
    d.h(2, "四、自评结果")
    d.p(f"本部门2023年度整体支出绩效自评得分{at('score', '99.5')}分，自评等级为优。")
    d.h(2, "五、问题和建议")
    d.p(
        "（一）项目前期工作周期长，部分资金下达较晚，形成结转。",
        at("end", "（二）基层水利站人员不足，专业技术力量偏弱，工程运行管护水平有待提高。"),
        "对上述问题，我局将提前开展项目前期工作，建立项目储备库，资金下达后及时组织招标和施工；通过公开招聘和定向培养充实基层技术力量，推行小型水利工程物业化管护，逐步解决重建轻管的问题。",
        "（三）建议加大对小型水利设施管护经费的支持力度。",
    )
    for i in (0, 2):
        d.ok("sum", "a+b=c", f"s{i}", f"d{i}", f"b{i}")
        d.ok("sum", "a+b=c", f"b{i}", f"p{i}", f"t{i}")
    d.ok("sum", "a+b=c", "b1", "p1", "t1")
    d.ok("growth", "(a-b)/b*100=c", "n1", "n0", "np")
    d.ok("difference", "a-b=c", "n1", "n0", "nd")
    d.ok("rate", "a/b*100=c", "n2", "n1", "nr")
    d.ok("rate", "a/b*100=c", "np2", "p1", "npr")
    d.ok("sum", "a+b+c+d=e", "k1", "k2", "k3", "k4", "np2")
    d.ok("count", "a+b+c=d", "h_a", "h_b", "h_c", "h_all")
    d.ok("growth", "(b-a)/b*100=c", "y_all", "y_old", "y_p")
    d.ok("score_sum", "a+b+c+d+e+f+g+h=i", "g1", "g2", "g3", "g4", "g5", "g6", "g7", "g8", "g_all")
    d.wrong("sum", "d1", m(daily[1] + D("2.70")), "b1", "s1", formula="a-b=c", note="one cell of the table")
    d.wrong("difference", "nc", m(total[1] - total[2] + D("9.00")), "n1", "n2", formula="a-b=c")
    d.wrong("share", "nps", percent(proj[2], total[1]), "np2", "n2", formula="a/b*100=c", note="of the budget")
    d.wrong("target", "made", "1.12万亩", "aim", "claim", note="missed, yet all goals are said to be met")
    d.wrong("repeat", "res2", "43座", "res1", note="text against table")
    return d
