"""A paper whose tables stand in columns, as ``pdftotext -layout`` leaves them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

from samples.independent_fourth.making import Paper

__all__ = ["COLUMNS", "Laid"]

COLUMNS = "columns"
"""The gap of a table that is to stand in columns."""

_FIGURE = re.compile(r"-?[\d,]+(?:\.\d+)?%?")


def _wide(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def _padded(text: str, width: int) -> str:
    room = " " * max(0, width - _wide(text))
    return room + text if _FIGURE.fullmatch(text) else text + room


class Laid(Paper):
    """Tables with the gap `COLUMNS` are padded once their figures are known; other tables as ever."""

    def _text(self, path: Path) -> None:
        kept = self._blocks
        self._blocks = [self._stood(kind, content) for kind, content in kept]
        super()._text(path)
        self._blocks = kept

    def _stood(self, kind: str, content: Any) -> tuple[str, Any]:
        if kind != "t" or content[1] != COLUMNS:
            return kind, content
        rows = [[self._resolved(cell) for cell in row] for row in content[0]]
        most = max(map(len, rows))
        widths = [max((_wide(row[at]) for row in rows if at < len(row)), default=0) for at in range(most)]
        lines = ["   ".join(map(_padded, row, widths)).rstrip() for row in rows]
        return "h", "\n".join(lines)
