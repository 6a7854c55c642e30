"""Characters left out or set too much, units that cannot be, years compared with themselves."""

from __future__ import annotations

from typing import Any

import pytest

from checks.relations.worded import errors, numbered_cases


@pytest.mark.parametrize("case", list(numbered_cases("slipped_characters")))
def test_the_faulty_passage_is_found(case: dict[str, Any]) -> None:
    found = errors(case["text"])
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", list(numbered_cases("true_characters")))
def test_the_sound_passage_is_left_alone(case: dict[str, Any]) -> None:
    assert not errors(case["text"])
