"""Announced compositions: a total, a cue (其中, 包括, 分别为, brackets, 按…划分), and the parts that follow.

A composition carries its readings: the natural one first, then shorter lists and lists without the sub-items of
nested 其中. Arithmetic chooses among them; nothing here computes more than sums.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of, role_of
from hengji.checks.relations.narrative.sums.cues import CUE, among, cue_of, is_among
from hengji.checks.relations.narrative.sums.nearly_whole import nearly_whole
from hengji.checks.relations.narrative.sums.partitions import is_sorted
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import NESTED, natural_reading, readings_of
from hengji.checks.relations.narrative.sums.scopes import (
    is_base,
    new_scope,
    outside_brackets,
    total_before,
    total_by_name,
    total_in_front,
)
from hengji.checks.relations.narrative.sums.traits import TRAITS
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.verdicts import same_kind

__all__ = ["Composition", "compositions"]

_STARTS = re.compile(
    r"^(?:其中|分别(?:[为是]|用于)|具体|包括|按[^，。；：]{1,16}?(?:划分|分类|分|性质|来源|用途|科目)(?:来看)?[，：])"
)
_VAGUE = re.compile(r"主要(?!领导|负责|干部)|重点(?!项目)|特别是|尤其|例如|比如|如：|等(?!级|次)")
_SOME = re.compile("(?:涉及|主要[是为]|集中[在于]|分布在)[^。；：]{1,40}等[^，。；：]{0,8}，$")
_APART = re.compile(r"上年(?!末?(?:结转|结余))|去年|下属|另有?|此外|同时|预计|计划投资|拟")
_CAME_FROM = re.compile(r"(?:由|从)(?:年初|上年|去年|原来?)?的?(?:预算)?$")
_ASIDE = re.compile(r"（[^（）]*）")
_OF_SOME = re.compile("^(?:加起来|合计|共计?|相加|加总|之和|总和)[^，。；：]{0,2}$")
_THESE = re.compile("(?:上述|以上|前述)[^，。；：]{0,6}(?:加起来|合计|共计?|相加|加总|之和|总和)[^，。；：]{0,2}$")
_OPEN_END = re.compile(
    r"(?:[、和及与][^，。；]{1,16})?等|"
    r"[、，；](?:其余|余下|剩余|其[他它](?=[的均都为是系]))[^，。；\ue000-\ue005]{2,20}[，。；]"
)
_RETIRED = re.compile(r"退休|离休|遗属|抚恤|退职")
_SPENT_ON = re.compile(r"^[，（](?:主要|具体)?(?:包括|用于|是用于|是|为|有|含|列支)：?[^；]*；")
_REASON = re.compile(r"^[^；]{0,24}?主要(?:原因|是(?:由于|因))[^；]*；")
_DONE = re.compile(
    r"[，；。](?:20\d\d年度?|截至[^，]{0,12}|目前|已|累计|当年|本年度?|全年|实际|年内|年底|年末|上半年|期末|至今|已经|现|共|累积)+(?:完成|支付|到位|使用|执行|拨付|报账)[^，。；：、]{0,6}$"
)
_COLUMN = re.compile(
    r"^[，；](?:年初|全年|调整后?的?|当年|本年度?)?(?:预算|计划|概算)(?:数|安排|总?额|金额)?(?:为|是|：)?$"
)
_MEAN = re.compile(
    r"(?:^|[，。；：（、])[^，。；：（、]{0,6}(?:平均|人均|户均|[村场次件个人户项]均|每|单价|标准)[^，。；：、]{0,10}$"
)
_MEAN_ALONE = re.compile("平均|[人户亩村件次]均|均价|单价|每")
_MOST = 40  # figures of a list, two for each part where it tells things and their money
_OTHERS = 4
_PAIR, _LISTED = 2, 3
_SHARES = 2  # shares of the total, one fewer of which may stand between it and its bracket
_NEAR = 8  # figures from a total to its first part; what stands between are rates and changes


@dataclass(frozen=True, slots=True)
class Composition:
    """`exhaustive`: the cue promises every part (包括, 分别为); `certain`: nothing else the scope could be; `bounded`:
    nor could it be but for parts left out (主要包括, 等); `others`: figures of the sentence, in front of the total,
    that the parts may make up instead; `earlier`: of the sentence before."""

    passage: Passage
    total: Slot
    readings: tuple[tuple[Slot, ...], ...]
    exhaustive: bool
    certain: bool
    by: bool = False
    bounded: bool = False
    others: tuple[Slot, ...] = ()
    earlier: tuple[Slot, ...] = ()

    def names(self, parts: Sequence[Slot]) -> list[str]:
        """What the parts are called: the words in front, or behind where none are (9 个项目等级为“优”)."""
        return [
            label_of(part)
            or _counted_rest(self.passage, part)
            or re.split("[，。；：、（]", self.passage.after(part))[0]
            for part in parts
        ]


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where the parts stand: the depth of brackets at each figure of the passage, and at the total."""

    passage: Passage
    depths: list[int]
    outer: int

    def nested(self, items: Sequence[Slot]) -> frozenset[int]:
        """The figures of *items* in front of which a list of sub-items is opened, whatever is counted between."""
        text = self.passage.text
        return frozenset(b.index for a, b in pairwise(items) if NESTED.search(_ASIDE.sub("", text[a.at + 1 : b.at])))

    def ends(self, parts: Sequence[Slot], following: Slot) -> bool:
        """Whether a semicolon stands behind the parts, or a comma where none stands between three of them and more."""
        behind = self.joint(parts[-1], following)
        listed = len(parts) >= _LISTED and not any(self.joint(*pair) for pair in pairwise(parts))
        return behind == "；" or (behind == "，" and listed)

    def joint(self, a: Slot, b: Slot) -> str:
        """The stop between two figures, the deepest."""
        between = self.passage.text[a.at : b.at]
        return next((stop for stop in "；，" if stop in between), "")


