"""A city's market regulator: a final account in Word, line by line against the budget."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc

ITEMS = [
    ("2013801", "行政运行", D("3180.00"), D("3264.58"), D("0.00")),
    ("2013802", "一般行政管理事务", D("520.00"), D("0.00"), D("486.73")),
    ("2013812", "药品事务", D("260.00"), D("0.00"), D("251.42")),
    ("2013816", "食品安全监管", D("845.00"), D("0.00"), D("803.96")),
    ("2013850", "事业运行", D("1126.40"), D("1149.75"), D("0.00")),
    ("2080505", "机关事业单位基本养老保险缴费支出", D("418.62"), D("421.08"), D("0.00")),
    ("2101101", "行政单位医疗", D("167.35"), D("165.90"), D("0.00")),
    ("2210201", "住房公积金", D("352.18"), D("355.64"), D("0.00")),
]


def paper() -> Paper:
    d = Paper("609-岱东市市场监督管理局2024年度部门决算.docx")
    basic = sum((one[3] for one in ITEMS), D(0))
    project = sum((one[4] for one in ITEMS), D(0))
    spent, plan = basic + project, sum((one[2] for one in ITEMS), D(0))
    fiscal, other, opening = spent - D("38.40"), D("52.16"), D("96.85")
    income = fiscal + other
    means = income + opening
    closing = means - spent
    last = D("6842.97")
    d.h("岱东市市场监督管理局", "2024年度部门决算", "第一部分　部门概况", "一、部门职责")
    d.p(
        "负责全市市场综合监督管理，组织实施质量强市战略，承担食品、药品、特种设备安全监管和计量、标准化、认证认可管理，组织市场监管综合执法。"
    )
    d.h("二、机构设置")
    d.p(
        f"从决算单位构成看，部门决算包括局本级决算和所属{d('units', 3)}个事业单位决算，所属单位分别为：{d('names', '市食品药品检验检测中心、市计量测试所、市消费者投诉举报中心')}。"
    )
    d.h("第二部分　2024年度部门决算表", "表1　收入支出决算总表（单位：万元）")
    d.t(
        [
            ["收入项目", "决算数", "支出项目", "决算数"],
            [
                "一般公共预算财政拨款收入",
                d("tfiscal", fiscal),
                "一般公共服务支出",
                d("o201", sum((one[3] + one[4] for one in ITEMS[:5]), D(0))),
            ],
            ["其他收入", d("tother", other), "社会保障和就业支出", d("o208", ITEMS[5][3])],
            ["", "", "卫生健康支出", d("o210", ITEMS[6][3])],
            ["", "", "住房保障支出", d("o221", ITEMS[7][3])],
            ["本年收入合计", d("tincome", income), "本年支出合计", d("tspent", spent)],
            ["年初结转和结余", d("topening", opening), "年末结转和结余", d("tclosing", closing)],
            ["总计", d("tmeans", means), "总计", d("tall", means)],
        ]
    )
    d.h("表2　支出决算表（单位：万元）")
    d.t(
        [
            ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
            *(
                [d(f"code{i}", code), d(f"name{i}", name), d(f"t{i}", a + b), d(f"b{i}", a), d(f"p{i}", b)]
                for i, (code, name, _, a, b) in enumerate(ITEMS)
            ),
            ["", "合计", d("tt", spent), d("tb", basic), d("tp", project)],
        ]
    )
    d.h("表3　财政拨款“三公”经费支出决算表（单位：万元）")
    d.t(
        [
            ["项目", "年初预算数", "决算数"],
            ["因公出国（境）费", "0.00", "0.00"],
            ["公务用车购置费", "0.00", "0.00"],
            ["公务用车运行维护费", d("ycar0", "74.00"), d("ycar1", "70.86")],
            ["公务接待费", d("yeat0", "12.00"), d("yeat1", "8.66")],
            ["合计", d("yall0", "86.00"), d("yall1", "79.52")],
        ]
    )
    d.h("第三部分　2024年度部门决算情况说明", "一、收入支出决算总体情况说明")
    d.p(
        f"2024年度收、支总计均为{d('means', means)}万元。与2023年度的{d('last', last)}万元相比，收、支总计各增加{d('more', means - last)}万元，增长{d('up', ch(means, last))}。主要原因是食品抽检任务量增加、检验检测设备更新。"
    )
    d.h("二、收入决算情况说明")
    d.p(
        f"本年收入合计{d('income', income)}万元，其中：财政拨款收入{d('fiscal', fiscal)}万元，占{d('fshare', pc(fiscal, income))}；其他收入{d('other', other)}万元，占{d('oshare', pc(other, income))}。"
    )
    d.h("三、支出决算情况说明")
    d.p(
        f"本年支出合计{d('spent', spent)}万元，其中：基本支出{d('basic', basic)}万元，占{d('bshare', pc(basic, spent))}；项目支出{d('project', project)}万元，占{d('pshare', pc(project, spent))}。与上年相比，项目支出{d('leftover', '增加')}142.60万元，主要是食品抽检批次提高。"
    )
    d.h("四、支出决算具体情况")
    d.p(
        f"本年支出年初预算为{d('plan', plan)}万元，支出决算为{d('spent2', spent)}万元，完成年初预算的{d('done', pc(spent, plan))}。其中："
    )
    for i, (code, name, start, a, b) in enumerate(ITEMS):
        word = "大于" if a + b > start else "小于"
        reason = [
            "年中追加调资经费",
            "压减一般性支出",
            "部分抽检合同结余",
            "部分抽检合同结余",
            "在编人员晋级",
            "缴费基数调整",
            "年中1名人员调出",
            "缴存基数调整",
        ][i]
        d.p(
            f"{i + 1}.{name}（{code}）。年初预算为{d(f's{i}', start)}万元，支出决算为{d(f'c{i}', a + b)}万元，完成年初预算的{d(f'r{i}', pc(a + b, start))}。决算数{d(f'x{i}', word)}年初预算数的主要原因是{reason}。"
        )
    staff, public = basic - D("412.38"), D("412.38")
    d.h("五、基本支出决算情况说明")
    d.p(
        f"基本支出{d('basic2', basic)}万元，其中：人员经费{d('staff', staff)}万元，主要包括基本工资、津贴补贴、绩效工资、社会保障缴费、住房公积金等；公用经费{d('public', public)}万元，主要包括办公费、印刷费、水电费、差旅费、工会经费等。"
    )
    d.h("六、“三公”经费支出决算情况说明")
    d.p(
        f"“三公”经费支出年初预算为{d('pub0', '86.00')}万元，支出决算为{d('pub1', '79.52')}万元，完成年初预算的{d('pubrate', pc(D('79.52'), 86))}。其中：公务用车运行维护费预算{d('car0', '74.00')}万元、决算{d('car1', '70.86')}万元；公务接待费预算{d('eat0', '12.00')}万元、决算{d('eat1', '8.66')}万元。公务接待费决算数{d('eatword', '小于')}预算数，主要是严格控制接待标准和陪餐人数。",
        f"国内公务接待{d('batch', 74)}批次、{d('heads', 592)}人次，人均{d('each', '146.28')}元。开支财政拨款的公务用车保有量{d('vehicles', 31)}辆，车均运行维护费{d('percar', '2.29')}万元。",
    )
    d.h("七、预算绩效情况说明")
    d.p(
        f"{d('asof', '2025年上半年')}，我局对2024年度{d('jobs', 14)}个项目开展绩效自评，涉及资金{d('jobsum', project)}万元。其中，{d('n1', 9)}个项目自评等级为“优”，{d('n2', 4)}个项目为“良”，{d('n3', 1)}个项目为“中”。",
        f"以食品安全抽检项目为例，全年预算{d('tp0', '560.00')}万元，执行{d('tp1', '541.80')}万元，执行率{d('tpr', pc(D('541.80'), 560))}，自评得分{d('score', '98.71')}分。全年抽检食品{d('food', 8420)}批次，其中合格{d('food1', 8259)}批次、不合格{d('food2', 161)}批次，合格率{d('foodr', pc(8259, 8420))}；不合格食品处置率100%。发现的主要问题：{d('tail', '一是小作坊抽检覆盖面不足，二是检验报告上传不够及时')}。",
    )
    d.h("食品安全抽检项目自评表")
    d.t(
        [
            ["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
            ["预算执行", "预算执行率", "100%", "96.75%", 10, d("j0", "9.68")],
            ["产出", "食品抽检批次", d("h1", "≥8000批次"), d("h2", "8420批次"), 20, d("j1", "20.00")],
            ["产出", "抽检结果公示率", "100%", "100%", 15, d("j2", "15.00")],
            ["产出", "检验报告上传及时率", "100%", "96.00%", 15, d("j3", "14.40")],
            ["效益", "不合格食品处置率", "100%", "100%", 15, d("j4", "15.00")],
            ["效益", "食品安全知晓率", "≥80%", "78.00%", 15, d("j5", "14.63")],
            ["满意度", "群众满意度", "≥85%", "86.40%", 10, d("j6", "10.00")],
            ["总分", "", "", "", 100, d("j", "98.71")],
        ]
    )
    d.p(
        "注：未达到指标值的，按实际完成值÷指标值×分值计算，保留两位小数；食品安全知晓率未达标，主要是农村集市宣传覆盖不够。"
    )
    d.h("八、其他重要事项")
    d.p(
        f"（一）机关运行经费。2024年度机关运行经费支出{d('run', '286.45')}万元，比2023年的{d('run0', '301.20')}万元减少{d('runless', '14.75')}万元，下降{d('rundown', ch(D('286.45'), D('301.20')))}，主要原因是{d('runwhy', '压减会议费和印刷费')}。",
        f"（二）政府采购。政府采购支出总额{d('buy', '918.34')}万元，其中货物{d('buy1', '427.16')}万元、工程{d('buy2', '38.50')}万元、服务{d('buy3', '452.68')}万元。授予中小企业合同金额{d('small', '761.20')}万元，占政府采购支出总额的{d('smallshare', pc(D('761.20'), D('918.34')))}。",
        "（三）国有资产占用。截至2024年12月31日，本部门共有车辆31辆，其中机要通信用车2辆、应急保障用车1辆、执法执勤用车22辆、特种专业技术用车4辆、其他用车2辆。",
    )
    d.h("第四部分　名词解释")
    d.p(
        "一、财政拨款收入：指单位从本级财政部门取得的财政预算资金。",
        "二、其他收入：指除财政拨款收入等以外的各项收入，主要是利息收入和检验委托收入。",
        "三、年初结转和结余：指以前年度尚未完成、结转到本年仍按原规定用途继续使用的资金，或项目已完成等产生的结余资金。",
        "四、基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。",
        "五、项目支出：指在基本支出之外，为完成特定行政任务和事业发展目标所发生的支出。",
        "六、“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。",
        "七、机关运行经费：指为保障行政单位运行用于购买货物和服务的各项公用经费，包括办公及印刷费、差旅费、会议费、日常维修费、办公用房水电费等。",
    )
    d.fault("growth", "more last up", {"more": "196.70"}, "a/b*100=c", "digit wrong in the increase")
    d.fault("difference", "means last more", {"more": "196.70"}, "a-b=c", "digit wrong in the increase")
    d.fault(
        "rate", "c3 s3 r3", {"r3": pc(ITEMS[2][4], ITEMS[2][2])}, "a/b*100=c", "the percentage of the item above copied"
    )
    d.ok("sum", "b4 p4 t4", "a+b=c")
    d.ok("repeat", "t4 c4", "a=b")
    d.ok("sum", "t0 t1 t2 t3 t4 o201", "a+b+c+d+e=f")
    d.ok("sum", " ".join(f"t{i}" for i in range(8)) + " tt", "a+b+c+d+e+f+g+h=i")
    d.fault("difference", "basic2 staff public", {"public": "421.38"}, "a-b=c", "digits swapped")
    d.fault("structure", "leftover", {"leftover": "增加（减少）"}, note="leftover of the template")
    d.fault("growth", "x6 s6 c6", {"x6": "大于"}, note="165.90 is less than 167.35, and a person left")
    d.fault("count", "n1 n2 n3 jobs", {"n2": 5}, "a+b+c=d", "the grades give 15 of 14")
    d.ok("sum", "car1 eat1 pub1", "a+b=c")
    d.ok("rate", "eat1 heads each", "a*10000/b=c")
    d.ok("repeat", "j score", "a=b")
    d.ok("score_sum", "j0 j1 j2 j3 j4 j5 j6 j", "a+b+c+d+e+f+g=h")
    d.ok("score_rule", "tpr j0", "a*10/100=b")
    d.ok("target", "h1 h2")
    d.ok("repeat", "h2 food", "a=b")
    d.ok("sum", "ycar1 yeat1 yall1", "a+b=c")
    d.ok("sum", "ycar0 yeat0 yall0", "a+b=c")
    d.ok("repeat", "yall1 pub1", "a=b")
    d.ok("repeat", "yeat1 eat1", "a=b")
    d.ok("sum", "tfiscal tother tincome", "a+b=c")
    d.ok("sum", "tincome topening tmeans", "a+b=c")
    d.ok("sum", "tspent tclosing tall", "a+b=c")
    d.ok("sum", "o201 o208 o210 o221 tspent", "a+b+c+d=e")
    d.ok("sum", " ".join(f"b{i}" for i in range(8)) + " tb", "a+b+c+d+e+f+g+h=i")
    d.ok("sum", " ".join(f"p{i}" for i in range(8)) + " tp", "a+b+c+d+e+f+g+h=i")
    d.ok("sum", "tb tp tt", "a+b=c")
    d.ok("sum", " ".join(f"s{i}" for i in range(8)) + " plan", "a+b+c+d+e+f+g+h=i")
    d.ok("share", "fiscal income fshare", "a/b*100=c")
    d.ok("share", "other income oshare", "a/b*100=c")
    d.ok("share", "basic spent bshare", "a/b*100=c")
    d.ok("share", "project spent pshare", "a/b*100=c")
    d.ok("rate", "spent2 plan done", "a/b*100=c")
    for i in (0, 1, 2, 4, 5, 7):
        d.ok("rate", f"c{i} s{i} r{i}", "a/b*100=c")
    d.ok("rate", "pub1 pub0 pubrate", "a/b*100=c")
    d.ok("sum", "car0 eat0 pub0", "a+b=c")
    d.ok("rate", "car1 vehicles percar", "a/b=c")
    d.ok("rate", "tp1 tp0 tpr", "a/b*100=c")
    d.ok("sum", "food1 food2 food", "a+b=c")
    d.ok("rate", "food1 food foodr", "a/b*100=c")
    d.ok("growth", "runless run0 rundown", "a/b*100=c")
    d.ok("sum", "buy1 buy2 buy3 buy", "a+b+c=d")
    d.ok("share", "small buy smallshare", "a/b*100=c")
    d.ok("count", "units names")
    return d
