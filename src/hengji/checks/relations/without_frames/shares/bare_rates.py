"""预算 A，支出 B，P%: a rate without a name behind a budget and what was spent of it, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written, mistaken
from hengji.checks.relations.verdicts import in_words, number, relation, same_kind
from hengji.checks.relations.without_frames.reckoning import ratio_gives, ratio_of, slip_between
from hengji.facts.relation import Relation

__all__ = ["bare_rates_in_lines"]

_BASE: Final = re.compile("预算数?|计划|安排|下达|调整后")
_SPENT: Final = re.compile("支出数?|执行数?|支付|完成|使用|决算数?")
_NEAR: Final = 3  # lines on either side that tell alike
_FEWEST: Final = 2


def bare_rates_in_lines(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``rate``, errors all, where the lines beside hold."""
    for base, spent, rate in _rows(texts[index]):
        if rate.mention.start in settled or ratio_gives(spent, base, rate):
            continue
        beside = [
            row
            for one in (*texts[max(0, index - _NEAR) : index], *texts[index + 1 : index + 1 + _NEAR])
            for row in _rows(one)
        ]
        held = sum(ratio_gives(row[1], row[0], row[2]) for row in beside)
        if held >= _FEWEST:
            yield _relation(base, spent, rate)


def _rows(passage: Passage) -> Iterator[tuple[Slot, Slot, Slot]]:
    for rate in passage.slots[2:]:
        base, spent = passage.slots[rate.index - 2], passage.slots[rate.index - 1]
        told = rate.kind == RATE and rate.before in ("，", "、", "（") and base.kind == spent.kind == MONEY
        told = told and same_kind(base, spent) and base.mention.value > 0
        if told and _BASE.search(base.label) and _SPENT.search(spent.label):
            yield base, spent, rate


def _relation(base: Slot, spent: Slot, rate: Slot) -> Relation:
    value = ratio_of(spent, base)
    right = as_written(value, rate.mention)
    told = f"{number(spent.mention)} 是 {number(base.mention)} 的 {right}"
    message = f"{told}，文中为 {number(rate.mention)}（上下各行都按此式成立）。"
    likely = mistaken(number(rate.mention), right, slip_between(rate, value)) or "金额或比率之一误写。"
    roles = [("part", spent.mention), ("base", base.mention), ("stated", rate.mention)]
    formula = f"{in_words(spent.mention.value)} ÷ {in_words(base.mention.value)}"
    return relation("rate", "error", roles, formula, right, message, likely)
