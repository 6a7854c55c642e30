"""Two figures of one thing, and what the text says of the way from one to the other: its rate, or its direction."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hengji.checks.intervals import Interval, exactly
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    interval_of,
    judged,
    number,
    relation,
    slip_of,
)
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["against_base", "rate_on_base", "wrong_way"]

_FAR = 100
_TENS = (10_000, 100_000_000, Fraction(1, 10_000))
THIS_YEARS = "以本期数为基数算出，应以上期数为基数。"


def against_base(
    roles: list[tuple[str, Mention]], computed: Fraction, possible: Interval | None, formula: str, certain: bool
) -> Relation:
    """The last of *roles* against the change from the first to the second."""
    stated = roles[-1][1]
    verdict = judged(computed, possible, stated)
    if verdict == "error" and (not certain or _is_of_another_size(roles[0][1], stated, computed)):
        verdict = "suspicious"
    right = as_written(computed, stated)
    message, likely = f"变动为 {right}，与文中一致。", ""
    if not good(verdict):
        message = f"由 {number(roles[0][1])} 变为 {number(roles[1][1])}，变动应为 {right}，文中为 {number(stated)}。"
        likely = slip_of(stated, computed)
    return relation("growth", verdict, roles, formula, right, message, likely)


def _is_of_another_size(base: Mention, stated: Mention, computed: Fraction) -> bool:
    """用水总量由 1.26亿立方米…，万元GDP用水量下降 12立方米: not of the total, unless only a 万 was left out."""
    if stated.is_rate or str(base.unit) == str(stated.unit) or not stated.value:
        return False
    times = abs(computed / stated.value)
    return not 1 / _FAR < times < _FAR and times not in _TENS


def rate_on_base(base: Mention, now: Mention, rate: Mention, *, rising: bool, certain: bool = True) -> Relation:
    """*rate* against the change from *base* to *now*, which the text says is *rising* or falling."""
    unit, old = base.unit, base.value
    new = converted(now, unit)
    wide = interval_of(now, unit) - interval_of(base, unit)
    gap, wide = (new - old, wide) if rising else (old - new, exactly(Fraction(0)) - wide)
    high, low = (new, old) if rising else (old, new)
    roles = [("base", base), ("current", now), ("stated", rate)]
    formula = f"({in_words(high)} - {in_words(low)}) ÷ {in_words(old)}"
    found = against_base(roles, gap / old, wide.divided_by(interval_of(base, unit)), formula, certain)
    on_now = not good(found.verdict) and not found.likely and new > 0 and good(judged(gap / new, None, rate))
    return replace(found, likely=THIS_YEARS) if on_now else found


def wrong_way(base: Mention, now: Mention, change: Mention, *, up: bool) -> Relation:
    """The amount of *change* is right and its direction is not: it is *up*, or down."""
    unit, way = change.unit, "增加" if up else "减少"
    low, high = sorted((converted(base, unit), converted(now, unit)))
    message = f"由 {number(base)} 变为 {number(now)}，应为{way} {number(change)}，文中方向相反。"
    roles = [("base", base), ("current", now), ("stated", change)]
    formula = f"{in_words(high)} - {in_words(low)}"
    return relation("growth", "error", roles, formula, way + number(change), message, "增减方向写反。")
