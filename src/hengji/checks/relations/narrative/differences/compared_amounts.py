"""Two figures and how far they are apart: A，低于 B 的标准，节约 D; 计划 B，完成 A，少 D.

And 培训人数少于计划 D in a section on problems, against the plan and the outturn of that name told before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of, role_of
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot, passages
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    interval_of,
    judged,
    number,
    relation,
    same_kind,
    slip_of,
)
from hengji.facts.relation import Relation

__all__ = ["compared_amounts"]

_UNDER = r"低于|少于|小于|不及|未达到?"
_OVER = r"高于|多于|大于|超过|超出|超"
_AGAINST = re.compile(rf"^[，；（]?(?:明显|略|均|仍)?(?:{_UNDER}|{_OVER})[^，。；：\ue000-\ue005]{{0,14}}$")
_LESS = r"节约|节省|节支|压减|少|低|降低|减少|差|缺|不足|缺口|短缺|未完成|欠|提前|缩短"
_MORE = r"延期|延迟|推迟|逾期|超期|延长|超额?|高出?|多|增加|超出"
_APART = re.compile(
    rf"^(?:/[\u4e00-\u9fff]{{1,3}})?(?:的[^，。；：\ue000-\ue005]{{0,8}})?[，；（][^，。；：\ue000-\ue005]{{0,6}}?"
    rf"(?:{_LESS}|{_MORE}|相差)(?:了|约|为|完成|投入|支出|资金|费用|安排|口|出)*$"
)
_OFF_PLAN = re.compile(
    r"(?P<name>[^，。；：\ue000-\ue005]{2,16}?)(?:人数|数量|数)?(?:比|较)?(?:少于|多于|低于|超过|超出|超)?"
    r"(?:年初|年度)?(?:计划|目标|任务)(?:数|值)?(?:少|多|差|超|低|高)?(?:完成|出|了)*$"
)
_SHORT = re.compile(
    r"[，；（][^，。；：\ue000-\ue005]{0,6}(?:缺口|短缺|相差|差额|尚差|尚缺|还差|少到位|欠拨|欠付)(?:资金|为|了|约)*$"
)
_COMPARES = re.compile(r"少|多|低|高|超|差")
_OF_LAST_YEAR = re.compile("上年|去年|同比|同期")
_MOST = 40  # plans before the sentence among which its own is looked for
_SHARED = 2  # pairs of characters that two names of one thing have in common


@dataclass(frozen=True, slots=True)
class _Planned:
    """A plan and what came of it; `topic` is how the paragraph begins."""

    base: Slot
    part: Slot
    topic: str


def compared_amounts(context: Context) -> Iterator[Relation]:
    """Every such comparison; those without their two figures against the document's plans."""
    texts = passages(context)
    planned: list[_Planned] | None = None
    for passage in texts:
        for stated in passage.slots:
            if stated.kind not in (MONEY, COUNT) or stated.mention.approximate:
                continue
            if stated.index > 1 and _APART.match(stated.before) and "每" not in stated.before:
                yield from _in_sentence(passage, stated)
            elif (told := _OFF_PLAN.search(stated.before)) and _COMPARES.search(told[0]):
                planned = _plans(context, texts) if planned is None else planned
                yield from _by_name(passage, stated, told["name"], planned)


def _in_sentence(passage: Passage, stated: Slot) -> Iterator[Relation]:
    """The two figures in front: one against the other by words, or a plan and its outturn."""
    one, other = passage.slots[stated.index - 2], passage.slots[stated.index - 1]
    alike = _alike(one, stated) and _alike(other, stated)
    if not alike or one.mention.approximate or other.mention.approximate or _OF_LAST_YEAR.search(stated.before):
        return
    roles = {role_of(label_of(one)), role_of(label_of(other))}
    close = "。" not in other.before + stated.before and len(other.before) < 20
    short = stated.kind == COUNT or _SHORT.search(stated.before) is not None
    if close and (_AGAINST.match(other.before) or (roles == {"base", "part"} and short)):
        yield _judged(one, other, stated)


def _alike(one: Slot, other: Slot) -> bool:
    """Of one kind, or amounts of which one is told by the piece: 2700 元 and 3000 元/台."""
    whole, piece = (str(slot.mention.unit).partition("/")[0] for slot in (one, other))
    return same_kind(one, other) or (whole == piece and one.mention.unit is not None)


def _plans(context: Context, texts: Sequence[Passage]) -> list[_Planned]:
    found = []
    for passage in texts:
        if COUNT not in passage.text:
            continue
        changed = changed_slots(passage)
        for base, part in zip(passage.slots, passage.slots[1:], strict=False):
            named = role_of(label_of(base)) == "base" and role_of(label_of(part)) == "part" and base.kind == COUNT
            if named and base.mention.unit == part.mention.unit and not {base.index, part.index} & changed:
                start, _ = context.paragraph_at(base.mention.start)
                topic = context.document.text[start : min(start + 24, base.mention.start)] + base.before
                found.append(_Planned(base, part, topic))
    return found


def _by_name(passage: Passage, stated: Slot, name: str, planned: list[_Planned]) -> Iterator[Relation]:
    """The plan whose paragraph speaks of *name*; none where two do."""
    if stated.index and passage.slots[stated.index - 1].kind not in (RATE,):
        return
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    end = bisect_left(planned, stated.mention.start, key=lambda one: one.base.mention.start)
    near = [one for one in planned[max(0, end - _MOST) : end] if one.base.mention.unit == stated.mention.unit]
    hits = [one for one in near if sum(pair in one.topic for pair in pairs) >= _SHARED]
    if len({(one.base.mention.value, one.part.mention.value) for one in hits}) == 1:
        yield _judged(hits[0].base, hits[0].part, stated)


def _judged(one: Slot, other: Slot, stated: Slot) -> Relation:
    unit = stated.mention.unit
    a, b = converted(one.mention, unit), converted(other.mention, unit)
    low, high = (one, other) if a <= b else (other, one)
    possible = interval_of(high.mention, unit) - interval_of(low.mention, unit)
    verdict = judged(abs(a - b), possible, stated.mention)
    right = as_written(abs(a - b), stated.mention)
    message, likely = "两数之差与文中一致。", ""
    if not good(verdict):
        message = f"{number(high.mention)}与{number(low.mention)}相差 {right}，文中为 {number(stated.mention)}。"
        likely = slip_of(stated.mention, abs(a - b))
    formula = f"{in_words(max(a, b))} - {in_words(min(a, b))}"
    roles = [("base", one.mention), ("current", other.mention), ("stated", stated.mention)]
    return relation("difference", verdict, roles, formula, right, message, likely)
