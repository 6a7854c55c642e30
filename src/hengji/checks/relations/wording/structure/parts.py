"""The contents list part by part: a part that the body lacks, headings that are named otherwise there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.checks.relations.wording.structure.headings import contents_of
from hengji.checks.relations.wording.structure.list_items import Item, items_of
from hengji.facts.relation import Relation, Verdict

__all__ = ["find_parts"]

_PART = "第分"
_LEAST = 3
_OF_TABLES = re.compile(r"(?:决算|预算|收支|报)表$")
_COMMON = re.compile(r"(?:预算|决算|财政拨款|收入|支出|情况|说明|总|明细|收支|表)")


def find_parts(context: Context, lines: Sequence[Line], region: tuple[int, int]) -> Iterator[Relation]:
    """*region* is where the contents list stands among *lines*."""
    contents, body = _by_part(contents_of(lines, region)), _by_part(lines[region[1] :])
    if len(contents) < _LEAST - 1 or not body:
        return
    missing = [part for number, (part, _) in contents.items() if number not in body]
    named = re.sub(r"\s", "", context.document.text[lines[region[1]].start :])
    missing = [part for part in missing if re.sub(r"\s", "", part.marker) not in named]
    if len(missing) == 1 and len(body) >= _LEAST - 1:
        entries = contents[missing[0].number][1]
        there = any(entry.title and re.sub(r"\s", "", entry.title) in named for entry in entries)
        tables = _OF_TABLES.search(missing[0].title.rstrip()) is not None
        verdict: Verdict = "suspicious" if there or tables else "error"  # tables are often published as a file apart
        yield _missing(context, missing[0], verdict)
    for number, (_, entries) in contents.items():
        if number in body:
            yield from _headings(context, entries, body[number][1])


def _by_part(lines: Sequence[Line]) -> dict[int, tuple[Item, list[Item]]]:
    """第X部分 by its number, with the headings 一、二、 under it; the first of each number."""
    found: dict[int, tuple[Item, list[Item]]] = {}
    current: list[Item] | None = None
    for item in items_of(lines):
        if item.style == _PART and not item.inline:
            current = [] if item.number not in found else None
            if current is not None:
                found[item.number] = (item, current)
        elif item.style == "一、" and not item.inline and current is not None and item.number == len(current) + 1:
            current.append(item)
    return found


def _missing(context: Context, part: Item, verdict: Verdict) -> Relation:
    return slip(
        context,
        [(part.start, part.end + len(part.title))],
        verdict,
        f"目录列有“{part.marker}{part.title}”，正文中没有这一部分。请补上，或改目录。",
        rule="目录与正文应一致",
        expected=f"正文中的“{part.marker}”",
    )


def _headings(context: Context, entries: list[Item], headings: list[Item]) -> Iterator[Relation]:
    """The same number under the same part should carry the same title, where nearly all do."""
    pairs = [(entry, heading) for entry, heading in zip(entries, headings, strict=False)]
    odd = [(entry, heading) for entry, heading in pairs if not _alike(entry.title, heading.title)]
    if len(pairs) < _LEAST or len(odd) != 1 or len(entries) != len(headings):
        return
    entry, heading = odd[0]
    yield slip(
        context,
        [(entry.start, entry.end + len(entry.title)), (heading.start, heading.end + len(heading.title))],
        "error",
        f"目录中是“{entry.marker}{entry.title}”，正文中是“{heading.marker}{heading.title}”。两处应一致，请核对后改其一。",
        rule="目录与正文标题应一致",
        expected=entry.title,
    )


def _alike(one: str, other: str) -> bool:
    """Whether what is left of two titles without the words that all of them have has two characters in common."""
    if one == other or one.startswith(other) or other.startswith(one):
        return True
    a, b = (re.sub(r"[^\u4e00-\u9fff]", "", _COMMON.sub("", title)) for title in (one, other))
    if not a or not b:
        return True
    first, second = ({name[at : at + 2] for at in range(len(name) - 1)} for name in (a, b))
    return bool(first & second) or a in b or b in a
