"""Spoken parts of a whole that other sentences tell: 全年接待 2,318 人次。……来查婚姻档案的 1,869 人次，占到六成.

`spoken_tenths` knows the two figures that alone stand in front. Here the whole may stand in the sentence before, the
figures may be a whole and all its parts, and the words may be a half, a fraction, or so many of every ten. Whatever two
figures near by, or sums of parts, give what is said acquits it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.context import figure as figure_of
from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.verdicts import converted, in_words, number, same_kind
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.checks.relations.without_frames.reckoning import ratio_of
from hengji.checks.relations.without_frames.shares.partitions import partitions_of
from hengji.checks.relations.without_frames.shares.spoken_words import Said, parts_said
from hengji.facts.numbers import percent
from hengji.facts.relation import Figure, Relation

__all__ = ["spoken_parts"]

_CUE: Final = re.compile("成|分之|半|每[十百千]")
_LIMIT: Final = re.compile(
    r"(?:不超过|不得|控制|不低于|不高于|以内|至少|目标|要求|标准|须|应|力争|约定|按|争取|计划|预计|拟)[^，。；\ue000-\ue005]{0,10}$"
)
_OTHER: Final = re.compile(
    r"(?:增长|增加|提高|上升|下降|减少|降低|压减|压缩|增幅|降幅|[涨增降升减少])[^，。；]{0,4}$|(?:上|下|前|后|大|小|多|每|另|东|西|这|那)$|同比|上年|去年"
)
_SAID_OF: Final = re.compile(
    r"^(?:的|，)?(?:也就是说?|即|等于说?|相当于?|只|约合?|正好|恰好|大约|刚好|已经?|完成了?|换句话说)*"
    r"(?:占|达|是|为|有|，?$|完成|过)[^，。；\ue000-\ue005]{0,8}$|^，?$"
)
_SHARE: Final = re.compile("占|[总全]|也就是说|等于说|换句话说")
_AMONG: Final = re.compile(r"(?:^|[，；。])(?P<all>[\u4e00-\u9fff]{2,6})(?:当?中|里)[\u4e00-\u9fff]")
_ALL: Final = re.compile("总|全部")
_FAR: Final = Fraction(1, 4)
_MOST: Final = 14
_BACK: Final = 2


def spoken_parts(context: Context, texts: Sequence[Passage], told: set[int]) -> Iterator[Relation]:
    """Relations of kind ``share``, errors all; *texts*: sentences with figures, and those that say 占; *told*: where
    spoken parts were judged before."""
    for index, passage in enumerate(texts):
        if _CUE.search(passage.text) is not None and len(passage.slots) <= LONGEST:
            yield from _of(context, texts, index, told)


def _of(context: Context, texts: Sequence[Passage], index: int, told: set[int]) -> Iterator[Relation]:
    passage = texts[index]
    own = [slot for slot in passage.slots if is_quantity(slot)][:_MOST]
    earlier = [slot for one in texts[max(0, index - _BACK) : index] for slot in one.slots if is_quantity(slot)][-_MOST:]
    for said in parts_said(passage):
        before = passage.text[: said.at]
        if _LIMIT.search(before[-16:]) or _OTHER.search(before[-12:]):
            continue
        levels = [slot for slot in own if not said.at <= slot.at < said.end]
        pair = _told_pair(texts, index, levels, earlier, said)
        if pair is None or abs(ratio_of(*pair) - (said.low + said.high) / 2) > _FAR + (said.high - said.low) / 2:
            continue
        place = _place(context, passage, said)
        if place[0] not in told:
            told.add(place[0])
            yield _relation(context, pair, said, place)


def _told_pair(
    texts: Sequence[Passage], index: int, own: Sequence[Slot], earlier: Sequence[Slot], said: Said
) -> tuple[Slot, Slot] | None:
    """The part and the whole that the words speak of, where what is said is not what they give, nor any others."""
    passage = texts[index]
    front = [slot for slot in own if slot.at < said.at]
    part = front[-1] if front else None
    if part is not None and _SAID_OF.match(passage.text[part.at + 1 : said.at]):
        between = passage.text[part.at + 1 : said.at]
        whole = _whole_of(part, own, earlier, all_told=_ALL.search(between) is not None)
        siblings = _siblings(part, own, earlier) if _SHARE.search(between) else ()
        others = [slot for slot in (*own, *earlier) if slot not in siblings]
        return (part, whole) if whole is not None and not _acquits(part, others, own, said) else None
    rates = [slot.mention.value for slot in passage.slots if slot.kind == RATE and slot.at != said.at]
    if any(said.allows(one) or said.allows(1 - one) for one in rates):
        return None
    found = partitions_of(own, earlier) if own else partitions_of(earlier)
    clause = re.split("[，。；：]", passage.text[: said.at])[-1]
    named = [(one, each.whole) for each in found for one in each.parts if _share_a_pair(clause, one.label)]
    if len(named) == 1:
        return None if said.allows(ratio_of(*named[0])) or _acquits(named[0][0], own, own, said) else named[0]
    if not own or any(_acquits(slot, (*own, *earlier), own, said) for slot in (*own, *earlier)):
        return None
    middle = (said.low + said.high) / 2
    pairs = [(one, each.whole) for each in found for one in each.parts]
    if any(said.allows(1 - ratio_of(*pair)) for pair in pairs):
        return None
    return min(pairs, key=lambda pair: abs(ratio_of(*pair) - middle), default=None)


def _share_a_pair(clause: str, label: str) -> bool:
    return bool(pairs_of(clause) & pairs_of(label))


def _acquits(part: Slot, others: Sequence[Slot], own: Sequence[Slot], said: Said) -> bool:
    """Whether the part is what is said of any of the *others*, or of all of its kind in the sentence together."""
    alike = [slot for slot in others if slot is not part and same_kind(slot, part)]
    if any(said.allows(ratio_of(part, slot)) for slot in alike):
        return True
    beside = [slot for slot in own if slot is not part and same_kind(slot, part)]
    values = [part.mention.value, *(converted(slot.mention, part.mention.unit) for slot in beside)]
    together = sum(values, Fraction(0))
    untold = 2 * max(values) < together or max(values) == part.mention.value  # no figure is that of all of them
    return bool(beside) and untold and said.allows(part.mention.value / together)


def _siblings(part: Slot, own: Sequence[Slot], earlier: Sequence[Slot]) -> tuple[Slot, ...]:
    """The other parts of the whole that it is a part of."""
    return next((one.parts for one in partitions_of(own, earlier) if part in one.parts), ())


def _whole_of(part: Slot, own: Sequence[Slot], earlier: Sequence[Slot], *, all_told: bool) -> Slot | None:
    """The one whose parts it is among; the largest, where the words say 总数; else the one larger figure in front of
    it, here or in the sentences before."""
    told = [one.whole for one in partitions_of(own, earlier) if part in one.parts]
    if told:
        return told[0]
    near = [slot for slot in (*own, *earlier) if same_kind(slot, part) and slot.mention.start < part.mention.start]
    if all_told:
        whole = min(near, key=lambda slot: ratio_of(part, slot), default=None)
        return whole if whole is not None and ratio_of(part, whole) < 1 else None
    larger = [slot for slot in own if same_kind(slot, part) and ratio_of(part, slot) < 1]
    smaller = [slot for slot in own if slot in near and slot not in larger]
    if larger or smaller:
        return larger[0] if len(larger) == 1 and not smaller and larger[0].index < part.index else None
    before = [slot for slot in earlier if slot in near and ratio_of(part, slot) < 1]
    among = _AMONG.search(part.label)
    named = [slot for slot in before if among is not None and slot.label.endswith(among["all"])]
    if len(named) == 1:  # 聘用护路员 W 人。护路员中脱贫户 A 人
        return named[0]
    return before[0] if len(before) == 1 and "其中" in part.before else None


def _relation(context: Context, pair: tuple[Slot, Slot], said: Said, place: Span) -> Relation:
    part, whole = pair
    formula = f"{in_words(converted(part.mention, whole.mention.unit))} ÷ {number(whole.mention)}"
    stated = Figure("stated", context.document.text[slice(*place)], *place)
    figures = (figure_of("part", part.mention), figure_of("whole", whole.mention), stated)
    right = percent(ratio_of(part, whole))
    message = f"{number(part.mention)} 是 {number(whole.mention)} 的 {right}，文中却说“{said.words}”。请核对。"
    return Relation("share", "error", figures, formula, right, said.words, message, "说法与数字不符。", "medium")


def _place(context: Context, passage: Passage, said: Said) -> Span:
    """Where the words stand; white space may stand between them."""
    pattern = r"\s*".join(re.escape(letter) for letter in said.words)
    start = passage.start
    behind = [slot.mention.start for slot in passage.slots if slot.at < said.at]
    found = re.compile(pattern).search(context.document.text, behind[-1] if behind else start, passage.end)
    return found.span() if found else (start, passage.end)
