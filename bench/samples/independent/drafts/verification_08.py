"""An evaluation of a special fund by the finance bureau, plain text with markdown-like layout."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]


def draft() -> Draft:
    d = Draft(8, "宁川县农村公路养护资金评价", "txt")
    d.separator = " | "
    towns = [
        ("城关镇", D("186.40"), "52.3"),
        ("马鞍镇", D("143.75"), "41.8"),
        ("双河乡", D("98.60"), "30.6"),
        ("石桥乡", D("71.25"), "22.5"),
    ]
    total = sum((one[1] for one in towns), D(0))
    kilo = sum((D(one[2]) for one in towns), D(0))
    d.p("# 宁川县2022年农村公路养护专项资金绩效评价报告", "")
    d.p("## 一、项目基本情况")
    d.p(
        "宁川县交通运输局按照“县道县管、乡村道乡村管”的体制组织实施农村公路日常养护和路面中修。"
        f"2022年县级财政安排专项资金{m('alloc', '520.00')}万元，当年实际下达{m('total', money(total))}万元，"
        f"资金到位率{m('arrive', percent(total, 520))}；各乡镇实际使用{m('used', '488.50')}万元，"
        f"支出率{m('rused', percent(D('488.50'), total))}，结余{m('left', money(total - D('488.50')))}万元。"
    )
    d.p("资金及养护里程分配：", "")
    rows = [["乡镇", "资金（万元）", "养护里程（公里）", "资金占比"]]
    for index, (name, amount, length) in enumerate(towns):
        rows.append(
            [name, m(f"m{index}", money(amount)), m(f"k{index}", length), m(f"p{index}", percent(amount, total))]
        )
    rows.append(["合计", m("msum", money(total)), m("ksum", str(kilo)), "100.00%"])
    d.t(rows)
    d.p(
        "资金下达前，县交通运输局按里程、路况和上年考核结果三项因素测算，其中里程占60%、路况占25%、考核占15%。四个乡镇共聘用护路员68人，其中城关镇24人、马鞍镇19人、双河乡14人、石桥乡11人，人均月报酬1200元。",
        "",
        "上年（2021年）下达资金为465.00万元，本年增加35.00万元，增长7.5%；上年使用451.05万元，支出率97.0%，本年支出率较上年提高0.7个百分点。",
        "",
    )
    d.p(
        "养护工作分日常保洁、小修保养和中修三类。日常保洁由护路员承担，按片区每周不少于三次清扫路面、清理边沟；小修保养由县养护中心统一采购冷补料，接到报修后四十八小时内处置；中修工程纳入县公共资源交易平台公开招标，由两家施工单位分南、北两个标段承建，监理由县内一家单位承担。",
        "评价组五人于2023年5月进点，查阅县、乡两级台账，踏勘路段，并与县交通运输局、县财政局和四个乡镇的分管负责同志座谈，共形成座谈记录6份、现场照片210张。",
        "",
    )
    d.p("", "## 二、评价方法与结论")
    d.p(
        "评价组运用比较法、公众评判法，从决策、过程、产出、效益四方面设置二十项三级指标，"
        f"权重依次为{m('w1', '15')}分、{m('w2', '25')}分、{m('w3', '30')}分、{m('w4', '30')}分，"
        f"得分依次为{m('g1', '13')}分、{m('g2', '21.5')}分、{m('g3', '27.6')}分、{m('g4', '26.4')}分，"
        f"综合得分{m('score', '88.5')}分，评价等级为{m('grade', '良')}。"
    )
    d.p("## 三、绩效分析")
    d.p(
        f"（一）产出。计划完成路面中修{m('tgt', '32')}公里，实际完成{m('act', '32.4')}公里；抽检路段{m('seg', '25')}段，"
        f"合格{m('segok', '23')}段，合格率{m('rseg', percent(23, 25, 0))}。日常养护覆盖县道{m('c1', '6')}条、乡道{m('c2', '19')}条、"
        f"村道{m('c3', '88')}条，共{m('call', '113')}条。"
    )
    d.p(
        f"（二）效益。交通事故由上年的{m('acc0', '24')}起降至{m('acc1', '18')}起，{m('accword', '下降')}{m('accr', percent(6, 24, 0))}。"
        f"问卷调查沿线群众{m('asked', '300')}人，其中非常满意{m('v1', '132')}人、满意{m('v2', '120')}人、一般{m('v3', '36')}人、"
        f"不满意{m('v4', '12')}人，满意及以上占{m('vr', percent(252, 300, 0))}。"
    )
    d.p(
        f"（三）过程。县交通运输局制定养护考核办法，四季度考核平均分依次为86分、88分、90分、92分，{m('avgtext', '全年平均')}"
        f"{m('avg', '89')}分。"
    )
    d.p("## 四、问题")
    d.p(
        f"1. 资金拨付偏晚。首批资金{m('late', '2022')}年6月才下达，晚于合同约定。",
        f"2. 中修项目变更手续{m('quote', '“先干后批”')}，涉及金额{m('chg', '23.10')}万元，占中修合同额{m('mid', '210.00')}万元的"
        f"{m('chgr', percent(D('23.10'), 210, 0))}。",
        f"3. {m('unit', '个别乡镇')}养护台账不全。",
    )
    d.p(
        "此外，抽查的25段中有2段路肩缺失、排水沟淤堵，返修费用4.6万元由施工单位承担；档案抽查40份，规范的37份，规范率92.5%。"
    )
    d.p("## 五、建议", "对拨付节点实行清单管理，变更事项先审后做；养护台账由县级统一格式。")
    d.p("", f"宁川县财政局绩效评价组 {m('date', '2023')}年7月")
    d.ok("sum", "a+b+c+d=e", "m0", "m1", "m2", "m3", "msum")
    d.ok("share", "a/b*100=c", "m0", "msum", "p0")
    d.ok("rate", "a/b*100=c", "total", "alloc", "arrive")
    d.ok("rate", "a/b*100=c", "segok", "seg", "rseg")
    d.ok("share", "a/b*100=c", "chg", "mid", "chgr")
    d.ok("survey", "a+b+c+d=e", "v1", "v2", "v3", "v4", "asked")
    d.wrong("sum", "ksum", "148.2", "k0", "k1", "k2", "k3", formula="a+b+c+d=e", note="应为147.2")
    d.wrong("share", "p2", "17.92%", "m2", "msum", formula="a/b*100=c", note="应为19.72%")
    d.wrong("difference", "left", "21.50", "total", "used", formula="a-b=c", note="应为11.50")
    d.wrong("count", "call", "103", "c1", "c2", "c3", formula="a+b+c=d", note="应为113")
    d.wrong("growth", "accr", "33%", "acc0", "acc1", formula="(a-b)/a*100=c", note="应为25%；33%是以18为基数")
    d.wrong("score_sum", "score", "89.5", "g1", "g2", "g3", "g4", formula="a+b+c+d=e", note="应为88.5")
    d.wrong("structure", "quote", "“先干后批", note="引号没有合上")
    return d
