"""One composition: a total and the parts behind it, how far their list goes and what in it is no part.

A composition carries its readings: the natural one first, then shorter lists and lists without the sub-items of
nested 其中. Arithmetic chooses among them; nothing here computes more than sums.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hengji.checks.relations.naming import label_of, role_of
from hengji.checks.relations.narrative.sums.readings import NESTED, natural_reading, readings_of
from hengji.checks.relations.narrative.sums.scopes import new_scope
from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.verdicts import same_kind

__all__ = ["Composition", "Scope", "are_addable", "composition_of"]

_VAGUE = re.compile(r"主要(?!领导|负责|干部)|重点(?!项目)|特别是|尤其|例如|比如|如：|等(?!级|次)")
_SOME = re.compile("(?:涉及|主要[是为]|集中[在于]|分布在)[^。；：]{1,40}等[^，。；：]{0,8}，$")
_APART = re.compile(r"上年(?!末?(?:结转|结余))|去年|下属|另有?|此外|同时|预计|计划投资|拟")
_ASIDE = re.compile(r"（[^（）]*）")
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
_LISTED = 3
_NEAR = 8  # figures from a total to its first part; what stands between are rates and changes


_NAME_ENDS = re.compile("[，。；：、（]")
_JOINT = re.compile("[、，；]$")


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
        """What the parts are called: the words in front, or behind where none are (9 个项目等级为“优”), or where every
        joint is followed by a figure (8 项完成、1 项未完成)."""
        behind = [_NAME_ENDS.split(self.passage.after(part))[0] for part in parts]
        if len(parts) > 1 and all(behind) and all(_JOINT.search(part.before) for part in parts[1:]):
            return behind
        return [
            label_of(part) or _counted_rest(self.passage, part) or _NAME_ENDS.split(self.passage.after(part))[0]
            for part in parts
        ]


@dataclass(frozen=True, slots=True)
class Scope:
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


def are_addable(a: Slot, b: Slot, bracketed: bool) -> bool:
    """Whether the figures can be added; in a bracket behind a number of people 个 counts people too."""
    if same_kind(a, b):
        return True
    return bracketed and a.kind == b.kind == COUNT and "个" in (a.mention.unit_text, b.mention.unit_text)


def composition_of(total: Slot, following: list[Slot], cue: re.Match[str] | None, scope: Scope) -> Composition | None:
    """The composition of *total* and what stands behind it; None where none of that can be its part."""
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
        if here <= depth and are_addable(slot, total, cue is None) and not mean:
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
