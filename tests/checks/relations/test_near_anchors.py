"""A pattern looked for around its anchors finds what it finds in the whole text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.checks.relations.near_anchors import matches_near

SCORED = re.compile(r"([\u4e00-\u9fff]{2,6}?)得\s{0,2}(\d{1,2})分(?=[，。]|$)")
GOT = re.compile(r"得\s{0,2}\d")


@given(st.text(alphabet="产出效益得分 12，。", max_size=200))
def test_the_matches_are_those_of_the_whole_text(text: str) -> None:
    spans = [match.span() for match in matches_near(SCORED, GOT, text, 12)]
    assert spans == [match.span() for match in SCORED.finditer(text)]


@pytest.mark.parametrize("between", ["", "，", "。" * 500])
def test_two_places_near_or_far_are_both_found(between: str) -> None:
    found = matches_near(SCORED, GOT, f"产出得9分，{between}效益得8分", 12)
    assert [match[1] for match in found] == ["产出", "效益"]


def test_a_text_without_the_anchor_has_none() -> None:
    assert not list(matches_near(SCORED, GOT, "产出" * 1000, 12))
