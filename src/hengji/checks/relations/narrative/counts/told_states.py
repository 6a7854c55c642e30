"""Things counted by their state, the state told behind the count: 5 项指标中，3 项达到进度，1 项存在偏差."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum
from hengji.checks.relations.narrative.sums.partitions import is_or_is_not
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["told_states"]

_REACHED = re.compile(
    r"^[^，。；]{0,6}?(?:已|均|全部|按期|如期|基本)?(?:达到|达标|完成|实现|合格|通过|办结|整改到位|正常|符合)"
)
_FAILED = re.compile(
    r"^[^，。；]{0,6}?(?:未|没有|不合格|不达标|存在偏差|有偏差|偏差|滞后|偏慢|尚在|正在|逾期|不符合|低于|推进中|整改中)"
)
_DENIED = re.compile(r"^[^，。；]{0,6}?(?:尚未|未|没有)(?P<verb>[\u4e00-\u9fff]{2})")
_OTHERS = re.compile(r"其中|上年|含|另|此外|目标|计划|历年|累计")
_STRANGE = re.compile(r"超额|其中|部分|另|此外|除")
_ASIDE = re.compile(r"^（[^（）]{0,40}）")
_CLAUSE = 16  # characters of a state's name
_STAGES = (
    re.compile("(?<!未)(?:完工|建成|竣工|完成)$"),
    re.compile("在建|正在|施工中|推进中"),
    re.compile("未(?:开工|动工|启动|实施)|待(?:开工|启动)"),
)
_ENDS = re.compile(r"[。；]|$")


def told_states(passage: Passage) -> Iterator[Relation]:
    """A number of things, then how many have reached it and how many have not: the two make up the whole."""
    changed = changed_slots(passage)
    yield from _in_stages(passage, changed)
    for done in passage.slots[1:-1]:
        whole, rest = passage.slots[done.index - 1], passage.slots[done.index + 1]
        if any(slot.kind != COUNT or slot.index in changed for slot in (whole, done, rest)):
            continue
        behind = _of_one_thing(whole, done, rest) and _sorted(passage, whole, done, rest)
        third = passage.slots[rest.index + 1 : rest.index + 2]
        if third and third[0].mention.unit == whole.mention.unit and adds_up(whole, (done, rest, third[0])):
            continue  # 合格 42 家，不合格 5 家，1 家已注销
        before = passage.slots[max(0, whole.index - 1) : whole.index]
        if before and before[0].mention.unit == whole.mention.unit and adds_up(before[0], (whole, done, rest)):
            continue  # 参考 1106 人，理论合格 612 人，补考合格 238 人，不合格 256 人
        if behind or _named(passage, whole, done, rest):
            yield judge_sum(Sum(whole, (done, rest)), "error")


def _in_stages(passage: Passage, changed: frozenset[int]) -> Iterator[Relation]:
    """涉及14个村，已完工2个、在建4个、未开工8个: what is done, under way and not begun is all there is."""
    for whole in passage.slots[:-3]:
        parts = passage.slots[whole.index + 1 : whole.index + 4]
        counted = all(slot.kind == COUNT and slot.index not in changed and same_kind(slot, whole) for slot in parts)
        staged = all(stage.search(label_of(slot)) for stage, slot in zip(_STAGES, parts, strict=True))
        if whole.kind == COUNT and counted and staged and "。" not in parts[0].before:
            yield judge_sum(Sum(whole, parts), "ok" if adds_up(whole, parts) else "error")


def _of_one_thing(whole: Slot, done: Slot, rest: Slot) -> bool:
    """Whether the three are counts of one unit, the two states with no name of their own in front."""
    alike = same_kind(whole, done) and done.mention.unit == rest.mention.unit == whole.mention.unit
    bare = re.search(r"[，：；中]$|[，：；](?:有|已有|其中有?)$", done.before) and re.match(
        r"^[^，。；]{1,24}[，；](?:有|另有?)?$", rest.before
    )
    blurred = any(slot.mention.approximate for slot in (whole, done, rest))
    return alike and bare is not None and not blurred and done.mention.value < whole.mention.value


def _named(passage: Passage, whole: Slot, done: Slot, rest: Slot) -> bool:
    """复核 64 个，结果一致的 51 个，不一致的 15 个: the states stand in front of their counts."""
    names = [label_of(done), label_of(rest)]
    alike = done.mention.unit == rest.mention.unit == whole.mention.unit and done.before[:1] == rest.before[:1] == "，"
    told = done.before + rest.before + passage.after(rest)
    blurred = any(slot.mention.approximate for slot in (whole, done, rest))
    short = all(len(name) < _CLAUSE for name in names) and done.mention.value <= whole.mention.value
    short = short and (done.mention.value + rest.mention.value) * 2 >= whole.mention.value
    return (
        alike and short and not blurred and not _OTHERS.search(told) and "。" not in told[:-1] and is_or_is_not(names)
    )


def _sorted(passage: Passage, whole: Slot, done: Slot, rest: Slot) -> bool:
    """Whether one count is told to have reached what the other has not, and the sentence goes on to no third."""
    first, second = (_ASIDE.sub("", passage.after(slot)) for slot in (done, rest))
    denied = _DENIED.match(second)
    opposite = (
        (denied is not None and denied["verb"] in first and not _FAILED.match(first))
        or (_REACHED.match(first) and not _FAILED.match(first) and _FAILED.match(second))
        or (_FAILED.match(first) and _REACHED.match(second) and not _FAILED.match(second))
    )
    if not opposite or _STRANGE.search(first + second):
        return False
    following = passage.slots[rest.index + 1 : rest.index + 2]
    end = _ENDS.search(second)
    alone = not following or not same_kind(following[0], whole) or (end is not None and end.start() < len(second))
    return alone and "。" not in done.before + rest.before
