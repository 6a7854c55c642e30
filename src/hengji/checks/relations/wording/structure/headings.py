"""Headings against each other: one without a number among numbered ones, levels turned round, contents and body."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip, tight
from hengji.checks.relations.wording.lines import MARKER, Line
from hengji.checks.relations.wording.structure.list_items import Item, items_of
from hengji.facts.relation import Relation

__all__ = ["contents_end", "contents_of", "find_contents", "find_inverted_levels", "find_unnumbered"]

_HEADING_WORD = re.compile(
    r"(?:情况|分析|说明|结论|建议|问题|措施|应用|概况|概述|目标|依据|总结|做法|成效|绩效|管理|公开|安排|原因|计划)$"
)
_NOT_A_HEADING = re.compile(r"[。；，：:、;,]|^附[件表注]|^\d|年.*月.*日|^[表图]\s*\d|^(?:第|目\s*录)")
_LEADERS = re.compile(r"[.．…·。_\s]*\d*$")
_PAGE = re.compile(r"[-—–·\s]{0,4}(?:第\s?)?\d{1,3}(?:\s?页)?[-—–·\s]{0,4}")
_LED = re.compile(r"(?:[.．…·。_]{2,}|\t|[ \u3000]{3,})\s*[-—]?\s*\d{1,3}\s*[-—]?$")
_MANY = 5  # titles that are the same to the letter, where one differs by a word
_LONG = 40
_WRAPPED = 20


def contents_end(lines: Sequence[Line]) -> tuple[int, int]:
    """First and last+1 index of the lines of a table of contents; (0, 0) where there is none."""
    heads = (index for index, line in enumerate(lines[:200]) if tight(line.text).strip("*#") in {"目录", "目次"})
    head = next(heads, None)
    if head is None:
        return 0, 0
    first = _entry(lines[head + 1].text) if head + 1 < len(lines) else ""
    for index in range(head + 2, len(lines)):
        text = lines[index].text
        led = _LEADERS.search(text[-200:])
        if (
            _entry(text) == first
            or (len(text) > _LONG and (led is None or len(led.group()) < 5))
            or text.endswith("。")
        ):
            return head + 1, index
    return head + 1, len(lines)


def contents_of(lines: Sequence[Line], region: tuple[int, int]) -> list[Line]:
    """The lines of the contents list, none of them a table's row: a tab only leads to the page."""
    return [replace(line, tabular=False) if _LED.search(line.text) else line for line in lines[slice(*region)]]


def _entry(text: str) -> str:
    return tight(text[:-200] + _LEADERS.sub("", text[-200:])).lstrip("#*")


def find_unnumbered(context: Context, lines: Sequence[Line], items: Sequence[Item]) -> Iterator[Relation]:
    """A short line that reads like a heading, where headings 一、二、三 stand before it and none starts anew after."""
    chapters = [item for item in items if item.style == "一、" and not item.inline]
    position = 0
    for index in range(1, len(lines) - 1):
        while position < len(chapters) and chapters[position].start <= lines[index].start:
            position += 1
        before = chapters[position - 1] if position else None
        after = chapters[position] if position < len(chapters) else None
        if before is None or before.number < 2 or (after is not None and after.number == 1):
            continue
        if after is not None and after.number == before.number + 1:
            continue
        missing = after is not None and after.number == before.number + 2
        if _reads_like_heading(lines, index, _WRAPPED if missing else _LONG):
            yield _unnumbered(context, lines[index], before, after)


def _reads_like_heading(lines: Sequence[Line], index: int, least: int) -> bool:
    """*least*: characters of the line below that make it the text under a heading."""
    line, below = lines[index], lines[index + 1]
    above = next((one for one in reversed(lines[max(0, index - 3) : index]) if not _PAGE.fullmatch(one.text)), line)
    short = 4 <= len(line.text) <= 30 and not line.tabular and not line.centred and MARKER.match(line.text) is None
    if not short or _NOT_A_HEADING.search(line.text) or not _HEADING_WORD.search(line.text):
        return False
    follows = len(below.text) >= least or below.text.startswith(("（一）", "(一)"))
    return above.text[-1] in "。；" and follows and not below.tabular and (line.after_blank or below.after_blank)


