"""What several years have together and in the mean of one: 三年累计投入 936 万元，年均 312 万元.

How many years they are is said in a word or follows from the first and the last; a mean that fits either is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.intervals import exactly
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    interval_of,
    judged,
    number,
    relation,
    same_kind,
    slip_of,
)
from hengji.facts.relation import Relation

__all__ = ["yearly_amounts"]

_MEAN = re.compile(
    r"(?P<per>年均|年平均|平均每年|每年平均|月均|月平均|平均每月|每月平均|季均|平均每季度?)(?!增|减|下降|提高|递|降)[^，。；：\ue000-\ue005]{0,8}$"
)
_TOTAL = re.compile(r"累计|合计|共|总|年(?:间|来|内)")
_NUMBERS = {name: value for value, name in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_YEARS = re.compile(r"(?<!第)(?<!\d)([两二三四五六七八九十]|\d)(?:个年度|年(?!级|[一二三四五六七八九十制]|\d))")
_SPAN = re.compile(r"(20\d\d)年?度?(?:—|－|-|–|~|～|至|到)(20\d\d)年")
_MONTHS = re.compile(r"(?<![\d第])([两二三四五六七八九十]|\d{1,2})个月")
_OF_MONTHS = re.compile(r"(?<!\d)(\d{1,2})月?(?:—|－|-|–|~|～|至|到)(\d{1,2})月")
_BACK = 3
_LONGEST = 60  # characters between the total and its mean


def yearly_amounts(passage: Passage) -> Iterator[Relation]:
    """Relations of kind ``rate``: every mean of a year, or month, whose total stands in front of it."""
    if "均" not in passage.text:
        return
    changed = changed_slots(passage)
    for mean in passage.slots[1:]:
        told = _MEAN.search(mean.before) if mean.kind in (MONEY, COUNT) and mean.index not in changed else None
        if told is None or mean.mention.approximate or mean.mention.value <= 0 or re.search("；|其中", mean.before):
            continue
        total = _total(passage, mean)
        times = _times(passage.text[: mean.at], told["per"]) if total is not None else set()
        if total is not None and times and total.index not in changed:
            yield from _judged(total, mean, times)


def _total(passage: Passage, mean: Slot) -> Slot | None:
    """The amount right in front of the mean that is told as one of all years."""
    for slot in reversed(passage.slots[max(0, mean.index - _BACK) : mean.index]):
        if same_kind(slot, mean) and slot.mention.value > 0 and not slot.mention.approximate:
            return slot if _TOTAL.search(slot.before) and mean.at - slot.at < _LONGEST else None
    return None


def _times(text: str, per: str) -> set[int]:
    """How many years, or months, the text tells."""
    if "月" in per:
        found = {_value(one) for one in _MONTHS.findall(text)}
        found |= {int(last) - int(first) + 1 for first, last in _OF_MONTHS.findall(text)}
        return {one for one in found if 1 < one <= 12} or ({12} if re.search("全年|年度", text) else set())
    found = {_value(one) for one in _YEARS.findall(text)}
    found |= {int(last) - int(first) + 1 for first, last in _SPAN.findall(text)}
    found = {one for one in found if one > 1}
    if "季" in per:
        return {4 * one for one in found} or {4}
    return found


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _judged(total: Slot, mean: Slot, times: set[int]) -> Iterator[Relation]:
    unit = mean.mention.unit
    sum_, wide = converted(total.mention, unit), interval_of(total.mention, unit)
    tried = [
        (n, sum_ / n, judged(sum_ / n, wide.divided_by(exactly(Fraction(n))), mean.mention)) for n in sorted(times)
    ]
    n, computed, verdict = next((one for one in tried if good(one[2])), tried[0])
    roles = [("part", total.mention), ("stated", mean.mention)]
    right, formula = as_written(computed, mean.mention), f"{in_words(sum_)} ÷ {n}"
    if good(verdict):
        yield relation("rate", verdict, roles, formula, right, "平均数与文中一致。")
        return
    message = f"{number(total.mention)} ÷ {n}，平均应为 {right}，文中为 {number(mean.mention)}。"
    sure = len(tried) == 1 and mean.mention.value < sum_
    likely = slip_of(mean.mention, computed)
    yield relation("rate", "error" if sure else "suspicious", roles, formula, right, message, likely)
