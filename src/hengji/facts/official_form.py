"""Forms of the finance systems: what a mapping says of one, and what was read of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from hengji.facts.evaluation import DataItem
from hengji.facts.sources import Source
from hengji.facts.units import Unit, unit_of

__all__ = ["YUAN", "Candidate", "FormLine", "FormMapping", "FormRead", "MissingItem", "UnclearItem"]

YUAN = unit_of("元")
"""A line with this unit holds money in whatever unit its sheet declares."""


@dataclass(frozen=True, slots=True)
class FormLine:
    """One line of a form: how its label may be written, and which data item each of its columns gives.

    `under` are labels of which one stands above it in the numbering (其中 lines), `side` is the heading of its half of
    a form with two halves, `before` and `after` are labels of lines that it stands before or after.
    """

    rows: tuple[str, ...]
    items: tuple[tuple[str, str], ...]
    """Name of a column → name of the data item."""
    under: tuple[str, ...] = ()
    side: str = ""
    before: str = ""
    after: str = ""
    unit: Unit = YUAN


@dataclass(frozen=True, slots=True)
class FormMapping:
    """Where a form's data items stand, by row label and column heading.

    `columns` gives for each name the headings it may have, best first; ``决算数/小计`` is a 小计 below a 决算数.
    """

    id: str
    title: str
    number: str
    titles: tuple[str, ...]
    columns: tuple[tuple[str, tuple[str, ...]], ...]
    lines: tuple[FormLine, ...]
    note: str = ""
    unlike: tuple[str, ...] = ()
    """Words beside the title that make it another form's."""

    @property
    def items(self) -> tuple[str, ...]:
        """The names of all data items, each once."""
        return tuple(dict.fromkeys(item for line in self.lines for _, item in line.items))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cell that may hold an item: what it shows, and the item where it holds a usable figure."""

    label: str
    text: str
    source: Source
    item: DataItem | None = None
    problem: str = ""
    """Why the cell cannot be used; empty for a blank one too."""


@dataclass(frozen=True, slots=True)
class MissingItem:
    """An item without a figure: `looked_for` is the label and column that was looked for, `why` says what is missing.

    `nearest` are the labels that come nearest, with their places.
    """

    name: str
    form: str
    looked_for: str
    why: str
    nearest: tuple[tuple[str, Source], ...] = ()
    source: Source = field(default=Source())


@dataclass(frozen=True, slots=True)
class UnclearItem:
    """An item for which several cells come into question that do not say the same."""

    name: str
    form: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class FormRead:
    """One form as it was read from a file, over all sheets that it is spread over. `year` is 0 where none is written.

    The items are in the unit that their cells are in.
    """

    mapping: FormMapping
    called: str
    """Number and title, as far as they are printed: ``财决01-1表 收入支出决算总表``."""
    year: int
    organisation: str
    source: Source
    items: tuple[DataItem, ...]
    missing: tuple[MissingItem, ...] = ()
    unclear: tuple[UnclearItem, ...] = ()
