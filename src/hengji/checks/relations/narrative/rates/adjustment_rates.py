"""预算调整率: by how much the budget was changed, of what it was at first (共性指标框架: 预算调整数 ÷ 年初预算数).

The first budget F, the budget that it became B, and what came and went (追加 C, 核减 W, 净增 N) are told in any choice
and order, here and in the sentences before: (B − F) ÷ F, N ÷ F, (C − W) ÷ F, and N ÷ (B − N) are all one rate. One of
them that gives the rate acquits it; by a slip of the pen, or by the changed budget in place of the first, it is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Final

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written, significant_digits
from hengji.checks.relations.verdicts import converted, good, in_words, judged, number, relation, slip_of
from hengji.facts.relation import Relation

__all__ = ["adjustment_rates"]

_NAMED: Final = re.compile(r"(?<!结余)(?:预算)?调整率(?:（[^（）]*）)?(?:分别|高?达到?|均|为|是|仅|约|：)*$")
_AFTER: Final = re.compile(
    r"调整后|调整预算|预算调整(?:为|数(?!占))|(?:最终|变更后)[^，。；：]{0,4}预算|后为$|(?:调整|调增|调减|追加|核减|增加|减少)[到至为]$"
)
_OF_YEAR: Final = re.compile("(?:全年|年度|当年)[^，。；：]{0,4}预算")
"""The budget as it became where the first one is told too, else the first one."""
_FIRST: Final = re.compile(
    r"(?:年初|原|批复|核定|部门|期初|先期)[^，。；：后]{0,8}预算|^[^，。；：后]{0,6}预算[^，。；：后]{0,6}$"
)
_NET: Final = re.compile(
    r"净[调核追]?[增减]|调整(?:金额|额|数|净额)|(?:比|较)(?:年初|原|批复)[^，。；：]{0,8}(?:[增减]|调)"
)
_CAME: Final = re.compile(r"追加|调增|核增|增加|追增|增拨|调入")
_WENT: Final = re.compile(r"追减|调减|核减|减少|压减|收回|调出|扣除|削减|压缩|统筹")
_TOTAL: Final = re.compile("^(?:[两三四五六七八九][项笔批次])?(?:共|合|总)计(?:调整|追加|调增)?(?:了|为)?$")
_PART: Final = re.compile("基本支出|项目支出|人员|公用|三公|公共预算|基金预算|资本经营")
_LEFT_OUT: Final = re.compile("扣除|剔除|不含|不计")
_LAST: Final = re.compile("上年|去年|同期")
_BACK: Final = 3  # sentences before
_MOST: Final = 4  # budgets of one sort
_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to reckon the rate; *wrong*: by what the budget became."""

    value: Fraction
    slots: tuple[Slot, ...]
    formula: str
    certain: bool = False
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class _Moved:
    """What was told of the way from the one budget to the other."""

    net: Sequence[Slot]
    came: Sequence[Slot]
    went: Sequence[Slot]

    def __iter__(self) -> Iterator[Slot]:
        """The net ones first, and the nearest of each sort."""
        yield from (*reversed(self.net), *reversed(self.came), *reversed(self.went))

    def __len__(self) -> int:
        return len(self.net) + len(self.came) + len(self.went)


