"""A place whose name differs by one character from what the same list calls it elsewhere: 湾址区 3.73 万元 among seven
places of which the other lists have 湾沚区; 繁昌县 56.5 万元 where it is 繁昌区 five times.

Towns of one county often share characters, so that the rest of the list must be the other list's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["place_names"]

_PLACE: Final = re.compile(
    r"(?<=[，、；：（:,(.．。\s])(?:分配至?|其中|给予|安排|下达|拨付|补助)?"
    r"(?P<name>[\u4e00-\u9fff]{2,5}?(?:区|县|市|镇|乡|街道|管委会))(?=[\u4e00-\u9fff]{0,4}?\s*\d)"
)
_OTHERS: Final = frozenset("东西南北中上下前后左右内外大小新老旧一二三四五六七八九十甲乙高低")
"""Characters that tell one place from its neighbour."""
_LEAST: Final = 3  # places of a list besides the one in doubt
_TWICE: Final = 2


@dataclass(frozen=True, slots=True)
class _List:
    names: dict[str, re.Match[str]]


def place_names(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``, all errors."""
    flow = flowing(context)
    lists = [one for one in _lists(flow) if len(one.names) > _LEAST]
    for own in lists:
        for name, match in own.names.items():
            meant = _meant(flow.text, name, own, lists)
            if meant:
                start, end = flow.of(match, "name")
                says = f"“{name}”在别处写作“{meant}”，同一份名单的其他地名都一样，只有这里不同。请核对后统一。"
                yield slip(
                    context, [(start, end)], "error", says, rule="同一地名前后一致", expected=meant,
                    likely="地名误写", severity="medium", kind="repeat",
                )  # fmt: skip


def _lists(flow: Flowing) -> Iterator[_List]:
    """The places of every sentence that have a figure behind them."""
    found: dict[int, dict[str, re.Match[str]]] = {}
    ends = [match.end() for match in re.finditer(r"[。\n]", flow.text)]
    at = 0
    for match in _PLACE.finditer(flow.text):
        while at < len(ends) and ends[at] <= match.start():
            at += 1
        found.setdefault(at, {}).setdefault(match["name"], match)
    for names in found.values():
        yield _List(names)


def _meant(text: str, name: str, own: _List, lists: list[_List]) -> str:
    """The name that the other lists have in the place of *name*; empty where it is no slip of it."""
    if text.count(name) > 1:
        return ""
    rest = own.names.keys() - {name}
    for other in lists:
        if other is own or name in other.names or not rest <= other.names.keys():
            continue
        for meant in other.names.keys() - rest:
            if _differs_by_one(name, meant) and text.count(meant) >= _TWICE:
                return meant
    return ""


def _differs_by_one(name: str, meant: str) -> bool:
    apart = [(a, b) for a, b in zip(name, meant, strict=False) if a != b]
    return len(name) == len(meant) > _TWICE and len(apart) == 1 and not set(apart[0]) & _OTHERS
