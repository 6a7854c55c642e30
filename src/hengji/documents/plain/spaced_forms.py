"""The form 项目支出绩效自评表 with single blanks between its cells, as copying a page leaves it.

Below a heading of funds (年初预算数 … 执行率 得分) stand rows of a name and figures, below a heading of indicators rows
that end in target, done, points and score: “委托业务合格率 ≥95% 96% 8 8”.

A row of the form that lacks figures keeps its name alone; where most lines do not fit, they stay lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.documents.headers import is_figure
from hengji.documents.plain.flat_tables import Rows
from hengji.documents.plain.indicator_heads import BRANCH, LEVEL, TAIL, is_tail
from hengji.documents.plain.line_cells import cell_in_line
from hengji.documents.plain.lines import Line
from hengji.facts.document import Cell

__all__ = ["spaced_forms"]

_PIECE: Final = re.compile(r"\S+")
_PROSE: Final = re.compile(r"[。；！？\t|｜]|，.*，")
_GAP: Final = re.compile(r" {2,}|\u3000")
_BUDGET: Final = re.compile("预算数?|安排数?")
_SPENT: Final = re.compile("执行数?|支出数?|决算数?")
_FUND: Final = re.compile(
    r"(?:其中|[其]?他|年度|上年|本年|当年|财政|中央|省级|市级|县级|单位|自筹|资金|总额|合计|一般|政府)"
)
_AMOUNT: Final = re.compile(r"-?\d[\d,]*(?:\.\d+)?[%％]?|[-—/]")
_REMARK: Final = re.compile(r"[\u4e00-\u9fff].*")
_LONGEST: Final = 200
_FEWEST: Final = 3
_TAIL: Final = len(TAIL)
_FUND_ROWS: Final = 6

Span = tuple[int, int]


def spaced_forms(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """The block of funds and the block of indicators of each form, each with its heading."""
    at = 0
    while at < len(lines):
        names = _pieces(lines[at])
        found = _indicators(lines, at, names) or _funds(lines, at, names)
        if found is not None:
            yield found
        at += len(found[0]) if found is not None else 1


def _pieces(line: Line) -> list[Span]:
    text = line.text.strip()
    plain = 0 < len(text) <= _LONGEST and not _PROSE.search(text) and not _GAP.search(text)
    return [match.span() for match in _PIECE.finditer(line.text)] if plain else []


# --------------------------------------------------------------------------------------------------------- indicators
def _indicators(lines: Sequence[Line], at: int, names: list[Span]) -> tuple[list[Line], Rows] | None:
    """Rows below a heading that ends in target, done, points, score and perhaps a remark."""
    texts = [lines[at].text[slice(*span)] for span in names]
    place = next((number for number in range(1, len(texts) - 3) if is_tail(texts[number : number + _TAIL])), 0)
    if not place or len(texts) > place + _TAIL + 1 or not LEVEL.fullmatch(texts[place - 1]):
        return None
    levels = sum(LEVEL.fullmatch(text) is not None for text in texts[:place])
    heading = names[place - levels :]
    rows: Rows = [[cell_in_line(lines[at], 0, column, *span) for column, span in enumerate(heading)]]
    taken, branch = [lines[at]], list[Cell]()
    for line in lines[at + 1 :]:
        spans = _pieces(line)
        cells = _cells_of_row(line, spans, levels, len(rows)) if line.number == taken[-1].number + 1 else None
        if cells is None or (branch and len(cells) == 1):
            break
        taken.append(line)
        if len(cells) > 1:
            rows.append([*(branch if cells[0].column else ()), *cells])
        branch = cells if len(cells) == 1 else []
    taken = taken[:-1] if branch else taken
    return (taken, rows) if len(rows) > _FEWEST else None


def _cells_of_row(line: Line, spans: list[Span], levels: int, row: int) -> list[Cell] | None:
    """The cells of an indicator's row, or the name of a branch alone, which heads the row below; None where the line is
    neither."""
    texts = [line.text[slice(*span)] for span in spans]
    if len(spans) == 1 and BRANCH.fullmatch(texts[0]):
        return [cell_in_line(line, row, 0, *spans[0])]
    end = len(spans)
    if end > _TAIL and _REMARK.match(texts[-1]) and is_figure(texts[-2]) and is_figure(texts[-3]):
        end -= 1  # a remark stands behind the score
    name = end - _TAIL
    if name < 1 or not all(_is_points(text) for text in texts[end - 2 : end]) or is_figure(texts[name - 1]):
        return None
    above = [span for span, text in zip(spans[: name - 1], texts, strict=False) if BRANCH.fullmatch(text)]
    first = len(above)
    if first > levels - 1:
        return None
    columns = [*range(levels - 1 - first, levels - 1), *range(levels - 1, levels + _TAIL)]
    parts = [*above, (spans[first][0], spans[name - 1][1]), *spans[name:end]]
    cells = [cell_in_line(line, row, column, *span) for column, span in zip(columns, parts, strict=True)]
    if end < len(spans):
        cells.append(cell_in_line(line, row, levels + _TAIL, *spans[end]))
    return cells


def _is_points(text: str) -> bool:
    return re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?", text) is not None


# -------------------------------------------------------------------------------------------------------------- funds
def _funds(lines: Sequence[Line], at: int, names: list[Span]) -> tuple[list[Line], Rows] | None:
    """Rows of a name and figures below 年初预算数 全年预算数 全年执行数 分值 执行率 得分: the first has them all, the
    others those of the first columns."""
    texts = [lines[at].text[slice(*span)] for span in names]
    first = next((number for number, text in enumerate(texts) if _BUDGET.search(text) and number), 0)
    wide = len(texts) - first
    if not first or wide < _TAIL or not any(map(_SPENT.search, texts[first:])) or "得分" not in texts[-1]:
        return None
    if any(map(is_figure, texts)):
        return None
    head = [(names[0][0], names[first - 1][1]), *names[first:]]
    rows: Rows = [[cell_in_line(lines[at], 0, column, *span) for column, span in enumerate(head)]]
    taken = [lines[at]]
    for line in lines[at + 1 : at + 1 + _FUND_ROWS]:
        spans = _pieces(line)
        values = [span for span in spans if _AMOUNT.fullmatch(line.text[slice(*span)])]
        name = spans[: len(spans) - len(values)]
        beside = name + values == spans and bool(name) and line.number == taken[-1].number + 1
        whole = len(values) == wide if len(rows) == 1 else len(values) < wide
        if not beside or not whole or not _names_funds(line.text[name[0][0] : name[-1][1]], alone=not values):
            break
        parts = [(name[0][0], name[-1][1]), *values]
        rows.append([cell_in_line(line, len(rows), column, *span) for column, span in enumerate(parts)])
        taken.append(line)
    return (taken, rows) if len(rows) > 1 else None


def _names_funds(name: str, *, alone: bool) -> bool:
    """Whether a row's name is that of a source of money; *alone*: no figure stands behind it."""
    return _FUND.search(name) is not None and not (alone and (" " in name or "目标" in name))
