"""The analysis of an indicator against its row in the table of scores: “分值2分，评价得分2分” and 3.00 there.

A leaf's row is the one that holds the very name in a cell of its own, or the one that `pairing` finds for it; its last
figure is the score that counts. Where the points agree as well, both speak of one indicator, and another score is an
error of one of them; where the scores agree, so are other points. A branch's row is one with no other name in it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import takewhile, zip_longest
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.narrative import Scored, scored_headings
from hengji.checks.relations.scores.reading.pairing import bare_name, spoken_of
from hengji.checks.relations.scores.reading.rubrics import POINTS, SCORE, Rubric, RubricRow, rubrics_of
from hengji.checks.relations.tables.amounts import Amount, read_amount, tight
from hengji.facts.document import Cell
from hengji.facts.relation import Relation, Verdict

__all__ = ["headings_and_rows"]

_SHORTEST: Final = 3
_FEWEST: Final = 2
"""Figures of a row that has points and a score."""
_OTHERS: Final = re.compile("核查|复核|复评|评价组|核减|核定|审定")
_MOVED: Final = re.compile(
    "分值[^。；，]{0,8}(?:调|增|减|分摊|平均)|(?:调整|调|并入|分摊|平均)[到至入]|不适用|不涉及|折算|原分值"
)
_SECTION: Final = 600
"""Characters behind points and score that may say that the points were moved."""


Row = Sequence[Cell]
Key = tuple[int, int]


def headings_and_rows(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``: the row's score, and its points, are those stated."""
    scored = [one for one in scored_headings(context) if one.heading is not None]
    known: set[tuple[int, int]] = set()
    for relation in [*_named(context), *_paired(context, scored), *_branches(context, scored)]:
        place = (relation.figures[-1].start, relation.figures[0].start)
        if place not in known:
            known.add(place)
            yield relation
    of_branches = list(_branch_points(context, scored))
    yield from of_branches
    places = {relation.figures[-1].start for relation in of_branches}
    yield from (relation for relation in _points(context, scored) if relation.figures[-1].start not in places)


# -------------------------------------------------------------------------------------------------------------- scores
def _named(context: Context) -> Iterator[Relation]:
    headings = [one for one in _leaves(list(scored_headings(context))) if len(one.name) >= _SHORTEST]
    if not headings:
        return
    named = _rows(context, {one.name for one in headings})
    twice = {name for name in named if sum(one.name == name for one in headings) > 1}
    for one in headings:
        rows = named.get(one.name, [])
        if len(rows) != 1 or one.name in twice:
            continue
        amounts = rows[0]
        if len(amounts) < _FEWEST or amounts[0].value != one.points.value:
            continue
        yield _of_scores(one, amounts[1:])


def _of_scores(one: Scored, scores: Sequence[Amount]) -> Relation:
    held = next((amount for amount in reversed(scores) if amount.value == one.score.value), None)
    verdict: Verdict = "error" if held is None else "ok" if held is scores[-1] else "suspicious"
    return _relation(one.name, one.score, scores[-1], verdict)


def _leaves(headings: Sequence[Scored]) -> Iterator[Scored]:
    """Headings with none of a deeper level right below them: the cell of a group stands in its first leaf's row."""
    for one, following in zip_longest(headings, headings[1:]):
        if one is not None and (following is None or following.level <= one.level):
            yield one


def _rows(context: Context, names: set[str]) -> dict[str, list[list[Amount]]]:
    """The figures behind each name, for every row that holds it as a cell of its own; a branch with points of its own
    stands in the row of its first leaf, and the score there is the leaf's."""
    found: dict[str, list[list[Amount]]] = defaultdict(list)
    branches = _branch_columns(context)
    others = {rubric.part.grid.table.start for rubric in rubrics_of(context) if _is_others(context, rubric)}
    for table in context.document.tables if names else ():
        if table.start in others:
            continue
        rows: dict[int, list[Cell]] = defaultdict(list)
        for cell in table.cells:
            rows[cell.row].append(cell)
        for row in rows.values():
            ordered = sorted(row, key=lambda cell: cell.column)
            for place, cell in enumerate(ordered):
                if (name := tight(cell.text)) in names and cell.column >= branches.get(table.start, 0):
                    amounts = [read_amount(context, other) for other in ordered[place + 1 :]]
                    found[name].append([amount for amount in amounts if amount is not None and not amount.is_rate])
    return found


