"""Bands under any names, as clerks write them: 95分往上为A，85分（含）到95分为B，其余为C; 一级园850分起，二级园700分起
到849分; 偏差率≤5%为绿色，5%＜偏差率≤15%为黄色."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise, permutations
from typing import Final

from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.near_anchors import matches_near

__all__ = ["FreeBand", "Scheme", "schemes"]

_N: Final = r"(?:\d{1,4}(?:\.\d{1,2})?|[一二三四五六七八九]十[一二三四五六七八九]?)"
_U: Final = r"\s?(?P<{0}>分|[%％])?"
_IN: Final = r"(?:[（(](?P<{0}>不?含)[^（）()\n]{{0,6}}[）)])?"


def _edge(name: str) -> str:
    unit, inside = _U.format("u" + name), _IN.format("i" + name)
    return rf"(?P<{name}>{_N}){unit}\s?{inside}分?"


_DASH: Final = r"\s?(?:—+|-+|－|–|~|～|至|到)\s?"
_UNDER: Final = "≤|＜|<|不足|不满|低于|小于|未满|不到|未达到?|不超过|不高于"
_OVER: Final = "≥|＞|>|不低于|不少于|大于等于|高于|大于|超过|达到"
_UP: Final = "及?以上|起|往上|之上"
_CONDITION: Final = re.compile(
    rf"(?P<open>[\[（(])\s?(?P<a>{_N})\s?[,，]\s?(?P<b>{_N})\s?(?P<close>[\])）])"
    rf"|{_edge('c')}(?:起|以上)?{_DASH}{_edge('d')}(?:之间|以下)?(?:，(?P<ic2>不?含)[^（）()\n，。；]{{0,6}})?"
    rf"|{_edge('e')}\s?(?P<s1>[＜<≤])[^\d，。；、\n<>＜＞≤≥]{{0,10}}(?P<s2>[＜<≤])\s?{_edge('f')}"
    rf"|(?:(?P<over>{_OVER})\s?{_edge('g')}|{_edge('h')}\s?(?P<up>{_UP})(?:[（(，](?P<ih2>不?含)[^（）()\n，。；]{{0,6}}[）)]?)?)"
    rf"(?:[、，,且但至到]{{0,2}}(?:(?P<under>{_UNDER})\s?{_edge('j')}|{_edge('k')}\s?(?P<dk>及)?以下(?:[（(](?P<ik2>不?含)[^（）()\n]{{0,6}}[）)])?))?"
    rf"|(?P<under2>{_UNDER})\s?{_edge('m')}"
    rf"|{_edge('n')}\s?(?P<dn>及)?以下(?:[（(](?P<in2>不?含)[^（）()\n]{{0,6}}[）)])?"
)
_AT_NUMBER: Final = r"\d十一二三四五六七八九"
_ANCHOR: Final = re.compile(  # what stands between the edges of a band or beside its only one
    rf"[—\-－–~～至到](?:(?<=[{_AT_NUMBER}分%％）)起上].)|(?<=[{_AT_NUMBER}分%％）)起上]\s.))|及?以[上下]|起|往上|之上"
    rf"|(?:≥|＞|>|≤|＜|<|不低于|不少于|大于|高于|超过|达到|不足|不满|低于|小于|未满|不到|未达到?|不高于)(?:等于)?\s?[{_AT_NUMBER}]"
    rf"|[\[（(]\s?[{_AT_NUMBER}][.{_AT_NUMBER}]{{0,6}}\s?[,，]"
)
_REACH: Final = 80
_STOP: Final = r"，,；;、。\n）)（(/|｜\t\]"
_BEHIND: Final = re.compile(rf"[\s：:]*([^{_STOP}\d]{{1,14}})(?=[{_STOP}\d]|$)")
_BEFORE: Final = re.compile(rf"(?:^|[{_STOP}])[\s]*([^{_STOP}\d]{{1,24}}?)[（(：:\s]*$")
_LEAD: Final = re.compile(
    r"^(?:的|则|就|方可|才|一律|均|都|可以?|应|得分|区间|项目|者)*(?:评定|评级|评|定性|定|确定|认定|判定|列|计|算|判|划|归|叫|亮|记|视|归入|列入|纳入|属于?|对应|即|为|是|得|入|作)*[\s“\"‘'「：:]*"
)
_TAIL: Final = re.compile(r"[”\"’'」\s：:]*(?:(?:在|为|得分|总分|分数|指|要求|须|需|应)+)?[\s“\"]*$")
_NEAR: Final = 22  # characters between two conditions of one scheme
_REST: Final = re.compile(
    r"[，；、\s]{0,3}(?:其余|其他|再低|以下|否则|再往下)[^，。；\d]{0,4}?(?:一律)?(?:评为|算|为|是|不|定为|列)+[“\"]?(?P<label>[\u4e00-\u9fffA-Z]{1,6}?)[”\"]?(?=[，。；）)\n]|$)"
)
_UNITS: Final = tuple("u" + name for name in "cdefghjkmn")
_FEWEST, _LONGEST = 2, 8
_MOST: Final = 12  # bands of one scheme


@dataclass(frozen=True, slots=True)
class FreeBand:
    """From `low` to `high`; whether an edge belongs to it, or None where that is not told."""

    label: str
    low: Fraction | None
    high: Fraction | None
    low_in: bool | None = None
    high_in: bool | None = None

    def holds(self, value: Fraction) -> bool | None:
        """Whether *value* lies in the band; None on an edge of which nobody says whose it is."""
        if self.low is not None and value <= self.low:
            return False if value < self.low else self.low_in
        if self.high is not None and value >= self.high:
            return False if value > self.high else self.high_in
        return True


@dataclass(frozen=True, slots=True)
class Scheme:
    """The bands that stand together, and where."""

    bands: tuple[FreeBand, ...]
    start: int
    end: int
    unit: str

    def grades(self, value: Fraction) -> tuple[set[str], set[str]]:
        """The names that *value* has for certain, and those that it may have."""
        told = [(band.label, band.holds(value)) for band in self.bands]
        return {name for name, sure in told if sure}, {name for name, sure in told if sure is not False}


def schemes(text: str) -> list[Scheme]:
    """Every place where two names or more are given bands that do not overlap."""
    found: list[Scheme] = []
    run: list[re.Match[str]] = []
    for match in matches_near(_CONDITION, _ANCHOR, text, _REACH):
        if run and match.start() - run[-1].end() > _NEAR:
            found += _scheme(text, run)
            run = []
        run.append(match)
    found += _scheme(text, run)
    return found


def _scheme(text: str, run: Sequence[re.Match[str]]) -> Iterator[Scheme]:
    if not _FEWEST <= len(run) <= _MOST:
        return
    labels = _labels(text, run)
    if labels is None:
        return
    bands = [_band(match, label) for match, label in zip(run, labels, strict=True)]
    rest = _REST.match(text, _after(text, run[-1]))
    if rest is not None and all(band.low is not None for band in bands):
        lowest = min(bands, key=lambda band: band.low or Fraction(0))
        over = None if lowest.low_in is None else not lowest.low_in
        bands.append(FreeBand(_named(rest["label"]), None, lowest.low, None, over))
    bands = _told_by_neighbours(_nested(bands))
    units = {unit for match in run for name in _UNITS if (unit := match[name])}
    if len({band.label for band in bands}) == len(bands) and not _overlap(bands) and len(units) < _FEWEST:
        end = rest.end() if rest is not None else _after(text, run[-1])
        first = run[0].start()
        start = (
            first
            if _behind(text, run[0]) == labels[0]
            else max(text.rfind(labels[0], max(0, first - _NEAR), first), first - _NEAR)
        )
        yield Scheme(tuple(bands), start, end, next(iter(units), "").replace("％", "%"))


def _after(text: str, match: re.Match[str]) -> int:
    behind = _BEHIND.match(text, match.end())
    return behind.end() if behind is not None else match.end()


def _labels(text: str, run: Sequence[re.Match[str]]) -> list[str] | None:
    behind = [_behind(text, match) for match in run]
    if all(behind):
        return behind
    before = [_before(text, run[at - 1].end() if at else 0, match) for at, match in enumerate(run)]
    return before if all(before) else None


def _behind(text: str, match: re.Match[str]) -> str:
    found = _BEHIND.match(text, match.end())
    return _named(_LEAD.sub("", found[1], count=1)) if found is not None else ""


def _before(text: str, start: int, match: re.Match[str]) -> str:
    found = _BEFORE.search(text[max(start, match.start() - 28) : match.start()])
    return _named(re.split(r"[是为：:“\"]", _TAIL.sub("", found[1]))[-1]) if found is not None else ""


def _named(label: str) -> str:
    label = re.split("[”’」的]", label.strip("“”\"‘’' 　：:「」"))[0]
    label = re.sub("(?<=.)(?:等级|等次|档次|区间|预警|[级档类等灯色])$", "", label)
    return label if 1 <= len(label) <= _LONGEST else ""


def _band(match: re.Match[str], label: str) -> FreeBand:
    get = match.groupdict()

    def value(name: str) -> Fraction | None:
        text = get.get(name)
        return None if text is None else Fraction(text) if text[0].isdigit() else Fraction(whole_number(text))

    def inside(*names: str) -> bool | None:
        told = next((said for name in names if (said := get.get(name))), None)
        return None if told is None else told == "含"

    if get["a"]:
        return FreeBand(label, value("a"), value("b"), get["open"] == "[", get["close"] == "]")
    if get["c"]:
        return FreeBand(label, value("c"), value("d"), inside("ic", "ic2"), inside("id"))
    if get["e"]:
        return FreeBand(label, value("e"), value("f"), get["s1"] == "≤", get["s2"] == "≤")
    if get["g"] or get["h"]:
        low = value("g") if get["g"] else value("h")
        low_in = inside("ih", "ih2") if get["h"] else get["over"] not in ("＞", ">", "高于", "大于", "超过")
        if get["h"] and low_in is None and get["up"] in ("及以上", "起"):
            low_in = True
        if get["j"]:
            return FreeBand(label, low, value("j"), low_in, get["under"] in ("≤", "不超过", "不高于"))
        return FreeBand(label, low, value("k"), low_in, True if get["dk"] else inside("ik", "ik2"))
    if get["m"]:
        return FreeBand(label, None, value("m"), None, get["under2"] in ("≤", "不超过", "不高于"))
    return FreeBand(label, None, value("n"), None, True if get["dn"] else inside("in", "in2"))


def _nested(bands: Sequence[FreeBand]) -> list[FreeBand]:
    """优（90及以上）、良（80及以上）: each reaches to the next above it; 差 and 中 below an edge alike."""
    return [_cut(band, bands) for band in bands]


def _cut(band: FreeBand, bands: Sequence[FreeBand]) -> FreeBand:
    if band.high is None and band.low is not None:
        above = [one for one in bands if one.low is not None and one.low > band.low]
        if above:
            edge = min(above, key=lambda one: one.low or Fraction(0))
            return replace(band, high=edge.low, high_in=None if edge.low_in is None else not edge.low_in)
    if band.low is None and band.high is not None:
        below = [one for one in bands if one.high is not None and one.high < band.high]
        if below:
            edge = max(below, key=lambda one: one.high or Fraction(0))
            return replace(band, low=edge.high, low_in=None if edge.high_in is None else not edge.high_in)
    return band


def _told_by_neighbours(bands: Sequence[FreeBand]) -> list[FreeBand]:
    """85分（含）以上 and 70分至85分: 85 is of the first alone; 70—84 and 85—94 hold all four."""
    found = list(bands)
    for at, above in permutations(range(len(found)), 2):
        lower, upper = found[at], found[above]
        if lower.high is None or upper.low is None:
            continue
        if lower.high == upper.low:
            lower_in = lower.high_in if lower.high_in is not None or upper.low_in is None else not upper.low_in
            upper_in = upper.low_in if upper.low_in is not None or lower.high_in is None else not lower.high_in
            found[at], found[above] = replace(lower, high_in=lower_in), replace(upper, low_in=upper_in)
        elif 0 < upper.low - lower.high <= 1:
            found[at] = replace(lower, high_in=lower.high_in is not False)
            found[above] = replace(upper, low_in=upper.low_in is not False)
    return found


def _overlap(bands: Sequence[FreeBand]) -> bool:
    ordered = sorted(bands, key=lambda band: (band.low is not None, band.low or Fraction(0)))
    for one, other in pairwise(ordered):
        if one.high is None or other.low is None or one.high > other.low:
            return True
    return any(band.low is not None and band.high is not None and band.low >= band.high for band in bands)
