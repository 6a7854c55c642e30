"""The charts of a paper, drawn by typst: as svg for print and png for Word.

A figure is printed as its text says; its value only decides how long its bar is.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal

import typst

from hengji.facts.findings import Finding
from hengji.reports.paper.blocks import Picture
from hengji.reports.paper.faces import FacesMissing, FontChoice, choose_faces, installed
from hengji.reports.paper.printable import printable

__all__ = [
    "Compared",
    "Executed",
    "Scored",
    "Shown",
    "Yearly",
    "execution",
    "scores_by_indicator",
    "self_against_verified",
    "years",
]

_Kind = Literal["within", "beside", "dumbbell", "years"]
_PPI: Final = 288
"""Twice the 144 dots an inch that typst draws by itself."""
_MOST_ROWS: Final = 24
"""More would not fit a page."""
_NOTES: Final[dict[_Kind, str]] = {"beside": "执行率", "dumbbell": "满分"}
"""What the figure at the end of a row is called."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure: its value and how it is printed, e.g. Fraction(2450, 100) and "24.50"."""

    value: Fraction
    text: str


@dataclass(frozen=True, slots=True)
class Scored:
    """An indicator's score against its full points."""

    label: str
    score: Shown | None
    full: Shown


@dataclass(frozen=True, slots=True)
class Executed:
    """A budget and its outturn, both in one unit. `rate` is printed, e.g. "97.05%"."""

    label: str
    budget: Shown | None
    outturn: Shown | None
    rate: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """An indicator's score as the department and as the verifier gave it."""

    label: str
    own: Shown | None
    verified: Shown | None
    full: Shown


@dataclass(frozen=True, slots=True)
class Yearly:
    """What one year's figures are, in the order of the chart's names; None leaves a gap."""

    label: str
    figures: tuple[Shown | None, ...]


def scores_by_indicator(
    rows: Sequence[Scored], caption: str = "各一级指标得分与满分", fonts: FontChoice | None = None
) -> Picture:
    """Each first-level indicator's score within its full points."""
    lines = [(row.label, (row.score, row.full), "") for row in rows]
    return _rows("within", ("得分", "满分"), lines, caption, fonts)


def execution(
    rows: Sequence[Executed],
    caption: str = "预算与执行",
    names: tuple[str, str] = ("预算数", "执行数"),
    fonts: FontChoice | None = None,
) -> Picture:
    """Budget and outturn, one bar below the other, with the rate beside them."""
    lines = [(row.label, (row.budget, row.outturn), row.rate) for row in rows]
    return _rows("beside", names, lines, caption, fonts)


def self_against_verified(
    rows: Sequence[Compared], caption: str = "自评得分与核查得分", fonts: FontChoice | None = None
) -> Picture:
    """Both scores of each indicator as points between nothing and its full points."""
    names = ("自评得分", "核查得分")
    drawn = [
        {
            "label": printable(row.label),
            "values": [_figure(row.own, row.full.value), _figure(row.verified, row.full.value)],
            "note": printable(row.full.text),
        }
        for row in rows
    ]
    lines = [(row.label, (row.own, row.verified), row.full.text) for row in rows]
    return _picture("dumbbell", names, drawn, caption, _alt("dumbbell", caption, names, lines), fonts)


def years(
    rows: Sequence[Yearly], caption: str, names: tuple[str, ...] = ("",), fonts: FontChoice | None = None
) -> Picture:
    """Up to three figures of each year as columns; a year without a figure keeps its place, empty."""
    values = [figure.value for row in rows for figure in row.figures if figure is not None]
    top, bottom = max([Fraction(0), *values]), min([Fraction(0), *values])
    span = top - bottom
    drawn = [
        {"label": printable(row.label), "values": [_figure(figure, span) for figure in row.figures], "note": ""}
        for row in rows
    ]
    lines = [(row.label, row.figures, "") for row in rows]
    zero = float(-bottom / span) if span else 0.0
    return _picture("years", names, drawn, caption, _alt("years", caption, names, lines), fonts, zero=zero)


_Line = tuple[str, tuple[Shown | None, ...], str]


def _rows(
    kind: _Kind, names: tuple[str, ...], lines: Sequence[_Line], caption: str, fonts: FontChoice | None
) -> Picture:
    whole = max(
        (figure.value for _, figures, _ in lines for figure in figures if figure is not None), default=Fraction(0)
    )
    drawn = [
        {"label": printable(label), "values": [_figure(figure, whole) for figure in figures], "note": printable(note)}
        for label, figures, note in lines
    ]
    return _picture(kind, names, drawn, caption, _alt(kind, caption, names, lines), fonts)


def _figure(shown: Shown | None, whole: Fraction) -> dict[str, Any] | None:
    if shown is None:
        return None
    return {"text": printable(shown.text), "share": float(shown.value / whole) if whole else 0.0}


def _alt(kind: _Kind, caption: str, names: tuple[str, ...], lines: Sequence[_Line]) -> str:
    """The chart in words, for who cannot see it."""
    said = []
    for label, figures, note in lines:
        parts = [f"{name}{figure.text if figure else '无数据'}" for name, figure in zip(names, figures, strict=True)]
        said.append(f"{label}：{'，'.join([*parts, _NOTES.get(kind, '') + note] if note else parts)}")
    return f"{caption}。{'；'.join(said)}。"


def _picture(
    kind: _Kind,
    names: tuple[str, ...],
    drawn: list[dict[str, Any]],
    caption: str,
    alt: str,
    fonts: FontChoice | None,
    *,
    zero: float = 0.0,
) -> Picture:
    chosen = fonts or choose_faces()
    if isinstance(chosen, Finding):
        raise FacesMissing(chosen)
    data = {
        "kind": kind,
        "names": [printable(name) for name in names],
        "rows": drawn[:_MOST_ROWS],
        "left-out": max(0, len(drawn) - _MOST_ROWS),
        "note-name": _NOTES.get(kind, ""),
        "zero": zero,
    }
    compiler = typst.Compiler(
        font_paths=installed(chosen.folders),
        sys_inputs={"chart": json.dumps(data, ensure_ascii=False), "face": chosen.hei},
    )
    svg = compiler.compile(input=_template(), format="svg")
    png = compiler.compile(input=_template(), format="png", ppi=_PPI)
    assert isinstance(svg, bytes) and isinstance(png, bytes)  # noqa: S101 - a chart is one page
    return Picture(png=png, svg=svg.decode(), caption=caption, alt=alt)


@cache
def _template() -> bytes:
    return files(__package__).joinpath("charts.typ").read_bytes()
