"""Decimal numbers of headings, 5.1 5.2 5.3, at the start of paragraphs: left out, doubled, out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_decimals"]

_MARKER = re.compile(
    r"(?P<major>[1-9]\d?)[.．](?P<minor>[1-9]\d?)(?![.．\d])[、.．]?"
    r"(?!\s?(?:万|亿|元|个|次|公里|公斤|吨|米|倍|亩|分|人|件|家|户|小时|天|年|月|平方|立方|度|级|版|及|至|、))"
    r"(?:\s*(?=[\u4e00-\u9fff“《])|\s+(?=20\d\d年))"
)
_LOOSE = re.compile(r"(?P<major>[1-9]\d?)[.．](?P<minor>[1-9]\d?)(?![.．\d])[、.．]?\s*(?=[\u4e00-\u9fff“《])")
"""8.2 分年推进: a number of a heading, though the word begins like a unit, where it is the very next one."""
_LEAST = 2
_TITLE = 20


@dataclass(frozen=True, slots=True)
class _Item:
    major: int
    minor: int
    marker: str
    start: int
    end: int


def find_decimals(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Runs of one first number; a run that begins anew with 1 is another list."""
    for _, run in groupby(_items(lines), key=lambda item: item.major):
        items = list(run)
        if len(items) < _LEAST:
            continue
        awaited = 0
        for before, item in pairwise(items):
            step = item.minor - before.minor
            if step == 1 or item.minor in (1, awaited):
                continue
            awaited = before.minor + 1
            yield _report(context, before, item)


def _items(lines: Sequence[Line]) -> Iterator[_Item]:
    last = (0, 0)
    for line in lines:
        match = None if line.tabular else _MARKER.match(line.text) or _next(line.text, last)
        if match is not None:
            last = int(match["major"]), int(match["minor"])
            end = line.start + min(len(line.text), match.end() + _TITLE)
            yield _Item(*last, match[0].strip(), line.start, end)


def _next(text: str, last: tuple[int, int]) -> re.Match[str] | None:
    loose = _LOOSE.match(text)
    return loose if loose is not None and (int(loose["major"]), int(loose["minor"]) - 1) == last else None


def _report(context: Context, before: _Item, item: _Item) -> Relation:
    expected = f"{item.major}.{before.minor + 1}"
    return slip(
        context,
        [(before.start, before.end), (item.start, item.end)],
        "error",
        f"编号不连续：“{before.marker}”之后应是“{expected}”，文中却是“{item.marker}”。请补上漏掉的一项，或顺次改号。",
        rule="编号应依次连续",
        expected=expected,
        likely=f"“{item.marker}”应为“{expected}”或漏了一项",
        severity="medium",
    )
