"""A limit, what came about, and the claim that it was kept: 核定编制40名，在编实有43人，未发现超编.

A limit says so in its own words, before the figure or behind it. The claim stands in the same sentence or in one of the
two behind. What is held against the limit is the one figure of its kind besides; where the limit is a rate or a cost
per head and no such figure is told, what the two figures give that it speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.passages import COUNT, MONEY, RATE, SCORE, Passage, Slot
from hengji.checks.relations.verdicts import converted, interval_of, number, same_kind
from hengji.facts.relation import Relation, RelationKind

__all__ = ["Limit", "is_alike", "limits_in", "open_limits", "text_behind"]

_MOST_BEFORE: Final = re.compile(
    r"(?:(?:不得|不能|不许|不应|不准|不允许|不可|不)(?:超过|高于|多于|大于|突破|超出|超)|(?:最高|最多|上限|限额|封顶|限价|限|控制在|压到|压减到|≤|优于|概算(?:批复)?|编制|定编|核编|编制数|职数|控制数|控制价|综合定额|定额|限定在)(?:为|是|数|（|：|标准|每人每天|每人|共|线)?)[^，。；：\ue000-\ue005]{0,10}$"
)
_LEAST_BEFORE: Final = re.compile(
    r"(?:(?:不得|不能|不应|不)(?:低于|少于|小于)|最低|至少|不少于|≥)[^，。；：\ue000-\ue005]{0,6}$"
)
_MOST_BEHIND: Final = re.compile(r"^[^，。；：\ue000-\ue005]{0,3}(?:以内|之内|以下|封顶|为限|内)")
_LEAST_BEHIND: Final = re.compile(r"^[^，。；：\ue000-\ue005]{0,3}(?:以上|起)")
_KEPT: Final = re.compile(
    r"(?:没有|未|无|不)(?:发现)?(?:突破|超过|超出|超标准?|超编|超限|超概|超支|超额|逾)|在[^，。；\ue000-\ue005]{0,10}(?:以内|之内|范围内|限度内|标准内|幅度之内|职数内|职数以内)|"
    r"守住|合乎|符合|许可幅度|(?:均|都)?(?:没有|未)(?:低于|少于)|满足[^，。；]{0,10}(?:要求|条件|规定)|达到了?[^，。；\ue000-\ue005]{0,8}(?:要求|目标|预期|标准)|执行到位|"
    r"(?:均|都|全部|已经?|如期|超额|顺利)+(?:完成|达标|实现|达成)(?![^，。；]{0,6}[\ue000-\ue005])|达标(?!率)|(?:目标|任务|指标|计划)[^，。；\ue000-\ue005]{0,8}(?:完成|实现|达成)(?!率)|均?低于标准|优于"
)
_DENIED: Final = re.compile(
    r"未(?:能)?(?:完成|达|实现|满足|符合)|没有(?:完成|达到|实现|满足)|不达标|超过了|突破了|超出了|超编了?\d|差距|缺口|尚差|不足"
)
_APART: Final = re.compile("上年|去年|其中|每|累计|增|减|提高|下降|节约|结余|扣|得分|满分|分值|另|比上|单价")
_PER: Final = re.compile("每|[人户次辆]均|综合定额|单价")
_BACK: Final = 1
_REACH: Final = 4  # characters between two sentences of one paragraph
_SENTENCE: Final = 60
_FEW: Final = 4
_NEAR: Final = 24  # characters between the last figure of the sentence and what is claimed of it
_FAR: Final = Fraction(2)  # times by which a figure may be off its limit before it is another thing


@dataclass(frozen=True, slots=True)
class Limit:
    slot: Slot
    passage: Passage
    at_most: bool


def open_limits(context: Context, texts: Sequence[Passage], index: int, judged: set[int]) -> Iterator[Relation]:
    """Relations of kinds ``policy`` and ``target``, errors all, for the claims of passage *index*."""
    said = texts[index].text + text_behind(context, texts, index)
    claim = _KEPT.search(said)
    if claim is None or _DENIED.search(said):
        return
    near = [one for one in texts[max(0, index - _BACK) : index] if texts[index].start - one.end <= _REACH]
    limits = [
        limit for one in (*near, texts[index]) for limit in limits_in(one) if limit.slot.mention.start not in judged
    ]
    if len(limits) != 1:
        return
    limit = limits[0]
    if limit.slot.kind == COUNT and "编制" in limit.slot.label:
        return  # who is held against posts is told by other words than numbers
    others = [slot for one in (*near, texts[index]) for slot in one.slots if slot is not limit.slot]
    actual = _actual(limit, others)
    if actual is None or actual.mention.start in judged:
        return
    last = max((slot.at for slot in (limit.slot, actual) if slot in texts[index].slots), default=0)
    if not last < claim.start() <= last + _NEAR or (not limit.at_most and not _stands_alone(limit, actual)):
        return
    unit = limit.slot.mention.unit
    low, high = interval_of(actual.mention, unit), limit.slot.mention.value
    broken = low.low > high if limit.at_most else low.high < high
    value = converted(actual.mention, unit)
    if broken and high > 0 and 1 / _FAR <= value / high <= _FAR:
        yield _relation(claim, limit, actual)


def _stands_alone(limit: Limit, actual: Slot) -> bool:
    """Goals come in rows: only those are held against their figures that stand right beside them."""
    return (
        actual in limit.passage.slots and abs(actual.index - limit.slot.index) == 1 and len(limit.passage.slots) <= _FEW
    )


def text_behind(context: Context, texts: Sequence[Passage], index: int) -> str:
    """The sentence without figures that follows in the same line: 经核对，未发现超编."""
    end = texts[index + 1].start if index + 1 < len(texts) else len(context.document.text)
    return context.document.text[texts[index].end : min(end, texts[index].end + _SENTENCE)].split("\n")[0]


def limits_in(passage: Passage) -> Iterator[Limit]:
    for slot in passage.slots:
        if slot.kind == SCORE or slot.mention.approximate:
            continue
        behind = passage.after(slot)
        at_most = _MOST_BEFORE.search(slot.before) or _MOST_BEHIND.match(behind)
        at_least = _LEAST_BEFORE.search(slot.before) or _LEAST_BEHIND.match(behind)
        if at_most or at_least:
            yield Limit(slot, passage, at_most=bool(at_most))


def _actual(limit: Limit, others: Sequence[Slot]) -> Slot | None:
    """The one figure of the limit's kind, which no word sets apart."""
    alike = [slot for slot in others if is_alike(slot, limit.slot) and not slot.mention.approximate]
    beside = [slot for slot in alike if slot.index == limit.slot.index + 1 and slot in limit.passage.slots]
    alike = beside if len(alike) > 1 else alike
    if (
        len(alike) != 1
        or _APART.search(alike[0].label)
        or bool(_PER.search(limit.slot.before)) != bool(_PER.search(alike[0].before))
    ):
        return None
    return alike[0]


def is_alike(a: Slot, b: Slot) -> bool:
    return a is not b and a.kind == b.kind and (a.kind == RATE or same_kind(a, b)) and a.kind in (COUNT, MONEY, RATE)


def _relation(claim: re.Match[str], limit: Limit, actual: Slot) -> Relation:
    kind: RelationKind = "policy" if limit.at_most else "target"
    word = "不超过" if limit.at_most else "不低于"
    told, reached = number(limit.slot.mention), number(actual.mention)
    bound, missed = ("上限", "已经超过") if limit.at_most else ("下限", "没有达到")
    message = f"{told} 是{bound}，实际为 {reached}，{missed}，文中却说“{claim[0]}”。请核对数字，或改正说法。"
    figures = (figure("budget" if limit.at_most else "target", limit.slot.mention), figure("actual", actual.mention))
    return Relation(
        kind, "error", figures, f"{reached} {'≤' if limit.at_most else '≥'} {told}", f"{word} {told}", reached,
        message, "两数之一或说法有误。", "high",
    )  # fmt: skip
