"""A rate or share that no frame took: held against every two figures of a kind that stand near it.

What any of them gives acquits it. Where none does, it is wrong if one pair gives it but for two digits exchanged, or
if two figures alone stand in front of a rate that is called like one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations
from typing import Final

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.slips import SWAPPED, as_written, mistaken, shown_digits
from hengji.checks.relations.verdicts import converted, good, in_words, judged, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.checks.relations.without_frames.reckoning import ratio_gives, ratio_of, slip_between
from hengji.checks.relations.without_frames.shares.partitions import partitions_of
from hengji.checks.relations.without_frames.shares.parts_and_wholes import (
    of_another_whole,
    of_named_whole,
    part_and_whole,
)
from hengji.facts.relation import Relation, RelationKind

__all__ = ["open_quotients"]

_NAMED: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,10}?(?:率|比例|占比|比重|进度|度)|比例)(?:（[^（）]{0,20}）)?(?:高?达到?了?|为|是|仅|约|：|只有|计|合|在|%|％)*$"
)
_SHARE: Final = re.compile(
    r"占(?:了|到|其|全部|总|该|同期|整个|了?)*(?P<whole>[^，。；：占\ue000-\ue005]{0,16}?)的?(?:比重|比例|份额)?(?:高?达到?了?|为|是|仅|约|：|只有|计)*$"
)
_OTHERS: Final = re.compile(
    r"增|减|超|升|降|涨|得分|利率|税率|变动|同比|环比|满意|上年|去年|目标|计划|标准|不低于|不超过|控制|每|均|要求|应|满分|权重|系数|折|补助|补贴|费率|中标|优惠|扣|调整|追加|缺课|生长|发病|患病|死亡"
)
_PAIR: Final = 2
_MOST: Final = 9  # figures of a sentence that are tried in pairs and threes
_BACK: Final = 2
_NEAR: Final = Fraction(5, 4)  # times by which a rate may be off and still be meant for these two
_STEM: Final = re.compile(
    r"(?:率|比例|占比|比重|进度|度)?(?:（[^（）]*）)?(?:高?达到?了?|为|是|仅|约|：|只有|计|合|在|%|％)*$"
)
_LOOSE: Final = re.compile("加权|平均|折算|以上年|按|扣除|剔除")
_OF_ALL: Final = re.compile("全[市县区乡镇村校院部年体]|[总的了其这些]|数量?|金?额|合计|本[^，]|比重|比例")
_STOP: Final = re.compile("[，。；：、（）]")
_JOINED: Final = re.compile("[、和及与]")
_LONG: Final = 4  # digits of a rate that a figure of another sentence may mend


def open_quotients(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kinds ``rate`` and ``share`` for the rates of passage *index* that stand in no relation yet."""
    passage = texts[index]
    if RATE not in passage.text:
        return
    own = [slot for slot in passage.slots if is_quantity(slot)]
    near = [slot for one in texts[max(0, index - _BACK) : index] for slot in one.slots if is_quantity(slot)]
    near += [slot for one in texts[index + 1 : index + 2] for slot in one.slots if is_quantity(slot)]
    for rate in passage.slots:
        if rate.kind == RATE and rate.mention.start in settled and (other := of_another_whole(own, rate)) is not None:
            yield _relation("rate", *other, rate)  # a share that holds of some other whole stands in its way
    for rate, is_share in _free_rates(passage, settled):
        if _OTHERS.search(rate.label) or _explained(own, near, rate):
            other = of_another_whole(own, rate)
            if other is not None:
                yield _relation("share", *other, rate)
            continue
        share = _SHARE.search(rate.before) is not None or _is_bare(rate)
        told = _slipped(own, rate) or _across(own, near, rate) or _two_alone(passage, rate)
        told = told or _without_choice(texts, passage, rate, share=share) or of_named_whole(texts, index, rate)
        if told is not None and _are_told_later(*told, rate):
            continue
        rest = _rest(own, rate) if told is None else None
        kind: RelationKind = "share" if is_share or _is_bare(rate) else "rate"
        if told is not None:
            yield _relation(kind, *told, rate)
        elif rest is not None:
            yield _relation(kind, *rest, rate, rest=True)


def _are_told_later(part: Slot, whole: Slot, rate: Slot) -> bool:
    """兑付率 P，其中大型 86 台、小型 742 台，共 828 台: what is listed behind a rate did not make it."""
    behind = part.index > rate.index < whole.index
    return behind and slip_between(rate, ratio_of(part, whole)) != SWAPPED


