"""A city's labour bureau: its final account as a page of the web."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc
from samples.independent_seventh.layout import m


def paper() -> Paper:
    d = Paper("710-浉渡市人力资源和社会保障局2024年度部门决算公开.html")
    run, job, arbiter, train, insure = D("1624.35"), D("86.40"), D("118.20"), D("2460.00"), D("312.75")
    labour = run + job + arbiter + insure
    pension, aid, health, house = D("204.18"), D("2460.00"), D("96.32"), D("148.55")
    social = labour + pension + aid
    total = social + health + house
    project = job + arbiter + insure + train
    basic = total - project
    fiscal, work, other, opening = D("4986.30"), D("42.15"), D("8.60"), D("58.40")
    income = fiscal + work + other
    closing = income + opening - total
    last_in, last_out = D("5127.84"), D("5206.19")
    staff = D("1862.90")
    public = basic - staff
    car, guest = D("12.86"), D("4.35")
    three = car + guest
    goods, service = D("46.20"), D("238.60")
    buy = goods + service
    d.h(
        "浉渡市人力资源和社会保障局2024年度部门决算公开",
        "目录",
        "第一部分 部门概况",
        "第二部分 2024年度部门决算情况说明",
    )
    d.h("第三部分 名词解释", "附件：2024年度部门决算表", "第一部分 部门概况")
    d.p(
        "浉渡市人力资源和社会保障局是市政府工作部门，主要负责促进就业创业、社会保险、人才队伍建设、事业单位人事管理、劳动关系协调和劳动保障监察等工作。",
        f"局机关内设科室12个。纳入决算编制范围的预算单位{d('units', 4)}个，其中行政单位{d('units1', 1)}个、参公事业单位{d('units2', 2)}个、公益一类事业单位{d('units3', 1)}个。年末在职人员{d('real', 132)}人，退休人员76人。",
    )
    d.h("第二部分 2024年度部门决算情况说明", "一、收入支出决算总体情况说明")
    d.p(
        f"2024年度收入总计{d('grand', m(income + opening))}万元，支出总计{d('grand2', m(income + opening))}万元。与上年度相比，本年收入减少{d('inless', m(last_in - income))}万元，下降{d('indown', ch(income, last_in))}；本年支出减少{d('outless', m(last_out - total))}万元，下降{d('outdown', ch(total, last_out))}。主要原因是稳岗补助资金当年下达减少。上年度本年收入{d('lastin', m(last_in))}万元、本年支出{d('lastout', m(last_out))}万元。",
    )
    d.h("二、收入决算情况说明")
    d.p(
        f"本年收入合计{d('income', m(income))}万元，其中：财政拨款收入{d('fiscal', m(fiscal))}万元，占{d('fshare', pc(fiscal, income))}；事业收入{d('work', m(work))}万元，占{d('wshare', pc(work, income))}；其他收入{d('other', m(other))}万元，占{d('oshare', pc(other, income))}。",
    )
    d.h("三、支出决算情况说明")
    d.p(
        f"本年支出合计{d('total', m(total))}万元，其中：基本支出{d('basic', m(basic))}万元，占{d('bshare', pc(basic, total))}；项目支出{d('project', m(project))}万元，占{d('pshare', pc(project, total))}。",
    )
    d.h("四、支出决算按功能分类情况")
    d.p(
        f"社会保障和就业支出{d('social', m(social))}万元，占{d('sshare', pc(social, total))}；卫生健康支出{d('health', m(health))}万元，占{d('hshare', pc(health, total))}；住房保障支出{d('house', m(house))}万元，占{d('houseshare', pc(house, total))}。",
    )
    d.h("五、基本支出决算情况说明")
    d.p(
        f"基本支出{d('basic2', m(basic))}万元，其中：人员经费{d('staff', m(staff))}万元，公用经费{d('public', m(public))}万元。"
    )
    d.h("六、财政拨款“三公”经费支出决算情况说明")
    d.p(
        f"“三公”经费支出决算{d('three', three)}万元，完成预算{d('three0', '21.00')}万元的{d('threerate', pc(three, D(21)))}。其中：公务用车运行维护费支出{d('car', car)}万元，占{d('carshare', pc(car, three))}；公务接待费支出{d('guest', guest)}万元，占{d('guestshare', pc(guest, three))}，接待来访{d('times', 52)}批次、{d('heads', 486)}人次，人均{d('each', '89.51')}元。",
    )
    d.h("七、就业补助资金绩效情况说明")
    d.p(
        f"2024年安排就业补助资金{d('aid', m(aid))}万元，实际支出{d('aid2', m(aid))}万元，预算执行率100.00%。资金用于：公益性岗位补贴{d('a1', '986.40')}万元、职业技能培训补贴{d('a2', '742.60')}万元、社会保险补贴{d('a3', '528.00')}万元、就业见习补贴{d('a4', '203.00')}万元。",
        f"全年城镇新增就业{d('new', '1.86')}万人，为年度目标{d('new0', '1.75')}万人的{d('newrate', pc(D('1.86'), D('1.75')))}；失业人员再就业{d('again', 5420)}人，为目标{d('again0', 5600)}人的{d('againrate', pc(5420, 5600))}，{d('againsay', '未完成年度目标，主要是大龄失业人员转岗意愿不高')}；开展技能培训{d('skill', 8640)}人次，其中取得证书{d('cert', 7185)}人次，取证率{d('certrate', pc(7185, 8640))}。劳动人事争议案件受理{d('case', 618)}件，结案{d('case1', 606)}件，结案率{d('caserate', pc(606, 618))}。",
        f"对参训人员开展回访，回访{d('called', 420)}人，接通{d('spoken', 396)}人，表示满意{d('happy', 371)}人，满意度{d('sat', pc(371, 396))}（以接通人数为基数）。",
    )
    d.h(f"{d('eight', '八')}、机关运行经费支出情况说明")
    d.p(
        f"机关运行经费支出{d('runcost', m(public))}万元，比上年度{d('runlast', '221.40')}万元减少{d('runless', m(D('221.40') - public))}万元，下降{d('rundown', ch(public, D('221.40')))}。"
    )
    d.h(f"{d('nine', '九')}、政府采购支出情况说明")
    d.p(
        f"政府采购支出总额{d('buy', m(buy))}万元，其中货物支出{d('goods', m(goods))}万元、服务支出{d('service', m(service))}万元。授予中小企业合同金额{d('small', '261.50')}万元，占政府采购支出总额的{d('smallshare', pc(D('261.50'), buy))}，{d('tail', '其中授予小微企业合同金额173.20万元。')}",
    )
    d.h(f"{d('ten', '十')}、国有资产占用情况说明")
    d.p(
        f"截至{d('date', '2024年12月31日')}，共有车辆{d('cars', 6)}辆，其中机要通信用车{d('cars1', 2)}辆、应急保障用车{d('cars2', 1)}辆、其他用车{d('cars3', 3)}辆。"
    )
    d.h("第三部分 名词解释")
    d.p("一、财政拨款收入：指市级财政当年拨付的资金。二、事业收入：指事业单位开展专业业务活动及其辅助活动取得的收入。")
    d.h("附件：2024年度部门决算表", "收入支出决算总表 单位：万元")
    d.t(
        [
            ["收入", "决算数", "支出", "决算数"],
            ["一、财政拨款收入", d("k1", m(fiscal)), "一、社会保障和就业支出", d("o1", m(social))],
            ["二、事业收入", d("k2", m(work)), "二、卫生健康支出", d("o2", m(health))],
            ["三、其他收入", d("k3", m(other)), "三、住房保障支出", d("o3", m(house))],
            ["本年收入合计", d("k4", m(income)), "本年支出合计", d("o4", m(total))],
            ["年初结转和结余", d("k5", m(opening)), "年末结转和结余", d("o5", m(closing))],
            ["总计", d("k6", m(income + opening)), "总计", d("o6", m(total + closing))],
        ]
    )
    d.h("支出决算表 单位：万元")
    zero = "0.00"
    d.t(
        [
            ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
            ["", "合计", d("t", m(total)), d("tb", m(basic)), d("tp", m(project))],
            ["208", "社会保障和就业支出", d("t208", m(social)), m(run + pension), m(project)],
            ["20801", "人力资源和社会保障管理事务", d("t20801", m(labour)), m(run), m(job + arbiter + insure)],
            ["2080101", "行政运行", d("t1", m(run)), m(run), zero],
            ["2080106", "就业管理事务", d("t2", m(job)), zero, m(job)],
            ["2080109", "社会保险经办机构", d("t3", m(insure)), zero, m(insure)],
            ["2080112", "劳动人事争议调解仲裁", d("t4", m(arbiter)), zero, m(arbiter)],
            ["20805", "行政事业单位养老支出", d("t20805", m(pension)), m(pension), zero],
            ["20807", "就业补助", d("t20807", m(aid)), zero, m(aid)],
            ["210", "卫生健康支出", d("t210", m(health)), m(health), zero],
            ["221", "住房保障支出", d("t221", m(house)), m(house), zero],
        ]
    )

    d.ok("growth", "inless lastin indown", "a/b*100=c")
    d.fault("share", "work income wshare", {"wshare": "8.37%"}, "a/b*100=c", "decimal point slipped")
    d.fault(
        "target",
        "again0 again againsay",
        {"againsay": "超额完成年度目标，再就业成效显著"},
        note="5420 of 5600 is not more than the goal",
    )
    d.ok("sum", "a1 a2 a3 a4 aid2", "a+b+c+d=e")
    d.fault("sum", "o4 o5 o6", {"o5": "47.40"}, "a+b=c", "digits swapped")
    d.fault("rate", "case1 case caserate", {"caserate": "98.60%"}, "a/b*100=c", "digits swapped")
    d.fault("structure", "eight nine ten", {"nine": "十", "ten": "十一"}, note="eight, ten: number nine is missing")
    d.fault("year", "date", {"date": "2023年12月31日"}, note="left over from the year before")
    d.ok("count", "units1 units2 units3 units", "a+b+c=d")
    d.ok("difference", "lastin income inless", "a-b=c")
    d.ok("growth", "lastout total outdown", "(a-b)/a*100=c")
    d.ok("sum", "fiscal work other income", "a+b+c=d")
    d.ok("share", "fiscal income fshare", "a/b*100=c")
    d.ok("share", "other income oshare", "a/b*100=c")
    d.ok("sum", "basic project total", "a+b=c")
    d.ok("share", "project total pshare", "a/b*100=c")
    d.ok("share", "social total sshare", "a/b*100=c")
    d.ok("sum", "staff public basic2", "a+b=c")
    d.ok("rate", "three three0 threerate", "a/b*100=c")
    d.ok("share", "car three carshare", "a/b*100=c")
    d.ok("rate", "guest heads each", "a*10000/b=c", "yuan a head")
    d.ok("rate", "new new0 newrate", "a/b*100=c")
    d.ok("rate", "again again0 againrate", "a/b*100=c")
    d.ok("rate", "cert skill certrate", "a/b*100=c")
    d.ok("survey", "happy spoken sat", "a/b*100=c", "of those reached, as it says")
    d.ok("growth", "runlast runcost rundown", "(a-b)/a*100=c")
    d.ok("sum", "goods service buy", "a+b=c")
    d.ok("share", "small buy smallshare", "a/b*100=c")
    d.ok("count", "cars1 cars2 cars3 cars", "a+b+c=d")
    d.ok("sum", "k1 k2 k3 k4", "a+b+c=d")
    d.ok("sum", "k4 k5 k6", "a+b=c")
    d.ok("sum", "o1 o2 o3 o4", "a+b+c=d")
    d.ok("sum", "t1 t2 t3 t4 t20801", "a+b+c+d=e")
    d.ok("sum", "t20801 t20805 t20807 t208", "a+b+c=d")
    d.ok("sum", "tb tp t", "a+b=c")
    return d
