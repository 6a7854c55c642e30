"""The total that the text says against the total row of the one table of scores: “综合得分83.38分” and 83.83 below it.

A table may be the department's own and the total the verifier's; so only a slip of the pen is told, and only where all
totals of the text are slips of the table's or equal to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.conclusion import conclusions
from hengji.checks.relations.scores.reading.rubrics import POINTS
from hengji.checks.relations.slips import SWAPPED, mistaken, shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.relation import Relation

__all__ = ["odd_totals", "total_repeats"]

_SCORE: Final = re.compile(r"(?:得分|评分|实得分|自评分|评价分|核查分)(?:[(（].{0,4}[)）])?$")
_TOTAL: Final = re.compile(r"^(?:合计|总计|总分|总得分|综合得分)")
_SUBTOTAL: Final = re.compile(r"^小\s?计")
_ROW: Final = re.compile(r"^(?:合计|总计|总分|总得分|综合得分|(?:评价|自评|核查)?总(?:得)?分)")
_TWO_JUDGES: Final = re.compile("核查|复核|复评|重新评|抽查得分|财政评价|再评价|审核得分|调整后得分|第三方")
_OTHER: Final = "与表不同"
"""What parts the text's total from the table's where nobody but the writer scored."""
_HUNDRED: Final = 100
_FEWEST: Final = 3


def total_repeats(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``: the last figure is the text's."""
    tables = list(_totals(context))
    if len({total.value for total, _ in tables}) != 1:
        return
    table, borne_out = tables[0]
    said = [one.total for one in conclusions(context)]
    slips = {one.key: _slip(one, table) for one in said if one.value != table.value}
    alone = borne_out and len(slips) == len({one.key for one in said})  # no total of the text is the table's
    if alone and len({one.value for one in said}) == 1 and not _TWO_JUDGES.search(context.document.text):
        slips = {key: slip or _OTHER for key, slip in slips.items()}
    if not all(slip and (alone or slip == SWAPPED) for slip in slips.values()):
        return
    for one in said:
        if one.value != table.value:
            right = one.written(table.value, table.decimals)
            yield Relation(
                "repeat", "error", (table.figure("table"), one.figure("stated")), "总分：文与表相等", right, one.text,
                f"得分表的总分为 {table.text}，文中总分为 {one.text}。",
                mistaken(one.text, right, slips[one.key]), "high",
            )  # fmt: skip


def odd_totals(context: Context) -> Iterator[Relation]:
    """A total told once that is a slip of the one told twice and more, in the text and in the tables' total rows; a
    total that its own column adds up to is another person's."""
    totals = {total.key: total for total in (one.total for one in conclusions(context))}
    borne: set[object] = set()
    for table in context.document.tables:
        for part in parts_of(context, table):
            for total, held in _in_part(part):
                totals.setdefault(total.key, total)
                borne |= {total.key} if held else set()
    times = Counter(total.value for total in totals.values())
    usual = [total for total in totals.values() if times[total.value] > 1]
    for odd in (total for key, total in totals.items() if times[total.value] == 1 and key not in borne):
        meant = next((other for other in usual if _slip(odd, other)), None)
        if meant is not None:
            right = odd.written(meant.value, max(odd.decimals, meant.decimals))
            yield Relation(
                "repeat", "error", (meant.figure("first"), odd.figure("stated")), "总分：各处相等", right, odd.text,
                f"总分在别处为 {meant.text}，这里为 {odd.text}。",
                mistaken(odd.text, right, _slip(odd, meant)), "high",
            )  # fmt: skip


def _in_part(part: Part) -> Iterator[tuple[Amount, bool]]:
    """Every total of a column of scores, and whether its rows add up to it."""
    heads = {column: part.last_head(column) for column in part.number_columns}
    columns = [column for column, head in heads.items() if _SCORE.search(head) and "率" not in head]
    rows = [row for row in part.body if any(_ROW.match(part.grid.text(row, c)) for c in range(3))]
    for column in columns if len(rows) == 1 else ():
        total = part.grid.amount(rows[0], column)
        if total is not None and 20 < total.value <= 2 * _HUNDRED:
            yield total, _holds(part, column, rows[0], total)


def _slip(said: Amount, table: Amount) -> str:
    places = max(said.decimals, table.decimals)
    return shape(said.written(said.value, places), said.written(table.value, places))


def _totals(context: Context) -> Iterator[tuple[Amount, bool]]:
    """The totals of tables with one column of scores, and whether the rows add up to them."""
    for table in context.document.tables:
        for part in parts_of(context, table):
            heads = {column: part.last_head(column) for column in part.number_columns}
            columns = [column for column, head in heads.items() if _SCORE.search(head) and "率" not in head]
            rows = [row for row in part.body if any(_TOTAL.match(part.grid.text(row, c)) for c in range(3))]
            if len(columns) == len(rows) == 1 and _of_a_hundred(part, rows[0]):
                total = part.grid.amount(rows[0], columns[0])
                if total is not None and 20 < total.value <= _HUNDRED:
                    yield total, _holds(part, columns[0], rows[0], total)


def _of_a_hundred(part: Part, row: int) -> bool:
    """Whether the points of the total row are a hundred: the scores of funds, 10 of 100, may stand elsewhere."""
    points = [column for column in part.columns_named(POINTS) if not _SCORE.search(part.last_head(column))]
    totals = [amount for column in points if (amount := part.grid.amount(row, column)) is not None]
    return bool(totals) and all(total.value in (1, _HUNDRED) for total in totals)


def _holds(part: Part, column: int, row: int, total: Amount) -> bool:
    """Whether the rows add up to the total, those of subtotals apart from the others."""
    kinds: dict[bool, list[Fraction]] = {True: [], False: []}
    for other in part.body:
        amount = part.grid.amount(other, column)
        if other != row and amount is not None:
            kinds[any(_SUBTOTAL.match(part.grid.text(other, c)) for c in range(3))].append(amount.value)
    rows = len(kinds[True]) + len(kinds[False])
    return rows >= _FEWEST and any(values and sum(values, Fraction(0)) == total.value for values in kinds.values())
