"""Three counts and more in a row that no 其中 announces, and the total near by: 优 7 个、良 14 个、中 6 个、差 1 个.

The total stands in front of the list, in one of the sentences before, or behind it with a word that adds up. The list
may have columns (12 个小区 96 栋 2748 户) and shares between its counts; each column is read by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.nearly_whole import nearly_whole
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum
from hengji.checks.relations.narrative.sums.other_rows import goes_on
from hengji.checks.relations.narrative.sums.partitions import is_complete
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.narrative.sums.traits import in_post, is_first_kind, of_answers_alone, overlapping
from hengji.checks.relations.near_misses import LONGEST, slips_in
from hengji.checks.relations.passages import COUNT, RATE, Passage, Slot
from hengji.checks.relations.rows_that_add_up import opens_its_parts
from hengji.checks.relations.slips import SWAPPED
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["parted_counts"]

_JOINED = re.compile(r"^(?:的|）)?(?:（[^（）]{0,8}）)?[，、；和及与][^。：]{1,24}$")
_APART = re.compile(
    r"其中|包括|含|比|较|增|减|同比|上年|去年|计划|目标|应(?![急用对])|预算|人均|平均|每|另|此外|同时|最|第|(?<!参)加|"
    r"合计|共计|总计|累计|共|以上|新增|至|到$|注销|撤销|核销|退出|清退|年[初末底]|期[初末]"
)
_SORTED = re.compile("其中|分别|按|看，|分为|包括")
_EXCEEDED = re.compile("超额|超过计划|超计划")
_PLANNED = re.compile("计划|目标|任务")
_BEHIND = re.compile(r"共|合计|总计|总数")
_TITLES = re.compile("[正副]?高|中级|初级|职称|学历|研究生|本科")
_DEGREE = re.compile("满意|知晓|了解|认可|支持")
"""非常满意的 186 人、满意的 134 人: the first of several answers and no total."""
_OFFICE = re.compile(r"(?:本级|机关|本部)(?:预算|决算)?(?:以及|[及和与、])(?:所属|下属|直属)的?$")
_OTHERS = re.compile("其[余他](?:项目|单位|部门|的)")
_INSIDE = re.compile(r"(?P<whole>[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{0,8}(?<!其)中[\u4e00-\u9fff]{2,10}$")
"""新收案件中追索劳动报酬 a、经济补偿 b: the first is a part of what was told before, and no total."""
_STOP = re.compile("[，。；：]")
_OTHER_YEAR = re.compile("上年|去年|同期|[较比]")
_NEAR = 20  # characters in front of a total
_LEAST, _MOST = 3, 12
_WIDEST = 4
_BACK = 3
_THINGS = 6


def parted_counts(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """Every such list of passage *index* that misses its total."""
    passage = texts[index]
    if not _LEAST <= passage.text.count(COUNT) <= LONGEST:
        return
    changed = changed_slots(passage)
    own = [
        slot
        for slot in passage.slots
        if slot.kind == COUNT and slot.index not in changed and not slot.mention.approximate
    ]
    for unit in dict.fromkeys(str(slot.mention.unit) for slot in own):
        column = [slot for slot in own if str(slot.mention.unit) == unit]
        for run in _runs(passage, column):
            yield from _of(texts, index, run, column)


def _runs(passage: Passage, column: list[Slot]) -> Iterator[tuple[Slot, ...]]:
    """The longest lists of *column*, each count as far from the next one as all others."""
    position = 0
    while position < len(column):
        run = [column[position]]
        for slot in column[position + 1 :]:
            stride = slot.index - run[-1].index
            like = len(run) == 1 or stride == run[-1].index - run[-2].index
            if not like or stride > _WIDEST or not _is_next(passage, run[-1], slot):
                break
            if len(run) > 1 and _sign(passage, run[-1], slot) != _sign(passage, run[-2], run[-1]):
                break
            run.append(slot)
        apart = len(run) > 1 and passage.in_closed_bracket(run[0], run[1])
        if _LEAST <= len(run) <= _MOST and run[0].mention.value > 0 and not apart:
            yield tuple(run)  # 58 人（干部 14 人、消防员 44 人），专职 96 人、文员 12 人: the 44 are inside the 58
        position += max(1, len(run) - 1)


def _sign(passage: Passage, before: Slot, slot: Slot) -> str:
    """How *slot* is joined: by 、 or 和, by a comma, or by a semicolon."""
    words = passage.text[before.at + 1 : slot.at].lstrip("的）")
    found = re.search("[，；、和及与]", words)
    return "" if found is None else "、" if found[0] in "、和及与" else found[0]


def _is_next(passage: Passage, before: Slot, slot: Slot) -> bool:
    """Whether *slot* goes on the list: joined to what stands before it, with nothing but its own columns between."""
    between = passage.slots[before.index + 1 : slot.index + 1]
    if all(one.kind == RATE for one in between[:-1]):
        words = slot.before
    elif all(one.kind != RATE and len(one.before) < _THINGS for one in between[1:]):
        words = between[0].before
    else:
        return False
    return _JOINED.match(words) is not None and _APART.search(words) is None


def _of(texts: Sequence[Passage], index: int, run: tuple[Slot, ...], column: list[Slot]) -> Iterator[Relation]:
    passage = texts[index]
    before = [slot for slot in column if slot.index < run[0].index]
    behind = [
        slot
        for slot in column
        if slot.index > run[-1].index and _BEHIND.search(slot.before) and "占" not in label_of(slot)
    ]  # a 人、b 人，占总数 c 人的 P: no total of the two
    earlier = [slot for one in texts[max(0, index - _BACK) : index] for slot in one.slots if slot.kind == COUNT]
    later = [slot for one in texts[index + 1 : index + 2] for slot in one.slots if _BEHIND.search(slot.before)]
    if not any("退" in label_of(part) for part in run):  # 在编 44 人，其中…。退休人员合计 11 人
        behind, later = ([slot for slot in group if "退" not in label_of(slot)] for group in (behind, later))
    pool = [slot for slot in (*before, *behind, *earlier, *later) if same_kind(slot, run[0])]
    pool = [slot for slot in pool if not slot.mention.approximate]
    if any(adds_up(total, run) for total in pool) or any(adds_up(run[0], run[1:]) for _ in run[:1]):
        return
    if (
        _is_rounded_whole(passage, run)
        or _of_another_unit(passage, run, before)
        or _sorted_twice(run, [*earlier, *before])
    ):
        return
    if any(adds_up(total, run[:length]) for total in pool for length in range(2, len(run))):
        return
    onward = [slot for slot in column if slot.index >= run[0].index][: _MOST + len(run)]
    if any(adds_up(total, onward[:length]) for total in pool for length in range(len(run) + 1, len(onward) + 1)):
        return  # 局机关在职 a、离休 b、退休 c，中心 d，所 e: the list goes on behind the comma
    near = [*before[::-1], *behind] or [*earlier[::-1], *later]
    if _EXCEEDED.search(passage.text):  # 计划 600 人。一季度 a 人，二季度 b 人，超额完成
        near = [slot for slot in near if not _PLANNED.search(label_of(slot))]
    near = [slot for slot in near if _is_alike(slot, run[0]) and not _is_told_in_parts(slot, column)]
    most = max(part.mention.value for part in run)
    found: list[tuple[Slot, tuple[Slot, ...]]] = [
        (slot, run) for slot in near if slot.mention.value > most or slot in behind or slot in later
    ]
    opens = len(run) > _LEAST and not _DEGREE.search(label_of(run[0])) and not passage.in_closed_bracket(run[0], run[1])
    goes_on = run[0].index > 0 and _STOP.search(run[0].before) is None  # 26 个项目中进展正常的 19 个
    inside = None if goes_on else _INSIDE.search(label_of(run[0]))
    sorted_by = is_first_kind(run[0].before)
    if opens and not inside and not sorted_by and run[0].mention.value > max(part.mention.value for part in run[1:]):
        found.append((run[0], run[1:]))
    strict = {run[0].mention.start}  # a list whose first count is its total says so by nothing but arithmetic
    found = [one for one in found if one[0].mention.start not in strict or _close(*one)]
    apart = {slot.mention.start for slot in earlier}
    sorted_ = _SORTED.search(run[0].before) is not None
    found = [one for one in found if one[0].mention.start not in apart or sorted_ or _beyond(*one)]
    found = [
        one
        for one in found
        if not (overlapping(_told_apart(passage, one[1])) or _retired(*one) or _of_other_row(column, *one))
    ]
    found = [one for one in found if not _of_others(label_of(one[0]), [label_of(part) for part in one[1]])]
    found = [one for one in found if not _beside_office(passage, *one) and not _OTHERS.search(one[1][0].before)]
    meant = [one for one in found if nearly_whole(*one, _names(passage, one[1])) and _open(passage, one[1])]
    if inside is not None:
        named = [inside["whole"] in (told := label_of(one[0])) and not _OTHER_YEAR.search(told) for one in meant]
        meant = [one for one, is_named in zip(meant, named, strict=True) if is_named]
    if len({total.mention.value for total, _ in meant}) == 1:
        yield judge_sum(Sum(*meant[0]), "error")


def _of_other_row(column: Sequence[Slot], total: Slot, run: tuple[Slot, ...]) -> bool:
    """发放 a、b、c 份，收回 d、e、f 份，合计 T 份: the total is that of the row right in front of it."""
    if total not in column or total.index < run[-1].index:
        return False
    before = [slot for slot in column if run[-1].index < slot.index < total.index]
    return bool(before) and before[-1].index > 0 and goes_on(before[-1])


def _is_rounded_whole(passage: Passage, run: tuple[Slot, ...]) -> bool:
    """受理 1.46 万件，其中甲 6820 件、乙 2715 件…: the total in front is told in a larger unit, and holds."""
    whole = passage.slots[run[0].index - 1] if run[0].index else run[0]
    return whole is not run[0] and same_kind(whole, run[0]) and adds_up(whole, run)


def _is_alike(slot: Slot, part: Slot) -> bool:
    return same_kind(slot, part) and str(slot.mention.unit) == str(part.mention.unit)


def _is_told_in_parts(slot: Slot, column: Sequence[Slot]) -> bool:
    """其中 640 座分布在甲 212 座、…, 一次合格 634 座，其余 6 座: the total has parts of its own right behind it."""
    behind = [one for one in column if one.index > slot.index and same_kind(one, slot)]
    return slot in column and opens_its_parts(slot, behind[:_MOST])


def _of_others(total: str, parts: Sequence[str]) -> bool:
    return in_post(total, parts) or of_answers_alone(total, "".join(parts))


def _sorted_twice(run: tuple[Slot, ...], before: Sequence[Slot]) -> bool:
    """本地 142 人、外来 58 人；骑车 96 人，坐车 71 人，其余 33 人: two ways to sort the same people."""
    whole = sum(slot.mention.value for slot in run)
    return any(a.mention.value + b.mention.value == whole for a, b in pairwise(before) if same_kind(a, run[0]))


def _of_another_unit(passage: Passage, run: tuple[Slot, ...], before: Sequence[Slot]) -> bool:
    """设备 1846 台（套），其中电梯 902 台、压力容器 486 台…: all of them make a number that is counted otherwise."""
    together = sum((part.mention.value for part in (*before[-1:], *run)), Fraction(0))
    return any(slot.kind == COUNT and slot.mention.value == together for slot in passage.slots[: run[0].index])


def _retired(total: Slot, parts: tuple[Slot, ...]) -> bool:
    """离退休 29 名；正高 4 名，副高 8 名: titles are told of those in post."""
    return "退" in label_of(total) and all(_TITLES.search(label_of(part)) for part in parts)


def _beside_office(passage: Passage, total: Slot, parts: tuple[Slot, ...]) -> bool:
    """局机关及所属 4 个单位：行政 1 个、参公 1 个、事业 3 个: the office is one of the kinds, and not of the four."""
    words = passage.text[max(0, total.at - _NEAR) : total.at]
    return sum(part.mention.value for part in parts) == total.mention.value + 1 and _OFFICE.search(words) is not None


def _beyond(total: Slot, parts: tuple[Slot, ...]) -> bool:
    """A total told a sentence before: the parts are more than it, or two swapped digits part them."""
    over = sum(part.mention.value for part in parts) > total.mention.value
    terms = [(1, part) for part in parts]
    return over or any(one.name == SWAPPED for one in slips_in(terms, total, swapped=2, digit=99))


def _close(total: Slot, parts: tuple[Slot, ...]) -> bool:
    rest = abs(total.mention.value - sum(part.mention.value for part in parts))
    return rest * 20 <= total.mention.value or is_complete([label_of(part) for part in parts])


def _names(passage: Passage, parts: tuple[Slot, ...]) -> list[str]:
    """What the parts are called; in rows of several columns what stands before the row's first figure."""
    if len(set(map(label_of, parts)) - {""}) > 1 and all(map(label_of, parts)):
        return []
    width = parts[1].index - parts[0].index
    return [label_of(passage.slots[max(0, part.index - width + 1)]) for part in parts]


def _told_apart(passage: Passage, parts: tuple[Slot, ...]) -> list[str]:
    """小学 74 所、学生 18235 人，初中 15 所、学生 8410 人: the names of the rows, where a column's is always one."""
    labels = [label_of(part) for part in parts]
    return labels if len(set(labels)) > 1 else _names(passage, parts) or labels


def _open(passage: Passage, parts: tuple[Slot, ...]) -> bool:
    """Whether the list says of itself that it goes on (等)."""
    behind = re.match("^(?:等|、[^，。；]{1,16}等|[，；](?:另|其余|其他|还有|此外|余下))", passage.after(parts[-1]))
    return behind is None and not re.search("主要|例如|尤其", label_of(parts[0]))
