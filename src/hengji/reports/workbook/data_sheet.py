"""The sheet 数据: every data item of the scheme with its figure, and the sheet 事项: what is counted, one by one."""

from __future__ import annotations

from fractions import Fraction

from xlsxwriter.worksheet import Worksheet

from hengji.facts.evaluation import DataItem, Evaluation, EventList
from hengji.facts.workbook_layout import DATA, DATA_HEADINGS, EVENT_HEADINGS, EVENTS, LISTED_HEADINGS
from hengji.reports.workbook.book import Book, at
from hengji.reports.workbook.inputs import WRONG, Inputs, figure_check
from hengji.reports.workbook.shapes import figure_format, height_of, most_decimals
from hengji.reports.workbook.tables import Column, begin, protect
from hengji.rules.scheme import DataDefinition, Scheme

__all__ = ["event_names", "write_data", "write_events"]

_COLUMNS = tuple(
    map(Column, DATA_HEADINGS, (34, 18, 8, 16, 10, 24, 22, 50))  # widths in digits
)
_NAME, _VALUE, _UNIT, _CHECK, _PERIOD, _FORM, _ORIGIN, _NOTE = range(8)
_LISTED_COLUMNS = tuple(map(Column, LISTED_HEADINGS, (34, 44, 20, 40, 16)))
_SPARE_ROWS = 40
_LISTED, _LISTED_NOTE, _DONE, _LISTED_UNIT, _COUNT = range(5)


def write_data(book: Book, sheet: Worksheet, evaluation: Evaluation, scheme: Scheme, inputs: Inputs) -> None:
    """Figures and yes/no answers are typed here; counts of events come from their own sheet."""
    row = begin(book, sheet, "数据", "浅黄色的格子填写；金额按“单位”一栏的单位填；没有的数据留空，不要填 0。", _COLUMNS)
    given = {item.name: item for item in evaluation.data}
    for definition in scheme.data:
        item = given.get(definition.name)
        origin = str(item.source) if item else ""
        texts = (definition.name, definition.form, origin, definition.note)
        sheet.set_row(row, height_of(list(zip(texts, (34, 24, 22, 50), strict=True)), 20))
        book.text(sheet, row, _NAME, definition.name, book.look("text"))
        _write_value(book, sheet, row, definition, item, inputs)
        unit = "" if definition.kind == "truth" else str(definition.unit)
        book.text(sheet, row, _UNIT, unit, book.look("label"))
        book.text(sheet, row, _PERIOD, item.period if item else definition.period, book.look("input_choice"))
        book.text(sheet, row, _FORM, item.form if item else definition.form, book.look("input_text"))
        book.text(sheet, row, _ORIGIN, origin, book.look("text"))
        book.text(sheet, row, _NOTE, definition.note, book.look("text"))
        row += 1
    protect(sheet)


def _write_value(
    book: Book, sheet: Worksheet, row: int, definition: DataDefinition, item: DataItem | None, inputs: Inputs
) -> None:
    cell, check = at(DATA, row, _VALUE), at(DATA, row, _CHECK)
    if definition.kind == "events":
        counted = inputs.cells[definition.name]
        book.formula(sheet, row, _VALUE, f'IF({counted}="","",{counted})', book.look("live"))
        book.formula(sheet, row, _CHECK, f'IF({counted}="","未清点","见“{EVENTS}”表")', book.look("live_text"))
        return
    name = book.define(definition.name, cell)
    if definition.kind == "truth":
        book.text(sheet, row, _VALUE, _truth(item), book.look("input_choice"))
        sheet.data_validation(row, _VALUE, row, _VALUE, {"validate": "list", "source": ["是", "否"]})
        wrong = f'IF(OR({cell}="是",{cell}="否"),"","{WRONG}应填是或否")'
        book.formula(sheet, row, _CHECK, f'IF({cell}="","未填",{wrong})', book.look("live_text"))
        inputs.put(definition.name, name, check, truth=True)
        return
    value = Fraction(item.value) if item else None
    decimals = most_decimals(definition.unit, value)
    look = book.look("input", figure_format(definition.unit, value))
    book.number(sheet, row, _VALUE, value, look)
    bounds = [] if definition.signed else [(f"{cell}<0", "不能为负")]
    book.formula(sheet, row, _CHECK, figure_check(cell, bounds, decimals), book.look("live_text"))
    signed = "" if definition.signed else f",{cell}>=0"
    sheet.data_validation(
        row,
        _VALUE,
        row,
        _VALUE,
        {
            "validate": "custom",
            "value": f"=AND(ISNUMBER({cell}),ROUND({cell},{decimals})={cell}{signed})",
            "error_title": "不能这样填",
            "error_message": f"请填以“{definition.unit}”计的数，最多 {decimals} 位小数"
            + ("" if definition.signed else "，不能为负") + "。不要写单位。",
        },
    )  # fmt: skip
    inputs.put(definition.name, name, check, decimals)


def _truth(item: DataItem | None) -> str:
    return "" if item is None else "是" if item.value else "否"


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
    row = begin(book, sheet, "事项", hint, _LISTED_COLUMNS, freeze=False)
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
    protect(sheet)


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
