"""From a document to its mentions: cells and prose are scanned, then each figure is told what it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from hengji.checks.mentions.clauses import Clauses, divide
from hengji.checks.mentions.declared import declared_units, told
from hengji.checks.mentions.directions import direction_before, is_flat
from hengji.checks.mentions.numerals import folded
from hengji.checks.mentions.periods import Years, find_years, guess_year, year_in
from hengji.checks.mentions.scanning import scan
from hengji.checks.mentions.series import pair_subjects, settle_series
from hengji.checks.mentions.subjects import Headings, find_headings, is_generic, noun_behind, spoken_subject
from hengji.checks.mentions.tables import CellHeaders, cell_figure, headers_of
from hengji.checks.mentions.written import WrittenFigure
from hengji.facts.document import Cell, Document, Place, Table
from hengji.facts.mention import Mention

__all__ = ["find_mentions"]

_SPACE = re.compile(r"\s")
_NEAR = 80
_HEADING_REACH = 600


@dataclass(frozen=True, slots=True)
class _Region:
    """A stretch of text that no figure crosses the edge of: a table's cell, or the prose between two cells."""

    start: int
    end: int
    cell: Cell | None = None
    headers: CellHeaders | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """The text with everything that was found in it once for all figures."""

    document: Document
    text: str
    clauses: Clauses
    years: Years
    headings: Headings
    paired: dict[int, tuple[str, str]] = field(default_factory=dict)


def find_mentions(document: Document, year: int | None = None) -> tuple[Mention, ...]:
    """Every figure of *document* in the order of its text.

    *year* is the document's own, for figures that name none; without it the title or the first lines give it.
    """
    text = folded(document.text)
    year = year if year is not None else guess_year(document.title, text)
    clauses = divide(text)
    regions = list(_regions(document))
    declared = declared_units(text)
    written = [
        _written(text, region) if region.headers is not None else told(text, _written(text, region), declared)
        for region in regions
    ]
    paired = pair_subjects(text, [figure for figures in written for figure in figures], clauses)
    reading = _Reading(document, text, clauses, find_years(text, year), find_headings(text), paired)
    return tuple(
        mention
        for region, figures in zip(regions, written, strict=True)
        for mention in _mentions(reading, region, figures)
    )


def _regions(document: Document) -> Iterator[_Region]:
    """The cells in the order of the text and what lies between them."""
    cells = [(cell, headers) for table in document.tables for cell, headers in _cells(table)]
    cells.sort(key=lambda entry: entry[0].start)
    position = 0
    for cell, headers in cells:
        if cell.start < position or cell.start == cell.end:
            continue
        if position < cell.start:
            yield _Region(position, cell.start)
        yield _Region(cell.start, cell.end, cell, headers)
        position = cell.end
    if position < len(document.text):
        yield _Region(position, len(document.text))


def _cells(table: Table) -> Iterator[tuple[Cell, CellHeaders | None]]:
    """Every cell with its headers; those of the header rows have none."""
    for cell in table.cells:
        if cell.row < table.header_rows:
            yield cell, None
    yield from headers_of(table)


def _written(text: str, region: _Region) -> list[WrittenFigure]:
    """The figures of a region: a cell that is one figure, or whatever prose holds."""
    if region.headers is not None:
        figure = cell_figure(text, region.start, region.end, region.headers)
        if figure is not None:
            return [figure]
        if region.headers.is_code:
            return []
    return settle_series(text, list(scan(text, region.start, region.end)))


def _mentions(reading: _Reading, region: _Region, figures: list[WrittenFigure]) -> Iterator[Mention]:
    understood, left = "", region.start
    statement = -1
    for index, figure in enumerate(figures):
        begins = max(reading.clauses.statement(figure.start), region.start)
        if begins != statement:
            statement, understood = begins, _row_label(reading, region, begins)
        right = figures[index + 1].start if index + 1 < len(figures) else region.end
        mention = _mention(reading, region, figure, (left, right), understood)
        understood, left = mention.subject.rpartition("|")[2], figure.tail
        yield mention


