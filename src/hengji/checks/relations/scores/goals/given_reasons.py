"""Rows of goals that say themselves why the goal was missed: 未完成原因和改进措施 is what the form asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.tables.amounts import is_blank
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.document import Cell
from hengji.facts.relation import Figure

__all__ = ["given_reasons"]

_HEAD: Final = re.compile(
    "(?:偏差|未完成|未达标|未实现|偏离|差异)(?:的)?(?:主要)?原因|原因分析|原因及|改进措施|整改措施"
)
_REMARK: Final = re.compile("(?:^|/)(?:备注|说明|情况说明|完成情况说明|自评说明|其他说明)$")
_WHY: Final = re.compile("因|受|影响|推迟|延[期后]|取消|未|[次下跨]年|滞后|困难|不足|较少|减少|暂缓|停")
_NO_REASON: Final = re.compile(r"无偏差|无|已完成|完成|按期完成|良好|不存在偏差|\d+(?:\.\d+)?[%％]?")
_SHORTEST: Final = 4


def given_reasons(context: Context) -> Mapping[int, Figure]:
    """By the start of every cell of a row: the words under 偏差原因 that say more than that there is none."""
    found: dict[int, Figure] = {}
    for table in context.document.tables:
        for part in parts_of(context, table):
            columns = [*part.columns_named(_HEAD), *part.columns_named(_REMARK)]
            for row in part.body if columns else ():
                cell = next((cell for column in columns if (cell := _reason(part, row, column)) is not None), None)
                if cell is not None:
                    place = Figure("reason", cell.text.strip(), cell.start, cell.end)
                    found |= {one.start: place for one in part.grid.begun(row)}
    return found


def _reason(part: Part, row: int, column: int) -> Cell | None:
    """The cell, where it tells a reason; under 备注 only what sounds like one."""
    cell, text = part.grid.cell(row, column), part.grid.text(row, column)
    if cell is None or cell.row != row or is_blank(text) or _NO_REASON.fullmatch(text) or len(text) < _SHORTEST:
        return None
    return cell if _HEAD.search(part.heads[column]) or _WHY.search(text) else None
