"""Shares: "A，占 W 的 P%". Parts that share one whole are siblings, and siblings tell which whole is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from hengji.checks.context import Context
from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.narrative.shares.divided_wholes import shares_of_siblings
from hengji.checks.relations.narrative.shares.far_wholes import FarWholes
from hengji.checks.relations.narrative.shares.known_parts import halves_of_one_whole, shares_of_known_parts
from hengji.checks.relations.narrative.shares.one_share import (
    share_of,
    share_relation,
)
from hengji.checks.relations.narrative.shares.paired_shares import paired_shares, rates_in_rows
from hengji.checks.relations.narrative.shares.renamed_shares import renamed_shares
from hengji.checks.relations.narrative.shares.shares_by_name import shares_by_name
from hengji.checks.relations.narrative.shares.shares_in_all import shares_in_all
from hengji.checks.relations.narrative.shares.shares_of_partitions import shares_of_partitions
from hengji.checks.relations.narrative.shares.siblings import are_siblings, whole_divided
from hengji.checks.relations.narrative.shares.sides import shares_of_a_side
from hengji.checks.relations.narrative.shares.spoken_wholes import SpokenWholes
from hengji.checks.relations.narrative.shares.tabled_wholes import TabledWholes
from hengji.checks.relations.narrative.shares.told_shares import Share, shares_of
from hengji.checks.relations.narrative.shares.wholes import BACK
from hengji.checks.relations.passages import Passage, Slot, passages
from hengji.checks.relations.verdicts import (
    converted,
    good,
    judged,
    same_kind,
)
from hengji.facts.relation import Relation

__all__ = ["find"]

_PAIR = 2


def find(context: Context) -> Iterator[Relation]:
    """Every share whose whole can be found; of the halves of one whole no rate is that of another."""
    texts = list(passages(context))
    found = list(_found(context, texts))
    told = {one.figures[-1].start for one in found if not good(one.verdict)}
    halves = [one for one in halves_of_one_whole(texts) if one.figures[-1].start not in told]
    wrong = {one.figures[-1].start for one in halves}
    yield from halves
    yield from (one for one in found if one.figures[-1].start not in wrong)


def _found(context: Context, texts: list[Passage]) -> Iterator[Relation]:
    flat = [slot for passage in texts for slot in passage.slots]
    order = {slot.mention.start: index for index, slot in enumerate(flat)}
    far, tabled = FarWholes(texts), TabledWholes(context)
    spoken = SpokenWholes(context, texts)
    group: list[Share] = []
    every: list[Share] = []
    for index, passage in enumerate(texts):
        yield from paired_shares(passage, texts[index - 1] if index else None)
        yield from shares_of_partitions(passage)
        paired = rates_in_rows(passage)
        for share in shares_of(passage, index):
            every.append(share)
            if share.rate.index in paired or _is_first_of_row(passage, share):
                continue
            settled, told = spoken.share(share)
            yield from told
            if settled and any(one.verdict == "error" for one in told):
                continue  # the words leave no choice, whatever else the rate may be a share of
            if group and (
                whole_divided(group, share, context.document.text)
                or not are_siblings(group[-1], share, texts, _between(group[-1], share, flat, order))
            ):
                yield from tabled.acquitted(group, _near_or_far(group, flat, order, texts, far))
                group = []
            group.append(share)
    if group:
        yield from tabled.acquitted(group, _near_or_far(group, flat, order, texts, far))
    yield from shares_of_known_parts(texts, every)
    yield from shares_by_name(context, texts)
    yield from renamed_shares(texts)
    yield from shares_of_a_side(texts)


def _is_first_of_row(passage: Passage, share: Share) -> bool:
    """三者分别占总额 W 的 p、q、r: p is the first thing's share, not that of the thing beside it."""
    row = re.search("分别占", passage.text[: share.rate.at]) is not None
    return row and passage.after(share.rate) == "、" and share.rate.before[-1:] in ("占", "的")


def _near_or_far(
    group: list[Share], flat: list[Slot], order: dict[int, int], texts: list[Passage], far: FarWholes
) -> Iterator[Relation]:
    """The group by what stands near; a share that stands alone and finds nothing there by what was told long before."""
    if len(group) == 1 and (told := _of_the_last_two(group[0], texts[group[0].passage])) is not None:
        yield told
        return
    found = list(shares_of_siblings(group, flat, order, texts))
    if len(group) == 1:
        found = [one for one in found if one.verdict != "error" or not _of_the_sentence(one, group[0], texts)]
        found = [one for one in found if one.verdict != "error" or not _of_a_namesake(one, group[0], texts)]
    if not any(one.verdict == "error" for one in found):
        yield from shares_in_all(group)
    alone = len(group) == 1 and all(one.verdict == "suspicious" for one in found)
    yield from (list(far.share(group[0])) if alone else []) or found


def _of_the_last_two(share: Share, passage: Passage) -> Relation | None:
    """“三公”经费支出 4.12 万元，年初预算 4.50 万元，占预算的 91.56%: what stands nearest is the whole, by its name."""
    whole, at = share.part, share.part.index
    before = passage.slots[at - 1] if at and passage.slots[at] is whole else None
    if before is None or share.rate.index != at + 1 or not same_kind(before, whole) or whole.mention.value <= 0:
        return None
    called = len(share.whole) > 1 and share.whole.removeprefix("了").rstrip("的") in label_of(whole)
    computed = converted(before.mention, whole.mention.unit) / whole.mention.value
    if not called or not good(judged(computed, None, share.rate.mention)):
        return None
    return share_relation(replace(share, part=before), whole, computed, "ok", "")


def _of_the_sentence(failed: Relation, share: Share, texts: list[Passage]) -> bool:
    """支出 3.86 万元，其中接待费 0.44 万元，占预算的 85.78%: the share of what is told in front of 其中."""
    passage = texts[share.passage]
    wholes = {each.start for each in failed.figures if each.role == "whole"}
    whole = next((slot for slot in passage.slots if slot.mention.start in wholes), None)
    if whole is None or "其中" not in passage.text[: share.part.at] or whole.mention.value <= 0:
        return False
    before = [slot for slot in passage.slots[: share.part.index] if slot is not whole and same_kind(slot, whole)]
    unit = whole.mention.unit
    parts = (converted(slot.mention, unit) / whole.mention.value for slot in before)
    return any(good(judged(part, None, share.rate.mention)) for part in parts)


def _of_a_namesake(failed: Relation, share: Share, texts: list[Passage]) -> bool:
    """完成投资 A。…上年度完成投资 B。…完成投资中尚有 d 未付，占 P: of another figure that is called as the whole is,
    and stands as far away."""
    wholes = {each.start for each in failed.figures if each.role == "whole"}
    whole = next((slot for text in texts for slot in text.slots if slot.mention.start in wholes), None)
    if whole is None or share.rate.mention.decimals < _PAIR or whole in texts[share.passage].slots:
        return False
    name = core(label_of(whole))
    called = [
        slot
        for text in texts
        for slot in text.slots
        if same_kind(slot, whole) and slot.mention.value > 0 and name and core(label_of(slot)).endswith(name)
    ]
    reads = (share_of(share, slot) for slot in called)
    return any(read is not None and good(read[1]) for read in reads)


def _between(a: Share, b: Share, flat: list[Slot], order: dict[int, int]) -> list[Slot]:
    first = order[a.rate.mention.start] + 1
    return flat[first : min(order[b.part.mention.start], first + BACK)]
