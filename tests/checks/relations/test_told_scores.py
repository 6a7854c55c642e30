"""A score that two places tell: the words of its row, the analysis of its indicator, the total in text and tables."""

from __future__ import annotations

from typing import Any

import pytest

from checks.relations.worded import PLACE, errors, numbered_cases

CASES = list(numbered_cases("told_scores", "claimed_rates"))


@pytest.mark.parametrize("case", CASES)
def test_the_other_score_is_found(case: dict[str, Any]) -> None:
    found = errors(case["text"].replace(PLACE, case["wrong"]))
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", CASES)
def test_the_same_score_is_left_alone(case: dict[str, Any]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))
