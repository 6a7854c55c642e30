"""Numbers of headings and list items, at every level: missing, doubled, out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip, tight
from hengji.checks.relations.wording.lines import MARKER, Line
from hengji.facts.relation import Relation, Verdict

__all__ = ["Item", "find_numbering", "items_of"]

_DIGITS = "零一二三四五六七八九"
_INLINE = re.compile(r"(?:(?<=[：:；;。])\s*)(" + MARKER.pattern + ")")
_KEEP = 3  # lists of one style that stay open at once
_LEAPS = (3, 4)  # numbers left out between two items that both begin a line
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


@dataclass(slots=True)
class _List:
    style: str
    items: list[Item] = field(default_factory=list)
    faulty: bool = False
    awaited: int = 0  # a number reported missing that may still come, out of order

    @property
    def last(self) -> int:
        return self.items[-1].number


def items_of(lines: Sequence[Line]) -> Iterator[Item]:
    """Items in the order of the text: those that begin a line, and those inside a paragraph (“…：1.…；2.…”)."""
    before: Line | None = None
    for index, line in enumerate(lines):
        if line.tabular or (line.centred and not line.text.startswith("第")):
            before = line
            continue
        head = MARKER.match(line.text)
        if head is not None:
            yield _item(head.group(), line, 0, head.end(), index, inline=not _begins(before, line))
        for match in _INLINE.finditer(line.text, head.end() if head else 0):
            yield _item(match.group(1), line, match.start(1), match.end(), index, inline=True)
        before = line


def _begins(before: Line | None, line: Line) -> bool:
    """Whether *line* begins a paragraph of its own, rather than running on from the line before."""
    return before is None or before.tabular or line.after_blank or before.text[-1] in _STOPS or len(before.text) < 30


def _item(marker: str, line: Line, start: int, end: int, index: int, *, inline: bool) -> Item:
    title = re.split(r"[。；：，,;:（(.…]", line.text[end : end + 40].strip(), maxsplit=1)[0]
    style, number = _read(marker)
    return Item(style, number, marker, tight(title), line.start + start, line.start + end, inline, index)


def _read(marker: str) -> tuple[str, int]:
    core = re.sub(r"[\s、．.（()）第部分章节篇]", "", marker)
    if "①" <= core <= "⑳":
        return "①", ord(core) - ord("①") + 1
    number = int(core) if core.isdigit() else _chinese(core)
    if marker.startswith("第"):
        return "第" + marker[-1], number
    kind = "1" if core.isdigit() else "一"
    if marker[0] in "（(":
        return f"（{kind}）", number
    return (f"{kind}）" if marker[-1] in "）)" else f"{kind}、"), number


def _chinese(core: str) -> int:
    if "十" not in core:
        return _DIGITS.find(core) if len(core) == 1 else 0
    tens, _, ones = core.partition("十")
    return (_DIGITS.find(tens) if tens else 1) * 10 + (_DIGITS.find(ones) if ones else 0)


def find_numbering(context: Context, items: Sequence[Item]) -> Iterator[Relation]:
    """Every list of two items and more, with the verdict on its sequence."""
    stack: list[_List] = []
    closed: list[_List] = []
    for item in items:
        fitting = next((each for each in reversed(stack) if each.style == item.style and _fits(each, item)), None)
        if fitting is not None:
            _close_below(stack, fitting, closed)
            fitting.items.append(item)
        elif item.number == 1:
            stack.append(_List(item.style, [item]))
            _trim(stack, item.style, closed)
        elif not item.inline or _same_paragraph(stack, item):
            yield from _fault(context, stack, closed, item)
    yield from (_whole(context, each) for each in [*closed, *stack] if len(each.items) > 2 and not each.faulty)


def _fits(each: _List, item: Item) -> bool:
    return item.number == each.last + 1


def _same_paragraph(stack: list[_List], item: Item) -> bool:
    open_list = next((each for each in reversed(stack) if each.style == item.style), None)
    return open_list is not None and open_list.items[-1].line == item.line


def _close_below(stack: list[_List], fitting: _List, closed: list[_List]) -> None:
    """Lists of other styles end where *fitting* goes on; one of its own runs beside it, as the two sides of an account
    told line by line do (收入 一、二、三, 支出 一、二、三)."""
    place = next(index for index, each in enumerate(stack) if each is fitting)
    below = stack[place + 1 :]
    closed.extend(each for each in below if each.style != fitting.style)
    stack[place + 1 :] = [each for each in below if each.style == fitting.style]


def _trim(stack: list[_List], style: str, closed: list[_List]) -> None:
    same = [each for each in stack if each.style == style]
    for each in same[:-_KEEP]:
        closed.append(each)
        stack[:] = [other for other in stack if other is not each]


def _fault(context: Context, stack: list[_List], closed: list[_List], item: Item) -> Iterator[Relation]:
    each = next((each for each in reversed(stack) if each.style == item.style), None)
    if each is None:
        return
    previous, step = each.items[-1], item.number - each.last
    awaited, repeated = each.awaited == item.number, _repeats(each, item)
    _close_below(stack, each, closed)
    each.items.append(item)
    each.awaited = item.number - 1
    if awaited or repeated or (step > 1 and _in_between(context, previous, item)):
        return
    each.faulty = True
    yield _report(context, each, previous, item)


def _repeats(each: _List, item: Item) -> bool:
    """A running head, or a page that the extraction gave twice: the same number with the same words."""
    return any(other.number == item.number and other.title[:8] == item.title[:8] for other in each.items[-60:])


def _in_between(context: Context, previous: Item, item: Item) -> bool:
    """Whether a missing number stands in the text between in some other form (其二, 二是, in a table, in mid-line)."""
    text = context.document.text[previous.end : min(item.start, previous.end + 20_000)]
    arabic, chinese = previous.number + 1, _in_chinese(previous.number + 1)
    forms = (
        rf"(?<![\d.]){arabic}\s*[.．、)）](?!\d)"
        if "1" in item.style
        else rf"{chinese}[、．.）)]|[其第]{chinese}|{chinese}是"
    )
    return re.search(forms, text) is not None


def _in_chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return f"{'' if tens < 2 else _DIGITS[tens]}{'十' if tens else ''}{_DIGITS[ones] if ones else ''}"


def _report(context: Context, each: _List, previous: Item, item: Item) -> Relation:
    step = item.number - previous.number
    here, there = item.marker + item.title[:20], previous.marker + previous.title[:20]
    expected = _like(item, previous.number + 1)
    plainly = step in (0, 2) or (step in _LEAPS and not (item.inline or previous.inline))
    certain: Verdict = "error" if plainly and not item.style.startswith("第") else "suspicious"
    if step > 1:
        what = f"编号不连续：“{there}”之后应是“{expected}”，文中却是“{here}”"
        mend = f"请补上漏掉的“{expected}”一项（或其编号），或把后面各项顺次改号。"
    elif step == 0:
        what, mend = f"编号重复：“{there}”之后又是“{here}”", f"应为“{expected}”，请顺次改号。"
    else:
        what, mend = f"编号倒退：“{there}”之后是“{here}”", "请核对各项的先后次序，或是否有文字重复。"
    return slip(
        context,
        [(previous.start, _shown_end(previous)), (item.start, _shown_end(item))],
        certain,
        f"{what}。{mend}",
        rule="编号应依次连续",
        expected=expected,
        likely=f"“{item.marker}”应为“{expected}”或漏了一项",
        severity="medium",
    )


def _like(item: Item, number: int) -> str:
    if item.style == "①":
        return chr(ord("①") + number - 1) if number <= 20 else str(number)
    figure = str(number) if "1" in item.style else _in_chinese(number)
    return re.sub(r"\d+|[一二三四五六七八九十]+", figure, item.marker, count=1)


def _shown_end(item: Item) -> int:
    return item.end + min(len(item.title), 20)


def _whole(context: Context, each: _List) -> Relation:
    markers = [(item.start, _shown_end(item)) for item in each.items]
    first, last = each.items[0].marker, each.items[-1].marker
    return slip(
        context,
        markers,
        "ok",
        f"从“{first}”到“{last}”的编号依次连续。",
        rule="编号应依次连续",
        expected=f"{first}…{last}",
    )
