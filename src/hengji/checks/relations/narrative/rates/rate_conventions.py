"""Rates whose name fixes what is divided by what, written by another base or the wrong way round.

结转结余率 is of the budget, not of what was spent; 满意度 of those reached, not of those called; 节约率 of the price
before; nothing done is divided by what was to do in the other order. A wrong base is told
only where both stand near by and the rate is that of the wrong one to the last of its digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written, shown_digits
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    interval_of,
    judged,
    number,
    relation,
    same_kind,
    slip_of,
)
from hengji.facts.relation import Relation

__all__ = ["rate_conventions"]

_LINK = r"(?:分别|高?达到?|实现|均|为|是|仅|约|：|[（][^）]{0,30}[）])*$"
_PLANNED = re.compile("计划|目标|任务|应(?![急用对])")
_IN_ALL = re.compile(r"^[^，。；：]{0,10}[中里]，[^，。；：\ue000-\ue005]{0,12}$")
_BACK = 3
_DIGITS = 3
_MOST = 24


@dataclass(frozen=True, slots=True)
class _Convention:
    """`part` ÷ `base`; `wrong` is what is taken for the base; `rest`: the part is the base less what it became."""

    name: re.Pattern[str]
    part: re.Pattern[str]
    base: re.Pattern[str]
    wrong: re.Pattern[str]
    told: str
    rest: bool = False


def _of(name: str, part: str, base: str, wrong: str, told: str, *, rest: bool = False) -> _Convention:
    return _Convention(
        re.compile(rf"(?:{name}){_LINK}"), re.compile(part), re.compile(base), re.compile(wrong), told, rest
    )


_CONVENTIONS = (
    _of(
        "结转结余率|结余结转率|结转率|结余率",
        r"(?:结转|结余)",
        r"预算|可用|收入|到位|指标",
        r"支出|执行|支付|使用|拨付",
        "结转结余率是结转结余除以预算",
    ),
    _of(
        "节约率|节支率|资金节约率|成本节约率",
        r"决算|结算|合同|中标|成交|实际|支出|审定",
        r"概算|预算|控制价|计划|限价|估算",
        r"决算|结算|合同|中标|成交|实际|支出|审定",
        "节约率是节约额除以原定金额",
        rest=True,
    ),
    _of(
        "审减率|核减率",
        r"审定|核定",
        r"送审|报审|上报|申报|合同",
        r"审定|核定",
        "审减率是审减额除以送审金额",
        rest=True,
    ),
    _of(
        "满意度|满意率",
        r"满意",
        r"接通|有效|收回|回收|成功|受访|应答|完成访问",
        r"发放|发出|拨打|抽样|抽取|对象|回访(?!成)|应访|总数",
        "满意度以接通、有效的为基数",
    ),
    _of(
        "合格率|达标率|优良率",
        r"合格|达标|优良",
        r"抽检|检测|抽查|检验|送检|监测",
        r"应检|总数|全部|在册",
        "合格率以抽检数为基数",
    ),
    _of("资金到位率|到位率", r"到位", r"计划|预算|应到|安排|批复", r"支出|使用|支付", "到位率是到位资金除以计划资金"),
    _of(
        "使用率|支付率|支出率",
        r"支出|使用|支付",
        r"到位|预算|可用",
        r"计划|总投资|概算|批复",
        "使用率以到位资金为基数",
    ),
)
_DONE = re.compile(
    r"(?P<name>[^，。；：（、\ue000-\ue005]{0,10}(?:完成率|办结率|结案率|执行率|到位率|覆盖率|合格率|参与率|整改率|回收率|处理率|立项率|兑现率|支付率|发放率|回复率|入学率|检查率|接种率|就业率|取证率|开工率|完工率|竣工率|验收率))"
    + _LINK
)


def rate_conventions(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every such rate of the text; *texts* are the passages in order."""
    for index, passage in enumerate(texts):
        if RATE not in passage.text or len(passage.slots) > LONGEST:
            continue
        for rate in passage.slots:
            digits = shown_digits(rate.mention.text)
            if rate.kind != RATE or rate.mention.approximate or digits < _DIGITS or rate.mention.value <= 0:
                continue
            convention = next((one for one in _CONVENTIONS if one.name.search(rate.before)), None)
            if convention is not None:
                yield from _by_convention(convention, rate, _pool(texts, index, rate))
            elif (done := _DONE.search(rate.before)) is not None:
                yield from _turned(done["name"], rate, _pool(texts, index, rate))
            if rate.index > 1:
                yield from _in_all(passage, rate)
                yield from _whole_behind(passage, rate)


def _pool(texts: Sequence[Passage], index: int, rate: Slot) -> list[Slot]:
    """The figures near the rate, nearest first: before it, then behind it in its sentence."""
    own = texts[index]
    found = [slot for slot in reversed(own.slots[: rate.index]) if slot.index not in changed_slots(own)]
    for one in reversed(texts[max(0, index - _BACK) : index]):
        changed = changed_slots(one)
        found += [slot for slot in reversed(one.slots) if slot.index not in changed]
    found += own.slots[rate.index + 1 :]
    return [slot for slot in found if slot.kind in (MONEY, COUNT) and slot.mention.value > 0][:_MOST]


