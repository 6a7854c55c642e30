"""Which heading of the analysis speaks of which row of the rubric: row by row where the scores agree, else by name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.narrative import Scored, scored_headings
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow, rubrics_of
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part

__all__ = ["ADDED", "Spoken", "bare_name", "is_added", "leaf_rows", "leaves_of", "spoken_of"]

ADDED: Final = re.compile("加分|减分|扣分项|附加")
"""What rows outside the 100 points are called."""

_NUMBER: Final = re.compile(r"^(?:[一二三四五六七八九十\d]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）])")
_FEWEST: Final = 3
_SHORT: Final = 10

Key = tuple[int, int]
Spoken = Mapping[Key, Scored]
"""The heading that speaks of a row, by the `Amount.key` of the row's score."""

Leaf = tuple[RubricRow, Amount]


def is_added(part: Part, row: int) -> bool:
    """Whether a short text of the row says that its points are outside the 100."""
    texts = (part.grid.text(row, column) for column in range(part.grid.width))
    return any(len(text) <= _SHORT and ADDED.search(text) is not None for text in texts)


def spoken_of(context: Context) -> Spoken:
    """The analysis of every row that has one. An indicator that two headings could mean is left out."""
    return context.once(spoken_of, lambda: dict(_paired(context)))


def leaves_of(context: Context) -> list[Scored]:
    """The scored headings without scored headings below them, in order."""
    scored = [one for one in scored_headings(context) if one.heading is not None]
    nexts = [one.level for one in scored[1:]] + [0]
    return [one for one, following in zip(scored, nexts, strict=False) if following <= one.level]


def leaf_rows(rubrics: Sequence[Rubric]) -> dict[tuple[str, ...], list[Leaf]]:
    """The scored rows of rubrics with the same heads, as if no page had cut them, and the scores that count."""
    groups: dict[tuple[str, ...], list[Leaf]] = {}
    for rubric in rubrics:
        found = groups.setdefault(rubric.score_heads, [])
        for row in rubric.rows:
            score = row.scores[rubric.verified]
            if score is not None and not row.is_total and not ADDED.search("".join(row.path)):
                found.append((row, score))
    return groups


def _paired(context: Context) -> Iterator[tuple[Key, Scored]]:
    leaves = leaves_of(context)
    for rows in leaf_rows(rubrics_of(context)).values():
        pairs = list(zip(rows, leaves, strict=False))
        agreed = sum(leaf.score.value == score.value for (_, score), leaf in pairs)
        if len(rows) == len(leaves) >= _FEWEST and agreed * 4 >= len(rows) * 3:
            yield from ((score.key, leaf) for (_, score), leaf in pairs)
        else:
            named = dict(_by_name(rows, leaves))
            yield from ((rows[at][1].key, leaves[to]) for at, to in named.items())
            yield from _between(rows, leaves, named)


def _by_name(rows: Sequence[Leaf], leaves: Sequence[Scored]) -> Iterator[tuple[int, int]]:
    """Places of rows and of their headings that alone have one name."""
    names = Counter(bare_name(row.name) for row, _ in rows)
    titles = Counter(bare_name(leaf.name) for leaf in leaves)
    by_title = {bare_name(leaf.name): place for place, leaf in enumerate(leaves)}
    for place, (row, _) in enumerate(rows):
        name = bare_name(row.name)
        if name and names[name] == 1 == titles[name]:
            yield place, by_title[name]


def _between(rows: Sequence[Leaf], leaves: Sequence[Scored], named: Mapping[int, int]) -> Iterator[tuple[Key, Scored]]:
    """Rows that lost their names, as many as headings between two that are named alike: one by one, where points or
    score agree."""
    ends = [(-1, -1), *sorted(named.items()), (len(rows), len(leaves))]
    if len(named) < _FEWEST or any(after[1] <= before[1] for before, after in pairwise(ends)):
        return
    for (row, leaf), (next_row, next_leaf) in pairwise(ends):
        gap = zip(rows[row + 1 : next_row], leaves[leaf + 1 : next_leaf], strict=False)
        for (one, score), heading in gap if next_row - row == next_leaf - leaf else ():
            same = one.points is not None and one.points.value == heading.points.value
            if same or score.value == heading.score.value:
                yield score.key, heading


def bare_name(name: str) -> str:
    """A name without the number before it."""
    return _NUMBER.sub("", name).strip("。.、:： ")
