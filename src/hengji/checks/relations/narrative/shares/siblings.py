"""Which shares are siblings, that divide one whole, and when that whole is divided to the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of, role_of
from hengji.checks.relations.narrative.shares.told_shares import Share
from hengji.checks.relations.narrative.shares.wholes import COMPOSED, differ, family, leading, within
from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.verdicts import converted, same_kind

__all__ = ["are_siblings", "whole_divided"]

_TOTAL = re.compile(r"合计|总计|总额|共计|总(?:收入|支出|预算|投资|资金|数|量)")
_HEADING = re.compile(
    r"\n[ \t\u3000]{0,8}(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])"
    r"(?:20\d\d(?=年)|[^\n，。；：\d]){2,40}(?=\n)"
)
_APART = 3  # passages that may lie between siblings


def are_siblings(a: Share, b: Share, texts: list[Passage], between: Sequence[Slot]) -> bool:
    """Whether two shares, with the figures *between* them, divide one whole."""
    if b.passage - a.passage > _APART or a.named is not None or b.named is not None or not same_kind(a.part, b.part):
        return False
    goes_on = not b.whole and a.passage == b.passage and re.match("^[；，、]", b.part.before)  # 占 W 的 P；乙，占 Q
    if (core(a.whole) != core(b.whole) and not goes_on) or re.search(r"[；。，]按[^；。，]{1,16}：?", b.part.before):
        return False
    if within(b) and within(b) != within(a):
        return False  # 项目支出 A，占 P，项目支出中甲 a，占 Q: of A
    if differ(family(label_of(a.part)), family(label_of(b.part))) or _announced_anew(a, b, texts, between):
        return False
    if a.whole and not b.whole and re.search("(?:用途|其中|包括|用于)[为是：]{0,2}[^，。；：]{0,16}$", b.part.before):
        return False  # A 占全年支出的 P，用途为：甲 a，占 p: of A, not of the year's
    if a.passage == b.passage:
        return True
    led = leading(a, texts)
    if led is not None and a.part.kind == MONEY and not _room_for_both(a.part, b.part, led):
        return False  # T，其中 a，占 P。 b，占 Q: b is more than what T has beside a
    apart = [passage for passage in texts[a.passage + 1 : b.passage + 1] if COMPOSED.search(passage.text)]
    return not apart and b.part.index == 0


def whole_divided(group: list[Share], following: Share, text: str) -> bool:
    """Whether the whole of *group* is done with where *following* comes: its shares make 100%, or a heading, which
    divides something else, stands between them in a passage of its own."""
    if following.passage == group[-1].passage:
        return False
    total = sum((share.rate.mention.value for share in group), Fraction(0))
    slack = Fraction(len(group), 2) * max(one.rate.mention.step for one in group)
    if len(group) > 1 and abs(total - 1) <= slack:
        return True
    return _HEADING.search(text, group[-1].rate.mention.end, following.part.mention.start) is not None


def _room_for_both(a: Slot, b: Slot, whole: Slot) -> bool:
    unit = whole.mention.unit
    return converted(a.mention, unit) + converted(b.mention, unit) <= whole.mention.value


def _announced_anew(a: Share, b: Share, texts: list[Passage], between: Sequence[Slot]) -> bool:
    """Whether another total stands between the two: a figure that both parts fit into, and no budget of its own row."""
    both = a.part.mention.value + converted(b.part.mention, a.part.mention.unit)
    big = [
        slot
        for slot in between
        if same_kind(slot, b.part) and converted(slot.mention, a.part.mention.unit) >= both and _may_total(slot)
    ]
    if not big:
        return False
    changed = {
        passage.slots[index].mention.start
        for passage in texts[a.passage : b.passage + 1]
        for index in changed_slots(passage)
    }
    return any(slot.mention.start not in changed for slot in big)


def _may_total(slot: Slot) -> bool:
    label = label_of(slot)
    return role_of(label) != "base" or _TOTAL.search(label) is not None
