"""A city's civil affairs bureau: an evaluation after a province's common frame, its score table one cell a line."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc


def paper() -> Paper:
    d = Paper("602-青棠市民政局2024年部门整体支出绩效评价报告.txt", gap="\n")
    start, final = D("6842.15"), D("7316.48")
    people, public = D("1468.27"), D("142.90")
    basic = people + public
    jobs = [
        ("养老服务体系建设", D("2260.00"), D("2198.36")),
        ("城乡低收入人口救助", D("1984.20"), D("1984.20")),
        ("儿童福利与未成年人保护", D("826.40"), D("809.75")),
        ("殡葬公共服务", D("348.71"), D("326.18")),
        ("社会组织与社会工作", D("196.00"), D("171.52")),
    ]
    plan, spent = sum((j[1] for j in jobs), D(0)), sum((j[2] for j in jobs), D(0))
    total = basic + spent
    d.h("青棠市民政局", "2024年部门整体支出绩效评价报告", "", "一、部门（单位）基本情况", "（一）机构组成")
    d.p(
        f"市民政局纳入2024年部门决算编制范围的预算单位共{d('units', 6)}个，其中行政单位{d('u1', 1)}个，参照公务员法管理的事业单位{d('u2', 2)}个，其他事业单位{d('u3', 3)}个。局机关内设8个职能科室。"
    )
    d.h("（二）机构职能和人员概况")
    d.p(
        "市民政局负责拟订全市民政事业发展规划并组织实施，承担社会救助、养老服务、儿童福利、社会组织管理、区划地名、婚姻登记和殡葬管理等职责。",
        f"{d('asof', '截至2024年12月31日')}，全系统核定编制{d('post', 164)}名，其中行政编制{d('post1', 34)}名、参公编制{d('post2', 26)}名、其他事业编制{d('post3', 104)}名；实有在职人员{d('real', 151)}人，其中行政人员{d('real1', 33)}人、参公人员{d('real2', 24)}人、其他事业人员{d('real3', 94)}人。",
    )
    d.h("（三）年度主要工作任务")
    d.p(
        "一是健全分层分类社会救助体系，做到应救尽救；二是推进居家社区养老服务提质，新增社区养老服务设施48个；三是加强困境儿童关爱保护，集中养育儿童康复训练全覆盖；四是深化殡葬改革，惠民殡葬政策落实到位。"
    )
    d.h("（四）部门整体支出绩效目标")
    d.p(
        "年度总体目标是：困难群众基本生活得到有效保障，养老服务供给能力持续提升，儿童福利和未成年人保护体系更加健全，社会组织规范有序发展，殡葬服务公益属性进一步体现。围绕总体目标，设置产出指标8项、效益指标3项、满意度指标1项，指标值均来源于市委、市政府下达的民生实事清单和全市民政工作要点。",
        f"全年计划实施特殊困难老年人家庭适老化改造{d('old0', 620)}户，其中城镇{d('old1', 255)}户、农村{d('old2', 365)}户；计划改造提升乡镇敬老院{d('yard', 5)}所；计划开展婚俗改革实验点建设2个；计划培训村级儿童主任418人次。",
    )
    d.h("二、部门资金收支情况")
    d.p(
        f"（一）收入情况。2024年年初预算收入{d('start', start)}万元，年中追加{d('more', final - start)}万元，调整后预算收入{d('final', final)}万元，追加比例{d('moreup', ch(final, start))}，主要为中央、省级困难群众救助补助资金。",
        f"（二）支出情况。全年支出{d('total', total)}万元，其中基本支出{d('basic', basic)}万元，占{d('bshare', pc(basic, total))}；项目支出{d('spent', spent)}万元，占{d('sshare', pc(spent, total))}。基本支出中，人员经费{d('people', people)}万元，日常公用经费{d('public', public)}万元。",
        f"（三）结余分配和结转结余情况。年末结转{d('left', final - total)}万元，全部为项目支出结转和基本支出结转，未发生结余分配。全年预算执行率{d('rate', pc(total, final))}。",
    )
    d.h("部门预算项目执行情况表（单位：万元）")
    d.t(
        [
            ["项目名称", "预算数", "执行数", "执行率"],
            *([n, d(f"jp{i}", a), d(f"jd{i}", b), d(f"jr{i}", pc(b, a))] for i, (n, a, b) in enumerate(jobs)),
            ["合计", d("jp", plan), d("jd", spent), d("jr", pc(spent, plan))],
        ]
    )
    d.h("三、部门整体绩效分析", "（一）部门预算总体绩效分析")
    d.p(
        f"1.履职效能。全年设置部门整体绩效指标{d('goals', 12)}项，{d('claim', '其中11项达到目标值，1项未达到目标值')}。新增社区养老服务设施目标{d('fac0', '≥48个')}，实际完成{d('fac1', '45个')}；社区养老服务设施覆盖率目标≥90%，实际为93.2%；低收入人口动态监测预警核实率目标100%，实际为100%。",
        f"2.救助工作。全市保障城市低保对象{d('low1', 4318)}人、农村低保对象{d('low2', 15642)}人，共{d('low', 19960)}人；特困人员{d('poor', 3274)}人，其中集中供养{d('poor1', 862)}人、分散供养{d('poor2', 2412)}人，集中供养率{d('poorrate', pc(862, 3274))}。集中养育儿童基本生活费标准为每人每月{d('child', '1850元')}，社会散居孤儿为每人每月1250元。",
        f"3.预算管理。预算执行进度方面，6月末执行进度{d('m6', '43.18%')}，9月末执行进度{d('m9', '68.92%')}，11月末执行进度{d('m11', '86.40%')}，按6月、9月、11月应分别达到40%、67.5%、82.5%的标准，每达到一个时点得1分，本项满分3分，自评得{d('prog', 3)}分。",
        f"4.项目实施。养老服务体系建设项目预算{d('tp0', jobs[0][1])}万元，执行{d('td0', jobs[0][2])}万元；儿童福利与未成年人保护项目预算{d('tp2', jobs[2][1])}万元，执行{d('td2', jobs[2][2])}万元，用于儿童福利机构运转、康复器材更新和乡镇未成年人保护工作站建设，建成工作站{d('st', 37)}个，其中上年已建{d('st1', 21)}个、本年新建{d('st2', 16)}个。",
        f"5.采购与资产。政府采购预算{d('bp', '318.60')}万元，实际完成{d('bd', '297.45')}万元，节约{d('bs', '21.15')}万元，节约率{d('br', pc(D('21.15'), D('318.60')))}。截至年末，车辆编制{d('cars', 9)}辆，实有8辆，均为业务用车。",
        f"6.服务对象满意度。通过入户走访和电话调查相结合的方式，访问服务对象{d('asked', 640)}人，满意{d('happy', 601)}人，满意度{d('sat', pc(601, 640))}，高于90%的目标值。",
    )
    rows = [
        ("履职效能", [("数量指标", 12, "11.25"), ("质量指标", 10, "10.00"), ("时效指标", 8, "8.00")]),
        (
            "预算管理",
            [
                ("预算编制质量", 6, "5.50"),
                ("执行进度", 3, "3.00"),
                ("支出控制", 6, "6.00"),
                ("预算年终结余", 5, "4.20"),
            ],
        ),
        ("财务管理", [("财务制度", 4, "4.00"), ("财务岗位", 3, "3.00"), ("资金使用合规", 3, "2.50")]),
        ("资产采购", [("资产管理", 6, "5.00"), ("采购执行", 4, "4.00")]),
        ("效益与满意", [("社会效益", 12, "11.00"), ("可持续影响", 8, "7.00"), ("服务对象满意度", 10, "10.00")]),
    ]
    d.h("部门整体支出绩效评价得分表")
    cells: list[list[object]] = [["一级指标", "二级指标", "分值", "得分"]]
    for i, (head, parts) in enumerate(rows):
        cells.extend([head, n, d(f"w{i}{k}", w), d(f"g{i}{k}", g)] for k, (n, w, g) in enumerate(parts))
        cells.append(
            [
                head + "小计",
                d(f"w{i}", sum(p[1] for p in parts)),
                d(f"g{i}", sum((D(p[2]) for p in parts), D(0))),
            ]
        )
    weight = sum(p[1] for _, parts in rows for p in parts)
    points = sum((D(p[2]) for _, parts in rows for p in parts), D(0))
    cells.append(["总计", d("w", weight), d("g", points)])
    d.t(cells)
    d.h("（二）部门预算项目绩效分析")
    d.p(
        f"纳入分析的项目{d('jobs', 5)}个，预算总额{d('tplan', plan)}万元。项目决策程序严密、目标设置基本合理；项目执行总体平稳，其中社会组织与社会工作项目执行率最低，为{d('lowest', pc(jobs[4][2], jobs[4][1]))}，原因是社工站服务合同跨年执行，尾款于次年支付。",
    )
    d.p(
        f"1.项目决策。5个项目均属民政部门职责范围，立项依据充分。养老服务体系建设项目经过可行性研究和事前绩效评估，入库前由市财政局组织专家评审，核减预算{d('trim', '86.00')}万元；其余项目为延续性项目，以上年执行结果为基础编制预算。",
        f"2.项目执行。适老化改造实际完成{d('olddone', 638)}户，为计划的{d('oldrate', pc(638, 620))}；敬老院改造提升5所，均于2024年11月15日前通过消防验收。救助资金通过“一卡通”发放，全年发放12批次，未出现迟发、错发。抽查儿童福利机构康复器材采购合同3份，付款条件与合同约定一致。",
        f"3.目标实现。低收入人口救助项目惠及困难群众{d('aid', 23234)}人（低保对象与特困人员合计），临时救助{d('temp', 2146)}人次，人次均救助{d('each', '1428')}元。殡葬公共服务项目减免基本殡葬费用{d('free', 1905)}例，其中困难群众{d('free1', 488)}例、其他城乡居民{d('free2', 1417)}例。",
    )
    d.h("（三）结果应用情况")
    d.p(
        "市民政局将自评结果与各科室年度目标考核挂钩，2024年8月按要求在政务网公开了上年度整体支出绩效报告，对上年度评价指出的3个问题全部完成整改。"
    )
    d.h("四、评价结论及建议")
    d.p(
        f"（一）评价结论。经评价，市民政局2024年部门整体支出绩效得分{d('points', points)}分。总体上，资金保障了民政重点任务落实，但养老设施建设进度与计划有差距。",
        f"（二）存在问题。一是新增社区养老服务设施未达计划，缺口{d('gap', 3)}个，系2个街道选址调整、1个社区产权未厘清所致；二是个别项目执行率低于90%。",
        "（三）改进建议。一是前移项目选址论证，把产权核查作为入库条件；二是按服务进度约定付款节点，减少年末集中支付。",
    )
    d.fault("count", "u1 u2 u3 units", {"u3": 4}, "a+b+c=d", "the kinds give seven")
    d.fault("year", "asof", {"asof": "截至2023年12月31日"}, note="last year's date beside the figures of 2024")
    d.fault(
        "target",
        "fac0 fac1 claim",
        {"claim": "已全部达到目标值"},
        note="45 against at least 48, all said to be reached; the problems say it is not",
    )
    d.fault("unit", "child", {"child": "1850万元"}, note="万元 for 元: a child's living costs of a month")
    d.fault("score_rule", "m9 prog", {"m9": "66.92%"}, note="below 67.5 per cent, the point is given nevertheless")
    d.fault("repeat", "tp2 jp2", {"tp2": "862.40"}, "a=b", "digits swapped between text and table")
    d.fault("score_sum", "g30 g31 g3", {"g30": "5.50"}, "a+b=c", "leaf changed, the subtotal not")
    d.fault("score_sum", "w40 w41 w42 w4", {"w41": 10}, "a+b+c=d", "weight of a leaf against the section's 30")
    for at in range(5):
        d.ok("rate", f"jd{at} jp{at} jr{at}", "a/b*100=c")
    d.ok("sum", "old1 old2 old0", "a+b=c")
    d.ok("rate", "olddone old0 oldrate", "a/b*100=c")
    d.ok("sum", "low poor aid", "a+b=c")
    d.ok("sum", "free1 free2 free", "a+b=c")
    d.ok("sum", "jp0 jp1 jp2 jp3 jp4 jp", "a+b+c+d+e=f")
    d.ok("sum", "jd0 jd1 jd2 jd3 jd4 jd", "a+b+c+d+e=f")
    d.ok("repeat", "jd spent", "a=b")
    d.ok("repeat", "td2 jd2", "a=b")
    d.ok("repeat", "tplan jp", "a=b")
    d.ok("repeat", "lowest jr4", "a=b")
    d.ok("growth", "more start moreup", "a/b*100=c")
    d.ok("difference", "final start more", "a-b=c")
    d.ok("sum", "basic spent total", "a+b=c")
    d.ok("share", "basic total bshare", "a/b*100=c")
    d.ok("share", "spent total sshare", "a/b*100=c")
    d.ok("sum", "people public basic", "a+b=c")
    d.ok("difference", "final total left", "a-b=c")
    d.ok("rate", "total final rate", "a/b*100=c")
    d.ok("sum", "post1 post2 post3 post", "a+b+c=d")
    d.ok("sum", "real1 real2 real3 real", "a+b+c=d")
    d.ok("sum", "low1 low2 low", "a+b=c")
    d.ok("sum", "poor1 poor2 poor", "a+b=c")
    d.ok("survey", "happy asked sat", "a/b*100=c")
    d.ok("difference", "bp bd bs", "a-b=c")
    d.ok("sum", "st1 st2 st", "a+b=c")
    d.ok("score_sum", "g00 g01 g02 g0", "a+b+c=d")
    d.ok("score_sum", "g0 g1 g2 g3 g4 g", "a+b+c+d+e=f")
    d.ok("score_sum", "w0 w1 w2 w3 w4 w", "a+b+c+d+e=f")
    d.ok("repeat", "g points", "a=b")
    return d
