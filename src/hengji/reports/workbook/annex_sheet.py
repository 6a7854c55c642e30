"""The sheet 评分表 as the paper that is signed: the annex's table, its scores of the explained side still live."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from xlsxwriter.format import Format

from hengji.facts.numbers import plain, read_number
from hengji.reports.paper.blocks import Cell, Live, Table
from hengji.reports.paper.grid import placed, widths_of
from hengji.reports.paper.printable import printable, words
from hengji.reports.paper.sheet_cells import rows_high
from hengji.reports.workbook.book import Result, quoted
from hengji.reports.workbook.grid import EFFECTIVE, HIGH, LOW, SCORE, Desk
from hengji.reports.workbook.leaf_rows import NOT_DEMONSTRATED
from hengji.reports.workbook.shapes import height_of, score_format
from hengji.reports.workbook.tables import finish, set_page
from hengji.reports.workbook.totals import Totals

__all__ = ["Annex", "unambiguous", "write_annex"]

_WIDTH: Final = 180.0
"""Digits that the columns share; the page is fitted to the paper's width."""
_FIRST: Final = 2
"""Rows above the table: the title, and whose it is."""
_REMARK: Final = "得分、合计和等级由公式算出，随各表的填写重算；评分说明和扣分原因是导出时的说明，不随数据变化。"


@dataclass(frozen=True, slots=True)
class Annex:
    """The table with what stands above it. Its live cells are known by their runs' keys.

    `score_key` begins the keys of the scores of the workbook's own evaluation, `result_key` its results' keys: ``得分``
    and nothing for a verification, ``自评得分`` and ``自评`` for a self-evaluation.
    """

    title: str
    whose: str
    table: Table
    score_key: str
    result_key: str


def write_annex(desk: Desk, totals: Totals, annex: Annex) -> None:
    """Every cell at its place: formulas where the workbook can compute, figures and words elsewhere."""
    table, sheet, book = annex.table, desk.sheet, desk.book
    widths = widths_of(table, _WIDTH)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for row, (text, look) in enumerate(((annex.title, "title"), (annex.whose, "subtitle"))):
        sheet.merge_range(row, 0, row, len(widths) - 1, "", book.look(look))
        book.text(sheet, row, 0, printable(text), book.look(look))
    sheet.set_row(0, 32)
    sheet.set_row(1, height_of([(annex.whose, _WIDTH)], 20))
    formulas = unambiguous(_formulas(desk, totals, annex))
    rows = list(placed(table))
    heights = rows_high(rows, widths, small=False)
    for number, (places, height) in enumerate(zip(rows, heights, strict=True)):
        row = _FIRST + number
        sheet.set_row(row, height)
        for place in places:
            if not place.covered:
                last = row + min(place.cell.rows, len(rows) - number) - 1
                _write(desk, (row, place.column, last, place.column + place.columns - 1), place.cell, formulas)
    end = _FIRST + len(rows)
    sheet.merge_range(end, 0, end, len(widths) - 1, "", book.look("subtitle"))
    book.text(sheet, end, 0, _REMARK, book.look("subtitle"))
    set_page(sheet, None)
    head = min(table.head_rows, len(rows))
    sheet.repeat_rows(_FIRST, _FIRST + head - 1)
    sheet.freeze_panes(_FIRST + head, 0)
    finish(sheet, end, len(widths) - 1)


def _write(desk: Desk, area: tuple[int, int, int, int], cell: Cell, formulas: dict[str, str]) -> None:
    book, sheet, (row, column) = desk.book, desk.sheet, area[:2]
    formula = next((formulas[run.key] for run in cell.runs if isinstance(run, Live) and run.key in formulas), None)
    text = words(cell.runs)
    value = read_number(text) if "," not in text and cell.tone != "head" else None
    look = _look(desk, cell, is_live=formula is not None)
    if area[:2] != area[2:]:
        sheet.merge_range(*area, "", look)
    result: Result = text if value is None else value
    if formula is not None:
        book.formula(sheet, row, column, formula, look, result)
    elif value is not None:
        book.number(sheet, row, column, value, _look(desk, cell, decimals=len(text.partition(".")[2])))
    else:
        book.text(sheet, row, column, text, look)


def _look(desk: Desk, cell: Cell, *, is_live: bool = False, decimals: int | None = None) -> Format:
    """The look of a cell: headings, live scores, figures with the decimals that the paper shows, words."""
    if cell.tone == "head":
        return desk.book.look("heading")
    if is_live:
        return desk.book.look("centred_live", score_format(desk.places) if _is_score(cell) else "General")
    if decimals is not None:
        return desk.book.look("centred", score_format(decimals))
    if cell.align == "center":
        return desk.book.look("label")
    return desk.book.look("strong" if cell.tone == "total" else "text")


def _is_score(cell: Cell) -> bool:
    return any(isinstance(run, Live) and not run.key.startswith("分值:") for run in cell.runs)


# ------------------------------------------------------------------------------------------------- what is computed
def _formulas(desk: Desk, totals: Totals, annex: Annex) -> Iterator[tuple[str, str]]:
    """Keys of the annex's live cells with their formulas; a score and its range are the same cell."""
    for path in desk.grid.nodes:
        name, cell = "/".join(path), {column: desk.grid.cell(path, column) for column in (SCORE, LOW, HIGH, EFFECTIVE)}
        node = desk.node(path)
        formula = _open_or(cell[SCORE], cell[LOW], cell[HIGH], NOT_DEMONSTRATED, desk)
        if node is not None and node.is_leaf and node.points is None:
            formula = f'IF({cell[SCORE]}="",{quoted(NOT_DEMONSTRATED)},{cell[SCORE]})'
        yield f"{annex.score_key}:{name}|无单位", formula
        yield f"{annex.score_key}范围:{name}", formula
        points = desk.points.get(path)
        if points is not None and node is not None and not desk.card.is_stated:
            worth, moved = plain(points), cell[EFFECTIVE]
            said = f'{quoted(worth)}&CHAR(10)&"调至"&{moved}'
            yield f"分值:{name}|无单位", f'IF(OR({moved}="",{moved}={worth}),{worth},{said})'
    for item, (_, points_cell) in zip(desk.scheme.adjustments, totals.adjustments, strict=True):
        yield f"{annex.result_key}加减分:{item.name}", points_cell
    total = totals.uncapped if desk.card.is_stated else totals.total
    formula = _open_or(total, totals.low, totals.high, "未定", desk)
    yield f"{annex.result_key}总分|无单位", formula
    yield f"{annex.result_key}总分范围", formula
    yield f"{annex.result_key}等级", f'IF({totals.grade}="",{totals.possible},{totals.grade})'


def unambiguous(formulas: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Without the keys that two indicators share (names that hold a slash): their figures stay as printed."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for key, formula in formulas:
        if found.setdefault(key, formula) != formula:
            twice.add(key)
    return {key: formula for key, formula in found.items() if key not in twice}


def _open_or(cell: str, low: str, high: str, word: str, desk: Desk) -> str:
    """The figure in *cell*; while it is open, *word* and what it can still be."""
    shape = quoted(score_format(desk.places))
    return f'IF({cell}="",{quoted(word)}&CHAR(10)&TEXT({low},{shape})&"～"&TEXT({high},{shape}),{cell})'
