"""Rows of one frame: "合计预算 40 万元，支出 8 万元。其中 a 预算 …，支出 …；b 预算 …，支出 …", summed by column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.composed import Sum, judge_sum
from hengji.checks.relations.narrative.compositions import adds_up, plain_slots
from hengji.checks.relations.narrative.partitions import is_complete
from hengji.checks.relations.passages import Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["has_columns", "row_sums"]

_STARTS = re.compile(r"^(?:其中|分别[为是]|具体)")


def row_sums(passage: Passage, before: Passage | None) -> Iterator[Relation]:
    """Sums whose totals stand in the sentence before, in the same columns as in every part."""
    if before is None or passage.start - before.end > 4 or not _STARTS.match(passage.text):
        return
    totals = plain_slots(before)
    rows = _rows(plain_slots(passage))
    width = len(rows[0]) if rows else 0
    if len(rows) < 2 or any(len(row) != width for row in rows):
        return
    if width > 1 and len(totals) == width:
        complete = is_complete([label_of(row[0]) for row in rows])
        yield from _columns(totals, rows, complete)


def _rows(slots: list[Slot]) -> list[list[Slot]]:
    rows: list[list[Slot]] = []
    for slot in slots:
        if not rows or "；" in slot.before:
            rows.append([])
        rows[-1].append(slot)
    return rows


def has_columns(passage: Passage) -> bool:
    """Whether *passage* lists rows of several figures each: its figures are not one list of parts."""
    rows = _rows(plain_slots(passage))
    return len(rows) > 1 and len({len(row) for row in rows}) == 1 and len(rows[0]) > 1


def _columns(totals: list[Slot], rows: list[list[Slot]], complete: bool) -> Iterator[Relation]:
    sums = [Sum(total, tuple(row[column] for row in rows)) for column, total in enumerate(totals)]
    if any(not same_kind(one.total, part) for one in sums for part in one.parts):
        return
    holds = [adds_up(one.total, one.parts) for one in sums]
    for one, held in zip(sums, holds, strict=True):
        if held or any(holds) or complete:
            yield judge_sum(one, "error")
