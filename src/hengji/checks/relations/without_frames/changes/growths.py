"""A rate of change that no frame took: 存栏1280头，而上年末还有1600头，下降25%.

The figure of the year before says so in its own words; the one that changed is the nearest of its kind. Where both
stand in one sentence and nothing else could be meant, they decide; else only a slip of the pen or a base mistaken for
the other figure proves the rate wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, permutations
from typing import Final

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.slips import as_written, mistaken
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.checks.relations.without_frames.changes.years import YearPair, countable, told_of_years
from hengji.checks.relations.without_frames.marks import apart, is_last_years, is_planned, is_quantity, share_a_name
from hengji.checks.relations.without_frames.reckoning import (
    change_gives,
    change_of,
    ratio_gives,
    slip_between,
)
from hengji.facts.relation import Relation

__all__ = ["open_growths"]

_FILL: Final = r"(?:了|幅度?|率|比例|近|约|达到?|为|是|：|（|[+＋\-−－]|就?有)*$"
_CHANGED: Final = re.compile(
    rf"(?:(?P<up>增长|增加|上升|提高|提升|上涨|增幅|涨幅|增速|扩大|升高|涨|升|增|多|[+＋])|(?P<down>下降|减少|降低|回落|下滑|压减|缩减|压缩|降幅|减幅|跌幅|缩短|降|减|跌|少|[−－-])){_FILL}"
)
_BEHIND: Final = re.compile("^的?(?:(?P<up>增幅|涨幅|增长率|增速)|(?P<down>降幅|减幅|跌幅|下降率))")
_COMPARED: Final = re.compile("(?:比|较)(?:上年|去年|同期|上一年|前一年)|同比")
_NO_CHANGE: Final = re.compile(
    r"百分点|超|目标|计划|预算|任务|前年|20\d\d年|环比|年均|累计|得分|扣|提高到|降到|降至|增至|提高至|减免|优惠"
)
_PAIR: Final = 2
_MOST: Final = 10  # times by which a figure may have grown before it is not the same thing
_CHANCE: Final = 10  # a change below it may part many figures
_TENS: Final = (Fraction(10), Fraction(1, 10))
_FAR: Final = Fraction(4)  # times by which the rate may be off before it is not the rate of these two


def open_growths(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``growth`` for the rates of passage *index* that stand in no relation yet."""
    passage = texts[index]
    if RATE not in passage.text:
        return
    for rate in passage.slots:
        free = rate.kind == RATE and rate.mention.start not in settled and not rate.mention.approximate
        told = (_CHANGED.search(rate.before) or _BEHIND.match(passage.after(rate))) if free else None
        signed = free and rate.mention.value < 0 and not rate.label
        if (
            (told is None and not signed)
            or not rate.mention.value
            or _NO_CHANGE.search(rate.label)
            or passage.after(rate).startswith("）的")
            or _is_beside_another(passage, rate)
        ):
            continue
        up = told is not None and told["up"] is not None
        pair = _parted(texts, index, rate, up=up) or _pair(texts, index, rate)
        pair = pair or (_beside(passage, rate) if _BEHIND.match(passage.after(rate)) else None)
        if pair is not None and not _is_of_a_change(passage, rate, up=up):
            yield from _judged(passage, pair, rate, up=up)


def _is_beside_another(passage: Passage, rate: Slot) -> bool:
    """借阅量增长率　10%　12.08%: a goal, and what came of it."""
    following = passage.slots[rate.index + 1 : rate.index + 2]
    return any(slot.kind == RATE and not slot.before for slot in following)


def _is_of_a_change(passage: Passage, rate: Slot, *, up: bool) -> bool:
    """吞吐量 A（上年 B），其中集装箱 a，比上年增加 d，增长 P: whether a figure in front and its change give P."""
    change = passage.slots[rate.index - 1] if rate.index else rate
    if not is_quantity(change) or change.index not in changed_slots(passage):
        return False
    for one in passage.slots[: change.index]:
        if is_quantity(one) and same_kind(one, change):
            unit = one.mention.unit
            delta = converted(change.mention, unit)
            base = one.mention.value - (delta if up else -delta)
            if base > 0 and abs(delta / base - abs(rate.mention.value)) <= rate.mention.step:
                return True
    return False


def _parted(texts: Sequence[Passage], index: int, rate: Slot, *, up: bool) -> YearPair | None:
    """去年 B，今年 C。今年比去年少 D，降幅 P: the only two neighbours that the change in front of the rate parts."""
    passage = texts[index]
    change = passage.slots[rate.index - 1] if rate.index else rate
    if not is_quantity(change) or change.index not in changed_slots(passage) or change.mention.value < _CHANCE:
        return None
    told = [slot for one in texts[max(0, index - 1) : index] for slot in one.slots]
    told += passage.slots[: change.index]
    pairs = [
        (a, b)
        for a, b in pairwise(slot for slot in told if is_quantity(slot))
        if a.mention.unit == b.mention.unit == change.mention.unit
        and abs(a.mention.value - b.mention.value) == change.mention.value
    ]
    if len(pairs) != 1:
        return None
    low, high = sorted(pairs[0], key=lambda slot: slot.mention.value)
    return YearPair(high, low, plain=True) if up else YearPair(low, high, plain=True)


