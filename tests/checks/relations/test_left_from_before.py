"""Years, names and units left from another paper; and true statements that what stands beside them explains."""

from __future__ import annotations

from typing import Any

import pytest

from checks.relations.worded import PLACE, errors, numbered_cases


@pytest.mark.parametrize("case", list(numbered_cases("left_from_before")))
def test_what_was_left_is_found(case: dict[str, Any]) -> None:
    found = errors(case["text"].replace(PLACE, case["wrong"]))
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", list(numbered_cases("left_from_before")))
def test_what_was_put_right_is_left_alone(case: dict[str, Any]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", list(numbered_cases("true_left_from_before", "true_explained_beside")))
def test_what_is_explained_is_left_alone(case: dict[str, Any]) -> None:
    assert not errors(case["text"])