def _unnumbered(context: Context, line: Line, before: Item, after: Item | None) -> Relation:
    """An error where the one number that is missing between its neighbours would be its own."""
    number = before.number + 1
    missing = after is not None and after.number == number + 1
    witness = [(after.start, after.end + len(after.title))] if missing and after is not None else []
    return slip(
        context,
        [(before.start, before.end + len(before.title)), *witness, (line.start, line.end)],
        "error" if missing else "suspicious",
        f"标题“{line.text}”没有编号，而前面的同级标题编到“{before.marker}{before.title[:16]}”。请核对这里是否漏了第{number}个编号。",
        rule="同级标题应都有编号",
        expected=f"第{number}个编号",
        severity="medium",
    )


def find_inverted_levels(context: Context, items: Sequence[Item], breaks: Sequence[int]) -> Iterator[Relation]:
    """（一） under 1. under （五）: the levels are turned round, unless a heading without a number (at one of
    *breaks*) stands between."""
    outer: Item | None = None
    inner: Item | None = None
    for item in items:
        if item.inline:
            continue
        if item.style in {"一、"} or item.style.startswith("第"):
            outer = inner = None
        elif item.style == "1、":
            inner = item
        elif item.style == "（一）":
            if item.number == 1 and outer is not None and inner is not None and outer.start < inner.start:
                broken = bisect_left(breaks, outer.start) < bisect_left(breaks, item.start)
                if outer.number > 1 and not broken:
                    yield _inverted(context, outer, inner, item)
            outer = item


def _inverted(context: Context, outer: Item, inner: Item, item: Item) -> Relation:
    return slip(
        context,
        [(outer.start, outer.end), (inner.start, inner.end), (item.start, item.end + len(item.title))],
        "suspicious",
        f"“{item.marker}{item.title[:16]}”排在“{inner.marker}{inner.title[:16]}”之下，层次颠倒：（一）应高于1.。"
        "请核对编号层级，或是否漏了上一级标题。",
        rule="一、→（一）→1.→（1）",
        expected="（1）",
    )


def find_contents(context: Context, lines: Sequence[Line], region: tuple[int, int]) -> Iterator[Relation]:
    """The contents list against the headings of the body: the same number of a part should carry the same title."""
    listed = _chapters(items_of(contents_of(lines, region)))
    body = _chapters(items_of(lines[region[1] :]))
    for part, entries in listed.items():
        numbers = [item.number for item in entries]
        if len(entries) < 3 or numbers != list(range(1, len(numbers) + 1)):
            continue
        headings: dict[int, Item] = {}
        for item in body.get(part, ()):
            headings.setdefault(item.number, item)
        yield from _against_body(context, entries, headings)


def _chapters(items: Iterator[Item]) -> dict[int, list[Item]]:
    """The items 一、二、三 by the part (第三部分) that they stand in; 0 where there are no parts."""
    found: dict[int, list[Item]] = {}
    part = 0
    for item in items:
        if item.style == "第分" and not item.inline:
            part = item.number
        elif item.style == "一、" and not item.inline:
            found.setdefault(part, []).append(item)
    return found


def _against_body(context: Context, entries: Sequence[Item], body: dict[int, Item]) -> Iterator[Relation]:
    both = [(entry, body[entry.number]) for entry in entries if entry.number in body]
    alike = [entry for entry, heading in both if _alike(entry.title, heading.title)]
    same = [entry for entry, heading in both if heading.title.startswith(entry.title)]
    if len(alike) * 2 < len(entries):
        return
    for entry, heading in both:
        near = entry in alike and (len(same) < _MANY or len(same) + 1 < len(entries) or entry in same)
        if near:
            continue
        sure = entry not in alike and 2 * (len(alike) + 1) > len(entries) and _unlike(entry.title, heading.title)
        yield slip(
            context,
            [(entry.start, entry.end + len(entry.title)), (heading.start, heading.end + len(heading.title))],
            "error" if sure else "suspicious",
            f"目录中第{entry.number}章是“{entry.title}”，正文中是“{heading.title}”。两处标题应一致，请核对后改其一。",
            rule="目录与正文标题应一致",
            expected=entry.title,
        )


def _unlike(one: str, other: str) -> bool:
    """Whether two titles have no two characters in a row in common."""
    return not {one[i : i + 2] for i in range(len(one) - 1)} & {other[i : i + 2] for i in range(len(other) - 1)}


def _alike(one: str, other: str) -> bool:
    if one.startswith(other) or other.startswith(one):
        return True
    pairs, others = ({text[i : i + 2] for i in range(len(text) - 1)} for text in (one, other))
    return 2 * len(pairs & others) >= max(len(pairs), len(others))
