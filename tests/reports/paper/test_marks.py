"""Names of figures and passages fit Word, differ where keys differ, and stay what they are."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from hengji.reports.paper.marks import Marks, bookmark_of, tag_of


@given(st.text(min_size=1, max_size=200))
def test_names_are_short_enough_for_word(key: str) -> None:
    assert len(tag_of(key)) <= 64
    assert len(bookmark_of(key)) <= 40
    assert re.fullmatch(r"[^\W\d_]\w*", bookmark_of(key))


@given(st.text(min_size=1, max_size=120), st.text(min_size=1, max_size=120))
def test_different_keys_have_different_names(one: str, other: str) -> None:
    assert (tag_of(one) == tag_of(other)) == (one == other)
    assert (bookmark_of(one) == bookmark_of(other)) == (one == other)


def test_a_key_that_fits_is_its_own_name() -> None:
    assert tag_of("数据:年初预算数") == "数据:年初预算数"
    assert bookmark_of("概况_1") == "概况_1"


def test_only_keys_that_were_shortened_are_listed() -> None:
    marks = Marks()
    marks.tag("数据:年初预算数")
    assert marks.xml() == ""
    marks.around("含 空格", "")
    assert "含 空格" in marks.xml()
