"""801: a water bureau's self-evaluation of its overall expenditure, a text out of pdf with page numbers."""

from __future__ import annotations

from samples.independent_eighth.drafts.shaping import Draft
from samples.independent_fourth.making import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    doc = Draft("801-澜岭市水利局2024年度部门整体支出绩效自评报告.txt", width=37, spaced=True)
    fiscal, other, carried = D("4156.20"), D("38.16"), D("118.32")
    whole = fiscal + other + carried
    begin, basic, project = D("3826.45"), D("2231.74"), D("1855.57")
    spent = basic + project
    left = whole - spent
    staff, office = D("1987.42"), D("244.32")
    last, lastbasic, lastproject = D("3762.95"), D("2158.30"), D("1604.65")
    assert lastbasic + lastproject == last and staff + office == basic
    doc.h("澜岭市水利局2024年度部门整体支出绩效", "自 评 报 告", "")
    doc.p(
        "为加快建立“花钱必问效、无效必问责”的预算绩效管理机制，进一步提高财政资金使用效益，根据《中共中央 国务院关于全面实施预算绩效管理的意见》（中发〔2018〕34号）、《项目支出绩效评价管理办法》（财预〔2020〕10号）和《澜岭市财政局关于开展2024年度部门整体支出和项目支出绩效自评工作的通知》（澜财绩〔2025〕4号）要求，我局成立了以分管财务副局长任组长、各科室（单位）负责人为成员的绩效自评工作小组，对2024年度部门整体支出情况进行了认真自查自评。现将有关情况报告如下："
    )
    doc.h("一、部门基本情况")
    doc.h("（一）部门职责、机构设置及人员情况")
    doc.p(
        "1.主要职责。贯彻落实国家和省、市关于水利工作的方针政策和决策部署，负责保障水资源的合理开发利用，负责生活、生产经营和生态环境用水的统筹和保障，指导水利设施、水域及其岸线的管理、保护与综合利用，负责水土保持、农村水利、河湖长制、水旱灾害防御和水利工程建设与运行管理等工作，完成市委、市政府交办的其他任务。"
    )
    doc.p(
        f"2.机构设置。市水利局内设{doc('kn', 6)}个科室，分别为办公室（政策法规科）、规划财务科、水资源与河湖科、农村水利水保科、建设与运行管理科、水旱灾害防御科；下设{doc('dn', 4)}家预算单位，其中参照公务员法管理事业单位1家，为市水政监察支队；公益一类事业单位3家，分别为市水利工程质量服务中心、市白芷水库管理所、市农村供水服务中心。"
    )
    bz, xz, cz, sz = 118, 22, 26, 70
    doc.p(
        f"3.人员情况。截至2024年12月31日，全系统核定编制{doc('bz', bz)}名，其中行政编制{doc('bxz', xz)}名、参公编制{doc('bcz', cz)}名、事业编制{doc('bsz', sz)}名。年末在职人员{doc('zz', 109)}人，其中行政人员{doc('zxz', 21)}人、参公人员{doc('zcz', 23)}人、事业人员{doc('zsz', 65)}人；离退休人员{doc('tx', 47)}人。在职人员控制率为{doc('kz', pc(109, 118))}。"
    )
    doc.h("— 1 —")
    doc.h("（二）部门年度整体支出绩效目标")
    doc.p(
        "2024年，市水利局坚持以习近平新时代中国特色社会主义思想为指导，积极践行“节水优先、空间均衡、系统治理、两手发力”治水思路，围绕“守底线、补短板、强监管、惠民生”的工作主线，确定年度整体绩效目标为：一是确保全市江河湖库安全度汛，不垮一坝、不决一堤；二是完成小型水库除险加固18座，新建改建农村规模化供水工程6处，农村自来水普及率达到92%以上；三是治理水土流失面积85平方公里；四是深化河湖长制，完成河湖“四乱”问题整改销号；五是万元GDP用水量较上年下降3%以上。"
    )
    doc.h("（三）部门预算绩效管理开展情况")
    doc.p(
        f"一是绩效目标管理全覆盖。2024年我局编报绩效目标的项目共{doc('xm', 14)}个，涉及预算资金{doc('xmj', '1,966.80')}万元，绩效目标与部门预算同步编制、同步审核、同步批复。二是做实绩效运行监控。8月对1—7月预算执行进度和绩效目标实现程度开展“双监控”，对进度滞后的3个项目下发了提醒函。三是扎实开展绩效自评。{doc('xm2', 14)}个项目全部开展自评，其中评价等级为“优”的{doc('you', 11)}个、“良”的{doc('liang', 3)}个，优秀率{doc('yl', pc(11, 14))}。"
    )
    doc.h("（四）部门预算及执行情况")
    doc.p(
        f"1.收入情况。2024年部门年初预算{doc('begin', begin)}万元，年中追加及调整后，全年预算收入总计{doc('whole', whole)}万元，其中：一般公共预算财政拨款收入{doc('fiscal', fiscal)}万元，占{doc('fs', pc(fiscal, whole))}；其他收入{doc('other', other)}万元，占{doc('os', pc(other, whole))}；年初结转和结余{doc('carried', carried)}万元，占{doc('cs', pc(carried, whole))}。全年预算较年初预算增加{doc('adj', whole - begin)}万元，预算调整率{doc('adjr', pc(whole - begin, begin))}，主要是年中中央水利发展资金和汛期应急度汛资金下达，以及政策性增人增资追加。"
    )
    doc.p(
        f"2.支出情况。2024年部门支出总计{doc('spent', spent)}万元，较上年增加{doc('inc', spent - last)}万元，增长{doc('incr', ch(spent, last))}。其中：基本支出{doc('basic', basic)}万元，占总支出的{doc('bs', pc(basic, spent))}，较上年增加{doc('binc', basic - lastbasic)}万元，增长{doc('bincr', ch(basic, lastbasic))}，主要原因是机关事业单位基本工资标准调整及养老保险缴费基数上调；项目支出{doc('project', project)}万元，占总支出的{doc('ps', pc(project, spent))}，较上年增加{doc('pinc', project - lastproject)}万元，增长{doc('pincr', ch(project, lastproject))}，主要原因是小型水库除险加固任务增加。"
    )
    doc.p(
        f"基本支出中，人员经费{doc('staff', staff)}万元，占基本支出的{doc('sts', pc(staff, basic))}；日常公用经费{doc('office', office)}万元，占基本支出的{doc('ofs', pc(office, basic))}。全年预算执行率为{doc('exe', pc(spent, whole))}。年末结转和结余{doc('left', left)}万元，结转结余率{doc('leftr', pc(left, whole))}，主要为白芷水库溢洪道改造、松溪河治理等跨年度项目未到付款节点形成。"
    )
    doc.h("单位：万元")
    rows = [
        ["项目", "2023年决算", "2024年决算", "增减额", "增减率"],
        [
            "基本支出",
            doc("tlb", lastbasic),
            doc("tb", basic),
            doc("tbd", basic - lastbasic),
            doc("tbr", ch(basic, lastbasic)),
        ],
        [
            "项目支出",
            doc("tlp", lastproject),
            doc("tp", project),
            doc("tpd", project - lastproject),
            doc("tpr", ch(project, lastproject)),
        ],
        ["合计", doc("tl", last), doc("ts", spent), doc("td", spent - last), doc("tr", ch(spent, last))],
    ]
    doc.t(rows)
    doc.h("— 2 —")
    run, host, gone = D("19.62"), D("5.24"), D("0.00")
    three, threeb, threel = run + host, D("32.50"), D("27.35")
    doc.p(
        f"3.“三公”经费情况。2024年“三公”经费年初预算{doc('thb', threeb)}万元，实际支出{doc('th', three)}万元，完成预算的{doc('thr', pc(three, threeb))}，较上年减少{doc('thd', threel - three)}万元，下降{doc('thdr', ch(three, threel))}。其中：因公出国（境）费{doc('gone', gone)}万元；公务用车购置及运行维护费{doc('run', run)}万元，公务接待费{doc('host', host)}万元。公务用车保有量{doc('car', 9)}辆，其中防汛指挥用车4辆、执法执勤用车3辆、机要通信用车2辆，车均运行维护费{doc('percar', D('2.18'))}万元。全年国内公务接待{doc('batch', 41)}批次、{doc('guest', 386)}人次。"
    )
    doc.p(
        f"4.政府采购情况。2024年政府采购预算{doc('buyb', D('862.40'))}万元，实际采购金额{doc('buy', D('815.83'))}万元，政府采购执行率{doc('buyr', pc(D('815.83'), D('862.40')))}，节约资金{doc('buys', D('862.40') - D('815.83'))}万元。其中授予中小企业合同金额{doc('sme', D('702.15'))}万元，占采购支出总额的{doc('smer', pc(D('702.15'), D('815.83')))}。"
    )
    doc.p(
        f"5.资产情况。截至2024年末，部门资产总额{doc('as', D('9638.27'))}万元，其中固定资产净值{doc('fix', D('6412.55'))}万元，公共基础设施净值{doc('infra', D('2871.34'))}万元，流动资产及其他{doc('flow', D('354.38'))}万元。在用固定资产原值{doc('use', D('8216.40'))}万元，固定资产原值{doc('gross', D('8290.75'))}万元，固定资产利用率{doc('user', pc(D('8216.40'), D('8290.75')))}。"
    )
    doc.h("二、部门整体支出绩效实现情况")
    doc.h("（一）履职完成情况")
    doc.p(
        f"1.水旱灾害防御取得全面胜利。成功防御“6·18”“7·23”等{doc('rain', 5)}轮强降雨过程，累计发布山洪灾害预警{doc('warn', 126)}条，转移危险区群众{doc('move', '3,842')}人次，实现“人员不伤亡、水库不垮坝、重要堤防不决口、重要基础设施不受冲击”。全年水旱灾害防御资金支出{doc('flood', D('218.46'))}万元，占项目支出的{doc('floods', pc(D('218.46'), project))}。"
    )
    doc.p(
        f"2.水利工程建设提速增效。全年完成水利固定资产投资{doc('inv', D('6.84'))}亿元，比上年的{doc('linv', D('5.92'))}亿元增长{doc('invr', ch(D('6.84'), D('5.92')))}。计划实施小型水库除险加固{doc('dam', 18)}座，实际完成{doc('damd', 18)}座，完成率{doc('damr', '100%')}，其中小（1）型{doc('dam1', 5)}座、小（2）型{doc('dam2', 13)}座。新建改建农村规模化供水工程{doc('sup', 6)}处，覆盖{doc('supp', '8.73')}万人，农村自来水普及率由{doc('wl', '91.2%')}提高到{doc('wn', '93.5%')}，提高{doc('wd', '2.3')}个百分点。"
    )
    doc.p(
        f"3.水土保持与河湖管护成效明显。治理水土流失面积{doc('soil', '88.60')}平方公里，完成年度目标85平方公里的{doc('soilr', pc(D('88.60'), 85))}。全市{doc('chief', 1264)}名河湖长累计巡河{doc('patrol', '5.86')}万次，排查河湖“四乱”问题{doc('luan', 73)}个，已整改销号{doc('luand', 71)}个，整改率{doc('luanr', pc(71, 73))}，剩余{doc('luanl', 2)}个涉及历史遗留房屋，已纳入2025年整改台账。"
    )
    doc.p(
        f"4.水资源集约利用水平稳步提升。全市用水总量控制在{doc('water', '7.42')}亿立方米，低于省下达的7.60亿立方米控制指标。万元GDP用水量{doc('gdp', '41.8')}立方米，较上年的{doc('lgdp', '43.6')}立方米下降{doc('gdpr', ch(D('41.8'), D('43.6'), 1))}。水资源费征收{doc('fee', '1,286.50')}万元，完成年度任务1,200万元的{doc('feer', pc(D('1286.50'), 1200))}。"
    )
    doc.h("— 3 —")
    doc.h("（二）履职效果情况")
    doc.p(
        "1.经济效益。通过除险加固和灌区改造，恢复改善灌溉面积3.26万亩，年新增供水能力540万立方米，为粮食稳产增产提供了坚实水利支撑。",
        "2.社会效益。农村供水“同质同价同服务”扎实推进，群众用水难、用水不稳问题得到有效缓解，全年受理农村供水投诉件同比明显下降。",
        "3.生态效益。松溪河、沅渚河入选省级幸福河湖建设名单，国省考断面水质稳定达标，重点河流生态流量保障目标全部实现。",
    )
    doc.h(f"{doc('num3', '（三）')}社会公众或服务对象满意度")
    doc.p(
        f"自评小组通过网络和现场方式发放满意度问卷{doc('q1', 320)}份，收回有效问卷{doc('q2', 304)}份，有效回收率{doc('q3', pc(304, 320))}。其中表示“满意”的{doc('q4', 216)}份、“比较满意”的{doc('q5', 72)}份、“一般”的{doc('q6', 13)}份、“不满意”的{doc('q7', 3)}份，综合满意度（满意和比较满意）为{doc('q8', pc(288, 304))}，达到年初设定的90%的目标。"
    )
    doc.h("三、绩效自评结论")
    doc.p(
        f"对照《澜岭市部门整体支出绩效评价指标体系》，经自评，2024年度我局整体支出绩效自评得分{doc('sc', D('96.40'))}分，其中：预算执行率{doc('s1', D('9.48'))}分（满分10分）、产出指标{doc('s2', D('48.92'))}分（满分50分）、效益指标{doc('s3', D('28.00'))}分（满分30分）、满意度指标{doc('s4', D('10.00'))}分（满分10分），评价等级为“{doc('grade', '优')}”。"
    )
    doc.h("四、存在问题及原因分析")
    doc.p(
        f"1.部分项目预算执行进度偏慢。受汛期施工和征地协调影响，松溪河治理等项目当年未能形成有效支出，全年预算执行率为{doc('exe2', pc(spent, whole))}，尚有{doc('left2', left)}万元结转下年使用。",
        "2.个别绩效指标设置不够精准。水利工程效益发挥具有滞后性和综合性，部分生态效益、可持续影响指标难以量化，年初目标值设置偏于保守。",
        f"3.预算编制的前瞻性还需增强。年中追加规模较大，全年预算调整率达到{doc('adjr2', pc(whole - begin, begin))}，项目储备和前期工作有待加强。",
    )
    doc.h("五、改进措施")
    doc.p(
        "1.强化预算约束。按照“先有项目再安排预算”的原则，做实项目库，提前谋划、提前评审，压减年中追加。",
        "2.加快支出进度。实行项目资金支付月调度制度，对连续两个月支付进度低于序时进度的项目，由局主要领导约谈责任单位。",
        "3.完善指标体系。会同财政部门对水利行业绩效指标库进行修订，突出产出数量、质量和群众获得感。",
    )
    doc.h("六、绩效自评结果拟应用和公开情况")
    doc.p(
        f"本次自评结果将作为{doc('yr', 2026)}年部门预算编制和项目安排的重要依据，对自评得分低于80分的项目原则上予以压减或取消，并在局门户网站随2024年度部门决算一并公开，接受社会监督。"
    )
    doc.h("", "澜岭市水利局", "2025年3月28日", "— 4 —", "", "附件", "2024年度部门整体支出绩效自评表", "单位：分")
    tree = [
        ("预算执行", [("预算执行率", 10, "100%", pc(spent, whole), "9.48")]),
        (
            "产出指标",
            [
                ("小型水库除险加固数量", 8, "18座", "18座", "8.00"),
                ("新建改建农村规模化供水工程", 6, "6处", "6处", "6.00"),
                ("治理水土流失面积", 8, "≥85平方公里", "88.60平方公里", "8.00"),
                ("河湖“四乱”问题整改率", 8, "100%", "97.26%", "7.78"),
                ("水利工程验收合格率", 8, "100%", "100%", "8.00"),
                ("重点项目按期完工率", 6, "100%", "85.71%", "5.14"),
                ("小型水库除险加固平均投资", 6, "≤160万元/座", "152.4万元/座", "6.00"),
            ],
        ),
        (
            "效益指标",
            [
                ("农村自来水普及率", 10, "≥92%", "93.5%", "10.00"),
                ("万元GDP用水量下降率", 8, "≥3%", "4.1%", "8.00"),
                ("因洪涝灾害死亡人数", 6, "0人", "0人", "6.00"),
                ("水利工程良性运行机制", 6, "健全", "较健全", "4.00"),
            ],
        ),
        ("满意度指标", [("社会公众满意度", 10, "≥90%", "94.74%", "10.00")]),
    ]
    rows = [["一级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分"]]
    for k, (name, leaves) in enumerate(tree, 1):
        for j, (leaf, w, g, d, one) in enumerate(leaves, 1):
            cells = (doc(f"w{k}{j}", w), doc(f"g{k}{j}", g), doc(f"d{k}{j}", d), doc(f"t{k}{j}", one))
            rows.append([name if j == 1 else "", leaf, *cells])
    rows.append(["总分", "", doc("w", 100), "", "", doc("t", "96.40")])
    doc.t(rows)
    doc.p("注：定量指标完成目标值的得满分，未完成的按完成率计分；定性指标按“健全”“较健全”“不健全”三档计分。")
    doc.h("— 5 —")
    # faults
    doc.fault("count", "dn", {"dn": 5}, "", "并入一家后单位数未改，列举只有4家（1+3）")
    doc.fault("share", "carried whole cs", {"cs": "2.47%"}, "a/b*100=c", "数字错位：2.74 写成 2.47")
    doc.fault("growth", "inc tl incr", {"incr": "8.26%"}, "a/b*100=c", "8.62 写成 8.26")
    doc.fault("growth", "gdp lgdp gdpr", {"gdpr": "4.3%"}, "(b-a)/b*100=c", "以本年用水量为分母")
    doc.fault("sum", "dam1 dam2 damd", {"dam2": 12}, "a+b=c", "小（2）型少计1座")
    doc.fault("rate", "q4 q5 q2 q8", {"q8": "93.74%"}, "(a+b)/c*100=d", "问卷满意度录入错误")
    doc.fault("repeat", "left left2", {"left2": "252.37"}, "a=b", "结转金额前后不一致，数字颠倒")
    doc.fault("structure", "num3", {"num3": "（四）"}, "", "序号由（二）跳到（四）")
    doc.fault("year", "yr", {"yr": 2024}, "", "沿用上年文字，评价年度本身的预算已执行完毕")
    doc.fault("score_sum", "s1 s2 s3 s4 sc", {"s3": "27.50"}, "a+b+c+d=e", "分项改分后总分未同步")
    doc.holds("sum", "a+b+c=d", "fiscal other carried whole", "bxz bcz bsz bz", "zxz zcz zsz zz", "fix infra flow as")
    doc.holds(
        "sum",
        "a+b=c",
        "basic project spent",
        "staff office basic",
        "you liang xm2",
        "run host th",
        "tb tp ts",
        "tlb tlp tl",
        "tbd tpd td",
    )
    doc.holds(
        "share",
        "a/b*100=c",
        "fiscal whole fs",
        "other whole os",
        "basic spent bs",
        "project spent ps",
        "staff basic sts",
        "office basic ofs",
        "flood project floods",
        "sme buy smer",
    )
    doc.holds(
        "growth",
        "(a-b)/b*100=c",
        "tb tlb tbr",
        "tp tlp tpr",
        "ts tl tr",
        "basic tlb bincr",
        "project tlp pincr",
        "inv linv invr",
    )
    doc.holds(
        "difference",
        "a-b=c",
        "whole begin adj",
        "whole spent left",
        "tb tlb tbd",
        "tp tlp tpd",
        "ts tl td",
        "buyb buy buys",
        "wn wl wd",
        "luan luand luanl",
        "basic tlb binc",
        "spent tl inc",
    )
    doc.holds(
        "rate",
        "a/b*100=c",
        "adj begin adjr",
        "spent whole exe",
        "left whole leftr",
        "th thb thr",
        "buy buyb buyr",
        "use gross user",
        "luand luan luanr",
        "q2 q1 q3",
        "you xm2 yl",
        "zz bz kz",
        "damd dam damr",
    )
    doc.holds("rate", "a/b=c", "run car percar")
    doc.holds("rate", "a/b*10=c", "spent whole s1")
    doc.fault("repeat", "tr incr", {"incr": "8.26%"}, "a=b", "正文增幅与附表不一致")
    doc.holds(
        "repeat",
        "a=b",
        "exe exe2",
        "adjr adjr2",
        "xm xm2",
        "basic tb",
        "project tp",
        "spent ts",
        "incr tr",
        "binc tbd",
        "bincr tbr",
        "pinc tpd",
    )
    doc.holds("count", "", "kn")
    doc.holds("score_sum", "a+b+c+d+e+f+g=h", "t21 t22 t23 t24 t25 t26 t27 s2")
    doc.holds("score_sum", "a+b+c+d=e", "t31 t32 t33 t34 s3")
    doc.holds("score_rule", "a*b/100=c", "d11 w11 t11", "d24 w24 t24", "d26 w26 t26")
    doc.holds("repeat", "a=b", "sc t", "exe d11", "t11 s1", "t41 s4", "luanr d24", "wn d31")
    doc.holds(
        "target", "", "g21 d21", "g22 d22", "g23 d23", "g25 d25", "g27 d27", "g31 d31", "g32 d32", "g33 d33", "g41 d41"
    )
    return doc