def _free_rates(passage: Passage, settled: set[int]) -> Iterator[tuple[Slot, bool]]:
    """The rates with a name that nothing decides yet, and whether each is a share."""
    changed = changed_slots(passage)
    for rate in passage.slots:
        free = rate.kind == RATE and rate.mention.start not in settled and not rate.mention.approximate
        if free and rate.index not in changed and 0 < rate.mention.value <= 1:
            share, named = _SHARE.search(rate.before), _NAMED.search(rate.before)
            if share is not None or named is not None:
                yield rate, share is not None or _is_share(named)


def _without_choice(texts: Sequence[Passage], passage: Passage, rate: Slot, *, share: bool) -> tuple[Slot, Slot] | None:
    """The two that alone can be meant, unless the part is such a part of any other figure of the paper."""
    told = part_and_whole(passage, rate, _STEM.sub("", label_of(rate).strip("，：")), share=share)
    if told is None or _of_another_name(passage, told[1], rate):
        return None
    if any(
        same_kind(told[0], slot) and is_quantity(slot) and ratio_gives(told[0], slot, rate)
        for one in texts
        for slot in one.slots
    ):
        return None
    return told


def _of_another_name(passage: Passage, whole: Slot, rate: Slot) -> bool:
    """两级合计 23 个，占行政村总数的 P: the whole that the words name is told somewhere else."""
    said = _SHARE.search(rate.before)
    name = set(_OF_ALL.sub("", said["whole"])) if said is not None else set()
    return bool(name) and not name & set(whole.before + whole.mention.unit_text + _STOP.split(passage.after(whole))[0])


def _is_bare(rate: Slot) -> bool:
    """授给中小企业的 A，比例 P: a share whose name says nothing of its part."""
    return not _STEM.sub("", label_of(rate).strip("，："))


def _is_share(named: re.Match[str] | None) -> bool:
    return named is not None and named["name"].endswith(("占比", "比重"))


def _explained(own: Sequence[Slot], near: Sequence[Slot], rate: Slot) -> bool:
    """Whether two or three figures near by give the rate, or what it leaves of the whole."""
    first = own[:_MOST]
    pairs = [*permutations(own, _PAIR), *((a, b) for a in own for b in near), *((b, a) for a in own for b in near)]
    pairs += list(permutations(near[-_MOST:], _PAIR))
    siblings, share = _siblings(own, rate), _SHARE.search(rate.before) is not None
    if _of_a_row(own, rate):
        return True
    for part, whole in pairs:
        if same_kind(part, whole) and {part.mention.start, whole.mention.start} not in siblings:
            left = 1 - ratio_of(part, whole)
            if (
                rate.mention.decimals
                and not share
                and part in own
                and whole in own
                and _of_two_outcomes(part, whole, rate)
            ):
                return True
            if ratio_gives(part, whole, rate) or (left > 0 and good(judged(left, None, rate.mention))):
                return True
    for a, b in combinations(first, _PAIR):
        for whole in (*first, *near[-_MOST:]):
            if whole in (a, b) or not (same_kind(a, whole) and same_kind(b, whole)):
                continue
            x, y, z = (converted(slot.mention, whole.mention.unit) for slot in (a, b, whole))
            ways = [(x + y) / z, abs(x - y) / z, x / (y + z), y / (x + z), z / (x + y)]
            if any(good(judged(way, None, rate.mention)) for way in ways):
                return True
    return False


def _of_two_outcomes(part: Slot, other: Slot, rate: Slot) -> bool:
    """调解结案 A 件，裁决结案 B 件，调解率 A ÷ (A + B)."""
    share = ratio_of(part, other)
    return good(judged(share / (1 + share), None, rate.mention))


def _of_a_row(own: Sequence[Slot], rate: Slot) -> bool:
    """调查农户 a、合作社 b、企业 c，有效 d，有效率 d ÷ (a + b + c)."""
    row: list[Slot] = []
    sums = []
    for slot in own:
        goes_on = row and _JOINED.match(slot.before) and str(slot.mention.unit) and slot.kind == row[0].kind
        row = [*row, slot] if goes_on else [slot]
        if len(row) > _PAIR:
            sums.append(sum((one.mention.value for one in row), Fraction(0)))
    return any(
        slot.mention.value and good(judged(slot.mention.value / total, None, rate.mention))
        for slot in own
        for total in sums
    )


