"""Dates written in a text, and which of them cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hengji.checks.relations.near_anchors import near

__all__ = ["Date", "dates_of", "impossible"]

_FULL = near(
    re.compile(r"(?<!\d)((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,3})\s*日)?"), r"年\s*\d{1,2}\s*月", 60
)
_POINTED = re.compile(r"(?<![\d.〔\[-])((?:19|20)\d{2})([.\-/])(\d{1,2})\2(\d{1,2})(?![\d.])")
_SHORT = near(re.compile(r"(?<![\d年.])(?<!年\s)(\d{1,2})\s*月\s*(\d{1,3})\s*日"), r"月\s*\d{1,3}\s*日", 60)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as written; 0 stands for a year or day that is not."""

    year: int
    month: int
    day: int
    start: int
    end: int

    @property
    def order(self) -> tuple[int, int, int]:
        return self.year, self.month, self.day or 1


def dates_of(text: str) -> Iterator[Date]:
    """Every date with a month, in the order of its form, then of the text."""
    for match in _FULL.finditer(text):
        yield Date(int(match[1]), int(match[2]), int(match[3] or 0), *match.span())
    for match in _POINTED.finditer(text):
        yield Date(int(match[1]), int(match[3]), int(match[4]), *match.span())
    for match in _SHORT.finditer(text):
        yield Date(0, int(match[1]), int(match[2]), *match.span())


def impossible(date: Date) -> str:
    """Why *date* cannot be, in words; empty where it can."""
    if not 1 <= date.month <= 12:
        return f"没有{date.month}月"
    most = _DAYS[date.month - 1]
    if date.month == 2 and date.year and not _leap(date.year):
        most = 28
    if date.day > most:
        year = f"{date.year}年" if date.year and date.month == 2 else ""
        return f"{year}{date.month}月只有{most}天"
    return ""


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
