"""A list of amounts that misses a total of the sentences before by two swapped digits, or by one where names agree.

支出 T。…支出用途为人员 a、公用 b、项目 c。 No word joins the two sentences; arithmetic does, beyond chance: long
figures whose sum, one slip of the pen mended, is the total to the last digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.near_misses import slips_in
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import SWAPPED, as_written, shape, significant_digits
from hengji.checks.relations.verdicts import converted, same_kind
from hengji.facts.relation import Relation

__all__ = ["near_sums"]

_LEAST, _MOST = 3, 10
_PAIR = 2
_DIGITS = 4  # significant digits of a figure that is no sum by chance
_BACK = 8  # passages before the list among which its total stands
_NEXT = 1  # those behind it
_JUST = 2  # passages before it whose total one wrong digit parts from the sum
_VERY_LONG, _TENTH = 6, 10  # digits of a total, and how much of it a slip of the pen changes at most
_LONGER = 5  # digits of such a total
_BETWEEN = re.compile(r"^[，、；和及][^。：\ue000-\ue005]{1,20}$")
_LEAD = re.compile(
    r"(?P<what>[\u4e00-\u9fff“”]{2,12}?)(?:用途|分项|构成|组成|明细|分类|按[^，。；：]{2,8}分)?(?:分别)?[为是：]"
)
_STRANGE = re.compile(r"预算|上年|去年|年初|其中|结转|结余|余额|人均")


def near_sums(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every such list in the order of the text."""
    for index, passage in enumerate(texts):
        if passage.text.count(MONEY) < _LEAST:
            continue
        yield from _with_own_total(passage)
        yield from _rest_of_sentence(passage)
        parts = _list(passage)
        if not parts:
            continue
        near_by = [*texts[max(0, index - _BACK) : index], *texts[index + 1 : index + 1 + _NEXT]]
        before = [slot for one in near_by for slot in plain_slots(one) if _long(slot)]
        just = {slot.mention.start for one in texts[max(0, index - _JUST) : index] for slot in one.slots}
        totals = [slot for slot in before if same_kind(slot, parts[0]) and not _STRANGE.search(label_of(slot))]
        if any(adds_up(total, parts) for total in before if same_kind(total, parts[0])):
            continue
        near = [total for total in totals if _near(Sum(total, parts), passage, close=total.mention.start in just)]
        if len({total.mention.value for total in near}) == 1:
            yield judge_sum(Sum(near[-1], parts), "error")


def _with_own_total(passage: Passage) -> Iterator[Relation]:
    """T，投向三个方面：a，b，c: the parts stand behind a colon, whatever the words before it."""
    money = [slot for slot in plain_slots(passage) if slot.kind == MONEY]
    told = [slot for slot in passage.slots if slot.kind == COUNT and slot.mention.value == len(money) - 1][:1]
    if len(money) + len(told) != len(passage.slots) or not _LEAST < len(money) <= _MOST:
        return
    if money[0].index or "：" not in money[1].before:
        return
    one = Sum(money[0], tuple(money[1:]))
    joined = all(_BETWEEN.match(slot.before) for slot in one.parts[1:])
    plain = all(slot.mention.value > 0 and not _STRANGE.search(slot.before) for slot in one.parts)
    if joined and plain and _long(one.total) and not adds_up(one.total, one.parts) and _near(one, passage, close=True):
        yield judge_sum(one, "error")


def _rest_of_sentence(passage: Passage) -> Iterator[Relation]:
    """T，增长 P；甲 a，乙 b。 All that the sentence goes on to count, one slip of the pen away from a long total."""
    money = [slot for slot in plain_slots(passage) if slot.kind == MONEY]
    for at, total in enumerate(money[:_MOST]):
        parts = [part for part in money[at + 1 :] if not _in_bracket(passage, total, part)]
        if not 1 < len(parts) <= _MOST or significant_digits(total.mention.text) < _VERY_LONG:
            continue
        alike = all(str(part.mention.unit) == str(total.mention.unit) and part.mention.value > 0 for part in parts)
        plain = alike and not any(_STRANGE.search(part.before) for part in parts)
        one = Sum(total, tuple(parts))
        if not plain or abs(one.rest) * _TENTH > total.mention.value:
            continue
        if any(adds_up(total, parts[:length]) for length in range(2, len(parts) + 1)):
            continue  # a、b，其余 c（含 d）
        if slips_in([(1, part) for part in parts], total, swapped=_VERY_LONG, digit=_VERY_LONG):
            yield judge_sum(one, "error")
            return


def _in_bracket(passage: Passage, total: Slot, part: Slot) -> bool:
    """惠民资金 a（每个社区 b）: what a bracket behind the total tells of a part."""
    between = passage.text[total.at : part.at]
    return between.count("（") > between.count("）")


def _list(passage: Passage) -> tuple[Slot, ...]:
    """The amounts of a sentence that holds nothing else: no rate, no change, no count between them. What is said of one
    of them behind the last, 占 P, is of no matter."""
    money = [slot for slot in plain_slots(passage) if slot.kind == MONEY]
    behind = passage.slots[len(money) :]
    alone = [slot.index for slot in money] == list(range(len(money))) and all(slot.kind == RATE for slot in behind)
    alone = alone and len(behind) <= 1 and _LEAST <= len(money) <= _MOST
    joined = all(_BETWEEN.match(slot.before) and same_kind(slot, money[0]) for slot in money[1:])
    plain = all(slot.mention.value > 0 and not _STRANGE.search(slot.before) for slot in money)
    if joined and any(adds_up(money[at], money[at + 1 :]) for at in range(len(money) - _PAIR)):
        return ()  # 甲 T，由 a、b、c 构成: what the list makes stands at its head
    return tuple(money) if alone and joined and plain else ()


def _long(slot: Slot) -> bool:
    return significant_digits(slot.mention.text) >= _DIGITS - 1 and slot.mention.value > 0


def _near(one: Sum, passage: Passage, *, close: bool) -> bool:
    """Whether swapping two digits of one part mends the sum; one other digit only where the names agree."""
    unit = one.total.mention.unit
    digits = significant_digits(one.total.mention.text)
    if digits < _DIGITS:
        return False
    little = one.rest < min(converted(part.mention, unit) for part in one.parts)  # no part is left out of the list
    named = _one_name(one.total, passage) or (close and digits >= _LONGER and little)
    for part in filter(_long, one.parts):
        value = part.mention.value
        meant = value + one.rest / (converted(part.mention, unit) / value if value else Fraction(1))
        slip = shape(as_written(value, part.mention), as_written(meant, part.mention)) if meant > 0 else ""
        exact = as_written(meant, part.mention) and meant * 10**part.mention.decimals == int(
            meant * 10**part.mention.decimals
        )
        if exact and (slip == SWAPPED or (slip and named)):
            return True
    return False


def _one_name(total: Slot, passage: Passage) -> bool:
    """支出用途为…, 特定目标类分项：… and the total called 支出 or 特定目标类."""
    lead = _LEAD.match(passage.slots[0].before.lstrip("，。；"))
    name = core(label_of(total))
    return (
        lead is not None and len(name) > 1 and (name.endswith(core(lead["what"])) or core(lead["what"]).endswith(name))
    )
