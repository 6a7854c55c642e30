"""A rate whose base stands inside the sentence: 实现收入 A，完成年初预算 B 的 P%; 支出 A，为预算 B 的 P%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial

from hengji.checks.relations.bases import inner_base, is_inner_base
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import RATE, Passage, Slot
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

__all__ = ["inner_bases"]

_BACK = 8


def inner_bases(passage: Passage) -> Iterator[Relation]:
    """Every such rate, on the figure right before its base; one further back that makes it true acquits it."""
    changed = changed_slots(passage)
    for rate in passage.slots[2:]:
        base = inner_base(passage, rate)
        if base is None or rate.mention.approximate:
            continue
        before = [slot for slot in passage.slots[max(0, base.index - _BACK) : base.index] if slot.index not in changed]
        before = [slot for slot in before if not is_inner_base(passage, slot)]
        parts = [slot for slot in reversed(before) if same_kind(slot, base) and not slot.mention.approximate]
        if parts and _of_one_part(passage, parts[0], base):
            yield _judged(parts, base, rate)


def _of_one_part(passage: Passage, part: Slot, base: Slot) -> bool:
    """Whether nothing but rates, and other bases of the same part, stands between: A，增长 Q，为预算 B 的 P%."""
    between = passage.slots[part.index + 1 : base.index]
    return all(
        slot.kind == RATE or slot.mention.is_points_of_percent or is_inner_base(passage, slot) for slot in between
    )


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
