"""A cap for each one that is said to be kept by all, below a table with one above it: 单户全年贴息不超过15万元, the row
with 实贴金额 19.00, and 均没有突破单户上限."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.tables.grids import parts_of
from hengji.facts.document import Table
from hengji.facts.mention import Mention
from hengji.facts.numbers import plain, read_number
from hengji.facts.relation import Relation

__all__ = ["unit_caps"]

_ONE: Final = "户|人|家|村|所|台|项目|企业|学校"
_CAP: Final = re.compile(
    rf"单(?P<one>{_ONE})(?P<what>[^，。；：\n\d]{{0,12}}?)(?:不(?:得|能|应|可)?超过|最高|上限为|限额为)\s?(?P<cap>\d[\d,.]{{0,8}})\s?(?P<unit>亿元|万元|元)"
)
_KEPT: Final = near(
    re.compile(
        rf"(?:均|都|全部)?(?:没有|未)(?:突破|超过|超出)[^，。；\n]{{0,4}}单(?P<one>{_ONE})[^，。；\n\d]{{0,6}}(?:上限|限额|标准|最高额)"
    ),
    "(?:没有|未)(?:突破|超过|超出)",
    60,
)
_PAID: Final = re.compile("实[贴补拨付发支]|实际(?:发放|支付|补贴|补助|拨付|贴息)")
_WORTH: Final = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
_REACH: Final = 300  # characters between the table and the claim


def unit_caps(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``, errors all, one for each claim."""
    flow = flowing(context)
    for claim in _KEPT.finditer(flow.text):
        caps = [one for one in _CAP.finditer(flow.text) if one["one"] == claim["one"] and one.end() < claim.start()]
        sentence = flow.sentence(*claim.span())
        if len(caps) > 1:  # 单户贷款不超过1000万元, and 单户贴息不超过15万元: 贴息计算准确，均没有突破单户上限
            caps = [one for one in caps if pairs_of(one["what"]) & pairs_of(sentence)]
        if len({(one["cap"], one["unit"]) for one in caps}) != 1:
            continue
        start = flow.place(claim.start())
        above = [table for table in context.document.tables if 0 <= start - table.end < _REACH]
        most = max(_paid(context, above[-1]) if above else (), key=lambda one: one.value, default=None)
        cap = read_number(caps[0]["cap"].replace(",", ""))
        worth = _worth(context, above[-1], most) if most is not None else None
        if most is None or cap is None or worth is None:
            continue
        if most.value * worth > cap * _WORTH[caps[0]["unit"]]:
            yield _relation(context, flow, (caps[0], claim), most)


def _paid(context: Context, table: Table) -> Iterator[Mention]:
    """The figures of the column that tells what each one got, without totals."""
    for part in parts_of(context, table):
        for column in part.columns_named(_PAID):
            for row in part.body:
                cell = part.grid.cells[row][column] if column < len(part.grid.cells[row]) else None
                if cell is None or re.search(r"合\s?计|总\s?计|小\s?计", "".join(part.grid.words(row)[:2])):
                    continue
                yield from context.within((cell.start, cell.end))[:1]


def _worth(context: Context, table: Table, most: Mention) -> Fraction | None:
    """How many 元 one of the column's unit is: told in the cell or, once, right above the table."""
    told = str(most.unit) if most.unit is not None else ""
    if not told:
        above = context.document.text[max(0, table.start - _REACH // 5) : table.start]
        found = set(re.findall("亿元|万元|(?<![亿万])元", above))
        told = found.pop() if len(found) == 1 else ""
    return Fraction(_WORTH[told]) if told in _WORTH else None


def _relation(context: Context, flow: Flowing, said: tuple[re.Match[str], re.Match[str]], most: Mention) -> Relation:
    cap, claim = said
    limit, paid = f"{cap['cap']}{cap['unit']}", plain(most.value)
    figures = (
        piece(context, "budget", *flow.of(cap, "cap")),
        figure("actual", most),
        piece(context, "stated", *flow.of(claim)),
    )
    message = (
        f"单{cap['one']}上限是 {limit}，表中有一{cap['one']}为 {most.text.strip()}，文中却说“{claim[0]}”。请核对。"
    )
    return Relation(
        "policy", "error", figures, f"{paid} ≤ {limit}", f"≤ {limit}", most.text.strip(), message,
        "金额误写，或突破了上限。", "high",
    )  # fmt: skip
