"""The terminal view: fits its width, says in words what colour repeats, and is plain text when piped."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console, RenderableType

from hengji.reports.scorecard_table import comparison_table, explain_leaf, scorecard_table
from reports.small_scorecards import comparison, procurement, scorecard

VIEWS = {
    "scorecard": scorecard_table(scorecard()),
    "open scorecard": scorecard_table(scorecard(open_leaf=True)),
    "comparison": comparison_table(comparison()),
    "leaf": explain_leaf(procurement()),
}


def printed(view: RenderableType, width: int = 110) -> str:
    console = Console(file=StringIO(), width=width, force_terminal=False, color_system=None)
    with console.capture() as capture:
        console.print(view)
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


@pytest.mark.parametrize("width", [40, 79, 80, 100, 120])
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
class TestEveryView:
    def test_fits_its_width_in_double_width_characters(self, view: RenderableType, width: int) -> None:
        assert max(cell_len(line) for line in printed(view, width).splitlines()) <= width

    def test_is_plain_text_when_nobody_looks_at_a_terminal(self, view: RenderableType, width: int) -> None:
        assert "\x1b" not in printed(view, width)


class TestScorecard:
    def test_a_row_has_points_score_status_and_why(self) -> None:
        row = next(line for line in printed(VIEWS["scorecard"]).splitlines() if "政府采购执行率 " in line)
        assert row.split()[:4] == ["政府采购执行率", "2", "1.94", "已评分"]
        assert row.endswith("政府采购执行率 = 3.83 ÷ 3.94 = 97%")

    def test_children_are_indented_below_their_branch(self) -> None:
        lines = printed(VIEWS["scorecard"]).splitlines()
        assert any(line.startswith("预算执行 ") for line in lines)
        assert any(line.startswith("  财务合规性 ") for line in lines)

    def test_a_reason_is_said_once_with_its_code(self) -> None:
        text = printed(VIEWS["scorecard"], 120)
        assert text.count("有 4 个项目执行率低") == 1
        assert "〔不合规〕" in text

    def test_total_grade_and_the_other_reading(self) -> None:
        text = printed(VIEWS["scorecard"])
        assert "总分　88.94 / 100　等级　良" in text
        assert "若：上级补助计入　总分 87.19（−1.75）　良" in text
        assert "招商推介活动次数 30.00 → 28.25" in text

    def test_while_open_the_range_stands_for_the_total(self) -> None:
        text = printed(VIEWS["open scorecard"])
        assert "总分　87.00～89.00（尚未确定） / 100　等级　可能为 良" in text
        assert "未佐证" in text
        assert "可能为 0.00～2.00" in text

    def test_the_most_severe_finding_comes_first_with_a_mark_and_a_word(self) -> None:
        text = printed(VIEWS["scorecard"])
        assert text.index("× 错误") < text.index("i 说明") < text.index("指标")

    def test_a_penalty_is_negative(self) -> None:
        row = next(line for line in printed(VIEWS["scorecard"]).splitlines() if "问责" in line)
        assert row.split()[:2] == ["问责", "−2.00"]

    def test_a_total_above_the_ceiling_shows_what_the_scheme_makes_of_it(self) -> None:
        above = replace(
            scorecard(), total=Fraction("101.72"), uncapped=Fraction("101.72"), total_by_scheme=Fraction(100)
        )
        assert "合计 101.72，按方案上下限应计 100.00" in printed(scorecard_table(above))

    def test_a_narrow_terminal_gets_paragraphs_with_named_figures(self) -> None:
        text = printed(VIEWS["scorecard"], 60)
        assert "分值 2  得分 1.94  状态 已评分" in text
        assert "为什么" not in text


class TestComparison:
    def test_only_a_node_that_differs_has_a_reason(self) -> None:
        text = printed(VIEWS["comparison"])
        row = next(line for line in text.splitlines() if "财务合规性" in line)
        assert row.split()[:5] == ["财务合规性", "58", "58.00", "57.00", "+1.00"]
        assert "〔不合规〕" in text
        assert "3.83 ÷ 3.94" not in text

    def test_both_totals_and_grades_close_it(self) -> None:
        text = printed(VIEWS["comparison"])
        assert "自评　89.94　良" in text
        assert "核查　88.94　良" in text


class TestExplain:
    def test_a_leaf_says_everything_that_its_score_rests_on(self) -> None:
        lines = [line.split(maxsplit=1) for line in printed(VIEWS["leaf"]).splitlines()]
        assert lines == [
            ["预算执行", "› 政府采购执行率"],
            ["分值", "2"],
            ["得分", "1.94"],
            ["失分", "0.06"],
            ["评分标准", "得分＝分值×政府采购执行率"],
            ["数据", "政府采购实际金额 1003.83 万元 ← 财决附03表；核查.yaml 第12行"],
            ["项目增长额", "-3.5 万元 ← 核查.yaml 第13行"],
            ["步骤", "政府采购执行率 = 3.83 ÷ 3.94 = 97%"],
            ["2", "× 97% = 1.94"],
            ["依据", "示财绩〔2024〕1号"],
        ]

    def test_an_open_leaf_says_what_is_missing_and_what_it_can_be(self) -> None:
        text = printed(explain_leaf(procurement(None)))
        assert "未佐证，可能为 0.00～2.00" in text
        assert "缺少：政府采购实际金额" in text
