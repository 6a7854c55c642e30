"""What tables tell of a name: the figures in the rows that bear it, and the total below the column that it heads."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from hengji.checks.context import Context
from hengji.checks.relations.naming import core
from hengji.checks.relations.tables.amounts import tight
from hengji.facts.document import Cell
from hengji.facts.mention import Mention

__all__ = ["amounts_of_rows", "rows_by_name", "totals_of_columns"]

_TOTAL_LINE = re.compile(
    r"\n[ \t\u3000|]*(?:合[ \t\u3000]*计|总[ \t\u3000]*计)[ \t\u3000|]+(?P<figures>[\d,.\- \t\u3000|]+)(?=\n|$)"
)
_PAGE = 6000  # characters below a heading
_WIDEST = 8  # figures of a line


def amounts_of_rows(context: Context, name: str) -> list[Mention]:
    """The figures of the rows that bear *name*."""
    rows = context.once(amounts_of_rows, lambda: rows_by_name(context))
    figures = (one for cells in rows.get(name, ()) for cell in cells for one in context.in_cell(cell))
    return [one for one in figures if one.unit is not None and one.unit.is_money]


def rows_by_name(context: Context) -> Mapping[str, Sequence[Sequence[Cell]]]:
    """The rows of all tables by what their cells say, made once: lists behind 分别 are many, and so are tables."""
    found: dict[str, list[list[Cell]]] = defaultdict(list)
    for table in context.document.tables:
        rows: dict[int, list[Cell]] = defaultdict(list)
        for cell in table.cells:
            rows[cell.row].append(cell)
        for cells in rows.values():
            for name in {core(tight(cell.text)) for cell in cells if cell.text}:
                found[name].append(cells)
    return found


def totals_of_columns(context: Context, names: Sequence[str]) -> list[Mention]:
    """The figures of the line 合计 under columns that bear the names side by side: 合计 基本支出 项目支出."""
    if not names:
        return []
    text = context.document.text
    head = re.compile(r"[ \t\u3000|]+".join(map(re.escape, names)) + r"(?P<more>[^\n]*)")
    for match in head.finditer(text):
        behind = len(re.findall(r"[^ \t\u3000|]+", match["more"]))
        total = _TOTAL_LINE.search(text, match.end(), match.end() + _PAGE)
        figures = context.within(total.span("figures")) if total is not None else ()
        first = len(figures) - behind - len(names)
        if first >= 0 and len(figures) <= _WIDEST:
            return list(figures[first : first + len(names)])
    return []
