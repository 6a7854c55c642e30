"""305: self-evaluation of a federation of industry and commerce, plain text of a Word file."""

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as at
from samples.independent_third.making import Paper, changed


def draft() -> Draft:
    d = Paper(305, "青崖市工商业联合会2022年度部门整体支出绩效自评报告", "txt")
    plan, spent, basic = D("312.60"), D("298.47"), D("241.35")
    project = spent - basic
    open_, in_ = D("18.92"), D("301.56")
    close, close_old = open_ + in_ - spent, D("18.92")
    d.p(
        "青崖市工商业联合会2022年度部门整体支出绩效自评报告",
        "",
        "根据《青崖市财政局关于做好2022年度预算绩效自评工作的通知》（青财绩〔2023〕6号）要求，我会成立由秘书长任组长的自评小组，对2022年度部门整体支出进行了自评，现报告如下：",
    )
    d.h(1, "一、部门概况")
    d.p(
        "（一）主要职能",
        "市工商联是市委领导、面向工商界的人民团体，承担非公有制经济人士思想政治引领、参政议政、商会建设、法律维权和扶贫济困等工作。",
        "（二）机构和人员",
        f"内设办公室、会员部、经济联络部3个部室，下属民营企业服务中心1个事业单位。核定编制{at('b_all', '19')}名，其中行政编制{at('b_a', '11')}名、事业编制{at('b_b', '8')}名。年末实有{at('r_all', '28')}人，其中在职{at('r_a', '17')}人、退休{at('r_b', '11')}人。",
        "（三）年度重点工作",
        "围绕市委、市政府“工业强市、开放兴市”的部署，落实“两个健康”工作要求，年初确定的重点工作是：一是深化“万企兴乡村”行动；二是推进商会改革和所属商会换届；三是办好民营企业家培训；四是建立银企对接平台。",
    )
    d.h(1, "二、部门整体支出情况")
    d.p(
        f"（一）收入情况。2022年收入总计{at('n_all', money(open_ + in_))}万元，其中年初结转和结余{at('n_open', money(open_))}万元，本年收入{at('n_in', money(in_))}万元，较2021年的{at('n_old', '285.40')}万元增加{at('n_diff', money(in_ - D('285.40')))}万元，增长{at('n_pct', changed(in_, D('285.40')))}，主要原因是增人增资。",
        f"（二）支出情况。全年预算数{at('x_plan', money(plan))}万元，实际支出{at('x_all', money(spent))}万元，预算执行率{at('x_rate', percent(spent, plan))}。其中基本支出{at('x_b', money(basic))}万元，占{at('x_bp', percent(basic, spent))}；项目支出{at('x_p', money(project))}万元，占{at('x_pp', percent(project, spent))}。",
        f"（三）结转情况。年末结转和结余{at('close', money(close))}万元，较年初增加{at('c_diff', money(close - close_old))}万元，增长{at('c_pct', changed(close, close_old))}，主要是商会换届经费跨年支付。",
        f"（四）项目支出明细。会员服务与培训{at('k1', '26.30')}万元，乡村振兴帮扶{at('k2', '15.00')}万元，商会建设{at('k3', money(project - D('41.30')))}万元，合计{at('k_all', money(project))}万元。",
        f"（五）“三公”经费。全年支出{at('y_all', '3.86')}万元，其中公务用车运行维护费{at('y_c', '2.64')}万元、公务接待费{at('y_g', '1.22')}万元，均未超出预算。",
    )
    d.h(1, at("three", "三") + "、绩效目标完成情况")
    d.p(
        "1.思想引领方面。组织执委以上企业家赴外地开展理想信念教育2期，参加83人；举办“青崖商学讲堂”6期，培训民营企业家540余人次。",
        f"2.服务企业方面。全年走访企业{at('visit', '126')}家，收集问题{at('ask', '64')}个，已办结{at('done', '61')}个，办结率{at('d_rate', percent(61, 64))}；联合5家银行召开银企对接会3场，帮助27家企业获得授信1.85亿元，但实际放款进度偏慢，该指标自行扣减2分。",
        "联合市中级人民法院设立商会调解室，聘请律师11名担任法律顾问，开展“法治体检”进企业活动；编印惠企政策汇编，通过微信公众号推送政策解读，引导企业用足用好减税降费、稳岗返还等措施。",
        "3.商会建设方面。新成立异地商会2家，完成4家所属商会换届，目前所属商会达到31家。",
        "4.社会责任方面。组织92家企业结对帮扶58个村，捐赠资金和物资折合236万元。",
    )
    d.t(
        [
            "指标名称/年度指标值/完成值/分值/得分",
            f"举办商学讲堂/6期/6期/20/{at('s1', '20')}",
            f"走访企业/≥100家/126家/20/{at('s2', '20')}",
            f"问题办结率/≥98%/{percent(61, 64)}/10/{at('s3', '9')}",
            f"预算执行率/100%/{at('t_rate', percent(spent, plan))}/10/{at('s4', '9')}",
            f"银企对接授信额/≥1.5亿元/1.85亿元/30/{at('s5', '28')}",
            f"会员满意度/≥90%/93.60%/10/{at('s6', '10')}",
        ]
    )
    d.h(1, at("four", "四") + "、自评结论")
    d.p(
        f"经自评，2022年度部门整体支出绩效得分{at('s_all', '96')}分，等级为“优”（90分及以上为优，80—89分为良，60—79分为中，60分以下为差）。"
    )
    d.h(1, at("five", "五") + "、存在的问题")
    d.p(
        "1.预算编制的前瞻性不够，培训类项目受疫情影响调整较多。",
        "绩效管理的意识有待加强，个别部室认为绩效自评是财务人员的事，平时不注意收集数据，年底集中补填，影响了自评材料的质量。",
        "2.问题办结率未达到年初设定的98%，有3个涉及土地的历史遗留问题仍在协调。",
    )
    d.h(1, at("six", "六") + "、改进措施")
    d.p(
        "1.提前谋划下一年度工作，细化项目预算。",
        "2.会同自然资源、住建等部门建立联席会议，逐件销号。",
        "附件：" + at("year", "2022年") + "度市工商联部门整体支出绩效自评表",
        "青崖市工商业联合会",
        "2023年4月12日",
    )
    d.ok("sum", "a+b=c", "n_open", "n_in", "n_all")
    d.ok("growth", "(a-b)/b*100=c", "n_in", "n_old", "n_pct")
    d.ok("share", "a/b*100=c", "x_b", "x_all", "x_bp")
    d.ok("share", "a/b*100=c", "x_p", "x_all", "x_pp")
    d.ok("rate", "a/b*100=c", "done", "ask", "d_rate")
    d.ok("sum", "a+b=c", "y_c", "y_g", "y_all")
    d.ok("count", "a+b=c", "b_a", "b_b", "b_all")
    d.ok("sum", "a+b+c=d", "k1", "k2", "k3", "k_all")
    d.wrong(
        "rate",
        "x_rate",
        percent(spent + D("3.60"), plan),
        "x_all",
        "x_plan",
        formula="a/b*100=c",
        note="swapped digits or another figure",
    )
    d.wrong(
        "growth",
        "c_pct",
        percent(close - close_old, close),
        "close",
        "n_open",
        formula="(a-b)/b*100=c",
        note="by the new balance",
    )
    d.wrong("count", "r_b", "13", "r_all", "r_a", formula="a-b=c")
    d.wrong("score_sum", "s_all", "98", "s1", "s2", "s3", "s4", "s5", "s6", formula="a+b+c+d+e+f=g")
    d.wrong("year", "year", "2021年", note="attachment of last year")
    d.wrong("structure", "five", "六", "four", "six", note="six twice, five missing")
    return d
