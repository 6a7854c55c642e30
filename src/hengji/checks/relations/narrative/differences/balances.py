"""Balances in one sentence: 年初 O，收入 A，支出 B，年末 C; 预算 A，支出 B，结余 C.

What is left at the end of a year is also what was there at its beginning; where the sentence leaves that out, it is
looked for in the rest of the document, and without it nothing is held against the closing figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hengji.checks.intervals import Interval
from hengji.checks.relations.naming import called, label_of
from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    interval_of,
    judged,
    number,
    relation,
    same_kind,
    slip_of,
)
from hengji.facts.relation import Relation, Verdict

__all__ = ["balanced", "balances_of", "has_other_flows", "net_assets", "openings_of", "total_out"]

_REST = re.compile(r"(?:结余|剩余|结转|余额|节约|节余|尚余|未支出)(?:资金|了)?[为：]?$")
_GIVEN = re.compile(r"预算|收入|拨款|到位|安排|下达|资金|筹集|指标")
_SPENT = re.compile(r"支出|使用|执行|支付|决算|完成|列支|拨付")
_CARRIED = re.compile("结转|结余|余额")
_WHEN = r"(?:本年度?|当年|全年|本期|年度|年内|20\d\d年度?)?"
_LEFT = r"(?:滚存|累计|财政拨款)?(?:结转|结余|余额)?(?:[和与及]?结余|资金|数)*[为是有：]*$"
_FLOWS = r"(?:合计|总额|总计|决算|数)*后?[为是：]*$"
_OPENING = re.compile(rf"(?:年初|期初|上年(?:末|年末)?){_LEFT}")
_IN = re.compile(rf"{_WHEN}(?:加上?)?{_WHEN}(?:取得|实现|完成|发生)?(?:各项|总)?收入{_FLOWS}")
_OUT = re.compile(rf"{_WHEN}(?:减去?|扣除)?{_WHEN}(?:发生|完成|实现)?(?:各项|总)?支出{_FLOWS}")
_CLOSING = re.compile(
    rf"(?:年末|年终|年底|期末|滚存|累计){_LEFT}|(?:结转|结余)(?:到|至|转入)?(?:下一?年|次年)度?(?:继续)?(?:使用|支出)?(?:资金)?[为是：]*$"
)
_OTHER_FLOWS = re.compile(r"分配|上缴|上交|缴回|收回|调整|调剂|弥补|转入|提取")

Terms = list[tuple[str, int, Slot]]
_SHEET = (
    re.compile("(?<!净)(?:资产总额|资产总计|资产合计|总资产)(?:为)?$"),
    re.compile("负债(?:总额|总计|合计)?(?:为)?$"),
    re.compile("净资产(?:总额|总计|合计)?(?:为)?$"),
)


def openings_of(texts: Sequence[Passage]) -> list[Slot]:
    """The opening balances that the document names, one of each value."""
    found: dict[Fraction, Slot] = {}
    for passage in texts:
        for slot in passage.slots:
            if slot.kind == MONEY and _CARRIED.search(slot.before) and _OPENING.search(label_of(slot)):
                found.setdefault(slot.mention.value, slot)
    return list(found.values())


def has_other_flows(text: str) -> bool:
    """Whether *text* speaks of money that came or went beside income and expenditure."""
    return _OTHER_FLOWS.search(text) is not None


def balances_of(passage: Passage, changed: frozenset[int], openings: Sequence[Slot]) -> Iterator[Relation]:
    """Every balance that *passage* states in three or four figures in a row."""
    for rest in passage.slots[2:]:
        if rest.kind != MONEY or rest.index in changed:
            continue
        given, spent = passage.slots[rest.index - 2], passage.slots[rest.index - 1]
        if {given.index, spent.index} & changed or not (same_kind(given, rest) and same_kind(spent, rest)):
            continue
        flow = _flow(passage, rest)
        if flow:
            yield _judged(flow, rest, certain=not _OTHER_FLOWS.search(passage.text))
        elif _named(given, spent, rest):
            yield from _rest_of(given, spent, rest, [slot for slot in openings if same_kind(slot, rest)])


def _flow(passage: Passage, rest: Slot) -> Terms:
    """年初 O，收入 A，支出 B，年末 C, in this order."""
    if rest.index < 3 or not _CLOSING.search(label_of(rest)):
        return []
    opening, income, spent = passage.slots[rest.index - 3 : rest.index]
    named = _OPENING.search(label_of(opening)) and _IN.search(label_of(income)) and _OUT.search(label_of(spent))
    if not named or not same_kind(opening, rest) or "；" in rest.before:
        return []
    if re.search("总计|可用|可支配", label_of(income)) and _with_opening(passage, opening, income):
        return [("income", 1, income), ("spent", -1, spent)]
    return [("opening", 1, opening), ("income", 1, income), ("spent", -1, spent)]


def _with_opening(passage: Passage, opening: Slot, income: Slot) -> bool:
    """财政拨款收入 A，加上年初结转 O，收入总计 T: T has the opening balance in it already."""
    earlier = passage.slots[: opening.index]
    gap = income.mention.value - converted(opening.mention, income.mention.unit)
    return any(same_kind(slot, income) and converted(slot.mention, income.mention.unit) == gap for slot in earlier)


def _named(given: Slot, spent: Slot, rest: Slot) -> bool:
    """预算 A，支出 B，结余 C."""
    label = label_of(rest)
    if not _REST.search(label) or re.search("年初|上年", label):
        return False
    if re.search("[。；]|其中|包括", rest.before + spent.before):
        return False
    return bool(_GIVEN.search(label_of(given)) and _SPENT.search(label_of(spent)))


def _rest_of(given: Slot, spent: Slot, rest: Slot, openings: list[Slot]) -> Iterator[Relation]:
    parts: Terms = [("given", 1, given), ("spent", -1, spent)]
    computed, possible = _computed(parts, rest)
    if good(judged(computed, possible, rest.mention)):
        yield _judged(parts, rest, certain=True)
        return
    yearly = _CLOSING.search(label_of(rest)) or (_IN.search(label_of(given)) and "预算" not in label_of(given))
    if yearly:
        for opening in openings:
            flow: Terms = [("opening", 1, opening), *parts]
            again, could = _computed(flow, rest)
            if good(judged(again, could, rest.mention)) or (len(openings) == 1 and slip_of(rest.mention, again)):
                yield _judged(flow, rest, certain=False)
                return
    elif computed >= 0:  # less than nothing: other money came in
        more = "年初" in label_of(given)  # and more may have come in during the year
        yield _judged(parts, rest, certain=not more or bool(slip_of(rest.mention, computed)))


def _computed(parts: Terms, rest: Slot) -> tuple[Fraction, Interval]:
    unit = rest.mention.unit
    computed = sum((sign * converted(slot.mention, unit) for _, sign, slot in parts), Fraction(0))
    wide = interval_of(parts[0][2].mention, unit)
    for _, sign, slot in parts[1:]:
        own = interval_of(slot.mention, unit)
        wide = wide + own if sign > 0 else wide - own
    return computed, wide


def _judged(parts: Terms, rest: Slot, *, certain: bool) -> Relation:
    computed, possible = _computed(parts, rest)
    verdict = judged(computed, possible, rest.mention)
    likely = "" if good(verdict) else slip_of(rest.mention, computed)
    if verdict == "error" and not certain:
        verdict = "suspicious"
    return balanced(parts, rest, computed, verdict, likely)


def net_assets(passage: Passage, changed: frozenset[int]) -> Iterator[Relation]:
    """资产总额 A，其中…；负债 B，净资产 C: C is A less B (政府会计准则——基本准则第二十六条)."""
    plain = [slot for slot in passage.slots if slot.index not in changed and not slot.mention.approximate]
    named = [[slot for slot in plain if name.search(label_of(slot))] for name in _SHEET]
    if all(len(found) == 1 for found in named):
        assets, debts, net = (found[0] for found in named)
        if assets.index < debts.index < net.index and same_kind(assets, net) and same_kind(debts, net):
            yield _judged([("total", 1, assets), ("part", -1, debts)], net, certain=True)


def balanced(parts: Terms, stated: Slot, computed: Fraction, verdict: Verdict, likely: str) -> Relation:
    """*stated* against *computed* as a relation."""
    unit = stated.mention.unit
    terms = "".join((" + " if sign > 0 else " - ") + in_words(converted(slot.mention, unit)) for _, sign, slot in parts)
    right = as_written(computed, stated.mention)
    name = called(stated)
    message = f"{name}为 {right}，与文中一致。"
    if not good(verdict):
        message = f"{name}按收支推算应为 {right}，文中为 {number(stated.mention)}。"
        likely = likely or "其间可能有未写明的结余分配、上缴或调整。"
    roles = [*((role, slot.mention) for role, _, slot in parts), ("stated", stated.mention)]
    return relation("difference", verdict, roles, terms.removeprefix(" + "), right, message, likely)


def total_out(year: Slot, closing: Slot, total: Slot) -> Iterator[Relation]:
    """支出总计 takes in the closing balance; where it repeats 本年支出 the total is named loosely."""
    if same_kind(year, closing) and same_kind(year, total) and year.mention.value == total.mention.value:
        unit = total.mention.unit
        computed = year.mention.value + converted(closing.mention, unit)
        right = as_written(computed, total.mention)
        message = f"支出总计应含年末结转和结余，为 {right}；文中 {number(total.mention)} 只是本年支出。"
        roles = [("part", year.mention), ("part", closing.mention), ("total", total.mention)]
        formula = f"{in_words(year.mention.value)} + {in_words(converted(closing.mention, unit))}"
        yield relation("sum", "suspicious", roles, formula, right, message, "“支出总计”疑指本年支出合计。")
