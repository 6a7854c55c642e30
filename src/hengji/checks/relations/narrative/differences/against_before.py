"""A change whose base opens the sentence and whose present figure stands in the one before: 全年支付 A。与上年支付的 B
相比，多支 D.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.against_base import rate_on_base, wrong_way
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.near_misses import holds, slips_in, total_of
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    number,
    relation,
    same_kind,
)
from hengji.facts.relation import Relation

__all__ = ["against_before"]

_BASE: Final = re.compile(
    r"^(?P<what>[\u4e00-\u9fff]{2,8}?)?(?:与|同|和|较|比)(?:上一?年|去年|前一年|同期|20\d\d年)(?:度|同期)?(?:实际)?[^，。；：\ue000-\ue005]{0,8}$"
)
_MORE: Final = re.compile(
    r"^(?:相?比)?，?(?:同比)?(?:(?P<up>增加|多[支用花收]?出?|增长|上升|净增|增支|增收)|减少|少[支用花收]?出?|下降|降低|压减|节约|减支|减收)"
    r"(?:了|约|支出|收入|资金)*$"
)
_PAIR: Final = 2
_SWAPPED, _DIGIT = 4, 5


def against_before(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """The change that passage *index* opens with, where the sentence before has one figure only; an error where a slip
    of the pen parts the two."""
    passage = texts[index]
    if index == 0 or len(passage.slots) < _PAIR:
        return
    base, change = passage.slots[:_PAIR]
    told, named = _MORE.match(change.before), _BASE.match(base.before)
    if told is None or named is None or base.kind not in (MONEY, COUNT):
        return
    before = texts[index - 1]
    changed = changed_slots(before)
    plain = [slot for slot in before.slots if slot.kind == base.kind and slot.index not in changed]
    plain = [slot for slot in plain if label_of(slot).endswith(named["what"])] if named["what"] else plain
    if change.kind == RATE:
        yield from _of_rate(_subject(before, plain), base, change, rising=told["up"] is not None)
    if not same_kind(base, change):
        return
    if len(plain) != 1 or not same_kind(plain[0], base) or plain[0].mention.approximate or change.mention.approximate:
        return
    terms = [(1, plain[0]), (-1, base)] if told["up"] else [(1, base), (-1, plain[0])]
    if holds(terms, change):
        yield _relation(plain[0], base, terms, change, "")
        return
    if holds([(-sign, slot) for sign, slot in terms], change):
        yield wrong_way(base.mention, plain[0].mention, change.mention, up=told["up"] is None)
        return
    slips = slips_in(terms, change, swapped=_SWAPPED, digit=_DIGIT)
    if slips:
        yield _relation(plain[0], base, terms, change, slips[0].told)


def _relation(now: Slot, base: Slot, terms: Sequence[tuple[int, Slot]], change: Slot, likely: str) -> Relation:
    (_, one), (_, other) = terms
    right = as_written(total_of(terms, change), change.mention)
    unit = change.mention.unit
    formula = f"{in_words(converted(one.mention, unit))} - {in_words(converted(other.mention, unit))}"
    message = "与上期之差与文中一致。"
    if likely:
        message = f"{number(one.mention)}与 {number(other.mention)} 相差 {right}，文中为 {number(change.mention)}。"
    roles = [("base", base.mention), ("current", now.mention), ("stated", change.mention)]
    return relation("difference", "error" if likely else "ok", roles, formula, right, message, likely)


def _subject(before: Passage, plain: Sequence[Slot]) -> Slot | None:
    """What a sentence is about: its only figure, or the first one where 其中 opens the parts of it."""
    if len(plain) > 1 and plain[0].index == 0 and "其中" in before.slots[1].before:
        return plain[0]
    return plain[0] if len(plain) == 1 else None


def _of_rate(now: Slot | None, base: Slot, rate: Slot, *, rising: bool) -> Iterator[Relation]:
    """较上年的 B 下降 P: an error where the rate is that on this year's figure, or a slip away from the right one."""
    if now is None or not same_kind(now, base) or now.mention.approximate or base.mention.value <= 0:
        return
    found = rate_on_base(base.mention, now.mention, rate.mention, rising=rising)
    if good(found.verdict) or found.likely:
        yield found
