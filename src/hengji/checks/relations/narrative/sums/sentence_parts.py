"""A total and its parts, each in a sentence or line of its own: 本年收入 T。其中：财政拨款收入 a，占 p。其他收入 b。

The parts lead their sentences, and are told alike: with one noun at the end of their names, each with its share, or
each alone. What numbered items tell is read by `item_lists`, and what the field itself makes whole by `known_wholes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.relations.naming import label_of, role_of
from hengji.checks.relations.narrative.sums.nearly_whole import nearly_whole
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum
from hengji.checks.relations.narrative.sums.partitions import is_complete
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.narrative.sums.scopes import is_base
from hengji.checks.relations.narrative.sums.traits import overlapping
from hengji.checks.relations.near_misses import slips_in
from hengji.checks.relations.passages import COUNT, RATE, Passage, Slot
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["sentence_parts"]

_OPENS: Final = re.compile(r"其中|包括|分别|方面|如下|构成|组成|分类|[：:]\s*$")
_LEADS: Final = re.compile(r"^(?:其中[：，]?|包括[：，]?|——|[-●•◆■·])?(?P<name>[^，。；：（）\ue000-\ue005]{2,24})$")
_FIRST: Final = re.compile(r"(?:[，；：]其中：|(?:方面|如下|构成|组成|包括|分别为)：)[^，。；：]{2,20}$")
_BARE: Final = re.compile(r"^[^，。；-]{0,4}[。；]?$")
"""What stands behind the only figure of a sentence that tells a part and nothing else."""
_DETAILS: Final = re.compile("^(?:，?其中|，?主要|，?包括|，?用于|（)[^；]*$")
"""What opens the details of one part."""
_NUMBERED: Final = re.compile(r"\n\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.、．](?!\d))")
_STRANGE: Final = re.compile(
    r"上年|去年|年初|年末|年底|期末|预算数|目标|计划|结余|结转|余额|人均|平均|标准|合计|总计|共|累计|另|此外|同时|主要|等$|其中.*其中|"
    r"比|较|增|减|完成率|未|剩余|实际|截至"
)
_SIDES: Final = re.compile("收入|支出")
_VAGUE: Final = re.compile(
    r"主要(?!用于以下|用于下列|包括以下|用于如下)|重点|例如|比如|等方面|等[^，。；级次]{0,4}[。；]"
)
_TAIL: Final = 2  # characters of the noun that all names end in
_LEAST: Final = 2
_MOST: Final = 14
_FAR: Final = 260  # characters from one part to the next
_SWAPPED, _DIGIT = 4, 5  # digits of figures that a slip of the pen mends by no chance


def sentence_parts(text: str, texts: Sequence[Passage], index: int, kind: str) -> Iterator[Relation]:
    """The totals of *kind* that passage *index* of *text* tells, against the sentences behind it."""
    passage = texts[index]
    if kind not in passage.text or index + 1 >= len(texts):
        return
    own = [slot for slot in plain_slots(passage) if slot.kind == kind and not is_base(passage, slot)]
    totals = own
    first: list[Slot] = []
    if len(own) > 1 and _FIRST.search(own[-1].before):
        totals, first = own[:-1], own[-1:]
    if not totals:
        return
    parts, shares = _parts(text, texts, index, first, totals[-1])
    if len(parts) < _LEAST or _opening(text, totals[-1], parts[0]) is None:
        return
    for total in reversed(totals):
        for length in range(len(parts), _LEAST - 1, -1):
            if adds_up(total, parts[:length]) and (length == len(parts) or length > _LEAST):
                yield judge_sum(Sum(total, tuple(parts[:length])))
                return
    done = [slot for slot in totals if role_of(label_of(slot)) != "base"] or totals
    if len(done) == 1 and _is_fault(Sum(done[0], tuple(parts)), shares, _opening(text, done[0], parts[0]) or ""):
        yield judge_sum(Sum(done[0], tuple(parts)), "error")


def _opening(text: str, total: Slot, first: Slot) -> str | None:
    """The words between a total and its first part, where they open a list."""
    words = text[total.mention.end : first.mention.start]
    return words if len(words) <= _FAR and _OPENS.search(words) else None


def _parts(
    text: str, texts: Sequence[Passage], index: int, first: list[Slot], total: Slot
) -> tuple[list[Slot], list[Slot]]:
    """The figures that lead the sentences behind, as far as they are told alike, and the share of each."""
    found, last = list(first), (first or [total])[-1]
    in_line = False
    shares = [share for one in first if (share := _share(texts[index], one)) is not None]
    for passage in texts[index + 1 : index + _MOST]:
        slot = _leading(passage, total, opened=not found)
        gap = text[last.mention.end : slot.mention.start] if slot is not None else ""
        if slot is None or len(gap) > _FAR or _NUMBERED.search(gap):
            break
        starts_line = "\n" in text[max(0, passage.start - 1) : passage.start + 1]
        if len(found) > 1 and starts_line and in_line:
            break  # the parts go on in one line; what a new one tells is something else
        in_line = in_line or (bool(found) and not starts_line)
        share = _share(passage, slot)
        if share is not None and found and not shares:
            break  # 其中：财政拨款 a。基本支出 b，占 p。项目支出 c，占 q。
        bare = len(passage.slots) == 1 and _BARE.match(passage.after(slot)) is not None
        if found and not (_alike(found[0], slot) or bare or (share is not None and len(shares) == len(found))):
            break
        found.append(slot)
        shares += [share] if share is not None else []
        last = slot
    return found, shares


def _leading(passage: Passage, total: Slot, *, opened: bool) -> Slot | None:
    """The figure that opens *passage* and is the only one it counts, its own details left out; *opened*: the first part
    may have 其中 in front."""
    plain = [one for one in plain_slots(passage) if one.kind == total.kind]
    if not plain or plain[0].index or (len(plain) > 1 and not _DETAILS.match(plain[1].before)):
        return None
    slot = plain[0]
    named = _LEADS.match(slot.before)
    if named is None or _STRANGE.search(named["name"]) or ("其中" in slot.before and not opened):
        return None
    alike = same_kind(slot, total) and str(slot.mention.unit) == str(total.mention.unit)
    return slot if alike and _one_side(total, slot) and slot.mention.value <= total.mention.value else None


def _share(passage: Passage, slot: Slot) -> Slot | None:
    """占 P right behind *slot*."""
    behind = passage.slots[slot.index + 1 : slot.index + 2]
    return behind[0] if behind and behind[0].kind == RATE and re.match("^，?占", behind[0].before) else None


def _alike(one: Slot, other: Slot) -> bool:
    names = [re.sub("(?:为|共|是|：)+$", "", label_of(slot)) for slot in (one, other)]
    return all(len(name) > _TAIL for name in names) and names[0][-_TAIL:] == names[1][-_TAIL:] and names[0] != names[1]


def _one_side(total: Slot, part: Slot) -> bool:
    """Whether *part* is not told of the other side of the account."""
    sides = [set(_SIDES.findall(label_of(slot))) for slot in (total, part)]
    return not all(sides) or bool(sides[0] & sides[1])


def _is_fault(one: Sum, shares: Sequence[Slot], opening: str) -> bool:
    """Whether the parts were meant to be all: they are more than it, their shares are all, or a slip parts them."""
    labels = [re.sub("^其中[：，]?", "", label_of(part)) for part in one.parts]
    if _VAGUE.search(opening) or len(set(labels)) < len(labels) or overlapping(labels):
        return False
    if is_complete(labels) or nearly_whole(one.total, one.parts, labels):
        return True
    whole = sum((share.mention.value for share in shares), Fraction(0))
    told = len(shares) == len(one.parts) and abs(whole - 1) <= max(share.mention.step for share in shares) * len(shares)
    over = one.rest < 0 and (one.total.kind != COUNT or len(one.parts) > _LEAST) and "其中" in opening
    long = significant_digits(one.total.mention.text) >= _SWAPPED
    slips = long and slips_in([(1, part) for part in one.parts], one.total, swapped=_SWAPPED, digit=_DIGIT)
    return bool(told or over or slips)
