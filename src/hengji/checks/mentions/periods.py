"""Which year a figure speaks of: the year stated in its clause, its sentence, its section, or the document's own."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from hengji.checks.mentions.clauses import Clauses
from hengji.checks.mentions.directions import direction_before

__all__ = ["Years", "find_years", "guess_year", "year_in"]

_YEAR: Final = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})(?=\s{0,40}年|\s?(?:预算|决算|执行)数)|((?:上一?|前一)年度?(?!结转|结余)|去年)|(本年度?|当年度?|今年)|(前年)"
)
_COMPARING: Final = re.compile(r"(?:较|(?<!对)比|与|同|低于|高于|超过|相对)[^，。；0-9]{0,4}$")
_NAMES_BASE: Final = re.compile(
    r"^(?:年|年度|度|同期|底|末|年末|年底|[预决]算(?:执行)?数?|的|为|数|实际|[^，。；0-9]{0,6}[的为])*$"
)
_HEADING: Final = re.compile(
    r"(?m)^[^\S\n]*(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]部分)"
    r"[^\n，。；]{0,24}?((?:19|20)[0-9]{2})\s?年[^\n，。；0-9]{0,30}$"
)
_SECTION_START: Final = re.compile(
    r"(?m)^[^\S\n]*(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])"
)
_MOST: Final = 40
_OFFSET: Final = {2: -1, 3: 0, 4: -2}


@dataclass(frozen=True, slots=True)
class Years:
    """Every year that a text names, in order: where, where its words end, which, and whether as a base to compare."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    years: tuple[int, ...]
    compared: tuple[bool, ...]
    sections: tuple[int, ...]
    section_years: tuple[int, ...]
    default: int | None

    def at(self, text: str, start: int, clauses: Clauses) -> str:
        """The period of the figure that begins at *start*."""
        floor, clause = clauses.sentence(start), clauses.clause(start)
        if text.startswith("其中", floor) and floor:
            floor = clauses.sentence(floor - 1)
        index = bisect_left(self.starts, start) - 1
        last = max(index - _MOST, -1)
        while index > last and self.starts[index] >= floor:
            if not self.compared[index] or self._is_base(text, index, start, clause):
                return str(self.years[index])
            index -= 1
        section = self._section(start)
        return str(section) if section is not None else ""

    def _is_base(self, text: str, index: int, start: int, clause: int) -> bool:
        """Whether the figure is that of the year it is compared with: 较2021年的299.08万元增加…"""
        if self.starts[index] < clause:
            return False
        between = re.sub(r"\s", "", text[max(self.ends[index], start - 60) : start])
        return not direction_before(between) and _NAMES_BASE.match(between) is not None

    def _section(self, start: int) -> int | None:
        index = bisect_left(self.sections, start) - 1
        year = self.section_years[index] if index >= 0 else 0
        return year or self.default


def find_years(text: str, default: int | None) -> Years:
    """All years of the folded *text*; 上年 and 本年 are counted from *default*."""
    found: list[tuple[int, int, int, bool]] = []
    for match in _YEAR.finditer(text):
        year = _year(match, default)
        before = text[max(0, match.start() - 24) : match.start()]
        if year is not None and "《" not in before[before.rfind("》") + 1 :]:
            found.append((match.start(), match.end(), year, _COMPARING.search(before) is not None))
    headings = {match.start(): int(match[1]) for match in _HEADING.finditer(text)}
    sections = [(match.start(), headings.get(match.start(), 0)) for match in _SECTION_START.finditer(text)]
    starts, ends, years, compared = zip(*found, strict=True) if found else ((), (), (), ())
    return Years(
        starts, ends, years, compared,
        tuple(start for start, _ in sections), tuple(year for _, year in sections), default,
    )  # fmt: skip


def _year(match: re.Match[str], default: int | None) -> int | None:
    if match[1]:
        return int(match[1])
    return None if default is None or match.lastindex is None else default + _OFFSET[match.lastindex]


def year_in(text: str, default: int | None) -> str:
    """The year that a header names, or ``""``."""
    match = _YEAR.search(text)
    year = None if match is None else _year(match, default)
    return "" if year is None else str(year)


def guess_year(title: str, text: str) -> int | None:
    """The year of a document whose caller did not say it: that of its title, else the first of its head."""
    for head in (title, text[:600]):
        match = re.search(r"(?<![0-9])(20[0-9]{2})\s*年", head)
        if match is not None:
            return int(match[1])
    return None
