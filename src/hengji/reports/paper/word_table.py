"""A table as WordprocessingML: fixed widths, repeating head rows, merged cells, short rows kept whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from hengji.reports.paper.blocks import Cell, Table
from hengji.reports.paper.grid import LONG_CELL, Place, lines_of, placed, widths_of
from hengji.reports.paper.keeping import is_short
from hengji.reports.paper.marks import Marks
from hengji.reports.paper.printable import printable
from hengji.reports.paper.word_runs import runs_xml

__all__ = ["Comment", "table_xml"]

Comment = Callable[[str], int]
"""Keeps a comment's text and gives its number."""

_SHADES = {"head": "ECECEC", "total": "F5F5F5", "good": "E8F3E8", "warning": "FFF4D6", "error": "FBE3E0"}


def table_xml(table: Table, width: int, marks: Marks, comment: Comment) -> str:
    """The table, *width* twentieths of a point wide. *comment* is called for each note."""
    widths: list[float] = [round(one) for one in widths_of(table, width)]
    size = 180 if table.small else 210
    together = is_short(table, width, size)
    rows = []
    for number, places in enumerate(placed(table)):
        head = "<w:tblHeader/>" if number < table.head_rows else ""
        long = any(lines_of(place, widths, size) > LONG_CELL for place in places if not place.covered)
        whole = "" if long and not head else "<w:cantSplit/>"
        look = _Look(table.small, together and number < len(table.rows) - 1)
        cells = "".join(_cell(place, widths, marks, comment, look) for place in places)
        rows.append(f"<w:tr><w:trPr>{whole}{head}</w:trPr>{cells}</w:tr>")
    described = f'<w:tblCaption w:val="{escape(printable(table.caption))}"/>' if table.caption else ""
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    return marks.around(
        table.key,
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>{described}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>",
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """How the paragraphs of a row are set; `kept`: on the page of the next row."""

    small: bool
    kept: bool


def _cell(place: Place, widths: list[float], marks: Marks, comment: Comment, look: _Look) -> str:
    cell = place.cell
    width = sum(widths[place.column : place.column + place.columns])
    span = f'<w:gridSpan w:val="{place.columns}"/>' if place.columns > 1 else ""
    merge = ""
    if place.covered:
        merge = "<w:vMerge/>"
    elif cell.rows > 1:
        merge = '<w:vMerge w:val="restart"/>'
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{_SHADES[cell.tone]}"/>' if cell.tone else ""
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{shade}<w:vAlign w:val="center"/></w:tcPr>'
    inside = "" if place.covered else _words(cell, marks, comment)
    return f"<w:tc>{properties}<w:p>{_paragraph(cell, look)}{inside}</w:p></w:tc>"


def _paragraph(cell: Cell, look: _Look) -> str:
    head = cell.tone == "head"
    style = ("TableHead" if head else "Table") + ("Small" if look.small else "" if head else "Text")
    align = "" if head or cell.align == "left" else f'<w:jc w:val="{cell.align}"/>'
    kept = "<w:keepNext/>" if look.kept else ""
    return f'<w:pPr><w:pStyle w:val="{style}"/>{kept}{align}</w:pPr>'


def _words(cell: Cell, marks: Marks, comment: Comment) -> str:
    inside = runs_xml(cell.runs, marks, bold=cell.bold or cell.tone == "total")
    inside = marks.around(cell.key, inside)
    if not cell.note:
        return inside
    number = comment(cell.note)
    return (
        f'<w:commentRangeStart w:id="{number}"/>{inside}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
    )
