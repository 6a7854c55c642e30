"""Lists of one length that must multiply, item by item: 墓葬41座、16座、23座，器物97件、328件、152件，各8、6.1、6.6件.

Two items that fail, and hold once they are exchanged in one of the lists, stand in the wrong order. That products of
displayed figures hold to the last digit in all other places, and in these two crosswise, is no chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Final

from hengji.checks.context import figure
from hengji.checks.intervals import Interval
from hengji.checks.relations.passages import BARE, Passage, Slot
from hengji.checks.relations.verdicts import interval_of, number
from hengji.facts.relation import Relation

__all__ = ["parallel_lists"]

_IN_ORDER: Final = re.compile("分别|依次|各|先后|对应")
_NEXT: Final = re.compile("^(?:/[^，。；、]{1,3})?(?:、|和|及|与|以及|[、，；]?[\u4e00-\u9fff]{2,6})$")
_TOTAL: Final = re.compile("合计|共|总|小计|平均")
_SCALES: Final = (Fraction(1), Fraction(10_000), Fraction(1, 10_000))
"""元 and 万元."""
_FEWEST, _LONGEST, _MOST_LISTS = 2, 8, 7
_PAIR: Final = 2
_ENOUGH: Final = 10
_DIGITS: Final = 2  # significant digits of an item that is no chance


def parallel_lists(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """Relations of kind ``list_order``, errors all, for the lists of passage *index* and of the one behind it."""
    if not _IN_ORDER.search(texts[index].text):
        return
    own = list(_runs(texts[index]))
    behind = list(_runs(texts[index + 1])) if index + 1 < len(texts) else []
    lists = [*own, *behind]
    if not own or len(lists) > _MOST_LISTS:
        return
    single = [(slot,) for one in texts[index : index + _PAIR] for slot in one.slots if slot.mention.value > 0]
    alone = [one for one in single if not any(one[0] in run for run in lists)][:_MOST_LISTS]
    for length in {len(run) for run in own}:
        alike = [run for run in lists if len(run) == length]
        constants = [one * length for one in alone]
        for first, whole in permutations(alike, _PAIR):
            if first[0].mention.is_rate:
                continue  # rates are tried as the second list, where half of the ways are the same
            for second in [*(run for run in alike if run is not first and run is not whole), *constants]:
                found = _turned(first, second, whole)
                if found is not None:
                    yield found
                    return


def _runs(passage: Passage) -> Iterator[tuple[Slot, ...]]:
    run: list[Slot] = []
    for slot in (*passage.slots, None):
        if (
            slot is not None
            and run
            and _NEXT.match(slot.before)
            and not _TOTAL.search(slot.before)
            and slot.kind == run[-1].kind
            and slot.mention.unit == run[-1].mention.unit
            and slot.index == run[-1].index + 1
        ):
            run.append(slot)
            continue
        if _FEWEST <= len(run) <= _LONGEST and len({one.mention.value for one in run}) == len(run):
            yield tuple(run)
        run = [slot] if slot is not None and slot.kind != BARE and slot.mention.value > 0 else []


def _turned(first: Sequence[Slot], second: Sequence[Slot], whole: Sequence[Slot]) -> Relation | None:
    """The two places of a list that must be exchanged so that ``first × second = whole`` holds everywhere."""
    for scale in _SCALES:
        wrong = [at for at in range(len(first)) if not _holds(first[at], second[at], whole[at], scale)]
        if len(wrong) != _PAIR or not _are_long(first, second, whole, wrong):
            continue
        a, b = wrong
        lists = ((first, (first[b], first[a])), (whole, (whole[b], whole[a])), (second, (second[b], second[a])))
        for at, (told, exchanged) in enumerate(lists):
            x = exchanged if at == 0 else (first[a], first[b])
            z = exchanged if at == 1 else (whole[a], whole[b])
            y = exchanged if at == _PAIR else (second[a], second[b])
            if told[a] is not told[b] and all(_holds(*one, scale) for one in zip(x, y, z, strict=True)):
                return _relation(told, (a, b), (first, second, whole))
    return None


def _are_long(first: Sequence[Slot], second: Sequence[Slot], whole: Sequence[Slot], wrong: Sequence[int]) -> bool:
    """Digits enough that the agreement is no chance: 11 件 of 220 件 are 5.0%."""
    if all(_is_long(first[at]) and _is_long(whole[at]) for at in wrong):
        return True
    told = [_digits(one[at]) for one in (first, second, whole) for at in wrong]
    return sum(told) >= _ENOUGH and all(_digits(second[at]) >= _DIGITS for at in wrong)


def _digits(slot: Slot) -> int:
    shown = re.sub(r"\D", "", slot.mention.text).lstrip("0")
    return len(shown if slot.mention.decimals else shown.rstrip("0"))


def _is_long(slot: Slot) -> bool:
    return len(re.sub(r"\D", "", slot.mention.text).strip("0")) >= _DIGITS or slot.mention.is_rate


def _holds(first: Slot, second: Slot, whole: Slot, scale: Fraction) -> bool:
    a, b, stated = (interval_of(slot.mention, slot.mention.unit) for slot in (first, second, whole))
    product = a * b
    return Interval(product.low * scale, product.high * scale).meets(stated)


def _relation(told: Sequence[Slot], wrong: tuple[int, int], lists: tuple[Sequence[Slot], ...]) -> Relation:
    a, b = wrong
    others = {slot.mention.start: slot for one in lists if one is not told for slot in (one[a], one[b])}
    figures = (
        *(figure("part", slot.mention) for slot in others.values()),
        figure("current", told[a].mention),
        figure("stated", told[b].mention),
    )
    names = "、".join(number(slot.mention) for slot in others.values())
    message = (
        f"{number(told[a].mention)} 与 {number(told[b].mention)} 的次序颠倒：对调以后，各项才与 {names} 逐项相符。"
        "请核对名称与数字的次序。"
    )
    right, stated = ("、".join(number(told[at].mention) for at in order) for order in ((b, a), (a, b)))
    return Relation(
        "list_order", "error", tuple(sorted(figures, key=lambda one: one.start)), "逐项相乘", right, stated, message,
        "两项的次序写反。", "high",
    )  # fmt: skip
