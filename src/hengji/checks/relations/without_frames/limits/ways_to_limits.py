"""What figures near a limit may give of the kind that is limited: the one that is called like it, a share, a change, a
cost per head, a sum, a mean, a difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise, permutations
from typing import Final

from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.verdicts import converted, family, in_words, interval_of, number, same_kind
from hengji.checks.relations.without_frames.limits.limit_words import Bound
from hengji.checks.relations.without_frames.marks import is_quantity

__all__ = ["Told", "Way", "each_of", "only_actual", "ways_to"]

_CHANGE: Final = re.compile("增速|增长|增幅|提高|下降|降低|压减|压缩|减少|缩减|降幅|比上年|较上年|增产|增收")
_PER: Final = re.compile(
    r"每(?P<one>人次|平方米|公里|[人户亩辆次场期个件班车份位名台餐])(?:每(?P<two>[天晚日次餐期月]))?"
    r"|(?P<head>[人户亩车村班])均(?:每(?P<day>[天晚日次餐期月]))?|(?P<single>单车)"
)
_SCALED: Final = re.compile("每(?:百|千|万|亿)")
_SINGLE: Final = {"车": "辆", "单车": "辆", "村": "个"}
_EITHER: Final = {"人": ("人", "名", "位", "人次", "个人"), "人次": ("人次", "人", "名"), "名": ("名", "人", "位")}
_BOTH_IN_ONE: Final = ("人次", "餐次")
_APART: Final = re.compile("其中|每|累计|增|减|提高|下降|节约|结余|扣|得分|满分|分值|另|单价|退休|离休|遗属|分别")
_TOTAL: Final = re.compile("合计|共计|总计|一共|总共|共$")
_CAME: Final = re.compile("实际|实有|实测|完成|结果|达到|落实")
_LESS: Final = re.compile("扣除|减去|剔除")
_MOST: Final = 8  # figures that are tried in pairs
_PAIR: Final = 2
_LIST: Final = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A figure, and what single words say of it."""

    slot: Slot
    passage: Passage
    past: bool
    planned: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A value in the limit's unit, the range that it may stand for, and the figures that give it."""

    value: Fraction
    low: Fraction
    high: Fraction
    slots: tuple[Slot, ...]
    formula: str


def ways_to(bound: Bound, told: Sequence[Told]) -> list[Way]:
    """Every way in which *told* may give what *bound* limits."""
    return list(_ways(bound, told))


def each_of(bound: Bound, told: Sequence[Told]) -> Iterator[Way]:
    """The figures of a list of the limit's kind: 郝家 A，孟家 B，佟家 C."""
    direct = [one for one in told if _is_alike(bound, one.slot) and _stands_behind(bound, one)]
    if _is_over_counts(bound, told):
        return
    listed = [a.slot for a, b in pairwise(direct) if a.passage is b.passage and b.slot.index == a.slot.index + 1]
    if len(listed) >= _LIST - 1 and direct:
        last = direct[-1].slot
        for slot in (*listed, last):
            if not _TOTAL.search(slot.label):
                yield _as_told(bound, slot)


def _stands_behind(bound: Bound, one: Told) -> bool:
    return one.slot.mention.start > bound.figure.start


def _is_over_counts(bound: Bound, told: Sequence[Told]) -> bool:
    """Whether a limit per head is one of amounts to be divided first: 单车 A 以内，7 辆."""
    per = _PER.search(bound.label)
    head = (per["head"] or per["single"]) if per else ""
    one = (per["one"] or _SINGLE.get(head, head)) if per else ""
    listed = sum(_is_alike(bound, each.slot) and _stands_behind(bound, each) for each in told)
    counts = [each.slot for each in told if each.slot.kind == COUNT and per and _is_counted_in(each.slot, one)]
    return any(slot.mention.value != listed for slot in counts)


def _is_alike(bound: Bound, slot: Slot) -> bool:
    return slot.kind == bound.kind and family(slot.mention.unit) == family(bound.unit)


def _ways(bound: Bound, told: Sequence[Told]) -> Iterator[Way]:
    direct = [one for one in told if _is_alike(bound, one.slot)]
    per = _PER.search(bound.label)
    if bound.kind == RATE:
        named = list(_called_alike(bound, direct))
        yield from named or (_rates(bound, told) if not direct else [])
    elif _SCALED.search(bound.label) or bound.kind not in (COUNT, MONEY):
        return
    elif per is not None:
        yield from _per_head(bound, per, direct, [one.slot for one in told if one.slot.kind == COUNT])
    elif _CHANGE.search(bound.label):
        yield from _differences(bound, [one.slot for one in direct])
    elif len(direct) >= _PAIR and "均" in bound.label:
        yield _mean(bound, [one.slot for one in direct])
    elif len(direct) >= _PAIR and not bound.at_most:
        came = [one.slot for one in direct if _CAME.search(one.slot.label) and not one.planned]
        totals = [one.slot for one in direct if _TOTAL.search(one.slot.label)] or (came if len(came) == 1 else [])
        yield _sum(bound, totals or [one.slot for one in direct])
    else:
        yield from _called_alike(bound, direct)


