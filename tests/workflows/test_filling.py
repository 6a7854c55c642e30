"""Workbooks go out prefilled, or not at all with the reason; they come back whole, in part, or are refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from hengji.facts.workbook_layout import COVER, DATA, EVIDENCE, GOALS, JUDGEMENTS, MARK, NARRATIVE, Stage
from hengji.workflows.filling import NewWorkbook, Order, new_workbook, workbook_name
from hengji.workflows.returning import Expected, Returned, read_workbook, write_returned
from hengji.workflows.scoring import score_file, write_workbook

EXAMPLES = Path(__file__).parents[2] / "examples"
VERIFIED = EXAMPLES / "verification-2021" / "verified.yaml"
GOAL_TABLE = EXAMPLES / "goal-table-2024" / "self.yaml"
OFFICE = "示例市对外联络办公室"
ORDER = Order("zhanjiang-2021-verification", OFFICE, 2021)


def written(order: Order, folder: Path) -> Path:
    made: NewWorkbook = new_workbook(order, folder / "发出.xlsx")
    assert made.path is not None, [str(finding) for finding in made.findings]
    return made.path


def changed(path: Path, change: Callable[[Workbook], None]) -> Path:
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def row_of(book: Workbook, sheet: str, name: str) -> int:
    return next(int(row[0].row or 0) for row in book[sheet].iter_rows() if row[0].value == name)


def column_of(book: Workbook, sheet: str, heading: str) -> int:
    return next(int(cell.column or 0) for cell in book[sheet][3] if cell.value == heading)


def codes(returned: Returned) -> list[str]:
    return [finding.code for finding in returned.findings if finding.severity == "error"]


def test_a_blank_workbook_reads_back_as_an_evaluation_that_says_nothing_yet(tmp_path: Path) -> None:
    returned = read_workbook(written(ORDER, tmp_path))
    assert returned.is_whole and returned.evaluation is not None and returned.mark is not None
    assert (returned.evaluation.organisation, returned.evaluation.year) == (OFFICE, 2021)
    assert not returned.evaluation.data and returned.mark.stage == "self-evaluation"


def test_a_verification_goes_on_from_the_self_evaluation_and_judges_anew(tmp_path: Path) -> None:
    order = replace(ORDER, stage="verification", earlier=(VERIFIED,))
    path = written(order, tmp_path)
    own, returned = score_file(VERIFIED).evaluation, read_workbook(path)
    assert own is not None and returned.evaluation is not None
    assert returned.evaluation.evaluator == "verified" and not returned.evaluation.judgements
    assert {item.name: item.value for item in returned.evaluation.data} == {i.name: i.value for i in own.data}
    book = load_workbook(path)
    sheet, row = book[DATA], row_of(book, DATA, "政府采购实际金额")
    assert sheet.cell(row, column_of(book, DATA, "自评")).value == 3.83
    assert any(sheet.cell(row, 1).value for sheet in [book[JUDGEMENTS]] for row in range(4, 9))


def test_last_years_figures_stand_beside_the_empty_cells(tmp_path: Path) -> None:
    earlier = tmp_path / "上年.yaml"
    earlier.write_text(
        f"evaluation: self\norganisation: {OFFICE}\nyear: 2021\nscheme: zhanjiang-2021-verification\n"
        "data:\n  部门年度实际支出: 6660500元\n",
        encoding="utf-8",
    )
    scheme = tmp_path / "次年.yaml"
    text = (Path(__file__).parents[2] / "src/hengji/schemes/zhanjiang-2021-verification.yaml").read_text("utf-8")
    scheme.write_text(text.replace("{from: 2021, to: 2021}", "{from: 2021, to: 2022}"), encoding="utf-8")
    path = written(Order(str(scheme), OFFICE, 2022, earlier=(earlier,)), tmp_path)
    book = load_workbook(path)
    row, column = row_of(book, DATA, "部门年度实际支出"), column_of(book, DATA, "2021年数")
    assert book[DATA].cell(row, column).value == 666.05 and book[DATA].cell(row, 2).value is None


def test_imported_figures_are_filled_in_and_differences_are_said(tmp_path: Path) -> None:
    imported = tmp_path / "导入.yaml"
    imported.write_text("data: {政府采购实际金额: {value: 3.9万元, place: 第2行}, 年初预算数: 1万元}", encoding="utf-8")
    order = replace(ORDER, earlier=(VERIFIED,), data=(imported,))
    made = new_workbook(order, tmp_path / "发出.xlsx")
    assert made.path is not None and {finding.code for finding in made.findings} == {"filling.differs"}
    returned = read_workbook(made.path).evaluation
    assert returned is not None
    item = next(item for item in returned.data if item.name == "政府采购实际金额")
    assert (item.value, item.place) == (Fraction("3.9"), "第2行")


def test_a_goal_table_goes_on_to_monitoring_with_its_targets_fixed(tmp_path: Path) -> None:
    order = Order("goal-table-2024", "示例省对外联络办公室", 2024, "monitoring", earlier=(GOAL_TABLE,))
    path = written(order, tmp_path)
    assert load_workbook(path)[GOALS].cell(4, 4).protection.locked
    own, returned = score_file(GOAL_TABLE).evaluation, read_workbook(path).evaluation
    assert own is not None and returned is not None and returned.goals == own.goals


def test_last_years_goals_are_a_draft_of_this_years_without_what_became_of_them(tmp_path: Path) -> None:
    order = Order("goal-table-2024", "示例省对外联络办公室", 2025, "goals", earlier=(GOAL_TABLE,))
    own, returned = score_file(GOAL_TABLE).evaluation, read_workbook(written(order, tmp_path)).evaluation
    assert own is not None and returned is not None and returned.year == 2025
    assert [(goal.path, goal.target) for goal in returned.goals] == [(goal.path, goal.target) for goal in own.goals]
    assert not any(goal.actual_text or goal.reason.text for goal in returned.goals)


def test_a_name_that_is_no_text_or_a_formula_makes_a_workbook_all_the_same(tmp_path: Path) -> None:
    for name in ("\udcff示例局", '=cmd|"/C calc"!A0', "@SUM(1)", "x" * 2_000):
        returned = read_workbook(written(replace(ORDER, organisation=name), tmp_path)).evaluation
        assert returned is not None and returned.organisation == name.encode("utf-8", "replace").decode()


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (replace(ORDER, year=2025), "不适用于这一年度"),
        (replace(ORDER, scheme="没有的方案"), "没有“没有的方案”"),
        (replace(ORDER, organisation="  "), "没有写单位名称"),
        (replace(ORDER, stage="goals"), "没有个性指标"),
        (replace(ORDER, earlier=(Path("没有.yaml"),)), "找不到"),
        (replace(ORDER, data=(VERIFIED.with_name("README.md"),)), ""),
        (replace(ORDER, earlier=(EXAMPLES / "self-evaluation-2022" / "self.yaml",)), "比要填的年度晚"),
    ],
)
def test_an_order_that_cannot_be_filled_writes_nothing_and_says_why(order: Order, words: str, tmp_path: Path) -> None:
    made = new_workbook(order, tmp_path / "发出.xlsx")
    assert made.path is None and not (tmp_path / "发出.xlsx").exists()
    assert any(finding.severity == "error" and words in finding.message for finding in made.findings)


def test_good_cells_are_kept_when_others_are_bad_and_every_problem_is_said_at_once(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        for name, value in (
            ("政府采购实际金额", "约3万元"),
            ("政府采购预算金额", "１，２３４．５０ 万元"),
            ("年初预算数", -3),
            ("上级补助数", "12人"),
        ):
            book[DATA].cell(row_of(book, DATA, name), 2).value = value
        book[DATA].cell(row_of(book, DATA, "有转移支付资金"), 2).value = "也许"
        book[JUDGEMENTS].cell(4, 5).value = 99
        book[DATA].append(["自己加的一项", 5, "万元"])

    path = changed(written(ORDER, tmp_path), change)
    returned = read_workbook(path)
    assert len(codes(returned)) == 6 and all(finding.source.cell for finding in returned.findings)
    assert returned.evaluation is not None and not returned.is_whole
    assert {item.name: item.value for item in returned.evaluation.data} == {"政府采购预算金额": Fraction("1234.5")}
    files = write_returned(returned, tmp_path / "收回.yaml")
    scored = score_file(files[0])
    assert scored.evaluation is not None and scored.evaluation.data[0].value == Fraction("1234.5")


def test_goals_whose_points_do_not_add_up_are_kept_as_they_are_and_said(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book[GOALS]
        for column, value in enumerate(("决策", "制度健全", 3, "健全"), 1):
            sheet.cell(4, column).value = value

    path = changed(written(Order("goal-table-2024", "示例局", 2024, "goals"), tmp_path), change)
    returned = read_workbook(path)
    assert codes(returned) == ["goals.sum"] and returned.evaluation is None and returned.located is not None
    files = write_returned(returned, tmp_path / "目标.yaml")
    assert "制度健全" in files[0].read_text(encoding="utf-8")


def test_a_scorecard_is_read_as_well_with_the_warning_that_it_has_no_mark(tmp_path: Path) -> None:
    write_workbook(score_file(VERIFIED), tmp_path / "评分.xlsx")
    returned = read_workbook(tmp_path / "评分.xlsx")
    assert returned.is_whole and [finding.code for finding in returned.findings] == ["filling.unmarked"]


@pytest.mark.parametrize(
    ("expected", "word"),
    [(Expected(year=2022), "年度"), (Expected(organisation="别的局"), "单位"), (Expected("goal-table-2024"), "方案")],
)
def test_a_workbook_of_another_year_department_or_scheme_is_refused(
    expected: Expected, word: str, tmp_path: Path
) -> None:
    returned = read_workbook(written(ORDER, tmp_path), expected)
    assert returned.located is None and any(f"另一个{word}" in finding.message for finding in returned.findings)


@pytest.mark.parametrize(("label", "value"), [("年度", "2022"), ("单位名称", "别的局"), ("方案编号", "yushui-2023")])
def test_a_cover_that_was_changed_is_refused(label: str, value: str, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book[COVER].cell(row_of(book, COVER, label), 2).value = value

    returned = read_workbook(changed(written(ORDER, tmp_path), change))
    assert returned.located is None and codes(returned) == ["workbook.changed"]


def test_a_workbook_whose_scheme_has_changed_since_is_refused(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book[MARK].cell(row_of(book, MARK, "方案指纹"), 2).value = "0000"

    returned = read_workbook(changed(written(ORDER, tmp_path), change))
    assert returned.located is None and codes(returned) == ["filling.fingerprint"]


def test_a_sheet_that_is_gone_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book[DATA].title = "数据1"

    returned = read_workbook(changed(written(replace(ORDER, earlier=(VERIFIED,)), tmp_path), change))
    assert codes(returned) == ["workbook.sheet"] and returned.evaluation is not None
    assert returned.evaluation.judgements and not returned.evaluation.data


def test_a_picture_is_no_evidence_where_a_pdf_is_asked_for(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book[EVIDENCE]
        sheet["A4"], sheet["B4"], sheet["C4"], sheet["D4"] = "1", "合同", "合同.jpg", "目标设置/目标完整性"
        sheet["A5"], sheet["B5"], sheet["C5"] = "2", "批复", "批复.PDF"

    path = changed(written(replace(ORDER, evidence_kinds=("pdf",)), tmp_path), change)
    returned = read_workbook(path)
    assert [(finding.code, finding.source.cell) for finding in returned.findings] == [("workbook.evidence", "C4")]
    assert "合同.jpg" in returned.findings[0].found and "pdf" in returned.findings[0].expected


def test_what_was_written_in_words_goes_to_the_reports_narrative(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book[NARRATIVE]
        sheet.cell(row_of(book, NARRATIVE, "改进措施"), 3).value = "一是早编预算。\n二是按月通报。"

    returned = read_workbook(changed(written(replace(ORDER, earlier=(VERIFIED,)), tmp_path), change))
    assert returned.narrative == (("问题与改进.措施", "一是早编预算。\n二是按月通报。"),)
    files = write_returned(returned, tmp_path / "收回.yaml")
    assert [file.name for file in files] == ["收回.yaml", "收回.narrative.yaml"]
    assert "二是按月通报" in files[1].read_text(encoding="utf-8")


def test_words_and_figures_of_this_year_are_there_when_the_workbook_is_made_again(tmp_path: Path) -> None:
    test_what_was_written_in_words_goes_to_the_reports_narrative(tmp_path)
    again = written(replace(ORDER, earlier=(tmp_path / "收回.yaml",)), tmp_path)
    assert ("问题与改进.措施", "一是早编预算。\n二是按月通报。") in read_workbook(again).narrative


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 ...", b"organisation: x\n", b"PK\x03\x04broken"])
def test_a_file_that_is_no_workbook_is_refused_in_words(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "别的.xlsx"
    path.write_bytes(content)
    returned = read_workbook(path)
    assert returned.located is None and len(returned.findings) == 1 and "别的.xlsx" in str(returned.findings[0])


@pytest.mark.parametrize("stage", ["goals", "verification"])
def test_a_files_name_is_made_of_what_a_name_may_hold(stage: Stage) -> None:
    name = workbook_name(Order("s", '=cmd|"/C calc"!A0 示例局', 2024, stage))
    assert name.startswith("_cmd___C_calc__A0_示例局-2024-") and not set(name) & set('/\\:*?"<>|=!')
