"""The heading of a table kept by spaces: names broken over lines, and headings over several columns.

A name's pieces stand above each other within their column. A heading over several columns stands above the names
of all of them, and as well centred on them as can be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hengji.documents.plain.layout_columns import Column, Token, column_of
from hengji.facts.document import Cell

__all__ = ["cells_in_order", "heading_cells", "with_columns_of_heading"]

_SLACK: Final = 2.5
_CODE_LEVELS: Final = ("类", "款", "项", "目", "节")
_ORPHAN: Final = 2
"""So short a piece, centred below another, is the end of its name."""
_SKIPPED: Final = 8.0
_SKIPPED_BY_ONE: Final = 0.5


def heading_cells(heading: Sequence[Sequence[Token]], columns: Sequence[Column]) -> tuple[list[Cell], int]:
    """The heading's cells and its number of rows (0 to 2: groups, names)."""
    if not heading:
        return [], 0
    names: dict[int, list[Token]] = {}
    groups: list[tuple[int, int, Token]] = []
    for number in range(len(heading) - 1, -1, -1):
        tokens = heading[number]
        if number == 0 and len(heading) > 1 and _heads_groups(tokens, names, columns):
            groups += _by_turns(tokens, len(columns), names) or _partition(tokens, _widened(columns, names))
            continue
        for token in tokens:
            span = _group_span(token, names, columns)
            if span is None:
                names.setdefault(column_of(token, columns), []).insert(0, token)
            else:
                groups.append((*span, token))
    return _laid_out(_nested(groups), names)


def cells_in_order(names: Sequence[Token | None]) -> list[Cell]:
    """One name for each column, wherever it stands; None for a column without."""
    return [_cell([token], 0, column, 1, 1) for column, token in enumerate(names) if token is not None]


def _laid_out(groups: Sequence[_Group], names: dict[int, list[Token]]) -> tuple[list[Cell], int]:
    """Groups in one row or two, the inner below the outer, and names below them."""
    name_row = max((group.row + 1 for group in groups), default=0)
    cells = [_cell(group.pieces, group.row, group.first, 1, group.last - group.first + 1) for group in groups]
    for column, pieces in names.items():
        above = max((group.row + 1 for group in groups if group.first <= column <= group.last), default=0)
        cells.append(_cell(pieces, above, column, name_row + 1 - above, 1))
    return sorted(cells, key=lambda cell: (cell.row, cell.column)), name_row + 1


def _heads_groups(tokens: Sequence[Token], names: dict[int, list[Token]], columns: Sequence[Column]) -> bool:
    """The first line heads groups when names stand below for nearly every column and it has far fewer pieces."""
    if all(_stands_on(token, names.get(column_of(token, columns), [])) for token in tokens):
        return False
    return len(tokens) * 2 <= len(columns) and len(names) * 4 >= len(columns) * 3


def _stands_on(token: Token, below: Sequence[Token]) -> bool:
    """Whether a piece is as wide as the name below it and right above: it is that name's upper half."""
    return any(abs(token.left - piece.left) <= 1 and abs(token.right - piece.right) <= 1 for piece in below)


def _by_turns(tokens: Sequence[Token], count: int, names: dict[int, list[Token]]) -> list[tuple[int, int, Token]]:
    """预算数 决算数 预算数 决算数 below 2022年 2021年: each heads as many of them, wherever its blanks put it."""
    said = ["".join(piece.text for piece in names.get(column, [])) for column in range(count)]
    for width in range(2, count // len(tokens) + 1) if len(tokens) > 1 else ():
        first = count - width * len(tokens)
        turn = said[first : first + width]
        if all(turn) and len(set(turn)) == width and said[first:] == turn * len(tokens):
            starts = range(first, count, width)
            return [(start, start + width - 1, token) for start, token in zip(starts, tokens, strict=True)]
    return []


def _partition(tokens: Sequence[Token], columns: Sequence[Column]) -> list[tuple[int, int, Token]]:
    """Consecutive ranges of columns, one per piece, that are centred on the pieces as well as can be."""
    count = len(columns)
    best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {(0, 0): (0.0, ())}
    for column in range(count + 1):
        for used in range(len(tokens) + 1):
            state = best.get((column, used))
            if state is None or column == count:
                continue
            cost, spans = state
            _offer(best, (column + 1, used), cost + (_SKIPPED if len(tokens) > 1 else _SKIPPED_BY_ONE), spans)
            if used < len(tokens):
                for last in range(column, count):
                    misfit = _misfit(tokens[used], columns, column, last) + (4.0 if last == column else 0.0)
                    _offer(best, (last + 1, used + 1), cost + misfit, (*spans, (column, last)))
    final = best.get((count, len(tokens)))
    spans = final[1] if final else ()
    return [(first, last, token) for (first, last), token in zip(spans, tokens, strict=False)]


def _offer(
    best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]],
    key: tuple[int, int],
    cost: float,
    spans: tuple[tuple[int, int], ...],
) -> None:
    if key not in best or cost < best[key][0]:
        best[key] = (cost, spans)


def _widened(columns: Sequence[Column], names: dict[int, list[Token]]) -> list[Column]:
    """The columns with their names, which may be wider than what stands below them."""
    return [
        Column(
            min([column.left, *(piece.left for piece in names.get(index, []))]),
            max([column.right, *(piece.right for piece in names.get(index, []))]),
        )
        for index, column in enumerate(columns)
    ]


