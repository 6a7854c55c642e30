"""Growth of every account of a budget on last year's outturn, which the report told pages before: 2024年…教育支出 B，
卫生健康支出 …; 2025年…教育支出安排 A，增长 P；卫生健康支出安排 …, each on its own base.

That the two lists are of two years running is shown by themselves: at least two rates hold to the last digit, and no
other is far from what the two lists give. Then a rate that does not hold is wrong, or its amount is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.intervals import Interval
from hengji.checks.reference.functional import FUNCTIONAL
from hengji.checks.relations.changes import Change, changed_slots, changes
from hengji.checks.relations.naming import label_of
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
from hengji.facts.relation import Relation

__all__ = ["accounts_of_two_years"]

_CLASS: Final = 3  # digits of the code of a 类
_STEMS: Final = {
    name.removesuffix("支出"): code for code, names in FUNCTIONAL.items() if len(code) == _CLASS for _, name in names
}
_STEM: Final = "|".join(sorted(map(re.escape, _STEMS), key=len, reverse=True))
_ACCOUNT: Final = re.compile(
    rf"(?:^|[^\u4e00-\u9fff])(?P<told>(?P<name>{_STEM})(?:事务)?(?:支出)?)(?:预算|安排|预计|完成|执行|决算|实现|支出|数|共|为|是)*$"
)
_FEWEST: Final = 4
_HELD: Final = 2
_NEAR: Final = Fraction(2, 100)
"""By how much a rate may miss what the two lists give, and yet be told of them."""

List = dict[str, Slot]


@dataclass(frozen=True, slots=True)
class _Rated:
    change: Change
    rate: Slot
    current: Slot
    base: Slot

    @property
    def computed(self) -> Fraction:
        old = converted(self.base.mention, self.current.mention.unit)
        grown = (self.current.mention.value - old) / old
        return grown if self.change.rising else -grown

    @property
    def possible(self) -> Interval | None:
        unit = self.current.mention.unit
        old, new = interval_of(self.base.mention, unit), interval_of(self.current.mention, unit)
        ends = [limit / start - 1 for start in (old.low, old.high) for limit in (new.low, new.high) if start > 0]
        ends = ends if self.change.rising else [-end for end in ends]
        return Interval(min(ends), max(ends)) if ends else None

    @property
    def holds(self) -> bool:
        return good(judged(self.computed, self.possible, self.rate.mention))


def accounts_of_two_years(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``growth`` for every list of accounts with rates that an earlier list bears out."""
    lists = [(passage, found) for passage in texts if len(found := _accounts(passage)) >= _FEWEST]
    for place, (passage, now) in enumerate(lists):
        rated = [each for each in changes(passage) if each.rate is not None and each.amount is None and not each.base]
        if len(rated) < _FEWEST:
            continue
        for _, before in reversed(lists[:place]):
            told = list(_rated(rated, now, before))
            if _are_of_two_years(told):
                yield from map(_relation, told)
                break


def _accounts(passage: Passage) -> List:
    """The amounts of accounts, by the code of the account."""
    changed = changed_slots(passage) if MONEY in passage.text else frozenset()
    found: List = {}
    for slot in passage.slots if MONEY in passage.text else ():
        named = _ACCOUNT.search(label_of(slot)) if slot.kind == MONEY and slot.index not in changed else None
        if named is not None:
            found.setdefault(_STEMS[named["name"]], slot)
    return found


def _rated(rated: Sequence[Change], now: List, before: List) -> Iterator[_Rated]:
    """The rates that stand right behind an account's amount, with last year's."""
    by_amount = {slot.index: code for code, slot in now.items()}
    for change in rated:
        code = by_amount.get(change.rate.index - 1) if change.rate is not None else None
        base = before.get(code) if code is not None else None
        if change.rate is None or code is None or base is None or base.mention.value <= 0:
            continue
        if same_kind(base, now[code]) and not change.rate.mention.approximate:
            yield _Rated(change, change.rate, now[code], base)


def _are_of_two_years(told: Sequence[_Rated]) -> bool:
    near = all(abs(each.computed - each.rate.mention.value) <= _NEAR for each in told)
    return len(told) >= _FEWEST and near and sum(each.holds for each in told) >= _HELD


def _name(slot: Slot) -> str:
    told = _ACCOUNT.search(label_of(slot))
    return told["told"] if told is not None else label_of(slot)


def _relation(each: _Rated) -> Relation:
    unit = each.current.mention.unit
    right = as_written(each.computed, each.rate.mention)
    formula = f"{in_words(each.current.mention.value)} ÷ {in_words(converted(each.base.mention, unit))} - 1"
    roles = [("base", each.base.mention), ("current", each.current.mention), ("stated", each.rate.mention)]
    if each.holds:
        return relation("growth", "ok", roles, formula, right, "增减率与两年的数额一致。")
    message = (
        f"{_name(each.current)}上年 {number(each.base.mention)}，本年 {number(each.current.mention)}，"
        f"增减率应为 {right}，文中为 {number(each.rate.mention)}。"
    )
    return relation(
        "growth", "error", roles, formula, right, message, slip_of(each.rate.mention, each.computed),
    )  # fmt: skip
