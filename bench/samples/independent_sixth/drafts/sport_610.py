"""A city's sports bureau: a final account as a web page."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc


def paper() -> Paper:
    d = Paper("610-越溪市体育局2023年度部门决算.html")
    items = [
        ("2070301", "行政运行", D("624.37"), D("0.00")),
        ("2070305", "体育竞赛", D("0.00"), D("318.46")),
        ("2070306", "体育训练", D("486.20"), D("527.90")),
        ("2070307", "体育场馆", D("213.58"), D("742.15")),
        ("2070308", "群众体育", D("0.00"), D("396.82")),
        ("2080505", "机关事业单位基本养老保险缴费支出", D("142.60"), D("0.00")),
        ("2210201", "住房公积金", D("168.44"), D("0.00")),
        ("2296003", "用于体育事业的彩票公益金支出", D("0.00"), D("685.00")),
    ]
    basic = sum((one[2] for one in items), D(0))
    project = sum((one[3] for one in items), D(0))
    spent = basic + project
    general, lottery, ours = spent - 685 - D("127.60"), D("685.00"), D("142.35")
    income = general + lottery + ours
    opening = D("58.42")
    culture = sum((one[2] + one[3] for one in items[:5]), D(0))
    d.h("越溪市体育局2023年度部门决算", "一、概况", "（一）部门职责")
    d.p(
        "主管全市体育工作，推行全民健身计划，管理公共体育场馆，组织青少年业余训练和各类体育竞赛，监督体育彩票公益金使用。"
    )
    d.h("（二）机构设置")
    d.p(
        f"从预算单位构成看，越溪市体育局部门决算包括：局本级决算、局属市少年儿童业余体育学校、市体育中心、市社会体育指导中心决算，共{d('units', 4)}家。年末在职{d('real', 68)}人，其中局本级{d('r1', 17)}人、业余体校{d('r2', 26)}人、体育中心{d('r3', 18)}人、社体中心{d('r4', 7)}人。"
    )
    d.h("二、2023年度部门决算公开表", "支出决算表　　单位：万元")
    rows = [["科目编码", "科目名称", "合计", "基本支出", "项目支出"]]
    for i, (code, name, a, b) in enumerate(items):
        rows.append([d(f"k{i}", code), d(f"n{i}", name), d(f"t{i}", a + b), d(f"b{i}", a), d(f"p{i}", b)])
    rows.append(["", "合计", d("t", spent), d("b", basic), d("p", project)])
    d.t(rows)
    d.h("“三公”经费支出决算表　　单位：万元")
    d.t(
        [
            ["项目", "年初预算数", "决算数"],
            ["因公出国（境）费", "0.00", "0.00"],
            ["公务用车购置及运行维护费", d("v0", "16.00"), d("v1", "14.92")],
            ["公务接待费", d("v2", "5.50"), d("v3", "3.87")],
            ["合计", d("va", "21.50"), d("vb", "18.79")],
        ]
    )
    d.h("三、2023年度部门决算情况说明", "（一）收入支出决算总体情况说明")
    d.p(
        f"2023年度收入总计{d('means', income + opening)}万元，其中本年收入{d('income', income)}万元、年初结转和结余{d('opening', opening)}万元；支出总计与收入总计相等，其中本年支出{d('spent', spent)}万元、年末结转和结余{d('closing', income + opening - spent)}万元。与2022年度收入总计{d('last', '4076.52')}万元相比，增加{d('more', income + opening - D('4076.52'))}万元，增长{d('up', ch(income + opening, D('4076.52')))}。"
    )
    d.h("（二）收入决算情况说明")
    d.p(
        f"本年收入{d('income2', income)}万元，其中：一般公共预算财政拨款收入{d('general', general)}万元，占{d('gshare', pc(general, income))}；政府性基金预算财政拨款收入{d('lottery', lottery)}万元，占{d('lshare', pc(lottery, income))}；事业收入{d('ours', ours)}万元，占{d('oshare', pc(ours, income))}。"
    )
    d.h("（三）支出决算情况说明")
    d.p(
        f"本年支出{d('spent2', spent)}万元，其中基本支出{d('basic', basic)}万元，占{d('bshare', pc(basic, spent))}；项目支出{d('project', project)}万元，占{d('pshare', pc(project, spent))}。按功能分类，文化旅游体育与传媒支出{d('culture', culture)}万元，社会保障和就业支出{d('o208', '142.60')}万元，住房保障支出{d('o221', '168.44')}万元，其他支出{d('o229', '685.00')}万元。"
    )
    d.p(
        f"项目支出中，体育竞赛用于承办省级以上赛事{d('race', 12)}项，其中全国性赛事{d('race1', 3)}项、省级赛事{d('race2', 9)}项；体育训练用于业余体校在训运动员{d('kids', 386)}人的伙食、服装和外训；体育场馆用于市体育中心水电能耗、设施维修和场地改造；群众体育用于举办全民健身活动{d('acts', 164)}场次、培训社会体育指导员{d('coach', 520)}人。",
        f"与年初预算{d('budget', '4218.00')}万元相比，本年支出完成年初预算的{d('brate2', pc(spent, D('4218.00')))}，超出部分为年中追加的省级体育赛事补助和跨年度场地改造资金。",
    )
    d.h(f"{d('h4', '（四）')}政府性基金预算财政拨款支出决算情况说明")
    d.p(
        f"政府性基金支出{d('fund', '685.00')}万元，{d('fundwhat', '全部为用于体育事业的彩票公益金支出')}，其中：健身路径更新{d('f1', '246.00')}万元、社区多功能运动场{d('f2', '298.50')}万元、青少年体育俱乐部{d('f3', '88.50')}万元、国民体质监测{d('f4', '52.00')}万元。"
    )
    d.h(f"{d('h5', '（五）')}“三公”经费支出决算情况说明")
    d.p(
        f"2023年度“三公”经费预算{d('w0', '21.50')}万元，支出决算{d('w1', '18.79')}万元，完成预算的{d('wr', pc(D('18.79'), D('21.50')))}；比2022年度{d('w2', '17.36')}万元增加{d('w3', '1.43')}万元，增长{d('wup', ch(D('18.79'), D('17.36')))}，主要是恢复举办全国性赛事，接待裁判和参赛队增多。公务接待费支出{d('eat', '3.87')}万元，占“三公”经费的{d('eatshare', pc(D('3.87'), D('18.79')))}，接待{d('batch', 29)}批次、{d('heads', 318)}人次。"
    )
    d.h(f"{d('h6', '（六）')}预算绩效管理工作开展情况")
    d.p(
        f"组织对{d('jobs', 11)}个项目开展绩效自评，涉及资金{d('jobsum', project)}万元，占项目支出总额的{d('jobshare', '100%')}。“全民健身设施补短板”项目自评{d('mark', '91.40')}分，等级为{d('markgrade', '优')}（90分及以上为优，80至89.99分为良）：全年预算{d('q0', '760.00')}万元，执行{d('q1', '742.15')}万元，执行率{d('qr', pc(D('742.15'), 760))}；新建健身步道{d('way', '18.6公里')}，人均体育场地面积由2.71平方米提高到{d('area', '2.83平方米')}；公共体育场馆免费低收费开放{d('open', 342)}天，接待健身群众{d('folk', '64.8')}万人次，日均{d('daily', 1895)}人次。",
        f"满意度调查发放问卷{d('sent', 600)}份，收回{d('back', 567)}份，回收率{d('backr', pc(567, 600))}；其中满意{d('happy', 528)}份，满意度{d('sat', pc(528, 567))}。",
    )
    d.h(f"{d('h7', '（七）')}其他重要事项说明")
    d.p(
        f"1.机关运行经费支出{d('run', '96.74')}万元，比上年减少{d('runless', '5.18')}万元，下降{d('rundown', pc(D('5.18'), D('101.92')))}。",
        f"2.政府采购支出{d('buy', '836.92')}万元，其中货物{d('buy1', '184.60')}万元、工程{d('buy2', '476.35')}万元、服务{d('buy3', '175.97')}万元。授予小微企业合同金额{d('micro', '402.80')}万元，授予中小企业合同金额{d('small', '655.20')}万元（含小微企业），占政府采购支出的{d('smallr', pc(D('655.20'), D('836.92')))}。",
        f"3.{d('asof', '截至2023年12月31日')}，共有车辆7辆，其中机要应急用车1辆、其他用车6辆；单价100万元（含）以上设备{d('gear', '2台')}。",
    )
    d.h("四、名词解释")
    d.p(
        "财政拨款收入：指市级财政部门当年拨付的资金，包括一般公共预算财政拨款和政府性基金预算财政拨款。",
        "体育竞赛（2070305）：反映综合性运动会及单项体育比赛的支出。",
        "群众体育（2070308）：反映业余体校以外的群众性体育活动、全民健身设施和社会体育指导员培训等支出。",
        "年末结转和结余：指本年度或以前年度预算安排、因客观条件发生变化无法按原计划实施，需要延迟到以后年度按有关规定继续使用的资金。",
    )
    d.p(
        "彩票公益金支出：反映政府性基金预算安排的彩票公益金用于体育事业发展的支出。",
        f"事业收入：指事业单位开展专业业务活动及其辅助活动取得的收入，本部门主要是体育场馆{d('word', '开放')}取得的收入。",
    )
    d.fault("share", "lottery income2 lshare", {"lshare": pc(lottery, spent)}, "a/b*100=c", "divided by the outturn")
    d.fault("sum", "f1 f2 f3 f4 fund", {"f3": "85.80"}, "a+b+c+d=e", "digits swapped")
    d.fault("structure", "n4", {"n4": "体育场馆"}, note="name of the code above, which stands twice")
    d.fault("growth", "w3 w2 wup", {"wup": pc(D("1.43"), D("18.79"))}, "a/b*100=c", "by this year's figure")
    d.fault("unit", "area", {"area": "2.83万平方米"}, note="per head; it was 2.71 square metres before")
    d.ok("count", "r1 r2 r3 r4 real", "a+b+c+d=e")
    d.fault("structure", "h5 h6", {"h6": "（五）"}, note="number five stands twice")
    d.ok("repeat", "v3 eat", "a=b")
    d.ok("sum", "v1 v3 vb", "a+b=c")
    d.fault("grade", "mark markgrade", {"markgrade": "良"}, note="91.40 is 优 by the bands beside it")
    for i in range(8):
        d.ok("sum", f"b{i} p{i} t{i}", "a+b=c")
    d.ok("sum", " ".join(f"t{i}" for i in range(8)) + " t", "a+b+c+d+e+f+g+h=i")
    d.ok("sum", "race1 race2 race", "a+b=c")
    d.ok("rate", "spent2 budget brate2", "a/b*100=c")
    d.ok("sum", "b p t", "a+b=c")
    d.ok("sum", "t0 t1 t2 t3 t4 culture", "a+b+c+d+e=f")
    d.ok("sum", "v0 v2 va", "a+b=c")
    d.ok("sum", "income opening means", "a+b=c")
    d.ok("difference", "means spent closing", "a-b=c")
    d.ok("growth", "more last up", "a/b*100=c")
    d.ok("sum", "general lottery ours income2", "a+b+c=d")
    d.ok("share", "general income2 gshare", "a/b*100=c")
    d.ok("share", "ours income2 oshare", "a/b*100=c")
    d.ok("share", "basic spent2 bshare", "a/b*100=c")
    d.ok("sum", "culture o208 o221 o229 spent2", "a+b+c+d=e")
    d.ok("rate", "w1 w0 wr", "a/b*100=c")
    d.ok("share", "eat w1 eatshare", "a/b*100=c")
    d.ok("rate", "q1 q0 qr", "a/b*100=c")
    d.ok("rate", "folk open daily", "a*10000/b=c")
    d.ok("survey", "happy back sat", "a/b*100=c")
    d.ok("growth", "runless run rundown", "a/(a+b)*100=c")
    d.ok("sum", "buy1 buy2 buy3 buy", "a+b+c=d")
    d.ok("share", "small buy smallr", "a/b*100=c")
    return d
