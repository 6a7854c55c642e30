"""Ruling lines → tables with exact cells, merged cells included.

Strokes are snapped to common coordinates, strokes that touch make one table, and between two neighbouring boxes of
its grid there is a border only where a stroke is drawn: boxes without a border between them are one merged cell.
A table without a drawn frame (open sides) gets one at the ends of its strokes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from hengji.documents.composing import GridCell
from hengji.documents.pages.disjoint_sets import DisjointSets
from hengji.documents.pages.page_content import Glyph, PageContent, Ruling
from hengji.documents.pages.page_lines import Line, joined, lines_of, without_letter_spacing

__all__ = ["Extent", "PageTable", "tables_of"]

Extent = tuple[float, float]
"""The left and the right edge of what stands in a column."""

_OPENING: Final = frozenset("（《【〔〈「『“‘［｛")
_CLOSING: Final = frozenset("），。、；：！？》】〕〉」』”’．］｝")
"""Full-width signs whose ink fills only the half beside the text."""

MAX_BOXES: Final = 40_000
"""Boxes of one table's grid; a drawing with more is no table."""

MAX_CROSSINGS: Final = 4_000_000
"""Horizontals times verticals of one page; a page with more is a drawing."""

_SNAP: Final = 2.5  # points: a double rule is one, and no text is that low
_REACH: Final = 3.0
_SHORTEST: Final = 4.0


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table of one page: the coordinates of its grid and its cells by row, then column.

    One without ruling lines has the `extents` of its columns instead, from left to right. Where it has no heading, it
    is a table only if it carries on that of the page before; else it is its `lines`.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    extents: tuple[Extent, ...] = ()
    lines: tuple[Line, ...] = ()
    cut_name: str = ""
    """The end of a name that began on the page before: it stands above such a table."""

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]


class _Span(NamedTuple):
    """A stroke on the coordinate *at*, from *start* to *end* along the other axis."""

    at: float
    start: float
    end: float


def tables_of(page: PageContent) -> tuple[tuple[PageTable, ...], tuple[Glyph, ...]]:
    """The page's tables and the glyphs that stand outside of them."""
    glyphs: Sequence[Glyph] = page.glyphs
    tables: list[PageTable] = []
    for horizontals, verticals in _networks(page.rulings):
        xs, ys = _grid_lines(horizontals, verticals)
        boxes = (len(xs) - 1) * (len(ys) - 1)
        if len(xs) < 3 or len(ys) < 2 or boxes > MAX_BOXES:
            continue
        inside = [glyph for glyph in glyphs if _is_inside(glyph, xs, ys)]
        table = _table(xs, ys, horizontals, verticals, inside)
        if table is not None:
            tables.append(table)
            glyphs = [glyph for glyph in glyphs if not _is_inside(glyph, xs, ys)]
    return tuple(sorted(tables, key=lambda table: (table.top, table.xs[0]))), tuple(glyphs)


def _networks(rulings: Iterable[Ruling]) -> list[tuple[list[_Span], list[_Span]]]:
    """Groups of touching strokes, each as its horizontals and verticals."""
    rulings = tuple(rulings)
    horizontals = _merged(_Span(line.top, line.x0, line.x1) for line in rulings if line.is_horizontal)
    verticals = _merged(_Span(line.x0, line.top, line.bottom) for line in rulings if not line.is_horizontal)
    touching = DisjointSets(len(horizontals) + len(verticals))
    if len(horizontals) * len(verticals) > MAX_CROSSINGS:
        return []
    heights = [span.at for span in horizontals]
    for number, vertical in enumerate(verticals, start=len(horizontals)):
        first = bisect_left(heights, vertical.start - _REACH)
        for index in range(first, bisect_right(heights, vertical.end + _REACH)):
            if horizontals[index].start - _REACH <= vertical.at <= horizontals[index].end + _REACH:
                touching.unite(index, number)
    networks: defaultdict[int, tuple[list[_Span], list[_Span]]] = defaultdict(lambda: ([], []))
    for number, span in enumerate(horizontals + verticals):
        networks[touching.root(number)][number >= len(horizontals)].append(span)
    return [network for network in networks.values() if len(network[0]) > 1 and network[1]]


def _merged(spans: Iterable[_Span]) -> list[_Span]:
    """Strokes on (almost) one coordinate, which overlap or (almost) meet, as one; sorted by coordinate."""
    spans = sorted(spans)
    snap = dict(zip((span.at for span in spans), _snapped([span.at for span in spans]), strict=True))
    merged: list[_Span] = []
    for span in sorted(_Span(snap[span.at], span.start, span.end) for span in spans):
        last = merged[-1] if merged else None
        if last is not None and last.at == span.at and span.start <= last.end + _REACH:
            merged[-1] = _Span(last.at, last.start, max(last.end, span.end))
        else:
            merged.append(span)
    return [span for span in merged if span.end - span.start >= _SHORTEST]


def _snapped(ordered: Sequence[float]) -> list[float]:
    """Each coordinate, or the first of those before it that lie within the snapping distance."""
    snapped: list[float] = []
    for value in ordered:
        snapped.append(snapped[-1] if snapped and value - snapped[-1] <= _SNAP else value)
    return snapped


