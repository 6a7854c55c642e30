"""Drafts of the third set: held out whatever their number, and broken into lines as a text taken out of a pdf is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from samples.independent.amounts import percent
from samples.independent.drafting import Draft

__all__ = ["Paper", "changed"]

_UNIT = re.compile(r"⟦\w+\|[^⟧]*⟧|[\d.,%]+|.", re.DOTALL)
_NEVER_FIRST = "，。；：、）”》%"


def changed(new: Decimal, old: Decimal) -> str:
    """By how many per cent *new* differs from *old*, without a sign."""
    return percent(abs(new - old), old)


def _lines(text: str, width: int) -> str:
    """*text* in lines of about *width* characters; neither a place nor a figure is cut."""
    out, used = "", 0
    for unit in _UNIT.findall(text):
        if unit == "\n":
            out, used = out + unit, 0
            continue
        long = len(unit.rpartition("|")[2].rstrip("⟧"))
        if used + long > width and unit not in _NEVER_FIRST:
            out, used = out + "\n", 0
        out, used = out + unit, used + long
    return out


@dataclass
class Paper(Draft):
    """*width*: characters of a line, 0 for unbroken paragraphs."""

    width: int = 0

    @property
    def half(self) -> str:
        return "held_out"

    def p(self, *texts: str) -> None:
        """Paragraphs."""
        super().p(*(_lines(text, self.width) if self.width else text for text in texts))
