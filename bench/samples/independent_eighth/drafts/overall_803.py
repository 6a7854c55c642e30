"""803: a district's culture and tourism bureau, overall expenditure of 2024, with its form of indicators, in Word."""

from __future__ import annotations

from samples.independent_eighth.drafts.shaping import Draft
from samples.independent_fourth.making import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    doc = Draft("803-峤山区文化和旅游局2024年度部门整体支出绩效自评报告.docx")
    gen, fund, other, carry = D("2386.15"), D("310.00"), D("24.73"), D("57.92")
    whole = gen + fund + other + carry
    basic, project = D("1218.64"), D("1437.29")
    spent = basic + project
    left = whole - spent
    staff, office = D("1082.51"), D("136.13")
    lb, lp = D("1176.90"), D("1528.43")
    last = lb + lp
    doc.h("峤山区文化和旅游局", "2024年度部门整体支出绩效自评报告")
    doc.p(
        "为贯彻落实《中共峤山区委 峤山区人民政府关于全面落实预算绩效管理的实施意见》，按照《峤山区财政局关于开展2024年度区级预算绩效自评工作的通知》（峤财发〔2025〕6号）要求，我局对2024年度部门整体支出绩效情况开展了自评，现将有关情况报告如下："
    )
    doc.h("一、部门（单位）概况")
    doc.p(
        f"（一）机构人员。区文化和旅游局内设办公室、公共文化科、产业发展科、市场管理科、文物科{doc('ks', 5)}个科室，所属预算单位{doc('dw', 4)}个：区文化馆、区图书馆、区博物馆、区文化市场综合行政执法大队。截至2024年底，核定编制{doc('bz', 86)}人，其中行政编制{doc('b1', 15)}人、事业编制{doc('b2', 71)}人；实有在编人员{doc('zz', 81)}人，其中行政{doc('z1', 15)}人、事业{doc('z2', 66)}人；编外聘用人员{doc('wp', 17)}人；退休人员{doc('tx', 52)}人。",
        "（二）主要职能。贯彻执行党和国家文化工作方针政策，拟订全区文化和旅游发展规划并组织实施；管理全区重大文化活动，指导重点文化设施建设；负责公共文化事业发展，推进基本公共文化服务标准化、均等化；指导、推进全域旅游；负责非物质文化遗产保护和文物保护利用；指导全区文化市场综合执法，维护市场秩序。",
        "（三）年度重点工作。一是实施文化惠民工程，开展送戏下乡、全民阅读、艺术普及等活动；二是推进区博物馆新馆布展开放；三是做好不可移动文物保护修缮；四是办好第六届峤山梨花文化旅游节，力争全年接待游客突破520万人次；五是加强文旅市场安全监管。",
    )
    doc.h("二、部门整体收支情况")
    doc.p(
        f"（一）收入情况。2024年部门总收入{doc('whole', whole)}万元，其中：一般公共预算拨款{doc('gen', gen)}万元，占{doc('g_s', pc(gen, whole))}；政府性基金预算拨款{doc('fund', fund)}万元，占{doc('f_s', pc(fund, whole))}；其他收入{doc('other', other)}万元，占{doc('o_s', pc(other, whole))}；上年结转结余{doc('carry', carry)}万元，占{doc('c_s', pc(carry, whole))}。",
        f"（二）支出情况。2024年部门总支出{doc('spent', spent)}万元，比上年减少{doc('dec', last - spent)}万元，下降{doc('decr', ch(spent, last))}。其中基本支出{doc('basic', basic)}万元，占{doc('b_s', pc(basic, spent))}，同比增长{doc('bg', ch(basic, lb))}；项目支出{doc('project', project)}万元，占{doc('p_s', pc(project, spent))}，同比下降{doc('pg', ch(project, lp))}，下降的主要原因是博物馆新馆主体工程上年已完工结算。年末结转结余{doc('left', left)}万元。",
    )
    doc.h("部门支出情况表（单位：万元）")
    doc.t(
        [
            ["支出分类", "2024年", "2023年", "同比增减", "增减幅度"],
            ["基本支出", doc("tb", basic), doc("lb", lb), doc("db", basic - lb), doc("rb", ch(basic, lb))],
            [
                "其中：人员经费",
                doc("tst", staff),
                doc("lst", D("1047.36")),
                doc("dst", staff - D("1047.36")),
                doc("rst", ch(staff, D("1047.36"))),
            ],
            [
                "公用经费",
                doc("tof", office),
                doc("lof", D("129.54")),
                doc("dof", office - D("129.54")),
                doc("rof", ch(office, D("129.54"))),
            ],
            ["项目支出", doc("tp", project), doc("lp", lp), doc("dp", project - lp), "-" + doc("rp", ch(project, lp))],
            ["合计", doc("tt", spent), doc("lt", last), doc("dt", spent - last), "-" + doc("rt", ch(spent, last))],
        ]
    )
    pro = [
        ("公共文化服务体系建设", "412.60"),
        ("博物馆新馆布展", "486.35"),
        ("文物保护修缮", "168.90"),
        ("全域旅游与节会宣传", "214.28"),
        ("文化市场监管与安全", "47.36"),
        ("图书馆总分馆运行", "107.80"),
    ]
    assert sum(D(a) for _, a in pro) == project, sum(D(a) for _, a in pro)
    doc.p(
        "（三）项目支出构成。全年项目支出按用途划分："
        + "；".join(
            f"{name}{doc(f'i{n}', a)}万元，占{doc(f'is{n}', pc(D(a), project))}" for n, (name, a) in enumerate(pro, 1)
        )
        + "。"
    )
    doc.p(
        f"（四）“三公”经费情况。2024年“三公”经费财政拨款支出{doc('th', D('9.47'))}万元，年初预算{doc('thb', D('14.00'))}万元，完成预算的{doc('thr', pc(D('9.47'), 14))}。其中公务用车运行维护费{doc('run', D('7.25'))}万元（保有公务用车3辆），公务接待费{doc('host', D('2.22'))}万元。"
    )
    doc.h("三、部门整体绩效目标完成情况")
    doc.p(
        f"（一）产出情况。1.公共文化服务。全年组织送戏下乡演出{doc('xi', 186)}场、文艺辅导培训{doc('px', 240)}课时、展览{doc('zl', 28)}场，服务群众{doc('fw', '63.4')}万人次。区图书馆总馆及{doc('fg', 12)}个分馆全年接待读者{doc('dz', '41.86')}万人次，其中总馆{doc('dz1', '29.15')}万人次、分馆{doc('dz2', '12.71')}万人次；外借图书{doc('wj', '58.32')}万册次，较上年{doc('wjl', '52.70')}万册次增长{doc('wjr', ch(D('58.32'), D('52.70')))}。",
        f"2.文物和非遗保护。全区现有不可移动文物{doc('ww', 217)}处，其中国家级{doc('v1', 3)}处、省级{doc('v2', 14)}处、市级{doc('v3', 38)}处、区级{doc('v4', 62)}处、一般文物点{doc('v5', 100)}处。年度计划实施修缮项目{doc('xs', 8)}个，完成{doc('xsd', 7)}个，完成率{doc('xsr', pc(7, 8, 1))}，余下1个（沈家祠堂）因雨季延长工期顺延至2025年4月。新增市级非遗代表性项目{doc('fy', 5)}个。",
        f"3.旅游产业。成功举办第六届峤山梨花文化旅游节，全年接待游客{doc('yk', '548.6')}万人次，同比增长{doc('ykr', ch(D('548.6'), D('486.2')))}（上年为{doc('ykl', '486.2')}万人次）；实现旅游综合收入{doc('sr', '37.25')}亿元，同比增长{doc('srr', ch(D('37.25'), D('32.80')))}（上年为{doc('srl', '32.80')}亿元），人均消费{doc('rj', '679')}元。",
        f"4.市场监管。出动执法人员{doc('zf', 2164)}人次，检查经营单位{doc('jc', 1082)}家次，立案查处{doc('la', 23)}件，办结{doc('bj', 23)}件，办结率{doc('bjr', '100%')}，罚没款{doc('fm', '18.60')}万元。开展安全生产检查{doc('aq', 156)}次，排查隐患{doc('yh', 94)}处，全部整改到位。",
        f"（二）效益情况。人均公共文化设施面积由上年的{doc('mjl', '0.42')}平方米提高到{doc('mj', '0.47')}平方米；居民综合阅读率达到{doc('yd', '86.5%')}，比上年提高{doc('ydd', '2.3')}个百分点（上年为{doc('ydl', '84.2%')}）。文旅行业全年未发生较大及以上安全生产责任事故。",
        f"（三）满意度情况。委托第三方开展公共文化服务群众满意度调查，共回收有效样本{doc('yb', 650)}份，其中表示满意和基本满意{doc('my', 603)}份，满意度{doc('myr', pc(603, 650, 1))}，高于{doc('mym', '92%')}的目标值。",
    )
    doc.h("四、自评得分及结论")
    doc.h("2024年度部门整体支出绩效自评表")
    rowsdata = [
        ("预算执行", "预算执行率", 10, "100%", pc(spent, whole), str((spent / whole * 10).quantize(D("0.01")))),
        ("产出指标", "送戏下乡演出场次", 8, "≥180场", "186场", "8.00"),
        ("产出指标", "图书外借册次", 8, "≥55万册次", "58.32万册次", "8.00"),
        ("产出指标", "文物修缮项目完成数", 8, "8个", "7个", "7.00"),
        ("产出指标", "文化市场案件办结率", 8, "100%", "100%", "8.00"),
        ("产出指标", "文物修缮工程验收合格率", 9, "100%", "100%", "9.00"),
        ("产出指标", "博物馆新馆开放时间", 9, "2024年10月前", "2024年9月28日", "9.00"),
        ("效益指标", "接待游客人次", 10, "≥520万人次", "548.6万人次", "10.00"),
        ("效益指标", "居民综合阅读率", 10, "≥85%", "86.5%", "10.00"),
        ("效益指标", "文旅行业安全责任事故", 10, "0起", "0起", "10.00"),
        ("满意度指标", "群众满意度", 10, "≥92%", pc(603, 650, 1), "10.00"),
    ]
    tot = sum(D(r[5]) for r in rowsdata)
    rows = [["一级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分"]]
    for n, (a, b, w, g, d, s) in enumerate(rowsdata, 1):
        rows.append([a, b, doc(f"w{n}", w), doc(f"g{n}", g), doc(f"d{n}", d), doc(f"s{n}", s)])
    rows.append(["总分", "", doc("w", 100), "", "", doc("s", tot)])
    doc.t(rows)
    doc.p("注：定量指标完成指标值的得满分，未完成的按完成值与指标值的比例计分；预算执行率得分=执行率×分值。")
    doc.p(
        f"经综合评价，我局2024年度部门整体支出绩效自评得分{doc('sc', tot)}分，评价等级“优”。全年预算执行率{doc('exe', pc(spent, whole))}，{doc('nt', 11)}项三级指标中{doc('nd', 9)}项完成年度目标值，{doc('nu', 2)}项（预算执行率、文物修缮项目完成数）未完全达标。"
    )
    doc.h("五、存在问题")
    doc.p(
        "一是预算编制精细化程度不够，个别项目年中调整较大；二是文物修缮受天气、审批等因素影响，施工组织计划性有待加强；三是部分绩效指标年初目标值偏低，激励约束作用不明显。"
    )
    doc.h("六、有关建议和改进措施")
    doc.p(
        f"{doc('dup', '一是进一步')}细化预算编制，加强项目前期论证；二是完善修缮工程进度台账，倒排工期、挂图作战；三是结合近三年完成情况合理设定指标值；四是加强财务人员和业务科室绩效培训，提高自评质量。"
    )
    doc.h("峤山区文化和旅游局", "2025年4月15日")
    doc.fault("share", "i2 project is2", {"is2": "38.34%"}, "a/b*100=c", "33.84 写成 38.34")
    doc.fault("sum", "dz1 dz2 dz", {"dz2": "12.17"}, "a+b=c", "分馆人次数字颠倒")
    doc.fault("growth", "sr srl srr", {"srr": "11.95%"}, "(a-b)/b*100=c", "以本年数作分母")
    doc.ok("count", "v1 v2 v3 v4 v5 ww", "a+b+c+d+e=f")
    doc.fault("target", "nd nu nt", {"nd": 10}, "a+b=c", "达标数未按未达标2项更新")
    doc.fault("score_rule", "g4 d4 w4 s4", {"s4": "8.00"}, "b/a*c=d", "8个只完成7个仍得满分")
    doc.fault(
        "score_sum",
        " ".join(f"s{n}" for n in range(1, 12)) + " s",
        {"s4": "8.00"},
        "a+b+c+d+e+f+g+h+i+j+k=l",
        "改为满分后总分未改",
    )
    doc.fault("structure", "dup", {"dup": "一是进一步进一步"}, "", "词语重复")
    doc.fault("policy", "z1 b1", {"z1": 17}, "a<=b", "行政在编人数超过行政编制")
    doc.fault("sum", "z1 z2 zz", {"z1": 17}, "a+b=c", "分项之和与在编总数不符")
    doc.fault("difference", "ydl yd ydd", {"ydd": "3.2"}, "b-a=c", "提高的百分点颠倒")
    doc.fault("difference", "tp lp dp", {"dp": "-91.41"}, "a-b=c", "-91.14 写成 -91.41")
    doc.holds("sum", "a+b+c+d=e", "gen fund other carry whole")
    doc.holds(
        "sum",
        "a+b=c",
        "basic project spent",
        "b1 b2 bz",
        "run host th",
        "tst tof tb",
        "tb tp tt",
        "lb lp lt",
        "lst lof lb",
        "dst dof db",
    )
    doc.holds("sum", "a+b+c+d+e+f=g", "i1 i2 i3 i4 i5 i6 project")
    doc.holds(
        "share",
        "a/b*100=c",
        "gen whole g_s",
        "fund whole f_s",
        "other whole o_s",
        "carry whole c_s",
        "basic spent b_s",
        "project spent p_s",
        *(f"i{n} project is{n}" for n in range(1, 7)),
    )
    doc.holds(
        "growth", "(a-b)/b*100=c", "tb lb rb", "tst lst rst", "tof lof rof", "wj wjl wjr", "yk ykl ykr", "basic lb bg"
    )
    doc.holds("growth", "(b-a)/b*100=c", "tp lp rp", "tt lt rt", "spent lt decr", "project lp pg")
    doc.holds(
        "difference", "a-b=c", "tb lb db", "tst lst dst", "tof lof dof", "tt lt dt", "whole spent left", "lt spent dec"
    )
    doc.holds(
        "rate", "a/b*100=c", "th thb thr", "xsd xs xsr", "bj la bjr", "my yb myr", "spent whole exe", "spent whole d1"
    )
    doc.holds("rate", "a*10000/b=c", "sr yk rj")
    doc.holds("score_rule", "a*b/100=c", "d1 w1 s1")
    doc.holds(
        "repeat",
        "a=b",
        "sc s",
        "exe d1",
        "wj d3",
        "xi d2",
        "yd d9",
        "yk d8",
        "myr d11",
        "basic tb",
        "project tp",
        "spent tt",
    )
    doc.holds("target", "", *(f"g{n} d{n}" for n in (2, 3, 5, 6, 8, 9, 10, 11)))
    return doc
