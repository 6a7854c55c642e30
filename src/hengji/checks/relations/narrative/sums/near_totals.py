"""A named total of money and the amounts beside it, of which one was written with a slip: a，加上 b、c，减去 d，总计 T.

The amounts stand in an unbroken row in front of the total or behind it; what is taken off (调减, 减去) is taken off. No
cue need promise that they are all: the slip that mends the row to the last digit does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.near_misses import LONGEST, Slipped, holds, slips_in, total_of
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import SWAPPED, as_written
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.facts.relation import Relation

__all__ = ["near_totals"]

_TOTAL = re.compile(
    r"(?:合计|共计|总计|总额|总量|总数|累计|总投资|总收入|总支出|可用资金|可用财力|可支配|到位资金|共)(?:资金|投入|安排|到位|支出|收入|达|为|是|：)*$|"
    r"调整后(?:的|全年)*[^，。；]{0,8}$|全年(?:可用|可支配)[^，。；]{0,6}$"
)
_WHOLE = re.compile(r"共|总|合计|资金|投资|支出|收入|经费|保费|费用|预算|债券|余额|补助|金额|贷款|投入|拨付|到位")
_OPENS = re.compile(r"由|：|其中|分别|包括|来[自源]|构成|组成|用于|来看|方面")
_ADDS = re.compile(r"加上?|再加|连同|另加")
_LISTS = re.compile(r"^[^，。；：]{0,12}(?:包括|包含|构成|组成|来源|明细|如下|为)：")
_TAKES = re.compile(r"(?:减去?|扣除|调减|核减|剔除|压减)(?!后)[^，。；：、]{0,6}$")
_STRANGE = re.compile(r"较上年|比上年|同比|人均|平均|单价|每|上年同期|(?:本年|当年|年末|收支)结余$|合同|中标|审定")
_LEAST, _MOST = 2, 9
_LONG = 5  # digits of a figure whose swapped neighbours are no chance, whatever row is tried
_SHORT = 3  # those where the row begins or ends with the sentence


def near_totals(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """Every such total of passage *index*, once."""
    passage = texts[index]
    if MONEY not in passage.text or len(passage.slots) > LONGEST:
        return
    changed = changed_slots(passage)
    row = [slot for slot in passage.slots if slot.kind == MONEY and not slot.mention.approximate]
    row = [
        slot
        for slot in row
        if not _is_base(passage, slot) and (slot.index not in changed or _TAKES.search(slot.before))
    ]
    if index and len(row) >= _LEAST and _LISTS.search(row[0].before) and row[0].index == 0:
        before = [slot for slot in texts[index - 1].slots if slot.kind == MONEY and not slot.mention.approximate]
        heads = [slot for slot in before if re.search("总|共|合计", label_of(slot))]
        if len(heads) == len(before) == 1 and not texts[index - 1].slots[1:]:
            yield from _judged([(row, True)], heads[0])
    for place, total in enumerate(row):
        if _TOTAL.search(label_of(total)):
            yield from _judged(_ahead(texts, index, row, place), total)
        if place + _LEAST < len(row) and _WHOLE.search(label_of(total)) and _OPENS.search(row[place + 1].before):
            behind = row[place + 1 : place + 1 + _MOST]
            ways = [behind[:length] for length in range(len(behind), _LEAST - 1, -1)]
            yield from _judged([(way, way is ways[0] and len(row) <= place + 1 + _MOST) for way in ways], total)


def _is_base(passage: Passage, slot: Slot) -> bool:
    """为年初预算 7.50 亿元的 74.9%."""
    following = passage.slots[slot.index + 1 : slot.index + 2]
    return bool(following) and following[0].kind == RATE and re.match("^的", following[0].before) is not None


def _ahead(texts: Sequence[Passage], index: int, row: list[Slot], place: int) -> list[tuple[list[Slot], bool]]:
    """The rows that may make the total at *place*, and whether the row is the natural one."""
    ahead = row[max(0, place - _MOST) : place]
    ways = [(ahead[start:], start == 0 and place <= _MOST) for start in range(len(ahead) - 1)]
    adds = next((at for at, slot in enumerate(ahead) if _ADDS.search(slot.before)), None)
    if adds is not None:
        ways = [(ahead[at - 1 :], True) for at in range(1, len(ahead)) if at == adds] or ways
    if adds == 0:
        before = texts[index - 1] if index else None
        changed = changed_slots(before) if before else frozenset()
        earlier = [slot for slot in before.slots if slot.kind == MONEY and slot.index not in changed] if before else []
        ways = [([slot, *ahead], True) for slot in earlier if not slot.mention.approximate]
    return ways


def _judged(ways: Sequence[tuple[list[Slot], bool]], total: Slot) -> Iterator[Relation]:
    fitting = [(way, natural) for way, natural in ways if len(way) >= _LEAST and _addable(way, total)]
    terms = [([(-1 if _TAKES.search(slot.before) else 1, slot) for slot in way], natural) for way, natural in fitting]
    if not terms or any(holds(one, total) for one, _ in terms):
        return
    found: list[tuple[list[tuple[int, Slot]], Slipped]] = []
    for one, natural in terms:
        for slip in slips_in(one, total, swapped=_SHORT if natural else _LONG, digit=_LONG if natural else 99):
            if slip.name == SWAPPED or natural:
                found.append((one, slip))
    swapped = [one for one in found if one[1].name == SWAPPED] or found
    if swapped and len({tuple(slot.mention.start for _, slot in way) for way, _ in swapped}) == 1:
        way, slip = swapped[0]
        yield _relation(way, total, slip)


def _addable(way: Sequence[Slot], total: Slot) -> bool:
    return all(
        same_kind(slot, total) and not _STRANGE.search(slot.before) and slot.mention.value > 0 for slot in way
    ) and all(not re.search("其中|占", slot.before) for slot in way[1:])


def _relation(terms: Sequence[tuple[int, Slot]], total: Slot, slip: Slipped) -> Relation:
    unit = total.mention.unit
    right = as_written(total_of(terms, total), total.mention)
    name = label_of(total) or "合计"
    message = f"{name}按各部分计算应为 {right}，文中为 {number(total.mention)}。"
    formula = "".join((" + " if sign > 0 else " - ") + in_words(converted(slot.mention, unit)) for sign, slot in terms)
    roles = [*(("part", slot.mention) for _, slot in terms), ("total", total.mention)]
    return relation("sum", "error", roles, formula.removeprefix(" + "), right, message, slip.told)
