"""One row in two tables with two digits exchanged: 门急诊人次 168420 among the year's figures, 164820 in the rubric.

Many digits, the same name and no other figure in common leave nothing else to be meant; what a column tells of another
year, a plan or a goal is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.slips import SWAPPED, digits_of, mistaken, shape, significant_digits
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["rows_of_one_name"]

_SHORTEST: Final = 4  # characters of a name
_DIGITS: Final = 5
_OTHER: Final = re.compile("上年|去年|上期|目标|计划|标准|预算|分值|得分|权重|增|减|变动|同比|占比|序号|编码|代码")
_YEAR: Final = re.compile(r"20\d\d(?=年)")
_MOST: Final = 4  # figures of one row that are compared


def rows_of_one_name(context: Context, borne: set[int], wrong: set[int]) -> Iterator[Relation]:
    """Relations of kind ``repeat``, errors all; *borne* are figures of equations that hold."""
    for name, figures in _by_row(context).items():
        values = {one.value for one in figures}
        if not 1 < len(figures) <= _MOST or len(values) < len(figures):
            continue
        for a, b in combinations(figures, 2):
            if _exchanged(context, a, b) and not {a.start, b.start} & wrong and len({a.start, b.start} & borne) < 2:
                right, slipped = (b, a) if b.start in borne else (a, b)
                yield _relation(name, right, slipped)


def _by_row(context: Context) -> dict[str, list[Mention]]:
    """The figures of the year that tables tell, by the names of their rows."""
    year = str(context.facts.year or "")
    found: dict[str, list[Mention]] = defaultdict(list)
    for one in context.mentions:
        row, bar, column = one.subject.partition("|")
        name = row.rpartition("/")[2]
        if not bar or len(name) < _SHORTEST or one.is_rate or significant_digits(one.text) < _DIGITS:
            continue
        if not _OTHER.search(column) and set(_YEAR.findall(column)) <= {year} and context.in_table(one):
            found[name].append(one)
    return found


def _exchanged(context: Context, a: Mention, b: Mention) -> bool:
    """Two digits exchanged between tables, in one unit or in none that is told."""
    first, second = context.table_at(a.start), context.table_at(b.start)
    apart = first is not None and second is not None and first.start != second.start
    alike = a.unit is None or b.unit is None or a.unit == b.unit
    return apart and alike and a.decimals == b.decimals and shape(digits_of(a.text), digits_of(b.text)) == SWAPPED


def _relation(name: str, right: Mention, slipped: Mention) -> Relation:
    meant, told = number(right), number(slipped)
    message = f"“{name}”在一张表里为 {meant}，在另一张表里为 {told}，两位数字互换。请核对后统一。"
    roles: Sequence[tuple[str, Mention]] = [("first", right), ("stated", slipped)]
    return relation("repeat", "error", roles, f"{name}：两表相等", meant, message, mistaken(told, meant, SWAPPED))
