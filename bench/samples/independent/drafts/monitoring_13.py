"""A mid-year monitoring report in Word: progress of funds and targets, deviations, forecasts."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]

_FUNDS = (
    ("人员类支出", D("2860.00"), D("1658.80")), ("运转类支出", D("412.50"), D("206.25")),
    ("林木良种补助", D("360.00"), D("252.00")), ("松材线虫病防治", D("540.00"), D("324.00")),
    ("森林防火视频监控运维", D("128.00"), D("51.20")),
)  # fmt: skip
_GOALS = (
    ("飞防作业面积", "≥12万亩", "≥8万亩", "8.6万亩", "可完成"), ("疫木清理株数", "≥3.5万株", "≥2万株", "2.1万株", "可完成"),
    ("良种苗木培育", "≥260万株", "≥150万株", "162万株", "可完成"), ("监控点位在线率", "≥95%", "≥95%", "91.4%", "有偏差"),
    ("护林员培训", "≥8期", "≥5期", "5期", "可完成"),
)  # fmt: skip


def draft() -> Draft:
    d = Draft(13, "苍梧市林业局绩效监控", "docx")
    d.h(1, "苍梧市林业局2024年1—7月预算绩效运行监控报告")
    d.p(
        "市财政局：",
        "根据年度绩效运行监控安排，我局对纳入2024年部门预算的全部支出开展“双监控”。现将截至7月31日的情况报告如下。",
    )
    d.h(2, "一、预算执行进度")
    plan = sum((one[1] for one in _FUNDS), D(0))
    used = sum((one[2] for one in _FUNDS), D(0))
    d.p(
        f"年初批复预算{m('plan', money(plan))}万元，1—7月累计支出{m('used', money(used))}万元，执行进度{m('rate', percent(used, plan))}，"
        f"低于序时进度（58.33%）不到0.4个百分点；尚有{m('left', money(plan - used))}万元未支出。分项情况见表1。"
    )
    d.p("表1  预算执行进度表（单位：万元）")
    rows = [["支出内容", "全年预算数", "1—7月执行数", "执行率", "全年预计执行数"]]
    for index, (name, whole, part) in enumerate(_FUNDS):
        rows.append(
            [
                name,
                m(f"p{index}", money(whole)),
                m(f"u{index}", money(part)),
                m(f"r{index}", percent(part, whole)),
                m(f"e{index}", money(whole)),
            ]
        )
    rows.append(
        [
            "合  计",
            m("psum", money(plan)),
            m("usum", money(used)),
            m("rsum", percent(used, plan)),
            m("esum", money(plan)),
        ]
    )
    d.t(rows)
    d.p(
        "与上年同期相比，上年1—7月支出2310.80万元、执行进度56.42%，今年同期多支出181.45万元，增长7.85%，进度加快1.53个百分点。分季度看，一季度支出908.60万元，二季度支出1126.45万元，7月支出457.20万元。",
        "项目资金中，省级以上补助640.00万元，已到位640.00万元；市级安排388.00万元，已下达362.00万元，下达率93.30%，剩余26.00万元待第三方验收后下达。",
    )
    d.p(
        "监控工作由局财务科牵头，防火科、造林科、防治检疫站按职责填报完成情况并提供佐证。监控采取数据比对和实地抽查相结合的方式，抽查项目点十二处，重点看资金流向、任务进度和指标偏离程度。对执行率低于百分之四十五的项目逐项分析原因，对确因政策调整无法继续实施的，按程序申请调减；本次没有需要调减的项目。",
    )
    d.h(2, "二、绩效目标运行情况")
    d.p(f"对{m('n', '5')}项核心指标逐项监控，{m('ok', '4')}项达到半年进度要求，{m('dev', '1')}项存在偏差。")
    rows = [["三级指标", "年度指标值", "1—7月指标值", "1—7月完成值", "全年完成预判"]]
    rows += [
        [name, m(f"g{i}", year), m(f"h{i}", half), m(f"d{i}", done), m(f"f{i}", guess)]
        for i, (name, year, half, done, guess) in enumerate(_GOALS)
    ]
    d.t(rows)
    d.p(
        f"监控点位共{m('points', '140')}个，在线{m('online', '128')}个，在线率{m('ronline', percent(128, 140, 1))}，低于95%的要求，"
        "原因是六月雷击损坏两处基站供电。"
    )
    d.h(2, "三、偏差分析")
    d.p(
        f"一是森林防火视频监控运维项目执行率{m('lowrate', '40.00%')}，为五项中最低，因运维合同按季验收后付款，三季度款项预计九月支付；",
        "二是松材线虫病防治项目受雨季影响，飞防架次有所后移，但已完成面积超过阶段目标。",
    )
    d.p(
        "三是人员类支出执行率与序时进度基本相当，年底绩效奖金集中在12月发放，预计不会形成结余。全局编制94名，在职91人，退休47人另计，人员支出不含退休人员基本养老金。"
    )
    d.h(2, "四、下一步措施")
    d.p(
        "（一）抢修受损设备。八月底前完成两处基站供电改造，确保在线率回升。",
        f"{m('b2', '（二）')}加快资金支付。对{m('names', '良种补助、病害防治、视频运维')}{m('three', '三')}个项目逐月下达支付计划。",
        f"（三）预计全年{m('allyear', '支出可全部完成')}，不需要调减预算。",
    )
    d.p("苍梧市林业局", f"{m('sign', '2024')}年8月9日")
    d.ok("sum", "a+b+c+d+e=f", "p0", "p1", "p2", "p3", "p4", "psum")
    d.ok("rate", "a/b*100=c", "u2", "p2", "r2")
    d.ok("rate", "a/b*100=c", "u3", "p3", "r3")
    d.ok("rate", "a/b*100=c", "used", "plan", "rate")
    d.ok("repeat", "", "rate", "rsum")
    d.ok("repeat", "", "r4", "lowrate")
    d.wrong("rate", "r1", "55.00%", "u1", "p1", formula="a/b*100=c", note="应为50.00%")
    d.wrong("sum", "usum", "2492.52", "u0", "u1", "u2", "u3", "u4", formula="a+b+c+d+e=f", note="应为2492.25")
    d.wrong("count", "ok", "3", "n", "dev", formula="a-b=c", note="应为4项")
    d.wrong("target", "d1", "1.6万株", "h1", "f1", note="未到半年指标值2万株，却判可完成且不列偏差")
    d.wrong("target", "h4", "≥9期", "g4", note="半年指标值大于全年指标值8期")
    d.wrong("difference", "left", "1818.25", "plan", "used", formula="a-b=c", note="应为1808.25")
    d.wrong("structure", "b2", "（一）", note="两个（一）")
    return d
