"""A pattern is tried only on lines in which one pass over all of them says that it may match, and misses none."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from hengji.checks.relations.wording.likely_lines import likely_lines
from hengji.checks.relations.wording.lines import Line
from hengji.checks.relations.wording.structure.character_slips import CHARACTER_SLIPS
from hengji.checks.relations.wording.structure.typing_slips import TYPING_SLIPS

_ALL = (*(one.pattern for one in CHARACTER_SLIPS), *TYPING_SLIPS)
_WORDS = (
    "同比增长12", "2021度部门决算", "年未结余", "，", "。", "20", "2021年度相比，", "3万元", "收总计", "级预算单位",
    "1“、工作", "主要是：保障的主要是：", "概括", "%", "与上年增加", "〔2021〕3", "讼诉", " ", "后再行", "在",
)  # fmt: skip


def _lines(texts: list[str]) -> list[Line]:
    return [Line(0, len(text), text, tabular=False) for text in texts]


def test_the_first_and_the_last_character_of_a_line_are_its_ends():
    """``^`` and ``$`` of a pattern mean the line, and what the next line begins with changes nothing."""
    rising = re.compile(r"增长\d{1,3}(?=[，。](?!\s?\d)|$)")
    first = re.compile(r"^级预算单位")
    found = {
        line.text: patterns
        for line, patterns in likely_lines((rising, first), _lines(["增长12。", "3万元", "级预算单位增长5"]))
    }
    assert found == {"增长12。": [rising], "级预算单位增长5": [rising, first]}


def test_no_lines_no_patterns():
    assert list(likely_lines((re.compile("a"),), [])) == []
    assert list(likely_lines((), _lines(["a"]))) == []


@given(st.lists(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8).map("".join), min_size=1, max_size=6))
def test_no_line_that_a_slip_stands_in_is_missed(texts: list[str]):
    texts = [text.strip() for text in texts if text.strip()]
    lines = _lines(texts)
    likely = {id(line): patterns for line, patterns in likely_lines(_ALL, lines)}
    for line in lines:
        there = [pattern for pattern in _ALL if pattern.search(line.text)]
        assert [pattern for pattern in likely.get(id(line), []) if pattern.search(line.text)] == there
