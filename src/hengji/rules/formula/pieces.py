"""Pieces of a spreadsheet formula that know of their values what lets doubles decide as exact numbers do.

A spreadsheet computes in doubles (53 bits, about 15.9 digits); the exact reading does not. The two part only
where something is decided: a comparison, 四舍五入, 向下取整, 向上取整. There a value that lies exactly on
the boundary must not fall off it: 0.1 + 0.2 ≥ 0.3 holds, and 0.15 ÷ 0.05 floors to 3. Two measures see to it.

1. **What ends is snapped where it ends.** A figure with 2 decimals times one with 4 has at most 6, exactly;
   so ROUND(…, 6) removes the noise of doubles and can change nothing else. This is known of literals, of
   names that the caller gives decimals for, and of 四舍五入 and 取整 of anything; sums, products, 最大 and
   the like pass it on. A sum is snapped at once, because a difference of large amounts turns their noise into
   its leading digits. It holds while a value, and each part of it, stays below 10^(14 − decimals) in size:
   10^12 with 2 decimals, 10^8 with 6.
2. **What may not end** (a quotient, or a name without decimals) is snapped to 12 decimals, and only where a
   decision is made: snapped earlier, 1 ÷ 3 × 3 would no longer be 1. With at most 40 operations behind it a
   value up to 100 has noise below 100 × 40 × 2^-53 < 0.5 × 10^-12, as long as no sum cancels (as in
   0.1 ÷ 3 + 10^6 − 10^6): then a value on the boundary is decided as it is exactly. A value off the boundary
   is decided right when it is at least 10^-12 away. A quotient of figures held against a threshold is, when
   denominator × 10^(decimals of the figures and of the threshold together) is at most 10^12.

Beyond these sizes a comparison rests on the spreadsheet's own tolerance (LibreOffice takes numbers as equal
that agree in some 14.5 digits), and a rounding on how near the double is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from hengji.rules.formula.printing import decimal_text, decimals_of

__all__ = [
    "ATOM",
    "MAX_LENGTH",
    "PRODUCT",
    "SIGNED",
    "SNAPPED",
    "SUM",
    "Piece",
    "TooLongError",
    "all_clean",
    "literal",
    "most",
]

MAX_LENGTH = 8_192
"""Characters in an Excel formula."""

SNAPPED = 12
"""Decimals to which a value that may not end is snapped before a decision."""

# How tightly a piece of text holds together, as in `printing`.
SUM, PRODUCT, SIGNED, ATOM = range(4)


class TooLongError(ValueError):
    """The formula is beyond what a spreadsheet takes; the caller writes the value instead and says so."""


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    level: int = ATOM
    decimals: int | None = field(default=None, kw_only=True)
    """How many decimals the exact value has at most; None: it may not end."""
    clean: bool = field(default=False, kw_only=True)
    """The spreadsheet holds the double nearest to the exact value: there is nothing to snap."""

    def __post_init__(self) -> None:
        # A chain of comparisons repeats its middle operand, so text can double at every level: stop early.
        if len(self.text) > MAX_LENGTH:
            raise TooLongError(f"{len(self.text)} characters")

    @property
    def ends(self) -> bool:
        return self.decimals is not None and self.decimals <= SNAPPED

    def within(self, floor: int) -> str:
        """The text, in brackets where its place demands a tighter piece."""
        return f"({self.text})" if self.level < floor else self.text

    def after(self, floor: int) -> str:
        """The text to the right of an operator, where a sign needs brackets too."""
        return self.within(ATOM if self.level == SIGNED else floor)

    def snapped(self) -> Piece:
        """Ready for a decision: the noise of doubles rounded away."""
        if self.clean:
            return self
        places = SNAPPED if self.decimals is None else min(self.decimals, SNAPPED)
        return Piece(f"ROUND({self.text},{places})", decimals=self.decimals, clean=self.ends)

    def as_sum(self) -> Piece:
        return self.snapped() if self.ends else self


def literal(value: Fraction) -> Piece:
    """A number written out exactly: 0.05 for 5%, (1/3) for what never ends."""
    text = decimal_text(abs(value)) or f"({abs(value).numerator}/{value.denominator})"
    places = decimals_of(value)
    sign, level = ("-", SIGNED) if value < 0 else ("", ATOM)
    return Piece(sign + text, level, decimals=places, clean=places is not None)


def most(pieces: Iterable[Piece]) -> int | None:
    """The decimals of what is chosen from or added up of *pieces*."""
    places = [piece.decimals for piece in pieces]
    known = [count for count in places if count is not None]
    return max(known) if len(known) == len(places) else None


def all_clean(pieces: Iterable[Piece]) -> bool:
    return all(piece.clean for piece in pieces)