def compositions(passage: Passage, before: Passage | None = None) -> Iterator[Composition]:
    """Every composition that *passage* announces; one that begins with 其中 has its total in the sentence *before*."""
    plain = [slot for slot in plain_slots(passage) if not is_base(passage, slot)][: 4 * _MOST]
    depths = _depths(passage)
    by_total: Slot | None = None
    outside = False
    for position, first in enumerate(plain):
        cue = cue_of(passage, plain, position)
        by = cue is not None and bool(cue["by"])
        if position == 0:
            cue = cue or (among(first) if total_by_name(passage, before, first) is not None else None)
            if cue is None or len(plain) < _PAIR or not (is_among(cue) or _STARTS.match(passage.text)):
                continue
            total, certain = _told_before(passage, before, plain, cue)
            outside = True
        else:
            opened = _opens(passage, plain[position - 1], first)
            opened = opened and depths[first.index] > depths[plain[position - 1].index]
            if cue is None and not opened:
                continue
            if _CAME_FROM.search(first.before) or _of_net_change(passage, first):
                continue  # 调减 24600 万元，其中甲由 82500 万元调减为 57700 万元: two years of one part
            if by and by_total is None and _sorted_before(passage, first):
                continue  # 按甲分 a、b；按乙分 c、d: the total of the first list was not found, nor is it the second's
            outer = outside_brackets(plain[:position], depths, depths[first.index])
            total, certain = (by_total if by and by_total is not None else total_in_front(outer, first)), True
            outside = outside and total is by_total
        by_total = total if by else by_total
        if total is None or not _related(total, first, cue is None) or _other_side(total, first, cue):
            continue
        if _MEAN_ALONE.search(label_of(total)):
            continue  # 人均收入 A，其中城镇 a、农村 b: means are not added
        scope = _Scope(passage, depths, 0 if outside else depths[total.index])
        found = _composition(total, plain[position : position + _MOST], cue, scope)
        if found is not None:
            open_end = _OPEN_END.match(passage.after(found.readings[0][-1])) is not None
            others = _like(total, plain[:position])
            earlier = _like(total, plain_slots(before)) if position == 0 and before is not None else ()
            certain = certain and (not is_among(cue) or _is_sorted_list(found))
            bounded = found.bounded and certain
            yield replace(
                found,
                certain=found.certain and bounded and not open_end,
                bounded=bounded,
                others=others,
                earlier=earlier,
            )


def _of_net_change(passage: Passage, first: Slot) -> bool:
    """净增 28 家，其中新升规 52 家、退库 24 家: what came and went makes up the change, not what there is."""
    behind = passage.slots[first.index - 1]
    return behind.index in changed_slots(passage) and "净" in behind.before and same_kind(behind, first)


