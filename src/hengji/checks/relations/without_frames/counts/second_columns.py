"""Two figures told of each kind, where the first column adds up and the second does not: 受理 142 件 198 人；批准
116 件 158 人，不批准 26 件 46 人.

Cases that make the total between them hold every person of it. The other way round proves nothing: one case may have
persons of both kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.near_misses import Terms, holds, total_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, mistaken, shape
from hengji.checks.relations.verdicts import in_words, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_last_years, is_planned, is_quantity
from hengji.facts.relation import Relation

__all__ = ["second_columns"]

_BESIDE: Final = re.compile("[、，]?(?:涉及|涉案|共)?")
_LACKS: Final = re.compile("不|未|没有")
_ASIDE: Final = re.compile("另|此外|还|[比较]上年|同比|累计")
_LEAST: Final = 100  # of which parts seldom make the whole by chance
_PARTS: Final = 2
_FAR: Final = Fraction(3, 2)

Pair = tuple[Slot, Slot]


def second_columns(passage: Passage, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``count``, errors all, one for each whole."""
    if passage.text.count(COUNT) < 2 * (_PARTS + 1) - passage.text.count(MONEY):
        return
    pairs = [pair for pair in pairwise(passage.slots) if _is_pair(passage, *pair)]
    for at, whole in enumerate(pairs):
        parts = _parts(whole, pairs[at + 1 :])
        if not parts or not _is_sure(whole, parts) or whole[1].mention.start in settled:
            continue
        terms: Terms = [(1, second) for _, second in parts]
        right = total_of(terms, whole[1])
        if not holds(terms, whole[1]) and 1 / _FAR <= right / whole[1].mention.value <= _FAR:
            yield _relation(terms, whole[1], right)


def _is_pair(passage: Passage, first: Slot, second: Slot) -> bool:
    """A count, and behind it what those hold, both of this year's doings."""
    beside = first.kind == COUNT and second.kind in (COUNT, MONEY) and _BESIDE.fullmatch(second.before) is not None
    plain = beside and all(is_quantity(slot) and slot.mention.value > 0 for slot in (first, second))
    return plain and not (_ASIDE.search(first.before) or is_last_years(passage, first) or is_planned(passage, first))


def _parts(whole: Pair, behind: Sequence[Pair]) -> list[Pair]:
    """The pairs right behind *whole*, of its units, whose first figures make its first."""
    parts: list[Pair] = []
    for pair in behind:
        if not all(_is_alike(one, other) for one, other in zip(pair, whole, strict=True)):
            break
        parts.append(pair)
        if len(parts) >= _PARTS and holds([(1, first) for first, _ in parts], whole[0]):
            return parts
    return []


def _is_alike(slot: Slot, other: Slot) -> bool:
    return same_kind(slot, other) and str(slot.mention.unit) == str(other.mention.unit)


def _is_sure(whole: Pair, parts: Sequence[Pair]) -> bool:
    """Whether the parts are told as those of the whole: by 其中, by what is and what is not, or by a long number."""
    labels = [label_of(first) for first, _ in parts]
    parted = any(
        _LACKS.search(one) and other[-2:] and _LACKS.sub("", one).endswith(other[-2:])
        for one in labels
        for other in labels
        if one != other
    )
    return parted or "其中" in parts[0][0].before or whole[0].mention.value >= _LEAST


def _relation(terms: Terms, total: Slot, right: Fraction) -> Relation:
    shown = as_written(right, total.mention)
    formula = " + ".join(in_words(slot.mention.value) for _, slot in terms)
    message = f"前一列各数相加与总数相符，后一列 {formula} = {shown}，文中总数为 {number(total.mention)}。"
    likely = mistaken(number(total.mention), shown, shape(number(total.mention), shown))
    roles = [*(("part", slot.mention) for _, slot in terms), ("total", total.mention)]
    return relation("sum" if total.kind == MONEY else "count", "error", roles, formula, shown, message, likely)