def adjustment_rates(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``rate``, at most one for each such rate."""
    for index, passage in enumerate(texts):
        for rate in passage.slots if "调整率" in passage.text else ():
            told = rate.kind == RATE and not rate.mention.approximate and _NAMED.search(rate.before)
            if told and not _LEFT_OUT.search(rate.before):
                yield from _judged(_ways(texts, index, rate), rate)


def _judged(ways: Sequence[_Way], rate: Slot) -> Iterator[Relation]:
    right = [way for way in ways if not way.wrong]
    holding = next((way for way in right if _holds(way, rate)), None)
    if holding is not None:
        yield _relation(holding, rate)
        return
    if significant_digits(rate.mention.text) < _DIGITS:
        return
    slipped = [way for way in right if slip_of(rate.mention, _signed(way.value, rate))]
    wrong_base = next((way for way in ways if way.wrong and _holds(way, rate)), None)
    sure = [way for way in right if way.certain]
    if len({way.value for way in slipped}) == 1:
        yield _relation(slipped[0], rate)
    elif not slipped and right and (wrong_base is not None or len({way.value for way in sure}) == 1):
        yield _relation((sure or right)[0], rate)


def _holds(way: _Way, rate: Slot) -> bool:
    return good(judged(_signed(way.value, rate), None, rate.mention))


def _signed(value: Fraction, rate: Slot) -> Fraction:
    return -value if rate.mention.value < 0 else value


def _ways(texts: Sequence[Passage], index: int, rate: Slot) -> list[_Way]:
    """The surest first."""
    near = [slot for one in texts[max(0, index - _BACK) : index] for slot in one.slots]
    near += [slot for slot in texts[index].slots if slot.index < rate.index]
    money = [slot for slot in near if slot.kind == MONEY and slot.mention.value > 0 and not slot.mention.approximate]
    money = [slot for slot in money if not _LAST.search(slot.before)]
    after = [slot for slot in money if _AFTER.search(slot.label)][-_MOST:]
    moved = _moved(money, after)
    rest = [slot for slot in money if slot not in (*after, *moved) and not _PART.search(slot.label)]
    whole = [slot for slot in rest if _OF_YEAR.search(label_of(slot))]
    first = [slot for slot in rest if slot not in whole and _FIRST.search(label_of(slot))][-_MOST:]
    first, after = first or whole[-1:], after or (whole[-1:] if first else [])
    return [*_by_changes(first, moved), *_by_budgets(first, after), *_by_implied_base(after, moved)]


def _moved(money: Sequence[Slot], after: Sequence[Slot]) -> _Moved:
    net = [slot for slot in money if (slot not in after and _NET.search(slot.before)) or _TOTAL.search(slot.label)]
    net = net[-_MOST:]
    rest = [slot for slot in money if slot not in (*after, *net)]
    came, went = ([slot for slot in rest if sort.search(slot.label)] for sort in (_CAME, _WENT))
    return _Moved(net, came, went)


def _by_budgets(first: Sequence[Slot], after: Sequence[Slot]) -> Iterator[_Way]:
    for one, other in product(reversed(first), reversed(after)):
        base, became = one.mention.value, converted(other.mention, one.mention.unit)
        gap, formula = abs(became - base), f"|{in_words(became)} - {in_words(base)}| ÷ "
        if gap:
            yield _Way(gap / base, (one, other), formula + in_words(base), certain=True)
            yield _Way(gap / became, (one, other), formula + in_words(became), wrong=True)


def _by_changes(first: Sequence[Slot], moved: _Moved) -> Iterator[_Way]:
    together = (*moved.came, *moved.went)
    for base in reversed(first):
        for one in moved:
            yield _of_changes((one,), base, certain=len(moved) == 1)
        if len(together) > 1:
            yield _of_changes(together, base, certain=False, taken=moved.went)


def _of_changes(some: Sequence[Slot], base: Slot, *, certain: bool, taken: Sequence[Slot] = ()) -> _Way:
    unit = base.mention.unit
    total = sum((converted(slot.mention, unit) * (-1 if slot in taken else 1) for slot in some), Fraction(0))
    return _Way(
        abs(total) / base.mention.value,
        (*some, base),
        f"{in_words(abs(total))} ÷ {in_words(base.mention.value)}",
        certain,
    )


def _by_implied_base(after: Sequence[Slot], moved: _Moved) -> Iterator[_Way]:
    """净增 N, and the budget came to B: it was B − N at first."""
    for became in reversed(after):
        for one in moved:
            change = converted(one.mention, became.mention.unit)
            down = one in moved.went or "减" in one.label
            base = became.mention.value + change if down else became.mention.value - change
            if base > 0:
                sign = "+" if down else "-"
                formula = f"{in_words(change)} ÷ ({in_words(became.mention.value)} {sign} {in_words(change)})"
                yield _Way(change / base, (one, became), formula)
                yield _Way(change / became.mention.value, (one, became), formula, wrong=True)


def _relation(way: _Way, rate: Slot) -> Relation:
    value = _signed(way.value, rate)
    verdict = judged(value, None, rate.mention)
    right = as_written(value, rate.mention)
    likely = "" if good(verdict) else slip_of(rate.mention, value)
    message = f"预算调整率为 {right}，与文中一致。"
    if not good(verdict):
        message = f"预算调整率是调整数除以年初预算，应为 {right}，文中为 {number(rate.mention)}。"
    roles = [*(("part", slot.mention) for slot in way.slots), ("stated", rate.mention)]
    return relation("rate", verdict, roles, way.formula, right, message, likely)
