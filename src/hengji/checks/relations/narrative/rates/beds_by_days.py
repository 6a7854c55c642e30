"""Rates of beds, which are reckoned by days: 占用总床日 629,552 天，按 1,800 张床位、全年 365 天计，床位使用率 95.82%.

What a hospital offers is its beds times the days of the year; the days are those told, or those of any year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.intervals import Interval
from hengji.checks.relations.passages import COUNT, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import good, in_words, interval_of, judged, number, relation, slip_of
from hengji.facts.relation import Relation

__all__ = ["beds_by_days"]

_RATE: Final = re.compile(r"(?:病床|床位)(?:使用|利用|占用)率(?:仅|高?达到?|为|是|约|：)*$")
_BED_DAYS: Final = re.compile(r"床日")
_OFFERED: Final = re.compile("开放|可用|提供")
_DAYS: Final = re.compile(r"(?:全年|一年|按|年度|以|、)+$")
_YEARS: Final = (Fraction(365), Fraction(366))
_REACH: Final = 8  # figures in front of the rate among which the others stand


def beds_by_days(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``rate``; without the days told, only a slip of the pen is an error."""
    for passage in texts:
        if "床日" not in passage.text or RATE not in passage.text:
            continue
        for rate in passage.slots[2:]:
            if rate.kind == RATE and not rate.mention.approximate and _RATE.search(rate.before):
                yield from _of_rate(passage, rate)


def _of_rate(passage: Passage, rate: Slot) -> Iterator[Relation]:
    near = [slot for slot in passage.slots[max(0, rate.index - _REACH) : rate.index] if slot.kind == COUNT]
    near = [slot for slot in near if not slot.mention.approximate and slot.mention.value > 0]
    used = [slot for slot in near if _BED_DAYS.search(slot.label) and not _OFFERED.search(slot.label)]
    beds = [slot for slot in near if str(slot.mention.unit) == "张"]
    days = [slot for slot in near if str(slot.mention.unit) == "天" and _DAYS.search(slot.label) and slot not in used]
    if len(used) != 1 or len(beds) != 1 or len(days) > 1:
        return
    told = days[0].mention.value if days else None
    lengths = (told,) if told is not None else _YEARS
    offered = min((beds[0].mention.value * one for one in lengths), key=lambda one: _gap(used[0], one, rate))
    share = used[0].mention.value / offered
    verdict = judged(share, _possible(used[0], offered), rate.mention)
    likely = "" if good(verdict) else slip_of(rate.mention, share)
    if good(verdict) or days or likely:
        yield _relation([used[0], beds[0], *days], rate, offered, likely, sound=good(verdict))


def _gap(used: Slot, offered: Fraction, rate: Slot) -> Fraction:
    return abs(used.mention.value / offered - rate.mention.value)


def _possible(used: Slot, offered: Fraction) -> Interval:
    span = interval_of(used.mention, used.mention.unit)
    return Interval(span.low / offered, span.high / offered)


def _relation(parts: Sequence[Slot], rate: Slot, offered: Fraction, likely: str, *, sound: bool) -> Relation:
    share = parts[0].mention.value / offered
    right = as_written(share, rate.mention)
    formula = f"{in_words(parts[0].mention.value)} ÷ {in_words(offered)}"
    message = f"床位使用率为 {right}，与文中一致。"
    if not sound:
        message = f"占用床日 ÷（床位 × 天数）= {formula} = {right}，文中为 {number(rate.mention)}。"
    names = ("part", "base", "base")
    roles = [*zip(names, (slot.mention for slot in parts), strict=False), ("stated", rate.mention)]
    return relation("rate", "ok" if sound else "error", roles, formula, right, message, likely)
