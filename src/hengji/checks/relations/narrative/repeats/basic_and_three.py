"""What the basic expenditure has of 公务接待费 is a part of what the paper tells of it; it cannot be more.

The three public expenses are paid from basic and from project money, so that the account
302 17 of 基本支出表 is at most the 公务接待费 of the text. A greater one stands in another account's row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import MONEY, Passage
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.tables.economic_rows import EconomicRow, economic_rows
from hengji.checks.relations.tables.quantity_names import quantity_name
from hengji.checks.relations.verdicts import number
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation, Verdict
from hengji.facts.units import MONEY as UNITS

__all__ = ["basic_and_three"]

_ACCOUNTS: Final = {
    "公务接待费": ("公务接待费",),
    "公务用车运行维护费": ("公务用车运行费", "公务用车购置及运行费"),
    "因公出国（境）费用": ("因公出国费",),
    "公务用车购置": ("公务用车购置费", "公务用车购置及运行费"),
}
"""By account, the names that the text gives to what it is a part of."""
_TOLD: Final = frozenset(name for names in _ACCOUNTS.values() for name in names)
_FEWEST: Final = 2  # places of the text that agree on what was spent


def basic_and_three(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``repeat`` for each of the accounts that has an amount and is told of."""
    rows = economic_rows(context)
    told = _told(context, texts) if any(name in rows for name in _ACCOUNTS) else {}
    for account, names in _ACCOUNTS.items():
        held = [mention for name in names for mention in told.get(name, ())]
        spent = [row for row in rows.get(account, ()) if row.amount]
        if len(held) >= _FEWEST:
            yield from (_judged(context, account, row, max(held, key=_yuan)) for row in spent)


def _told(context: Context, texts: Sequence[Passage]) -> Mapping[str, list[Mention]]:
    """What the text says of each, whatever the column: its budget bounds it as well."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for passage in texts:
        changed = changed_slots(passage)
        for slot in passage.slots:
            plain = slot.kind == MONEY and slot.index not in changed and not context.in_table(slot.mention)
            name = quantity_name(label_of(slot)) if plain else ""
            if name in _TOLD:
                found[name].append(slot.mention)
    return found


def _yuan(mention: Mention) -> Fraction:
    return mention.value * UNITS[str(mention.unit)]


def _judged(context: Context, account: str, row: EconomicRow, most: Mention) -> Relation:
    within = (row.amount or 0) <= _yuan(most) + UNITS[str(most.unit)] * most.step
    verdict: Verdict = "ok" if within else "error"
    stated = piece(context, "stated", *row.place)
    message = f"基本支出表的“{account}”没有超过文中所说的 {number(most)}。"
    if not within:
        message = (
            f"基本支出表的“{account}”为 {stated.text}，多于文中所说的全部金额 {number(most)}；"
            "基本支出只是其中一部分，不应更多。请核对，表中金额可能与上下行错位。"
        )
    return Relation(
        "repeat", verdict, (figure("whole", most), stated), "基本支出中的“三公”经费不超过“三公”经费总数",
        f"不多于 {number(most)}", stated.text, message, "" if within else "表中金额错行", "low" if within else "high",
    )  # fmt: skip
