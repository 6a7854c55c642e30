"""From a computed value and a stated figure to a relation; the wording that all finders of running text share."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from hengji.checks.context import figure
from hengji.checks.intervals import Interval, displayed, exactly, judge
from hengji.checks.relations.passages import Slot
from hengji.checks.relations.slips import as_written, mistaken, shape
from hengji.facts.mention import Mention
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation, RelationKind, Verdict
from hengji.facts.units import Unit

__all__ = [
    "Roles",
    "converted",
    "family",
    "good",
    "in_ones",
    "in_words",
    "interval_of",
    "judged",
    "number",
    "relation",
    "same_kind",
    "shows",
    "slip_of",
]

Roles = Sequence[tuple[str, Mention]]

_FAMILIES = ("人 名 位", "个 家 所 处 座", "件 起 宗 例 项", "次 场 场次 批 批次 期", "台 辆 套 台套 件套 台件", "户")
_FAMILY = {counter: index for index, group in enumerate(_FAMILIES) for counter in group.split()}


_ANY = ("个", "项")
"""What anything is counted by: 指标 3 个 and 读者证 6.24 万个 are no two of a kind."""
_THOUSANDS = {"万": Fraction(10_000), "亿": Fraction(100_000_000)}


@lru_cache(maxsize=1024)
def family(unit: Unit | None) -> object:
    """What figures must share to be added: money of one currency, or counters of related things."""
    if unit is None:
        return None
    if unit.is_money:
        return "外币" if "美元" in str(unit) else "金额"
    if unit.is_rate:
        return "比率"
    _, counter = _parted(str(unit))
    return _FAMILY.get(counter, counter)


def same_kind(a: Slot, b: Slot) -> bool:
    """Whether the two figures can be added or divided by one another."""
    one, other = a.mention.unit, b.mention.unit
    return a.kind == b.kind and (one is other or family(one) == family(other))


def converted(mention: Mention, unit: Unit | None) -> Fraction:
    """The figure's value in *unit* (its own where they do not convert: 家 and 个)."""
    if mention.unit is unit or mention.unit == unit:
        return mention.value
    factor = _factor(mention.unit, unit) if mention.unit is not None and unit is not None else None
    return mention.value * (factor if factor is not None else 1)


@lru_cache(maxsize=1024)
def _factor(unit: Unit, other: Unit) -> Fraction | None:
    """1.8万亩 and 5,400亩 are told in one unit, ten thousand times the other."""
    factor = unit.factor_to(other)
    if factor is not None or unit.is_rate or other.is_rate:
        return factor
    (a, own), (b, others) = _parted(str(unit)), _parted(str(other))
    return a / b if own == others else None


def _parted(name: str) -> tuple[Fraction, str]:
    """万亩 as 10,000 and 亩."""
    many = _THOUSANDS.get(name[:1]) if name[1:] and name[1:] not in _ANY else None
    return (many, name[1:]) if many is not None else (Fraction(1), name)


def in_ones(mention: Mention) -> Fraction:
    """A count without its 万 or 亿: 1.8万亩 is 18,000."""
    return mention.value * _THOUSANDS.get(str(mention.unit)[:1], Fraction(1))


def interval_of(mention: Mention, unit: Unit | None) -> Interval:
    """What the displayed figure may stand for, in *unit*."""
    none = mention.value == 0 and mention.decimals == 0  # "0 万元" says that there is none, not "less than half"
    own = exactly(mention.value) if none else displayed(mention)
    if mention.unit is unit or mention.unit == unit:
        return own
    factor = _factor(mention.unit, unit) if mention.unit is not None and unit is not None else None
    return own if factor is None else Interval(own.low * factor, own.high * factor)


def good(verdict: Verdict) -> bool:
    return verdict in ("ok", "rounding")


def number(mention: Mention) -> str:
    """The figure as it is written, with its unit."""
    whole = mention.text.endswith(("%", "％", "‰", "整", "正"))  # 壹佰元整 has its unit in it
    return mention.text if whole else mention.text + mention.unit_text


def slip_of(stated: Mention, meant: Fraction) -> str:
    """A likely reading where *stated* is one slip away from what it should be."""
    right = as_written(meant, stated)
    name = shape(as_written(stated.value, stated), right)
    return mistaken(number(stated), right, name)


def relation(
    kind: RelationKind,
    verdict: Verdict,
    roles: Roles,
    formula: str,
    computed: str,
    message: str,
    likely: str = "",
) -> Relation:
    """A relation whose last figure is the one stated."""
    return Relation(
        kind=kind,
        verdict=verdict,
        figures=tuple(figure(role, mention) for role, mention in roles),
        formula=formula,
        computed=computed,
        stated=number(roles[-1][1]),
        message=message,
        likely=likely,
        severity="high" if verdict == "error" else "medium",
    )


def shows(stated: Mention, value: Fraction) -> bool:
    """Whether *stated*, whatever its sign, is *value* to its last digit, in its own unit; what the figures that give
    the value were rounded from is not asked."""
    return abs(abs(value) - abs(stated.value)) <= stated.step / 2


def judged(computed: Fraction, possible: Interval | None, stated: Mention) -> Verdict:
    """The verdict of interval arithmetic; a figure that is blurred (约, 余) is never held against its digits."""
    verdict = judge(computed, possible, stated)
    if verdict == "error" and stated.approximate:
        near = displayed(stated)
        width = (abs(stated.value) / 20) or near.high
        return "rounding" if Interval(near.low - width, near.high + width).meets(possible or near) else "suspicious"
    return verdict


def in_words(value: Fraction) -> str:
    """A value in a formula: no trailing zeros, at most four decimals."""
    return plain(value, 4)
