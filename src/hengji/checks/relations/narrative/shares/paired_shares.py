"""Shares told in a row behind their amounts: "甲 a、乙 b、丙 c，分别占 p、q 和 r"; "三者比例为 p、q、r"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import (
    Roles,
    converted,
    good,
    in_words,
    interval_of,
    judged,
    number,
    relation,
    same_kind,
    slip_of,
)
from hengji.facts.relation import Relation, Verdict

__all__ = ["paired_shares", "rates_in_rows", "share_of"]

_ROW = re.compile(
    r"^[，；：（]?[^，。；：（\ue000-\ue005]{0,12}?(?:(?:分别|依次|各)?占[^，。；：\ue000-\ue005]{0,16}?的?"
    r"|(?:占比|比例|比重|份额)(?:分别|依次|各)?(?:为|是|：)?|(?:分别|依次|各)为?)$"
)
_OF_WHOLE = re.compile(r"^[，；（]?(?:分别|依次|各)?占[^，。；：\ue000-\ue005]{1,20}$")
_ITS_RATES = re.compile(r"^的?(?:比例|比重|份额|百分比)?(?:分别|依次|各)?(?:为|是)?$")
_SHARES = re.compile(r"占|比例|比重|份额")
_NEXT = re.compile(r"^(?:、|，|和|及|与|以及)$")
_BETWEEN = re.compile(r"^(?:、|，|；|和|及|与|以及)[^。\ue000-\ue005]{0,30}$")
_LEAST = 2
_NEARLY = 50
_BACK = 3  # figures in front of the parts among which their whole is looked for


@dataclass(frozen=True, slots=True)
class _Row:
    """A list of amounts and the row of as many rates behind it; `whole` stands between them: 占 W 的比例为 p、q."""

    parts: tuple[Slot, ...]
    rates: tuple[Slot, ...]
    whole: Slot | None


def paired_shares(passage: Passage, earlier: Passage | None = None) -> Iterator[Relation]:
    """Every row of rates that follows as many amounts of one kind, on the whole that most of them fit; where the
    sentence names none, a total of the one *earlier*."""
    for row in _rows(passage):
        before = passage.slots[: row.parts[0].index][-_BACK:] if row.whole is None else (row.whole,)
        alike = [slot for slot in before if same_kind(slot, row.parts[0])]
        if not alike and earlier is not None and row.parts[0].index == 0:
            before = _totals_in(earlier, row.parts)
        yield from _judged(row.parts, row.rates, before)


def _totals_in(earlier: Passage, parts: Sequence[Slot]) -> tuple[Slot, ...]:
    """The figures of *earlier* that the parts nearly make up, to a fiftieth."""
    unit = parts[0].mention.unit
    total = sum((converted(part.mention, unit) for part in parts), Fraction(0))
    changed = changed_slots(earlier)
    plain = [slot for slot in earlier.slots if slot.index not in changed and same_kind(slot, parts[0])]
    return tuple(slot for slot in plain if abs(converted(slot.mention, unit) - total) * _NEARLY <= total)


def rates_in_rows(passage: Passage) -> frozenset[int]:
    """The figures that are rates of such a row: each belongs to the amount of its own place, not to the last one."""
    return frozenset(rate.index for row in _rows(passage) for rate in row.rates)


def _rows(passage: Passage) -> Iterator[_Row]:
    for first in passage.slots[_LEAST:]:
        if first.kind != RATE:
            continue
        behind = passage.slots[first.index - 1]
        whole = behind if _ITS_RATES.match(first.before) and _OF_WHOLE.match(behind.before) else None
        if whole is None and not (_ROW.match(first.before) and _SHARES.search(first.before)):
            continue
        rates = _row(passage, first)
        end = first.index if whole is None else whole.index
        parts = passage.slots[max(0, end - len(rates)) : end]
        if _listed(passage, parts, rates) and (whole is None or same_kind(whole, parts[0])):
            yield _Row(parts, rates, whole)


def _row(passage: Passage, first: Slot) -> tuple[Slot, ...]:
    rates = [first]
    for slot in passage.slots[first.index + 1 :]:
        if slot.kind != RATE or not _NEXT.match(slot.before):
            break
        rates.append(slot)
    return tuple(rates)


def _listed(passage: Passage, parts: Sequence[Slot], rates: Sequence[Slot]) -> bool:
    """Whether *parts* are one list, as long as the row of rates."""
    if len(rates) < _LEAST or len(parts) != len(rates) or parts[0].kind not in (MONEY, COUNT):
        return False
    changed = changed_slots(passage)
    if any(slot.index in changed or slot.mention.approximate for slot in (*parts, *rates)):
        return False
    return all(same_kind(slot, parts[0]) and _BETWEEN.match(slot.before) for slot in parts[1:])


def _judged(parts: Sequence[Slot], rates: Sequence[Slot], before: Sequence[Slot]) -> Iterator[Relation]:
    """Against the amount in front that holds for the most; none, and all but one must hold on the sum of the parts."""
    pairs = list(zip(parts, rates, strict=True))
    wholes = [slot for slot in before if same_kind(slot, parts[0]) and slot.mention.value > 0]
    held = {slot.at: sum(good(_verdict(part, rate, slot)) for part, rate in pairs) for slot in wholes}
    best = max(wholes, key=lambda slot: held[slot.at], default=None)
    if best is not None and held[best.at] and (held[best.at] * 2 > len(pairs) or adds_up(best, parts)):
        for part, rate in pairs:
            yield share_of(part, rate, best)
    elif not wholes and (len(pairs) > _LEAST or all(rate.mention.decimals for rate in rates)):
        yield from _on_their_sum(pairs)


def _verdict(part: Slot, rate: Slot, whole: Slot) -> Verdict:
    unit, total = whole.mention.unit, whole.mention.value
    computed = converted(part.mention, unit) / total
    possible = interval_of(part.mention, unit).divided_by(interval_of(whole.mention, unit))
    verdict = judged(computed, possible, rate.mention)
    forced = abs(computed - rate.mention.value) <= rate.mention.step  # the last one makes up the 100%
    return "rounding" if verdict == "error" and forced else verdict


def share_of(part: Slot, rate: Slot, whole: Slot) -> Relation:
    """*rate* against *part* ÷ *whole*."""
    verdict = _verdict(part, rate, whole)
    computed = converted(part.mention, whole.mention.unit) / whole.mention.value
    roles = [("part", part.mention), ("whole", whole.mention), ("stated", rate.mention)]
    return _relation(part, rate, computed, verdict, roles, whole.mention.value)


def _on_their_sum(pairs: Sequence[tuple[Slot, Slot]]) -> Iterator[Relation]:
    """No whole is written: the one share that does not hold on the sum of all parts, where the others do."""
    unit = pairs[0][0].mention.unit
    total = sum((converted(part.mention, unit) for part, _ in pairs), Fraction(0))
    if total <= 0:
        return
    apart = [
        abs(converted(part.mention, unit) / total - rate.mention.value) > rate.mention.step for part, rate in pairs
    ]
    due = sorted(as_written(converted(part.mention, unit) / total, rate.mention) for part, rate in pairs)
    if sum(apart) > 1 and due == sorted(as_written(rate.mention.value, rate.mention) for _, rate in pairs):
        yield _out_of_order(pairs, apart.index(True), total)
    elif sum(apart) == 1:
        part, rate = pairs[apart.index(True)]
        roles = [("part", part.mention), ("stated", rate.mention)]
        yield _relation(part, rate, converted(part.mention, unit) / total, "error", roles, total)


def _out_of_order(pairs: Sequence[tuple[Slot, Slot]], first: int, total: Fraction) -> Relation:
    """The right shares in another order than their amounts."""
    part, rate = pairs[first]
    right = as_written(converted(part.mention, pairs[0][0].mention.unit) / total, rate.mention)
    roles = [*(("part", one.mention) for one, _ in pairs), ("stated", rate.mention)]
    formula = f"{in_words(part.mention.value)} ÷ {in_words(total)}"
    message = f"各占比与各项金额的次序不一致：{label_of(part)}应占 {right}，文中为 {number(rate.mention)}。"
    return relation("list_order", "error", roles, formula, right, message, "占比的次序写错")


def _relation(part: Slot, rate: Slot, computed: Fraction, verdict: Verdict, roles: Roles, total: Fraction) -> Relation:
    right = as_written(computed, rate.mention)
    name = label_of(part) or "该项"
    message, likely = f"{name}的占比为 {right}，与文中一致。", ""
    if not good(verdict):
        message = f"{name}的占比应为 {right}，文中为 {number(rate.mention)}。"
        likely = slip_of(rate.mention, computed)
    formula = f"{in_words(part.mention.value)} ÷ {in_words(total)}"
    return relation("share", verdict, roles, formula, right, message, likely)
