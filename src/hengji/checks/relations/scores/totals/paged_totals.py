"""The total line of a rubric that pages cut into several tables, or whose cells slipped, against all its scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.relations.scores.reading.pairing import is_added
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.trials import Family, Sum

__all__ = ["cut_by_pages", "is_rounded", "paged_totals"]

_COMPUTED: Final = 2
"""So many parts with hundredths may have been rounded before they were added."""
_FEWEST: Final = 2
_HUNDRED: Final = Fraction(100)


def paged_totals(rubrics: Sequence[Rubric]) -> Iterator[Family]:
    """A rubric over several tables, or out of joint: its total line against all scores, where that holds, or where
    another column of scores shows that no row is missing."""
    for heads, pages in _pages(rubrics).items():
        totals = [row for rubric in pages for row in rubric.rows if row.is_total]
        if len(totals) == 1 and _is_cut(pages):
            sums = [one for at in range(len(heads)) if (one := _column_sum(totals[0], pages, at)) is not None]
            whole = max((len(one.parts) for one in sums if one.holds), default=0)
            yield Family(False, [one for one in sums if one.holds])
            yield Family(True, [one for one in sums if not one.holds and len(one.parts) == whole and not _capped(one)])


def cut_by_pages(rubrics: Sequence[Rubric]) -> set[tuple[int, int]]:
    """Where the parts begin whose rows are not all that their total line counts: of several tables with the same
    heads only one has such a line."""
    found: set[tuple[int, int]] = set()
    for pages in _pages(rubrics).values():
        totals = [row for rubric in pages for row in rubric.rows if row.is_total]
        if len(pages) > 1 and len(totals) == 1 and _is_cut(pages):
            found |= {(rubric.part.grid.table.start, rubric.part.first) for rubric in pages}
    return found


def _is_cut(pages: Sequence[Rubric]) -> bool:
    """Whether tables, or one of them that is out of joint, are one rubric: the funds of a form are none of it."""
    alike = len(pages) > 1 and len({rubric.part.heads for rubric in pages}) == 1
    return any(rubric.ragged for rubric in pages) or (alike and all(one.part.grid.table.rebuilt for one in pages))


def _pages(rubrics: Sequence[Rubric]) -> dict[tuple[str, ...], list[Rubric]]:
    groups: dict[tuple[str, ...], list[Rubric]] = {}
    for rubric in rubrics:
        groups.setdefault(rubric.score_heads, []).append(rubric)
    return groups


def _column_sum(total: RubricRow, pages: Sequence[Rubric], at: int) -> Sum | None:
    """All scores of a column, with those of 加分项 or without them, whichever make the total."""
    found = [(amount, is_added(rubric.part, row.row)) for rubric, row, amount in _scores_at(pages, at)]
    whole = total.scores[at]
    if whole is None or len(found) <= _FEWEST:
        return None
    name = f"“合计”的“{pages[0].score_heads[at].rsplit('/', 1)[-1]}”"
    within = Sum(whole, tuple(amount for amount, added in found if not added), name, exact=True)
    every = Sum(whole, tuple(amount for amount, _ in found), name, exact=True)
    return within if within.parts and within.holds and not every.holds else every


def _scores_at(pages: Sequence[Rubric], at: int) -> Iterator[tuple[Rubric, RubricRow, Amount]]:
    for rubric in pages:
        for row in rubric.rows:
            amount = row.scores[at]
            if amount is not None and not row.is_total:
                yield rubric, row, amount


def _capped(one: Sum) -> bool:
    """A total held down to 100 points, or of scores that were computed and rounded."""
    return one.total.value == _HUNDRED < one.computed or is_rounded(one)


def is_rounded(one: Sum) -> bool:
    """Whether scores that were computed (2.67 of 3) miss their total by no more than their own rounding."""
    computed = sum(part.value * 10 % 1 != 0 for part in one.parts)
    return computed >= _COMPUTED and abs(one.computed - one.total.value) <= one.total.step
