"""The totals of disclosed tables against each other: what 收入总表 adds up to stands in 收支总表 too."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.reference.disclosure import MIRRORED, TABLES, is_named
from hengji.checks.relations.slips import as_written, digits_of, mistaken, shape
from hengji.checks.relations.verdicts import converted, interval_of, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation, Verdict

__all__ = ["disclosed_totals"]

_TOTAL = re.compile(r"^(?:[一二三四五六七八九十]+、)?(?:本年)?(?:收入|支出)?(?:合计|总计|小计)$")
_GRAND = re.compile(r"^(?:合计|总计|本年收入合计|本年支出合计|支出合计|收入合计)$")
_SURE = 5  # digits that do not differ in one by chance

Totals = dict[str, list[tuple[str, Mention]]]


def disclosed_totals(context: Context) -> Iterator[Relation]:
    """Every pair of tables of which one repeats the total of the other."""
    pairs = MIRRORED.get(context.facts.kind, ())
    totals = _totals(context) if pairs else {}
    counted = Counter(_worth(mention) for found in totals.values() for _, mention in found)
    for name, large in pairs:
        own = next((mention for row, mention in totals.get(name, ()) if _GRAND.match(row)), None)
        others = [mention for _, mention in totals.get(large, ())]
        if own is not None and others and own.value:
            yield from _compared(name, large, own, others, counted)


def _totals(context: Context) -> Totals:
    """The figures in rows of totals, by the table's standard name, with the row's name."""
    found: Totals = defaultdict(list)
    for table in context.document.tables:
        known = next((one for one in TABLES[context.facts.kind] if is_named(one, table.caption)), None)
        if known is None or known.name in found:
            continue
        for mention in context.within((table.start, table.end)):
            row = re.sub(r"\s", "", mention.subject.partition("|")[0]).split("/")[-1]
            if _TOTAL.match(row) and mention.unit is not None and mention.unit.is_money:
                found[known.name].append((row, mention))
    return found


def _worth(mention: Mention) -> Fraction:
    yuan = {"万元": 10_000, "亿元": 100_000_000, "千元": 1_000}.get(str(mention.unit), 1)
    return mention.value * yuan


def _compared(
    name: str, large: str, own: Mention, others: list[Mention], counted: Counter[Fraction]
) -> Iterator[Relation]:
    formula = f"《{name}》合计 = 《{large}》所列合计"
    equal = next((one for one in others if interval_of(one, own.unit).meets(interval_of(own, own.unit))), None)
    if equal is not None:
        yield relation("repeat", "ok", [("first", equal), ("stated", own)], formula, number(equal), "两表一致。")
        return
    near = next((one for one in others if _slip(own, one)), None)
    if near is None:
        return
    right, wrong = (near, own) if counted[_worth(near)] >= counted[_worth(own)] else (own, near)
    sure = counted[_worth(right)] > counted[_worth(wrong)] and len(digits_of(wrong.text)) >= _SURE
    verdict: Verdict = "error" if sure else "suspicious"
    message = f"《{name}》的合计是 {number(own)}，《{large}》里对应的是 {number(near)}，两表应相等。"
    meant = as_written(converted(right, wrong.unit), wrong)
    likely = mistaken(number(wrong), meant, _slip(wrong, right))
    yield relation("repeat", verdict, [("first", right), ("stated", wrong)], formula, meant, message, likely)


def _slip(wrong: Mention, right: Mention) -> str:
    """The slip that tells the two figures apart, where they are displayed alike."""
    if wrong.unit != right.unit or wrong.decimals != right.decimals or not right.value:
        return ""
    return shape(as_written(wrong.value, wrong), as_written(right.value, right))
