"""The sheet 目标: the department's own goals with targets, actuals and judgements, one row each."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from hengji.facts.evaluation import Evaluation, Goal
from hengji.facts.targets import Target
from hengji.facts.units import RATE
from hengji.facts.workbook_layout import GOAL_HEADINGS, GOALS, PATH_SEPARATOR
from hengji.reports.workbook.book import Book, at
from hengji.reports.workbook.inputs import Inputs, figure_check
from hengji.reports.workbook.judgement_sheet import answer_key, write_reason
from hengji.reports.workbook.shapes import figure_format, height_of, most_decimals
from hengji.reports.workbook.tables import Column, begin, protect
from hengji.rules.formula.syntax import Name
from hengji.rules.kinds.tiers import RATE as JUDGED_RATE
from hengji.rules.kinds.tiers import Tiers
from hengji.rules.scheme import Indicator, Path, Scheme, leaves

__all__ = ["tier_cell_name", "write_goals"]

_WIDTHS = (26, 28, 7, 14, 12, 16, 8, 14, 10, 10, 20, 20, 14, 30, 24)
_COLUMNS = tuple(map(Column, GOAL_HEADINGS, _WIDTHS))
_ACTUAL, _UNIT, _CHECK, _RATE, _TIER = 5, 6, 7, 8, 9
_RATE_DECIMALS = 6


def tier_cell_name(path: Path) -> str:
    """The name under which the cell of a goal's judged tier is known."""
    return f"{'/'.join(path)}·评判档次"


def write_goals(book: Book, sheet: Worksheet, evaluation: Evaluation, scheme: Scheme, inputs: Inputs) -> None:
    hint = "定量指标填实际完成值（只填数，单位见旁边一栏）；定性指标写完成情况，并填评判比例，只知道档次的选档次。"
    row = begin(book, sheet, "目标", hint, _COLUMNS)
    found = dict(leaves(scheme.indicators))
    for goal in evaluation.goals:
        leaf = found.get(goal.path)
        if leaf is not None and leaf.parts:
            _write_goal(book, sheet, row, goal, leaf, inputs)
            row += 1
    protect(sheet)


def _write_goal(book: Book, sheet: Worksheet, row: int, goal: Goal, leaf: Indicator, inputs: Inputs) -> None:
    under = PATH_SEPARATOR.join(goal.under)
    texts = (under, goal.name, goal.duty, goal.key_work, goal.reason.text)
    widths = (26, 28, 20, 20, 30)
    sheet.set_row(row, height_of(list(zip(texts, widths, strict=True))))
    book.text(sheet, row, 0, under, book.look("text"))
    book.text(sheet, row, 1, goal.name, book.look("text"))
    book.number(sheet, row, 2, goal.points, book.look("figure"))
    book.text(sheet, row, 3, _shown(goal.target), book.look("label"))
    book.text(sheet, row, 4, _shown(goal.half_year), book.look("label"))
    book.text(sheet, row, 10, goal.duty, book.look("input_text"))
    book.text(sheet, row, 11, goal.key_work, book.look("input_text"))
    write_reason(book, sheet, row, 12, goal.reason)
    part = leaf.parts[0]
    expression = part.value.expression if part.value is not None else None
    if isinstance(expression, Name):
        _write_figure(book, sheet, row, goal, expression.name, inputs)
    elif isinstance(part.rule, Tiers):
        _write_judged(book, sheet, row, goal, part.rule, inputs)


def _shown(target: Target | None) -> str:
    return target.text if target is not None else ""


def _write_figure(book: Book, sheet: Worksheet, row: int, goal: Goal, name: str, inputs: Inputs) -> None:
    """A quantitative goal: the actual is a number in the target's unit, or words that cannot be compared."""
    cell, check = at(GOALS, row, _ACTUAL), at(GOALS, row, _CHECK)
    unit = goal.target.unit if goal.target is not None else None
    decimals = most_decimals(unit or RATE, goal.actual)
    look = book.look("input", figure_format(unit, goal.actual) if unit is not None else "General")
    if goal.actual is None:
        book.text(sheet, row, _ACTUAL, goal.actual_text, look)
    else:
        book.number(sheet, row, _ACTUAL, goal.actual, look)
    book.text(sheet, row, _UNIT, str(unit) if unit is not None else "", book.look("label"))
    book.formula(sheet, row, _CHECK, figure_check(cell, (), decimals), book.look("live_text"))
    book.text(sheet, row, _RATE, "", book.look("text"))
    book.text(sheet, row, _TIER, "", book.look("text"))
    inputs.put(name, cell, check, decimals)


def _write_judged(book: Book, sheet: Worksheet, row: int, goal: Goal, rule: Tiers, inputs: Inputs) -> None:
    rate, tier, check = (at(GOALS, row, column) for column in (_RATE, _TIER, _CHECK))
    book.text(sheet, row, _ACTUAL, goal.actual_text, book.look("input_text"))
    book.text(sheet, row, _UNIT, "", book.look("label"))
    book.number(sheet, row, _RATE, goal.rate, book.look("input", figure_format(RATE, goal.rate)))
    book.text(sheet, row, _TIER, goal.tier, book.look("input_choice"))
    bounds = ((f"OR({rate}<0,{rate}>1)", "应在0%到100%之间"),)
    book.formula(sheet, row, _CHECK, figure_check(rate, bounds, _RATE_DECIMALS), book.look("live_text"))
    choices = [name for name, _ in rule.tiers]
    sheet.data_validation(row, _TIER, row, _TIER, {"validate": "list", "source": choices})
    allowed = "；".join(f"{name} {interval}" for name, interval in rule.tiers)
    sheet.data_validation(
        row, _RATE, row, _RATE,
        {
            "validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1,
            "error_title": "不能这样填", "error_message": f"请填 0% 到 100% 的比例：{allowed}"[:250],
        },
    )  # fmt: skip
    inputs.put(f"{answer_key(goal.path, 1)}·{JUDGED_RATE}", rate, check, _RATE_DECIMALS)
    inputs.put(tier_cell_name(goal.path), tier)
