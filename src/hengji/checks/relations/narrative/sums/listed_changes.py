"""The changes of a list's items against the change of their total: items that make up 1,000万元 which rose by 50万元
must themselves have risen by 50 together.

An account that had money last year and has none this year is in no list, so that a difference is a question only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from hengji.checks.relations.changes import Change, changes
from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, in_words, number, relation
from hengji.facts.relation import Relation

__all__ = ["changes_of_items"]

_FEWEST, _MOST = 2, 200  # items; no list that people write has more


def changes_of_items(
    texts: Sequence[Passage], starts: Sequence[int], total: Slot, bounds: Sequence[int]
) -> list[Relation]:
    """One relation of kind ``sum`` at most, where the total and every item tell by how much money they changed.

    *starts* are those of *texts*; the items begin at *bounds*, whose last is their end.
    """
    if len(bounds) > _MOST:
        return []
    whole = _first(texts, starts, total.mention.start, bounds[0])
    parts = [_first(texts, starts, low, high) for low, high in pairwise(bounds)]
    known = [one for one in parts if one is not None]
    if whole is None or len(known) < len(parts) or len(known) < _FEWEST:
        return []
    return [_judged(whole, known)]


def _first(texts: Sequence[Passage], starts: Sequence[int], low: int, high: int) -> tuple[int, Slot] | None:
    """The first amount of change from *low* to *high*, and its sign."""
    within = texts[max(0, bisect_right(starts, low) - 1) : bisect_left(starts, high)]
    told = (one for passage in within for one in changes(passage))
    return next((found for one in told if (found := _signed(one)) and low <= found[1].mention.start < high), None)


def _signed(change: Change) -> tuple[int, Slot] | None:
    if change.amount is None or change.amount.kind != MONEY:
        return None
    return (1 if change.rising else -1), change.amount


def _judged(whole: tuple[int, Slot], parts: Sequence[tuple[int, Slot]]) -> Relation:
    way, stated = whole
    unit = stated.mention.unit
    signed = [sign * converted(slot.mention, unit) for sign, slot in parts]
    rest = sum(signed, Fraction(0)) - way * stated.mention.value
    holds = abs(rest) <= stated.mention.step * (len(parts) + 1) / 2
    found = sum(signed, Fraction(0))
    right = as_written(abs(found), stated.mention)
    message = "各项增减之和与总数的增减一致。" if holds else (
        f"各项增减相抵为{_way(found)} {right}，总数写作{_way(way)} {number(stated.mention)}，"
        f"相差 {in_words(abs(rest))}。"
        "上年有、本年没有的科目不在所列各项中，如有请说明；否则请核对各项的增减额。"
    )  # fmt: skip
    roles = [*(("part", slot.mention) for _, slot in parts), ("total", stated.mention)]
    terms = "".join((" + " if value >= 0 else " - ") + in_words(abs(value)) for value in signed).removeprefix(" + ")
    return relation("sum", "ok" if holds else "suspicious", roles, terms, right, message)


def _way(value: Fraction | int) -> str:
    return "增加" if value >= 0 else "减少"
