"""A rate behind a whole and its part that nothing near by explains: 行政村 82 个，已建成书屋 80 个，覆盖率 96.57%.

The sentence has no other figure of the kind in front of the rate, so the two are what it divides, whatever it is
called. So is the count that 即 says a rate to be (受访 150 人，满意率 92%，即 138 人), and a ratio told as N:1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.rates.divided import quotient, rate_of_two
from hengji.checks.relations.passages import BARE, COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, as_written, shape
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    judged,
    number,
    relation,
    same_kind,
    slip_of,
)
from hengji.facts.relation import Relation

__all__ = ["plain_rate"]

_NAME = re.compile(
    r"^）?[，；、（](?:其)?(?P<name>[^，。；：（、]{0,8}[\u4e00-\u9fff]{2}(?:率|比例|比重)|占[^，。；：\ue000-\ue005]{4,10}的)(?:高?达到?了?|为|是|仅|：)*$"
)
_OTHERS = re.compile(
    r"得分|增|降|减|控制|失业|周转|负债|利率|税率|费率|汇率|费用|差错|误差|变动|偏差|贡献|集中|调整|结余|节约|未|出生|死亡|"
    r"人均|同比|使用率|收益|回报|保值|上座|频率|效率|功率|概率|速率"
)
_WHOLE = re.compile(
    r"共|总|应(?!急|用|对|届)|有|立|受理|收到|登记|在册|排查|发现|抽|检|纳入|需|全[县市区镇乡校院]|参加|报名"
)
_PLAN = re.compile(r"目标|计划|任务|预算|其中|上年|去年|新增|另")
_THAT_IS = re.compile(r"^[，（]?即(?:有|约)?[^，。；：\ue000-\ue005]{0,8}$")
_TIMES = frozenset(("分钟", "小时", "天", "日", "年", "个月", "月", "岁", "周岁"))
_DUE, _REAL = re.compile("^应(?=.)"), re.compile("^实(?=.)")
"""应种 A，实种 B，接种率 P."""
_RATIO = re.compile(r"[\u4e00-\u9fff]{1,5}比(?:例|率)?(?:达到?|为|是|：)*$")
_SIDES = re.compile(r"([\u4e00-\u9fff])([\u4e00-\u9fff])比(?:例|率)?(?:达到?|为|是|：)*$")
_PAIR = 2
_MOST = 8


def plain_rate(passage: Passage, before: Passage | None, settled: set[int]) -> Iterator[Relation]:
    """Every rate that its two figures, and nothing else near by, should give; *settled*: figures judged before."""
    told = [slot for slot in passage.slots[1:] if not slot.mention.approximate and _is_told(passage, slot)]
    changed = changed_slots(passage) if told else frozenset()
    for rate in told:
        if rate.kind == BARE:
            yield from _ratio(passage, rate, changed)
        elif rate.index not in changed:
            yield from _that_is(passage, rate, changed)
            if rate.mention.start not in settled:
                yield from _of_two(passage, before, rate, changed)


def _is_told(passage: Passage, slot: Slot) -> bool:
    """Whether the words around a figure let it be a rate of two others: cheap, before anything is reckoned."""
    following = passage.slots[slot.index + 1].before if slot.index + 1 < len(passage.slots) else ""
    if slot.kind == BARE:
        return following == "：" and _RATIO.search(slot.before) is not None
    return slot.kind == RATE and (_NAME.match(slot.before) or _THAT_IS.match(following)) is not None


def _of_two(passage: Passage, before: Passage | None, rate: Slot, changed: frozenset[int]) -> Iterator[Relation]:
    named = _NAME.match(rate.before)
    if named is None or _OTHERS.search(named["name"]) or rate.mention.value in (0, 1):
        return
    own = [slot for slot in passage.slots[: rate.index] if slot.kind in (COUNT, MONEY) and slot.index not in changed]
    own = [  # 5分钟内到达114925起: what is counted otherwise is no part and no whole
        slot for slot in own if str(slot.mention.unit) not in _TIMES or slot.mention.unit == own[-1].mention.unit
    ]
    told = _among_three(own, rate, named["name"])
    if told is None and len(own) == _PAIR and _whole_and_part(passage, own, rate, changed, named["name"]):
        told = own[0], own[1]
    if told is None:
        return
    whole, part = told
    near = [*passage.slots, *(before.slots if before is not None else ())]
    pool = [slot for slot in near if same_kind(slot, whole) and slot.mention.value > 0][: _MOST * _PAIR]
    if any(_gives(a, b, rate) for a in pool for b in pool if a is not b):
        return
    right = as_written(quotient(part, whole, rate)[0], rate.mention)
    if len(own) == _PAIR or shape(as_written(rate.mention.value, rate.mention), right) == ONE_DIGIT:
        yield rate_of_two(part, whole, rate, named["name"])


def _among_three(own: Sequence[Slot], rate: Slot, name: str) -> tuple[Slot, Slot] | None:
    """支付 a，负担 b，合计 T，支付比例 P: the part that has the rate's verb, and the total in front of the rate."""
    stem = re.sub("(?:率|比例|比重)$", "", name)[-2:]
    parts = [slot for slot in own[:-1] if stem in label_of(slot)]
    if len(own) != _PAIR + 1 or len(parts) != 1 or not re.search("合计|共|总", label_of(own[-1])):
        return None
    exact = own[-1].index == rate.index - 1 and same_kind(parts[0], own[-1]) and rate.mention.decimals > 1
    large = converted(parts[0].mention, own[-1].mention.unit) < own[-1].mention.value
    return (own[-1], parts[0]) if exact and large and stem not in label_of(own[-1]) else None


