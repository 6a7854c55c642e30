"""By how much a goal was passed or missed, where goal and result are told elsewhere: 受益居民不少于2200户 …
受益居民2280户，超过目标180户; 治理河道计划18.6公里，实际17.7公里 … 治理河道少完成1.9公里.

Goal and result are figures of the very unit, in the text or in a table, whose own words share a name with those in
front of the gap. Where no two of them leave the gap, and all that can be meant leave one and the same other, it is
wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, mistaken, shape
from hengji.checks.relations.verdicts import in_words, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["gaps_to_goals"]

_GAP: Final = re.compile(
    r"(?:(?P<more>(?:超过?出?|高于|多于)(?:了)?(?:年度|年初|全年|绩效|预期|既定)?的?(?:目标|计划|任务)值?数?|多(?:完成|建|办|种|改造)成?|超额完成)"
    r"|(?P<less>少(?:完成|建|办|种|改造)成?|(?:距离?|较|比|与)(?:年度|年初|全年|绩效)?(?:目标|计划|任务)值?数?(?:还差|尚差|仍差|少完成|少|相差)))"
    r"(?:了|约|：)*$"
)
_AIMED: Final = re.compile("目标|计划|任务|不少于|不低于|拟|≥|指标值|预期")
_DONE: Final = re.compile("实际|已|建成|完成[值数]|完成情况|达到|实现|落实|共有|全年")
_GENERAL: Final = re.compile(
    r"完成|目标|计划|任务|实际|年度|年初|全年|项目|建设|新建|新增|工程|数量|指标|超过|超出|未能|情况|按|个|其中|受|影响|长度|面积|比例|不少于|不低于"
)
_STRANGE: Final = re.compile("上年|去年|同期|每|累计|上半年|季度|月底")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_BACK: Final = 44
_FEWEST: Final = 2  # pairs of characters that a name shares with the words of the gap
_WIDE: Final = Fraction(3, 2)


@dataclass(frozen=True, slots=True)
class _Told:
    mention: Mention
    names: frozenset[str]
    aimed: bool


def gaps_to_goals(context: Context, texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``difference``, errors all, for the gaps of passage *index* that nothing decides."""
    passage = texts[index]
    if not any(word in passage.text for word in ("超", "多", "少", "差")):
        return
    for slot in passage.slots:
        free = slot.kind in (MONEY, COUNT) and slot.mention.value > 0 and not slot.mention.approximate
        told = _GAP.search(slot.label) if free and slot.mention.start not in settled else None
        if told is None:
            continue
        begin = passage.slots[slot.index - 2].at if slot.index > 1 else 0
        words = pairs_of(_GENERAL.sub(" ", passage.text[begin : slot.at]))
        yield from _judged(_alike(context, slot), words, slot, rises=told["more"] is not None)


def _alike(context: Context, slot: Slot) -> list[_Told]:
    """The figures of the unit, with the words that stand by each."""
    found = [
        one
        for one in context.mentions
        if one.start != slot.mention.start and str(one.unit) == str(slot.mention.unit) and one.value > 0
    ]
    return [_told(context, one) for one in found]


def _told(context: Context, one: Mention) -> _Told:
    text = context.document.text
    if "|" in one.subject:
        row, _, column = one.subject.rpartition("|")
        return _Told(one, pairs_of(_GENERAL.sub(" ", row)), _AIMED.search(column) is not None)
    begin, _ = context.paragraph_at(one.start)
    sentence = max(begin, text.rfind("。", 0, one.start) + 1)
    aimed = max((found.start() for found in _AIMED.finditer(text, sentence, one.start)), default=-1)
    done = max((found.start() for found in _DONE.finditer(text, sentence, one.start)), default=-1)
    bound = one.approximate in ("不少于", "不低于", "以上") or text.startswith("以上", one.end + len(one.unit_text))
    strange = _STRANGE.search(text, sentence, one.start) is not None
    return _Told(one, frozenset() if strange else _names(context, one, begin), bound or aimed > done)


def _names(context: Context, one: Mention, begin: int) -> frozenset[str]:
    """Of the words since the figure before, or else of those that stand further in front, as far as its line, or the
    name above it where each cell has become a line, goes."""
    text = context.document.text
    last = next(iter(context.before(one.start, 1)), None)
    since = max(begin, last.end + len(last.unit_text) if last is not None else 0)
    if not _HAN.search(text, begin, one.start):
        begin = max(0, one.start - _BACK // 2)
    near, far = (pairs_of(_GENERAL.sub(" ", text[at : one.start])) for at in (since, max(begin, one.start - _BACK)))
    return near or far


def _judged(alike: Sequence[_Told], words: frozenset[str], slot: Slot, *, rises: bool) -> Iterator[Relation]:
    named = [one for one in alike if len(one.names & words) >= _FEWEST]
    stated = slot.mention
    if any(abs(a.mention.value - b.mention.value) == stated.value for a in alike for b in alike if a in named):
        return
    pairs = {
        (goal.mention.value, done.mention.value): (goal, done)
        for goal in named
        for done in named
        if goal.aimed and not done.aimed and (done.mention.value > goal.mention.value) == rises
        if done.mention.value != goal.mention.value
    }
    gaps = {abs(done - goal) for goal, done in pairs}
    if len(gaps) != 1:
        return
    goal, done = next(iter(pairs.values()))
    gap = gaps.pop()
    slip = shape(number(stated), as_written(gap, stated))
    if slip or stated.value <= gap * _WIDE <= stated.value * _WIDE**2:
        yield _relation(goal.mention, done.mention, gap, stated)


def _relation(goal: Mention, done: Mention, gap: Fraction, stated: Mention) -> Relation:
    right = as_written(gap, stated)
    message = f"目标为 {number(goal)}，完成 {number(done)}，相差 {right}，文中为 {number(stated)}。请核对。"
    high, low = sorted((goal.value, done.value), reverse=True)
    roles = [("base", goal), ("part", done), ("stated", stated)]
    likely = mistaken(number(stated), right, shape(number(stated), right))
    return relation("difference", "error", roles, f"{in_words(high)} - {in_words(low)}", right, message, likely)
