"""Scores listed with their points in brackets: “总分95.62分：执行（10分）得9.50分，产出（50分）得47.12分，…”.

Where the points make a hundred the list is the whole evaluation, and its scores are the total, wherever that stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.narrative import amount_at
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation, Verdict

__all__ = ["bracketed_scores"]

_N: Final = r"\d{1,3}(?:\.\d{1,4})?"
_BEFORE: Final = re.compile(
    rf"[（(](?:分值|满分|权重|总分|共)?(?:为|是|[:：])?\s*({_N})\s*分[)）][^，,。；;、\n\d]{{0,8}}?(?:得分?|评分|实得|自评|计|为)*(?:为|是|[:：])?\s*({_N})\s*分"
)
_BEHIND: Final = re.compile(
    rf"(?:得分?|评分|实得|自评)?(?:为|是|[:：])?\s*({_N})\s*分?\s*[（(](?:分值|满分|权重|总分|共)(?:为|是|[:：])?\s*({_N})\s*分?[)）]"
)
_GAP: Final = re.compile(r"[，,、；;。]?(?:其中)?[^，,、；;。：:\n\d]{1,24}")
_TOTAL: Final = re.compile(rf"(?:总|综合|自评|评价|最终|核查|合计|共计?)[^，,。；;\n\d]{{0,8}}?\s*({_N})\s*分")
_REACH: Final = 60
_FEWEST: Final = 2
_HUNDRED: Final = 100


@dataclass(frozen=True, slots=True)
class _Item:
    points: Amount
    score: Amount
    start: int
    end: int


def bracketed_scores(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum`` for every such list outside tables."""
    for pattern, points, score in ((_BEFORE, 1, 2), (_BEHIND, 2, 1)):
        run: list[_Item] = []
        for item in _items(context, pattern, points, score):
            if run and _GAP.fullmatch(context.document.text, run[-1].end, item.start) is None:
                yield from _judged(context, run)
                run = []
            run.append(item)
        yield from _judged(context, run)


def _items(context: Context, pattern: re.Pattern[str], points: int, score: int) -> Iterator[_Item]:
    for match in pattern.finditer(context.document.text):
        if context.table_at(match.start()) is None:
            full, got = amount_at(context, *match.span(points)), amount_at(context, *match.span(score))
            if full is not None and got is not None and got.value <= full.value:
                yield _Item(full, got, match.start(), match.end())


def _judged(context: Context, run: Sequence[_Item]) -> Iterator[Relation]:
    if len(run) < _FEWEST:
        return
    computed = sum((item.score.value for item in run), Fraction(0))
    whole = sum((item.points.value for item in run), Fraction(0)) == _HUNDRED
    totals = list(_totals(context, run))
    total = next((one for one in totals if one.value == computed), totals[0] if totals else None)
    if total is None:
        return
    holds = computed == total.value
    if not holds and not (whole and all(_is_near(one, computed, run) for one in totals)):
        return
    verdict: Verdict = "ok" if holds else "error"
    right = total.written(computed, max(item.score.decimals for item in run))
    message = f"各项得分之和{'' if holds else '应'}为 {right} 分，文中总分 {total.text}{'，一致' if holds else ''}。"
    figures = (*(item.score.figure("part") for item in run), total.figure("total"))
    formula = f"{' + '.join(plain(item.score.value) for item in run)} = {plain(total.value)}"
    likely = "" if holds else _slip(total, computed)
    yield Relation(
        "score_sum", verdict, figures, formula, right, total.text, message, likely, "medium" if holds else "high"
    )


def _totals(context: Context, run: Sequence[_Item]) -> Iterator[Amount]:
    """The totals said right before the list and right behind it."""
    text = context.document.text
    start = max(text.rfind("\n", 0, run[0].start) + 1, run[0].start - 2 * _REACH)
    taken = {item.score.key for item in run} | {item.points.key for item in run}
    for begin, end in ((start, run[0].start), (run[-1].end, min(len(text), run[-1].end + _REACH))):
        for match in _TOTAL.finditer(text, begin, end):
            amount = amount_at(context, *match.span(1))
            if amount is not None and amount.key not in taken and amount.value != _HUNDRED:
                yield amount


def _is_near(total: Amount, computed: Fraction, run: Sequence[_Item]) -> bool:
    """Whether the total can be meant for the list: within the points, and nearer than any one score."""
    least = min(item.score.value for item in run)
    return total.value <= _HUNDRED and abs(total.value - computed) < max(least, Fraction(3))


def _slip(total: Amount, computed: Fraction) -> str:
    name = shape(total.written(total.value), total.written(computed))
    return f"若总分“{total.text}”应为“{total.written(computed)}”（{name}），则相符。" if name else ""
