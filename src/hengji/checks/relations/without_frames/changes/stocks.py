"""What there was, what came and what went: 年初纸质藏书 A 册，全年新增 B 册，没有剔旧，年末达到 C 册."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.relations.near_misses import Terms, holds, total_of
from hengji.checks.relations.passages import Passage, Slot
from hengji.checks.relations.slips import as_written, mistaken, shape
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.facts.relation import Relation, RelationKind

__all__ = ["stocks"]

_FIRST: Final = re.compile("年初(?!预算|计划|目标|安排|确定|下达|批复)|期初|上年末|去年底|上年底|原有|年初有")
_IN: Final = re.compile(
    "新增|增加|购入|新购|入藏|新入|购置|转入|新招|招录|调入|增补|归集|缴存|交存|归还|计提|注入|拨入|收入|收取|结息|利息"
)
_OUT: Final = re.compile(
    "减少|报废|剔旧|剔除|注销|退出|处置|转出|调出|核销|下架|毕业|退役|使用|支用|支出|支付|划转|发放|提取|拨出|垫付|代偿"
)
_LAST: Final = re.compile("年末|期末|年底|现有|年终")
_INNER: Final = re.compile("其中|包括|包含|含")  # a part of what came is not to be added to it
_ROLES: Final = 4
_FAR: Final = Fraction(5, 4)


def stocks(passage: Passage, settled: set[int]) -> Iterator[Relation]:
    """Relations of kinds ``difference``, errors all, where there is one first and one last of a unit, told in order."""
    own = [slot for slot in passage.slots if is_quantity(slot) and not slot.mention.is_rate]
    for first in own:
        if _FIRST.search(first.label) is None:
            continue
        alike = [slot for slot in own if slot.index > first.index and same_kind(slot, first)]
        last = next((slot for slot in alike if _LAST.search(slot.label)), None)
        if last is None or {first.mention.start, last.mention.start} <= settled:
            continue
        between = [slot for slot in alike if slot.index < last.index]
        signs = [1 if _IN.search(slot.label) else -1 if _OUT.search(slot.label) else 0 for slot in between]
        inner = any(_INNER.search(slot.before) for slot in (*between, last))
        if not between or 0 in signs or len(between) > _ROLES or inner:
            continue
        terms: Terms = [(1, first), *zip(signs, between, strict=True)]
        right = total_of(terms, last)
        if right > 0 and not holds(terms, last) and 1 / _FAR <= right / last.mention.value <= _FAR:
            yield _relation(terms, last, right)


def _relation(terms: Sequence[tuple[int, Slot]], last: Slot, right: Fraction) -> Relation:
    kind: RelationKind = "difference"
    shown = as_written(right, last.mention)
    formula = " ".join(
        f"{'+' if sign > 0 else '−'} {in_words(converted(slot.mention, last.mention.unit))}" for sign, slot in terms
    ).removeprefix("+ ")
    message = f"{formula} = {shown}，文中年末为 {number(last.mention)}。"
    likely = mistaken(number(last.mention), shown, shape(number(last.mention), shown))
    roles = [*(("part", slot.mention) for _, slot in terms), ("stated", last.mention)]
    return relation(kind, "error", roles, formula, shown, message, likely)
