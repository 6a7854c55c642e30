"""Shares alone, of parts that the field itself makes complete: 基本支出占 63.92%，项目支出占 36.08%. They make 100%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.relations.narrative.sums.partitions import is_complete
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import in_words, number, relation
from hengji.facts.relation import Relation, Verdict

__all__ = ["shares_of_partitions"]

_SHARE = re.compile(
    r"(?:^|[，；：、]|其中)(?P<name>[\u4e00-\u9fff]{2,10}?)(?:分别|约|仅)?占(?P<whole>[^，。；：、]{0,10}?)的?(?:比重|比例|比)?(?:为|达)?$"
)
_FEWEST = 2


def shares_of_partitions(passage: Passage) -> Iterator[Relation]:
    """Relations of kind ``share``: every row of such shares of one whole."""
    row: list[tuple[Slot, str, str]] = []
    for slot in passage.slots:
        told = _SHARE.search(slot.before) if slot.kind == RATE and not slot.mention.approximate else None
        beside = bool(row) and slot.index == row[-1][0].index + 1
        if row and not (told and beside and told["whole"] in ("", row[0][2])):
            yield from _judged(row)
            row = []
        if told is not None:
            row.append((slot, told["name"], told["whole"]))
    yield from _judged(row)


def _judged(row: list[tuple[Slot, str, str]]) -> Iterator[Relation]:
    if len(row) < _FEWEST or not is_complete([name for _, name, _ in row]):
        return
    slots = [slot for slot, _, _ in row]
    total = sum((slot.mention.value for slot in slots), Fraction(0))
    slack = Fraction(len(slots), 2) * max(slot.mention.step for slot in slots)
    verdict: Verdict = "ok" if total == 1 else "rounding" if abs(total - 1) <= slack else "error"
    last = slots[-1].mention
    right = as_written(last.value + 1 - total, last)
    roles = [*(("part", slot.mention) for slot in slots[:-1]), ("stated", last)]
    formula = " + ".join(number(slot.mention) for slot in slots) + " = 100%"
    message = f"各项占比之和为 {in_words(total * 100)}%" + ("。" if verdict != "error" else "，应为 100%。")
    yield relation(
        "share", verdict, roles, formula, right, message, "其中一项占比或基数有误。" if verdict == "error" else ""
    )
