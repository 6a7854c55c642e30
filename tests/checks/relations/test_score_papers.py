"""Self-evaluation papers as a whole: forms, rubrics and reports in many layouts, faulty and sound."""

from __future__ import annotations

import pytest

from checks.relations.worded import PLACE, errors, numbered_cases


@pytest.mark.parametrize("case", list(numbered_cases("score_papers")))
def test_the_fault_in_the_paper_is_found(case: dict[str, str]) -> None:
    found = errors(case["text"].replace(PLACE, case["wrong"]))
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", [pytest.param(*one.values, id=one.id) for one in numbered_cases("score_papers")])
def test_the_sound_paper_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", list(numbered_cases("true_score_papers")))
def test_what_only_looks_faulty_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"])
