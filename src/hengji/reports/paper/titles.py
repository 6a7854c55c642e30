"""Where a long title breaks: its lines are about equally long, and break where the words do."""

from __future__ import annotations

import re
from typing import Final

from hengji.reports.paper.paging import breadth
from hengji.reports.paper.printable import printable

__all__ = ["title_lines"]

_ROOM: Final = 19
"""Characters of 2号 (22 pt) that stand well in 156 mm."""
_GOOD: Final = re.compile(r"年度|[的和与及局委厅办院会、，：）》”]|委员会|部门|整体支出|关于")
"""What a line may well end with."""
_WRONG: Final = re.compile(r"[0-9A-Za-z.%（(《“][\d年A-Za-z.%）)》”]?|.[、，。：；）)》”]")
_MOST: Final = 5
"""Characters that a break may be away from the middle for the sake of the words."""


def title_lines(title: str) -> list[str]:
    """The lines of *title*: as it was broken by hand, otherwise as few as will do."""
    return [line for part in printable(title).split("\n") for line in _broken(part.strip())]


def _broken(text: str) -> list[str]:
    whole = breadth(text)
    if whole <= _ROOM:
        return [text]
    aim = whole / -(-whole // _ROOM)
    ends = {match.end() for match in _GOOD.finditer(text)}
    best = min(range(1, len(text)), key=lambda at: _badness(text, at, aim, ends))
    return [text[:best].rstrip(), *_broken(text[best:].lstrip())]


def _badness(text: str, at: int, aim: float, ends: set[int]) -> float:
    length = breadth(text[:at])
    far = abs(length - aim)
    if length > _ROOM or _WRONG.fullmatch(text[at - 1 : at + 1]):
        return far + 100
    return far + (0 if at in ends else _MOST)
