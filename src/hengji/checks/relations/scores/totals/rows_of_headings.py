"""Which row of a table of scores is that of which heading, and what points it may have."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import zip_longest
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.narrative import Scored
from hengji.checks.relations.scores.reading.pairing import bare_name, spoken_of
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow, rubrics_of

__all__ = ["is_others_table", "leaf_headings", "named_once", "paired_rows", "points_around", "possible_points"]

_SHORTEST: Final = 3
_OTHERS: Final = re.compile("核查|复核|复评|评价组|核减|核定|审定")

Key = tuple[int, int]


def leaf_headings(headings: Sequence[Scored]) -> Iterator[Scored]:
    """Headings with none of a deeper level right below them: the cell of a group stands in its first leaf's row."""
    for one, following in zip_longest(headings, headings[1:]):
        if one is not None and (following is None or following.level <= one.level):
            yield one


def paired_rows(context: Context) -> list[tuple[Rubric, RubricRow, Scored]]:
    """Each row whose score that counts is told under a heading, and that heading."""
    spoken = spoken_of(context)
    return [
        (rubric, row, spoken[score.key])
        for rubric in rubrics_of(context)
        if rubric.verified not in rubric.rescaled
        for row in rubric.rows
        if (score := row.scores[rubric.verified]) is not None and score.key in spoken
    ]


def is_others_table(context: Context, rubric: Rubric) -> bool:
    """Whether the table is the department's own, and the text perhaps a verifier's."""
    own = all(map(rubric.is_own, range(len(rubric.score_heads))))
    return own and _OTHERS.search(context.document.text) is not None


def named_once(scored: Sequence[Scored]) -> dict[str, Scored]:
    """Headings by name, those of one name left out."""
    found: dict[str, list[Scored]] = defaultdict(list)
    for one in scored:
        found[bare_name(one.name)].append(one)
    return {name: same[0] for name, same in found.items() if len(same) == 1 and len(name) >= _SHORTEST}


def possible_points(rubric: Rubric, row: RubricRow, one: Scored, others: Mapping[Key, set[Fraction]]) -> set[Fraction]:
    """What the points of a row may be: its own, or a branch's where they do not stand right behind its own name."""
    grid, points = rubric.part.grid, row.points
    before = [text for at in range(points.cell.column if points else 0) if (text := grid.text(row.row, at))]
    named = bool(before) and bare_name(before[-1]) == bare_name(one.name)
    return {one.points.value} | (set() if named else others.get(one.score.key, set()))


def points_around(scored: Sequence[Scored]) -> Mapping[Key, set[Fraction]]:
    """The points of the headings above and below each heading, by the key of its score."""
    found: dict[Key, set[Fraction]] = defaultdict(set)
    path: list[Scored] = []
    for one in scored:
        path = [upper for upper in path if upper.level < one.level]
        for upper in path:
            found[one.score.key].add(upper.points.value)
            found[upper.score.key].add(one.points.value)
        path.append(one)
    return found
