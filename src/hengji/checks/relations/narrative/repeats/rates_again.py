"""A rate told twice under one name, in digits swapped the second time: 群众满意度 93.68%, and 96.38%.

Rates have no arithmetic of their own to betray a slip where their figures are not told; that the same name has the
same digits in another order is no chance.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, period_of
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.slips import SWAPPED, as_written, digits_of, mistaken, shape
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.relation import Relation, Verdict

__all__ = ["rates_again"]

_NAME = re.compile(
    r"(?:^|[，。；：、（）])[^，。；：、（）\ue000-\ue005]{0,10}?(?P<name>[\u4e00-\u9fff]{2,8}(?:率|满意度))"
    r"(?:已|仅|均|约|高?达到?了?|完成|为|是|：)*$"
)
_ADDED = re.compile(r"^(?:部门|单位|项目|全年|本年度?|年度|整体|实际|平均|综合|总体|其中)+")
_OTHERS = re.compile(r"目标|计划|不低于|上年|去年|季度|半年|月|得分|增长|下降|税|利|提高|降低")
_LEAST = 4  # characters of a name, and digits of a rate
_PAIR = 2


def rates_again(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every name that the text gives exactly two values, a slip apart."""
    year = str(context.facts.year or "")
    named: dict[str, list[Slot]] = defaultdict(list)
    for passage in texts:
        if RATE not in passage.text or context.table_at(passage.slots[0].mention.start) is not None:
            continue
        changed = changed_slots(passage)
        for slot in passage.slots:
            told = _NAME.search(slot.before) if slot.kind == RATE and slot.index not in changed else None
            if told is None or slot.mention.approximate or _OTHERS.search(slot.before[-20:]):
                continue
            name = _ADDED.sub("", core(told["name"])) or core(told["name"])
            if len(name) >= _LEAST and period_of(slot.before) in ("", year):
                named[name].append(slot)
    for name, slots in named.items():
        yield from _differing(name, slots)


def _differing(name: str, slots: list[Slot]) -> Iterator[Relation]:
    values = {slot.mention.value: slot.mention for slot in reversed(slots)}
    if len(values) != _PAIR:
        return
    first, stated = sorted(values.values(), key=lambda mention: mention.start)
    right = as_written(first.value, stated)
    slip = shape(as_written(stated.value, stated), right)
    if slip and first.decimals == stated.decimals and len(digits_of(stated.text)) >= _LEAST:
        verdict: Verdict = "error" if slip == SWAPPED else "suspicious"
        message = f"“{name}”在别处是 {number(first)}，这里是 {number(stated)}。请核对后统一。"
        likely = mistaken(number(stated), right, slip, "或前一处误写")
        roles = [("first", first), ("stated", stated)]
        yield relation("repeat", verdict, roles, f"{name}各处相等", right, message, likely)
