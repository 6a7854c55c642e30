"""The account that the text tells an amount of against the row of the paper's tables that holds the amount.

行政事业单位养老支出（款）归口管理的行政单位离退休（项）252.74 万元, where the table has 252.74 beside 2080501
行政单位离退休: another name, or the name of the item before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import zip_longest
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.slips import shape, significant_digits
from hengji.checks.relations.tables.functional_rows import FunctionalRows, functional_rows
from hengji.checks.relations.wording.accounts.item_paths import plain_step
from hengji.facts.numbers import read_number, shown
from hengji.facts.relation import Relation

__all__ = ["find_paths_and_rows"]

_NAME: Final = r"[\u4e00-\u9fff][\u4e00-\u9fff、（）()]{1,36}?"
_PATH: Final = re.compile(
    rf"(?P<类>{_NAME})[（(]类[）)][”“\"]?[、，]?[“\"]?(?P<款>{_NAME})[（(]款[）)][”“\"]?[、，]?[“\"]?(?P<项>{_NAME})[（(]项[）)]"
)
_AMOUNT: Final = re.compile(r"(?P<amount>\d[\d,]*\.\d+)\s?(?P<unit>万元|元)")
_LEVELS: Final = (("类", 3), ("款", 5), ("项", 7))
_FAR: Final = 400
_STEP: Final = Fraction(1, 100)
_FEWEST: Final = 3  # digits of an amount that two accounts do not have by chance


def find_paths_and_rows(context: Context) -> Iterator[Relation]:
    """Relations of kind ``structure`` for each path whose amount one row of the tables has, of kind ``repeat`` for each
    whose name one row has and whose amount none."""
    rows = functional_rows(context)
    flow = flowing(context)
    paths = list(_PATH.finditer(flow.text)) if rows.codes else []
    for path, following in zip_longest(paths, paths[1:]):
        end = min(path.end() + _FAR, following.start() if following is not None else len(flow.text))
        if context.table_at(flow.place(path.start())) is not None:
            continue
        told = [(match, value) for match in _AMOUNT.finditer(flow.text, path.end(), end) if (value := _value(match))]
        code = _code([value for _, value in told], rows)
        if code:
            yield from _judged(context, flow, path, code, rows)
        elif told and (code := _by_name(path, rows)):
            yield from _amount(context, flow, told, code, rows)


def _value(match: re.Match[str]) -> Fraction | None:
    """In 万元; None where it has too few digits to tell one account from another."""
    value = read_number(match["amount"])
    if value is None or significant_digits(match["amount"]) < _FEWEST:
        return None
    return value if match["unit"] == "万元" else value / 10_000


def _code(values: Sequence[Fraction], rows: FunctionalRows) -> str:
    """The one account whose row has an amount of the item, or one that is rounded otherwise."""
    for off in (0, _STEP):
        found = {code for value in values for one in {value - off, value + off} if (code := rows.code_of(one))}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def _by_name(path: re.Match[str], rows: FunctionalRows) -> str:
    """The one account that bears the item's name and its group's."""
    item, group = plain_step(path["项"]), plain_step(path["款"])
    named = [code for code, name in rows.names.items() if len(code) == len("2080505") and name == item]
    named = [code for code in named if rows.names.get(code[:5]) == group]
    return named[0] if len(named) == 1 else ""


def _amount(
    context: Context, flow: Flowing, told: Sequence[tuple[re.Match[str], Fraction]], code: str, rows: FunctionalRows
) -> Iterator[Relation]:
    """The only amount told of an account, against the one that its rows agree on, a slip of the pen away."""
    held = rows.amounts.get(code, Counter())
    match, value = told[0]
    if len(held) != 1 or len(told) != 1:
        return
    right = shown(next(iter(held)), 2)
    slipped = shape(shown(value, 2), right)
    if slipped:
        told_as = match["amount"] + match["unit"]
        yield slip(
            context,
            [flow.of(match, "amount")],
            "error",
            f"表中{code}“{rows.names[code]}”为 {right}万元，文中为 {told_as}（{slipped}）。请核对。",
            rule="文字与表格的金额应一致",
            expected=f"{right}万元",
            likely=f"应为 {right}万元",
            severity="high",
            kind="repeat",
        )


def _judged(
    context: Context, flow: Flowing, path: re.Match[str], code: str, rows: FunctionalRows
) -> Iterator[Relation]:
    told = {level: plain_step(path[level]) for level, _ in _LEVELS}
    named = {level: rows.names.get(code[:digits], "") for level, digits in _LEVELS}
    alike = {level for level, _ in _LEVELS if named[level] and _same(told[level], named[level])}
    other = [level for level, _ in _LEVELS if named[level] and level not in alike]
    if not alike or len(other) > 1:
        return
    if not other:
        yield slip(
            context, [flow.of(path, "项")], "ok", f"科目名称与表中{code}的一致。",
            rule="文字与表格的科目名称应一致", expected=named["项"],
        )  # fmt: skip
        return
    level = other[0]
    yield slip(
        context,
        [flow.of(path, level)],
        "error",
        f"金额与表中{code}的相同，{level}的名称却写作“{told[level]}”，表中是“{named[level]}”。请核对科目名称。",
        rule="文字与表格的科目名称应一致",
        expected=named[level],
        likely=f"应为“{named[level]}”",
        severity="medium",
    )


def _same(told: str, named: str) -> bool:
    """A class stands behind other words (主要用于教育支出), 支出 may be left out, and a row's name may be broken."""
    short = named.removesuffix("支出")
    return short in told or told.removesuffix("支出") == short or named.startswith(told)
