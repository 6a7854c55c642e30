"""Plain tables whose Chinese sentences break where Chinese breaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich import box
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from hengji.cli.help_pages import columns, wrapped

__all__ = ["Prose", "table"]


@dataclass(frozen=True, slots=True)
class Prose:
    """A sentence; rich by itself breaks lines at spaces, of which Chinese has none."""

    text: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in wrapped(self.text, options.max_width):
            yield Text(line)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        widest = max(columns(line) for line in self.text.split("\n"))
        return Measurement(min(8, widest), widest)


def table(
    headings: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
    title: str | None = None,
    *,
    right: Iterable[int] = (),
    whole: Iterable[int] = (0,),
) -> Table:
    """A table with one line under its headings; columns *right* hold figures, columns *whole* are not broken."""
    numeric, unbroken = set(right), set(whole)
    shown = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for number, heading in enumerate(headings):
        shown.add_column(
            heading,
            justify="right" if number in numeric else "left",
            no_wrap=number in unbroken | numeric,
            overflow="fold",
        )
    for row in rows:
        cells = (cell if number in unbroken | numeric else Prose(cell) for number, cell in enumerate(row))
        shown.add_row(*cells)
    return shown
