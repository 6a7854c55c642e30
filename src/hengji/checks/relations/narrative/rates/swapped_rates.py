"""A rate with two digits exchanged, of two figures of one unit in front of it: 有效186份，满意171份，满意度91.49%.

Nothing is asked of the words. That a quotient of two of the few figures right in front has the very digits of the rate,
two of them exchanged, happens by chance less than once in a hundred such rates; a rate that any two of them do make is
left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Final

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.narrative.rates.divided import quotient, rate_of_two
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import SWAPPED, as_written, shape, shown_digits
from hengji.checks.relations.verdicts import good, same_kind
from hengji.facts.relation import Relation

__all__ = ["swapped_rates"]

_NEAR: Final = 4  # figures in front of the rate that are tried
_DIGITS: Final = 4
_FAR: Final = 80  # characters


def swapped_rates(passage: Passage, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``rate`` for the rates of *passage* that stand in no relation yet, all errors."""
    changed = changed_slots(passage)
    for rate in passage.slots:
        told = rate.kind == RATE and rate.mention.start not in settled and rate.index not in changed
        if not told or rate.mention.approximate or shown_digits(rate.mention.text) < _DIGITS:
            continue
        pairs = list(permutations(_pool(passage, rate, changed), 2))
        pairs = [(a, b) for a, b in pairs if same_kind(a, b) and b.mention.value > 0]
        if any(good(quotient(a, b, rate)[1]) for a, b in pairs):
            continue
        meant = [(a, b) for a, b in pairs if _is_slip(a, b, rate)]
        if len({quotient(a, b, rate)[0] for a, b in meant}) == 1:
            yield rate_of_two(*meant[0], rate, "该比率")


def _pool(passage: Passage, rate: Slot, changed: frozenset[int]) -> Sequence[Slot]:
    before = [slot for slot in passage.slots[: rate.index] if slot.kind in (MONEY, COUNT)]
    return [slot for slot in before if slot.index not in changed and rate.at - slot.at < _FAR][-_NEAR:]


def _is_slip(part: Slot, whole: Slot, rate: Slot) -> bool:
    value = quotient(part, whole, rate)[0]
    written = as_written(rate.mention.value, rate.mention)
    return value < 1 and shape(written, as_written(value, rate.mention)) == SWAPPED
