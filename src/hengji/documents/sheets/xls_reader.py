"""Old Excel and WPS workbooks (xls, et) → Document, by xlrd: it knows number formats and merged cells."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Final

import xlrd
from xlrd.biffh import XLRDError
from xlrd.book import Book
from xlrd.sheet import Cell as OldCell
from xlrd.sheet import Sheet as OldSheet

from hengji.documents.document_read import MAX_CELLS, DocumentRead, refused
from hengji.documents.sheets.number_formats import displayed
from hengji.documents.sheets.sheet_composing import Sheet
from hengji.documents.sheets.xlsx_reader import compose_sheets

__all__ = ["read_xls", "sheets_in_xls"]

_ERRORS: Final = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def read_xls(content: bytes, name: str) -> DocumentRead:
    """Read a workbook of Excel 97–2003, or of WPS in that form."""
    sheets = sheets_in_xls(content, name)
    return sheets if isinstance(sheets, DocumentRead) else compose_sheets(sheets, name, "xls")


def sheets_in_xls(content: bytes, name: str) -> list[Sheet] | DocumentRead:
    """The sheets of an old workbook, cell by cell, or why it cannot be read."""
    log = io.StringIO()  # xlrd complains on standard output otherwise
    try:
        # Ragged: a cell far out would otherwise fill all rows up to it with empty ones, gigabytes of them.
        book = xlrd.open_workbook(file_contents=content, formatting_info=True, logfile=log, ragged_rows=True)
        if sum(sheet.row_len(row) for sheet in book.sheets() for row in range(sheet.nrows)) > MAX_CELLS:
            return refused(name, "size", f"单元格太多（超过 {MAX_CELLS:,} 个）", "请删去用不到的行列，或拆成几个文件")
        return [_sheet(book, sheet) for sheet in book.sheets()]
    except XLRDError as error:
        if "encrypt" in str(error).lower():
            return refused(name, "encrypted", "文件加了密码，无法读取", "请去掉密码后另存一份再试")
        return refused(name, "damaged", "工作簿已损坏，无法读取", "请用 Excel、WPS 打开，另存为 xlsx 再试")
    except Exception:  # xlrd meets a damaged file with whatever its parsing runs into
        return refused(name, "damaged", "工作簿已损坏，无法读取", "请用 Excel、WPS 打开，另存为 xlsx 再试")


def _sheet(book: Book, old: OldSheet) -> Sheet:
    sheet = Sheet(old.name, is_hidden=old.visibility != 0)
    for row in filter(old.row_len, range(old.nrows)):
        for column, cell in enumerate(old.row(row)):
            text = _shown(book, cell)
            if text:
                sheet.texts[row, column] = text
                if cell.ctype == xlrd.XL_CELL_NUMBER:
                    sheet.stored[row, column] = repr(float(cell.value))
    for top, bottom, left, right in old.merged_cells:
        if top < bottom and left < right:
            sheet.merges[top, left] = (bottom - top, right - left)
    return sheet


def _shown(book: Book, cell: OldCell) -> str:
    if cell.ctype in {xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE}:
        style = book.xf_list[cell.xf_index] if cell.xf_index is not None else None
        form = book.format_map.get(style.format_key) if style is not None else None
        number = Decimal(repr(float(cell.value)))
        return displayed(number, form.format_str if form else "General", from_1904=bool(book.datemode))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return _ERRORS.get(int(cell.value), "#N/A")
    return str(cell.value)
