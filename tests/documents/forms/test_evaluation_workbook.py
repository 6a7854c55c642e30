"""Workbooks as they come back: read to the same tree, or refused with the sheet and the cell named."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from hengji.documents.forms.evaluation_workbook import read_evaluation_workbook
from hengji.facts.evaluation import Evaluation
from hengji.facts.findings import Finding
from hengji.facts.sources import Mapping, Text
from hengji.facts.workbook_layout import COVER, DATA, EVENTS, GOALS, JUDGEMENTS
from hengji.scoring.intake import EvaluationRead, read_evaluation
from reports.test_scorecard_workbook import EXAMPLES, essence, example, written

VERIFIED = next(path for path in EXAMPLES if path.match("verification-2021/verified.yaml"))
GOALS_EXAMPLE = next(path for path in EXAMPLES if path.match("goal-table-2024/self.yaml"))
Change = Callable[[Workbook], None]


@cache
def workbook_of(path: Path) -> bytes:
    evaluation, scheme = example(path)
    return written(evaluation, scheme)[1].content


def changed(change: Change) -> bytes:
    book = load_workbook(BytesIO(workbook_of(VERIFIED)))
    change(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def cell_of(book: Workbook, sheet: str, name: str, column: int) -> str:
    """The address of a row's cell, found by the row's first cell."""
    found = next(row for row in book[sheet].iter_rows() if row[0].value == name)
    return str(found[column].coordinate)


def taken(content: bytes) -> EvaluationRead:
    read = read_evaluation_workbook(content, "交回.xlsx")
    assert read.located is not None, [str(finding) for finding in read.findings]
    return read_evaluation(read.located, example(VERIFIED)[1])


def findings_of(content: bytes) -> tuple[Finding, ...]:
    read = read_evaluation_workbook(content, "交回.xlsx")
    assert read.located is None
    return read.findings


def figure(evaluation: Evaluation | None, name: str) -> object:
    assert evaluation is not None
    return next(item.value for item in evaluation.data if item.name == name)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_was_written_is_read_back(path: Path) -> None:
    evaluation, scheme = example(path)
    read = read_evaluation_workbook(workbook_of(path), "交回.xlsx")
    assert read.located is not None and not read.findings
    returned = read_evaluation(read.located, scheme).evaluation
    assert returned is not None and essence(returned) == essence(evaluation)


def test_every_value_knows_its_cell() -> None:
    read = read_evaluation_workbook(workbook_of(VERIFIED), "交回.xlsx")
    assert isinstance(read.located, Mapping)
    data = read.located.get("data")
    assert isinstance(data, Mapping)
    item = data.get("政府采购实际金额")
    assert isinstance(item, Mapping)
    value = item.get("value")
    assert isinstance(value, Text) and value.text == "3.83万元"
    assert str(value.source).startswith("交回.xlsx 数据!B")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (3.94, "3.94"),
        (1.1, "1.1"),
        (0.1 + 0.2, "0.3"),
        (10_000_000_000, "10000000000"),
        (12345678.123456, "12345678.123456"),
        ("1,234.50 万元", "1234.5"),
        ("３.９４", "3.94"),
        ("38300元", "3.83"),
    ],
)
def test_figures_are_read_exactly_as_typed(typed: float | str, value: str) -> None:
    def change(book: Workbook) -> None:
        book[DATA][cell_of(book, DATA, "政府采购预算金额", 1)] = typed

    assert figure(taken(changed(change)).evaluation, "政府采购预算金额") == Fraction(value)


def test_a_formula_in_an_input_cell_is_an_error_that_names_the_cell() -> None:
    def change(book: Workbook) -> None:
        book[DATA][cell_of(book, DATA, "政府采购预算金额", 1)] = "=1+2"
        book[DATA][cell_of(book, DATA, "年初预算数", 1)] = date(2021, 3, 5)
        book[JUDGEMENTS]["E4"] = "=A1"

    book = load_workbook(BytesIO(workbook_of(VERIFIED)))
    findings = findings_of(changed(change))
    cells = {finding.source.cell for finding in findings}
    assert cells == {cell_of(book, DATA, "政府采购预算金额", 1), cell_of(book, DATA, "年初预算数", 1), "E4"}
    assert sum("公式" in finding.message for finding in findings) == 2


def test_words_in_a_figure_cell_reach_the_intake_with_their_cell() -> None:
    def change(book: Workbook) -> None:
        book[DATA][cell_of(book, DATA, "政府采购预算金额", 1)] = "约3万元"

    read = taken(changed(change))
    assert read.evaluation is None
    assert any(finding.source.sheet == DATA and "不是数" in finding.message for finding in read.findings)


def test_a_blank_cell_is_no_figure_and_no_zero() -> None:
    def change(book: Workbook) -> None:
        book[DATA][cell_of(book, DATA, "政府采购预算金额", 1)] = None

    evaluation = taken(changed(change)).evaluation
    assert evaluation is not None and "政府采购预算金额" not in {item.name for item in evaluation.data}


def test_an_occurrence_without_its_name_is_an_error() -> None:
    def change(book: Workbook) -> None:
        book[EVENTS][cell_of(book, EVENTS, "调剂比例20%以上项目", 0).replace("A", "Z")] = None
        row = next(row for row in book[EVENTS].iter_rows() if row[1].value and "个（报告" in str(row[1].value))
        row[0].value = None

    assert any(finding.code == "workbook.event" for finding in findings_of(changed(change)))


@pytest.mark.parametrize(
    ("sheet", "code"),
    [(COVER, "workbook.foreign"), (DATA, "workbook.headings"), (JUDGEMENTS, "workbook.headings")],
)
def test_a_sheet_without_its_headings_is_named(sheet: str, code: str) -> None:
    def change(book: Workbook) -> None:
        book[sheet].delete_rows(1, 12)

    findings = findings_of(changed(change))
    assert any(finding.code == code and finding.source.sheet == sheet for finding in findings)


def test_all_missing_facts_of_the_cover_are_said_at_once() -> None:
    def change(book: Workbook) -> None:
        for label in ("单位名称", "年度", "评价人"):
            book[COVER][cell_of(book, COVER, label, 1)] = None

    assert [finding.found for finding in findings_of(changed(change))] == [""] * 3


def rewritten(content: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The package with each part changed; None leaves it out."""
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = change(name, source.read(name))
            if part is not None:
                target.writestr(name, part)
    return buffer.getvalue()


