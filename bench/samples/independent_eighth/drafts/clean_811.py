"""811: clean. A county archive's final account of 2023 as a web page, with zero bases, remainders and two scopes."""

from __future__ import annotations

from samples.independent_eighth.drafts.shaping import Draft
from samples.independent_fourth.making import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    doc = Draft("811-筠泉县档案馆2023年度部门决算公开.html")
    gen = D("486.72")
    other, carry = D("3.15"), D("18.46")
    income = gen + other
    whole = income + carry
    basic, project = D("352.64"), D("139.87")
    spent = basic + project
    left = whole - spent
    doc.h(
        "筠泉县档案馆2023年度部门决算公开",
        "目 录",
        "第一部分 部门概况",
        "第二部分 2023年度部门决算表",
        "第三部分 2023年度部门决算情况说明",
        "第四部分 预算绩效情况",
        "第五部分 名词解释",
    )
    doc.h("第一部分 部门概况", "一、部门职责")
    doc.p(
        "县档案馆是县委直属参照公务员法管理事业单位，主要职责是：集中统一管理县级机关、团体及其所属单位的重要档案；负责档案的接收、征集、整理、保管、鉴定和利用；推进档案信息化建设；开展爱国主义教育和地方史志资料编研工作。"
    )
    doc.h("二、机构设置")
    doc.p(
        f"县档案馆内设综合股、保管利用股、信息技术股3个股室，无下属预算单位。2023年末实有人数{doc('p', 27)}人，其中在职{doc('p1', 19)}人、退休{doc('p2', 8)}人；核定编制{doc('bz', 20)}名。与2022年末相比，在职人员减少{doc('pd', 1)}人（上年末{doc('pl', 20)}人），退休人员增加1人（上年末7人）。"
    )
    doc.h("第二部分 2023年度部门决算表", "收入支出决算总表（公开01表） 单位：万元")
    doc.t(
        [
            ["收入", "决算数", "支出", "决算数"],
            ["一、一般公共预算财政拨款收入", doc("t1", gen), "一、一般公共服务支出", doc("t2", D("401.53"))],
            ["二、其他收入", doc("t3", other), "二、社会保障和就业支出", doc("t4", D("47.26"))],
            ["", "", "三、卫生健康支出", doc("t5", D("16.84"))],
            ["", "", "四、住房保障支出", doc("t6", D("26.88"))],
            ["本年收入合计", doc("t7", income), "本年支出合计", doc("t8", spent)],
            ["年初结转和结余", doc("t9", carry), "年末结转和结余", doc("t10", left)],
            ["总计", doc("t11", whole), "总计", doc("t12", whole)],
        ]
    )
    doc.h("支出决算表（公开03表） 单位：万元")
    br = {
        "t2": ("一般公共服务支出", D("401.53"), D("261.66"), D("139.87")),
        "t4": ("社会保障和就业支出", D("47.26"), D("47.26"), D(0)),
        "t5": ("卫生健康支出", D("16.84"), D("16.84"), D(0)),
        "t6": ("住房保障支出", D("26.88"), D("26.88"), D(0)),
    }
    rows = [["功能分类科目", "合计", "基本支出", "项目支出"]]
    for k, (n, a, b, c) in enumerate(br.values(), 1):
        rows.append([n, doc(f"e{k}", a), doc(f"f{k}", b), doc(f"g{k}", c if c else "0.00")])
    rows.append(["合计", doc("e", spent), doc("f", basic), doc("g", project)])
    doc.t(rows)
    doc.h("第三部分 2023年度部门决算情况说明", "一、收入支出决算总体情况")
    doc.p(
        f"2023年度收、支总计均为{doc('w', whole)}万元，与2022年相比减少{doc('wd', D('9.67'))}万元，下降{doc('wr', pc(D('9.67'), whole + D('9.67')))}，主要是一次性数字化加工项目于上年完成。"
    )
    doc.h("二、收入决算情况")
    doc.p(
        f"本年收入合计{doc('in', income)}万元，其中：财政拨款收入{doc('gen', gen)}万元，占{doc('gs', pc(gen, income))}；其他收入{doc('oth', other)}万元，占{doc('os', pc(other, income))}。其他收入上年为0万元，本年新增{doc('on', other)}万元，为县史志学会转拨课题经费（实际到账{doc('yuan', '31,486.20')}元），因上年基数为0，不计算增幅。"
    )
    doc.h("三、支出决算情况")
    doc.p(
        f"本年支出合计{doc('sp', spent)}万元，其中：基本支出{doc('ba', basic)}万元，占{doc('bs', pc(basic, spent))}；项目支出{doc('pr', project)}万元，占{doc('prs', pc(project, spent))}。按年初批复预算{doc('bud', D('478.20'))}万元计算，完成年初预算的{doc('budr', pc(spent, D('478.20')))}；按调整后预算{doc('bua', whole)}万元计算，预算执行率为{doc('bur', pc(spent, whole))}。"
    )
    doc.h("四、财政拨款支出决算情况")
    gs = D("484.20")
    doc.p(
        f"2023年度财政拨款支出{doc('gsp', gs)}万元，占本年支出的{doc('gsps', pc(gs, spent))}。与2022年相比（{doc('gsl', D('507.91'))}万元），减少{doc('gsd', D('507.91') - gs)}万元，下降{doc('gsr', ch(gs, D('507.91')))}。财政拨款支出按功能分类：一般公共服务支出{doc('h1', D('393.22'))}万元，占{doc('hs1', pc(D('393.22'), gs))}；社会保障和就业支出{doc('h2', D('47.26'))}万元，占{doc('hs2', pc(D('47.26'), gs))}；卫生健康支出{doc('h3', D('16.84'))}万元，占{doc('hs3', pc(D('16.84'), gs))}；住房保障支出{doc('h4', D('26.88'))}万元，占{doc('hs4', pc(D('26.88'), gs))}。四类支出占比取一位小数分别为{doc('ha', '81.2')}%、{doc('hb', '9.8')}%、{doc('hc', '3.5')}%、{doc('hd', '5.6')}%，合计{doc('he', '100.0')}%（各项四舍五入，存在尾差）。"
    )
    doc.h("五、财政拨款基本支出决算情况")
    doc.p(
        f"2023年度财政拨款基本支出{doc('fb', D('352.64'))}万元，其中人员经费{doc('fs', D('321.75'))}万元，公用经费{doc('fo', D('30.89'))}万元。人员经费中工资福利支出{doc('fs1', D('296.18'))}万元、对个人和家庭的补助{doc('fs2', D('25.57'))}万元。"
    )
    doc.h("六、“三公”经费支出决算情况")
    doc.p(
        f"2023年度“三公”经费支出预算{doc('thb', D('1.50'))}万元，决算{doc('th', D('0.86'))}万元，完成预算的{doc('thr', pc(D('0.86'), D('1.50')))}，全部为公务接待费，接待{doc('bt', 9)}批次、{doc('gs_', 74)}人次，人均{doc('gsv', '116.22')}元。上年决算0.86万元，与上年持平。因公出国（境）费、公务用车购置及运行维护费均为0万元，与上年一致。"
    )
    doc.h("七、机关运行经费和政府采购")
    doc.p(
        f"机关运行经费支出{doc('jg', D('30.89'))}万元，比2022年增加{doc('jgd', D('1.64'))}万元，增长{doc('jgr', pc(D('1.64'), D('29.25')))}（上年{doc('jgl', D('29.25'))}万元）。政府采购支出总额{doc('cg', D('68.40'))}万元，其中货物{doc('cg1', D('12.60'))}万元、服务{doc('cg2', D('55.80'))}万元；全部授予中小企业，占{doc('cgr', '100.00%')}，其中授予小微企业{doc('cgx', D('55.80'))}万元，占{doc('cgxr', pc(D('55.80'), D('68.40')))}。"
    )
    doc.h("第四部分 预算绩效情况")
    doc.p(
        f"一是对2023年度4个项目开展绩效自评，涉及资金{doc('jx', D('142.50'))}万元（预算口径，含结转），实际支出{doc('jxa', D('139.87'))}万元，执行率{doc('jxr', pc(D('139.87'), D('142.50')))}。四个项目执行数分别为：档案数字化加工{doc('x1', D('68.40'))}万元、库房安全运维{doc('x2', D('32.15'))}万元、民生档案异地查询平台{doc('x3', D('21.62'))}万元、红色档案征编{doc('x4', D('17.70'))}万元。",
        f"二是部门整体支出绩效自评得分{doc('sc', D('96.30'))}分，其中预算执行{doc('s1', D('9.69'))}分、产出{doc('s2', D('48.61'))}分、效益{doc('s3', D('28.50'))}分、满意度{doc('s4', D('9.50'))}分；四个项目自评得分分别为{doc('z1', 98)}分、{doc('z2', 95)}分、{doc('z3', 93)}分、{doc('z4', 96)}分，平均{doc('z', '95.5')}分。",
        f"三是主要产出。全年数字化加工档案{doc('da', '186.4')}万页，完成计划180万页的{doc('dar', pc(D('186.4'), 180))}；接收档案进馆{doc('js', '12,840')}卷（件），其中文书档案{doc('js1', '9,216')}件、专业档案{doc('js2', '3,624')}卷；接待查档{doc('cd', '2,735')}人次，其中线下{doc('cd1', '1,968')}人次、线上{doc('cd2', 767)}人次，线上占比{doc('cdr', pc(767, 2735, 1))}；提供复制件8,106页。查档满意度{doc('my', pc(196, 200, 1))}（有效问卷{doc('mq', 200)}份，满意{doc('mq1', 196)}份）。",
        f"截至2023年末馆藏档案{doc('gc', '168,352')}卷（件），馆藏数字化率{doc('szh', '71.6%')}，比上年末的{doc('szhl', '64.9%')}提高{doc('szhd', '6.7')}个百分点；2023年第三季度末馆藏数字化率为70.2%。",
    )
    doc.h("第五部分 名词解释")
    doc.p(
        "一、财政拨款收入：指县级财政当年拨付的资金。",
        "二、年初结转和结余：指以前年度尚未完成、结转到本年按有关规定继续使用的资金。",
        "三、机关运行经费：指为保障行政单位（含参照公务员法管理的事业单位）运行用于购买货物和服务的各项资金。",
    )
    doc.h("筠泉县档案馆", "2024年9月12日")
    doc.holds(
        "sum",
        "a+b=c",
        "p1 p2 p",
        "gen oth in",
        "ba pr sp",
        "fs fo fb",
        "fs1 fs2 fs",
        "cg1 cg2 cg",
        "js1 js2 js",
        "cd1 cd2 cd",
        "t1 t3 t7",
        "t7 t9 t11",
        "t8 t10 t12",
        *(f"f{k} g{k} e{k}" for k in range(1, 5)),
        "f g e",
    )
    doc.holds(
        "sum", "a+b+c+d=e", "t2 t4 t5 t6 t8", "h1 h2 h3 h4 gsp", "x1 x2 x3 x4 jxa", "e1 e2 e3 e4 e", "f1 f2 f3 f4 f"
    )
    doc.holds("score_sum", "a+b+c+d=e", "s1 s2 s3 s4 sc")
    doc.holds("score_rule", "a/10=b", "bur s1")
    doc.holds("rate", "(a+b+c+d)/4=e", "z1 z2 z3 z4 z")
    doc.holds(
        "share",
        "a/b*100=c",
        "gen in gs",
        "oth in os",
        "ba sp bs",
        "pr sp prs",
        "gsp sp gsps",
        *(f"h{k} gsp hs{k}" for k in range(1, 5)),
        "cgx cg cgxr",
        "cd2 cd cdr",
    )
    doc.holds("rate", "a/b*100=c", "sp bud budr", "sp bua bur", "th thb thr", "jxa jx jxr", "mq1 mq my")
    doc.holds("rate", "a*10000/b=c", "th gs_ gsv")
    doc.holds("growth", "b/(a+b)*100=c", "w wd wr")
    doc.holds("growth", "(b-a)/b*100=c", "gsp gsl gsr")
    doc.holds("growth", "(a-b)/b*100=c", "jg jgl jgr")
    doc.holds("difference", "a-b=c", "gsl gsp gsd", "jg jgl jgd", "szh szhl szhd", "pl p1 pd")
    doc.holds("repeat", "a=b", "w t11", "in t7", "sp t8", "sp e", "ba f", "pr g", "fb ba", "fo jg", "oth on", "pr jxa")
    doc.holds("unit", "a/10000=b", "yuan oth")
    doc.rounds("sum", "a+b+c+d=e", "ha hb hc hd he")
    return doc
