"""Changes whose base the text itself names: amount, rate and direction against the two figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.intervals import Interval, exactly
from hengji.checks.relations.against_base import against_base
from hengji.checks.relations.changes import Change
from hengji.checks.relations.narrative.growths.contradictions import wrong_ways
from hengji.checks.relations.passages import Slot
from hengji.checks.relations.slips import as_written, shape
from hengji.checks.relations.unit_slips import with_unit
from hengji.checks.relations.verdicts import (
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
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["from_base", "of_base_alone"]

_EXACT = 2  # decimals of a change that no two figures beside it give by chance

Target = tuple[Mention, Fraction, Interval | None, str]
"""A stated figure of change, what it should be, what it could be, and the formula."""


def from_base(context: Context, change: Change, base: Slot, current: Slot) -> Iterator[Relation]:
    """Every figure of *change* against *base* and *current*; a word that alone is wrong is named as such."""
    roles = [("base", base.mention), ("current", current.mention)]
    gap = converted(current.mention, base.mention.unit) - base.mention.value
    told = list(_targets(change, base, current, up=change.rising))
    turned = list(_targets(change, base, current, up=not change.rising))
    beyond = change.certain or any(mention.decimals >= _EXACT for mention, *_ in turned)
    if gap and (gap > 0) != change.rising and turned and all(_holds(one) for one in turned) and beyond:
        yield from wrong_ways(context, change, up=gap > 0)
        return
    certain = change.certain and not _of_another_base(change, base, current)
    for mention, computed, possible, formula in told:
        sure = certain or _on_current(mention, base, current)
        found = against_base([*roles, ("stated", mention)], computed, possible, formula, sure)
        yield found if good(found.verdict) else _in_other_unit(found, change, base.mention, current.mention)


def _on_current(stated: Mention, base: Slot, current: Slot) -> bool:
    """Whether a rate is, to the last of its two decimals, the change over this year's figure: no chance does that."""
    now = converted(current.mention, base.mention.unit)
    if not stated.is_rate or stated.decimals < _EXACT or now <= 0:
        return False
    return judged(abs(now - base.mention.value) / now, None, stated) == "ok"


def of_base_alone(change: Change) -> Iterator[Relation]:
    """比上年的 B 减少 D，下降 P%: what changed stands elsewhere, yet D ÷ B must be P."""
    base, amount, rate = change.base, change.amount, change.rate
    if base is None or amount is None or rate is None or not base.mention.value or not same_kind(base, amount):
        return
    if sorted((base.index, amount.index)) != [rate.index - 2, rate.index - 1] or not re.match(
        "比|较|同比", change.compared
    ):
        return
    unit = base.mention.unit
    computed = abs(converted(amount.mention, unit)) / base.mention.value
    possible = interval_of(amount.mention, unit).divided_by(interval_of(base.mention, unit))
    verdict = judged(computed, possible, rate.mention)
    right = as_written(computed, rate.mention)
    message = f"变动率为 {right}，与文中一致。"
    likely = ""
    if not good(verdict):
        told = f"以 {number(base.mention)} 为基数变动 {number(amount.mention)}"
        message = f"{told}，变动率应为 {right}，文中为 {number(rate.mention)}。"
        now = base.mention.value + abs(converted(amount.mention, unit)) * (1 if change.rising else -1)
        if now > 0 and good(judged(computed * base.mention.value / now, None, rate.mention)):
            likely = "像是以本期数为基数算出的，应以上期数为基数。"
        likely = likely or slip_of(rate.mention, computed)
    roles = [("base", base.mention), ("change", amount.mention), ("stated", rate.mention)]
    formula = f"{in_words(abs(converted(amount.mention, unit)))} ÷ {in_words(base.mention.value)}"
    yield relation("growth", verdict, roles, formula, right, message, likely)


def _of_another_base(change: Change, base: Slot, current: Slot) -> bool:
    """Whether amount and rate fit one another on a base that no slip explains: another way of counting."""
    if change.amount is None or change.rate is None:
        return False
    unit = base.mention.unit
    delta = abs(converted(change.amount.mention, unit))
    meant = converted(current.mention, unit) - (delta if change.rising else -delta)
    if meant <= 0 or meant == base.mention.value or not good(judged(delta / meant, None, change.rate.mention)):
        return False
    gap = as_written(abs(converted(current.mention, unit) - base.mention.value), base.mention)
    told = as_written(delta, base.mention)
    return not shape(as_written(base.mention.value, base.mention), as_written(meant, base.mention)) and not (
        shape(told, gap) or shape(gap, told)
    )


def _in_other_unit(failed: Relation, change: Change, base: Mention, current: Mention) -> Relation:
    """*failed*, or the slip of the unit: read in the other unit, the two figures have the rate that is stated."""
    rate = change.rate
    if rate is None:
        return failed

    def holds(values: Sequence[Fraction]) -> bool:
        old, new = values[0], values[1] * converted(current, base.unit) / current.value
        return old != 0 and judged(abs(new - old) / old, None, rate.mention) == "ok"

    among = [base, current, *(slot.mention for slot in (change.amount,) if slot is not None)]
    return with_unit(failed, (base, current), holds, among) if current.value else failed


def _of_price(amount: Slot, base: Slot) -> bool:
    """标准由 620 元提高到 680 元，增加支出 216.00 万元: the amount is no change of the price."""
    return str(base.mention.unit) == "元" and str(amount.mention.unit) in ("万元", "亿元")


def _holds(one: Target) -> bool:
    return good(judged(one[1], one[2], one[0]))


def _narrowed(change: Change, base: Slot, wide: Interval, delta: Fraction) -> Interval | None:
    """What the rate may be: of the two figures, and of the amount of change too where that is theirs."""
    unit = base.mention.unit
    possible = wide.divided_by(interval_of(base.mention, unit))
    if change.amount is None or possible is None or not same_kind(change.amount, base) or delta < 0:
        return possible
    told = interval_of(change.amount.mention, unit)
    low, high = max(wide.low, told.low), min(wide.high, told.high)
    return possible if low > high else Interval(low, high).divided_by(interval_of(base.mention, unit))


def _targets(change: Change, base: Slot, current: Slot, *, up: bool) -> Iterator[Target]:
    unit, old, new = base.mention.unit, base.mention.value, converted(current.mention, base.mention.unit)
    delta = new - old if up else old - new
    gap = f"{in_words(new)} - {in_words(old)}" if up else f"{in_words(old)} - {in_words(new)}"
    wide = interval_of(current.mention, unit) - interval_of(base.mention, unit)
    wide = wide if up else exactly(Fraction(0)) - wide
    if change.amount is not None and not _of_price(change.amount, base):
        amount = change.amount.mention
        factor = converted(amount, unit) / amount.value if amount.value else Fraction(1)
        possible = Interval(wide.low / factor, wide.high / factor)
        yield amount, delta / factor, possible, gap
    if change.rate is not None and old != 0:
        possible_rate = _narrowed(change, base, wide, delta)
        formula = f"({gap}) ÷ {in_words(old)}"
        if change.rate.mention.value < 0:  # 增长-7.89%: the sign is the direction, which was read already
            delta, possible_rate = -delta, possible_rate and exactly(Fraction(0)) - possible_rate
            formula = f"({in_words(new)} - {in_words(old)}) ÷ {in_words(old)}"
        yield change.rate.mention, delta / old, possible_rate, formula
