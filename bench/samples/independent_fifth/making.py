"""A paper of the fifth set is made as one of the fourth; ledgers by codes are added, whose every cell is a place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from samples.independent_fourth.making import D, Paper, ch, pc, q

__all__ = ["Column", "D", "Ledger", "Paper", "ch", "m", "pc", "q", "th"]

Amounts = tuple[Decimal, ...]
Column = tuple[str, Callable[[Amounts], Decimal]]


def m(value: Decimal | int) -> str:
    """*value* with two decimals."""
    return str(q(value))


def th(value: Decimal | int, places: int = 2) -> str:
    """*value* with commas at the thousands."""
    return f"{q(value, places):,}"


@dataclass(frozen=True)
class Ledger:
    """Amounts by codes: the leaves are given, whatever stands above them is summed. *names*: of every code shown."""

    names: Mapping[str, str]
    leaves: Mapping[str, Amounts]

    def amounts(self, code: str = "") -> Amounts:
        """The sums below *code*."""
        below = [amounts for leaf, amounts in self.leaves.items() if leaf.startswith(code)]
        return tuple(sum(column, D(0)) for column in zip(*below, strict=True))

    def total(self, code: str = "") -> Decimal:
        """The sum of all columns below *code*."""
        return sum(self.amounts(code), D(0))

    def part(self, *codes: str) -> Ledger:
        """What stands below *codes*."""
        kept = {leaf: amounts for leaf, amounts in self.leaves.items() if leaf.startswith(codes)}
        return Ledger(self.names, kept)

    def rows(
        self,
        paper: Paper,
        mark: str,
        columns: Sequence[Column],
        *,
        zero: str = "",
        last: bool = False,
        shown: Callable[[Decimal], str] = m,
    ) -> list[list[str]]:
        """A row per code and one of all; the places are called *mark*, code (or ``all``), key of the column."""
        codes = [code for code in sorted(self.names) if any(leaf.startswith(code) for leaf in self.leaves)]
        out = []
        for code in [*codes, ""] if last else ["", *codes]:
            sums = self.amounts(code)
            cells = []
            for key, wanted in columns:
                value = wanted(sums)
                cells.append(paper(f"{mark}{code or 'all'}{key}", shown(value)) if value else zero)
            out.append([code, self.names[code] if code else "合计", *cells])
        return out
