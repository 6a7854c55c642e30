"""What 基本支出 paid for 公务接待, cars and journeys abroad is a part of the “三公” outturn, and cannot be above it.

Two tables of one final account: that of 基本支出 by economic class (30212, 30217, 30231), and that of “三公”经费, which
adds what projects paid. Both hold 财政拨款 only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.tables.quantities import Quantity, quantities
from hengji.checks.relations.verdicts import interval_of, number, relation
from hengji.facts.relation import Relation

__all__ = ["parts_of_three_public"]

_ITEMS: Final = ("因公出国费", "公务接待费", "公务用车运行费")
_BASIC: Final = re.compile("基本支出")
_THREE: Final = re.compile("三公")


def parts_of_three_public(context: Context) -> Iterator[Relation]:
    """Each of the three items that both tables hold once."""
    if context.facts.kind != "final_account":
        return
    captions = {table.start: table.caption for table in context.document.tables}
    for name in _ITEMS:
        named = [one for one in quantities(context) if one.name == name]
        basic = [one for one in named if _BASIC.search(captions[one.table])]
        spent = [one for one in named if _THREE.search(captions[one.table]) and one.kind == "outturn"]
        if len(basic) == 1 and len(spent) == 1:
            yield _compared(basic[0], spent[0])


def _compared(basic: Quantity, spent: Quantity) -> Relation:
    part, whole = basic.mention, spent.mention
    above = interval_of(part, whole.unit).low > interval_of(whole, whole.unit).high
    formula = f"基本支出中的{basic.label} ≤ “三公”经费决算"
    message = f"基本支出表里的“{basic.label}”是 {number(part)}，“三公”经费表的决算是 {number(whole)}，"
    message += "部分超过了全部。两表都只含财政拨款，请核对哪一表填错。" if above else "没有超过。"
    at_least = f"不低于 {number(part)}" if above else number(whole)
    roles = [("part", part), ("stated", whole)]
    return relation("policy", "error" if above else "ok", roles, formula, at_least, message)
