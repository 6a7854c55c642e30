"""What the whole of siblings may be: the total announced before the first of them, or the figure that their own words
name. An expenditure's whole is an expenditure, an income's an income, unless the words say otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of, matches, role_of
from hengji.checks.relations.narrative.shares.told_shares import Share
from hengji.checks.relations.passages import Passage, Slot
from hengji.checks.relations.verdicts import converted, interval_of, same_kind

__all__ = [
    "BACK",
    "COMPOSED",
    "Whole",
    "adds_up_to",
    "differ",
    "family",
    "leading",
    "outturn_of",
    "wholes_of",
    "within",
]

COMPOSED = re.compile(r"(?P<what>[^，。；：\ue000-\ue005]{2,24}?)的?(?:具体|主要)?(?:构成|组成|结构)")
BACK = 40  # figures before a share among which its whole is looked for
_AWARDED = re.compile("授予中小(?:微)?企业")
_PROCURED = re.compile("政府采购(?:支出|合同|成交)?(?:总?金?额|合计)$")
"""财库〔2022〕19号: what went to small firms is told as a share of all that was bought."""
_LEAD_IN = re.compile(
    r"^[，。；：（]?(?:其中|包括|分别|具体|主要|由|按[^，。；：]{1,16}?(?:划分|分类|分|看|性质|来源|用途|科目)[^，。；：]{0,4}[：，]|[^，。；]{0,12}构成[^，。；]{0,4}：)"
)
_PEOPLE = frozenset(("人", "名", "户", "位"))
_ANSWERED = re.compile(r"有效|收回|回收|样本|问卷")
_SPENT = re.compile("支出(?:总?额|合计|总计)?$|采购(?:总?额|支出|金额)|实际|决算|成交|合同")
_DONE = re.compile("支出|执行|支付|列支|采购总?额|实际|决算|成交|合同")
_PLANNED = re.compile("预算|计划|概算")
_EXACT = 2  # decimals of a share that two wholes do not give by chance
_GAP = 4  # characters between a sentence and the one that goes on with 其中
_INSIDE = re.compile(
    r"(?:^|[，。；：])(?:在|而)?(?P<what>[^，。；：、其\ue000-\ue005]{2,12}?)(?:之|当)?(?:中(?![心学小央介标医级国期等层药型队转])|里面?，?)[^，。；：]{2,16}$"
)


@dataclass(frozen=True, slots=True)
class Whole:
    """A candidate for the whole of a group: `rank` 3 is named with its figure, 2 by the same words, 1 is a guess."""

    slot: Slot
    rank: int


def family(label: str) -> str:
    """收入 or 支出, where the name is plainly one of them."""
    found = set(re.findall("收入|支出", label.replace("收支", "收入支出")))
    return found.pop() if len(found) == 1 else ""


def differ(a: str, b: str) -> bool:
    return bool(a and b and a != b)


def wholes_of(group: list[Share], flat: list[Slot], order: dict[int, int], texts: list[Passage]) -> list[Whole]:
    """Candidates for the whole of *group*, nearest first."""
    first = group[0]
    if first.named is not None:
        return [Whole(first.named, 3)]
    position = order[first.part.mention.start]
    before = [slot for slot in reversed(flat[max(0, position - BACK) : position]) if _divisible(slot, first.part)]
    phrase = first.whole or within(first) or _announced(first, texts[first.passage])
    own = next((name for share in group if (name := family(label_of(share.part)))), "")
    led = leading(first, texts)
    budget = core(phrase) == "预算" and _one_budget(before)
    found: list[Whole] = []
    seen: set[Fraction] = set()
    for slot in before:
        value = converted(slot.mention, first.part.mention.unit)
        if len(group) == 1 and value == first.part.mention.value and first.rate.mention.value != 1:
            continue  # 支出总计 A。…A 占全年支出的 P: the part itself, told before
        if value in seen or value < max(share.part.mention.value for share in group):
            continue
        seen.add(value)
        grade = matches(phrase, label_of(slot)) if phrase else 0
        grade = (
            2 if _AWARDED.search(label_of(first.part)) and not phrase and _PROCURED.search(label_of(slot)) else grade
        )
        grade = 2 if budget and label_of(slot).endswith(("预算", "预算数", "预算为")) else grade
        announced = led is not None and slot.mention.start == led.mention.start
        if grade == 2 or (announced and led is not None and (not phrase or _called_alike(phrase, led))):
            found.append(Whole(slot, 2))
        elif not grade and differ(own, family(label_of(slot))):
            continue
        elif grade == 1 or len(seen) <= 8 or adds_up_to(group, slot):
            found.append(Whole(slot, 1))
    return found


def outturn_of(share: Share, whole: Slot, passage: Passage) -> Slot | None:
    """占支出总额的 P, where P is of the budget *whole* (预算 B，实际 A): the outturn that stands behind that budget."""
    spent = _SPENT.search(share.whole) and not _PLANNED.search(share.whole)
    exact = share.rate.mention.decimals >= _EXACT
    if not (spent and exact and _PLANNED.search(label_of(whole)) and role_of(label_of(whole)) == "base"):
        return None
    behind = next((slot for slot in passage.slots if slot.mention.start > whole.mention.start), None)
    if behind is None or behind is share.part or not same_kind(behind, whole):
        return None
    return behind if role_of(label_of(behind)) == "part" and _DONE.search(label_of(behind)) else None


def _one_budget(before: Sequence[Slot]) -> bool:
    """Whether all figures called 预算 are one amount, so that 占预算 can mean no other."""
    return len({slot.mention.value for slot in before if re.search("预算(?:数|为)?$", label_of(slot))}) == 1


def _divisible(whole: Slot, part: Slot) -> bool:
    """Whether *part* can be a share of *whole*: of one kind, or people of so many papers filled in."""
    papers = str(part.mention.unit) in _PEOPLE and str(whole.mention.unit) == "份"
    return same_kind(whole, part) or (papers and _ANSWERED.search(whole.label) is not None)


def _called_alike(phrase: str, led: Slot) -> bool:
    """处置固定资产原值 T，其中 a，占处置总额的 P: the whole's verb stands in the name of the total in front."""
    verb = core(phrase)
    return bool(phrase) and len(verb) == 2 and verb not in ("支出", "收入", "预算") and verb in label_of(led)


