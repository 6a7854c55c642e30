"""Writes a draft as txt, docx, xlsx, html or pdf (through LibreOffice, from the docx)."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Pt
from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Border, Side

from samples.independent.drafting import Draft, Heading, Paragraph, Table, shown

__all__ = ["reading", "write"]

_NUMBER = re.compile(r"-?\d+(\.\d+)?%?")


def reading(draft: Draft) -> str:
    """The draft as plain text, places still marked: a line per paragraph and row."""
    lines = []
    for block in draft.blocks:
        if isinstance(block, Table):
            rows = [draft.separator.join("" if c in ("<", "^") else c for c in row) for row in block.rows]
            if "|" in draft.separator:  # markdown
                rows = [f"| {row} |" for row in rows]
                rows.insert(block.head, "|" + " --- |" * len(block.rows[0]))
            lines += rows
        else:
            lines.append(block.text)
    return "\n".join(lines) + "\n"


def _extent(rows: tuple[tuple[str, ...], ...], row: int, column: int) -> tuple[int, int]:
    """How many rows and columns the cell covers."""
    wide = column + 1
    while wide < len(rows[row]) and rows[row][wide] == "<":
        wide += 1
    high = row + 1
    while high < len(rows) and rows[high][column] == "^":
        high += 1
    return high - row, wide - column


def _docx(draft: Draft, path: Path) -> None:
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "仿宋", Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
    if draft.landscape:
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    for index, block in enumerate(draft.blocks):
        if isinstance(block, Table):
            _docx_table(document, block, draft.faults)
            continue
        text = shown(block.text, draft.faults)
        written = (
            document.add_heading(text, block.level) if isinstance(block, Heading) else document.add_paragraph(text)
        )
        if draft.landscape and _opens_page(draft.blocks, index):
            written.paragraph_format.page_break_before = True
    document.save(str(path))


def _opens_page(blocks: Sequence[Heading | Paragraph | Table], index: int) -> bool:
    """Where every table has a page: a heading shortly before one, or the line between two."""
    soon = any(isinstance(block, Table) for block in blocks[index + 1 : index + 3])
    return soon and (isinstance(blocks[index], Heading) or isinstance(blocks[index - 1], Table))


def _docx_table(document: WordDocument, block: Table, faults: dict[str, str]) -> None:
    table = document.add_table(len(block.rows), len(block.rows[0]))
    if not block.unruled:
        table.style = "Table Grid"
    cells = [list(row.cells) for row in table.rows]
    for row, texts in enumerate(block.rows):
        for column, text in enumerate(texts):
            if text in ("<", "^"):
                continue
            high, wide = _extent(block.rows, row, column)
            cell = cells[row][column]
            if (high, wide) != (1, 1):
                cell = cell.merge(cells[row + high - 1][column + wide - 1])
            cell.text = shown(text, faults)
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(9)


def _html(draft: Draft, path: Path) -> None:
    out = [f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{draft.name}</title></head><body>']
    for block in draft.blocks:
        if isinstance(block, Table):
            out.append('<table border="1">')
            for row, texts in enumerate(block.rows):
                tag = "th" if row < block.head else "td"
                line = ""
                for column, text in enumerate(texts):
                    if text in ("<", "^"):
                        continue
                    high, wide = _extent(block.rows, row, column)
                    spans = (f' rowspan="{high}"' if high > 1 else "") + (f' colspan="{wide}"' if wide > 1 else "")
                    line += f"<{tag}{spans}>{html.escape(shown(text, draft.faults))}</{tag}>"
                out.append(f"<tr>{line}</tr>")
            out.append("</table>")
        else:
            tag = f"h{block.level}" if isinstance(block, Heading) else "p"
            out.append(f"<{tag}>{html.escape(shown(block.text, draft.faults))}</{tag}>")
    path.write_text("\n".join([*out, "</body></html>", ""]), encoding="utf-8")


def _xlsx(draft: Draft, path: Path) -> None:
    """A heading of level 1 opens a sheet. Plain numbers are numbers, displayed with their decimals."""
    book, line = Workbook(), Side(style="thin")
    sheet, row = book.worksheets[0], 0
    book.remove(sheet)
    for block in draft.blocks:
        if isinstance(block, Heading) and block.level == 1:
            sheet, row = book.create_sheet(shown(block.text, draft.faults)), 0
        if not isinstance(block, Table):
            row += 1
            sheet.cell(row, 1, shown(block.text, draft.faults))
            continue
        for index, texts in enumerate(block.rows):
            row += 1
            for column, text in enumerate(texts):
                if text in ("<", "^"):
                    continue
                cell = sheet.cell(row, column + 1)
                cell.border = Border(line, line, line, line)
                _fill(cell, shown(text, draft.faults))
                high, wide = _extent(block.rows, index, column)
                if (high, wide) != (1, 1):
                    sheet.merge_cells(
                        start_row=row, end_row=row + high - 1, start_column=column + 1, end_column=column + wide
                    )
    book.save(path)


def _fill(cell: Cell | MergedCell, text: str) -> None:
    bare = text.replace(",", "")
    if not _NUMBER.fullmatch(bare) or (len(bare) > 1 and bare[0] == "0" and bare[1] != "."):
        cell.value = text
        return
    places = len(bare.rstrip("%").partition(".")[2])
    pattern = ("#,##0" if "," in text else "0") + ("." + "0" * places if places else "")
    if bare.endswith("%"):
        cell.value, cell.number_format = float(bare[:-1]) / 100, pattern + "%"
    else:
        cell.value, cell.number_format = float(bare) if places else int(bare), pattern


def _pdf(draft: Draft, path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        raise RuntimeError("a pdf needs LibreOffice (soffice)")
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / f"{path.stem}.docx"
        _docx(draft, word)
        subprocess.run(
            [office, f"-env:UserInstallation={Path(folder).as_uri()}/profile", "--headless", "--convert-to", "pdf",
             "--outdir", str(path.parent), str(word)],
            check=True, capture_output=True, timeout=240,
        )  # fmt: skip


def write(draft: Draft, folder: Path) -> Path:
    """The file of *draft* in *folder*."""
    path = folder / draft.file
    if draft.form == "txt":
        path.write_text(shown(reading(draft), draft.faults), encoding="utf-8")
    else:
        {"docx": _docx, "html": _html, "xlsx": _xlsx, "pdf": _pdf}[draft.form](draft, path)
    return path
