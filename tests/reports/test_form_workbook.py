"""A workbook that goes out to be filled in: its cells say what is wrong, it computes, and it comes back the same."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from hengji.documents.forms.evaluation_workbook import read_evaluation_workbook
from hengji.facts.evaluation import DataItem, Evaluation, Goal
from hengji.facts.targets import read_target
from hengji.facts.units import read_unit
from hengji.facts.workbook_layout import (
    CALCULATION,
    CHECK,
    COVER,
    DATA,
    EVENTS,
    EVIDENCE,
    GOALS,
    JUDGEMENTS,
    MARK,
    NARRATIVE,
    STAGES,
    Stage,
)
from hengji.reports.workbook.form import Form, Passage
from hengji.reports.workbook.passages import passages_of
from hengji.rules.scheme import Scheme
from hengji.scoring.intake import read_evaluation
from hengji.scoring.score import score
from hengji.workflows.filling import form_content
from libreoffice import recalculate
from reports.random_evaluations import random_evaluation
from reports.shown_book import ShownBook
from reports.test_scorecard_workbook import EVERY_SHAPE, SCHEMES, essence, scheme_of, wrong_results

SEEDS_PER_SCHEME, SEEDS_OF_EVERY_SHAPE = 2, 8
PASSAGES = (
    Passage("概况.职责", "职责", "写什么", "=cmd|' /C calc'!A0\n第二段，“引号”。"),
    Passage("问题与改进.问题", "问题", "", "句子。\n" * 12_000 + "完"),
    Passage("结果应用.公开", "公开"),
)


def filled_form(evaluation: Evaluation, **more: object) -> Form:
    stage: Stage = "verification" if evaluation.evaluator == "verified" else "self-evaluation"
    return Form(stage, "0123456789abcdef", passages=PASSAGES, **more)  # type: ignore[arg-type]


def with_defaults(evaluation: Evaluation, scheme: Scheme) -> Evaluation:
    """As the intake makes it: where nobody names a form or a period, the scheme's own stand."""
    items = []
    for item in evaluation.data:
        definition = scheme.definition(item.name)
        assert definition is not None
        items.append(replace(item, form=item.form or definition.form, period=item.period or definition.period))
    return replace(evaluation, data=tuple(items))


@cache
def book_of(stage: Stage, path: Path = EVERY_SHAPE, seed: int = 7) -> bytes:
    scheme = scheme_of(path)
    evaluation = replace(random_evaluation(scheme, seed), evaluator="self")
    return form_content(evaluation, scheme, Form(stage, "f", passages=passages_of(stage, {})))[0]


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


@pytest.mark.slow
@pytest.mark.libreoffice
def test_what_goes_out_and_is_saved_by_libreoffice_comes_back_the_same_with_the_engines_totals(tmp_path: Path) -> None:
    """The law of forms, over generated evaluations of every built-in scheme."""
    source, target = tmp_path / "out", tmp_path / "back"
    source.mkdir()
    target.mkdir()
    made = {}
    for path in [*SCHEMES, EVERY_SHAPE]:
        scheme = scheme_of(path)
        for seed in range(200, 200 + (SEEDS_OF_EVERY_SHAPE if path == EVERY_SHAPE else SEEDS_PER_SCHEME)):
            evaluation = random_evaluation(scheme, seed)
            name = f"{scheme.id}-{seed}"
            (source / f"{name}.xlsx").write_bytes(form_content(evaluation, scheme, filled_form(evaluation))[0])
            made[name] = (evaluation, scheme)
    for path in recalculate([source / f"{name}.xlsx" for name in made], target):
        evaluation, scheme = made[path.stem]
        read = read_evaluation_workbook(path.read_bytes(), path.name)
        assert read.located is not None, [str(finding) for finding in read.findings]
        returned = read_evaluation(read.located, scheme)
        assert returned.evaluation is not None, [str(finding) for finding in returned.findings]
        assert essence(returned.evaluation) == essence(with_defaults(evaluation, scheme)), path.stem
        assert not wrong_results(ShownBook(path), score(evaluation, scheme)), path.stem
        assert {key: text.text for key, text in read.narrative} == {
            passage.key: passage.text for passage in PASSAGES if passage.text
        }
        assert read.mark is not None and read.mark.year == str(evaluation.year)


