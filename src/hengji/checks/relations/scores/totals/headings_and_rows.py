"""The analysis of an indicator against its row in the table of scores: “分值2分，评价得分2分” and 3.00 there.

The row is the one that holds the very name in a cell of its own; its last figure is the score that counts. Where the
points agree as well, both speak of one indicator, and another score is an error of one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.narrative import Scored, scored_headings
from hengji.checks.relations.tables.amounts import Amount, read_amount, tight
from hengji.facts.document import Cell
from hengji.facts.relation import Relation, Verdict

__all__ = ["headings_and_rows"]

_SHORTEST = 3
_FEWEST = 2
"""Figures of a row that has points and a score."""

Row = Sequence[Cell]


def headings_and_rows(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``: the row's score is the one stated."""
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
        scores = amounts[1:]
        held = next((amount for amount in reversed(scores) if amount.value == one.score.value), None)
        verdict: Verdict = "error" if held is None else "ok" if held is scores[-1] else "suspicious"
        yield _relation(one.name, one.score, scores[-1], verdict)


def _leaves(headings: Sequence[Scored]) -> Iterator[Scored]:
    """Headings with none of a deeper level right below them: the cell of a group stands in its first leaf's row."""
    for one, following in zip_longest(headings, headings[1:]):
        if one is not None and (following is None or following.level <= one.level):
            yield one


def _rows(context: Context, names: set[str]) -> dict[str, list[list[Amount]]]:
    """The figures behind each name, for every row that holds it as a cell of its own."""
    found: dict[str, list[list[Amount]]] = defaultdict(list)
    for table in context.document.tables:
        rows: dict[int, list[Cell]] = defaultdict(list)
        for cell in table.cells:
            rows[cell.row].append(cell)
        for row in rows.values():
            ordered = sorted(row, key=lambda cell: cell.column)
            for place, cell in enumerate(ordered):
                if (name := tight(cell.text)) in names:
                    amounts = [read_amount(context, other) for other in ordered[place + 1 :]]
                    found[name].append([amount for amount in amounts if amount is not None and not amount.is_rate])
    return found


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
