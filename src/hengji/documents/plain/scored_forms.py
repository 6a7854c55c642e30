"""Forms and tables of scores whose cells stand one a line, where merged and blank cells left no line behind.

The heading says what every column holds, and points and scores are bare figures: so most rows can be told from each
other though they are of unequal length. Of all readings that account for every line the cheapest is taken; where
none does, the lines stay lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from hengji.documents.plain.flat_tables import Rows
from hengji.documents.plain.line_cells import cell_in_line, cell_of_lines
from hengji.documents.plain.lines import Line
from hengji.documents.plain.scored_heads import (
    Kind,
    class_label,
    columns_of,
    is_figure_or_none,
    level_of,
    subtotal_label,
    total_label,
)

__all__ = ["scored_forms"]

_STOPS: Final = re.compile(r"[\t|]")
_DIGIT: Final = re.compile(r"\d")
_SIGN: Final = re.compile(r"[≥≤><=＝]|\d")
_LONGEST: Final = 80
_MAX_GAP: Final = 4
_FEWEST: Final = 3
_ROWS: Final = 2
_FIGURES_OF_FUNDS: Final = 4
"""A heading with more figures than this needs one row only: nothing else is so long."""
_MOST: Final = 1500
"""Cells of one form: beyond, nothing is read, for time's sake."""
_DEAR: Final = 3
"""A reading that costs more than this for each row is a guess."""


class _Step(NamedTuple):
    """How a state was reached: its cost, the state before, and the column each line since then stands in."""

    cost: float
    before: tuple[int, int] | None
    placed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Heading:
    kinds: tuple[Kind, ...]
    pieces: tuple[int, ...]
    texts: frozenset[str]

    @property
    def names(self) -> list[int]:
        return [column for column, kind in enumerate(self.kinds) if kind is Kind.NAME]

    @property
    def figures(self) -> list[int]:
        return [column for column, kind in enumerate(self.kinds) if kind is Kind.FIGURE]


def scored_forms(lines: Sequence[Line], text: str) -> Iterator[tuple[list[Line], Rows]]:
    """The tables among *lines*: the lines that each takes, and its cells by row."""
    for run in _runs(lines):
        texts = [line.text.strip() for line in run]
        start = 0
        while start < len(run):
            read = next(_readings(texts, start), None)
            if read is None:
                start = max(start + sum(columns_of(texts, start)[1]), start + 1)
                continue
            heading, end, rows = read
            yield run[start:end], _cells(run, start, heading, rows, text)
            start = end


def _readings(texts: Sequence[str], start: int) -> Iterator[tuple[_Heading, int, list[list[tuple[int, int]]]]]:
    """The heading at *start* with its rows: of all names of columns there, or of all but the last, for 预算执行率 below
    得分 may be the first indicator."""
    kinds, pieces = columns_of(texts, start)
    for width in (len(kinds), len(kinds) - 1):
        first = start + sum(pieces[:width])
        heading = _Heading(tuple(kinds[:width]), tuple(pieces[:width]), frozenset(texts[start:first]))
        found = _body(texts, first, heading) if _is_heading(heading) else None
        if found is not None:
            yield heading, *found


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in lines:
        if line.is_blank:
            continue
        fits = len(line.text.strip()) <= _LONGEST and not _STOPS.search(line.text)
        if run and (not fits or line.number > run[-1].number + _MAX_GAP):
            yield run
            run = []
        if fits:
            run.append(line)
    yield run


def _is_heading(heading: _Heading) -> bool:
    kinds = heading.kinds
    told = kinds.count(Kind.FIGURE) >= _ROWS or (kinds.count(Kind.VALUE) >= _ROWS and Kind.WORDS in kinds)
    return len(kinds) >= _FEWEST and kinds[0] in (Kind.NAME, Kind.NUMBER) and Kind.NAME in kinds[:2] and told


