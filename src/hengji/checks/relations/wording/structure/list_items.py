"""Numbered headings and list items as they stand in the text, and how their numbers are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.pieces import tight
from hengji.checks.relations.wording.lines import MARKER, Line

__all__ = ["Item", "items_of", "like", "other_form", "shown_end"]

_DIGITS = "零一二三四五六七八九"
_INLINE = re.compile(r"(?:(?<=[：:；;。])\s*)(" + MARKER.pattern + ")")
_MARKDOWN = re.compile(r"(?:#{1,6}[ \u3000]+|\*\*(?=[（(一二三四五六七八九十第\d]))+")
"""What marks a heading in Markdown, in front of its number."""
_TITLE_ENDS = re.compile(r"[。；：，,;:（(…]|\.(?!\d)")
_AROUND_NUMBER = re.compile(r"[\s、．.（()）第部分章节篇]")
_NUMERAL = 4  # characters of a Chinese numeral and what follows it
_STOPS = "。；：！？:;!?"


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered heading or list item. `style` is one of 第 一、 （一） 1. （1） 1） ①."""

    style: str
    number: int
    marker: str
    title: str
    start: int
    end: int
    inline: bool
    line: int


def items_of(lines: Sequence[Line]) -> Iterator[Item]:
    """Items in the order of the text: those that begin a line, and those inside a paragraph (“…：1.…；2.…”)."""
    before: Line | None = None
    for index, line in enumerate(lines):
        if line.tabular or (line.centred and not line.text.startswith("第")):
            before = line
            continue
        marked = _MARKDOWN.match(line.text)
        head = MARKER.match(line.text, marked.end() if marked is not None else 0)
        if head is not None:
            yield _item(head.group(), line, head.start(), head.end(), index, inline=not _begins(before, line))
        for match in _INLINE.finditer(line.text, head.end() if head else 0):
            if _names_two(match.group(1), line.text[match.end() : match.end() + _NUMERAL]):
                continue
            yield _item(match.group(1), line, match.start(1), match.end(), index, inline=True)
        before = line


def _names_two(marker: str, behind: str) -> bool:
    """一、二标段合同工期240天: two numbers in a row, of things that are told together; 一、二是 goes on with a list."""
    follows = re.match("[一二三四五六七八九十]{1,3}", behind)
    if (
        follows is None
        or not re.fullmatch("[一二三四五六七八九十]{1,3}、", marker)
        or behind[follows.end() :][:1] == "是"
    ):
        return False
    return whole_number(follows[0]) == whole_number(marker[:-1]) + 1


def _begins(before: Line | None, line: Line) -> bool:
    """Whether *line* begins a paragraph of its own, rather than running on from the line before."""
    return before is None or before.tabular or line.after_blank or before.text[-1] in _STOPS or len(before.text) < 30


def _item(marker: str, line: Line, start: int, end: int, index: int, *, inline: bool) -> Item:
    title = _TITLE_ENDS.split(line.text[end : end + 40].strip(), maxsplit=1)[0]
    style, number = _read(marker)
    return Item(style, number, marker, tight(title), line.start + start, line.start + end, inline, index)


def _read(marker: str) -> tuple[str, int]:
    core = _AROUND_NUMBER.sub("", marker)
    if "①" <= core <= "⑳":
        return "①", ord(core) - ord("①") + 1
    number = whole_number(core)
    if marker.startswith("第"):
        return "第" + marker[-1], number
    kind = "1" if core.isdigit() else "一"
    if marker[0] in "（(":
        return f"（{kind}）", number
    return (f"{kind}）" if marker[-1] in "）)" else f"{kind}、"), number


def other_form(style: str, number: int) -> re.Pattern[str]:
    """The number as it may stand in a text that does not begin an item with it."""
    chinese = _in_chinese(number)
    aged = rf"(?:^|\n)\s*{number}[.．](?=\d+(?:周?岁|[日天%万届年月]))"  # 2.60周岁以上老年人
    hotline = rf"(?:^|\n)\s*{number}[.．](?=\d{{3,5}}[\u4e00-\u9fff])"  # 6.12345热线工单
    arabic, spoken = (
        rf"(?<![\d.]){number}\s*[.．、)）](?!\d)|{aged}|{hotline}",
        rf"{chinese}[、．.）)]|[其第]{chinese}|{chinese}是",
    )
    return re.compile(arabic if "1" in style else spoken)


def _in_chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return f"{'' if tens < 2 else _DIGITS[tens]}{'十' if tens else ''}{_DIGITS[ones] if ones else ''}"


def like(item: Item, number: int) -> str:
    """*number* written as the number of *item* is."""
    if item.style == "①":
        return chr(ord("①") + number - 1) if number <= 20 else str(number)
    figure = str(number) if "1" in item.style else _in_chinese(number)
    return re.sub(r"\d+|[一二三四五六七八九十]+", figure, item.marker, count=1)


def shown_end(item: Item) -> int:
    """Where the first words of *item* end."""
    return item.end + min(len(item.title), 20)
