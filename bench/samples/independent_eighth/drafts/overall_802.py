"""802: a county's labour bureau, its overall expenditure of 2023; tables flattened a cell a line."""

from __future__ import annotations

from samples.independent_eighth.drafts.shaping import Draft, m
from samples.independent_fourth.making import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    doc = Draft("802-芷河县人力资源和社会保障局2023年度部门整体支出绩效自评报告.txt", width=0)
    income, carry = D("5638.92"), D("46.20")
    whole = income + carry
    staff, office, proj = D("1742.68"), D("163.25"), D("3584.17")
    basic = staff + office
    spent = basic + proj
    left = whole - spent
    last = D("5217.36")
    doc.h("附件2", "芷河县人力资源和社会保障局2023年度部门整体支出绩效自评报告")
    doc.p(
        "根据县财政局《关于做好2023年度县级预算绩效评价工作的通知》(芷财绩[2024]2号)精神，我局高度重视，及时召开专题会议进行部署，由规财股牵头、各股室及二级机构配合，对照年初批复的部门整体绩效目标，逐项开展了自评，现将自评情况报告如下。"
    )
    doc.h("一、部门概况", "（一）部门基本情况")
    doc.p(
        "县人力资源和社会保障局是县政府工作部门，为正科级，主要承担就业创业、社会保险、人才人事、劳动关系和工资福利等职责。局机关内设8个股室，下辖县就业服务中心、县社会保险服务中心、县劳动人事争议仲裁院、县劳动保障监察大队4个二级机构，均未独立核算，纳入局本级统一编报预决算。",
        f"2023年末，全局编制数{doc('bz', 96)}人(行政编制{doc('b1', 24)}人，事业编制{doc('b2', 72)}人)，实有在职人员{doc('zz', 91)}人(行政{doc('z1', 23)}人，事业{doc('z2', 68)}人)，另有公益性岗位及劳务派遣人员12人。退休人员{doc('tx', 38)}人，由社保基金发放养老金。",
    )
    doc.h("（二）部门整体支出规模和使用方向")
    doc.p(
        f"2023年部门收入总计{doc('whole', m(whole))}万元，其中当年财政拨款收入{doc('income', m(income))}万元，上年结转{doc('carry', carry)}万元。全年支出{doc('spent', m(spent))}万元，比上年的{doc('last', m(last))}万元增加{doc('inc', spent - last)}万元，增幅{doc('incr', ch(spent, last))}。预算执行率{doc('exe', pc(spent, whole))}，年末结转结余{doc('left', left)}万元。",
        f"从支出性质看，基本支出{doc('basic', m(basic))}万元，占{doc('bs', pc(basic, spent))}，其中工资福利及对个人和家庭补助{doc('staff', m(staff))}万元，商品和服务支出{doc('office', office)}万元；项目支出{doc('proj', m(proj))}万元，占{doc('ps', pc(proj, spent))}{doc('brk', '（含就业补助资金县级配套）')}，主要用于就业补助、城乡居民养老保险县级补贴、引才项目以及信息系统运维等方面。",
    )
    items = [
        ("就业补助资金", "1,926.40", "1,926.40"),
        ("城乡居民养老保险县级补贴", "1,180.00", "1,180.00"),
        ("引才专项经费", "268.00", "251.37"),
        ("“金保工程”系统运维", "98.60", "94.20"),
        ("劳动监察与仲裁办案", "64.00", "59.80"),
        ("档案整理及业务培训", "78.00", "72.40"),
    ]
    tb = sum(D(b.replace(",", "")) for _, b, _ in items)
    ta = sum(D(a.replace(",", "")) for _, _, a in items)
    assert ta == proj, ta
    doc.h("表1  2023年度项目支出预算执行情况表", "单位：万元")
    rows = [["序号", "项目名称", "全年预算数", "全年执行数", "执行率"]]
    for n, (name, b, a) in enumerate(items, 1):
        rows.append(
            [
                str(n),
                name,
                doc(f"b{n}0", b),
                doc(f"a{n}0", a),
                doc(f"r{n}0", pc(D(a.replace(",", "")), D(b.replace(",", "")))),
            ]
        )
    rows.append(["", "合计", doc("tb", m(tb)), doc("ta", m(ta)), doc("tr", pc(ta, tb))])
    doc.t(rows, gap="\n")
    doc.h("（三）“三公”经费支出")
    doc.p(
        f"2023年“三公”经费支出{doc('th', D('11.36'))}万元，较上年{doc('thl', D('12.80'))}万元减少{doc('thd', D('1.44'))}万元，下降{doc('thr', ch(D('11.36'), D('12.80')))}；较预算数{doc('thb', D('15.00'))}万元节约{doc('ths', D('3.64'))}万元。其中公务接待费{doc('host', D('2.86'))}万元，接待{doc('bt', 38)}批次{doc('gs', 312)}人次，人均{doc('per', '91.67')}{doc('unit', '元')}；公务用车运行维护费{doc('run', D('8.50'))}万元。无因公出国(境)费用。"
    )
    doc.h("二、部门整体支出绩效目标")
    doc.p(
        "总体目标：坚持就业优先，稳定和扩大就业；健全多层次社会保障体系，全民参保计划深入实施；构建和谐劳动关系，保障农民工工资支付；统筹推进人才队伍建设，为全县高质量发展提供人社支撑。具体目标任务见下表。"
    )
    doc.h("表2  年度主要目标任务完成情况")
    goals = [
        ("城镇新增就业人数", "≥4200人", "4386人", "完成"),
        ("城镇失业人员再就业", "≥1300人", "1342人", "完成"),
        ("就业困难人员就业", "≥360人", "395人", "完成"),
        ("城镇登记失业率", "≤4.5%", "3.2%", "完成"),
        ("补贴性职业技能培训", "≥2800人次", "2915人次", "完成"),
        ("城乡居民养老保险参保率", "≥97%", "98.4%", "完成"),
        ("劳动人事争议调解成功率", "≥65%", "71.6%", "完成"),
        ("拖欠农民工工资举报投诉案件结案率", "≥98%", "99.1%", "完成"),
        ("引进硕士及以上高层次人才", "≥50人", "53人", "完成"),
        ("社会保障卡持卡人数覆盖率", "≥99%", "99.3%", "完成"),
    ]
    rows = [["指标", "年初目标值", "全年完成值", "完成情况"]]
    rows += [[g, doc(f"g{n}", t), doc(f"d{n}", d), doc(f"v{n}", v)] for n, (g, t, d, v) in enumerate(goals, 1)]
    doc.t(rows, gap="\n")
    doc.p(
        f"从上表可以看出，{doc('gn', 10)}项主要目标任务中，{doc('gd', 10)}项达到或超过年初目标值，目标完成率{doc('gr', '100%')}。"
    )
    doc.h("三、部门整体支出绩效情况分析", "（一）履职完成情况")
    doc.p(
        f"1.就业大局总体稳定。全年城镇新增就业{doc('emp', 4386)}人，完成年度任务4200人的{doc('empr', pc(4386, 4200))}；城镇失业人员再就业{doc('re', 1342)}人，完成任务的{doc('rer', pc(1342, 1300))}；就业困难人员就业{doc('hard', 395)}人，完成任务的{doc('hardr', pc(395, 360))}。开展“春风行动”等专场招聘会{doc('fair', 46)}场次，其中线上{doc('fair1', 14)}场、线下{doc('fair2', 32)}场，提供岗位1.52万个，达成就业意向3260人。发放创业担保贷款{doc('loan', '8,460')}万元，较上年{doc('loanl', '7,250')}万元增长{doc('loanr', ch(8460, 7250))}，直接扶持创业{doc('start', 412)}人，带动就业{doc('bring', 1236)}人。",
        f"2.社会保障体系更加完善。全县企业职工基本养老保险参保{doc('c1', '4.86')}万人，城乡居民基本养老保险参保{doc('c2', '21.35')}万人，机关事业单位养老保险参保{doc('c3', '1.27')}万人，三项合计{doc('c', '27.48')}万人。失业保险、工伤保险参保人数分别达到2.64万人、3.95万人。城乡居民基础养老金最低标准由每人每月{doc('pl', 123)}元提高到{doc('pn', 133)}元，提高{doc('pd', 10)}元。全年发放各类社会保险待遇{doc('pay', '6.38')}亿元，基金运行安全平稳。",
        f"3.人才人事工作有序推进。全年引进硕士及以上高层次人才{doc('ta1', 53)}人，其中博士{doc('ta2', 4)}人、硕士{doc('ta3', 49)}人；公开招聘事业单位工作人员{doc('zp', 168)}人，其中教师{doc('zp1', 96)}人、医务人员{doc('zp2', 41)}人、其他岗位{doc('zp3', 31)}人。",
        f"4.劳动关系和谐稳定。受理劳动人事争议案件{doc('cs', 324)}件，调解成功{doc('cs1', 232)}件，调解成功率{doc('csr', pc(232, 324, 1))}。受理拖欠农民工工资举报投诉案件{doc('nm', 233)}件，结案{doc('nm1', 231)}件，结案率{doc('nmr', pc(231, 233, 1))}，为{doc('nmp', 1865)}名农民工追回工资{doc('nma', '2,418.60')}万元，人均{doc('nmv', '1.30')}万元。",
    )
    doc.h("（二）履职效果情况")
    doc.p(
        "社会效益方面，零就业家庭动态清零，全县未发生因欠薪引发的群体性事件和极端事件；经济效益方面，通过稳岗返还、社保补贴等政策，为企业减负1,320万元，惠及企业468户；可持续影响方面，“15分钟人社服务圈”初步建成，人社服务事项网上可办率达到96%。",
        f"满意度方面，通过“好差评”系统归集评价数据{doc('hp', '18,640')}条，其中好评{doc('hp1', '18,435')}条，好评率{doc('hpr', pc(18435, 18640))}。",
    )
    doc.h("四、自评得分情况")
    sc = [
        ("预算执行", 10, "9.66"),
        ("运行成本", 10, "9.00"),
        ("管理效率", 20, "18.50"),
        ("履职效能", 40, "39.20"),
        ("社会效应", 10, "9.60"),
        ("可持续发展能力", 10, "9.00"),
    ]
    tot = sum(D(s) for _, _, s in sc)
    doc.p(f"经自评，2023年度部门整体支出绩效得分{doc('sc', tot)}分，自评等级为“优”。各一级指标得分情况如下：")
    rows = [["一级指标", "分值", "自评得分", "得分率"]]
    for n, (a, w, s) in enumerate(sc, 1):
        rows.append([a, doc(f"w{n}", w), doc(f"s{n}", s), doc(f"sr{n}", pc(D(s), w))])
    rows.append(["合计", doc("w", 100), doc("st", tot), doc("str", pc(tot, 100))])
    doc.t(rows, gap="\n")
    doc.h("五、存在的主要问题")
    doc.p(
        f"（一）个别项目执行率不高。引才专项经费全年预算{doc('yb', '268.00')}万元，实际支出{doc('ya', '251.37')}万元，执行率{doc('yr', pc(D('251.37'), 268))}，主要原因是部分引进人才安家补贴需分年度兑现。",
        "（二）绩效管理力量薄弱。全局从事绩效管理的财务人员仅2人，且身兼数职，业务培训不够系统，对绩效指标的理解和把握还不到位。",
        "（三）部分绩效指标量化不够。社会效应、可持续发展类指标多为定性描述，佐证材料收集不够及时完整。",
    )
    doc.h("六、下一步改进措施")
    doc.p(
        "一是强化预算编制的科学性，对人才补贴等跨年度项目实行分年度测算，提高预算到位率和执行率。",
        "二是加强业务培训，组织股室负责人和经办人员参加绩效管理培训，每年不少于两次。",
        "三是优化指标体系，结合人社工作实际，建立部门个性化指标库，做到可量化、可考核。",
    )
    doc.h("七、其他需要说明的问题")
    doc.p("无。")
    doc.h("芷河县人力资源和社会保障局", "2024年4月10日")
    doc.fault("sum", "staff office basic", {"office": "136.25"}, "a+b=c", "163.25 写成 136.25")
    doc.fault("growth", "loan loanl loanr", {"loanr": "14.30%"}, "(a-b)/b*100=c", "以本年数为分母")
    doc.fault("difference", "thb th ths", {"ths": "3.46"}, "a-b=c", "数字颠倒")
    doc.fault("rate", "a40 b40 r40", {"r40": "98.54%"}, "a/b*100=c", "95.54 误作 98.54")
    doc.fault("target", "g5 d5", {"d5": "2715人次"}, "b>=a", "完成值低于目标值仍填“完成”，且下文称10项全部完成")
    doc.fault("structure", "brk", {"brk": "（含就业补助资金县级配套"}, "", "括号未闭合")
    doc.fault("unit", "host gs per unit", {"unit": "万元"}, "", "人均接待费 91.67 元写成万元")
    doc.fault("score_sum", "s1 s2 s3 s4 s5 s6 st", {"st": "95.96"}, "a+b+c+d+e+f=g", "合计未随履职效能调分更新")
    doc.fault("repeat", "sc st", {"st": "95.96"}, "a=b", "正文得分与表中合计不符")
    doc.fault("rate", "st w str", {"st": "95.96"}, "a/b*100=c", "得分率与合计不符")
    doc.ok("sum", "zp1 zp2 zp3 zp", "a+b+c=d")
    doc.holds(
        "sum",
        "a+b=c",
        "income carry whole",
        "basic proj spent",
        "b1 b2 bz",
        "z1 z2 zz",
        "host run th",
        "fair1 fair2 fair",
        "ta2 ta3 ta1",
    )
    doc.holds("sum", "a+b+c=d", "c1 c2 c3 c")
    doc.holds(
        "sum",
        "a+b+c+d+e+f=g",
        "a10 a20 a30 a40 a50 a60 ta",
        "b10 b20 b30 b40 b50 b60 tb",
        "w1 w2 w3 w4 w5 w6 w",
        "s1 s2 s3 s4 s5 s6 sc",
    )
    doc.holds(
        "rate",
        "a/b*100=c",
        *(f"a{n}0 b{n}0 r{n}0" for n in range(1, 7)),
        "ta tb tr",
        "spent whole exe",
        "gd gn gr",
        "cs1 cs csr",
        "nm1 nm nmr",
        "hp1 hp hpr",
        "ya yb yr",
        *(f"s{n} w{n} sr{n}" for n in range(1, 7)),
    )
    doc.holds("share", "a/b*100=c", "basic spent bs", "proj spent ps")
    doc.holds("growth", "(a-b)/b*100=c", "spent last incr")
    doc.holds("growth", "(b-a)/b*100=c", "th thl thr")
    doc.holds("difference", "a-b=c", "whole spent left", "spent last inc", "thl th thd", "pn pl pd")
    doc.holds("rate", "a/b=c", "nma nmp nmv")
    doc.holds(
        "repeat",
        "a=b",
        "ta proj",
        "d1 emp",
        "d2 re",
        "d3 hard",
        "d9 ta1",
        "d7 csr",
        "d8 nmr",
        "a30 ya",
        "b30 yb",
        "r30 yr",
    )
    doc.holds("target", "", *(f"g{n} d{n}" for n in range(1, 11)))
    return doc
