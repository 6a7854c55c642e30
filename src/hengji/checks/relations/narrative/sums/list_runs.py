"""Where the items of a list begin: (一)(二), 1. 2., 一是…二是…, bullets; a list is a run of numbers of one style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from hengji.checks.mentions.numerals import whole_number

__all__ = ["SAID", "Item", "runs_of_items"]

_MARKER: Final = re.compile(
    r"(?:^[^\S\n]*|(?<=[。；：:])[^\S\n]{0,4}(?=[（(]))(?P<open>[（(])?(?P<han>[一二三四五六七八九十]{1,3})(?P<a>[)）、])|"
    r"(?:^[^\S\n]*|(?<=[。；：])[^\S\n]{0,4})(?P<open2>[（(])?(?P<digit>\d{1,2})"
    r"(?P<b>[)）、]|[.．](?!\d)|[“\"][.．]|(?=“[\u4e00-\u9fff]))|"
    r"(?:^|(?<=[。；：;:，]))[^\S\n]{0,4}(?P<said>[一二三四五六七八九])是|^[^\S\n]*(?P<bullet>——|[●•◆■])|"
    r"(?<![见第条款按照据])[（(](?P<loose>[一二三四五六七八九十]{1,3})[）)]",
    re.MULTILINE,
)
_BULLET: Final = "bullet"
SAID: Final = "said"
"""一是…；二是…: items that need not begin a line."""


@dataclass(frozen=True, slots=True)
class Item:
    style: str
    number: int
    start: int


def runs_of_items(text: str) -> Iterator[tuple[list[Item], int]]:
    """Runs of consecutive numbers of one style, with where the last item ends."""
    open_runs: dict[str, list[Item]] = {}
    for match in _MARKER.finditer(text):
        item = _item(match)
        if match["loose"] and not _goes_on(open_runs.get(item.style), item):
            continue
        for style in [style for style, run in open_runs.items() if style != item.style and _outer(item.style, style)]:
            closed = open_runs.pop(style)
            yield closed, _end(text, closed, item.start)
        run = open_runs.get(item.style)
        if item.style == _BULLET and run is not None:
            item = replace(item, number=run[-1].number + 1)
        skipped = item.style == SAID and run is not None and item.number == run[-1].number + 2  # 四是…六是…
        if run is not None and (item.number == run[-1].number + 1 or skipped):
            run.append(item)
            continue
        if run is not None:
            yield open_runs.pop(item.style), _end(text, run, item.start)
        if item.number == 1:
            open_runs[item.style] = [item]
    for run in open_runs.values():
        yield run, _end(text, run, len(text))


def _goes_on(run: list[Item] | None, item: Item) -> bool:
    """Whether a number in the middle of a sentence is the one that the list still lacks: its stop was forgotten."""
    return run is not None and item.number == run[-1].number + 1


def _outer(a: str, b: str) -> bool:
    rank = ["han、", "（han）", "digit.", "digit、", "（digit）", "digit）"]
    return (rank.index(a) if a in rank else 9) < (rank.index(b) if b in rank else 9)


def _end(text: str, run: list[Item], limit: int) -> int:
    """Where the last item's paragraph ends, *limit* at the latest: no further is looked."""
    end = text.find("\n\n", run[-1].start, limit)
    return end if end >= 0 else limit


def _item(match: re.Match[str]) -> Item:
    if match["bullet"]:
        return Item(_BULLET, 1, match.start())
    if match["said"]:
        return Item(SAID, whole_number(match["said"]), match.start("said"))
    if match["loose"]:
        number, style = whole_number(match["loose"]), "（han）"
    elif match["han"]:
        number = whole_number(match["han"])
        style = "（han）" if match["open"] else "han" + match["a"].replace(")", "）")
    else:
        number = int(match["digit"])
        mark = match["b"].replace(")", "）")[-1:].replace("．", ".") or "."  # 18“社会保障…: the point was forgotten
        style = "（digit）" if match["open2"] else "digit" + mark
    return Item(style, number, match.start())
