"""A county's civil affairs bureau: its budget as a Word file."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc


def paper() -> Paper:
    d = Paper("709-皋塘县民政局2025年部门预算.docx")
    run, affairs, grass = D("486.32"), D("128.00"), D("215.60")
    manage = run + affairs + grass
    old, annuity = D("52.84"), D("26.42")
    pension = old + annuity
    child, aged, funeral, care = D("142.80"), D("386.50"), D("164.00"), D("528.70")
    welfare = child + aged + funeral + care
    town, village = D("612.40"), D("2846.90")
    allowance = town + village
    social = manage + pension + welfare + allowance
    health, house = D("31.75"), D("46.18")
    total = social + health + house
    basic = run + pension + health + house
    project = total - basic
    fund, carry = D("268.00"), D("36.50")
    public = D("58.60")
    grand = total + fund + carry
    last = D("5486.20")
    car, guest = D("9.00"), D("2.40")
    d.h("皋塘县民政局2025年部门预算", "第一部分  部门概况", "一、主要职责")
    d.p(
        "贯彻执行国家和省、市民政工作方针政策；负责社会救助、养老服务、儿童福利、殡葬管理、社会组织登记管理、行政区划和地名管理等工作；指导城乡基层群众自治建设。",
    )
    d.h("二、部门预算构成")
    d.p(
        f"从预算单位构成看，县民政局2025年度部门预算包括局本级预算和局所属事业单位预算。纳入预算编制范围的单位共{d('units', 4)}个：局本级、县救助管理站、县社会福利中心、县殡葬管理所。全系统编制{d('post', 68)}名，其中行政编制{d('post1', 17)}名、事业编制{d('post2', 51)}名；实有在职人员{d('real', 63)}人，离退休人员41人。",
    )
    d.h("三、2025年度主要工作任务")
    d.p(
        "1.完善分层分类社会救助体系，做好低收入人口动态监测。2.推进县乡村三级养老服务网络建设，新增助餐点20个。3.加强未成年人保护和困境儿童关爱。4.推进公益性公墓建设。",
    )
    d.h("第二部分  2025年部门预算情况说明", "一、关于2025年收支总表的说明")
    d.p(
        f"按照综合预算的原则，县民政局所有收入和支出均纳入部门预算管理。2025年收支总预算{d('grand', grand)}万元，收入包括一般公共预算拨款收入{d('in1', total)}万元、政府性基金预算拨款收入{d('in2', fund)}万元、上年结转{d('in3', carry)}万元。",
    )
    d.h("二、关于2025年一般公共预算支出表的说明")
    d.p(
        f"（一）规模变化。2025年一般公共预算拨款支出{d('total', total)}万元，比2024年预算{d('last', last)}万元{d('dir', '增加')}{d('more', total - last)}万元，{d('dir2', '增长')}{d('up', ch(total, last))}，主要原因是农村低保标准提高，救助资金需求增加。",
        f"（二）结构情况。社会保障和就业支出{d('social', social)}万元，占{d('sshare', pc(social, total))}；卫生健康支出{d('health', health)}万元，占{d('hshare', pc(health, total))}；住房保障支出{d('house', house)}万元，占{d('oshare', pc(house, total))}。",
        f"（三）具体使用情况。1.民政管理事务{d('manage', manage)}万元，其中行政运行{run}万元、基层政权建设和社区治理{d('grass', grass)}万元、其他民政管理事务支出{affairs}万元。2.社会福利{d('welfare', welfare)}万元，比2024年预算{d('welfarelast', '1150.00')}万元增加{d('welfaremore', welfare - D('1150.00'))}万元，增长{d('welfareup', ch(welfare, D('1150.00')))}。3.最低生活保障{d('allowance', allowance)}万元，其中农村最低生活保障金支出{d('village', village)}万元，占{d('vshare', pc(village, allowance))}，保障农村低保对象{d('poor', 5836)}人。",
    )
    d.h("三、关于2025年一般公共预算基本支出和项目支出的说明")
    d.p(
        f"2025年一般公共预算基本支出{d('basic', basic)}万元，占{d('bshare', pc(basic, total))}，其中人员经费{d('staff', basic - public)}万元、公用经费{d('public', f'{public}万元')}；项目支出{d('project', project)}万元，占{d('pshare', pc(project, total))}。",
    )
    d.h("四、关于2025年政府性基金预算支出表的说明")
    d.p(
        f"2025年政府性基金预算拨款支出{d('fund', fund)}万元，全部为彩票公益金安排的支出，其中用于养老服务设施建设{d('f1', '186.00')}万元、残疾人康复辅具{d('f2', '52.00')}万元、孤儿助学{d('f3', '30.00')}万元。",
    )
    d.h("五、关于2025年“三公”经费预算的说明")
    d.p(
        f"2025年“三公”经费预算{d('three', car + guest)}万元，比2024年预算{d('threelast', '12.20')}万元减少{d('threeless', D('12.20') - car - guest)}万元，下降{d('threedown', ch(car + guest, D('12.20')))}。其中公务用车运行维护费{d('car', car)}万元，公务接待费{d('guest', guest)}万元，因公出国（境）费和公务用车购置费未安排预算。",
    )
    d.h("六、其他重要事项的说明")
    d.p(
        f"（一）机关运行经费。2025年机关运行经费{d('runcost', f'{public}万元')}，比2024年减少{d('runless', '1.85')}万元，{d('runwhy', '主要是压减办公费、印刷费')}。",
        f"（二）政府采购。2025年政府采购预算{d('buy', '742.30')}万元，其中货物{d('buy1', '86.50')}万元、服务{d('buy2', '655.80')}万元。",
        f"（三）国有资产占有使用。截至2024年底，{d('who', '县民政局')}及所属单位共有车辆5辆，单价100万元以上设备0台（套）。",
        f"（四）绩效目标设置。2025年{d('job', 14)}个项目全部编报绩效目标，涉及资金{d('jobs', project + fund)}万元。其中城乡居家养老助餐服务项目预算{d('meal', '96.00')}万元，按每人次补助{d('meal1', 4)}元、全年服务{d('meal2', '24.00')}万人次测算。",
    )
    d.h("第三部分  2025年部门预算表", "表1  一般公共预算支出表（单位：万元）")
    d.t(
        [
            ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            ["", "合计", d("t", total), d("tb", basic), d("tp", project)],
            ["208", "社会保障和就业支出", d("t208", social), run + pension, d("p208", social - run - pension)],
            ["20802", "民政管理事务", d("t20802", manage), run, affairs + grass],
            ["2080201", "行政运行", d("t1", run), run, "0.00"],
            ["2080208", "基层政权建设和社区治理", d("t2", grass), "0.00", grass],
            ["2080299", "其他民政管理事务支出", d("t3", affairs), "0.00", affairs],
            ["20805", "行政事业单位养老支出", d("t20805", pension), pension, "0.00"],
            ["2080505", "机关事业单位基本养老保险缴费支出", d("t4", old), old, "0.00"],
            ["2080506", "机关事业单位职业年金缴费支出", d("t5", annuity), annuity, "0.00"],
            ["20810", "社会福利", d("t20810", welfare), "0.00", welfare],
            ["2081001", "儿童福利", d("t6", child), "0.00", child],
            ["2081002", "老年福利", d("t7", aged), "0.00", aged],
            ["2081004", "殡葬", d("t8", funeral), "0.00", funeral],
            ["2081006", "养老服务", d("t9", care), "0.00", d("p9", care)],
            ["20819", "最低生活保障", d("t20819", allowance), "0.00", allowance],
            [d("code1", "2081901"), "城市最低生活保障金支出", d("t10", town), "0.00", town],
            [d("code2", "2081902"), "农村最低生活保障金支出", d("t11", village), "0.00", village],
            ["210", "卫生健康支出", d("t210", health), health, "0.00"],
            ["2101101", "行政单位医疗", health, health, "0.00"],
            ["221", "住房保障支出", d("t221", house), house, "0.00"],
            ["2210201", "住房公积金", house, house, "0.00"],
        ]
    )
    d.h("表2  项目绩效目标表（城乡居家养老助餐服务）")
    d.t(
        [
            ["一级指标", "三级指标", "指标值"],
            ["成本指标", "补助标准", "4元/人次"],
            ["产出指标", "全年助餐服务人次", d("tmeal", "≥24万人次")],
            ["产出指标", "新增助餐点", d("spots", "≥20个")],
            ["效益指标", "高龄独居老人覆盖率", "≥85%"],
            ["满意度指标", "服务对象满意度", d("sign", "≥90%")],
        ]
    )

    d.fault(
        "growth", "total last dir", {"dir": "减少"}, note="more than the 5486.20 of 2024; the rate beside it says so"
    )
    d.fault("sum", "t6 t7 t8 t9 t20810", {"t9": "582.70"}, "a+b+c+d=e", "digits swapped in one item")
    d.fault("repeat", "p9 t9", {"t9": "582.70"}, "a=b", "the row has project spending only")
    d.fault("share", "social total sshare", {"sshare": pc(social, grand)}, "a/b*100=c", "of the budget of all kinds")
    d.fault("structure", "code1 code2", {"code2": "2081901"}, note="one code for two names: 农村 is 2081902")
    d.fault("difference", "threelast three threeless", {"threeless": "0.08"}, "a-b=c", "decimal point slipped")
    d.fault("structure", "sign", {"sign": "≥≥90%"}, note="doubled sign")
    d.ok("sum", "f1 f2 f3 fund", "a+b+c=d")
    d.ok("count", "post1 post2 post", "a+b=c")
    d.ok("sum", "in1 in2 in3 grand", "a+b+c=d")
    d.ok("difference", "total last more", "a-b=c")
    d.ok("growth", "total last up", "(a-b)/b*100=c")
    d.ok("share", "health total hshare", "a/b*100=c")
    d.ok("share", "house total oshare", "a/b*100=c")
    d.ok("difference", "welfare welfarelast welfaremore", "a-b=c")
    d.ok("growth", "welfare welfarelast welfareup", "(a-b)/b*100=c")
    d.ok("share", "village allowance vshare", "a/b*100=c")
    d.ok("share", "basic total bshare", "a/b*100=c")
    d.ok("share", "project total pshare", "a/b*100=c")
    d.ok("sum", "staff public basic", "a+b=c")
    d.ok("sum", "car guest three", "a+b=c")
    d.ok("growth", "threelast three threedown", "(a-b)/a*100=c")
    d.ok("sum", "buy1 buy2 buy", "a+b=c")
    d.ok("rate", "meal1 meal2 meal", "a*b=c", "price times number")
    d.ok("sum", "tb tp t", "a+b=c")
    d.ok("sum", "t208 t210 t221 t", "a+b+c=d")
    d.ok("sum", "t20802 t20805 t20810 t20819 t208", "a+b+c+d=e")
    d.ok("sum", "t1 t2 t3 t20802", "a+b+c=d")
    d.ok("sum", "t10 t11 t20819", "a+b=c")
    d.ok("repeat", "grass t2", "a=b")
    d.ok("repeat", "manage t20802", "a=b")
    return d
