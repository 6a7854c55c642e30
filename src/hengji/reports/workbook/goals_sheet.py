"""The sheet 目标: the department's own goals with targets, actuals and judgements, one row each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from xlsxwriter.worksheet import Worksheet

from hengji.facts.evaluation import Evaluation, Goal
from hengji.facts.targets import Target
from hengji.facts.units import RATE
from hengji.facts.workbook_layout import GOAL_HEADINGS, GOALS, PATH_SEPARATOR
from hengji.reports.workbook.book import Book, at
from hengji.reports.workbook.form import Form
from hengji.reports.workbook.goal_drafts import slot_sums, write_drafts
from hengji.reports.workbook.grid import SCORE, Grid
from hengji.reports.workbook.inputs import ASK, BLANK, Inputs, figure_check
from hengji.reports.workbook.judgement_sheet import answer_key, write_reason
from hengji.reports.workbook.shapes import LINE_HEIGHT, figure_format, height_of, most_decimals, score_format
from hengji.reports.workbook.tables import Column, begin, finish, mark_checks
from hengji.rules.formula.syntax import Name
from hengji.rules.kinds.tiers import RATE as JUDGED_RATE
from hengji.rules.kinds.tiers import Tiers
from hengji.rules.scheme import Indicator, Path, Scheme, leaves

__all__ = ["tier_cell_name", "write_goals"]

_WIDTHS: Final = (20, 26, 7, 13, 11, 13, 7, 18, 8, 9, 8, 18, 18, 12, 24, 16)
_ACTUAL, _UNIT, _CHECK, _RATE, _TIER, _SCORE, _DUTY, _KEY_WORK, _REASON = range(5, 14)
_LATER: Final = frozenset({_ACTUAL, _UNIT, _RATE, _TIER, _SCORE, _REASON, _REASON + 1, _REASON + 2})
"""Columns about what became of a goal: not shown while goals are being written."""
_RATE_DECIMALS = 6
_DRAFTS_WHEN_WRITTEN, _DRAFTS_LATER = 40, 15
_HINT = "定量指标填实际完成值（只填数，单位见旁边一栏）；定性指标写完成情况，并填评判比例，只知道档次的选档次。"
_GOALS_HINT = (
    "每行一个指标。指标值带运算符和单位，如“≥90%”“=3次”“≤5天”“健全”；半年目标没有的留空；每个一级指标的分值合计要对上。"
)


def tier_cell_name(path: Path) -> str:
    """The name under which the cell of a goal's judged tier is known."""
    return f"{'/'.join(path)}·评判档次"


@dataclass(frozen=True, slots=True)
class _Goals:
    """What the rows of this sheet are written from."""

    book: Book
    sheet: Worksheet
    inputs: Inputs
    grid: Grid
    places: int


def write_goals(
    book: Book, sheet: Worksheet, evaluation: Evaluation, scheme: Scheme, inputs: Inputs, grid: Grid,
    form: Form | None = None,
) -> None:  # fmt: skip
    """Goals that the tree holds, live; in a form also rows for goals that are still to be written."""
    written = form is not None and form.takes_goals
    first = row = begin(book, sheet, GOALS, _GOALS_HINT if written else _HINT, _columns(written, evaluation))
    found = {} if written else dict(leaves(scheme.indicators))
    goals = _Goals(book, sheet, inputs, grid, scheme.places.score)
    for goal in evaluation.goals:
        leaf = found.get(goal.path)
        if leaf is not None and leaf.parts:
            _write_goal(goals, row, goal, leaf)
            row += 1
    mark_checks(book, sheet, (first, row - 1), _CHECK, (_ACTUAL, _RATE))
    if form is not None:
        drafts = tuple(goal for goal in evaluation.goals if goal.path not in found)
        spare = _DRAFTS_WHEN_WRITTEN if written else _DRAFTS_LATER
        last = write_drafts(book, sheet, (first, row), drafts, spare, scheme)
        if written:
            book.status_of_goals = slot_sums(scheme, (first, last))
            book.formula(sheet, 1, 0, f'"{_GOALS_HINT}"&CHAR(10)&{book.status_of_goals}', book.look("subtitle"))
            sheet.set_row(1, 3 * LINE_HEIGHT + 6)
        row = last + 1
    finish(sheet, row - 1, len(GOAL_HEADINGS) - 1)


