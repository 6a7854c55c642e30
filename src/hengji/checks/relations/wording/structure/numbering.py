"""Numbers of headings and list items, at every level: missing, doubled, out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.checks.relations.wording.structure.list_items import Item, items_of, like, other_form, shown_end
from hengji.facts.relation import Relation, Verdict

__all__ = ["find_in_cells", "find_numbering"]

_PROSE = 40  # characters of a cell that may hold a list
_YEAR = re.compile(r"\s*20\d\d年")
_PAIR = 2
_KEEP = 3  # lists of one style that stay open at once
_LEAPS = (3, 4)  # numbers left out between two items that both begin a line
_RANKS = ("一、", "（一）", "1、", "（1）", "1）", "①")
"""Styles from the outermost; an item ends the lists of all styles behind its own."""

_INNER = {
    "一、": (re.compile(r"[（(]\s?一\s?[）)]"), re.compile(r"[（(]\s?[一二三四五六七八九十]{1,3}\s?[）)]")),
    "1、": (re.compile(r"[（(]\s?1\s?[）)]"), re.compile(r"[（(]\s?\d{1,2}\s?[）)]")),
}
"""How a list within an item is numbered, whose numbers are not the item's own."""


@dataclass(slots=True)
class _List:
    style: str
    items: list[Item] = field(default_factory=list)
    faulty: bool = False
    awaited: int = 0  # a number reported missing that may still come, out of order

    @property
    def last(self) -> int:
        return self.items[-1].number


def find_numbering(context: Context, items: Sequence[Item]) -> Iterator[Relation]:
    """Every list of two items and more, with the verdict on its sequence."""
    stack: list[_List] = []
    closed: list[_List] = []
    misnumbered = {wrong.start: (before, right) for before, wrong, right in _misnumbered(context, items)}
    for read in items:
        item = read
        if read.start in misnumbered:
            before, item = misnumbered[read.start]
            yield _misnamed(context, before, read, item.number)
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


def find_in_cells(context: Context) -> Iterator[Relation]:
    """Lists inside the cells of tables, which often give only a part of one: numbers that their neighbours deny."""
    for table in context.document.tables:
        for cell in table.cells:
            if len(cell.text) < _PROSE:
                continue
            text = context.document.text[cell.start : cell.end]
            items = list(items_of([Line(cell.start, cell.end, text, tabular=False)]))
            for before, wrong, right in _misnumbered(context, items):
                yield _misnamed(context, before, wrong, right.number)


