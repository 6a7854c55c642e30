"""Tables of answers by degree: each row adds up to its total, or to the questionnaires, and its share of satisfied
answers is the one stated. The rows that hold say what the column means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import mistaken, shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.wording.surveys.degrees import DEGREES
from hengji.checks.relations.wording.surveys.shares import judge, survey_relation
from hengji.checks.relations.wording.surveys.weighted_degrees import weightings
from hengji.facts.numbers import round_half_up, shown
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["survey_tables"]

_DEGREE: Final = re.compile(rf"(?<!不)({'|'.join(DEGREES)})(?:[(（].{{0,4}}[)）]|人数|份数|票数)?")
_WHOLE: Final = re.compile(r"合计|总计|小计|有效|样本|回收|总人数|总份数|受访")
_RATE: Final = re.compile(r"满意(?:率|度)")
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    answers: tuple[Amount, ...]
    whole: Amount | None
    rate: Amount | None

    @property
    def total(self) -> Fraction:
        return sum((one.value for one in self.answers), Fraction(0))


def survey_tables(context: Context, wholes: Sequence[tuple[int, Span]]) -> Iterator[Relation]:
    """*wholes*: the questionnaires of the text, for tables without a column of totals."""
    for table in context.document.tables:
        for part in parts_of(context, table):
            degrees = _degrees(part)
            if len(degrees) >= _FEWEST:
                rows = list(_rows(part, list(degrees)))
                yield from _totals(context, rows, wholes)
                yield from _rates(rows, list(degrees.values()), wholes)


def _degrees(part: Part) -> dict[int, str]:
    """The columns of degrees, with their words."""
    heads = ((column, _DEGREE.fullmatch(part.last_head(column))) for column in range(part.grid.width))
    return {column: match[1] for column, match in heads if match is not None}


def _rows(part: Part, columns: Sequence[int]) -> Iterator[_Row]:
    others = [column for column in range(part.grid.width) if column not in columns]
    whole = next((column for column in others if _WHOLE.search(part.last_head(column))), None)
    rate = next((column for column in others if _RATE.search(part.last_head(column))), None)
    for row in part.body:
        answers = [part.grid.amount(row, column) for column in columns]
        counts = tuple(one for one in answers if one is not None and not one.is_rate)
        if len(counts) == len(columns) and any(one.value for one in counts):
            name = next((part.grid.text(row, column) for column in part.text_columns), "")
            found = (part.grid.amount(row, column) if column is not None else None for column in (whole, rate))
            yield _Row(name, counts, *found)


def _totals(context: Context, rows: Sequence[_Row], wholes: Sequence[tuple[int, Span]]) -> Iterator[Relation]:
    """Each row against its own total; without one, against the questionnaires where most rows agree with them."""
    agreed = (one for one in wholes if sum(row.total == one[0] for row in rows) * 2 > len(rows))
    common = next(agreed, None)
    for row in rows:
        if row.whole is not None:
            yield _sum(row, row.whole.value, row.whole.figure("stated"))
        elif common is not None:
            yield _sum(row, Fraction(common[0]), piece(context, "stated", *common[1]))


def _sum(row: _Row, number: Fraction, stated: Figure) -> Relation:
    verdict: Verdict = "ok" if row.total == number else "error"
    says = "相符" if verdict == "ok" else "请核对各档人数"
    likely = "" if verdict == "ok" else _mended(row, number)
    return survey_relation(
        verdict,
        [*(one.figure("part") for one in row.answers), stated],
        " + ".join(one.text for one in row.answers),
        shown(row.total, 0),
        shown(number, 0),
        f"“{row.name}”各档合计{shown(row.total, 0)}，应为{shown(number, 0)}，{says}。",
        likely,
    )


def _mended(row: _Row, number: Fraction) -> str:
    fixes = [
        (one, value)
        for one in row.answers
        if (value := one.value + number - row.total) >= 0 and shape(one.written(one.value), one.written(value))
    ]
    return f"若“{fixes[0][0].text}”应为“{fixes[0][0].written(fixes[0][1])}”，则合计成立。" if len(fixes) == 1 else ""


def _rates(rows: Sequence[_Row], degrees: Sequence[str], wholes: Sequence[tuple[int, Span]]) -> Iterator[Relation]:
    """The weighting under which most rows give their rate is what the column means."""
    stated = [(row, row.rate) for row in rows if row.rate is not None]
    bases = [None, *(number for number, _ in wholes)]
    tried = [
        [(row, rate, _rate(row, way, base)) for row, rate in stated] for way in weightings(degrees) for base in bases
    ]
    best = max(tried, key=lambda one: sum(_judge(c, rate) != "error" for _, rate, c in one), default=[])
    failures = sum(_judge(computed, rate) == "error" for _, rate, computed in best)
    witnesses = len(best) - failures
    if not witnesses or failures > witnesses:
        return
    for row, rate, computed in best:
        verdict = _judge(computed, rate)
        if verdict == "error" and witnesses < _FEWEST - 1:
            verdict = "suspicious"
        right = f"{shown(round_half_up(computed * 100, rate.decimals), rate.decimals)}%"
        slip = shape(rate.text, right) if verdict not in ("ok", "rounding") else ""
        says = "相符" if verdict in ("ok", "rounding") else f"其余 {witnesses} 行都按此算法成立，请核对"
        yield survey_relation(
            verdict,
            [*(one.figure("part") for one in row.answers), rate.figure("stated")],
            "满意的人数（加权）÷ 人数",
            right,
            rate.text,
            f"“{row.name}”满意率应为{right}，表中为{rate.text}，{says}。",
            mistaken(rate.text, right, slip),
        )


def _rate(row: _Row, way: Sequence[Fraction], base: int | None) -> Fraction:
    whole = row.whole.value if row.whole is not None and base is None else Fraction(base) if base else row.total
    weighted = sum((one.value * weight for one, weight in zip(row.answers, way, strict=True)), Fraction(0))
    return weighted / (whole or row.total)


def _judge(computed: Fraction, rate: Amount) -> Verdict:
    return judge(computed, shown(rate.value * (100 if rate.is_rate else 1), rate.decimals))
