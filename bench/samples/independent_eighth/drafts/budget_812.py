"""812: a county forestry bureau's budget for 2025, a text with a table a cell a line."""

from __future__ import annotations

from samples.independent_eighth.drafts.shaping import Draft, m
from samples.independent_fourth.making import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    doc = Draft("812-槐林县林业和草原局2025年部门预算公开.txt", width=40)
    gen, fund, own = D("2168.45"), D("120.00"), D("36.80")
    carry = D("214.75")
    whole = gen + fund + own + carry
    lgen, lown, lcarry, lfund = D("2043.62"), D("36.80"), D("158.20"), D("0")
    last = lgen + lown + lcarry + lfund
    basic = D("1284.36")
    project = whole - basic
    staff = D("1176.92")
    office = basic - staff
    lbasic = D("1251.08")
    lproject = last - lbasic
    cats = [
        ("社会保障和就业支出", D("168.42"), D("161.75")),
        ("卫生健康支出", D("62.18"), D("60.44")),
        ("节能环保支出", D("342.60"), D("318.00")),
        ("农林水支出", D("0"), D("1606.83")),
        ("住房保障支出", D("96.30"), D("91.60")),
    ]
    forest = whole - fund - sum(v for _, v, _ in cats)
    cats[3] = ("农林水支出", forest, D("0"))
    cats[3] = ("农林水支出", forest, last - sum((v for n, _, v in cats if n != "农林水支出"), D(0)))
    cats.append(("城乡社区支出", fund, D("0.00")))
    doc.h(
        "槐林县林业和草原局2025年部门预算",
        "",
        "目 录",
        "第一部分 部门概况",
        "一、主要职责",
        "二、部门预算单位构成",
        "第二部分 2025年部门预算情况说明",
        "第三部分 2025年部门预算表",
        "第四部分 名词解释",
        "",
    )
    doc.h("第一部分 部门概况", "一、主要职责")
    doc.p(
        "（一）负责全县林业和草原及其生态保护修复的监督管理，拟订林业和草原发展规划并组织实施。",
        "（二）组织全县林业和草原生态保护修复和造林绿化工作，指导公益林和商品林的培育，指导、监督全民义务植树、城乡绿化工作。",
        "（三）负责森林、草原、湿地资源的监督管理，组织编制并监督执行全县森林采伐限额。",
        "（四）负责陆生野生动植物资源监督管理，负责各类自然保护地的监督管理。",
        "（五）负责落实综合防灾减灾规划相关要求，组织指导林业有害生物防治和森林草原火灾预防工作。",
        "（六）完成县委、县政府交办的其他任务。",
    )
    doc.h("二、部门预算单位构成")
    doc.p(
        f"纳入本部门2025年部门预算编制范围的单位共{doc('dw', 5)}个，包括局机关本级和{doc('xs', 4)}个所属事业单位，分别为：县国有青岭林场、县林业技术推广站、县森林病虫害防治检疫站、县湿地公园管理中心。"
    )
    doc.p(
        f"截至2024年12月底，本部门核定编制{doc('bz', 128)}名，其中行政编制{doc('bz1', 18)}名、事业编制{doc('bz2', 110)}名；实有在职人员{doc('zz', 119)}人，其中行政{doc('zz1', 17)}人、事业{doc('zz2', 102)}人；离退休人员{doc('tx', 86)}人，其中离休{doc('tx1', 1)}人、退休{doc('tx2', 85)}人。"
    )
    doc.h("第二部分 2025年部门预算情况说明", "一、2025年部门收支预算总体情况")
    doc.p(
        f"按照综合预算的原则，本部门所有收入和支出均纳入部门预算管理。2025年部门收支总预算{doc('w', m(whole))}万元，比2024年的{doc('l', m(last))}万元增加{doc('d', m(whole - last))}万元，增长{doc('r', ch(whole, last))}。主要原因是上年结转的林业草原生态保护恢复资金增加，新增政府性基金安排的森林公园基础设施项目。"
    )
    doc.h("二、部门收入预算情况")
    doc.p(
        f"2025年收入预算{doc('w2', m(whole))}万元，其中：一般公共预算拨款收入{doc('gen', m(gen))}万元，占{doc('gens', pc(gen, whole))}；政府性基金预算拨款收入{doc('fund', fund)}万元，占{doc('funds', pc(fund, whole))}；事业收入{doc('own', own)}万元，占{doc('owns', pc(own, whole))}；上年结转{doc('carry', carry)}万元，占{doc('carrys', pc(carry, whole))}。",
        f"与上年相比，一般公共预算拨款收入增加{doc('gend', gen - lgen)}万元，增长{doc('genr', ch(gen, lgen))}（上年{doc('lgen', m(lgen))}万元）；事业收入与上年持平；上年结转增加{doc('card', carry - lcarry)}万元，增长{doc('carr', ch(carry, lcarry))}（上年{doc('lcarry', lcarry)}万元）；政府性基金预算拨款收入上年无安排，本年新增{doc('fund2', fund)}万元。",
    )
    doc.h("三、部门支出预算情况")
    doc.p(
        f"2025年支出预算{doc('w3', m(whole))}万元，其中：基本支出{doc('basic', m(basic))}万元，占{doc('bs', pc(basic, whole))}，比上年{doc('lbasic', m(lbasic))}万元增长{doc('br', ch(basic, lbasic))}；项目支出{doc('proj', m(project))}万元，占{doc('ps', pc(project, whole))}，比上年{doc('lproj', m(lproject))}万元增长{doc('pr', ch(project, lproject))}。基本支出中，人员经费{doc('staff', m(staff))}万元，公用经费{doc('office', office)}万元，公用经费占基本支出的{doc('ofs', pc(office, basic))}。"
    )
    doc.h("按功能分类科目，各类支出安排如下（单位：万元）：")
    rows = [["支出功能分类", "2025年预算", "2024年预算", "增减额", "增减率", "占总支出"]]
    for k, (n, v, lv) in enumerate(cats, 1):
        rows.append(
            [
                n,
                doc(f"v{k}", m(v)),
                doc(f"lv{k}", m(lv)),
                doc(f"dv{k}", m(v - lv)),
                doc(f"rv{k}", ch(v, lv)) if lv else "—",
                doc(f"sv{k}", pc(v, whole)),
            ]
        )
    rows.append(
        [
            "合计",
            doc("v", m(whole)),
            doc("lv", m(last)),
            doc("dv", m(whole - last)),
            doc("rv", ch(whole, last)),
            "100.00%",
        ]
    )
    doc.t(rows, gap="\n")
    doc.h("四、重点项目支出情况")
    its = [
        ("国土绿化及森林抚育", "286.00"),
        ("天然林保护与公益林管护", "218.60"),
        ("林业有害生物防治", "74.50"),
        ("森林防灭火能力建设", "168.00"),
        ("湿地保护与修复", "124.00"),
        ("森林公园基础设施（政府性基金）", "120.00"),
    ]
    isum = sum(D(a) for _, a in its)
    doc.p(
        f"2025年安排重点项目{doc('zd', 6)}个，预算合计{doc('zdj', isum)}万元，占项目支出的{doc('zdr', pc(isum, project))}。具体为："
        + "；".join(f"{k}.{n}{doc(f'i{k}', a)}万元" for k, (n, a) in enumerate(its, 1))
        + "。"
    )
    doc.p(
        f"其中国土绿化及森林抚育项目计划完成人工造林{doc('rg', '8,600')}亩、森林抚育{doc('fy', '12,000')}亩，造林补助标准每亩{doc('std', 220)}元，需造林补助{doc('zl', '189.20')}{doc('zlu', '万元')}；抚育补助标准每亩80元，需抚育补助{doc('fyj', '96.00')}万元；作业设计及验收费{doc('sj', '0.80')}万元，三项合计{doc('hj', '286.00')}万元。"
    )
    doc.h("五、“三公”经费预算情况")
    run, host = D("24.00"), D("4.20")
    doc.p(
        f"2025年“三公”经费预算{doc('th', run + host)}万元，比上年{doc('thl', D('29.80'))}万元减少{doc('thd', D('29.80') - run - host)}万元，下降{doc('thr', ch(run + host, D('29.80')))}。其中：因公出国（境）费0万元，与上年持平；公务用车运行维护费{doc('run', run)}万元，与上年持平（上年{doc('runl', run)}万元），保有车辆{doc('car', 8)}辆，车均{doc('carv', '3.00')}万元；公务接待费{doc('host', host)}万元，比上年{doc('hostl', D('5.80'))}万元减少{doc('hostd', D('1.60'))}万元，下降{doc('hostr', ch(host, D('5.80')))}。"
    )
    doc.h("六、机关运行经费及政府采购情况")
    doc.p(
        f"2025年机关运行经费预算{doc('jg', D('41.36'))}万元，比上年{doc('jgl', D('42.90'))}万元减少{doc('jgd', D('1.54'))}万元，下降{doc('jgr', ch(D('41.36'), D('42.90')))}，口径为局机关本级公用经费，不含所属事业单位。政府采购预算{doc('cg', D('318.50'))}万元，其中货物{doc('cg1', D('86.20'))}万元、工程{doc('cg2', D('142.30'))}万元、服务{doc('cg3', D('90.00'))}万元，预留给中小企业的采购份额{doc('zx', D('245.60'))}万元，占{doc('zxr', pc(D('245.60'), D('318.50')))}。",
    )
    doc.h("七、国有资产占有使用情况")
    doc.p(
        f"截至{doc('dt', '2024年12月31日')}，本部门占有使用房屋面积{doc('fw', '4,862')}平方米，其中办公用房{doc('fw1', '2,140')}平方米、业务用房{doc('fw2', '2,722')}平方米；车辆{doc('car2', 8)}辆，其中森林防火专用车5辆、执法执勤用车2辆、机要通信用车1辆。单价50万元以上通用设备0台（套）。"
    )
    doc.h(f"八、预算绩效目标设置情况{doc('br_', '（详见附件1、附件2）')}")
    doc.p(
        f"2025年本部门{doc('jm', 14)}个项目全部编制绩效目标，涉及项目支出预算{doc('jj', m(project))}万元，实现绩效目标管理全覆盖；其中100万元以上的项目{doc('jm1', 5)}个，100万元以下的{doc('jm2', 9)}个。部门整体绩效目标为：完成营造林任务{doc('yz', '20,600')}亩，森林覆盖率达到{doc('fg', '58.6%')}（2024年底为{doc('fgl', '58.2%')}，提高{doc('fgd', '0.4')}个百分点），林业有害生物成灾率控制在0.4%以下，森林火灾受害率控制在0.8‰以内，群众满意度达到90%以上。"
    )
    doc.h("第三部分 2025年部门预算表", "表1  部门收支预算总表", "单位：万元")
    sides = [("一般公共预算拨款收入", gen), ("政府性基金预算拨款收入", fund), ("事业收入", own), ("上年结转", carry)]
    rows = [["收入", "预算数", "支出", "预算数"]]
    for k in range(6):
        left = [f"{'一二三四'[k]}、{sides[k][0]}", doc(f"x{k + 1}", m(sides[k][1]))] if k < 4 else ["", ""]
        rows.append([*left, f"{'一二三四五六'[k]}、{cats[k][0]}", doc(f"o{k + 1}", m(cats[k][1]))])
    rows.append(["收入总计", doc("x", m(whole)), "支出总计", doc("o", m(whole))])
    doc.t(rows, gap="\t")
    doc.h("", "表2  部门支出预算总表", "单位：万元")
    rows = [["科目名称", "合计", "基本支出", "项目支出"]]
    bases = [D("168.42"), D("62.18"), D("0.00"), basic - D("326.90"), D("96.30"), D("0.00")]
    for k, ((n, v, _), b) in enumerate(zip(cats, bases, strict=True), 1):
        rows.append([n, doc(f"h{k}", m(v)), doc(f"hb{k}", m(b)), doc(f"hp{k}", m(v - b))])
    rows.append(["合计", doc("h", m(whole)), doc("hb", m(basic)), doc("hp", m(project))])
    doc.t(rows, gap="\t")
    doc.h("", "表3  基本支出预算表（按部门预算支出经济分类科目）", "单位：万元")
    econ = [
        ("30101", "基本工资", "386.40"),
        ("30102", "津贴补贴", "98.26"),
        ("30103", "奖金", "112.35"),
        ("30107", "绩效工资", "241.78"),
        ("30108", "机关事业单位基本养老保险缴费", "104.52"),
        ("30110", "职工基本医疗保险缴费", "62.18"),
        ("30113", "住房公积金", "96.30"),
        ("30199", "其他工资福利支出", "11.23"),
    ]
    pens = [("30301", "离休费", "12.60"), ("30302", "退休费", "51.30")]
    goods = [
        ("30201", "办公费", "18.40"),
        ("30205", "水费", "2.10"),
        ("30206", "电费", "6.50"),
        ("30207", "邮电费", "4.20"),
        ("30211", "差旅费", "15.80"),
        ("30217", "公务接待费", "4.20"),
        ("30228", "工会经费", "13.50"),
        ("30231", "公务用车运行维护费", "24.00"),
        ("30299", "其他商品和服务支出", "18.74"),
    ]
    groups = [("301", "工资福利支出", econ), ("303", "对个人和家庭的补助", pens), ("302", "商品和服务支出", goods)]
    rows = [["科目编码", "科目名称", "金额"]]
    for k, (code, n, leaves) in enumerate(groups, 1):
        rows.append([code, n, doc(f"k{k}", m(sum((D(a) for *_, a in leaves), D(0))))])
        rows += [[c, leaf, doc(f"k{k}_{j}", a)] for j, (c, leaf, a) in enumerate(leaves, 1)]
    rows.append(["", "合计", doc("k", m(basic))])
    doc.t(rows, gap="\t")
    doc.h("")
    doc.h("第四部分 名词解释")
    doc.p(
        "一、一般公共预算拨款收入：指县级财政当年拨付的一般公共预算资金。",
        "二、上年结转：指以前年度尚未完成、结转到本年仍按原规定用途继续使用的资金。",
        "三、机关运行经费：指行政单位及参照公务员法管理的事业单位使用一般公共预算安排的基本支出中的日常公用经费。",
    )
    six = "a+b+c+d+e+f=g"
    doc.fault("share", "carry w2 carrys", {"carrys": "8.54%"}, "a/b*100=c", "8.45 写成 8.54")
    doc.ok("share", "zx cg zxr", "a/b*100=c")
    doc.fault("growth", "gen lgen genr", {"genr": "5.76%"}, "(a-b)/b*100=c", "以本年数为分母")
    doc.ok("growth", "v1 lv1 rv1", "(a-b)/b*100=c")
    doc.fault("growth", "host hostl hostr", {"hostr": "38.10%"}, "(b-a)/b*100=c", "以本年数为分母")
    doc.fault("sum", "i1 i2 i3 i4 i5 i6 zdj", {"i4": "186.00"}, six, "168 写成 186")
    doc.ok("sum", "bz1 bz2 bz", "a+b=c")
    doc.fault("policy", "zz1 bz1", {"zz1": 19}, "a<=b", "行政在职超行政编制，且分项之和与119人不符")
    doc.ok("difference", "carry lcarry card", "a-b=c")
    doc.fault("repeat", "w w3", {"w3": "2,504.00"}, "a=b", "支出预算与收支总预算不一致")
    doc.fault("unit", "rg std zl zlu", {"zlu": "元"}, "", "8,600亩×220元为189.20万元，写成元")
    doc.fault("count", "xs dw", {"dw": 6}, "a+1=b", "局机关加4个所属单位应为5个")
    doc.fault("year", "dt", {"dt": "2023年12月31日"}, "", "沿用上年日期")
    doc.fault("structure", "br_", {"br_": "（详见附件1、附件2"}, "", "括号未闭合")
    doc.holds("sum", "a+b+c+d=e", "gen fund own carry w2")
    doc.holds(
        "sum",
        "a+b=c",
        "basic proj w",
        "staff office basic",
        "tx1 tx2 tx",
        "run host th",
        "fw1 fw2 fw",
        "jm1 jm2 jm",
        "lbasic lproj l",
        "rg fy yz",
    )
    doc.holds("sum", "a+b+c=d", "cg1 cg2 cg3 cg", "zl fyj sj hj")
    doc.holds("sum", six, "v1 v2 v3 v4 v5 v6 v", "lv1 lv2 lv3 lv4 lv5 lv6 lv", "dv1 dv2 dv3 dv4 dv5 dv6 dv")
    doc.holds(
        "share",
        "a/b*100=c",
        "gen w2 gens",
        "fund w2 funds",
        "own w2 owns",
        "basic w bs",
        "proj w ps",
        "office basic ofs",
        *(f"v{k} v sv{k}" for k in range(1, 7)),
        "zdj proj zdr",
    )
    doc.holds(
        "growth",
        "(a-b)/b*100=c",
        "w l r",
        "carry lcarry carr",
        "basic lbasic br",
        "proj lproj pr",
        "v2 lv2 rv2",
        "v3 lv3 rv3",
        "v5 lv5 rv5",
        "v lv rv",
    )
    doc.holds("growth", "(b-a)/b*100=c", "th thl thr", "jg jgl jgr")
    doc.holds(
        "difference",
        "a-b=c",
        "w l d",
        "gen lgen gend",
        "thl th thd",
        "hostl host hostd",
        "jgl jg jgd",
        "fg fgl fgd",
        *(f"v{k} lv{k} dv{k}" for k in range(1, 7)),
    )
    doc.holds("rate", "a/b=c", "run car carv")
    doc.holds("rate", "a*b/10000=c", "rg std zl")
    doc.holds(
        "repeat",
        "a=b",
        "w w2",
        "w v",
        "l lv",
        "fund fund2",
        "fund v6",
        "proj jj",
        "car car2",
        "i1 hj",
        "run runl",
        "fund i6",
    )
    doc.holds("sum", "a+b+c+d=e", "x1 x2 x3 x4 x")
    doc.holds(
        "sum",
        "a+b+c+d+e+f=g",
        "o1 o2 o3 o4 o5 o6 o",
        "h1 h2 h3 h4 h5 h6 h",
        "hb1 hb2 hb3 hb4 hb5 hb6 hb",
        "hp1 hp2 hp3 hp4 hp5 hp6 hp",
    )
    doc.holds("sum", "a+b=c", *(f"hb{k} hp{k} h{k}" for k in range(1, 7)), "hb hp h", "k1 k2 staff", "k2_1 k2_2 k2")
    doc.holds("sum", "a+b+c=d", "k1 k2 k3 k")
    doc.holds("sum", "a+b+c+d+e+f+g+h=i", " ".join(f"k1_{j}" for j in range(1, 9)) + " k1")
    doc.holds("sum", "a+b+c+d+e+f+g+h+i=j", " ".join(f"k3_{j}" for j in range(1, 10)) + " k3")
    doc.holds(
        "repeat",
        "a=b",
        "k3 office",
        "k basic",
        "hb basic",
        "x o",
        *(f"o{k} v{k}" for k in range(1, 7)),
        "host k3_6",
        "run k3_8",
    )
    return doc
