"""A county's report on the budget to its people's congress, text with broken lines."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc


def paper() -> Paper:
    d = Paper("408-芦埠县2024年预算执行情况和2025年预算草案的报告.txt", width=30)
    tax = {
        "增值税": D("4.86"),
        "企业所得税": D("1.42"),
        "个人所得税": D("0.38"),
        "城市维护建设税": D("0.57"),
        "其他税收": D("2.29"),
    }
    taxes = sum(tax.values(), D(0))
    other = D("4.03")
    own = taxes + other
    own_plan, own_last = D("13.40"), D("12.94")
    help_, debt, carry, stable, back = D("28.76"), D("3.15"), D("1.08"), D("0.64"), D("0.55")
    come = own + help_ + debt + carry + stable + back
    spent = D("43.92")
    spent_last = D("42.37")
    up, repay, fundout = D("0.86"), D("2.40"), D("0.31")
    next_ = come - spent - up - repay - fundout
    land_in, land_help, land_debt, land_carry = D("5.62"), D("0.94"), D("6.20"), D("0.27")
    land = land_in + land_help + land_debt + land_carry
    land_out, land_move, land_repay = D("10.88"), D("0.52"), D("1.20")
    land_next = land - land_out - land_move - land_repay
    d.h(
        "关于芦埠县2024年预算执行情况和2025年预算草案的报告",
        f"——{d('met', '2025年1月14日')}在芦埠县第十八届人民代表大会第五次会议上",
        "芦埠县财政局",
        "各位代表：",
    )
    d.p("受县人民政府委托，现将2024年预算执行情况和2025年预算草案提请大会审议，并请各位政协委员和列席人员提出意见。")
    d.h("一、2024年预算执行情况", "（一）一般公共预算执行情况")
    d.p(
        f"1. 收入情况。全县一般公共预算收入完成{d('own', own)}亿元，为年初预算{d('ownplan', own_plan)}亿元的{d('ownrate', pc(own, own_plan, 1))}，比上年{d('ownlast', own_last)}亿元增长{d('ownup', ch(own, own_last, 1))}。其中：税收收入{d('taxes', taxes)}亿元，占一般公共预算收入的{d('taxshare', pc(taxes, own, 1))}；非税收入{d('other', other)}亿元。",
        f"主要税种完成情况：增值税{d('t1', '4.86')}亿元，企业所得税{d('t2', '1.42')}亿元，个人所得税{d('t3', '0.38')}亿元，城市维护建设税{d('t4', '0.57')}亿元，其他税收{d('t5', '2.29')}亿元。",
        f"2. 支出情况。全县一般公共预算支出{d('spent', spent)}亿元，比上年{d('spentlast', spent_last)}亿元增长{d('spentup', ch(spent, spent_last, 1))}。其中：教育支出{d('edu', '10.26')}亿元，社会保障和就业支出{d('soc', '8.47')}亿元，卫生健康支出{d('hea', '4.93')}亿元，农林水支出{d('farm', '7.18')}亿元，四项合计占一般公共预算支出的{pc(D('30.84'), spent, 1)}。",
        f"教育支出占一般公共预算支出的{d('edushare', pc(D('10.26'), spent, 1))}，比上年提高{d('edupoint', '0.6')}个百分点（上年为{d('eduold', '22.8%')}）。",
        f"3. 收支平衡情况。收入总计{d('come', come)}亿元，包括：一般公共预算收入{d('own2', own)}亿元、上级补助收入{d('help', help_)}亿元、地方政府一般债券转贷收入{d('debt', debt)}亿元、上年结转{d('carry', carry)}亿元、动用预算稳定调节基金{d('stable', stable)}亿元、调入资金{d('back', back)}亿元。支出总计{d('come2', come)}亿元，包括：一般公共预算支出{d('spent2', spent)}亿元、上解支出{d('up', up)}亿元、债务还本支出{d('repay', repay)}亿元、安排预算稳定调节基金{d('fundout', fundout)}亿元、结转下年支出{d('next', next_)}亿元。收支平衡。",
    )
    d.h("（二）政府性基金预算执行情况")
    d.p(
        f"全县政府性基金收入总计{d('land', land)}亿元，其中：政府性基金预算收入{d('landin', land_in)}亿元，完成年初预算7.50亿元的{d('landrate', pc(land_in, D('7.50'), 1))}，短收的主要原因是{d('landwhy', '土地市场低迷，部分地块流拍')}；上级补助{d('landhelp', land_help)}亿元；专项债券转贷收入{d('landdebt', land_debt)}亿元；上年结转{d('landcarry', land_carry)}亿元。",
        f"政府性基金支出总计{land}亿元，其中：政府性基金预算支出{d('landout', land_out)}亿元，调出资金{d('landmove', land_move)}亿元，债务还本支出{d('landrepay', land_repay)}亿元，结转下年{d('landnext', land_next)}亿元。",
    )
    d.h("（三）国有资本经营预算执行情况")
    d.p(
        "全县国有资本经营预算收入860万元，上级补助收入42万元，收入总计902万元；支出514万元，调出资金300万元，结转下年88万元。"
    )
    d.h(f"（{d('four', '四')}）社会保险基金预算执行情况")
    d.p(
        f"社会保险基金收入{d('soin', '9.36')}亿元，支出{d('soout', '8.51')}亿元，本年收支结余{d('sonow', '0.85')}亿元，上年滚存结余{d('soopen', '7.42')}亿元，年末滚存结余{d('soclose', '8.27')}亿元。",
    )
    d.h("（五）政府债务情况")
    d.p(
        f"2024年末，全县政府债务余额{d('owe', '46.38')}亿元，其中一般债务{d('owe1', '18.24')}亿元、专项债务{d('owe2', '28.14')}亿元，控制在省核定限额{d('cap', '47.60')}亿元以内。",
    )
    d.h("二、2024年财政主要工作")
    d.p(
        f"（一）全力组织收入。建立重点税源联系制度，入库税收超过{d('big', '500万元')}的企业{d('firms', 38)}户，比上年增加{d('firmsmore', 5)}户（上年{d('firmsold', 33)}户）。",
        f"（二）兜牢“三保”底线。“三保”支出{d('three', '26.84')}亿元，其中保基本民生{d('three1', '12.17')}亿元、保工资{d('three2', '13.62')}亿元、保运转{d('three3', '1.05')}亿元。",
        f"（三）深化绩效管理。对{d('works', 26)}个项目开展财政评价，涉及资金{d('evalmoney', '6.42')}亿元，其中评价等级为优{d('k1', 7)}个、良{d('k2', 14)}个、中{d('k3', 4)}个、差{d('k4', 1)}个；根据评价结果压减2025年预算3180万元。",
        f"（四）加强财会监督。开展{d('checks', '三')}项检查，即{d('checklist', '惠民惠农资金检查、政府采购领域检查、会计信息质量检查')}，查出问题41个，{d('fixed', '已整改38个，其余3个正在整改')}。",
    )
    d.h("三、2025年预算草案")
    plan = D("14.40")
    d.p(
        f"2025年全县一般公共预算收入预期{d('plan', plan)}亿元，比上年完成数增长{d('planup', ch(plan, own, 1))}；一般公共预算支出安排{d('planout', '41.20')}亿元，比上年年初预算{d('planlast', '39.85')}亿元增长{d('planoutup', ch(D('41.20'), D('39.85'), 1))}。",
        "政府性基金预算收入预期6.80亿元；国有资本经营预算收入预期900万元；社会保险基金收入预期9.88亿元、支出9.06亿元。",
        f"重点支出安排：教育{d('n1', '10.62')}亿元，科学技术{d('n2', '0.36')}亿元，社会保障和就业{d('n3', '8.80')}亿元，卫生健康{d('n4', '4.71')}亿元，农林水{d('n5', '6.05')}亿元，五项合计{d('nt', '30.54')}亿元，占支出安排的{d('nshare', pc(D('30.54'), D('41.20'), 1))}。",
    )
    d.h("四、扎实做好2025年财政工作")
    d.p(
        "（一）壮大财源，提高收入质量。（二）优化结构，党政机关坚持过紧日子，一般性支出压减5%以上。（三）严守底线，防范化解地方债务风险。（四）深化改革，推进零基预算。",
        "各位代表，做好2025年财政工作任务艰巨、责任重大。我们将在县委的坚强领导下，自觉接受县人大监督和县政协民主监督，为建设现代化新芦埠作出更大贡献！",
    )
    d.fault(
        "growth",
        "plan own planup",
        {"planup": ch(plan, own_plan, 1)},
        "(a-b)/b*100=c",
        "by last year's plan, said to be by what came in",
    )
    d.fault("sum", "landin landhelp landdebt landcarry land", {"landcarry": "0.72"}, "a+b+c+d=e", "digits swapped")
    d.fault("difference", "soopen sonow soclose", {"soclose": "8.72"}, "a+b=c", "digits swapped")
    d.fault("count", "k1 k2 k3 k4 works", {"works": 28}, "a+b+c+d=e", "the grades give 26")
    d.fault("year", "met", {"met": "2024年1月14日"}, note="before the year reported on")
    d.fault("sum", "three1 three2 three3 three", {"three2": "13.26"}, "a+b+c=d", "digits swapped")
    d.ok("sum", "taxes other own", "a+b=c")
    d.ok("sum", "t1 t2 t3 t4 t5 taxes", "a+b+c+d+e=f")
    d.ok("growth", "own ownlast ownup", "(a-b)/b*100=c")
    d.ok("rate", "own ownplan ownrate", "a/b*100=c")
    d.ok("growth", "spent spentlast spentup", "(a-b)/b*100=c")
    d.ok("sum", "own2 help debt carry stable back come", "a+b+c+d+e+f=g")
    d.ok("sum", "spent2 up repay fundout next come2", "a+b+c+d+e=f")
    d.ok("rate", "landin landrate", "a/7.50*100=b")
    d.ok("difference", "soin soout sonow", "a-b=c")
    d.ok("sum", "owe1 owe2 owe", "a+b=c")
    d.ok("sum", "n1 n2 n3 n4 n5 nt", "a+b+c+d+e=f")
    d.ok("share", "nt planout nshare", "a/b*100=c")
    d.ok("share", "edu spent edushare", "a/b*100=c")
    return d
