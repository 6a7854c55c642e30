"""Scores, grades and goals that running text tells: against its own bands, deductions, parts, tables and schedules."""

from __future__ import annotations

from typing import Any

import pytest

from checks.relations.worded import PLACE, errors, numbered_cases
from hengji.checks.check import check
from hengji.documents.plain.text_reader import document_of_text

CASES = list(numbered_cases("scored_text", "fresh_score_papers"))


@pytest.mark.parametrize("case", CASES)
def test_the_fault_in_the_text_is_found(case: dict[str, Any]) -> None:
    found = errors(case["text"].replace(PLACE, case["wrong"]))
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", [pytest.param(*one.values, id=one.id) for one in CASES])
def test_the_sound_text_is_left_alone(case: dict[str, Any]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", list(numbered_cases("true_scored_text", "true_fresh_score_papers")))
def test_what_only_looks_faulty_is_left_alone(case: dict[str, Any]) -> None:
    assert not errors(case["text"])


def test_scores_above_their_points_are_switched_off_with_the_rules_of_scoring() -> None:
    document = document_of_text("2.制度建设。分值4分，评价得分4.5分。", "text.txt")
    assert [one.kind for one in check(document).relations if one.verdict == "error"] == ["policy"]
    assert not [one for one in check(document, {"score_rule"}).relations if one.verdict == "error"]