def _runs(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Items of one style with none of an outer style between them, whatever their numbers."""
    open_runs: dict[str, list[Item]] = {}
    for item in items:
        if item.style not in _RANKS:
            yield from open_runs.values()
            open_runs = {}
            continue
        for inner in _RANKS[_RANKS.index(item.style) + 1 :]:
            if inner in open_runs:
                yield open_runs.pop(inner)
        open_runs.setdefault(item.style, []).append(item)
    yield from open_runs.values()


def _misnumbered(context: Context, items: Sequence[Item]) -> Iterator[tuple[Item, Item, Item]]:
    """A neighbour, an item whose number its neighbours on both sides deny, and the item as it should be: 3. between
    1. 2. and 4., or the 5. that a list of 2. 3. begins with."""
    for run in _runs(items):
        for index, item in enumerate(run):
            before = run[index - 1] if index else None
            after = run[index + 1 : index + 3]
            number = _denied(before, item, after) or _first_of_two(items, run, item)
            since = before.end if before is not None else item.start
            if number and not _stands_in(context, number, item, (since, after[0].start)):
                yield after[0] if number == 1 or before is None else before, item, replace(item, number=number)


def _denied(before: Item | None, item: Item, after: Sequence[Item]) -> int:
    """The number that the neighbours leave to *item*; 0 where it has it, or they leave none."""
    if not after or not _joined(item, after[0]) or item.title[:8] == after[0].title[:8]:
        return 0
    numbers = [one.number for one in after]
    if before is not None and numbers[0] == before.number + 2:
        return before.number + 1 if item.number != before.number + 1 and _joined(before, item) else 0
    goes_on = before is not None and (before.number + 1 == item.number or before.number == 1)
    return 1 if item.number != 1 and not goes_on and numbers == [2, 3] and _joined(*after) else 0


def _first_of_two(items: Sequence[Item], run: Sequence[Item], item: Item) -> int:
    """1 for the 4. of a list of 4. 2. that stands alone under its heading."""
    numbers = [one.number for one in run]
    if len(run) != 2 or item is not run[0] or numbers[0] <= numbers[1] or numbers[1] != 2 or run[0].inline:
        return 0
    place = items.index(item)
    under = place > 0 and items[place - 1].style in _RANKS[: _RANKS.index(item.style)]
    return 1 if under and not run[1].inline else 0


def _joined(one: Item, other: Item) -> bool:
    return one.inline == other.inline or one.line == other.line


def _stands_in(context: Context, number: int, item: Item, span: tuple[int, int]) -> bool:
    """Whether *number* stands within *span*, apart from *item*, in some other form."""
    text = context.document.text
    parts = (text[span[0] : item.start], text[item.end : min(span[1], item.end + 20_000)])
    return any(other_form(item.style, number).search(part) for part in parts)


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
    if (
        awaited
        or repeated
        or (step > 1 and _in_between(context, previous, item))
        or _begun_between(context, previous, item)
    ):
        return
    each.faulty = True
    bare = _without_mark(context, previous, item) if step == _PAIR else None
    yield _unmarked(context, bare, previous) if bare is not None else _report(context, each, previous, item)


def _repeats(each: _List, item: Item) -> bool:
    """A running head, or a page that the extraction gave twice: the same number with the same words."""
    return any(other.number == item.number and other.title[:8] == item.title[:8] for other in each.items[-60:])


def _in_between(context: Context, previous: Item, item: Item) -> bool:
    """Whether a missing number stands in the text between in some other form (其二, 二是, in a table, in mid-line)."""
    text = context.document.text[previous.end : min(item.start, previous.end + 20_000)]
    if item.style in _INNER and _INNER[item.style][0].search(text):
        text = _INNER[item.style][1].sub("", text)  # a list of its own within the item
    return other_form(item.style, previous.number + 1).search(text) is not None


def _begun_between(context: Context, previous: Item, item: Item) -> bool:
    """十一、名词解释（一）…（二）…: a list that began right behind its heading, in mid-line."""
    first = like(item, item.number - 1) if item.number > 1 and item.number <= previous.number else ""
    between = context.document.text[previous.end : item.start]
    return bool(first) and item.inline and first in between


def _without_mark(context: Context, previous: Item, item: Item) -> re.Match[str] | None:
    """The missing number at the start of a line, without the mark that follows the others: 18“社会保障…, 2公共安全…."""
    if item.style not in ("1、", "一、"):
        return None
    number = re.escape(re.sub(r"[、.．\s]", "", like(previous, previous.number + 1)))
    end = min(item.start, previous.end + 20_000)
    return re.compile(rf"\n[ \t\u3000]*(?P<number>{number}[“\"]?)(?=[“\"]?[.．]?\s?[\u4e00-\u9fff])").search(
        context.document.text, previous.end, end
    )


def _unmarked(context: Context, bare: re.Match[str], previous: Item) -> Relation:
    expected = like(previous, previous.number + 1)
    return slip(
        context,
        [(previous.start, previous.end), bare.span("number")],
        "error",
        f"这一项的编号写作“{bare['number']}”，标点缺漏或写错位置；前后各项写作“{previous.marker}”。应为“{expected}”。",
        rule="编号的写法应一致",
        expected=expected,
        likely=f"应为“{expected}”",
    )


def _report(context: Context, each: _List, previous: Item, item: Item) -> Relation:
    step = item.number - previous.number
    here, there = item.marker + item.title[:20], previous.marker + previous.title[:20]
    expected = like(item, previous.number + 1)
    plainly = step in (0, 2) or (step in _LEAPS and not (item.inline or previous.inline))
    titled = (_YEAR.match(previous.title) is None) == (_YEAR.match(item.title) is None)
    alike = titled or previous.marker.strip()[-1:] == item.marker.strip()[-1:]  # 2、…的论证, 4.2017年度…报告: two lists
    certain: Verdict = "error" if plainly and alike and not item.style.startswith("第") else "suspicious"
    if step > 1:
        what = f"编号不连续：“{there}”之后应是“{expected}”，文中却是“{here}”"
        mend = f"请补上漏掉的“{expected}”一项（或其编号），或把后面各项顺次改号。"
    elif step == 0:
        what, mend = f"编号重复：“{there}”之后又是“{here}”", f"应为“{expected}”，请顺次改号。"
    else:
        what, mend = f"编号倒退：“{there}”之后是“{here}”", "请核对各项的先后次序，或是否有文字重复。"
    return slip(
        context,
        [(previous.start, shown_end(previous)), (item.start, shown_end(item))],
        certain,
        f"{what}。{mend}",
        rule="编号应依次连续",
        expected=expected,
        likely=f"“{item.marker}”应为“{expected}”或漏了一项",
        severity="medium",
    )


def _misnamed(context: Context, neighbour: Item, item: Item, number: int) -> Relation:
    expected, here = like(item, number), item.marker + item.title[:20]
    return slip(
        context,
        [(neighbour.start, shown_end(neighbour)), (item.start, shown_end(item))],
        "error",
        f"编号有误：按前后各项的编号，“{here}”应是“{expected}”。请改号。",
        rule="编号应依次连续",
        expected=expected,
        likely=f"“{item.marker}”应为“{expected}”",
        severity="medium",
    )


def _whole(context: Context, each: _List) -> Relation:
    markers = [(item.start, shown_end(item)) for item in each.items]
    first, last = each.items[0].marker, each.items[-1].marker
    return slip(
        context,
        markers,
        "ok",
        f"从“{first}”到“{last}”的编号依次连续。",
        rule="编号应依次连续",
        expected=f"{first}…{last}",
    )
