"""Bodies below an office in the text against the rows of the table of staff: 下设5个事业单位, and a table that lists
the office itself (局机关) and six more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.tables.amounts import tight
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.document import Cell
from hengji.facts.relation import Relation

__all__ = ["bodies_in_tables"]

_BELOW: Final = re.compile(
    r"(?P<below>下设|下属|所属|下辖|直属|管理)(?:有|了|共)?(?P<n>\d{1,2}|[两二三四五六七八九十]{1,3})\s?[个家](?P<kind>[^，。；：、\d（）\n]{0,8}单位|[^，。；：、\d（）\n]{0,6}(?:机构|站所))"
    r"|(?P<below2>下属|所属|直属|下设)(?P<kind2>[^，。；：、\d（）\n]{0,6}单位)(?:共|有|共有)?(?P<n2>\d{1,2}|[两二三四五六七八九十]{1,3})\s?[个家]"
)
_NAMES: Final = re.compile(r"^(?:单位|机构|部门|预算单位|单位名称|机构名称|单位（?部门）?|所属单位)(?:名称)?$")
_STAFF: Final = re.compile("编制|在职|实有|人数|人员|退休|经费性质|单位性质|性质")
_SELF: Final = re.compile("本级|机关|本部$|^(?:市|县|区|省)[\u4e00-\u9fff]{1,12}(?:局|委|办|委员会)$")
_TOTAL: Final = re.compile("合计|总计|小计|^计$|^总$|共计")
_BODY: Final = re.compile(
    "(?:室|部|科|股|处|组|中心|大?队|站|所|院|馆|局|委|校|园|厂|场|办|台|社|会|公司|本级|机关|学|段|库|厅|办事处)(?:（[^（）]{1,12}）)?$"
)
_FEWEST, _FEW = 3, 2
_FAR: Final = 3000  # characters between the number and its table


def bodies_in_tables(context: Context, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``count``, errors all: where one number of bodies is told, and one table of staff lists the
    office itself and every body; a table that may leave the office out decides nothing."""
    rows = [
        names for table in context.document.tables for part in parts_of(context, table)[:1] if (names := _names(part))
    ]
    if len(rows) != 1:
        return
    flow = flowing(context)
    own = [cell for cell in rows[0] if _SELF.search(tight(cell.text))]
    below = len(rows[0]) - len(own)
    told = [match for match in _BELOW.finditer(flow.text) if context.table_at(flow.place(match.start())) is None]
    if len(own) != 1 or len(told) != 1 or below < _FEWEST - 1:
        return
    group = "n" if told[0]["n"] else "n2"
    said = whole_number(told[0][group])
    place = flow.of(told[0], group)
    near = abs(rows[0][0].start - place[0]) < _FAR
    if near and place[0] not in settled and said > 1 and 0 < abs(said - below) <= _FEW:
        yield _relation(context, flow, told[0], group, rows[0], below)


def _names(part: Part) -> Sequence[Cell]:
    """The cells that name the bodies of a table of staff; nothing where a row is no body."""
    column = next((at for at in range(part.grid.width) if _NAMES.match(tight(part.last_head(at)))), None)
    if column is None or not any(_STAFF.search(part.last_head(at)) for at in range(column + 1, part.grid.width)):
        return ()
    found: list[Cell] = []
    for row in part.body:
        cell = part.grid.cell(row, column)
        if cell is None or cell.row != row or cell.row_span > 1:
            return ()
        name = tight(cell.text)
        if not name or _TOTAL.search(name):
            continue
        if not _BODY.search(name):
            return ()
        found.append(cell)
    return found if len(found) >= _FEWEST else ()


def _relation(
    context: Context, flow: Flowing, told: re.Match[str], group: str, rows: Sequence[Cell], below: int
) -> Relation:
    first, last = rows[0], rows[-1]
    message = (
        f"文中说“{flow.text[told.start() : told.end()]}”，表中除本级外列了 {below} 个"
        f"（“{tight(first.text)}”至“{tight(last.text)}”）。"
        "请核对单位个数，或补齐、删去表中的行。"
    )
    figures = (
        *(piece(context, "part", cell.start, cell.end) for cell in rows),
        piece(context, "stated", *flow.of(told, group)),
    )
    return Relation(
        "count",
        "error",
        figures,
        "表中所列单位的个数",
        str(below),
        told[group],
        message,
        "单位数误写，或表中漏列、多列。",
        "high",
    )
