"""804: clean. A disabled persons' federation, overall expenditure of 2023, full of what looks false and is true."""

from __future__ import annotations

from samples.independent_eighth.drafts.shaping import Draft
from samples.independent_fourth.making import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    doc = Draft("804-岫阳县残疾人联合会2023年度部门整体支出绩效自评报告.txt", width=34)
    income, other, carry = D("968.37"), D("12.40"), D("35.68")
    whole = income + other + carry
    staff, office, proj = D("286.45"), D("31.92"), D("671.83")
    basic = staff + office
    spent = basic + proj
    left = whole - spent
    last = D("905.26")
    doc.h("岫阳县残疾人联合会2023年度", "部门整体支出绩效自评报告", "")
    doc.p(
        "根据《岫阳县财政局关于开展2023年度县直部门整体支出绩效自评工作的通知》（岫财绩〔2024〕1号）文件要求，县残联组织对2023年度部门整体支出绩效情况进行了自评，形成本报告。本报告金额单位除特别注明外均为万元，因四舍五入原因，部分合计数与分项加总数可能存在尾差。"
    )
    doc.h("一、部门基本情况", "（一）部门职能职责")
    doc.p(
        "县残联是经县委、县政府批准成立的残疾人组织，具有“代表、服务、管理”职能，主要职责是：听取残疾人意见，反映残疾人需求，维护残疾人合法权益；开展残疾人康复、教育、就业、扶贫、文化、体育、社会保障、无障碍设施和残疾预防等工作；承担县政府残疾人工作委员会的日常工作；完成县委、县政府交办的其他任务。"
    )
    doc.h("（二）机构设置和人员情况")
    doc.p(
        f"县残联机关内设综合股、康复股、教就股3个股室，下属二级事业单位1个（县残疾人综合服务中心，财务未独立）。全会核定编制{doc('bz', 19)}名，其中参公编制{doc('b1', 9)}名、事业编制{doc('b2', 10)}名。2023年末在编在职{doc('zz', 18)}人，其中参公人员{doc('z1', 9)}人、事业人员{doc('z2', 9)}人；另有“一村一岗”专职委员{doc('wy', 126)}人，由乡镇管理、县残联发放补贴，不占编制；退休人员{doc('tx', 8)}人。年末财政供养人员合计{doc('gy', 26)}人（在编在职{doc('g1', 18)}人、退休{doc('g2', 8)}人）。"
    )
    doc.h("（三）服务对象基本情况")
    doc.p(
        f"截至2023年12月31日，全县持证残疾人{doc('cj', '14,826')}人，按残疾类别分：视力{doc('c1', '1,652')}人、听力{doc('c2', '1,208')}人、言语{doc('c3', 187)}人、肢体{doc('c4', '8,364')}人、智力{doc('c5', '1,493')}人、精神{doc('c6', '1,602')}人、多重{doc('c7', 320)}人；按残疾等级分：一级{doc('l1', '2,415')}人、二级{doc('l2', '4,738')}人、三级{doc('l3', '3,962')}人、四级{doc('l4', '3,711')}人。重度残疾人（一、二级）{doc('zd', '7,153')}人，占持证残疾人的{doc('zdr', pc(7153, 14826))}。截至2023年6月底报送县政协的调研材料中持证残疾人为14,512人，系统计时点不同。"
    )
    doc.h("二、部门预算安排与执行情况", "（一）收入情况")
    doc.p(
        f"2023年部门总收入{doc('whole', whole)}万元，其中财政拨款{doc('income', income)}万元，占{doc('is', pc(income, whole, 1))}；其他收入{doc('other', other)}万元（省残联康复器具实物折价），占{doc('os', pc(other, whole, 1))}；上年结转{doc('carry', carry)}万元，占{doc('cs', pc(carry, whole, 1))}。"
    )
    doc.h("（二）支出情况")
    doc.p(
        f"2023年部门总支出{doc('spent', spent)}万元，较上年{doc('last', last)}万元增长{doc('gr', ch(spent, last))}。基本支出{doc('basic', basic)}万元，占{doc('bs', pc(basic, spent))}；项目支出{doc('proj', proj)}万元，占{doc('ps', pc(proj, spent))}。基本支出中人员经费{doc('staff', staff)}万元、公用经费{doc('office', office)}万元。年末结转{doc('left', left)}万元，全年预算执行率{doc('exe', pc(spent, whole))}；按年初预算{doc('begin', D('847.60'))}万元计算，执行率为{doc('exb', pc(spent, D('847.60')))}，超过100%系年中追加上级残疾人事业发展补助资金所致。"
    )
    doc.h("（三）项目支出明细", "单位：万元")
    its = [
        ("残疾人精准康复服务", "148.62"),
        ("残疾人辅助器具适配", "63.90"),
        ("重度残疾人家庭无障碍改造", "84.00"),
        ("残疾儿童康复救助", "156.40"),
        ("农村残疾人实用技术培训", "22.75"),
        ("阳光家园托养服务", "96.30"),
        ("残疾人就业创业扶持", "61.48"),
        ("专职委员补贴", "38.38"),
    ]
    assert sum(D(a) for _, a in its) == proj, sum(D(a) for _, a in its)
    rows = [["项目名称", "支出数", "占项目支出比重"]]
    rows += [[n, doc(f"i{k}", a), doc(f"si{k}", pc(D(a), proj, 1))] for k, (n, a) in enumerate(its, 1)]
    rows.append(["合计", doc("it", proj), doc("st", "100.0%")])
    doc.t(rows)
    doc.h("第 2 页 共 5 页")
    doc.h("（四）“三公”经费情况")
    doc.p(
        f"2023年“三公”经费预算{doc('tb', D('6.00'))}万元，支出{doc('th', D('4.13'))}万元，其中公务用车运行维护费{doc('run', D('3.20'))}万元、公务接待费{doc('host', D('0.93'))}万元，因公出国（境）费未发生。上年支出{doc('tl', D('4.05'))}万元，同比增加{doc('td', D('0.08'))}万元，增长{doc('tr', ch(D('4.13'), D('4.05')))}，但仍控制在预算之内，为预算的{doc('tbr', pc(D('4.13'), 6))}。"
    )
    doc.h("三、部门整体支出绩效实现情况", "（一）产出指标完成情况")
    doc.p(
        f"1.数量指标。全年为{doc('kf', '3,286')}名残疾人提供基本康复服务，目标值3,200名，完成率{doc('kfr', pc(3286, 3200))}；适配辅助器具{doc('fj', '1,074')}件，其中免费适配{doc('fj1', 986)}件、补贴适配{doc('fj2', 88)}件；实施重度残疾人家庭无障碍改造{doc('wz', 140)}户，目标值140户，户均投入{doc('wzv', '0.60')}万元；救助残疾儿童{doc('et', 92)}名，人均救助{doc('etv', '1.70')}万元，目标值90名；举办实用技术培训{doc('px', 9)}期，培训{doc('pxr', 455)}人次，人均成本{doc('pxv', 500)}元；阳光家园托养{doc('ty', 214)}人，人均{doc('tyv', '4,500')}元。",
        f"2.质量指标。残疾人基本康复服务率{doc('fwl', '97.3%')}（目标值≥90%），辅助器具适配率{doc('spl', '98.1%')}（目标值≥90%），无障碍改造验收合格率{doc('ysl', '100%')}（目标值100%），培训合格率{doc('hgl', pc(437, 455))}（{doc('hg', 437)}人次取得合格证书，目标值≥95%）。",
        "3.时效指标。各项补贴发放及时率100%，项目按期完成率100%。",
        f"4.成本指标。儿童康复救助标准每人每年不超过2万元，实际最高1.98万元；无障碍改造户均不超过{doc('lim', '0.60')}万元，实际户均{doc('wzv2', '0.60')}万元，未超标准。",
    )
    doc.h("（二）效益指标完成情况")
    doc.p(
        f"新增残疾人就业{doc('jy', 168)}人，其中按比例就业{doc('j1', 21)}人、集中就业{doc('j2', 16)}人、个体及灵活就业{doc('j3', 79)}人、农村种养业{doc('j4', 52)}人，完成目标任务150人的{doc('jyr', pc(168, 150))}。全年征收残疾人就业保障金{doc('jbj', '312.86')}万元，较上年下降{doc('jbjr', ch(D('312.86'), D('335.40')))}（上年{doc('jbjl', '335.40')}万元），主要受小微企业免征政策延续影响。困难残疾人生活补贴和重度残疾人护理补贴由县民政局发放，2023年分别惠及{doc('k1', '4,216')}人和{doc('k2', '6,987')}人，资金不在县残联部门决算中反映。"
    )
    doc.h("（三）满意度指标完成情况")
    doc.p(
        f"县残联随机抽取{doc('q', 150)}名服务对象开展电话回访，接通并完成问卷{doc('qa', 132)}份，其中满意{doc('qb', 119)}份、基本满意{doc('qc', 9)}份、不满意{doc('qd', 4)}份，满意率（含基本满意）{doc('qr', pc(128, 132))}，超过95%的目标值。"
    )
    doc.h("四、自评得分")
    doc.p(
        f"按照县财政局统一制定的评分标准，2023年度县残联部门整体支出绩效自评总分{doc('sc', D('97.41'))}分，其中投入{doc('s1', D('14.50'))}分（满分15分）、过程{doc('s2', D('33.91'))}分（满分35分）、产出{doc('s3', D('29.50'))}分（满分30分）、效果{doc('s4', D('19.50'))}分（满分20分），自评等级为“优”。上年度自评得分为{doc('scl', D('95.80'))}分，本年提高{doc('scd', D('1.61'))}分。"
    )
    doc.h("部门整体支出绩效自评得分表")
    tree = [
        ("投入", [("目标设定", 5, "5.00"), ("预算配置", 10, "9.50")]),
        ("过程", [("预算执行", 20, "18.91"), ("预算管理", 10, "10.00"), ("资产管理", 5, "5.00")]),
        ("产出", [("职责履行", 30, "29.50")]),
        ("效果", [("履职效益", 10, "9.50"), ("服务对象满意度", 10, "10.00")]),
    ]
    rows = [["一级指标", "二级指标", "分值", "得分", "得分率"]]
    for k, (name, leaves) in enumerate(tree, 1):
        for j, (leaf, w, one) in enumerate(leaves, 1):
            rows.append(
                [name if j == 1 else "", leaf, doc(f"w{k}{j}", w), doc(f"t{k}{j}", one), doc(f"r{k}{j}", pc(D(one), w))]
            )
    rows.append(["合计", "", doc("w", 100), doc("t", "97.41"), doc("r", "97.41%")])
    doc.t(rows)
    doc.h("五、存在的问题和下一步打算")
    doc.p(
        f"（一）存在问题。一是上级资金下达较晚，第四季度支出{doc('q4', D('402.75'))}万元，占全年支出的{doc('q4r', pc(D('402.75'), spent))}，支出均衡性不够；二是基层服务力量薄弱，部分专职委员年龄偏大；三是培训项目与残疾人就业需求结合不够紧密。",
        "（二）改进措施。一是加强与财政、省市残联沟通，提前做好项目储备，资金到位即可实施；二是加强专职委员队伍建设，开展业务轮训；三是实行“订单式”培训，提高培训后就业率。",
    )
    doc.h("六、绩效自评结果应用和公开")
    doc.p("县残联将把自评结果作为2025年预算编制的重要依据，按要求于2024年9月底前在县政府门户网站公开。")
    doc.h("", "岫阳县残疾人联合会", "2024年5月20日")
    doc.holds("sum", "a+b+c=d", "income other carry whole")
    doc.holds(
        "sum",
        "a+b=c",
        "staff office basic",
        "basic proj spent",
        "run host th",
        "b1 b2 bz",
        "z1 z2 zz",
        "g1 g2 gy",
        "fj1 fj2 fj",
        "l1 l2 zd",
    )
    doc.holds("sum", "a+b+c+d+e+f+g=h", "c1 c2 c3 c4 c5 c6 c7 cj")
    doc.holds("sum", "a+b+c+d=e", "l1 l2 l3 l4 cj", "j1 j2 j3 j4 jy")
    doc.holds("score_sum", "a+b+c+d=e", "s1 s2 s3 s4 sc")
    doc.holds("sum", "a+b+c=d", "qb qc qd qa")
    doc.holds("sum", "a+b+c+d+e+f+g+h=i", "i1 i2 i3 i4 i5 i6 i7 i8 it")
    doc.holds("sum", "a+b+c+d+e+f+g+h=i", "si1 si2 si3 si4 si5 si6 si7 si8 st")
    doc.holds(
        "share",
        "a/b*100=c",
        "zd cj zdr",
        "income whole is",
        "other whole os",
        "carry whole cs",
        "basic spent bs",
        "proj spent ps",
        "q4 spent q4r",
        *(f"i{n} proj si{n}" for n in range(1, 9)),
    )
    doc.holds("rate", "a/b*100=c", "spent whole exe", "spent begin exb", "th tb tbr", "hg pxr hgl")
    doc.holds("rate", "(a+b)/c*100=d", "qb qc qa qr")
    doc.holds("growth", "(a-b)/b*100=c", "spent last gr", "th tl tr")
    doc.holds("growth", "(b-a)/b*100=c", "jbj jbjl jbjr")
    doc.holds("difference", "a-b=c", "whole spent left", "th tl td", "sc scl scd")
    doc.holds("rate", "a/b=c", "i3 wz wzv", "i4 et etv")
    doc.holds("rate", "a*10000/b=c", "i5 pxr pxv", "i6 ty tyv")
    doc.holds("repeat", "a=b", "proj it", "zz g1", "tx g2", "wzv wzv2", "lim wzv2")
    doc.holds("score_sum", "a+b=c", "t11 t12 s1", "t41 t42 s4")
    doc.holds("score_sum", "a+b+c=d", "t21 t22 t23 s2")
    doc.holds(
        "score_sum", "a+b+c+d+e+f+g+h=i", "w11 w12 w21 w22 w23 w31 w41 w42 w", "t11 t12 t21 t22 t23 t31 t41 t42 t"
    )
    doc.holds(
        "rate",
        "a/b*100=c",
        "t11 w11 r11",
        "t12 w12 r12",
        "t21 w21 r21",
        "t22 w22 r22",
        "t31 w31 r31",
        "t41 w41 r41",
        "t w r",
    )
    doc.holds("repeat", "a=b", "sc t", "t31 s3")
    return doc
