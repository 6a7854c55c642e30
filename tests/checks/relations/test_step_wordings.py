"""Dates of one procedure, what was left of a form or of last year's paper, and slips of structure, in many wordings."""

from __future__ import annotations

import pytest

from checks.relations.worded import PLACE, errors, numbered_cases
from hengji.checks.check import check
from hengji.documents.plain.text_reader import document_of_text

FILES = ("steps_in_order", "left_behind", "steps_of_evaluations", "broken_off")


@pytest.mark.parametrize("case", list(numbered_cases(*FILES)))
def test_the_faulty_passage_is_found(case: dict[str, str]) -> None:
    relations = check(document_of_text(case["text"].replace(PLACE, case["wrong"]), "text.txt")).relations
    found = {(one.kind, one.verdict) for one in relations if one.verdict in ("error", "suspicious")}
    assert (case["kind"], case.get("verdict", "error")) in found, found


@pytest.mark.parametrize("case", [pytest.param(*one.values, id=one.id) for one in numbered_cases(*FILES)])
def test_the_sound_passage_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", list(numbered_cases("true_steps", "true_evaluations")))
def test_what_only_looks_faulty_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"])
