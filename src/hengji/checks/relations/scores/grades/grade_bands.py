"""Bands of grades as documents state them: “90～100分（含90分）为优”, 良（80≤得分<90）, 60分以下为差."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.context import Span
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.scores.reading.conclusion import GRADES
from hengji.rules.intervals import Interval, read_interval

__all__ = ["DEFAULT_BANDS", "Band", "band_groups"]

_WORDS: Final = "|".join(sorted(GRADES, key=len, reverse=True))
_BEHIND: Final = near(
    re.compile(
        rf"(?:(?<![\u4e00-\u9fff])|(?<=[为设分即及和]))[“\"‘'「]?({_WORDS})[”\"’'」]?(?:[:：]\s*([^，。；;、\n]{{2,40}})|\s*[（(]((?:[^（）()\n]|[（(][^（）()\n]*[)）]){{2,40}})[)）])"
    ),
    r"[优秀良好中等格般差低][”\"’\'」]?\s*[：:（(]",
    200,
)
_BEFORE: Final = re.compile(rf"(?:评定|评|确定|定)?为\s*[“\"‘'「]?({_WORDS})[”\"’'」]?")
_BARE: Final = near(
    re.compile(
        rf"((?:[≥＞>]=?\s*)?\d{{1,3}}分?(?:以[上下]|\s*(?:~|～|-|—+|–|至)\s*\d{{1,3}}(?:\.9{{1,2}})?分?)?)\s*({_WORDS})(?=[，,；;。、）)\n]|$)"
    ),
    r"[优良中差低合一较不](?<=[分上下\d\s].)",
    60,
)
_AHEAD: Final = re.compile(
    rf"(?<![\u4e00-\u9fff])({_WORDS})[ \t\u3000]*"
    rf"((?:[≥＞>]=?\s*)?\d{{1,3}}\s*分?(?:[（(]不?含[^（）()]{{0,4}}[）)])?分?\s*"
    rf"(?:及?以[上下]|(?:~|～|-|—+|–|至)\s*\d{{1,3}}\s*分?))(?=[，,；;。、\s（()）]|$)"
)
_GRADED: Final = re.compile(rf"(?:等级|等次|级别|档次)[^，。；\n\d]{{0,6}}[“\"]?(?:{_WORDS})[”\"]?[（(]$")
_CLAUSE: Final = re.compile(r"(?:\d{1,3}分?(?:[（(][^（）()]{1,6}[)）])?及?以上[、，,]\s*(?:但)?)?[^，。；;、\n“”\"]*$")
_CUT: Final = re.compile(r"\s*(?:分|[（(]|~|～|-|—|–|至|以[上下])")
_BROKEN: Final = re.compile(
    r"[^，。；;、\n“”\"]*\d{1,3}[ \t]{0,4}(?:分?[ \t]{0,4}(?:[（(]不?含[^（）()\n]{0,4}[）)])?"
    r"[ \t]{0,4}(?:~|～|-|—+|–|至|到)?)[ \t]{0,4}\n[^，。；;、\n“”\"]*$"
)
"""A condition that a page's line end cuts in two: “80⏎（含）—90 分”, “80（含）—⏎90 分”."""
_CUT_BEFORE: Final = re.compile(r"[~～\-—–至到][ \t]{0,4}\n[ \t]{0,4}\Z")
_RANGE: Final = re.compile(
    r"(\d{1,3})分?(?:\((不?含).{0,5}?\))?(?:~|～|-|—+|–|至|到)(\d{1,3})分?(?:\((不?含)(\d{1,3})?.{0,3}?\))?"
)
_NOTATION: Final = re.compile(r"[\[(]\d{1,3},\d{1,3}[\])]")
_CHAIN: Final = re.compile(r"(\d{1,3})分?([<≤>≥]=?)[^\d<≤>≥]{1,8}([<≤>≥]=?)(\d{1,3})")
_ABOVE: Final = re.compile(r"(?:≥|>=|不低于|大于等于)(\d{1,3})|(\d{1,3})分?(?:\(含.{0,5}?\))?(?:及)?以上")
_OVER: Final = re.compile(r"(?:>|高于|大于|超过)(\d{1,3})")
_BELOW: Final = re.compile(r"(?:<|低于|小于|不足|不满)(\d{1,3})|(\d{1,3})分?(?:\(不含.{0,5}?\))?以下")
_WIDTHS: Final = str.maketrans("（）＞＜＝", "()><=")
_LISTED: Final = re.compile(rf"(?<![\u4e00-\u9fff])(?:{_WORDS})\s*[:：≥>＞（(]")
_BRACKETED: Final = re.compile(r"(\(不?含[^()]{0,5}\))分(?!\()")
_NINES: Final = re.compile(r"(\d{1,3})\.9{1,2}(?!\d)")
_NEAR: Final = 400
_PAIR: Final = 30
_CONDITION: Final = 60
_SHORT: Final = 12
_LEAST: Final = 3
_FULL: Final = 100

