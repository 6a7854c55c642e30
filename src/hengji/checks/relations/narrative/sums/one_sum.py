"""A sum as it was read: a total, its parts, what they make, and what its failure means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengji.checks.intervals import Interval
from hengji.checks.relations.naming import called, label_of
from hengji.checks.relations.narrative.sums.rounded_beyond import rounded_beyond
from hengji.checks.relations.passages import COUNT, Slot
from hengji.checks.relations.slips import SWAPPED, as_written, digits_of, shape, significant_digits
from hengji.checks.relations.unit_slips import with_unit
from hengji.checks.relations.verdicts import converted, good, in_words, interval_of, judged, number, relation
from hengji.facts.relation import Relation, RelationKind, Verdict

__all__ = ["Sum", "judge_sum", "mended", "one_slip_away", "slipped"]

_OFFICE = re.compile("(?:本部|本级|机关)(?:以及|及其|及|和|与)(?:所属|下属|直属|下辖)(?:各)?$")
"""本部以及下属 4 家单位: the office itself is one of those that are told by kind."""
_TWO = 2
_FEW = 10  # things that are counted one by one


@dataclass(frozen=True, slots=True)
class Sum:
    """One reading: these parts make that total."""

    total: Slot
    parts: tuple[Slot, ...]

    @property
    def computed(self) -> Fraction:
        unit = self.total.mention.unit
        return sum((converted(part.mention, unit) for part in self.parts), Fraction(0))

    @property
    def possible(self) -> Interval:
        unit = self.total.mention.unit
        whole = interval_of(self.parts[0].mention, unit)
        for part in self.parts[1:]:
            whole = whole + interval_of(part.mention, unit)
        return whole

    @property
    def rest(self) -> Fraction:
        return self.total.mention.value - self.computed


def one_slip_away(one: Sum) -> bool:
    """Whether a slip of the pen in one figure of two digits and more mends the sum."""
    for slot, meant in mended(one):
        right = as_written(meant, slot.mention)
        long = len(digits_of(right)) > 1 or one.total.mention.value < _FEW
        if meant >= 0 and long and shape(as_written(slot.mention.value, slot.mention), right):
            return True
    return False


def slipped(one: Sum) -> str:
    """The likely slip, where one digit of one figure mends a sum of figures that are not round."""
    uneven = [slot for slot in (one.total, *one.parts) if slot.mention.decimals and slot.mention.value.denominator > 1]
    if len(uneven) < 2 or one.total.mention.decimals < 1:
        return ""
    for slot, meant in mended(one):
        if meant >= 0:
            right = as_written(meant, slot.mention)
            name = shape(as_written(slot.mention.value, slot.mention), right)
            digits = significant_digits(right)
            if name == SWAPPED or (name and digits > _TWO):  # of two digits, one by chance mends every third sum
                return f"若“{number(slot.mention)}”应为“{right}”（{name}），则合计相符。"
    return ""


def mended(one: Sum) -> list[tuple[Slot, Fraction]]:
    unit = one.total.mention.unit
    found = [(one.total, one.computed)]
    for part in one.parts:
        value = part.mention.value
        factor = converted(part.mention, unit) / value if value else Fraction(1)
        found.append((part, value + one.rest / factor))
    return found


def judge_sum(one: Sum, verdict: Verdict | None = None) -> Relation:
    """The sum as a relation; *verdict* is what its failure means, where it fails."""
    total = one.total.mention
    outcome = judged(one.computed, one.possible, total)
    beyond = outcome == "rounding" and rounded_beyond([*(part.mention for part in one.parts), total], one.computed)
    outcome = "error" if beyond else outcome
    if not good(outcome) and not beyond:
        outcome = verdict or "suspicious"
    kind: RelationKind = "count" if one.total.kind == COUNT else "sum"
    right = as_written(one.computed, total)
    if total.value == 0:  # a total that is missing was written with fewer digits than its parts
        right = in_words(one.computed) + total.unit_text
    message = f"各部分之和为 {right}，与文中一致。"
    if kind == "count" and one.rest == -1 and _OFFICE.search(label_of(one.total)):
        outcome, message = "ok", f"下属单位连同本部共 {right}，与各部分之和一致。"
    if not good(outcome):
        apart = in_words(abs(one.rest))
        message = f"{called(one.total) or '合计'}应为各部分之和 {right}，文中为 {number(total)}，相差 {apart}。"
    formula = " + ".join(in_words(converted(part.mention, total.unit)) for part in one.parts)
    roles = [*(("part", part.mention) for part in one.parts), ("total", total)]
    found = relation(kind, outcome, roles, formula, right, message, "" if good(outcome) else beyond or slipped(one))
    if good(outcome) or kind == "count":
        return found
    return with_unit(found, [mention for _, mention in roles], lambda values: _adds(one, values))


def _adds(one: Sum, values: Sequence[Fraction]) -> bool:
    """Whether *values*, the parts' and the total's own, make the sum hold digit by digit."""
    factors = [converted(part.mention, one.total.mention.unit) / (part.mention.value or 1) for part in one.parts]
    return sum((value * factor for value, factor in zip(values, factors, strict=False)), Fraction(0)) == values[-1]
