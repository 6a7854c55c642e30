"""Tables kept by spaces alone (``pdftotext -layout``): found among prose, and laid out as rows and columns.

A region is a run of lines that are not prose, with at least two rows that hold an amount beside something else.
What stands above the first such row is the heading. Names that were broken over lines are one cell again: its
text is joined, its offsets are those of the first piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.documents.headings import is_numbered
from hengji.documents.plain.layout_cells import body_cells
from hengji.documents.plain.layout_columns import (
    Column,
    Token,
    as_displayed,
    column_of,
    columns_of,
    crowding,
    is_amount,
    words_apart,
)
from hengji.documents.plain.layout_headings import cells_in_order, heading_cells, with_columns_of_heading
from hengji.documents.plain.layout_regions import regions_of
from hengji.documents.plain.layout_rows import is_name_piece
from hengji.documents.plain.lines import Line
from hengji.documents.plain.three_public_form import three_public_form
from hengji.facts.document import Cell

__all__ = ["LayoutTable", "layout_table", "layout_tables"]

_LIST_ITEM: Final = re.compile(r"[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、]\s*\D|其中")
_OUTLINE: Final = re.compile(r"\d{1,2}(?:[.．]\d{1,2}){0,3}[.．]?")
_HEADING: Final = 2  # pieces of a heading: its number and its words
_MAX_HEADING_LINES: Final = 12
_MAX_COLUMNS: Final = 40
_CLEARER: Final = 2
"""How many times fewer pieces must share a column for the width on the screen to be what the writer went by."""
_SCORED: Final = re.compile("分值|得分")  # columns of a scored form are written by hand, not by a program
_FEWEST_NAMES: Final = 3
_NUMBERED: Final = 6  # columns that a row of numbers counts


@dataclass(frozen=True, slots=True)
class LayoutTable:
    """A table on one page, its cells, how many rows are heading, and the lines it took."""

    lines: tuple[Line, ...]
    cells: tuple[Cell, ...]
    header_rows: int


def layout_tables(lines: Sequence[Line]) -> Iterator[LayoutTable]:
    """The tables of a text, page by page; `table_joining` joins those that go on."""
    for region in regions_of(lines):
        table = layout_table(region)
        if table is not None:
            yield table


def _is_row(tokens: list[Token]) -> bool:
    """A line with an amount or a code beside something else."""
    return len(tokens) > 1 and any(is_amount(token.text) for token in tokens)


def layout_table(region: list[list[Token]]) -> LayoutTable | None:
    """The table that a region's lines, given as pieces, make up; its heading may stand within the region too."""
    form = three_public_form(region)
    if form is not None:
        taken, cells, header_rows = form
        return LayoutTable(tuple(region[at][0].line for at in taken), tuple(cells), header_rows)
    region = _trimmed(region)
    first = next((number for number, tokens in enumerate(region) if _begins_body(tokens)), None)
    if (
        first is None
        or any(len(tokens) > _MAX_COLUMNS for tokens in region)
        or sum(1 for tokens in region[first:] if _is_row(tokens)) < 1
        or _are_headings(region)
    ):
        return None
    heading, body = region[:first], region[first:]
    heading, body = _name_pieces_above(heading, body)
    if sum(1 for tokens in body if _is_row(tokens)) < 2 and not _is_headed_row(heading, body):
        return None
    heading, body, columns = _aligned(heading, body)
    if len(columns) < 2:
        return None
    heading = [words_apart(tokens, columns) for tokens in heading]
    names = _names_in_order(heading, body, columns)
    if names:
        columns, head, header_rows = [column for column, _ in names], cells_in_order([token for _, token in names]), 1
    else:
        columns = with_columns_of_heading(columns, heading)
        if len(columns) > _MAX_COLUMNS:
            return None
        head, header_rows = heading_cells(heading, columns)
    if _is_misplaced(head, body, columns):
        head, header_rows = [], 0
    cells = [*head, *body_cells(body, columns, header_rows)]
    if not cells:
        return None
    return LayoutTable(tuple(tokens[0].line for tokens in region), tuple(cells), header_rows)


def _are_headings(region: list[list[Token]]) -> bool:
    """1  引言, 1.1  部门概述: a number of the outline and words, one below the other."""
    dotted = any("." in tokens[0].text or "．" in tokens[0].text for tokens in region)
    return dotted and all(
        len(tokens) == _HEADING and _OUTLINE.fullmatch(tokens[0].text) and not is_amount(tokens[1].text)
        for tokens in region
    )


def _names_in_order(
    heading: list[list[Token]], body: list[list[Token]], columns: list[Column]
) -> list[tuple[Column, Token | None]]:
    """The columns that rows fill, each with its name, where a heading of one line has a name for each of them (or for
    all but the first, of the rows' own names) and a row fills them all: typed by hand it need not stand above them.
    Empty where that is not so."""
    if len(heading) != 1 or len(heading[0]) < _FEWEST_NAMES:
        return []
    filled = [columns[at] for at in sorted({column_of(token, columns) for tokens in body for token in tokens})]
    whole = any(len(tokens) == len({column_of(token, columns) for token in tokens}) == len(filled) for tokens in body)
    names: list[Token | None] = [*heading[0]]
    if len(names) == len(filled) - 1 and heading[0][0].left >= filled[0].right:
        names.insert(0, None)
    return list(zip(filled, names, strict=True)) if whole and len(names) == len(filled) else []