def _by_convention(one: _Convention, rate: Slot, pool: list[Slot]) -> Iterator[Relation]:
    parts = [slot for slot in pool if _is_part(one, label_of(slot))][:2]
    bases = [slot for slot in pool if one.base.search(label_of(slot)) and slot not in parts]
    wrongs = [slot for slot in pool if one.wrong.search(label_of(slot)) and (one.rest or slot not in parts)]
    for part in parts:
        right = [
            base
            for base in bases
            if same_kind(part, base) and base.mention.value >= converted(part.mention, base.mention.unit)
        ]
        if not right or any(good(judged(*_quotient(one, part, base, base), rate.mention)) for base in right):
            continue
        for wrong in wrongs:
            base = right[0]
            divisor = part if one.rest else wrong
            if not same_kind(divisor, base) or divisor is base or divisor.mention.value == base.mention.value:
                continue
            if part.kind == COUNT and converted(divisor.mention, base.mention.unit) < base.mention.value:
                continue  # more are asked than answer: this is a group of them, and the rate its own
            if good(judged(*_quotient(one, part, base, divisor), rate.mention)):
                computed = _quotient(one, part, base, base)[0]
                yield _relation(part, base, rate, computed, one.told, by=divisor)
                return


def _is_part(one: _Convention, label: str) -> bool:
    """接通人员中表示满意的 is of those satisfied: the word that stands last counts."""
    parts, bases = ([found.start() for found in each.finditer(label)] for each in (one.part, one.base))
    return bool(parts) and (not bases or parts[-1] > bases[-1])


def _quotient(one: _Convention, part: Slot, base: Slot, divisor: Slot) -> tuple[Fraction, None]:
    unit = base.mention.unit
    above = converted(part.mention, unit)
    above = base.mention.value - above if one.rest else above
    return above / converted(divisor.mention, unit), None


def _turned(name: str, rate: Slot, pool: list[Slot]) -> Iterator[Relation]:
    """办结 638 件，受理 665 件，办结率 104.23%: what was to do by what was done, in one and the same sentence."""
    own = [slot for slot in pool if slot.mention.start < rate.mention.start][:2]
    if len(own) < 2 or not same_kind(own[0], own[1]) or own[0].index + 1 < rate.index - 1:
        return
    low, high = sorted(own, key=lambda slot: converted(slot.mention, own[0].mention.unit))
    stem = re.sub("率$", "", name)[-2:]
    plan = next((slot for slot in own if _PLANNED.search(label_of(slot))), None)
    done = next((slot for slot in own if slot is not plan), None)
    if plan is not None and done is not None and not _PLANNED.search(label_of(done)) and "完成" in name:
        low, high = done, plan
    elif stem not in label_of(low) or stem in label_of(high) or rate.mention.value < 1:
        return
    unit = low.mention.unit
    turned = converted(high.mention, unit) / low.mention.value
    if good(judged(turned, None, rate.mention)):
        yield _relation(low, high, rate, 1 / turned, f"{name}分子分母颠倒", by=low)


def _in_all(passage: Passage, rate: Slot) -> Iterator[Relation]:
    """46 个部门中，23 个部门达到序时进度，占 50.00%."""
    base, part = passage.slots[rate.index - 2], passage.slots[rate.index - 1]
    said = re.search(r"[，、（]占(?:比|总数)?(?:为|达)?(?:的)?$", rate.before) and _IN_ALL.match(part.before)
    if not said or base.kind != COUNT or not same_kind(base, part) or base.mention.value < part.mention.value:
        return
    if part.mention.approximate or base.mention.approximate or base.mention.value <= 0:
        return
    unit = base.mention.unit
    computed = converted(part.mention, unit) / base.mention.value
    verdict = judged(
        computed, interval_of(part.mention, unit).divided_by(interval_of(base.mention, unit)), rate.mention
    )
    if not good(verdict):
        yield _relation(part, base, rate, computed, "占比应以前面的总数为基数", by=None)


def _whole_behind(passage: Passage, rate: Slot) -> Iterator[Relation]:
    """参保 46.28 万人，常住人口 47.52 万人，参保率 93.79%: the base stands between part and rate, one slip away."""
    part, base = passage.slots[rate.index - 2], passage.slots[rate.index - 1]
    named = re.match(r"^[，；（](?P<name>[^，。；：]{1,8}率)(?:为|达到?|是)?$", rate.before)
    if named is None or not same_kind(part, base) or {part.index, base.index} & changed_slots(passage):
        return
    unit, stem = base.mention.unit, named["name"][:-1][-2:]
    low = converted(part.mention, unit)
    blurred = part.mention.approximate or base.mention.approximate or part.kind not in (COUNT, MONEY)
    if blurred or not 0 < low < base.mention.value or stem not in part.before or stem in label_of(base):
        return
    computed = low / base.mention.value
    verdict = judged(
        computed, interval_of(part.mention, unit).divided_by(interval_of(base.mention, unit)), rate.mention
    )
    rest = judged(1 - computed, None, rate.mention)
    if not good(verdict) and not good(rest) and slip_of(rate.mention, computed):
        yield _relation(
            part, base, rate, computed, f"{named['name']}应为 {number(part.mention)}÷{number(base.mention)}", by=None
        )


def _relation(part: Slot, base: Slot, rate: Slot, computed: Fraction, told: str, *, by: Slot | None) -> Relation:
    right = as_written(computed, rate.mention)
    message = f"{told}，应为 {right}，文中为 {number(rate.mention)}。"
    likely = f"{number(rate.mention)}是除以“{label_of(by)}{number(by.mention)}”的结果。" if by else ""
    formula = f"{in_words(part.mention.value)} ÷ {in_words(converted(base.mention, part.mention.unit))}"
    roles = [("part", part.mention), ("base", base.mention), ("stated", rate.mention)]
    return relation("rate", "error", roles, formula, right, message, likely)
