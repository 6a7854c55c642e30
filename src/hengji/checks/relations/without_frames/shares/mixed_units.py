"""Shares of parts counted each in its own way: 受理 8,426 件（批）次，来信 1,035 件，占 12.28%；来访 2,684 批次….

That the bare numbers make the whole to the last digit says that they are its parts, whatever their units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.relations.narrative.shares.paired_shares import share_of
from hengji.checks.relations.passages import COUNT, RATE, Passage, Slot
from hengji.checks.relations.verdicts import good, same_kind
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.facts.relation import Relation

__all__ = ["shares_of_mixed_units"]

_OF: Final = re.compile("^[，、（]?占")
_FEWEST: Final = 3
_BACK: Final = 1  # sentences in front in which the whole stands
_LEAST: Final = 100  # a whole that small numbers do not make by chance


def shares_of_mixed_units(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``share``, errors all: the one share of the row that does not hold where all others do."""
    passage = texts[index]
    if passage.text.count(RATE) < _FEWEST:
        return
    pairs = [
        (part, rate)
        for part, rate in zip(passage.slots, passage.slots[1:], strict=False)
        if rate.kind == RATE and part.kind == COUNT and is_quantity(part) and _OF.match(rate.before)
    ]
    parts = [part for part, _ in pairs]
    if len(pairs) < _FEWEST or all(same_kind(part, parts[0]) for part in parts):
        return
    total = sum((part.mention.value for part in parts), Fraction(0))
    near = [slot for one in texts[max(0, index - _BACK) : index + 1] for slot in one.slots]
    wholes = [slot for slot in near if slot.kind == COUNT and slot.mention.value == total >= _LEAST]
    wrong = [(part, rate) for part, rate in pairs if wholes and not _holds(part, rate, wholes[0])]
    if len(wrong) == 1 and wrong[0][1].mention.start not in settled:
        yield share_of(*wrong[0], wholes[0])


def _holds(part: Slot, rate: Slot, whole: Slot) -> bool:
    return good(share_of(part, rate, whole).verdict)