def _aligned(
    heading: list[list[Token]], body: list[list[Token]]
) -> tuple[list[list[Token]], list[list[Token]], list[Column]]:
    """Heading and body with the columns of the body: by characters, or by their width on the screen where that alone
    keeps the pieces of every row apart."""
    rows = [tokens for tokens in body if len(tokens) > 1]
    columns = columns_of(rows)
    crowded = crowding(rows, columns) if len(columns) > 1 else len(rows)
    widest = max(map(len, rows), default=0)
    scored = any(len(tokens) == widest and _SCORED.search(tokens[0].line.text) for tokens in heading)
    settled = not crowded and (len(columns) <= widest or not scored)
    if settled or any(token.at >= 0 for tokens in rows for token in tokens):
        return heading, body, columns
    shown = as_displayed(rows)
    wide = columns_of(shown)
    clearer = crowding(shown, wide) * _CLEARER <= crowded if crowded else _is_exact(shown, wide, widest)
    if len(wide) > 1 and clearer:
        return as_displayed(heading), as_displayed(body), wide
    return heading, body, columns


def _is_exact(rows: list[list[Token]], columns: list[Column], widest: int) -> bool:
    """Whether there are as many columns as the longest row has pieces, and no row has two pieces in one."""
    return len(columns) == widest and not crowding(rows, columns)


def _is_misplaced(head: Sequence[Cell], body: list[list[Token]], columns: list[Column]) -> bool:
    """Whether a row numbers the columns 1 2 3 … and a third of them have no heading: the names slid to others."""
    for tokens in body[:2]:
        if len(tokens) >= _NUMBERED and [token.text for token in tokens] == [str(n + 1) for n in range(len(tokens))]:
            headed = {column for cell in head for column in range(cell.column, cell.column + cell.column_span)}
            bare = [token for token in tokens if column_of(token, columns) not in headed]
            return len(bare) * 3 >= len(tokens)
    return False


def _trimmed(region: list[list[Token]]) -> list[list[Token]]:
    """Without the title above the heading and single lines below the last row."""
    rows = [number for number, tokens in enumerate(region) if _is_row(tokens)]
    if not rows:
        return []
    top = rows[0]
    while top > 0 and rows[0] - top < _MAX_HEADING_LINES:
        top -= 1
    while top < rows[0] and len(region[top]) == 1 and not _is_group_heading(region, top):
        top += 1
    while top == rows[0] and top > 0 and _is_row_of(region[top - 1], region[rows[0]]):
        top -= 1
        rows.insert(0, top)
    bottom = rows[-1] + 1
    while bottom < len(region) and (
        (is_name_piece(region[bottom]) and bottom <= rows[-1] + 2) or _is_row_of(region[bottom], region[bottom - 1])
    ):
        bottom += 1
    return region[top:bottom]


def _is_row_of(tokens: list[Token], beside: list[Token]) -> bool:
    """A line of one numbered name, in line with a numbered name of the row beside it: a row without amounts."""
    token = tokens[0]
    return (
        len(tokens) == 1
        and is_numbered(token.text)
        and token.left > 2
        and any(abs(other.left - token.left) <= 2 and is_numbered(other.text) for other in beside)
    )


def _is_group_heading(region: list[list[Token]], number: int) -> bool:
    """A line of one piece that heads columns: it stands above others, and is not the table's title."""
    token = region[number][0]
    below = region[number + 1] if number + 1 < len(region) else []
    if re.search(r"表\s*$|^\s*第|部分|[:：]", token.text) or is_numbered(token.text):
        return False
    return token.left > 0 and len(token.text) <= 16 and bool(below) and token.line.number + 4 >= below[0].line.number


def _is_headed_row(heading: list[list[Token]], body: list[list[Token]]) -> bool:
    """One row of amounts alone, below a heading of as many names."""
    amounts = [token for token in body[0] if is_amount(token.text)]
    return len(amounts) == len(body[0]) >= 3 and max((len(tokens) for tokens in heading), default=0) >= 3


def _begins_body(tokens: list[Token]) -> bool:
    return any(is_amount(token.text) for token in tokens) or bool(
        _LIST_ITEM.match(tokens[0].text) and (len(tokens) > 1 or tokens[0].left > 8)
    )


def _name_pieces_above(
    heading: list[list[Token]], body: list[list[Token]]
) -> tuple[list[list[Token]], list[list[Token]]]:
    """A heading's last line may be the first piece of the first row's name, when that row has none."""
    texts = [token for token in body[0] if not is_amount(token.text)]
    if len(heading) > 1 and len(heading[-1]) == 1 and not texts and len(body) > 1 and is_name_piece(body[1]):
        return heading[:-1], [heading[-1], *body]
    return heading, body
