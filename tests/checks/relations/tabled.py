"""Documents with one table, written as rows of cells split at bars, for the tests of checks."""

from __future__ import annotations

from hengji.checks.about import describe
from hengji.checks.context import Context
from hengji.checks.mentions import find_mentions
from hengji.facts.document import Cell, Document, Table

__all__ = ["context_of", "document_of"]


def document_of(rows: list[list[str]], text: str = "", unit: str = "万元") -> Document:
    """*text*, then the table."""
    lines = [text] if text else []
    position = len(text) + 1 if text else 0
    begin = position
    cells: list[Cell] = []
    for row, texts in enumerate(rows):
        for column, content in enumerate(texts):
            cells.append(
                Cell(row, column, position, position + len(content), content, address=f"R{row + 1}C{column + 1}")
            )
            position += len(content) + 1
        lines.append("\t".join(texts))
    tables = (Table(tuple(cells), begin, position, 1, "", unit),) if rows else ()
    return Document("test", "docx", "\n".join(lines), (), tables)


def context_of(document: Document) -> Context:
    facts = describe(document)
    return Context(document, facts, find_mentions(document, facts.year))