def _misfit(token: Token, columns: Sequence[Column], first: int, last: int) -> float:
    """How far the piece is from the centre of the columns; between columns the border is half-way."""
    left: float = columns[first].left
    right: float = columns[last].right
    if first > 0:
        left = (columns[first - 1].right + left) / 2
    if last + 1 < len(columns):
        right = (right + columns[last + 1].left) / 2
    return abs((left + right) / 2 - _middle(token))


def _group_span(token: Token, names: dict[int, list[Token]], columns: Sequence[Column]) -> tuple[int, int] | None:
    """The columns that a piece heads together, or None for a name of one column."""
    own = column_of(token, columns)
    column = columns[own]
    below = names.get(own, [])
    if _is_code_level(below):
        return _run_of_code_levels(own, names)
    if any(len(piece.text) <= _ORPHAN and abs(_middle(piece) - _middle(token)) <= 1 for piece in below):
        return None
    left = min([column.left, *(piece.left for piece in below)])
    right = max([column.right, *(piece.right for piece in below)])
    if not below or (left - 1 <= token.left and token.right <= right + 1):
        return None
    lower = {column for column, pieces in names.items() if any(piece.line != token.line for piece in pieces)}
    spans = [
        (first, last)
        for first in range(len(columns))
        for last in range(first + 1, len(columns))
        if first <= own <= last and lower.issuperset(range(first, last + 1))
    ]
    wide = _widened(columns, names)
    misfits = {span: _misfit(token, wide, *span) for span in spans}
    least = min(misfits.values(), default=_SLACK + 1)
    if least > _SLACK:
        return None
    return min(spans, key=lambda span: (misfits[span], span[1] - span[0]))


def _is_code_level(pieces: Sequence[Token]) -> bool:
    return len(pieces) == 1 and pieces[0].text in _CODE_LEVELS


def _run_of_code_levels(column: int, names: dict[int, list[Token]]) -> tuple[int, int] | None:
    """The columns 类 款 项 around *column*: what stands above any of them heads them all."""
    first = last = column
    while _is_code_level(names.get(first - 1, [])):
        first -= 1
    while _is_code_level(names.get(last + 1, [])):
        last += 1
    return (first, last) if last > first else None


def _middle(token: Token) -> float:
    return (token.left + token.right) / 2


@dataclass(slots=True)
class _Group:
    """A heading over the columns from *first* to *last*, in the row 0 or, within another, 1."""

    first: int
    last: int
    pieces: list[Token]
    row: int = 0

    def holds(self, other: _Group) -> bool:
        return self.first <= other.first and other.last <= self.last

    def is_apart_from(self, other: _Group) -> bool:
        return self.last < other.first or self.first > other.last


def _nested(found: Sequence[tuple[int, int, Token]]) -> list[_Group]:
    """Groups that lie apart or one within another, with all their pieces; a cross-cutting one is dropped.

    Of more than two one within another the narrower stay: they say more.
    """
    groups: list[_Group] = []
    for first, last, token in sorted(found, key=lambda each: (each[1] - each[0], each[2].line.number)):
        group = _Group(first, last, [token])
        same = next((each for each in groups if (each.first, each.last) == (first, last)), None)
        if same is not None:
            same.pieces.append(token)
        elif all(group.is_apart_from(each) or group.holds(each) for each in groups):
            inner = [each for each in groups if group.holds(each)]
            if all(each.row == 0 for each in inner):
                for each in inner:
                    each.row = 1
                groups.append(group)
    return groups


def _cell(pieces: Sequence[Token], row: int, column: int, row_span: int, column_span: int) -> Cell:
    first = pieces[0]
    start = first.line.start + first.start
    text = "".join(piece.text for piece in pieces)
    return Cell(row, column, start, start + len(first.text), text, row_span, column_span, page=first.line.page)


def with_columns_of_heading(columns: list[Column], heading: list[list[Token]]) -> list[Column]:
    """Columns that no row fills are known from the heading alone.

    A piece between two columns is a column of its own when both have names beside it; it names the one that has
    none, and heads both when both are named below it.
    """
    result = list(columns)
    widest = max((len(tokens) for tokens in heading), default=0)
    lower = [tokens for number, tokens in enumerate(heading) if number or len(tokens) * 2 > widest]
    headed = {column for column in columns for tokens in lower for token in tokens if _overlap(token, column)}
    named: set[Column] = set()
    for tokens in reversed(heading):
        beside = {column for column in result for token in tokens if _overlap(token, column)}
        for token in (token for token in tokens if not any(_overlap(token, column) for column in result)):
            left = max((column for column in result if column.right <= token.left), key=_right, default=None)
            right = min((column for column in result if column.left >= token.right), key=_left, default=None)
            neighbours = [column for column in (left, right) if column is not None]
            unnamed = [column for column in neighbours if column not in headed | named | beside]
            if unnamed:
                named.add(min(unnamed, key=lambda column: abs(column.centre - (token.left + token.right) / 2)))
            elif len(token.text) > 1 and not (len(neighbours) == 2 and named.issuperset(neighbours)):
                result.append(Column(token.left, token.right))
                headed.add(result[-1])
                beside.add(result[-1])
        named |= beside
    return sorted(result, key=_left)


def _overlap(token: Token, column: Column) -> bool:
    return token.left < column.right and token.right > column.left


def _left(column: Column) -> int:
    return column.left


def _right(column: Column) -> int:
    return column.right
