"""A district's yearly self-evaluation of one project, with its form flattened to tabs."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc, q
from samples.independent_seventh.layout import m


def paper() -> Paper:
    d = Paper("703-砚陵区城市管理执法局2024年度生活垃圾分类项目自评报告.txt")
    plan, done = D("1860.00"), D("1742.36")
    uses = [("厨余垃圾收运处置", "968.50"), ("分类投放点建设改造", "412.76"), ("宣传引导与督导员服务", "284.30")]
    left = done - sum((D(one) for _, one in uses), D(0))
    s0 = q(D("93.68") / 100 * 20)
    kitchen = q(D("2.18") / D("2.40") * 8)
    right = q(D("82.5") / 85 * 6)
    out = D(8) + kitchen + D(6) + D(6) + right + D(6)
    points = s0 + out + 30 + 10
    d.h("2024年度生活垃圾分类项目自评报告", "", "一、自评结论", "（一）自评得分")
    d.p(
        f"2024年度生活垃圾分类项目绩效自评得分{d('points', points)}分，其中：预算执行情况{d('a0', s0)}分、产出指标{d('a1', out)}分、效益指标{d('a2', '30.00')}分、满意度指标{d('a3', '10.00')}分。评价等级为优（90分（含）以上为优，80（含）至90分为良，60（含）至80分为中，60分以下为差）。",
    )
    d.h("（二）绩效目标完成情况", "1.执行率情况")
    d.p(
        f"项目年初预算{d('plan', m(plan))}万元，全年执行{d('done', m(done))}万元，执行率{d('rate', pc(done, plan))}，结余{d('left', m(plan - done))}万元结转2025年支付。",
        f"资金具体用于：{uses[0][0]}{d('u1', uses[0][1])}万元、{uses[1][0]}{d('u2', uses[1][1])}万元、{uses[2][0]}{d('u3', uses[2][1])}万元、其他支出{d('u4', left)}万元。其中厨余垃圾收运处置占项目支出的{d('u1share', pc(D(uses[0][1]), done))}。",
    )
    d.h("2.完成的绩效目标")
    d.p(
        f"（1）分类投放点建设改造{d('spot', 336)}个，目标值{d('spot0', 320)}个，完成率{d('spotrate', pc(336, 320))}；其中新建{d('spot1', 128)}个、改造{d('spot2', 208)}个。",
        f"（2）开展宣传活动{d('show', 172)}场，目标值{d('show0', 160)}场，完成率{d('showrate', pc(172, 160))}，参与居民{d('guest', '4.86')}万人次。",
        f"（3）生活垃圾回收利用率达到39.2%，比上年的{d('cyc0', '37.5%')}提高{d('cyc', '1.7')}个百分点。",
    )
    d.h("3.未完成的绩效目标")
    d.p(
        f"{d('missed', '厨余垃圾收运量、居民分类投放准确率两项指标未达到目标值')}。厨余垃圾收运量目标2.40万吨，实际收运{d('kitchen', '2.18')}万吨，完成率{d('kitchenrate', pc(D('2.18'), D('2.40')))}；居民分类投放准确率目标85%，实际为{d('right', '82.5%')}，低{d('rightgap', '2.5')}个百分点。",
    )
    d.h("（三）存在的问题和原因")
    d.p(
        f"一是厨余垃圾分出量不足。全区{d('estate', 412)}个住宅小区中，仍有{d('estate1', 37)}个小区未配置专职督导员，占{d('estaterate', pc(37, 412))}，居民投放习惯尚未稳定。二是部分合同付款节点跨年。截至{d('date', '2024年12月31日')}，尚有{d('unpaid', m(plan - done))}万元未支付，主要为第四季度收运服务费的考核尾款。",
    )
    d.h("（四）下一步拟改进措施")
    d.p(
        f"一是补齐督导力量。{d('cut', '会同街道在2025年6月底前为37个小区配齐督导员。')}",
        "二是优化付款约定，把季度考核结算时间提前到季末次月10日前。",
    )
    d.h("", "二、佐证材料", "（一）基本情况")
    d.p(
        f"项目立项依据为《砚陵区生活垃圾分类工作实施方案（2023—2025年）》，由区城市管理执法局组织实施，覆盖全区{d('street', 9)}个街道、{d('estate2', 412)}个住宅小区、{d('home', '26.4')}万户。项目2023年支出{d('last', '1655.20')}万元，2024年比上年增加{d('more', done - D('1655.20'))}万元，增长{d('up', ch(done, D('1655.20')))}。",
    )
    d.h("（二）部门自评工作开展情况")
    d.p(
        f"2025年2月，我局组织开展满意度调查，面向居民发放问卷{d('sent', 600)}份，收回有效问卷{d('valid', 579)}份，其中满意{d('v1', 412)}份、基本满意{d('v2', 117)}份、不满意{d('v3', 50)}份，满意度为{d('sat', pc(529, 579))}（满意与基本满意份数之和占收回有效问卷的比例）。",
    )
    d.h("（三）上年度部门自评结果应用情况")
    d.p("针对上年度自评反映的投放点布局不均衡问题，2024年新建投放点优先安排在老旧小区集中的4个街道。")
    d.h("", "2024年度生活垃圾分类项目自评表", "单位名称：砚陵区城市管理执法局\t填报日期：2025年3月10日")
    d.t(
        [
            ["预算执行情况（万元）（20分）", "", "预算数（A）", "执行数（B）", "执行率（B/A）", "得分（20分×执行率）"],
            ["", "年度财政资金总额", d("tplan", m(plan)), d("tdone", m(done)), d("trate", pc(done, plan)), d("s0", s0)],
            ["一级指标", "二级指标", "三级指标", "年初目标值", "实际完成值", "分值", "得分"],
            [
                "产出指标（40分）",
                "数量指标",
                "分类投放点建设",
                "≥320个",
                d("tspot", 336) + "个",
                d("w1", 8),
                d("s1", "8.00"),
            ],
            [
                "",
                "",
                "厨余垃圾收运量",
                d("tk0", "≥2.40") + "万吨",
                d("tk", "2.18") + "万吨",
                d("w2", 8),
                d("s2", kitchen),
            ],
            ["", "", "宣传活动场次", "≥160场", d("tshow", 172) + "场", d("w3", 6), d("s3", "6.00")],
            ["", "质量指标", "收运车辆完好率", "≥98%", "98.6%", d("w4", 6), d("s4", "6.00")],
            ["", "", "居民分类投放准确率", d("tr0", "≥85%"), d("tr", "82.5%"), d("w5", 6), d("s5", right)],
            ["", "时效指标", "合同应付款支付及时率", "100%", "100%", d("w6", 6), d("s6", "6.00")],
            ["效益指标（30分）", "社会效益", "居民分类知晓率", "≥95%", "96.1%", "15", "15.00"],
            ["", "生态效益", "生活垃圾回收利用率", "≥38%", d("tcyc", "39.2%"), "15", "15.00"],
            ["满意度指标（10分）", "", "居民满意度", "≥90%", d("tsat", pc(529, 579)), "10", "10.00"],
            ["总分", "", "", "", "", "100", d("st", points)],
            ["偏差大或目标未完成原因分析", "厨余垃圾分出量不足，部分小区督导力量薄弱。"],
        ]
    )
    d.p("备注：定量指标未达到目标值的，得分=实际完成值÷年初目标值×分值；达到或超过目标值的得满分，超额不加分。")

    d.fault("score_sum", "a0 a1 a2 a3 points", {"points": "98.73"}, "a+b+c+d=e", "digits swapped in the total")
    d.fault("repeat", "st points", {"points": "98.73"}, "a=b", "text against table")
    d.fault(
        "target",
        "tk0 tk tr0 tr missed",
        {"missed": "无，各项绩效指标均已达到年初目标值"},
        note="two targets are missed in the same paragraph and in the table",
    )
    d.fault("rate", "kitchen kitchenrate", {"kitchenrate": "93.68%"}, "a/2.40*100=b", "copied from the execution rate")
    d.fault("survey", "v1 v2 v3 valid", {"valid": 597}, "a+b+c=d", "digits swapped")
    d.fault("survey", "v1 v2 valid sat", {"valid": 597}, "(a+b)/c*100=d", "the rate is of 579")
    d.fault("year", "date", {"date": "2023年12月31日"}, note="left over from the report of the year before")
    d.fault("score_sum", "w1 w2 w3 w4 w5 w6", {"w3": 8}, note="weights of the outputs make 42, not 40")
    d.ok("sum", "u1 u2 u3 u4 done", "a+b+c+d=e")
    d.ok("share", "u1 done u1share", "a/b*100=c")
    d.ok("rate", "done plan rate", "a/b*100=c")
    d.ok("difference", "plan done left", "a-b=c")
    d.ok("rate", "spot spot0 spotrate", "a/b*100=c")
    d.ok("count", "spot1 spot2 spot", "a+b=c")
    d.ok("rate", "show show0 showrate", "a/b*100=c")
    d.ok("difference", "tcyc cyc0 cyc", "a-b=c", "percentage points")
    d.ok("difference", "right rightgap", "85-a=b", "percentage points")
    d.ok("share", "estate1 estate estaterate", "a/b*100=c")
    d.ok("repeat", "estate estate2", "a=b")
    d.ok("difference", "done last more", "a-b=c")
    d.ok("growth", "done last up", "(a-b)/b*100=c")
    d.ok("score_rule", "trate s0", "a*20/100=b")
    d.ok("score_rule", "tk w2 s2", "a/2.40*b=c")
    d.ok("score_rule", "tr w5 s5", "a/85*b=c")
    d.ok("score_sum", "s1 s2 s3 s4 s5 s6 a1", "a+b+c+d+e+f=g")
    d.ok("repeat", "done tdone", "a=b")
    d.ok("repeat", "left unpaid", "a=b")
    d.ok("repeat", "sat tsat", "a=b")
    d.ok("repeat", "spot tspot", "a=b")
    return d
