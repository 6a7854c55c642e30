"""A rate of execution that names no base: which totals of the document reproduce it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import good, in_words, interval_of, judged, number, relation
from hengji.facts.relation import Relation

__all__ = ["unbased_rates"]

_RATE = re.compile(r"(?:预算执行率|预算完成率|支出完成率|支出进度|执行率|执行进度)(?:分别|高?达到?|为|是|仅|约|：)*$")
_SPENT = re.compile(r"(?:支出|支出决算|决算支出|整体支出|预算支出)$")
_BASE = re.compile(r"(?:收入|预算|拨款收入|指标|收入决算|支出预算|收入预算)$")
_OF_ONE_CLASS = re.compile(
    "(?:公共服务|公共安全|教育|科学技术|体育与?传媒|保障和就业|卫生健康|节能环保|城乡社区|农林水|交通运输|信息等?|住房保障|应急管理)支出$"
)
"""What one class of the accounts was spent on is no part of which a rate of all is told."""
_MOST = 16


def unbased_rates(texts: list[Passage]) -> Iterator[Relation]:
    """Rates in sentences without money, against the totals of the whole text."""
    rates = [
        slot
        for passage in texts
        if MONEY not in passage.text
        for slot in passage.slots
        if slot.kind == RATE and _RATE.search(slot.before) and slot.mention.value != 1 and not slot.mention.approximate
    ]
    if not rates:
        return
    spent, bases = _totals(texts, _SPENT), _totals(texts, _BASE)
    for rate in rates[:_MOST]:
        yield from _reproduced(rate, spent, bases)


def _totals(texts: list[Passage], pattern: re.Pattern[str]) -> list[Slot]:
    """The first figures of different value that are called so."""
    found: dict[object, Slot] = {}
    for passage in texts:
        if MONEY not in passage.text:
            continue
        changed = changed_slots(passage)
        for slot in passage.slots:
            plain = slot.kind == MONEY and slot.index not in changed and not _OF_ONE_CLASS.search(label_of(slot))
            if plain and pattern.search(core(label_of(slot))) and slot.mention.value > 0:
                found.setdefault(slot.mention.value, slot)
        if len(found) >= _MOST:
            break
    return list(found.values())[:_MOST]


def _reproduced(rate: Slot, spent: list[Slot], bases: list[Slot]) -> Iterator[Relation]:
    hits = []
    for part in spent:
        for base in bases:
            factor = part.mention.unit.factor_to(base.mention.unit) if part.mention.unit and base.mention.unit else None
            if factor is None or part is base or part.mention.value == base.mention.value:
                continue
            computed = part.mention.value * factor / base.mention.value
            possible = interval_of(part.mention, base.mention.unit).divided_by(
                interval_of(base.mention, base.mention.unit)
            )
            verdict = judged(computed, possible, rate.mention)
            if good(verdict):
                hits.append((part, base, computed, verdict))
    if len(hits) != 1 or rate.mention.decimals < 1:
        return
    part, base, computed, verdict = hits[0]
    others = [other for other in bases if other.mention.value != base.mention.value and other is not part]
    name = f"{label_of(part)}{number(part.mention)} ÷ {label_of(base)}{number(base.mention)}"
    message = (
        f"文中未说明执行率的分母；{number(rate.mention)}只与 {name} 相符，请核对口径。"
        if others
        else "执行率与文中合计一致。"
    )
    yield relation(
        "rate",
        "suspicious" if others else verdict,
        [("part", part.mention), ("base", base.mention), ("stated", rate.mention)],
        f"{in_words(part.mention.value)} ÷ {in_words(base.mention.value)}",
        as_written(computed, rate.mention),
        message,
        f"分母为{label_of(base)}。" if others else "",
    )