def _branch_columns(context: Context) -> dict[int, int]:
    """By table, the column of the branches' points, where the leaves have points in a column of their own."""
    columns = {
        rubric.part.grid.table.start: [
            column for column in rubric.part.columns_named(POINTS) if not SCORE.search(rubric.part.heads[column])
        ]
        for rubric in rubrics_of(context)
    }
    return {start: found[-2] for start, found in columns.items() if len(found) > 1}


def _paired(context: Context, scored: Sequence[Scored]) -> Iterator[Relation]:
    """Rows without a name of their own that stand where their headings do."""
    others = _others(scored)
    for rubric, row, one in _pairs(context):
        scores = [score for score in row.scores if score is not None]
        if (
            row.points is not None
            and row.points.value in _may_be(rubric, row, one, others)
            and not _is_others(context, rubric)
        ):
            yield _of_scores(one, scores)


def _pairs(context: Context) -> list[tuple[Rubric, RubricRow, Scored]]:
    spoken = spoken_of(context)
    return [
        (rubric, row, spoken[score.key])
        for rubric in rubrics_of(context)
        if rubric.verified not in rubric.rescaled
        for row in rubric.rows
        if (score := row.scores[rubric.verified]) is not None and score.key in spoken
    ]


def _is_others(context: Context, rubric: Rubric) -> bool:
    """Whether the table is the department's own, and the text perhaps a verifier's."""
    own = all(map(rubric.is_own, range(len(rubric.score_heads))))
    return own and _OTHERS.search(context.document.text) is not None


def _branches(context: Context, scored: Sequence[Scored]) -> Iterator[Relation]:
    """Rows of one name and its figures, as a table of totals has them, against the headings of branches."""
    leaves = {one.score.key for one in _leaves(scored)}
    alone = _alone(scored)
    rows: dict[str, list[tuple[Rubric, RubricRow]]] = defaultdict(list)
    for rubric in rubrics_of(context):
        for row in rubric.rows if not rubric.ragged else ():
            if len(row.path) == 1 and bare_name(row.name) in alone and not row.is_total:
                rows[bare_name(row.name)].append((rubric, row))
    for name, found in rows.items():
        one, (rubric, row) = alone[name], found[0]
        points, scores = row.points, [score for score in row.scores if score is not None]
        if len(found) > 1 or one.score.key in leaves or points is None or _words_of(rubric, row) > 1:
            continue
        if points.value == one.points.value and scores and not _is_others(context, rubric):
            yield _of_scores(one, scores)


def _words_of(rubric: Rubric, row: RubricRow) -> int:
    """How many cells of a row hold words."""
    grid = rubric.part.grid
    words = {
        id(grid.cell(row.row, at)) for at in range(grid.width) if re.search("[\u4e00-\u9fff]", grid.text(row.row, at))
    }
    return len(words)


def _alone(scored: Sequence[Scored]) -> dict[str, Scored]:
    """Headings by name, those of one name left out."""
    found: dict[str, list[Scored]] = defaultdict(list)
    for one in scored:
        found[bare_name(one.name)].append(one)
    return {name: same[0] for name, same in found.items() if len(same) == 1 and len(name) >= _SHORTEST}


# -------------------------------------------------------------------------------------------------------------- points
def _points(context: Context, scored: Sequence[Scored]) -> Iterator[Relation]:
    """Points of rows against those of their headings, where the scores agree and hardly any other points differ. The
    points of a branch may stand in the row of its first leaf; points that were moved differ in two places."""
    others = _others(scored)
    told = [
        (points, one, row, _may_be(rubric, row, one, others))
        for rubric, row, one in _pairs(context)
        if (points := _bare_points(rubric, row, one))
    ]
    differ = [(points, one, row) for points, one, row, own in told if points.value not in own]
    agree = len(told) - len(differ)
    if len(differ) != 1 or agree < _SHORTEST:
        return
    points, one, row = differ[0]
    score = next(score for score in reversed(row.scores) if score is not None)
    section = one.heading.end if one.heading is not None else one.end
    reasons = context.document.text[one.span[1] : min(section, one.span[1] + _SECTION)]
    reasons += row.remark.text if row.remark is not None else ""
    if score.value == one.score.value and not _MOVED.search(reasons):
        yield _of_points(one, points)