def _pair(texts: Sequence[Passage], index: int, rate: Slot) -> YearPair | None:
    """The figure that changed and the one it is held against."""
    passage = texts[index]
    compared = _COMPARED.search(rate.before) is not None
    own = told_of_years(passage, rate)
    if own is not None:
        return replace(own, explicit=compared)
    if compared and index:
        before = told_of_years(texts[index - 1], None)
        if before is not None and not any(same_kind(slot, before.base) for slot in countable(passage)):
            return replace(before, explicit=True)
    if named := _by_name(texts, index, rate):
        return named
    near = [slot for slot in countable(passage) if not is_planned(passage, slot) and slot.index < rate.index]
    if len(near) >= _PAIR and same_kind(*near[-_PAIR:]) and near[-1].index == rate.index - 1:
        return YearPair(near[-1], near[-_PAIR], plain=False)
    return None


def _by_name(texts: Sequence[Passage], index: int, rate: Slot) -> YearPair | None:
    """本批技改投资 A，上批 B。技改投资增长 P: the only figure that the words of the rate name, and the only one of its
    kind that is last year's, both in this sentence or the one before."""
    near = texts[max(0, index - 1) : index + 1]
    told = [
        (one, slot) for one in near for slot in _unchanged(one) if one is not texts[index] or slot.index < rate.index
    ]
    lasts = [slot for one, slot in told if is_last_years(one, slot)]
    named = [slot for one, slot in told if slot not in lasts and not is_planned(one, slot) and share_a_name(slot, rate)]
    bases = [slot for slot in lasts if named and same_kind(slot, named[0])]
    bases = [slot for slot in bases if share_a_name(slot, rate)] or bases
    if len(named) != 1 or len(bases) != 1 or named[0].mention.unit != bases[0].mention.unit:
        return None
    return YearPair(named[0], bases[0], plain=True)


def _unchanged(passage: Passage) -> list[Slot]:
    """Quantities that are no changes; parts of others too, which their names tell apart."""
    changed = changed_slots(passage)
    own = [slot for slot in passage.slots if is_quantity(slot) and slot.index not in changed]
    return [slot for slot in own if not apart(slot) or slot.label.startswith("其中")]


def _beside(passage: Passage, rate: Slot) -> YearPair | None:
    """客运量 C，上年为 B，增加 D，P 的增幅: the two that stand in front, whatever is told of their difference."""
    before = [slot for slot in passage.slots[: rate.index] if is_quantity(slot)]
    bases = [slot for slot in before if is_last_years(passage, slot) and not _COMPARED.search(slot.label)]
    if not bases or not bases[-1].index or passage.slots[bases[-1].index - 1] not in before:
        return None
    current = passage.slots[bases[-1].index - 1]
    return YearPair(current, bases[-1], plain=True, explicit=True) if same_kind(current, bases[-1]) else None


def _judged(passage: Passage, pair: YearPair, rate: Slot, *, up: bool) -> Iterator[Relation]:
    growth = change_of(pair.current, pair.base)
    if growth == 0 or (growth > 0) != up or abs(growth) > _MOST or change_gives(pair.current, pair.base, rate):
        return
    if not (pair.plain and pair.explicit) and _given(passage, rate, up=up):
        return
    slip = slip_between(rate, abs(growth) if rate.mention.value > 0 else growth)
    turned = _of_the_other(pair, rate)
    far = not 1 / _FAR <= abs(growth) / abs(rate.mention.value) <= _FAR
    if not (pair.plain or slip or turned) or (far and not turned and not (pair.plain and _shifted(rate, growth))):
        return
    right = as_written(abs(growth) if rate.mention.value > 0 else growth, rate.mention)
    message = (
        f"由 {number(pair.base.mention)} 变为 {number(pair.current.mention)}，应{'增长' if up else '下降'} {right}，"
        f"文中为 {number(rate.mention)}。"
    )
    likely = mistaken(number(rate.mention), right, slip) or turned
    roles = [("base", pair.base.mention), ("current", pair.current.mention), ("stated", rate.mention)]
    base = in_words(pair.base.mention.value)
    formula = f"({in_words(converted(pair.current.mention, pair.base.mention.unit))} - {base}) ÷ {base}"
    yield relation("growth", "error", roles, formula, right, message, likely)


def _of_the_other(pair: YearPair, rate: Slot) -> str:
    """How the change was divided by the other figure, or the one taken as a part of the other; empty where neither.
    金额 A，审减 D，审减率 P: what no word calls last year's may be a whole, and a part of it is right below one."""
    if change_gives(pair.base, pair.current, rate):
        return "用错了基数。"
    if not pair.plain and rate.mention.value < 1:
        return ""
    pairs = ((pair.current, pair.base), (pair.base, pair.current))
    return "这是两数之比，不是增减幅度。" if any(ratio_gives(a, b, rate) for a, b in pairs) else ""


def _shifted(rate: Slot, growth: Fraction) -> bool:
    """Whether the rate is the change but for its point: 2.3% for 23.1%."""
    return any(abs(abs(growth) - abs(rate.mention.value) * tens) < rate.mention.step * tens for tens in _TENS)


def _given(passage: Passage, rate: Slot, *, up: bool) -> bool:
    """Whether any two figures of the sentence give the rate as a change of that way."""
    own = [slot for slot in passage.slots if is_quantity(slot)]
    pairs = ((a, b) for a, b in permutations(own, _PAIR) if same_kind(a, b))
    return any((change_of(a, b) > 0) == up and change_gives(a, b, rate) for a, b in pairs)
