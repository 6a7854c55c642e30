"""What is still open of cases that a sentence before tells, other figures between: 立案1176件，办结1107件，罚没款入库
862.35万元，移送14件。…尚有96件在办.

`cases_left` reads the three in a row. Here all and done stand side by side somewhere in front, and a slip of the pen
must part what they leave from what is told; whatever two or three figures near by leave acquits it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Final

from hengji.checks.relations.near_misses import gap_of, holds
from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.slips import as_written, mistaken, shape
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.facts.relation import Relation

__all__ = ["still_open"]

_OPEN: Final = re.compile(r"(?:尚有|仍有|还有|剩余|剩下|余下|其余|尚余|另有)的?$")
_UNDONE: Final = re.compile(
    r"^[^，。；]{0,16}?(?:在办|未|正在|办理中|整改中|审理中|整改之中|办理之中|待|推进|处理|没有|无法|整改|跨年)"
)
_ALL: Final = re.compile(
    "受理|立案|收到|发现|排查|查出|梳理|登记|申[报请]|接[到收]|交办|转办|发放|应|计划|任务|核定|抽[取检查]|检查|反馈|征集|共"
)
_DONE: Final = re.compile(
    "办结|办理|完成|结案|审结|执结|回复|答复|处理|落实|收回|回收|合格|通过|验收|整改|化解|建成|销号|兑现|解决"
)
_MORE: Final = re.compile("结转|上年|往年|去年|历年|以前|不予|撤销|[含除另]")
_BACK: Final = 2
_MOST: Final = 12


def still_open(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``difference``, errors all."""
    passage = texts[index]
    for slot in passage.slots:
        free = slot.kind == COUNT and slot.mention.start not in settled and is_quantity(slot)
        if free and _OPEN.search(slot.label) and _UNDONE.match(passage.after(slot)):
            yield from _judged(texts[max(0, index - _BACK) : index + 1], slot)


def _explained(near: Sequence[Slot], rest: Slot) -> bool:
    if any(holds(gap_of(a, b), rest) for a, b in combinations(near, 2)):
        return True
    return any(holds([(1, a), (-1, b), (-1, c)], rest) for a, b, c in combinations(near, 3))


def _judged(texts: Sequence[Passage], rest: Slot) -> Iterator[Relation]:
    near = [
        slot
        for one in texts
        for slot in one.slots
        if slot.mention.start < rest.mention.start and is_quantity(slot) and same_kind(slot, rest)
    ][-_MOST:]
    if _explained(near, rest):
        return
    told: dict[Fraction, tuple[Slot, Slot]] = {}
    for whole, done in pairwise(near):
        named = _ALL.search(whole.label) and _DONE.search(done.label) and not _DONE.search(whole.label)
        left = converted(whole.mention, rest.mention.unit) - converted(done.mention, rest.mention.unit)
        if named and left > 0:
            told[left] = (whole, done)
    if len(told) != 1:
        return
    left, (whole, done) = next(iter(told.items()))
    if any(_MORE.search(one.text) for one in texts if one.end > whole.mention.start):
        return
    right = as_written(left, rest.mention)
    slip = shape(number(rest.mention), right)
    if slip:
        message = f"{number(whole.mention)} 除去 {number(done.mention)}，还有 {right}，文中为 {number(rest.mention)}。"
        roles = [("total", whole.mention), ("part", done.mention), ("stated", rest.mention)]
        formula = f"{in_words(whole.mention.value)} - {in_words(done.mention.value)}"
        likely = mistaken(number(rest.mention), right, slip)
        yield relation("difference", "error", roles, formula, right, message, likely)
