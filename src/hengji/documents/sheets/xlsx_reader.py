"""Excel workbooks (xlsx) → Document: every sheet as a person sees it, with cell addresses.

The parts are read from their XML directly, because a stored number is then the text that was stored, never a
binary fraction, and because what is shown (97.44%, 1,234.50) follows from it and its format exactly.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Final
from xml.etree.ElementTree import Element

from hengji.documents.archive import (
    ArchiveRefused,
    attribute,
    local_name,
    open_archive,
    parse_xml,
    relationships,
    whole_number,
)
from hengji.documents.composing import Composer
from hengji.documents.document_read import MAX_CELLS, DocumentRead, refused
from hengji.documents.sheets.number_formats import BUILT_IN, displayed
from hengji.documents.sheets.sheet_composing import Sheet, add_sheet, cell_name
from hengji.facts.findings import Finding, Findings
from hengji.facts.sources import Source

__all__ = ["compose_sheets", "read_xlsx", "sheets_in_xlsx"]

_REFERENCE: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_MAX_MERGED: Final = 100_000
_MAX_NAMED: Final = 5
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_xlsx(content: bytes, name: str) -> DocumentRead:
    """Read an xlsx. Raises `ArchiveRefused` for archives and XML that are not to be trusted."""
    book, sheets = _opened(content)
    return compose_sheets(sheets, name, "xlsx", tuple(_formula_findings(book, name)))


def sheets_in_xlsx(content: bytes) -> list[Sheet]:
    """The sheets of an xlsx, cell by cell. Raises `ArchiveRefused`, as `read_xlsx` does."""
    return _opened(content)[1]


def _opened(content: bytes) -> tuple[_Book, list[Sheet]]:
    entries = open_archive(content)
    main = next((part for _, kind, part in relationships(entries, "") if kind == "officeDocument"), "xl/workbook.xml")
    if main not in entries:
        raise ArchiveRefused("damaged", "文件里没有工作簿（xl/workbook.xml）", "请用 Excel、WPS 打开后另存一份再试")
    book = _Book.of(entries, main)
    return book, [_sheet(book, entries, *each) for each in book.sheets]


def compose_sheets(sheets: Sequence[Sheet], name: str, kind: str, findings: tuple[Finding, ...] = ()) -> DocumentRead:
    """The document of a workbook's sheets; hidden ones are read too, and named."""
    composer = Composer()
    shown = [sheet for sheet in sheets if any(text.strip() for text in sheet.texts.values())]
    if not shown:
        return refused(name, "empty", "工作簿里没有内容", "请确认选对了文件")
    for sheet in shown:
        add_sheet(composer, sheet, with_name=len(shown) > 1 or not sheet.name.lower().startswith("sheet"))
    found = Findings(findings)
    hidden = [sheet.name for sheet in shown if sheet.is_hidden]
    if hidden:
        message = f"有隐藏的工作表（{'、'.join(hidden)}），也一并检查"
        found.note(message, Source(name), code="document.hidden", advice="公开前请确认是否要保留隐藏的工作表")
    return DocumentRead(composer.document(name, kind), tuple(found))


def _formula_findings(book: _Book, name: str) -> list[Finding]:
    if not book.uncomputed:
        return []
    some = "、".join(book.uncomputed[:_MAX_NAMED])
    more = " 等" if len(book.uncomputed) > _MAX_NAMED else ""
    message = f"有 {len(book.uncomputed):,} 个公式没有保存计算结果（{some}{more}）"
    advice = "请用 Excel 或 WPS 打开，保存一次再检查"
    return [Finding("warning", message, Source(name), "document.uncomputed", advice=advice)]


@dataclass(slots=True)
class _Book:
    """What all sheets share: texts, number formats, the epoch; and what was noticed on the way."""

    sheets: list[tuple[str, str, bool]]
    strings: list[str]
    formats: list[str]
    from_1904: bool
    cells: int = 0
    uncomputed: list[str] = field(default_factory=list)

    @staticmethod
    def of(entries: Mapping[str, bytes], main: str) -> _Book:
        targets = {key: (kind, part) for key, kind, part in relationships(entries, main)}
        parts = {kind: part for kind, part in targets.values() if part in entries}
        root = parse_xml(entries[main], main)
        sheets: list[tuple[str, str, bool]] = []
        from_1904 = False
        for element in root.iter():
            if local_name(element) == "sheet":
                kind, part = targets.get(attribute(element, "id"), ("", ""))
                if kind == "worksheet" and part in entries:
                    sheets.append(
                        (attribute(element, "name"), part, attribute(element, "state", "visible") != "visible")
                    )
            elif local_name(element) == "workbookPr":
                from_1904 = attribute(element, "date1904") in {"1", "true"}
        return _Book(sheets, _strings(entries, parts), _formats(entries, parts), from_1904)


