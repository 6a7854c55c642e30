"""Cell comments in a copy of a workbook."""

from __future__ import annotations

import io
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from hengji.facts.document import Document
from hengji.facts.findings import Finding
from hengji.reports.annotation.matching import key_of
from hengji.reports.annotation.notes import AUTHOR, Annotated, Note, Unit, not_placed, unannotated, units_of

__all__ = ["annotate_xlsx"]

_ADDRESS: Final = re.compile(r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^!]+))!(?P<cell>[A-Z]{1,3}\d{1,7})")
_WIDTH: Final = 360
_LINE: Final = 20
_LETTERS: Final = 26
"""Chinese characters on a comment's line."""


def annotate_xlsx(content: bytes, document: Document, notes: Sequence[Note]) -> Annotated:
    """A copy with a comment for each of *notes*; formulas stay formulas."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
        has_macros = any(name.endswith("vbaProject.bin") for name in names)
        workbook = load_workbook(io.BytesIO(content), rich_text=True, keep_vba=has_macros)
        homeless = _comment(workbook, document, notes)
        written = io.BytesIO()
        workbook.save(written)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, TypeError, AttributeError):
        return unannotated("这个工作簿的内部结构特别，请用 Excel 或 WPS 另存为 xlsx 再试")
    shapes = any("/drawings/drawing" in name for name in names)
    lost = Finding("note", "原工作簿带有图形；副本里的图形可能不全，请以原文件为准") if shapes else None
    return Annotated(written.getvalue(), (*not_placed(homeless), *((lost,) if lost else ())))


def _comment(workbook: Workbook, document: Document, notes: Sequence[Note]) -> list[Note]:
    """Writes the comments; returns the notes that had to go to the first cell of the first sheet."""
    units = list(units_of(document))
    starts = [unit.start for unit in units]
    homeless: list[Note] = []
    for note in notes:
        number = bisect_right(starts, note.start) - 1
        cell = _cell_of(workbook, document, units[number]) if number >= 0 else None
        if cell is None:
            homeless.append(note)
        else:
            _add(cell, note.text)
    if homeless and workbook.worksheets:
        first = workbook.worksheets[0]["A1"]
        if isinstance(first, Cell):
            _add(first, "\n\n".join(f"{note.where}\n{note.text}" for note in homeless))
    return homeless


def _cell_of(workbook: Workbook, document: Document, unit: Unit) -> Cell | None:
    """The cell by its address; a title or a note outside of tables has none, and is looked for by its words."""
    match = _ADDRESS.fullmatch(unit.address)
    if match is not None:
        name = match["quoted"].replace("''", "'") if match["quoted"] else match["plain"]
        sheet = workbook[name] if name in workbook.sheetnames else None
        cell = sheet[match["cell"]] if isinstance(sheet, Worksheet) else None
        return cell if isinstance(cell, Cell) else None
    key = key_of(document.text[unit.start : unit.end])
    cells = (cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row)
    return next((cell for cell in cells if not isinstance(cell, MergedCell) and _says(cell, key)), None)


def _says(cell: Cell, key: str) -> bool:
    """Whether the cell's text is (the beginning of) the line that has the *key*."""
    own = key_of(str(cell.value)) if cell.value is not None else ""
    return bool(own) and (own == key or (len(own) >= 4 and own in key))


def _add(cell: Cell, text: str) -> None:
    before = f"{cell.comment.text}\n\n" if cell.comment is not None else ""
    lines = sum(1 + len(line) // _LETTERS for line in (before + text).split("\n"))
    cell.comment = Comment(before + text, AUTHOR, height=_LINE * (lines + 1), width=_WIDTH)
