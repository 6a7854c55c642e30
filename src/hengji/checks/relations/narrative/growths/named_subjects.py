"""What a change is about where its sentence only names it, 公用经费较上年减少 D, and last year's figure behind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.passages import Slot
from hengji.checks.relations.verdicts import converted, judged, same_kind

__all__ = ["is_base", "named_in_front", "of_one_thing", "of_own_year", "this_year"]

_PAIR = 2
_LONG = 8  # letters of a name that two things do not share
_WHAT_CHANGED = re.compile(r"^[。；，]?(?P<what>[\u4e00-\u9fff“”]{3,16}?)(?:支出)?(?:比|较|同比)")
_CLAUSE = re.compile(r"^(?P<what>[\u4e00-\u9fff“”]{2,12}?)(?:[多少升降]|[增减][加长少]?|下降|上升)(?:了|出)?$")
_YEAR = re.compile(r"20\d\d(?=年)")
_PLANNED = re.compile("(?:年初|全年|调整后?)?(?<!公共)(?<!基金)(?<!经营)预算(?:数|安排)?|计划")
_LAST = re.compile(r"上年|去年|上一年|同期|20\d\d年")
_ADDED = re.compile("(?:新增|净增|新招募|新发展|新登记)(?:了)?$")


def this_year(current: Sequence[Slot]) -> Slot:
    """The figure of this year: not the 新增 D that stands between it and what it is compared with."""
    told = [slot for slot in current if not _ADDED.search(slot.before)]
    return told[0] if told and told[0].index == current[0].index - 1 else current[0]


def of_one_thing(what: str, amount: Slot) -> bool:
    """Whether what last year's figure is called is what changed; a budget or a count of it has no name of its own."""
    name = re.sub("预算|决算|同期|数|为|的", "", what)
    return len(name) < _PAIR or name in amount.before


def named_in_front(amount: Slot, near: tuple[Slot, ...]) -> Slot | None:
    """公用经费 A。公用经费较上年减少 D: the one figure in front that bears the name of what changed."""
    told = _WHAT_CHANGED.match(amount.before)
    if told is None and (told := _CLAUSE.match(amount.label)) and core(told["what"]) != told["what"]:
        return _by_full_name(told["what"], amount, near)  # 本年支出少 D is not told of 支出总计
    name = core(told["what"]) if told else ""
    called = [slot for slot in near if len(name) >= _PAIR and core(label_of(slot)) == name and same_kind(slot, amount)]
    return called[0] if len({slot.mention.value for slot in called}) == 1 else None


def _by_full_name(what: str, amount: Slot, near: tuple[Slot, ...]) -> Slot | None:
    """一般公共预算财政拨款支出 A，占 P。与上年相比，一般公共预算财政拨款支出减少 D: the same words to the letter."""
    called = [slot for slot in near if slot.at < amount.at and same_kind(slot, amount)]
    called = [slot for slot in called if len(what) >= _LONG and label_of(slot) == what and not is_base(slot, amount)]
    return called[0] if len({slot.mention.value for slot in called}) == 1 else None


def of_own_year(current: Slot, amount: Slot, rate: Slot) -> bool:
    """Whether the rate is D ÷ A, of this year's figure, to three digits and more."""
    delta = abs(converted(amount.mention, current.mention.unit))
    exact = rate.mention.decimals >= _PAIR and current.mention.value > 0
    return exact and judged(delta / current.mention.value, None, rate.mention) == "ok"


def is_base(named: Slot, amount: Slot) -> bool:
    """Whether the figure of that name is what the change starts from: last year's, or the budget compared with."""
    label, told = label_of(named), amount.before
    years, own = _YEAR.findall(named.before), _YEAR.findall(told)
    earlier = bool(years and own) and years[-1] < max(own)
    planned = _PLANNED.search(told) is not None and _PLANNED.search(label) is not None
    return earlier or planned or (_LAST.search(label) is not None and not years)
