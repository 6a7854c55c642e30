"""One of these for each of those, and not as many of them: 划分网格68个，配备专职网格员86名，实现一格一员."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.slips import SWAPPED, as_written, mistaken, shape
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.relation import Relation

__all__ = ["one_each"]

_EACH: Final = re.compile(
    "(?:实现|做到|达到|落实|形成|实行|按照?|坚持|推行)了?[“]?一(?P<those>[村格组社区校站楼栋企厂园河湖库路段线乡镇街户人车船店门])一(?P<these>[员警医师长档策码卡证牌表册])"
)
_NOUN: Final = re.compile("的?[\u4e00-\u9fff]{1,8}")
_PARTLY: Final = re.compile("新增|其中|目标|计划|比|另|部分|试点|平均|每|余|首批|补充|上年|去年")
_LEAST: Final = 10


def one_each(passage: Passage) -> Iterator[Relation]:
    """Relations of kind ``repeat``: the sentence tells one number of those and one of these. More of these than are
    needed may be; fewer may not, and the same digits in another order are no chance."""
    if "一" not in passage.text or (said := _EACH.search(passage.text)) is None:
        return
    changed = changed_slots(passage)
    told = [
        slot
        for slot in passage.slots
        if slot.kind == COUNT and slot.at < said.start() and slot.index not in changed and not slot.mention.approximate
    ]
    those = [slot for slot in told if _is_of(passage, slot, said["those"]) and not _is_of(passage, slot, said["these"])]
    these = [slot for slot in told if _is_of(passage, slot, said["these"])]
    if len(those) == len(these) == 1:
        yield from _judged(those, these, said)


def _judged(those: Sequence[Slot], these: Sequence[Slot], said: re.Match[str]) -> Iterator[Relation]:
    needed, there = those[0].mention, these[0].mention
    right = as_written(needed.value, there)
    slip = shape(as_written(there.value, there), right)
    holds = there.value == needed.value
    wrong = (there.value < needed.value or slip == SWAPPED) and needed.value >= _LEAST
    if not holds and not wrong:
        return
    each = f"一{said['those']}一{said['these']}"
    message = f"“{each}”与两数{'相符' if holds else '不符'}：{number(needed)}，{number(there)}。"
    likely = "" if holds else mistaken(number(there), right, slip)
    roles = [("first", needed), ("stated", there)]
    yield relation("repeat", "ok" if holds else "error", roles, f"{each}：两数相等", right, message, likely)


def _is_of(passage: Passage, slot: Slot, letter: str) -> bool:
    """Whether the thing that is counted ends as it is called for short: 网格 as 格, 网格员 as 员."""
    label = label_of(slot)
    noun = _NOUN.match(passage.after(slot))
    if _PARTLY.search(label):
        return False
    return letter in noun[0] if noun is not None else label.endswith(letter)
