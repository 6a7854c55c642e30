"""Help pages that are wrapped by what a terminal shows: a Chinese character takes two columns.

Click counts characters and breaks lines at spaces, of which Chinese has none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from unicodedata import combining, east_asian_width

import click

__all__ = ["Command", "Group", "HelpContext", "columns", "wrapped"]

_NOT_FIRST: Final = frozenset("，。、；：？！）》」』〕】”’…%,.;:?!)]}")
"""What must not begin a line."""

_NOT_LAST: Final = frozenset("（《「『〔【“‘([{")
"""What must not end one."""


def columns(text: str) -> int:
    """The columns that *text* takes in a terminal."""
    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most *width* columns; one piece that is wider stands alone."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in _pieces(paragraph):
            if line and columns(line + piece.rstrip()) > width:
                lines.append(line.rstrip())
                line = piece.lstrip()
            else:
                line += piece
        lines.append(line.rstrip())
    return lines


def _pieces(text: str) -> Iterable[str]:
    """What may stand on a line of its own: a word with its spaces, or one wide character with its signs."""
    piece = ""
    for letter in text:
        joined = letter in _NOT_FIRST or letter == " " or (piece and piece[-1] in _NOT_LAST)
        narrow = piece and columns(piece[-1]) == 1 and piece[-1] != " " and columns(letter) == 1
        if piece and not (joined or narrow):
            yield piece
            piece = ""
        piece += letter
    yield piece


class HelpFormatter(click.HelpFormatter):
    """Click's formatter with widths in columns. A line break in a text is kept."""

    def write_text(self, text: str) -> None:
        indent = " " * self.current_indent
        for line in wrapped(text, self.width - self.current_indent):
            self.write(f"{indent}{line}".rstrip() + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        rows = list(rows)
        first = min(max(columns(term) for term, _ in rows), col_max) + col_spacing
        indent, hanging = " " * self.current_indent, " " * (self.current_indent + first)
        for term, meaning in rows:
            fits = columns(term) + col_spacing <= first
            lines = wrapped(meaning, max(self.width - first - self.current_indent, 10))
            if fits:
                self.write(f"{indent}{term}{' ' * (first - columns(term))}{lines[0]}".rstrip() + "\n")
            else:
                self.write(f"{indent}{term}\n{hanging}{lines[0]}\n")
            self.write("".join(f"{hanging}{line}\n" for line in lines[1:]))


class HelpContext(click.Context):
    """A context whose help pages are wrapped by columns."""

    formatter_class = HelpFormatter


class Command(click.Command):
    """A command of ours."""

    context_class = HelpContext


class Group(click.Group):
    """A group of commands of ours."""

    context_class = HelpContext
    command_class = Command