DEFAULT_BANDS: Final = {"优": "[90,100]", "良": "[80,90)", "中": "[60,80)", "差": "[0,60)"}
"""财预〔2020〕10号; half-open, for 89.5 would have no grade between 80–89 and 90–100."""


@dataclass(frozen=True, slots=True)
class Band:
    """One grade with its interval; `reversed` says that a sign of comparison is printed the wrong way round."""

    grade: str
    interval: Interval
    span: Span
    reversed: bool = False


def band_groups(text: str) -> list[list[Band]]:
    """Every place where three grades or more are given their bands, or the paper's own grade is told with one."""
    found = sorted({band.span: band for band in _bands(text)}.values(), key=lambda band: band.span)
    groups: list[list[Band]] = []
    for band in found:
        fresh = not groups or band.span[0] - groups[-1][-1].span[1] > _NEAR
        if fresh or any(other.grade == band.grade for other in groups[-1]):
            groups.append([])
        groups[-1].append(band)
    ordered = [_closed(_stacked(group)) for group in groups]
    return [group for group in ordered if len(group) >= _LEAST or _is_pair(group, text) or _is_behind(group, text)]


def _is_pair(group: list[Band], text: str) -> bool:
    """“（90分及以上为优，80至89.99分为良）”: the two highest grades alone, one right above the other."""
    if len(group) != _LEAST - 1:
        return False
    upper, lower = (band.interval for band in sorted(group, key=lambda band: _floor(band.interval), reverse=True))
    first, second = sorted(band.span for band in group)
    near = second[0] - first[1] < _PAIR and "\n" not in text[first[1] : second[0]]
    return near and _ceiling(upper) == _FULL and _ceiling(lower) == _floor(upper)


def _is_behind(group: list[Band], text: str) -> bool:
    """等级为“优”（80—90分为良，含80分）: the one band that is told in a bracket right behind the paper's grade."""
    start = group[0].span[0]
    return len(group) == 1 and _GRADED.search(text, max(0, start - _CONDITION), start) is not None


def _floor(interval: Interval) -> Fraction:
    return interval.low.value if interval.low is not None else Fraction(0)


def _ceiling(interval: Interval) -> Fraction | None:
    return interval.high.value if interval.high is not None else None


def _is_cut(text: str, clause: re.Match[str]) -> bool:
    """Whether the condition began on the line before."""
    before = text[max(0, clause.start() - _SHORT) : clause.start()]
    return _CUT.match(clause[0]) is not None or _CUT_BEFORE.search(before) is not None


def _closed(group: list[Band]) -> list[Band]:
    """“75至89分” beside “90分以上” counts whole points: 89 is in it."""
    floors = {band.interval.low.value for band in group if band.interval.low is not None}
    return [
        replace(band, interval=read_interval(f"[{low.value},{high.value}]") or band.interval)
        if (low := band.interval.low) is not None
        and (high := band.interval.high) is not None
        and high.value + 1 in floors
        else band
        for band in group
    ]


def _stacked(group: list[Band]) -> list[Band]:
    """“≥90优，≥80良，≥60中”: each floor reaches up to the next one."""
    floors = sorted({band.interval.low.value for band in group if band.interval.low is not None and _is_floor(band)})
    above = {low: high for low, high in pairwise(floors) if len(floors) == sum(map(_is_floor, group))}
    return [
        replace(
            band,
            interval=read_interval(f"[{band.interval.low.value},{above[band.interval.low.value]})") or band.interval,
        )
        if _is_floor(band) and band.interval.low is not None and band.interval.low.value in above
        else band
        for band in group
    ]


