"""Amounts of running text whose unit was declared once, at the head of their section: （金额单位：元）."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from hengji.checks.mentions.written import WrittenFigure
from hengji.facts.units import Unit, read_unit

__all__ = ["Declared", "declared_units", "told"]

_DECLARED: Final = re.compile(r"单位\s*[:：]\s*(?:人民币)?\s*(万元|元)(?=[)）\s，。；])")
_AMOUNT: Final = re.compile(r"\d{1,3}(?:[,，]\d{3})+\.\d{2}")
"""An amount of money by its looks alone: thousands separated, and cents."""


@dataclass(frozen=True, slots=True)
class Declared:
    """Where a unit is declared, in the order of the text, and which."""

    starts: tuple[int, ...]
    units: tuple[str, ...]


def declared_units(text: str) -> Declared:
    """Every declaration in *text*."""
    found = list(_DECLARED.finditer(text))
    return Declared(tuple(match.start() for match in found), tuple(match[1] for match in found))


def told(text: str, figures: Sequence[WrittenFigure], declared: Declared) -> list[WrittenFigure]:
    """*figures*, those without a unit that look like amounts in the unit declared last before them."""
    if not declared.starts:
        return list(figures)
    return [_in_unit(text, figure, declared) for figure in figures]


def _in_unit(text: str, figure: WrittenFigure, declared: Declared) -> WrittenFigure:
    index = bisect_right(declared.starts, figure.start) - 1
    if figure.unit is not None or index < 0 or not _AMOUNT.fullmatch(text[figure.start : figure.end]):
        return figure
    name = declared.units[index]
    unit: Unit | None = read_unit(name)
    return replace(figure, unit=unit, unit_text=name)
