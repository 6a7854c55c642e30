"""The example departments carry the figures of real documents: their printed results come out of the inputs."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from hengji.facts.scorecard import Scorecard
from hengji.scoring.compare import compare
from hengji.workflows.scoring import score_file

EXAMPLES = Path(__file__).parents[2] / "examples"


def card(name: str) -> Scorecard:
    scored = score_file(EXAMPLES / name)
    assert scored.card is not None, [str(finding) for finding in scored.findings]
    return scored.card


def said(found: Scorecard, severity: str) -> str:
    return "\n".join(str(finding) for finding in found.findings if finding.severity == severity)


class TestVerification2021:
    def test_the_verified_total_is_recomputed_from_the_inputs(self) -> None:
        verified = card("verification-2021/verified.yaml")
        tops = {node.name: node.score for node in verified.nodes if node.level == 1}
        assert tops == {
            "预算编制情况": Fraction("17.50"),
            "预算执行情况": Fraction("36.64"),
            "预算监督情况": Fraction("5.80"),
            "预算执行效益": Fraction("29.46"),
        }
        assert (verified.total, verified.grade) == (Fraction("89.40"), "良")
        assert said(verified, "error") == ""

    def test_every_printed_score_agrees_with_the_recomputation(self) -> None:
        verified = card("verification-2021/verified.yaml")
        printed = [node for node in verified.nodes if node.stated is not None]
        assert len(printed) >= 30
        assert all(node.stated == node.score for node in printed)

    @pytest.mark.parametrize(
        ("leaf", "score", "why"),
        [
            ("政府采购执行率", "1.94", ("政府采购执行率 = 3.83 ÷ 3.94 = 97%", "2 × 97% = 1.94")),
            ("资金下达合法性", "3", ("本指标不适用，分值按“支出完成率”的得分率计分：3 × 4 ÷ 4 = 3",)),
            ("国库集中支付结转结余存量资金效率性", "3", None),
            ("服务对象满意度", "2.91", None),
        ],
    )
    def test_a_leaf_says_how_it_came_about(self, leaf: str, score: str, why: tuple[str, ...] | None) -> None:
        node = next(node for node in card("verification-2021/verified.yaml").leaves if node.name == leaf)
        assert node.score == Fraction(score)
        assert why is None or node.why == why

    def test_the_other_reading_of_the_grant_is_scored_beside_it(self) -> None:
        (what_if,) = card("verification-2021/verified.yaml").what_ifs
        assert (what_if.total, what_if.grade) == (Fraction("87.65"), "良")
        assert {node.name: node.score for node in what_if.changed} == {
            "支出完成率": Fraction(3),
            "资金下达合法性": Fraction("2.25"),
        }
        assert "98.71%" in what_if.changed[0].why[0]

    def test_the_self_column_breaks_the_cap_of_its_own_scheme(self) -> None:
        own = card("verification-2021/self.yaml")
        assert (own.total, own.total_by_scheme) == (Fraction("101.72"), Fraction(100))
        assert "总分 101.72 超出方案规定的 0～100 分" in said(own, "error")
        assert "支出完成率”自报得分超过分值；现为7 分；应为不超过 4 分" in said(own, "error")

    def test_the_gap_is_the_sum_of_the_gaps_of_the_leaves(self) -> None:
        both = compare(card("verification-2021/self.yaml"), card("verification-2021/verified.yaml"))
        leaves = [gap.gap for gap in (*both.nodes, *both.adjustments) if gap.is_leaf]
        assert both.gap == Fraction("12.32") == sum(gap for gap in leaves if gap is not None)
        assert any(reason.code == "evidence" for gap in both.nodes for reason in gap.reasons)


class TestSelfEvaluation2020:
    def test_four_targets_are_missed_although_success_is_claimed(self) -> None:
        own = card("self-evaluation-2020/self.yaml")
        missed = [node for node in own.leaves if node.attained is False]
        assert len(missed) == 4
        assert "有 4 项指标未达到" in said(own, "error")

    def test_its_total_cannot_be_recomputed_and_it_says_what_is_missing(self) -> None:
        own = card("self-evaluation-2020/self.yaml")
        assert own.total is None and own.low < Fraction("91.64") <= own.high
        assert "91.64 不能由所列数据重算" in said(own, "warning")
        assert "文件没有列出本指标的分值" in said(own, "warning")


class TestSelfEvaluation2022:
    def test_its_total_cannot_be_recomputed(self) -> None:
        own = card("self-evaluation-2022/self.yaml")
        rate = next(node for node in own.leaves if "执行率" in node.name)
        assert rate.score == Fraction("9.28")
        assert own.total is None
        assert "98.50 不能由所列数据重算" in said(own, "warning")


class TestSelfEvaluation2023:
    def test_the_printed_marks_give_the_printed_total_and_grade(self) -> None:
        own = card("self-evaluation-2023/self.yaml")
        assert (own.total, own.grade) == (Fraction(97), "优")
        assert [node.score for node in own.nodes if node.level == 1] == [7, 40, 40, 10]


class TestGoalTable2024:
    def test_every_goal_row_has_its_targets(self) -> None:
        own = card("goal-table-2024/self.yaml")
        assert len(own.leaves) == 56
        assert all(node.target and node.half_year_target for node in own.leaves)
        assert own.total is None
