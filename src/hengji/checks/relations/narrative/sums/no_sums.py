"""Figures behind a total that make no sum of it: they overlap, tell some trait, or are of another quantity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.one_composition import Composition
from hengji.checks.relations.narrative.sums.one_sum import Sum
from hengji.checks.relations.narrative.sums.traits import by_some_trait, overlapping
from hengji.checks.relations.passages import COUNT

__all__ = ["is_no_sum", "of_two_quantities", "some_in_brackets"]

_IN_BOTH: Final = re.compile(
    "兼有|兼具|两[类种项](?:问题|情形|情况)?(?:均|都|同时|兼)|同时(?:存在|具有|有|属于|享受)|重复(?:计算|统计)|交叉"
)
_ANY_NOUN: Final = re.compile("支出|决算|预算|经费|资金|合计|总|金额|数")
_AFTERWARDS: Final = re.compile(
    "(?:[调增减压收扣追核整改扩并转变][\u4e00-\u9fff]{0,3}|处置|回收|剔除)[之以]?后，?[^，。；：、]{0,10}?(?:为|达到?|有|剩|是)$"
)
"""调减甲 a、乙 b，合计 T，调减后分别为 c 和 d: what is told of the time after a change is no part of what changed."""
_QUANTITY: Final = 4  # characters of the name of a quantity
_CODE: Final = re.compile(r"(?<!\d)(2\d{2}(?:\d{2}){0,2})[类款项]?[）)]")
_BESIDE: Final = 2  # characters between a figure and the bracket that tells of it


def is_no_sum(one: Composition, natural: Sum, labels: Sequence[str]) -> bool:
    """Whether the parts make no sum: they overlap, are told by some trait of theirs, or stand for several each."""
    some = natural.rest > 0 and by_some_trait(labels)
    both = one.total.kind == COUNT and _IN_BOTH.search(one.passage.text) is not None
    each = any(part.before.endswith("各") for part in natural.parts)  # 援藏、援疆各 50 万元
    after = any(_AFTERWARDS.search(part.before) for part in natural.parts)
    return overlapping(labels) or some or both or each or after or _one_within_another(natural)


def _one_within_another(natural: Sum) -> bool:
    """文化（20701）a，其中行政运行（2070101）b: the codes say that the second is an item of the first."""
    found = [_CODE.findall(part.before) for part in natural.parts]
    codes = [each[-1] for each in found if each]
    return any(two != one and two.startswith(one) for one in codes for two in codes)


def of_two_quantities(natural: Sum) -> bool:
    """实际利用外资 T，其中开发区注册外资 a，实际利用外资 b: only one of the parts is called as the total is."""
    noun = re.sub("[为是共：]+$", "", label_of(natural.total))[-_QUANTITY:]
    called = [re.sub("[为是共：]+$", "", label_of(part)).endswith(noun) for part in natural.parts]
    named = len(noun) == _QUANTITY and _ANY_NOUN.search(noun) is None
    return named and any(called) and not all(called)


def some_in_brackets(one: Composition, natural: Sum) -> bool:
    """事业编制 41 个（参公 3 人，机关工勤 1 人）: a bracket that tells less than half tells what is special."""
    words = one.passage.text[one.total.at + 1 : natural.parts[0].at]
    named = re.search("其中|包括|分别", words) is not None
    return "（" in words[:_BESIDE] and not named and natural.computed * 2 < one.total.mention.value
