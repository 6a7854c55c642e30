"""Figures behind 分别为 whose order is not that of the names: 基本支出80万元，项目支出20万元，占比分别为20%和80%.

Shares are held against the amounts they are of, amounts against the rows of a table that bear the names, and
against the share that one of them is said to have (甲、乙分别为 a、b，共 T，其中甲占 p%). Only two figures that hold
the other way round, and not as they stand, are called wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.passages import RATE, passages
from hengji.checks.relations.wording.orders.respective_lists import respective_lists
from hengji.checks.relations.wording.orders.swapped_amounts import amounts_of_tables, named_elsewhere, numbers_of_rows
from hengji.checks.relations.wording.orders.swapped_shares import amounts_by_share, shares_of_amounts, shares_of_counts
from hengji.facts.relation import Relation

__all__ = ["swapped_lists"]


def swapped_lists(context: Context) -> Iterator[Relation]:
    """Relations of kind ``list_order``: each list that is surely in the wrong order, and those shown to hold."""
    texts = passages(context)
    for index, passage in enumerate(texts):
        if "分别" not in passage.text and "依次" not in passage.text:
            continue
        for row in respective_lists(passage):
            found = None
            if row[0].kind == RATE:
                found = (
                    shares_of_amounts(context, texts, index, row)
                    or shares_of_counts(passage, row)
                    or named_elsewhere(context, row)
                )
            else:
                found = (
                    amounts_by_share(passage, row) or amounts_of_tables(context, row) or numbers_of_rows(context, row)
                )
                found = found or named_elsewhere(context, row)
            if found is not None:
                yield found
