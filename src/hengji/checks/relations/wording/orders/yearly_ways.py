"""Figures of consecutive years, or cumulative ones of quarters, that do not run the way that is said: 2021年至2023年
依次为 88.4%、92.1%、95.7%，呈逐年下降之势; 一至四季度累计进度依次为 24%、72%、48%、98%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.passages import Passage, Slot, passages
from hengji.checks.relations.verdicts import converted, number
from hengji.facts.relation import Relation

__all__ = ["yearly_ways"]

_IN_ORDER: Final = re.compile(r"(?:分别|依次)[^，。；、]{0,10}$")
_BETWEEN: Final = re.compile("^(?:、|和|与|及|以及)$")
_YEARS: Final = re.compile(
    r"20\d\d\s?年?\s?(?:至|到|—+|-|～|~)\s?20\d\d\s?年|20\d\d年?(?:、20\d\d年?){1,5}(?:[和及]20\d\d年?)?|近[三四五]年|[三四五]年来|一(?:至|到|—|-)第?四季度"
)
_QUARTERS: Final = re.compile("累计")
_UP: Final = re.compile(
    "逐年(?:递|稳步|持续)?(?:增|上升|提高|攀升|走高|向好)|一年比一年(?:多|高|大)|连年(?:增|上升)|(?:持续|稳步|连续)(?:增长|上升|提高|增加|提升)"
)
_DOWN: Final = re.compile(
    "逐年(?:递|稳步|持续)?(?:减|下降|降低|回落|走低)|一年比一年(?:少|低)|连年(?:减|下降)|(?:持续|连续)(?:下降|减少|降低|回落)"
)
_BROKEN: Final = re.compile("除|个别|总体|基本|波动|先|后又|但|并非|未能")
_FEWEST, _FAR = 3, 60


def yearly_ways(context: Context) -> Iterator[Relation]:
    """Relations of kind ``list_order``, errors all."""
    for passage in passages(context):
        for run in _runs(passage):
            head = context.document.text[max(passage.start, run[0].mention.start - _FAR) : run[0].mention.start]
            if not _YEARS.search(head):
                continue
            behind = re.split("。", passage.text[run[-1].at + 1 : run[-1].at + 1 + _FAR])[0]
            ahead = passage.text[: run[0].at][-_FAR:]
            way = _way(behind, ahead, cumulative="季度" in head and _QUARTERS.search(head) is not None)
            values = [converted(slot.mention, run[-1].mention.unit) for slot in run]
            if way and not _runs_that_way(values, rising=way > 0):
                yield _relation(run, rising=way > 0)


def _runs(passage: Passage) -> Iterator[Sequence[Slot]]:
    slots, position = passage.slots, 0
    while position < len(slots):
        end = position + 1
        if _IN_ORDER.search(slots[position].before):
            while end < len(slots) and _BETWEEN.match(slots[end].before) and slots[end].kind == slots[position].kind:
                end += 1
            if end - position >= _FEWEST:
                yield slots[position:end]
        position = end


def _way(behind: str, ahead: str, *, cumulative: bool) -> int:
    """1 for rising, -1 for falling; 0 where nothing is said, or with an exception."""
    if cumulative:
        return 1
    for words in (behind, ahead):
        if _BROKEN.search(words):
            return 0
        up, down = _UP.search(words), _DOWN.search(words)
        if (up is None) != (down is None):
            return 1 if up else -1
    return 0


def _runs_that_way(values: Sequence[Fraction], *, rising: bool) -> bool:
    return all(a <= b if rising else a >= b for a, b in pairwise(values))


def _relation(run: Sequence[Slot], *, rising: bool) -> Relation:
    shown = "、".join(number(slot.mention) for slot in run)
    ordered = sorted(run, key=lambda slot: slot.mention.value, reverse=not rising)
    right = "、".join(number(slot.mention) for slot in ordered)
    message = (
        f"各期的数依次为 {shown}，与文中所说的{'逐期上升' if rising else '逐期下降'}不符。请核对次序、数字或说法。"
    )
    figures = (*(figure("part", slot.mention) for slot in run[:-1]), figure("stated", run[-1].mention))
    return Relation(
        "list_order", "error", figures, "各期逐次递增（减）", right, shown, message, "次序颠倒，或升降说反。", "high"
    )