def _called_alike(bound: Bound, direct: Sequence[Told]) -> Iterator[Way]:
    """The figures of the limit's kind that are called like it, or the only one."""
    own = [one for one in direct if not (one.past or one.planned)]
    named = [one for one in own if pairs_of(one.slot.label) & pairs_of(bound.label)]
    alone = own if len(direct) == 1 and bound.value else []
    for one in named or alone:
        if not _APART.search(one.slot.label):
            yield _as_told(bound, one.slot)


def only_actual(bound: Bound, told: Sequence[Told]) -> Way | None:
    """The one figure of the limit's kind besides, where it is no plan and not last year's."""
    direct = [one for one in told if _is_alike(bound, one.slot)]
    if len(direct) != 1 or direct[0].past or direct[0].planned or _APART.search(direct[0].slot.label):
        return None
    return _as_told(bound, direct[0].slot)


def _as_told(bound: Bound, slot: Slot) -> Way:
    shown = interval_of(slot.mention, bound.unit)
    return Way(converted(slot.mention, bound.unit), shown.low, shown.high, (slot,), number(slot.mention))


def _exact(value: Fraction, slots: Sequence[Slot], formula: str) -> Way:
    return Way(value, value, value, tuple(slots), formula)


def _rates(bound: Bound, told: Sequence[Told]) -> Iterator[Way]:
    """Every share of one figure in another, or every change, where the limit is one of change."""
    own = [one for one in told if is_quantity(one.slot)][:_MOST]
    changes = _CHANGE.search(bound.label) is not None and any(one.past for one in own)
    if _LESS.search(bound.label):
        yield from _shares_of_rest(own)
        return
    for part, whole in permutations(own, _PAIR):
        if not same_kind(part.slot, whole.slot):
            continue
        ratio = converted(part.slot.mention, whole.slot.mention.unit) / whole.slot.mention.value
        a, b = in_words(converted(part.slot.mention, whole.slot.mention.unit)), number(whole.slot.mention)
        if changes and whole.past and not part.past:
            yield _exact(abs(ratio - 1), (part.slot, whole.slot), f"（{a} − {b}）÷ {b}")
        elif not changes and ratio < 1 and not (whole.past or part.changed or whole.changed):
            yield _exact(ratio, (part.slot, whole.slot), f"{a} ÷ {b}")


def _shares_of_rest(own: Sequence[Told]) -> Iterator[Way]:
    """间接费用按直接费用扣除设备费后的30%封顶."""
    for whole, less, part in combinations([one.slot for one in own], 3):
        if same_kind(whole, less) and same_kind(whole, part):
            unit = whole.mention.unit
            rest = whole.mention.value - converted(less.mention, unit)
            if rest > 0 and converted(part.mention, unit) < rest:
                formula = f"{number(part.mention)} ÷（{number(whole.mention)} − {number(less.mention)}）"
                yield _exact(converted(part.mention, unit) / rest, (part, whole, less), formula)


def _per_head(bound: Bound, per: re.Match[str], direct: Sequence[Told], counts: Sequence[Slot]) -> Iterator[Way]:
    """Every amount over the count that the limit is told for: over two counts where it says 每人每天."""
    head = per["head"] or per["single"]
    one, two = per["one"] or _SINGLE.get(head, head), per["two"] or per["day"]
    for total, formula, slots in _totals(bound, [each.slot for each in direct]):
        for first in counts:
            if not _is_counted_in(first, one) or not first.mention.value:
                continue
            quotient, said = total / first.mention.value, f"{formula} ÷ {number(first.mention)}"
            if not two or str(first.mention.unit) in _BOTH_IN_ONE:
                yield _exact(quotient, (*slots, first), said)
                continue
            for second in counts:
                if second is not first and second.mention.value and _is_counted_in(second, two):
                    each_one = quotient / second.mention.value
                    yield _exact(each_one, (*slots, first, second), f"{said} ÷ {number(second.mention)}")


def _totals(bound: Bound, direct: Sequence[Slot]) -> Iterator[tuple[Fraction, str, tuple[Slot, ...]]]:
    """Every amount; but of three and more in a row, the sum."""
    if len(direct) >= _LIST and all(b.index == a.index + 1 for a, b in pairwise(direct)):
        way = _sum(bound, direct)
        yield way.value, f"（{way.formula}）", way.slots
        return
    for slot in direct:
        yield converted(slot.mention, bound.unit), number(slot.mention), (slot,)


def _is_counted_in(slot: Slot, counter: str) -> bool:
    return str(slot.mention.unit) in _EITHER.get(counter, (counter,))


def _sum(bound: Bound, parts: Sequence[Slot]) -> Way:
    total = sum((converted(slot.mention, bound.unit) for slot in parts), Fraction(0))
    return _exact(total, parts, " + ".join(number(slot.mention) for slot in parts))


def _mean(bound: Bound, parts: Sequence[Slot]) -> Way:
    whole = _sum(bound, parts)
    return _exact(whole.value / len(parts), parts, f"（{whole.formula}）÷ {len(parts)}")


def _differences(bound: Bound, own: Sequence[Slot]) -> Iterator[Way]:
    for a, b in combinations(own, _PAIR):
        apart = abs(converted(a.mention, bound.unit) - converted(b.mention, bound.unit))
        yield _exact(apart, (a, b), f"{number(b.mention)} 与 {number(a.mention)} 之差")
