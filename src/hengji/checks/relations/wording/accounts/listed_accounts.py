"""Accounts that the text says money was spent on and the table does not: 主要包括：…奖金、水费…, both cells empty.

The text is last year's, or the form's; an account without an amount in every table of the paper was not spent on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.tables.economic_rows import EconomicRow, economic_rows
from hengji.checks.relations.wording.accounts.account_lists import AccountList, account_lists
from hengji.facts.relation import Relation

__all__ = ["find_listed_accounts"]

_FEWEST: Final = 3  # accounts of the list that have an amount; else the table is another one's
_FORM: Final = 2  # a list of which half is empty is the form's own, set under every paper


def find_listed_accounts(context: Context) -> Iterator[Relation]:
    """Relations of kind ``structure``: one of each list, whose figures are the accounts without an amount."""
    rows = economic_rows(context)
    for listed in account_lists(context) if rows else ():
        yield from _judged(context, listed, rows)


def _judged(context: Context, listed: AccountList, rows: Mapping[str, Sequence[EconomicRow]]) -> Iterator[Relation]:
    known = [(name, place) for name, place in listed.items if name in rows]
    empty = [(name, place) for name, place in known if not any(row.amount for row in rows[name])]
    spent = len(known) - len(empty)
    if spent < _FEWEST:
        return
    if not empty:
        yield slip(
            context, [listed.place], "ok", f"{listed.kind}经费所列各科目在表中都有金额。",
            rule="文字所列科目应在表中有金额", expected="有金额的科目",
        )  # fmt: skip
        return
    names = "、".join(f"“{name}”" for name, _ in empty)
    yield slip(
        context,
        [*(rows[name][0].place for name, _ in empty), *(place for _, place in empty)],
        "error" if len(empty) * _FORM <= spent else "suspicious",
        f"文中说{listed.kind}经费主要包括{names}，而基本支出表中{'它们都' if len(empty) > 1 else '它'}没有金额。"
        "请核对：没有支出的从文字中删去，有支出的在表中补填。",
        rule="文字所列科目应在表中有金额",
        expected="有金额的科目",
        severity="medium",
    )
