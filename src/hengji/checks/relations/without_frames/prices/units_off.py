"""A product whose digits are told rightly and whose unit or point is not: 发给 412 名学生每人 1500 元，合计 61.80 元.

A price or a standard (每人, 标准, 单价) times how many there are, perhaps for twelve months, gives the digits of a
total near by and ten thousand, or ten, times its amount. That so many digits agree is no chance. Right behind what
each acre has, its total may be of the acres told anywhere: 亩均节水 52 立方米，年节水 166.4 立方米, of 3.2 万亩.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.intervals import Interval, exactly
from hengji.checks.relations.measures import SCALES
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["units_off"]

_YUAN: Final = {"元": 1, "千元": 1_000, "万元": 10_000, "亿元": 100_000_000}
_TENS: Final = {"万": 10_000, "亿": 100_000_000}
_PRICE: Final = re.compile(r"每|标准|单价|均价|亩产|[人户亩次]均|月租|按[^，。；]{0,6}$|单位成本")
_TOTAL: Final = re.compile(
    r"合计|总计|共计?|总额|发放|支出|支付|花去?|花了|收入|需|产|用土|拨付|兑付|产值|租金|销售|投入|补助|经费|费|一年|增收|节约|节省|年[节增减]|节水|节电|增产"
)
_OF_ONE: Final = re.compile("(?P<one>[人户亩])均|每(?P<each>[人户亩])")
_MEASURES: Final = "|".join(sorted((unit for scale in SCALES for unit in scale), key=len, reverse=True))
_OF_UNIT: Final = re.compile(f"每(?P<each>{_MEASURES})")
_PER_UNIT: Final = re.compile(f"/(?P<each>{_MEASURES})$")
_LARGE: Final = re.compile("每[百千万亿十]")
_WAGES: Final = re.compile("每月|月均|月租|一个月|按月")
_NOT: Final = re.compile("上年|去年|不超过|不低于|不高于|上限|下限|目标|以内|每超|每低|扣")
_POWERS: Final = tuple(Fraction(10) ** power for power in (-8, -4, 4, 8))
_POINTS: Final = tuple(Fraction(10) ** power for power in (-3, -2, -1, 1, 2, 3))
_NEAR: Final = 5  # figures to either side
_FEWEST, _SURE = 3, 4  # digits of a total that is off by 万, and of one whose point is out of place


def units_off(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``unit``, errors all, for totals of passage *index* that stand in no relation."""
    passage = texts[index]
    earlier = texts[index - 1].slots[-_NEAR:] if index else ()
    for total in passage.slots:
        digits = significant_digits(total.mention.text)
        if not _may_be_total(total, digits) or total.mention.start in settled:
            continue
        near = [one for one in passage.slots if one is not total and abs(one.index - total.index) <= _NEAR]
        found = list(_off(passage, [*earlier, *near], total, digits))
        yield from found or _off_of_all(texts, passage, total, digits)


def _may_be_total(slot: Slot, digits: int) -> bool:
    label = label_of(slot)
    told = slot.kind in (MONEY, COUNT) and slot.mention.approximate in (None, "", "约") and digits >= _FEWEST
    return told and not _PRICE.search(label) and _TOTAL.search(slot.before[-12:]) is not None


def _off_of_all(texts: Sequence[Passage], passage: Passage, total: Slot, digits: int) -> Iterator[Relation]:
    """Off by 万 alone: 亩均 P，总 T, and the acres told somewhere in the paper by 万."""
    price = passage.slots[total.index - 1] if total.index else None
    one = _OF_ONE.search(label_of(price)) if price is not None else None
    if price is None or one is None or digits <= _FEWEST or str(price.mention.unit) != str(total.mention.unit):
        return
    unit = f"万{one['one'] or one['each']}"
    acres = [slot for text in texts for slot in text.slots if slot.kind == COUNT and str(slot.mention.unit) == unit]
    products = [price.mention.value * _worth(slot.mention) for slot in acres]
    half = total.mention.step / 2
    shown = Interval(total.mention.value - half, total.mention.value + half) * exactly(Fraction(_scale(total.mention)))
    if any(shown.meets(exactly(product)) for product in products):
        return
    off = shown * exactly(Fraction(_TENS["万"]))
    for slot, product in zip(acres, products, strict=True):
        if off.meets(exactly(product)):
            yield _relation(price.mention, slot.mention, total.mention, Fraction(_TENS["万"]))
            return


