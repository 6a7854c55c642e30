"""Dates as a passage tells them: a month is the interval of its days, 4月9日 takes its year from the date before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import matches_near

__all__ = ["DATE", "Day", "ToldDate", "date_matches", "told_dates"]

Day = tuple[int, int, int]

DATE: Final = re.compile(
    r"(?<![\d.年〔\[-])(?:(?P<y>(?:19|20)\d{2})\s*年\s*|(?P<told>当年|同年|次年|翌年|本年)\s*)?"
    r"(?<!\d)(?<!\d[-—~～－至到、])(?P<m>1[0-2]|0?[1-9])\s*月份?(?:\s*(?P<d>[12]\d|3[01]|0?[1-9])\s*[日号]|(?P<part>上旬|中旬|下旬|[初底末]))?"
    r"|(?<![\d.〔\[-])(?P<py>(?:19|20)\d{2})(?P<sep>[-./])(?P<pm>1[0-2]|0?[1-9])(?:(?P=sep)(?P<pd>[12]\d|3[01]|0?[1-9]))?(?![\d.\-/])"
)
_ANCHOR: Final = re.compile(r"月|[12]\d{3}[-./]")
_REACH: Final = 40
_TO: Final = re.compile(r"\s*+起?\s*+(?:至|到|——?|－|-|–|~|～)\s*")
_TO_DAY: Final = re.compile(r"\s*(?:至|到|——?|－|-|–|~|～)\s*(?P<d>[12]\d|3[01]|0?[1-9])\s*[日号]")
_PARTS: Final = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "初": (1, 10), "底": (20, 31), "末": (20, 31)}
_HALF_A_YEAR: Final = 6


@dataclass(frozen=True, slots=True)
class ToldDate:
    """From the first to the last day that is meant; `start` and `end` are its place. `year_told` says that the year
    stands in the date itself; `ranges` that it runs from one date to another."""

    first: Day
    last: Day
    start: int
    end: int
    year_told: bool
    ranges: bool = False

    @property
    def month(self) -> int:
        """Months since the year 0."""
        return 12 * self.first[0] + self.first[1]


def date_matches(context: Context) -> list[re.Match[str]]:
    """Every date of the flowing text, looked for once per document."""
    return context.once(date_matches, lambda: list(matches_near(DATE, _ANCHOR, flowing(context).text, _REACH)))


def told_dates(text: str, start: int, end: int) -> list[ToldDate]:
    """The dates of a passage in order; two that make a period are one."""
    found: list[ToldDate] = []
    for date in _single(text, start, end):
        before = found[-1] if found else None
        if before is not None and not before.ranges and _TO.fullmatch(text, before.end, date.start):
            found[-1] = replace(before, last=max(before.last, date.last), end=date.end, ranges=True)
        else:
            found.append(date)
    return found


def _single(text: str, start: int, end: int) -> Iterator[ToldDate]:
    before: ToldDate | None = None
    for match in DATE.finditer(text, start, end):
        date = _read(match, before)
        to = _TO_DAY.match(text, date.end, end) if date.first == date.last else None
        if to is not None:
            last = (*date.first[:2], int(to["d"]))
            date = replace(date, last=max(last, date.first), end=to.end(), ranges=True)
        yield date
        before = date


def _read(match: re.Match[str], before: ToldDate | None) -> ToldDate:
    month, day = int(match["m"] or match["pm"]), int(match["d"] or match["pd"] or 0)
    own = match["y"] or match["py"]
    year = int(own) if own else (before.first[0] if before else 0) + (match["told"] in ("次年", "翌年"))
    if not own and not match["told"] and before and before.month - (12 * year + month) > _HALF_A_YEAR:
        year += 1  # 2023年11月招标，2月签订合同: the year after, left unsaid
    low, high = (day, day) if day else _PARTS.get(match["part"] or "", (1, 31))
    return ToldDate((year, month, low), (year, month, high), match.start(), match.end(), own is not None)
