"""Rates that rounding allows, and that a slip explains to the last digit: they are put to the reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from hengji.checks.relations.slips import SWAPPED, mistaken, shape
from hengji.checks.relations.verdicts import converted, number, shows
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["on_the_wrong_base", "swapped_within_rounding"]

_PLACES: Final = 2
_APART: Final = 10  # last digits between what the figures give and what a slip of the base gives


def swapped_within_rounding(relations: Iterable[Relation]) -> Iterator[Relation]:
    """*relations*, those in doubt that rounding explains although two neighbouring digits of their rate are swapped.

    预算 350 万元，支付 329.35 万元，使用率 94.01%: 350 may stand for 349.7, yet 94.10% is what they give.
    """
    for one in relations:
        stated = one.figures[-1].mention if one.figures else None
        told = one.verdict == "rounding" and stated is not None and stated.is_rate and not stated.approximate
        if not told or shape(one.stated, one.computed) != SWAPPED:
            yield one
            continue
        message = f"按所列各数应为 {one.computed}，文中为 {one.stated}，虽在尾数误差之内，两位数字恰好颠倒。"
        yield replace(one, verdict="suspicious", message=message, likely=mistaken(one.stated, one.computed, SWAPPED))


def on_the_wrong_base(relations: Iterable[Relation]) -> Iterator[Relation]:
    """*relations*, those in doubt that rounding explains although the change over this year's figure gives the rate.

    46.8，比上年的 45.2 增加 1.6，增长 3.42%: 1.6 ÷ 46.8 to its last digit, and 3.54% is what the figures give.
    """
    for one in relations:
        roles = {each.role: each.mention for each in one.figures if each.mention is not None}
        stated, base, current = (roles.get(role) for role in ("stated", "base", "current"))
        told = (one.verdict, one.kind) == ("rounding", "growth") and stated and base and current
        if not told or stated is None or base is None or current is None or not _of_current(base, current, stated):
            yield one
            continue
        message = (
            f"按所列各数应为 {one.computed}，文中为 {one.stated}，虽在尾数误差之内，"
            f"却正好是以本期数 {number(current)} 为基数算出的。"
        )
        yield replace(one, verdict="suspicious", message=message, likely="误以本期数为基数。")


def _of_current(base: Mention, current: Mention, rate: Mention) -> bool:
    """Whether the rate is the change over *current* to its last digit, and far from the change over *base*."""
    now, was = current.value, converted(base, current.unit)
    if now <= 0 or was <= 0 or not rate.is_rate or rate.approximate or rate.decimals < _PLACES:
        return False
    right, turned = abs(now - was) / was, abs(now - was) / now
    return shows(rate, turned) and abs(right - abs(rate.value)) > _APART * rate.step