def _siblings(own: Sequence[Slot], rate: Slot) -> list[set[int]]:
    """存活 A，死亡 B of the W planted: the one over the other is no 成活率, nor is what it leaves."""
    if _SHARE.search(rate.before) is not None or rate.mention.value >= 1:
        return []
    whole = [one for one in partitions_of(own) if len(one.parts) == _PAIR and one.parts[-1].index < rate.index]
    return [{part.mention.start for part in one.parts} for one in whole if one.whole.index < one.parts[0].index]


def _slipped(own: Sequence[Slot], rate: Slot) -> tuple[Slot, Slot] | None:
    """The one pair of the sentence that gives the rate but for a slip."""
    found = {}
    for part, whole in permutations(own, _PAIR):
        if (
            same_kind(part, whole)
            and ratio_of(part, whole) < 1
            and slip_between(rate, ratio_of(part, whole)) == SWAPPED
        ):
            found[ratio_of(part, whole)] = (part, whole)
    return next(iter(found.values())) if len(found) == 1 else None


def _rest(own: Sequence[Slot], rate: Slot) -> tuple[Slot, Slot] | None:
    """抽检 W 批，不合格 A 批，合格率 P: what the part leaves gives the rate but for two digits exchanged."""
    found = {}
    for part, whole in permutations(own, _PAIR):
        left = 1 - ratio_of(part, whole) if same_kind(part, whole) else Fraction(0)
        if left > 0 and slip_between(rate, left) == SWAPPED and shown_digits(as_written(left, rate.mention)) >= _LONG:
            found[left] = (part, whole)
    return next(iter(found.values())) if len(found) == 1 else None


def _two_alone(passage: Passage, rate: Slot) -> tuple[Slot, Slot] | None:
    """W 份，其中 A 份，X率 P: nothing but the two since the last rate, and what they give is near what is told."""
    since = max((slot.index for slot in passage.slots[: rate.index] if slot.kind == RATE), default=-1)
    near = list(passage.slots[since + 1 : rate.index])
    own = [slot for slot in passage.slots if is_quantity(slot)]
    alike = [slot for slot in near if is_quantity(slot)]
    if len(near) != _PAIR or len(alike) != _PAIR or not same_kind(*alike):
        return None
    part, whole = sorted(alike, key=lambda slot: converted(slot.mention, alike[0].mention.unit))
    others = [slot for slot in own if slot not in alike and same_kind(slot, part)]
    close = 1 / _NEAR <= ratio_of(part, whole) / rate.mention.value <= _NEAR
    stem = _STEM.sub("", label_of(rate).strip("，："))[-_PAIR:]
    called = stem in label_of(part) or stem in label_of(whole)
    return (part, whole) if close and called and not others and not _LOOSE.search(passage.text) else None


def _across(own: Sequence[Slot], near: Sequence[Slot], rate: Slot) -> tuple[Slot, Slot] | None:
    """A pair of which one stands in a sentence beside: only two digits exchanged in a long rate prove it."""
    found = {}
    for one in own:
        for other in near:
            part, whole = (one, other) if same_kind(one, other) and ratio_of(one, other) < 1 else (other, one)
            if not same_kind(part, whole) or ratio_of(part, whole) >= 1:
                continue
            share = ratio_of(part, whole)
            if slip_between(rate, share) == SWAPPED and shown_digits(as_written(share, rate.mention)) >= _LONG:
                found[share] = (part, whole)
    return next(iter(found.values())) if len(found) == 1 else None


def _relation(kind: RelationKind, part: Slot, whole: Slot, rate: Slot, *, rest: bool = False) -> Relation:
    computed = 1 - ratio_of(part, whole) if rest else ratio_of(part, whole)
    right = as_written(computed, rate.mention)
    formula = f"{in_words(converted(part.mention, whole.mention.unit))} ÷ {in_words(whole.mention.value)}"
    formula = f"1 − {formula}" if rest else formula
    what = f"除去 {number(part.mention)}，余下的" if rest else f"{number(part.mention)} "
    message = f"{what}是 {number(whole.mention)} 的 {right}，文中为 {number(rate.mention)}。"
    likely = mistaken(number(rate.mention), right, slip_between(rate, computed))
    roles = [("part", part.mention), ("whole" if kind == "share" else "base", whole.mention), ("stated", rate.mention)]
    return relation(kind, "error", roles, formula, right, message, likely)
