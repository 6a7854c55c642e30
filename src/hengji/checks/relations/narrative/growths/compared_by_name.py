"""A change against a figure that the comparison names: 年初预算 A，调整预算 B，比年初预算增加 D.

The base is the figure before that bears the very name, what changed the nearest other one. Such sentences compare two
columns of one row, so amount and direction follow from both; a rate beside an amount that holds is on the same base.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.context import Context
from hengji.checks.relations.against_base import against_base, rate_on_base
from hengji.checks.relations.changes import Change, changed_slots, changes
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.growths.contradictions import wrong_ways
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, digits_of, shape
from hengji.checks.relations.verdicts import converted, in_words, interval_of, same_kind
from hengji.facts.relation import Relation

__all__ = ["compared_by_name"]

_NAMED = re.compile(
    r"(?:比|较|与|同)(?:本年度?|当年)?(?P<name>年初预算|调整后?预算|全年预算|年度预算|预算|计划|目标任务|目标|概算|批复|合同价?|中标价?|控制价|年初|期初|上年末|去年末)(?:数|安排|资金|总?额|相比|金额)*"
)
_APART = re.compile(r"上年(?!末)|去年(?!末)|同期|20\d\d年|可比|口径|剔除")
_BACK = 6


def compared_by_name(context: Context, texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """Every such change of passage *index*; its two figures stand in it or in the sentence before."""
    passage = texts[index]
    for change in changes(passage):
        told = _NAMED.search(change.compared) if change.amount is not None and change.base is None else None
        if told is None or change.amount is None or _APART.search(change.compared) or len(change.words) > 2:
            continue
        near = _near(context, texts, index, change.amount)
        bases = [
            slot
            for slot in near
            if re.search(rf"{told['name']}(?:数|安排|总?投资|资金|总?额|金额)*(?:为|是|：)*$", label_of(slot))
        ]
        if bases and len({slot.mention.value for slot in bases}) == 1:
            yield from _judged(context, change, bases[0], [slot for slot in near if slot not in bases])


def _near(context: Context, texts: Sequence[Passage], index: int, amount: Slot) -> list[Slot]:
    """The plain figures before the change, nearest first."""
    passage = texts[index]
    own = [slot for slot in reversed(passage.slots[: amount.index]) if slot.index not in changed_slots(passage)]
    before = texts[index - 1] if index else None
    joined = before is not None and context.document.text.count("\n", before.end, passage.start) == 0
    if before is not None and joined and len(own) < 2:
        own += [slot for slot in reversed(before.slots) if slot.index not in changed_slots(before)]
    return [slot for slot in own if slot.kind in (MONEY, COUNT) and same_kind(slot, amount)][:_BACK]


def _judged(context: Context, change: Change, base: Slot, others: list[Slot]) -> Iterator[Relation]:
    if not others or change.amount is None or base.mention.approximate or others[0].mention.approximate:
        return
    current, stated, unit = others[0], change.amount.mention, change.amount.mention.unit
    gap = converted(current.mention, unit) - converted(base.mention, unit)
    wide = interval_of(current.mention, unit) - interval_of(base.mention, unit)
    if (gap > 0) != change.rising or not gap:
        exact = gap and len(digits_of(stated.text)) > 1 and abs(gap) == stated.value
        yield from wrong_ways(context, change, up=gap > 0) if exact else ()
        return
    computed = abs(gap)
    possible = wide if gap > 0 else interval_of(base.mention, unit) - interval_of(current.mention, unit)
    slip = shape(as_written(stated.value, stated), as_written(computed, stated))
    high, low = (current, base) if gap > 0 else (base, current)
    formula = f"{in_words(converted(high.mention, unit))} - {in_words(converted(low.mention, unit))}"
    roles = [("base", base.mention), ("current", current.mention), ("stated", stated)]
    found = against_base(roles, computed, possible, formula, certain=bool(slip))
    if found.verdict != "suspicious":
        yield found
    if found.verdict == "ok" and change.rate is not None and base.mention.value > 0:
        yield rate_on_base(base.mention, current.mention, change.rate.mention, rising=gap > 0)