# ------------------------------------------------------------------------------------------------ the cheapest reading
def _body(texts: Sequence[str], first: int, heading: _Heading) -> tuple[int, list[list[tuple[int, int]]]] | None:
    """Where the table ends, and for each of its rows the lines with their columns."""
    width = len(heading.kinds)
    states: dict[tuple[int, int], _Step] = {(first, 0): _Step(0, None, ())}
    ends: list[tuple[int, bool]] = []
    order = (
        *range(max(1, width - 2), width),
        width,
        *range(width),
    )  # blank last cells end a row before the next begins
    for at in range(first, min(len(texts), first + _MOST) + 1):
        for column in order:
            step = states.get((at, column))
            if step is None:
                continue
            if column == width:
                total = total_label(texts[_row_start(states, (at, column))])
                ends.append((at, total))
                if not total:
                    _offer(states, (at, 0), _Step(step.cost, (at, column), ()))
            elif at < len(texts):
                for there, cost, placed in _ways(texts, at, column, heading, is_first=at == first):
                    _offer(states, there, _Step(step.cost + cost, (at, column), placed))
        if not any((later, column) in states for later in range(at + 1, at + width + 2) for column in range(width + 1)):
            break
    return _chosen(texts, states, ends, heading)


def _offer(states: dict[tuple[int, int], _Step], there: tuple[int, int], step: _Step) -> None:
    known = states.get(there)
    if known is None or step.cost < known.cost:
        states[there] = step


def _ways(
    texts: Sequence[str], at: int, column: int, heading: _Heading, *, is_first: bool
) -> Iterator[tuple[tuple[int, int], float, tuple[int, ...]]]:
    """Where one may go from here: the line is this column's, or belongs to the cell before, or the cell is blank."""
    text, width, kinds = texts[at], len(heading.kinds), heading.kinds
    if column == 0 and total_label(text):
        yield from _total(texts, at, heading)
        return
    if column == 0 and subtotal_label(text):
        yield from _total(texts, at, heading)
    if column == 0 and class_label(text):
        yield from _class(texts, at, heading)
    price = _price(text, column, heading)
    if price is not None:
        yield (at + 1, column + 1), price, (column,)
    figured = bool(heading.figures)
    if column == 0 and not is_first and figured:
        yield from (((at, name), 0.5, ()) for name in heading.names if name > 0 and not is_figure_or_none(text))
    elif kinds[column] is Kind.NAME and column < heading.names[-1] and figured:
        yield (at, column + 1), 3, ()
    elif kinds[column] is Kind.WORDS and column >= width - 2 and figured:
        yield (at, column + 1), 1, ()
    if column > 0 and kinds[column - 1] in (Kind.WORDS, Kind.NAME, Kind.VALUE) and _goes_on(text, heading):
        before = texts[at - 1]
        yield (at + 1, column), 2 if len(before) > 7 else 5, (column - 1,)


def _goes_on(text: str, heading: _Heading) -> bool:
    """Whether *text* can be the rest of the cell before it: the name of a column is none."""
    label = total_label(text) or subtotal_label(text) or class_label(text)
    return not is_figure_or_none(text) and text not in heading.texts and not label


def _total(
    texts: Sequence[str], at: int, heading: _Heading
) -> Iterator[tuple[tuple[int, int], float, tuple[int, ...]]]:
    """The row of totals: a label, and figures for all columns of figures, for the first and last, or for the last; or
    something, a dash too, for every column behind the label's."""
    end, columns, width = at + 1, heading.figures, len(heading.kinds)
    while end < len(texts) and is_figure_or_none(texts[end]) and end - at < width:
        end += 1
    count = end - at - 1
    places = {
        width - 1: list(range(1, width)),
        1: columns[-1:],
        2: [columns[0], columns[-1]] if columns else [],
        len(columns): columns,
    }.get(count)
    if count and places is not None:
        yield (end, len(heading.kinds)), 0, (0, *places)


