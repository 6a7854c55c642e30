"""Scores that running text gives to branches, “决策得分18分、过程得分18.6分”, against the rows of the rubric under
them, and their rates, “得分率分别为90%、93%”, against the points of those rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.scores.reading.pairing import ADDED
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.trials import Family, Sum

__all__ = ["Branch", "Said", "branch_families", "branches_said"]

_SAID: Final = re.compile(
    r"([\u4e00-\u9fff]{2,12}?)(?:类|类?指标|部分|方面|情况)?(?:[（(]?\d{1,3}(?:\.\d)?\s?分[)）]?[，,]?)?(?:评价|核查|自评)?(?:得分|实得|得)\s*(?:为|是)?\s*(\d{1,3}(?:\.\d{1,4})?)\s*分"
)
_ANCHOR: Final = re.compile(r"得\s{0,40}(?:为|是)?\s{0,40}\d|得分|实得")
_REACH: Final = 120
_LED: Final = re.compile(r"^(?:其中|从上表看|一是|二是|三是|四是)")
_BARE: Final = re.compile(r"[（(].*?[)）]|\s|(?:类|类?指标|部分|方面)$|^[一二三四五六七八九十]{1,2}[、.．]")
_RATES: Final = re.compile(
    r"得分率(?:分别|依次)(?:为|是)\s*((?:\d{1,3}(?:\.\d+)?\s*[%％]\s*[、，,和]\s*)+\d{1,3}(?:\.\d+)?\s*[%％])"
)
_RATE: Final = re.compile(r"\d{1,3}(?:\.\d+)?\s*[%％]")
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Branch:
    """The rows of a rubric under one name of the first level: their points, and their scores by column."""

    name: str
    points: tuple[Amount, ...]
    scores: tuple[tuple[Amount, ...], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A branch, the score that the text gives it, and its rate where the text lists the rates behind the scores."""

    branch: Branch
    score: Amount
    rate: Amount | None


def branch_families(context: Context, rubrics: Sequence[Rubric]) -> Iterator[Family]:
    """One family for each sentence that gives two branches or more their scores, in the column that fits best. Two
    that hold show that the sentence speaks of this rubric; without them a failure says nothing."""
    for said in branches_said(context, rubrics):
        columns = range(min(len(one.branch.scores) for one in said))
        families = [
            Family(
                True,
                [
                    Sum(one.score, one.branch.scores[column], f"“{one.branch.name}”得分（评分表各项）", exact=True)
                    for one in said
                    if one.branch.scores[column]
                ],
            )
            for column in columns
        ]
        best = max(families, key=lambda family: family.witnesses, default=Family(True))
        if best.witnesses >= max(best.failures, _FEWEST):
            yield best
        else:
            yield Family(False, [one for one in best.sums if one.holds])


def branches_said(context: Context, rubrics: Sequence[Rubric]) -> Iterator[list[Said]]:
    """Sentence by sentence. A name that two rubrics use is that of the last one."""
    known = {branch.name: branch for rubric in rubrics if not rubric.ragged for branch in _branches(rubric)}
    if not known:
        return
    sentences: dict[Span, list[tuple[Branch, Amount]]] = {}
    for match in matches_near(_SAID, _ANCHOR, context.document.text, _REACH):
        branch = known.get(_bare(_LED.sub("", match[1])))
        amount = amount_at(context, *match.span(2)) if branch is not None else None
        if branch is not None and amount is not None and context.table_at(match.start()) is None:
            sentences.setdefault(context.sentence_at(match.start()), []).append((branch, amount))
    for sentence, found in sentences.items():
        if len(found) >= _FEWEST and len({branch.name for branch, _ in found}) == len(found):
            rates = _rates(context, (found[-1][1].cell.end, sentence[1]), len(found))
            yield [Said(branch, score, rate) for (branch, score), rate in zip(found, rates, strict=True)]


def _rates(context: Context, span: Span, number: int) -> Sequence[Amount | None]:
    """As many rates as branches, behind them in the same sentence."""
    match = _RATES.search(context.document.text, *span)
    if match is None:
        return [None] * number
    found = [amount_at(context, *one.span()) for one in _RATE.finditer(context.document.text, *match.span(1))]
    return found if len(found) == number else [None] * number


def _branches(rubric: Rubric) -> Iterator[Branch]:
    """Rows grouped by the name in the first column of names, which a blank cell takes from the row above."""
    grid, column = rubric.part.grid, next(iter(rubric.part.text_columns), 0)
    groups: dict[str, list[RubricRow]] = {}
    name = ""
    for row in rubric.rows:
        name = _bare(grid.text(row.row, column)) or name
        if name and not row.is_total and not ADDED.search("".join(row.path)):
            groups.setdefault(name, []).append(row)
    for name, own in groups.items():
        points = tuple(row.points for row in own if row.points is not None)
        scores = tuple(
            tuple(score for row in own if (score := row.scores[column]) is not None)
            for column in range(len(rubric.score_heads))
        )
        yield Branch(name, points, scores)


def _bare(name: str) -> str:
    before = ""
    while before != name:
        before, name = name, _BARE.sub("", name)
    return name
