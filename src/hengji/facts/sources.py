"""Where a figure stands, and text that has not lost its place.

`Located` values are what a reader of YAML or of a workbook hands to the core: text, lists and
mappings, each with its place. The core interprets them and reports every problem with that place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["Listing", "Located", "Mapping", "Source", "Text"]


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a document: a line of a text file, or a sheet (or page) and a cell."""

    document: str = ""
    line: int | None = None
    column: int | None = None
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        if self.cell or self.sheet:
            inside = f"{self.sheet}!{self.cell}" if self.sheet and self.cell else self.sheet or self.cell
            return f"{self.document} {inside}".strip()
        if self.line is None:
            return self.document
        return f"{self.document} 第{self.line}行".strip()


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar exactly as written; numbers stay text until the core reads them exactly."""

    text: str
    source: Source = field(default=Source(), compare=False)


@dataclass(frozen=True, slots=True)
class Listing:
    """An ordered list of located values."""

    items: tuple[Located, ...] = ()
    source: Source = field(default=Source(), compare=False)

    def __iter__(self) -> Iterator[Located]:
        return iter(self.items)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in written order. Keys are unique: the reader reports duplicates."""

    entries: tuple[tuple[Text, Located], ...] = ()
    source: Source = field(default=Source(), compare=False)

    def get(self, key: str) -> Located | None:
        """The value under *key*, or None."""
        return next((value for name, value in self.entries if name.text == key), None)

    def keys(self) -> tuple[str, ...]:
        return tuple(name.text for name, _ in self.entries)


Located = Text | Listing | Mapping
