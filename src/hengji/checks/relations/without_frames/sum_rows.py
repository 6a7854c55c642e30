"""A row of figures beside one that may be their sum: what both are, whether words announce that the row is complete,
and how an error of the sum is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.relations.near_misses import total_of
from hengji.checks.relations.passages import MONEY, Slot
from hengji.checks.relations.slips import as_written, mistaken
from hengji.checks.relations.verdicts import converted, in_words, number, relation
from hengji.facts.relation import Relation, RelationKind

__all__ = ["STRONG", "SumRow", "SumSlip", "is_announced", "sum_relation", "value_of"]

STRONG: Final = re.compile(
    r"(?:合计|共计|总计|合起来|加起来|合在一起|加在一起|一共|[两三四五六七八九十](?:项|笔|家|类|块|处|级|片|批|个|部分)[^，。；]{0,4}(?:累计|合计|共|总))[^，。；]{0,8}$"
)
"""Words of a total that leave nothing else to be meant."""
_ANNOUNCED: Final = re.compile(
    r"^（?[^，。；：（）\ue000-\ue005]{0,4}）?[，。；：]?(?:资金|经费|人员|主要)?"
    r"(?:来源(?:有|是|为)|即(?=[^，。；：]{2})|分布(?:是|为|在)|构成(?:是|为|，)|组成(?:是|为)|明细(?:为|是|如下|：)|具体到每?|去向(?:是|为|：)|用在|花在|用途(?:是|为|：)|分类型|分类别|分层次|分来源|(?:共)?(?:分|有)(?=[两三四五六七八])"
    r"|按[^，。；：]{1,6}(?:分|划分)|具体[是为])(?:[两三四五六七八](?:块|类|项|部分|方面|路|笔))?"
)
"""What leads from a total to all its parts."""
_WORDS: Final = dict(zip("两三四五六七八", range(2, 9), strict=True))


@dataclass(frozen=True, slots=True)
class SumRow:
    """`whole`: all figures of the kind on that side of the total; `apart`: it does not stand beside the total."""

    parts: Sequence[Slot]
    whole: bool
    apart: bool = False


@dataclass(frozen=True, slots=True)
class SumSlip:
    slot: Slot
    meant: Fraction
    name: str


def is_announced(row: SumRow) -> bool:
    """来源有三块：, 分布是: all parts follow, as many as are said."""
    found = _ANNOUNCED.search(row.parts[0].before)
    number = re.search("[两三四五六七八]", found[0]) if found else None
    return found is not None and (len(row.parts) == _WORDS[number[0]] if number else row.whole)


def value_of(slot: Slot, like: Slot) -> Fraction:
    return converted(slot.mention, like.mention.unit)


def sum_relation(parts: Sequence[Slot], total: Slot, slip: SumSlip) -> Relation:
    kind: RelationKind = "sum" if total.kind == MONEY else "count"
    right = as_written(total_of([(1, slot) for slot in parts], total), total.mention)
    formula = " + ".join(in_words(value_of(slot, total)) for slot in parts)
    message = f"{formula} = {right}，文中为 {number(total.mention)}。"
    meant = as_written(slip.meant, slip.slot.mention)
    likely = mistaken(number(slip.slot.mention), meant, slip.name)
    roles = [*(("part", slot.mention) for slot in parts), ("total", total.mention)]
    return relation(kind, "error", roles, formula, right, message, likely)
