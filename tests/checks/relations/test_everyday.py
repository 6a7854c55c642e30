"""Plain statements of totals, parts, counts, names and repeats, as ten accountants would write them."""

from __future__ import annotations

from typing import Any

import pytest

from checks.relations.worded import PLACE, errors, numbered_cases


@pytest.mark.parametrize("case", list(numbered_cases("everyday")))
def test_the_faulty_statement_is_found(case: dict[str, Any]) -> None:
    found = errors(case["text"].replace(PLACE, case["wrong"]))
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", list(numbered_cases("everyday")))
def test_the_sound_statement_is_left_alone(case: dict[str, Any]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", list(numbered_cases("true_everyday")))
def test_what_only_looks_faulty_is_left_alone(case: dict[str, Any]) -> None:
    assert not errors(case["text"])
