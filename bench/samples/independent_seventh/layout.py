"""How ``pdftotext -layout`` leaves a page: paragraphs broken by columns, tables held by blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from samples.independent_fourth.making import Paper

__all__ = ["Printed", "columns", "m"]

_PLACE = re.compile(r"⟦[^|⟧]+\|([^⟧]*)⟧")
_UNIT = re.compile(r"[\d.,%A-Za-z]+|.")
_BESIDE = re.compile(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=[\d%])(?=[\u4e00-\u9fff])")
_NEVER_FIRST = "，。；：、）”》％"
_LEFT = 70


def m(value: Decimal) -> str:
    """An amount with two decimals and commas."""
    return f"{value:,.2f}"


def _wide(text: str) -> int:
    return sum(2 if ord(one) > 0x2E7F or one in "“”—…" else 1 for one in text)


def columns(rows: Sequence[Sequence[object]], widths: Sequence[int]) -> list[str]:
    """Lines of a table; the first two cells of a row stand left, the others right."""
    out = []
    for row in rows:
        line = ""
        for at, (cell, width) in enumerate(zip(row, widths, strict=False)):
            text = str(cell)
            blank = " " * max(1, width - _wide(_PLACE.sub(r"\1", text)))
            line += text + blank if at < 2 else blank + text
        out.append(line.rstrip())
    return out


def _broken(text: str) -> str:
    out, used = "", 0
    for unit in _UNIT.findall(text):
        if used + _wide(unit) > _LEFT and unit not in _NEVER_FIRST:
            out, used = out + "\n", 0
            if unit == " ":
                continue
        out, used = out + unit, used + _wide(unit)
    return out


@dataclass
class Printed(Paper):
    """A paper whose text is laid out as on its printed page."""

    def _text(self, path: Path) -> None:
        out = []
        for kind, content in self._blocks:
            said = self._resolved(str(content))
            out.append(_broken("     " + _BESIDE.sub(" ", said)) if kind == "p" else said)
        lines = "\n".join(out).split("\n")
        path.write_text("\n".join(line.rstrip(" ") for line in lines) + "\n", encoding="utf-8")
