"""A rate against last year's figure, which stands in front of it, of a figure told sentences before: 实际支出 A，其中….
2020年为 B，本年下降 P.

Whatever of the figures in front makes the rate acquits it. Where none does, two things prove it wrong: that it is to
its last digit what the change is of this year's figure instead of last year's, or what it is the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.slips import as_written, significant_digits
from hengji.checks.relations.verdicts import converted, good, in_words, judged, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_last_years, is_quantity
from hengji.facts.relation import Relation

__all__ = ["years_told_apart"]

_WAY: Final = re.compile(
    r"(?:(?P<up>增长|增加|上升|提高|提升|上涨|回升|回暖|反弹|攀升|走高|扩大|升高|增幅|涨幅|增速|[涨升增多])|"
    r"(?P<down>下降|减少|降低|回落|下滑|走低|压减|缩减|压缩|收窄|减幅|降幅|跌幅|[降减跌少]))(?:了|幅度?|率|约|近|达到?|为|：)*$"
)
_BARRED: Final = re.compile("百分点|目标|计划|预算数?增|任务|环比|前年|年均|累计增|得分")
_YEAR: Final = re.compile("(20[0-9]{2})年")
_BACK: Final = 3  # passages in front among whose figures this year's stands
_MOST: Final = 30
_DIGITS: Final = 3


def years_told_apart(texts: Sequence[Passage], index: int, settled: set[int], year: int | None) -> Iterator[Relation]:
    """Relations of kind ``growth``, errors all; *year* is the one that the paper is about."""
    passage = texts[index]
    for rate in passage.slots:
        free = rate.kind == RATE and rate.mention.start not in settled and not rate.mention.approximate
        told = _WAY.search(rate.label) if free else None
        base = passage.slots[rate.index - 1] if rate.index else None
        if told is None or base is None or _BARRED.search(rate.label) or rate.mention.value <= 0:
            continue
        if not is_quantity(base) or not _is_past(passage, base, year):
            continue
        if significant_digits(rate.mention.text) >= _DIGITS:
            now = [slot for slot in passage.slots if slot is not base and slot.index < rate.index]
            yield from _judged(now, _earlier(texts, index), base, rate, up=told["up"] is not None)


def _is_past(passage: Passage, slot: Slot, year: int | None) -> bool:
    told = _YEAR.search(slot.label)
    return is_last_years(passage, slot) or (told is not None and year is not None and int(told[1]) == year - 1)


def _earlier(texts: Sequence[Passage], index: int) -> list[Slot]:
    return [slot for one in texts[max(0, index - _BACK) : index] for slot in one.slots][-_MOST:]


def _judged(own: Sequence[Slot], earlier: Sequence[Slot], base: Slot, rate: Slot, *, up: bool) -> Iterator[Relation]:
    alike = [slot for slot in (*earlier, *own) if is_quantity(slot) and same_kind(slot, base)]
    if any(_gives(slot, base, base, rate) and _rises(slot, base) == up for slot in alike):
        return
    beside = [slot for slot in own if slot in alike]
    turned = [slot for slot in beside if _gives(slot, base, base, rate)]
    wrong = [slot for slot in alike if _rises(slot, base) == up and _gives(slot, base, slot, rate)]
    if len(turned) == 1 and len(beside) == 1:
        yield _relation(turned[0], base, rate, up=up, turned=True)
    elif len({slot.mention.value for slot in wrong}) == 1 and not turned:
        yield _relation(wrong[-1], base, rate, up=up, turned=False)


def _rises(slot: Slot, base: Slot) -> bool:
    return converted(slot.mention, base.mention.unit) > base.mention.value


def _gives(slot: Slot, base: Slot, divisor: Slot, rate: Slot) -> bool:
    """Whether the change, without its sign, is the rate where it is taken of *divisor*."""
    unit = base.mention.unit
    gap = abs(converted(slot.mention, unit) - base.mention.value)
    return gap > 0 and good(judged(gap / converted(divisor.mention, unit), None, rate.mention))


def _relation(now: Slot, base: Slot, rate: Slot, *, up: bool, turned: bool) -> Relation:
    new, old = converted(now.mention, base.mention.unit), base.mention.value
    change = Fraction(new - old) / old
    right = ("增长" if change > 0 else "下降") + as_written(abs(change), rate.mention)
    said = ("增长" if up else "下降") + number(rate.mention)
    what = f"由 {number(base.mention)} 变为 {number(now.mention)}，应为{right}，文中说的是{said}。"
    likely = "增减方向写反，或两年的数写反。" if turned else "以本期数为基数算出，应以上期数为基数。"
    formula = f"({in_words(new)} - {in_words(old)}) ÷ {in_words(old)}"
    roles = [("base", base.mention), ("current", now.mention), ("stated", rate.mention)]
    return relation("growth", "error", roles, formula, right, what, likely)
