"""Marks of the other keyboard read as those of a Chinese paper, letter for letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.checks.relations.full_width import full_width


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("同比下降18.87;公务接待费", "同比下降18.87；公务接待费"),
        ("出国(境)费43万元,同比", "出国（境）费43万元，同比"),
        ("其中:财政拨款(含基金(专项))", "其中：财政拨款（含基金（专项））"),
        ("支出1,232,116万元,占98.7%,其中", "支出1,232,116万元，占98.7%，其中"),
        ("(666.05-464.99)/464.99*100%=43.24%", "(666.05-464.99)/464.99*100%=43.24%"),
        ("上午10:30开会", "上午10:30开会"),
        ("[80,90)为良", "[80,90)为良"),
        ("没有别的标点。", "没有别的标点。"),
    ],
)
def test_marks_beside_chinese_are_read_as_chinese(written: str, read: str) -> None:
    assert full_width(written) == read


@given(st.text(alphabet="支出1,23.:;()（）%\n“”为元", max_size=60))
def test_every_letter_stays_in_its_place(text: str) -> None:
    read = full_width(text)
    assert len(read) == len(text)
    assert all(a == b or a in ",;:()" for a, b in zip(text, read, strict=True))


@given(st.text(alphabet="支出123.（），；：%“”为元", max_size=40))
def test_a_chinese_paper_is_left_as_it_is(text: str) -> None:
    assert full_width(text) == text
