"""A change whose size is right and whose way is not, in whatever words: 与上年的 326 件相比，今年受理的 284 件反而多了
42 件; 今年辍学率 0.36%，去年 0.52%，一年间回升 0.16 个百分点.

The sentence holds one figure of last year and one of this year, no third of their kind, and the change is what parts
them to the last digit. `turned_changes` looks for one of the two in the sentences before; here both stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.passages import COUNT, MONEY, POINTS, RATE, Passage, Slot
from hengji.checks.relations.verdicts import converted, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_last_years, is_planned
from hengji.facts.relation import Relation

__all__ = ["two_years_turned"]

_DOES: Final = "受理|办理?|完成|花|用|收|支出|开支|做|招|接待|发放?|建|种|产|跑|查处?|培训|减"
_WAY: Final = re.compile(
    rf"(?<![少多未不])(?:(?P<up>延长|拉长|扩大|上升|提高|提升|增加|增长|上涨|升高|回升|攀升|反弹|上扬|[多高涨增升]出?)"
    rf"|(?P<down>缩短|压缩|压减|缩小|收窄|降低|下降|减少|下滑|回落|缩减|下跌|走低|[少低跌减降]))(?:{_DOES})?(?:了|约)?$"
)
_NOT: Final = re.compile("计划|目标|预算|任务|定额|全[省市县国]|平均水平|增幅|增速|降幅|的(?:增|降|减|升)")
_LEVELS: Final = 2


def two_years_turned(passage: Passage, wrong: set[int]) -> Iterator[Relation]:
    """Relations of kind ``growth``, errors all; *wrong*: where figures stand that are in an error already."""
    for change in passage.slots:
        told = _WAY.search(change.label) if change.kind in (MONEY, COUNT, POINTS) else None
        if told is None or change.mention.approximate or change.mention.value <= 0 or _NOT.search(change.label):
            continue
        levels = _levels(passage, change)
        past = [slot for slot in levels if is_last_years(passage, slot)]
        if len(levels) != _LEVELS or len(past) != 1 or {slot.mention.start for slot in (*levels, change)} & wrong:
            continue
        now = next(slot for slot in levels if slot is not past[0])
        if any(is_planned(passage, slot) for slot in levels):
            continue
        risen = now.mention.value - converted(past[0].mention, now.mention.unit)
        size = change.mention.value if change.kind == POINTS else converted(change.mention, now.mention.unit)
        if abs(risen) == size and (risen > 0) != (told["up"] is not None):
            yield _relation(past[0], now, change, told[0])


def _levels(passage: Passage, change: Slot) -> Sequence[Slot]:
    """The figures of the kind that the change is of, itself and other changes apart."""
    rates = change.kind == POINTS
    return [
        slot
        for slot in passage.slots
        if slot is not change
        and (slot.kind == RATE if rates else same_kind(slot, change))
        and not _WAY.search(slot.label)  # 比2019年减少 d: another change
    ]


def _relation(past: Slot, now: Slot, change: Slot, said: str) -> Relation:
    right = "增加" if now.mention.value > past.mention.value else "减少"
    message = f"由 {number(past.mention)} 变为 {number(now.mention)}，应为{right}，文中却说“{said}”。"
    roles = [("base", past.mention), ("current", now.mention), ("stated", change.mention)]
    formula = f"{number(now.mention)} − {number(past.mention)}"
    return relation("growth", "error", roles, formula, right, message, "增减方向写反，或两年的数写反。")
