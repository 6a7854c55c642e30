"""Word documents (docx) → Document: paragraphs, tables, text boxes and notes in reading order.

The parts are read from their XML directly: the order of paragraphs and tables, merged cells, automatic numbers and
tracked changes all have to be right, and the text is what a person sees after accepting every change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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
from hengji.documents.composing import Composer, GridCell, cell_text
from hengji.documents.document_read import DocumentRead, refused
from hengji.documents.headings import heading_level
from hengji.documents.word.docx_numbering import Numbering
from hengji.documents.word.docx_text import boxes_in, note_references, text_of
from hengji.facts.findings import Finding
from hengji.facts.sources import Source

__all__ = ["read_docx"]

_HEADING: Final = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS: Final = re.compile(r"(?:toc|contents|目录)\s*\d", re.IGNORECASE)
_PAGE: Final = re.compile(r"\s*\t\s*(?=[\dIVXivx]+\s*$)")
"""What the leaders before a page number are: a tab, which has to be told from one between columns."""
_MAX_NESTING: Final = 20
_PICTURES: Final = {"blip", "imagedata"}  # of DrawingML and of its forerunner VML
_RECOGNISE: Final = "请换用有文字的原稿；只有扫描件时，请另存为 PDF，并安装文字识别组件：pip install hengji[ocr]"


def read_docx(content: bytes, name: str) -> DocumentRead:
    """Read a docx. Raises `ArchiveRefused` for archives and XML that are not to be trusted."""
    entries = open_archive(content)
    main = next((part for _, kind, part in relationships(entries, "") if kind == "officeDocument"), "word/document.xml")
    if main not in entries:
        raise ArchiveRefused(
            "damaged", "文件里没有正文（word/document.xml）", "请重新下载，或用 Word、WPS 另存一份再试"
        )
    parts = {kind: part for _, kind, part in relationships(entries, main) if part in entries}
    styles = parse_xml(entries[parts["styles"]], parts["styles"]) if "styles" in parts else None
    numbering = parse_xml(entries[parts["numbering"]], parts["numbering"]) if "numbering" in parts else None
    walk = _Walk(_Styles.of(styles), Numbering.of(numbering), _notes(entries, parts))
    body = next((element for element in parse_xml(entries[main], main) if local_name(element) == "body"), None)
    if body is None:
        raise ArchiveRefused("damaged", "文件里没有正文", "请用 Word、WPS 打开后另存一份再试")
    walk.blocks(body)
    document = walk.composer.document(name, "docx")
    if not document.text.strip():
        if any(local_name(element) in _PICTURES for element in body.iter()):
            return refused(name, "no-text-layer", "文档里只有图片，没有可以读取的文字", _RECOGNISE)
        return refused(name, "empty", "文档里没有文字", "请确认选对了文件")
    return DocumentRead(document, _change_note(walk, name))


def _change_note(walk: _Walk, name: str) -> tuple[Finding, ...]:
    if not walk.has_changes:
        return ()
    message = "文档带有未处理的修订：按接受全部修订后的文字读取"
    return (Finding("note", message, Source(name), "document.changes", advice="定稿前请接受或拒绝修订"),)


def _notes(entries: Mapping[str, bytes], parts: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """The text of foot- and endnotes by kind and id."""
    notes: dict[tuple[str, str], str] = {}
    for kind in ("footnotes", "endnotes"):
        if kind in parts:
            for note in parse_xml(entries[parts[kind]], parts[kind]):
                if not attribute(note, "type"):
                    paragraphs = (text_of(each) for each in note.iter() if local_name(each) == "p")
                    notes[kind[:-1], attribute(note, "id")] = " ".join(text for text in paragraphs if text.strip())
    return notes


@dataclass(frozen=True, slots=True)
class _Styles:
    """What a paragraph's style says: the level of heading, its place in a numbered list, a line of the contents."""

    levels: Mapping[str, int]
    lists: Mapping[str, tuple[str, str]]
    contents: frozenset[str]

    @staticmethod
    def of(root: Element | None) -> _Styles:
        based: dict[str, str] = {}
        levels: dict[str, int] = {}
        lists: dict[str, tuple[str, str]] = {}
        contents: set[str] = set()
        for style in root if root is not None else ():
            if local_name(style) != "style" or attribute(style, "type") != "paragraph":
                continue
            key = attribute(style, "styleId")
            name = _value(style, "name")
            based[key] = _value(style, "basedOn")
            properties = _child(style, "pPr")
            if _CONTENTS.match(name):
                contents.add(key)
            if match := _HEADING.match(name):
                levels[key] = int(match.group(1))
            elif properties is not None and (level := _outline_level(properties)):
                levels[key] = level
            if properties is not None and (numbered := _child(properties, "numPr")) is not None:
                lists[key] = _list_place(numbered)
        for known in (levels, lists):
            _inherit(known, based)
        return _Styles(levels, lists, frozenset(contents))


def _inherit(known: dict[str, int] | dict[str, tuple[str, str]], based: Mapping[str, str]) -> None:
    """A style has what the style that it is based on has."""
    for key in based:
        parent, steps = key, 0
        while parent and parent not in known and steps < _MAX_NESTING:
            parent, steps = based.get(parent, ""), steps + 1
        if parent in known:
            known[key] = known[parent]  # type: ignore[assignment]


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if local_name(child) == name), None)


def _value(element: Element, name: str) -> str:
    """The value of the child *name*, or "". An element without children is false, so `or` would not do."""
    child = _child(element, name)
    return attribute(child, "val") if child is not None else ""


