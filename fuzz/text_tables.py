"""The tables of plain text: each is where it says, and no line belongs to two."""

from __future__ import annotations

import entry

with entry.instrumented():
    from hengji.documents.plain.lines import split_lines
    from hengji.documents.plain.text_tables import find_tables
    from hengji.facts.document import Document

import seeds
from mutating import TEXT_PIECES, text_mutator
from properties import check_document


def hold(content: bytes) -> None:
    text = content.decode("utf-8", "ignore")
    check_document(Document("a.txt", "txt", text, tables=find_tables(split_lines(text), text)))


if __name__ == "__main__":
    entry.run(hold, seeds.texts(), text_mutator(TEXT_PIECES))
