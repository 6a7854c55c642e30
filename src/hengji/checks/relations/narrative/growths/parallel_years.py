"""Several figures of last year, the same ones of this year, then the change of each by its name.

去年报废 18 批次、原值 326.4 万元；今年报废 12 批次、原值 265.9 万元，批次下降 33.3%，原值下降 18.5%. Which two figures
are meant follows from the name in front of the rate, which is that of the figures, or their unit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from hengji.checks.relations.against_base import rate_on_base
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.facts.relation import Relation

__all__ = ["parallel_years"]

_UP = "增长|增加|上升|提高|上涨"
_DOWN = "下降|减少|降低|压减|回落"
_MOVED = re.compile(
    rf"^(?:[，；、（]|和|及)(?:其中)?(?P<name>[^，。；：、\ue000-\ue005]{{2,8}}?)(?:分别)?(?:同比|比上年|较上年|比去年|较去年)?"
    rf"(?P<word>{_UP}|{_DOWN})(?:了|约|率|幅度)*$"
)
_YEAR = re.compile(r"(?:^|[，；。：（])而?(?:其中)?(?P<year>上一?年|去年|今年|本年|当年|20\d\d年)")
_LAST = ("上年", "上一年", "去年")
_NOW = 10_000  # the year of 今年, beside which 去年 is the year before
_FOUR = 4  # figures that two years of two names have


def parallel_years(passage: Passage) -> Iterator[Relation]:
    """Every rate of *passage* whose name two figures bear, one of each year."""
    if RATE not in passage.text or not _FOUR < len(passage.slots) <= LONGEST:
        return
    marks = [(match.start("year"), _number(match["year"])) for match in _YEAR.finditer(passage.text)]
    if len({year for _, year in marks}) != 2 or abs(marks[0][1] - marks[-1][1]) != 1:
        return
    changed = changed_slots(passage)
    plain = [slot for slot in passage.slots if slot.kind in (MONEY, COUNT) and slot.index not in changed]
    for rate in passage.slots:
        moved = _MOVED.match(rate.before) if rate.kind == RATE and not rate.mention.approximate else None
        pair = _pair(moved["name"], [slot for slot in plain if slot.at < rate.at], marks) if moved else None
        if moved and pair is not None:
            yield rate_on_base(
                pair[0].mention, pair[1].mention, rate.mention, rising=re.match(_UP, moved["word"]) is not None
            )


def _number(year: str) -> int:
    if year[:4].isdigit():
        return int(year[:4])
    return _NOW - 1 if year in _LAST else _NOW


def _pair(name: str, plain: list[Slot], marks: list[tuple[int, int]]) -> tuple[Slot, Slot] | None:
    """The figure called *name* of the year before, and that of the year after."""
    found: dict[int, list[Slot]] = {}
    for slot in plain:
        place = bisect_right(marks, slot.at, key=lambda mark: mark[0])
        called = label_of(slot).endswith(name) or str(slot.mention.unit) == name
        if called and place:
            found.setdefault(marks[place - 1][1], []).append(slot)
    if len(found) != 2 or any(len(some) != 1 for some in found.values()):
        return None
    (base,), (current,) = (found[year] for year in sorted(found))
    blurred = base.mention.approximate or current.mention.approximate
    return (base, current) if base.mention.unit == current.mention.unit and base.mention.value and not blurred else None
