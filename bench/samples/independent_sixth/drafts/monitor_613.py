"""A city's education bureau at the end of July: what was spent, how far the goals are, what is put right."""

from __future__ import annotations

from samples.independent_fourth.making import D, pc
from samples.independent_sixth.laying import COLUMNS, Laid

JOBS = [
    ("义务教育薄弱环节改善", D("4260.00"), D("4260.00"), D("2486.73")),
    ("学前教育普惠发展", D("1850.00"), D("1920.00"), D("1163.58")),
    ("普通高中达标建设", D("2300.00"), D("2300.00"), D("1024.65")),
    ("学生资助", D("1620.00"), D("1684.50"), D("1012.40")),
    ("教师培训", D("386.00"), D("386.00"), D("238.16")),
    ("教育信息化", D("940.00"), D("880.00"), D("397.82")),
    ("校园安全管理", D("512.00"), D("512.00"), D("331.44")),
]


def money(d: Laid, tag: str) -> tuple[D, D, D]:
    """The table of projects."""
    a, b, c = (sum((j[k] for j in JOBS), D(0)) for k in (1, 2, 3))
    rows = [["序号", "项目名称", "年初预算", "调整预算", "1—7月执行数", "执行率"]]
    for i, (name, start, plan, done) in enumerate(JOBS):
        rows.append(
            [
                str(i + 1),
                name,
                d(f"{tag}s{i}", start),
                d(f"{tag}p{i}", plan),
                d(f"{tag}d{i}", done),
                d(f"{tag}r{i}", pc(done, plan)),
            ]
        )
    rows.append(["", "合计", d(f"{tag}s", a), d(f"{tag}p", b), d(f"{tag}d", c), d(f"{tag}r", pc(c, b))])
    d.t(rows, COLUMNS)
    return a, b, c


def goals(d: Laid) -> None:
    rows = [
        ("改造薄弱学校", "所", 24, "16", "66.67%", "能完成"),
        ("新增公办园学位", "个", 1800, "1260", "70.00%", "能完成"),
        ("高中校舍竣工面积", "平方米", 26000, "9100", "35.00%", "可能完不成"),
        ("资助困难学生", "人次", 15200, "8360", "55.00%", "能完成"),
        ("培训教师", "人次", 6400, "4128", "64.50%", "能完成"),
        ("建设智慧教室", "间", 150, "48", "32.00%", "可能完不成"),
        ("校园安全隐患整改率", "%", 100, "98.2", "98.20%", "能完成"),
    ]
    d.t(
        [
            ["指标名称", "单位", "年度目标值", "1—7月完成值", "完成率", "全年预计"],
            *(
                [n, u, d(f"aim{i}", a), d(f"real{i}", b), d(f"gr{i}", r), d(f"out{i}", o)]
                for i, (n, u, a, b, r, o) in enumerate(rows)
            ),
        ],
        COLUMNS,
    )


