"""Tables of scores left as lines, whose heading names the last columns: “决策 12 11 91.67%”, “目标明确性｜5｜4”.

The total line adds up the points and the scores above it, and a rate is its score over its points. A column that does
not add up is a fault only where the other one does: then the lines are all there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.marking import bound_relation
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.relation import Relation, Verdict

__all__ = ["lined_bounds", "lined_rates", "lined_sums"]

_N: Final = r"\d{1,3}(?:\.\d{1,4})?"
_SPLIT: Final = r"[ \t\u3000]*[｜|][ \t\u3000]*|[ \t\u3000]+|[ \t\u3000]*[,，][ \t\u3000]*"
_POINTS: Final = r"(?:分值|权重|满分|标准分|配分|权重分)(?:值|数)?(?:[（(][%％分]?[)）])?"
_SCORE: Final = r"(?:(?:[\u4e00-\u9fff]{2})?(?:得分|评分)|[自考测]评分|评价分)(?:[（(]分[)）])?"
_HEAD: Final = re.compile(
    rf"^[^\n]*?{_POINTS}(?:{_SPLIT}){_SCORE}(?P<rate>(?:{_SPLIT})得分率(?:"
    rf"[（(][%％][)）])?)?[ \t\u3000]*[｜|]?[ \t\u3000]*$",
    re.MULTILINE,
)
_ROW: Final = re.compile(
    rf"[ \t\u3000]*[｜|]?(?P<label>[^\n]*?[^\s｜|,，](?<![\d.]))(?:{_SPLIT})(?P<points>{_N})分?(?:{_SPLIT})"
    rf"(?P<score>{_N})分?"
    rf"(?:(?:{_SPLIT})(?P<rate>{_N})\s?[%％]?)?[ \t\u3000]*[｜|]?[ \t\u3000]*(?:\n|$)"
)
_TOTAL: Final = re.compile(r"(?:合\s*计|总\s*计|总\s*分|总得分)")
_SUBTOTAL: Final = re.compile(r"小\s*计")
_FEWEST: Final = 2
_HUNDRED: Final = Fraction(100)


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    points: Amount
    score: Amount
    rate: Amount | None


def lined_sums(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum`` for the total lines of such tables."""
    for rows in _tables(context):
        above: list[_Row] = []
        subtotals: list[_Row] = []
        for row in rows:
            if _TOTAL.search(row.label):
                parts = [*subtotals, *above] if subtotals else above
                yield from _added(parts, row)
                break
            if _SUBTOTAL.search(row.label):
                yield from _added(above, row)
                subtotals.append(row)
                above = []
            else:
                above.append(row)


def lined_rates(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rate`` for the rates of such tables, most of which must hold."""
    for rows in _tables(context):
        rated = [(row, row.rate) for row in rows if row.rate is not None and row.points.value > 0]
        judged = [(row, rate, _holds(row, rate)) for row, rate in rated]
        if sum(holds for _, _, holds in judged) < max(_FEWEST, len(judged) - 2):
            continue
        for row, rate, holds in judged:
            right = f"{plain(round_half_up(row.score.value / row.points.value * _HUNDRED, max(_places(rate), 2)))}%"
            message = f"“{row.label}”得分率{'' if holds else '应'}为 {right}，所列 {rate.text}。"
            figures = row.points.figure("denominator"), row.score.figure("numerator"), rate.figure("stated")
            formula = f"{row.score.text} ÷ {row.points.text}"
            verdict: Verdict = "ok" if holds else "error"
            yield Relation(
                "score_rate", verdict, figures, formula, right, rate.text, message, "", "medium" if holds else "high"
            )


def lined_bounds(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``: a score above its points, in lines between bars."""
    for rows in _tables(context):
        above = [row for row in rows if row.score.value > row.points.value]
        barred = "｜" in context.document.text[rows[0].points.cell.start - 2 : rows[0].score.cell.end]
        if barred and above and len(above) * 4 <= len(rows):
            for row in above:
                message = f"“{row.label[:20]}”得分 {row.score.text} 超过分值 {row.points.text}。"
                figures = row.points.figure("points"), row.score.figure("score")
                formula, right = f"{row.score.text} ≤ {row.points.text}", f"不超过 {row.points.text}"
                yield bound_relation("error", figures, formula, right, message)


def _tables(context: Context) -> Sequence[Sequence[_Row]]:
    return context.once(_tables, lambda: list(_read(context)))


def _read(context: Context) -> Iterator[Sequence[_Row]]:
    """The rows right below every heading outside the tables that are known as such."""
    text = context.document.text
    for head in _HEAD.finditer(text) if "分" in text else ():
        if context.table_at(head.start()) is not None:
            continue
        rows: list[_Row] = []
        at = head.end() + 1
        while (match := _ROW.match(text, at)) is not None and match.end() > at:
            points, score = amount_at(context, *match.span("points")), amount_at(context, *match.span("score"))
            rated = head["rate"] is not None and match["rate"] is not None
            if points is None or score is None or (head["rate"] is None) != (match["rate"] is None):
                break
            rate = amount_at(context, *match.span("rate")) if rated else None
            rows.append(_Row(match["label"].strip(), points, score, rate))
            at = match.end()
        if len(rows) > _FEWEST:
            yield rows


def _added(parts: Sequence[_Row], total: _Row) -> Iterator[Relation]:
    if len(parts) < _FEWEST:
        return
    points = sum((row.points.value for row in parts), Fraction(0))
    scores = sum((row.score.value for row in parts), Fraction(0))
    whole = points == total.points.value, scores == total.score.value
    if not any(whole):
        return
    columns = (
        ([row.points for row in parts], total.points, points),
        ([row.score for row in parts], total.score, scores),
    )
    for (amounts, stated, computed), holds, said in zip(columns, whole, ("分值", "得分"), strict=True):
        verdict: Verdict = "ok" if holds else "error"
        right = plain(computed)
        message = f"“{total.label}”{said}{'' if holds else '应'}为 {right}，所列 {stated.text}。"
        figures = (*(one.figure("part") for one in amounts), stated.figure("total"))
        formula = f"{' + '.join(plain(one.value) for one in amounts)} = {stated.text}"
        yield Relation(
            "score_sum", verdict, figures, formula, right, stated.text, message, "", "medium" if holds else "high"
        )


def _places(rate: Amount) -> int:
    return len(rate.cell.text.partition(".")[2])


def _holds(row: _Row, rate: Amount) -> bool:
    stated = Fraction(rate.cell.text)
    return abs(row.score.value / row.points.value * _HUNDRED - stated) <= Fraction(1, 10 ** _places(rate))