def _like(total: Slot, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    return tuple(one for one in slots if one is not total and same_kind(one, total))[-_OTHERS:]


def _told_before(
    passage: Passage, before: Passage | None, plain: list[Slot], cue: re.Match[str]
) -> tuple[Slot | None, bool]:
    """The total in the sentence before, by its name where 在…中 calls it."""
    if is_among(cue):
        return total_by_name(passage, before, plain[0]), True
    total, certain = total_before(passage, before, plain)
    return (None, False) if cue["by"] and total is not None and _is_of_some(before, total) else (total, certain)


def _is_of_some(before: Passage | None, total: Slot) -> bool:
    """前三位是甲、乙、丙，三项加起来 T。按性质分：a，b: what some of them make is not all that is sorted anew."""
    how_many = before.slots[total.index - 1] if before is not None and total.index else None
    counted = how_many is not None and how_many.kind == COUNT and _OF_SOME.match(total.before) is not None
    return counted or _THESE.search(total.before) is not None


def _is_sorted_list(found: Composition) -> bool:
    """Whether each of the whole is in one part only: by the words, or where hardly any is left over and none is told
    of a trait that many have (女性, 党员)."""
    parts = found.readings[0]
    names = found.names(parts)
    traits = any(trait.search(name) for name in names for trait in TRAITS)
    return is_sorted(names) or (not traits and len(parts) >= _LISTED and nearly_whole(found.total, parts))


def _sorted_before(passage: Passage, first: Slot) -> bool:
    """Whether another list, sorted by something else, stands in front in the same sentence."""
    cue = next((match for match in CUE.finditer(passage.text[: first.at - len(first.before)]) if match["by"]), None)
    return cue is not None and not re.search(MONEY + "|" + COUNT, passage.text[: cue.start()])


def _related(a: Slot, b: Slot, bracketed: bool) -> bool:
    """Whether the figures can be added; in a bracket behind a number of people 个 counts people too."""
    if same_kind(a, b):
        return True
    return bracketed and a.kind == b.kind == COUNT and "个" in (a.mention.unit_text, b.mention.unit_text)


def _other_side(total: Slot, first: Slot, cue: re.Match[str] | None) -> bool:
    """收入包括：a、b；支出包括：c、d: what is spent is no part of the last income."""
    clause = re.split("[，。；：（]", first.before[: cue.start()])[-1] if cue is not None else ""
    sides = [set(re.findall("收入|支出", words)) for words in (label_of(total), clause)]
    if cue is not None and cue["all"] and len(sides[1]) == 1 and not sides[0] and "；" in first.before[: cue.start()]:
        return True  # 收入包括：a、上年结转 b；支出包括：c、d
    return len(sides[0]) == len(sides[1]) == 1 and sides[0] != sides[1] and cue is not None and bool(cue["all"])


def _depths(passage: Passage) -> list[int]:
    depth, found, start = 0, [], 0
    for slot in passage.slots:
        between = passage.text[start : slot.at]
        depth += between.count("（") - between.count("）")
        found.append(depth)
        start = slot.at
    return found


def _opens(passage: Passage, total: Slot, first: Slot) -> bool:
    """T（a X，b Y）: a bracket right behind the total, or behind the total's own share (T，占 P（a X，b Y）)."""
    between = passage.slots[total.index + 1 : first.index]
    own = all(slot.kind == RATE and re.match("^[，、]占", slot.before) for slot in between)
    return own and len(between) < _SHARES and first.before.startswith("（") and "）" not in first.before


def _composition(total: Slot, following: list[Slot], cue: re.Match[str] | None, scope: _Scope) -> Composition | None:
    first = following[0]
    depth = scope.depths[first.index]
    inside = depth > scope.outer
    items: list[Slot] = []
    for slot in following:
        here = scope.depths[slot.index]
        if here < scope.outer or (inside and here < depth) or (slot is not first and new_scope(slot, total)):
            break
        if slot is not first and _DONE.search(slot.before) and not _DONE.search(_opening(first)):
            break  # 其中申请上级 2000 万元，本级 1000 万元，2023 年完成投资 1500 万元
        if slot is not first and cue is not None and cue[0].startswith("含") and "；" in slot.before:
            break  # a 860，含乙 95；丙 420: 含 reaches to the semicolon
        if slot is not first and _COLUMN.match(slot.before) and not _COLUMN.search(_opening(first)):
            break  # 三公 T，其中甲 a、乙 b，预算数 B: what was budgeted for all of it is no part
        mean = slot is not first and _MEAN.search(slot.before)
        if here <= depth and _related(slot, total, cue is None) and not mean:
            items.append(slot)
    everybody = items
    items, mixed = _of_one_column(total, _without_strangers(total, items))
    if not items:
        return None
    natural = natural_reading(total, items, scope.joint)
    readings = readings_of(natural, items, scope.joint, scope.nested(items))
    if len(everybody) > len(items) and not mixed:
        readings = (*readings, tuple(everybody))
    by = cue is not None and bool(cue["by"])
    words = _announcing(natural[0].before, cue) + "".join(map(_own_words, natural[1:]))
    ended = len(natural) == len(items) or scope.ends(natural, items[len(natural)])
    vague = _VAGUE.search(words) is not None
    flat = not any(NESTED.search(_own_words(slot)) for slot in natural[1:])
    named = all(re.search(r"[\u4e00-\u9fff]", slot.before) or _counted_rest(scope.passage, slot) for slot in natural)
    exhaustive = cue is None or bool(cue["all"]) or by
    told = cue is not None and re.match("依次|分别", cue[0]) and re.search("共|总|合计", label_of(total))
    named = named or bool(told and all(slot.before in ("、", "，", "和", "及", "与", "以及") for slot in natural[1:]))
    close = not re.search("[。]", natural[0].before) and (
        natural[0].index - total.index <= _NEAR or natural[0].index == 0
    )
    # 预计需要 T，其中甲预计 a: both are to come
    planned = words.replace("预计", "") if "预计" in total.before else words
    bounded = bool(ended and not _APART.search(planned) and flat and named and close and not mixed)
    return Composition(
        scope.passage, total, readings, exhaustive and not vague, certain=bounded and not vague, by=by, bounded=bounded
    )


def _opening(first: Slot) -> str:
    """The words of the first part behind its cue: 其中2022年支付 is told like ，2023年支付."""
    return "，" + re.sub("^.*其中", "", first.before) if "其中" in first.before else first.before


def _counted_rest(passage: Passage, part: Slot) -> str:
    """The name of 其余 20 项 235.5 万元, where a count stands between the name and the amount."""
    before = passage.slots[part.index - 1] if part.index and not part.before else None
    told = before is not None and before.kind == COUNT and re.search("(?:其余|其他|其它)[^，。；]{0,6}$", before.before)
    return told[0] if told else ""


def _announcing(before: str, cue: re.Match[str] | None) -> str:
    """The clause that holds the cue and what follows it: 7 个重点项目，其中… is no list of what matters most."""
    if cue is not None and _SOME.search(before[: cue.start()]):
        return before  # 18 个，涉及教育、水利等部门，其中…: the list goes on with some of them
    return before if cue is None else re.split("[，。；：（]", before[: cue.start()])[-1] + before[cue.start() :]


def _own_words(slot: Slot) -> str:
    """The words before a part without what the part before it was spent on: “，主要包括工资、奖金等；公用经费”."""
    return _SPENT_ON.sub("；", _REASON.sub("；", _ASIDE.sub("", slot.before)))


def _without_strangers(total: Slot, items: list[Slot]) -> list[Slot]:
    """Pensioners are no part of people in post."""
    if total.kind == COUNT and re.search("在职|编制|在编|在岗", total.before):
        kept = [slot for slot in items if not _RETIRED.search(slot.label)]
        return kept if len(kept) >= 1 else items
    return items


def _of_one_column(total: Slot, items: list[Slot]) -> tuple[list[Slot], bool]:
    """Where budgets and outturns alternate, only the parts of the total's own column; and whether they alternate."""
    roles = [role_of(label_of(slot)) for slot in items]
    if not ("base" in roles and "part" in roles and any("预算" in slot.label for slot in items)):
        return items, False
    own = role_of(label_of(total))
    return [slot for slot, role in zip(items, roles, strict=True) if role == own], True
