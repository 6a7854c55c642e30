"""一是…二是…三是 inside a paragraph or over several: each number once and none left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_enumerations"]

_ITEM = re.compile(
    r"(?:^|(?<=[。；：！，,;:\s]))(?P<lead>第|其)?(?P<number>[一二三四五六七八九十])(?P<tail>是|来|则)(?!否|非|以|的)"
)
_SECOND = re.compile(
    r"(?:^|(?<=[。；：！，,;:\s]))(?P<lead>其|第)(?P<number>[一二三四五六七八九十])(?P<tail>)(?=[，,、])"
)
_DIGITS = "零一二三四五六七八九十"
_FAR = 60  # lines between two items of one list


def find_enumerations(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Lists whose items are 一是, 其一，, 第一，; a list ends where the next begins."""
    last: dict[str, tuple[int, int, int, int]] = {}
    for index, line in enumerate(lines):
        if context.table_at(line.start) is not None and len(line.text) < _FAR:
            continue
        for pattern in (_ITEM, _SECOND):
            for match in pattern.finditer(line.text):
                style = f"{match['lead'] or ''}一{match['tail']}"
                found = _DIGITS.index(match["number"])
                here = (found, line.start + match.start(), line.start + match.end(), index)
                before = last.get(style)
                last[style] = here
                if before is not None and found > before[0] + 1 and index - before[3] < _FAR:
                    yield _gap(context, before, here, match)


def _gap(
    context: Context, before: tuple[int, int, int, int], here: tuple[int, int, int, int], match: re.Match[str]
) -> Relation:
    text = context.document.text
    expected = text[here[1] : here[2]].replace(match["number"], _DIGITS[before[0] + 1])
    between = re.search(rf"[第其]?{_DIGITS[before[0] + 1]}(?:[是来则、，]|方面)", text[before[2] : here[1]])
    there, stated = text[before[1] : before[2]], text[here[1] : here[2]]
    return slip(
        context,
        [(before[1], before[2]), (here[1], here[2])],
        "suspicious" if between else "error",
        f"“{there}”之后应是“{expected}”，文中却是“{stated}”。请补上漏掉的一项，或顺次改号。",
        rule="编号应依次连续",
        expected=expected,
        likely=f"“{stated}”应为“{expected}”或漏了一项",
        severity="medium",
    )