def within(share: Share) -> str:
    """What the part says itself that it is a part of: 项目支出中甲 a，占 P."""
    told = _INSIDE.search(share.part.before)
    return core(told["what"]) if told and not share.whole else ""


def _announced(share: Share, passage: Passage) -> str:
    match = COMPOSED.search(passage.text[: share.part.at])
    return match["what"] if match else ""


def leading(share: Share, texts: list[Passage]) -> Slot | None:
    """The total announced before the first part (T，其中：a …), nothing but its own changes between them."""
    if not _LEAD_IN.search(share.part.before):
        return None
    passage, index = texts[share.passage], share.part.index
    if index == 0 and share.passage:
        before = texts[share.passage - 1]
        if passage.start - before.end > _GAP:
            return None
        passage, index = before, len(before.slots)
    changed = changed_slots(passage)
    plain = [slot for slot in passage.slots[:index] if slot.index not in changed and same_kind(slot, share.part)]
    only_rates = all(slot.index in changed for slot in passage.slots[plain[-1].index + 1 : index]) if plain else False
    return plain[-1] if plain and (only_rates or len(plain) == 1) else None


def adds_up_to(group: list[Share], whole: Slot) -> bool:
    """Whether the parts can make up *whole*."""
    unit = whole.mention.unit
    if len(group) < 2:
        return False
    total = interval_of(group[0].part.mention, unit)
    for share in group[1:]:
        total = total + interval_of(share.part.mention, unit)
    return total.meets(interval_of(whole.mention, unit))
