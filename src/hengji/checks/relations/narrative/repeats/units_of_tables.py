"""A table whose unit is wrong as a whole: the text tells several of its rows with the same digits in another unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hengji.checks.context import figure
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.tables.quantities import Quantity
from hengji.checks.relations.verdicts import number
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["Pair", "units_of_tables"]

_FEWEST = 2  # rows that say so
_FEWEST_SHORT = 3  # and of figures with few digits
_SHORT = 3  # digits, noughts at the end aside

Pair = tuple[Quantity, Mention]


def units_of_tables(off: Sequence[Pair], agreeing: frozenset[int]) -> Iterator[Relation]:
    """*off* are rows with the text's figures that differ from them by the unit alone; a table of which the text tells
    other rows rightly (*agreeing*) has no wrong unit."""
    by_table: dict[int, dict[str, Pair]] = defaultdict(dict)
    for cell, mention in off:
        by_table[cell.table].setdefault(cell.name, (cell, mention))
    for table, rows in by_table.items():
        pairs = list(rows.values())
        units = {(str(cell.mention.unit), str(mention.unit)) for cell, mention in pairs}
        short = sum(significant_digits(mention.text) < _SHORT for _, mention in pairs)
        if len(pairs) >= (_FEWEST_SHORT if short else _FEWEST) and len(units) == 1 and table not in agreeing:
            yield _relation(pairs)


def _relation(pairs: Sequence[Pair]) -> Relation:
    (cell, mention), others = pairs[0], pairs[1:]
    own, told = str(cell.mention.unit), str(mention.unit)
    figures = (*(figure("same", one) for _, one in pairs), *(figure("witness", one.mention) for one, _ in others))
    message = f"表中{len(pairs)}个项目的数与文字一字不差，文字以{told}计，表以{own}计，相差一万倍。请核对表的计量单位。"
    likely = f"表的单位“{own}”疑为“{told}”"
    stated = f"{number(cell.mention)}" if cell.mention.text.endswith(own) else f"{cell.mention.text}{own}"
    return Relation(
        "unit", "error", (*figures, figure("stated", cell.mention)), "文与表单位一致",
        f"{cell.mention.text}{told}", stated, message, likely, "high",
    )  # fmt: skip
