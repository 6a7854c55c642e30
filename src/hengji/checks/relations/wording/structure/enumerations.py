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
    left: dict[str, int] = {}  # the item at which an outer list was left when an inner one began with 一
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
                if found == 1:
                    left[style] = before[0] if before is not None else 0
                elif (
                    before is not None
                    and _again(here, before, left.get(style, 0))
                    and not _anew(context, style, before, here)
                ):
                    yield _repeated(context, before, here)
                if before is not None and found > before[0] + 1 and index - before[3] < _FAR:
                    yield _gap(context, before, here, match)


def _anew(context: Context, style: str, before: tuple[int, int, int, int], here: tuple[int, int, int, int]) -> bool:
    """Whether another list began between two items, in mid-clause: 主要原因一是…；二是….。…主要原因一是…；二是…."""
    return style in context.document.text[before[2] : here[1]]


def _again(here: tuple[int, int, int, int], before: tuple[int, int, int, int], outer: int) -> bool:
    """Whether an item's number was given to the item before it; in a list within a list it goes on with the outer."""
    return here[0] == before[0] and here[3] == before[3] and outer != here[0] - 1


def _repeated(context: Context, before: tuple[int, int, int, int], here: tuple[int, int, int, int]) -> Relation:
    text = context.document.text
    stated = text[here[1] : here[2]]
    expected = stated.replace(_DIGITS[here[0]], _DIGITS[(here[0] + 1) % len(_DIGITS)])
    return slip(
        context,
        [(before[1], before[2]), (here[1], here[2])],
        "error",
        f"“{stated}”用了两次，第二处应是“{expected}”。请顺次改号。",
        rule="编号应依次连续",
        expected=expected,
        likely=f"“{stated}”应为“{expected}”",
        severity="medium",
    )


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