def _grid_lines(horizontals: Sequence[_Span], verticals: Sequence[_Span]) -> tuple[tuple[float, ...], ...]:
    """The x and y coordinates of the grid, an undrawn frame included."""
    xs = {span.at for span in verticals} | {
        min(span.start for span in horizontals),
        max(span.end for span in horizontals),
    }
    ys = {span.at for span in horizontals} | {
        min(span.start for span in verticals),
        max(span.end for span in verticals),
    }
    return _distinct(xs, {span.at for span in verticals}), _distinct(ys, {span.at for span in horizontals})


def _distinct(values: Iterable[float], drawn: set[float]) -> tuple[float, ...]:
    """Coordinates in order; the end of a stroke that (almost) meets a drawn line is that line."""
    kept: list[float] = []
    for value in sorted(values):
        if kept and value - kept[-1] <= _REACH:
            if value in drawn and kept[-1] not in drawn:
                kept[-1] = value
        else:
            kept.append(value)
    return tuple(kept)


def _is_inside(glyph: Glyph, xs: Sequence[float], ys: Sequence[float]) -> bool:
    return xs[0] <= (glyph.x0 + glyph.x1) / 2 <= xs[-1] and ys[0] <= (glyph.top + glyph.bottom) / 2 <= ys[-1]


def _table(
    xs: Sequence[float],
    ys: Sequence[float],
    horizontals: Iterable[_Span],
    verticals: Iterable[_Span],
    glyphs: Iterable[Glyph],
) -> PageTable | None:
    """The table of a grid; None where it would have a single cell: a frame around text is no table."""
    rows, columns = len(ys) - 1, len(xs) - 1
    boxes = DisjointSets(rows * columns)
    upright, level = _borders(verticals, xs, ys), _borders(horizontals, ys, xs)
    for row in range(rows):
        for column in range(columns):
            box = row * columns + column
            if column + 1 < columns and (column + 1, row) not in upright:
                boxes.unite(box, box + 1)
            if row + 1 < rows and (row + 1, column) not in level:
                boxes.unite(box, box + columns)
    places = _rectangles(boxes, rows, columns)
    if len(places) < 2:
        return None
    owner = {box: place for place in places for box in _boxes(place, columns)}
    written: defaultdict[tuple[int, int, int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        row = min(bisect_right(ys, (glyph.top + glyph.bottom) / 2) - 1, rows - 1)
        column = min(bisect_right(xs, _ink(glyph)) - 1, columns - 1)
        written[owner[row * columns + column]].append(glyph)
    cells = (_cell(place, written[place], xs[place[1] + place[3]]) for place in places)
    return PageTable(tuple(xs), tuple(ys), tuple(cells))


def _borders(spans: Iterable[_Span], ats: Sequence[float], along: Sequence[float]) -> set[tuple[int, int]]:
    """Which (line, box along it) have a stroke over most of the box's side."""
    drawn: set[tuple[int, int]] = set()
    for span in spans:
        line = min(range(len(ats)), key=lambda index: abs(ats[index] - span.at))
        for box in range(max(bisect_right(along, span.start) - 1, 0), len(along) - 1):
            start, end = along[box], along[box + 1]
            if start >= span.end:
                break
            if min(end, span.end) - max(start, span.start) > 0.6 * (end - start):
                drawn.add((line, box))
    return drawn


def _rectangles(boxes: DisjointSets, rows: int, columns: int) -> list[tuple[int, int, int, int]]:
    """Cells as (row, column, row span, column span); a region that is no rectangle falls into its rows' runs."""
    regions: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for box in range(rows * columns):
        regions[boxes.root(box)].append(divmod(box, columns))
    places: list[tuple[int, int, int, int]] = []
    for region in regions.values():
        top, left = region[0][0], min(column for _, column in region)
        height, width = region[-1][0] - top + 1, max(column for _, column in region) - left + 1
        if height * width == len(region):
            places.append((top, left, height, width))
        else:
            places.extend(_runs(region))
    return sorted(places)


def _runs(region: Iterable[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    runs: list[tuple[int, int, int, int]] = []
    for row, column in region:
        if runs and runs[-1][0] == row and runs[-1][1] + runs[-1][3] == column:
            runs[-1] = (row, runs[-1][1], 1, runs[-1][3] + 1)
        else:
            runs.append((row, column, 1, 1))
    return runs


def _ink(glyph: Glyph) -> float:
    """Where the glyph's ink is across. Typesetters squeeze a bracket's empty half out of the cell at a line's end."""
    share = 0.75 if glyph.text in _OPENING else 0.25 if glyph.text in _CLOSING else 0.5
    return glyph.x0 + (glyph.x1 - glyph.x0) * share


def _cell(place: tuple[int, int, int, int], glyphs: Iterable[Glyph], right: float) -> GridCell:
    row, column, row_span, column_span = place
    return GridCell(row, column, _cell_text(lines_of(glyphs), right), row_span, column_span)


def _boxes(place: tuple[int, int, int, int], columns: int) -> list[int]:
    top, left, height, width = place
    return [row * columns + column for row in range(top, top + height) for column in range(left, left + width)]


def _cell_text(lines: Sequence[Line], right: float) -> str:
    """A cell's lines as one text: two figures on lines of their own stay two, one wrapped at the border is one."""
    text = ""
    end = right
    for line in lines:
        written = without_letter_spacing(line.text).replace("\t", " ")
        is_wrapped = end + line.size > right - line.size / 2 or text.endswith((".", ","))
        both_figures = bool(text) and text[-1].isdigit() and written[0].isdigit()
        text = f"{text} {written}" if both_figures and not is_wrapped else joined(text, written)
        end = line.x1
    return text
