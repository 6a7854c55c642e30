"""The change of an item of an account told a sentence behind its amount: （五十）老年福利 25.2 万元，主要用于…支出。
较上年增加了 205.57 万元.

Between the numbers of two items stands one amount, and what it was spent on; the change that follows can be of nothing
else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.intervals import Interval
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, good, in_words, interval_of, judged, number, relation, slip_of
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["growths_of_items"]

_N: Final = r"\d[\d,]{0,15}(?:\.\d{1,6})?"
_UP: Final = "增加|增长|上升"
_WAY: Final = rf"(?:{_UP}|减少|下降|降低)"
_MARK: Final = r"(?:[（(][一二三四五六七八九十]{1,4}[)）]|(?<![\d.])\d{1,2}[.、．](?!\d{1,2}[.\s]))"
_ITEM: Final = re.compile(
    rf"{_MARK}\s?(?:\d{{3,7}})?\s?(?P<name>[^，。；：\d\n]{{2,40}}?)(?:支出)?(?:为|是)?\s?(?P<a>{_N})\s?万元"
    rf"(?P<use>[，。](?:(?!{_MARK}|其中|预算|{_N}\s?(?:万元|亿元|元))[^\n]){{2,150}}?[，。；]|[，。])"
    rf"(?:较|比|与)(?P<than>(?:上年|去年|20\d\d年?)[^，。；\d]{{0,10}}?)(?:相比)?，?"
    rf"(?P<way>{_WAY})了?\s?(?P<d>{_N})\s?万元"
    rf"(?:，(?:同比)?(?P<way2>{_WAY})了?(?P<nearly>将近|近)?\s?(?P<p>{_N})\s?(?P<unit>[%％]|倍))?"
)


def growths_of_items(context: Context, told: Collection[int]) -> Iterator[Relation]:
    """Relations of kind ``growth`` of changes of which no figure begins at one of *told*."""
    flow = flowing(context)
    for match in _ITEM.finditer(flow.text):
        now, moved = (piece(context, name, *flow.of(match, name)).mention for name in ("a", "d"))
        rate = piece(context, "p", *flow.of(match, "p")).mention if match["p"] else None
        if now is None or moved is None or now.value <= 0 or "预算" in match["than"]:
            continue
        if moved.start not in told:
            yield from _judged(match, now, moved, rate)


def _judged(match: re.Match[str], now: Mention, moved: Mention, rate: Mention | None) -> Iterator[Relation]:
    rising, unit = re.fullmatch(_UP, match["way"]) is not None, now.unit
    delta = converted(moved, unit)
    base = now.value - delta if rising else now.value + delta
    wide = interval_of(moved, unit)
    before = interval_of(now, unit) - wide if rising else interval_of(now, unit) + wide
    if before.high < 0:
        yield _below_nought(match, now, moved, rate)
    elif rate is not None and base > 0 and (re.fullmatch(_UP, match["way2"]) is not None) == rising:
        grown = _held(delta / base, wide.divided_by(before), rate, nearly=match["nearly"] == "将近")
        yield _grown(match, now, moved, rate, delta / base, holds=grown, rising=rising)


def _held(grown: Fraction, possible: Interval | None, rate: Mention, *, nearly: bool) -> bool:
    """将近 13 倍 is less than 13 times, and more than 12."""
    if nearly:
        return rate.value - 1 < grown <= rate.value
    return good(judged(grown, possible, rate))


def _below_nought(match: re.Match[str], now: Mention, moved: Mention, rate: Mention | None) -> Relation:
    delta = converted(moved, now.unit)
    turned = rate is not None and good(judged(delta / (now.value + delta), None, rate))
    return relation(
        "growth",
        "error",
        [("current", now), ("change", moved)],
        f"{in_words(now.value)} - {in_words(delta)}",
        in_words(now.value - delta),
        f"{match['name']}本年为 {number(now)}，却说较{match['than']}增加 {number(moved)}，上期数将为负数。",
        "“增加”应为“减少”：方向相反时增减率相符。" if turned else "增加额或本期数误写，或方向词误写。",
    )


def _grown(
    match: re.Match[str], now: Mention, moved: Mention, rate: Mention, grown: Fraction, *, holds: bool, rising: bool
) -> Relation:
    right = f"{in_words(grown)}倍" if match["unit"] == "倍" else as_written(grown, rate)
    word = "增长" if rising else "下降"
    delta, sign = in_words(converted(moved, now.unit)), "-" if rising else "+"
    said = f"{match['nearly'] or ''}{number(rate)}"
    return relation(
        "growth",
        "ok" if holds else "error",
        [("current", now), ("change", moved), ("stated", rate)],
        f"{delta} ÷ ({in_words(now.value)} {sign} {delta})",
        right,
        f"{word}率为 {right}，与文中一致。" if holds else f"{match['name']}应{word} {right}，文中为 {said}。",
        "" if holds else slip_of(rate, grown),
    )
