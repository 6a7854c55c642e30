"""People against posts in the rows of a table, where the text beside it says that no body has more people than posts:
编制数 24、在职 26, and 各单位均在编制限额内配备人员."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.tables.amounts import tight
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.relation import Relation

__all__ = ["staff_tables"]

_POSTS: Final = re.compile(
    "^(?:核定)?(?:人员)?(?:总)?编制(?:总)?(?:人?数|名额|限额|总数)?(?:[（(].*)?$|^核[编定](?:编制|人数|数)?$"
)
_PEOPLE: Final = re.compile("^(?:年末)?(?:实有|在职|在编|现有|实际)(?:在[职编岗])?(?:人员|职工|人数|数)*(?:[（(].*)?$")
_TOTAL: Final = re.compile("合计|总计|小计|共计|^计$")
_KEPT: Final = re.compile(
    r"(?:均|都|全部)?(?<!未)在(?:核定的?)?编制(?:数|限额|总额|总数|员额)?(?:之内|以内|内|范围内?)|(?:未|没有|不存在|无|均未)(?:一家)?(?:出现)?(?:人员)?(?:超编|超过编制|超出编制|突破编制|超核定编制|超过核定编制)"
)
_OWNED: Final = re.compile("(?<!未)(?<!不)(?<!无)(?<!没有)(?<!不存在)(?<!是否)超编(?!情况)|超出编制\\d|多于编制")
_COLUMN: Final = re.compile("是否超编|超编情况|有无超编")
_NAMES: Final = re.compile("^(?:单位|部门|机构)(?:名称)?$")
_WHY: Final = re.compile(r"超编|超出编制|编外|聘用|借调|挂职|军转|安置|划转|临聘|劳务派遣|控制率[^，。；\d]{0,4}1\d\d")
"""What may put more people into a body than it has posts."""
_PAIR: Final = 2
_REACH: Final = 500
_HEADS: Final = 6


def staff_tables(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``, errors all: without the claim there may be reasons that the paper does not tell."""
    text = context.document.text
    yield from _in_lines(context)
    for table in context.document.tables:
        around = tight(text[max(0, table.start - _REACH) : table.start] + text[table.end : table.end + _REACH])
        claim = _KEPT.search(around)
        for part in parts_of(context, table):
            posts, people = part.columns_named(_POSTS), part.columns_named(_PEOPLE)
            if len(posts) != 1 or len(people) != 1:
                continue
            denied = [at for at in range(part.grid.width) if _COLUMN.search(part.last_head(at))]
            alone = _only_one(context, part, (posts[0], people[0])) if claim is None and not denied else None
            if alone is not None:
                yield from _row(context, part, alone, (posts[0], people[0]), "")
            for row in part.body:
                said = denied and tight(part.grid.text(row, denied[0])) in ("否", "无", "未超编", "不超编")
                if said or (claim is not None and not _OWNED.search(around)):
                    yield from _row(context, part, row, (posts[0], people[0]), claim[0] if claim else "未超编")


def _only_one(context: Context, part: Part, columns: tuple[int, int]) -> int | None:
    """The one body of several that has more people than posts, where nothing in the paper tells why."""
    pairs = [(row, [part.grid.amount(row, at) for at in columns]) for row in part.body]
    told = [(row, a.value, b.value) for row, (a, b) in pairs if a is not None and b is not None]
    told = [one for one in told if not _TOTAL.search(part.grid.text(one[0], 0))]
    over = [row for row, allowed, there in told if 0 < allowed < there]
    return over[0] if len(over) == 1 and len(told) > _PAIR and not _WHY.search(context.document.text) else None


def _row(context: Context, part: Part, row: int, columns: tuple[int, int], claim: str) -> Iterator[Relation]:
    name = next((text for at in range(min(columns)) if len(text := part.grid.text(row, at)) > 1), "")
    allowed, there = (part.grid.amount(row, at) for at in columns)
    if allowed is not None and there is not None and not _TOTAL.search(name) and 0 < allowed.value < there.value:
        yield _relation(context, name, (_span(part, row, columns[0]), _span(part, row, columns[1])), claim)


def _relation(context: Context, name: str, places: tuple[Span, Span], claim: str) -> Relation:
    allowed, there = (context.document.text[slice(*place)].strip() for place in places)
    why = f"而文中称“{claim}”" if claim else "只有这一家超编，文中没有说明"
    message = f"“{name}”编制 {allowed}，在职（实有）{there}，{why}。请核对人数，或说明超编原因。"
    figures = (piece(context, "establishment", *places[0]), piece(context, "headcount", *places[1]))
    return Relation(
        "policy", "error", figures, "在职人数 ≤ 编制数", f"≤ {allowed}", there, message, "在职人数超过编制数", "high"
    )


def _in_lines(context: Context) -> Iterator[Relation]:
    """A table whose cells stand in lines of their own: heads of a name, of posts, of people, then rows of as many."""
    lines = [(one[0].strip(), one.span()) for one in re.finditer(r"[^\n]+", context.document.text)]
    for at, (head, place) in enumerate(lines):
        if not _POSTS.match(head) or context.table_at(place[0]) is not None:
            continue
        first = next((back for back in range(at - 1, max(at - _HEADS, -1), -1) if _NAMES.match(lines[back][0])), None)
        last = next(
            (
                i
                for i in range(at, min(at + _HEADS, len(lines)))
                if not _PEOPLE.match(lines[i][0]) and not _POSTS.match(lines[i][0])
            ),
            len(lines),
        )
        heads = [text for text, _ in lines[first:last]] if first is not None else []
        people = [i for i, text in enumerate(heads) if _PEOPLE.match(text)]
        if first is None or len(people) != 1:
            continue
        rows = _rows(lines, last, len(heads))
        end = rows[-1][-1][1][1] if rows else place[1]
        claim = _KEPT.search(tight(context.document.text[end : end + _REACH]))
        bodies = [row for row in rows if not _TOTAL.search(row[0][0])]
        over = [row for row in bodies if 0 < int(row[at - first][0]) < int(row[people[0]][0])]
        alone = len(over) == 1 and len(bodies) > _PAIR and not _WHY.search(context.document.text)
        for row in over if claim is not None or alone else ():
            yield _relation(context, row[0][0], (row[at - first][1], row[people[0]][1]), claim[0] if claim else "")


def _rows(lines: Sequence[tuple[str, Span]], start: int, width: int) -> list[Sequence[tuple[str, Span]]]:
    found: list[Sequence[tuple[str, Span]]] = []
    while start + width <= len(lines):
        row = lines[start : start + width]
        if row[0][0].isdigit() or not all(text.isdigit() for text, _ in row[1:]):
            break
        found.append(row)
        start += width
    return found


def _span(part: Part, row: int, column: int) -> Span:
    cell = part.grid.cell(row, column)
    return (cell.start, cell.end) if cell is not None else (0, 0)
