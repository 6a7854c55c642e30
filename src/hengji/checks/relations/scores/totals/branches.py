"""Branches against leaves: the scores that a table of totals or the headings give to each branch, in order, are the
sums of runs of leaves, in order, of a rubric. Only what holds for every branch is said: cells may have slipped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.conclusion import conclusions
from hengji.checks.relations.scores.reading.narrative import scored_headings
from hengji.checks.relations.scores.reading.pairing import leaf_rows, leaves_of
from hengji.checks.relations.scores.reading.rubrics import Rubric
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.trials import Family, Sum

__all__ = ["branch_sums", "stated_totals"]

_TOTAL: Final = re.compile(r"总得?分$|总评|合计|总计")
_OTHERS: Final = re.compile(r"核查|复核|抽查评|审定|加分|减分|附加|扣分项")
_MOST_SOURCES: Final = 12
_HUNDRED: Final = Fraction(100)

Named = tuple[str, Amount]


def branch_sums(context: Context, rubrics: Sequence[Rubric]) -> Iterator[Family]:
    """Sums of kind ``score_sum``, none of which fails."""
    groups = leaf_rows(rubrics)
    tables = [[(row.name, score) for row, score in rows if not _TOTAL.search(row.name)] for rows in groups.values()]
    top = min((one.level for one in scored_headings(context) if one.heading is not None), default=0)
    headings = [(one.name, one.score) for one in scored_headings(context) if one.heading and one.level == top]
    sources = [*islice(tables, _MOST_SOURCES), [(leaf.name, leaf.score) for leaf in leaves_of(context)]]
    for wholes in [*islice(tables, _MOST_SOURCES), headings]:
        for leaves in sources:
            if leaves is not wholes and len(leaves) > len(wholes) >= 2:
                sums = list(_runs([one for one in wholes if one[1].value], [amount for _, amount in leaves]))
                if len(sums) >= 2:
                    yield Family(False, sums)


def stated_totals(context: Context, rubrics: Sequence[Rubric]) -> Iterator[Family]:
    """The total that the text states is the sum of a table's scores, where the table's points make 100.

    Only where it holds, for a table may be the department's own and the total the verifier's; unless one table with one
    column of scores is all that the document has, it prints no total of its own, and nobody verified it.
    """
    concluded = list(conclusions(context))
    spoken_of_itself = all(one.own for one in concluded)
    totals = [one.total for one in concluded][:_MOST_SOURCES]
    alone = len(rubrics) == 1 and len({one.value for one in totals}) == 1
    alone = alone and not _OTHERS.search(context.document.text)
    for rubric in islice(rubrics, _MOST_SOURCES) if totals else ():
        rows = [row for row in rubric.rows if not row.is_total and not _TOTAL.search(row.name)]
        points = sum((row.points.value for row in rows if row.points is not None), Fraction(0))
        if rubric.ragged or points != _HUNDRED:
            continue
        for column in range(len(rubric.score_heads)):
            parts = tuple(score for row in rows if (score := row.scores[column]) is not None)
            sums = [Sum(total, parts, "评价总得分", exact=True) for total in totals]
            own = len(rubric.score_heads) == 1 and len(rows) == len(rubric.rows)
            own = own and (spoken_of_itself or not rubric.is_own(column))
            if alone and own and len(parts) == len(rows) and not any(one.holds for one in sums):
                yield Family(True, sums[:1])
            yield Family(False, [one for one in sums if one.holds])


def _runs(wholes: Sequence[Named], leaves: Sequence[Amount]) -> Iterator[Sum]:
    """One sum for each whole; nothing where a run misses its whole or leaves are left over."""
    if sum((whole.value for _, whole in wholes), Fraction(0)) != sum((leaf.value for leaf in leaves), Fraction(0)):
        return
    at, found = 0, []
    for name, whole in wholes:
        begin, run = at, Fraction(0)
        while at < len(leaves) and run < whole.value:
            run += leaves[at].value
            at += 1
        if run != whole.value:
            return
        found.append(Sum(whole, tuple(leaves[begin:at]), f"“{name}”得分（评分表各项）", exact=True))
    if any(len(one.parts) > 1 for one in found):
        yield from found
