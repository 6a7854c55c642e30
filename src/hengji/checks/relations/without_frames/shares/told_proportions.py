"""Amounts that are shared in a proportion told in figures: 中央 a、省级 b、县级 c，三级按60∶25∶15分担.

As many amounts of one kind as the proportion has terms stand in front of it, in one sentence. Taken in their order or
in any other they must be in that proportion, as far as its digits show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Final

from hengji.checks.relations.passages import BARE, Passage, Slot
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.facts.numbers import shown
from hengji.facts.relation import Relation

__all__ = ["told_proportions"]

_TERM: Final = re.compile("^[∶：:比]$")
_TOLD: Final = re.compile("比例|比重|之比|分担|分摊|承担|构成|结构|分配|负担|共担|按")
_ROUGH: Final = re.compile("大体|大致|大约|约|左右|基本")
_PLANNED: Final = re.compile("应|规定|要求|办法|标准|计划|约定|原则|政策")
_MOST: Final = 5
_PAIR: Final = 2
_LOOSE: Final = Fraction(5, 2)  # of a hundred, where the proportion is told roughly
_FAR: Final = 40


def told_proportions(passage: Passage) -> Iterator[Relation]:
    """Relations of kind ``share``, errors all."""
    for first in passage.slots:
        terms = _terms(passage, first)
        if len(terms) < _PAIR or (first.index and terms == []):
            continue
        around = first.before + passage.after(terms[-1])[:10]
        if not _TOLD.search(around) or _PLANNED.search(first.before):
            continue
        parts = _parts(passage, first, len(terms))
        if parts and not any(_holds(order, terms, around) for order in permutations(parts)):
            yield _relation(parts, terms)


def _terms(passage: Passage, first: Slot) -> list[Slot]:
    if first.kind != BARE or (first.index and _TERM.match(first.before)):
        return []
    terms = [first]
    for slot in passage.slots[first.index + 1 : first.index + _MOST]:
        if slot.kind != BARE or not _TERM.match(slot.before):
            break
        terms.append(slot)
    return terms


def _parts(passage: Passage, first: Slot, many: int) -> list[Slot]:
    """The amounts right in front, joined as a list; nothing else of their kind behind the list's beginning."""
    before = list(passage.slots[: first.index])[-many:]
    alike = len(before) == many and all(is_quantity(slot) and same_kind(slot, before[-1]) for slot in before)
    joined = alike and all(re.match("[、，和及]", slot.before) for slot in before[1:])
    near = joined and len(first.before) <= _FAR and "。" not in first.before
    more = joined and before[0].index > 0 and re.match("[、和及]", before[0].before) is not None
    return before if near and not more else []


def _holds(parts: Sequence[Slot], terms: Sequence[Slot], around: str) -> bool:
    whole = sum((converted(slot.mention, parts[0].mention.unit) for slot in parts), Fraction(0))
    told = sum((slot.mention.value for slot in terms), Fraction(0))
    if not whole or not told:
        return True
    loose = told / 100 * _LOOSE if _ROUGH.search(around) else Fraction(0)
    return all(
        abs(converted(part.mention, parts[0].mention.unit) / whole * told - term.mention.value)
        <= max(loose, term.mention.step / _PAIR)
        for part, term in zip(parts, terms, strict=True)
    )


def _relation(parts: Sequence[Slot], terms: Sequence[Slot]) -> Relation:
    values = [converted(slot.mention, parts[0].mention.unit) for slot in parts]
    told = sum((slot.mention.value for slot in terms), Fraction(0))
    whole = sum(values, Fraction(0))
    right = "∶".join(shown(value / whole * told, terms[0].mention.decimals) for value in values)
    said = "∶".join(slot.mention.text for slot in terms)
    formula = "∶".join(in_words(value) for value in values)
    message = f"{'、'.join(number(slot.mention) for slot in parts)}之比为 {right}，文中为 {said}。请核对。"
    roles = [*(("part", slot.mention) for slot in parts), *(("stated", slot.mention) for slot in terms)]
    return relation("share", "error", roles, formula, right, message, "比例写错，或金额写错。")
