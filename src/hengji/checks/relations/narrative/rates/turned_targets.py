"""Target over outturn instead of outturn over target, or a slip in the rate, where the target stands elsewhere.

完成 472 人，完成目标的 95.34%, and the goals say 450 人.

The target is a count of the same unit and of the same things that the document calls one (目标, 计划, 以上, 不少于).
The rate must be the turned one to the last digit, and nothing else near by may give it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from operator import itemgetter

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, shape, shown_digits
from hengji.checks.relations.verdicts import converted, family, good, in_words, judged, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation
from hengji.facts.units import read_unit

__all__ = ["turned_targets"]

_DONE = re.compile(
    r"(?:完成|实现|达到)(?:了|年度|全年|年初|既定|绩效|计划|预期)*(?:目标|任务|计划|指标)(?:值|任务|数)?的|(?:目标|任务|计划)?完成率(?:为|达|分别)*$"
)
_LISTED = re.compile(r"^(?:、|和|及|与)$")
_TARGET = re.compile(r"目标|计划|任务|指标|应|不少于|不低于|≥|达到")
_SHARED = 2
_PAIR = 2
_DIGITS = 3
_MOST = 24  # targets of like value that are looked at
_AT_LEAST = ("以上", "≥", "不少于", "不低于", "至少", "达到")
_YUAN = read_unit("元")


def turned_targets(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every rate of completion that is a target over what was done."""
    targets: _Targets | None = None
    for passage in texts:
        if RATE not in passage.text or len(passage.slots) > LONGEST:
            continue
        for part, rate in _pairs(passage):
            targets = _Targets(context) if targets is None else targets
            yield from _of(context, part, rate, targets)


class _Targets:
    """The targets of the document by what they count, in the order of their values."""

    def __init__(self, context: Context) -> None:
        self._sorted: dict[object, list[tuple[Fraction, Mention]]] = defaultdict(list)
        text = context.document.text
        for mention in context.mentions:
            if mention.is_rate or mention.unit is None or mention.value <= 0:
                continue
            told = mention.subject + text[max(0, mention.start - 16) : mention.start]
            if mention.approximate in _AT_LEAST or _TARGET.search(told):
                self._sorted[family(mention.unit)].append((_plain(mention), mention))
        for held in self._sorted.values():
            held.sort(key=itemgetter(0))

    def near(self, like: Mention, low: Fraction, high: Fraction) -> list[Mention]:
        """The first targets of *like*'s sort from *low* to *high*."""
        held = self._sorted.get(family(like.unit), [])
        first = bisect_left(held, low, key=itemgetter(0))
        return [mention for value, mention in held[first : first + _MOST] if value <= high]


def _plain(mention: Mention) -> Fraction:
    """The value of money in yuan, of anything else as it stands."""
    factor = mention.unit.factor_to(_YUAN) if mention.unit is not None and _YUAN is not None else None
    return mention.value * (factor if factor is not None else 1)


def _pairs(passage: Passage) -> Iterator[tuple[Slot, Slot]]:
    """What was done and its rate; lists of both in their order."""
    changed = changed_slots(passage)
    position = 0
    while position < len(passage.slots):
        first = passage.slots[position]
        position += 1
        if first.kind != RATE or first.index in changed or not _DONE.search(first.before):
            continue
        rates = [first]
        while (
            position < len(passage.slots)
            and passage.slots[position].kind == RATE
            and _LISTED.match(passage.slots[position].before)
        ):
            rates.append(passage.slots[position])
            position += 1
        ahead = [
            slot for slot in passage.slots[: first.index] if slot.kind in (COUNT, MONEY) and slot.index not in changed
        ]
        parts = ahead[-len(rates) :]
        if len(parts) == len(rates) and parts[-1].index == first.index - 1:
            yield from zip(parts, rates, strict=True)


def _of(context: Context, part: Slot, rate: Slot, targets: _Targets) -> Iterator[Relation]:
    digits = shown_digits(rate.mention.text)
    if digits < _DIGITS or part.mention.value <= 0 or part.mention.approximate or rate.mention.value in (0, 1):
        return
    done, step = _plain(part.mention), rate.mention.step
    low, high = max(rate.mention.value - step, step), rate.mention.value + step
    if any(_is(done / _plain(one), rate) for one in targets.near(part.mention, done / high, done / low)):
        return
    text = context.document.text
    hits = [
        one
        for one in targets.near(part.mention, done * low, done * high)
        if one.start != part.mention.start
        and _is(_plain(one) / done, rate)
        and _alike(part.before, one.subject + text[max(0, one.start - 24) : one.start])
    ]
    if len({_plain(one) for one in hits}) == 1:
        yield _relation(part, rate, hits[0])
        return
    alike = [
        one
        for one in targets.near(part.mention, done / _PAIR, done * _PAIR)
        if one.start != part.mention.start
        and one.unit == part.mention.unit
        and _alike(part.before, one.subject + text[max(0, one.start - 24) : one.start])
    ]
    if len({_plain(one) for one in alike}) == 1 and _slipped(done / _plain(alike[0]), rate, digits):
        yield _relation(part, rate, alike[0], "完成率误写。")


def _slipped(computed: Fraction, rate: Slot, digits: int) -> bool:
    """Whether one slip of the pen parts the rate from what it should be, and no chance does."""
    slip = shape(as_written(rate.mention.value, rate.mention), as_written(computed, rate.mention))
    return slip == SWAPPED or (slip == ONE_DIGIT and digits > _DIGITS)


def _is(value: Fraction, rate: Slot) -> bool:
    return good(judged(value, None, rate.mention))


def _alike(name: str, around: str) -> bool:
    """Whether both speak of the same things: two pairs of characters in common."""
    name = re.sub(r"[^\u4e00-\u9fff]", "", name)[-14:]
    return sum(1 for at in range(len(name) - 1) if name[at : at + 2] in around) >= _SHARED


def _relation(part: Slot, rate: Slot, target: Mention, likely: str = "") -> Relation:
    computed = part.mention.value / converted(target, part.mention.unit)
    right = as_written(Fraction(computed), rate.mention)
    message = f"目标为 {number(target)}，完成 {number(part.mention)}，应为 {right}，文中为 {number(rate.mention)}。"
    likely = likely or f"{number(rate.mention)}是目标除以完成数，分子分母颠倒。"
    formula = f"{in_words(part.mention.value)} ÷ {in_words(converted(target, part.mention.unit))}"
    roles = [("base", target), ("part", part.mention), ("stated", rate.mention)]
    return relation("rate", "error", roles, formula, right, message, likely)
