"""Published accounts and evaluations: what their authors left wrong, what asks for a look, what only looks faulty."""

from __future__ import annotations

import pytest

from checks.relations.worded import PLACE, errors, numbered_cases, questions

FAULTY = list(numbered_cases("published_accounts", "told_aloud", "told_in_lists", "reports_of_governments"))
DOUBTFUL = list(numbered_cases("doubtful_published_accounts"))


@pytest.mark.parametrize("case", FAULTY)
def test_the_faulty_passage_is_found(case: dict[str, str]) -> None:
    found = errors(case["text"].replace(PLACE, case["wrong"]))
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", FAULTY)
def test_the_sound_passage_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", DOUBTFUL)
def test_what_is_doubtful_becomes_a_question(case: dict[str, str]) -> None:
    text = case["text"].replace(PLACE, case["wrong"])
    assert not errors(text)
    assert case["kind"] in {one.kind for one in questions(text)}


@pytest.mark.parametrize("case", DOUBTFUL)
def test_what_is_beyond_doubt_raises_none(case: dict[str, str]) -> None:
    asked = questions(case["text"].replace(PLACE, case["right"]))
    assert case["kind"] not in {one.kind for one in asked}, asked


SOUND = list(
    numbered_cases("true_published_accounts", "true_told_aloud", "true_told_in_lists", "true_reports_of_governments")
)


@pytest.mark.parametrize("case", SOUND)
def test_what_only_looks_faulty_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"])
