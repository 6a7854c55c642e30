"""Scores whose points, standard and datum stand in different places of a paper, faulty and sound."""

from __future__ import annotations

import pytest

from checks.relations.worded import PLACE, errors, numbered_cases, questions


@pytest.mark.parametrize("case", list(numbered_cases("joined_scores")))
def test_the_score_that_its_standard_does_not_give_is_found(case: dict[str, str]) -> None:
    found = errors(case["text"].replace(PLACE, case["wrong"]))
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", [pytest.param(*one.values, id=one.id) for one in numbered_cases("joined_scores")])
def test_the_score_that_its_standard_gives_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", list(numbered_cases("true_joined_scores")))
def test_what_only_looks_faulty_raises_no_question(case: dict[str, str]) -> None:
    assert not errors(case["text"]) and not questions(case["text"])
