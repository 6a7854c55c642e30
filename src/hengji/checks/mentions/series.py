"""Figures that stand in a row: ranges, lists that share the last one's unit, and pairs announced by 分别."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from hengji.checks.mentions.clauses import Clauses
from hengji.checks.mentions.written import WrittenFigure
from hengji.facts.units import RATE

__all__ = ["pair_subjects", "settle_series"]

_REACH: Final = 200
_RANGE: Final = re.compile(r"(?:\(含\))?\s?(?:[-—–~至]|到|——)\s?")
_LIST: Final = re.compile(r"\s?[、和与及]\s?")
_OPERATORS: Final = frozenset("=(+-*/×÷)")
_RESPECTIVELY: Final = re.compile(r"分别(?:为|是|达到?|占|有|增[加长]|减少|下降|完成|安排|支出|收入|[:：])?")
_BETWEEN_PAIRS: Final = re.compile(r"\s*(?:[、，,和与及以]|增[加长]|减少|下降|\s)*\s*")
_ITEM: Final = re.compile(r"、|和|与|以及|及")
_ONLY_YEAR: Final = re.compile(r"((?:19|20)[0-9]{2})\s*年度?")
_NUMBERING: Final = re.compile(r"^(?:[一二三四五六七八九十]+、|[(（][^)）]{1,3}[)）]|[0-9]{1,2}[.、])")


def settle_series(text: str, figures: list[WrittenFigure]) -> list[WrittenFigure]:
    """*figures* with the unit of a list's or a range's last figure given to those before it, and ranges marked."""
    settled = list(figures)
    for index in range(len(settled) - 2, -1, -1):
        here, following = settled[index], settled[index + 1]
        gap = text[here.tail : following.start]
        if len(gap) > 6:
            continue
        if _RANGE.fullmatch(gap) and following.unit_text and not _in_formula(text, here, following):
            settled[index] = replace(_with_unit(here, following), approximate=gap.strip())
            settled[index + 1] = replace(following, approximate=following.approximate or gap.strip())
        elif here.tail == here.end and here.unit is None and _LIST.fullmatch(gap) and following.unit is not None:
            settled[index] = _with_unit(here, following)
    return settled


def _in_formula(text: str, here: WrittenFigure, following: WrittenFigure) -> bool:
    before, after = text[max(0, here.start - 1) : here.start], text[following.tail : following.tail + 1]
    return before in _OPERATORS or after in _OPERATORS - {")", "("} or text.startswith(")*", following.tail)


def _with_unit(figure: WrittenFigure, other: WrittenFigure) -> WrittenFigure:
    if figure.unit is not None:
        return figure
    value = figure.value * Fraction(1, 100) if other.unit == RATE else figure.value
    return replace(figure, value=value, unit=other.unit, unit_text=other.unit_text)


def pair_subjects(text: str, figures: list[WrittenFigure], clauses: Clauses) -> dict[int, tuple[str, str]]:
    """Subject and year (or ``""``) of the figures that 分别 pairs with what is named before it, by their starts."""
    paired: dict[int, tuple[str, str]] = {}
    starts = [figure.start for figure in figures]
    at = 0
    for match in _respectively(text, figures):
        while at < len(starts) and starts[at] < match.end():
            at += 1
        row = _row(text, figures, at, match.end())
        floor = max(clauses.statement(match.start()), figures[at - 1].tail if at else 0, match.start() - _REACH)
        for figure, item in zip(row, _items(text[floor : match.start()], len(row)), strict=False):
            paired[figure.start] = item
    return paired


def _respectively(text: str, figures: list[WrittenFigure]) -> Iterator[re.Match[str]]:
    return _RESPECTIVELY.finditer(text, figures[0].start - 60 if figures and figures[0].start > 60 else 0)


def _row(text: str, figures: list[WrittenFigure], at: int, position: int) -> list[WrittenFigure]:
    """The figures that follow 分别, as long as nothing but commas stands between them."""
    row: list[WrittenFigure] = []
    for figure in figures[at : at + 40]:
        if not _BETWEEN_PAIRS.fullmatch(text[position : figure.start]):
            break
        row.append(figure)
        position = figure.tail
    return row


def _items(phrase: str, count: int) -> list[tuple[str, str]]:
    """The last *count* things named in *phrase*, or none where it names fewer."""
    pieces = [re.sub(r"\s", "", piece) for piece in _ITEM.split(re.split("[，,：:]", phrase.rstrip("，, "))[-1])]
    pieces = [_NUMBERING.sub("", piece) for piece in pieces if piece]
    if count < 2 or len(pieces) < count:
        return []
    years = [_ONLY_YEAR.search(piece) for piece in pieces[-count:]]
    if all(years):
        tail = _ONLY_YEAR.sub("", pieces[-1])
        return [(tail, year[1]) for year in years if year]
    return [(_ONLY_YEAR.sub("", piece).lstrip("的"), "") for piece in pieces[-count:]]
