"""A total of things that it names or counts: 在职 159 人；离退休 87 人；在职与离退休合计 246 人; 以上三项共 T."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum, one_slip_away
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.passages import Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["named_totals"]

_NAME = r"[\u4e00-\u9fff“”]{2,12}?"
_TOTAL = re.compile(
    rf"(?:^|[，。；：（])(?P<names>{_NAME}(?:、{_NAME}){{0,4}}(?:和|与|及|以及|加上?){_NAME})"
    r"(?:[两二三四]项|[两二三四]者|人员|经费|支出|收入|资金)?(?:合计|共计|总计|合起来|之和|加总)(?:为|是|达|共|：)*$"
)
_ABOVE = re.compile(
    r"(?:以上|上述|前述|这)(?P<many>[两二三四五六七八九十]|\d{1,2})(?:项|类|部分|方面|块|笔|个方面)[^，。；：、\ue000-\ue005]{0,8}?"
    r"(?:合计|共计|总计|累计|总共|共)[^，。；：、\ue000-\ue005]{0,6}$"
)
_JOIN = re.compile("、|以及|加上|[和与及加]")
_SHEETS = re.compile("[问答]卷|收回|回收|有效")
_BACK = 2  # passages before the total
_NEAR = 6  # figures of which two may be the ones that are named


def named_totals(texts: Sequence[Passage], index: int, kind: str) -> Iterator[Relation]:
    """Every such total of *kind* in passage *index*; each thing named once and found once."""
    passage = texts[index]
    for total in passage.slots:
        above = _ABOVE.search(total.before) if total.kind == kind and not total.mention.approximate else None
        if above is not None:
            yield from _of_the_last(_before(texts, index, total), above["many"], total)
            continue
        match = _TOTAL.search(total.before) if total.kind == kind and not total.mention.approximate else None
        if match is None:
            continue
        pool = _before(texts, index, total)
        names = [name.strip("“”") for name in _JOIN.split(match["names"])]
        parts = [_called(name, pool) for name in names if name]
        found = tuple(part for part in parts if part is not None)
        if _asks_anew(texts[index], total, found) or any(adds_up(total, two) for two in combinations(pool[:_NEAR], 2)):
            continue
        if len(found) == len(parts) == len({part.mention.start for part in found}) > 1:
            yield judge_sum(Sum(total, found), "error")


def _asks_anew(passage: Passage, total: Slot, parts: Sequence[Slot]) -> bool:
    """教师问卷收回 500 份，非常满意和满意合计 458 份: the sentence has questionnaires of its own, and the degrees told
    before it are those of others."""
    own = passage.slots[: total.index]
    return any(_SHEETS.search(slot.label) for slot in own) and not any(part in own for part in parts)


def _of_the_last(pool: Sequence[Slot], many: str, total: Slot) -> Iterator[Relation]:
    """以上三项共 T: the last three figures, which are all that their sentences hold of the kind."""
    count = whole_number(many)
    parts = tuple(reversed(pool[:count]))
    if count > 1 and len(parts) == count:
        found = Sum(total, parts)
        if adds_up(total, parts) or (len(pool) == count and one_slip_away(found)):
            yield judge_sum(found, "error")


def _before(texts: Sequence[Passage], index: int, total: Slot) -> list[Slot]:
    """The figures that may be meant, nearest first."""
    changed = changed_slots(texts[index])
    own = [slot for slot in reversed(texts[index].slots[: total.index]) if slot.index not in changed]
    earlier = [slot for one in reversed(texts[max(0, index - _BACK) : index]) for slot in reversed(one.slots)]
    return [slot for slot in (*own, *earlier) if same_kind(slot, total) and not slot.mention.approximate]


def _called(name: str, pool: Sequence[Slot]) -> Slot | None:
    """The nearest figure whose own words end in *name*, or begin with it where no figure's do."""
    ending = re.compile(rf"(?<!不){re.escape(name)}(?:人员|人数|经费|支出|收入|资金|数|共|有|为|是|：)*$")
    return next((slot for slot in pool if ending.search(slot.label)), None)
