"""Tables that plain text keeps by marks in a line: tabs, markdown's pipes, bars or commas between cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from hengji.documents.headers import is_figure, names_a_column
from hengji.documents.plain.line_cells import cell_in_line
from hengji.documents.plain.lines import Line
from hengji.documents.plain.ragged_rows import with_cells_in_place
from hengji.documents.plain.wrapped_rows import whole_rows
from hengji.facts.document import Cell

__all__ = ["Rows", "comma_tables", "pipe_tables", "tab_tables", "wide_bar_tables", "wide_blank_tables"]

Rows = list[list[Cell]]
"""A table's cells by row, before headings are looked for."""

_LEADERS: Final = re.compile(r"(?:[.．…·]\s*){3,}\d+\s*$|\t\s*\d{1,3}\s*$")
_TAIL: Final = 100
"""Characters at the end of a line that hold a contents list's leaders; whole lines cost quadratic time."""
_RULE: Final = re.compile(r"\s*+\|?\s*+(?::-+:?|--+:?|-:)\s*+(?:\|\s*+(?::-+:?|--+:?|-:)\s*+)*\|?\s*+")
_PIPE: Final = re.compile(r"(?<!\\)\|")
_BARE_ROW: Final = re.compile(
    r"[^|。；]{1,40}(?:[ \t]\|(?:[ \t][^|。；]{1,40}|(?=[ \t]*(?:\||$)))){1,9}|(?:\|[ \t][^|。；]{1,40}){1,9}"
)
_BARS: Final = re.compile("[｜|]")
_COMMAS: Final = re.compile(",")
_WIDE_BLANK: Final = re.compile("\u3000")
_THOUSANDS: Final = re.compile(r"(?<![\d.])\d{1,3},\d{3}(?!\d)")
"""A comma within a figure; what parts 120,130 cannot be told."""
_SENTENCE: Final = re.compile("[。；！？]")
_SAYS_UNIT: Final = re.compile(r"单\s?位\s?[:：]\s?(?:人民币)?[亿万千]?元\s*[)）]?\s*$")
_GROUP: Final = re.compile(r"[【\[]?[\u4e00-\u9fff]{2,10}(?:[（(]\d{1,3}分[)）])?[\]】]?")
_RECENT: Final = 8
"""Lines of a run that tell how many cells its rows have."""
_FEW: Final = 2


# ----------------------------------------------------------------------------------------------------- tabs in a line
def tab_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """Runs of lines with tabs between their cells; a blank line inside is where a page ended."""
    run: list[Line] = []
    blank = False
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        if line.is_blank:
            blank = True
            continue
        is_row = "\t" in line.text.strip() and not _declares_unit(line)
        is_row = is_row or (bool(run) and (line.text.startswith("\t\t") or _heads_rows(run, line)))
        is_row = is_row or (bool(run) and not blank and _names_group(run, line, following))
        if is_row and _LEADERS.search(line.text.rstrip()[-_TAIL:]) and _is_contents(line.text):
            is_row = False
        apart = run and (not is_row or (blank and abs(_tabs(run[-1]) - _tabs(line)) > 1))
        if apart or (run and line.number > run[-1].number + 3):
            yield from _tab_table(run)
            run = []
        if is_row:
            run.append(line)
        blank = False
    yield from _tab_table(run)


def _declares_unit(line: Line) -> bool:
    """部门：某局 and 公开01表 单位：万元, two cells above a table."""
    return _tabs(line) <= _FEW and _SAYS_UNIT.search(line.text) is not None


def _heads_rows(run: Sequence[Line], line: Line) -> bool:
    """【投入】 and empty cells: the name of the rows below it."""
    return line.text.rstrip(" \u3000\r\n").endswith("\t") and _tabs(line) == _tabs(run[-1]) > 1


def _names_group(run: Sequence[Line], line: Line, following: Line | None) -> bool:
    """【产出指标】, or 产出 alone in front of rows that begin with an empty cell: a group's name without its tabs."""
    if following is None or following.number != line.number + 1 or "\t" not in following.text.strip():
        return False
    name = line.text.strip()
    widest = max(map(_tabs, run[-_RECENT:]))
    if "\t" in line.text or not _GROUP.fullmatch(name) or widest < _FEW or not 0 < _tabs(following) <= widest:
        return False
    return name[0] in "【[" or following.text.startswith("\t")


def _is_contents(text: str) -> bool:
    """A line of a contents list: a heading, leaders, a page."""
    return text.strip().count("\t") == 1 and bool(re.search(r"[.．…·]{2,}", text))


def _tabs(line: Line) -> int:
    return line.text.count("\t")


