"""Two amounts and what parts them, read in a row: 预算 A，合同价 B，超预算 D，超 P%; 由 A 调整为 B，调减 D，下降 P%.

The finders of changes ask which year or plan a change is measured from. Here the sentence leaves no choice: the change
stands right behind the two amounts, and they are what was to be and what came of it, or what turned into what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from hengji.checks.relations.against_base import rate_on_base
from hengji.checks.relations.naming import label_of, role_of
from hengji.checks.relations.near_misses import holds, slips_in, total_of
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    judged,
    number,
    relation,
    same_kind,
)
from hengji.facts.relation import Relation, Verdict

__all__ = ["two_levels"]

_UP = r"超(?:出|过|支|额)?|高出|高于|多出?|[调核追](?:增|加)|净?增加?|增长|上升|提高|扩大"
_DOWN = r"[调核压审追缩]减|净?减少?|下降|降低|节约|节省|节支|压缩|下浮|少|低于?"
_BETWEEN = r"相差|差额|差距|差|(?:预算)?(?:调整|变动|调剂|追加|调增|调减|增减)(?=幅度|率|比[例率])"
_TAIL = r"(?:了|出|预算|概算|计划|任务|目标|控制价|资金|金额|额|数|率|比例|幅度|幅|约|为|达|：)*"
_CHANGE = re.compile(
    rf"^[，、（；](?:较?(?:年初)?预算|共|合计|实际|净)?(?:(?P<up>{_UP})|(?P<down>{_DOWN})|{_BETWEEN}){_TAIL}$"
)
_FROM = re.compile(r"(?:由|从)[^，。；\ue000-\ue005]{0,24}$")
_TO = re.compile(
    r"^(?:[，]?(?:拟|最终|已|后)?(?:调整|变更|修订|修改|核定|审定|调增|调减|增加|减少|上升|下降|提高|降低|压减|压缩|扩大|缩小))"
    r"(?:后)?(?:为|至|到)$"
)
_PRICED = re.compile(r"(?:合同|中标|成交|审定|结算|采购)(?:总?价款?|金额|额|总额)")
_GIVEN = re.compile(
    r"(?:控制|最高限|拦标|招标|送审|预算|概算|估算|任务|目标|计划)(?:总?价|金额|额|总额|造价|数)?(?:为|是)?$"
)
_AT_FIRST = re.compile(r"(?:年初|年初批复|[批审]准|批复|[原核]定?)[^，。；：\ue000-\ue005]{0,6}预算|年初")
_MOVED = re.compile(r"收回|[调核追净](?:增|减|加)|压减|统筹|^(?:增加|减少)")
_GOAL_OF_RATE = re.compile("率(?:的?年度)?(?:目标|指标|计划|任务)值?(?:为|是)?$")
"""核减率目标 6%: what is aimed at has not happened."""
_OUTSIDE = re.compile(r"上年|去年|同期|同比|环比|其中|分别|各")


@dataclass(frozen=True, slots=True)
class _Pair:
    """*base*: what there was, or was to be; `turned`: the words say that it became *now*."""

    base: Slot
    now: Slot
    turned: bool

    @property
    def gap(self) -> Fraction:
        return converted(self.now.mention, self.base.mention.unit) - self.base.mention.value

    @property
    def terms(self) -> list[tuple[int, Slot]]:
        high, low = (self.now, self.base) if self.gap > 0 else (self.base, self.now)
        return [(1, high), (-1, low)]


def two_levels(passage: Passage) -> Iterator[Relation]:
    """The amount and the rate of every such change, and its way."""
    for first in passage.slots[2:]:
        told = _CHANGE.match(first.before)
        pair = _pair(passage, first) if told and not first.mention.approximate else None
        if told is None or pair is None or not pair.gap or _GOAL_OF_RATE.search(first.before):
            continue
        against = list(_way(pair, first, told))
        if against:
            yield from against
            continue  # what holds but for its direction does not hold
        amount = first if same_kind(first, pair.base) else None
        if amount is not None:
            yield from _of_amount(pair, amount)
        rate = first if first.kind == RATE else next(iter(passage.slots[first.index + 1 : first.index + 2]), None)
        if rate is not None and rate.kind == RATE and _CHANGE.match(rate.before) and not rate.mention.approximate:
            yield from _of_rate(pair, amount, rate)


def _pair(passage: Passage, first: Slot) -> _Pair | None:
    one, two = passage.slots[first.index - 2 : first.index]
    plain = one.kind in (MONEY, COUNT) and same_kind(one, two) and str(one.mention.unit) == str(two.mention.unit)
    blurred = one.mention.approximate or two.mention.approximate or one.mention.value <= 0 or two.mention.value <= 0
    words = label_of(one) + two.before + first.before
    if not plain or blurred or _OUTSIDE.search(words) or _MOVED.search(label_of(one)) or _CHANGE.match(two.before):
        return None
    if _AT_FIRST.search(label_of(one)) and re.match("^，(?:(?:全年)?调整后?的?(?:全年)?|全年)预算", two.before):
        return _Pair(one, two, turned=True)
    if _TO.match(two.before):
        behind = _FROM.search(one.before) is not None or "调整" in two.before
        return _Pair(one, two, turned=True) if behind else None
    if re.search("[；。、]", two.before) or passage.text[one.at : first.at].count("，") > 2:
        return None
    if _is_given(one) and _is_spent(two):
        return _Pair(one, two, turned=False)
    return _Pair(two, one, turned=False) if _is_spent(one) and _is_given(two) else None


def _is_given(slot: Slot) -> bool:
    return _GIVEN.search(label_of(slot)) is not None and not _PRICED.search(label_of(slot))


def _is_spent(slot: Slot) -> bool:
    return _PRICED.search(label_of(slot)) is not None or role_of(label_of(slot)) == "part"


def _way(pair: _Pair, first: Slot, told: re.Match[str]) -> Iterator[Relation]:
    """调减 behind what grew: the amounts are right or the word is, never both."""
    rising = bool(told["up"]) if told["up"] or told["down"] else None
    if rising is None or rising == (pair.gap > 0) or first.mention.value < 0:
        return
    word = told["up"] or told["down"]
    says = "大于" if pair.gap > 0 else "小于"
    message = f"{number(pair.now.mention)}{says} {number(pair.base.mention)}，文中却写“{word}”。"
    roles = [("base", pair.base.mention), ("current", pair.now.mention), ("stated", first.mention)]
    formula = f"{in_words(pair.now.mention.value)} - {in_words(pair.base.mention.value)}"
    right = as_written(abs(pair.gap), first.mention) if first.kind != RATE else ("增加" if pair.gap > 0 else "减少")
    yield relation("growth", "error", roles, formula, right, message, "增减方向写反，或两个数颠倒。")


def _of_amount(pair: _Pair, amount: Slot) -> Iterator[Relation]:
    roles = [("base", pair.base.mention), ("current", pair.now.mention), ("stated", amount.mention)]
    unit = amount.mention.unit
    right = as_written(total_of(pair.terms, amount), amount.mention)
    formula = " - ".join(in_words(converted(slot.mention, unit)) for _, slot in pair.terms)
    if holds(pair.terms, amount):
        yield relation("difference", "ok", roles, formula, right, "差额与文中一致。")
        return
    slips = slips_in(pair.terms, amount, swapped=3, digit=3)
    message = (
        f"{number(pair.base.mention)}与 {number(pair.now.mention)} 相差 {right}，文中为 {number(amount.mention)}。"
    )
    verdict: Verdict = "error" if slips or pair.turned else "suspicious"
    yield relation("difference", verdict, roles, formula, right, message, slips[0].told if len(slips) == 1 else "")


def _of_rate(pair: _Pair, amount: Slot | None, rate: Slot) -> Iterator[Relation]:
    if amount is not None and not holds(pair.terms, amount):
        told = converted(amount.mention, pair.base.mention.unit) / pair.base.mention.value
        if good(judged(told, None, rate.mention)):
            return  # the rate follows the amount, which is what is wrong
    found = rate_on_base(pair.base.mention, pair.now.mention, rate.mention, rising=pair.gap > 0, certain=pair.turned)
    yield replace(found, verdict="error", severity="high") if found.likely else found
