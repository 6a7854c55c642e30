"""Printing results: tables for people, text for programs, and where a file went."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from hengji.cli.language import text as _

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

__all__ = ["console", "print_renderable", "print_text", "rendered", "say_written", "unused_name"]

_WIDTH: Final = 120
"""Columns where no terminal says its own: a whole rubric row fits."""


def print_renderable(renderable: RenderableType) -> None:
    """Prints a table or a panel as wide as the terminal."""
    console().print(renderable)


def rendered(renderable: RenderableType) -> str:
    """The same as plain text, for a file."""
    screen = console()
    with screen.capture() as captured:
        screen.print(renderable)
    return click.unstyle(captured.get())


def console() -> Console:
    """The terminal, or a page of a fixed width where there is none."""
    from rich.console import Console

    known = sys.stdout.isatty() or "COLUMNS" in os.environ
    return Console(width=None if known else _WIDTH, highlight=False, markup=False, emoji=False)


def print_text(text: str, output: Path | None = None) -> None:
    """Prints *text*, or writes it to *output* and says so."""
    if output is None:
        click.echo(text)
        return
    from hengji.workflows.files import write_file

    write_file(output, f"{text}\n".encode())
    say_written(output)


def say_written(path: Path) -> None:
    """Says where a file went; on stderr, so that a pipe gets nothing but results."""
    click.echo(_("已写入 {path}").format(path=path), err=True)


def unused_name(path: Path) -> Path:
    """*path*, numbered where that name is taken: nobody's edited workbook is overwritten unasked."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
