"""What the figures around a figure make of it: each faulty passage beside the sound one, and chance alone."""

from __future__ import annotations

import pytest

from checks.relations.worded import PLACE, errors, numbered_cases

CASES = list(numbered_cases("arithmetic_by_digits"))


@pytest.mark.parametrize("case", CASES)
def test_the_faulty_passage_is_found(case: dict[str, str]) -> None:
    assert case["kind"] in {one.kind for one in errors(case["text"].replace(PLACE, case["wrong"]))}


@pytest.mark.parametrize("case", CASES)
def test_the_sound_passage_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", list(numbered_cases("true_arithmetic_by_digits")))
def test_what_only_looks_wrong_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"])
