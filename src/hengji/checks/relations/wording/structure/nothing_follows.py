"""What is announced and does not come: 具体情况如下： and at once the next heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import MARKER, Line, blocks
from hengji.facts.relation import Relation

__all__ = ["find_nothing_follows"]

_ANNOUNCED: Final = re.compile(
    r"(?:(?:如下|包括以下[^，。；]{0,8}|有以下[^，。；]{0,8})\s*[：:]?|(?:具体|主要)[^，。；]{0,12}如下。)$"
)
_NUMERAL: Final = re.compile(r"\d+|[一二三四五六七八九十]+")
_APART: Final = 6  # characters between two paragraphs that no table stands between
_SHOWN: Final = 24


def find_nothing_follows(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """A paragraph that announces, and behind it the heading that follows the last one of its kind."""
    last: dict[str, int] = {}
    for block, below in pairwise(blocks(context.document, lines)):
        own, following = _marker(block[0].text), _marker(below[0].text)
        if own is not None:
            last[own[0]] = own[1]
        line = block[-1]
        announced = _ANNOUNCED.search(line.text) is not None
        if not announced or following is None or below[0].start - line.end > _APART:
            continue
        if last.get(following[0]) == following[1] - 1 and following[1] > 1:
            start = max(line.start, line.end - _SHOWN)
            yield slip(
                context,
                [(start, line.end)],
                "suspicious",
                f"“{context.document.text[start : line.end]}”之后没有内容，"
                f"下面已是“{below[0].text[:20]}”。请补上所说的内容。",
                rule="所引出的内容应写出",
                expected="具体内容",
                severity="medium",
            )


def _marker(text: str) -> tuple[str, int] | None:
    """The form of a heading's number, and the number."""
    match = MARKER.match(text)
    numeral = _NUMERAL.search(match[0]) if match is not None else None
    if match is None or numeral is None:
        return None
    number = whole_number(numeral[0])
    return re.sub(r"\s", "", match[0].replace(numeral[0], "#", 1)), number
