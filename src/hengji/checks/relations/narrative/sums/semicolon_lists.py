"""Totals whose parts semicolons divide, each with details of its own behind it: 支出合计 T，包括：甲 a，比上年增加 x；
乙 b，其中：丙 c，丁 d；戊 e.

What stands behind a part's own comma, or in its bracket, is no part of the total, so that only the first amount of
every clause counts. Reports on a government's budget are told so, and their parts are all there is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum, one_slip_away
from hengji.checks.relations.narrative.sums.partitions import is_complete
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.passages import Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["semicolon_lists"]

_OPENS: Final = re.compile(
    r"^(?:（[^（）]*）)?[，：。]?(?:(?:具体)?包括|具体[为是]|构成[为是]?|分别[为是]|由以下[^，。；：]{0,6}(?:组成|构成))：?"
)
_TOTAL: Final = re.compile("合计|总计|共计|总额|总量")
_VAGUE: Final = re.compile("等(?:[^，。；级次]{0,6}[。；]|$)|主要|重点|其余|其[他它]各")
_NAME: Final = re.compile(r"^[；，：]?(?:\d[.、．]|[（(]?[一二三四五六七八九十\d][）)])?[^，。；：（）]{2,24}$")
_LEAST: Final = 3


def semicolon_lists(passage: Passage, kind: str, judged: Collection[int]) -> Iterator[Relation]:
    """The totals of *kind* whose clauses follow up to the sentence's end, but for those that stand where one was
    *judged*."""
    if passage.text.count("；") < _LEAST - 1:
        return
    for total in plain_slots(passage):
        opened = _OPENS.match(passage.after(total)) if total.kind == kind else None
        if opened is None or total.mention.start in judged or not _TOTAL.search(label_of(total)):
            continue
        parts = _parts(passage, total, opened[0])
        if parts is None or len(parts) < _LEAST:
            continue
        one = Sum(total, tuple(parts))
        if adds_up(total, parts):
            yield judge_sum(one)
        elif not _VAGUE.search(passage.text[total.at :]):
            sure = one.rest < 0 or one_slip_away(one) or is_complete([label_of(part) for part in parts])
            yield judge_sum(one, "error" if sure else "suspicious")
        return


def _parts(passage: Passage, total: Slot, opening: str) -> list[Slot] | None:
    """The first amount of every clause; None where a clause does not begin with one."""
    plain = {slot.index: slot for slot in plain_slots(passage)}
    found: list[Slot] = []
    for index in _clause_heads(passage, total):
        slot = plain.get(index)
        name = slot.before if slot is not None else ""
        name = name.removeprefix(opening) if not found else name.rpartition("；")[2]
        if slot is None or not _NAME.match(name) or not same_kind(slot, total):
            return None
        found.append(slot)
    return found


def _clause_heads(passage: Passage, total: Slot) -> Iterator[int]:
    """The numbers of the first figures behind the total and behind every semicolon outside of brackets."""
    start, depth, awaited = total.at + 1, 0, True
    for slot in passage.slots[total.index + 1 :]:
        for character in passage.text[start : slot.at]:
            depth += (character == "（") - (character == "）")
            if character == "；" and depth <= 0:
                awaited = True
        if awaited and depth <= 0:
            yield slot.index
            awaited = False
        start = slot.at + 1
