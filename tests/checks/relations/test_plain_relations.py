"""Shares, defined rates, costs and ways of change told plainly, and what only looks wrong there."""

from __future__ import annotations

import pytest

from checks.relations.worded import PLACE, errors, numbered_cases


@pytest.mark.parametrize("case", list(numbered_cases("plain_relations", "adjustment_rates")))
def test_the_slip_is_found(case: dict[str, str]) -> None:
    found = errors(case["text"].replace(PLACE, case["wrong"]))
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", list(numbered_cases("plain_relations", "adjustment_rates")))
def test_the_passage_without_it_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", list(numbered_cases("true_plain_relations")))
def test_what_only_looks_wrong_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"])
