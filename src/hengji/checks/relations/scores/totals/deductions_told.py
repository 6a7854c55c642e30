"""What was taken off, told to be all of it, against the score that is left: 决策扣1分，过程扣3.2分，此外没有
扣分，满分100分，总得分95.8分; 产出40分，除甲扣1.6分、乙扣0.9分外都是满分，产出得37.5分; 扣8分，分布为：……."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.told_entries import Entry, told_entries
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation

__all__ = ["deductions_told"]

_NOTHING_ELSE: Final = re.compile(
    r"(?:其[余他]|别的|另外?)[^，。；]{0,14}(?:满分|未扣|没有扣|不扣|没有失|未失|均?无)|(?:以外|之外|外)[，,]?[^，。；]{0,12}(?:满分|未扣|没有?扣|不扣|无(?:其他)?扣|没有别的)"
    r"|未作其他|没有(?:加分|别的加减|其他加减|其他扣分)|没得别的扣|此外(?:没有|无|未)"
)
_FINAL: Final = re.compile(
    r"(?:总(?:得)?分|得分?|自评|评分|落到[^，]{0,4})(?:就)?(?:为|是|：)?\s?$|复核后?(?:得分|评分)?(?:为|是)?\s?$"
)
_BASE: Final = re.compile(r"(?:自评|原评|初评)(?:总|得|评)?分?(?:为|是)?\s?$")
_REVIEWED: Final = re.compile("调减|核减|核扣|扣减|复核")
_BREAKDOWN: Final = re.compile(r"(?:分布|具体|明细|分别|构成|少在|扣在|其中)[^，。；\d]{0,12}(?:：|为|在|是)")
_EACH: Final = re.compile("每|各扣|均扣|最多|应扣|可扣|上年|去年")
_SETS: Final = tuple(map(re.compile, ("投入|决策", "过程|管理", "产出", "效果|效益")))
_COUNTED: Final = re.compile(r"共(?:计)?|合计|总共|累计|以上")
_FEWEST: Final = 2
_HUNDRED: Final = Fraction(100)


def deductions_told(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum``, one for a line."""
    flow = flowing(context)
    for line in told_entries(context):
        text = flow.text[line[0].at - len(line[0].lead) : line[-1].end + 40].split("\n")[0]
        offs = [one for one in line if one.kind == "off"]
        if not offs or any(_EACH.search(one.lead) for one in line):
            continue
        told = _broken_down(line, offs, text) or _left(line, offs, text)
        if told is not None:
            yield _relation(context, flow, *told)


Told = tuple[Sequence[Entry], Fraction | None, Entry]
"""What was taken off, from how much, and the figure that tells what it makes."""


def _broken_down(line: Sequence[Entry], offs: Sequence[Entry], text: str) -> Told | None:
    """扣8分。扣分分布为：决策类1分、……: all branches, or said to be all there is."""
    whole, parts = offs[0], [one for one in offs[1:] if not _COUNTED.search(one.lead[-8:])]
    if (
        len(parts) < _FEWEST
        or _BREAKDOWN.search(parts[0].lead) is None
        or line.index(parts[0]) != line.index(whole) + 1
    ):
        return None
    covered = len(parts) == len(_SETS) and all(sum(1 for one in parts if name.search(one.lead)) == 1 for name in _SETS)
    return (parts, None, whole) if covered or _NOTHING_ELSE.search(text) else None


def _left(line: Sequence[Entry], offs: Sequence[Entry], text: str) -> Told | None:
    """满分100分 less all that was taken off; or what the unit gave itself less what the review took off."""
    parts = [one for one in offs if not _COUNTED.search(re.split("[，。；：]", one.lead)[-1])]
    told_sum = [one for one in offs if one not in parts]
    if not parts or (_NOTHING_ELSE.search(text) is None and not told_sum):
        return None
    scores = [one for one in line if one.kind == "score"]
    finals = [one for one in scores if _FINAL.search(one.lead) and not _BASE.search(one.lead)]
    base = [one for one in scores if _BASE.search(one.lead)]
    if (
        len(base) == 1
        and len(finals) == 1
        and all(_REVIEWED.search(text[: text.find(one.lead) + 40]) for one in parts[:1])
    ):
        reviewed = "复核" in finals[0].lead and base[0].at < parts[0].at < finals[0].at
        return (parts, base[0].value, finals[0]) if reviewed else None
    full = {one.points for one in scores if one.points is not None} | {
        one.value for one in line if one.kind == "points"
    }
    if len(finals) != 1 or len(scores) > _FEWEST:
        return None
    first = [one.value for one in scores if one is not finals[0] and one.at < parts[0].at and "得" not in one.lead[-2:]]
    full |= set(first)
    if len(full) != 1 or (first and len(scores) != _FEWEST):
        return None
    whole = full.pop()
    return (parts, whole, finals[0]) if whole > finals[0].value >= 0 else None


def _relation(
    context: Context, flow: Flowing, parts: Sequence[Entry], whole: Fraction | None, stated: Entry
) -> Relation:
    taken = sum((one.value for one in parts), Fraction(0))
    right = taken if whole is None else whole - taken
    holds = right == stated.value
    figures = (
        *(piece(context, "deduction", *one.span(flow)) for one in parts),
        piece(context, "stated", *stated.span(flow)),
    )
    listed = " + ".join(one.text for one in parts)
    formula = listed if whole is None else f"{plain(whole)} - ({listed})"
    said = f"所列扣分合计 {plain(taken)} 分" + (
        "" if whole is None else f"，{plain(whole)} 分扣后应得 {plain(right)} 分"
    )
    message = f"{said}，文中为 {stated.text} 分{'，一致' if holds else ''}。"
    return Relation(
        "score_sum", "ok" if holds else "error", figures, formula, plain(right), stated.text, message,
        "" if holds else "某一项扣分或得分误写。", "medium" if holds else "high",
    )  # fmt: skip