def paper() -> Laid:
    d = Laid("613-楚原市教育局2025年1—7月部门预算绩效运行监控报告.txt", width=44)
    d.h("           楚原市教育局2025年1—7月部门预算绩效运行监控报告", "", "一、监控工作组织情况")
    d.p(
        "按照市财政局《关于开展2025年市级预算绩效运行监控工作的通知》（楚财绩发〔2025〕8号）安排，我局由计划财务科牵头，各业务科室和局属单位按项目填报，对截至2025年7月31日的预算执行进度和绩效目标实现程度实行“双监控”。",
        f"本次监控覆盖部门整体和{d('jobs', 7)}个重点项目，其中执行进度达到序时进度的{d('good', 5)}个，低于序时进度的{d('bad', 2)}个。1—7月序时进度为{d('time', '58.33%')}（7÷12）。",
    )
    d.h("二、预算执行监控情况", "（一）部门整体")
    basic, basic_done = D("9862.40"), D("5884.25")
    project, project_done = (sum((j[k] for j in JOBS), D(0)) for k in (2, 3))
    plan, done = basic + project, basic_done + project_done
    d.p(
        f"2025年部门调整预算{d('plan', plan)}万元，1—7月执行{d('done', done)}万元，执行率{d('rate', pc(done, plan))}。其中：基本支出调整预算{d('bplan', basic)}万元，执行{d('bdone', basic_done)}万元，执行率{d('brate', pc(basic_done, basic))}；项目支出调整预算{d('pplan', project)}万元，执行{d('pdone', project_done)}万元，执行率{d('prate', pc(project_done, project))}，低于序时进度{d('behind', D('58.33') - D(pc(project_done, project).strip('%')))}个百分点。",
        f"上年同期执行{d('last', '11764.32')}万元，今年同期增加{d('more', done - D('11764.32'))}万元，增长{d('up', pc(done - D('11764.32'), D('11764.32')))}，主要是义务教育薄弱环节改善工程开工较早。",
    )
    d.h(
        "（二）重点项目",
        "                    表1  重点项目预算执行情况表",
        "                                                     单位：万元",
    )
    start, _, _ = money(d, "j")
    d.p(
        f"重点项目年初预算{d('start', start)}万元，年中调增2个项目共{d('plus', '134.50')}万元，调减1个项目{d('minus', '60.00')}万元，净增{d('net', '74.50')}万元。",
        f"执行进度最高的是校园安全管理，为{d('top', pc(JOBS[6][3], JOBS[6][2]))}；最低的是普通高中达标建设，执行{d('low0', JOBS[2][3])}万元，执行率{d('low', pc(JOBS[2][3], JOBS[2][2]))}，{d('lowsay', '未达到序时进度')}，原因是3所高中校舍施工图审查时间延长，5月下旬才取得施工许可。教育信息化项目执行率{d('info', pc(JOBS[5][3], JOBS[5][2]))}，原因是设备采购因供应商质疑于6月重新组织。",
    )
    d.h("三、绩效目标监控情况", "                    表2  主要绩效指标完成情况表")
    goals(d)
    d.p(
        f"表2所列{d('indicators', 7)}项指标中，预计全年能够完成的{d('can', 5)}项，可能完不成的{d('cannot', 2)}项，分别为高中校舍竣工面积和建设智慧教室。资助困难学生完成率为{d('aidr', '55.00%')}，低于序时进度，但秋季学期资助于10月集中发放，不影响全年目标。",
        f"满意度方面，上半年面向家长开展线上调查，收到有效答卷{d('sheets', 3460)}份，其中非常满意{d('s1', 1842)}份、满意{d('s2', 1284)}份、一般{d('s3', 268)}份、不满意{d('s4', 66)}份，满意度{d('sat', pc(3126, 3460))}。",
    )
    d.h("（三）项目绩效运行情况分析")
    d.p(
        f"1.义务教育薄弱环节改善。24所学校全部完成招标并开工，改造校舍{d('rooms', '3.86')}万平方米，新建运动场{d('fields', 9)}块，其中塑胶运动场{d('fields1', 6)}块、硬化运动场{d('fields2', 3)}块。资金按合同约定支付预付款和进度款，未发现超进度支付。",
        f"2.学前教育普惠发展。新建、改扩建公办幼儿园{d('kinder', 7)}所，其中4所已于6月底前竣工；对{d('private', 46)}所普惠性民办园按在园幼儿人数拨付生均补助，上半年补助幼儿{d('kids', 9280)}人。",
        f"3.学生资助。春季学期资助学生{d('aid', 8360)}人次，其中小学{d('aid1', 2940)}人次、初中{d('aid2', 2615)}人次、高中{d('aid3', 1930)}人次、中职{d('aid4', 875)}人次，资金全部通过社会保障卡发放。",
        f"4.教师培训。组织各类培训{d('train', 38)}期，其中骨干教师研修{d('train1', 12)}期、班主任培训{d('train2', 15)}期、乡村教师提升{d('train3', 11)}期，平均每期{d('per', '108.6')}人次。",
        "5.校园安全管理。全市中小学、幼儿园专职保安配备率、封闭式管理达标率、一键报警联网率均保持100%；排查各类隐患612处，整改601处，其余11处已落实防范措施并明确整改时限。",
    )
    d.h("四、偏差原因和纠偏措施")
    d.p(
        f"{d('m1', '（一）')}普通高中达标建设。采取倒排工期、增加作业面的办法，{d('by', '2025年12月底前')}完成主体封顶，预计全年执行{d('f1', '2070.00')}万元，全年执行率{d('fr1', pc(2070, 2300))}，收回预算{d('back1', '230.00')}万元。",
        f"{d('m2', '（二）')}教育信息化。设备于8月到货，9月底前安装调试完毕，预计全年执行{d('f2', '862.40')}万元，全年执行率{d('fr2', pc(D('862.40'), 880))}。",
        f"{d('m3', '（三）')}义务教育薄弱环节改善。1—7月开工学校{d('built', 24)}所，竣工{d('built1', 16)}所，在建{d('built2', 8)}所；单校平均造价控制在177.50万元以内。",
        f"{d('m4', '（四）')}强化结果运用。对预计结余的资金提前申请调剂，8月15日前将监控结果报送市财政局；{d('rule', '《楚原市教育局预算绩效运行监控实施细则》')}于年内印发。",
    )
    d.h("五、有关建议")
    d.p(
        "建议市财政局对高中建设等跨年度项目实行分年度安排预算；对学生资助等按学期拨付的资金，在监控中按实际发放周期设置序时进度。"
    )
    d.fault("rate", "jd3 jp3 jr3", {"jr3": "61.00%"}, "a/b*100=c", "digits swapped from 60.10")
    d.fault("sum", "js0 js1 js2 js3 js4 js5 js6 js", {"js4": "368.00"}, "a+b+c+d+e+f+g=h", "digits swapped in one cell")
    d.fault("difference", "time prate behind", {"behind": "2.16"}, "a-b=c", "digits swapped from 2.61")
    d.fault("growth", "more last up", {"up": pc(done - D("11764.32"), done)}, "a/b*100=c", "by this year's figure")
    d.fault("count", "good bad jobs", {"bad": 3}, "a+b=c", "eight of seven projects")
    d.fault("year", "by", {"by": "2024年12月底前"}, note="measures of 2025 to be done by the year before")
    d.ok("repeat", "low0 jd2", "a=b")
    d.ok("rate", "low0 jp2 low", "a/b*100=c")
    d.fault(
        "target",
        "low time lowsay",
        {"lowsay": "达到序时进度"},
        note="44.55 per cent of 58.33, with a reason for the delay",
    )
    d.ok("survey", "s1 s2 s3 s4 sheets", "a+b+c+d=e")
    d.ok("survey", "s1 s2 sheets sat", "(a+b)/c*100=d")
    d.ok("sum", "fields1 fields2 fields", "a+b=c")
    d.ok("sum", "aid1 aid2 aid3 aid4 aid", "a+b+c+d=e")
    d.ok("repeat", "aid real3", "a=b")
    d.ok("sum", "train1 train2 train3 train", "a+b+c=d")
    d.ok("rate", "real4 train per", "a/b=c")
    d.ok("sum", "bplan pplan plan", "a+b=c")
    d.ok("sum", "bdone pdone done", "a+b=c")
    d.ok("rate", "done plan rate", "a/b*100=c")
    d.ok("rate", "bdone bplan brate", "a/b*100=c")
    d.ok("rate", "pdone pplan prate", "a/b*100=c")
    d.ok("difference", "done last more", "a-b=c")
    d.ok("repeat", "pplan jp", "a=b")
    d.ok("repeat", "pdone jd", "a=b")
    for i in (0, 1, 2, 4, 5, 6):
        d.ok("rate", f"jd{i} jp{i} jr{i}", "a/b*100=c")
    d.ok("sum", "jp0 jp1 jp2 jp3 jp4 jp5 jp6 jp", "a+b+c+d+e+f+g=h")
    d.ok("sum", "jd0 jd1 jd2 jd3 jd4 jd5 jd6 jd", "a+b+c+d+e+f+g=h")
    d.ok("difference", "plus minus net", "a-b=c")
    d.ok("difference", "jp js net", "a-b=c")
    for i in range(6):
        d.ok("rate", f"real{i} aim{i} gr{i}", "a/b*100=c")
    d.ok("sum", "can cannot indicators", "a+b=c")
    d.ok("rate", "f1 jp2 fr1", "a/b*100=c")
    d.ok("difference", "jp2 f1 back1", "a-b=c")
    d.ok("rate", "f2 jp5 fr2", "a/b*100=c")
    d.ok("sum", "built1 built2 built", "a+b=c")
    d.ok("repeat", "top jr6", "a=b")
    return d
