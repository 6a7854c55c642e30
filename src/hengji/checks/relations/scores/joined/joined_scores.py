"""A score by a standard of rates, each of points, standard, rate and score told wherever the clerk had room for it: the
standard in the row, the rate in the analysis; the standard in a note, the rate in the total row of a table of answers.

Nothing is said where any rate that may be meant makes the score right, or the analysis tells other reasons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.scores.joined.data_of_indicator import Datum, datum_of
from hengji.checks.relations.scores.joined.marks_in_prose import marks_in_prose
from hengji.checks.relations.scores.joined.own_words import OTHER_REASONS, own_words
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.reading.pairing import bare_name
from hengji.checks.relations.scores.reading.row_data import with_target
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow
from hengji.checks.relations.scores.reading.told_rules import with_told_standards
from hengji.checks.relations.scores.rules.spoken_rules import SpokenRule, read_rule
from hengji.checks.relations.tables.amounts import tight
from hengji.facts.numbers import percent, plain, round_half_up
from hengji.facts.relation import Figure, Relation

__all__ = ["joined_scores"]

_GOAL: Final = re.compile("[≥≤><＞＜]|不低于|不超过|不高于")


@dataclass(frozen=True, slots=True)
class _Marked:
    """`own`: where running text speaks of the indicator alone."""

    name: str
    points: Fraction
    standard: str
    rule: SpokenRule
    score: Figure
    value: Fraction
    decimals: int
    own: list[Span]


def joined_scores(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, errors all."""
    for one in (*_in_rows(context), *_in_prose(context)):
        datum = datum_of(context, one.name, one.standard, one.own)
        if datum is not None and not _is_explained(context, one, datum):
            earned = one.rule.earned_by_rate(datum.value, one.points)
            yield _relation(one, datum, min(earned, key=lambda each: abs(each - one.value)))


def _in_rows(context: Context) -> Iterator[_Marked]:
    for rubric in with_told_standards(context):
        places = max((score.decimals for _, _, score in rubric.awarded()), default=0)
        for row, points, score in rubric.awarded():
            if row.standard is None or points.value <= 0 or _tells_its_datum(rubric, row):
                continue
            standard = with_target(row, rubric)
            rule = read_rule(standard, points.value)
            if rule is not None and not rule.unit and not rule.of_goal and score.value <= points.value:
                name = bare_name(row.name)
                own = list(own_words(context, name))
                figure = score.figure("score")
                yield _Marked(name, points.value, standard, rule, figure, score.value, places, own)


def _tells_its_datum(rubric: Rubric, row: RubricRow) -> bool:
    """Whether the row itself says what was reached, or why points were lost."""
    if row.remark is not None and row.remark.text.strip():
        return True
    standard = row.standard.start if row.standard is not None else -1
    others = [tight(cell.text) for cell in rubric.cells_of(row) if cell.start != standard]
    return any("%" in text.replace("％", "%") and not _GOAL.match(text) for text in others)


def _in_prose(context: Context) -> Iterator[_Marked]:
    for mark in marks_in_prose(context):
        rule = read_rule(mark.standard, mark.points)
        if rule is not None and not rule.unit and not rule.of_goal:
            decimals = len(mark.score.text.partition(".")[2])
            value = Fraction(mark.score.text)
            own = [span for span in mark.own if span[1] > span[0]]
            yield _Marked(mark.name, mark.points, mark.standard, rule, mark.score, value, decimals, own)


def _is_explained(context: Context, one: _Marked, datum: Datum) -> bool:
    """Whether a rate that may be meant gives the score, or no rate that may be gives any."""
    for rate in {datum.value, *datum.others}:
        earned = one.rule.earned_by_rate(rate, one.points)
        if (not earned and rate == datum.value) or any(_agrees(one, each, datum) for each in earned):
            return True
    text = flowing(context).text
    return any(OTHER_REASONS.search(text[start:end]) is not None for start, end in one.own)


def _agrees(one: _Marked, earned: Fraction, datum: Datum) -> bool:
    slack = one.points * datum.step + Fraction(1, 2 * 10**one.decimals) if one.rule.proportional else Fraction(0)
    places = max(one.decimals, 1)
    cut = floor(earned * 10**places) / Fraction(10**places)
    return one.value in (round_half_up(earned, places), cut) or abs(earned - one.value) < slack


def _relation(one: _Marked, datum: Datum, right: Fraction) -> Relation:
    told, meant = percent(datum.value), plain(round_half_up(right, 2))
    message = f"“{one.name}”文中为 {told}，按评分标准应得 {meant} 分，所列得分 {one.score.text}。"
    figures = (datum.figure, one.score)
    likely = "得分与所写的数至少一处有误。"
    return rule_relation("error", figures, f"评分标准（{told}）", meant, message, likely)
