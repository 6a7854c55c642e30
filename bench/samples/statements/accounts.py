"""One department's money in one year, drawn so that everything balances."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from samples.places import FUNCTIONS
from samples.writer import Writer

__all__ = ["Accounts", "Line", "draw_accounts", "last_year_of"]


@dataclass(frozen=True, slots=True)
class Line:
    """A named amount."""

    name: str
    amount: Fraction


@dataclass(frozen=True, slots=True)
class Accounts:
    """opening + income = spending + closing; every list adds up to its total."""

    sources: tuple[Line, ...]
    opening: Fraction
    income: Fraction
    spending: Fraction
    closing: Fraction
    basic: Fraction
    project: Fraction
    personnel: Fraction
    operating: Fraction
    functions: tuple[Line, ...]

    @property
    def available(self) -> Fraction:
        return self.income + self.opening


def draw_accounts(
    w: Writer, natures: tuple[Fraction, Fraction] | None = None, closing: Fraction | None = None
) -> Accounts:
    """Accounts that a county department could have; *natures* gives basic and project spending where another
    passage has settled them, *closing* what is left at the end of the year."""
    opening = w.amount(10, 90)
    left = w.amount(5, 80) if closing is None else closing
    spending = sum(natures, Fraction(0)) if natures else w.amount(300, 3200)
    income = spending + left - opening
    basic, project = natures or w.split(spending, 2)
    personnel, operating = sorted(w.split(basic, 2), reverse=True)
    if personnel == operating:
        return draw_accounts(w, natures, closing)
    kinds = ["财政拨款收入", *w.rng.sample(["事业收入", "其他收入", "上级补助收入"], w.rng.choice([1, 2]))]
    sources = sorted(w.split(income, len(kinds)), reverse=True)
    chosen = sorted(w.rng.sample(FUNCTIONS, w.rng.randint(3, 5)))
    functions = w.split(spending, len(chosen))
    return Accounts(
        tuple(Line(name, amount) for name, amount in zip(kinds, sources, strict=True)),
        opening, income, spending, left, basic, project, personnel, operating,
        tuple(Line(name, amount) for (_, name), amount in zip(chosen, functions, strict=True)),
    )  # fmt: skip


def last_year_of(w: Writer, value: Fraction) -> Fraction:
    """What *value* was a year before: between two thirds and one and a half of it, never the same."""
    scale = 10**w.style.decimals
    before = Fraction(int(value * scale * w.rng.randint(65, 150) / 100), scale)
    return before if before not in (0, value) else value + Fraction(37, scale)
