"""A city's traffic police on their whole expenditure, in Word."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

PROJECTS = (
    ("智能交通设施运行维护", "1860.00", "1842.36"),
    ("交通标志标线施划", "920.00", "913.08"),
    ("警务辅助人员经费", "1450.00", "1450.00"),
    ("事故救援及涉案车辆保管", "280.00", "262.15"),
    ("交通安全宣传教育", "120.00", "118.20"),
    ("车驾管业务证照工本", "180.00", "155.00"),
)


def paper() -> Paper:
    d = Paper("1003-濂州市公安局交通警察支队2023年度部门整体支出绩效评价报告.docx")
    first, added = D("14860.00"), D("1732.45")
    full = first + added
    staff, office, project = D("9868.14"), D("1377.24"), D("4740.79")
    basic = staff + office
    cost = basic + project
    last = D("15240.62")
    plan = sum((D(one[1]) for one in PROJECTS), D(0))
    d.h("濂州市公安局交通警察支队", "2023年度部门整体支出绩效评价报告")
    d.p(
        "按照《濂州市财政局关于开展2023年度市级部门整体支出绩效评价工作的通知》（濂财绩函〔2024〕11号）要求，支队党委专题研究部署，由警务保障大队牵头，会同秩序、事故、科技、车管等大队，采取查阅账簿凭证、核对业务台账、现场抽查等方式，对支队2023年度整体支出绩效进行了评价。现报告如下："
    )
    d.h("一、部门基本情况", "（一）主要职能")
    d.p(
        "支队承担全市道路交通秩序管理、交通事故预防和处理、机动车和驾驶人管理、交通安全宣传教育、城市道路交通科技设施建设维护以及重大活动交通安保等职责。"
    )
    d.h("（二）机构人员")
    d.p(
        f"支队内设秩序管理、事故处理、法制、科技、宣传、警务保障{d('inner', 6)}个大队，下辖城区执勤大队{d('e1', 4)}个、高速大队{d('e2', 2)}个和车辆管理所1个。核定政法专项编制{d('post', 412)}名，2023年末实有在编民警{d('man', 396)}人，编制使用率{d('manr', pc(396, 412))}；另有警务辅助人员{d('aux', 580)}人。"
    )
    d.h("（三）辖区基本情况")
    d.p(
        f"截至{d('asof', '2023')}年12月31日，全市机动车保有量{d('car', '62.84')}万辆，其中：汽车{d('car1', '48.37')}万辆，占{d('car1s', pc(D('48.37'), D('62.84')))}；摩托车{d('car2', '13.15')}万辆，占{d('car2s', pc(D('13.15'), D('62.84')))}；其他车辆{d('car3', '1.32')}万辆，占{d('car3s', pc(D('1.32'), D('62.84')))}。机动车驾驶人{d('drv', '71.26')}万人，比上年的{d('drv0', '68.40')}万人增加{d('drvd', '2.86')}万人，增长{d('drvg', ch(D('71.26'), D('68.40')))}。"
    )
    d.h("（四）年度总体目标")
    d.p(
        "以“减量控大”为核心，压降道路交通事故，道路交通事故死亡人数同比下降不少于8%；施划更新道路标线12万平方米；城区信号灯完好率不低于98%，科技设施故障24小时修复率不低于95%；深化“放管服”改革，车驾管业务网办率达到70%以上；群众满意度达到90%以上。"
    )
    d.h("二、资金收支及管理情况", "（一）收支总体情况")
    d.p(
        f"年初预算{d('first', first)}万元，年中调增{d('added', added)}万元，调整后预算{d('full', full)}万元。全年支出{d('cost', cost)}万元，预算执行率{d('exec', pc(cost, full))}，比2022年支出{d('last', last)}万元增加{d('more', cost - last)}万元，增长{d('moreg', ch(cost, last))}；年末结转结余{d('left', full - cost)}万元。",
        f"支出中，基本支出{d('basic', basic)}万元，占{d('bs', pc(basic, cost))}，其中人员经费{d('staff', staff)}万元、公用经费{d('pub', office)}万元；项目支出{d('proj', project)}万元，占{d('ps', pc(project, cost))}。",
    )
    d.h("（二）项目支出情况", "表1  2023年度项目支出执行情况表                                   单位：万元")
    rows: list[list[object]] = [["序号", "项目名称", "调整后预算", "实际支出", "结余", "执行率"]]
    for place, (name, given, spent) in enumerate(PROJECTS):
        rows.append(
            [
                place + 1,
                name,
                d(f"b{place}", given),
                d(f"c{place}", spent),
                d(f"l{place}", D(given) - D(spent)),
                d(f"r{place}", pc(D(spent), D(given))),
            ]
        )
    rows.append(["", "合计", d("bt", plan), d("ct", project), d("lt", plan - project), d("rt", pc(project, plan))])
    d.t(rows)
    d.h("（三）“三公”经费及政府采购情况")
    d.p(
        f"“三公”经费预算{d('tb', '486.00')}万元，实际支出{d('tc', '452.73')}万元（{d('br', '均为公务用车购置及运行维护费，其中购置执法执勤车辆6辆、119.40万元')}），“三公”经费控制率{d('tr', pc(D('452.73'), D('486.00')))}。",
        f"年初编报政府采购预算{d('gb', '2264.00')}万元，实际采购{d('gc', '2198.35')}万元，政府采购执行率{d('gr', pc(D('2198.35'), D('2264.00')))}，其中货物类{d('g1', '836.20')}万元、服务类{d('g2', '1362.15')}万元。",
    )
    d.h("（四）内部管理情况")
    d.p(
        "支队先后修订《经费支出管理办法》《政府采购内部控制管理办法》《固定资产管理办法》等3项制度，重大经费支出坚持党委集体研究，严格执行国库集中支付和公务卡结算规定。2023年未发现截留、挤占、挪用资金问题。"
    )
    d.h("三、绩效目标完成情况", "（一）产出情况")
    d.p(
        f"1.设施建设维护。全年施划更新道路标线{d('line', '12.36')}万平方米，{d('linecl', '超额完成年初确定的')}{d('lineg', '12')}万平方米任务；新建信号灯路口{d('lamp', 14)}处，更换标志牌{d('sign', 1263)}面。",
        f"2.秩序管理。开展“夏夜治安巡查”“百日行动”等专项整治{d('act', 11)}次，查处酒驾醉驾{d('drunk', 3218)}起，其中饮酒驾驶{d('dr1', 2751)}起、醉酒驾驶{d('dr2', 467)}起；查处货车超载{d('over', 5846)}起、“三车”违法6.3万起。",
        f"3.事故预防。全市共发生一般及以上道路交通事故{d('acc', 412)}起，同比（上年{d('acc0', 468)}起）下降{d('accg', ch(412, 468))}；死亡{d('dead', 57)}人，同比（上年{d('dead0', 64)}人）下降{d('deadg', ch(57, 64))}；受伤{d('hurt', 389)}人，同比（上年{d('hurt0', 451)}人）下降{d('hurtg', ch(389, 451))}；直接财产损失{d('loss', '86.4')}万元，同比（上年{d('loss0', '102.5')}万元）下降{d('lossg', ch(D('86.4'), D('102.5')))}。未发生一次死亡3人以上的较大事故。",
        f"4.车驾管服务。全年办理车驾管业务{d('biz', '58.62')}万笔，其中网上办理{d('net', '43.37')}万笔，网办率{d('netr', pc(D('43.37'), D('58.62')))}。",
    )
    d.h("（二）效益情况")
    d.p(
        f"城区早晚高峰平均车速由上年的{d('v0', '24.6')}公里/小时提高到{d('v1', '26.1')}公里/小时，提升{d('vg', ch(D('26.1'), D('24.6')))}；{d('man2', 396)}名在编民警与辅警队伍圆满完成中高考、龙舟赛、国际马拉松等23场重大活动交通安保任务，群众交通安全感进一步提升。"
    )
    d.h("（三）满意度情况")
    d.p(
        f"委托市统计局民调中心开展电话调查，有效样本{d('q0', 1200)}个，表示满意的{d('q1', 873)}个、基本满意的{d('q2', 246)}个、不满意的{d('q3', 81)}个，综合满意度{d('qs', pc(1119, 1200))}。"
    )
    d.h("表2  2023年度部门整体支出绩效指标完成情况表")
    d.t(
        [
            ["指标类型", "三级指标", "目标值", "完成值"],
            ["数量指标", "标线施划面积", d("t0", "≥12万平方米"), d("a0", "12.36万平方米")],
            ["数量指标", "新建信号灯路口", d("t1", "≥12处"), d("a1", "14处")],
            ["质量指标", "城区信号灯完好率", d("t2", "≥98%"), d("a2", "98.6%")],
            ["时效指标", "科技设施故障24小时修复率", d("t3", "≥95%"), d("a3", "96.8%")],
            ["社会效益", "交通事故死亡人数下降率", d("t4", "≥8%"), d("a4", ch(57, 64))],
            ["社会效益", "车驾管业务网办率", d("t5", "≥70%"), d("a5", pc(D("43.37"), D("58.62")))],
            ["满意度", "群众满意度", d("t6", "≥90%"), d("a6", pc(1119, 1200))],
        ]
    )
    d.p(f"综上，支队2023年度{d('claim', '7项绩效指标均达到或超过目标值')}，整体支出绩效情况良好。")
    d.h("四、存在的问题")
    d.p(
        "（一）预算执行进度不够均衡。一、三季度支出偏低，四季度集中支付，证照工本费因换证周期波动预算与实际偏差较大。",
        "（二）科技设施运维考核不细。外包运维单位考核以月度巡检为主，与付款挂钩的量化指标偏少。",
        "（三）绩效评价结果运用不充分。评价结果与大队经费分配的联动机制尚未建立。",
    )
    d.h("五、有关建议")
    d.p(
        "（一）加强预算执行管理，将支出进度纳入各大队季度考核，提高资金支付的均衡性。",
        "（二）完善运维合同考核条款，把完好率、修复及时率与运维费用支付直接挂钩。",
        "（三）推进评价结果运用，对绩效评价排名靠后的项目相应核减下年度预算。",
    )
    d.p("濂州市公安局交通警察支队", "2024年5月20日")
    d.fault(
        "structure",
        "br",
        {"br": "均为公务用车购置及运行维护费，其中购置执法执勤车辆（6辆、119.40万元"},
        note="a second bracket opened and never closed",
    )
    d.fault("target", "line linecl lineg", {"line": "11.36"}, note="11.36 is not above 12")
    d.fault("target", "t3 a3 claim", {"a3": "93.8%"}, note="missed, yet all seven are said to be reached")
    d.fault("year", "asof", {"asof": "2022"}, note="last year's text: compared with the year before as if of 2023")
    d.fault("repeat", "man man2", {"man2": 369}, "a=b", "digits swapped")
    d.fault("rate", "tc tb tr", {"tr": "107.35%"}, "a/b*100=c", "budget divided by outturn")
    d.fault("growth", "hurt hurt0 hurtg", {"hurtg": "15.94%"}, "(b-a)/b*100=c", "divided by this year's figure")
    d.fault(
        "sum",
        "b0 b1 b2 b3 b4 b5 bt",
        {"bt": "4630.00"},
        "a+b+c+d+e+f=g",
        "total not updated when the last project was added",
    )
    d.fault("difference", "full cost left", {"left": "660.28"}, "a-b=c", "digits swapped")
    d.oks("sum", "a+b=c", "first added full", "staff pub basic", "basic proj cost", "g1 g2 gc", "dr1 dr2 drunk")
    d.oks("sum", "a+b+c=d", "car1 car2 car3 car", "q1 q2 q3 q0")
    d.ok("sum", "c0 c1 c2 c3 c4 c5 ct", "a+b+c+d+e+f=g")
    d.ok("sum", "l0 l1 l2 l3 l4 l5 lt", "a+b+c+d+e+f=g")
    d.oks("share", "a/b*100=c", "car1 car car1s", "car2 car car2s", "car3 car car3s", "basic cost bs", "proj cost ps")
    d.oks(
        "rate",
        "a/b*100=c",
        "man post manr",
        "cost full exec",
        "gc gb gr",
        "net biz netr",
        "c0 b0 r0",
        "c1 b1 r1",
        "c2 b2 r2",
    )
    d.oks("rate", "a/b*100=c", "c3 b3 r3", "c4 b4 r4", "c5 b5 r5")
    d.ok("rate", "q1 q2 q0 qs", "(a+b)/c*100=d")
    d.oks(
        "difference",
        "a-b=c",
        "cost last more",
        "drv drv0 drvd",
        "b0 c0 l0",
        "b1 c1 l1",
        "b3 c3 l3",
        "b4 c4 l4",
        "b5 c5 l5",
    )
    d.oks("growth", "(a-b)/b*100=c", "cost last moreg", "drv drv0 drvg", "v1 v0 vg")
    d.oks("growth", "(b-a)/b*100=c", "acc acc0 accg", "dead dead0 deadg", "loss loss0 lossg")
    d.same("ct proj", "netr a5", "deadg a4", "qs a6", "lamp a1")
    for place in (0, 1, 2, 4, 5, 6):
        d.ok("target", f"t{place} a{place}", note="met")
    return d