def _class(
    texts: Sequence[str], at: int, heading: _Heading
) -> Iterator[tuple[tuple[int, int], float, tuple[int, ...]]]:
    """The row that heads a class, in a table with one column of names: its points alone, or its points and score."""
    columns, follows = heading.figures, texts[at + 1 : at + 4]
    count = next((place for place, text in enumerate(follows) if not is_figure_or_none(text)), len(follows))
    if len(heading.names) == 1 and columns and count and (count == 1 or count == len(columns)):
        yield (at + 1 + count, len(heading.kinds)), 0, (heading.names[0], *columns[:count])


def _price(text: str, column: int, heading: _Heading) -> float | None:
    """What it costs to put *text* into a column; None where it cannot stand there."""
    kind, figure = heading.kinds[column], is_figure_or_none(text)
    if kind is Kind.NUMBER:
        return 0 if text.isdigit() else None
    if kind is Kind.FIGURE:
        return 0 if figure else None
    if kind is Kind.VALUE:
        return 0 if _SIGN.search(text) else 1
    if kind is Kind.WORDS:
        return 4 if level_of(text) is not None or class_label(text) else 1 if figure and _DIGIT.search(text) else 0
    return (
        None
        if figure or text in heading.texts
        else _price_of_name(text, heading.names.index(column), len(heading.names))
    )


def _price_of_name(text: str, place: int, count: int) -> float:
    """A name of a known level in the column of another is dear; an unknown one is the cheaper the lower it stands."""
    level = level_of(text)
    if level is None or count == 1:
        return 0 if place == count - 1 else 1
    return 0 if level == place or (level == -1 and place < count - 1) else 2


def _row_start(states: dict[tuple[int, int], _Step], state: tuple[int, int]) -> int:
    """The first line of the row that ends in *state*."""
    while (before := states[state].before) is not None and state[1] != 0:
        state = before
    return state[0]


def _chosen(
    texts: Sequence[str], states: dict[tuple[int, int], _Step], ends: list[tuple[int, bool]], heading: _Heading
) -> tuple[int, list[list[tuple[int, int]]]] | None:
    """The reading up to the row of totals, else the longest one, if it is sure enough."""
    if not ends:
        return None
    end, total = next((one for one in reversed(ends) if one[1]), ends[-1])
    rows = _rows(states, (end, len(heading.kinds)))
    cut = end < len(texts) and is_figure_or_none(texts[end]) and not total
    dear = states[end, len(heading.kinds)].cost > _DEAR * len(rows)
    few = len(rows) < (1 if len(heading.figures) > _FIGURES_OF_FUNDS else _ROWS)
    valued = [row for row in rows if any(_DIGIT.search(texts[line]) for line, column in row if column)]
    return None if cut or dear or few or len(valued) * 3 < len(rows) * 2 else (end, rows)


def _rows(states: dict[tuple[int, int], _Step], state: tuple[int, int]) -> list[list[tuple[int, int]]]:
    rows: list[list[tuple[int, int]]] = [[]]
    while (step := states[state]).before is not None:
        before = step.before
        if before[0] == state[0] and state[1] == 0:
            rows.append([])
        rows[-1] += [(before[0] + place, column) for place, column in reversed(list(enumerate(step.placed)))]
        state = before
    return [row[::-1] for row in reversed(rows) if row]


# --------------------------------------------------------------------------------------------------------------- cells
def _cells(
    run: Sequence[Line], start: int, heading: _Heading, rows: Sequence[Sequence[tuple[int, int]]], text: str
) -> Rows:
    found: Rows = [[]]
    at = start
    for column, pieces in enumerate(heading.pieces):
        found[0].append(cell_of_lines(run[at : at + pieces], 0, column, text))
        at += pieces
    for number, row in enumerate(rows, start=1):
        cells = []
        for column in range(len(heading.kinds)):
            own = [run[line] for line, place in row if place == column]
            blank = cell_in_line(run[row[0][0]], number, column, 0, 0)
            cells.append(cell_of_lines(own, number, column, text) if own else blank)
        found.append(cells)
    return found
