"""Counts of which one is what two others leave: 编制 52，实有 48，空编 4; 应发 2380 户，实发 2356 户，未发 24 户。

`cases_left` knows cases by their verbs; here any count of what there is to be stands before what there is, and the
third is named, or followed, by a word for what is lacking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.relations.naming import called, label_of
from hengji.checks.relations.passages import COUNT, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import good, in_words, judged, number, relation, same_kind, slip_of
from hengji.facts.relation import Relation

__all__ = ["rests_of_counts"]

_ALL: Final = re.compile(
    r"编制|核定|原定|预定|应|计划|任务|目标|总|共|提出|反馈|发现|交办|查出|指出|发放|发出|投放|受理|收到|申[报请]|报名|抽[查检样]|检查|参[加训赛]|设计|拟|全部|现有|原有|登记"
)
_IS: Final = re.compile(
    r"实|已|现有|在[岗职编]|完成|收回|回收|有效|合格|达标|通过|办结|建成|到位|成功|兑现|参加|验收|整改|查实|属实|处理|到[会场岗校]?$|在用|使用"
)
_LACKS: Final = re.compile(
    r"(?:空编|缺编|空缺|缺[额员口勤]|缺少|尚缺|短缺|空额|尚差|还差|相差|差额|无效|废卷|作废|剩余|余下|其余|未[^，。；]{1,8}|不合格|不达标|"
    r"闲置|损坏|不属实|不予[^，。；]{0,4}|驳回|撤销|遗失|退回|缺席|请假|缺考|弃考|缺勤)(?:[^，。；：]{0,6})(?:为|是|有|共|：)*$"
)
_LACKING: Final = re.compile(
    r"^[^，。；、]{0,14}(?:未(?!来|成年)|没有|无法|尚未|仍未|无效|不合格|不达标|缺|空编|空缺|闲置|退回|缺席|差额|差距)"
)
_STRANGE: Final = re.compile(r"其中|上年|去年|增|减|调[入出]|退休|超编|另|临聘|编外|聘用|不含|除|结转|新增|含")


def rests_of_counts(passage: Passage) -> Iterator[Relation]:
    """Three counts in a row, rates between them of no matter: all, those that are, those that are lacking."""
    if passage.text.count(COUNT) < 3:
        return
    counts = [slot for slot in passage.slots if slot.kind != RATE]
    for whole, second, third in zip(counts, counts[1:], counts[2:], strict=False):
        if not all(slot.kind == COUNT and not slot.mention.approximate for slot in (whole, second, third)):
            continue
        done, rest = second, third
        if _LACKS.search(label_of(done)) and not _LACKS.search(label_of(rest)):
            done, rest = third, second  # 应到 86 人，请假 5 人，实到 81 人
        if not (same_kind(whole, done) and same_kind(done, rest)) or "。" in done.before + rest.before:
            continue
        less = done.mention.value <= whole.mention.value and not _goes_on(passage, whole, done, rest)
        if less and _named(passage, whole, done, rest):
            yield _relation(whole, done, rest)


def _named(passage: Passage, whole: Slot, done: Slot, rest: Slot) -> bool:
    if _STRANGE.search(done.before + rest.before) or _STRANGE.search(label_of(whole)):
        return False
    lacking = _LACKS.search(label_of(rest)) or (
        re.match("^[，；][^，。；]{0,6}$", rest.before) and _lacks_behind(passage, rest)
    )
    return bool(
        lacking
        and _ALL.search(label_of(whole))
        and _IS.search(label_of(done))
        and not _LACKS.search(label_of(done))
        and not _LACKING.match(passage.after(done).split("，")[0])
    )


def _goes_on(passage: Passage, whole: Slot, done: Slot, rest: Slot) -> bool:
    """合格 42 家，不合格 5 家，1 家已注销: what is still open is told behind."""
    last = max(done.index, rest.index)
    return any(
        same_kind(slot, whole) and slot.mention.value <= whole.mention.value - done.mention.value
        for slot in passage.slots[last + 1 : last + 3]
    )


def _lacks_behind(passage: Passage, rest: Slot) -> bool:
    """24 户因账户有误未能发放: the clause of the figure says that they lack it."""
    clause = re.split("[，。；]", passage.after(rest))[0]
    return (
        re.search("未|正在|推进|在办|整改中|办理中|没有|无法|无效|不合格|不达标|空编|空缺|闲置|退回|缺席", clause)
        is not None
    )


def _relation(whole: Slot, done: Slot, rest: Slot) -> Relation:
    computed = whole.mention.value - done.mention.value
    verdict = judged(computed, None, rest.mention)
    right = as_written(computed, rest.mention)
    message = f"{called(rest)}为 {right}，与文中一致。"
    if not good(verdict):
        told = f"{label_of(whole)}{number(whole.mention)}、{label_of(done)}{number(done.mention)}"
        message = f"{told}，相差应为 {right}，文中为 {number(rest.mention)}。"
    roles = [("total", whole.mention), ("part", done.mention), ("stated", rest.mention)]
    formula = f"{in_words(whole.mention.value)} - {in_words(done.mention.value)}"
    likely = "" if good(verdict) else slip_of(rest.mention, computed)
    return relation("difference", verdict, roles, formula, right, message, likely)
