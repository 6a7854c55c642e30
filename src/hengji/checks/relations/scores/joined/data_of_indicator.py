"""The one rate that the paper tells of an indicator: in its own words, under its full name, in a sentence about its
matter, in the total row of a table with such a column; and every other rate that might be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.joined.counted_shares import counted_shares
from hengji.checks.relations.scores.joined.rates_told import RateTold, rates_told
from hengji.checks.relations.scores.joined.tabled_rates import tabled_rates
from hengji.facts.relation import Figure

__all__ = ["Datum", "datum_of"]

_MEASURE: Final = re.compile(r"[\u4e00-\u9fff]{1,10}?(?:率|度(?!目标)|比例|比重)")
_WIDE: Final = re.compile(
    r"(?:20\d\d年度?|[我本全该][\u4e00-\u9fff]{1,2}|部门|整体|支出|财政|拨款|预算|资金|年度|年末|实际|综合|总体|的|其|且|在|使|则|经|测算|计算|为)*"
)
_OF_PARTS: Final = re.compile(r"其中|子项|分别|各|(?<=[\u4e00-\u9fff])(?<![本该个全年度初月])项目")
"""雨棚维修项目预算40万元，……执行率82.50% is not that of all the paper is about."""
_OF_ANY_PART: Final = re.compile("(?:预算|资金|支出)?(?:执行|完成|支付|使用)率")
_TAIL: Final = 3
_SHARED: Final = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Datum:
    """`others`: rates that stand beside it or are called alike, any of which may be the one that was scored."""

    value: Fraction
    step: Fraction
    figure: Figure
    others: frozenset[Fraction]


def datum_of(context: Context, name: str, standard: str, own: Sequence[Span]) -> Datum | None:
    """None where no rate, or more than one, may be meant. *own*: where running text speaks of the indicator."""
    tail = _tail_of(name, standard)
    if tail is None:
        return None
    told = rates_told(context)
    inside = [one for one in told if any(start <= one.at < end for start, end in own)]
    found = [one for one in inside if one.plain and _alike(one.word, tail)]
    if inside and not found:
        return None
    found = found or _named(context, told, name) or _of_its_matter(context, told, name, tail)
    if found:
        if len({one.value for one in found}) != 1:
            return None
        near = [one for one in told if one.sentence == found[0].sentence or one.word.endswith(name)]
        return _datum(context, found[0], [*inside, *near])
    alike = frozenset(one.value for one in told if _alike(one.word, tail))
    return _elsewhere(context, name, tail, alike)


def _elsewhere(context: Context, name: str, tail: str, alike: frozenset[Fraction]) -> Datum | None:
    """In a table, or told as two counts."""
    head = _head(name, tail)
    values = {value: (figure, step) for value, step, figure in tabled_rates(context, name, head, tail)}
    if not values and not alike:
        values = {share: (figure, Fraction(0)) for share, figure in counted_shares(context, head, tail)}
    if len(values) != 1:
        return None
    ((value, (figure, step)),) = values.items()
    return Datum(value, step, figure, alike)


def _datum(context: Context, one: RateTold, others: Iterable[RateTold]) -> Datum:
    figure = piece(context, "data", *flowing(context).span(one.at, one.end))
    return Datum(one.value, one.step, figure, frozenset(other.value for other in others))


def _tail_of(name: str, standard: str) -> str | None:
    """What the rate is called in the end: as the standard says it, or else the name; None where it names several."""
    called = {_plain(one) for one in _MEASURE.findall(standard)}
    if not called and _MEASURE.search(name) is not None:
        called = {_plain(_MEASURE.findall(name)[-1])} if re.search("(?:率|度|比例|比重)$", name) else set()
    if not called:
        return "比例" if "占" in standard else None
    return called.pop() if len(called) == 1 else None


def _plain(word: str) -> str:
    """满意率 of 服务对象满意度."""
    return "比例" if word.endswith(("比例", "比重")) else word[-_TAIL:].replace("满意度", "满意率")


def _head(name: str, tail: str) -> str:
    return name[: -len(tail)] if _alike(name, tail) else name


def _alike(word: str, tail: str) -> bool:
    """支付进度 where the standard says 进度."""
    return _plain(word).endswith(tail)


def _named(context: Context, told: Iterable[RateTold], name: str) -> list[RateTold]:
    """Those under the full name, of the whole of what the paper is about."""
    if not re.search("(?:率|度|比例|比重)$", name):
        return []
    found = [one for one in told if one.plain and one.word.endswith(name)]
    found = [one for one in found if _WIDE.fullmatch(one.word[: -len(name)])]
    return [one for one in found if _OF_ANY_PART.fullmatch(name) is None or _is_whole(context, one)]


def _of_its_matter(context: Context, told: Iterable[RateTold], name: str, tail: str) -> list[RateTold]:
    """Those under the last word of the name, in a sentence that speaks of what the name begins with."""
    head = _WIDE.sub("", _head(name, tail))
    pairs = {head[at : at + 2] for at in range(len(head) - 1)}
    if not pairs:
        return [
            one
            for one in told
            if one.plain
            and _alike(one.word, tail)
            and _WIDE.fullmatch(_head(one.word, tail))
            and _is_whole(context, one)
        ]
    alike = [one for one in told if _alike(one.word, tail)]
    needed = _SHARED * len(pairs) if len(alike) > 1 else 1
    texts = [flowing(context).text[slice(*one.sentence)] for one in alike]
    shared = [sum(pair in text for pair in pairs) for text in texts]
    return [one for one, number in zip(alike, shared, strict=True) if one.plain and number >= needed]


def _is_whole(context: Context, one: RateTold) -> bool:
    """Whether the sentence speaks of no part of the whole before the rate."""
    return _OF_PARTS.search(flowing(context).text[one.sentence[0] : one.at]) is None
