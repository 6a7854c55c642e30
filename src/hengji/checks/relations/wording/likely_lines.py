"""The lines in which a pattern may match, by one pass over all of them: a table of a hundred slips need not be tried on
every line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from hengji.checks.relations.wording.lines import Line

__all__ = ["likely_lines"]

_BETWEEN = "\n\ue0ff\n"
"""Between two lines: ends the one, begins the other, and is no digit, blank or word that a pattern looks ahead for."""
_LOOKS_BACK = re.compile(r"^(?:\(\?<[=!](?:[^()\[\]\\]|\\.|\[(?:[^\]\\]|\\.)*\])*\))+(?=[\u4e00-\u9fff\d])")


def likely_lines(
    patterns: Sequence[re.Pattern[str]], lines: Iterable[Line]
) -> Iterator[tuple[Line, list[re.Pattern[str]]]]:
    """Each line with the patterns, in their order, that match in it or, seldom, only over its end."""
    kept = list(lines)
    starts, at = [], 0
    for line in kept:
        starts.append(at)
        at += len(line.text) + len(_BETWEEN)
    text = _BETWEEN.join(line.text for line in kept)
    found: dict[int, list[re.Pattern[str]]] = {}
    for pattern in patterns:
        touched: dict[int, None] = {}
        for match in _over_lines(pattern).finditer(text):
            first = bisect_right(starts, match.start()) - 1
            last = bisect_right(starts, match.end()) - 1
            touched.update(dict.fromkeys(range(first, last + 1)))
        for index in touched:
            found.setdefault(index, []).append(pattern)
    for index in sorted(found):
        yield kept[index], found[index]


@cache
def _over_lines(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """*pattern* over many lines, without what it says of the characters before: a search for a word is far faster."""
    return re.compile(_LOOKS_BACK.sub("", pattern.pattern), pattern.flags | re.MULTILINE)
