"""What a paper's tables give of each economic account (30103 奖金), whether cells were kept or the rows are lines.

Two or three accounts stand side by side in a row of 基本支出决算表; the amount behind a name is its own, and where the
next code follows at once the cell was empty.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.reference.economic import ECONOMIC
from hengji.checks.relations.tables.unit_heads import yuan_each
from hengji.facts.numbers import read_number

__all__ = ["EconomicRow", "economic_rows"]

_ROW: Final = re.compile(
    r"(?<![\d.,])(?P<code>3[01]\d[ \t]?\d{2})(?![\d.,])(?:[ \t]*(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff（）()、]*))?"
    r"(?:[ \t]+(?!3[01]\d[ \t]?\d{2}(?![\d.,]))(?P<amount>-?\d[\d,]*(?:\.\d+)?)(?![\d.,]))?"
)
_FEWEST: Final = 8
"""Accounts with a name of their own below which a text only mentions some."""


@dataclass(frozen=True, slots=True)
class EconomicRow:
    """`amount` in 元; None where the cell is empty. `place` is that of the amount, or of the code."""

    code: str
    amount: Fraction | None
    place: Span


def economic_rows(context: Context) -> Mapping[str, tuple[EconomicRow, ...]]:
    """By official name; nothing where the paper has no table of them."""
    return context.once(economic_rows, lambda: _read(context))


def _read(context: Context) -> Mapping[str, tuple[EconomicRow, ...]]:
    found: dict[str, list[EconomicRow]] = defaultdict(list)
    for row in _rows(context):
        found[ECONOMIC[row.code]].append(row)
    return {name: tuple(rows) for name, rows in found.items()} if len(found) >= _FEWEST else {}


def _rows(context: Context) -> Iterator[EconomicRow]:
    for match in _ROW.finditer(context.document.text):
        told = re.sub(r"[\s()（）]", "", match["name"] or "")
        code = re.sub(r"\s", "", match["code"])
        official = re.sub("[（）]", "", ECONOMIC.get(code, ""))
        if not official or not (official.startswith(told) or official.endswith(told)):
            continue
        group = "amount" if match["amount"] else "code"
        amount = read_number(match["amount"]) if match["amount"] else None
        yuan = amount * yuan_each(context, match.start()) if amount is not None else None
        yield EconomicRow(code, yuan, match.span(group))
