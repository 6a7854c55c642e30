"""A list as people take it away: one sheet, ready to print, nothing in it that a spreadsheet would run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["list_workbook"]


def list_workbook(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """An xlsx of *rows*. Figures of up to 15 digits become numbers that look the same; all else stays text."""
    from hengji.reports.paper.blocks import Cell, Paper, Section, Table, Text
    from hengji.reports.paper.sheet import write_xlsx

    head = tuple(Cell((Text(heading),), tone="head", align="center") for heading in headings)
    body = [tuple(Cell((Text(value),)) for value in row) for row in rows]
    widths = tuple(
        max(4, min(30, max((len(row[column].runs[0].text) for row in (head, *body)), default=4)))
        for column in range(len(head))
    )
    return write_xlsx(Paper(title, (Section((Table(widths, (head, *body), caption=title),), "landscape"),)))
