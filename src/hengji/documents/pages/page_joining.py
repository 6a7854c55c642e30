"""Tables that a page break cuts are one table again.

The second part must be the first thing on its page (a repeated caption and unit line do not count), keep the grid's
vertical lines, and either begin without a caption or repeat the heading of the first. Repeated headings are dropped,
and a row whose text the break cuts is made whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from hengji.documents.composing import GridCell
from hengji.documents.headers import MAX_HEADER_ROWS, header_depth, is_figure
from hengji.documents.headings import is_numbered
from hengji.documents.pages.page_tables import Extent, PageTable
from hengji.facts.document import Cell

__all__ = ["OpenTable"]

_Range = tuple[int, int]
"""The first column and the one after the last."""
_TOLERANCE: Final = 5.0  # points between the same line on two pages
_HEADING_NAMES: Final = 3
"""So many of a heading's names in one row, and nothing else, are a heading again."""


@dataclass(slots=True)
class OpenTable:
    """A table that the next page may carry on. `lead` are the lines above it on its first page."""

    xs: tuple[float, ...]
    cells: list[GridCell]
    lead: tuple[str, ...]
    last_page: int
    heading_rows: int
    heading: list[tuple[int, int, str]]
    rows: int
    newest: int
    """How many of the cells the last page brought."""
    extents: tuple[Extent, ...] = ()
    page_rows: list[tuple[int, int]] = field(default_factory=list)
    """Each page and the first row that stands on it."""
    is_parted: bool = False
    """Whether a part with fewer columns began below a heading of its own.

    The first heading on a later page is then no repetition: it tells where that part ends.
    """

    @classmethod
    def begin(cls, table: PageTable, lead: Sequence[str], page: int) -> OpenTable:
        cells = [replace(cell, page=page) for cell in table.cells]
        rows = len(table.ys) - 1
        depth = _heading_rows(cells)
        texts = _texts(cells, depth)
        parted = _has_another_heading([cell for cell in cells if cell.row >= depth], texts)
        begun = cls(table.xs, cells, tuple(lead), page, depth, texts, rows, len(cells), table.extents, [(page, 0)])
        return replace(begun, is_parted=parted)

    def take(self, table: PageTable, lead: Sequence[str], page: int) -> bool:
        """Carry on with *table* of *page*, which stands below the lines *lead*; False where it is another table."""
        columns = self._columns_of(table)
        if page != self.last_page + 1 or columns is None:
            return False
        cells = [_moved(cell, columns, page) for cell in table.cells]
        repeated = self._repeated_rows(cells)
        if lead and not (repeated and self._is_repeated(lead)):
            return False
        if self.is_parted:
            repeated = 0
        body = [replace(cell, row=cell.row - repeated) for cell in cells if cell.row >= repeated]
        body = self._with_cut_row_mended(body)
        self._end_name(table.cut_name)
        first = self.rows
        if body:
            shift = first - min(cell.row for cell in body)
            added = [replace(cell, row=cell.row + shift) for cell in body]
            self.cells += added
            self.is_parted = self.is_parted or _has_another_heading(added, self.heading)
            self.rows = max(cell.row + cell.row_span for cell in added)
            self.newest = len(added)
            self.page_rows.append((page, first))
        self.last_page = page
        self._widen(table.extents, columns)
        return True

    def _end_name(self, rest: str) -> None:
        """The last row's name goes on with what stood on top of the next page."""
        for index in range(len(self.cells) - self.newest, len(self.cells)):
            cell = self.cells[index]
            if rest and (cell.row, cell.column) == (self.rows - 1, 0):
                self.cells[index] = replace(cell, text=cell.text + rest)

    def _columns_of(self, table: PageTable) -> Sequence[_Range] | None:
        """Which columns of this table each one of *table* covers; None where it does not fit."""
        if bool(table.extents) != bool(self.extents):
            return None
        return _columns_below(table.extents, self.extents) if table.extents else _columns(table.xs, self.xs)

    def _widen(self, extents: Sequence[Extent], columns: Sequence[_Range]) -> None:
        """A column reaches as far as its widest text on any page."""
        wider = list(self.extents)
        for (left, right), (column, _) in zip(extents, columns, strict=False):
            wider[column] = (min(left, wider[column][0]), max(right, wider[column][1]))
        self.extents = tuple(wider)

    def _is_repeated(self, lead: Sequence[str]) -> bool:
        """Whether the lines above a table are but the caption and unit of this one again, which may be dropped."""
        own = {_plain(line) for line in self.lead}
        return len(lead) <= len(self.lead) and all(_plain(line) in own and not line.endswith("。") for line in lead)

    def _repeated_rows(self, cells: Sequence[GridCell]) -> int:
        """How many first rows of *cells* repeat the heading of this table."""
        return self.heading_rows if self.heading == _texts(cells, self.heading_rows) else 0

    def _with_cut_row_mended(self, body: list[GridCell]) -> list[GridCell]:
        """The rest of a row that the break cut goes to the row's cells: it has no name, no code and no figure."""
        first = [cell for cell in body if cell.row == 0]
        if not first or any(cell.row_span > 1 for cell in first) or max(cell.row for cell in body) == 0:
            return body
        newest = range(len(self.cells) - self.newest, len(self.cells))
        above = {self.cells[index].column: index for index in newest if self.cells[index].row == self.rows - 1}
        rest = [cell for cell in first if cell.text]
        is_cut = bool(rest) and not first[0].text and len(first) > 2
        is_named = 0 in above and bool(self.cells[above[0]].text)
        is_cut = is_cut and is_named and not any(is_numbered(cell.text) for cell in rest)
        # A row with a text in every column after its first is a row of its own, below merged cells that go on.
        is_cut = is_cut and not (len(rest) > 2 and rest == first[-len(rest) :])
        for cell in rest:
            start = self.cells[above[cell.column]].text if cell.column in above else ""
            if is_figure(cell.text) or not start or is_figure(start) or start.endswith("。"):
                is_cut = False
        if not is_cut:
            return body
        for cell in rest:
            index = above[cell.column]
            self.cells[index] = replace(self.cells[index], text=self.cells[index].text + cell.text)
        return [cell for cell in body if cell.row]


