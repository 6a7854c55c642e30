"""The sheet 填报说明: what this workbook is, whose it is, how to use it, how far it is; and 文中结果."""

from __future__ import annotations

from typing import Final

from xlsxwriter.worksheet import Worksheet

from hengji.facts.evaluation import Evaluation
from hengji.facts.numbers import plain
from hengji.facts.workbook_layout import (
    COVER,
    COVER_LABELS,
    FORMAT,
    FORMAT_LABEL,
    STAGES,
    STATED,
    STATED_HEADINGS,
    STATED_KINDS,
)
from hengji.reports.workbook.book import Book, at
from hengji.reports.workbook.form import Form
from hengji.reports.workbook.instructions import LIVE_STEPS, STATED_STEPS, stage_steps
from hengji.reports.workbook.progress import POINTS, progress_rows
from hengji.reports.workbook.shapes import height_of
from hengji.reports.workbook.tables import Column, begin, finish, set_page
from hengji.rules.scheme import Scheme

__all__ = ["stated_rows", "write_cover", "write_stated_sheet"]

_EVALUATORS: Final = {"self": "自评", "verified": "核查"}
_LEGEND: Final = (
    ("input_text", "浅黄：可以填写"),
    ("live_text", "浅灰：公式算出，已锁定"),
    ("text", "白色：方案内容，已锁定"),
    ("wrong", "浅红：填的内容不能用，“检查”一栏说明原因"),
)
_STATED_COLUMNS = tuple(map(Column, STATED_HEADINGS, (18, 50, 24, 60)))
_LABEL_WIDTH, _WIDTH = 18, 90


def write_cover(
    book: Book, sheet: Worksheet, evaluation: Evaluation, scheme: Scheme, form: Form | None, sheets: tuple[str, ...]
) -> None:
    """*sheets* are those of the workbook; a form says how far each of them is."""
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, 1, _WIDTH)
    sheet.merge_range(0, 0, 0, 1, "", book.look("title"))
    title = "绩效评分工作簿" if form is None else f"{evaluation.year}年度部门整体支出{STAGES[form.stage]}填报工作簿"
    book.text(sheet, 0, 0, title, book.look("title"))
    sheet.set_row(0, 34)
    row = _write_facts(book, sheet, evaluation, scheme, form)
    if form is not None:
        row = _write_progress(book, sheet, row + 1, form, sheets)
        row = _write_list(book, sheet, row + 1, "怎样填", stage_steps(form.stage, sheets))
    else:
        steps: tuple[str, ...] = STATED_STEPS if evaluation.is_stated_column else LIVE_STEPS
        row = _write_list(book, sheet, row + 1, "使用方法", steps)
    book.text(sheet, row + 1, 0, "图例", book.look("section"))
    for offset, (look, words) in enumerate(_LEGEND):
        book.text(sheet, row + 2 + offset, 0, "", book.look(look))
        book.text(sheet, row + 2 + offset, 1, words, book.look("prose"))
    row += 2 + len(_LEGEND)
    findings = [finding.message + (f"：{finding.found}" if finding.found else "") for finding in book.findings]
    if findings:
        row = _write_list(book, sheet, row + 1, "本文件的限制", tuple(findings))
    set_page(sheet, None)
    sheet.set_portrait()
    finish(sheet, row, 1)


