"""The sheet 数据: every data item of the scheme with its figure, its unit and where it was taken from."""

from __future__ import annotations

from fractions import Fraction

from xlsxwriter.worksheet import Worksheet

from hengji.facts.evaluation import DataItem, Evaluation
from hengji.facts.workbook_layout import DATA, DATA_HEADINGS, EVENTS
from hengji.reports.workbook.book import Book, at
from hengji.reports.workbook.form import Form
from hengji.reports.workbook.inputs import WRONG, Inputs, figure_check
from hengji.reports.workbook.shapes import figure_format, height_of, most_decimals
from hengji.reports.workbook.tables import Column, begin, finish, mark_checks
from hengji.rules.scheme import DataDefinition, Scheme

__all__ = ["write_data"]

_NAME, _VALUE, _UNIT, _BESIDE, _CHECK, _PERIOD, _FORM, _PLACE, _ORIGIN, _NOTE = range(10)
_WIDTHS = (34, 18, 8, 18, 22, 10, 24, 18, 22, 46)  # in digits
_HINT = "浅黄色的格子填写；金额按“单位”一栏的单位填；没有的数据留空，不要填 0。"


def write_data(
    book: Book, sheet: Worksheet, evaluation: Evaluation, scheme: Scheme, inputs: Inputs, form: Form | None = None
) -> None:
    """Figures and yes/no answers are typed here; counts of events come from their own sheet."""
    first = row = begin(book, sheet, DATA, _HINT, _columns(form))
    given = {item.name: item for item in evaluation.data}
    beside = {item.name: item for item in form.beside.data} if form is not None and form.beside is not None else {}
    for definition in scheme.data:
        item = given.get(definition.name)
        origin = str(item.source) if item else ""
        place = item.place if item else ""
        texts = (definition.name, definition.form, place, origin, definition.note)
        sheet.set_row(row, height_of(list(zip(texts, (34, 24, 18, 22, 46), strict=True)), 20))
        book.text(sheet, row, _NAME, definition.name, book.look("text"))
        _write_beside(book, sheet, row, definition, beside.get(definition.name))
        _write_value(book, sheet, row, definition, item, inputs, compared=definition.name in beside)
        unit = "" if definition.kind == "truth" else str(definition.unit)
        book.text(sheet, row, _UNIT, unit, book.look("label"))
        book.text(sheet, row, _PERIOD, item.period if item else definition.period, book.look("input_choice"))
        book.text(sheet, row, _FORM, item.form if item else definition.form, book.look("input_text"))
        book.text(sheet, row, _PLACE, place, book.look("input_text"))
        book.text(sheet, row, _ORIGIN, origin, book.look("text"))
        book.text(sheet, row, _NOTE, definition.note, book.look("text"))
        row += 1
    mark_checks(book, sheet, (first, row - 1), _CHECK, (_VALUE,))
    finish(sheet, row - 1, _NOTE)


def _columns(form: Form | None) -> tuple[Column, ...]:
    """What stands beside is shown where there is something; where a figure came from, once it came from somewhere."""
    hidden = {_BESIDE} if form is None or form.beside is None else set()
    if form is not None:
        hidden.add(_ORIGIN)
    columns = [Column(*each) for each in zip(DATA_HEADINGS, _WIDTHS, strict=True)]
    if form is not None:
        columns[_BESIDE] = Column(form.beside_heading, _WIDTHS[_BESIDE])
    return tuple(column._replace(hidden=number in hidden) for number, column in enumerate(columns))


def _write_beside(book: Book, sheet: Worksheet, row: int, definition: DataDefinition, item: DataItem | None) -> None:
    if item is None or definition.kind == "events":
        book.text(sheet, row, _BESIDE, "", book.look("text"))
    elif definition.kind == "truth":
        book.text(sheet, row, _BESIDE, _truth(item), book.look("centred"))
    else:
        value = Fraction(item.value)
        book.number(sheet, row, _BESIDE, value, book.look("figure", figure_format(definition.unit, value)))


def _write_value(
    book: Book, sheet: Worksheet, row: int, definition: DataDefinition, item: DataItem | None, inputs: Inputs,
    compared: bool,
) -> None:  # fmt: skip
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
    doubts = _doubts(cell, at(DATA, row, _BESIDE), definition) if compared else []
    formula = figure_check(cell, bounds, decimals, str(definition.unit), doubts)
    book.formula(sheet, row, _CHECK, formula, book.look("live_text"))
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


def _doubts(cell: str, beside: str, definition: DataDefinition) -> list[tuple[str, str]]:
    """Yuan typed for wan yuan are ten thousand times as much: a leap of that size is asked about."""
    if not definition.unit.is_money:
        return []
    leap = f"AND({beside}<>0,{cell}<>0,OR(ABS({cell})>=ABS({beside})*1000,ABS({beside})>=ABS({cell})*1000))"
    return [(leap, f"单位是{definition.unit}吗")]


def _truth(item: DataItem | None) -> str:
    return "" if item is None else "是" if item.value else "否"
