"""A figure that the figures around it would make, but for a slip of the pen, whatever the words: 调整后预算 1445.22
万元，支出 3162.95 万元，结转 82.27 万元.

Sums and differences of two, and of whole runs. No word is asked for, so that digits must tell: how many there are, and
how many equations were tried, give the chance that one of them is met by a slip, and where that is not small a second
equation, or a rate, has to meet the very same value. A figure that anything near by makes, that stands in an equation
which holds, or that the paper tells again, is right.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, permutations
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, mistaken, shape, significant_digits
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind, shows
from hengji.checks.relations.without_frames.identities import are_called_so
from hengji.checks.relations.without_frames.marks import is_counted_twice, is_quantity
from hengji.facts.figures import read_figure
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation, RelationKind

__all__ = ["Equation", "around", "equations", "is_made_near", "near_equations"]

_NEAR: Final = 5  # figures of the kind to either side
_FEWEST: Final = 4  # digits of a figure
_LONGEST_RUN: Final = 8
_SCALE: Final = 10**8  # whole numbers of this part of a unit are compared, which is ten times faster than fractions
_SMALL: Final = Fraction(1, 1500)  # chance that one figure is met by accident
_NAMED: Final = Fraction(1, 20)  # the same where the words make the figures an equation
_TWICE: Final = Fraction(1, 40)  # the same where a second equation meets the same value
_WAYS: Final = {SWAPPED: 1, ONE_DIGIT: 9}  # values one slip away, for every digit


@dataclass(frozen=True, slots=True)
class Equation:
    """What *terms* make, in the unit of the figure that they are held against."""

    value: int
    terms: tuple[tuple[int, Slot], ...]

    @property
    def amount(self) -> Fraction:
        return Fraction(self.value, _SCALE)

    def formula(self, like: Slot) -> str:
        """The terms with their signs, in the unit of *like*."""
        unit = like.mention.unit
        signed = [(" + " if sign > 0 else " − ") + in_words(converted(slot.mention, unit)) for sign, slot in self.terms]
        return "".join(signed).removeprefix(" + ")


def near_equations(
    context: Context, texts: Sequence[Passage], held: Sequence[Relation], wrong: set[int]
) -> Iterator[Relation]:
    """Relations of kinds ``sum`` and ``difference``, errors all; *held*: equations that hold."""
    firm, rates = _held(held)
    told = Counter((one.value, one.unit) for one in context.mentions if not one.is_rate)
    for index, passage in enumerate(texts):
        if len(passage.slots) > LONGEST:
            continue
        for slot in passage.slots:
            mention = slot.mention
            known = mention.start in firm or mention.start in wrong or told[mention.value, mention.unit] > 1
            if not known and is_quantity(slot) and significant_digits(mention.text) >= _FEWEST:
                yield from (one for one in _judged(texts, index, slot) if _fits(one, rates[mention.start]))


def _held(held: Sequence[Relation]) -> tuple[set[int], Mapping[int, list[Relation]]]:
    """Figures that equations bear to their last digit, and the rates that bear a figure only as far as they go: 63.80
    is 0.65% of 9,864.30 and of 9,846.30."""
    firm: set[int] = set()
    rates: dict[int, list[Relation]] = defaultdict(list)
    for one in held:
        amounts = [figure.start for figure in one.figures if figure.mention is not None and not figure.mention.is_rate]
        if len(amounts) == len(one.figures):
            firm.update(amounts)
        for start in amounts if len(amounts) < len(one.figures) else ():
            rates[start].append(one)
    return firm, rates


def _fits(found: Relation, rates: Sequence[Relation]) -> bool:
    """Whether what the figure should be gives the rates as well that it gives as it stands."""
    stated, meant = found.figures[-1].mention, read_figure(found.computed)
    if stated is None or meant is None:
        return False
    return all(_gives(one, stated, meant.value) for one in rates)


def _gives(one: Relation, stated: Mention, meant: Fraction) -> bool:
    mentions = [figure.mention for figure in one.figures if figure.mention is not None]
    rates = [mention for mention in mentions if mention.is_rate]
    values = [
        meant if mention.start == stated.start else converted(mention, stated.unit)
        for mention in mentions
        if not mention.is_rate
    ]
    ways = [ratio for a, b in permutations(values, 2) if b for ratio in (a / b, abs(a - b) / b)]
    return all(any(shows(rate, way) for way in ways) for rate in rates)


def _judged(texts: Sequence[Passage], index: int, stated: Slot) -> Iterator[Relation]:
    near = around(texts, index, stated)
    made = equations(near, stated)
    own = _whole(stated, stated)
    step = int(stated.mention.step * _SCALE)
    if own is None or not step or any(abs(one.value - own) <= step for one in made):
        return
    if any(slot is not stated and _is_the_same(slot, stated) for slot in near):
        return
    if is_counted_twice(texts[index], stated):
        return
    slipped = [one for one in made if one.value > 0 and one.value % step == 0 and _one_slip_away(one.value, own, step)]
    if not slipped:
        return
    width = _widths(near, stated, texts[index])
    met: dict[int, list[Equation]] = defaultdict(list)
    for one in sorted(slipped, key=width):
        met[one.value].append(one)
    widths = sorted(map(width, made))
    written = as_written(stated.mention.value, stated.mention)
    found = {}
    for value, ways in met.items():
        slip = shape(written, as_written(Fraction(value, _SCALE), stated.mention))
        tried = bisect_right(widths, width(ways[0]))
        if slip in _WAYS and _is_no_chance(stated, slip, tried, ways, texts, index):
            found[value] = (slip, next((way for way in ways if _is_named(way, stated)), ways[0]))
    if len(found) == 1:
        value, (slip, way) = next(iter(found.items()))
        yield _relation(stated, way, Fraction(value, _SCALE), slip)


def _one_slip_away(value: int, own: int, step: int) -> bool:
    """Whether one digit, or two neighbours exchanged, can part the two: 1 to 9 of a place, or nine times that."""
    apart = abs(value - own) // step
    while apart and apart % 10 == 0:
        apart //= 10
    return 0 < apart <= 9 or (apart % 9 == 0 and apart <= 81)


def _widths(near: Sequence[Slot], stated: Slot, passage: Passage) -> Callable[[Equation], int]:
    """How far the figures of an equation stand from one another: those right beside each other in one sentence are few,
    so that chance seldom meets them."""
    place = {slot.mention.start: at for at, slot in enumerate(near)}
    own = {slot.mention.start for slot in passage.slots}

    def width(one: Equation) -> int:
        starts = [stated.mention.start, *(slot.mention.start for _, slot in one.terms)]
        places = [place[start] for start in starts]
        apart = max(places) - min(places) + 1 - len(places)
        return apart + (0 if own.issuperset(starts) else _NEAR)

    return width


def around(texts: Sequence[Passage], index: int, stated: Slot) -> list[Slot]:
    """The figures of the kind in the sentence and its neighbours, in order, the stated one among them."""
    near = [
        (at, slot)
        for at in range(max(0, index - 1), min(len(texts), index + 2))
        for slot in texts[at].slots
        if is_quantity(slot) and same_kind(slot, stated)
    ]
    place = next((number for number, (at, slot) in enumerate(near) if slot is stated and at == index), 0)
    return [slot for _, slot in near[max(0, place - _NEAR) : place + _NEAR + 1]]


def is_made_near(texts: Sequence[Passage], index: int, stated: Slot) -> bool:
    """Whether figures near by make the stated one as it stands."""
    return any(one.amount == stated.mention.value for one in equations(around(texts, index, stated), stated))


def _is_the_same(slot: Slot, stated: Slot) -> bool:
    """128.6 万元 beside 1,286,400 元: the same, told roughly."""
    unit = stated.mention.unit
    factor = converted(slot.mention, unit) / slot.mention.value
    return factor > 1 and abs(converted(slot.mention, unit) - stated.mention.value) < slot.mention.step * factor


def _whole(slot: Slot, stated: Slot) -> int | None:
    value = converted(slot.mention, stated.mention.unit) * _SCALE
    return value.numerator if value.denominator == 1 else None


def equations(near: Sequence[Slot], stated: Slot) -> list[Equation]:
    """The sums and differences of two of *near*, and what its runs make of the figure beside them."""
    numbers = [_whole(slot, stated) for slot in near]
    values = [(slot, value) for slot, value in zip(near, numbers, strict=True) if value is not None]
    others = [(slot, value) for slot, value in values if slot is not stated and _is_as_exact(slot, stated)]
    found = []
    for (a, x), (b, y) in combinations(others, 2):
        less = ((1, a), (-1, b)) if x > y else ((1, b), (-1, a))
        found += [Equation(x + y, ((1, a), (1, b))), Equation(abs(x - y), less)]
    return found + list(_runs(values, stated))


def _is_as_exact(slot: Slot, stated: Slot) -> bool:
    """143.20 万元 is told to a hundred 元, and gives no figure in 元 to its last digit."""
    factor = converted(slot.mention, stated.mention.unit) / slot.mention.value
    return factor <= 1 or slot.mention.step * factor <= stated.mention.step


def _runs(values: Sequence[tuple[Slot, int]], stated: Slot) -> Iterator[Equation]:
    """A run of three and more right behind, or right in front of, the figure it makes; the stated one is either."""
    for begin in range(len(values)):
        for end in range(begin + 3, min(len(values), begin + _LONGEST_RUN) + 1):
            run = values[begin:end]
            made = sum(value for _, value in run)
            inside = [value for slot, value in run if slot is stated]
            for beside in (begin - 1, end):
                if not 0 <= beside < len(values):
                    continue
                whole, total = values[beside]
                if whole is stated:
                    yield Equation(made, tuple((1, slot) for slot, _ in run))
                elif inside:
                    rest = tuple((-1, slot) for slot, _ in run if slot is not stated)
                    yield Equation(total - made + inside[0], ((1, whole), *rest))


def _is_no_chance(
    stated: Slot, slip: str, tried: int, ways: Sequence[Equation], texts: Sequence[Passage], index: int
) -> bool:
    digits = significant_digits(stated.mention.text)
    chance = Fraction(_WAYS[slip] * digits * tried, 10**digits)
    if chance <= _SMALL:
        return True
    if chance <= _NAMED and any(_is_named(one, stated) for one in ways):
        return True
    seconds = {frozenset(slot.mention.start for _, slot in one.terms) for one in ways}
    return chance <= _TWICE and (len(seconds) > 1 or _rate_agrees(ways[0], texts[index], stated))


def _is_named(way: Equation, stated: Slot) -> bool:
    """Whether the words of the three figures make them an equation of the field."""
    taken = [slot for sign, slot in way.terms if sign < 0]
    given = [slot for sign, slot in way.terms if sign > 0]
    whole, parts = (given[0], [stated, *taken]) if len(given) == 1 and taken else (stated, given)
    return are_called_so(whole, parts)


def _rate_agrees(way: Equation, passage: Passage, stated: Slot) -> bool:
    """Whether a rate of the sentence is that of the value meant to a figure of the equation, and not of the stated."""
    meant = Fraction(way.value, _SCALE)
    for rate in passage.slots:
        if rate.kind != RATE or rate.mention.decimals < 1:
            continue
        for _, slot in way.terms:
            base = converted(slot.mention, stated.mention.unit)
            if base > 0 and shows(rate.mention, meant / base) and not shows(rate.mention, stated.mention.value / base):
                return True
            if shows(rate.mention, base / meant) and not shows(rate.mention, base / stated.mention.value):
                return True
    return False


def _relation(stated: Slot, way: Equation, meant: Fraction, slip: str) -> Relation:
    right = as_written(meant, stated.mention)
    formula = way.formula(stated)
    message = f"附近各数 {formula} = {right}，文中为 {number(stated.mention)}。"
    roles = [*(("part", slot.mention) for _, slot in way.terms), ("stated", stated.mention)]
    kind: RelationKind = "difference" if any(sign < 0 for sign, _ in way.terms) else "sum"
    return relation(kind, "error", roles, formula, right, message, mistaken(number(stated.mention), right, slip))
