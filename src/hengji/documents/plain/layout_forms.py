"""The form 项目支出绩效自评表 as ``pdftotext -layout`` leaves it, its columns run together: ``≤5万元 3.3万元 10  10``.

Its rows are read from their right end: target, done, points and score, and perhaps a reason. The names of branches,
which stand in the middle of merged cells, are left out, for nothing tells where such a cell begins. A block in which
any line with a figure cannot be read is not read at all: a total over rows of which one is missing is worse than none.
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
from hengji.documents.plain.scored_heads import total_label
from hengji.facts.document import Cell

__all__ = ["layout_forms"]

_PIECE: Final = re.compile(r"\S+")
_GAP: Final = re.compile(r"[ \u3000]{2,}")
_STANDS_BESIDE: Final = re.compile("绩效指标?")
_SCORE: Final = TAIL[-1]
_BUDGET: Final = re.compile(r"(?:年初|全年|年度|调整后?)?预算数?(?:[（(]\w[)）])?")
_SPENT: Final = re.compile(r"(?:全年|年度|实际)?(?:执行|支出|决算)数(?:[（(]\w[)）])?")
_RATE: Final = re.compile("(?:预算)?执行率")
_AMOUNT: Final = re.compile(r"-?\d[\d,]*(?:\.\d+)?[%％]?|[-—－–/]+")
_BARE: Final = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
_STOP: Final = re.compile("[。；！？]")
_FEWEST: Final = 3
_MOST_STRAY: Final = 3
_FUND_ROWS: Final = 8
_LONGEST: Final = 200

Span = tuple[int, int]
Block = tuple[list[Line], Rows]


def layout_forms(lines: Sequence[Line]) -> Iterator[Block]:
    """The block of funds and the block of indicators of each form, each with its heading."""
    at = 0
    while at < len(lines):
        found = _indicators(lines, at) or _funds(lines, at)
        if found is not None:
            yield found
        at += len(found[0]) if found is not None else 1


def _pieces(line: Line) -> list[Span]:
    return [match.span() for match in _PIECE.finditer(line.text)]


def _texts(line: Line, spans: Sequence[Span]) -> list[str]:
    return [line.text[slice(*span)] for span in spans]


# --------------------------------------------------------------------------------------------------------- indicators
def _indicators(lines: Sequence[Line], at: int) -> Block | None:
    """Rows below a heading that has target, done, points and score side by side, down to the total."""
    place = _tail_of(lines[at])
    if not place:
        return None
    names = _pieces(lines[at])[place - 1 : place + len(TAIL) + 1]
    rows: Rows = [[cell_in_line(lines[at], 0, column, *span) for column, span in enumerate(names)]]
    end, stray = at, 0
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if line.is_blank or _tail_of(line):
            continue
        cells = _row(line, len(rows))
        if cells is None and (not _is_stray(line) or stray == _MOST_STRAY):
            break
        stray = 0 if cells is not None else stray + 1
        if cells is not None:
            rows.append(cells)
            end = number
            if total_label(cells[0].text):
                return [*lines[at : end + 1]], rows
    return None if len(rows) <= _FEWEST or _is_cut(lines, end) else ([*lines[at : end + 1]], rows)


def _tail_of(line: Line) -> int:
    """Where in a heading the four names stand, behind the name of the indicators; 0 where the line is none."""
    if len(line.text) > _LONGEST or "得分" not in line.text:
        return 0
    texts = _texts(line, _pieces(line))
    for place in range(1, len(texts) - len(TAIL) + 1):
        tail = texts[place : place + len(TAIL)]
        if is_tail(tail):
            return place if LEVEL.fullmatch(texts[place - 1]) else 0
    return 0


def _row(line: Line, row: int) -> list[Cell] | None:
    """Name, target, done, points, score and reason; or a total with its points and score."""
    spans = _pieces(line)
    texts = _texts(line, spans)
    bare = [bool(_BARE.fullmatch(text)) for text in texts]
    if texts and total_label(texts[0]) and len(texts) == _FEWEST and all(bare[1:]):
        places = (0, len(TAIL) - 1, len(TAIL))
        return [cell_in_line(line, row, column, *span) for column, span in zip(places, spans, strict=True)]
    ends = [at for at in range(len(texts) - 1, _FEWEST, -1) if bare[at] and bare[at - 1]]
    if len(ends) != 1 or any(bare[ends[0] + 1 :]):
        return None
    score = ends[0]
    left = line.text[: spans[score - 3][0]]
    name = _name(line, left)
    if name is None:
        return None
    cells = [cell_in_line(line, row, 0, *name)]
    cells += [cell_in_line(line, row, 1 + place, *span) for place, span in enumerate(spans[score - 3 : score + 1])]
    if score + 1 < len(spans):
        cells.append(cell_in_line(line, row, len(TAIL) + 1, spans[score + 1][0], spans[-1][1]))
    return cells


def _name(line: Line, left: str) -> Span | None:
    """The last name in front of the values, without those of the branches that stand beside it."""
    begin = max((match.end() for match in _GAP.finditer(left.rstrip())), default=0)
    spans = [span for span in _pieces(line) if begin <= span[0] < len(left)]
    own = [span for span in spans if not _is_beside(line.text[slice(*span)])]
    own = own or spans[-1:]
    return (own[0][0], own[-1][1]) if own and not is_figure(line.text[own[0][0] : own[-1][1]]) else None


def _is_beside(name: str) -> bool:
    return BRANCH.fullmatch(name) is not None or _STANDS_BESIDE.fullmatch(name) is not None


def _is_stray(line: Line) -> bool:
    """Pieces of names that were broken over lines, or a page's number: nothing with a figure of its own."""
    texts = _texts(line, _pieces(line))
    alone = len(texts) == 1 and texts[0].strip("-—第页 ").isdigit()
    return alone or not (_STOP.search(line.text) or any(_AMOUNT.fullmatch(text) for text in texts))