def _tab_table(run: list[Line]) -> Iterator[tuple[list[Line], Rows]]:
    if sum(1 for line in run if len([part for part in line.text.split("\t") if part.strip()]) > 1) < 2:
        return
    rows: Rows = []
    for line in whole_rows(run):
        cells: list[Cell] = []
        position = 0
        for column, part in enumerate(line.text.split("\t")):
            cells.append(cell_in_line(line, len(rows), column, position, position + len(part)))
            position += len(part) + 1
        rows.append(cells)
    yield run, _without_empty_columns(with_cells_in_place(rows))


def _without_empty_columns(rows: Rows) -> Rows:
    """Columns at the right that hold nothing anywhere are left out."""
    width = max((cell.column + 1 for row in rows for cell in row if cell.text), default=0)
    return [[cell for cell in row if cell.column < width] for row in rows]


# -------------------------------------------------------------------------------------------------------------- pipes
def pipe_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """Markdown's tables: a rule of dashes below the headings, or every line framed by pipes; and rows of as many short
    cells each that stand between pipes with blanks."""
    for has_pipes, group in groupby(lines, key=lambda line: bool(_PIPE.search(line.text))):
        block = list(group)
        if not has_pipes or len(block) < 2:
            continue
        ruled = any(_RULE.fullmatch(line.text) and "-" in line.text for line in block[:3])
        framed = all(line.text.strip().startswith("|") and line.text.strip().endswith("|") for line in block)
        rows = [line for line in block if not _RULE.fullmatch(line.text)]
        counts = Counter(len(_PIPE.findall(line.text)) for line in rows)
        even = counts and counts.most_common(1)[0][1] >= len(rows) * 0.8
        bare = len(rows) > _FEW and len(counts) == 1 and all(_BARE_ROW.fullmatch(line.text.strip()) for line in rows)
        bare = bare and any(sum(bool(piece.strip()) for piece in line.text.split("|")) >= _FEW for line in rows)
        if len(rows) > 1 and (ruled or (framed and even) or bare):
            yield block, [_pipe_row(line, row, opens=not bare or ruled) for row, line in enumerate(rows)]


def wide_bar_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """Rows of as many cells each that bars without blanks part: ``清淤河道长度｜48公里｜26.4公里｜55.0%``."""
    yield from _parted(lines, _BARS)


def comma_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """The same with commas, as a program writes them: ``药剂采购,1008.00,75.63%``."""
    yield from _parted([line for line in lines if not _THOUSANDS.search(line.text)], _COMMAS)


def wide_blank_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """The same with one ideographic blank each, where two in a row leave a cell empty: ``合计　　4430　　　79.02``."""
    flush = [line for line in lines if line.text.strip("\r\n") == line.text.strip()]
    for rows, cells in _parted(flush, _WIDE_BLANK):
        if any("\u3000\u3000" in line.text for line in rows):
            yield rows, cells


def _parted(lines: Sequence[Line], mark: re.Pattern[str]) -> Iterator[tuple[list[Line], Rows]]:
    for (marks, _), group in groupby(
        enumerate(lines), key=lambda each: (len(mark.findall(each[1].text.strip())), each[1].number - each[0])
    ):
        rows = [line for _, line in group]
        if marks < _FEW or len(rows) <= _FEW:
            continue
        names, *body = ([cell.strip() for cell in mark.split(line.text.strip())] for line in rows)
        plain = all(names) and not any(is_figure(name) or "：" in name for name in names)
        named = mark is not _COMMAS and _FEW * sum(map(names_a_column, names)) >= len(names)
        if plain and (named or _have_figures(body)):
            yield rows, [_parted_row(line, number, mark) for number, line in enumerate(rows)]


def _have_figures(body: Sequence[Sequence[str]]) -> bool:
    """Whether names stand in the first column, and nearly nothing but figures in one other and more."""
    named = not any(is_figure(row[0]) or _SENTENCE.search(row[0]) for row in body)
    filled = [sum(is_figure(row[column]) for row in body) for column in range(1, len(body[0]))]
    return named and any(count * 10 >= len(body) * 9 for count in filled)


def _parted_row(line: Line, row: int, mark: re.Pattern[str]) -> list[Cell]:
    bounds = [-1, *(match.start() for match in mark.finditer(line.text)), len(line.text)]
    return [cell_in_line(line, row, column, first + 1, last) for column, (first, last) in enumerate(pairwise(bounds))]


def _pipe_row(line: Line, row: int, *, opens: bool) -> list[Cell]:
    """*opens*: whether a pipe at the beginning frames the row; else an empty cell stands in front of it."""
    inner_start = line.indent + (1 if opens and line.text.lstrip().startswith("|") else 0)
    stripped = line.text.rstrip()
    inner_end = len(stripped) - (1 if stripped.endswith("|") and not stripped.endswith("\\|") else 0)
    bounds = [inner_start - 1, *(m.start() for m in _PIPE.finditer(line.text, inner_start, inner_end)), inner_end]
    return [
        cell_in_line(line, row, column, bounds[column] + 1, bounds[column + 1]) for column in range(len(bounds) - 1)
    ]