def _write_facts(book: Book, sheet: Worksheet, evaluation: Evaluation, scheme: Scheme, form: Form | None) -> int:
    """Who, when, by which scheme. What can be typed has the colour of input cells: in a form only the remark can."""
    valid = f"{scheme.valid_from}—{scheme.valid_to if scheme.valid_to is not None else '今'}"
    own = "input_text" if form is None else "text"
    facts = (
        ("方案", scheme.title, "text"),
        (COVER_LABELS["scheme"], scheme.id, "text"),
        ("方案依据", "、".join(scheme.basis), "text"),
        ("方案适用年度", valid, "text"),
        ("方案说明", scheme.note, "text"),
        (COVER_LABELS["organisation"], evaluation.organisation, own),
        (COVER_LABELS["year"], str(evaluation.year), own),
        (COVER_LABELS["evaluation"], _EVALUATORS[evaluation.evaluator], own),
        (COVER_LABELS["note"], evaluation.note, "input_text"),
        (FORMAT_LABEL, FORMAT, "text"),
    )
    for row, (label, text, look) in enumerate(facts, 1):
        book.text(sheet, row, 0, label, book.look("heading"))
        book.text(sheet, row, 1, text, book.look(look))
        sheet.set_row(row, height_of([(text, _WIDTH)], 22))
        if label == COVER_LABELS["scheme"]:
            book.define("方案编号", at(COVER, row, 1))
        if label == COVER_LABELS["evaluation"] and form is None:
            choices = list(_EVALUATORS.values())
            sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": choices})
    return len(facts) + 1


def _write_progress(book: Book, sheet: Worksheet, row: int, form: Form, sheets: tuple[str, ...]) -> int:
    """How far each sheet is, live. The labels must not be among the cover's own: the first of a label counts."""
    book.text(sheet, row, 0, "填报进度", book.look("section"))
    for label, formula in progress_rows(book, form, sheets):
        row += 1
        book.text(sheet, row, 0, label, book.look("heading"))
        book.formula(sheet, row, 1, formula, book.look("progress"))
        sheet.set_row(row, 34 if form.takes_goals and label == POINTS else 20)
        rule = {
            "type": "formula",
            "criteria": f'=OR(ISNUMBER(SEARCH("有误",$B${row + 1})),ISNUMBER(SEARCH("不等",$B${row + 1})))',
            "format": book.look("wrong"),
        }
        sheet.conditional_format(row, 1, row, 1, rule)
    return row + 1


def _write_list(book: Book, sheet: Worksheet, row: int, title: str, lines: tuple[str, ...]) -> int:
    book.text(sheet, row, 0, title, book.look("section"))
    for offset, line in enumerate(lines, 1):
        sheet.merge_range(row + offset, 0, row + offset, 1, "", book.look("prose"))
        book.text(sheet, row + offset, 0, line, book.look("prose"))
        sheet.set_row(row + offset, height_of([(line, _LABEL_WIDTH + _WIDTH - 4)]))
    return row + len(lines) + 1


def write_stated_sheet(book: Book, sheet: Worksheet, evaluation: Evaluation) -> None:
    """The document's own results and other readings of figures, as rows that can be read back."""
    row = begin(
        book, sheet, STATED, "文件自己印出的结果，供与重算结果核对；另一口径的数据不参加本文件的计算。", _STATED_COLUMNS
    )
    for texts in stated_rows(evaluation):
        sheet.set_row(row, height_of([(texts[1], 50), (texts[3], 60)]))
        for column, text in enumerate(texts):
            book.text(sheet, row, column, text, book.look("text" if column < 2 else "input_text"))
        row += 1
    finish(sheet, row - 1, len(STATED_HEADINGS) - 1)


def stated_rows(evaluation: Evaluation) -> list[tuple[str, str, str, str]]:
    """Kind, name, content and more of everything the document states."""
    stated, kinds = evaluation.stated, STATED_KINDS
    rows = []
    if stated.total is not None:
        rows.append((kinds["total"], "", plain(stated.total), ""))
    if stated.grade:
        rows.append((kinds["grade"], "", stated.grade, ""))
    rows += [(kinds["score"], "/".join(path), plain(score), "") for path, score in stated.scores]
    rows += [(kinds["adjustment"], name, plain(points), "") for name, points in stated.adjustments]
    rows += [(kinds["claim"], "", claim, "") for claim in stated.claims]
    for what_if in evaluation.what_ifs:
        rows.append((kinds["what_if"], what_if.name, "", what_if.note))
        for item in what_if.data:
            text = item.text
            rows.append((kinds["what_if_data"], item.name, text, item.form))
    return rows
