"""Project self-evaluation forms in Word, one after another: funds by source on top, indicators below, a total."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]

_FORMS = (
    ("a", "消防水源建设", D("64.00"), D("0.00"), D("60.80"),
     (("产出", "数量指标", "新建市政消火栓", "40个", "40个", "20", "20"), ("产出", "数量指标", "维修消火栓", "≥110个", "126个", "10", "10"),
      ("产出", "质量指标", "出水压力合格率", "≥98%", "99%", "10", "10"), ("产出", "时效指标", "完工时间", "10月底前", "11月12日", "10", "8"),
      ("效益", "社会效益指标", "城区覆盖率", "≥90%", "93%", "30", "30"), ("满意度", "服务对象满意度", "社区满意度", "≥90%", "95%", "10", "10"))),
    ("b", "农村电商培训", D("30.00"), D("12.00"), D("40.11"),
     (("产出", "数量指标", "培训场次", "≥20场", "22场", "20", "20"), ("产出", "数量指标", "培训人次", "≥1000人次", "1086人次", "10", "10"),
      ("产出", "质量指标", "结业考核通过率", "≥85%", "88%", "10", "10"), ("产出", "成本指标", "人均培训成本", "≤400元", "369元", "10", "10"),
      ("效益", "经济效益指标", "学员新开网店", "≥60家", "51家", "30", "25.5"), ("满意度", "服务对象满意度", "学员满意度", "≥92%", "94%", "10", "10"))),
)  # fmt: skip


def draft() -> Draft:
    d = Draft(30, "洛河县项目支出绩效自评表", "docx")
    d.h(1, "洛河县2024年度项目支出绩效自评表（消防救援大队、商务局）")
    d.p(
        "按照县级项目绩效自评口径，预算执行率权重10分，产出50分，效益30分，满意度10分。资金来源栏中其他资金指受益单位自筹，本年度只有一个项目涉及。"
    )
    for key, name, fund, other, used, indicators in _FORMS:
        _form(d, key, name, fund, other, used, indicators)
    d.p(
        "两个项目预算合计"
        f"{m('sum', '106.00')}万元，实际支出{m('spent', '100.91')}万元，平均执行率{m('avg', percent(D('100.91'), 106))}；结余{m('left', '5.09')}万元由县财政收回。"
    )
    d.p(
        "复核意见：消火栓建设晚于计划完工，系市政道路改造交叉施工；新开网店数量未达标，按完成比例计25.5分，建议下年度把孵化跟踪服务写入采购需求。"
        "两张表的资金数已与国库集中支付系统核对，指标完成值以验收单、签到表和平台后台数据为依据。"
    )
    d.ok("sum", "a+b=c", "bfund", "bother", "bplan")
    d.ok("rate", "a/b*100=c", "bused", "bplan", "brate")
    d.ok("difference", "a-b=c", "sum", "spent", "left")
    d.ok("target", "", "b0g", "b0d")
    d.wrong("rate", "arate", "90.50%", "aused", "aplan", formula="a/b*100=c", note="60.80/64.00=95.00%")
    d.wrong(
        "score_sum",
        "btotal",
        "97.05",
        "b0s",
        "b1s",
        "b2s",
        "b3s",
        "b4s",
        "b5s",
        "bexec",
        formula="a+b+c+d+e+f+g=h",
        note="应为95.05",
    )
    d.wrong("target", "a1d", "106个", "a1g", note="不足110个却得满分10分")
    d.wrong("score_rule", "bexec", "9.15", "brate", formula="a/10=b", note="10×95.50%=9.55")
    d.wrong("year", "byear", "2023", "ayear", note="其余均为2024年度")
    d.wrong("rate", "avg", "92.50%", "spent", "sum", formula="a/b*100=c", note="100.91/106=95.20%")

    return d


def _form(d: Draft, key: str, name: str, fund: D, other: D, used: D, indicators: tuple[tuple[str, ...], ...]) -> None:
    plan = fund + other
    executed = D(money(10 * used / plan))
    rows = [
        ["项目名称", name, "<", "<", "<", "年度", m(key + "year", "2024")],
        ["项目资金（万元）", "年初预算", "全年预算", "全年执行", "分值", "执行率", "得分"],
        ["年度资金总额", money(plan), m(key + "plan", money(plan)), m(key + "used", money(used)), "10",
         m(key + "rate", percent(used, plan)), m(key + "exec", money(executed))],
        ["其中：当年财政拨款", money(fund), m(key + "fund", money(fund)), money(used - other), "—", "—", "—"],
        ["其他资金", money(other), m(key + "other", money(other)), money(other), "—", "—", "—"],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ]  # fmt: skip
    for i, (first, second, title, goal, done, full, got) in enumerate(indicators):
        rows.append([first, second, title, m(f"{key}{i}g", goal), m(f"{key}{i}d", done), full, m(f"{key}{i}s", got)])
    total = executed + sum((D(one[6]) for one in indicators), D(0))
    rows.append(["总分", "<", "<", "<", "<", "100", m(key + "total", money(total))])
    d.p(f"{'一' if key == 'a' else '二'}、{name}")
    d.t(rows, head=0)