def _columns(xs: Sequence[float], base: Sequence[float]) -> list[_Range] | None:
    """The columns of *base* that lie between each two of *xs*; None where one of these is not among its lines."""
    if len(xs) > len(base):
        return None
    shift = base[0] - xs[0]
    lines: list[int] = []
    for x in xs:
        nearest = min(range(len(base)), key=lambda line: abs(base[line] - x - shift))
        if abs(base[nearest] - x - shift) > _TOLERANCE or nearest in lines:
            return None
        lines.append(nearest)
    return list(pairwise(lines)) if lines[-1] == len(base) - 1 else None


def _columns_below(extents: Sequence[Extent], base: Sequence[Extent]) -> list[_Range] | None:
    """The column of *base* that each of *extents* stands below; None where one stands below none, or below two."""
    columns: list[_Range] = []
    for left, right in extents:
        above = [index for index, (start, end) in enumerate(base) if min(right, end) > max(left, start)]
        if len(above) != 1 or (columns and above[0] <= columns[-1][0]):
            return None
        columns.append((above[0], above[0] + 1))
    return columns if columns and columns[0][0] == 0 else None


def _moved(cell: GridCell, columns: Sequence[_Range], page: int) -> GridCell:
    first, end = columns[cell.column][0], columns[cell.column + cell.column_span - 1][1]
    return replace(cell, column=first, column_span=end - first, page=page)


def _heading_rows(cells: Sequence[GridCell]) -> int:
    top = [cell for cell in cells if cell.row < MAX_HEADER_ROWS + 2]
    return header_depth(Cell(cell.row, cell.column, 0, 0, cell.text, cell.row_span, cell.column_span) for cell in top)


def _texts(cells: Sequence[GridCell], depth: int) -> list[tuple[int, int, str]]:
    return sorted((cell.row, cell.column, cell.text) for cell in cells if cell.row < depth)


def _has_another_heading(cells: Sequence[GridCell], heading: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a row of *cells* holds some of the names of *heading*, not all, and nothing else."""
    names = {text for _, _, text in heading if text}
    rows: dict[int, set[str]] = {}
    for cell in cells:
        if cell.text:
            rows.setdefault(cell.row, set()).add(cell.text)
    return any(len(texts) >= _HEADING_NAMES and texts < names for texts in rows.values())


def _plain(line: str) -> str:
    return "".join(line.split()).removesuffix("（续）").removesuffix("(续)").removeprefix("续")
