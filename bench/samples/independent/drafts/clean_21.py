"""A clean workbook: goal tables of two departments with half-year and annual targets, and the funds they take."""

from __future__ import annotations

from samples.independent.amounts import D, group
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]


def draft() -> Draft:
    d = Draft(21, "石泉市2025年整体绩效目标表", "xlsx")
    for key, name, staff, goods, projects, rows in (
        ("a", "石泉市退役军人事务局", D("682.40"), D("96.15"), (("优抚对象补助", D("1540.00")), ("烈士纪念设施维护", D("86.00")), ("就业创业服务", D("58.50"))),
         (("优抚金按时发放率", "＝100%", "＝100%"), ("培训退役军人", "≥90人", "≥200人"), ("推荐就业", "≥60人", "≥150人"), ("信访按期办结率", "≥98%", "≥98%"),
          ("维护纪念设施", "≥3处", "≥6处"), ("“三公”经费变动率", "≤0%", "≤0%"), ("服务对象满意度", "≥90%", "≥90%"))),
        ("b", "石泉市图书馆", D("415.26"), D("60.74"), (("全民阅读活动", D("72.00")), ("文献购置", D("180.00"))),
         (("新购图书", "≥1.2万册", "≥3万册"), ("阅读推广活动", "≥40场", "≥100场"), ("自助借还设备完好率", "≥95%", "≥95%"),
          ("到馆读者", "≥22万人次", "≥48万人次"), ("采编差错率", "≤1%", "≤1%"), ("读者满意度", "≥90%", "≥92%"))),
    ):  # fmt: skip
        d.h(1, {"a": "退役军人局", "b": "图书馆"}[key])
        d.p("部门整体支出绩效目标申报表（2025年度）", f"填报单位：{name}    金额单位：万元")
        project = sum((amount for _, amount in projects), D(0))
        table = [
            ["预算构成", "金额", "半年计划支出", "备注"],
            ["部门预算合计", m(key + "T", group(staff + goods + project)), "", ""],
            [
                "一、基本支出",
                m(key + "B", group(staff + goods)),
                m(key + "H", group((staff + goods) / 2)),
                "按序时安排",
            ],
            ["其中：人员经费", m(key + "S", group(staff)), "", ""],
            ["公用经费", m(key + "G", group(goods)), "", ""],
            ["二、项目支出", m(key + "P", group(project)), "", f"共{len(projects)}个项目"],
        ]
        table += [
            [f"（{i}）{title}", m(f"{key}{i}", group(amount)), "", ""]
            for i, (title, amount) in enumerate(projects, start=1)
        ]
        d.t(table)
        d.t(
            [
                ["三级指标", "半年指标值", "全年指标值", "指标来源"],
                *[[title, half, year, "部门职责"] for title, half, year in rows],
            ]
        )
        d.p(
            f"说明：共设置三级指标{len(rows)}个，指标值含“≥”“≤”“＝”符号；半年值为1—6月应达到的进度，比率类指标半年与全年要求一致或更高。"
        )
        d.p(
            {
                "a": "主要职责：承担退役军人移交安置、就业创业扶持、优待抚恤、褒扬纪念和权益维护工作。年度总体目标是优抚政策应享尽享，退役军人就业稳定，"
                "烈士纪念设施完好。上年部门预算2398.60万元，本年增加64.45万元。",
                "b": "主要职责：承担公共图书文献收藏、借阅、阅读推广与地方文献整理。年度总体目标是到馆人次稳步回升，馆藏结构更趋合理。上年部门预算752.00万元，"
                "本年减少24.00万元，原因是上年有一次性空调更新。",
            }[key],
            "填报要求：整体绩效目标应当与部门职责、中长期规划和年度重点工作相匹配，指标应细化量化、可衡量、可考核；数量指标填写绝对数，质量和时效指标一般填写比率，成本指标填写标准或限额；满意度指标注明调查对象。绩效目标由业务科室提出，财务科室汇总，经单位负责人审定后报送。绩效目标与部门预算同步申报、同步审核、同步批复。半年指标值用于7月份开展的运行监控，全年指标值用于次年3月开展的绩效自评。",
        )
        d.ok("sum", "a+b=c", key + "S", key + "G", key + "B")
        d.ok("sum", "a+b=c", key + "B", key + "P", key + "T")
    d.ok("sum", "a+b+c=d", "a1", "a2", "a3", "aP")
    d.ok("sum", "a+b=c", "b1", "b2", "bP")
    return d
