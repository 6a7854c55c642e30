"""A cell's text, whatever paper it passed through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.facts.wording import one_line


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("统筹协调\n法律 事务", "统筹协调法律事务"),
        ("1. 执行政策；\n\n2. 调研", "1.执行政策；2.调研"),
        ("执行 GB 9704 标准", "执行GB 9704标准"),
        ("Smith,\tJohn", "Smith,John"),
        ("≥ 90 %", "≥90%"),
        ("\x00\u200b健全\x1f", "健全"),
    ],
)
def test_a_space_stays_only_between_two_latin_words_or_numbers(written, line):
    assert one_line(written) == line


@given(st.text())
def test_a_line_is_left_as_it_is(text):
    assert one_line(one_line(text)) == one_line(text)
