"""Changes told in a row behind both years: 事故 46 起、死亡 31 人，比上年的 58 起、37 人分别下降 20.69% 和 16.22%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.relations.against_base import rate_on_base
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.verdicts import (
    same_kind,
)
from hengji.facts.relation import Relation

__all__ = ["paired_changes"]

_EACH = re.compile(r"^(?:相比)?[，]?(?:分别|依次)?(?:同比)?(?:(?P<up>增长|上升|提高|增加)|下降|减少|降低)(?:了)?$")
_NEXT = re.compile(r"^(?:[、，]|和|及|与)$")
_APIECE = re.compile("分别|依次")
_THEN = re.compile(
    r"[，；（](?:分别|依次)?(?:同?比|较|与)(?:上一?年|去年|同期|20\d\d年)(?:度|同期)?的?[^，。；：\d]{0,6}$"
)
_JOINED = re.compile(r"^[、和及与，]")
_PAIR = 2
_MOST = 4


def paired_changes(passage: Passage) -> Iterator[Relation]:
    """Relations of kind ``growth``: the first rate on the first pair of figures, and so on."""
    for first in passage.slots:
        told = _EACH.match(first.before) if first.kind == RATE else None
        rates = _row(passage, first) if told else []
        if told is None or not _PAIR <= len(rates) <= _MOST or first.index < 2 * len(rates):
            continue
        wide = len(rates)
        bases = passage.slots[first.index - wide : first.index]
        current = passage.slots[first.index - 2 * wide : first.index - wide]
        apiece = _APIECE.search(first.before) or _APIECE.search(bases[0].before)
        fits = apiece is not None and all(
            a.kind in (MONEY, COUNT) and same_kind(a, b) for a, b in zip(current, bases, strict=True)
        )
        listed = all(_JOINED.match(slot.before) for slot in (*bases[1:], *current[1:]))
        if fits and listed and _THEN.search(bases[0].before) and all(base.mention.value > 0 for base in bases):
            rising = told["up"] is not None
            yield from (
                rate_on_base(base.mention, now.mention, rate.mention, rising=rising)
                for now, base, rate in zip(current, bases, rates, strict=True)
            )


def _row(passage: Passage, first: Slot) -> Sequence[Slot]:
    found = [first]
    for slot in passage.slots[first.index + 1 :]:
        if slot.kind != RATE or not _NEXT.match(slot.before):
            break
        found.append(slot)
    return found
