"""Figures of a fictional department for one year: what its profile makes of its budget. Exact, and always the same."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from hengji.facts.numbers import round_half_up, shown

__all__ = ["PROFILES", "Department", "Profile", "budget_of", "self_evaluation"]


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares as percentages. `claims` is what an inflated self-evaluation adds to what was really done."""

    executed: tuple[str, str, str]
    procured: str
    three_public: str
    done: tuple[int, int, int]
    satisfied: str
    carried: str
    claims: int = 0


PROFILES: Final = {
    "exemplary": Profile(("98.6", "99.1", "99.4"), "98", "82", (40, 40, 39), "96.4", "0.6"),
    "steady": Profile(("93.2", "94.8", "95.1"), "92", "90", (38, 37, 36), "91.8", "4.9"),
    "slow": Profile(("78.4", "81.0", "72.3"), "64", "97", (33, 30, 31), "84.5", "27.7"),
    "inflated": Profile(("88.0", "86.5", "84.9"), "81", "99", (34, 32, 31), "86.0", "15.1", claims=6),
    "late": Profile(("85.2", "87.7", "83.6"), "76", "95", (35, 33, 33), "88.2", "16.4"),
}


@dataclass(frozen=True, slots=True)
class Department:
    """A row of city.yaml; money in 万元."""

    code: str
    name: str
    nature: str
    establishment: int
    headcount: int
    budget: Fraction
    profile: str
    units: tuple[str, ...]


def budget_of(department: Department, age: int) -> Fraction:
    """The budget *age* years ago (万元): it grew by 4 % a year."""
    return round_half_up(department.budget * Fraction(100, 104) ** age, 2)


def self_evaluation(department: Department, year: int, age: int) -> dict[str, Any]:
    """The evaluation in the notation of the evaluation file, by scheme common-framework-2013."""
    profile = PROFILES[department.profile]
    budget, before = budget_of(department, age), budget_of(department, age + 1)
    executed = _share(budget, profile.executed[2 - min(age, 2)])
    left = budget - executed
    left_before = _share(before, "6.5")
    projects, operating = _share(budget, "38"), _share(budget, "9")
    planned = 40
    done, timely, sound = (min(planned, count + profile.claims) for count in profile.done)
    three_public = _share(budget, "0.62")
    return {
        "evaluation": "self",
        "organisation": department.name,
        "year": str(year),
        "scheme": "common-framework-2013",
        "data": {
            "在职人员数": _from(f"{department.headcount}人", "人员情况表"),
            "编制数": _from(f"{department.establishment}人", "机构编制批复"),
            "本年三公经费预算数": _money(three_public, "部门预算"),
            "上年三公经费预算数": _money(_share(before, "0.66"), "上年部门预算"),
            "重点项目支出": _money(_share(projects, "86"), "部门预算 项目支出表"),
            "项目总支出": _money(projects, "部门预算 项目支出表"),
            "预算完成数": _money(executed, "部门决算 收支决算总表"),
            "预算数": _money(budget, "预算批复及调整文件"),
            "预算调整数": _money(_share(budget, "3.1"), "预算调整文件"),
            "实际支付进度": _from(f"{profile.executed[2 - min(age, 2)]}%", "国库集中支付系统"),
            "既定支付进度": _from("100%", "年度用款计划"),
            "本年结转结余总额": _money(left, "部门决算 收支决算总表"),
            "上年结转结余总额": _money(left_before, "上年部门决算"),
            "支出预算数": _money(budget, "预算批复及调整文件"),
            "实际支出公用经费": _money(_share(operating, "94.2"), "部门决算 基本支出明细表"),
            "预算安排公用经费": _money(operating, "部门预算 基本支出表"),
            "三公经费实际支出数": _money(_share(three_public, profile.three_public), "部门决算 三公经费表"),
            "三公经费预算安排数": _money(three_public, "部门预算 三公经费表"),
            "实际政府采购金额": _money(_share(_share(budget, "7"), profile.procured), "部门决算 政府采购情况表"),
            "政府采购预算数": _money(_share(budget, "7"), "政府采购预算批复"),
            "实际在用固定资产总额": _money(_share(budget, "57"), "资产年报"),
            "所有固定资产总额": _money(_share(budget, "59"), "资产年报"),
            "计划完成工作数": _from(f"{planned}项", "年度工作计划"),
            "实际完成工作数": _from(f"{done}项", "工作总结"),
            "及时完成工作数": _from(f"{timely}项", "工作总结"),
            "质量达标工作数": _from(f"{sound}项", "验收和考核结果"),
            "重点工作交办数": _from("8项", "督查任务清单"),
            "重点工作办结数": _from(f"{8 if profile.claims else min(8, profile.done[0] // 5 + 1)}项", "督查通报"),
            "职责涉及经济效益": "是",
            "职责涉及生态效益": "否",
            "公众或服务对象满意度": _from(f"{profile.satisfied}%", "满意度调查报告"),
        },
        "judgements": {
            "绩效目标合理性": "全部达到",
            "绩效指标明确性": "全部达到",
            "预算管理/管理制度健全性": "全部达到",
            "资金使用合规性": "全部达到",
            "预决算信息公开性": "全部达到",
            "基础信息完善性": "全部达到",
            "资产管理/管理制度健全性": "全部达到",
            "资产管理安全性": "全部达到",
            "经济效益": {"rate": "92%", "reason": "年度目标基本实现，带动作用有统计数据支撑"},
            "社会效益": {"rate": "90%", "reason": "服务覆盖面和可及性比上年提高"},
        },
    }


def _share(whole: Fraction, percent: str) -> Fraction:
    return round_half_up(whole * Fraction(percent) / 100, 2)


def _money(value: Fraction, form: str) -> dict[str, str]:
    return _from(f"{shown(value, 2)}万元", form)


def _from(value: str, form: str) -> dict[str, str]:
    return {"value": value, "form": form}
