"""A rate whose base stands inside the sentence: 实现收入 A，完成年初预算 B 的 P%; 支出 A，为预算 B 的 P%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
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
from hengji.facts.relation import Relation

__all__ = ["inner_base", "inner_bases"]

_BASE = re.compile(
    r"^[，（]?(?:已|共|仅|实际)?(?:完成|为|占|达到?|是|相当于)(?:了|到)?[^，。；：、\ue000-\ue005]{0,10}"
    r"(?:预算|计划|目标|任务|概算|指标|批复|安排|下达)(?:数|任务|指标|资金|总额|目标|收入|支出)*(?:为|的)?$"
)
_RATE = re.compile(r"^的?(?:比例为|比重为)?$")
_BACK = 3


def inner_bases(passage: Passage) -> Iterator[Relation]:
    """Every such rate, on the figure right before its base; one further back that makes it true acquits it."""
    changed = changed_slots(passage)
    for rate in passage.slots[2:]:
        base = inner_base(passage, rate)
        if base is None or rate.mention.approximate:
            continue
        before = [slot for slot in passage.slots[max(0, base.index - _BACK) : base.index] if slot.index not in changed]
        parts = [slot for slot in reversed(before) if same_kind(slot, base) and not slot.mention.approximate]
        if parts and parts[0].index == base.index - 1:
            yield _judged(parts, base, rate)


def inner_base(passage: Passage, rate: Slot) -> Slot | None:
    """The base that stands right in front of *rate* and is named as one."""
    base = passage.slots[rate.index - 1] if rate.index > 1 and rate.kind == RATE else None
    if base is None or base.kind not in (MONEY, COUNT) or base.mention.value <= 0:
        return None
    return base if _RATE.match(rate.before) and _BASE.match(base.before) else None


def _judged(parts: Sequence[Slot], base: Slot, rate: Slot) -> Relation:
    unit = base.mention.unit
    part = next((one for one in parts if _gives(one, base, rate)), parts[0])
    computed = converted(part.mention, unit) / base.mention.value
    possible = interval_of(part.mention, unit).divided_by(interval_of(base.mention, unit))
    verdict = judged(computed, possible, rate.mention)
    right = as_written(computed, rate.mention)
    message, likely = f"完成的比例为 {right}，与文中一致。", ""
    if not good(verdict):
        told = f"{label_of(part) or '完成数'}{number(part.mention)}为{number(base.mention)}"
        message = f"{told}的 {right}，文中为 {number(rate.mention)}。"
        likely = slip_of(rate.mention, computed)
    roles = [("part", part.mention), ("base", base.mention), ("stated", rate.mention)]
    formula = f"{in_words(converted(part.mention, unit))} ÷ {in_words(base.mention.value)}"
    found = relation("rate", verdict, roles, formula, right, message, likely)
    if good(verdict):
        return found
    return with_unit(found, (part.mention, base.mention), partial(_mended, part, base, rate))


def _gives(part: Slot, base: Slot, rate: Slot) -> bool:
    unit = base.mention.unit
    possible = interval_of(part.mention, unit).divided_by(interval_of(base.mention, unit))
    return good(judged(converted(part.mention, unit) / base.mention.value, possible, rate.mention))


def _mended(part: Slot, base: Slot, rate: Slot, values: Sequence[Fraction]) -> bool:
    factor = converted(part.mention, base.mention.unit) / part.mention.value if part.mention.value else 1
    return values[1] > 0 and judged(values[0] * factor / values[1], None, rate.mention) == "ok"