def _row_label(reading: _Reading, region: _Region, begins: int) -> str:
    """What a run of clauses is about before it has said so: the words of the cell to the left on a line of tabs."""
    if region.cell is not None or not begins or reading.text[begins - 1] != "\t":
        return ""
    line = reading.text[max(reading.text.rfind("\n", max(0, begins - 120), begins) + 1, begins - 120, 0) : begins]
    words = [part.strip() for part in line.split("\t") if re.search("[\u4e00-\u9fff]", part)]
    return words[-1] if words and len(words[-1]) <= 40 else ""


def _mention(
    reading: _Reading, region: _Region, figure: WrittenFigure, around: tuple[int, int], understood: str
) -> Mention:
    """*around* is the end of the figure before and the start of the figure behind."""
    subject, period = reading.paired.get(figure.start, ("", ""))
    phrase, whole = _phrase(reading, region, figure, around[0])
    in_cell = region.headers is not None and figure.start - region.start < 4 and figure.tail + 4 > region.end
    if region.headers is not None and in_cell:
        subject = region.headers.subject
        period = year_in(f"{subject}", reading.years.default)
    elif not subject:
        subject = _subject(reading, figure, phrase, understood, around[1])
        if region.headers is not None and (not subject or is_generic(subject)):
            subject = "|".join(part for part in ("/".join(region.headers.row), subject) if part)
    return Mention(
        text=reading.document.text[figure.start : figure.end],
        value=figure.value,
        unit=figure.unit,
        unit_text=figure.unit_text,
        decimals=figure.decimals,
        start=figure.start,
        end=figure.end,
        subject=subject,
        period=period or reading.years.at(reading.text, figure.start, reading.clauses),
        direction="" if in_cell else _direction(reading, whole, figure, around[1]),
        approximate=figure.approximate,
        place=_place(reading.document, region.cell, figure.start),
    )


def _phrase(reading: _Reading, region: _Region, figure: WrittenFigure, before: int) -> tuple[str, str]:
    """The words before a figure: those of its own clause, and the same without gaps for the direction."""
    floor = max(reading.clauses.clause(figure.start), region.start, before, figure.start - _NEAR)
    phrase = reading.document.text[floor : figure.start]
    return phrase, _SPACE.sub("", reading.text[floor : figure.start])


def _subject(reading: _Reading, figure: WrittenFigure, phrase: str, understood: str, right: int) -> str:
    spoken = spoken_subject(phrase, understood)
    subject = spoken.text
    if figure.unit is not None and not figure.unit.is_rate:
        own = "" if spoken.inherited else subject
        counted = not figure.unit.is_money and figure.unit_text not in {"分", "日", "天", "年", "岁", "倍"}
        named = noun_behind(own, phrase, reading.text, figure.tail, right) if counted else own
        subject = named or subject
    return f"{_heading(reading, figure.start)}{subject}" if is_generic(subject) else subject


def _heading(reading: _Reading, start: int) -> str:
    """The item that a generic subject belongs to, with a bar behind it, or ``""``."""
    index = bisect_left(reading.headings.starts, start) - 1
    if index < 0 or start - reading.headings.starts[index] > _HEADING_REACH:
        return ""
    return reading.headings.titles[index] + "|"


def _direction(reading: _Reading, phrase: str, figure: WrittenFigure, right: int) -> str:
    direction = direction_before(phrase)
    if direction:
        return direction
    behind = reading.text[figure.tail : min(right, reading.clauses.next_break(figure.tail, right), figure.tail + _NEAR)]
    return "持平" if is_flat(behind) else ""


def _place(document: Document, cell: Cell | None, start: int) -> Place:
    page = cell.page if cell is not None and cell.page is not None else document.page_at(start)
    return Place(page, cell.address if cell is not None else "")
