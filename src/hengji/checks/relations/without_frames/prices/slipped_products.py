"""So many and so much for each, and the amount that both make but for a slip of the pen: 助餐86,400人次，按每人次3元
给予补贴，共补贴29.52万元; the three may stand in lines of their own.

The price says that it is one, by 每 or by its unit. What is counted need not be called like it where two digits are
exchanged; where one is wrong it must be. What any price and number near by make, or any sum, acquits the amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, mistaken, shape, significant_digits
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.checks.relations.without_frames.near_equations import is_made_near
from hengji.facts.relation import Relation

__all__ = ["slipped_products"]

_PRICE: Final = re.compile(
    "每(?:一)?(?P<each>平方米|立方米|公里|人次|场次|批次|班次|[\u4e00-\u9fff])[^，。；：\ue000-\ue005]{0,12}$"
    "|(?P<mean>人次|[人户亩台件个次生村校])均[^，。；：\ue000-\ue005]{0,8}$|单价[^，。；：]{0,4}$"
)
_UNIT: Final = re.compile("^(?P<money>万?元)/(?P<each>.+)$")
_BLURRED: Final = re.compile("平均|[人户亩台件个次生村校]均|折合|约|合每|最高|不超过|上限|以内")
_WORTH: Final = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
_TIMES: Final = {"万": 10_000, "亿": 100_000_000}
_BACK: Final = 2
_NEAR: Final = 6  # figures in front of the amount, and behind it
_FEWEST, _LONG = 3, 4  # digits of which two are swapped, or one is wrong
_MONTHS: Final = 12
_ALIKE: Final = {"人": "人名", "名": "人名", "生": "人名", "户": "户家", "家": "户家", "场": "场次", "次": "次"}


class _Product(NamedTuple):
    price: Slot
    number: Slot
    value: Fraction
    months: int
    alike: bool


def slipped_products(texts: Sequence[Passage], index: int, known: set[int]) -> Iterator[Relation]:
    """Relations of kind ``rate``, errors all, for the amounts of passage *index*."""
    passage = texts[index]
    if MONEY not in passage.text or len(passage.slots) > LONGEST:
        return
    window = texts[max(0, index - _BACK) : index + 1]
    if not any(
        "每" in one.text or "均" in one.text or "/" in unit for one in window for unit in _units(one)
    ) and not any("单价" in one.text for one in window):
        return
    near = [(one, slot) for one in window for slot in one.slots if is_quantity(slot)]
    for place, (owner, stated) in enumerate(near):
        free = owner is passage and stated.kind == MONEY and stated.mention.start not in known
        if not free or _price_of(stated) or significant_digits(stated.mention.text) < _FEWEST:
            continue
        beside = near[max(0, place - _NEAR) : place] + near[place + 1 : place + 5]
        made = _products([slot for _, slot in beside], stated)
        if any(_explains(one, stated, [slot for _, slot in beside]) for one in made):
            continue
        if not is_made_near(texts, index, stated):
            yield from _judged(made, stated)


def _units(passage: Passage) -> list[str]:
    return [str(slot.mention.unit) for slot in passage.slots] or [""]


def _price_of(slot: Slot) -> str:
    """Of what each the slot is the price, empty where it is none."""
    by_unit = _UNIT.match(str(slot.mention.unit))
    if by_unit:
        return by_unit["each"]
    told = _PRICE.search(slot.before) if slot.kind == MONEY else None
    return (told["each"] or told["mean"] or "件") if told else ""


def _products(near: Sequence[Slot], stated: Slot) -> list[_Product]:
    found = []
    unit = str(stated.mention.unit)
    for price in near:
        thing = _price_of(price)
        money = str(price.mention.unit).split("/")[0]
        if not thing or money not in _WORTH or unit not in _WORTH or _BLURRED.search(price.label):
            continue
        for count in near:
            if count.kind != COUNT or "/" in str(count.mention.unit):
                continue
            name = str(count.mention.unit)
            many = count.mention.value * (_TIMES.get(name[:1], 1) if len(name) > 1 else 1)
            value = price.mention.value * many * Fraction(_WORTH[money], _WORTH[unit])
            alike = name.lstrip("万亿").startswith(thing) or name[-1:] in _ALIKE.get(thing, thing)
            found.append(_Product(price, count, value, 1, alike))
            if "月" in price.before:
                found.append(_Product(price, count, value * _MONTHS, _MONTHS, alike))
    spent = {one.price.mention.start for one in found if _makes_another(one, near, stated)}
    return [one for one in found if one.price.mention.start not in spent]


def _makes_another(made: _Product, near: Sequence[Slot], stated: Slot) -> bool:
    """Whether the price is that of another amount near by: 新生 23 人，每人 4000 元，计 9.20 万元."""
    amounts = [converted(slot.mention, stated.mention.unit) for slot in near if same_kind(slot, stated)]
    return any(value == made.value for value in amounts)


def _explains(made: _Product, stated: Slot, near: Sequence[Slot]) -> bool:
    """Whether the product is the amount, is told itself, or makes the amount with another one: 另 4.00 万元用于水电."""
    step = stated.mention.step
    apart = abs(stated.mention.value - made.value)
    amounts = [converted(slot.mention, stated.mention.unit) for slot in near if same_kind(slot, stated)]
    return apart < step or any(abs(value - made.value) < step or value == apart for value in amounts if value)


def _judged(made: Sequence[_Product], stated: Slot) -> Iterator[Relation]:
    found: dict[str, tuple[_Product, str]] = {}
    for one in made:
        right = as_written(one.value, stated.mention)
        slip = shape(as_written(stated.mention.value, stated.mention), right)
        digits = significant_digits(right)
        exact = abs(Fraction(one.value) * 10**stated.mention.decimals).denominator <= 100
        sure = slip == SWAPPED or (slip == ONE_DIGIT and one.alike and digits >= _LONG)
        if exact and sure and digits >= _FEWEST:
            found.setdefault(right, (one, slip))
    if len(found) == 1:
        right, (one, slip) = next(iter(found.items()))
        yield _relation(one, stated, right, slip)


def _relation(one: _Product, stated: Slot, right: str, slip: str) -> Relation:
    months = f" × {one.months}" if one.months > 1 else ""
    formula = f"{in_words(one.number.mention.value)} × {in_words(one.price.mention.value)}{months}"
    told = f"{number(one.number.mention)} × {number(one.price.mention)}{months}"
    message = f"{told} = {right}，文中为 {number(stated.mention)}。"
    roles = [("count", one.number.mention), ("price", one.price.mention), ("stated", stated.mention)]
    likely = mistaken(number(stated.mention), right, slip)
    return relation("rate", "error", roles, formula, right, message, likely)
