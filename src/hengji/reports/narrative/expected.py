"""A composed paper as the paragraphs that should come back, each with what it was made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hengji.reports.paper.blocks import Heading, Live, Paper, Paragraph, Picture, Run, Table
from hengji.reports.paper.marks import bookmark_of, tag_of
from hengji.reports.paper.printable import printable

__all__ = ["Expected", "Piece", "expected_paragraphs"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, or the figure of `key`; `mark` is the tag under which Word remembers the key."""

    text: str
    key: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """A paragraph of the paper. `key` and `mark` are a passage's (empty in tables), `place` is for people."""

    pieces: tuple[Piece, ...]
    place: str
    key: str = ""
    mark: str = ""
    is_passage: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def expected_paragraphs(paper: Paper) -> tuple[Expected, ...]:
    """In the order in which a reader of the docx meets them; captions and contents are left out."""
    found = [
        Expected((Piece(printable(text)),), what) for text, what in ((paper.title, "标题"), (paper.subtitle, "副标题"))
    ]
    chapter = ""
    for section in paper.sections:
        for block in section.blocks:
            if isinstance(block, Heading):
                made = _made(block.runs, "", block.key)
                chapter = made.text if block.level == 1 else f"{chapter.split('／', maxsplit=1)[0]}／{made.text}"
                found.append(_at(made, chapter))
            elif isinstance(block, Paragraph):
                found.append(_at(_made(block.runs, chapter, block.key, is_passage=True), chapter))
            elif isinstance(block, Table):
                found += _cells(block, chapter)
            elif isinstance(block, Picture) and block.caption:
                found.append(Expected((Piece(printable(block.caption)),), chapter))
    return tuple(each for each in found if each.text.strip())


def _at(made: Expected, place: str) -> Expected:
    return Expected(made.pieces, place, made.key, made.mark, made.is_passage)


def _made(runs: tuple[Run, ...], place: str, key: str, *, is_passage: bool = False) -> Expected:
    pieces: list[Piece] = []
    for run in runs:
        words = printable(run.text)
        if isinstance(run, Live) and run.key:
            pieces.append(Piece(words, run.key, tag_of(printable(run.key))))
        elif pieces and not pieces[-1].key:
            pieces[-1] = Piece(pieces[-1].text + words)
        elif words:
            pieces.append(Piece(words))
    return Expected(tuple(pieces), place, key, bookmark_of(printable(key)) if key else "", is_passage)


def _cells(table: Table, chapter: str) -> Iterator[Expected]:
    place = f"{chapter}／{table.caption}" if table.caption else chapter
    if table.caption:
        yield Expected((Piece(printable(table.caption)),), place)
    for row in table.rows:
        label = next(("".join(run.text for run in cell.runs) for cell in row if cell.runs), "")
        for cell in row:
            if cell.runs:
                yield _made(cell.runs, f"{place}／{label}".replace("\n", ""), "")
