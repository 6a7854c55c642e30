"""Web pages (html) → Document: headings, paragraphs, tables with their spans; the encoding by its declaration."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hengji.documents.archive import whole_number
from hengji.documents.composing import Composer, GridCell, cell_text
from hengji.documents.document_read import DocumentRead, refused
from hengji.documents.headings import heading_level
from hengji.documents.plain.text_decoding import NotText, decode
from hengji.facts.findings import Finding
from hengji.facts.sources import Source

__all__ = ["read_html"]

_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CHINESE: Final = {"gb2312", "gbk", "gb18030", "x-gbk", "cp936", "gb_2312-80"}
_KNOWN: Final = {"utf-8": "utf-8", "utf8": "utf-8", "big5": "big5hkscs", **dict.fromkeys(_CHINESE, "gb18030")}
_BLOCKS: Final = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "center",
        "form",
        "fieldset",
        "address",
        "aside",
        "nav",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "body",
        "html",
        "caption",
        "figure",
        "figcaption",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "tfoot",
    }
)
_SKIPPED: Final = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "select",
        "button",
        "svg",
        "iframe",
        "object",
        "textarea",
        "nav",
        "del",
        "s",
        "strike",
    }
)
"""What no reader of the page reads as its text; what was struck out is no longer said."""
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES: Final = re.compile(r"[ \t\r\n\u00a0]+")
_MAX_SPAN: Final = 1000
_MAX_COVERED: Final = 100_000
"""Places that the spans of one table may cover; cells beyond them cover their own alone."""
_MAX_DEPTH: Final = 400


def read_html(content: bytes, name: str) -> DocumentRead:
    """Read a web page, or a document that was saved as one."""
    try:
        source = _decoded(content)
    except NotText as problem:
        return refused(name, problem.code, problem.message, problem.advice)
    tree = LexborHTMLParser(source)
    if tree.body is None:
        return refused(name, "empty", "网页里没有内容", "请确认选对了文件")
    walk = _Walk()
    walk.block(tree.body)
    walk.end_paragraph()
    heading = tree.css_first("title")
    title = cell_text(heading.text()) if heading is not None else ""
    document = walk.composer.document(name, "html", title)
    if not document.text.strip():
        return refused(
            name, "empty", "网页里没有文字", "如果内容由脚本生成，请在浏览器里打开后另存为 pdf 或复制到 docx"
        )
    struck = tree.body.css_first("del, s, strike") is not None
    return DocumentRead(document, (_struck_out(name),) if struck else ())


def _struck_out(name: str) -> Finding:
    message = "网页里有划去的文字（删除线或修订痕迹），没有读：按划去之后的文字核对"
    return Finding("note", message, Source(name), "document.changes", advice="定稿前请接受或拒绝修订，去掉划去的文字")


def _decoded(content: bytes) -> str:
    """By the byte-order mark, else as the page declares and its bytes allow, else by detection."""
    declared = _CHARSET.search(content[:4096])
    encoding = _KNOWN.get(declared.group(1).decode("ascii", "ignore").lower()) if declared else None
    if encoding is not None and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            return decode(content)
        return decode(text.encode())
    return decode(content)


@dataclass(slots=True)
class _Walk:
    """Goes through the page in order; text gathers until a block begins or ends."""

    composer: Composer = field(default_factory=Composer)
    pieces: list[str] = field(default_factory=list)

    def block(self, node: LexborNode, depth: int = 0) -> None:
        if depth > _MAX_DEPTH:
            self.pieces.append(node.text(deep=True))
            return
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                self.pieces.append(child.text_content or "")
            elif tag in _SKIPPED or _is_hidden(child):
                continue
            elif tag == "br":
                self.pieces.append("\v")
            elif tag == "table":
                self.end_paragraph()
                self._table(child, depth)
            elif tag in _BLOCKS:
                self.end_paragraph()
                self.block(child, depth + 1)
                self.end_paragraph(_level_of(tag))
            else:
                self.block(child, depth + 1)

    def end_paragraph(self, level: int = 0) -> None:
        text = "".join(self.pieces)
        self.pieces.clear()
        for line in _SPACES.sub(" ", text).split("\v"):
            shown = line.strip(" \u3000")
            self.composer.add_paragraph(shown, level or heading_level(shown))

    def _table(self, table: LexborNode, depth: int) -> None:
        """A table of data; one that only arranges the page (tables within it, or a single column) is walked through."""
        rows = list(_rows(table))
        inner = any(cell.css_first("table") is not None for row in rows for cell in _cells(row))
        if inner or all(len(list(_cells(row))) < 2 for row in rows):
            self.block(table, depth + 1)
            return
        caption = next((child.text() for child in table.iter() if child.tag == "caption"), "")
        head = sum(1 for row in rows if row.parent is not None and row.parent.tag == "thead")
        self.composer.add_table(_grid(rows), header_rows=min(head, 3) or None, caption=cell_text(caption))


def _level_of(tag: str) -> int:
    return int(tag[1]) if re.fullmatch("h[1-6]", tag) else 0


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    """The table's own rows, not those of tables within it."""
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child.iter() if row.tag == "tr")


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    return (cell for cell in row.iter() if cell.tag in {"td", "th"})


def _grid(rows: list[LexborNode]) -> list[GridCell]:
    cells: list[GridCell] = []
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in _cells(row):
            while (number, column) in taken:
                column += 1
            height = min(_span(cell, "rowspan") or len(rows), len(rows) - number)
            width = _span(cell, "colspan") or 1
            if len(taken) + height * width > _MAX_COVERED:
                height = width = 1
            cells.append(GridCell(number, column, _text(cell), height, width))
            if height > 1:
                taken |= {(number + down, column + right) for down in range(1, height) for right in range(width)}
            column += width
    return cells


def _span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return min(whole_number(value, 1), _MAX_SPAN)


def _text(cell: LexborNode) -> str:
    walk: list[str] = []
    _gather(cell, walk, 0)
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(walk).split("\v"))
    return cell_text("\n".join(line for line in lines if line))


def _gather(node: LexborNode, pieces: list[str], depth: int) -> None:
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            pieces.append(child.text_content or "")
        elif tag == "br" or (tag in _BLOCKS and depth < _MAX_DEPTH):
            pieces.append("\v")
            _gather(child, pieces, depth + 1)
            pieces.append("\v")
        elif tag not in _SKIPPED and not _is_hidden(child) and depth < _MAX_DEPTH:
            _gather(child, pieces, depth + 1)
