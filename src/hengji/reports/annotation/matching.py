"""Finds again in a file what was read from it: by letters and digits alone, in the order of the text.

Blanks, line breaks and automatic numbers differ between a file and the text that was composed of it; letters and
digits do not.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

__all__ = ["align", "key_of", "positions"]

_LONGEST_LABEL = 12
"""Letters and digits of an automatic number, such as 第一百二十三条."""
_WINDOW = 200
"""Texts that are skipped at most: what is read of a file and is not in the text, or stands elsewhere."""


def key_of(text: str) -> str:
    """The letters and digits, full-width ones as usual ones."""
    return "".join(_plain(letter) for letter in text if _counts(letter))


def positions(text: str) -> list[int]:
    """The places in *text* of the letters of its key."""
    return [index for index, letter in enumerate(text) if _counts(letter)]


def _counts(letter: str) -> bool:
    return letter.isalnum() or letter in ".%％．"


def _plain(letter: str) -> str:
    plain = unicodedata.normalize("NFKC", letter)
    return plain if len(plain) == 1 else letter


def align(sought: Sequence[str], there: Sequence[str]) -> dict[int, tuple[int, int]]:
    """For each key *sought* (in order) the key that is *there* (in order), and how long its label is.

    A key that is there may lack the label that its file's numbering puts before it.
    """
    exact: dict[str, list[int]] = {}
    for index, key in enumerate(there):
        exact.setdefault(key, []).append(index)
    found: dict[int, tuple[int, int]] = {}
    at = 0
    for number, key in enumerate(sought):
        place = _next(key, exact, there, at) if key else None
        if place is not None:
            found[number] = place
            at = place[0] + 1
    return found


def _next(key: str, exact: dict[str, list[int]], there: Sequence[str], at: int) -> tuple[int, int] | None:
    same = exact.get(key, [])
    index = bisect_left(same, at)
    if index < len(same) and same[index] < at + _WINDOW:
        return same[index], 0
    for place in range(at, min(at + _WINDOW, len(there))):
        label = len(key) - len(there[place])
        if there[place] and 0 < label <= _LONGEST_LABEL and key.endswith(there[place]):
            return place, label
    return None