@pytest.mark.slow
@pytest.mark.libreoffice
def test_checks_say_in_words_what_is_wrong_as_it_is_typed(tmp_path: Path) -> None:
    """Typed into the cells of a blank form, recalculated, and read off the column of checks."""
    scheme = scheme_of(EVERY_SHAPE)
    last = replace(random_evaluation(scheme, 1), year=2023)
    unit = read_unit("万元")
    assert unit is not None
    money = DataItem("预算", Fraction(100), unit, "100万元")
    blank = Evaluation("示例局", 2024, scheme.id, "self", goals=(
        Goal(("效果", "个性"), "覆盖率", Fraction(30), read_target("≥90%")),
    ))  # fmt: skip
    beside = replace(last, data=(money,))
    form = Form("self-evaluation", "f", beside, "2023年数", passages_of("self-evaluation", {}), ("pdf",))
    book = opened(form_content(blank, scheme, form)[0])
    cells = {}

    def put(sheet: str, name: str, column: str, value: object) -> None:
        """Types *value* into the row that begins with *name*; its check is looked at afterwards."""
        row = next(row for row in book[sheet].iter_rows() if row[0].value == name)
        found = {cell.value: cell.column for cell in heading_row(book, sheet, column)}
        book[sheet].cell(row[0].row, found[column]).value = value
        cells[sheet, name] = book[sheet].cell(row[0].row, found[CHECK]).coordinate

    put(DATA, "支出", "填写", "3.94万元")
    put(DATA, "预算", "填写", 1_000_000)
    put(DATA, "人数", "填写", -2)
    put(DATA, "编制", "填写", 1.23456)
    put(DATA, "有转移支付", "填写", "也许")
    put(DATA, "有下属单位", "填写", "是")
    put(JUDGEMENTS, "情形", "填写", 9)
    put(JUDGEMENTS, "成效", "填写", 0.5)
    book[EVIDENCE]["A4"], book[EVIDENCE]["B4"], book[EVIDENCE]["C4"] = "1", "合同", "合同.jpg"
    book[EVIDENCE]["A5"], book[EVIDENCE]["B5"] = "1", "照片"
    cells[EVIDENCE, "1"], cells[EVIDENCE, "2"] = "F4", "F5"
    draft = next(row for row in book[GOALS].iter_rows(min_row=4) if row[1].value is None)[0].row
    book[GOALS].cell(draft, 2).value = "没有归属的目标"
    cells[GOALS, "draft"] = f"H{draft}"
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    book.save(tmp_path / "in" / "填.xlsx")
    saved = load_workbook(recalculate([tmp_path / "in" / "填.xlsx"], tmp_path / "out")[0], data_only=True)
    said = {place: saved[place[0]][cell].value for place, cell in cells.items()}
    assert said == {
        (DATA, "支出"): "有误：只填数（万元）",
        (DATA, "预算"): "请核：单位是万元吗",
        (DATA, "人数"): "有误：不能为负",
        (DATA, "编制"): "有误：小数多于4位",
        (DATA, "有转移支付"): "有误：应填是或否",
        (DATA, "有下属单位"): None,
        (JUDGEMENTS, "情形"): "有误：超出可填范围",
        (JUDGEMENTS, "成效"): "请核：没有写理由",
        (EVIDENCE, "1"): "有误：编号重复",
        (EVIDENCE, "2"): "有误：编号重复",
        (GOALS, "draft"): "有误：没有所属指标",
    }
    progress = {row[0].value: row[1].value for row in saved[COVER].iter_rows(max_col=2)}
    assert "有误 4 处" in progress[f"“{DATA}”表"] and progress["得分"].startswith("当前总分：")


def heading_row(book: Workbook, sheet: str, heading: str) -> list[object]:
    return next(list(row) for row in book[sheet].iter_rows() if heading in [cell.value for cell in row])  # type: ignore


@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_shows_its_own_sheets_and_keeps_the_others_hidden(stage: Stage) -> None:
    book = opened(book_of(stage))
    shown = {name for name in book.sheetnames if book[name].sheet_state == "visible"}
    assert MARK not in shown and COVER in shown and NARRATIVE in shown
    assert (JUDGEMENTS in shown) == (stage in {"self-evaluation", "verification"})
    assert (DATA in shown) == (stage != "goals") and GOALS in shown
    assert CALCULATION in book.sheetnames and EVENTS in book.sheetnames


