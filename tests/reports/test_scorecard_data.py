"""What programs read: the contract of `hengji score --format json` and `hengji compare --format json`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest
import yaml

from hengji.reports.scorecard_data import (
    Data,
    comparison_data,
    figure,
    json_text,
    optional_points,
    score_text,
    scorecard_data,
    signed,
)
from reports.small_scorecards import COMPLIANCE, EXECUTION, PROCUREMENT, comparison, leaf, scorecard


def numbers(data: object, key: str = "") -> Iterator[tuple[str, object]]:
    """Every number in the data with the key that holds it; True and False are no numbers here."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from numbers(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from numbers(value, key)
    elif isinstance(data, int | float) and not isinstance(data, bool):
        yield key, data


def indicator(data: Data, path: tuple[str, ...]) -> Data:
    nodes = data["indicators"]
    assert isinstance(nodes, list)
    found: Data = next(node for node in nodes if node["path"] == list(path))
    return found


@pytest.mark.parametrize(
    "data",
    [scorecard_data(scorecard()), scorecard_data(scorecard(open_leaf=True)), comparison_data(comparison())],
    ids=["scorecard", "open scorecard", "comparison"],
)
class TestPlainData:
    def test_no_figure_is_a_number_but_the_year_and_counts(self, data: Data) -> None:
        assert {key for key, _ in numbers(data)} <= {"year", "count"}
        assert all(isinstance(value, int) for _, value in numbers(data))

    def test_it_comes_back_whole_from_json(self, data: Data) -> None:
        assert json.loads(json_text(data)) == data

    def test_it_comes_back_whole_from_yaml(self, data: Data) -> None:
        assert yaml.safe_load(yaml.safe_dump(data, allow_unicode=True)) == data


class TestScorecard:
    def test_the_contract_of_one_scored_leaf(self) -> None:
        leaf = indicator(scorecard_data(scorecard()), PROCUREMENT)
        contract = {key: leaf[key] for key in ("path", "points", "score", "lost", "status", "why", "inputs")}
        assert contract == {
            "path": ["预算执行", "政府采购执行率"],
            "points": "2",
            "score": "1.94",
            "lost": "0.06",
            "status": "scored",
            "why": ["政府采购执行率 = 3.83 ÷ 3.94 = 97%", "2 × 97% = 1.94"],
            "inputs": [
                {
                    "name": "政府采购实际金额",
                    "value": "1003.83",
                    "unit": "万元",
                    "source": "财决附03表；核查.yaml 第12行",
                },
                {"name": "项目增长额", "value": "-3.5", "unit": "万元", "source": "核查.yaml 第13行"},
            ],
        }

    def test_the_head_says_who_when_what_and_how_much(self) -> None:
        data = scorecard_data(scorecard())
        keys = ("organisation", "year", "scheme", "evaluator", "total", "total_range", "grade", "stated_total")
        head = ("示例市文化局", 2024, "example-2024", "verified", "88.94", ["88.94", "88.94"], "良", "90.00")
        assert tuple(data[key] for key in keys) == head

    def test_leaves_and_branches_stand_in_the_order_of_the_scheme(self) -> None:
        card = scorecard()
        data = scorecard_data(card)
        nodes = data["indicators"]
        assert isinstance(nodes, list)
        assert [tuple(node["path"]) for node in nodes] == [node.path for node in card.nodes]
        assert indicator(data, EXECUTION)["leaf"] is False

    def test_while_an_input_is_missing_the_total_is_null_and_the_range_is_wider(self) -> None:
        data = scorecard_data(scorecard(open_leaf=True))
        assert (data["total"], data["total_range"], data["grade"]) == (None, ["87.00", "89.00"], "")
        leaf = indicator(data, PROCUREMENT)
        assert (leaf["score"], leaf["lost"], leaf["status"]) == (None, None, "not_demonstrated")

    def test_a_reason_carries_its_code_its_word_and_its_evidence(self) -> None:
        assert indicator(scorecard_data(scorecard()), COMPLIANCE)["reasons"] == [
            {"code": "compliance", "word": "不合规", "text": "有 4 个项目执行率低", "evidence": ["审计整改函"]}
        ]

    def test_adjustments_count_events(self) -> None:
        assert scorecard_data(scorecard())["adjustments"] == [
            {"name": "表彰", "count": 0, "points": "0.00", "why": [], "stated": None},
            {"name": "问责", "count": 1, "points": "-2.00", "why": ["1 项 × -2 = -2"], "stated": None},
        ]

    def test_another_reading_lists_the_leaves_it_changes(self) -> None:
        what_ifs = scorecard_data(scorecard())["what_if"]
        assert isinstance(what_ifs, list)
        (other,) = what_ifs
        assert (other["name"], other["total"], other["grade"]) == ("上级补助计入", "87.19", "良")
        assert [(node["path"][-1], node["score"]) for node in other["changed"]] == [("招商推介活动次数", "28.25")]

    def test_a_finding_says_severity_message_and_place(self) -> None:
        findings = scorecard_data(scorecard())["findings"]
        assert isinstance(findings, list)
        error = findings[1]
        assert (error["severity"], error["message"], error["place"]) == (
            "error",
            "文中总分与各项得分不一致",
            "核查.yaml 第3行",
        )

    def test_points_that_the_document_does_not_print_are_null(self) -> None:
        bare = replace(leaf(("目标",), "1", None), points=None, effective_points=None)
        node = indicator(scorecard_data(replace(scorecard(), nodes=(bare,))), ("目标",))
        assert (node["points"], node["effective_points"], node["lost"]) == (None, None, None)


class TestComparison:
    def test_each_node_has_self_verified_gap_and_reasons(self) -> None:
        node = indicator(comparison_data(comparison()), COMPLIANCE)
        assert (node["self"], node["verified"], node["gap"]) == ("58.00", "57.00", "1.00")
        assert [reason["code"] for reason in node["reasons"]] == ["compliance"]  # type: ignore[attr-defined]

    def test_both_totals_and_grades_are_there(self) -> None:
        data = comparison_data(comparison())
        own, verified = data["self"], data["verified"]
        assert isinstance(own, dict)
        assert isinstance(verified, dict)
        assert (own["total"], own["grade"], verified["total"], verified["grade"], data["gap"]) == (
            "89.94",
            "良",
            "88.94",
            "良",
            "1.00",
        )


class TestSpelling:
    @pytest.mark.parametrize(
        ("value", "text"),
        [("2", "2.00"), ("1.945", "1.945"), ("0", "0.00"), ("-3", "-3.00"), ("10/3", "3.33")],
    )
    def test_a_score_has_the_places_of_the_scheme_and_a_finer_one_is_never_rounded(self, value: str, text: str) -> None:
        assert score_text(Fraction(value), 2) == text

    @pytest.mark.parametrize(("value", "text"), [("2", "2"), ("0.5", "0.5"), ("10/3", "3.3333")])
    def test_points_are_printed_plainly(self, value: str, text: str) -> None:
        assert optional_points(Fraction(value)) == text

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            (None, "—"),
            ("-1.75", "−1.75"),
            ("1234567.8", "1,234,567.8"),
            ("-1234", "−1,234"),
            ("是", "是"),
            ("0.06", "0.06"),
        ],
    )
    def test_a_figure_for_people(self, text: str | None, shown: str) -> None:
        assert figure(text) == shown

    @pytest.mark.parametrize(("text", "shown"), [(None, "—"), ("1.00", "+1.00"), ("0.00", "0.00"), ("-3.00", "−3.00")])
    def test_a_difference_for_people(self, text: str | None, shown: str) -> None:
        assert signed(text) == shown
