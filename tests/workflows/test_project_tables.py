"""The 项目支出绩效自评表 out of a form: the engine's scores, the money as it was typed, what cannot be read."""

from fractions import Fraction

from hengji.workflows.goal_tables import check_table
from hengji.workflows.project_tables import SCHEME, ProjectHeading, project_money, project_table
from hengji.workflows.schemes import find_scheme
from hengji.workflows.scoring import score_content

HEADING = ProjectHeading("古桥修缮", "市文化局", "文物所", 2025)
ROWS = [
    {
        "under": ["产出指标", "数量指标"],
        "name": "修缮处数",
        "points": "50",
        "target": "≥8处",
        "actual": "6处",
        "reason": "汛期停工",
    },
    {"under": ["效益指标", "社会效益指标"], "name": "开放率", "points": "30", "target": "≥90%", "actual": "95%"},
    {
        "under": ["满意度指标", "服务对象满意度指标"],
        "name": "满意度",
        "points": "10",
        "target": "≥90%",
        "actual": "92%",
    },
]
CONTENT = {
    "data": {"全年预算数": {"value": "300万元"}, "全年执行数": {"value": "2,700,000元"}},
    "goals": ROWS,
    "funds": {
        "initial_budget": "280万元",
        "lines": [{"name": "财政拨款", "initial_budget": "280", "adjusted_budget": "300", "executed": "270"}],
    },
    "expected": "修缮八处",
    "achieved": "修缮六处",
}


def made(**changes):
    content = {**CONTENT, **changes}
    heading = {"evaluation": "self", "organisation": "市文化局", "year": "2025", "scheme": SCHEME}
    scheme = find_scheme(SCHEME).scheme
    known = {key: content[key] for key in ("data", "goals") if key in content}
    return project_table(content, HEADING, score_content({**heading, **known}, scheme, "试"))


def test_scores_are_the_engines_and_the_execution_rate_is_a_row_of_its_own():
    table, findings = made()
    assert findings == ()
    assert (table.execution_points, table.execution_score) == (10, 9)
    assert [row.score for row in table.indicators] == [Fraction("37.5"), 30, 10]
    assert table.total_score == Fraction("86.5")


def test_the_table_that_the_engine_scored_passes_its_own_checks():
    assert check_table(made()[0]) == ()


def test_money_is_in_wan_yuan_whatever_unit_was_typed():
    table, _ = made()
    assert (table.total.initial_budget, table.total.adjusted_budget, table.total.executed) == (280, 300, 270)
    assert table.total.execution_rate == Fraction(9, 10)
    assert project_money(CONTENT, "古桥修缮").spent == 270


def test_lines_that_do_not_close_are_found():
    lines = [{"name": "财政拨款", "adjusted_budget": "290"}]
    table, _ = made(funds={"initial_budget": "280", "lines": lines})
    assert "goal.funds_close" in {finding.code for finding in check_table(table)}


def test_an_amount_that_is_none_is_told_at_its_cell_and_left_out():
    table, findings = made(funds={"initial_budget": "约三百", "lines": [{"name": "", "executed": "x"}]})
    assert table.total.initial_budget is None
    assert [finding.source.cell for finding in findings] == [
        "funds/initial_budget", "funds/lines/1/executed", "funds/lines/1/name",
    ]  # fmt: skip


def test_an_open_row_leaves_total_and_its_score_open():
    rows = [{key: text for key, text in ROWS[0].items() if key != "actual"}, *ROWS[1:]]
    table, _ = made(goals=rows)
    assert (table.indicators[0].score, table.total_score) == (None, None)


def test_an_empty_form_is_an_empty_table():
    table, findings = project_table({}, HEADING, score_content({}, find_scheme(SCHEME).scheme, "试"))
    assert (table.indicators, table.total_score, table.unit, findings) == ((), None, "文物所", ())
