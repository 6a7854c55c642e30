"""307: self-evaluation of a district's veterans' bureau, lines of a pdf."""

from samples.independent.amounts import D, group, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as at
from samples.independent_third.making import Paper, changed


def draft() -> Draft:
    d = Paper(307, "湖岭区退役军人事务局2021年度部门整体支出绩效自评报告", "txt", separator="  ", width=36)
    year, plan, spent, basic = D("2860.75"), D("3124.80"), D("2996.35"), D("438.20")
    project = spent - basic
    d.p("湖岭区退役军人事务局\n2021年度部门整体支出绩效自评报告")
    d.h(1, "一、部门概况")
    d.p(
        "（一）职能职责。区退役军人事务局负责退役军人思想政治、移交安置、就业创业、优待抚恤、拥军优属和烈士纪念设施管理等工作，下设区退役军人服务中心和区烈士陵园管理所。全区镇街、村社两级均建有退役军人服务站，形成上下贯通的服务保障体系。",
        f"（二）人员编制。核定编制{at('e_all', '26')}名，其中行政{at('e_a', '9')}名、事业{at('e_b', '17')}名；年末在职25人。",
        f"（三）服务对象。全区登记退役军人{at('v_all', group(8436, 0))}人，其中优抚对象{at('v_a', group(1972, 0))}人，占{at('v_p', percent(1972, 8436))}。",
    )
    d.h(1, "二、部门财务情况")
    d.p(
        f"（一）预算安排。2021年初预算{at('p0', money(year))}万元，调整后全年预算{at('p1', money(plan))}万元，增加{at('pd', money(plan - year))}万元，增幅{at('pp', changed(plan, year))}，{at('why', '主要是提高抚恤补助标准追加的上级资金。')}",
        f"（二）预算执行。全年支出{at('x', money(spent))}{at('unit', '万元')}，执行率{at('xr', percent(spent, plan))}。其中基本支出{at('xb', money(basic))}万元，项目支出{at('xp', money(project))}万元，分别占{at('xbp', percent(basic, spent))}和{at('xpp', percent(project, spent))}。",
        f"（三）项目支出构成。优抚对象抚恤补助{at('k1', '1684.50')}万元，义务兵家庭优待金{at('k2', '512.36')}万元，退役士兵安置补助{at('k3', '286.40')}万元，烈士纪念设施维护{at('k4', money(project - D('2483.26')))}万元，共计{at('k_all', money(project))}万元。",
        f"（四）资金结余。年末未支付{at('left', money(plan - spent))}万元，全部由财政收回。",
    )
    d.h(1, "三、履职完成情况")
    d.p(
        f"1.移交安置。接收退役士兵{at('a_all', '214')}人，其中自主就业{at('a_a', '187')}人、政府安排工作{at('a_b', '21')}人、退休供养{at('a_c', '6')}人，安置率100%。",
        f"2.就业创业。举办专场招聘会4场，提供岗位2360个，达成意向{at('j', '318')}人；职业技能培训{at('t_all', '165')}人，取得证书{at('t_ok', '152')}人，取证率{at('t_r', percent(152, 165))}。",
        "深化校企合作，与两所职业院校签订培训协议，开设电工、汽修、物业管理等专业；对有创业意愿的退役军人落实担保贷款贴息政策，选树创业典型，营造尊崇关爱的社会氛围。",
        f"3.权益维护。接待来信来访{at('c_all', '97')}件次，办结{at('c_ok', '95')}件次，办结率{at('c_r', percent(95, 97))}。",
        f"4.满意度调查。发放问卷{at('q_out', '300')}份，收回有效问卷{at('q_in', '288')}份，回收率{at('q_r', percent(288, 300))}。有效问卷中，满意{at('q_a', '231')}人、基本满意{at('q_b', '46')}人、不满意{at('q_c', '11')}人，满意和基本满意合计占{at('q_s', percent(277, 288))}。",
    )
    d.h(1, "四、评价指标得分")
    d.p(
        f"自评总分100分，其中投入10分、过程30分、产出35分、效益25分。等级标准为：{at('band', '90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差')}。"
    )
    d.t(
        [
            "一级指标/分值/得分",
            ("投入", "10", at("s1", "9.00")),
            ("过程", "30", at("s2", "26.59")),
            ("产出", "35", at("s3", "31.50")),
            ("效益", "25", at("s4", "21.80")),
            ("合计", "100", at("s_all", "88.89")),
        ]
    )
    score = spent / plan * 10
    d.p(
        f"其中：“预算执行率”指标分值10分，按“得分=预算执行率×10”计算，预算执行率为{at('r2', percent(spent, plan))}，得{at('rs', money(score))}分。",
        f"“取证率”指标分值5分，取证率达到95%得满分，每低1个百分点扣0.5分，扣完为止，实际取证率{percent(152, 165)}，低于标准{money(D(95) - D('92.12'))}个百分点，计扣1.44分，得3.56分。",
        f"综上，2021年度部门整体支出绩效自评得分{at('s_text', '88.89')}分，评定等级为“{at('grade', '良')}”。",
    )
    d.h(1, "五、存在问题及整改")
    d.p(
        f"1.部分优抚项目支付进度偏慢{at('brk', '（第三季度末仅为64.3%）')}，全年执行率未达到100%。",
        "绩效运行监控还停留在资金层面，对产出数量和服务质量的跟踪不够及时，部分指标值设置偏于定性，难以量化考核，绩效目标与预算资金的匹配度需要进一步提高。",
        "2.技能培训与市场需求结合不紧，取证率低于95%的目标。",
        "上述问题反映出我局预算编制与业务工作衔接还不紧密，财务人员与业务人员之间沟通不够，项目负责人对绩效目标的把握不够准确。",
        "下一步，将加强与财政部门衔接，按季通报支付进度；开展培训需求调查，增设无人机、电工等课程。",
    )
    d.ok("count", "a+b=c", "e_a", "e_b", "e_all")
    d.ok("share", "a/b*100=c", "v_a", "v_all", "v_p")
    d.ok("growth", "(a-b)/b*100=c", "p1", "p0", "pp")
    d.ok("difference", "a-b=c", "p1", "p0", "pd")
    d.ok("rate", "a/b*100=c", "x", "p1", "xr")
    d.ok("share", "a/b*100=c", "xb", "x", "xbp")
    d.ok("sum", "a+b+c+d=e", "k1", "k2", "k3", "k4", "k_all")
    d.ok("difference", "a-b=c", "p1", "x", "left")
    d.ok("rate", "a/b*100=c", "c_ok", "c_all", "c_r")
    d.ok("rate", "a/b*100=c", "t_ok", "t_all", "t_r")
    d.ok("survey", "a/b*100=c", "q_in", "q_out", "q_r")
    d.ok("score_sum", "a+b+c+d=e", "s1", "s2", "s3", "s4", "s_all")
    d.wrong("unit", "unit", "元", "x", note="yuan among ten thousands")
    d.wrong("count", "a_a", "178", "a_all", "a_b", "a_c", formula="a-b-c=d", note="swapped digits")
    d.wrong(
        "survey", "q_s", percent(231, 288), "q_a", "q_b", "q_in", formula="(a+b)/c*100=d", note="only the satisfied"
    )
    d.wrong("score_rule", "rs", money(score - D("0.36")), "r2", formula="a/100*10=b")
    d.wrong("grade", "grade", "优", "s_text", "band", note="88.89 is 良")
    d.wrong("structure", "brk", "（第三季度末仅为64.3%", note="bracket left open")
    return d
