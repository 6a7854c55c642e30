"""A mean in a unit that its own total and number forbid: 接待费 0.92 万元，接待 96 人，人均 95.83 万元; 3 辆车
10.46 万元，车均 3.49 元; or for a day or a month of the year: 全年处理污水 782.40 吨，日均 2.14 万吨.

The digits are those of the quotient, so the figure was computed rightly and only its unit is wrong. How many there are
may stand in the sentence before, in the unit that the mean is of: 扫描 63.48 万页. 用款 58.20 万元，每页 0.92 万元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from hengji.checks.context import figure
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.verdicts import in_ones, number
from hengji.facts.relation import Relation

__all__ = ["mean_units"]

_MEAN: Final = re.compile(
    r"(?:[人户车辆台亩生村户床件次批所个处]均|平均每[一个]?[\u4e00-\u9fff]{1,2}"
    r"|每(?:[人户辆台亩次批所个处件页册份张笔吨座栋盏间套]|公里|平方米|立方米))"
    r"[\u4e00-\u9fff]{0,8}?(?:为|约|达|仅|是)?$"
)
_DAILY: Final = re.compile(r"(?:每[天日]平均|平均每[天日月]|[日月]均)[\u4e00-\u9fff]{0,8}?(?:为|约|达|仅|是)?$")
_DAYS: Final = {"日": (365, 366), "天": (365, 366), "月": (12,)}
_OTHER: Final = {"万元": "元", "元": "万元"}
_YUAN: Final = {"万元": 10_000, "元": 1}
_DIGITS: Final = 3
_BACK: Final = 6


def mean_units(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``unit``, all errors."""
    for index, passage in enumerate(texts):
        for mean in passage.slots:
            if mean.kind == MONEY and str(mean.mention.unit) in _OTHER and _MEAN.search(mean.label):
                near = [*passage.slots[max(0, mean.index - _BACK) : mean.index], *_total_behind(passage, mean)]
                found = list(_judged(mean, near, near))
                earlier = [slot for slot in texts[index - 1].slots if _is_of(slot, mean)] if index else []
                yield from found or _judged(mean, near, earlier)
            elif "均" in mean.label and _DAILY.search(mean.label):
                yield from _of_a_year(passage, mean)


def _total_behind(passage: Passage, mean: Slot) -> Sequence[Slot]:
    """亩均投资 2000 万元，计划投资 3120 万元: what was spent on all of them in the clause behind, by the same words."""
    behind = passage.slots[mean.index + 1 : mean.index + 2]
    told = re.search("投资|补助|支出|成本|费用|经费", mean.label)
    return behind if told and behind and re.match(f"，[^，。；]{{0,6}}{told[0]}", behind[0].before) else ()


def _is_of(slot: Slot, mean: Slot) -> bool:
    """Whether the count is one of what the mean is of: 万页 for 每页."""
    noun = str(slot.mention.unit).lstrip("万亿")
    return slot.kind == COUNT and noun != "" and (f"每{noun}" in mean.label or f"{noun}均" in mean.label)


def _judged(mean: Slot, near: Sequence[Slot], counted: Sequence[Slot]) -> Iterator[Relation]:
    stated = mean.mention
    unit = _OTHER[str(stated.unit)]
    digits = significant_digits(stated.text)
    behind = any(slot.index > mean.index for slot in near)
    if digits < _DIGITS - 1 and not behind:
        return
    amounts = [slot for slot in near if slot.kind == MONEY and str(slot.mention.unit) in _YUAN]
    heads_of = [(slot, in_ones(slot.mention)) for slot in counted if slot.kind == COUNT]
    counts = [slot for slot, many in heads_of if many > 1 and many.denominator == 1]
    counts = counts if digits >= _DIGITS else [slot for slot in counts if _is_of(slot, mean)]
    for amount, heads in product(amounts, counts):
        if digits < _DIGITS - 1 and significant_digits(heads.mention.text) < _DIGITS:
            continue  # a round mean of a round number is met by chance
        each = amount.mention.value * _YUAN[str(amount.mention.unit)] / in_ones(heads.mention)
        if abs(each - stated.value * _YUAN[unit]) <= stated.step * _YUAN[unit]:
            yield _relation(mean, amount, heads, unit)
            return


def _of_a_year(passage: Passage, mean: Slot) -> Iterator[Relation]:
    """A mean whose digits are those of the figure right before it over the days of a year, ten thousand times apart."""
    whole = passage.slots[mean.index - 1] if mean.index else mean
    unit, other = mean.mention.unit_text, whole.mention.unit_text
    if unit not in (f"万{other}", other.removeprefix("万")) or unit == other or not unit.removeprefix("万"):
        return
    if significant_digits(mean.mention.text) < _DIGITS:
        return
    days = next(_DAYS[one] for one in _DAYS if one in (_DAILY.search(mean.label) or [""])[0])
    if significant_digits(whole.mention.text) >= _DIGITS and any(
        abs(whole.mention.value / each - mean.mention.value) <= mean.mention.step / 2 for each in days
    ):
        right = f"{whole.mention.text.removesuffix(whole.mention.unit_text).strip()}{mean.mention.unit_text}"
        message = (
            f"{number(whole.mention)}与{number(mean.mention)}只有单位相同时才相符：{right} ÷ {days[0]}。请核对单位。"
        )
        figures = (figure("base", whole.mention), figure("stated", mean.mention))
        yield Relation(
            "unit", "error", figures, f"{right} ÷ {days[0]}", right, number(whole.mention), message, "单位误写", "high"
        )


def _relation(mean: Slot, amount: Slot, heads: Slot, unit: str) -> Relation:
    stated = mean.mention
    right = f"{stated.text.removesuffix(stated.unit_text).strip()}{unit}"
    told = f"{number(amount.mention)} ÷ {number(heads.mention)} = {right}"
    figures = (figure("part", amount.mention), figure("base", heads.mention), figure("stated", stated))
    return Relation(
        "unit", "error", figures, f"{amount.mention.text} ÷ {heads.mention.text}", right, number(stated),
        f"{told}，文中为 {number(stated)}。单位应为“{unit}”，请改正。", f"“{stated.unit}”应为“{unit}”", "high",
    )  # fmt: skip
