"""Lines of a plain text with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

__all__ = ["Line", "page_starts", "split_lines"]

_ENDS: Final = re.compile("\r\n|\n|\r|\f")  # literals all, which are searched for faster than a set is


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number (from 0), its range without the line end, its text, and its page where pages are known."""

    number: int
    start: int
    end: int
    text: str
    page: int | None = None

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())


def page_starts(text: str) -> tuple[int, ...]:
    """Where pages start: at the top and after each form feed that text follows; none without form feeds."""
    breaks = [index + 1 for index, character in enumerate(text) if character == "\f"] if "\f" in text else []
    if breaks and not text[breaks[-1] :].strip():
        breaks.pop()
    return (0, *breaks) if "\f" in text else ()


def split_lines(text: str) -> list[Line]:
    """All lines; a form feed ends its line and begins a page."""
    lines: list[Line] = []
    page: int | None = 1 if "\f" in text else None
    position = 0
    for match in _ENDS.finditer(text):
        lines.append(Line(len(lines), position, match.start(), text[position : match.start()], page))
        position = match.end()
        if match.group() == "\f" and page is not None:
            page += 1
    if position < len(text):
        lines.append(Line(len(lines), position, len(text), text[position:], page))
    return lines
