"""What a named rate divides, where the figures in front of it are called by the words of its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import Slot
from hengji.checks.relations.slips import as_written
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
from hengji.facts.relation import Relation, Verdict

__all__ = ["by_name", "of_both", "quotient", "rate_of_both", "rate_of_two", "without_rest"]

_ROLES = (
    (re.compile("到位"), re.compile("到位"), re.compile("计划|预算|应|下达|安排|批复|总投资")),
    (re.compile("执行|支[付出]|使用|拨付"), re.compile("支[出付]|使用|执行|拨付"), re.compile("到位|下达|收入|可用")),
    (re.compile("结[转余]"), re.compile("结[转余]"), re.compile("收入|预算|可用|指标|到位|下达")),
)
"""What rates divide that are named for it: the name, its part and its base, where the two stand side by side."""
_LEFT = re.compile("结[转余]|剩|余额|尚未?|[未待]|节[约余]|不予|不合格|驳回|退回|撤销")
_PAIR = 2


def without_rest(own: list[Slot]) -> list[Slot]:
    """预算 A，使用 B，结余 C，执行率 P: what is left between the two and their rate is A less B, and none of it."""
    if len(own) > _PAIR and _LEFT.search(label_of(own[0])) and all(same_kind(slot, own[0]) for slot in own[1:3]):
        unit = own[0].mention.unit
        part, whole = (converted(slot.mention, unit) for slot in own[1:3])
        if whole - part == own[0].mention.value:
            return own[1:]
    return own


def by_name(name: str, rate: Slot, own: list[Slot]) -> tuple[Slot, Slot] | None:
    """到位 A，支出 B，执行率 P; 计划 A，到位 B，到位率 P: what came in is the base of one and the part of another."""
    roles = next((roles for told, *roles in _ROLES if told.search(name)), None)
    if roles is None or len(own) < _PAIR or own[0].index != rate.index - 1 or own[1].index != rate.index - 2:
        return None
    for part in own[:_PAIR]:
        others = [slot for slot in own[: _PAIR + 1] if slot is not part]
        bases = [slot for slot in others if roles[1].search(slot.label) and slot.mention.value > 0]
        bases = [slot for slot in bases if same_kind(part, slot) and "；" not in own[0].before + own[1].before]
        if roles[0].search(part.label) and bases:
            return part, next((base for base in bases if good(quotient(part, base, rate)[1])), bases[0])
    return None


def quotient(part: Slot, base: Slot, rate: Slot) -> tuple[Fraction, Verdict]:
    """What the rate should be, and the verdict on what it is."""
    unit = base.mention.unit
    computed = converted(part.mention, unit) / base.mention.value
    possible = interval_of(part.mention, unit).divided_by(interval_of(base.mention, unit))
    return computed, judged(computed, possible, rate.mention)


def of_both(part: Slot, others: Sequence[Slot], rate: Slot) -> Slot | None:
    """批准逮捕 A 人，不捕 B 人，不捕率 B ÷ (A + B): the other of two outcomes, of which the rate is told."""
    if rate.mention.decimals == 0 or part.mention.value <= 0:
        return None
    for other in others:
        if other is part or not same_kind(other, part) or other.mention.value <= 0:
            continue
        value, beside = part.mention.value, converted(other.mention, part.mention.unit)
        if judged(value / (value + beside), None, rate.mention) == "ok":
            return other
    return None


def rate_of_both(part: Slot, other: Slot, rate: Slot, name: str) -> Relation:
    """The relation of a rate that is *part* of itself and *other* together."""
    whole = f"{in_words(part.mention.value)} + {in_words(converted(other.mention, part.mention.unit))}"
    roles = [("part", part.mention), ("base", other.mention), ("stated", rate.mention)]
    right = number(rate.mention)
    formula = f"{in_words(part.mention.value)} ÷ ({whole})"
    return relation("rate", "ok", roles, formula, right, f"{name}为 {right}，与文中一致。")


def rate_of_two(part: Slot, base: Slot, rate: Slot, name: str, *, rest: bool = False) -> Relation:
    """The relation of *rate*, called *name*, with the two it divides; *rest*: it is told of what the part leaves."""
    computed, verdict = quotient(part, base, rate)
    formula = f"{in_words(converted(part.mention, base.mention.unit))} ÷ {in_words(base.mention.value)}"
    if rest:
        computed, formula = 1 - computed, f"1 − {formula}"
        verdict = judged(computed, None, rate.mention)
    right = as_written(computed, rate.mention)
    roles = [("part", part.mention), ("base", base.mention), ("stated", rate.mention)]
    if good(verdict):
        return relation("rate", verdict, roles, formula, right, f"{name}为 {right}，与文中一致。")
    says = f"{label_of(part)}{number(part.mention)}÷{label_of(base)}{number(base.mention)}"
    message = f"{name}应为 {right}（{says}），文中为 {number(rate.mention)}。"
    return relation("rate", "error", roles, formula, right, message, slip_of(rate.mention, computed))
