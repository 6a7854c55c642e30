"""A unit's final account: nothing is wrong, much looks so."""

from __future__ import annotations

from decimal import Decimal

from samples.independent_fourth.making import D, Paper, pc


def cut(part: Decimal, whole: Decimal) -> str:
    """A share cut off, not rounded."""
    return f"{D(int(part / whole * 1000)) / 10:.1f}%"


def paper() -> Paper:
    d = Paper("711-榕浔市儿童福利院2023年度单位决算.txt", width=36, gap="    ")
    run, care, medical = D("486.28"), D("912.46"), D("135.78")
    pension, health, house = D("71.64"), D("38.92"), D("49.87")
    social = run + care + medical + pension
    total = social + health + house
    project = care + medical
    basic = total - project
    fiscal, gift, opening = D("1578.60"), D("124.35"), D("96.42")
    income = fiscal + gift
    closing = income + opening - total
    last, once = D("1762.30"), D("186.50")
    comp = last - once
    staff, public = basic - D("58.34"), D("58.34")
    car, guest = D("5.62"), D("0.48")
    d.h(
        "榕浔市儿童福利院2023年度单位决算",
        "",
        "目    录",
        "第一部分：单位概况",
        "第二部分：2023年度单位决算情况说明",
        "第三部分：名词解释",
        "",
    )
    d.h("第一部分：单位概况", "一、主要职能")
    d.p(
        "承担全市孤儿、弃婴和事实无人抚养儿童的养育、医疗、康复、教育和安置工作，受理委托代养残疾儿童，指导县（区）儿童福利机构业务。"
    )
    d.h("二、人员构成情况")
    d.p(
        f"核定事业编制{d('post', 36)}名，另核定聘用人员控制数{d('quota', 20)}名。年末实有人员{d('real', 68)}人，其中在编人员{d('real1', 34)}人、聘用人员{d('real2', 19)}人、退休人员{d('real3', 15)}人。在编人员和聘用人员分别在编制和控制数以内，退休人员不占编制。",
        f"年末在院儿童{d('kid', 143)}人，比年初的{d('kid0', 151)}人减少{d('kidless', 8)}人：年内新收{d('kidin', 12)}人，收养、家庭寄养转出和成年安置共{d('kidout', 20)}人。全年累计养育{d('kidall', 163)}人，为年初在院人数与年内新收人数之和。",
    )
    d.h("第二部分：2023年度单位决算情况说明", "一、2023年度收入支出决算总体情况")
    d.p(
        f"（一）2023年度总收入{d('grand', income + opening)}万元，其中本年收入{d('income', income)}万元，年初结转和结余{d('opening', opening)}万元。本年收入中，财政拨款收入{d('fiscal', fiscal)}万元，占{d('fshare', pc(fiscal, income))}；其他收入{d('gift', gift)}万元（社会捐赠），占{d('gshare', pc(gift, income))}。",
        f"（二）2023年度总支出{d('grand2', income + opening)}万元，其中本年支出{d('total', total)}万元，年末结转和结余{d('closing', closing)}万元。本年支出中，基本支出{d('basic', basic)}万元，占{d('bshare', pc(basic, total))}；项目支出{d('project', project)}万元，占{d('pshare', pc(project, total))}。",
        f"（三）与上年比较。本年支出比2022年度的{d('last', last)}万元减少{d('less', last - total)}万元，下降{d('down', pc(last - total, last))}；2022年度含康复楼消防改造一次性支出{d('once', once)}万元，扣除该因素后，可比口径为{d('comp', comp)}万元，本年实际增长{d('up', pc(total - comp, comp))}，主要是儿童医疗康复支出增加。",
        f"按功能分类，社会保障和就业支出{d('social', social)}万元，占{d('sshare', cut(social, total))}；卫生健康支出{d('health', health)}万元，占{d('hshare', cut(health, total))}；住房保障支出{d('house', house)}万元，占{d('oshare', cut(house, total))}。以上三项占比保留一位小数，一位以后舍去，合计小于100%。",
    )
    d.h("二、一般公共预算财政拨款支出决算情况")
    d.p(
        f"一般公共预算财政拨款年初预算{d('plan', '1492.00')}万元，支出决算{d('out', '1554.20')}万元，完成年初预算的{d('outrate', pc(D('1554.20'), D('1492.00')))}；年中追加孤儿基本生活费{d('add', '98.00')}万元，按调整后预算{d('plan2', '1590.00')}万元计算，完成{d('outrate2', pc(D('1554.20'), D('1590.00')))}。该支出不含使用捐赠收入和上年结转安排的{d('given', total - D('1554.20'))}万元，两者合计为本年支出。",
    )
    d.h("三、一般公共预算财政拨款基本支出决算情况")
    d.p(
        f"基本支出{d('basic2', basic)}万元，其中人员经费{d('staff', staff)}万元，公用经费{d('public', public)}万元。公用经费中，水电费{d('water', '21.36')}万元、物业管理费{d('estate', '14.80')}万元，其余为办公、差旅和维修等支出。"
    )
    d.h("四、财政拨款安排的“三公”经费支出决算情况")
    d.p(
        f"“三公”经费支出{d('three', car + guest)}万元，其中公务用车运行维护费{d('car', car)}万元，公务接待费{d('guest', guest)}万元。公务接待费2022年度支出为0，本年{guest}万元，上年基数为0，增长率不作计算。因公出国（境）费本年和上年均为0，与上年持平。公务用车运行维护费完成预算{d('car0', '5.80')}万元的{d('carrate', pc(car, D('5.80')))}。",
    )
    d.h("五、其他重要事项情况说明")
    d.p(
        "（一）机关运行经费。本单位为公益一类事业单位，按口径机关运行经费为0万元，公用经费不作为机关运行经费统计。",
        f"（二）政府采购。政府采购支出总额{d('buy', '386.74')}万元，其中货物支出{d('buy1', '152.30')}万元、服务支出{d('buy2', '234.44')}万元。授予中小企业合同金额{d('small', '352.18')}万元，占{d('smallshare', pc(D('352.18'), D('386.74')))}；其中授予小微企业{d('micro', '241.05')}万元，占中小企业合同金额的{d('microshare', pc(D('241.05'), D('352.18')))}，占政府采购支出总额的{d('microshare2', pc(D('241.05'), D('386.74')))}。",
        f"（三）国有资产。截至2023年12月31日，固定资产原值{d('asset', '2846.90')}万元，累计折旧{d('wear', '1137.26')}万元，净值{d('net', '1709.64')}万元。车辆{d('cars', 3)}辆，其中业务用车{d('cars1', 2)}辆、特种专业技术用车（康复接送车）{d('cars2', 1)}辆。",
        f"（四）预算绩效。对{d('job', 5)}个项目开展自评，自评为优{d('best', 4)}个、良{d('good', 1)}个。儿童养育成本指标目标为不高于2800元/人·月，实际{d('cost', 2736)}元/人·月；医疗不良事件目标为不超过3起，实际{d('bad', 1)}起，以上两项均为越低越好的指标，均已达标。康复训练计划{d('train0', 9600)}课时，实际{d('train', 9412)}课时，完成率{d('trainrate', pc(9412, 9600))}，未达标原因是两名治疗师休产假。",
    )
    d.h("六、支出决算表（单位：万元）")
    d.t(
        [
            ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            ["", "合计", d("t", total), d("tb", basic), d("tp", project)],
            ["208", "社会保障和就业支出", d("t208", social), run + pension, project],
            ["20810", "社会福利", d("t20810", run + care + medical), run, project],
            ["2081001", "儿童福利", d("t1", run + care + medical), run, project],
            ["20805", "行政事业单位养老支出", d("t20805", pension), pension, "0.00"],
            ["210", "卫生健康支出", d("t210", health), health, "0.00"],
            ["221", "住房保障支出", d("t221", house), house, "0.00"],
        ]
    )
    d.p("注：儿童福利项下含单位日常运行，故基本支出与项目支出并存；社会福利款下仅此一项，两行数字相同。")
    d.h("第三部分：名词解释")
    d.p("一、其他收入：指单位取得的除财政拨款、事业收入、经营收入等以外的收入，本单位为社会捐赠收入。")

    d.ok("count", "real1 real2 real3 real", "a+b+c=d", "68 people against 36 posts, retired ones with them")
    d.ok("policy", "real1 post", note="34 of 36 posts")
    d.ok("policy", "real2 quota", note="19 of 20")
    d.ok("difference", "kid0 kid kidless", "a-b=c")
    d.ok("count", "kid0 kidin kidout kid", "a+b-c=d")
    d.ok("count", "kid0 kidin kidall", "a+b=c", "another scope than the 143")
    d.ok("sum", "income opening grand", "a+b=c")
    d.ok("sum", "fiscal gift income", "a+b=c")
    d.ok("share", "fiscal income fshare", "a/b*100=c")
    d.ok("share", "gift income gshare", "a/b*100=c")
    d.ok("sum", "total closing grand2", "a+b=c")
    d.ok("sum", "basic project total", "a+b=c")
    d.ok("share", "basic total bshare", "a/b*100=c")
    d.ok("difference", "last total less", "a-b=c")
    d.ok("growth", "last total down", "(a-b)/a*100=c")
    d.ok("difference", "last once comp", "a-b=c")
    d.ok("growth", "total comp up", "(a-b)/b*100=c", "on a comparable base")
    d.ok("sum", "social health house total", "a+b+c=d")
    d.near("share", "social total sshare", "a/b*100=c", "cut off, as it says")
    d.near("share", "health total hshare", "a/b*100=c", "cut off, as it says")
    d.ok("share", "house total oshare", "a/b*100=c")
    d.ok("rate", "out plan outrate", "a/b*100=c", "above 100")
    d.ok("sum", "plan add plan2", "a+b=c")
    d.ok("rate", "out plan2 outrate2", "a/b*100=c")
    d.ok("sum", "out given total", "a+b=c")
    d.ok("sum", "staff public basic2", "a+b=c")
    d.ok("sum", "car guest three", "a+b=c")
    d.ok("rate", "car car0 carrate", "a/b*100=c")
    d.ok("sum", "buy1 buy2 buy", "a+b=c")
    d.ok("share", "small buy smallshare", "a/b*100=c")
    d.ok("share", "micro small microshare", "a/b*100=c")
    d.ok("share", "micro buy microshare2", "a/b*100=c")
    d.ok("difference", "asset wear net", "a-b=c")
    d.ok("rate", "train train0 trainrate", "a/b*100=c")
    d.ok("sum", "t208 t210 t221 t", "a+b+c=d")
    d.ok("sum", "t20810 t20805 t208", "a+b=c")
    d.ok("repeat", "t20810 t1", "a=b")
    return d
