"""A run of events, each led by its date, that goes back a year once: 2022年1月，…；2022年3月，…；2021年6月，…；
2022年9月，….

All other dates of the run follow one another, and the odd one does as well in the year of its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["find_runs_of_dates"]

_EVENT: Final = re.compile(
    r"(?:^|(?<=[。；\n]))[ \t\u3000]*(?:[（(]?\d{1,2}[)）、.．]\s?)?"
    r"(?P<year>20\d\d)\s?年\s?(?P<month>1[0-2]|0?[1-9])\s?月"
    r"(?:\s?(?P<day>[12]\d|3[01]|0?[1-9])\s?日)?(?:份|[上中下]旬|[初底末])?[，,：:]?(?!\s?[-—~至到前])(?P<what>[^。；\n]{2,160})[。；\n]"
)
_LOOKS_BACK: Final = re.compile("此前|早在|上年|去年|已于|提前|回顾|续建|上一")
_GAP: Final = 6  # characters between two events of a run
_FEWEST: Final = 4


@dataclass(frozen=True, slots=True)
class _Event:
    day: tuple[int, int, int]
    match: re.Match[str]


def find_runs_of_dates(context: Context) -> Iterator[Relation]:
    """Relations of kind ``year``, errors all, one for each run that has one odd date between others."""
    flow = flowing(context)
    events = [
        _Event((int(one["year"]), int(one["month"]), int(one["day"] or 0)), one)
        for one in _EVENT.finditer(flow.text)
        if context.table_at(flow.place(one.start())) is None
    ]
    for run in _runs(events):
        odd = _odd(run)
        if odd is None or any(_LOOKS_BACK.search(one.match["what"]) for one in run):
            continue
        year, shown = odd.day[0] + 1, odd.match["year"]
        yield slip(
            context,
            [flow.of(odd.match, "year")],
            "error",
            f"前后各事按日期先后写，这里却是{shown}年，退回了一年。请核对，应为{year}年的改为{year}。",
            rule="按先后写的日期应依次在后",
            expected=str(year),
            likely=f"{shown}应为{year}",
            severity="high",
            kind="year",
        )


def _runs(events: Sequence[_Event]) -> Iterator[list[_Event]]:
    """Events that stand behind one another."""
    run: list[_Event] = list(events[:1])
    for before, one in pairwise(events):
        if one.match.start() - before.match.end() > _GAP:
            yield run
            run = []
        run.append(one)
    yield run


def _odd(run: Sequence[_Event]) -> _Event | None:
    """The one date between others that goes back, and does not in the next year."""
    if len(run) < _FEWEST:
        return None
    back = [at for at in range(1, len(run)) if run[at].day < run[at - 1].day]
    if len(back) != 1 or back[0] == len(run) - 1:
        return None
    odd, before, behind = (run[back[0] + step] for step in (0, -1, 1))
    year, *rest = odd.day
    told = (year + 1, *rest)
    return odd if before.day[0] == behind.day[0] == year + 1 and before.day <= told <= behind.day else None
