"""A change told in the wrong direction: 与上年 A 相比，增加 D, where A less D is this year's; 由 15 天延长至 5 天."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.verdicts import converted, in_words, interval_of, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_last_years, is_quantity
from hengji.facts.relation import Relation

__all__ = ["turned_changes"]

_UP: Final = "延长|拉长|扩大|扩充|上升|提高|提升|增加|增长|上涨|升高|多[了出]?"
_DOWN: Final = "缩短|压缩|压减|缩小|降低|下降|减少|下滑|回落|缩减|少了?"
_CHANGED: Final = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?$")
_TO: Final = re.compile(
    rf"(?:由|从)[^，。；\ue000-\ue005]{{0,16}}(?P<a>[\ue000\ue001\ue003])[^，。；\ue000-\ue005]{{0,10}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
    r"(?:至|到|为|成)[^，。；\ue000-\ue005]{0,6}?(?P<b>[\ue000\ue001\ue003])"
)
_DOUBTED: Final = re.compile("说法|不准|有误|应为|不实")
_NEAR: Final = Fraction(5, 4)
_BACK: Final = 2
_DIGITS: Final = 3
_DECIMALS: Final = 2  # digits that are enough where both stand behind the point: 0.26 of 8.46
_TURNED: Final = {"up": "减少", "down": "增加"}


def turned_changes(texts: Sequence[Passage], index: int, settled: set[int], judged: set[int]) -> Iterator[Relation]:
    """Relations of kind ``growth``, errors all."""
    passage = texts[index]
    yield from _from_to(passage, judged)
    for amount in passage.slots:
        told = _CHANGED.search(amount.label) if is_quantity(amount) and amount.mention.start not in settled else None
        if told is None:
            continue
        digits = significant_digits(amount.mention.text)
        few = digits < _DIGITS and not (digits == _DECIMALS == amount.mention.decimals)
        if few:
            continue
        past = [
            slot for slot in passage.slots[: amount.index] if same_kind(slot, amount) and is_last_years(passage, slot)
        ]
        if len(past) != 1 or past[0].mention.start in judged:
            continue
        near = [slot for one in texts[max(0, index - _BACK) : index + 1] for slot in one.slots]
        near = [slot for slot in near if slot is not amount and slot is not past[0] and same_kind(slot, amount)]
        last = {slot.mention.start for one in texts[max(0, index - 1) : index + 1] for slot in one.slots}
        close = [slot for slot in near if slot.mention.start in last]
        yield from _turned(past[0], amount, near, close, "up" if told["up"] else "down")


def _turned(past: Slot, amount: Slot, near: Sequence[Slot], close: Sequence[Slot], said: str) -> Iterator[Relation]:
    """*amount* is what parts this year's figure from last year's, to the other side."""
    unit = past.mention.unit
    base, by = past.mention.value, converted(amount.mention, unit)
    right, wrong = (base + by, base - by) if said == "up" else (base - by, base + by)
    values = {converted(slot.mention, unit): slot for slot in near}
    beside = {converted(slot.mention, unit) for slot in close}
    like = [value for value in beside if base / _NEAR <= value <= base * _NEAR]
    if right in values or wrong not in values or len(like) > 1:
        return  # 收入合计 A，支出合计 B。上年为 C: of which of the two?
    current = values[wrong]
    word = _TURNED[said]
    message = (
        f"由 {number(past.mention)} 变为 {number(current.mention)}，应为{word} {number(amount.mention)}，文中方向写反。"
    )
    roles = [("base", past.mention), ("current", current.mention), ("stated", amount.mention)]
    formula = f"{in_words(converted(current.mention, unit))} − {in_words(base)}"
    yield relation("growth", "error", roles, formula, word, message, "增减方向写反，或两年的数写反。")


def _from_to(passage: Passage, judged: set[int]) -> Iterator[Relation]:
    for match in _TO.finditer(passage.text):
        a, b = passage.slot_at(match.start("a")), passage.slot_at(match.start("b"))
        if a is None or b is None or not same_kind(a, b) or a.kind not in (MONEY, RATE, COUNT):
            continue
        if {a.mention.start, b.mention.start} & judged or a.mention.decimals != b.mention.decimals:
            continue
        first, second = interval_of(a.mention, a.mention.unit), interval_of(b.mention, a.mention.unit)
        turned = second.high < first.low if match["up"] else second.low > first.high
        if turned and not _DOUBTED.search(passage.after(b)):
            word = match["up"] or match["down"]
            right = "减少" if match["up"] else "增加"
            message = f"由 {number(a.mention)} 到 {number(b.mention)} 是{right}，文中却说“{word}”。"
            roles = [("base", a.mention), ("stated", b.mention)]
            formula = f"{number(b.mention)} 对 {number(a.mention)}"
            yield relation("growth", "error", roles, formula, right, message, "方向或两数写反。")
