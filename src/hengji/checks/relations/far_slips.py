"""Two neighbouring digits exchanged, shown by amounts that stand far off: 还需支出2319.69万元, where 6675.00 is to be
spent and 4283.31 has been; six months whose sum is the half year's 4283.31, if one of them is 1018.49 and not 1081.49.

The amounts far off are those that arithmetic bears out, or that the paper tells more than once. That an amount with two
of its neighbouring digits exchanged makes a sum with them to the last digit is no chance, so no frame is asked for;
an amount that makes one as it stands is acquitted.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import SWAPPED, as_written, mistaken, shown_digits
from hengji.checks.relations.verdicts import in_words, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["far_slips"]

_REST: Final = re.compile(
    r"(?:节约|节余|结余|结转|余额|剩余|尚余|还需|尚需|仍需|缺口|尚缺|尚欠|差额|相差|未支付|未支出|少支|多支|净增|净减)[^，。；：、]{0,6}$"
)
_PART_OF: Final = re.compile(
    "占(?:到位|项目|全部|预算|下达|安排|调整)?[^，。；]{0,8}(?:资金|预算|到位数|指标)(?:总额|总数)?的$"
)
_CARRIED_IN: Final = re.compile("上年|去年|年初|期初|以前")
_LEAST: Final = 5  # digits of an amount that is held against the whole paper
_RUN: Final = 4  # amounts in a row that may be all parts of something
_LONGEST_RUN: Final = 14
_BACK: Final = 2  # sentences before that tell what something is the rest of
_MOST: Final = 8

Known = Mapping[Fraction, Mention]


def far_slips(context: Context, texts: Sequence[Passage], confirmed: set[int], settled: set[int]) -> Iterator[Relation]:
    """Relations of kinds ``difference`` and ``sum``, all errors; *settled*: the figures that stand in some relation."""
    known = _known(context, confirmed)
    for index, passage in enumerate(texts):
        if len(passage.slots) > LONGEST or not passage.slots:
            continue
        changed = changed_slots(passage)
        for slot in passage.slots:
            lone = slot.kind == MONEY and slot.mention.value > 0 and not slot.mention.approximate
            lone = lone and slot.mention.start not in settled
            if lone and _REST.search(label_of(slot)) and not _CARRIED_IN.search(label_of(slot)):
                yield from _rest(texts, index, slot, known.get(str(slot.mention.unit), {}))
        yield from _runs(passage, changed, settled, known)
        yield from _behind_rates(passage, settled)


def _known(context: Context, confirmed: set[int]) -> Mapping[str, Known]:
    """The long amounts of the paper that are borne out, by their units."""
    money = [one for one in context.mentions if one.unit is not None and one.unit.is_money and one.value > 0]
    times = Counter((one.value, str(one.unit)) for one in money)
    found: dict[str, dict[Fraction, Mention]] = defaultdict(dict)
    for one in money:
        borne = one.start in confirmed or times[one.value, str(one.unit)] > 1
        if borne and shown_digits(one.text) >= _LEAST:
            found[str(one.unit)].setdefault(one.value, one)
    return found


def _exchanged(mention: Mention) -> list[Fraction]:
    """The values that two neighbouring digits exchanged would give."""
    scale = 10**mention.decimals
    digits = str(int(mention.value * scale))
    return [
        Fraction(int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]), scale)
        for at in range(len(digits) - 1)
        if digits[at] != digits[at + 1]
    ]


# ------------------------------------------------------------------------------------------------------------- rests
def _rest(texts: Sequence[Passage], index: int, slot: Slot, known: Known) -> Iterator[Relation]:
    """What the figure is the rest of stands in its own sentence or right before; what was taken off, anywhere."""
    near = [one for place in texts[max(0, index - _BACK) : index] for one in place.slots]
    near += texts[index].slots[: slot.index]
    unit, digits = slot.mention.unit, shown_digits(slot.mention.text)
    pool = [one.mention for one in near if one.kind == MONEY and one.mention.unit == unit and one.mention.value > 0]
    pool = pool[-_MOST:]
    others: dict[Fraction, Mention] = {one.value: one for one in pool}
    if digits >= _LEAST:
        others = {**known, **others}
    own = slot.mention.value
    if digits < _RUN - 1 or any(_taken(whole, own, others) for whole in pool):
        return
    meant = {
        (whole.value, part.value): (whole, part, value)
        for whole in pool
        for value in _exchanged(slot.mention)
        if (part := _taken(whole, value, others)) is not None
    }
    if len({value for _, _, value in meant.values()}) == 1:
        whole, part, value = next(iter(meant.values()))
        right = as_written(value, slot.mention)
        message = f"{number(whole)} 与 {number(part)} 相差 {right}，文中为 {number(slot.mention)}。"
        likely = mistaken(number(slot.mention), right, SWAPPED)
        roles = [("base", whole), ("part", part), ("stated", slot.mention)]
        formula = f"{in_words(whole.value)} - {in_words(part.value)}"
        yield relation("difference", "error", roles, formula, right, message, likely)


def _taken(whole: Mention, rest: Fraction, others: Known) -> Mention | None:
    """What *whole* less *rest* is told to be, or what it is told to be with it."""
    return others.get(whole.value - rest) or others.get(whole.value + rest)


def _behind_rates(passage: Passage, settled: set[int]) -> Iterator[Relation]:
    """支出 A，占到位资金的 P，结余 D: A and P alone say within a little what is left."""
    for spent, rate, rest in zip(passage.slots, passage.slots[1:], passage.slots[2:], strict=False):
        kinds = spent.kind == rest.kind == MONEY and rate.kind == RATE and spent.mention.unit == rest.mention.unit
        lone = kinds and rest.mention.start not in settled and 0 < rate.mention.value < 1
        lone = lone and min(spent.mention.value, rest.mention.value) > 0
        if not lone or not _PART_OF.search(rate.before) or not _REST.search(label_of(rest)):
            continue
        step = rate.mention.step
        low, high = (spent.mention.value / (rate.mention.value + sign * step) for sign in (1, -1))
        within = [value for value in _exchanged(rest.mention) if low <= spent.mention.value + value <= high]
        if low <= spent.mention.value + rest.mention.value <= high or len(within) != 1:
            continue
        right = as_written(within[0], rest.mention)
        told = f"按 {number(spent.mention)} 占 {number(rate.mention)} 推算"
        message = f"{told}，余下的应为 {right}，文中为 {number(rest.mention)}。"
        likely = mistaken(number(rest.mention), right, SWAPPED)
        roles = [("part", spent.mention), ("rate", rate.mention), ("stated", rest.mention)]
        formula = f"{in_words(spent.mention.value)} ÷ {in_words(rate.mention.value)} - {in_words(spent.mention.value)}"
        yield relation("difference", "error", roles, formula, right, message, likely)


# -------------------------------------------------------------------------------------------------------------- runs
def _runs(
    passage: Passage, changed: frozenset[int], settled: set[int], known: Mapping[str, Known]
) -> Iterator[Relation]:
    run: list[Slot] = []
    for slot in (*passage.slots, None):
        goes_on = (
            slot is not None
            and slot.kind == MONEY
            and slot.mention.value > 0
            and slot.index not in changed
            and not slot.mention.approximate
            and (not run or (slot.index == run[-1].index + 1 and slot.mention.unit == run[-1].mention.unit))
        )
        if slot is not None and goes_on:
            run.append(slot)
            continue
        if _RUN <= len(run) <= _LONGEST_RUN and not any(one.mention.start in settled for one in run):
            yield from _sum(run, known.get(str(run[0].mention.unit), {}))
        run = [slot] if slot is not None and slot.kind == MONEY and slot.mention.value > 0 else []


def _sum(run: Sequence[Slot], known: Known) -> Iterator[Relation]:
    together = sum((one.mention.value for one in run), Fraction(0))
    if together in known:
        return
    meant = [
        (odd, value, total)
        for odd in run
        if shown_digits(odd.mention.text) >= _LEAST
        for value in _exchanged(odd.mention)
        if (total := known.get(together - odd.mention.value + value)) is not None
    ]
    if len(meant) == 1:
        odd, value, total = meant[0]
        right = as_written(value, odd.mention)
        message = f"这几个数之和应是 {number(total)}，只有 {number(odd.mention)} 写作 {right} 才相符。"
        likely = mistaken(number(odd.mention), right, SWAPPED)
        roles = [*(("part", one.mention) for one in run if one is not odd), ("total", total), ("stated", odd.mention)]
        formula = " + ".join(in_words(one.mention.value) for one in run)
        yield relation("sum", "error", roles, formula, right, message, likely)
