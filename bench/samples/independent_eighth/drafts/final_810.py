"""810: a city market bureau's published final account of 2024, a text as pdftotext leaves it."""

from __future__ import annotations

from samples.independent_eighth.drafts.shaping import Draft, m
from samples.independent_fourth.making import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    doc = Draft("810-霖江市市场监督管理局2024年度部门决算公开.txt", width=36, spaced=True, gap="    ")
    items = [
        ("一般公共服务支出", "市场监督管理事务", "行政运行", "2013801", "2,846.30", "2,914.75", "政策性增资追加"),
        ("一般公共服务支出", "市场监督管理事务", "一般行政管理事务", "2013802", "318.00", "296.48", "压减一般性支出"),
        ("一般公共服务支出", "市场监督管理事务", "市场主体管理", "2013804", "156.40", "156.40", ""),
        (
            "一般公共服务支出",
            "市场监督管理事务",
            "质量安全监管",
            "2013815",
            "482.75",
            "461.29",
            "部分抽检费用未到结算期",
        ),
        (
            "一般公共服务支出",
            "市场监督管理事务",
            "食品安全监管",
            "2013816",
            "764.20",
            "738.56",
            "部分抽检费用未到结算期",
        ),
        ("一般公共服务支出", "市场监督管理事务", "事业运行", "2013850", "635.88", "652.14", "人员调入及绩效工资调整"),
        ("科学技术支出", "科学技术普及", "其他科学技术普及支出", "2060799", "20.00", "18.60", "活动场次减少"),
        ("社会保障和就业支出", "行政事业单位养老支出", "行政单位离退休", "2080501", "146.22", "158.94", "退休人员增加"),
        (
            "社会保障和就业支出",
            "行政事业单位养老支出",
            "机关事业单位基本养老保险缴费支出",
            "2080505",
            "398.64",
            "402.17",
            "缴费基数调整",
        ),
        (
            "社会保障和就业支出",
            "行政事业单位养老支出",
            "机关事业单位职业年金缴费支出",
            "2080506",
            "199.32",
            "186.45",
            "据实缴纳",
        ),
        ("卫生健康支出", "行政事业单位医疗", "行政单位医疗", "2101101", "168.45", "165.20", "人员变动"),
        ("卫生健康支出", "行政事业单位医疗", "事业单位医疗", "2101102", "46.80", "47.92", "缴费基数调整"),
        ("住房保障支出", "住房改革支出", "住房公积金", "2210201", "312.56", "321.84", "缴存基数调整"),
    ]
    cats: dict[str, D] = {}
    lastcat = {
        "一般公共服务支出": D("4986.37"),
        "科学技术支出": D("22.50"),
        "社会保障和就业支出": D("712.46"),
        "卫生健康支出": D("205.83"),
        "住房保障支出": D("308.40"),
    }

    def num(text: str) -> D:
        return D(text.replace(",", ""))

    for one in items:
        cats[one[0]] = cats.get(one[0], D(0)) + num(one[5])
    spent = sum(cats.values(), D(0))
    budget = sum(num(i[4]) for i in items)
    lastspent = sum(lastcat.values(), D(0))
    other, carry = D("84.36"), D("126.45")
    fiscal = spent + D("61.20") - carry + D("40.00")  # year's income leaves a carry-over
    income = fiscal + other
    whole = income + carry
    otherspent = D("79.85")
    total = spent + otherspent
    left = whole - total
    basic = D("4912.36")
    project = total - basic
    lastwhole = D("6512.74")
    doc.h(
        "霖江市市场监督管理局",
        "2024年度部门决算",
        "",
        "目    录",
        "第一部分  部门概况",
        "第二部分  2024年度部门决算情况说明",
        "第三部分  名词解释",
        "",
        "第一部分  部门概况",
        "一、部门职责",
    )
    doc.p(
        "霖江市市场监督管理局贯彻落实党中央关于市场监督管理工作的方针政策和省委、市委有关决策部署，主要职责是：负责市场综合监督管理；负责市场主体统一登记注册；负责组织和指导市场监管综合执法工作；负责反垄断统一执法；负责监督管理市场秩序；负责宏观质量管理；负责产品质量安全、特种设备安全、食品安全监督管理；负责统一管理计量、标准化、检验检测和认证认可工作；负责知识产权保护等。"
    )
    doc.h("二、机构设置")
    doc.p(
        f"从预算单位构成看，霖江市市场监督管理局部门决算包括：局本级决算及所属事业单位决算。纳入2024年度部门决算编制范围的单位共{doc('dw', 4)}个，具体为：1.霖江市市场监督管理局（本级）；2.霖江市食品药品检验所；3.霖江市质量技术检验检测中心；4.霖江市消费者权益保护服务中心。"
    )
    doc.h("第二部分  2024年度部门决算情况说明", "一、收入支出决算总体情况说明")
    doc.p(
        f"2024年度收、支总计{doc('whole', m(whole))}万元。与2023年度相比，收、支总计各增加{doc('wd', m(whole - lastwhole))}万元，增长{doc('wr', ch(whole, lastwhole))}。主要原因是人员经费政策性增长以及食品安全抽检任务增加。"
    )
    doc.h("二、收入决算情况说明")
    doc.p(
        f"2024年度本年收入合计{doc('income', m(income))}万元，其中：财政拨款收入{doc('fiscal', m(fiscal))}万元，占{doc('fs', pc(fiscal, income))}；上级补助收入0万元，占0.00%；事业收入0万元，占0.00%；经营收入0万元，占0.00%；其他收入{doc('other', other)}万元，占{doc('os', pc(other, income))}。年初结转和结余{doc('carry', carry)}万元。"
    )
    doc.h("三、支出决算情况说明")
    doc.p(
        f"2024年度本年支出合计{doc('total', m(total))}万元，其中：基本支出{doc('basic', m(basic))}万元，占{doc('bs', pc(basic, total))}；项目支出{doc('project', m(project))}万元，占{doc('ps', pc(project, total))}；上缴上级支出、经营支出、对附属单位补助支出均为0万元。年末结转和结余{doc('left', left)}万元。"
    )
    doc.h("", "- 5 -", "", "四、财政拨款收入支出决算总体情况说明")
    fw = fiscal + D("101.30")
    lw = D("6398.20")
    doc.p(
        f"2024年度财政拨款收、支总计{doc('fw', m(fw))}万元，与2023年度相比，财政拨款收、支总计各增加{doc('fwd', m(fw - lw))}万元，增长{doc('fwr', ch(fw, lw))}（2023年度为{doc('lw', m(lw))}万元）。"
    )
    doc.h("五、一般公共预算财政拨款支出决算情况说明", "（一）一般公共预算财政拨款支出决算总体情况")
    doc.p(
        f"2024年度一般公共预算财政拨款支出{doc('sp', m(spent))}万元，占本年支出合计的{doc('sps', pc(spent, total))}。与2023年度的{doc('lsp', m(lastspent))}万元相比，增加{doc('spd', m(spent - lastspent))}万元，增长{doc('spr', ch(spent, lastspent))}。"
    )
    doc.h("（二）一般公共预算财政拨款支出决算结构情况")
    doc.p(
        f"2024年度一般公共预算财政拨款支出{doc('sp2', m(spent))}万元，主要用于以下方面："
        + "；".join(
            f"{n}（类）支出{doc(f'c{k}', m(v))}万元，占{doc(f'cs{k}', pc(v, spent))}"
            for k, (n, v) in enumerate(cats.items(), 1)
        )
        + "。"
    )
    doc.h("单位：万元")
    rows = [["功能分类科目", "2023年决算数", "2024年决算数", "增减额", "增减%"]]
    rows += [
        [
            n,
            doc(f"cl{k}", m(lastcat[n])),
            doc(f"ct{k}", m(v)),
            doc(f"cd{k}", m(v - lastcat[n])),
            ("-" if v < lastcat[n] else "") + doc(f"cr{k}", ch(v, lastcat[n])[:-1]),
        ]
        for k, (n, v) in enumerate(cats.items(), 1)
    ]
    rows.append(
        [
            "合计",
            doc("cl", m(lastspent)),
            doc("ct", m(spent)),
            doc("cd", m(spent - lastspent)),
            doc("cr", ch(spent, lastspent)[:-1]),
        ]
    )
    doc.t(rows)
    doc.h("（三）一般公共预算财政拨款支出决算具体情况")
    doc.p(
        f"2024年度一般公共预算财政拨款支出年初预算为{doc('bud', m(budget))}万元，支出决算为{doc('sp3', m(spent))}万元，完成年初预算的{doc('budr', pc(spent, budget))}。其中："
    )
    for k, (a, b, c, _, x, y, why) in enumerate(items, 1):
        bx, by = num(x), num(y)
        tail = (
            "决算数与年初预算数持平。"
            if bx == by
            else f"决算数{'大于' if by > bx else '小于'}年初预算数的主要原因是{why}。"
        )
        doc.p(
            f"{doc(f'n{k}', k)}.{a}（类）{b}（款）{c}（项）。年初预算为{doc(f'b{k}', x)}万元，支出决算为{doc(f'a{k}', y)}万元，完成年初预算的{doc(f'r{k}', pc(by, bx))}。{tail}"
        )
        if k == 7:
            doc.h("", "- 7 -", "")
    fb = D("4880.15")
    staff = D("4476.92")
    office = fb - staff
    doc.h("六、一般公共预算财政拨款基本支出决算情况说明")
    doc.p(
        f"2024年度一般公共预算财政拨款基本支出{doc('fb', m(fb))}万元，其中：",
        f"人员经费{doc('staff', m(staff))}万元，占{doc('ss', pc(staff, fb))}，主要包括：基本工资、津贴补贴、奖金、绩效工资、机关事业单位基本养老保险缴费、职业年金缴费、职工基本医疗保险缴费、住房公积金、退休费等；",
        f"公用经费{doc('office', office)}万元，占{doc('ofs', pc(office, fb))}，主要包括：办公费、水费、电费、邮电费、差旅费、维修（护）费、劳务费、工会经费、公务用车运行维护费、其他交通费用等。",
    )
    run, host, abroad = D("68.42"), D("6.35"), D("4.80")
    th, thb, thl = run + host + abroad, D("92.00"), D("84.11")
    doc.h("七、财政拨款“三公”经费支出决算情况说明")
    doc.p(
        f"（一）总体情况。2024年度“三公”经费支出预算为{doc('thb', thb)}万元，支出决算为{doc('th', th)}万元，完成预算的{doc('thr', pc(th, thb))}，比2023年度的{doc('thl', thl)}万元减少{doc('thd', thl - th)}万元，下降{doc('thdr', ch(th, thl))}。",
        f"（二）具体情况。因公出国（境）费支出决算{doc('abroad', abroad)}万元，占{doc('abs', pc(abroad, th))}，全年安排因公出国（境）团组1个，累计2人次；公务用车购置及运行维护费支出决算{doc('run', run)}万元，占{doc('rus', pc(run, th))}，其中公务用车购置费0万元，公务用车运行维护费{doc('run2', run)}万元，年末公务用车保有量{doc('car', 28)}辆，车均{doc('carv', '2.44')}万元；公务接待费支出决算{doc('host', host)}万元，占{doc('hos', pc(host, th))}，国内公务接待{doc('bt', 52)}批次、{doc('gs', 468)}人次，人均{doc('gsv', '135.68')}元。",
    )
    doc.h("八、政府性基金预算收入支出决算情况说明")
    doc.p("本部门2024年度没有政府性基金预算财政拨款收入，也没有使用政府性基金预算安排的支出。")
    doc.h("九、国有资本经营预算支出决算情况说明")
    doc.p("本部门2024年度没有国有资本经营预算安排的支出。")
    doc.h("十、机关运行经费支出决算情况说明")
    doc.p(
        f"2024年度机关运行经费支出{doc('jg', D('352.18'))}万元，比2023年度的{doc('jgl', D('361.90'))}万元减少{doc('jgd', D('9.72'))}万元，下降{doc('jgr', ch(D('352.18'), D('361.90')))}，主要原因是落实过紧日子要求，压减办公费、会议费等支出。"
    )
    doc.h("十一、政府采购支出决算情况说明")
    g, w, s = D("186.45"), D("0.00"), D("724.38")
    doc.p(
        f"2024年度政府采购支出总额{doc('cg', g + w + s)}万元，其中：政府采购货物支出{doc('cg1', g)}万元、政府采购工程支出{doc('cg2', w)}万元、政府采购服务支出{doc('cg3', s)}万元。授予中小企业合同金额{doc('zx', D('812.60'))}万元，占政府采购支出总额的{doc('zxr', pc(D('812.60'), g + w + s))}，其中授予小微企业合同金额{doc('xw', D('503.81'))}万元，占授予中小企业合同金额的{doc('xwr', pc(D('503.81'), D('812.60')))}。"
    )
    doc.h(doc("num12", "十二、") + "国有资产占用情况说明")
    doc.p(
        f"截至2024年12月31日，本部门共有车辆{doc('cl_', 28)}辆，其中：机要通信用车{doc('cl_1', 2)}辆、应急保障用车{doc('cl_2', 3)}辆、执法执勤用车{doc('cl_3', 19)}辆、特种专业技术用车{doc('cl_4', 4)}辆；单价100万元（含）以上设备（不含车辆）{doc('sb', 11)}台（套）。"
    )
    doc.h("十三、预算绩效情况说明")
    doc.p(
        f"1.绩效管理工作开展情况。根据预算绩效管理要求，本部门组织对{doc('py', '2024')}年度一般公共预算项目支出全面开展绩效自评，共涉及项目{doc('xm', 16)}个，资金{doc('xmj', m(spent - fb))}万元，占一般公共预算项目支出总额的{doc('xmr', pc(1, 1))}。从自评情况看，16个项目中评价等级为优的{doc('xm1', 13)}个、良的{doc('xm2', 3)}个。",
        f"2.部门决算中项目绩效自评结果。“食品安全监督抽检”项目自评得分{doc('zp', D('97.63'))}分，全年预算数{doc('cjb', D('486.00'))}万元，执行数{doc('cja', D('468.27'))}万元，完成预算的{doc('cjr', pc(D('468.27'), 486))}。全年完成食品监督抽检{doc('pc_', '6,820')}批次，其中合格{doc('pc1', '6,687')}批次、不合格{doc('pc2', 133)}批次，抽检合格率{doc('pcr', pc(6687, 6820))}，不合格食品核查处置率100%。",
    )
    doc.h("第三部分  名词解释")
    doc.p(
        "一、财政拨款收入：指单位从同级财政部门取得的财政预算资金。",
        "二、基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。",
        "三、项目支出：指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。",
        "四、“三公”经费：指部门用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。",
    )
    five = " ".join(f"c{k}" for k in range(1, 6)) + " sp2"
    thirteen = " ".join(f"b{k}" for k in range(1, 14)) + " bud"
    doc.fault("share", "c3 sp2 cs3", {"cs3": "11.64%"}, "a/b*100=c", "11.46 写成 11.64")
    doc.fault("share", "host th hos", {"hos": "7.89%"}, "a/b*100=c", "7.98 写成 7.89")
    doc.fault("growth", "spd lsp spr", {"spr": "4.75%"}, "a/b*100=c", "4.57 写成 4.75")
    doc.fault("growth", "jg jgl jgr", {"jgr": "2.76%"}, "(b-a)/b*100=c", "以本年数为分母")
    doc.ok("growth", "ct4 cl4 cr4", "(a-b)/b*100=c")
    doc.fault("sum", "cg1 cg2 cg3 cg", {"cg": "901.83"}, "a+b+c=d", "910.83 写成 901.83")
    doc.ok("sum", "cl_1 cl_2 cl_3 cl_4 cl_", "a+b+c+d=e")
    doc.fault("rate", "a5 b5 r5", {"r5": "99.64%"}, "a/b*100=c", "百分比误记（96.64%）")
    doc.fault("difference", "thl th thd", {"thd": "5.45"}, "a-b=c", "4.54 写成 5.45")
    doc.fault("repeat", "sp sp3", {"sp3": "6,502.74"}, "a=b", "具体情况一节决算数两位颠倒")
    doc.fault("structure", "num12", {"num12": "十三、"}, "", "序号十三重复，缺十二")
    doc.fault("year", "py", {"py": "2023"}, "", "上年文字未改")
    doc.fault("count", "dw", {"dw": 3}, "", "列举4个单位而称3个")
    doc.holds("sum", "a+b+c+d+e=f", five, "ct1 ct2 ct3 ct4 ct5 ct", "cl1 cl2 cl3 cl4 cl5 cl", "cd1 cd2 cd3 cd4 cd5 cd")
    doc.holds("sum", "a+b+c+d+e+f+g+h+i+j+k+l+m=n", thirteen, " ".join(f"a{k}" for k in range(1, 14)) + " sp")
    doc.holds("sum", "a+b+c+d+e+f=g", "a1 a2 a3 a4 a5 a6 c1")
    doc.holds("sum", "a+b+c=d", "a8 a9 a10 c3", "abroad run host th")
    doc.holds(
        "sum",
        "a+b=c",
        "basic project total",
        "fiscal other income",
        "income carry whole",
        "staff office fb",
        "a11 a12 c4",
        "total left whole",
        "xm1 xm2 xm",
        "pc1 pc2 pc_",
    )
    doc.holds(
        "share",
        "a/b*100=c",
        "fiscal income fs",
        "other income os",
        "basic total bs",
        "project total ps",
        "sp total sps",
        *(f"c{k} sp2 cs{k}" for k in range(1, 6)),
        "staff fb ss",
        "office fb ofs",
        "abroad th abs",
        "run th rus",
        "zx cg zxr",
        "xw zx xwr",
    )
    doc.holds("growth", "(a-b)/b*100=c", *(f"ct{k} cl{k} cr{k}" for k in (1, 3)), "fw lw fwr", "ct cl cr")
    doc.holds("growth", "b/(a-b)*100=c", "whole wd wr")
    doc.holds("growth", "(b-a)/b*100=c", "ct2 cl2 cr2", "th thl thdr")
    doc.holds(
        "rate",
        "a/b*100=c",
        *(f"a{k} b{k} r{k}" for k in range(1, 14)),
        "th thb thr",
        "cja cjb cjr",
        "pc1 pc_ pcr",
        "sp bud budr",
    )
    doc.holds(
        "difference", "a-b=c", *(f"ct{k} cl{k} cd{k}" for k in range(1, 6)), "fw lw fwd", "sp lsp spd", "jgl jg jgd"
    )
    doc.holds("rate", "a/b=c", "run2 car carv")
    doc.holds("rate", "a*10000/b=c", "host gs gsv")
    doc.holds(
        "repeat",
        "a=b",
        "sp sp2",
        "sp ct",
        "lsp cl",
        "spd cd",
        "run run2",
        "car cl_",
        *(f"c{k} ct{k}" for k in range(1, 6)),
    )
    return doc