def _columns(written: bool, evaluation: Evaluation) -> list[Column]:
    """Of columns that would be empty, only those are shown that somebody is to fill in now."""
    has_duties = written or any(goal.duty or goal.key_work for goal in evaluation.goals)
    hidden = (_LATER if written else frozenset()) | (frozenset() if has_duties else {_DUTY, _KEY_WORK})
    return [
        Column(heading, width, number in hidden)
        for number, (heading, width) in enumerate(zip(GOAL_HEADINGS, _WIDTHS, strict=True))
    ]


def _write_goal(goals: _Goals, row: int, goal: Goal, leaf: Indicator) -> None:
    book, sheet = goals.book, goals.sheet
    under = PATH_SEPARATOR.join(goal.under)
    texts = (under, goal.name, goal.duty, goal.key_work, goal.reason.text, _shown(goal.target), goal.actual_text)
    widths = (20, 26, 18, 18, 24, 13, 13)
    sheet.set_row(row, height_of(list(zip(texts, widths, strict=True))))
    book.text(sheet, row, 0, under, book.look("text"))
    book.text(sheet, row, 1, goal.name, book.look("text"))
    book.number(sheet, row, 2, goal.points, book.look("figure"))
    book.text(sheet, row, 3, _shown(goal.target), book.look("label"))
    book.text(sheet, row, 4, _shown(goal.half_year), book.look("label"))
    book.text(sheet, row, _DUTY, goal.duty, book.look("input_text"))
    book.text(sheet, row, _KEY_WORK, goal.key_work, book.look("input_text"))
    write_reason(book, sheet, row, _REASON, goal.reason)
    earned = goals.grid.cell(goal.path, SCORE)
    look = book.look("centred_live", score_format(goals.places))
    book.formula(sheet, row, _SCORE, f'IF({earned}="","",{earned})', look)
    part = leaf.parts[0]
    expression = part.value.expression if part.value is not None else None
    if isinstance(expression, Name):
        _write_figure(goals, row, goal, expression.name)
    elif isinstance(part.rule, Tiers):
        _write_judged(goals, row, goal, part.rule)


def _shown(target: Target | None) -> str:
    return target.text if target is not None else ""


def _write_figure(goals: _Goals, row: int, goal: Goal, name: str) -> None:
    """A quantitative goal: the actual is a number in the target's unit, or words that cannot be compared."""
    book, sheet = goals.book, goals.sheet
    cell, check = at(GOALS, row, _ACTUAL), at(GOALS, row, _CHECK)
    unit = goal.target.unit if goal.target is not None else None
    decimals = most_decimals(unit or RATE, goal.actual)
    look = book.look("input", figure_format(unit, goal.actual) if unit is not None else "General")
    if goal.actual is None:
        book.text(sheet, row, _ACTUAL, goal.actual_text, look)
    else:
        book.number(sheet, row, _ACTUAL, goal.actual, look)
    book.text(sheet, row, _UNIT, str(unit) if unit is not None else "", book.look("label"))
    formula = figure_check(cell, (), decimals, str(unit) if unit is not None else "")
    book.formula(sheet, row, _CHECK, formula, book.look("live_text"))
    book.text(sheet, row, _RATE, "", book.look("text"))
    book.text(sheet, row, _TIER, "", book.look("text"))
    goals.inputs.put(name, cell, check, decimals)


def _write_judged(goals: _Goals, row: int, goal: Goal, rule: Tiers) -> None:
    book, sheet = goals.book, goals.sheet
    rate, tier, check = (at(GOALS, row, column) for column in (_RATE, _TIER, _CHECK))
    book.text(sheet, row, _ACTUAL, goal.actual_text, book.look("input_text", "@"))
    book.text(sheet, row, _UNIT, "", book.look("label"))
    book.number(sheet, row, _RATE, goal.rate, book.look("input", figure_format(RATE, goal.rate)))
    book.text(sheet, row, _TIER, goal.tier, book.look("input_choice"))
    bounds = ((f"OR({rate}<0,{rate}>1)", "超出0～100%"),)
    formula = figure_check(rate, bounds, _RATE_DECIMALS)
    only_tier = f'AND({rate}="",{tier}<>"")'
    formula = f'IF({only_tier},"{ASK}只有档次",IF({rate}="","{BLANK}评判比例",{formula}))'
    book.formula(sheet, row, _CHECK, formula, book.look("live_text"))
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
    goals.inputs.put(f"{answer_key(goal.path, 1)}·{JUDGED_RATE}", rate, check, _RATE_DECIMALS)
    goals.inputs.put(tier_cell_name(goal.path), tier)
