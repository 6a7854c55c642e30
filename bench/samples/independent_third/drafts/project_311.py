"""311: self-evaluation of one project, as text of a form and a page."""

from samples.independent.amounts import D, group, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as at
from samples.independent_third.making import Paper


def draft() -> Draft:
    d = Paper(311, "望川县城区路灯节能改造项目2022年度支出绩效自评报告", "txt", width=40)
    plan, adjusted, spent = D("580.00"), D("642.00"), D("618.27")
    d.p("望川县城区路灯节能改造项目\n2022年度支出绩效自评报告", "填报单位：望川县城市管理局    填报日期：2023年3月15日")
    d.h(1, "一、项目基本情况")
    d.p(
        f"（一）项目内容。项目对县城主次干道高压钠灯进行LED节能改造，2022年计划改造路灯{at('lamp_plan', group(3600, 0))}盏，其中主干道{at('l1', group(1420, 0))}盏、次干道{at('l2', group(1280, 0))}盏、背街小巷{at('l3', '900')}盏，配套更换控制箱46台。项目列入县政府当年民生实事，目的是降低用电成本，消除照明盲区，改善居民夜间出行条件。",
        f"（二）资金安排。项目年初预算{at('m0', money(plan))}万元，年中追加{at('madd', money(adjusted - plan))}万元，全年预算{at('m1', money(adjusted))}万元，资金来源为县级财政。",
        f"（三）项目单位。由县城市管理局组织实施，县路灯管理所负责日常管护，现有管护人员{at('w', '17')}人。",
    )
    d.h(1, "二、项目资金使用情况")
    d.p(
        f"截至2022年12月31日，实际支付{at('spent', money(spent))}万元，预算执行率为{at('rate', percent(spent, adjusted))}。支出构成：设备购置{at('k1', '436.80')}万元，占{at('k1p', percent(D('436.80'), spent))}；安装施工{at('k2', '138.62')}万元，占{at('k2p', percent(D('138.62'), spent))}；监理、检测等其他费用{at('k3', money(spent - D('575.42')))}万元，占{at('k3p', percent(spent - D('575.42'), spent))}。",
        f"未支付资金{at('left', money(adjusted - spent))}万元，为合同约定的质量保证金和尾款，已按规定申请结转。",
    )
    d.h(1, "三、绩效目标完成情况")
    done, cost = 3648, D("436.80") * 10000 / 3648
    d.p(
        f"（一）数量指标。实际改造路灯{at('lamp', group(done, 0))}盏，完成计划的{at('lamp_r', percent(done, 3600))}；更换控制箱{at('box', '46')}台，完成率100%。",
        f"（二）质量指标。工程一次验收合格率100%；抽检{at('test', '182')}盏，照度达标{at('test_ok', '179')}盏，达标率{at('test_r', percent(179, 182))}。",
        f"（三）时效指标。计划10月底前完工，实际{at('when', '10月22日')}完工。",
        f"（四）成本指标。每盏灯具设备费平均{at('cost', group(cost))}元，控制在1250元以内。",
        f"（五）效益指标。改造后年用电量由改造前的{at('kwh0', '386.50')}万千瓦时降至{at('kwh1', '172.40')}万千瓦时，节电{at('kwhd', '214.10')}万千瓦时，节电率{at('kwhp', percent(D('214.10'), D('386.50')))}；亮灯率由96.2%提高到99.1%。",
        f"（六）满意度指标。电话回访居民{at('call', '160')}户，满意{at('call_ok', '149')}户，满意度{at('call_r', percent(149, 160))}，达到90%的目标。",
    )
    d.p("项目支出绩效自评表")
    d.separator = "\t"
    d.t(
        [
            "指标\t年度指标值\t实际完成值\t分值\t得分".replace("\t", "/"),
            ("改造路灯数量", at("b_plan", "3600盏"), at("b_done", f"{done}盏"), "20", at("s1", "20")),
            ("控制箱更换数量", "46台", "46台", "10", at("s2", "10")),
            ("照度达标率", "≥98%", percent(179, 182), "10", at("s3", "10")),
            ("完工时间", "10月底前", at("b_when", "10月22日"), "10", at("s4", "10")),
            ("节电率", "≥50%", percent(D("214.10"), D("386.50")), "20", at("s5", "20")),
            ("亮灯率", "≥98%", "99.1%", "10", at("s6", "10")),
            ("居民满意度", "≥90%", percent(149, 160), "10", at("s7", "10")),
            ("预算执行率", "100%", at("b_rate", percent(spent, adjusted)), "10", at("s8", "9.63")),
            ("总分", "", "", "100", at("s_all", "99.63")),
        ]
    )
    d.h(1, at("four", "四") + "、自评结论")
    d.p(
        f"项目立项依据充分，采购程序合规，施工单位和监理单位均通过公开招标确定，设备到货后由管理所、监理和施工三方共同开箱查验，资金按合同约定和进度支付，未发现截留、挤占、挪用等情况。项目管理规范，产出和效益目标全部实现，自评得分{at('score', '99.63')}分，等级为优。"
    )
    d.h(1, at("five", "五") + "、存在的问题及原因")
    d.p(f"预算执行率未达到100%，{at('why', '主要原因是质量保证金须待一年质保期满后支付')}。")
    d.h(1, "六、下一步工作打算")
    d.p(
        "一是加强与施工单位对接，质保期满后及时组织复验并支付尾款；二是将节电数据纳入路灯管理所年度考核；三是做好剩余背街小巷路灯改造的前期工作，争取列入下一年度改造计划；四是建立灯具、线路、控制箱的电子台账，实行一灯一码，巡查发现的故障在规定时限内修复，切实提高精细化管理水平。",
        "实施过程中的主要做法：分路段、分时段组织施工，避开早晚高峰，减少对交通和居民生活的影响；旧灯具统一回收登记，按国有资产处置程序办理。",
        "本报告所列数据来源于项目合同、验收资料、支付凭证和供电部门的电费账单，评价小组对主要数据进行了复核。评价采用目标比较法和成本效益分析法，坚持定量分析与定性分析相结合，评价材料由县路灯管理所整理归档备查。",
    )
    d.ok("difference", "a-b=c", "m1", "m0", "madd")
    d.ok("sum", "a+b+c=d", "k1", "k2", "k3", "spent")
    d.ok("share", "a/b*100=c", "k1", "spent", "k1p")
    d.ok("share", "a/b*100=c", "k3", "spent", "k3p")
    d.ok("difference", "a-b=c", "m1", "spent", "left")
    d.ok("rate", "a/b*100=c", "lamp", "lamp_plan", "lamp_r")
    d.ok("rate", "a/b*100=c", "test_ok", "test", "test_r")
    d.ok("growth", "a/b*100=c", "kwhd", "kwh0", "kwhp")
    d.ok("difference", "a-b=c", "kwh0", "kwh1", "kwhd")
    d.ok("survey", "a/b*100=c", "call_ok", "call", "call_r")
    d.ok("score_sum", "a+b+c+d+e+f+g+h=i", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s_all")
    d.ok("score_rule", "a/100*10=b", "b_rate", "s8")
    d.wrong("rate", "rate", percent(spent, D("624.00")), "spent", "m1", formula="a/b*100=c", note="642 read as 624")
    d.wrong("count", "l2", group(1208, 0), "lamp_plan", "l1", "l3", formula="a-b-c=d", note="swapped digits")
    d.wrong(
        "share",
        "k2p",
        percent(D("138.62"), D("575.42")),
        "k2",
        "spent",
        formula="a/b*100=c",
        note="of the first two only",
    )
    d.wrong("structure", "why", "主要原因是", note="broken off")
    d.wrong("structure", "five", "四", "four", note="four twice")
    return d
