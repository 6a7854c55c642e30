"""A bare 完成 behind a budget and its outturn: 年初预算26.00万元，决算36.48万元，完成140.31%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.rates.divided import rate_of_two
from hengji.checks.relations.passages import MONEY, RATE, Passage
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["completed"]

_BUDGET: Final = re.compile("预算(?:数|安排|为|是|：)*$")
_OUTTURN: Final = re.compile("(?:决算|支出|执行|实支)(?:数|了|为|是|：)*$")
_RATE: Final = re.compile("^[，；（](?:完成|执行)(?:了|为|率)?$")


def completed(passage: Passage, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``rate`` for rates that stand in no other; three figures in a row, and nothing between."""
    for rate in passage.slots[2:]:
        budget, spent = passage.slots[rate.index - 2 : rate.index]
        told = rate.kind == RATE and rate.mention.start not in settled and _RATE.match(rate.before)
        if not told or not budget.kind == spent.kind == MONEY or not same_kind(budget, spent):
            continue
        if _BUDGET.search(label_of(budget)) and _OUTTURN.search(label_of(spent)) and budget.mention.value > 0:
            yield rate_of_two(spent, budget, rate, "预算完成率")
