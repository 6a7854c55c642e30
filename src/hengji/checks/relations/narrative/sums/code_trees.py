"""Items with their codes in running text against the item above them: 公路水路运输（21401款）T，其中（2140104项）a，…

A code says what an item is part of, wherever the two stand. All items are told where one is what remains (其余合并 r).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum, one_slip_away
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["code_trees"]

_CODE: Final = re.compile(r"(?<![\d.])(2\d{2}(?:\d{2}){0,2})(?:类|款|项|科目)?(?:[）)]|[\u4e00-\u9fff])")
_REST: Final = re.compile(r"^[，；、](?:其余|其他|其它|余下|剩余)[^，。；]{0,16}$")
_STRANGE: Final = re.compile("预算数?为|上年|占|比|较|增|减|调整|追加")
_LEVELS: Final = {3: 5, 5: 7}
"""Digits of the codes right below: 类 213, 款 21301, 项 2130101."""
_WIDE: Final = 24  # characters that a code and its mark take in front of a figure
_LEAST: Final = 2
_AHEAD: Final = 3  # passages behind the whole in which its items stand


def code_trees(text: str, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every item of *texts* whose own items follow it in the same breath."""
    coded = [(index, slot, _code(text, slot)) for index, passage in enumerate(texts) for slot in _money(passage)]
    for at, (index, total, code) in enumerate(coded):
        if len(code) not in _LEVELS:
            continue
        parts: list[Slot] = []
        rest: Slot | None = None
        for place, slot, below in coded[at + 1 :]:
            if place - index > _AHEAD or below == code:
                break
            if len(below) == _LEVELS[len(code)] and below.startswith(code):
                parts.append(slot)
            elif parts and not below and _REST.match(slot.before):
                rest = slot
                break
            elif parts and below:
                break
        if len(parts) >= _LEAST and all(same_kind(part, total) for part in parts):
            yield from _judged(total, tuple(parts), rest)


def _judged(total: Slot, parts: tuple[Slot, ...], rest: Slot | None) -> Iterator[Relation]:
    whole = Sum(total, (*parts, rest)) if rest is not None and same_kind(rest, total) else Sum(total, parts)
    if adds_up(total, whole.parts):
        yield judge_sum(whole)
    elif len(whole.parts) > len(parts) or whole.rest < 0 or one_slip_away(whole):
        yield judge_sum(whole, "error")


def _money(passage: Passage) -> list[Slot]:
    if MONEY not in passage.text:
        return []
    return [slot for slot in plain_slots(passage) if slot.kind == MONEY and not _STRANGE.search(slot.label)]


def _code(text: str, slot: Slot) -> str:
    """The last code in the words before *slot*; empty where another figure stands between."""
    start = max(0, slot.mention.start - len(slot.before) - _WIDE)
    found = list(_CODE.finditer(text, start, slot.mention.start))
    if not found or re.search("[，。；]", text[found[-1].end() : slot.mention.start]):
        return ""
    return found[-1][1]
