"""What is noted at a figure: one note for each figure that something was found about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from hengji.facts.document import Document
from hengji.facts.findings import Finding
from hengji.facts.relation import CheckReport, Relation
from hengji.reports.check_marks import inked
from hengji.reports.check_places import Places
from hengji.reports.check_words import KIND_WORDS, VERDICT_WORDS, by_gravity, compared, formula_word, shortened

__all__ = ["AUTHOR", "Annotated", "Note", "Unit", "not_placed", "notes_of", "unannotated", "units_of"]

AUTHOR: Final = "衡绩核数"

_MOST_FIGURES: Final = 12
_MOST_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Note:
    """A note on `document.text[start:end]`; where it stands is said in words, for notes that find no place."""

    start: int
    end: int
    is_error: bool
    text: str
    where: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """The copy's bytes, or why there is none; and which notes found no place of their own."""

    content: bytes | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or a table cell of the document: what an annotator looks for in the file."""

    start: int
    end: int
    address: str = ""


def notes_of(document: Document, report: CheckReport) -> tuple[Note, ...]:
    """A note for each figure that is in error or in doubt, in the order of the text."""
    places = Places(document)
    grouped: dict[tuple[int, int], list[Relation]] = {}
    for relation in report.relations:
        if relation.verdict in {"error", "suspicious"} and relation.figures:
            stated = relation.figures[-1]
            grouped.setdefault(inked(document.text, stated.start, stated.end), []).append(relation)
    return tuple(
        Note(
            start,
            end,
            any(relation.verdict == "error" for relation in relations),
            "\n\n".join(_told(relation, places) for relation in sorted(relations, key=by_gravity)),
            places.where(start),
            places.place(start).page,
        )
        for (start, end), relations in sorted(grouped.items())
    )


def _told(relation: Relation, places: Places) -> str:
    lines = [f"【{VERDICT_WORDS[relation.verdict]}】{KIND_WORDS[relation.kind]}：{relation.message}"]
    if comparison := compared(relation):
        lines.append(f"{formula_word(relation)}：{comparison}")
    if relation.likely:
        lines.append(f"可能：{relation.likely}")
    others = [f"{shortened(figure.text, 40)}（{places.where(figure.start)}）" for figure in relation.figures[:-1]]
    if others:
        more = f" 等 {len(others)} 个" if len(others) > _MOST_FIGURES else ""
        lines.append(f"所用数字：{'、'.join(others[:_MOST_FIGURES])}{more}")
    return "\n".join(lines)


def units_of(document: Document) -> Iterator[Unit]:
    """The paragraphs and the cells that have text, in the order of the text."""
    units = [Unit(paragraph.start, paragraph.end) for paragraph in document.paragraphs]
    for table in document.tables:
        units += [Unit(cell.start, cell.end, cell.address) for cell in table.cells if cell.end > cell.start]
    yield from sorted(units, key=lambda unit: unit.start)


def not_placed(notes: Iterable[Note]) -> tuple[Finding, ...]:
    """A finding that names the notes without a place of their own, if there are any."""
    places = [note.where for note in notes]
    if not places:
        return ()
    some = "、".join(places[:_MOST_NAMED]) + (" 等" if len(places) > _MOST_NAMED else "")
    return (Finding("note", f"有 {len(places)} 条批注没有找到原位，写在了文件或该页的开头（{some}）"),)


def unannotated(reason: str) -> Annotated:
    """No copy, and why."""
    advice = "原文件没有改动；可以改用 --html 看标出的全文"
    return Annotated(None, (Finding("warning", f"没有写出批注的副本：{reason}", advice=advice),))
