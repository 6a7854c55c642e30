"""Tables of a page that no line is drawn for: columns of figures that gutters part, row below row.

What makes a table is strict, since a wrong one is worse than none: at least three neighbouring rows with a figure
beside something else, gutters that every row leaves free, a column that holds figures, and a heading that names
columns (or, where a table goes on from the page before, several columns of figures). How its heading and its wrapped
names are read is shared with tables that plain text keeps by spaces (`layout_tables`): half a character is one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from hengji.documents.composing import GridCell
from hengji.documents.headers import is_figure, names_a_column
from hengji.documents.headings import is_numbered
from hengji.documents.pages.page_content import Glyph
from hengji.documents.pages.page_lines import Line, line_of, rows_of, without_letter_spacing
from hengji.documents.pages.page_tables import Extent, PageTable
from hengji.documents.plain import lines as plain
from hengji.documents.plain.layout_columns import Token
from hengji.documents.plain.layout_tables import LayoutTable, layout_table
from hengji.documents.table_captions import unit_in

__all__ = ["may_hold_unruled", "unruled_tables"]

_ROWS: Final = 3
_COLUMNS_OF_FIGURES: Final = 2
"""So many must a table have that has no heading."""
_HEADING_LINES: Final = 6
_PIECE_GAP: Final = 1.0  # characters
_ROW_GAP: Final = 2.5  # characters between a row and the next
_MAX_TEXT: Final = 40
_PROSE: Final = re.compile(r"[。；！？]|[.．…·]{3,}|^\s*目\s*[录次]\s*$")
_NOTHING: Final = re.compile(r"[-—－–]+")
_LEFT_OUT: Final = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class _Row:
    """Glyphs of one height, and the pieces that wide gaps part them into."""

    glyphs: tuple[Glyph, ...]
    pieces: tuple[Line, ...]

    @property
    def top(self) -> float:
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        return max(piece.bottom for piece in self.pieces)

    @property
    def size(self) -> float:
        return max(piece.size for piece in self.pieces)

    @property
    def has_figures(self) -> bool:
        return len(self.pieces) > 1 and any(is_figure(piece.text) for piece in self.pieces[1:])

    @property
    def is_cells(self) -> bool:
        """Whether it may belong to a table at all: short texts that are no sentences and declare no unit."""
        texts = [piece.text for piece in self.pieces]
        return all(len(text) <= _MAX_TEXT and not _PROSE.search(text) and not unit_in(text) for text in texts)


def may_hold_unruled(lines: Iterable[Line]) -> bool:
    """Whether enough lines have figures that wide gaps set apart."""
    rows = sum(1 for line in lines if "\t" in line.text and any(is_figure(each) for each in line.text.split("\t")[1:]))
    return rows >= _ROWS


def unruled_tables(glyphs: Sequence[Glyph], page: int) -> tuple[tuple[PageTable, ...], tuple[Glyph, ...]]:
    """The tables without ruling lines among *glyphs*, and the glyphs that stand outside of them."""
    rows = [_row(row) for row in rows_of(glyphs)]
    written = [row for row in rows if row is not None]
    tables: list[PageTable] = []
    taken: set[int] = set()
    for start, end in _regions(written):
        lines = [
            plain.Line(number, 0, 0, " ".join(piece.text for piece in written[number].pieces), page)
            for number in range(start, end)
        ]
        unit = sorted(row.size for row in written[start:end])[(end - start) // 2] / 2
        region = [_tokens(written[line.number], line, unit) for line in lines]
        found = layout_table(region)
        if found is not None and _is_sure(found, region):
            used = [line.number for line in found.lines]
            table = _page_table(found, region, [written[number] for number in used], unit)
            if not found.header_rows:
                above = written[used[0] - 1] if used[0] and used[0] - 1 not in taken else None
                if above is not None and _ends_a_name(above, written[used[0]], table):
                    used.insert(0, used[0] - 1)
                    table = replace(table, cut_name=above.pieces[0].text)
                carried = (line_of(list(written[number].glyphs)) for number in used)
                table = replace(table, lines=tuple(line for line in carried if line is not None))
            tables.append(table)
            taken.update(used)
    rest = [row for number, row in enumerate(written) if number not in taken]
    return tuple(tables), tuple(glyph for row in rest for glyph in row.glyphs)


def _ends_a_name(row: _Row, below: _Row, table: PageTable) -> bool:
    """Whether a line above a table without heading is the end of a name that the page break cut."""
    return bool(table.extents) and _is_piece_of_name(row, *table.extents[0]) and _is_below(row, below)


def _row(glyphs: Sequence[Glyph]) -> _Row | None:
    line = line_of(list(glyphs))
    if line is None:
        return None
    groups: list[list[Glyph]] = []
    end = float("-inf")
    for glyph in sorted((glyph for glyph in glyphs if glyph.text.strip()), key=lambda glyph: glyph.x0):
        if glyph.x0 - end > _PIECE_GAP * line.size:
            groups.append([])
        groups[-1].append(glyph)
        end = max(end, glyph.x1)
    pieces = (line_of(group) for group in groups)
    return _Row(tuple(glyphs), tuple(piece for piece in pieces if piece is not None))


def _regions(rows: Sequence[_Row]) -> Iterable[tuple[int, int]]:
    """Ranges of neighbouring rows that may be a table, heading included, with at least three rows of figures."""
    index = 0
    while index < len(rows):
        if not rows[index].has_figures or not rows[index].is_cells:
            index += 1
            continue
        end = last = index
        figures = 0
        while end < len(rows) and rows[end].is_cells and (end == index or _is_below(rows[end - 1], rows[end])):
            if rows[end].has_figures:
                last, figures = end, figures + 1
            elif len(rows[end].pieces) > 1 and not any(_is_nothing(piece.text) for piece in rows[end].pieces):
                break  # the heading of the next table
            end += 1
        if figures >= _ROWS:
            last += _rest_of_name(rows, index, last)
            yield _heading_start(rows, index), last + 1
        index = last + 1


def _rest_of_name(rows: Sequence[_Row], first: int, last: int) -> int:
    """1 where the last row's name fills its column and goes on in the line below; else 0."""
    names = [row.pieces[0] for row in rows[first : last + 1] if len(row.pieces) > 1]
    left, right = min(name.x0 for name in names), max(name.x1 for name in names)
    if last + 1 == len(rows) or rows[last].pieces[0].x1 < right - rows[last].size:
        return 0
    return int(_is_piece_of_name(rows[last + 1], left, right) and _is_below(rows[last], rows[last + 1]))