def _bare_points(rubric: Rubric, row: RubricRow, one: Scored) -> Amount | None:
    """The points of a row, or what stands where they should, unless the row prints those of its heading elsewhere."""
    if row.points is None or row.points.is_rate or (row.points.unit is not None and "分" not in row.points.text):
        return None
    grid, scores = rubric.part.grid, {score.key for score in row.scores if score is not None}
    amounts = [amount for at in range(grid.width) if (amount := grid.amount(row.row, at)) and amount.key not in scores]
    same = [amount for amount in amounts if amount.value == one.points.value]
    return same[0] if same else row.points


def _may_be(rubric: Rubric, row: RubricRow, one: Scored, others: Mapping[Key, set[Fraction]]) -> set[Fraction]:
    """What the points of a row may be: its own, or a branch's where they do not stand right behind its own name."""
    grid, points = rubric.part.grid, row.points
    before = [text for at in range(points.cell.column if points else 0) if (text := grid.text(row.row, at))]
    named = bool(before) and bare_name(before[-1]) == bare_name(one.name)
    return {one.points.value} | (set() if named else others.get(one.score.key, set()))


def _others(scored: Sequence[Scored]) -> Mapping[Key, set[Fraction]]:
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


def _branch_points(context: Context, scored: Sequence[Scored]) -> Iterator[Relation]:
    """The figure right behind a branch's name in a table of scores, where it is none of the points above or below."""
    leaves = {one.score.key for one in _leaves(scored)}
    others = _others(scored)
    branches = {name: one for name, one in _alone(scored).items() if one.score.key not in leaves}
    found = list(_behind(context, branches)) if branches else []
    times = Counter(name for name, _ in found)
    wrong = [
        (branches[name], points)
        for name, points in found
        if points.value != branches[name].points.value and points.value not in others[branches[name].score.key]
    ]
    if len(wrong) != 1 or times[bare_name(wrong[0][0].name)] > 1:
        return
    agree, one = len(found) - 1, wrong[0][0]
    if agree >= _SHORTEST or (agree and _adds_up(scored, one)):
        yield _of_points(*wrong[0])


def _adds_up(scored: Sequence[Scored], one: Scored) -> bool:
    """Whether the leaves under a heading make its points."""
    below = takewhile(lambda other: other.level > one.level, scored[scored.index(one) + 1 :])
    return sum((leaf.points.value for leaf in _leaves(list(below))), Fraction(0)) == one.points.value


def _behind(context: Context, branches: Mapping[str, Scored]) -> Iterator[tuple[str, Amount]]:
    for rubric in rubrics_of(context):
        grid = rubric.part.grid
        for row in rubric.part.body:
            for column in range(grid.width - 1):
                name = bare_name(grid.text(row, column))
                amount = grid.amount(row, column + 1) if name in branches and _begins(rubric, row, column) else None
                if amount is not None and not amount.is_rate:
                    yield name, amount


def _begins(rubric: Rubric, row: int, column: int) -> bool:
    cell = rubric.part.grid.cell(row, column)
    return cell is not None and cell.row == row and cell.column + cell.column_span == column + 1


# ----------------------------------------------------------------------------------------------------------- relations
def _of_points(one: Scored, points: Amount) -> Relation:
    message = f"“{one.name}”在分析中分值 {one.points.text} 分，在得分表中为 {points.text}。请核对后统一。"
    return Relation(
        "repeat", "error", (one.points.figure("told"), points.figure("stated")), f"{one.name}：分析与得分表的分值相等",
        one.points.text, points.text, message, severity="high",
    )  # fmt: skip


def _relation(name: str, told: Amount, row: Amount, verdict: Verdict) -> Relation:
    message = f"“{name}”的得分与得分表一致。"
    if verdict != "ok":
        message = f"“{name}”在分析中得 {told.text} 分，在得分表中为 {row.text}。请核对后统一。"
    return Relation(
        "repeat",
        verdict,
        (told.figure("told"), row.figure("stated")),
        f"{name}：分析与得分表的得分相等",
        told.text,
        row.text,
        message,
        severity="high" if verdict == "error" else "medium",
    )
