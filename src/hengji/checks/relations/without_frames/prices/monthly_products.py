"""So many, so much a month or a day, so many of those: 岗位 1220 个，每月补助 300 元，按 12 个月发放，共 A."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.intervals import Interval, exactly
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, in_words, interval_of, number, relation
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.facts.relation import Relation

__all__ = ["monthly_products"]

_EACH: Final = re.compile("(?:每月|每个月|月均|每人每月|每人月|按月|每天|每日)[^，。；]{0,8}$")
_MEAN: Final = re.compile("均|折|约|合计")
_TOTAL: Final = re.compile("共|全年|支出|发放|合计|总|兑付|支付|需|使用")
_STRANGE: Final = re.compile("上年|去年|预算|计划|标准|目标|其中|累计")
_HEADS: Final = ("人", "名", "个", "户", "位", "人次")
_MONTHS: Final = ("个月", "月")
_DAYS: Final = ("天", "日")
_ASIDE: Final = re.compile("，另[^，。；]{0,8}[\ue000\ue003]")
_FAR: Final = Fraction(2)


def monthly_products(passage: Passage, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``rate``, errors all, where there is one of each and they do not make the amount told."""
    aside = _ASIDE.search(passage.text)
    own = [slot for slot in passage.slots if is_quantity(slot) and (aside is None or slot.at < aside.start())]
    each = [slot for slot in own if slot.kind == MONEY and _EACH.search(slot.label)]
    times = _DAYS if each and re.search("每[天日]", each[0].label) else _MONTHS
    months = [slot for slot in own if slot.kind == COUNT and str(slot.mention.unit) in times]
    heads = [slot for slot in own if slot.kind == COUNT and str(slot.mention.unit) in _HEADS]
    totals = [slot for slot in own if slot.kind == MONEY and slot not in each and _TOTAL.search(slot.label)]
    if not (len(each) == len(heads) == len(totals) == 1 and len(months) == 1) or totals[0].index < each[0].index:
        return
    if any(_STRANGE.search(slot.label) for slot in (*heads, *totals)) or totals[0].mention.start in settled:
        return
    yield from _judged(heads[0], each[0], months[0], totals[0])


def _judged(head: Slot, each: Slot, months: Slot, total: Slot) -> Iterator[Relation]:
    times = head.mention.value * months.mention.value
    unit = total.mention.unit
    laid_down = each.mention.decimals == 0 and not _MEAN.search(each.label)  # 每月 90 元 is no rounded figure
    one = exactly(converted(each.mention, unit)) if laid_down else interval_of(each.mention, unit)
    if Interval(one.low * times, one.high * times).meets(interval_of(total.mention, unit)):
        return
    right = converted(each.mention, unit) * times
    if not 1 / _FAR <= right / total.mention.value <= _FAR:
        return
    shown = as_written(right, total.mention)
    per = "每天" if str(months.mention.unit) in _DAYS else "每月"
    terms = f"{number(head.mention)}、{per} {number(each.mention)}、{number(months.mention)}"
    message = f"{terms}，合计应为 {shown}，文中为 {number(total.mention)}。"
    formula = f"{in_words(head.mention.value)} × {in_words(each.mention.value)} × {in_words(months.mention.value)}"
    roles = [("count", head.mention), ("each", each.mention), ("count", months.mention), ("stated", total.mention)]
    yield relation("rate", "error", roles, formula, shown, message, "标准、人数（个数）、月数或合计之一有误。")
