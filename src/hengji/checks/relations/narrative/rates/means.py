"""A mean whose total stands further off: 接待费 0.92 万元，上年 0.74 万元，上升 24.32%，接待 96 人，人均 95.83 元.

Between the three stand last year's figures, rates, other counts. Any total and any number of those things near by that
give the mean acquit it; where none do, the ones it plainly speaks of convict it, or one slip of the pen or of the unit.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from hengji.checks.intervals import Interval
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.rates.unit_prices import EACH, NOT_SUMMED, counts
from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, significant_digits
from hengji.checks.relations.unit_slips import with_unit
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    interval_of,
    judged,
    number,
    relation,
    slip_of,
)
from hengji.facts.relation import Relation, Verdict

__all__ = ["means"]

_MEAN = re.compile("均|每|亩产")
_LIMIT = re.compile(
    "标准|限额|控制|不超|不高于|不低于|目标|计划|以内|以下|以上|预算|收入|工资|上年|去年|提高|增长|[户人]均增"
)
_RECEIVED = re.compile(r"^(?:国内|全年|本年)?(?:公务)?接待费?(?:支出)?(?:决算|实际支出)?(?:为|共)?$")
_BACK = 2  # passages before that may hold the total or the number
_FIGURES = 16
_DIGITS = 3


def means(texts: Sequence[Passage], index: int, settled: Collection[int]) -> Iterator[Relation]:
    """Every such mean of passage *index* that is in no relation yet (*settled*: the figures that are)."""
    passage = texts[index]
    if not _MEAN.search(passage.text) or len(passage.slots) > LONGEST:
        return
    changed = changed_slots(passage)
    for mean in passage.slots:
        told = EACH.search(mean.before) if mean.kind == MONEY and mean.index not in changed else None
        plain = told is not None and mean.mention.start not in settled and not mean.mention.approximate
        clause = re.split("[，；。]", mean.before)[-1]
        if told is None or not plain or NOT_SUMMED.search(mean.before[-16:]) or mean.mention.value <= 0:
            continue
        thing = told["of"] or told["per"] or ""
        if thing and not re.search("每月|月均|年均|日均", clause):
            yield from _of(texts, index, mean, thing, clause)


def _of(texts: Sequence[Passage], index: int, mean: Slot, thing: str, clause: str) -> Iterator[Relation]:
    totals, numbers = _near(texts, index, mean, thing)
    pairs = [(total, number_) for number_ in numbers for total in totals]
    for total, many in pairs:
        beside = {total.index, many.index} == {mean.index - 1, mean.index - 2}
        long = significant_digits(mean.mention.text) > 1
        if (long or beside) and good(_quotient(total, many, mean)[1]):
            yield _relation(total, many, mean)
            return
    plain = _plain(texts[index], mean, totals, numbers)
    if _LIMIT.search(clause):
        return
    if plain is not None:
        yield _relation(*plain, mean)
        return
    slipped = [found for pair in pairs[:_FIGURES] if (found := _relation(*pair, mean)).kind == "unit" or found.likely]
    own = [found for found in slipped if found.kind == "unit" and len({one.start for one in found.figures}) > 1]
    if len(own) == 1 and significant_digits(mean.mention.text) >= _DIGITS:
        yield own[0]


def _near(texts: Sequence[Passage], index: int, mean: Slot, thing: str) -> tuple[list[Slot], list[Slot]]:
    """Totals and numbers that may make the mean, nearest first."""
    totals: list[Slot] = []
    numbers: list[Slot] = []
    for passage in reversed(texts[max(0, index - _BACK) : index + 1]):
        own = passage is texts[index]
        changed = changed_slots(passage)
        for slot in reversed(passage.slots):
            if slot is mean or slot.mention.value <= 0 or (own and slot.index > mean.index + 1):
                continue
            if slot.kind == COUNT and counts(slot, thing, passage):
                numbers.append(slot)
            elif slot.kind == MONEY and slot.index not in changed and not EACH.search(slot.before):
                totals.append(slot)
    return totals[:_FIGURES], numbers[:_FIGURES]


def _plain(passage: Passage, mean: Slot, totals: Sequence[Slot], numbers: Sequence[Slot]) -> tuple[Slot, Slot] | None:
    """The number right in front of the mean, and the one amount of its sentence in front of that, of this year."""
    before = passage.slots[mean.index - 1] if mean.index else None
    if before is None or before not in numbers or "；" in mean.before or before.mention.approximate:
        return None
    start = passage.text.rfind("；", 0, mean.at)
    own = [slot for slot in totals if slot in passage.slots and start < slot.at < before.at]
    own = [slot for slot in own if not re.search("上年|去年|预算|同期|标准", label_of(slot))]
    if not own and "接待" in passage.text:  # 公务接待费 A，…。接待 N 人次，人均 P: one thing in two sentences
        own = [slot for slot in totals if _RECEIVED.search(label_of(slot))]
        if len(own) == 1 and significant_digits(mean.mention.text) >= _DIGITS:
            return own[0], before
        return None
    exact = significant_digits(mean.mention.text) >= _DIGITS
    told = passage.text[own[0].at : mean.at] if own else "其中"
    return (own[0], before) if len(own) == 1 and exact and not re.search("其中|包括|另", told) else None


def _quotient(total: Slot, many: Slot, mean: Slot) -> tuple[Fraction, Verdict]:
    unit, number_ = mean.mention.unit, many.mention.value * _scale(many)
    computed = converted(total.mention, unit) / number_
    wide = interval_of(total.mention, unit)
    return computed, judged(computed, Interval(wide.low / number_, wide.high / number_), mean.mention)


def _scale(many: Slot) -> int:
    return 10_000 if str(many.mention.unit).startswith("万") else 1


def _relation(total: Slot, many: Slot, mean: Slot) -> Relation:
    computed, verdict = _quotient(total, many, mean)
    right = as_written(computed, mean.mention)
    roles = [("part", total.mention), ("count", many.mention), ("stated", mean.mention)]
    people = many.mention.value * _scale(many)
    formula = f"{in_words(converted(total.mention, mean.mention.unit))} ÷ {in_words(people)}"
    if good(verdict):
        return relation("rate", verdict, roles, formula, right, "平均数与文中一致。")
    told = f"{label_of(total)}{number(total.mention)} ÷ {number(many.mention)}"
    message = f"{told}，平均应为 {right}，文中为 {number(mean.mention)}。"
    failed = relation("rate", "error", roles, formula, right, message, slip_of(mean.mention, computed))
    wide = interval_of(total.mention, mean.mention.unit)

    def holds(values: Sequence[Fraction]) -> bool:
        scale = values[0] / total.mention.value * mean.mention.value / values[1]
        possible = Interval(wide.low * scale / people, wide.high * scale / people)
        return good(judged(computed * scale, possible, mean.mention))

    return with_unit(failed, (total.mention, mean.mention), holds)
