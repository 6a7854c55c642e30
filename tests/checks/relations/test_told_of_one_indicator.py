"""One indicator told with points, rule, data and score, and what stands around it; the faulty beside the sound."""

from __future__ import annotations

import pytest

from checks.relations.worded import PLACE, errors, numbered_cases

CASES = list(numbered_cases("told_of_one_indicator"))


@pytest.mark.parametrize("case", CASES)
def test_the_faulty_passage_is_found(case: dict[str, str]) -> None:
    assert case["kind"] in {one.kind for one in errors(case["text"].replace(PLACE, case["wrong"]))}


@pytest.mark.parametrize("case", CASES)
def test_the_sound_passage_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", list(numbered_cases("true_told_of_one_indicator")))
def test_what_only_looks_wrong_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"])
