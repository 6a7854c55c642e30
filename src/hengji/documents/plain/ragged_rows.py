"""Rows between tabs that merged cells left short: ``办会成本 ≤5万元 3.3万元 10 10`` below a heading of nine names.

A program that writes a merged cell once moves everything behind it to the left. Which columns such cells belong to,
their own kinds tell: figures stand under 分值 and 得分, words under 三级指标. A row of totals keeps its name in front.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from hengji.documents.headers import is_figure
from hengji.facts.document import Cell

__all__ = ["with_cells_in_place"]

_AMOUNTS: Final = re.compile(
    r"(?:数|额|率|比例|占比|分|资金|金额|人次|合计|小计)(?:[（(][^（()）]*[)）])?$|^(?:预算|决算|执行|完成|得分|分值|权重|评分)"
)
_VALUES: Final = re.compile(r"(?:值|情况)(?:[（(][^（()）]*[)）])?$")
"""What was aimed at or done, in figures or in words."""
_WORDS: Final = re.compile(
    r"(?:指标|名称|内容|标准|原因|说明|项目|科目|单位|部门|措施|备注|任务|办法|依据)(?:[（(][^（()）]*[)）])?$|原因|措施"
)
_VALUE: Final = re.compile(
    r"\s*(?:[≥≤><=＝＞＜≧≦约]|不[低少高超]于|[-+▲])?\s*\d[\d,，]*(?:\.\d+)?\s*(?:[%％‰]|[\u4e00-\u9fff]{1,5})?\s*|\s*[—－–\-/]{1,2}\s*"
)
_DATE: Final = re.compile(r"20\d\d年")
_TOTAL: Final = re.compile(r"(?:合\s*计|总\s*计|总\s*(?:得\s*)?分|小\s*计)(?:数|值)?")
_FEWEST_NAMES: Final = 4
_FEWEST_CELLS: Final = 3
_MOST_MOVED: Final = 6
_WRONG: Final = 2  # a figure among words says more than one among figures
_FLUSH: Final = 2  # that the last cell stands below the last name speaks for a place as much as two cells
_LONG_WORDS: Final = 6
_LONGEST_NAME: Final = 18


def with_cells_in_place(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """*rows*, those shorter or longer than their heading moved to the columns whose names their cells fit best. Where
    any row begins with an empty cell, merged cells have kept their places."""
    if any(len(row) > 1 and not row[0].text for row in rows):
        return [list(row) for row in rows]
    placed: list[list[Cell]] = []
    kinds: list[str] = []
    for at, row in enumerate(rows):
        heads = _is_heading(row) or (not at and _heads_figures(row, rows[1:]))
        if heads:
            kinds = _kinds(row, [other for other in rows[at + 1 :] if len(other) == len(row)])
        elif _names_anew(row):
            kinds = []
        moved = len(kinds) >= _FEWEST_NAMES and len(row) != len(kinds) and not heads and _has_values(row)
        placed.append(_moved(row, kinds) if moved else list(row))
    return placed


def _has_values(row: Sequence[Cell]) -> bool:
    """Whether a row has figures to go by; a second row of names has none."""
    return len(row) >= _FEWEST_CELLS and any(_VALUE.fullmatch(cell.text) for cell in row)


def _is_heading(row: Sequence[Cell]) -> bool:
    """Whether most of the names are such as columns have, and no cell holds a value."""
    names = [cell.text for cell in row if cell.text]
    known = sum(_kind(name) != "" for name in names)
    return _are_names(names) and known * 2 > len(names)


def _heads_figures(row: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row names columns that most rows below it fill."""
    alike = [other for other in below if len(other) == len(row)]
    figures = alike and sum(is_figure(cell.text) for cell in alike[0]) * 2 >= len(row)
    return _are_names([cell.text for cell in row if cell.text]) and bool(figures) and len(alike) * 2 > len(below)


def _names_anew(row: Sequence[Cell]) -> bool:
    """Whether a short row names the columns of a table of its own: 指标 分值 得分 below a wider one."""
    named = sum(_kind(cell.text) != "" for cell in row)
    return named * 2 > len(row) >= _FEWEST_CELLS and not any(_VALUE.fullmatch(cell.text) for cell in row)


def _are_names(names: Sequence[str]) -> bool:
    return len(names) >= _FEWEST_NAMES and not any(
        _VALUE.fullmatch(name) or len(name) > _LONGEST_NAME for name in names
    )


def _kinds(row: Sequence[Cell], alike: Sequence[Sequence[Cell]]) -> list[str]:
    """What stands below each name: a figure, words, or what cannot be told. Rows as long as the heading tell it where
    the name does not."""
    return [_kind(cell.text) or _kind_of([other[at].text for other in alike]) for at, cell in enumerate(row)]


def _kind(name: str) -> str:
    if _VALUES.search(name):
        return "value"
    return "figure" if _AMOUNTS.search(name) else "words" if _WORDS.search(name) else ""


def _kind_of(texts: Sequence[str]) -> str:
    filled = [text for text in texts if text]
    figures = sum(is_figure(text) for text in filled)
    if not filled or 0 < figures < len(filled):
        return ""
    return "figure" if figures else "words"


def _moved(row: Sequence[Cell], kinds: Sequence[str]) -> list[Cell]:
    held = 1 if _TOTAL.fullmatch(row[0].text.strip()) else 0
    flush = len(kinds) - len(row)
    fits = {by: _fit(row[held:], kinds, by) + _FLUSH * (by == flush) for by in range(_MOST_MOVED + 1)}
    best = max(fits, key=lambda by: (fits[by], -abs(flush - by)))
    if not best:
        return list(row)
    return [*row[:held], *(replace(cell, column=cell.column + best) for cell in row[held:])]


def _fit(row: Sequence[Cell], kinds: Sequence[str], by: int) -> int:
    """How well the cells fit the names that stand *by* columns further right."""
    fit = 0
    for cell in row:
        column = cell.column + by
        if not cell.text or column >= len(kinds):
            continue
        figure = _VALUE.fullmatch(cell.text) is not None or _DATE.match(cell.text) is not None
        if kinds[column] == "value":
            fit += figure
        elif kinds[column] == "figure":
            fit += 1 if figure else -_WRONG if len(cell.text) > _LONG_WORDS else 0
        elif kinds[column] == "words":
            fit += -_WRONG if is_figure(cell.text) else 0 if figure else 1
    return fit
