"""Project self-evaluation forms in a workbook: one sheet a project, funds above, indicators below, a list in front."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]

_PROJECTS = (
    ("a", "文化馆免费开放补助", D("85.00"), D("82.45"),
     (("数量指标", "开展公益培训", "≥60期", "64期", "20", "20"), ("数量指标", "惠民演出", "≥45场", "45场", "15", "15"),
      ("质量指标", "培训结业率", "≥90%", "93%", "15", "15"), ("社会效益", "服务群众", "≥5万人次", "5.4万人次", "30", "30"),
      ("满意度", "学员满意度", "≥90%", "88%", "10", "9"))),
    ("b", "图书馆总分馆建设", D("240.00"), D("226.80"),
     (("数量指标", "新建分馆", "6个", "6个", "20", "20"), ("数量指标", "新购图书", "≥3万册", "3.15万册", "15", "15"),
      ("时效指标", "分馆按期开放率", "100%", "100%", "15", "15"), ("社会效益", "流通册次", "≥12万册", "11.7万册", "30", "29"),
      ("满意度", "读者满意度", "≥92%", "95%", "10", "10"))),
    ("c", "非遗传承人补助", D("36.00"), D("36.00"),
     (("数量指标", "补助传承人", "24人", "24人", "20", "20"), ("成本指标", "人均补助标准", "1.5万元", "1.5万元", "15", "15"),
      ("质量指标", "资金足额发放率", "100%", "100%", "15", "15"), ("可持续影响", "带徒人数", "≥48人", "52人", "30", "30"),
      ("满意度", "传承人满意度", "≥95%", "100%", "10", "10"))),
)  # fmt: skip


def draft() -> Draft:
    d = Draft(9, "云岭县文旅局项目自评表", "xlsx")
    d.h(1, "汇总")
    d.p("云岭县文化和旅游局2023年度项目支出绩效自评汇总表", "单位：万元")
    rows = [["序号", "项目名称", "全年预算数", "全年执行数", "执行率", "自评得分", "自评等级"]]
    budget = spent = D(0)
    for index, (key, name, plan, used, indicators) in enumerate(_PROJECTS, start=1):
        score = sum((D(one[5]) for one in indicators), D(0)) + D(money(10 * used / plan))
        rows.append(
            [
                str(index),
                name,
                m(f"P{key}", money(plan)),
                m(f"U{key}", money(used)),
                m(f"R{key}", percent(used, plan)),
                m(f"S{key}", money(score)),
                m(f"G{key}", "优"),
            ]
        )
        budget, spent = budget + plan, spent + used
    rows.append(
        ["", "合计", m("Psum", money(budget)), m("Usum", money(spent)), m("Rsum", percent(spent, budget)), "", ""]
    )
    d.t(rows)
    d.p("注：自评得分90分（含）以上为优，80（含）至90分为良，60（含）至80分为中，60分以下为差。")
    d.p(
        "填表说明：一、预算执行率得分＝执行率×10，结果保留两位小数；二、定量指标完成值达到指标值的得满分，未达到的按完成比例或扣分标准计分；三、定性指标分为达成预期指标、部分达成并具有一定效果、未达成三档，分别按100%—80%（含）、80%—60%（含）、60%—0%合理确定分值。",
        "本年度三个项目均由局机关统一组织实施，县财政资金占全部资金的比例为100%，没有其他来源资金。上年三个项目合计预算348.00万元，执行331.00万元，执行率95.11%。",
    )
    for key, name, plan, used, indicators in _PROJECTS:
        _sheet(d, key, name, plan, used, indicators)
    d.ok("sum", "a+b+c=d", "Pa", "Pb", "Pc", "Psum")
    d.ok("rate", "a/b*100=c", "Ub", "Pb", "Rb")
    d.ok("rate", "a/b*100=c", "Usum", "Psum", "Rsum")
    d.ok("repeat", "", "Pb", "pb")
    d.wrong("rate", "Ra", "96.00%", "Ua", "Pa", formula="a/b*100=c", note="应为97.00%")
    d.wrong("sum", "Usum", "354.25", "Ua", "Ub", "Uc", formula="a+b+c=d", note="应为345.25")
    d.wrong("repeat", "ub", "228.60", "Ub", note="分表执行数与汇总表226.80不一致")
    d.wrong(
        "score_sum", "sumc", "98.00", "c0s", "c1s", "c2s", "c3s", "c4s", "sec", formula="a+b+c+d+e+f=g", note="应为100"
    )
    d.wrong("year", "yearc", "2022", "yeara", note="其余均为2023年度")
    d.wrong("structure", "fillb", "××××", note="联系人未填")
    d.wrong("grade", "Gb", "良", "Sb", note="98.45分应为优")
    d.wrong("policy", "b0s", "22", "b0f", formula="a>=b", note="得分高于分值")
    return d


def _sheet(d: Draft, key: str, name: str, plan: D, used: D, indicators: tuple[tuple[str, ...], ...]) -> None:
    d.h(1, f"项目{key.upper()}")
    d.p(f"项目支出绩效自评表（{m('year' + key, '2023')}年度）")
    got = D(money(10 * used / plan))
    total = sum((D(one[5]) for one in indicators), D(0)) + got
    rows = [
        ["项目名称", name, "<", "<", "主管部门", "云岭县文化和旅游局", "<"],
        [
            "联系人",
            m("fill" + key, {"a": "陈立", "b": "何静", "c": "周原"}[key]),
            "<",
            "<",
            "实施单位",
            {"a": "县文化馆", "b": "县图书馆", "c": "县非遗保护中心"}[key],
            "<",
        ],
        ["资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        [
            "年度资金总额",
            money(plan),
            m("p" + key, money(plan)),
            m("u" + key, money(used)),
            "10",
            m("r" + key, percent(used, plan)),
            m("se" + key, money(got)),
        ],
        ["绩效指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ]
    for index, (kind, title, goal, done, full, score) in enumerate(indicators):
        rows.append(
            [
                ["产出指标", "^", "^", "效益指标", "满意度指标"][index],
                kind,
                title,
                m(f"{key}{index}g", goal),
                m(f"{key}{index}d", done),
                m(f"{key}{index}f", full),
                m(f"{key}{index}s", score),
            ]
        )
    rows.append(["总分", "<", "<", "<", "<", "100", m("sum" + key, money(total))])
    d.t(rows, head=0)
    notes = {
        "a": "学员满意度未达标，主要是部分班次师资临时调整，下一步固定签约教师。",
        "b": "流通册次略低于目标，系两个分馆三季度闭馆消防改造，明年延长周末开放时间。",
        "c": "全部指标完成，传承人补助在六月底前一次性发放到个人账户。",
    }
    d.p(f"偏差原因及改进措施：{notes[key]}")
