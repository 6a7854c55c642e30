"""A fault told again further on with another figure: 决算公开比规定时间延迟6天, and among the problems 延迟16天;
将食堂水电费1.85万元列入营养餐资金, and among the advice 督促学校将1.58万元归还原资金渠道.

By how many days something was late is told of one thing where the words in front of the one are among those of the
other. What is to be given back was told before; an amount that stands nowhere else and that a slip of the pen parts
from the one such fault is that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, mistaken, shape, significant_digits
from hengji.checks.relations.verdicts import converted, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["faults_told_again"]

_LATE: Final = re.compile("(?:延迟|滞后|逾期|超期|推迟|延误|拖延|拖后|迟|晚)了?(?:达|近|约)?$")
_GENERAL: Final = re.compile(
    "规定|时限|时间|期限|要求|实际|工期|合同|约定|计划|完工|竣工|我[局委办校院]|全市|全县|年度|仍|公示|影响"
)
_APART: Final = re.compile("上年|去年|每|累计|平均|最[长多]|其中|分别")
_BACK_WORD: Final = re.compile("归还|退回|退还|追回|收回|清退|追缴|返还|归垫|缴回|上缴|收缴|清收|补缴")
_UNIT_PRICE: Final = re.compile("每[^，。；\ue000-\ue005]{0,8}$|[^，。；\ue000-\ue005]均[^，。；\ue000-\ue005]{0,6}$")
_FAULT: Final = re.compile(
    "列入|列支|挤占|挪用|违规|超标|超范围|虚[报列]|套取|多[付支计]|重复|不[符合]|支付|用于|结存|沉淀|欠"
)
_DAYS: Final = ("天", "日", "个工作日")
_FEWEST: Final = 3  # pairs of characters that both have, and digits of an amount


@dataclass(frozen=True, slots=True)
class _Late:
    mention: Mention
    words: frozenset[str]


def faults_told_again(context: Context, texts: Sequence[Passage], wrong: set[int]) -> Iterator[Relation]:
    """Relations of kind ``repeat``, errors all."""
    yield from _late(texts, wrong)
    for passage in texts:
        found = _given(passage) if MONEY in passage.text else None
        slots = [slot for slot in passage.slots if slot.kind == MONEY] if found is not None else []
        if len(slots) == 1 and slots[0].mention.start not in wrong and not slots[0].mention.approximate:
            yield from _given_back(context, texts, passage, slots[0])


def _given(passage: Passage) -> re.Match[str] | None:
    """收缴率提高到 90%，即至少多收 A: a rate is nothing that anybody gives back."""
    return next(
        (match for match in _BACK_WORD.finditer(passage.text) if passage.text[match.end() : match.end() + 1] != "率"),
        None,
    )


def _late(texts: Sequence[Passage], wrong: set[int]) -> Iterator[Relation]:
    told: list[_Late] = []
    for passage in texts:
        for slot in passage.slots:
            free = slot.mention.unit_text in _DAYS and slot.mention.start not in wrong and not slot.mention.approximate
            late = _LATE.search(slot.label) if free else None
            if late is None or _APART.search(slot.label):
                continue
            words = pairs_of(_GENERAL.sub(" ", slot.label[: late.start()]))
            one = _Late(slot.mention, words)
            for other in told:
                if one.mention.value != other.mention.value and _is_one(one.words, other.words):
                    yield _relation(other.mention, one.mention)
            told.append(one)


def _is_one(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether the words of the one are among those of the other, and enough of them."""
    return min(len(words), len(others)) >= _FEWEST and (words <= others or others <= words)


def _given_back(context: Context, texts: Sequence[Passage], passage: Passage, stated: Slot) -> Iterator[Relation]:
    mine = stated.mention
    amounts = [
        one for one in context.mentions if one.unit is not None and one.unit.is_money and one.start != mine.start
    ]
    values = {converted(one, mine.unit) for one in amounts}
    if (
        mine.value in values
        or significant_digits(mine.text) < _FEWEST
        or any(mine.value - one in values for one in values)
    ):
        return
    faults = [
        slot.mention
        for one in texts
        if one.start < passage.start and _FAULT.search(one.text)
        for slot in one.slots
        if slot.kind == MONEY and str(slot.mention.unit) == str(mine.unit) and not _UNIT_PRICE.search(slot.before)
    ]
    slipped = {
        one.value: one
        for one in faults
        if shape(as_written(mine.value, mine), as_written(one.value, mine)) in (SWAPPED, ONE_DIGIT)
    }
    if len(slipped) == 1:
        yield _relation(next(iter(slipped.values())), mine)


def _relation(first: Mention, stated: Mention) -> Relation:
    message = f"同一问题前文为 {number(first)}，这里为 {number(stated)}，两处不一。请核对后统一。"
    slip = shape(number(stated), number(first))
    likely = mistaken(number(stated), number(first), slip, "或前文误写") or "两处之一误写。"
    roles = [("first", first), ("stated", stated)]
    return relation("repeat", "error", roles, "前后相等", number(first), message, likely)
