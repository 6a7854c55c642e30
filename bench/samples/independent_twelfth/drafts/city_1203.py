"""A county's city management bureau, in Word, with the table of basic data and the scored table at the end."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1203-沅棠县城市管理和综合执法局2023年度部门整体支出绩效自评报告.docx")
    _about(x)
    _money(x)
    _projects(x)
    _work(x)
    _end(x)
    _data(x)
    _scores(x)
    return x


def _about(x: Paper) -> None:
    x.h("沅棠县城市管理和综合执法局", "2023年度部门整体支出绩效自评报告")
    x.p(
        "为进一步落实预算绩效管理主体责任，根据县财政局2024年绩效自评工作安排，我局对2023年度部门整体支出情况进行了全面自评，报告如下："
    )
    x.h("一、部门基本情况", "（一）机构设置与人员编制")
    x.p(
        f"我局为县人民政府工作部门，内设股室{x('rooms', 8)}个，下设环境卫生所、市政园林所、综合执法大队{x('subs', 3)}个二级机构，均未独立核算。"
        f"2023年末核定编制{x('est', 86)}名，其中行政编制{x('est1', 20)}名、事业编制{x('est2', 66)}名；在职人员{x('staff', 82)}人，其中行政"
        f"{x('s1', 18)}人、事业{x('s2', 64)}人；退休{x('old', 39)}人。另有劳务派遣环卫作业人员{x('hired', 143)}人，其中清扫保洁"
        f"{x('h1', 98)}人、清运{x('h2', 45)}人，工资由项目经费列支。"
    )
    x.fault("count", "est1 est2 est", {"est2": 68}, "a+b=c", "one digit mistyped")
    x.oks("count", "a+b=c", "s1 s2 staff", "h1 h2 hired")
    x.ok("policy", "est staff")
    x.ok("policy", "est1 s1")
    x.h("（二）主要职能职责")
    x.p(
        "负责全县城市管理和综合执法工作的组织协调、监督考核；负责县城区市容环境卫生、市政公用设施、园林绿化、户外广告和城市亮化的管理与维护；"
        "负责城市生活垃圾、建筑垃圾的收运和处置监管；依法集中行使城市管理领域的行政处罚权；承担数字城管平台的运行和12319热线受理。"
    )
    x.h("（三）年度重点工作")
    x.p(
        "巩固省级文明县城成果，提高机械化清扫水平；推进生活垃圾分类；开展违法建设治理；实施老城区排水管网改造，新建公共停车场。"
    )


def _money(x: Paper) -> None:
    x.h("二、部门收支及一般公共预算支出情况", "（一）总体收支")
    x.p(
        f"2023年全年收入{x('i', '4873.26')}万元，其中一般公共预算财政拨款{x('i1', '4216.80')}万元，占"
        f"{x('i1_s', pc(D('4216.80'), D('4873.26')))}；政府性基金预算财政拨款{x('i2', '620.00')}万元，占"
        f"{x('i2_s', pc(620, D('4873.26')))}；其他收入{x('i3', '36.46')}万元，占{x('i3_s', pc(D('36.46'), D('4873.26')))}。全年支出"
        f"{x('o', '4791.54')}万元，其中基本支出{x('b', '1368.92')}万元，占{x('b_s', pc(D('1368.92'), D('4791.54')))}；项目支出"
        f"{x('j', '3422.62')}万元，占{x('j_s', pc(D('3422.62'), D('4791.54')))}。年末结转{x('left', '81.72')}万元。"
    )
    x.ok("sum", "i1 i2 i3 i", "a+b+c=d")
    x.ok("sum", "b j o", "a+b=c")
    x.oks("share", "a/b*100=c", "i1 i i1_s", "i2 i i2_s", "i3 i i3_s", "j o j_s")
    x.fault("share", "b o b_s", {"b_s": "28.75%"}, "a/b*100=c", "two digits swapped")
    x.ok("difference", "i o left", "a-b=c")
    x.h("（二）基本支出情况")
    x.p(
        f"基本支出{x('bb', '1368.92')}万元，主要保障机构正常运转。其中人员经费{x('b1', '1215.47')}万元，包括工资福利支出"
        f"{x('b11', '1187.06')}万元、对个人和家庭的补助{x('b12', '28.41')}万元；公用经费{x('b2', '153.45')}万元，用于办公、水电、邮电、"
        "差旅、维修等日常支出。"
    )
    x.oks("sum", "a+b=c", "b1 b2 bb", "b11 b12 b1")
    x.same("b bb")
    x.h("（三）“三公”经费情况")
    last, now = D("47.25"), D("43.18")
    x.p(
        f"2023年“三公”经费预算{x('v', '52.00')}万元，实际支出{x('w', now)}万元，其中公务用车运行维护费{x('w1', '39.60')}万元，公务接待费"
        f"{x('w2', '3.58')}{x('w2u', '万元')}，因公出国（境）费为零。比上年的{x('w0', last)}万元减少{x('wd', last - now)}万元，下降"
        f"{x('wr', ch(now, last))}，主要是执行公务接待清单制，严控接待标准和陪餐人数。"
    )
    x.ok("sum", "w1 w2 w", "a+b=c")
    x.fault("unit", "w2 w2u", {"w2u": "元"}, note="元 for 万元: the parts would not make the total")
    x.ok("difference", "w0 w wd", "a-b=c")
    x.fault("growth", "w0 w wr", {"wr": ch(last, now)}, "(a-b)/a*100=c", "divided by this year")
    x.ok("policy", "v w")


def _projects(x: Paper) -> None:
    x.h("（四）项目支出情况")
    x.p(f"2023年项目支出{x('jj', '3422.62')}万元，按用途分列如下：")
    rows = [
        ("环卫清扫保洁经费", "1862.40"),
        ("垃圾清运及填埋场运行", "745.18"),
        ("市政设施维护及管网、停车场建设", "486.35"),
        ("园林绿化养护", "218.69"),
        ("城市亮化电费", "110.00"),
    ]
    table: list[list[object]] = [["序号", "项目名称", "支出金额（万元）", "占比"]]
    for place, (title, money) in enumerate(rows, start=1):
        table.append([place, title, x(f"m{place}", money), x(f"m{place}s", pc(D(money), D("3422.62")))])
    table.append(["", "合计", x("m", "3422.62"), "100.00%"])
    x.t(table)
    wrong = {"m3": "468.35"}
    x.fault("sum", "m1 m2 m3 m4 m5 m", wrong, "a+b+c+d+e=f", "two digits swapped")
    x.fault("share", "m3 m m3s", wrong, "a/b*100=c", "the share was made with 486.35")
    x.oks("share", "a/b*100=c", "m1 m m1s", "m2 m m2s", "m4 m m4s", "m5 m m5s")
    x.same("j jj", "jj m")
    x.h("三、政府性基金预算支出情况")
    x.p(
        f"2023年政府性基金预算支出{x('ff', '620.00')}万元，全部来源于当年财政拨款，其中老城区排水管网改造{x('f1', '200.00')}万元、公共停车场"
        f"建设{x('f2', '120.00')}万元、填埋场渗滤液处理设施运行{x('f3', '300.00')}万元。"
    )
    x.ok("sum", "f1 f2 f3 ff", "a+b+c=d")
    x.same("i2 ff")
    x.h("四、国有资本经营预算及社会保险基金预算支出情况")
    x.p("本部门2023年度没有国有资本经营预算支出，也没有社会保险基金预算支出。")


def _work(x: Paper) -> None:
    x.h("五、部门整体支出绩效情况")
    x.p(
        f"（一）环卫保洁提质。负责清扫保洁面积{x('area', '412.6')}万平方米，其中机械化作业面积{x('mach', '339.6')}万平方米，机械化清扫率"
        f"{x('mach_r', pc(D('339.6'), D('412.6'), 1))}；清运生活垃圾{x('waste', '6.84')}万吨，日均{x('daily', '187.4')}吨，全部实现无害化处理。",
        f"（二）垃圾分类稳步推进。县城区{x('homes', 120)}个住宅小区中，已有{x('sorted', 96)}个配齐分类设施并开展分类投放，覆盖率"
        f"{x('sort_r', pc(96, 120))}，剩余{x('rest', 24)}个老旧小区因场地受限尚未设置分类亭。",
        f"（三）市政设施运行良好。更换路灯{x('lamps', 1265)}盏，主次干道亮灯率{x('lit', '98.6%')}；修复破损人行道{x('walk', 5820)}平方米，"
        f"疏通排水管道{x('pipe', '31.4')}公里，新增公共停车泊位{x('park', 286)}个。",
        f"（四）综合执法规范有序。查处违法建设{x('illegal', 214)}处、{x('illegal_m', '3.62')}万平方米，其中拆除{x('il1', 187)}处、限期整改"
        f"{x('il2', 27)}处；办理行政处罚案件{x('fines', 318)}件，比上年的{x('fines0', 296)}件增长{x('fines_r', ch(318, 296))}。",
        f"（五）热线办理及时高效。12319热线受理诉求{x('calls', 5264)}件，按期办结{x('done', 5211)}件，办结率{x('done_r', pc(5211, 5264))}；"
        f"群众满意度测评{x('happy', '91.8%')}，较上年提高{x('happy_d', '1.3')}个百分点（上年为{x('happy0', '90.5%')}）。",
    )
    x.oks("rate", "a/b*100=c", "mach area mach_r", "sorted homes sort_r", "done calls done_r")
    x.ok("rate", "waste daily", "a/365*10000=b")
    x.ok("difference", "homes sorted rest", "a-b=c")
    x.ok("count", "il1 il2 illegal", "a+b=c")
    x.ok("growth", "fines fines0 fines_r", "(a-b)/b*100=c")
    x.ok("difference", "happy happy0 happy_d", "a-b=c")


def _end(x: Paper) -> None:
    x.p(
        "从经济效益看，通过市场化招标确定环卫作业单价，清扫保洁综合成本控制在预算之内；照明设施实行分时控制，节约了电费支出。从社会效益看，"
        "背街小巷“脏乱差”得到整治，停车难、行路难问题有所缓解，城市面貌持续改善，顺利通过省级文明县城年度测评。从生态效益看，生活垃圾全部"
        "无害化处理，渗滤液处理设施稳定达标运行，县城区未发现黑臭水体。从可持续影响看，出台了环卫作业质量考核、市政设施巡查维护等制度，城市"
        "管理由突击整治向常态长效转变。",
        f"预算绩效管理方面，年初对{x('items', 14)}个项目编制绩效目标，其中经常性项目{x('it1', 9)}个、一次性项目{x('it2', 5)}个；8月开展绩效监控，"
        "对两个执行进度偏慢的项目及时督促；年末固定资产原值"
        f"{x('fa', '3215.40')}万元，其中房屋构筑物{x('fa1', '1482.60')}万元、车辆{x('fa2', '1196.30')}万元、其他设备{x('fa3', '536.50')}万元，"
        "资产登记、使用、处置手续齐全。",
    )
    x.ok("count", "it1 it2 items", "a+b=c")
    x.ok("sum", "fa1 fa2 fa3 fa", "a+b+c=d")
    x.h("六、存在的问题及原因分析")
    x.p(
        "一是预算编制精细化程度不够。部分应急维修项目年初难以预计，执行中调剂较多，全年预算比年初预算"
        f"{x('y1', '4325.60')}万元增加{x('yd', '547.66')}万元，调整幅度{x('yr', pc(D('547.66'), D('4325.60')))}。",
        f"二是垃圾分类未达到年初目标。覆盖率为{x('sort_again', pc(96, 120))}，低于85%的目标，原因是部分老旧小区没有物业、没有空地，设施落地难。",
        "三是管理人员偏少。城区面积逐年扩大，执法和巡查力量没有同步增加，夜间和节假日管理存在盲区。",
    )
    x.same("sort_r sort_again")
    x.h("七、下一步改进措施")
    x.p(
        "一是提高预算编制质量。对应急维修类支出按近三年平均数测算，能列入年初预算的一律列入，减少年中追加和调剂。",
        "二是补齐垃圾分类短板。结合老旧小区改造同步建设分类设施，采取流动收集车等方式解决场地不足，力争2024年覆盖率达到85%以上。",
        "三是创新管理方式。推行“网格化+数字城管”模式，整合视频资源，提高问题发现和处置效率，缓解人员不足的矛盾。",
    )
    x.h(f"{x('n8', '八、')}自评结论及公开情况")
    x.p(
        f"根据部门整体支出绩效自评表，我局2023年度自评得分{x('said', '98.24')}分，等级为“优”。自评报告随部门决算一并在县人民政府门户网站公开，"
        "接受社会监督，评价结果作为编制2025年预算的重要参考。"
    )
    x.fault("structure", "n8", {"n8": "九、"}, note="chapter eight is missing")


def _data(x: Paper) -> None:
    x.h("附件1：部门整体支出绩效评价基础数据表")
    x.t(
        [
            ["财政供养人员情况", "编制数", "2023年实际在职人数", "控制率"],
            ["", x("te", 86), x("ts", 82), x("tr", pc(82, 86))],
            ["经费控制情况（万元）", "2022年决算数", "2023年预算数", "2023年决算数"],
            ["“三公”经费", x("tw0", "47.25"), x("tv", "52.00"), x("tw", "43.18")],
            ["其中：公务用车运行维护费", x("tw10", "42.30"), x("tv1", "46.00"), x("tw1", "39.60")],
            ["公务接待费", x("tw20", "4.95"), x("tv2", "6.00"), x("tw2", "3.58")],
            ["公用经费", x("tg0", "158.12"), x("tg1", "160.00"), x("tg", "153.45")],
        ]
    )
    x.same("est te", "staff ts", "w0 tw0", "v tv", "w1 tw1", "w2 tw2", "b2 tg")
    x.ok("rate", "ts te tr", "a/b*100=c")
    x.oks("sum", "a+b=c", "tw10 tw20 tw0", "tv1 tv2 tv")
    x.fault("repeat", "w tw", {"tw": "41.38"}, "a=b", "digits swapped against the text")
    x.fault("sum", "tw1 tw2 tw", {"tw": "41.38"}, "a+b=c", "the parts make 43.18")


def _scores(x: Paper) -> None:
    x.h("附件2：2023年度部门整体支出绩效自评表")
    x.t(
        [
            ["年度预算（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
            [
                "资金总额",
                x("z1", "4325.60"),
                x("z2", "4873.26"),
                x("z3", "4791.54"),
                x("p0m", 10),
                x("z4", pc(D("4791.54"), D("4873.26"))),
                x("p0", "9.83"),
            ],
        ]
    )
    x.ok("rate", "z3 z2 z4", "a/b*100=c")
    x.ok("score_rule", "z4 p0m p0", "a*b/100=c")
    x.same("i z2", "o z3", "y1 z1")
    x.ok("difference", "z2 z1 yd", "a-b=c")
    x.ok("growth", "z2 z1 yr", "(a-b)/b*100=c")
    rows = [
        ("产出指标", "清扫保洁面积", "≥", "410", "万平方米", "412.6万平方米", 10, "10.00"),
        ("产出指标", "清运生活垃圾", "≥", "6.5", "万吨", "6.84万吨", 10, "10.00"),
        ("产出指标", "机械化清扫率", "≥", "80%", "", "82.3%", 10, "10.00"),
        ("产出指标", "主次干道亮灯率", "≥", "98%", "", "98.6%", 5, "5.00"),
        ("产出指标", "热线诉求按期办结率", "≥", "98%", "", "98.99%", 10, "10.00"),
        ("成本指标", "支出总额", "≤", "4873.26", "万元", "4791.54万元", 5, "5.00"),
        ("效益指标", "小区垃圾分类覆盖率", "≥", "85%", "", "80.00%", 10, "9.41"),
        ("效益指标", "生活垃圾无害化处理率", "＝", "100%", "", "100%", 10, "10.00"),
        ("效益指标", "长效管护机制", "", "健全", "", "基本健全", 10, "9.00"),
        ("满意度指标", "群众满意度", "≥", "90%", "", "91.8%", 10, "10.00"),
    ]
    table: list[list[object]] = [["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"]]
    for place, (group, title, sign, goal, unit, done, most, got) in enumerate(rows, start=1):
        figure = done.removesuffix("万平方米").removesuffix("万吨").removesuffix("万元")
        table.append(
            [
                group,
                title,
                f"{sign}{x(f'g{place}', goal)}{unit}",
                x(f"a{place}", figure) + done.removeprefix(figure),
                x(f"p{place}m", most),
                x(f"p{place}", got),
            ]
        )
    table.append(["总分", "", "", "", x("pm", 100), x("p", "98.24")])
    x.t(table)
    x.p("注：定量指标达到指标值的得满分，未达到的按完成比例计分；定性指标分档计分。")
    x.oks("target", "", "g1 a1", "g2 a2", "g3 a3", "g5 a5", "g6 a6", "g8 a8", "g10 a10")
    x.fault("target", "g4 a4", {"a4": "96.8%"}, "b>=a", "goal missed, yet full marks")
    x.fault("repeat", "lit a4", {"a4": "96.8%"}, "a=b", "digits swapped against the text")
    x.fault("score_rule", "a4 g4 p4m p4", {"a4": "96.8%"}, "a/b*c=d", "a goal missed is scored in proportion")
    x.ok("score_rule", "a7 g7 p7m p7", "a/b*c=d")
    x.ok("target", "g7 a7 p7", note="the miss is told and points are taken off")
    x.same("area a1", "waste a2", "mach_r a3", "done_r a5", "sort_r a7", "happy a10")
    x.ok("score_sum", "p0m p1m p2m p3m p4m p5m p6m p7m p8m p9m p10m pm", "a+b+c+d+e+f+g+h+i+j+k=l")
    x.fault(
        "score_sum", "p0 p1 p2 p3 p4 p5 p6 p7 p8 p9 p10 p", {"p": "98.42"}, "a+b+c+d+e+f+g+h+i+j+k=l", "digits swapped"
    )
    x.fault("repeat", "said p", {"p": "98.42"}, "a=b", "the table's total differs from the text's")
