"""T，其中 a: a part that is more by itself than the whole it is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.one_composition import Composition
from hengji.checks.relations.narrative.sums.one_sum import Sum
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.unit_slips import with_unit
from hengji.checks.relations.verdicts import converted, interval_of, number, relation, same_kind
from hengji.facts.relation import Relation

__all__ = ["above", "above_before"]

_VIEWS = re.compile("维度|方面|层面|角度|环节|阶段|步骤")
_AMONG = re.compile("^其中[，：]?[^，。；：（]{2,24}$")
_FILL = re.compile("(?:决算|预算|合计|总额|数|为|共|：|完成|实现)+$")
_NOUN = 2  # characters of the noun that a name ends in
_OVER = re.compile(r"^(?:超[出过额]?|多出?|高于|高出|低于|少于|短缺|增加|减少)[^，。；：]{0,10}$")
"""培训 286 人次，超出目标 6 人次；其中取证 268 人次: what is over the goal is no whole."""
_MORE_THAN = re.compile("比[^，。；]{1,10}[多少]$")
"""达到38个，比年初目标多2个，其中……: what is over a goal is no whole either."""
_GROSS = re.compile("原[值价]|账面余额|毛[额值]|含税")
"""资产总额 A，其中固定资产原值 b，累计折旧 c: what was paid once may be more than what all is worth now."""
_ANOTHER = re.compile("；|小于|大于|多于|少于|之和|^，?(?:同时|并|还|另)?(?:完成|开展|组织|举办|建成|发放|培训|改造)")
"""What opens another statement: 收集资源 286 份，其中野生 37 份，完成鉴定 1150 份."""


def above(one: Composition, natural: Sum) -> Relation | None:
    """T，其中 a: a part of the same unit, right behind its total, that is more than the whole."""
    total, whole = natural.total, natural.total.mention.value
    part = next((one for one in natural.parts if converted(one.mention, total.mention.unit) > whole), natural.parts[0])
    alike = str(total.mention.unit) == str(part.mention.unit) or total.kind != COUNT
    first = natural.parts[0]
    beside = re.search(r"[，：；（]其中[，：]?[^，。；（]{0,24}$", first.before) and _shares_between(one, natural)
    if (
        _OVER.search(label_of(total))
        or _MORE_THAN.search(total.before)
        or _of_both_before(one, total, part)
        or re.search("[年月日人户]均|平均|每", label_of(total))
        or _of_earlier(one, total, part)
        or (_GROSS.search(label_of(part)) and not _GROSS.search(label_of(total)))
    ):
        return None
    if "原值" in label_of(part) and "原值" not in label_of(total):
        return None  # 资产总额 T，其中固定资产原值 a: what has been written off is in the one alone
    if _VIEWS.match(one.passage.after(total)):
        return None  # 从决策、过程、产出、效益四个维度设计，其中二级指标 16 个
    apart = part is not first and (
        _ANOTHER.search(part.before) is not None or "；" in one.passage.text[first.at : part.at]
    )
    if apart or not alike or not beside or interval_of(part.mention, total.mention.unit).low <= total.mention.value:
        return None
    return _exceeds(total, part)


def above_before(passage: Passage, before: Passage) -> Iterator[Relation]:
    """T，完成预算的…。其中，a: the same over the stop, where the sentence before tells one amount of that name only."""
    first = passage.slots[0] if passage.slots else None
    if first is None or first.kind != MONEY or not _AMONG.match(first.before):
        return
    totals = [slot for slot in plain_slots(before) if slot.kind == MONEY]
    if len(totals) != 1 or first.index in changed_slots(passage) or not same_kind(first, totals[0]):
        return
    total = totals[0]
    if first.mention.unit != total.mention.unit:
        return  # 2996.35元，其中 438.20万元: a slip of the unit, which is told as one
    names = [_FILL.sub("", label_of(one)) for one in (total, first)]
    alike = len(names[0]) > _NOUN and names[0][-_NOUN:] == names[1][-_NOUN:]
    gross = _GROSS.search(names[1]) is not None or re.search("[年月日人户]均|平均|每", names[0]) is not None
    if alike and not gross and interval_of(first.mention, total.mention.unit).low > total.mention.value:
        yield _exceeds(total, first)


def _exceeds(total: Slot, part: Slot) -> Relation:
    told = f"{label_of(total)}{number(total.mention)}"
    message = f"“其中”的{label_of(part).removeprefix('其中')}{number(part.mention)}大于全部（{told}）。"
    roles = [("part", part.mention), ("total", total.mention)]
    found = relation("sum", "error", roles, "部分 ≤ 全部", f"≤ {number(total.mention)}", message)
    return with_unit(found, [part.mention, total.mention], lambda values: values[0] == values[1])


def _shares_between(one: Composition, natural: Sum) -> bool:
    """Whether the first part stands behind its total, with no more than the total's own share between them."""
    between = one.passage.slots[natural.total.index + 1 : natural.parts[0].index]
    return not between or (
        all(slot.kind == RATE and "占" in slot.before for slot in between) and "；" not in natural.parts[0].before
    )


def _of_both_before(one: Composition, total: Slot, part: Slot) -> bool:
    """市级 a 户、省级 b 户，其中市级以上的 a + b 户: what the two in a row make is a part of neither."""
    before = one.passage.slots[total.index - 1] if total.index else None
    joined = before is not None and total.before.startswith("、") and before.mention.unit == total.mention.unit
    return before is not None and joined and before.mention.value + total.mention.value == part.mention.value


def _noun_behind(passage: Passage, slot: Slot) -> str:
    """社区 in 2个社区: what a count has behind it, as long as it tells one kind of thing from another."""
    noun = re.match(r"[\u4e00-\u9fff]{1,2}", passage.after(slot)) if slot.kind == COUNT else None
    return noun[0][:1] if noun else ""


def _of_earlier(one: Composition, total: Slot, part: Slot) -> bool:
    """原值 A，累计折旧 B；其中在用部分原值 c: c is named like A, not like the figure right in front of it."""
    name, noun = label_of(part), _noun_behind(one.passage, part)
    nouns = {_noun_behind(one.passage, slot) for slot in one.passage.slots[: total.index]}
    if noun in nouns and noun and _noun_behind(one.passage, total) not in ("", noun):
        return True  # 8个村、2个社区，其中5个村
    return any(
        other.mention.value >= part.mention.value
        and len(label_of(other)) >= _NOUN
        and label_of(other)[-_NOUN:] in name
        and label_of(total)[-_NOUN:] not in name
        for other in one.others
    )
