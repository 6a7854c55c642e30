"""The funds of several forms of projects together: “对6个项目编制绩效目标，涉及2545.50万元” is the sum of the amounts
in as many forms; and the amount of a project in its form is the one that a table of projects gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.mentions.units import header_unit
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.fund_rows import funds_by_table
from hengji.checks.relations.tables.laid_out import Grid, grid_of
from hengji.facts.mention import Mention
from hengji.facts.numbers import plain, shown
from hengji.facts.relation import Relation, Verdict
from hengji.facts.units import Unit

__all__ = ["form_funds"]

_NAME: Final = re.compile(r"(?:项目|专项|资金|政策)(?:（?政策）?)?名称[:：]?")
_AMOUNT: Final = re.compile(
    r"(?:年度|项目|预算|申请|本年|当年)?(?:预算|资金)?(?:预算金额|资金总额|预算资金|预算安排|预算总额|预算数|申请金额|项目资金|资金额)(?:[(（].*)?[:：]?"
)
_SAID: Final = re.compile(
    r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})\s*个[^，。；\n]{0,8}项目[^。；\n]{0,40}?(?<![\d.])(?P<sum>\d[\d,]*(?:\.\d+)?)\s*(?:万元|元|亿元)"
)
_ABOUT: Final = re.compile("绩效目标|绩效自评|预算|资金|涉及")
_SPENT: Final = re.compile("支出|执行|拨付|使用")
_FEWEST: Final = 2
_ROWS: Final = 8


@dataclass(frozen=True, slots=True)
class _Form:
    """The name of a project and its amount in a form."""

    name: str
    grid: Grid
    amount: Amount
    unit: Unit | None

    def value_in(self, unit: Unit | None) -> Fraction | None:
        factor = self.unit.factor_to(unit) if self.unit is not None and unit is not None else None
        return self.amount.value * factor if factor is not None else None


def form_funds(context: Context) -> Iterator[Relation]:
    """Relations of kinds ``sum`` and ``repeat``."""
    forms = [form for table in context.document.tables for form in _form(grid_of(context, table), context)]
    if len(forms) >= _FEWEST:
        yield from _together(context, forms)
    yield from _in_lists(context, forms)


def _form(grid: Grid, context: Context) -> Iterator[_Form]:
    """The value right of 项目名称, and the one right of an amount's label, both in the first rows."""
    name, amount, unit = "", None, None
    for row in range(min(grid.height, _ROWS)):
        for column in range(grid.width - 1):
            label, value = grid.text(row, column), grid.text(row, column + 1)
            if _NAME.fullmatch(label) and value and not name and row < _ROWS // 2:
                name = value if grid.amount(row, column + 1) is None and len(value) > 2 else ""
            found = grid.amount(row, column + 1) if _AMOUNT.fullmatch(label) else None
            if found is not None and amount is None:
                amount, unit = found, _unit(grid, label, found)
    whole = next((one for one in funds_by_table(context).get(grid.table.start, ()) if one.whole), None)
    if amount is None and whole is not None:
        amount = whole.budgets[0]
        unit = amount.mention.unit if amount.mention is not None else None
        heads = "".join(text for at in range(whole.row) for text in grid.words(at))
        unit = unit or (written[0] if (written := header_unit(heads)) else None)
    if name and amount is not None and not amount.is_rate:
        yield _Form(name, grid, amount, unit)


def _unit(grid: Grid, label: str, amount: Amount) -> Unit | None:
    own = header_unit(label)
    named = own or header_unit(grid.table.unit)
    return amount.unit or (named[0] if named else None)


def _together(context: Context, forms: Sequence[_Form]) -> Iterator[Relation]:
    text = context.document.text
    for match in _SAID.finditer(text):
        number = whole_number(match["n"])
        stated = next(iter(context.within(match.span("sum"))), None)
        spoken = text[match.start() : match.start("sum")]
        about = _ABOUT.search(spoken) is not None and _SPENT.search(spoken) is None
        if number != len(forms) or stated is None or context.in_table(stated) or not about:
            continue
        values = [form.value_in(stated.unit) for form in forms]
        if all(value is not None for value in values):
            yield _sum(forms, [value for value in values if value is not None], stated)


def _sum(forms: Sequence[_Form], values: Sequence[Fraction], stated: Mention) -> Relation:
    total = sum(values, Fraction(0))
    near = abs(total - stated.value) <= stated.step * len(values) / 2
    verdict: Verdict = "ok" if total == stated.value else "rounding" if near else "error"
    right = shown(total, stated.decimals)
    mended = [
        (form, value + stated.value - total)
        for form, value in zip(forms, values, strict=True)
        if shape(form.amount.text, shown(value + stated.value - total, form.amount.decimals))
    ]
    likely = ""
    if verdict == "error" and len(mended) == 1:
        form, value = mended[0]
        likely = f"若“{form.name}”的“{form.amount.text}”应为“{shown(value, form.amount.decimals)}”，则此式成立。"
    says = "相符" if verdict != "error" else "请核对"
    return Relation(
        "sum", verdict,
        (*(form.amount.figure("part") for form in forms), figure("total", stated)),
        " + ".join(form.amount.text for form in forms) + f" = {stated.text}", right, stated.text,
        f"{len(forms)}个项目各表金额合计 {plain(total, 6)}，文中为 {stated.text}，{says}。", likely,
        "high" if verdict == "error" else "medium",
    )  # fmt: skip


def _in_lists(context: Context, forms: Sequence[_Form]) -> Iterator[Relation]:
    """The row of the same name in a table that is no form of its own."""
    if not forms:
        return
    named = {form.name: form for form in forms}
    own = {form.grid.table.start for form in forms}
    for table in context.document.tables:
        if table.start in own:
            continue
        grid = grid_of(context, table)
        for row in range(grid.height):
            form = next((named[text] for text in grid.words(row) if text in named), None)
            amounts = [one for column in range(grid.width) if (one := grid.amount(row, column)) is not None]
            if form is not None and amounts:
                yield from _compared(form, amounts)


def _compared(form: _Form, amounts: Sequence[Amount]) -> Iterator[Relation]:
    money = [
        one for one in amounts if one.mention is not None and one.mention.unit is not None and one.mention.unit.is_money
    ]
    pairs = [
        (one, value)
        for one in money
        if one.mention is not None and (value := form.value_in(one.mention.unit)) is not None
    ]
    same = next((one for one, value in pairs if value == one.value), None)
    slipped = next(((one, slip) for one, value in pairs if (slip := shape(one.text, one.written(value)))), None)
    if same is not None:
        yield _repeat("ok", form, same, "")
    elif slipped is not None and len(slipped[0].text) > 4:
        yield _repeat("error", form, *slipped)


def _repeat(verdict: Verdict, form: _Form, other: Amount, slip: str) -> Relation:
    says = "相符" if verdict == "ok" else f"请核对（{slip}）"
    return Relation(
        "repeat", verdict, (other.figure("table"), form.amount.figure("stated")), f"{form.name}：两表金额相等",
        other.text, form.amount.text,
        f"“{form.name}”的金额在这张表中为 {form.amount.text}，另一张表中为 {other.text}，{says}。", "",
        "high" if verdict == "error" else "medium",
    )  # fmt: skip
