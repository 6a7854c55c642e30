"""Shares behind 分别 against the amounts they are of, and amounts against the share that one of them is said to be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from hengji.checks.context import Context
from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.verdicts import converted, good, judged
from hengji.checks.relations.wording.orders.respective_lists import WITHIN, names_in_front, order_relation
from hengji.checks.relations.wording.orders.tabled_names import totals_of_columns
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation
from hengji.facts.units import Unit

__all__ = ["amounts_by_share", "shares_of_amounts", "shares_of_counts"]

_SHARE = re.compile(r"占|比重|比例|占比")
_FIGURE = re.compile("[\ue000-\ue005]")
_TOTAL = re.compile(r"合计|总计|共计|共|总")


def shares_of_amounts(context: Context, texts: Sequence[Passage], index: int, row: Sequence[Slot]) -> Relation | None:
    if not _SHARE.search(row[0].before[-30:]):
        return None
    amounts = [slot.mention for slot in _amounts(texts, index, row)]
    amounts = amounts if len(amounts) == len(row) else totals_of_columns(context, names_in_front(row))
    if len(amounts) != len(row) or len({one.value for one in amounts}) < len(row):
        return None
    unit = amounts[0].unit
    near = [slot.mention for one in texts[max(0, index - 1) : index + 1] for slot in one.slots]
    near = [one for one in near if one.unit is not None and unit is not None and one.unit.factor_to(unit) is not None]
    parts = [converted(one, unit) for one in amounts]
    rates = sum((slot.mention.value for slot in row), Fraction(0))
    wholes = [sum(parts, Fraction(0))] if abs(rates - 1) * 1000 <= len(row) else []
    wholes += [converted(one, unit) for one in near if one not in amounts]
    for whole in wholes:
        if whole >= max(parts) > 0:
            found = _order(row, [part / whole for part in parts], amounts)
            if found is not None:
                return found
    return None


def amounts_by_share(passage: Passage, row: Sequence[Slot]) -> Relation | None:
    """甲、乙、丙分别为 a、b、c，总计 T，其中甲占 p%: the figure that makes p of T is another one's."""
    names = names_in_front(row)
    if not names:
        return None
    unit = row[-1].mention.unit
    values = [_scaled(slot, unit) for slot in row]
    later = [slot for slot in passage.slots if slot.index > row[-1].index]
    wholes = [sum(values, Fraction(0))] + [_scaled(slot, unit) for slot in later if _TOTAL.search(slot.before)]
    for slot in later:
        clause = core(_FIGURE.sub("", re.split("[，。；]", passage.text[: slot.at])[-1]))
        told = [at for at, name in enumerate(names) if name in clause]
        if slot.kind != RATE or "占" not in slot.before or len(told) != 1 or slot.mention.decimals == 0:
            continue
        exact = slot.mention.decimals > 1
        rows = [
            [whole > 0 and good(judged(value / whole, None, slot.mention)) for value in values]
            for whole in (wholes if exact else wholes[:1])
        ]
        if any(fits[told[0]] for fits in rows):
            continue
        for fits in rows:
            if fits.count(True) == 1:
                return order_relation(row, [slot.mention], sorted((told[0], fits.index(True))), holds=False)
    return None


def shares_of_counts(passage: Passage, row: Sequence[Slot]) -> Relation | None:
    """企业 146 份、满意 139 份，消费者 241 份、满意 221 份，满意率分别为 q 和 p: two numbers for each rate."""
    before = passage.slots[: row[0].index][-2 * len(row) :]
    paired = len(before) == 2 * len(row) and all(slot.kind == COUNT for slot in before)
    pairs = list(zip(before[::2], before[1::2], strict=True)) if paired else []
    if not pairs or any(
        a.mention.unit != b.mention.unit or not a.mention.value >= b.mention.value > 0 for a, b in pairs
    ):
        return None
    return _order(row, [b.mention.value / a.mention.value for a, b in pairs], [b.mention for _, b in pairs])


def _amounts(texts: Sequence[Passage], index: int, row: Sequence[Slot]) -> list[Slot]:
    """The amounts that bear the names; where the list has no names of its own, the ones right in front of it."""
    passage, names = texts[index], names_in_front(row)
    before = [slot for slot in passage.slots if slot.index < row[0].index and slot.kind in (MONEY, COUNT)]
    if names:
        earlier = [
            slot for one in texts[max(0, index - 8) : index] for slot in one.slots if slot.kind in (MONEY, COUNT)
        ]
        found = [
            [slot for slot in (*earlier, *before) if core(WITHIN.sub("", label_of(slot))) == name][-1:]
            for name in names
        ]
        return [slot for one in found for slot in one]
    last = before[-len(row) :]
    joined = all(a.kind == b.kind and b.index == a.index + 1 for a, b in pairwise(last))
    behind = last and last[-1].index == row[0].index - 1
    return last if joined and behind and all(label_of(slot) for slot in last) else []


def _order(row: Sequence[Slot], meant: Sequence[Fraction], amounts: Sequence[Mention]) -> Relation | None:
    """The relation where the rates are *meant* in their order, or in another one; None where they are neither."""
    fits = [[good(judged(value, None, slot.mention)) for slot in row] for value in meant]
    if all(fits[at][at] for at in range(len(row))):
        return order_relation(row, amounts, range(len(row)), holds=True)
    for a, b in combinations(range(len(row)), 2):
        rest = all(fits[at][at] for at in range(len(row)) if at not in (a, b))
        if rest and fits[a][b] and fits[b][a] and not fits[a][a] and not fits[b][b]:
            return order_relation(row, amounts, (a, b), holds=False)
    return None


def _scaled(slot: Slot, unit: Unit | None) -> Fraction:
    mention = slot.mention
    like = slot.kind == COUNT or mention.unit_text not in ("万", "亿")
    return converted(mention, unit) if like else mention.value
