"""What shares say: their part, their rate, the words for their whole, and its figure where it is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.verdicts import converted, judged, same_kind

__all__ = ["Share", "shares_of"]

_TAIL = r"的?(?:比重|比例|比率|百分比|份额|比)?(?:大约|约|为|是|达到?|高达|仅|：)*"
_SHARE = re.compile(
    rf"^(?:(?:[^，。；：（]{{1,24}}|（[^）]{{1,16}}）)，|[，、（])?(?P<lead>[^，。；：（]{{0,10}})"
    rf"占(?P<whole>(?!用|地|有率)[^，。；：]{{0,30}}?){_TAIL}$"
)
_WITHIN = re.compile(
    rf"^[，、](?P<lead>)在(?P<whole>[^，。；：]{{2,16}}?)(?:之)?中的?(?:占比|(?=比重|比例|份额|百分比)){_TAIL}$"
)
"""人员经费 A，在基本支出中的比重为 P."""
_WHOLE = re.compile(r"占(?P<whole>[^，。；：]{0,24})$")
_OF = re.compile(rf"^）?{_TAIL}$")
_OF_THE_HOUSE = re.compile("^全[馆局院校站所](?=[收支])")
"""占全馆支出总计: what is said of the house whose paper it is."""
_UNION = re.compile("(.{2,6})(?:及以[上下]|以[上下])")
_EXACT = 2  # decimals of a share that two wholes do not give by chance
_PLANNED_OR_DUE = re.compile("预算|计划|概算|任务|目标|指标|应")
_STANDARD = re.compile("（[^（）]{0,4}每[^（），]{0,8}$")
"""3276 万元（按每公里 70 万元补助），占 P: no part, but how the part was reckoned."""
_CLOSED = re.compile("^）(?=，?(?:共|约|合计)?占)")
_LIST = 8  # parts of a list behind which their total is told as a share of its plan
_GAP = 4  # characters between a figure and the bracket behind it


@dataclass(frozen=True, slots=True)
class Share:
    part: Slot
    rate: Slot
    whole: str
    named: Slot | None
    passage: int


def shares_of(passage: Passage, index: int) -> Iterator[Share]:
    """Every share that *passage* states."""
    taken = changed_slots(passage) if "占" in passage.text else frozenset()
    plain: list[Slot] = []  # the amounts and counts in front of the rate
    for rate in passage.slots:
        if rate.kind in (MONEY, COUNT) and rate.index not in taken and not _STANDARD.search(rate.before):
            plain.append(rate)
        match = _WITHIN.match(rate.before) if rate.kind == RATE else None
        if rate.kind != RATE or (match is None and "占" not in passage.text[max(0, rate.at - 60) : rate.at]):
            continue
        match = match or _SHARE.match(_CLOSED.sub("", rate.before))
        told = _outside(passage, plain, rate)
        union = _UNION.search(match["lead"]) if match else None
        if union is not None and told and union[1] not in label_of(told[-1]):
            continue  # 本科 42 人、大专及以下 8 人，本科及以上学历占 P: of several kinds together
        inside = frozenset(slot.index for slot in plain[len(told) :])
        if match and told and _own(passage, told[-1], rate, taken | inside) and "由" not in match["lead"]:
            yield Share(told[-1], rate, _OF_THE_HOUSE.sub("", match["whole"]), None, index)
        elif len(plain) > 1 and plain[-1].index == rate.index - 1 and _OF.match(rate.before):
            inner = _WHOLE.search(plain[-1].before)
            if inner and plain[-2].index == rate.index - 2 and same_kind(plain[-1], plain[-2]):
                parts = _outside(passage, plain[:-1], plain[-1])
                yield Share(_done(parts, plain[-1], rate), rate, inner["whole"], plain[-1], index)
            elif not inner and (other := _of_second_whole(passage, plain, rate)) is not None:
                yield Share(other, rate, label_of(plain[-1]), plain[-1], index)


def _outside(passage: Passage, plain: list[Slot], slot: Slot) -> list[Slot]:
    """A（另有其他资金 a），占 W 的 P: without what stands in a bracket that closes right in front of the share;
    a bracket that counts the part itself (补助（每户 500 元，共 A）) has no figure of its kind in front."""
    opened = passage.text.rfind("（", 0, slot.at)
    bare = passage.text[opened + 1 : opened + 2] in (MONEY, COUNT)  # 柒万元（73,600 元）
    if not _CLOSED.match(slot.before) or bare:
        return plain
    before = [one for one in plain if one.at < opened]
    beside = before and opened - before[-1].at <= _GAP and before[-1] is not plain[-1]
    return before if beside and same_kind(before[-1], plain[-1]) else plain


def _done(parts: Sequence[Slot], whole: Slot, rate: Slot) -> Slot:
    """T，其中 a、b、c，占任务 W 的 P: of more than its list the nearest that P is true of, else the one in front."""
    alike = [slot for slot in reversed(parts) if same_kind(slot, whole)][:_LIST]
    if whole.mention.value <= 0 or len(alike) <= _EXACT or not _PLANNED_OR_DUE.search(label_of(whole)):
        return parts[-1]
    shares = [(slot, converted(slot.mention, whole.mention.unit) / whole.mention.value) for slot in alike]
    return next((slot for slot, share in shares if judged(share, None, rate.mention) == "ok"), parts[-1])


def _of_second_whole(passage: Passage, plain: Sequence[Slot], rate: Slot) -> Slot | None:
    """12 个点、资金 a，占全部 32 个点的 P、资金总额 T 的 Q: the part of *rate*, which is of the second whole."""
    second = plain[-1]
    first = passage.slots[rate.index - 3] if rate.index > _EXACT else second
    joined = (
        second.before[:1] in "、和及，" and "占" not in second.before and passage.slots[rate.index - 2].kind == RATE
    )
    if not joined or first is second or not _WHOLE.search(first.before) or same_kind(first, second):
        return None
    return next((slot for slot in reversed(plain) if slot.index < first.index and same_kind(slot, second)), None)


def _own(passage: Passage, part: Slot, rate: Slot, taken: frozenset[int]) -> bool:
    """Whether only changes of the part stand between it and its share."""
    return all(slot.index in taken for slot in passage.slots[part.index + 1 : rate.index])
