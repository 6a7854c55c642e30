"""What each costs, where the number of things was told elsewhere: 总投资3900.00万元，折合每亩1600元, of 2.60万亩; the
total by its name alone: 以全年支出总计折算，平均每接待一人次花费1.30元.

Whatever total near by and whatever number of those things in the paper give the mean acquit it. It is wrong where the
one plain number makes it but for the place of the point, or exactly but for one digit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, as_written, shape
from hengji.checks.relations.verdicts import converted, good, in_words, judged, number, relation, slip_of
from hengji.checks.relations.without_frames.marks import is_last_years, is_quantity
from hengji.facts.relation import Relation, Verdict

__all__ = ["far_means"]

_THING: Final = "人次|亩|户|人|公里|平方米|立方米|吨|台|座|所|村|份|件|张|册"
_EACH: Final = re.compile(
    rf"(?:折合|折算|平均|合)每(?:接待|服务|培训|建设|改造|治理)?(?:一|1)?(?P<per>{_THING})(?:投资|投入|花费|成本|费用|支出|需)*(?:为|是|约)?$"
)
_BY_NAME: Final = re.compile(
    r"[以按](?P<what>[^，。；：\ue000-\ue005]{2,14}?)(?:来|进行)?(?:折算|计算|测算|匡算|平均)，"
)
_FILLED: Final = re.compile("^(?:全年|本年度?|当年|全部|全[馆院局校])")
_BESIDE: Final = re.compile("总投资|投资|总额|总支出|资金|经费")
_TENS: Final = (Fraction(10), Fraction(1, 10), Fraction(100), Fraction(1, 100), Fraction(1000), Fraction(1, 1000))
_BACK: Final = 2
_OFTEN: Final = 2


def far_means(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``rate``, errors all."""
    passage = texts[index]
    if "每" not in passage.text or MONEY not in passage.text:
        return
    for mean in passage.slots:
        told = _EACH.search(mean.before) if mean.kind == MONEY and mean.mention.start not in settled else None
        if told is None or mean.mention.approximate or mean.mention.value <= 0:
            continue
        total = _total(texts, passage, mean)
        counted = [slot for one in texts for slot in one.slots if _counts(one, slot, told["per"])]
        if total is None or not counted:
            continue
        near = [slot for one in texts[max(0, index - _BACK) : index + 1] for slot in one.slots if slot.kind == MONEY]
        if any(good(_judged(each, many, mean)) for each in (total, *near) for many in counted if each is not mean):
            continue
        many = _plain(texts, index, counted)
        if many is not None and _is_slip(_value(total, many, mean), mean):
            yield _relation(total, many, mean)


def _total(texts: Sequence[Passage], passage: Passage, mean: Slot) -> Slot | None:
    """The amount that the clause names, told with one value in the paper, or the one that stands right in front."""
    named = _BY_NAME.search(mean.before)
    if named is not None:
        what = _FILLED.sub("", named["what"])
        called = [slot for one in texts for slot in one.slots if slot.kind == MONEY and slot.label.endswith(what)]
        return called[0] if len({slot.mention.value for slot in called}) == 1 else None
    before = passage.slots[mean.index - 1] if mean.index else None
    beside = before is not None and before.kind == MONEY and mean.before.count("，") == 1
    return before if beside and before is not None and _BESIDE.search(before.label) else None


def _counts(passage: Passage, slot: Slot, thing: str) -> bool:
    return (
        slot.kind == COUNT
        and str(slot.mention.unit) in (thing, f"万{thing}")
        and is_quantity(slot)
        and not is_last_years(passage, slot)
    )


def _plain(texts: Sequence[Passage], index: int, counted: Sequence[Slot]) -> Slot | None:
    """The first such number of the sentence or the one before, else the largest, told more than once."""
    near = {slot.mention.start for one in texts[max(0, index - 1) : index + 1] for slot in one.slots}
    beside = [slot for slot in counted if slot.mention.start in near]
    if beside:
        return beside[0]
    worth = Counter(_number(slot) for slot in counted)
    most = max(worth)
    return next(slot for slot in counted if _number(slot) == most) if worth[most] >= _OFTEN else None


def _number(many: Slot) -> Fraction:
    return many.mention.value * (10_000 if str(many.mention.unit).startswith("万") else 1)


def _value(total: Slot, many: Slot, mean: Slot) -> Fraction:
    return converted(total.mention, mean.mention.unit) / _number(many)


def _judged(total: Slot, many: Slot, mean: Slot) -> Verdict:
    return judged(_value(total, many, mean), None, mean.mention)


def _is_slip(meant: Fraction, mean: Slot) -> bool:
    stated, step = mean.mention.value, mean.mention.step
    if any(abs(meant / ten - stated) <= step / 2 for ten in _TENS):
        return True
    right = as_written(meant, mean.mention)
    exact = (meant / step).denominator == 1
    return exact and shape(as_written(stated, mean.mention), right) == ONE_DIGIT


def _relation(total: Slot, many: Slot, mean: Slot) -> Relation:
    meant = _value(total, many, mean)
    right = as_written(meant, mean.mention)
    formula = f"{in_words(converted(total.mention, mean.mention.unit))} ÷ {in_words(_number(many))}"
    message = f"{number(total.mention)} ÷ {number(many.mention)}，平均应为 {right}，文中为 {number(mean.mention)}。"
    roles = [("part", total.mention), ("count", many.mention), ("stated", mean.mention)]
    likely = slip_of(mean.mention, meant) or "小数点移位，或总数、数量误写。"
    return relation("rate", "error", roles, formula, right, message, likely)
