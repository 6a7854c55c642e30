"""Slips of a digit where no arithmetic betrays them: lists, goals, years, and one thing told twice."""

from __future__ import annotations

from typing import Any

import pytest

from checks.relations.worded import PLACE, errors, numbered_cases


@pytest.mark.parametrize("case", list(numbered_cases("slips_of_digits")))
def test_the_slip_is_found(case: dict[str, Any]) -> None:
    found = errors(case["text"].replace(PLACE, case["wrong"]))
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", list(numbered_cases("slips_of_digits")))
def test_the_sound_passage_is_left_alone(case: dict[str, Any]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", list(numbered_cases("true_slips_of_digits")))
def test_what_only_looks_like_a_slip_is_left_alone(case: dict[str, Any]) -> None:
    assert not errors(case["text"])
