"""A county's emergency bureau: its final account as a Word file with tables."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc


def paper() -> Paper:
    d = Paper("708-岱浦县应急管理局2023年度部门决算.docx")
    run, rescue, watch, flood, quake = D("642.18"), D("318.40"), D("96.75"), D("204.60"), D("38.25")
    manage = run + rescue + watch
    disaster = manage + flood + quake
    old, annuity = D("68.42"), D("34.21")
    pension = old + annuity
    health, house = D("41.36"), D("58.74")
    total = disaster + pension + health + house
    project = rescue + watch + flood + quake
    basic = total - project
    fiscal, other, opening = D("1478.20"), D("16.35"), D("22.80")
    income = fiscal + other
    closing = income + opening - total
    last_in, last_out = D("1386.42"), D("1402.75")
    car, guest = D("14.62"), D("2.38")
    three, three0 = car + guest, D("18.00")
    staff = D("736.80")
    public = basic - staff
    goods, work, service = D("86.40"), D("32.50"), D("64.18")
    buy = goods + work + service
    d.h("岱浦县应急管理局", "2023年度部门决算", "第一部分  部门概况", "一、部门职责")
    d.p(
        "负责全县应急管理工作，指导各镇（街道）、各部门应对安全生产类、自然灾害类等突发事件和综合防灾减灾救灾工作；承担县安全生产委员会、县减灾委员会日常工作；负责森林火情监测预警、防汛抗旱综合协调和应急救援队伍建设。",
    )
    d.h("二、机构设置")
    d.p(
        f"从决算单位构成看，县应急管理局部门决算包括局本级决算和所属事业单位决算。局本级内设{d('rooms', 7)}个职能科室，分别是{d('roomlist', '办公室、应急指挥科、安全生产综合协调科、危险化学品科、工矿商贸科、防汛抗旱和火灾防治科、救灾和物资保障科')}；所属事业单位{d('subs', 2)}个，分别是县应急救援保障中心、县防震减灾中心。",
    )
    d.h("第二部分  部门决算表", "收入支出决算总表（单位：万元）")
    d.t(
        [
            ["收入项目", "决算数", "支出项目", "决算数"],
            ["一、财政拨款收入", d("in1", fiscal), "一、社会保障和就业支出", d("o1", pension)],
            ["二、其他收入", d("in2", other), "二、卫生健康支出", d("o2", health)],
            ["", "", "三、住房保障支出", d("o3", house)],
            ["", "", "四、灾害防治及应急管理支出", d("o4", disaster)],
            ["本年收入合计", d("in3", income), "本年支出合计", d("o5", total)],
            ["年初结转和结余", d("in4", opening), "年末结转和结余", d("o6", closing)],
            ["总计", d("in5", income + opening), "总计", d("o7", total + closing)],
        ]
    )
    d.h("支出决算表（单位：万元）")
    d.t(
        [
            ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            ["", "合计", d("t", total), d("tb", basic), d("tp", project)],
            ["208", "社会保障和就业支出", d("t208", pension), pension, "0.00"],
            ["2080505", "机关事业单位基本养老保险缴费支出", d("t1", old), old, "0.00"],
            ["2080506", "机关事业单位职业年金缴费支出", d("t2", annuity), annuity, "0.00"],
            ["210", "卫生健康支出", d("t210", health), health, "0.00"],
            ["2101101", "行政单位医疗", health, health, "0.00"],
            ["221", "住房保障支出", d("t221", house), house, "0.00"],
            ["2210201", "住房公积金", house, house, "0.00"],
            ["224", "灾害防治及应急管理支出", d("t224", disaster), run, project],
            ["22401", "应急管理事务", d("t22401", manage), run, rescue + watch],
            ["2240101", "行政运行", d("t3", run), run, "0.00"],
            ["2240106", "安全监管", d("t4", watch), "0.00", d("p4", watch)],
            ["2240108", "应急救援", d("t5", rescue), "0.00", d("p5", rescue)],
            ["22405", "地震事务", quake, "0.00", d("p6", quake)],
            ["22407", "自然灾害救灾及恢复重建支出", flood, "0.00", d("p7", flood)],
        ]
    )
    d.h("第三部分  2023年度部门决算情况说明", "一、收入支出决算总体情况说明")
    d.p(
        f"2023年度收、支总计{d('grand', income + opening)}万元。与上年相比，本年收入增加{d('inmore', income - last_in)}万元，增长{d('inup', ch(income, last_in))}；本年支出增加{d('outmore', total - last_out)}万元，增长{d('outup', ch(total, last_out))}。上年本年收入为{d('lastin', last_in)}万元、本年支出为{d('lastout', last_out)}万元。",
    )
    d.h("二、收入决算情况说明")
    d.p(
        f"本年收入合计{d('income', income)}万元，其中：财政拨款收入{d('fiscal', fiscal)}万元，占{d('fshare', pc(fiscal, income))}；其他收入{d('other', other)}万元，占{d('oshare', pc(other, income))}。",
    )
    d.h("三、支出决算情况说明")
    d.p(
        f"本年支出合计{d('total', total)}万元，其中：基本支出{d('basic', basic)}万元，占{d('bshare', pc(basic, total))}；项目支出{d('project', project)}万元，占{d('pshare', pc(project, total))}。按功能分类，灾害防治及应急管理支出{d('disaster', disaster)}万元，占{d('dshare', pc(disaster, total))}。",
    )
    d.h("四、一般公共预算财政拨款支出决算具体情况")
    d.p(
        f"{d('yr', '2023年度')}一般公共预算财政拨款支出年初预算为{d('start', '1380.00')}万元，支出决算为{d('out', total - other)}万元，完成年初预算的{d('outrate', pc(total - other, D('1380.00')))}。决算数大于年初预算数的主要原因是年中追加防汛救灾资金。本年支出中使用其他收入安排{other}万元。",
    )
    d.h("五、一般公共预算财政拨款基本支出决算情况说明")
    d.p(
        f"基本支出{d('basic2', basic)}万元，包括人员经费{d('staff', staff)}万元和公用经费{d('public', public)}万元，公用经费占基本支出的{d('pubshare', pc(public, basic))}。"
    )
    d.h("六、“三公”经费支出决算情况说明")
    d.p(
        f"2023年度“三公”经费年初预算{d('three0', three0)}万元，支出决算{d('three', three)}万元，完成年初预算的{d('threerate', pc(three, three0))}。其中：公务用车运行维护费年初预算{d('car0', '15.00')}万元，支出决算{d('car', car)}万元，完成年初预算的{d('carrate', pc(car, D(15)))}，{d('carwhy', '决算数小于年初预算数')}，主要是统一保养降低费用；公务接待费年初预算{d('guest0', '3.00')}万元，支出决算{d('guest', guest)}万元，完成年初预算的{d('guestrate', pc(guest, D(3)))}。年末公务用车保有量{d('cars', 5)}辆。",
    )
    d.h("七、机关运行经费支出情况")
    d.p(
        f"2023年度机关运行经费支出{d('runcost', public)}万元，比上年的{d('runlast', '116.40')}万元减少{d('runless', D('116.40') - public)}万元，下降{d('rundown', ch(public, D('116.40')))}。"
    )
    d.h("八、政府采购支出情况")
    d.p(
        f"2023年度政府采购支出总额{d('buy', buy)}万元，其中：货物支出{d('goods', goods)}万元、工程支出{d('work', work)}万元、服务支出{d('service', service)}万元。授予中小企业合同金额{d('small', '152.60')}万元，占政府采购支出总额的{d('smallshare', pc(D('152.60'), buy))}{d('bracket', '（其中授予小微企业合同金额98.20万元）')}。",
    )
    d.h("九、预算绩效情况说明")
    d.p(
        f"对2023年度{d('job', 11)}个项目开展绩效自评，其中自评等级为优的{d('best', 8)}个、良的{d('good', 3)}个。以应急救援队伍建设项目为例，全年开展实战演练{d('drill', 26)}次，目标值{d('drill0', 24)}次，完成率{d('drillrate', pc(26, 24))}，项目自评得分96.5分，{d('doubled', '总体实现了预期绩效目标')}。",
    )
    d.h("第四部分  名词解释")
    d.p("一、其他收入：指单位取得的除财政拨款收入、事业收入等以外的各项收入。")

    d.fault("rate", "car car0 carrate", {"car": "16.42"}, "a/b*100=c", "digits swapped")
    d.fault("sum", "car guest three", {"car": "16.42"}, "a+b=c", "the parts exceed the total")
    d.fault("policy", "car0 car carwhy", {"car": "16.42"}, note="above the budget and said to be below it")
    d.fault("share", "project total pshare", {"pshare": pc(project, income)}, "a/b*100=c", "of the income")
    d.ok("growth", "inmore lastin inup", "a/b*100=c")
    d.fault("repeat", "o5 t", {"t": "1520.91"}, "a=b", "one table against the other")
    d.fault("sum", "tb tp t", {"t": "1520.91"}, "a+b=c", "digits swapped in the total")
    d.fault("sum", "t208 t210 t221 t224 t", {"t": "1520.91"}, "a+b+c+d=e", "nor do the classes make it")
    d.ok("count", "best good job", "a+b=c")
    d.fault("structure", "bracket", {"bracket": "（其中授予小微企业合同金额98.20万元"}, note="bracket never closed")
    d.ok("count", "rooms", note="seven named")
    d.ok("sum", "in1 in2 in3", "a+b=c")
    d.ok("sum", "in3 in4 in5", "a+b=c")
    d.ok("sum", "o1 o2 o3 o4 o5", "a+b+c+d=e")
    d.ok("sum", "o5 o6 o7", "a+b=c")
    d.ok("sum", "t1 t2 t208", "a+b=c")
    d.ok("sum", "t3 t4 t5 t22401", "a+b+c=d")
    d.ok("sum", "p4 p5 p6 p7 tp", "a+b+c+d=e")
    d.ok("difference", "income lastin inmore", "a-b=c")
    d.ok("growth", "total lastout outup", "(a-b)/b*100=c")
    d.ok("share", "fiscal income fshare", "a/b*100=c")
    d.ok("share", "basic total bshare", "a/b*100=c")
    d.ok("share", "disaster total dshare", "a/b*100=c")
    d.ok("rate", "out start outrate", "a/b*100=c")
    d.ok("sum", "staff public basic2", "a+b=c")
    d.ok("share", "public basic2 pubshare", "a/b*100=c")
    d.ok("rate", "three three0 threerate", "a/b*100=c")
    d.ok("rate", "guest guest0 guestrate", "a/b*100=c")
    d.ok("growth", "runlast runcost rundown", "(a-b)/a*100=c")
    d.ok("sum", "goods work service buy", "a+b+c=d")
    d.ok("share", "small buy smallshare", "a/b*100=c")
    d.ok("rate", "drill drill0 drillrate", "a/b*100=c")
    return d
