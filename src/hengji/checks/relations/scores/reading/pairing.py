"""Which heading of the analysis speaks of which row of the rubric: row by row where the scores agree, else by name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.narrative import Scored, scored_headings
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow, rubrics_of
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part

__all__ = ["ADDED", "Spoken", "is_added", "leaf_rows", "leaves_of", "spoken_of"]

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
            yield from _by_name(rows, leaves)


def _by_name(rows: Sequence[Leaf], leaves: Sequence[Scored]) -> Iterator[tuple[Key, Scored]]:
    names = Counter(_bare(row.name) for row, _ in rows)
    titles = Counter(_bare(leaf.name) for leaf in leaves)
    by_title = {_bare(leaf.name): leaf for leaf in leaves}
    for row, score in rows:
        name = _bare(row.name)
        if name and names[name] == 1 == titles[name]:
            yield score.key, by_title[name]


def _bare(name: str) -> str:
    return _NUMBER.sub("", name).strip("。.、:： ")