def test_only_entry_cells_are_unlocked_and_the_cover_is_not_among_them() -> None:
    book = opened(book_of("self-evaluation"))
    assert all(sheet.protection.sheet and sheet.protection.password is None for sheet in book)
    assert book.security.lockStructure and book.security.workbookPassword is None
    labels = {str(row[0].value): row[1] for row in book[COVER].iter_rows(max_col=2)}
    assert all(labels[label].protection.locked for label in ("单位名称", "年度", "评价人", "方案编号"))
    assert not labels["备注"].protection.locked
    unlocked = [cell for sheet in book for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
    assert unlocked and all(cell.data_type != "f" for cell in unlocked)


def test_every_sheet_is_a4_with_a_print_area_and_headings_that_stay() -> None:
    book = opened(book_of("self-evaluation"))
    for name in book.sheetnames:
        sheet = book[name]
        if sheet.sheet_state == "visible":
            assert sheet.page_setup.paperSize == 9 and sheet.print_area, name
            assert name in {COVER, EVENTS} or (sheet.freeze_panes and sheet.print_title_rows), name


def test_a_name_that_looks_like_a_formula_is_never_one() -> None:
    scheme = scheme_of(EVERY_SHAPE)
    evaluation = replace(random_evaluation(scheme, 5), organisation="=cmd|' /C calc'!A0")
    book = opened(form_content(evaluation, scheme, filled_form(evaluation))[0])
    texts = [cell for sheet in book for row in sheet.iter_rows() for cell in row if "cmd|" in str(cell.value)]
    assert texts and all(cell.data_type == "s" for cell in texts)


def test_goals_that_are_still_written_score_nothing_and_can_be_changed() -> None:
    scheme = scheme_of(EVERY_SHAPE)
    goal = Goal(("效果", "个性", "数量"), "次数", Fraction(30), read_target("≥3次"), read_target("≥1次"))
    evaluation = Evaluation("示例局", 2024, scheme.id, "self", goals=(goal,))
    content = form_content(evaluation, scheme, Form("goals", "f"))[0]
    sheet = opened(content)[GOALS]
    assert [sheet.cell(4, column).protection.locked for column in range(1, 6)] == [False] * 5
    read = read_evaluation_workbook(content, "目标.xlsx")
    assert read.located is not None
    returned = read_evaluation(read.located, scheme).evaluation
    assert returned is not None and returned.goals == evaluation.goals


@pytest.mark.slow
def test_a_branch_with_more_goals_than_a_formula_can_name_still_sums_them() -> None:
    """Excel takes 255 arguments and 8,192 characters; the stored results and the read-back say that nothing is lost."""
    scheme, count = scheme_of(EVERY_SHAPE), 600
    target = read_target("≥90%")
    goals = tuple(
        Goal(("效果", "个性"), f"目标{number}", Fraction(5, 100), target, None, Fraction(1), "100%")
        for number in range(count)
    )
    evaluation = Evaluation("示例局", 2024, scheme.id, "self", goals=goals)
    content, findings = form_content(evaluation, scheme, Form("self-evaluation", "f"))
    formulas = [
        str(cell.value) for row in opened(content)[CALCULATION].iter_rows() for cell in row if cell.data_type == "f"
    ]
    assert not findings and max(map(len, formulas)) < 8_192 and any("SUMIF" in formula for formula in formulas)
    read = read_evaluation_workbook(content, "多.xlsx")
    assert read.located is not None
    returned = read_evaluation(read.located, scheme).evaluation
    assert returned is not None and essence(returned).goals == essence(evaluation).goals


@pytest.mark.slow
@pytest.mark.libreoffice
def test_many_goals_add_up_in_libreoffice(tmp_path: Path) -> None:
    scheme = scheme_of(EVERY_SHAPE)
    target = read_target("≥90%")
    goals = tuple(
        Goal(("效果", "个性"), f"目标{number}", Fraction(1, 5), target, None, Fraction(9 - number % 2, 10), "90%")
        for number in range(150)
    )
    evaluation = replace(random_evaluation(scheme, 11), goals=goals)
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    content = form_content(evaluation, scheme, filled_form(evaluation))[0]
    (tmp_path / "in" / "多.xlsx").write_bytes(content)
    saved = recalculate([tmp_path / "in" / "多.xlsx"], tmp_path / "out")[0]
    assert not wrong_results(ShownBook(saved), score(evaluation, scheme))