def _strings(entries: Mapping[str, bytes], parts: Mapping[str, str]) -> list[str]:
    part = parts.get("sharedStrings")
    if part is None:
        return []
    return [_rich_text(item) for item in parse_xml(entries[part], part) if local_name(item) == "si"]


def _rich_text(item: Element) -> str:
    """The runs of a text, without the phonetic guides."""
    pieces: list[str] = []
    for child in item:
        if local_name(child) == "t":
            pieces.append(child.text or "")
        elif local_name(child) == "r":
            pieces += [each.text or "" for each in child if local_name(each) == "t"]
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    """``_x000D_`` is a carriage return; halves of characters are put together, and one alone is no character."""
    if not _ESCAPED.search(text):
        return text
    halves = _ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), text)
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _formats(entries: Mapping[str, bytes], parts: Mapping[str, str]) -> list[str]:
    """The number format of each cell style."""
    part = parts.get("styles")
    if part is None:
        return []
    custom: dict[str, str] = {}
    styles: list[str] = []
    for group in parse_xml(entries[part], part):
        if local_name(group) == "numFmts":
            custom = {attribute(each, "numFmtId"): attribute(each, "formatCode") for each in group}
        elif local_name(group) == "cellXfs":
            numbers = [attribute(each, "numFmtId", "0") for each in group]
            styles = [custom.get(n) or BUILT_IN.get(whole_number(n, 0), "General") for n in numbers]
    return styles


def _sheet(book: _Book, entries: Mapping[str, bytes], name: str, part: str, is_hidden: bool) -> Sheet:
    sheet = Sheet(name, is_hidden=is_hidden)
    for element in parse_xml(entries[part], part):
        if local_name(element) == "sheetData":
            _read_rows(book, sheet, element)
        elif local_name(element) == "mergeCells":
            _read_merges(sheet, element)
    return sheet


def _read_rows(book: _Book, sheet: Sheet, data: Element) -> None:
    row = -1
    for row_element in data:
        row = max(whole_number(attribute(row_element, "r"), row + 2) - 1, 0)
        column = -1
        for cell in row_element:
            match = _REFERENCE.fullmatch(attribute(cell, "r"))
            column = _column(match.group(1)) if match else column + 1
            book.cells += 1
            if book.cells > MAX_CELLS:
                raise ArchiveRefused(
                    "size", f"单元格太多（超过 {MAX_CELLS:,} 个）", "请删去用不到的行列，或拆成几个文件"
                )
            text = _shown(book, sheet, cell, row, column)
            if text:
                sheet.texts[row, column] = text


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _shown(book: _Book, sheet: Sheet, cell: Element, row: int, column: int) -> str:
    """The text that the cell shows."""
    children = {local_name(child): child for child in cell}
    kind = attribute(cell, "t", "n")
    if kind == "inlineStr":
        return _rich_text(children["is"]) if "is" in children else ""
    stored = (children["v"].text or "") if "v" in children else ""
    if not stored:
        if "f" in children and kind != "str":
            book.uncomputed.append(cell_name(sheet.name, row, column))
            sheet.uncomputed.add((row, column))
        return ""
    if kind == "s":
        number = whole_number(stored, len(book.strings))
        return book.strings[number] if number < len(book.strings) else ""
    if kind == "b":
        return "TRUE" if stored == "1" else "FALSE"
    if kind in {"str", "e", "d"}:
        return stored
    sheet.stored[row, column] = stored
    index = whole_number(attribute(cell, "s"), 0)
    number_format = book.formats[index] if index < len(book.formats) else "General"
    try:
        return displayed(Decimal(stored), number_format, from_1904=book.from_1904)
    except (InvalidOperation, ValueError, ArithmeticError):
        return stored


def _read_merges(sheet: Sheet, merges: Element) -> None:
    covered = 0
    for merge in merges:
        first, _, last = attribute(merge, "ref").partition(":")
        begin, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
        if begin is None or end is None:
            continue
        row, column = int(begin.group(2)) - 1, _column(begin.group(1))
        height, width = int(end.group(2)) - row, _column(end.group(1)) - column + 1
        covered += height * width
        if covered > _MAX_MERGED:
            return
        if height > 0 and width > 0:
            sheet.merges[row, column] = (height, width)
