"""308: self-evaluation of a city's disabled persons' federation, Word."""

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as at
from samples.independent_third.making import Paper, changed


def draft() -> Draft:
    d = Paper(308, "北洲市残疾人联合会2024年度部门整体支出绩效评价报告", "docx")
    plan, spent = D("1865.40"), D("1792.36")
    grant, lottery = D("1204.18"), D("1792.36") - D("1204.18")
    car, car_plan, guest, guest_plan = D("5.12"), D("7.00"), D("0.86"), D("2.00")
    d.h(1, "北洲市残疾人联合会2024年度部门整体支出绩效评价报告")
    d.h(2, "一、部门概况")
    d.h(3, "（一）部门职责和机构")
    d.p(
        "市残联代表全市残疾人共同利益，承担残疾人康复、教育、就业、维权、文化体育和社会保障等服务工作，管理残疾人证核发和残疾人就业保障金有关事务。",
        f"机关内设{at('rooms', '4')}个科室，分别为：{at('room_list', '办公室、康复科、教就科、维权科')}；所属事业单位2个，分别为市残疾人康复中心和市残疾人就业服务所。",
        f"截至2024年12月31日，编制{at('z_all', '45')}名，实有在编{at('z_on', '41')}人，在职人员控制率为{at('z_r', percent(41, 45))}；退休{at('z_ret', '22')}人。",
    )
    d.h(3, "（二）绩效目标")
    d.p(
        "坚持以残疾人需求为导向，着力完善基本民生保障和公共服务体系，推动残疾人事业与经济社会协调发展，年度具体目标是：为符合条件的残疾人提供康复服务6000人次以上，辅助器具适配率不低于85%，新增残疾人就业500人以上，困难残疾人家庭无障碍改造200户。"
    )
    d.h(2, "二、资金收支情况")
    d.p(
        f"2024年部门预算{at('plan', money(plan))}万元，决算支出{at('spent', money(spent))}万元，预算执行率{at('rate', percent(spent, plan))}。按资金来源，一般公共预算{at('g', money(grant))}万元，占{at('gp', percent(grant, spent))}；政府性基金（彩票公益金）{at('l', money(lottery))}万元，占{at('lp', percent(lottery, spent))}。",
        f"“三公”经费预算{at('y0', money(car_plan + guest_plan))}万元，实际支出{at('y1', money(car + guest))}万元，压缩{at('yp', changed(car + guest, car_plan + guest_plan))}。其中：公务用车运行维护费预算{at('c0', money(car_plan))}万元，支出{at('c1', money(car))}万元，压缩{at('cp', changed(car, car_plan))}；公务接待费预算{at('g0', money(guest_plan))}万元，支出{at('g1', money(guest))}万元，压缩{at('gpp', changed(guest, guest_plan))}；因公出国（境）费预算和支出均为0万元。",
        "项目支出情况如下（单位：万元）：",
    )
    d.t(
        [
            "项目名称/预算数/支出数/执行率",
            ("残疾人康复服务", at("a0", "486.00"), at("a1", "471.35"), at("ar", percent(D("471.35"), 486))),
            ("辅助器具适配", at("b0", "158.00"), at("b1", "152.48"), at("br", percent(D("152.48"), 158))),
            ("就业培训和扶持", at("d0", "224.50"), at("d1", "210.94"), at("dr", percent(D("210.94"), D("224.50")))),
            ("家庭无障碍改造", at("e0", "126.00"), at("e1", "126.00"), at("er", "100.00%")),
            ("合计", at("f0", "994.50"), at("f1", "960.77"), at("fr", percent(D("960.77"), D("994.50")))),
        ]
    )
    d.h(2, "三、绩效实现情况")
    d.h(3, "（一）产出")
    d.p(
        f"1.康复服务。全年为残疾人提供康复服务{at('serve', '6382')}人次，其中儿童康复训练{at('s1', '874')}人次、精神障碍服药补助{at('s2', '3150')}人次、社区康复{at('s3', '2358')}人次。",
        f"2.辅具适配。受理申请{at('ask', '1426')}件，适配{at('fit', '1287')}件，适配率{at('fit_r', percent(1287, 1426))}。",
        f"3.就业。新增残疾人就业{at('job', '536')}人，比2023年的{at('job_old', '498')}人{at('dir', '增长')}{at('job_p', changed(D(536), D(498)))}；举办培训班11期，培训{at('train', '403')}人。",
        f"4.无障碍改造。完成困难残疾人家庭无障碍改造{at('home', '200')}户，户均补助{at('avg', '0.63')}万元。",
    )
    d.h(3, "（二）效益")
    d.p(
        "通过康复救助、技能培训和居家改造，帮助残疾人补偿功能、增强自理能力，减轻了家庭照护负担；通过助残日宣传、文艺巡演和体育比赛，营造了理解、尊重、关心、帮助残疾人的社会氛围。残疾人生活和就业条件持续改善，全年未发生群体性信访事件。随机访问服务对象150人，表示满意的142人，满意度94.67%。"
    )
    d.h(2, "四、评分情况")
    rows = [
        ("投入", "目标设定", "10", at("m1", "9.0")),
        ("^", "预算配置", "10", at("m2", "9.5")),
        ("过程", "预算执行", "15", at("m3", "13.5")),
        ("^", "预算管理", "15", at("m4", "14.0")),
        ("产出", "职责履行", "25", at("m5", "24.0")),
        ("效益", "履职效益", "15", at("m6", "14.5")),
        ("^", "满意度", "10", at("m7", "9.5")),
        ("合计", "", "100", at("m_all", "94.0")),
    ]
    d.t(["一级指标/二级指标/分值/得分", *rows])
    d.p(
        f"对照指标体系逐项评分，2024年度部门整体支出绩效得分{at('score', '94.0')}分，评为优秀等次（90分以上为优秀，75—89分为良好，60—74分为合格）。",
        f"其中投入类得{at('in_s', '18.5')}分、过程类得{at('pr_s', '27.5')}分、产出类得{at('out_s', '24.0')}分、效益类得{at('ef_s', '24.0')}分。",
    )
    d.h(2, "五、存在的主要问题和改进措施")
    d.p(
        "一是就业培训项目执行率偏低，部分培训机构资料报送不及时，资金结算滞后；二是辅具适配后续跟踪服务不够。",
        "针对上述问题，一是与培训机构签订按月结算协议；二是依托社区专职委员开展适配后"
        + at("dup", "回访")
        + "，建立台账；三是加强绩效监控，每季度分析项目支出进度和目标完成情况，对偏离目标的项目及时纠正，必要时按程序调整预算；四是推动评价结果与下年度预算安排相衔接，提高资金使用效益。",
    )
    d.ok("rate", "a/b*100=c", "spent", "plan", "rate")
    d.ok("rate", "a/b*100=c", "z_on", "z_all", "z_r")
    d.ok("sum", "a+b=c", "g", "l", "spent")
    d.ok("share", "a/b*100=c", "g", "spent", "gp")
    d.ok("growth", "(b-a)/b*100=c", "c1", "c0", "cp")
    d.ok("sum", "a+b=c", "c0", "g0", "y0")
    d.ok("sum", "a+b=c", "c1", "g1", "y1")
    d.ok("rate", "a/b*100=c", "a1", "a0", "ar")
    d.ok("rate", "a/b*100=c", "b1", "b0", "br")
    d.ok("sum", "a+b+c+d=e", "a0", "b0", "d0", "e0", "f0")
    d.ok("sum", "a+b+c+d=e", "a1", "b1", "d1", "e1", "f1")
    d.ok("growth", "(a-b)/b*100=c", "job", "job_old", "job_p")
    d.ok("rate", "a/b*100=c", "fit", "ask", "fit_r")
    d.ok("score_sum", "a+b=c", "m1", "m2", "in_s")
    d.ok("score_sum", "a+b+c+d+e+f+g=h", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m_all")
    d.wrong("growth", "gpp", "43.00%", "g1", "g0", formula="(b-a)/b*100=c", note="the share spent, not the cut")
    d.wrong("count", "rooms", "5", "room_list", note="five sections, four names")
    d.wrong("count", "s2", "3510", "serve", "s1", "s3", formula="a-b-c=d", note="swapped digits")
    d.wrong("rate", "dr", percent(D("210.94"), D("242.50")), "d1", "d0", formula="a/b*100=c", note="cell of the table")
    d.wrong("repeat", "score", "95.0", "m_all", note="text against table")
    d.wrong("structure", "dup", "回访回访", note="doubled word")
    return d
