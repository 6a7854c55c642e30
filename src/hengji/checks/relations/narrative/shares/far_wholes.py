"""A share whose whole was told long before: 涉及资金 1739.15 万元，占项目支出总额的 100%, in a section of its own.

The whole is the one figure before it of that very name. Where the share does not hold, it is held against the figures
only if one slip of the pen in the part or in the rate would make it hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of, period_of
from hengji.checks.relations.narrative.shares.told_shares import Share
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, shape
from hengji.checks.relations.verdicts import converted, good, in_words, interval_of, judged, number, relation, same_kind
from hengji.facts.relation import Relation

__all__ = ["FarWholes"]

_LEAST = 3  # characters of a name that means one figure
_MOST = 6  # figures of one name that are compared
_DIGITS = 4


class FarWholes:
    """The figures of a text by their names, for shares that name their whole."""

    def __init__(self, texts: Sequence[Passage]) -> None:
        self._texts = texts
        self._named: dict[str, list[Slot]] = defaultdict(list)
        for passage in texts:
            changed = changed_slots(passage)
            for slot in passage.slots:
                name = core(label_of(slot)) if slot.kind in (MONEY, COUNT) and slot.index not in changed else ""
                if (
                    len(name) >= _LEAST
                    and not period_of(slot.before).startswith("上")
                    and len(self._named[name]) < _MOST
                ):
                    self._named[name].append(slot)

    def share(self, share: Share) -> Iterator[Relation]:
        """*share* against the only figure before it that is called as it calls its whole."""
        part, rate = share.part.mention, share.rate.mention
        called = [
            slot
            for slot in self._named.get(core(share.whole), ())
            if slot.mention.start < part.start and same_kind(slot, share.part) and not slot.mention.approximate
        ]
        if len({slot.mention.value for slot in called}) != 1 or called[0].mention.value <= 0:
            return
        whole = called[-1]
        unit = whole.mention.unit
        computed = converted(part, unit) / whole.mention.value
        possible = interval_of(part, unit).divided_by(interval_of(whole.mention, unit))
        verdict = judged(computed, possible, rate)
        meant = as_written(converted(whole.mention, part.unit) * rate.value, part)
        slip = shape(as_written(part.value, part), meant) or shape(
            as_written(rate.value, rate), as_written(computed, rate)
        )
        if not good(verdict) and not (slip and len([one for one in meant if one.isdigit()]) >= _DIGITS):
            return
        if not good(verdict) and self._of_another_part(share, whole):
            return  # 年初预算 A，追加 B，调整为 C，追加部分占年初预算的 B ÷ A
        right = as_written(computed, rate)
        name = label_of(whole)
        message = f"占{name}的比重为 {right}，与文中一致。"
        if not good(verdict):
            message = f"前文{name}为 {number(whole.mention)}，占比应为 {right}，文中为 {number(rate)}。"
        roles = [("part", part), ("whole", whole.mention), ("stated", rate)]
        formula = f"{in_words(converted(part, unit))} ÷ {in_words(whole.mention.value)}"
        likely = "" if good(verdict) else f"“{number(part)}”或“{number(rate)}”误写。"
        yield relation("share", verdict, roles, formula, right, message, likely)

    def _of_another_part(self, share: Share, whole: Slot) -> bool:
        """Whether the rate is that of another figure of the sentence, or of what two of them make."""
        slots = self._texts[share.passage].slots
        unit, rate = whole.mention.unit, share.rate.mention
        near = [converted(slot.mention, unit) for slot in slots if same_kind(slot, whole)]
        made = {*near, *(abs(a - b) for a in near for b in near), *(a + b for a in near for b in near)}
        return rate.decimals > 0 and any(judged(one / whole.mention.value, None, rate) == "ok" for one in made)
