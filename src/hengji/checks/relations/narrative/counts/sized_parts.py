"""Things counted by their size, where the sizes of all of them make the total that is told behind: 蓄水池15座，其中200
立方米的5座、100立方米的6座、50立方米的3座，总容积1750立方米.

That the sizes make the total shows that no part is left out, so that the counts of the parts are all there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.relation import Relation

__all__ = ["sized_parts"]

_OF_SIZE: Final = re.compile(r"^）?的?(?:有|共|计|为|：)*$")
_NEXT: Final = re.compile(r"^[，、；和]")
_WHOLE: Final = re.compile(r"^[，；](?:总|合计|共计)[^，。；\ue000-\ue005]{0,8}$")
_PARTS: Final = 2


def sized_parts(passage: Passage) -> Iterator[Relation]:
    """Relations of kind ``count``: the number told in front of 其中 against those of its sizes."""
    if "其中" not in passage.text:
        return
    for total in passage.slots:
        behind = passage.slots[total.index + 1 :]
        if total.kind != COUNT or not behind or not behind[0].before.startswith("，其中"):
            continue
        pairs = _pairs(total, behind)
        whole = behind[2 * len(pairs)] if len(pairs) >= _PARTS and len(behind) > 2 * len(pairs) else None
        if whole is None or not _WHOLE.match(whole.before) or whole.mention.unit != pairs[0][0].mention.unit:
            continue
        sizes = sum((size.mention.value * many.mention.value for size, many in pairs), Fraction(0))
        if sizes == whole.mention.value:
            yield _relation(total, [many for _, many in pairs])


def _pairs(total: Slot, behind: tuple[Slot, ...]) -> list[tuple[Slot, Slot]]:
    """200立方米的5座, 100立方米的6座: as far as size and number follow each other, the number in the total's unit."""
    found: list[tuple[Slot, Slot]] = []
    for size, many in zip(behind[::2], behind[1::2], strict=False):
        joined = not found or _NEXT.match(size.before) is not None
        counted = many.kind == COUNT and many.mention.unit == total.mention.unit and _OF_SIZE.match(many.before)
        alike = size.kind == COUNT and size.mention.unit == behind[0].mention.unit != total.mention.unit
        if not (joined and counted and alike):
            break
        found.append((size, many))
    return found


def _relation(total: Slot, parts: list[Slot]) -> Relation:
    together = sum((part.mention.value for part in parts), Fraction(0))
    right, formula = as_written(together, total.mention), " + ".join(part.mention.text for part in parts)
    holds = together == total.mention.value
    says = "与文中一致" if holds else f"文中为 {number(total.mention)}，而按各规格算出的总量与文中相符"
    message = f"各种规格合计 {right}，{says}。"
    roles = [*(("part", part.mention) for part in parts), ("total", total.mention)]
    return relation("count", "ok" if holds else "error", roles, formula, right, message)