def _whole_and_part(passage: Passage, own: Sequence[Slot], rate: Slot, changed: frozenset[int], name: str) -> bool:
    """Whether the first figure is told as all there are, and the second, right in front of the rate, as those done."""
    whole, part = own
    alike = same_kind(whole, part) and str(whole.mention.unit) == str(part.mention.unit)
    exact = (
        not (whole.mention.approximate or part.mention.approximate) and 0 < part.mention.value <= whole.mention.value
    )
    between = [slot for slot in passage.slots[whole.index + 1 : part.index] if str(slot.mention.unit) not in _TIMES]
    beside = part.index == rate.index - 1 and all(slot.index in changed for slot in between)
    clear = not _PLAN.search(label_of(whole) + part.before) and not re.search("[；。]", part.before)
    if name.startswith("占"):  # 占设计面积的: the base is called 设计灌溉面积
        called, noun = label_of(whole), re.sub("的$", "", name[1:])
        return alike and exact and beside and clear and noun[:2] in called and called.endswith(noun[-2:])
    stem = re.sub("(?:率|比例|比重)$", "", name)[-2:]
    said = (
        stem in label_of(part)
        or stem in re.split("[，；。]", passage.after(part))[0][:8]
        or (_DUE.sub("", label_of(whole)[-2:]) == _REAL.sub("", label_of(part)[-2:]) in stem)
        or ("已" in label_of(part) and _WHOLE.search(label_of(whole)) is not None)
    )
    return alike and exact and beside and clear and said and stem not in label_of(whole)


def _gives(part: Slot, whole: Slot, rate: Slot) -> bool:
    computed, verdict = quotient(part, whole, rate)
    return good(verdict) or good(judged(1 - computed, None, rate.mention))


def _that_is(passage: Passage, rate: Slot, changed: frozenset[int]) -> Iterator[Relation]:
    """受访 A 人，满意率 P，即 B 人: A × P, to the last digit that P shows."""
    if rate.index + 1 >= len(passage.slots):
        return
    whole, part = passage.slots[rate.index - 1], passage.slots[rate.index + 1]
    alike = whole.kind in (COUNT, MONEY) and same_kind(whole, part) and whole.index not in changed
    blurred = whole.mention.approximate or part.mention.approximate
    if not alike or blurred or not _THAT_IS.match(part.before) or whole.mention.value <= 0:
        return
    if whole.index and passage.slots[whole.index - 1].kind == RATE and _THAT_IS.match(whole.before):
        return  # 首期 30%即 174 万元，二期 40%即 232 万元: both of a whole that stands elsewhere
    _, verdict = quotient(part, whole, rate)
    meant = converted(whole.mention, part.mention.unit) * rate.mention.value
    right = as_written(meant, part.mention)
    message = f"{number(rate.mention)}即 {right}，与文中一致。"
    if not good(verdict):
        message = f"{number(whole.mention)}的 {number(rate.mention)}应为 {right}，文中为 {number(part.mention)}。"
    formula = f"{in_words(whole.mention.value)} × {number(rate.mention)}"
    roles = [("base", whole.mention), ("rate", rate.mention), ("stated", part.mention)]
    likely = "" if good(verdict) else slip_of(part.mention, meant)
    yield relation("rate", verdict, roles, formula, right, message, likely)


def _ratio(passage: Passage, first: Slot, changed: frozenset[int]) -> Iterator[Relation]:
    """在校生 A 人，专任教师 B 人，生师比 N:1: the two counts right in front, in either order."""
    second = passage.slots[first.index + 1]
    own = [slot for slot in passage.slots[: first.index] if slot.kind == COUNT and slot.index not in changed]
    if second.before != "：" or len(own) != _PAIR or own[-1].index != first.index - 1 or not same_kind(*own):
        return
    high, low = sorted(own, key=lambda slot: converted(slot.mention, own[0].mention.unit), reverse=True)
    if _of_one_side(first, own):
        return
    one, other = (first, second) if first.mention.value == 1 else (second, first)
    if one.mention.value != 1 or low.mention.value <= 0 or any(slot.mention.approximate for slot in (*own, second)):
        return
    computed, verdict = quotient(high, low, other)
    turned = 1 / computed
    if good(verdict) or good(judged(turned, None, other.mention)):
        return
    meant = turned if other.mention.value < 1 else computed
    right = as_written(meant, other.mention)
    name = re.split("[，。；：（]", first.before.rstrip("：为是达到"))[-1]
    names = f"{number(own[0].mention)}、{number(own[1].mention)}"
    message = f"{name}按{names}应为 {right}比 1，文中为 {number(other.mention)}比 1。"
    formula = f"{in_words(high.mention.value)} ÷ {in_words(low.mention.value)}"
    roles = [("part", high.mention), ("base", low.mention), ("stated", other.mention)]
    yield relation("rate", "error", roles, formula, right, message, slip_of(other.mention, meant))


def _of_one_side(ratio: Slot, own: Sequence[Slot]) -> bool:
    """折算教师数 A 人，折算后教师总数 B 人，生师比: both counts are of the one side, the other stands elsewhere."""
    sides = _SIDES.search(ratio.before)
    if sides is None:
        return False
    named = [[side in label_of(slot) for slot in own] for side in sides.groups()]
    return any(all(one) and not any(other) for one, other in (named, named[::-1]))
