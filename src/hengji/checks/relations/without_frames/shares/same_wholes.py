"""Two shares of one named whole, of which one tells how much the whole is: 首贷户93户，占贴息企业的24.22%, which is of
384, and 抽查12户，占全部贴息企业的2.60%, which is of 384 too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.passages import COUNT, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written, mistaken
from hengji.checks.relations.verdicts import good, in_words, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.checks.relations.without_frames.reckoning import ratio_gives, ratio_of, slip_between
from hengji.facts.relation import Relation

__all__ = ["same_wholes"]

_OF: Final = re.compile(
    r"^，?占(?:了|到)?(?:全部|所有|全体|全年)?(?P<whole>[\u4e00-\u9fff]{3,10}?)(?:总数|总量)?的(?:比重|比例)?(?:为|是|约)?$"
)


def same_wholes(texts: Sequence[Passage], found: Sequence[Relation], settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``share``, errors all; no figure of the paper may make the share true."""
    named = [
        (told["whole"], passage, slot)
        for passage in texts
        for slot in passage.slots
        if slot.kind == RATE and not slot.mention.approximate and (told := _OF.search(slot.before)) is not None
    ]
    open_ones = [one for one in named if one[2].mention.start not in settled]
    known = _known(named, texts, found) if open_ones else {}
    counted = [slot for one in texts for slot in one.slots if is_quantity(slot)] if known else []
    for name, passage, rate in open_ones:
        part = passage.slots[rate.index - 1] if rate.index else None
        whole = known.get(name)
        if part is None or whole is None or part.kind != COUNT or not same_kind(part, whole):
            continue
        alike = [slot for slot in counted if same_kind(slot, part) and slot.mention.value > part.mention.value]
        if not any(ratio_gives(part, slot, rate) for slot in alike) and ratio_of(part, whole) < 1:
            yield _relation(part, whole, rate)


def _known(
    named: Sequence[tuple[str, Passage, Slot]], texts: Sequence[Passage], found: Sequence[Relation]
) -> dict[str, Slot]:
    """What each whole is that shares which hold name so, where they are all of one mind."""
    held = {one.figures[-1].start: one for one in found if one.kind == "share" and good(one.verdict)}
    places = {slot.mention.start: slot for one in texts for slot in one.slots}
    wholes: dict[str, list[Slot]] = {}
    for name, _, rate in named:
        one = held.get(rate.mention.start)
        starts = [each.start for each in one.figures if each.role == "whole"] if one is not None else []
        wholes.setdefault(name, []).extend(places[start] for start in starts if start in places)
    return {name: slots[0] for name, slots in wholes.items() if len({slot.mention.value for slot in slots}) == 1}


def _relation(part: Slot, whole: Slot, rate: Slot) -> Relation:
    computed = ratio_of(part, whole)
    right = as_written(computed, rate.mention)
    formula = f"{in_words(part.mention.value)} ÷ {in_words(whole.mention.value)}"
    message = (
        f"{number(part.mention)} 占 {number(whole.mention)} 的 {right}，文中为 {number(rate.mention)}。请核对两数。"
    )
    roles = [("part", part.mention), ("whole", whole.mention), ("stated", rate.mention)]
    likely = mistaken(number(rate.mention), right, slip_between(rate, computed))
    return relation("share", "error", roles, formula, right, message, likely or "所占的数或占比误写。")
