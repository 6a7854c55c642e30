"""What the prose of a standard or of a remark says in figures: bands, deductions, a worked formula."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.relations.near_anchors import near
from hengji.rules.intervals import Interval, overlaps, read_interval

__all__ = [
    "Deduction",
    "Worked",
    "Worths",
    "bands_of",
    "deductions_of",
    "evaluate",
    "rate_of",
    "worked_formulas",
    "worths_of",
]

_N: Final = r"-?\d+(?:\.\d+)?%?"
_BETWEEN: Final = re.compile(rf"({_N})([<≤>≥])[^<≤>≥=\d,，;；]{{1,30}}([<≤>≥])({_N})")
_TWICE: Final = re.compile(
    rf"([<≤>≥]|大于|小于)({_N})(?:[,，]?(?:但是?|且|并)[^<≤>≥\d]{{0,4}})([<≤>≥]|大于等于|小于等于|大于|小于)({_N})"
)
_ONCE: Final = re.compile(rf"([<≤>≥=])({_N})")
_LISTED: Final = re.compile(r"(?<![\d.])\d{1,2}[.．、]\s+(?=\d)")
_EARNS: Final = re.compile(r"(?:得|计)\s*(\d{1,2}(?:\.\d{1,2})?)\s*分|(不得分)|(得满分)")
_WORDS: Final = {"大于": ">", "小于": "<", "大于等于": "≥", "小于等于": "≤"}
_FLIPPED: Final = {"<": ">", "≤": "≥", ">": "<", "≥": "≤"}
_WIDTHS: Final = str.maketrans("％＞＜＝（）：，", "%><=():,")

_DEDUCTION: Final = re.compile(
    r"(共|合计|总计|累计|综合考虑|综合|酌情)?扣(?:减|除|去)?\s*(\d{1,2}(?:\.\d{1,2})?)\s*分(?:\s*[，,、]?\s*(?:最终|实际|本项|该项|本指标)?得\s*分?(?:为)?\s*(\d{1,2}(?:\.\d{1,2})?)\s*分)?"
)
_CONDITIONAL: Final = re.compile(
    r"(?:每|最多|最高|各|均|如|若|否则|应|可)[^，。；;,]{0,14}$|(?:少|缺|漏|超|晚|迟|逾期|发现)[一1][\u4e00-\u9fff]{1,2}的?[，,]?$"
)

_FACTOR: Final = r"(?:[\d.]+(?:\\?%|％)?|[(（][\d.+\-*/×÷ ]+[)）])"
_WORKED: Final = near(
    re.compile(
        rf"(?<![\d.])({_FACTOR}(?:\s*(?:\*|/|×|÷|\\times)\s*{_FACTOR})+)"
        r"\s*分?\s*[=＝]\s*(?:\d{1,3}\.\d{1,6}\s*(?:[≈得]分?|，?约(?:为|等于)?|四舍五入[后为得]*)\s*)?(\d{1,3}(?:\.\d{1,4})?)\s*\$?\s*分"
    ),
    "[=＝]",
    300,
)


_ADDED: Final = re.compile(r"[+＋\-−－—–]\s*$")
"""Before the last product of a sum, which is not the whole formula."""


def bands_of(standard: str) -> list[tuple[Interval, Fraction | None]]:
    """``100%>结果≥90%，得3分`` and the like; None for full points. Empty where they overlap or are not bands."""
    text = re.sub(r"\s+", "", _LISTED.sub("", standard)).translate(_WIDTHS)
    text = re.sub(r"(?:得|计)(?=\d)", "得", text)
    bands: list[tuple[Interval, Fraction | None]] = []
    start = 0
    for match in _EARNS.finditer(text):
        condition = re.split(r"[;；。]", text[start : match.start()])[-1]
        start = match.end()
        interval = _interval(condition)
        if interval is None or interval.is_empty:
            continue
        bands.append((interval, None if match[3] else Fraction(match[1] or 0)))
    return bands if len(bands) >= 3 and not overlaps([interval for interval, _ in bands]) else []


@dataclass(frozen=True, slots=True)
class Worths:
    """The points of all branches of a standard, and of those `other` branches that are no interval of a rate."""

    all: frozenset[Fraction]
    other: frozenset[Fraction]


def worths_of(standard: str, full: Fraction) -> Worths:
    """What the branches of a standard earn: ``得2分``, ``不得分``, and *full* for ``得满分``."""
    text = re.sub(r"\s+", "", standard).translate(_WIDTHS)
    found, other, start = set(), set(), 0
    for match in _EARNS.finditer(text):
        condition = re.split(r"[;；。]", text[start : match.start()])[-1]
        start = match.end()
        worth = Fraction(match[1]) if match[1] else full if match[3] else Fraction(0)
        found.add(worth)
        if _interval(condition) is None:
            other.add(worth)
    return Worths(frozenset(found), frozenset(other))


def _interval(text: str) -> Interval | None:
    if found := _BETWEEN.search(text):
        low, left, right, high = found.groups()
        if left in ">≥":
            low, left, right, high = high, _FLIPPED[right], _FLIPPED[left], low
        if right in ">≥" or left in ">≥":
            return None
        return read_interval(f"{'[' if left == '≤' else '('}{low},{high}{']' if right == '≤' else ')'}")
    if found := _TWICE.search(text):
        ends = {_WORDS.get(found[1], found[1]): found[2], _WORDS.get(found[3], found[3]): found[4]}
        low_sign = next((sign for sign in ends if sign in ">≥"), "")
        high_sign = next((sign for sign in ends if sign in "<≤"), "")
        if low_sign and high_sign:
            return read_interval(
                f"{'[' if low_sign == '≥' else '('}{ends[low_sign]},{ends[high_sign]}{']' if high_sign == '≤' else ')'}"
            )
    found = _ONCE.search(text)
    return read_interval(found[1] + found[2]) if found else None


def rate_of(remark: str) -> Fraction | None:
    """The one rate that a remark arrives at: the last of a formula, or the only one there is."""
    text = re.sub(r"[\s$\\]", "", remark).translate(_WIDTHS)
    results = {match[1] for match in re.finditer(r"=(-?\d+(?:\.\d+)?)%(?![=\d*×/÷])", text)}
    if not results:
        results = {match[1] for match in re.finditer(r"率为?(-?\d+(?:\.\d+)?)%", text)}
    return Fraction(results.pop()) / 100 if len(results) == 1 else None


@dataclass(frozen=True, slots=True)
class Deduction:
    """``扣0.5分，得3.5分``: where, how much, whether it is the sum of others, and the score said with it."""

    start: int
    end: int
    points: Fraction
    is_sum: bool
    leaves: Fraction | None


def deductions_of(text: str) -> list[Deduction]:
    """What a remark takes off; what a standard would take off under a condition is left out."""
    found = []
    for match in _DEDUCTION.finditer(text):
        if not _CONDITIONAL.search(text, max(0, match.start() - 20), match.start()):
            whole = (match[1] or "") in {"共", "合计", "总计", "累计"}
            leaves = Fraction(match[3]) if match[3] else None
            found.append(Deduction(match.start(), match.end(), Fraction(match[2]), whole, leaves))
    return found


@dataclass(frozen=True, slots=True)
class Worked:
    """``91.02/100*5=4.55分``: the formula, its exact value, and the result that is printed."""

    start: int
    end: int
    formula: str
    value: Fraction
    result: str
    result_start: int


def worked_formulas(text: str) -> Iterator[Worked]:
    """Products and quotients of figures that end in points."""
    for match in _WORKED.finditer(text):
        value = evaluate(match[1])
        if value is not None and not _ADDED.search(text, max(0, match.start() - 4), match.start()):
            formula = match[1].replace("\\", "").strip()
            yield Worked(match.start(), match.end(2), formula, value, match[2], match.start(2))


def evaluate(formula: str) -> Fraction | None:
    """The exact value of a printed product or quotient, one level of brackets allowed; None where it has none."""
    text = (
        re.sub(r"[\s\\$]", "", formula.replace("\\times", "*")).translate(_WIDTHS).replace("×", "*").replace("÷", "/")
    )
    text = re.sub(r"\(([\d.+\-*/]+)\)", lambda match: f"{{{match[1]}}}", text)
    value: Fraction | None = None
    for sign, plain, inner in re.findall(r"(^|[*/])(?:([\d.]+%?)|\{([^}]*)\})", text):
        factor = _sum(inner) if inner else _literal(plain)
        if factor is None or (sign == "/" and factor == 0):
            return None
        value = factor if value is None else value * factor if sign == "*" else value / factor
    return value


def _sum(text: str) -> Fraction | None:
    total = Fraction(0)
    for sign, term in re.findall(r"(^|[+\-])([\d.*/%]+)", text):
        value = evaluate(term)
        if value is None:
            return None
        total += -value if sign == "-" else value
    return total


def _literal(text: str) -> Fraction | None:
    try:
        return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)
    except ValueError:
        return None
