"""The sheet 说明: what this workbook is, whose it is, how to use it; and 文中结果: what the document itself prints."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from hengji.facts.evaluation import Evaluation
from hengji.facts.numbers import plain
from hengji.facts.workbook_layout import (
    COVER,
    COVER_LABELS,
    FORMAT,
    FORMAT_LABEL,
    STATED,
    STATED_HEADINGS,
    STATED_KINDS,
)
from hengji.reports.workbook.book import Book, at
from hengji.reports.workbook.shapes import height_of
from hengji.reports.workbook.tables import Column, begin, protect, set_page
from hengji.rules.scheme import Scheme

__all__ = ["stated_rows", "write_cover", "write_stated_sheet"]

_EVALUATORS = {"self": "自评", "verified": "核查"}
_LIVE_STEPS = (
    "1. 在“数据”“事项”“目标”“评判”各表的浅黄色格子里填写；其他格子已锁定（没有密码，可在“审阅”里取消保护）。",
    "2. “计算”逐项列出每一步，“评分表”是打印用的表，两者都随填写自动重算，Excel、WPS 表格、LibreOffice 均可。",
    "3. 没有的数据请留空，不要填 0：缺数据的指标显示“未佐证”，总分显示可得范围，不会按 0 分计。",
    "4. “核对”一栏显示“有误”的格子不能用，相应指标按未佐证处理，改正后自动恢复。",
    "5. 填好后存为 .xlsx，可以交回系统读入；读入时逐格核对，有问题会指明工作表和单元格。",
)
_STATED_STEPS = (
    "1. 本文件只照录文件自报的得分，没有可供重算的数据，因此没有填写用的各表。",
    "2. “评分表”的合计、总分和等级由公式算出，可与文中印出的总分对照。",
)
_LEGEND = (
    ("input_text", "浅黄：可以填写"),
    ("live_text", "浅灰：公式算出，已锁定"),
    ("text", "白色：方案内容，已锁定"),
)
_STATED_COLUMNS = tuple(map(Column, STATED_HEADINGS, (18, 50, 24, 60)))


def write_cover(book: Book, sheet: Worksheet, evaluation: Evaluation, scheme: Scheme) -> None:
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 90)
    sheet.merge_range(0, 0, 0, 1, "", book.look("title"))
    book.text(sheet, 0, 0, "绩效评分工作簿", book.look("title"))
    sheet.set_row(0, 34)
    row = _write_facts(book, sheet, evaluation, scheme)
    stated = evaluation.is_stated_column
    row = _write_list(book, sheet, row + 1, "使用方法", _STATED_STEPS if stated else _LIVE_STEPS)
    book.text(sheet, row + 1, 0, "图例", book.look("section"))
    for offset, (look, words) in enumerate(_LEGEND):
        book.text(sheet, row + 2 + offset, 0, "", book.look(look))
        book.text(sheet, row + 2 + offset, 1, words, book.look("prose"))
    row += 2 + len(_LEGEND)
    findings = [finding.message + (f"：{finding.found}" if finding.found else "") for finding in book.findings]
    if findings:
        _write_list(book, sheet, row + 1, "本文件的限制", tuple(findings))
    set_page(sheet, None)
    sheet.set_portrait()
    protect(sheet)


def _write_facts(book: Book, sheet: Worksheet, evaluation: Evaluation, scheme: Scheme) -> int:
    """Who, when, by which scheme. What can be typed has the colour of input cells."""
    valid = f"{scheme.valid_from}—{scheme.valid_to if scheme.valid_to is not None else '今'}"
    facts = (
        ("方案", scheme.title, "text"),
        (COVER_LABELS["scheme"], scheme.id, "text"),
        ("方案依据", "、".join(scheme.basis), "text"),
        ("方案适用年度", valid, "text"),
        ("方案说明", scheme.note, "text"),
        (COVER_LABELS["organisation"], evaluation.organisation, "input_text"),
        (COVER_LABELS["year"], str(evaluation.year), "input_text"),
        (COVER_LABELS["evaluation"], _EVALUATORS[evaluation.evaluator], "input_text"),
        (COVER_LABELS["note"], evaluation.note, "input_text"),
        (FORMAT_LABEL, FORMAT, "text"),
    )
    for row, (label, text, look) in enumerate(facts, 1):
        book.text(sheet, row, 0, label, book.look("heading"))
        book.text(sheet, row, 1, text, book.look(look))
        sheet.set_row(row, height_of([(text, 90)], 22))
        if label == COVER_LABELS["scheme"]:
            book.define("方案编号", at(COVER, row, 1))
        if label == COVER_LABELS["evaluation"]:
            choices = list(_EVALUATORS.values())
            sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": choices})
    return len(facts) + 1


def _write_list(book: Book, sheet: Worksheet, row: int, title: str, lines: tuple[str, ...]) -> int:
    book.text(sheet, row, 0, title, book.look("section"))
    for offset, line in enumerate(lines, 1):
        sheet.merge_range(row + offset, 0, row + offset, 1, "", book.look("prose"))
        book.text(sheet, row + offset, 0, line, book.look("prose"))
        sheet.set_row(row + offset, height_of([(line, 104)]))
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
    protect(sheet)


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
