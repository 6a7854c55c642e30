"""A gap to a figure that is told with it, and the other one before: 在职 138 人……，比上年末的 140 人净增加 2 人;
资产总额 26.48 亿元，负债 11.03 亿元，资产总额比年初 25.16 亿元下降 5.25%.

Some level told before is apart from the base by just that gap, on the other side than the word says, and none is on the
side that it says. Long figures need no more; short ones must be called alike, or count the people that there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.against_base import wrong_way
from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import shown_digits
from hengji.checks.relations.verdicts import converted, same_kind, shows
from hengji.facts.relation import Relation

__all__ = ["turned_levels"]

_WAY: Final = re.compile(
    r"(?:(?P<up>净增加?|增加|增长|上升|提高|增多|扩大|上涨|多)|(?P<down>净减少?|减少|下降|降低|减|缩小|回落|下滑|少))了?$"
)
_THEN: Final = re.compile(r"年初(?!预算|计划|目标|批复|下达|安排)|期初|上年|去年|上一年|20\d\d年|[上去]年同期")
_THAN: Final = re.compile("[比较与]")
_OTHERWISE: Final = re.compile("每|均|累计|其中|计划|目标|任务|预算|编制|限额|分别")
_STOCK: Final = re.compile("在职|在编|在岗|实有|现有|人数|年末|月末|总数|共有|职工")
_BACK: Final = 6  # sentences before
_CLAUSE: Final = 50  # characters from the word of comparing to the gap
_BASE_DIGITS, _GAP_DIGITS = 4, 3
_LEAST: Final = 10
_FILLERS: Final = re.compile("年初|上年|去年|年末|期末|相比|比|较|的|末|增加|减少|同期|下降|增长")


def turned_levels(texts: Sequence[Passage], index: int, wrong: set[int]) -> Iterator[Relation]:
    """Relations of kind ``growth``, errors all."""
    passage = texts[index]
    for gap in passage.slots:
        told = _WAY.search(gap.before) if gap.kind in (MONEY, COUNT, RATE) else None
        if told is None or gap.mention.approximate or gap.mention.value <= 0 or gap.mention.start in wrong:
            continue
        base = _base(passage, gap)
        if base is None or base.mention.start in wrong:
            continue
        up = told["up"] is not None
        levels = [slot for slot in _levels(texts, index, base) if slot.mention.start not in wrong]
        said = [slot for slot in levels if _is_apart(slot, base, gap, up=up)]
        turned = [slot for slot in levels if _is_apart(slot, base, gap, up=not up) and _is_of(slot, base, gap)]
        if turned and not said and len({slot.mention.value for slot in turned}) == 1:
            yield wrong_way(base.mention, turned[-1].mention, gap.mention, up=not up)


def _base(passage: Passage, gap: Slot) -> Slot | None:
    """The one earlier figure between the word of comparing and the gap that the gap can be reckoned on."""
    text = passage.text[: gap.at]
    begin = max(text.rfind(stop) for stop in "。；")
    than = list(_THAN.finditer(text, max(begin + 1, gap.at - _CLAUSE)))
    if not than:
        return None
    between = [slot for slot in passage.slots[: gap.index] if slot.at > than[-1].start()]
    fits = [slot for slot in between if gap.kind == RATE or same_kind(slot, gap)]
    if len(fits) != 1 or fits[0].kind == RATE or not _THEN.search(text[than[-1].start() : fits[0].at]):
        return None
    base = fits[0]
    told = text[than[-1].start() : gap.at]
    return None if base.mention.approximate or base.mention.value < _LEAST or _OTHERWISE.search(told) else base


def _levels(texts: Sequence[Passage], index: int, base: Slot) -> list[Slot]:
    """What the sentences before, and this one up to the base, tell in its unit."""
    before = [slot for one in texts[max(0, index - _BACK) : index] for slot in one.slots]
    before += texts[index].slots[: base.index]
    return [
        slot
        for slot in before
        if slot.mention.unit == base.mention.unit and not slot.mention.approximate and slot.mention.value > 0
    ]


def _is_apart(level: Slot, base: Slot, gap: Slot, *, up: bool) -> bool:
    risen = level.mention.value - converted(base.mention, level.mention.unit)
    if risen == 0 or (risen > 0) != up:
        return False
    if gap.kind == RATE:
        return shows(gap.mention, risen / base.mention.value)
    return abs(risen) == converted(gap.mention, level.mention.unit)


def _is_of(level: Slot, base: Slot, gap: Slot) -> bool:
    """Whether chance did not meet the gap: digits enough, or one name."""
    if shown_digits(base.mention.text) >= _BASE_DIGITS and shown_digits(gap.mention.text) >= _GAP_DIGITS:
        return True
    own = _FILLERS.sub("，", level.label)
    names = _FILLERS.sub("，", base.label + gap.label)
    people = str(base.mention.unit) in ("人", "名")
    return bool(pairs_of(own) & pairs_of(names)) or (people and _STOCK.search(level.label) is not None)
