"""So much for each: 改造面积8.46万平方米，结算价1565.10万元，折合每平方米造价158元.

The figure per head names what it is told of; what it comes to in all and how many there are stand near by. Whatever two
figures of the sentence give it acquits it. Where nothing does, it is wrong if one amount and one number of those things
stand there alone, or if a slip of the pen parts it from what they give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.intervals import Interval
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, mistaken
from hengji.checks.relations.verdicts import converted, in_words, interval_of, number, relation
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.checks.relations.without_frames.reckoning import slip_between
from hengji.facts.relation import Relation

__all__ = ["open_products"]

_THINGS: Final = (
    "人次|人|户|个|台|辆|套|件|次|平方米|公里|亩|吨|公斤|艘次|艘|天|日|班|校|村|所|家|名|场|期|座|株|只|头|床|米|处|生|学时|课时|"
    "公顷|立方米|餐|例|份|本|册|车"
)
_PER: Final = re.compile(
    rf"(?:平均)?(?:每(?P<each>{_THINGS}|[\u4e00-\u9fff])|(?P<mean>{_THINGS})均|均价)[\u4e00-\u9fff：]{{0,8}}$"
)
_ALIKE: Final = {
    "人": ("人", "名", "人次", "位"),
    "名": ("名", "人"),
    "生": ("人", "名"),
    "次": ("次", "人次", "批次", "场次", "艘次", "场"),
    "校": ("所", "个"),
    "村": ("个",),
    "户": ("户", "家"),
    "家": ("家", "户", "个"),
    "班": ("个", "班"),
    "个": ("个", "家", "处"),
    "日": ("天", "日"),
    "车": ("辆", "台"),
    "床": ("张",),
    "餐": ("人次",),
}
"""What is counted by other words than those that tell of each."""
_STRANGE: Final = re.compile(
    "标准|定额|限额|不超过|上限|目标|上年|去年|概算|最高|每月|月均|月人均|年均|以内|控制|比|综合|每人每|封顶"
)
_BARELY: Final = re.compile("(?:折合|约合|合|平均|即|相当于|分到)*每")
_NEAR: Final = 6  # figures on either side
_FAR, _CLOSE = Fraction(2), Fraction(5, 4)  # times by which a mean, or what may be a standard, may be off
_PERIODS: Final = (1, 12)
_SHIFTS: Final = (Fraction(10), Fraction(1, 10), Fraction(10_000), Fraction(1, 10_000))
"""A point in the wrong place, and 元 for 万元."""


def open_products(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``rate`` for the figures per head of passage *index* that stand in no relation yet."""
    passage = texts[index]
    for price in passage.slots:
        free = (is_quantity(price) or _is_roughly_told(price)) and price.mention.start not in settled
        told = _PER.search(price.label) if free else None
        if told is None or _STRANGE.search(price.label):
            continue
        thing = told["each"] or told["mean"] or "个"
        near = [slot for slot in passage.slots if slot is not price and abs(slot.index - price.index) <= _NEAR]
        totals = [slot for slot in near if is_quantity(slot) and not _PER.search(slot.label) and _converts(slot, price)]
        many = [slot for slot in near if slot.kind == COUNT and is_quantity(slot) and _counts(passage, slot, thing)]
        pairs = [(total, count) for total in totals for count in many if total is not count]
        periods = _PERIODS if "月" in passage.text else _PERIODS[:1]
        prices = {slot.mention.value for slot in passage.slots if _is_price(slot) and _converts(slot, price)}
        if len(prices) > 1:
            pairs = [pair for pair in pairs if _is_beside(pair, price)]  # 甲 160 人，每人 a；乙 80 人，每人 b，共 T
        if pairs and not any(_gives(*pair, price, months) for pair in pairs for months in periods):
            yield from _judged(pairs, price, is_mean=told["each"] is None)


def _is_price(slot: Slot) -> bool:
    return _PER.search(slot.label) is not None and _STRANGE.search(slot.label) is None


def _is_roughly_told(price: Slot) -> bool:
    """每台约 7.32 万元: two digits behind the point are no rough figure."""
    return price.kind == MONEY and price.mention.approximate == "约" and price.mention.decimals > 1


def _converts(slot: Slot, price: Slot) -> bool:
    unit, wanted = slot.mention.unit, price.mention.unit
    return slot.kind == price.kind and unit is not None and wanted is not None and unit.factor_to(wanted) is not None


def _counts(passage: Passage, slot: Slot, thing: str) -> bool:
    unit = str(slot.mention.unit).removeprefix("万")
    named = passage.after(slot).startswith(thing)
    return unit == thing or (unit in _ALIKE.get(thing, ()) and (unit != "个" or thing == "个" or named))


def _many(count: Slot) -> Fraction:
    return count.mention.value * (10_000 if str(count.mention.unit).startswith("万") else 1)


def _mean(total: Slot, count: Slot, price: Slot) -> Fraction:
    return converted(total.mention, price.mention.unit) / _many(count)


def _gives(total: Slot, count: Slot, price: Slot, months: int) -> bool:
    told = interval_of(total.mention, price.mention.unit)
    many = _many(count) * months
    step = price.mention.step
    own = Interval(price.mention.value - step, price.mention.value + step)
    return Interval(told.low / many, told.high / many).meets(own)


def _is_beside(pair: tuple[Slot, Slot], price: Slot) -> bool:
    return {slot.index for slot in pair} == {price.index - 1, price.index - 2}


def _judged(pairs: Sequence[tuple[Slot, Slot]], price: Slot, *, is_mean: bool) -> Iterator[Relation]:
    """*is_mean*: 户均 is what comes out; 每户 may be what was laid down."""
    slipped = [pair for pair in pairs if slip_between(price, _mean(*pair, price))]
    if price.mention.approximate and not slipped:
        return
    beside = [pair for pair in pairs if _is_beside(pair, price)]
    plain = (beside or pairs) if is_mean or _BARELY.match(price.label) else []
    chosen = slipped[0] if len(slipped) == 1 else (plain[0] if len(plain) == 1 else None)
    if chosen is None:
        return
    mean = _mean(*chosen, price)
    off, far = mean / price.mention.value, _FAR if is_mean else _CLOSE
    shifted = any(abs(mean - shift * price.mention.value) <= shift * price.mention.step / 2 for shift in _SHIFTS)
    if not slipped and not shifted and not 1 / far < off < far:
        return
    total, count = chosen
    right = as_written(mean, price.mention)
    formula = f"{in_words(converted(total.mention, price.mention.unit))} ÷ {in_words(_many(count))}"
    shares = f"{number(total.mention)} 由 {number(count.mention)} 分摊，应为 {right}"
    message = f"{shares}，{label_of(price)}写的是 {number(price.mention)}。"
    likely = mistaken(number(price.mention), right, slip_between(price, mean))
    roles = [("part", total.mention), ("count", count.mention), ("stated", price.mention)]
    yield relation("rate", "error", roles, formula, right, message, likely)
