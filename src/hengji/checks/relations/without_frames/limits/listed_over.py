"""A total, and behind a colon as many as there are in each place: 工程12处，分布在6个乡镇：石塘镇3处、大坪镇3处、….

A list behind a colon leaves nothing out: what stands in it, all of one unit, makes the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.relations.near_misses import Terms, holds, total_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import apart, is_last_years, is_planned, is_quantity
from hengji.facts.relation import Relation, RelationKind

__all__ = ["listed_over"]

_NAME: Final = re.compile(r"^[村户处人所个]?[、，；]?(?:以?及|和)?[\u4e00-\u9fff“”]{2,10}$")
_OPEN: Final = re.compile(r"(?:其中|包括|主要|重点|例如|如|较大|前[三四五六七八九十])[^：]{0,10}：")
_END: Final = re.compile(r"^[村户处人所个]?[，。；）)、]|^$")
_MORE: Final = re.compile("还|另|其余|余下|剩")
_FEWEST: Final = 3
_BACK: Final = 3
_FAR: Final = Fraction(6, 5)


def listed_over(passage: Passage, settled: set[int]) -> Iterator[Relation]:
    """Relations of kinds ``count`` and ``sum``, errors all."""
    for first in passage.slots:
        if "：" not in first.before or _OPEN.search(first.before) or not is_quantity(first):
            continue
        parts = _list(passage, first)
        front = [slot for slot in passage.slots[max(0, first.index - _BACK) : first.index] if same_kind(slot, first)]
        front = [slot for slot in front if str(slot.mention.unit) == str(first.mention.unit) and is_quantity(slot)]
        if len(front) > 1:
            nouns = {_noun(passage, slot)[:1] for slot in parts}
            front = [slot for slot in front if len(nouns) == 1 and _noun(passage, slot).endswith(tuple(nouns))]
        if len(parts) < _FEWEST or len(front) != 1:
            continue
        total = front[0]
        strange = apart(total) or is_last_years(passage, total) or is_planned(passage, total)
        if strange or {slot.mention.start for slot in parts} <= settled:
            continue
        terms: Terms = [(1, slot) for slot in parts]
        right = total_of(terms, total)
        if not holds(terms, total) and 1 / _FAR <= right / total.mention.value <= _FAR:
            yield _relation(parts, total, right)


def _noun(passage: Passage, slot: Slot) -> str:
    """行政村 behind 20个, 村 behind 4个."""
    found = re.match("[\u4e00-\u9fff]{1,4}", passage.after(slot))
    return found[0] if found else ""


def _list(passage: Passage, first: Slot) -> list[Slot]:
    """The figures from *first* on, each behind a short name and a comma; to where the clause ends."""
    parts = [first]
    mark = ""
    for slot in passage.slots[first.index + 1 :]:
        found = re.search("[、，；]", slot.before[:2])
        if found is None or found[0] != (mark or found[0]):
            break  # a、b；c: the list is over
        mark = found[0]
        alike = same_kind(slot, first) and str(slot.mention.unit) == str(first.mention.unit)
        if not alike or _NAME.match(slot.before) is None or slot.kind not in (COUNT, MONEY):
            break
        parts.append(slot)
    following = passage.slots[parts[-1].index + 1 : parts[-1].index + 2]
    goes_on = any(same_kind(slot, first) and _MORE.search(slot.before) for slot in following)
    return parts if _END.match(passage.after(parts[-1])) and not goes_on else []


def _relation(parts: Sequence[Slot], total: Slot, right: Fraction) -> Relation:
    kind: RelationKind = "sum" if total.kind == MONEY else "count"
    shown = as_written(right, total.mention)
    formula = " + ".join(in_words(converted(slot.mention, total.mention.unit)) for slot in parts)
    message = f"所列各处之和为 {shown}，文中为 {number(total.mention)}。"
    roles = [*(("part", slot.mention) for slot in parts), ("total", total.mention)]
    return relation(kind, "error", roles, formula, shown, message, "总数或其中一处误写。")
