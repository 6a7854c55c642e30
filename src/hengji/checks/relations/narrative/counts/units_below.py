"""The units below an office, told again by kind: 本部以及下属 2 家单位。其中，行政单位 1 家，事业单位 2 家."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.relation import Relation

__all__ = ["units_below"]

_BELOW: Final = re.compile(rf"(?:本部|本级|机关)(?:以及|及|和|与)(?:下属|所属|直属)(?P<below>{COUNT})")
_KINDS: Final = re.compile(
    rf"(?:其中|本部门中|部门中)[，：]?行政单位(?P<one>{COUNT})，(?:参公单位{COUNT}，)?事业单位(?P<other>{COUNT})"
)


def units_below(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """What passage *index*, or the one behind it, counts in both ways."""
    passage = texts[index]
    below = _BELOW.search(passage.text)
    if below is None:
        return
    for behind in texts[index : index + 2]:
        kinds = _KINDS.search(behind.text)
        counted = passage.slot_at(below.start("below"))
        parts = [behind.slot_at(kinds.start(name)) for name in ("one", "other")] if kinds else []
        known = [slot for slot in parts if slot is not None]
        if counted is not None and known and len(known) == len(parts) and "参公" not in behind.text:
            yield _with_office(counted, known)
            return


def _with_office(below: Slot, kinds: Sequence[Slot]) -> Relation:
    """The office itself and the units below it are all units of both kinds."""
    meant = sum((slot.mention.value for slot in kinds), Fraction(-1))
    holds = meant == below.mention.value
    right = as_written(meant, below.mention)
    told = " + ".join(str(slot.mention.value) for slot in kinds)
    message = "行政单位与事业单位之和等于本部加下属单位。"
    if not holds:
        message = (
            f"行政、事业单位共 {told} 家，除去本部，下属单位应为 {right}，文中为 {number(below.mention)}。请核对。"
        )
    roles = [*(("part", slot.mention) for slot in kinds), ("stated", below.mention)]
    return relation("count", "ok" if holds else "error", roles, f"{told} - 1（本部）", right, message)