def part_of(book: Workbook, sheet: str) -> str:
    return f"xl/worksheets/sheet{book.sheetnames.index(sheet) + 1}.xml"


def with_formula(result: bytes) -> tuple[bytes, str]:
    """The workbook with a formula typed over a figure, as a spreadsheet stores it; and the cell."""
    book = load_workbook(BytesIO(workbook_of(VERIFIED)))
    cell, part = cell_of(book, DATA, "政府采购预算金额", 1), part_of(book, DATA)

    def change(name: str, content: bytes) -> bytes:
        pattern, kind = rf'(<c r="{cell}"[^>]*)><v>[^<]*</v>'.encode(), b' t="e"' if b"#" in result else b""
        return re.sub(pattern, rb"\1" + kind + b"><f>1+2</f>" + result, content) if name == part else content

    return rewritten(workbook_of(VERIFIED), change), cell


def test_a_typed_formula_is_read_by_its_result_and_said() -> None:
    content, cell = with_formula(b"<v>3.5</v>")
    read = read_evaluation_workbook(content, "交回.xlsx")
    assert read.located is not None and [finding.source.cell for finding in read.findings] == [cell]
    assert read.findings[0].severity == "warning" and "3.5" in read.findings[0].message
    assert figure(read_evaluation(read.located, example(VERIFIED)[1]).evaluation, "政府采购预算金额") == Fraction("3.5")


@pytest.mark.parametrize(("result", "words"), [(b"", "没有它算出的值"), (b"<v>#DIV/0!</v>", "计算错误")])
def test_a_typed_formula_without_a_usable_result_is_an_error(result: bytes, words: str) -> None:
    content, cell = with_formula(result)
    read = read_evaluation_workbook(content, "交回.xlsx")
    assert [(finding.source.cell, words in finding.message) for finding in read.findings] == [(cell, True)]
    assert read.partial is not None


def test_inserted_rows_and_moved_columns_change_nothing() -> None:
    def change(book: Workbook) -> None:
        sheet = book[DATA]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet.delete_rows(1, sheet.max_row)
        sheet.append(["自己加的标题"])
        sheet.append([])
        for number, row in enumerate(rows):
            sheet.append([row[-1], *row[1:-1], None, row[0]])
            if number % 7 == 3:
                sheet.append([])

    whole, moved = taken(workbook_of(VERIFIED)).evaluation, taken(changed(change)).evaluation
    assert whole is not None and moved is not None and essence(moved) == essence(whole)


def test_a_text_that_was_merged_over_rows_is_read_in_each_and_a_figure_only_where_it_stands() -> None:
    def change(book: Workbook) -> None:
        sheet = book[DATA]
        first = int(cell_of(book, DATA, "部门年度实际支出", 1)[1:])
        column = next(cell.column_letter for cell in sheet[3] if cell.value == "来源表")
        sheet.merge_cells(f"{column}{first}:{column}{first + 1}")
        sheet[f"{column}{first}"] = "决算报表汇编"
        sheet.merge_cells(f"B{first}:B{first + 1}")

    evaluation = taken(changed(change)).evaluation
    assert evaluation is not None
    forms = {item.name: item.form for item in evaluation.data}
    assert forms["部门年度实际支出"] == "决算报表汇编" and "年初预算数" not in forms


def test_the_headings_that_are_missing_are_named() -> None:
    def change(book: Workbook) -> None:
        next(cell for cell in book[DATA][3] if cell.value == "单位").value = "计量"

    finding = next(finding for finding in findings_of(changed(change)) if finding.code == "workbook.headings")
    assert "缺少“单位”" in finding.message


