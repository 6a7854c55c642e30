"""Scores in running text and tables of scores: accounts, rules, rates, goals; the faulty beside the sound."""

from __future__ import annotations

import pytest

from checks.relations.worded import PLACE, errors, numbered_cases

CASES = list(numbered_cases("accounts_and_rules"))


@pytest.mark.parametrize("case", CASES)
def test_the_faulty_passage_is_found(case: dict[str, str]) -> None:
    assert case["kind"] in {one.kind for one in errors(case["text"].replace(PLACE, case["wrong"]))}


@pytest.mark.parametrize("case", CASES)
def test_the_sound_passage_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", list(numbered_cases("true_accounts_and_rules")))
def test_what_only_looks_wrong_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"])
