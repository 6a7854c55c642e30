"""Plain text → Document. The text is the decoded file itself, so every offset is one into the file."""

from __future__ import annotations

from hengji.documents.document_read import MAX_CHARACTERS, DocumentRead, refused
from hengji.documents.plain.lines import Line, page_starts, split_lines
from hengji.documents.plain.text_decoding import NotText, decode
from hengji.documents.plain.text_paragraphs import paragraphs_of
from hengji.documents.plain.text_tables import find_tables
from hengji.facts.document import Document

__all__ = ["document_of_text", "read_text"]


def read_text(content: bytes, name: str) -> DocumentRead:
    """Decode and structure a .txt or .md file."""
    try:
        text = decode(content)
    except NotText as problem:
        return refused(name, problem.code, problem.message, problem.advice)
    if not text.strip():
        return refused(name, "empty", "文件是空的", "请确认选对了文件")
    if len(text) > MAX_CHARACTERS:
        return refused(name, "size", f"文字太多（超过 {MAX_CHARACTERS:,} 个字符）", "请把文件拆成几个再试")
    return DocumentRead(document_of_text(text, name))


def document_of_text(text: str, name: str, kind: str = "txt") -> Document:
    """The structure of *text*: pages, tables rebuilt from it, paragraphs of what is left."""
    lines = split_lines(text)
    tables = find_tables(lines, text)
    free = _outside(lines, [(table.start, table.end) for table in tables])
    paragraphs = paragraphs_of(free)
    title = next((line.text.strip() for line in lines if not line.is_blank), "")
    return Document(name, kind, text, paragraphs, tables, page_starts(text), title.lstrip("# ")[:100])


def _outside(lines: list[Line], ranges: list[tuple[int, int]]) -> list[Line]:
    """The lines that touch none of the ranges, which are in order and apart."""
    free: list[Line] = []
    index = 0
    for line in lines:
        while index < len(ranges) and ranges[index][1] <= line.start:
            index += 1
        if index == len(ranges) or line.end <= ranges[index][0]:
            free.append(line)
    return free