def _outline_level(properties: Element) -> int:
    outline = _child(properties, "outlineLvl")
    level = whole_number(attribute(outline, "val"), 9) if outline is not None else 9
    return level + 1 if level < 9 else 0


def _list_place(numbered: Element) -> tuple[str, str]:
    number, level = _child(numbered, "numId"), _child(numbered, "ilvl")
    return (
        attribute(number, "val") if number is not None else "",
        attribute(level, "val", "0") if level is not None else "0",
    )


@dataclass(slots=True)
class _Walk:
    """Goes through the body once; list numbers count on as it goes."""

    styles: _Styles
    numbering: Numbering
    notes: Mapping[tuple[str, str], str]
    composer: Composer = field(default_factory=Composer)
    has_changes: bool = False

    def blocks(self, parent: Element) -> None:
        for element in _blocks(parent):
            if local_name(element) == "p":
                self._paragraph(element)
            else:
                self._table(element)

    def _paragraph(self, paragraph: Element) -> None:
        text, level = self._numbered(paragraph)
        self.composer.add_paragraph(text, level)
        for box in boxes_in(paragraph):
            self.blocks(box)
        for reference in note_references(paragraph):
            self.composer.add_paragraph(self.notes.get(reference, ""))

    def _numbered(self, paragraph: Element) -> tuple[str, int]:
        """The paragraph's text with its automatic number, and its level."""
        properties = _child(paragraph, "pPr")
        style = _child(properties, "pStyle") if properties is not None else None
        key = attribute(style, "val") if style is not None else ""
        own = _child(properties, "numPr") if properties is not None else None
        place = _list_place(own) if own is not None else self.styles.lists.get(key, ("", ""))
        text = text_of(paragraph)
        self.has_changes = self.has_changes or any(local_name(each) in {"ins", "del"} for each in paragraph)
        if not text.strip():
            return "", 0
        label = self.numbering.next_label(*place)
        text = f"{label}{text.lstrip()}" if label else text
        if key in self.styles.contents:
            return _PAGE.sub("……", text), 0
        outline = _outline_level(properties) if properties is not None else 0
        return text, outline or self.styles.levels.get(key, 0) or heading_level(text)

    def _table(self, table: Element, depth: int = 0) -> None:
        grid, nested, header_rows = self._grid(table)
        self.composer.add_table(grid, header_rows=header_rows or None)
        if depth < _MAX_NESTING:
            for inner in nested:
                self._table(inner, depth + 1)

    def _grid(self, table: Element) -> tuple[list[GridCell], list[Element], int]:
        """The cells with their spans, the tables within them, and the rows that are marked as heading."""
        open_merges: dict[int, int] = {}
        cells: list[GridCell] = []
        nested: list[Element] = []
        header_rows = 0
        for row_number, row in enumerate(_rows(table)):
            column = _skipped_columns(row)
            if header_rows == row_number and _is_marked_heading(row):
                header_rows += 1
            for cell in _cells(row):
                span, merge = _spans(cell)
                if merge == "continue" and column in open_merges:
                    owner = cells[open_merges[column]]
                    cells[open_merges[column]] = _taller(owner, row_number)
                else:
                    text, inner = self._cell(cell)
                    nested += inner
                    open_merges[column] = len(cells)
                    cells.append(GridCell(row_number, column, text, 1, span))
                column += span
        return cells, nested, header_rows

    def _cell(self, cell: Element) -> tuple[str, list[Element]]:
        lines: list[str] = []
        nested: list[Element] = []
        for block in _blocks(cell):
            if local_name(block) == "tbl":
                nested.append(block)
                continue
            text, _ = self._numbered(block)
            lines.append(text)
            lines += [text_of(each) for box in boxes_in(block) for each in box.iter() if local_name(each) == "p"]
        return cell_text("\n".join(lines)), nested


def _taller(cell: GridCell, last_row: int) -> GridCell:
    return GridCell(cell.row, cell.column, cell.text, last_row - cell.row + 1, cell.column_span)


_TRANSPARENT: Final = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})


def _blocks(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables, also those in content controls and insertions."""
    yield from _inside(parent, {"p", "tbl"})


def _rows(table: Element) -> Iterator[Element]:
    return (row for row in _inside(table, {"tr"}) if not _is_deleted_row(row))


def _cells(row: Element) -> Iterator[Element]:
    yield from _inside(row, {"tc"})


def _inside(parent: Element, wanted: set[str]) -> Iterator[Element]:
    for child in parent:
        kind = local_name(child)
        if kind in wanted:
            yield child
        elif kind in _TRANSPARENT:
            yield from _inside(child, wanted)


def _is_deleted_row(row: Element) -> bool:
    properties = _child(row, "trPr")
    return properties is not None and _child(properties, "del") is not None


def _is_marked_heading(row: Element) -> bool:
    properties = _child(row, "trPr")
    return properties is not None and _child(properties, "tblHeader") is not None


def _skipped_columns(row: Element) -> int:
    properties = _child(row, "trPr")
    before = _child(properties, "gridBefore") if properties is not None else None
    return min(whole_number(attribute(before, "val"), 0), 1000) if before is not None else 0


def _spans(cell: Element) -> tuple[int, str]:
    """How many columns a cell covers, and its part in a vertical merge: "", restart or continue."""
    properties = _child(cell, "tcPr")
    if properties is None:
        return 1, ""
    span, merge = _child(properties, "gridSpan"), _child(properties, "vMerge")
    columns = min(max(whole_number(attribute(span, "val"), 1), 1), 1000) if span is not None else 1
    return columns, attribute(merge, "val", "continue") if merge is not None else ""
