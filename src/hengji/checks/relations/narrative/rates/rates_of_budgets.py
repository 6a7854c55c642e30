"""The rate of execution right behind what the paper spent in all, whose budget was told sections before.

调整后全年预算 B。…… 2020年决算支出 A，预算执行率 P: the rate names the budget, the amount in front of it is all that
was spent, and the paper has one budget of the whole, the adjusted one where it tells several. Where A over nothing else
in the text gives P, and swapping two digits of P or changing one of four makes it A over that budget, it is no chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.rates.divided import quotient, rate_of_two
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, shape, shown_digits
from hengji.checks.relations.verdicts import converted, good, judged, same_kind
from hengji.facts.relation import Relation

__all__ = ["rates_of_budgets"]

_RATE: Final = re.compile(
    r"^[，；、（]?(?P<name>(?:全年|年度|总体|整体|部门|项目|总)*(?:预算|资金|支出)*(?:执行|完成|支出)(?:率|进度))(?:高?达到?|为|是|仅|约|：)*$"
)
_SPENT: Final = re.compile(
    r"(?:20\d\d年度?|截[至止].{0,10}日|我[局院所校馆办乡镇县委会]|本?(?:部门|单位|项目)|整体|全年|当年|年度|本年|全部|实际|累计|决算|总|共|财政|预算)*"
    r"(?:支出|执行|支付|使用)(?:决算|合计|总额|总计|资金|金额|数|总|共|了|为|计|：)*"
)
_ADJUSTED: Final = re.compile(
    r"(?:调整后?|全年|执行|最终)的?(?:全年|年度|部门|项目|支出|总)*预算(?:总额|合计|数|总)*(?:为|是|：|达)*$"
)
_BUDGET: Final = re.compile(
    r"(?:20\d\d年度?|我[局院所校馆办]|本?(?:部门|单位|项目)|整体|全年|当年|年度|本年|年初|批复|下达|安排|支出|总)*预算(?:资金|总额|合计|数|总)*(?:为|是|：|达|共|安排)*"
)
_LONG: Final = 4


def rates_of_budgets(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Errors of kind ``rate``; *texts* are the passages of the paper in order."""
    for index, passage in enumerate(texts):
        for rate in passage.slots[1:] if RATE in passage.text else ():
            named = _RATE.match(rate.before) if rate.kind == RATE and not rate.mention.approximate else None
            part = passage.slots[rate.index - 1]
            if named is None or part.kind != MONEY or not _SPENT.fullmatch(label_of(part)):
                continue
            base = _budget(texts[: index + 1], part)
            if base is not None and _slipped(part, base, rate) and not _explained(texts, part, rate):
                yield rate_of_two(part, base, rate, named["name"])


def _budget(texts: Sequence[Passage], part: Slot) -> Slot | None:
    """The one budget of the whole that the paper tells up to *part*, as much as it or more."""
    money = [
        slot
        for passage in texts
        for slot in passage.slots
        if slot.kind == MONEY and "预算" in slot.before and slot.index not in changed_slots(passage)
    ]
    for which in (_ADJUSTED.search, _BUDGET.fullmatch):
        found = [slot for slot in money if which(label_of(slot)) and same_kind(slot, part)]
        if found:
            sole = len({slot.mention.value for slot in found}) == 1
            larger = converted(found[0].mention, part.mention.unit) >= part.mention.value > 0
            return found[0] if sole and larger and not found[0].mention.approximate else None
    return None


def _slipped(part: Slot, base: Slot, rate: Slot) -> bool:
    computed, verdict = quotient(part, base, rate)
    written, meant = as_written(rate.mention.value, rate.mention), as_written(computed, rate.mention)
    return not good(verdict) and shown_digits(meant) >= _LONG and shape(written, meant) in (SWAPPED, ONE_DIGIT)


def _explained(texts: Sequence[Passage], part: Slot, rate: Slot) -> bool:
    """Whether any other amount of the paper is what the rate divides by, or into."""
    money = [slot for passage in texts for slot in passage.slots if slot.kind == MONEY and slot.mention.value > 0]
    for slot in money:
        if same_kind(slot, part) and slot is not part:
            share = part.mention.value / converted(slot.mention, part.mention.unit)
            if good(judged(share, None, rate.mention)) or (share < 1 and good(judged(1 - share, None, rate.mention))):
                return True
    return False