def _off(passage: Passage, near: Sequence[Slot], total: Slot, digits: int) -> Iterator[Relation]:
    half = total.mention.step / 2
    shown = Interval(total.mention.value - half, total.mention.value + half)  # what is weighed is rounded, too
    scale = Fraction(_scale(total.mention))
    products = list(_products(passage, near, total))
    here = [(price, many) for price, many, _ in products if {price, many} <= {*passage.slots}]
    alone = len(here) == 1 and max(one.index for one in here[0]) == total.index - 1
    sure = digits >= (_FEWEST if alone else _SURE)  # 每亩 P，N 亩可增收 T: the product comes right behind
    found: tuple[Slot, Slot, Fraction] | None = None
    for price, many, product in products:
        if (shown * exactly(scale)).meets(exactly(product)):
            return
        for factor in (*_POWERS, *(_POINTS if sure else ())):
            if found is None and (shown * exactly(scale * factor)).meets(exactly(product)):
                found = price, many, factor
    if found is not None:
        yield _relation(found[0].mention, found[1].mention, total.mention, found[2])


def _products(passage: Passage, near: Sequence[Slot], total: Slot) -> Iterator[tuple[Slot, Slot, Fraction]]:
    """Every price near by times every number near by, and that for twelve months where it is told by the month."""
    months = (1, 12) if _WAGES.search(passage.text) else (1,)
    plain = [one for one in near if not _NOT.search(label_of(one)) and one.mention.value]
    prices = [one for one in plain if _PRICE.search(label_of(one)) and _thing(one) == _thing(total)]
    for price in prices:
        for many in plain:
            if many is price or many.kind != COUNT or _LARGE.search(price.label):
                continue
            product = _worth(price.mention) * _worth(many.mention) * _in_unit_of(price, many)
            yield from ((price, many, product * times) for times in months)


def _in_unit_of(price: Slot, many: Slot) -> Fraction:
    """年增产 1381.84 吨，以每公斤 2.62 元计算: a thousand of what the price is of."""
    told = _OF_UNIT.search(price.label) or _PER_UNIT.search(str(price.mention.unit))
    unit = str(many.mention.unit).lstrip("万亿千")
    scale = next((one for one in SCALES if told is not None and told["each"] in one and unit in one), None)
    return scale[unit] / scale[told["each"]] if scale is not None and told is not None else Fraction(1)


def _worth(mention: Mention) -> Fraction:
    return mention.value * _scale(mention)


def _thing(slot: Slot) -> str:
    """What a figure is of, without 万: 元, 公斤."""
    unit = str(slot.mention.unit)
    return "元" if unit in _YUAN else unit.lstrip("万亿千").split("/")[0]


def _scale(mention: Mention) -> int:
    unit = str(mention.unit)
    return _YUAN.get(unit) or _TENS.get(unit[:1], 1)


def _relation(price: Mention, many: Mention, total: Mention, factor: Fraction) -> Relation:
    times = f"{factor.numerator}" if factor > 1 else f"{factor.denominator}"
    way = "小" if factor > 1 else "大"
    message = (
        f"{number(many)} × {number(price)} 与 {number(total)}的数字相同，文中的数却{way}了{times}倍。"
        "请核对单位和小数点。"
    )
    likely = "单位多写或漏写“万”" if factor in _POWERS else "小数点错位"
    roles = [("price", price), ("count", many), ("stated", total)]
    return relation("unit", "error", roles, "单价 × 数量 = 总额", "", message, likely)
