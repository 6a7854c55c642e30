"""The word of direction against the levels that the paper tells, and against who came and who went."""

from __future__ import annotations

from typing import Any

import pytest

from checks.relations.worded import PLACE, errors, numbered_cases

CASES = list(numbered_cases("turned_levels"))


@pytest.mark.parametrize("case", CASES)
def test_the_turned_word_is_found(case: dict[str, Any]) -> None:
    assert case["kind"] in {one.kind for one in errors(case["text"].replace(PLACE, case["wrong"]))}


@pytest.mark.parametrize("case", [pytest.param(*one.values, id=one.id) for one in CASES])
def test_the_right_word_is_left_alone(case: dict[str, Any]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", list(numbered_cases("true_turned_levels")))
def test_what_only_looks_turned_is_left_alone(case: dict[str, Any]) -> None:
    assert not errors(case["text"])
