"""Small rules of Chinese writing for sentences that quote what others wrote, and for the cells of their tables."""

from __future__ import annotations

import re

__all__ = ["one_line", "quoted", "shortened"]

_LONGEST = 60
"""Characters that a finding repeats of what it found."""

_SPACE = re.compile(r"(?<![A-Za-z0-9]) | (?![A-Za-z0-9])")
"""A space that is not between two words."""

_INNER = str.maketrans("“”", "‘’")


def quoted(text: str) -> str:
    """*text* in quotation marks; marks inside it become single ones (GB/T 15834-2011)."""
    return f"“{text.translate(_INNER)}”"


def shortened(text: str) -> str:
    """*text* as a finding shows what it found: a long one is cut, so that its finding stays a line."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……（共 {len(text)} 个字符）"


def one_line(text: str) -> str:
    """*text* as one cell of a table holds it, whatever paper it passed through.

    Chinese has no spaces, and where a paper breaks a line says nothing: a space stays only between two Latin words or
    numbers. What cannot be printed is dropped. So the same text gives the same line from every kind of file.
    """
    printed = "".join(letter if letter.isprintable() else " " * letter.isspace() for letter in text)
    return _SPACE.sub("", " ".join(printed.split()))
