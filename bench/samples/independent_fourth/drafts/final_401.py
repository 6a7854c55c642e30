"""A city's final account as text out of a pdf, with flattened tables."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc


def paper() -> Paper:
    d = Paper("401-岚汀市生态环境局2024年度部门决算公开说明.txt", width=34, gap="  ")
    run, common, watch = D("1486.32"), D("96.40"), D("342.18")
    air, water, soil = D("518.75"), D("627.30"), D("143.66")
    dirt = air + water + soil
    manage = run + common
    env = manage + watch + dirt
    retire, old, annuity, dead = D("64.27"), D("158.46"), D("79.23"), D("12.85")
    pension = retire + old + annuity
    social = pension + dead
    care, extra, house = D("87.44"), D("21.09"), D("132.70")
    health = care + extra
    basic = run + social + health + house
    project = common + watch + dirt
    total = basic + project
    opening, closing, other = D("76.52"), D("54.30"), D("18.36")
    fiscal = total + closing - opening - other
    income = fiscal + other
    last_income, last_total = D("3742.18"), D("3768.05")
    public = D("236.58")
    staff = basic - public
    grand = income + opening
    d.h(
        "岚汀市生态环境局2024年度部门决算公开说明",
        "目    录",
        "第一部分  部门概况",
        "第二部分  2024年度部门决算情况说明",
        "第三部分  名词解释",
        "第四部分  附表",
        "第一部分  部门概况",
        "一、部门主要职责",
    )
    d.p(
        "岚汀市生态环境局贯彻落实国家、省关于生态环境保护的方针政策和决策部署，负责建立健全全市生态环境基本制度，组织编制并监督实施重点流域、饮用水水源地环境规划和水功能区划；负责重大生态环境问题的统筹协调和监督管理，牵头协调较大环境污染事故和生态破坏事件的调查处理；负责监督管理减排目标的落实，提出生态环境领域固定资产投资规模和方向的意见；承办市委、市政府交办的其他任务。",
    )
    d.h("二、机构设置及决算单位构成")
    d.p(
        f"根据职责，市生态环境局内设机构8个。纳入2024年度部门决算编制范围的预算单位共{d('units', 5)}个，分别是："
        f"{d('unitlist', '局本级、市生态环境综合行政执法支队、市环境监测站、市固体废物管理中心、市环境宣传教育中心')}。",
        f"年末编制{d('post', 118)}名，其中行政编制{d('post1', 41)}名、参公编制{d('post2', 35)}名、事业编制{d('post3', 42)}名；年末实有在职人员{d('real', 109)}人，另有退休人员37人（由养老保险基金发放养老金）。",
    )
    d.h("第二部分  2024年度部门决算情况说明", "一、收入支出决算总体情况")
    d.p(
        f"2024年度收入总计{d('grand', grand)}万元，其中：本年收入{d('income', income)}万元，年初结转和结余{d('opening', opening)}万元。支出总计{d('grand2', grand)}万元，其中：本年支出{d('total', total)}万元，年末结转和结余{d('closing', closing)}万元。",
        f"与2023年度相比，本年收入增加{d('moreincome', income - last_income)}万元，增长{d('incomeup', ch(income, last_income))}（2023年度为{d('lastincome', last_income)}万元）；本年支出增加{d('morecost', total - last_total)}万元，增长{d('costup', ch(total, last_total))}（2023年度为{d('lasttotal', last_total)}万元），增长的主要原因是当年新安排河湖水质提升和土壤污染源头防控项目。",
    )
    d.h("二、收入决算情况")
    d.p(
        f"本年收入合计{d('income2', income)}万元，其中：财政拨款收入{d('fiscal', fiscal)}万元，占{d('fiscalshare', pc(fiscal, income))}；其他收入{d('other', other)}万元，占{d('othershare', pc(other, income))}。",
    )
    d.h("三、支出决算情况")
    d.p(
        f"本年支出合计{d('total2', total)}万元，其中：基本支出{d('basic', basic)}万元，占{d('basicshare', pc(basic, total))}；项目支出{d('project', project)}万元，占{d('projectshare', pc(project, total))}。本部门2024年度没有政府性基金预算和国有资本经营预算财政拨款支出。",
        f"按功能分类，节能环保支出{d('env', env)}万元，占{d('envshare', pc(env, total))}；社会保障和就业支出{d('social', social)}万元，占{pc(social, total)}；卫生健康支出{health}万元，占{pc(health, total)}；住房保障支出{house}万元，占{d('houseshare', pc(house, total))}。",
    )
    d.h("— 3 —")
    d.h("四、财政拨款基本支出决算情况")
    d.p(
        f"一般公共预算财政拨款基本支出{basic}万元，其中：人员经费{d('staff', staff)}万元，主要包括基本工资、津贴补贴、奖金、机关事业单位基本养老保险缴费、职业年金缴费、住房公积金、退休费等；公用经费{d('public', public)}万元，主要包括办公费、印刷费、水费、电费、差旅费、维修（护）费、工会经费、公务用车运行维护费等。",
    )
    d.h("五、财政拨款“三公”经费支出决算情况")
    car, guest = D("21.47"), D("2.31")
    three, plan = car + guest, D("28.60")
    last_three = D("26.95")
    d.p(
        f"2024年度财政拨款“三公”经费支出决算{d('three', three)}万元，完成预算{d('plan', plan)}万元的{d('threerate', pc(three, plan))}，比上年{last_three}万元减少{d('threeless', last_three - three)}万元，下降{d('threedown', ch(three, last_three))}，主要原因是严格执行中央八项规定精神，从严控制公务接待和车辆使用。其中：",
        "1. 因公出国（境）费0万元，年初未安排预算。",
        f"2. 公务用车购置及运行维护费{d('car', car)}万元，其中公务用车购置费0万元、公务用车运行维护费{car}万元，完成预算24.00万元的{d('carrate', pc(car, D(24)))}。年末公务用车保有量8辆，车均运行费{d('percar', '2.68')}万元。",
        f"3. 公务接待费{d('guest', guest)}万元，完成预算4.60万元的{pc(guest, D('4.60'))}。全年国内公务接待26批次、214人次。",
    )
    d.h("六、机关运行经费支出情况")
    last_public = D("249.83")
    d.p(
        f"2024年度机关运行经费支出{d('runcost', public)}万元，比2023年度的{d('lastpublic', last_public)}万元减少{d('publicless', last_public - public)}万元，下降{d('publicdown', ch(public, last_public))}，主要是压缩会议、培训和印刷支出。",
    )
    d.h(f"{d('seven', '七')}、政府采购支出情况")
    goods, service, small, micro = D("112.40"), D("486.95"), D("521.30"), D("304.12")
    buy = goods + service
    d.p(
        f"2024年度政府采购支出总额{d('buy', buy)}万元，其中：政府采购货物支出{d('goods', goods)}万元、政府采购工程支出0万元、政府采购服务支出{d('service', service)}万元。授予中小企业合同金额{d('small', small)}万元，占政府采购支出总额的{d('smallshare', pc(small, buy))}，其中授予小微企业合同金额{d('micro', micro)}万元，占授予中小企业合同金额的{d('microshare', pc(micro, small))}。",
    )
    d.h(f"{d('eight', '八')}、预算绩效管理工作开展情况")
    d.p(
        f"市生态环境局对2024年度9个项目全面开展绩效自评，涉及资金{project}万元，占部门项目支出总额的100%。自评结果为“优”的{d('best', 7)}个、“良”的{d('good', 2)}个。其中，“河湖水质提升”项目自评得分{d('score', '93.4')}分，全年预算数640.00万元，执行数{d('riverdone', water)}万元，预算执行率{d('riverrate', pc(water, D(640)))}。",
        f"绩效目标完成情况：国控断面优良比例计划不低于{d('goal', '92%')}，实际为{d('reached', '94.1%')}；计划整治入河排污口60个，实际整治{d('outlets', 63)}个，为计划的{d('outletrate', '105%')}。发现的主要问题是部分监测设备交货延迟，{d('cut', '下一步将加强合同履约管理，提前衔接供应商排产。')}",
    )
    d.h(f"{d('nine', '九')}、国有资产占用情况")
    d.p(
        "截至2024年12月31日，共有车辆8辆，其中应急保障用车2辆、执法执勤用车5辆、特种专业技术用车1辆；单价100万元（含）以上设备（不含车辆）3台（套）。"
    )
    d.h("第三部分  名词解释")
    d.p(
        "一、财政拨款收入：指单位从本级财政部门取得的财政拨款。",
        "二、其他收入：指除财政拨款、事业收入、经营收入以外的各项收入。",
        "三、机关运行经费：指为保障行政单位（含参照公务员法管理的事业单位）运行用于购买货物和服务的各项资金。",
    )
    d.h("第四部分  附表", "支出决算表", "单位：万元")
    d.t(
        [
            ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
            ["", "合计", d("t", total), d("tb", basic), d("tp", project)],
            ["208", "社会保障和就业支出", d("t208", social), social, "0.00"],
            ["20805", "行政事业单位养老支出", d("t20805", pension), pension, "0.00"],
            ["2080501", "行政单位离退休", d("t1", retire), retire, "0.00"],
            ["2080505", "机关事业单位基本养老保险缴费支出", d("t2", old), old, "0.00"],
            ["2080506", "机关事业单位职业年金缴费支出", d("t3", annuity), annuity, "0.00"],
            ["20808", "抚恤", d("t20808", dead), dead, "0.00"],
            ["2080801", "死亡抚恤", dead, dead, "0.00"],
            ["210", "卫生健康支出", d("t210", health), health, "0.00"],
            ["21011", "行政事业单位医疗", health, health, "0.00"],
            ["2101101", "行政单位医疗", d("t4", care), care, "0.00"],
            ["2101103", "公务员医疗补助", d("t5", extra), extra, "0.00"],
            ["211", "节能环保支出", d("t211", env), run, project],
            ["21101", "环境保护管理事务", d("t21101", manage), run, common],
            ["2110101", "行政运行", d("t6", run), run, "0.00"],
            ["2110102", "一般行政管理事务", d("t7", common), "0.00", common],
            ["21102", "环境监测与监察", d("t21102", watch), "0.00", watch],
            ["2110299", "其他环境监测与监察支出", watch, "0.00", watch],
            ["21103", "污染防治", d("t21103", dirt), "0.00", d("p21103", dirt)],
            ["2110301", "大气", d("air", air), "0.00", d("pair", air)],
            ["2110302", "水体", d("water", water), "0.00", d("pwater", water)],
            ["2110307", "土壤", d("soil", soil), "0.00", d("psoil", soil)],
            ["221", "住房保障支出", d("t221", house), house, "0.00"],
            ["22102", "住房改革支出", house, house, "0.00"],
            ["2210201", "住房公积金", house, house, "0.00"],
        ]
    )
    d.fault(
        "sum", "pair pwater psoil p21103", {"pwater": "672.30"}, "a+b+c=d", "digits swapped in one cell of the table"
    )
    d.fault("share", "basic total2 basicshare", {"basicshare": pc(basic, income)}, "a/b*100=c", "divided by the income")
    d.fault(
        "growth",
        "three threeless threedown",
        {"threedown": pc(last_three - three, three)},
        "b/(a+b)*100=c",
        "by the new year",
    )
    d.fault("difference", "lastpublic runcost publicless", {"publicless": "12.35"}, "a-b=c", "digit wrong")
    d.fault("count", "units unitlist", {"units": 6}, note="six announced, five named")
    d.fault("structure", "nine", {"nine": "十"}, note="numbering jumps from eight to ten")
    d.fault("structure", "cut", {"cut": "下一步将加强合同履约管理，提前衔接"}, note="sentence broken off")
    d.ok("sum", "income opening grand", "a+b=c")
    d.ok("sum", "total closing grand2", "a+b=c")
    d.ok("growth", "income lastincome incomeup", "(a-b)/b*100=c")
    d.ok("difference", "total lasttotal morecost", "a-b=c")
    d.ok("sum", "fiscal other income2", "a+b=c")
    d.ok("sum", "post1 post2 post3 post", "a+b+c=d")
    d.ok("rate", "three plan threerate", "a/b*100=c")
    d.ok("share", "micro small microshare", "a/b*100=c", "of the medium-sized and small, not of the total")
    d.ok("sum", "air water soil t21103", "a+b+c=d")
    d.ok("sum", "t208 t210 t211 t221 t", "a+b+c+d=e")
    d.ok("sum", "t1 t2 t3 t20805", "a+b+c=d")
    d.ok("rate", "car carrate", "a/24*100=b")
    return d
