"""So many for every thousand people: 抽检 5386 批次……按常住人口 128.24 万人计算，每千人 5.20 批次.

The people stand beside the figure, and what is counted, in its own unit, in the sentence or the one before. Whatever of
those counts gives the figure acquits it; where none does and one digit parts it from what one gives, it is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, digits_of, mistaken, shape
from hengji.checks.relations.verdicts import in_ones, in_words, number, relation
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.facts.relation import Relation

__all__ = ["per_thousand"]

_EACH: Final = re.compile("每(?P<many>百|千|万|十万)(?P<unit>人|户|名|亩)(?:拥有|约|平均|有|为|达)*$")
_MANY: Final = {"百": 100, "千": 1_000, "万": 10_000, "十万": 100_000}
_OTHER: Final = re.compile("上年|去年|目标|不低于|不超过|标准|全国|全省|平均水平")
_DIGITS: Final = 2


def per_thousand(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``rate``, errors all."""
    passage = texts[index]
    if "每" not in passage.text:
        return
    for stated in passage.slots:
        free = stated.kind in (COUNT, MONEY) and is_quantity(stated) and stated.mention.start not in settled
        each = _EACH.search(stated.label) if free else None
        people = passage.slots[stated.index - 1] if stated.index else None
        if each is None or people is None or not people.mention.value or _OTHER.search(stated.before):
            continue
        if not _are_people(people, each["unit"]):
            continue
        near = [slot for text in texts[max(0, index - 1) : index + 1] for slot in text.slots]
        counts = [one for one in near if one is not stated and is_quantity(one) and _unit(one) == _unit(stated)]
        yield from _judged(counts, people, stated, _MANY[each["many"]])


def _unit(slot: Slot) -> str:
    return str(slot.mention.unit).lstrip("万亿")


def _are_people(slot: Slot, unit: str) -> bool:
    return (slot.kind == COUNT and _unit(slot) == unit and "人口" in slot.label) or _unit(slot) == unit != "人"


def _judged(counts: Sequence[Slot], people: Slot, stated: Slot, many: int) -> Iterator[Relation]:
    half = stated.mention.step / 2
    means = [(one, in_ones(one.mention) * many / in_ones(people.mention)) for one in counts]
    if any(abs(mean - in_ones(stated.mention)) <= half for _, mean in means):
        return
    for one, mean in means:
        right = as_written(mean, stated.mention)
        slip = shape(as_written(in_ones(stated.mention), stated.mention), right)
        if slip and len(digits_of(right)) > _DIGITS:
            by = f"{number(one.mention)} 按 {number(people.mention)} 计算"
            message = f"{by}，应为 {right}，文中为 {number(stated.mention)}。"
            formula = f"{in_words(in_ones(one.mention))} × {many} ÷ {in_words(in_ones(people.mention))}"
            roles = [("part", one.mention), ("base", people.mention), ("stated", stated.mention)]
            yield relation(
                "rate", "error", roles, formula, right, message, mistaken(number(stated.mention), right, slip)
            )
            return
