"""A figure as it was read from the text, before anybody asked what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from hengji.facts.units import Unit

__all__ = ["WrittenFigure"]


@dataclass(frozen=True, slots=True)
class WrittenFigure:
    """`start` to `end` is the numeral (a percent sign belongs to it), `tail` is where its unit ends."""

    start: int
    end: int
    tail: int
    value: Fraction
    decimals: int
    unit: Unit | None = None
    unit_text: str = ""
    approximate: str = ""
