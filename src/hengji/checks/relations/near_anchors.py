"""Matches of a pattern that could start anywhere, looked for only around what every match of it must hold.

A name of up to twenty characters in front of "得 9 分" makes a pattern try every character of a text; where "得" with a
figure stands is found at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Near", "matches_near", "near"]


def matches_near(pattern: re.Pattern[str], anchor: re.Pattern[str], text: str, reach: int) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` gives, provided that every match holds a match of *anchor* and reaches no further
    than *reach* characters to either side of it."""
    low = high = -1
    for found in anchor.finditer(text):
        if found.start() - reach > high:
            if high >= 0:
                yield from pattern.finditer(text, low, high)
            low = max(found.start() - reach, high, 0)
        high = max(high, min(found.end() + reach, len(text)))
    if high >= 0:
        yield from pattern.finditer(text, low, high)


@dataclass(frozen=True, slots=True)
class Near:
    """A pattern with the anchor that it is looked for around."""

    pattern: re.Pattern[str]
    anchor: re.Pattern[str]
    reach: int

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """What the pattern's own ``finditer`` gives, sooner."""
        return matches_near(self.pattern, self.anchor, text, self.reach)


def near(pattern: re.Pattern[str], anchor: str, reach: int) -> Near:
    """*pattern*, every match of which holds a match of *anchor* and reaches no further than *reach* to either side."""
    return Near(pattern, re.compile(anchor), reach)