def test_a_figure_whose_row_lost_its_name_is_an_error_and_the_rest_is_kept() -> None:
    def change(book: Workbook) -> None:
        row = int(cell_of(book, DATA, "政府采购预算金额", 1)[1:])
        book[DATA][f"A{row}"] = None

    read = read_evaluation_workbook(changed(change), "交回.xlsx")
    assert [finding.code for finding in read.findings] == ["workbook.nameless"]
    assert isinstance(read.partial, Mapping) and isinstance(read.partial.get("data"), Mapping)


def test_a_percentage_that_a_spreadsheet_made_of_a_target_stays_one() -> None:
    scheme = example(GOALS_EXAMPLE)[1]

    def change(book: Workbook) -> None:
        sheet = book[GOALS]
        target = next(cell.column for cell in sheet[3] if cell.value == "指标值")
        sheet.cell(4, target).value, sheet.cell(4, target).number_format = 0.95, "0%"

    book = load_workbook(BytesIO(workbook_of(GOALS_EXAMPLE)))
    change(book)
    buffer = BytesIO()
    book.save(buffer)
    read = read_evaluation_workbook(buffer.getvalue(), "交回.xlsx")
    assert read.located is not None
    evaluation = read_evaluation(read.located, scheme).evaluation
    assert evaluation is not None and evaluation.goals[0].target is not None
    assert evaluation.goals[0].target.low == Fraction(95, 100)


def inline_strings(name: str, content: bytes, strings: list[bytes]) -> bytes:
    def inline(match: re.Match[bytes]) -> bytes:
        return match[1] + b't="inlineStr"' + match[2] + b"><is>" + strings[int(match[3])] + b"</is></c>"

    if not name.startswith("xl/worksheets/sheet"):
        return content
    return re.sub(rb'(<c [^>]*?)t="s"([^>]*)><v>(\d+)</v></c>', inline, content)


@pytest.mark.parametrize("without_styles", [False, True])
def test_other_programs_ways_of_saving_are_read(without_styles: bool) -> None:
    """What WPS may write: texts in their cells, absolute paths between parts, no list of texts, no styles."""
    whole = workbook_of(VERIFIED)
    with ZipFile(BytesIO(whole)) as archive:
        shared = archive.read("xl/sharedStrings.xml")
    strings = re.findall(rb"<si>(.*?)</si>", shared, re.DOTALL)

    def change(name: str, content: bytes) -> bytes | None:
        if name == "xl/sharedStrings.xml" or (without_styles and name == "xl/styles.xml"):
            return None
        if name == "xl/_rels/workbook.xml.rels":
            content = re.sub(rb"<Relationship [^>]*sharedStrings[^>]*/>", b"", content)
            if without_styles:
                content = re.sub(rb"<Relationship [^>]*styles\.xml[^>]*/>", b"", content)
            return content.replace(b'Target="worksheets', b'Target="/xl/worksheets')
        if name == "[Content_Types].xml":
            return re.sub(rb"<Override [^>]*sharedStrings[^>]*/>", b"", content)
        return inline_strings(name, content, strings)

    returned = taken(rewritten(whole, change)).evaluation
    expected = taken(whole).evaluation
    assert returned is not None and expected is not None and essence(returned) == essence(expected)


def zipped(**members: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
    return buffer.getvalue()


def foreign() -> bytes:
    buffer = BytesIO()
    Workbook().save(buffer)
    return buffer.getvalue()


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><workbook>&c;</workbook>'
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "workbook.empty"),
        (b"a,b,c\n1,2,3\n", "workbook.format"),
        (OLD, "workbook.old"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "workbook.encrypted"),
        (zipped(word__document_xml=b"<a/>"), "workbook.format"),
        (zipped(xl__workbook_xml=b"<a/>", xl__vbaProject_bin=b"x"), "workbook.macros"),
        (zipped(xl__workbook_xml=b"\0" * 200_000_000), "workbook.bomb"),
        (zipped(xl__workbook_xml=BOMB), "workbook.broken"),
        (zipped(xl__workbook_xml=b"<workbook"), "workbook.broken"),
        (b"0" * 11_000_000, "workbook.size"),
        (foreign(), "workbook.foreign"),
        (workbook_of(VERIFIED)[:20_000], "workbook.format"),
    ],
)
def test_what_is_no_workbook_of_ours_is_refused_in_words(content: bytes, code: str) -> None:
    findings = findings_of(content)
    assert [finding.code for finding in findings] == [code]
    assert all("交回.xlsx" in str(finding) for finding in findings)


def test_damaged_bytes_never_raise() -> None:
    whole = workbook_of(VERIFIED)
    for position in range(0, len(whole), 997):
        damaged = whole[:position] + bytes([whole[position] ^ 0xFF]) + whole[position + 1 :]
        read = read_evaluation_workbook(damaged, "坏.xlsx")
        assert (read.located is None) == any(finding.severity == "error" for finding in read.findings)
