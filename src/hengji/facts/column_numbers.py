"""Rows of a table that only number its columns: 栏次 1 2 3 …, or 甲 乙 1 2; nothing in them is a name or an amount."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from hengji.facts.document import Cell

__all__ = ["numbers_columns", "row_numbers_columns"]

_MARK: Final = re.compile(r"\d{1,2}|栏\s*次|行\s*次|[甲乙丙丁]|—+|-+")
_FEWEST: Final = 3
_LABELLED: Final = re.compile(r"栏\s*次|[甲乙]")


def numbers_columns(texts: Iterable[str]) -> bool:
    """Whether the texts of a row's cells, a merged one's once, are marks and numbers that count on from 1 or 2.

    A row that says 栏次 may have a single number; another needs three marks with two numbers among them.
    """
    written = [stripped for text in texts if (stripped := text.strip())]
    if not all(_MARK.fullmatch(text) for text in written):
        return False
    counted = [int(text) for text in written if text.isdigit()]
    labelled = any(_LABELLED.fullmatch(text) for text in written)
    enough = len(counted) >= 1 if labelled else len(written) >= _FEWEST and len(counted) >= 2
    return enough and counted[0] in (1, 2) and counted == list(range(counted[0], counted[0] + len(counted)))


def row_numbers_columns(cells: Iterable[Cell | None], row: int) -> bool:
    """The same of a row of a grid, by the cells that begin in it: what a merged one above covers is not of the row."""
    begun = dict.fromkeys(cell for cell in cells if cell is not None and cell.row == row)
    return numbers_columns(cell.text for cell in begun)
