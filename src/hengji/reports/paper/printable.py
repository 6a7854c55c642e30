"""Which characters of a text can stand on paper: control characters that no medium takes are dropped."""

from __future__ import annotations

import re
from typing import Final

from hengji.reports.paper.blocks import Run

__all__ = ["printable", "words"]

_UNPRINTABLE: Final = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 forbids or discourages: control characters, lone surrogates, non-characters."""


def printable(text: str) -> str:
    """*text* without control characters; each kind of line end becomes a line feed."""
    if text.isprintable():
        return text
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n"))


def words(runs: tuple[Run, ...]) -> str:
    """The printable words of *runs*."""
    return printable("".join(run.text for run in runs))
