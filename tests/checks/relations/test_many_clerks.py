"""Sound sentences of many clerks, each in words of its own, that earlier readings took for faulty."""

from __future__ import annotations

import pytest

from checks.relations.worded import errors, numbered_cases


@pytest.mark.parametrize("case", list(numbered_cases("true_many_clerks")))
def test_what_a_clerk_says_soundly_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"])
