"""Goal tables as sheets: nothing of a table is lost, every problem has its cell, every difference is told once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.facts.goal_table import Expenditure, Funds, FundSource, GoalIndicator, GoalTable
from hengji.facts.targets import read_target
from hengji.workflows.goal_changes import goal_changes, replaced_parts
from hengji.workflows.goal_library import indicator_library, rolled_up
from hengji.workflows.goal_sheet_checks import DEPARTMENT_TEXTS, Owner, checked_sheets
from hengji.workflows.goal_sheets import INDICATORS, sheet_content, sheet_rows, spelled_out

OWNER = Owner("示例市档案局", 2024)
WORDS = st.text("保管档案整理年度扫描目录质量", min_size=1, max_size=6)
TARGETS = st.sampled_from([None, *map(read_target, ("≥90%", "=100%", "≤5件", "健全", "≥12次"))])
AMOUNTS = st.one_of(st.none(), st.fractions(0, 9999, max_denominator=1).map(lambda whole: whole / 100))
INDICATOR = st.builds(
    GoalIndicator, WORDS, WORDS, WORDS, TARGETS, TARGETS, st.one_of(st.just(""), WORDS), st.one_of(st.just(""), WORDS)
)
LINES = st.builds(Expenditure, WORDS, AMOUNTS, AMOUNTS)
TABLES = st.builds(
    GoalTable,
    organisation=st.just(OWNER.organisation),
    year=st.just(OWNER.year),
    functions=WORDS,
    institutions=WORDS,
    funds=st.builds(
        Funds,
        AMOUNTS,
        st.lists(st.builds(FundSource, WORDS, AMOUNTS), max_size=3).map(tuple),
        st.lists(
            st.builds(Expenditure, WORDS, AMOUNTS, AMOUNTS, st.lists(LINES, max_size=2).map(tuple)), max_size=3
        ).map(tuple),
    ),
    medium_term=WORDS,
    annual=WORDS,
    indicators=st.lists(INDICATOR, max_size=6).map(tuple),
)


@given(TABLES)
def test_a_table_as_sheets_is_the_same_table(table):
    content = sheet_content(table)
    assert checked_sheets(content, OWNER).table == table
    assert len(sheet_rows(content, INDICATORS)) == len(table.indicators)
    assert spelled_out(content) is content


@given(TABLES, TABLES)
def test_replacing_what_differs_leaves_no_difference(now, wanted):
    before, after = sheet_content(now), sheet_content(wanted)
    taken = {key: value for key, value in before.items() if key != "funds"} | {"funds": dict(before.get("funds", {}))}
    for part in replaced_parts(before, after, tuple(DEPARTMENT_TEXTS)):
        holder = taken["funds"] if part.path[0] == "funds" else taken
        holder[part.path[-1]] = part.after
    left = [change for change in goal_changes(taken, after) if change.kind != "removed"]
    assert left == []


@given(TABLES)
def test_a_table_does_not_differ_from_itself(table):
    assert goal_changes(sheet_content(table), sheet_content(table)) == ()


def content(*rows, **more):
    made = [
        {"under": list(under), "key_works": [{**({"key_work": work} if work else {}), "rows": [row]}]}
        for under, work, row in rows
    ]
    return {"indicators": made, **more}


@pytest.mark.parametrize(
    ("row", "cell", "words"),
    [
        (
            (("履职", "保管"), "整理", {"name": "满意度", "half_year": "≥90%", "target": "≤90%"}),
            "target",
            "越差越容易达到",
        ),
        (
            (("履职", "保管"), "整理", {"name": "卷数", "half_year": "≥9卷", "target": "≥5卷"}),
            "half_year",
            "大于全年指标值",
        ),
        ((("履职", "保管"), "整理", {"name": "卷数", "half_year": "≥9卷"}), "target", "没有写全年指标值"),
        (
            (("履职", "保管"), "", {"name": "卷数", "half_year": "≥1卷", "target": "≥5卷"}),
            "key_work",
            "没有对应的重点工作",
        ),
        ((("履职", "保管"), "整理", {}), "name", "没有指标"),
        ((("履职", ""), "整理", {"name": "卷数"}), "second", "没有写二级指标"),
        ((("", ""), "", {"name": "卷数"}), "first", "没有写一级指标"),
        ((("过程", "制度"), "", {"name": "制度", "half_year": "健全", "target": "健全"}), "grades", "评判档次"),
    ],
)
def test_a_problem_stands_at_its_cell(row, cell, words):
    told = [one for one in checked_sheets(content(row), OWNER).problems if one.row == "indicators/1"]
    assert any(one.column == cell and words in one.words for one in told), told


def test_an_amount_that_is_none_stands_at_its_cell_without_the_files_words():
    funds = {"total": "1", "sources": [{"name": "一般公共预算资金", "full_year": "许多"}]}
    (told,) = [
        one for one in checked_sheets({"funds": funds}, OWNER).problems if one.cell == "funds/sources/1:full_year"
    ]
    assert "不是金额" in told.words
    assert "full_year" not in told.words


def test_blank_rows_are_passed_over():
    blank = (("", ""), "", {})
    good = (("履职", "保管"), "整理", {"name": "卷数", "half_year": "≥1卷", "target": "≥5卷"})
    assert len(checked_sheets(content(blank, good, blank), OWNER).table.indicators) == 1


def test_a_project_is_not_asked_for_functions():
    words = " ".join(one.words for one in checked_sheets({}, Owner("示例市档案局", 2024, "档案扫描")).problems)
    assert "年度目标" in words
    assert "职能" not in words.replace("履职", "")


def test_a_renamed_row_a_changed_cell_and_a_row_that_moved():
    a = (("履职", "保管"), "整理", {"name": "卷数", "target": "≥5卷"})
    b = (("履职", "保管"), "整理", {"name": "目录质量", "target": "良好"})
    changed = (("履职", "保管"), "整理", {"name": "卷数", "target": "≥8卷"})
    (change,) = goal_changes(content(a, b), content(b, changed))
    assert (change.kind, change.name) == ("changed", "卷数")
    assert [(cell.column, cell.before, cell.after) for cell in change.cells] == [("全年指标值", "≥5卷", "≥8卷")]


def test_the_library_lists_last_years_rows_with_their_values_before_the_schemes():
    last = checked_sheets(content((("履职", "保管"), "整理", {"name": "卷数", "target": "≥5卷"})), OWNER).table
    rows = indicator_library([("2023年度目标表", last)], ["common-framework-2013"])
    assert rows[0].origin == "2023年度目标表"
    assert rows[0].entry["key_works"][0]["rows"][0]["target"] == "≥5卷"
    assert any(row.row.name == "预算完成率" for row in rows[1:])


def test_projects_roll_up_into_the_departments_money():
    funds = {
        "total": "10",
        "expenditures": [{"name": "项目支出", "full_year": "7", "items": [{"name": "扫描", "full_year": "4"}]}],
    }
    table = checked_sheets({"funds": funds}, OWNER).table
    rolled = rolled_up(table, [("扫描", table.funds.total), ("修缮", None)])
    assert [(line.name, line.off) for line in rolled.lines] == [("扫描", -6), ("修缮", None)]
    assert rolled.total.off == -3
