"""Last year's 三公经费 as its growth implies it, against its three parts as theirs do: 80.89 万元，同比增长 83.3%，其中
出国 54.72 万元，增长 285%，运行 14.34 万元，下降 21%，接待 11.83 万元，增加 0.95 万元.

Nobody tells last year's amounts, and still the rates cannot all be true: the parts were 43.24 万元, the whole 44.13.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.intervals import Interval
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import read_number, shown
from hengji.facts.relation import Relation

__all__ = ["bases_of_parts"]

_N: Final = r"\d[\d,]{0,15}(?:\.\d{1,6})?"
_WAY: Final = r"(?:(?P<up>增长|增加|上升)|(?P<down>下降|减少|降低))(?:了|约)?"
_CHANGE: Final = rf"{_WAY}\s?(?:(?P<d>{_N})\s?万元|(?P<r>{_N})\s?[%％])"
_LAST: Final = r"(?:同比|(?:比|较|与)(?:上年|去年|20\d\d年)(?:度)?(?P<of>[^，。；\d]{0,8}?)(?:相比)?)"
_TOTAL: Final = re.compile(
    rf"三公[”\"]?\s?经费[^，。；\d]{{0,24}}?(?P<n>{_N})\s?万元，{_LAST}，?[^，。；\d]{{0,6}}?{_CHANGE}"
)
_VALUES: Final = {
    "出国": re.compile(rf"出国（境）(?:经费|费用?)(?:支出)?(?:预算|决算)?(?:数)?为?\s?(?P<n>{_N})\s?万元"),
    "购置": re.compile(rf"公务用车购置费?(?:支出)?(?:预算|决算)?(?:数)?为?\s?(?P<n>{_N})\s?万元"),
    "运行": re.compile(rf"公务用车运行(?:维护)?费?(?:支出)?(?:预算|决算)?(?:数)?为?\s?(?P<n>{_N})\s?万元"),
    "接待": re.compile(rf"公务接待费(?:支出)?(?:预算|决算)?(?:数)?为?\s?(?P<n>{_N})\s?万元"),
    "用车": re.compile(
        rf"公务用车购置费?(?:及|和|与|、)运行(?:维护)?费(?:支出)?(?:预算|决算)?(?:数)?为?\s?(?P<n>{_N})\s?万元"
    ),
}
_NAMES: Final = {
    "出国": "出国",
    "购置": "车购置费(?!(?:及|和|与|、)运行)",
    "运行": "车运行(?:维护)?费",
    "接待": "接待费",
    "用车": "购置费?(?:及|和|与|、)运行(?:维护)?费",
}
_OF_VEHICLES: Final = ("购置", "运行")
_CHANGED: Final = re.compile(rf"{_LAST}，?\s?(?:[^，。；\d]{{2,24}}，)?(?P<what>[^，。；\d]{{0,24}}?){_CHANGE}")
_ENDS: Final = re.compile(r"\n\s*[一二三四五六七八九十]{1,3}、|机关运行经费|三公[”\"]?\s?经费[^，。；\d]{0,24}?\d")
_NOT_MOVED: Final = r"(?:下降|增长|增加|减少)(?:（(?:下降|增长|增加|减少)）)?\s?0(?:\.0+)?\s?[%％]"
_LEVEL: Final = rf"(?:相同|持平|无变化|没有变化|均未|均为零|未发生|{_NOT_MOVED})"
_TWO_RATES: Final = re.compile(r"[和、，及与]\s?(?:分别)?(?:增长|下降)?\s?-?\d")
_FEWEST: Final = 2
_REACH: Final = 1600


@dataclass(frozen=True, slots=True)
class _Base:
    """What an amount was a year before: between what its digits allow, cut off or rounded."""

    value: Fraction
    span: Interval
    places: tuple[tuple[int, int], ...]


def bases_of_parts(context: Context) -> Iterator[Relation]:
    """Relations of kind ``growth``, each an error; nothing where the parts can make the whole."""
    flow = flowing(context)
    for total in _TOTAL.finditer(flow.text):
        ended = _ENDS.search(flow.text, total.end(), total.end() + _REACH)
        end = ended.start() if ended is not None else min(len(flow.text), total.end() + _REACH)
        whole = _base(flow, total["n"], total.span("n"), total)
        if whole is not None:
            parts, all_told = _parts(flow, total.end(), end, budgeted="预算" in (total["of"] or ""))
            yield from _judged(context, whole, parts, all_told=all_told)


def _parts(flow: Flowing, start: int, end: int, *, budgeted: bool) -> tuple[Sequence[_Base], bool]:
    """The bases of the parts whose change is told, and whether nothing can have been spent on others."""
    values = {name: pattern.search(flow.text, start, end) for name, pattern in _VALUES.items()}
    told = sorted((match.start(), name) for name, match in values.items() if match is not None)
    changes: dict[str, re.Match[str]] = {}
    for change in _CHANGED.finditer(flow.text, start, end):
        if ("预算" in (change["of"] or "")) == budgeted:
            named = _last_named(change["what"])
            if named == "用车" and _TWO_RATES.match(flow.text, change.end()):
                continue  # 购置费和运行费分别下降 85.04% 和 22.93%
            behind = next((name for place, name in reversed(told) if place < change.start()), "")
            changes.setdefault(named or behind, change)
    found: dict[str, _Base] = {}
    level = set()
    for name, value in values.items():
        own = changes.get(name)
        if value is None:
            continue
        base = _base(flow, value["n"], value.span("n"), own) if own is not None else None
        if base is not None:
            found[name] = base
        elif not read_number(value["n"]) and (own is None or not read_number(own["d"] or own["r"])):
            said = re.search(rf"{_NAMES[name]}[^，。；\d]{{0,10}}{_LEVEL}", flow.text[start:end])
            level |= {name} if said is not None else set()
    if "用车" in found:
        found = {name: base for name, base in found.items() if name not in _OF_VEHICLES}
        level |= set(_OF_VEHICLES)
    return list(found.values()), {*found, *level} >= set(_VALUES) - {"用车"}


def _last_named(words: str) -> str:
    """The part named right before the change: 购置费均无支出、运行费下降 65.9%."""
    places = [(found.start(), name) for name, word in _NAMES.items() if (found := re.search(word, words))]
    return max(places)[1] if places else ""


def _base(flow: Flowing, digits: str, place: tuple[int, int], change: re.Match[str]) -> _Base | None:
    value = read_number(digits)
    told = change["d"] or change["r"]
    moved = read_number(told)
    if not value or moved is None:
        return None
    way = 1 if change["up"] else -1
    now, by = _wide(value, digits), _wide(moved, told)
    places = (flow.span(*place), flow.of(change, "d" if change["d"] else "r"))
    if change["d"]:
        before = value - way * moved
        return _Base(before, now - by if way > 0 else now + by, places) if before > 0 else None
    grown = Interval(1 + way * by.low / 100, 1 + way * by.high / 100)
    low, high = sorted((grown.low, grown.high))
    if low <= 0:
        return None
    return _Base(value / (1 + way * moved / 100), Interval(now.low / high, now.high / low), places)


def _wide(value: Fraction, digits: str) -> Interval:
    step = Fraction(1, 10 ** len(digits.partition(".")[2]))
    return Interval(value - step, value + step)


def _judged(context: Context, whole: _Base, parts: Sequence[_Base], *, all_told: bool) -> Iterator[Relation]:
    """The parts were never more than the whole; nor less, where none of them is left untold."""
    low = sum((part.span.low for part in parts), Fraction(0))
    high = sum((part.span.high for part in parts), Fraction(0))
    if len(parts) < _FEWEST or (low <= whole.span.high and not (all_told and high < whole.span.low)):
        return
    made, told = shown(sum((part.value for part in parts), Fraction(0)), 2), shown(whole.value, 2)
    figures = [piece(context, "part", *place) for part in parts for place in part.places]
    figures += [piece(context, "stated", *place) for place in whole.places]
    yield Relation(
        "growth", "error", tuple(figures), "各项上年数之和 = 上年总数", f"{made}万元", f"{told}万元",
        f"按各项的增减倒推，上年各项合计 {made}万元；按总额的增减倒推，上年总额为 {told}万元。"
        "两者不能都对，必有一个增减数有误，请核对。",
        "总额或某一项的增减有误。", "high",
    )  # fmt: skip
