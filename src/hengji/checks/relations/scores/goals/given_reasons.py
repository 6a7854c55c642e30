"""Rows of goals that say themselves why the goal was missed: 未完成原因和改进措施 is what the form asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.tables.amounts import is_blank
from hengji.checks.relations.tables.grids import parts_of
from hengji.facts.relation import Figure

__all__ = ["given_reasons"]

_HEAD: Final = re.compile(
    "(?:偏差|未完成|未达标|未实现|偏离|差异)(?:的)?(?:主要)?原因|原因分析|原因及|改进措施|整改措施"
)
_NO_REASON: Final = re.compile(r"无偏差|无|已完成|完成|按期完成|良好|不存在偏差|\d+(?:\.\d+)?[%％]?")
_SHORTEST: Final = 4


def given_reasons(context: Context) -> Mapping[int, Figure]:
    """By the start of every cell of a row: the words under 偏差原因 that say more than that there is none."""
    found: dict[int, Figure] = {}
    for table in context.document.tables:
        for part in parts_of(context, table):
            columns = part.columns_named(_HEAD)
            for row in part.body if columns else ():
                text = part.grid.text(row, columns[0])
                cell = part.grid.cell(row, columns[0])
                if cell is None or cell.row != row or is_blank(text) or _NO_REASON.fullmatch(text):
                    continue
                if len(text) >= _SHORTEST:
                    place = Figure("reason", cell.text.strip(), cell.start, cell.end)
                    found |= {one.start: place for one in part.grid.cells[row] if one is not None and one.row == row}
    return found