def _is_piece_of_name(row: _Row, left: float, right: float) -> bool:
    """Whether a row is one short text within the column of names, and neither a figure nor an item of a list."""
    piece, slack = row.pieces[0], row.size / 2
    is_name = len(row.pieces) == 1 and row.is_cells and not is_figure(piece.text) and not is_numbered(piece.text)
    return is_name and left - slack < piece.x0 and piece.x1 < right + slack


def _heading_start(rows: Sequence[_Row], first: int) -> int:
    """The first row of the heading above row *first*: rows of several names; a single name only between them."""
    start = first
    for index in range(first - 1, max(first - 1 - _HEADING_LINES, -1), -1):
        row = rows[index]
        if not row.is_cells or row.has_figures or not _is_below(row, rows[index + 1]):
            break
        if len(row.pieces) > 1:
            start = index
    return start


def _is_below(above: _Row, below: _Row) -> bool:
    size = max(above.size, below.size)
    return -size < below.top - above.bottom < _ROW_GAP * size


def _is_nothing(text: str) -> bool:
    return bool(_NOTHING.fullmatch(text))


def _tokens(row: _Row, line: plain.Line, unit: float) -> list[Token]:
    places = [(round(piece.x0 / unit), round(piece.x1 / unit), piece.text) for piece in row.pieces]
    return [Token(line, left, max(right, left + 1), without_letter_spacing(text)) for left, right, text in places]


def _is_sure(table: LayoutTable, region: Sequence[Sequence[Token]]) -> bool:
    """Whether all pieces found a cell of their own, and columns of figures stand below names of columns."""
    used = {line.number for line in table.lines}
    pieces = "".join(token.text for tokens in region for token in tokens if token.line.number in used)
    cells = "".join(cell.text for cell in table.cells)
    if sorted(_LEFT_OUT.sub("", pieces)) != sorted(_LEFT_OUT.sub("", cells)):
        return False
    heading = [cell for cell in table.cells if cell.row < table.header_rows]
    by_column: dict[int, list[str]] = {}
    for cell in table.cells:
        if cell.row >= table.header_rows and cell.text:
            by_column.setdefault(cell.column, []).append(cell.text)
    figures = [column for column, texts in by_column.items() if _are_figures(texts)]
    if not figures or len(figures) == len(by_column):
        return False
    if heading:
        named = sum(1 for cell in heading if names_a_column(cell.text))
        headed = {cell.column + step for cell in heading for step in range(cell.column_span)}
        return named * 2 >= len(heading) and headed.issuperset(figures)
    return len(figures) >= _COLUMNS_OF_FIGURES


def _are_figures(texts: Sequence[str]) -> bool:
    """Nearly all of a column's cells are single figures."""
    count = sum(1 for text in texts if is_figure(text))
    return count >= _ROWS and 5 * sum(1 for text in texts if is_figure(text) or _is_nothing(text)) >= 4 * len(texts)


def _page_table(table: LayoutTable, region: Sequence[Sequence[Token]], rows: Sequence[_Row], unit: float) -> PageTable:
    """The table with the extents of its columns, names included."""
    ends = {(token.left, token.text): token.right for tokens in region for token in tokens}
    columns = max(cell.column + cell.column_span for cell in table.cells)
    found: list[list[Extent]] = [[] for _ in range(columns)]
    for cell in table.cells:
        if cell.column_span == 1:
            left = cell.start
            found[cell.column].append((left * unit, ends.get((left, cell.text), left + 1) * unit))
    extents = tuple((min(each)[0], max(right for _, right in each)) for each in found if each)
    top, bottom = rows[0].top, rows[-1].bottom
    count = max(cell.row + cell.row_span for cell in table.cells)
    ys = tuple(top + (bottom - top) * row / count for row in range(count + 1))
    cells = (GridCell(cell.row, cell.column, cell.text, cell.row_span, cell.column_span) for cell in table.cells)
    ordered = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    edges = (*(left for left, _ in extents), max(right for _, right in extents))
    return PageTable(edges, ys, ordered, extents if len(extents) == columns else ())
