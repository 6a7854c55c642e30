"""References cut out of prose."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hengji.reports.narrative.references import Broken, Reference, pieces_of, safe


def test_words_and_references_come_in_order() -> None:
    pieces = pieces_of("实际{政府采购实际金额}，得{得分：支出管理/执行率|.1}，{=甲/乙|%.2}。{总分}")
    assert [piece if isinstance(piece, str) else piece.key for piece in pieces] == [
        "实际", "数据:政府采购实际金额", "，得", "得分:支出管理/执行率|.1", "，", "算式:甲/乙|%.2", "。", "总分",
    ]  # fmt: skip


def test_doubled_braces_are_braces_and_lone_ones_are_broken() -> None:
    assert pieces_of("{{甲}}") == ("{甲}",)
    assert pieces_of("甲{乙") == ("甲", Broken("{"), "乙")


@given(st.text(max_size=60))
def test_nothing_breaks_the_cutting_and_no_words_are_lost(text: str) -> None:
    words = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces_of(text))
    assert [letter for letter in words if letter not in "{}"] == [letter for letter in text if letter not in "{}｛｝"]


@given(st.text(alphabet="甲乙/:|.%=1{}", max_size=20))
def test_a_key_in_braces_is_the_same_reference(inside: str) -> None:
    for piece in pieces_of(f"{{{safe(inside)}}}"):
        if isinstance(piece, Reference) and piece.what:
            again = pieces_of(f"{{{piece.key}}}")
            assert len(again) == 1 and isinstance(again[0], Reference)
            assert again[0].key == piece.key
