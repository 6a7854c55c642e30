"""A whole and all its parts among figures near by: 农用机井 128 眼，能出水的 96 眼，报废的 32 眼.

Nothing is asked of the words: that two or three figures of the kind add up to a fourth to the last digit, in a sentence
that has hardly any other, is no chance. What is told of them is then told of that whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Final

from hengji.checks.relations.passages import Slot
from hengji.checks.relations.verdicts import converted, same_kind

__all__ = ["Partition", "partitions_of"]

_FEWEST, _MOST = 2, 4
_NEAR: Final = 8
_LEAST: Final = 10  # of a whole: 3 = 1 + 2 is a chance


@dataclass(frozen=True, slots=True)
class Partition:
    whole: Slot
    parts: tuple[Slot, ...]


_APART: Final = re.compile(
    "[比较由从]|上年|去年|同期|增(?!值税)|减(?!免|排|灾|负)|降|升|净|超(?!市)|多(?!元|媒|功)|少(?!年|儿|数民)|缩|提前|差|节约|原|目标|控制"
)
"""What is told of a change, whose two levels it adds up with as parts do with a whole."""


def partitions_of(own: Sequence[Slot], earlier: Sequence[Slot] = ()) -> list[Partition]:
    """Every such whole of *own*, a sentence's figures, or of *earlier*, whose parts then are all of their kind in
    *own*."""
    plain = [slot for slot in own if not _APART.search(slot.label)]
    return list(_found(plain[:_NEAR], [slot for slot in earlier if not _APART.search(slot.label)][-_NEAR:]))


def _found(own: Sequence[Slot], earlier: Sequence[Slot]) -> Iterator[Partition]:
    for whole in (*own, *reversed(earlier)):
        alike = [slot for slot in own if slot is not whole and same_kind(slot, whole)]
        smaller = [slot for slot in alike if _value(slot, whole) < whole.mention.value]
        if whole.mention.value < _LEAST or len(smaller) < _FEWEST:
            continue
        inside = whole in own
        for many in range(min(len(smaller), _MOST), _FEWEST - 1, -1):
            for parts in combinations(smaller, many):
                joined = all(b.index - a.index <= _FEWEST for a, b in pairwise(parts))
                complete = joined if inside else many == len(alike)
                if complete and sum((_value(slot, whole) for slot in parts), Fraction(0)) == whole.mention.value:
                    yield Partition(whole, parts)
                    break


def _value(slot: Slot, like: Slot) -> Fraction:
    return converted(slot.mention, like.mention.unit)
