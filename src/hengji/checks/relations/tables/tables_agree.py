"""One row and column in several tables of a disclosure: 住房保障支出 of both sides, and in the table of spending.

A row that tables of other scope hold too may truly differ. So two tables that both add up are only a question, and a
slip is an error where the other tables outvote it, or where the one that slipped does not add up while the other does.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.reference.disclosure import name_of
from hengji.checks.relations.slips import SWAPPED, as_written, mistaken, shape
from hengji.checks.relations.tables.adding_up import adds_up
from hengji.checks.relations.tables.quantities import Quantity, quantities, scope_in
from hengji.checks.relations.tables.quantity_names import ALL
from hengji.checks.relations.verdicts import converted, family, interval_of, number, relation
from hengji.facts.relation import Relation, Verdict

__all__ = ["tables_agree"]

_TABLE: Final = re.compile(r"(?:收入|支出|收支|决算|预算|经费|拨款)[^，。；：]{0,12}表$")
_FORM: Final = re.compile("收入|支出|三公|基本|项目|经济|采购|购买|绩效|人员|明细")
_TOTAL: Final = re.compile(r"合计|总计")  # totals of whole tables are compared by the list of disclosed tables
_MOST: Final = 9  # tables that hold one row
_SURE: Final = 5  # digits that do not differ in one by chance

Key = tuple[str, str, str, str, object]


def tables_agree(context: Context) -> Iterator[Relation]:
    """Every row that two tables of one disclosure hold."""
    known = _tables(context)
    if len(known) < 2:
        return
    groups: dict[Key, list[Quantity]] = defaultdict(list)
    for one in quantities(context):
        total = one.name.startswith(ALL) or (_TOTAL.search(one.label) and _TOTAL.search(one.head))
        if one.table in known and one.mention.value and not total:
            groups[_key(one)].append(one)
    for group in groups.values():
        held = Counter(one.table for one in group)
        single = [one for one in group if held[one.table] == 1]
        if 2 <= len(single) <= _MOST:
            yield from _of_group(context, single)


def _key(one: Quantity) -> Key:
    part = one.part if one.part not in ("小计", "其中") else ""
    kind = "budget" if one.kind == "initial" else one.kind
    return one.name, kind, part, one.mention.period, family(one.mention.unit)


def _tables(context: Context) -> frozenset[int]:
    """Where the tables of money of one office begin; none where a form stands twice, once for each office."""
    found: dict[tuple[str, ...], int] = {}
    for table in context.document.tables:
        name = name_of(table.caption)
        if not _TABLE.search(name):
            continue
        form = (scope_in(name), *_FORM.findall(name.replace("收支", "收入支出")))
        if form in found:
            return frozenset()
        found[form] = table.start
    return frozenset(found.values())


def _of_group(context: Context, group: Sequence[Quantity]) -> Iterator[Relation]:
    """The figure of most tables against each of the others."""
    first = group[0].mention
    worth = [converted(one.mention, first.unit) for one in group]
    counts = Counter(worth)
    usual, times = counts.most_common(1)[0]
    like = group[worth.index(usual)]
    for one, value in zip(group, worth, strict=True):
        if one is like:
            continue
        if value == usual or interval_of(one.mention, first.unit).meets(interval_of(like.mention, first.unit)):
            roles = [("first", like.mention), ("stated", one.mention)]
            yield relation("repeat", "ok", roles, _formula(one), number(like.mention), "各表一致。")
        elif len(counts) == 2:
            yield from _differing(context, like, one, outvoted=times > 2 and counts[value] == 1)


def _formula(one: Quantity) -> str:
    return f"{one.label or one.name}：各表相等"


def _differing(context: Context, like: Quantity, odd: Quantity, *, outvoted: bool) -> Iterator[Relation]:
    """*like* and *odd*, where one slip parts them; of two alone the one that does not add up is wrong."""
    borne_out = adds_up(context, like.mention), adds_up(context, odd.mention)
    if not outvoted and borne_out == (False, True):
        like, odd = odd, like
    wrong, right = odd.mention, like.mention
    meant = as_written(converted(right, wrong.unit), wrong)
    slip = shape(as_written(wrong.value, wrong), meant)
    if not slip or sum(letter.isdigit() for letter in wrong.text) < _SURE or wrong.decimals != right.decimals:
        return
    one_scope = like.scope == odd.scope or bool(scope_in(like.name))
    alone = borne_out == (False, False) and one_scope and slip == SWAPPED
    sure = all(borne_out) is False and (outvoted or borne_out[0] != borne_out[1] or alone)
    verdict: Verdict = "error" if sure else "suspicious"
    message = f"“{odd.label or odd.name}”在另一表中为 {number(right)}，此表为 {number(wrong)}，两表应相等。"
    likely = mistaken(number(wrong), meant, slip)
    yield relation("repeat", verdict, [("first", right), ("stated", wrong)], _formula(odd), meant, message, likely)
