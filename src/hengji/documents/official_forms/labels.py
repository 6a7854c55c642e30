"""Labels of rows and columns without what differs from export to export: spaces, numbering, marks, units, width."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from hengji.facts.units import Unit, read_unit

__all__ = ["DETAIL", "TOTAL", "UNNUMBERED", "Label", "half_width", "heading", "read_label"]

TOTAL: Final = 0
UNNUMBERED: Final = 9
DETAIL: Final = 10
"""Ranks beside those of numbering: a total stands above all, 其中 lines below the line that they are part of."""

_CIRCLED: Final = re.compile("[①-⑳]")
_MARKS: Final = str.maketrans("", "", "“”\"'‘’「」『』*＊△▲★")
_NUMBERINGS: Final = (
    (re.compile(r"[一二三四五六七八九十]{1,3}[、.,]"), 1),
    (re.compile(r"\([一二三四五六七八九十]{1,3}\)[、.]?"), 2),
    (re.compile(r"\d{1,2}(?:、|\.(?!\d))"), 3),
    (re.compile(r"\(\d{1,2}\)[、.]?"), 4),
    (re.compile("\ue000"), 5),
)
_FIRST: Final = re.compile(r"\(?[一1](?:\)|[、.](?!\d))")
_DETAIL: Final = re.compile(r"(?:其中[::]?|(?:减|加)[::])")
_ARITHMETIC: Final = re.compile(r"\([\d+\-=~～行至、.—–]+\)")
_IN_BRACKETS: Final = re.compile(r"\((?:单位:?)?([^():]{1,4})\)$")
_TOTAL: Final = re.compile(r"(?:本年|本期)?(?:收入|支出|收支)?(?:合计|总计)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d年度?")


@dataclass(frozen=True, slots=True)
class Label:
    """`key` is what is compared; `rank` grows from totals to details; `unit` is what stands in brackets behind it.

    `begins` says that the number is the first of its rank: 一、 or 1.
    """

    key: str
    rank: int = UNNUMBERED
    unit: Unit | None = None
    begins: bool = False


def half_width(text: str) -> str:
    """Full-width letters, digits and brackets as half-width ones."""
    return unicodedata.normalize("NFKC", text)


@lru_cache(maxsize=65_536)
def read_label(text: str) -> Label:
    """The label that a cell writes: ``（一）因公出国（境）费（元）`` is 因公出国境费, of the second rank, in 元."""
    key = "".join(half_width(_CIRCLED.sub("\ue000", text)).split()).translate(_MARKS)
    begins = bool(_FIRST.match(key))
    key, rank = _without_numbering(key)
    key = _ARITHMETIC.sub("", key).rstrip(":,、;.")
    unit = None
    inside = _IN_BRACKETS.search(key)
    if inside is not None and (unit := read_unit(inside[1])) is not None:
        key = key[: inside.start()]
    key = re.sub("[()]", "", key)
    return Label(key, TOTAL if rank == UNNUMBERED and _TOTAL.fullmatch(key) else rank, unit, begins)


def _without_numbering(key: str) -> tuple[str, int]:
    """Numbering and 其中 may stand in either order."""
    rank = UNNUMBERED
    while True:
        if detail := _DETAIL.match(key):
            key, rank = key[detail.end() :], DETAIL
            continue
        found = next(((match, level) for form, level in _NUMBERINGS if (match := form.match(key))), None)
        if found is None:
            return key, rank
        match, level = found
        key = key[match.end() :]
        rank = level if rank == UNNUMBERED else rank


@lru_cache(maxsize=4_096)
def heading(text: str) -> Label:
    """A column's heading; the year in it says nothing about which column it is."""
    label = read_label(text)
    return Label(_YEAR.sub("", label.key), label.rank, label.unit)
