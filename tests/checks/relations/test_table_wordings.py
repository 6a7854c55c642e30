"""Tables, forms and words: the same faults in many offices' wordings, each beside the sound passage that differs from
it by one figure or word; and sound passages that only look faulty."""

from __future__ import annotations

import pytest

from checks.relations.worded import PLACE, errors, numbered_cases

FILES = (
    "estimates", "last_years", "goals", "goal_values", "told_twice", "dates", "orders", "references", "words",
    "announced", "score_tables", "plain_slips", "rubric_tables",
)  # fmt: skip


@pytest.mark.parametrize("case", list(numbered_cases(*FILES)))
def test_the_faulty_passage_is_found(case: dict[str, str]) -> None:
    found = errors(case["text"].replace(PLACE, case["wrong"]))
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", [pytest.param(*one.values, id=one.id) for one in numbered_cases(*FILES)])
def test_the_sound_passage_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", list(numbered_cases("true_tables", "true_plain_slips", "true_rubric_tables")))
def test_what_only_looks_faulty_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"])
