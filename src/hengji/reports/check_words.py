"""The words of a checked document: what its verdicts and kinds are called, and its outcome in one sentence."""

from __future__ import annotations

from collections import Counter
from typing import Final

from hengji.facts.relation import CheckReport, Relation, RelationKind, Severity, Verdict

__all__ = [
    "KIND_WORDS", "ROLE_WORDS", "VERDICT_WORDS", "by_gravity", "compared", "count_verdicts", "coverage", "formula_word",
    "outcome", "shortened",
]  # fmt: skip

VERDICT_WORDS: Final[dict[Verdict, str]] = {"error": "错误", "suspicious": "存疑", "rounding": "尾差", "ok": "相符"}
"""In order of gravity."""

KIND_WORDS: Final[dict[RelationKind, str]] = {
    "sum": "合计",
    "share": "占比",
    "growth": "增减",
    "rate": "比率",
    "difference": "差额",
    "count": "数目",
    "score_sum": "分值合计",
    "score_rule": "按标准计分",
    "score_rate": "得分率",
    "grade": "等级",
    "target": "目标完成",
    "repeat": "前后一致",
    "unit": "单位",
    "year": "年份日期",
    "structure": "文字结构",
    "policy": "政策规定",
    "survey": "问卷统计",
    "list_order": "分列对应",
    "amount_in_words": "大写金额",
}

ROLE_WORDS: Final[dict[str, str]] = {
    "stated": "文中",
    "total": "合计",
    "part": "分项",
    "whole": "总体",
    "current": "本期",
    "change": "增减额",
    "base": "基数",
    "previous": "上期",
    "budget": "预算",
    "actual": "实际",
    "target": "目标",
    "points": "分值",
    "score": "得分",
    "same": "另一处",
    "value": "另一处",
    "witness": "对照",
    "first": "前文",
    "table": "表中",
    "claim": "说法",
    "operand": "算式中",
    "full_year": "全年",
    "half_year": "半年",
    "deduction": "扣分",
    "standard": "标准",
    "band": "分档",
    "grade": "等级",
    "establishment": "编制",
    "headcount": "实有",
    "income": "收入",
    "spent": "支出",
    "opening": "年初",
    "closing": "年末",
    "difference": "差额",
    "count": "个数",
    "data": "数据",
    "rest": "其余",
    "given": "总额",
    "price": "单价",
    "rate": "比率",
    "word": "用词",
    "words": "大写",
    "told": "说明中",
    "said": "前文",
}
"""Roles that have a word of their own; any other figure is 相关."""

_SEVERITIES: Final[tuple[Severity, ...]] = ("high", "medium", "low")
_VERDICTS: Final = tuple(VERDICT_WORDS)
_OPERATORS: Final = "+-−±×÷*/=≈≤≥<>"
_LONGEST: Final = 40


def count_verdicts(report: CheckReport) -> dict[Verdict, int]:
    """How many relations got which verdict, the gravest first."""
    counted = Counter(relation.verdict for relation in report.relations)
    return {verdict: counted[verdict] for verdict in _VERDICTS}


def coverage(report: CheckReport) -> tuple[int, int]:
    """How many of the figures stand in some relation, and how many figures there are."""
    return len(report.mentions) - len(report.unchecked), len(report.mentions)


def outcome(report: CheckReport) -> str:
    """The verdict in one sentence: ``2 处错误，3 处存疑，已核 41 项关系，覆盖 86% 的数字``."""
    counted = count_verdicts(report)
    wrong = [f"{counted[verdict]} 处{VERDICT_WORDS[verdict]}" for verdict in _VERDICTS[:2] if counted[verdict]]
    if not counted["error"]:
        wrong.insert(0, "没有发现错误")
    checked, all_figures = coverage(report)
    tried = f"已核 {len(report.relations)} 项关系"
    share = f"覆盖 {checked * 100 // all_figures}% 的数字" if all_figures else "文中没有可核的数字"
    return "，".join([*wrong, tried, share])


def by_gravity(relation: Relation) -> tuple[int, int, int]:
    """The order of findings: by verdict, by severity, by place."""
    return _VERDICTS.index(relation.verdict), _SEVERITIES.index(relation.severity), relation.start


def compared(relation: Relation) -> str:
    """The computation beside what the document says: ``443.26 ÷ 443.66 = 99.91%，文中 99.99%``."""
    computed = f"{relation.formula} = {relation.computed}" if _is_computation(relation) else relation.formula
    stated = f"文中 {shortened(relation.stated, _LONGEST)}" if relation.stated.strip() else ""
    return "，".join(part for part in (computed.strip(), stated) if part)


def shortened(text: str, most: int) -> str:
    """The text on one line, its end left out where it is longer than *most*."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def formula_word(relation: Relation) -> str:
    """What the formula is: a computation with figures, or a rule in words."""
    return "算式" if any(sign in relation.formula for sign in _OPERATORS) else "规则"


def _is_computation(relation: Relation) -> bool:
    """Whether the formula is one that the computed value is the result of, and does not say itself."""
    is_complete = any(sign in relation.formula for sign in "=≈≤≥<>？")
    return bool(relation.computed) and formula_word(relation) == "算式" and not is_complete
