"""What single words say of a figure: that it is last year's, that it was planned, that it is an amount of change."""

from __future__ import annotations

import re
from typing import Final

from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot

__all__ = [
    "apart",
    "goes_without_a_name",
    "is_counted_twice",
    "is_last_years",
    "is_planned",
    "is_quantity",
    "share_a_name",
]

_LAST: Final = re.compile(
    r"上一?年(?!结[转余])|去年|上期|上一个|前一年|(?:上年|去年|较)同期|上季|上个?月|上学年|上届|上一?批|上一?轮|上一?次|原来|原先|原有|原值|年初有|改造前|此前|以前|过去|整治前|实施前|期初"
)
_PLAN: Final = re.compile(
    "预算|计划(?!生育)|目标|任务|指标|标准|限额|上限|控制|不超过|不低于|不少于|核定|编制|概算|设计|(?<!免疫)规划|约定|合同"
)
_OTHER: Final = re.compile("前年|每|均|单价|累计|其中|截至目前")
_TIME_ALONE: Final = re.compile(
    "而|还|有|为|是|的|末|底|则|只|仅|数|达|约|共|同期|相比|相较|比|较|与|从|由|年度|年|度|决算|实际|支出|这一"
)
_OF_NOW: Final = re.compile(r"本年|今年|当年|本期|现|20\d\d|增|减|升|降|多|少|比|较")
_YEAR: Final = re.compile(r"20\d\d(?=年)")
_TWICE: Final = re.compile("(?:部分|有的|有些|个别|少数)[^，。；]{1,14}[都均]|(?:有|剔除|扣除|去除)重复|去重|重复计")
"""部分企业上下半年都检查过: there are fewer than the parts make."""
_EXPLAINED: Final = re.compile(r"^（(?P<said>[^）\ue000-\ue005]{1,12})）")


def is_counted_twice(passage: Passage, slot: Slot) -> bool:
    """Whether the words behind a number of things say that some of them are in more than one part."""
    return slot.kind == COUNT and _TWICE.search(passage.text, slot.at) is not None


def is_quantity(slot: Slot) -> bool:
    """An amount or a count of something there is: neither a rate nor nothing nor blurred."""
    points = slot.mention.decimals > 0 and slot.mention.unit_text == "个"  # 1.4个、0.8个和2.1个百分点
    return slot.kind in (MONEY, COUNT) and slot.mention.value > 0 and not slot.mention.approximate and not points


def _told_with(passage: Passage, slot: Slot) -> str:
    """The words that tell the figure: those of its clause in front, and a bracket right behind."""
    behind = _EXPLAINED.match(passage.after(slot))
    return slot.label + (f"（{behind['said']}" if behind else "")


def is_last_years(passage: Passage, slot: Slot) -> bool:
    """（上年收入 A、支出 B）, 上年的 A（涉外 B）: what is joined to last year's figure is of that year too."""
    if _LAST.search(_told_with(passage, slot)) or _is_of_earlier_year(passage, slot):
        return True
    joined = slot.before.startswith("、") or (slot.before.startswith("（") and not _OF_NOW.search(slot.before))
    return bool(slot.index and joined) and is_last_years(passage, passage.slots[slot.index - 1])


def _is_of_earlier_year(passage: Passage, slot: Slot) -> bool:
    """2022年秋季 B 人 beside 2023年秋季 A 人."""
    own = _YEAR.search(slot.label)
    if own is None:
        return False
    others = [found[0] for one in passage.slots if one is not slot and (found := _YEAR.search(one.label)) is not None]
    return bool(others) and max(others) > own[0]


def is_planned(passage: Passage, slot: Slot) -> bool:
    return _PLAN.search(_told_with(passage, slot)) is not None


def apart(slot: Slot) -> bool:
    """Whether its words set the figure apart from totals: 每, 人均, 其中, 前年."""
    return _OTHER.search(slot.label) is not None


def goes_without_a_name(slot: Slot) -> bool:
    """（上年 B）, 而上年末还有 B: the words tell but the time, so that it is the same thing as the figure before."""
    return len(_TIME_ALONE.sub("", _LAST.sub("", slot.label))) <= 1


def share_a_name(a: Slot, b: Slot) -> bool:
    """Whether two figures are called by two characters that stand side by side in both names."""
    return bool(pairs_of(a.label) & pairs_of(b.label))
