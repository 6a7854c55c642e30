"""Runs of counts that are no groups of all who were asked: they make a figure of their own, or are told by turns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from hengji.checks.context import Span

__all__ = ["is_told_apart", "made_by_lists", "told_in_step"]

_IN_TURN: Final = re.compile(
    r"(?:分别|依次)[为是有]?\s?((?:\d[\d,]{0,8}\s?[份人户名家个]?[、，和及]\s?){1,9}\d[\d,]{0,8})(?![\d.%％])"
)
_LAST_COUNT: Final = re.compile(r"(?<![\d.,])(\d[\d,]{0,8})\s?[份人户名家][，,]?(?:其中)?[：:，,]?$")
_SHEETS: Final = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)\s?[份人户]")
_FEWEST: Final = 3
_NEAR: Final = 30  # characters in front of a run in which its own count stands


def is_told_apart(text: str, run: re.Match[str], items: Sequence[tuple[str, int, Span]], total: int) -> bool:
    """满意的216份，其中大型36份、…: of the figure in front, which they make; or two lists in one:
    分别为70人和62人，56岁以上23人."""
    own = _LAST_COUNT.search(text, max(0, run.start() - _NEAR), run.start())
    return (own is not None and int(own[1].replace(",", "")) == total) or len(
        {bool(re.sub("分别|依次|^[和及与]", "", name)) for name, _, _ in items}
    ) > 1


def made_by_lists(text: str, start: int, end: int) -> set[int]:
    """What the lists behind 分别为 or 依次为 make up: 调查 a 人、b 家，有效样本依次为 c、d，合计 c + d."""
    return {
        sum(int(one) for one in re.findall(r"\d+", match[1].replace(",", "")))
        for match in _IN_TURN.finditer(text, start, end)
    }


def told_in_step(told: str, wholes: set[int]) -> bool:
    """甲发放 a 份、有效 b 份、满意 c 份；乙分别为 d 份、e 份、f 份: every third of all makes the whole."""
    sheets = [int(one.replace(",", "")) for one in _SHEETS.findall(told)]
    rows = [sheets[at::step] for step in (2, 3, 4) for at in range(step)]
    return any(sum(row) in wholes for row in rows if len(row) >= _FEWEST)
