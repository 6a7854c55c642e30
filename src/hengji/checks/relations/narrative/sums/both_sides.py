"""The income and the outlay of one budget, each listed in full: 收支总预算 T。收入包括：a、b；支出包括：c、d、e。

Either side adds up to the total, so that each bears witness for the other and for the total between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["both_sides"]

_IN: Final = re.compile("收入(?:预算)?(?:主要)?(?:包括|为|有)：?")
_OUT: Final = re.compile("[；。，]?支出(?:预算)?(?:主要)?(?:包括|为|有)：?")
_TOTAL: Final = re.compile("收、?支(?:预算|决算)?总(?:预算|决算|计|额)?(?:预算|决算)?(?:各|均)?(?:为|是)?$")
_NESTED: Final = re.compile("其中|（含|含|比|较|占|等")
_BACK: Final = 2  # passages before the lists among which the total stands
_LEAST: Final = 2


def both_sides(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """The two lists that begin in passage *index*, against each other's total."""
    passage = texts[index]
    opens = _IN.search(passage.text)
    if opens is None or MONEY not in passage.text:
        return
    income, rest = _list(passage, opens.end(), _OUT)
    spent: list[Slot] = []
    if rest is not None:
        spent, _ = _list(passage, rest, None)
    elif index + 1 < len(texts) and (again := _OUT.match(texts[index + 1].text)):
        spent, _ = _list(texts[index + 1], again.end(), None)
    before = [*texts[max(0, index - _BACK) : index + 1], *texts[index + 1 : index + 2]]
    totals = [
        slot for one in before for slot in plain_slots(one) if slot.kind == MONEY and _TOTAL.search(label_of(slot))
    ]
    totals = [slot for slot in totals if all(same_kind(slot, part) for part in (*income, *spent))]
    if min(len(income), len(spent)) < _LEAST - 1 or len(income) + len(spent) <= _LEAST or not totals:
        return
    sides = [Sum(totals[-1], tuple(parts)) for parts in (income, spent)]
    if any(adds_up(one.total, one.parts) for one in sides) or sides[0].computed == sides[1].computed:
        yield from (judge_sum(one, "error") for one in sides if len(one.parts) > 1)


def _list(passage: Passage, start: int, stop: re.Pattern[str] | None) -> tuple[list[Slot], int | None]:
    """The amounts of *passage* from *start* up to the words *stop*, and where these end; none of a list in levels."""
    found = stop.search(passage.text, start) if stop is not None else None
    end = found.start() if found is not None else len(passage.text)
    stands = [slot for slot in plain_slots(passage) if slot.kind == MONEY and start <= slot.at < end]
    broken = _NESTED.search(passage.text, start, end) or any(
        start <= slot.at < end for slot in _others(passage, stands)
    )
    return [] if broken else stands, found.end() if found is not None else None


def _others(passage: Passage, known: Sequence[Slot]) -> list[Slot]:
    """The figures of *passage* that are not in *known*."""
    places = {slot.index for slot in known}
    return [slot for slot in passage.slots if slot.index not in places]
