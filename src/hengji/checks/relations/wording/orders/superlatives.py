"""“满意率最高的是甲，最低的是乙” against the rows of the table, or the figures of the list, that it speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.relation import Relation

__all__ = ["superlatives"]

_SAID: Final = near(
    re.compile(
        r"(?P<what>[\u4e00-\u9fff]{2,10}?)?最(?P<way>[高低多少大小])的(?:[\u4e00-\u9fff]{0,6}?)(?:是|为)[“\"]?(?P<name>[\u4e00-\u9fff（）A-Za-z]{2,24}?)[”\"]?(?=[，,。；;、（(和]|$)"
    ),
    "最[高低多少大小]的",
    80,
)
_SAID_OF: Final = near(
    re.compile(
        r"(?:^|(?<=[，,。；;、\n]))(?P<name>[\u4e00-\u9fff（）]{3,24}?)(?:的)?(?P<what>(?:执行|完成|得分|支出|到位|使用|拨付)(?:率|进度)|满意[度率])最(?P<way>[高低])(?=[，,。；;、（(])",
        re.MULTILINE,
    ),
    "最[高低多少大小]",
    120,
)
_TOTAL: Final = re.compile("合计|总计|小计|平均|总分|(?:总体|综合)(?=$|得分|平均|满意|执行|情况)")
_REACH: Final = 1500
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a table by the names of its rows."""

    head: str
    cells: Mapping[str, Amount]


def superlatives(context: Context) -> Iterator[Relation]:
    """Relations of kind ``list_order``; silent where the rows or the column cannot be told."""
    text = context.document.text
    columns: list[tuple[int, _Column]] | None = None
    what = ""
    for match in sorted((*_SAID.finditer(text), *_SAID_OF.finditer(text)), key=re.Match.start):
        if context.table_at(match.start()) is not None:
            continue
        columns = sorted(_columns(context), key=lambda one: one[0]) if columns is None else columns
        what = match["what"] or what
        first = bisect_left(columns, match.start() - _REACH, key=lambda one: one[0])
        last = bisect_left(columns, match.start() + _REACH, key=lambda one: one[0])
        near = [column for _, column in columns[first:last]]
        named = [column for column in near if _bare(match["name"]) in column.cells and _called(column, what)]
        if len(named) == 1:
            yield _relation(context, match, named[0])


def _called(column: _Column, what: str) -> bool:
    """Whether the column is what the sentence measures by: 满意率, 得分率, 支出; only a rate may go unnamed."""
    bare = re.sub(r"^(?:其中|各项|各|单项|从)", "", what)
    head = re.sub(r"[（(].*?[)）]", "", column.head)
    return len(bare) > 1 and bool(head) and (bare.endswith(head) or head.endswith(bare[-3:]))


def _bare(name: str) -> str:
    return re.sub(r"[“”\"\s]|^(?:对|在)|(?:方面|指标|类|项目|一项)$", "", name)


def _columns(context: Context) -> Iterator[tuple[int, _Column]]:
    for table in context.document.tables:
        for part in parts_of(context, table):
            for column in part.number_columns:
                cells = _cells(part, column)
                if len(cells) >= _FEWEST:
                    yield table.start, _Column(part.last_head(column), cells)


def _cells(part: Part, column: int) -> dict[str, Amount]:
    """The figures of a column by the last name of their row; nothing where two rows have one name."""
    found: dict[str, Amount] = {}
    for row in part.body:
        names = [text for at in part.text_columns if at < column and (text := part.grid.text(row, at))]
        amount = part.grid.amount(row, column)
        if names and amount is not None and not _TOTAL.search("".join(names)):
            if _bare(names[-1]) in found:
                return {}
            found[_bare(names[-1])] = amount
    return found


def _relation(context: Context, match: re.Match[str], column: _Column) -> Relation:
    highest = match["way"] in "高多大"
    own = column.cells[_bare(match["name"])]
    best_name, best = (max if highest else min)(column.cells.items(), key=lambda cell: cell[1].value)
    holds = own.value == best.value
    place: Span = match.span("name")
    word = f"最{match['way']}"
    message = f"“{match['name']}”的{column.head}{own.text}为{word}，与表中一致。"
    if not holds:
        message = f"文中说{word}的是“{match['name']}”（{own.text}），而表中“{best_name}”为 {best.text}。"
    figures = (best.figure("best"), own.figure("own"), piece(context, "stated", *place))
    what = f"{word}的一项"
    if holds:
        return Relation("list_order", "ok", figures, what, best_name, match["name"], message)
    likely = f"应为“{best_name}”。"
    return Relation("list_order", "error", figures, what, best_name, match["name"], message, likely, "high")
