"""The years over the columns of tables of one form: one has 2022 and 2023 where the others have 2023 and 2024."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.tables.laid_out import grid_of
from hengji.checks.relations.wording.years.left_years import left_standing
from hengji.facts.relation import Relation

__all__ = ["find_head_years"]

_YEAR: Final = re.compile(r"(?<!\d)20\d{2}(?=年)")
_HEADS: Final = 3  # rows in which the columns are named
_FELLOWS: Final = 2  # tables of one form that agree, which make one of the year before odd


@dataclass(frozen=True, slots=True)
class _Heads:
    """The years of a row of heads in order, and where each stands."""

    years: tuple[int, ...]
    spans: tuple[Span, ...]


def find_head_years(context: Context) -> Iterator[Relation]:
    """Rows of heads that are alike but for the years; the odd one has each year one less."""
    forms: dict[tuple[str, ...], list[_Heads]] = defaultdict(list)
    for table in context.document.tables:
        grid = grid_of(context, table)
        for row in range(min(grid.height, _HEADS)):
            texts = tuple(grid.words(row))
            if len(texts) > 1 and any(_YEAR.search(text) for text in texts) and not grid.has_number(row):
                cells = dict.fromkeys(cell for cell in grid.cells[row] if cell is not None)
                found = [
                    match for cell in cells for match in _YEAR.finditer(context.document.text, cell.start, cell.end)
                ]
                heads = _Heads(tuple(int(match[0]) for match in found), tuple(match.span() for match in found))
                forms[tuple(_YEAR.sub("#", text) for text in texts)].append(heads)
    for alike in forms.values():
        counted = Counter(heads.years for heads in alike)
        usual, times = counted.most_common(1)[0]
        for heads in alike:
            shifted = heads.years == tuple(year - 1 for year in usual)
            if shifted and times >= _FELLOWS and counted[heads.years] == 1 and context.facts.year in usual:
                yield left_standing(context, heads.spans[-1], usual[-1], "这张表的栏目", "suspicious")
