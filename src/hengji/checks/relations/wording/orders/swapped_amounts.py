"""Figures behind 分别 against the rows of tables, and the sentences elsewhere, that say them of the same names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from hengji.checks.context import Context
from hengji.checks.relations.passages import COUNT, Slot
from hengji.checks.relations.tables.amounts import tight
from hengji.checks.relations.verdicts import converted, interval_of
from hengji.checks.relations.wording.orders.respective_lists import names_in_front, order_relation
from hengji.checks.relations.wording.orders.tabled_names import amounts_of_rows, rows_by_name, totals_of_columns
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["amounts_of_tables", "named_elsewhere", "numbers_of_rows"]

_WIDEST = 8  # figures of a line
_TEN = 10
_KIND_OF = re.compile(
    "(?:对象|(?:人员|人数)?(?:年[末初])?(?:实有|在职|在编|核定)(?:人)?数?|人员|[人户起件次台辆张]数|数量|家庭|总数|数|(?<=[\u4e00-\u9fff]{2})[起件次人户辆台]|[末底]?的?(?:执行|支付)?进度)$"
)
_LINKED = re.compile(
    "(?:对象|人员|人数|户数|数量|家庭|总数|数|[末底](?:的)?(?:实际|实现|完成|执行|支付|进度)?)?(?:为|是|有|共|达到?|：|:)*$"
)
_WHEN_OR_WHERE = re.compile("^(?:全[年市县区镇乡州]|本年度?|当年|年度)(?=[\u4e00-\u9fff]{2})")
_MONTH = re.compile(r"^(\d{1,2}月)[末底]?$")
_DIGITS = 3  # significant digits without which agreement may be chance


def amounts_of_tables(context: Context, row: Sequence[Slot]) -> Relation | None:
    """人员经费、公用经费分别为 b、a, where a stands in the row of 人员经费 and b in that of 公用经费."""
    names = names_in_front(row)
    if not names or any(len(slot.mention.text.replace(",", "").replace(".", "").strip("0")) < _DIGITS for slot in row):
        return None
    totals = totals_of_columns(context, names)
    rows = [[*amounts_of_rows(context, name), *totals[at : at + 1]] for at, name in enumerate(names)]
    if not all(rows):
        return None
    fits = [[_told_by(slot.mention, cells) for slot in row] for cells in rows]
    return _exchanged(row, fits, range(len(row)))


def named_elsewhere(context: Context, row: Sequence[Slot]) -> Relation | None:
    """城市低保、农村低保对象分别为 b、a, where another place, or a cell, says 城市低保 a、农村低保 b."""
    names = [_WHEN_OR_WHERE.sub("", _KIND_OF.sub("", name)) for name in names_in_front(row)]
    names = [_MONTH.sub(r"\1", name) for name in names]
    long = [at for at, slot in enumerate(row) if len(slot.mention.text.replace(",", "")) >= _DIGITS]
    if not names or len(long) < len(row[:2]):
        return None
    told = context.once(named_elsewhere, lambda: _by_value(context))
    rows = [[_behind_name(context, told, slot, name) for slot in row] for name in names]
    return _exchanged(row, rows, long)


def numbers_of_rows(context: Context, row: Sequence[Slot]) -> Relation | None:
    """行政、事业、编外分别为 31 名、68 名、43 名, where the table's rows of those names say it the other way round."""
    names = [_KIND_OF.sub("", _WHEN_OR_WHERE.sub("", name)) for name in names_in_front(row)]
    if row[0].kind != COUNT or not names:
        return None
    rows = context.once(amounts_of_rows, lambda: rows_by_name(context))
    told = [[one for cells in rows.get(name, ()) for cell in cells for one in context.in_cell(cell)] for name in names]
    fits = [[next((one for one in cells if one.value == slot.mention.value), None) for slot in row] for cells in told]
    return _exchanged(row, fits, [at for at, slot in enumerate(row) if slot.mention.value >= _TEN])


def _by_value(context: Context) -> Mapping[tuple[Fraction, bool], Sequence[Mention]]:
    """By value, whatever is counted: 起数、人数分别为 405 起、367 人 has each figure with the unit of its place."""
    found: dict[tuple[Fraction, bool], list[Mention]] = defaultdict(list)
    for mention in context.mentions:
        found[mention.value, mention.is_rate].append(mention)
    return found


def _behind_name(
    context: Context, told: Mapping[tuple[Fraction, bool], Sequence[Mention]], slot: Slot, name: str
) -> Mention | None:
    """The figure of *slot* where it stands right behind *name* elsewhere."""
    text = context.document.text
    for other in told.get((slot.mention.value, slot.mention.is_rate), ())[:_WIDEST]:
        before = tight(text[max(0, other.start - 2 * _WIDEST) : other.start])
        if other.start != slot.mention.start and _LINKED.sub("", before).endswith(name):
            return other
    return None


def _told_by(said: Mention, cells: Sequence[Mention]) -> Mention | None:
    """The figure that is *said*, or one of two that differ by it: 甲县、乙县分别欠 a、b beside 应拨 and 实拨."""
    same = next((one for one in cells if _is_same(said, one)), None)
    if same is not None or said.unit is None or len(cells) > _WIDEST:
        return same
    pairs = combinations(cells, 2)
    return next((a for a, b in pairs if abs(converted(a, said.unit) - converted(b, said.unit)) == said.value), None)


def _exchanged(row: Sequence[Slot], fits: Sequence[Sequence[Mention | None]], places: Sequence[int]) -> Relation | None:
    """The first two of *places* whose figures belong to one another's name. *fits*: by name and by figure, what tells
    elsewhere that the figure is of the name."""
    for a, b in combinations(places, 2):
        one, other = fits[a][b], fits[b][a]
        if one is not None and other is not None and fits[a][a] is None and fits[b][b] is None:
            return order_relation(row, [one, other], (a, b), holds=False)
    return None


def _is_same(said: Mention, cell: Mention) -> bool:
    if said.unit is None or not said.unit.is_money:
        return False
    return interval_of(said, said.unit).meets(interval_of(cell, said.unit))
