"""A district's market supervision bureau: its final account as ``pdftotext -layout`` gives it."""

from __future__ import annotations

from samples.independent_fourth.making import D, ch, pc
from samples.independent_seventh.layout import Printed, columns


def paper() -> Printed:
    d = Printed("707-汀湄区市场监督管理局2023年度部门决算.txt")
    run, subject, order, food, unit = D("2186.45"), D("86.20"), D("142.75"), D("215.30"), D("318.60")
    super_ = run + subject + order + food + unit
    retire, old, annuity = D("48.36"), D("176.82"), D("88.41")
    pension = retire + old + annuity
    care1, care2, extra = D("92.15"), D("18.74"), D("41.30")
    health = care1 + care2 + extra
    house, flat = D("212.64"), D("57.30")
    home = house + flat
    total = super_ + pension + health + home
    project = subject + order + food
    basic = total - project
    fiscal, other, opening = D("3651.87"), D("12.45"), D("36.20")
    income = fiscal + other
    closing = income + opening - total
    last_in, last_out = D("3520.16"), D("3548.90")
    staff = D("3008.22")
    public = basic - staff
    car, buycar, guest = D("24.18"), D("18.60"), D("3.12")
    three = car + buycar + guest
    goods, service = D("64.35"), D("148.90")
    buy = goods + service
    d.h(
        "             汀湄区市场监督管理局 2023 年度部门决算",
        "",
        "                          目     录",
        "",
        "一、概况",
        "二、2023 年度部门决算情况说明",
        "三、名词解释",
        "四、2023 年度部门决算公开表",
        "",
        "一、概况",
        "（一）部门职责",
    )
    d.p(
        "负责市场综合监督管理和知识产权管理；负责市场主体统一登记注册；组织市场监管综合执法；监督管理市场秩序、产品质量安全、特种设备安全和食品、药品、医疗器械、化妆品安全；推进质量强区建设。"
    )
    d.h("（二）机构设置")
    d.p(
        f"从预算单位构成看，本部门决算包括局本级决算和下属{d('sub', 2)}家事业单位决算。纳入 2023 年度部门决算编制范围的预算单位共{d('units', 3)}家：局本级、{d('list', '区市场监管保障中心、区质量计量检测所')}。",
    )
    d.h("", "二、2023 年度部门决算情况说明", "（一）收入支出决算总体情况说明")
    d.p(
        f"本部门2023年度收入总计{d('grand', income + opening)}万元，支出总计{d('grand2', income + opening)}万元。收入总计中，本年收入{d('income', income)}万元，年初结转和结余{d('opening', opening)}万元；支出总计中，本年支出{d('total', total)}万元，年末结转和结余{d('closing', closing)}万元。与2022年度相比，本年收入增加{d('inmore', income - last_in)}万元，增长{d('inup', ch(income, last_in))}；本年支出增加{d('outmore', total - last_out)}万元，增长{d('outup', ch(total, last_out))}（2022年度本年收入{d('lastin', last_in)}万元、本年支出{d('lastout', last_out)}万元）。主要原因：一是人员正常增资，二是食品安全抽检任务增加。",
    )
    d.h("（二）收入决算情况说明")
    d.p(
        f"本年收入{d('income2', income)}万元，包括财政拨款收入{d('fiscal', fiscal)}万元，占本年收入{d('fshare', pc(fiscal, income))}；其他收入{d('other', other)}万元，占本年收入{d('oshare', pc(other, income))}。",
    )
    d.h("（三）支出决算情况说明")
    d.p(
        f"本年支出{d('total2', total)}万元，其中基本支出{d('basic', basic)}万元，占{d('bshare', pc(basic, total))}；项目支出{d('project', project)}万元，占{d('pshare', pc(project, total))}；无上缴上级支出、经营支出和对附属单位补助支出。",
    )
    d.h("（四）支出决算具体情况")
    d.p(
        f"1.市场监督管理事务（款）行政运行（项）。年初预算{d('run0', '2150.00')}万元，支出决算{d('run', run)}万元，完成年初预算的{d('runrate', pc(run, D('2150.00')))}，决算数{d('rundir', '大于')}年初预算数的主要原因是年中补发调资。",
        f"2.市场监督管理事务（款）市场秩序执法（项）。年初预算{d('order0', '150.00')}万元，支出决算{d('order', order)}万元，完成年初预算的{d('orderrate', pc(order, D(150)))}，决算数小于年初预算数的主要原因是部分检验费按实结算。",
        f"3.市场监督管理事务（款）食品安全监管（项）。年初预算{d('food0', '220.00')}万元，支出决算{d('food', food)}万元，完成年初预算的{d('foodrate', pc(food, D(220)))}，决算数小于年初预算数的主要原因是抽检采购价下降。",
        f"4.行政事业单位养老支出（款）{d('name', '机关事业单位职业年金缴费支出')}（项）。年初预算{d('annuity0', '90.00')}万元，支出决算{d('annuity', annuity)}万元，完成年初预算的{d('annuityrate', pc(annuity, D(90)))}，决算数小于年初预算数的主要原因是年中有人员退休。",
    )
    d.h("（五）一般公共预算财政拨款基本支出决算情况说明")
    d.p(
        f"基本支出{d('basic2', basic)}万元，其中人员经费{d('staff', staff)}万元，公用经费{d('public', public)}万元。公用经费主要包括办公费、邮电费、差旅费、维修（护）费、公务用车运行维护费等。",
    )
    d.h(f"（{d('six', '六')}）财政拨款“三公”经费支出决算情况说明")
    d.p(
        f"2023年度“三公”经费支出决算{d('three', three)}万元，其中：因公出国（境）费0万元；公务用车购置费{d('buycar', buycar)}万元，{d('base0', '2022年度未发生该项支出，无可比基数')}，主要是报废更新执法执勤用车1辆；公务用车运行维护费{d('car', car)}万元，比2022年度的{d('carlast', '26.05')}万元下降{d('cardown', ch(car, D('26.05')))}；公务接待费{d('guest', guest)}万元，全年国内公务接待{d('times', 39)}批次、{d('heads', 312)}人次。2022年度公务用车购置费为0万元。",
    )
    d.h("（七）机关运行经费支出说明")
    d.p(
        f"2023年度机关运行经费支出{d('runcost', public)}万元，比年初预算{d('run00', '248.00')}万元减少{d('runless', D('248.00') - public)}万元，下降{d('rundown', ch(public, D('248.00')))}，主要是压减会议培训支出。",
    )
    d.h("（八）政府采购支出说明")
    d.p(
        f"政府采购支出总额{d('buy', buy)}万元，其中政府采购货物支出{d('goods', goods)}万元、政府采购服务支出{d('service', service)}万元。授予中小企业合同金额{d('small', '186.40')}万元，占政府采购支出总额的{d('smallshare', pc(D('186.40'), buy))}。",
    )
    d.h("（九）国有资产占用情况说明")
    d.p(
        f"截至2023年12月31日，本部门共有车辆{d('cars', 14)}辆，其中执法执勤用车{d('cars1', 11)}辆、特种专业技术用车{d('cars2', 2)}辆、其他用车{d('cars3', 1)}辆；单价{d('price', '100万元')}（含）以上设备（不含车辆）2台（套）。",
    )
    d.h("（十）预算绩效情况说明")
    d.p(
        f"组织对2023年度{d('job', 6)}个项目开展绩效自评，涉及资金{d('jobs', project)}万元，占项目支出总额的100%。食品安全抽检计划完成2400批次，实际完成{d('batch', 2486)}批次，完成率{d('batchrate', pc(2486, 2400))}，检出不合格{d('bad', 57)}批次，不合格率{d('badrate', pc(57, 2486))}。",
    )
    d.h("", "三、名词解释")
    d.p(
        "1.基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。",
        "2.机关运行经费：指行政单位和参照公务员法管理的事业单位使用一般公共预算财政拨款安排的基本支出中的公用经费支出。",
    )
    d.h("\f", "四、2023 年度部门决算公开表", "                              支出决算表")
    w = (12, 36, 14, 14, 14)
    zero = "0.00"
    rows = [
        ("功能分类", "", "", "", ""),
        ("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"),
        ("", "合计", d("t", total), d("tb", basic), d("tp", project)),
        ("201", "一般公共服务支出", d("t201", super_), run + unit, project),
        ("20138", "市场监督管理事务", d("t20138", super_), d("b20138", run + unit), d("p20138", project)),
        ("2013801", "行政运行", d("t1", run), d("b1", run), zero),
        ("2013804", "经营主体管理", d("t2", subject), zero, d("p2", subject)),
        ("2013805", "市场秩序执法", d("t3", order), zero, d("p3", order)),
        ("2013816", "食品安全监管", d("t4", food), zero, d("p4", food)),
        ("2013850", "事业运行", d("t5", unit), d("b5", unit), zero),
        ("208", "社会保障和就业支出", d("t208", pension), pension, zero),
        ("20805", "行政事业单位养老支出", d("t20805", pension), pension, zero),
        ("2080501", "行政单位离退休", d("t6", retire), retire, zero),
        ("2080505", "机关事业单位基本养老保险缴费支出", d("t7", old), old, zero),
        ("2080506", d("tname", "机关事业单位职业年金缴费支出"), d("t8", annuity), annuity, zero),
        ("210", "卫生健康支出", d("t210", health), health, zero),
        ("21011", "行政事业单位医疗", d("t21011", health), health, zero),
        ("2101101", "行政单位医疗", d("t9", care1), care1, zero),
        ("2101102", "事业单位医疗", d("t10", care2), care2, zero),
        ("2101103", "公务员医疗补助", d("t11", extra), extra, zero),
        ("221", "住房保障支出", d("t221", home), home, zero),
        ("22102", "住房改革支出", d("t22102", home), home, zero),
        ("2210201", "住房公积金", d("t12", house), house, zero),
        ("2210203", "购房补贴", d("t13", flat), flat, zero),
    ]
    d.h(" " * 78 + "单位：万元", *columns(rows, w))
    d.h("注：本表反映部门本年度各项支出情况。", "\f", "                    财政拨款“三公”经费支出决算表")
    d.h(
        " " * 78 + "单位：万元",
        *columns(
            [
                ("项目", "", "决算数"),
                ("合计", "", d("k", three)),
                ("1.因公出国（境）费", "", "0.00"),
                ("2.公务用车购置及运行维护费", "", d("k2", car + buycar)),
                ("（1）公务用车购置费", "", d("k21", buycar)),
                ("（2）公务用车运行维护费", "", d("k22", car)),
                ("3.公务接待费", "", d("k3", guest)),
            ],
            (34, 10, 14),
        ),
    )
    d.h("注：本表反映部门本年度“三公”经费支出情况。")

    d.fault("sum", "t1 t2 t3 t4 t5 t20138", {"t4": "251.30"}, "a+b+c+d+e=f", "digits swapped in one cell")
    d.fault("repeat", "t4 p4", {"t4": "251.30"}, "a=b", "the row has project spending only")
    d.fault("repeat", "food t4", {"t4": "251.30"}, "a=b", "text against table")
    d.ok("rate", "food food0 foodrate", "a/b*100=c")
    d.fault("growth", "run0 run runrate rundir", {"rundir": "小于"}, note="101.70 per cent of the budget is more")
    d.fault("repeat", "tname name", {"name": "机关事业单位基本养老保险缴费支出"}, note="88.41 is 2080506 in the table")
    d.ok("repeat", "k3 guest", "a=b")
    d.ok("sum", "buycar car guest three", "a+b+c=d")
    d.fault("growth", "buycar base0", {"base0": "比2022年度增长100%"}, note="from a base of 0 there is no rate")
    d.ok("count", "cars1 cars2 cars3 cars", "a+b+c=d")
    d.ok("sum", "income opening grand", "a+b=c")
    d.ok("sum", "total closing grand2", "a+b=c")
    d.ok("difference", "income lastin inmore", "a-b=c")
    d.ok("growth", "income lastin inup", "(a-b)/b*100=c")
    d.ok("growth", "total lastout outup", "(a-b)/b*100=c")
    d.ok("sum", "fiscal other income2", "a+b=c")
    d.ok("share", "fiscal income2 fshare", "a/b*100=c")
    d.ok("share", "basic total2 bshare", "a/b*100=c")
    d.ok("share", "project total2 pshare", "a/b*100=c")
    d.ok("rate", "run run0 runrate", "a/b*100=c")
    d.ok("rate", "order order0 orderrate", "a/b*100=c")
    d.ok("rate", "annuity annuity0 annuityrate", "a/b*100=c")
    d.ok("sum", "staff public basic2", "a+b=c")
    d.ok("growth", "carlast car cardown", "(a-b)/a*100=c")
    d.ok("difference", "run00 runcost runless", "a-b=c")
    d.ok("growth", "run00 runcost rundown", "(a-b)/a*100=c")
    d.ok("sum", "goods service buy", "a+b=c")
    d.ok("share", "small buy smallshare", "a/b*100=c")
    d.ok("rate", "bad batch badrate", "a/b*100=c")
    d.ok("sum", "t6 t7 t8 t20805", "a+b+c=d")
    d.ok("sum", "t9 t10 t11 t21011", "a+b+c=d")
    d.ok("sum", "t12 t13 t22102", "a+b=c")
    d.ok("sum", "t201 t208 t210 t221 t", "a+b+c+d=e")
    d.ok("sum", "p2 p3 p4 p20138", "a+b+c=d")
    d.ok("sum", "tb tp t", "a+b=c")
    d.ok("sum", "k2 k3 k", "a+b=c")
    return d
