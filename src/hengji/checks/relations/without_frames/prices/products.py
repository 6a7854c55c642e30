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
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, mistaken
from hengji.checks.relations.verdicts import in_words, interval_of, number, relation
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.checks.relations.without_frames.reckoning import slip_between
from hengji.facts.relation import Relation

__all__ = ["open_products"]

_THINGS: Final = (
    "人次|批次|班次|人|户|个|台|辆|套|件|次|平方米|公里|亩|吨|公斤|艘次|艘|天|日|班|校|村|所|家|名|场|期|座|株|只|头|床|米|处|生|学时|课时|"
    "公顷|立方米|餐|例|份|本|册|车|盏|趟|具|条|对|支|批|间|栋|幢|艘|根|羽|尾|眼|口|项"
)
_PER: Final = re.compile(
    rf"(?:平均)?(?:每(?P<each>{_THINGS}|[\u4e00-\u9fff])|(?P<mean>{_THINGS})均|均价|单(?P<single>[个台辆车户套件座盏间])"
    rf"|(?:^|算下来|折合|平均|摊下来|相当于)一(?P<one>{_THINGS})(?=(?:合|约|要|是|就是|花|需)*$))[\u4e00-\u9fff：]{{0,8}}$"
)
_ONE_OF: Final = re.compile("(?:算下来|折合|平均|摊下来|摊到|相当于)$")
"""折算下来一户 1,800 元, where the one is read as a number."""
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
    "批": ("批次",),
    "批次": ("批",),
    "艘": ("艘次",),
    "床": ("张",),
    "餐": ("人次",),
}
"""What is counted by other words than those that tell of each."""
_STRANGE: Final = re.compile(
    "标准|定额|限额|不超过|上限|目标|上年|去年|概算|最高|每月|月均|月人均|年均|以内|控制|比|综合|每人每|封顶"
)
_WORTH: Final = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
_WEIGHT: Final = {"公斤": 1, "千克": 1, "吨": 1_000, "万吨": 10_000_000}
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
        thing, is_mean = _of_what(passage, price) if free else ("", False)
        if not thing or _STRANGE.search(price.label):
            continue
        near = [slot for slot in passage.slots if slot is not price and abs(slot.index - price.index) <= _NEAR]
        changed = changed_slots(passage)
        totals = [slot for slot in near if is_quantity(slot) and not _PER.search(slot.label) and _converts(slot, price)]
        totals = [slot for slot in totals if slot.index not in changed]
        many = [slot for slot in near if slot.kind == COUNT and is_quantity(slot) and _counts(passage, slot, thing)]
        many = [slot for slot in many if not _in_bracket_of(passage, slot, many)]
        pairs = [(total, count) for total in totals for count in many if total is not count]
        periods = _PERIODS if "月" in passage.text else _PERIODS[:1]
        prices = {slot.mention.value for slot in passage.slots if _is_price(slot) and _converts(slot, price)}
        if len(prices) > 1:
            pairs = [pair for pair in pairs if _is_beside(pair, price)]  # 甲 160 人，每人 a；乙 80 人，每人 b，共 T
        if pairs and not any(_gives(*pair, price, months) for pair in pairs for months in periods):
            yield from _judged(pairs, price, is_mean=is_mean)


def _of_what(passage: Passage, price: Slot) -> tuple[str, bool]:
    """Of each of what the figure is told, and whether it says that it comes out of a division."""
    told = _PER.search(price.label)
    if told is not None:
        thing = told["each"] or told["mean"] or told["single"] or told["one"] or "个"
        return thing, told["each"] is None
    unit, before = str(price.mention.unit), passage.slots[price.index - 1] if price.index else None
    if re.search(r"(?:折合|平均|合计每|约合)(?:单价|造价|成本)?$", price.label) and "元/" in unit:
        return unit.split("/")[1], True
    one = before is not None and before.mention.value == 1 and before.kind == COUNT and price.before == ""
    if one and before is not None and _ONE_OF.search(before.label) and price.kind == MONEY:
        return str(before.mention.unit), True
    return "", False


def _in_bracket_of(passage: Passage, slot: Slot, many: Sequence[Slot]) -> bool:
    """结案 415 件（刑事 246 件、民事 169 件）: a part told in the bracket behind its whole."""
    before = [one for one in many if one.index < slot.index and one.mention.value > slot.mention.value]
    if not before:
        return False
    between = passage.text[before[-1].at + 1 : slot.at]
    opened = between.startswith("（") or any(passage.text[one.at + 1 :].startswith("（") for one in before)
    since = passage.text[before[0].at : slot.at]
    return opened and since.count("（") > since.count("）")


def _is_price(slot: Slot) -> bool:
    return _PER.search(slot.label) is not None and _STRANGE.search(slot.label) is None


def _is_roughly_told(price: Slot) -> bool:
    """每台约 7.32 万元: two digits behind the point are no rough figure."""
    return price.kind == MONEY and price.mention.approximate == "约" and price.mention.decimals > 1


def _converts(slot: Slot, price: Slot) -> bool:
    return _factor(slot, price) is not None


def _factor(slot: Slot, price: Slot) -> Fraction | None:
    """How many of the price's unit one of the total's is; of 元/台 its 元."""
    unit, wanted = slot.mention.unit, price.mention.unit
    if unit is None or wanted is None:
        return None
    own, other = str(unit), str(wanted).split("/")[0]
    for scale in (_WORTH, _WEIGHT):
        if own in scale and other in scale:
            return Fraction(scale[own], scale[other])
    return unit.factor_to(wanted) if slot.kind == price.kind else None


def _counts(passage: Passage, slot: Slot, thing: str) -> bool:
    unit = str(slot.mention.unit).removeprefix("万")
    named = passage.after(slot).startswith(thing)
    return unit == thing or (unit in _ALIKE.get(thing, ()) and (unit != "个" or thing == "个" or named))


def _many(count: Slot) -> Fraction:
    return count.mention.value * (10_000 if str(count.mention.unit).startswith("万") else 1)


def _mean(total: Slot, count: Slot, price: Slot) -> Fraction:
    return total.mention.value * (_factor(total, price) or 1) / _many(count)


def _gives(total: Slot, count: Slot, price: Slot, months: int) -> bool:
    told = interval_of(total.mention, total.mention.unit)
    many = _many(count) * months / (_factor(total, price) or 1)
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
    formula = f"{in_words(mean * _many(count))} ÷ {in_words(_many(count))}"
    shares = f"{number(total.mention)} 由 {number(count.mention)} 分摊，应为 {right}"
    message = f"{shares}，{label_of(price)}写的是 {number(price.mention)}。"
    likely = mistaken(number(price.mention), right, slip_between(price, mean))
    roles = [("part", total.mention), ("count", count.mention), ("stated", price.mention)]
    yield relation("rate", "error", roles, formula, right, message, likely)
