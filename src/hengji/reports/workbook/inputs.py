"""Where each name of the formula language stands in the workbook, and formulas over those cells."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable
from dataclasses import dataclass, field

from hengji.rules.formula.spreadsheet import render
from hengji.rules.formula.syntax import Expression

__all__ = ["ASK", "BLANK", "WRONG", "Inputs", "any_of", "figure_check"]

WRONG = "有误："
"""How the text of a check begins when what was typed cannot be used."""
ASK = "请核："
"""How it begins when what was typed can be used, and a person should look again."""
BLANK = "未填"


@dataclass(slots=True)
class Inputs:
    """Grows while the input sheets are written. A name's check is the cell that says whether it can be used."""

    cells: dict[str, str] = field(default_factory=dict)
    checks: dict[str, str] = field(default_factory=dict)
    decimals: dict[str, int] = field(default_factory=dict)
    truths: set[str] = field(default_factory=set)

    def put(self, name: str, cell: str, check: str = "", decimals: int | None = None, truth: bool = False) -> None:
        self.cells[name] = cell
        if check:
            self.checks[name] = check
        if decimals is not None:
            self.decimals[name] = decimals
        if truth:
            self.truths.add(name)

    def formula(
        self, expression: Expression, put: dict[str, str] | None = None, decimals: dict[str, int] | None = None
    ) -> str:
        """*expression* as a formula; *put* gives cells of further names."""
        # Chained, not copied: a department may have thousands of goals.
        cells, places = ChainMap(put or {}, self.cells), ChainMap(decimals or {}, self.decimals)
        return render(expression, cells, frozenset(self.truths), places)

    def wrong(self, names: Iterable[str]) -> list[str]:
        """Conditions that hold when what was typed for one of *names* cannot be used."""
        checks = dict.fromkeys(self.checks[name] for name in names if name in self.checks)
        return [f'LEFT({check},{len(WRONG)})="{WRONG}"' for check in checks]


def any_of(conditions: list[str]) -> str:
    """A formula that holds when one of *conditions* does."""
    if not conditions:
        return "FALSE"
    return conditions[0] if len(conditions) == 1 else f"OR({','.join(conditions)})"


def figure_check(
    cell: str, bounds: Iterable[tuple[str, str]], decimals: int, unit: str = "", doubts: Iterable[tuple[str, str]] = ()
) -> str:
    """The formula that says what is wrong with a typed figure.

    *bounds*: condition that must not hold, and words; *doubts*: the same where the figure can be used all the same.
    """
    only = f"只填数（{unit}）" if unit else "不是数"
    tests = [
        (f"NOT(ISNUMBER({cell}))", only),
        *bounds,
        (f"ROUND({cell},{decimals})<>{cell}", f"小数多于{decimals}位"),
    ]
    formula = '""'
    for condition, words in doubts:
        formula = f'IF({condition},"{ASK}{words}",{formula})'
    for condition, words in reversed(tests):
        formula = f'IF({condition},"{WRONG}{words}",{formula})'
    return f'IF({cell}="","{BLANK}",{formula})'
