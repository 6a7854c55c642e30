"""The readings of a list of parts: the natural one, shorter ones, and those without the sub-items of a nested 其中."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import islice, pairwise

from hengji.checks.relations.passages import MONEY, Slot
from hengji.checks.relations.verdicts import converted, interval_of

__all__ = ["NESTED", "adds_up", "natural_reading", "readings_of"]

NESTED = re.compile(r"其中|包括|包含|含(?!税)|分别[为是]|主要[是为]")
_LAST = re.compile(r"，(?:和|及|以及|与|其[他余它])")
_LEAST = 2
_WAYS = 24  # in which nested lists may end that are tried out

Joint = Callable[[Slot, Slot], str]
"""The stop between two figures: a semicolon, a comma, or none."""


def adds_up(total: Slot, parts: Sequence[Slot]) -> bool:
    """Whether the parts can be the total, by the intervals of all displayed digits."""
    unit = total.mention.unit
    whole = interval_of(parts[0].mention, unit)
    for part in parts[1:]:
        whole = whole + interval_of(part.mention, unit)
    return whole.meets(interval_of(total.mention, unit))


def natural_reading(total: Slot, items: list[Slot], joint: Joint) -> tuple[Slot, ...]:
    """Up to the first deeper stop, where at least two parts stand before it, or one that is the whole total."""
    for position, slot in enumerate(items):
        stop = joint(items[position - 1], slot) if position else ""
        if stop == "；":
            if position > 1 or items[0].mention.value == total.mention.value:
                return tuple(items[:position])
            break
        listed = position > 1 and not any(joint(*pair) for pair in pairwise(items[:position]))
        if stop and listed and total.kind != MONEY and not _LAST.search(slot.before):
            return tuple(items[:position])  # 医师 612 人、护士 984 人，高级职称 231 人
    return tuple(items)


def readings_of(
    natural: tuple[Slot, ...], items: list[Slot], joint: Joint, nested: Container[int]
) -> tuple[tuple[Slot, ...], ...]:
    """The natural reading first; arithmetic chooses among them. *nested*: figures in front of which a 其中 stands."""
    found = [natural, tuple(items)]
    for whole in (natural, tuple(items)):
        found += islice(_top_levels(whole, nested), _WAYS)
    for whole, least in ((natural, 1), (tuple(items), len(natural))):
        lengths = range(len(whole) - 1, least, -1)
        found += [whole[:length] for length in lengths if whole[0].kind == MONEY or _breaks(whole, length, joint)]
    found.append(_heads(items, joint))
    if len(natural) == 1:
        found.append(natural)
    return tuple(dict.fromkeys(reading for reading in found if reading))


def _heads(items: list[Slot], joint: Joint) -> tuple[Slot, ...]:
    """The first figure of each clause: 73 个问题中，立行立改的 41 个已整改 41 个；分阶段整改的 22 个已整改 19 个；…"""
    heads = tuple(slot for at, slot in enumerate(items) if not at or joint(items[at - 1], slot) == "；")
    return heads if len(heads) > _LEAST else ()


def _breaks(whole: tuple[Slot, ...], length: int, joint: Joint) -> bool:
    """Whether a list of *length* may end here: a deeper stop stands behind it than inside."""
    behind = joint(whole[length - 1], whole[length])
    return behind == "；" or (behind == "，" and not any(joint(*pair) for pair in pairwise(whole[:length])))


def _top_levels(items: tuple[Slot, ...], nested: Container[int], start: int = 1) -> Iterator[tuple[Slot, ...]]:
    """Without the sub-items that follow a nested 其中, wherever these may end: the likeliest end first."""
    opens = next((at for at in range(start, len(items)) if items[at].index in nested), None)
    if opens is None:
        yield items
        return
    for end in _ends(items, opens):
        yield from _top_levels(items[:opens] + items[end:], nested, opens)


def _ends(items: tuple[Slot, ...], start: int) -> Sequence[int]:
    """Behind as many sub-items as add up to their own total, else behind a semicolon, else anywhere."""
    parent = items[start - 1]
    for end in range(start + 1, len(items) + 1):
        if adds_up(parent, items[start:end]):
            return (end,)
    parted = [end for end in range(start + 1, len(items)) if "；" in items[end].before][:1]
    small = [
        end
        for end in range(start + 1, len(items))
        if sum(converted(one.mention, parent.mention.unit) for one in items[start:end]) <= parent.mention.value
    ]
    return tuple(dict.fromkeys([*(parted or [len(items)]), *small]))
