"""Chinese help pages fit their width: a Chinese character takes two columns."""

from __future__ import annotations

import pytest

from hengji.cli.help_pages import columns, wrapped


@pytest.mark.parametrize(("text", "width"), [("分值", 4), ("2分", 3), ("score", 5), ("“分”", 4), ("", 0)])
def test_columns(text, width):
    assert columns(text) == width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一二三四五六", ["一二三四五", "六"]),
        ("一二三四五。六", ["一二三四", "五。六"]),
        ("一二三四（五）", ["一二三四", "（五）"]),
        ("一二 score 三", ["一二 score", "三"]),
        ("一二三四score", ["一二三四", "score"]),
        ("一\n二", ["一", "二"]),
        ("abcdefghijklmnop", ["abcdefghijklmnop"]),
        ("", [""]),
    ],
)
def test_lines_break_between_chinese_characters_and_not_before_a_comma(text, lines):
    assert wrapped(text, 10) == lines


def test_no_line_of_a_help_page_is_too_wide(program):
    for command in ("score", "explain", "scheme", "completion"):
        assert [line for line in program(command, "--help").stdout.splitlines() if columns(line) > 80] == []
