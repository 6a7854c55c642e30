"""What is left of two amounts in 万元, told in 元 with the same digits: 到位 4714.20 万元，支出 4526.38 万元，结余
187.82 元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Final

from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.relation import Relation

__all__ = ["gaps_in_yuan"]

_GAP: Final = re.compile(
    "(?:结余|结转|剩余|尚余|节约|节余|差额|未支出|未使用|缺口|增加|减少|增长|下降)(?:资金)?(?:了|为|：)?$"
)
_BACK, _MOST, _FEWEST = 2, 12, 3


def gaps_in_yuan(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """Relations of kind ``unit``, errors all."""
    for gap in texts[index].slots:
        small = gap.kind == MONEY and str(gap.mention.unit) == "元" and significant_digits(gap.mention.text) >= _FEWEST
        if not small or not gap.mention.decimals or not _GAP.search(gap.label):
            continue
        near = [slot for one in texts[max(0, index - _BACK) : index + 1] for slot in one.slots if slot is not gap]
        tens = [slot for slot in near if str(slot.mention.unit) == "万元"][-_MOST:]
        pairs = [(a, b) for a, b in permutations(tens, 2) if a.mention.value - b.mention.value == gap.mention.value]
        if pairs:
            yield _relation(*pairs[0], gap)


def _relation(whole: Slot, part: Slot, gap: Slot) -> Relation:
    meant = f"{gap.mention.text}万元"
    message = (
        f"{number(whole.mention)} 与 {number(part.mention)} 相差 {meant}，文中为 {number(gap.mention)}。请核对单位。"
    )
    roles = [("whole", whole.mention), ("part", part.mention), ("stated", gap.mention)]
    formula = f"{whole.mention.text} − {part.mention.text}"
    return relation("unit", "error", roles, formula, meant, message, "“元”应为“万元”")
