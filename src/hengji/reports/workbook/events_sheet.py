"""The sheet 事项: above, what has been looked for and how often it was found; below, each occurrence by itself."""

from __future__ import annotations

from fractions import Fraction

from xlsxwriter.worksheet import Worksheet

from hengji.facts.evaluation import Evaluation, EventList
from hengji.facts.workbook_layout import EVENT_HEADINGS, EVENTS, LISTED_HEADINGS
from hengji.reports.workbook.book import Book, at
from hengji.reports.workbook.inputs import Inputs
from hengji.reports.workbook.shapes import height_of
from hengji.reports.workbook.tables import Column, begin, finish
from hengji.rules.scheme import Scheme

__all__ = ["event_names", "write_events"]

_LISTED_COLUMNS = tuple(map(Column, LISTED_HEADINGS, (34, 44, 20, 40, 16)))
_SPARE_ROWS = 30
_LISTED, _LISTED_NOTE, _DONE, _LISTED_UNIT, _COUNT = range(5)


def event_names(scheme: Scheme) -> tuple[tuple[str, str, str], ...]:
    """Everything that is counted, with its unit and what to know of it."""
    counted = [(item.name, str(item.unit), item.note) for item in scheme.data if item.kind == "events"]
    counted += [(item.name, "项", item.text) for item in scheme.adjustments]
    counted += [(item.name, "项", item.text) for item in scheme.vetoes]
    return tuple({name: (name, unit, note) for name, unit, note in reversed(counted)}.values())[::-1]


def write_events(book: Book, sheet: Worksheet, evaluation: Evaluation, scheme: Scheme, inputs: Inputs) -> None:
    """Above, what has been looked for and how often it was found; below, each occurrence by itself."""
    names = event_names(scheme)
    hint = "先在下表逐项登记；确实没有发生的，在“已清点”选“是”。写了同一事项的几行只计一次。"
    row = begin(book, sheet, EVENTS, hint, _LISTED_COLUMNS, freeze=False)
    given = {listed.name: listed for listed in evaluation.events}
    first_name, header = row, row + len(names) + 1
    first, last = header + 1, header + sum(len(one.events) for one in evaluation.events) + _SPARE_ROWS
    ranges = [f"{at(EVENTS, first, column)}:{at(EVENTS, last, column).split('!')[1]}" for column in (_LISTED, _COUNT)]
    for name, unit, note in names:
        _write_listed(book, sheet, row, (name, unit, note), given.get(name), ranges)
        inputs.put(name, book.define(name, at(EVENTS, row, _COUNT)), decimals=0)
        row += 1
    for column, heading in enumerate(EVENT_HEADINGS):
        book.text(sheet, header, column, heading, book.look("heading"))
    row = first
    for listed in evaluation.events:
        for event in listed.events:
            evidence = "\n".join(event.evidence)
            texts = (listed.name, event.what, event.matter, evidence)
            _write_event(book, sheet, row, first, texts)
            row += 1
    for spare in range(row, last + 1):
        _write_event(book, sheet, spare, first, ("", "", "", ""))
    source = f"={at(EVENTS, first_name, 0)}:{at(EVENTS, first_name + len(names) - 1, 0).split('!')[1]}"
    sheet.data_validation(first, 0, last, 0, {"validate": "list", "source": source})
    finish(sheet, last, _COUNT)


def _write_listed(
    book: Book,
    sheet: Worksheet,
    row: int,
    shown: tuple[str, str, str],
    listed: EventList | None,
    ranges: list[str],
) -> None:
    name, unit, note = shown
    sheet.set_row(row, height_of([(name, 34), (note, 44)], 20))
    book.text(sheet, row, _LISTED, name, book.look("text"))
    book.text(sheet, row, _LISTED_NOTE, note, book.look("text"))
    book.text(sheet, row, _LISTED_UNIT, unit, book.look("label"))
    book.text(sheet, row, _DONE, "是" if listed is not None else "", book.look("input_choice"))
    sheet.data_validation(row, _DONE, row, _DONE, {"validate": "list", "source": ["是"]})
    cell, done = at(EVENTS, row, _LISTED), at(EVENTS, row, _DONE)
    rows = f"SUMPRODUCT(--({ranges[0]}={cell}))"
    count = f'IF(AND({done}<>"是",{rows}=0),"",SUMPRODUCT(--({ranges[0]}={cell}),{ranges[1]}))'
    result = Fraction(listed.count) if listed is not None else None
    book.formula(sheet, row, _COUNT, count, book.look("live"), result)


def _write_event(book: Book, sheet: Worksheet, row: int, first: int, texts: tuple[str, str, str, str]) -> None:
    """One occurrence; it counts unless a row above has the same name and matter."""
    for column, text in enumerate(texts):
        book.text(sheet, row, column, text, book.look("input_text"))
    sheet.set_row(row, height_of([(texts[1], 44), (texts[3], 40)]))
    name, matter = at(EVENTS, row, 0), at(EVENTS, row, 2)
    counted = "1"
    if row > first:
        above = [f"{at(EVENTS, first, column)}:{at(EVENTS, row - 1, column).split('!')[1]}" for column in (0, 2)]
        same = f"SUMPRODUCT(({above[0]}={name})*EXACT({above[1]},{matter}))"
        counted = f'IF({matter}="",1,IF({same}>0,0,1))'
    book.formula(sheet, row, 4, f'IF({name}="",0,{counted})', book.look("live", "0;;"))