def _is_floor(band: Band) -> bool:
    return band.interval.high is not None and band.interval.high.value == _FULL and band.interval.low is not None


def _bands(text: str) -> Iterator[Band]:
    for match in _BEHIND.finditer(text):
        said = match[2] or match[3]
        of_all = _BEFORE.search(said) or _LISTED.search(said)  # 良（S≥90为优，…）, 良（优：90分以上；…）: all bands
        read = _interval(said) if not of_all else None
        if read is not None:
            yield Band(GRADES[match[1]], read[0], match.span(), read[1])
    for match in _BEFORE.finditer(text):
        clause = _CLAUSE.search(text, max(0, match.start() - _CONDITION), match.start())
        if clause is not None and _is_cut(text, clause):
            clause = _BROKEN.search(text, max(0, match.start() - _CONDITION), match.start()) or clause
        inner = _opened(clause[0]) if clause is not None else 0
        read = _interval(clause[0][inner:]) if clause is not None and clause[0] else None
        if read is not None and clause is not None:
            yield Band(GRADES[match[1]], read[0], (clause.start() + inner, match.end()), read[1])
    for match in _AHEAD.finditer(text):
        read = _interval(match[2])
        if read is not None:
            yield Band(GRADES[match[1]], read[0], match.span(), read[1])
    for match in _BARE.finditer(text):
        read = _interval(match[1])
        if read is not None:
            yield Band(GRADES[match[2]], read[0], match.span(), read[1])


def _opened(clause: str) -> int:
    """Behind a bracket that the clause opens and does not close: what stands before it is no condition."""
    at = max(clause.rfind("（"), clause.rfind("("))
    return at + 1 if at >= 0 and not re.search("[)）]", clause[at:]) else 0


def _interval(text: str) -> tuple[Interval, bool] | None:
    """The interval, and whether its signs were reversed."""
    clean = re.sub(r"[\s$\\]", "", text).translate(_WIDTHS).replace("geq", "≥").replace("leq", "≤")
    clean = _BRACKETED.sub(r"分\1", clean)  # 90（含）分以上
    clean = _NINES.sub(lambda found: str(int(found[1]) + 1), clean)  # 80至89.99分: up to 90
    if found := _NOTATION.search(clean.replace("，", ",")):
        interval = read_interval(found[0])
        return (interval, False) if interval is not None and not interval.is_empty else None
    if found := _CHAIN.search(clean):
        return _chain(found)
    written = ""
    if found := _RANGE.search(clean):
        written = _range(found)
    elif found := _ABOVE.search(clean):
        ceiling = _BELOW.search(clean, found.end())
        written = f"[{found[1] or found[2]},{f'{ceiling[1] or ceiling[2]})' if ceiling else '100]'}"
    elif found := _OVER.search(clean):
        written = f"({found[1]},100]"
    elif found := _BELOW.search(clean):
        written = f"[0,{found[1] or found[2]})"
    interval = read_interval(written) if written else None
    return (interval, False) if interval is not None and not interval.is_empty else None


def _range(found: re.Match[str]) -> str:
    low, high = sorted((found[1], found[3]), key=int)
    left = "(" if found[2] == "不含" or (found[4] == "不含" and found[5] == low) else "["
    closed = high == "100" or (found[4] == "含" and found[5] == high) or (found[4] == "含" and not found[5])
    return f"{left}{low},{high}{']' if closed else ')'}"


def _chain(found: re.Match[str]) -> tuple[Interval, bool] | None:
    first, left, right, last = found[1], found[2][0], found[3][0], found[4]
    low, high = sorted((first, last), key=int)
    rising = Fraction(first) < Fraction(last)
    expected = "<≤" if rising else ">≥"
    wrong = left not in expected or right not in expected
    low_sign, high_sign = (left, right) if rising else (right, left)
    interval = read_interval(
        f"{'[' if low_sign in '≤≥' else '('}{low},{high}{']' if high_sign in '≤≥' and high == '100' else ')'}"
    )
    return (interval, wrong) if interval is not None else None
