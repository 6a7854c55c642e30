"""Slips of the pen have shapes: which one turns a figure that was meant into the figure that was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final

from hengji.facts.mention import Mention
from hengji.facts.numbers import shown

__all__ = [
    "ONE_DIGIT",
    "SHIFTED",
    "SWAPPED",
    "as_written",
    "digits_of",
    "exchanged",
    "mend",
    "mistaken",
    "shape",
    "shown_digits",
    "significant_digits",
    "variants",
]

_NO_DIGIT: Final = re.compile(r"\D")

SWAPPED: Final = "相邻数字颠倒"
ONE_DIGIT: Final = "一位数字误写"
SHIFTED: Final = "小数点错位"
"""Slips by the names that `shape` gives them; people read them too."""


def as_written(value: Fraction, like: Mention) -> str:
    """*value* with the decimals and the sign of unit that *like* shows: ``99.91%``, ``443.66万元``."""
    if like.is_rate:
        return shown(value * 100, like.decimals) + ("个百分点" if like.is_points_of_percent else "%")
    return shown(value, like.decimals) + like.unit_text


@lru_cache(maxsize=65_536)
def digits_of(text: str) -> str:
    """The digits of a figure as written, without its point, its commas and its unit."""
    return _NO_DIGIT.sub("", text)


def shown_digits(text: str) -> int:
    """How many digits a figure shows; zeros in front show nothing."""
    return len(digits_of(text).lstrip("0"))


def significant_digits(text: str) -> int:
    """How many digits a figure has that chance would have to meet: 1,200.00 has two."""
    return len(digits_of(text).strip("0"))


def shape(written: str, meant: str) -> str:
    """The name of the slip that turns the digits *meant* into the digits *written*; empty where there is none."""
    a, b = (digits_of(text).lstrip("0") for text in (written, meant))
    if a == b:
        return "" if written == meant else SHIFTED
    if len(a) == len(b):
        wrong = [index for index in range(len(a)) if a[index] != b[index]]
        if len(wrong) == 1:
            return ONE_DIGIT
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1
        return SWAPPED if swapped and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]] else ""
    if len(a) + 1 == len(b):
        return "漏写一位" if _dropped(b, a) else ""
    return "多写一位" if len(a) == len(b) + 1 and _dropped(a, b) else ""


def exchanged(written: str, meant: str) -> bool:
    """Whether two digits, neighbours or not, have changed places: 29.68, 28.69."""
    a, b = digits_of(written), digits_of(meant)
    apart = [pair for pair in zip(a, b, strict=False) if pair[0] != pair[1]]
    return len(a) == len(b) and len(apart) == 2 and apart[0] == apart[1][::-1]


def _dropped(longer: str, shorter: str) -> bool:
    return any(longer[:index] + longer[index + 1 :] == shorter for index in range(len(longer)))


def mistaken(written: str, meant: str, slip: str, otherwise: str = "") -> str:
    """The likely reading “written”疑为“meant”之误（slip）, with *otherwise* behind it; empty where there is no slip."""
    return f"“{written}”疑为“{meant}”之误（{slip}）{otherwise and f'，{otherwise}'}。" if slip else ""


def variants(mention: Mention) -> list[Fraction]:
    """Values one slip away from the one displayed: a digit, a swap of neighbours, a shifted point."""
    scale = 10**mention.decimals * (100 if mention.is_rate else 1)
    digits = str(abs(int(mention.value * scale)))
    found: list[Fraction] = []
    for index, letter in enumerate(digits):
        weight = 10 ** (len(digits) - 1 - index)
        found += [
            Fraction(int(digits) + (other - int(letter)) * weight, scale) for other in range(10) if other != int(letter)
        ]
        if digits[index + 1 : index + 2] not in ("", letter):
            swapped = digits[:index] + digits[index + 1] + letter + digits[index + 2 :]
            found.append(Fraction(int(swapped), scale))
    found += [mention.value * factor for factor in (Fraction(10), Fraction(1, 10), Fraction(100), Fraction(1, 100))]
    return found


def mend(figures: Sequence[Mention], holds: Callable[[Sequence[Fraction]], bool]) -> tuple[Mention, Fraction] | None:
    """The one figure, and its value, that makes *holds* true by a single slip; None where none or several do.

    Several values of one figure, or several figures, would be a guess, so nothing is said.
    """
    values = [figure.value for figure in figures]
    found: list[tuple[Mention, Fraction]] = []
    for index, figure in enumerate(figures):
        for value in variants(figure):
            if holds([*values[:index], value, *values[index + 1 :]]):
                found.append((figure, value))
                if len(found) > 1:
                    return None
    return found[0] if found else None
