"""A rate without a name behind the two that make it: 年初预算26.00万元，决算36.48万元，完成140.31%, and
应办结640件，按期办结612件，95.63%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.rates.divided import rate_of_two
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["completed"]

_BUDGET: Final = re.compile("预算(?:数|安排|为|是|：)*$")
_OUTTURN: Final = re.compile("(?:决算|支出|执行|实支)(?:数|了|为|是|：)*$")
_DUE: Final = re.compile(r"(?:^|[，。；：、（]|[\u4e00-\u9fff])应(?!急|用|对|届)[\u4e00-\u9fff]{1,4}$")
_DONE: Final = re.compile(r"^[，；、](?:其中)?(?:实际?|按期|按时|及时|如期|已|准时)[\u4e00-\u9fff]{1,4}$")
_BARE: Final = re.compile("^[，；（](?:达到?|占|即|为)?$")
_RATE: Final = re.compile("^[，；（](?:完成|执行)(?:了|为|率)?$")


def completed(passage: Passage, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``rate`` for rates that stand in no other; three figures in a row, and nothing between."""
    for rate in passage.slots[2:]:
        whole, part = passage.slots[rate.index - 2 : rate.index]
        told = rate.kind == RATE and rate.mention.start not in settled and whole.mention.value > 0
        if not told or whole.kind != part.kind or not same_kind(whole, part):
            continue
        if whole.kind == MONEY and _RATE.match(rate.before) and _is_spent(whole, part):
            yield rate_of_two(part, whole, rate, "预算完成率")
        elif whole.kind == COUNT and _BARE.match(rate.before) and _is_done(whole, part):
            yield rate_of_two(part, whole, rate, "完成率")


def _is_spent(budget: Slot, outturn: Slot) -> bool:
    return _BUDGET.search(label_of(budget)) is not None and _OUTTURN.search(label_of(outturn)) is not None


def _is_done(due: Slot, done: Slot) -> bool:
    """应 and what was, of one verb: 应办结, 按期办结."""
    return (
        _DUE.search(due.before) is not None
        and _DONE.match(done.before) is not None
        and due.before[-1] == done.before[-1]
    )
