"""Units of figures: money, counts, rates, and their quotients; which of them can meet.

A unit is a product of base units with whole exponents, so ``万元 ÷ 人`` is a unit of its own and
``万元 ÷ 万元`` is a rate.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

__all__ = ["COUNTERS", "MONEY", "RATE", "TRUTH", "Unit", "read_unit", "unit_of"]

MONEY: dict[str, Fraction] = {
    "元": Fraction(1),
    "千元": Fraction(1_000),
    "万元": Fraction(10_000),
    "亿元": Fraction(100_000_000),
}
"""Money units of one currency and what each is in yuan (元)."""

FOREIGN_MONEY: dict[str, Fraction] = {
    "美元": Fraction(1),
    "万美元": Fraction(10_000),
    "亿美元": Fraction(100_000_000),
}

_CURRENCIES = frozenset((*MONEY, *FOREIGN_MONEY))
_ONE = Fraction(1)
_SCALES = frozenset("万亿")
"""万人, 亿立方米: so many of a thing at once; none of them is converted into another."""
_FACTORS = {
    (here, there): family[here] / family[there]
    for family in (MONEY, FOREIGN_MONEY)
    for here in family
    for there in family
}

_PEOPLE = ["人", "名", "人次", "家", "户", "户次", "家次", "村", "社区"]
_WORK = [
    "次",
    "件",
    "个",
    "项",
    "场",
    "场次",
    "条",
    "期",
    "期次",
    "课时",
    "篇",
    "份",
    "批",
    "批次",
    "例",
    "宗",
    "起",
    "处",
    "所",
    "座",
    "刊",
    "册",
    "本",
    "页",
    "门",
    "组",
    "种",
    "类",
    "分",
]
_THINGS = ["台", "辆", "套", "只", "支", "公里", "平方米", "亩", "吨", "航次", "治疗量", "具"]
_TIME = ["小时", "时长", "天", "日", "月", "年"]

COUNTERS = frozenset((*_PEOPLE, *_WORK, *_THINGS, *_TIME))
"""Units that count things; 分 counts the points of an outside assessment."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A product of base units, e.g. ``(("万元", 1), ("人", -1))``; empty for a rate."""

    powers: tuple[tuple[str, int], ...] = ()
    truth: bool = False

    def times(self, other: Unit, sign: int = 1) -> Unit:
        """The unit of a product (``sign=1``) or a quotient (``sign=-1``)."""
        powers = dict(self.powers)
        for base, exponent in other.powers:
            powers[base] = powers.get(base, 0) + sign * exponent
        return Unit(tuple(sorted((base, exponent) for base, exponent in powers.items() if exponent)))

    @property
    def is_rate(self) -> bool:
        return not self.powers and not self.truth

    @property
    def is_money(self) -> bool:
        return len(self.powers) == 1 and self.powers[0][1] == 1 and self.powers[0][0] in _CURRENCIES

    @property
    def kind(self) -> str:
        """What an officer calls this kind of figure."""
        if self.truth:
            return "是否"
        if self.is_rate:
            return "比率"
        if self.is_money:
            return "金额"
        return "数量" if len(self.powers) == 1 and self.powers[0][1] == 1 else "复合单位"

    def factor_to(self, other: Unit) -> Fraction | None:
        """How many of *other* one of this unit is, or None where they cannot be converted."""
        if self.powers == other.powers and self.truth == other.truth:
            return _ONE
        if len(self.powers) == len(other.powers) == 1 and self.powers[0][1] == other.powers[0][1] == 1:
            return _FACTORS.get((self.powers[0][0], other.powers[0][0]))
        return None

    def __str__(self) -> str:
        if self.truth:
            return "是/否"
        if not self.powers:
            return "%"
        if len(self.powers) == 1 and self.powers[0][1] == 1:
            return self.powers[0][0]
        over = "·".join(base for base, exponent in self.powers for _ in range(exponent))
        under = "·".join(base for base, exponent in self.powers for _ in range(-exponent))
        return f"{over or '1'}/{under}" if under else over


RATE = Unit()
TRUTH = Unit(truth=True)


@lru_cache(maxsize=1024)
def unit_of(base: str) -> Unit:
    """The unit that is *base* and nothing else, the same object every time: figures by the thousand share a few."""
    return Unit(((base, 1),))


@lru_cache(maxsize=1024)
def read_unit(text: str) -> Unit | None:
    """The unit that *text* names (``万元``, ``人``, ``%``, ``万元/人``, ``是/否``), or None."""
    name = text.strip().replace("％", "%").replace("／", "/")
    if name in {"%", "比率", "无", "1"}:
        return RATE
    if name in {"是/否", "是否"}:
        return TRUTH
    over, slash, under = name.partition("/")
    unit = _base(over)
    if unit is None or not slash:
        return unit
    divisor = _base(under)
    return None if divisor is None else unit.times(divisor, -1)


def _base(name: str) -> Unit | None:
    counted = name in COUNTERS or (name[:1] in _SCALES and name[1:] in COUNTERS)
    return unit_of(name) if name in MONEY or name in FOREIGN_MONEY or counted else None
