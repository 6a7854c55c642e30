"""Whether a figure of a table is borne out by the table: a total of its column holds with it."""

from __future__ import annotations

from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.tables.column_sums import column_families
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.lines import sides_of
from hengji.facts.document import Table
from hengji.facts.mention import Mention

__all__ = ["adds_up"]


def adds_up(context: Context, mention: Mention) -> bool:
    """False also where the column has no total."""
    table = context.table_at(mention.start)
    if table is None:
        return False
    sound: frozenset[int] = context.once((adds_up, table.start), lambda: frozenset(_sound(context, table)))
    return mention.start in sound


def _sound(context: Context, table: Table) -> Iterator[int]:
    for part in parts_of(context, table):
        for side in sides_of(part):
            for family in column_families(side, side.columns, {}):
                for one in family.sums:
                    if one.bears_witness:
                        yield from (cell.mention.start for cell in one.cells if cell.mention is not None)