def _is_cut(lines: Sequence[Line], last: int) -> bool:
    """Whether a line with points and a score follows that could not be read."""
    following = [line for line in lines[last + 1 : last + 1 + _MOST_STRAY] if not line.is_blank]
    return any(sum(bool(_BARE.fullmatch(text)) for text in _texts(line, _pieces(line))) > 1 for line in following)


# -------------------------------------------------------------------------------------------------------------- funds
def _funds(lines: Sequence[Line], at: int) -> Block | None:
    """Rows of a name and figures below 年初预算数 全年预算数 全年执行数 分值 执行率 得分."""
    if len(lines[at].text) > _LONGEST or "执行率" not in lines[at].text:
        return None
    spans = _pieces(lines[at])
    texts = _texts(lines[at], spans)
    first = next((place for place, text in enumerate(texts) if _BUDGET.fullmatch(text)), -1)
    names = texts[first:] if first >= 0 else []
    rate = next((place for place, text in enumerate(names) if _RATE.fullmatch(text)), -1)
    if rate < 0 or not any(map(_SPENT.fullmatch, names)) or not _SCORE.fullmatch(names[-1]) or first > 1:
        return None
    rows: Rows = [_fund_heading(lines[at], spans, first)]
    end = at
    for number in range(at + 1, min(len(lines), at + 1 + 2 * _FUND_ROWS)):
        cells = _fund_row(lines[number], len(rows), len(names), rate)
        if cells is not None:
            rows.append(cells)
            end = number
        elif not lines[number].is_blank and not _is_broken_name(lines[number]):
            break
    return ([*lines[at : end + 1]], rows) if len(rows) > 1 else None


def _fund_heading(line: Line, spans: Sequence[Span], first: int) -> list[Cell]:
    label = cell_in_line(line, 0, 0, *(spans[0] if first else (0, 0)))
    return [label, *(cell_in_line(line, 0, column, *span) for column, span in enumerate(spans[first:], start=1))]


def _fund_row(line: Line, row: int, wide: int, rate: int) -> list[Cell] | None:
    """The last name in front of the figures; as many as the heading has, or amounts and perhaps their rate."""
    spans = _pieces(line)
    values = [span for span in spans if _AMOUNT.fullmatch(line.text[slice(*span)])]
    if not values or values != spans[len(spans) - len(values) :] or len(values) == len(spans) or len(values) > wide:
        return None
    rates = [span for span in values if line.text[slice(*span)].endswith(("%", "％"))]
    amounts = [span for span in values if span not in rates]
    if len(values) == wide:
        places = list(range(1, wide + 1))
    elif len(amounts) <= rate - 1 and len(rates) <= 1 and values == [*amounts, *rates]:
        places = [*range(1, len(amounts) + 1), *(rate + 1 for _ in rates)]
    else:
        return None
    name = _name(line, line.text[: values[0][0]])
    if name is None:
        return None
    cells = [cell_in_line(line, row, 0, *name)]
    return [*cells, *(cell_in_line(line, row, place, *span) for place, span in zip(places, values, strict=True))]


def _is_broken_name(line: Line) -> bool:
    """（万元）, the rest of a name beside the rows."""
    texts = _texts(line, _pieces(line))
    return len(texts) == 1 and len(texts[0]) <= len("（万元）") + 2 and not is_figure(texts[0])
