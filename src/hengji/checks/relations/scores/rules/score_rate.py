"""得分率 = 得分 ÷ 分值, in scored headings and in tables of scores."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.narrative import scored_headings
from hengji.checks.relations.scores.reading.rubrics import POINTS, SCORE, rubrics_of
from hengji.checks.relations.scores.reading.told_weights import rated_scores
from hengji.checks.relations.scores.reading.turned_tables import turned_tables
from hengji.checks.relations.scores.rules.rate_times_points import shares_of_points
from hengji.checks.relations.scores.rules.rates_beside_points import rates_beside_points
from hengji.checks.relations.scores.rules.rates_in_prose import rates_in_prose
from hengji.checks.relations.scores.rules.spaced_rates import listed_rates, spaced_rates
from hengji.checks.relations.scores.totals.branch_scores import Said, branches_said
from hengji.checks.relations.scores.totals.lined_columns import lined_rates
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.numbers import percent, plain, round_half_up
from hengji.facts.relation import Relation, Verdict
from hengji.facts.units import RATE

__all__ = ["find"]

_RATE: Final = re.compile("得分率|得分比率|得分占比")


def find(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rate``."""
    told = list(_told(context))
    yield from told
    for said in branches_said(context, rubrics_of(context)):
        for one in said:
            if one.rate is not None and one.branch.points:
                yield _listed(one, one.rate)
    yield from _turned(context)
    yield from lined_rates(context)
    yield from shares_of_points(context)
    known = {one.figures[-1].start for one in told}
    spoken = [one for one in rates_in_prose(context) if one.figures[-1].start not in known]
    yield from spoken
    yield from rates_beside_points(context, known | {one.figures[-1].start for one in spoken})
    for table in context.document.tables:
        for part in parts_of(context, table):
            yield from _in_table(part)


def _told(context: Context) -> Iterator[Relation]:
    """Points, score and rate that running text tells together; each rate once."""
    told: set[int] = set()
    for scored in scored_headings(context):
        if scored.rate is not None and scored.points.value:
            told.add(scored.rate.cell.start)
            yield _relation(scored.name, scored.points, scored.score, scored.rate)
    for rated in rated_scores(context):
        if rated.points.value:
            told.add(rated.rate.cell.start)
            yield _relation(rated.name, rated.points, rated.score, rated.rate)
    for spaced in (*spaced_rates(context), *listed_rates(context)):
        if spaced.rate.cell.start not in told:
            yield _relation(spaced.name, spaced.points, spaced.score, spaced.rate)


def _turned(context: Context) -> Iterator[Relation]:
    for found in turned_tables(context):
        for indicator in found:
            if indicator.rate is not None and indicator.points.value:
                yield _relation(indicator.name, indicator.points, indicator.score, indicator.rate)


def _in_table(part: Part) -> Iterator[Relation]:
    rates = part.columns_named(_RATE)
    points = part.columns_named(POINTS)
    scores = [column for column in part.columns_named(SCORE) if column not in (*rates, *points)]
    if len(rates) != 1 or not points or not scores:
        return
    points_column, score_column = points[-1], max((c for c in scores if c < rates[0]), default=scores[0])
    for row in part.body:
        found = [part.grid.amount(row, column) for column in (points_column, score_column, rates[0])]
        full, score, rate = found
        if full is not None and score is not None and rate is not None and full.value:
            label = next((part.grid.text(row, column) for column in part.text_columns), "")
            yield _relation(label, full, score, rate)


def _listed(one: Said, rate: Amount) -> Relation:
    """A rate of a list: the score of the same list over the points of the rows of the rubric."""
    points = sum((amount.value for amount in one.branch.points), Fraction(0))
    computed = one.score.value / points if points else Fraction(0)
    verdict = _verdict(computed, rate)
    right = percent(round_half_up(computed, 4), 2)
    says = "与得分、分值一致" if verdict != "error" else f"文中为 {rate.text}，请核对"
    return Relation(
        kind="score_rate",
        verdict=verdict,
        figures=(
            *(amount.figure("points") for amount in one.branch.points),
            one.score.figure("score"),
            rate.figure("stated"),
        ),
        formula=f"{one.score.text} ÷ {plain(points)}",
        computed=right,
        stated=rate.text,
        message=f"“{one.branch.name}”得分率应为 {right}（{one.score.text} ÷ {plain(points)}），{says}。",
        severity="high" if verdict == "error" else "medium",
    )


def _relation(name: str, points: Amount, score: Amount, rate: Amount) -> Relation:
    if points.is_rate and not score.is_rate:
        points = replace(points, value=points.value * 100)  # a weight of 15% is 15 of a hundred points
    computed = score.value / points.value
    verdict = _verdict(computed, rate)
    if verdict == "error" and _of_rounded(points, score, rate):
        verdict = "rounding"
    places = 2 + rate.decimals if rate.unit == RATE else rate.decimals
    right = percent(round_half_up(computed, max(places, 4)), 2)
    message = f"“{name}”得分率应为 {right}（{score.text} ÷ {points.text}），文中为 {rate.text}。"
    holds = f"“{name}”得分率 {right}，与得分、分值一致。"
    return Relation(
        kind="score_rate",
        verdict=verdict,
        figures=(points.figure("points"), score.figure("score"), rate.figure("stated")),
        formula=f"{score.text} ÷ {points.text}",
        computed=right,
        stated=rate.text,
        message=message if verdict == "error" else holds,
        likely=_likely(points, score, rate) if verdict == "error" else "",
        severity="high" if verdict == "error" else "medium",
    )


def _verdict(computed: Fraction, rate: Amount) -> Verdict:
    """Points and scores are exact; only the rate was rounded, or cut off, or printed as a plain number."""
    readings = [(rate.value, rate.step)]
    if rate.unit != RATE:
        readings.append((rate.value / 100, rate.step / 100))
    for reading, step in readings:
        if round_half_up(computed / step, 0) * step == reading:
            return "ok"
        if 0 <= computed - reading < step:
            return "rounding"
    return "error"


def _of_rounded(points: Amount, score: Amount, rate: Amount) -> bool:
    """Whether the rate is that of a score that was computed and rounded to what is printed: 2.67 of 3 for 88.89%."""
    stated = rate.value if rate.unit == RATE else rate.value / 100
    return score.value * 10 % 1 != 0 and abs(stated * points.value - score.value) <= score.step


def _likely(points: Amount, score: Amount, rate: Amount) -> str:
    """Another score, one slip away, that has this rate."""
    meant = rate.value * points.value if rate.unit == RATE else rate.value / 100 * points.value
    slip = shape(score.written(score.value), score.written(meant))
    if slip and round_half_up(meant, score.decimals) == meant:
        return f"若得分应为 {score.written(meant)}（{slip}），则得分率 {rate.text} 成立。"
    return ""
