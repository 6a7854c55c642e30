"""What the contents list has and the body lacks, or the other way round: an annex, a table, the last chapter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.reference.disclosure import name_of
from hengji.checks.relations.pieces import slip, tight
from hengji.checks.relations.wording.lines import MARKER, Line
from hengji.checks.relations.wording.structure.headings import contents_of
from hengji.checks.relations.wording.structure.list_items import Item, items_of, like
from hengji.facts.relation import Relation

__all__ = ["find_unlisted"]

_ANNEX: Final = re.compile(
    r"[#*\s]*(?P<label>附(?:件|表|录)\s?[\d一二三四五六七八九十]{1,3})(?![\d一二三四五六七八九十])"
)
_PAGE: Final = re.compile(r"[.．…·。_\s\-—]*\d*[.．…·。_\s\-—]*$")
_TABLE: Final = re.compile(r"[\u4e00-\u9fff”）]表(?:[（(][^（）()]{1,12}[)）])?$")
_LEAST: Final = 3
_NAMED: Final = 7  # characters of a table's own name; 部门预算表 is that of them all
_TABLES: Final = 5  # tables that a contents list names, of which one alone may be missing


def find_unlisted(context: Context, lines: Sequence[Line], region: tuple[int, int]) -> Iterator[Relation]:
    """*region* is where the contents list stands among *lines*."""
    if region[1] <= region[0] or region[1] >= len(lines):
        return
    entries, body = contents_of(lines, region), lines[region[1] :]
    yield from _annexes(context, entries, body)
    yield from _tables(context, entries, body)
    yield from _last_chapter(context, entries, body)


def _annexes(context: Context, entries: Sequence[Line], body: Sequence[Line]) -> Iterator[Relation]:
    """附件1 附件2 附件3 in the contents, of which the body has all but one."""
    listed = {tight(match["label"]): line for line in entries if (match := _ANNEX.match(line.text)) is not None}
    held = {tight(match["label"]) for line in body if (match := _ANNEX.match(line.text)) is not None}
    missing = [label for label in listed if label not in held]
    if len(missing) == 1 and len(listed) >= _LEAST - 1:
        yield _lacking(context, listed[missing[0]], missing[0])


def _tables(context: Context, entries: Sequence[Line], body: Sequence[Line]) -> Iterator[Relation]:
    """Tables that the contents list by name, of which the body has all but one, under no other name either."""
    tables = (line for line in entries if _TABLE.search(_PAGE.sub("", line.text)))
    named = {name: line for line in tables if len(name := _name(line)) >= _NAMED}
    flat = tight(context.document.text[body[0].start :])
    missing = [name for name in named if name not in flat]
    if len(named) < _TABLES or len(missing) != 1:
        return
    listed = {_name(line) for line in entries}
    captions = {name for line in body if _TABLE.search(line.text[-40:]) and (name := _name(line)) not in listed}
    if not any(_alike(missing[0], caption) for caption in captions):
        yield _lacking(context, named[missing[0]], missing[0])


def _name(line: Line) -> str:
    text = _PAGE.sub("", line.text)
    marker = MARKER.match(text)
    return name_of(text[marker.end() :] if marker is not None else text)


def _alike(one: str, other: str) -> bool:
    pairs, others = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other))
    return 2 * len(pairs & others) >= len(pairs)


def _last_chapter(context: Context, entries: Sequence[Line], body: Sequence[Line]) -> Iterator[Relation]:
    """The chapter behind the last one that the contents list, where they list every other."""
    listed = [item for item in items_of(entries) if item.style == "一、" and not item.inline]
    numbers = [item.number for item in listed]
    if len(listed) < _LEAST or numbers != list(range(1, len(listed) + 1)):
        return
    chapters: list[Item] = []
    for item in items_of(body):
        if item.style != "一、" or item.inline:
            continue
        if item.number != len(chapters) + 1:
            return
        chapters.append(item)
    same = sum(_same(one.title, other.title) for one, other in zip(listed, chapters, strict=False))
    if len(chapters) == len(listed) + 1 and same == len(listed):
        more, last = chapters[-1], listed[-1]
        yield slip(
            context,
            [(more.start, more.end + len(more.title)), (last.start, last.end + len(last.title))],
            "error",
            f"正文有“{more.marker}{more.title}”，目录只列到“{last.marker}{last.title}”。请在目录补上这一章。",
            rule="目录与正文应一致",
            expected=like(last, last.number + 1) + more.title,
        )


def _same(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _lacking(context: Context, entry: Line, name: str) -> Relation:
    return slip(
        context,
        [(entry.start, entry.end)],
        "error",
        f"目录列有“{name}”，正文中没有。请补上，或从目录删去。",
        rule="目录与正文应一致",
        expected=f"正文中的“{name}”",
    )
