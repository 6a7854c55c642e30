"""What a paper is made of: sections of headings, paragraphs, tables and pictures, with every figure's origin.

Values only. A paper says what stands where; how it looks (GB/T 9704-2012) is for the writers beside this module.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "Align",
    "Block",
    "Cell",
    "Contents",
    "Heading",
    "Live",
    "Orientation",
    "PageBreak",
    "Paper",
    "Paragraph",
    "Picture",
    "Row",
    "Run",
    "Section",
    "Style",
    "Table",
    "Text",
    "Tone",
    "Typed",
    "plain",
]

Align = Literal["left", "center", "right"]
Orientation = Literal["portrait", "landscape"]
Style = Literal["body", "note", "right", "center", "list"]
"""`body` is indented by two characters; `right` is for the signing organisation and the date."""
Tone = Literal["", "head", "total", "good", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words. Figures in it are neither followed nor marked."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Live:
    """A figure that follows its data. `key` names the data item or the score (``数据:政府采购实际金额``,
    ``得分:支出管理/政府采购执行率``, ``算式:…``); `origin` says where the figure comes from.
    """

    text: str
    key: str
    origin: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """A figure that somebody typed by hand: it follows nothing, and is marked so that a reader knows."""

    text: str


Run = Text | Live | Typed


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is 一、, 2 （一）, 3 1., 4 （1）. The number is part of the runs: papers are quoted by it."""

    level: int
    runs: tuple[Run, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`key` names the passage it came from, so that an edited paper can be read back."""

    runs: tuple[Run, ...]
    style: Style = "body"
    key: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and how far it reaches: `rows` down and `columns` to the right (1 is itself).

    A line break in a run's text is a line break in the cell. `note` is shown as a comment where the medium has one.
    """

    runs: tuple[Run, ...] = ()
    rows: int = 1
    columns: int = 1
    align: Align = "left"
    tone: Tone = ""
    bold: bool = False
    note: str = ""
    key: str = ""


Row = tuple[Cell, ...]
"""The cells that begin in this row, left to right; places covered by a cell from above are left out."""


@dataclass(frozen=True, slots=True)
class Table:
    """`widths` are relative. The first `head_rows` rows repeat on each page. `small` sets a dense table."""

    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    head_rows: int = 1
    caption: str = ""
    key: str = ""
    small: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: `png` for Word, `svg` for print, `alt` for who cannot see it. `width` is a share of the text's width."""

    png: bytes
    svg: str
    caption: str
    alt: str
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents list of the headings down to `depth`."""

    depth: int = 2


Block = Heading | Paragraph | Table | Picture | PageBreak | Contents


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one orientation."""

    blocks: tuple[Block, ...]
    orientation: Orientation = "portrait"


@dataclass(frozen=True, slots=True)
class Paper:
    """`title` is set in 小标宋 at the head of the first page; `subtitle` (organisation, year) below it.

    `about` become the file's properties: names to values, e.g. the scheme, the evaluator, the total.
    """

    title: str
    sections: tuple[Section, ...]
    subtitle: str = ""
    author: str = ""
    about: tuple[tuple[str, str], ...] = ()


def plain(runs: tuple[Run, ...]) -> str:
    """The words of *runs* as they read."""
    return "".join(run.text for run in runs)
