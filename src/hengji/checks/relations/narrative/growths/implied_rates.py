"""The rate that a change gives, D ÷ (A ∓ D), and what is said where another one is stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from hengji.checks.intervals import Interval, exactly
from hengji.checks.relations.changes import Change
from hengji.checks.relations.passages import Slot
from hengji.checks.relations.slips import as_written, mend
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
from hengji.facts.relation import Relation, Verdict

__all__ = [
    "Reading",
    "fits",
    "growth_relation",
    "is_hundredth",
    "judge_reading",
    "likely_slip",
    "rate_of_base",
    "rate_on_base",
    "without_base",
]

_NO_PER_CENT = "增减率漏乘 100。"

Reading = tuple[Fraction, Interval | None]


def rate_on_base(current: Slot, amount: Slot, rising: bool) -> Reading | None:
    """D ÷ (A ∓ D); None where the base is zero or less."""
    unit = current.mention.unit
    value, delta = current.mention.value, abs(converted(amount.mention, unit))
    base = value - delta if rising else value + delta
    if base <= 0:
        return None
    wide = interval_of(amount.mention, unit)
    now = interval_of(current.mention, unit)
    return delta / base, wide.divided_by(now - wide if rising else now + wide)


def rate_of_base(change: Change, base: Slot, amount: Slot, rate: Slot) -> Iterator[Relation]:
    """上年同期为 B，同比减少 D，下降 D ÷ B: the figure in front is what is compared with."""
    if base.mention.value > 0:
        delta = abs(converted(amount.mention, base.mention.unit)) / base.mention.value
        verdict = judged(delta, None, rate.mention)
        yield growth_relation(change, base, amount, rate, (delta, None), verdict, slip_of(rate.mention, delta))


def is_hundredth(reading: Reading, rate: Slot) -> bool:
    """Whether the rate is the quotient itself with a sign of per cent behind it: 0.06 ÷ 2.76 written as 0.02%."""
    return reading[0] < 1 and rate.mention.value > 0 and judged(reading[0] / 100, None, rate.mention) == "ok"


def judge_reading(reading: Reading, rate: Slot) -> Verdict:
    mention = rate.mention
    verdict = judged(reading[0], reading[1], mention)
    if verdict == "error" and mention.value < 0:  # 增长-5%: the sign is the direction, which was read already
        return judged(-reading[0], None if reading[1] is None else exactly(Fraction(0)) - reading[1], mention)
    return verdict


def likely_slip(change: Change, current: Slot, amount: Slot, rate: Slot, reading: Reading) -> str:
    unit, now = current.mention.unit, current.mention.value
    delta = abs(converted(amount.mention, unit))
    if now > 0 and good(judged(delta / now, None, rate.mention)):
        return f"{number(rate.mention)}是以本期数 {number(current.mention)} 为基数算出的，应以上期数为基数。"
    wrong_way = now + delta if change.rising else now - delta
    if wrong_way > 0 and good(judged(delta / wrong_way, None, rate.mention)):
        return "增减方向可能写反：方向相反时增减率相符。"
    if is_hundredth(reading, rate):
        return _NO_PER_CENT
    if slip := slip_of(rate.mention, reading[0]):
        return slip
    fixed = mend((current.mention, amount.mention), lambda values: fits(values, amount, current, rate, change.rising))
    if fixed is not None:
        return f"若“{number(fixed[0])}”应为“{as_written(fixed[1], fixed[0])}”，则增减率相符。"
    return ""


def fits(values: Sequence[Fraction], amount: Slot, current: Slot, rate: Slot, rising: bool) -> bool:
    factor = converted(amount.mention, current.mention.unit) / amount.mention.value if amount.mention.value else 1
    base = values[0] - abs(values[1] * factor) * (1 if rising else -1)
    return base > 0 and judged(abs(values[1] * factor) / base, None, rate.mention) == "ok"


def without_base(change: Change, current: Slot, amount: Slot, rate: Slot) -> Iterator[Relation]:
    unit = current.mention.unit
    base = current.mention.value - abs(converted(amount.mention, unit))
    if not change.rising or not change.certain:
        return
    roles = [("current", current.mention), ("change", amount.mention), ("stated", rate.mention)]
    formula = f"{in_words(current.mention.value)} - {in_words(abs(converted(amount.mention, unit)))}"
    if base == 0 and current.mention.value != 0:
        text = f"上期数为 0，增长率没有意义，文中为 {number(rate.mention)}。"
        yield relation(
            "growth", "suspicious", roles, formula, "基数为 0", text, "上年没有此项支出的，只写增加额，不写增长率。"
        )
    elif base < 0 and len(change.current) == 1:
        text = f"增加额 {number(amount.mention)} 大于本期数 {number(current.mention)}，上期数将为负数。"
        yield relation("growth", "error", roles, formula, in_words(base), text, "增加额或本期数误写，或方向词误写。")


def growth_relation(
    change: Change, current: Slot, amount: Slot, rate: Slot, reading: Reading, verdict: Verdict, likely: str = ""
) -> Relation:
    unit = current.mention.unit
    sign = "-" if change.rising else "+"
    delta = in_words(abs(converted(amount.mention, unit)))
    right = as_written(reading[0], rate.mention)
    word = "增长率" if change.rising else "下降率"
    message = f"{word}为 {right}，与文中一致。"
    if not good(verdict):
        message = f"{current.label or '本期数'}{change.compared}的{word}应为 {right}，文中为 {number(rate.mention)}。"
    return relation(
        "growth",
        verdict,
        [("current", current.mention), ("change", amount.mention), ("stated", rate.mention)],
        f"{delta} ÷ ({in_words(current.mention.value)} {sign} {delta})",
        right,
        message,
        likely,
    )
