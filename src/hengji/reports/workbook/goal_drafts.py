"""Rows of the sheet 目标 for goals that are still being written: everything is typed, and checked as it is typed.

They earn nothing here: a target that may still change has no rule yet. Read back, they become goals, and the next
stage's workbook scores them live.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from xlsxwriter.worksheet import Worksheet

from hengji.facts.evaluation import Goal
from hengji.facts.numbers import percent, plain
from hengji.facts.units import RATE
from hengji.facts.workbook_layout import GOALS, PATH_SEPARATOR
from hengji.reports.workbook.book import Book, at, quoted
from hengji.reports.workbook.inputs import BLANK, WRONG, any_of
from hengji.reports.workbook.judgement_sheet import write_reason
from hengji.reports.workbook.shapes import figure_format, height_of
from hengji.reports.workbook.tables import mark_checks
from hengji.rules.scheme import Path, Scheme, walk

__all__ = ["slot_sums", "write_drafts"]

_UNDER, _NAME, _POINTS, _TARGET, _HALF, _ACTUAL, _UNIT, _CHECK, _RATE, _TIER, _SCORE, _DUTY, _KEY_WORK, _REASON = range(
    14
)
_MOST_COMPARED: Final = 500
"""Rows that each row is compared with for being written twice; reading finds the others."""
_LONGEST_CHOICE: Final = 250


def write_drafts(
    book: Book, sheet: Worksheet, rows: tuple[int, int], drafts: tuple[Goal, ...], spare: int, scheme: Scheme
) -> int:
    """Rows for *drafts* and *spare* empty ones, from the second of *rows* on; the first is the table's first row.

    Gives the last row.
    """
    top, first = rows
    last = first + len(drafts) + spare - 1
    slots = _slots(scheme)
    for offset in range(len(drafts) + spare):
        row = first + offset
        _write_draft(book, sheet, row, drafts[offset] if offset < len(drafts) else None)
        book.formula(sheet, row, _CHECK, _check(row, (top, last), slots), book.look("live_text"))
    unders = dict.fromkeys([*map(PATH_SEPARATOR.join, slots), *(PATH_SEPARATOR.join(goal.under) for goal in drafts)])
    choices = list(unders)
    if len(",".join(choices)) <= _LONGEST_CHOICE and not any("," in one for one in choices):
        words = {
            "error_type": "information",
            "error_title": "所属指标",
            "error_message": "也可以写到下一级，如“产出指标 › 数量指标”。",
        }
        sheet.data_validation(first, _UNDER, last, _UNDER, {"validate": "list", "source": choices} | words)
    mark_checks(book, sheet, (first, last), _CHECK, (_NAME,))
    return last


def slot_sums(scheme: Scheme, rows: tuple[int, int]) -> str:
    """A formula: for each indicator that takes goals, the points of its rows beside what they should sum to."""
    said = []
    for path, points in _slots(scheme).items():
        text = PATH_SEPARATOR.join(path)
        under, own = (f"{at(GOALS, rows[0], c)}:{at(GOALS, rows[1], c).split('!')[1]}" for c in (_UNDER, _POINTS))
        total = f"ROUND(SUMPRODUCT(--(LEFT({under},{len(text)})={quoted(text)}),{own}),6)"
        wrong = f'IF({total}={plain(points)},"　",{quoted("（合计不等）　")})'
        said.append(f'{quoted(text + " ")}&{total}&"/{plain(points)}"&{wrong}')
    return f'"分值合计："&{"&".join(said)}' if said else '""'


def _slots(scheme: Scheme) -> dict[Path, Fraction]:
    return {path: node.points or Fraction(0) for path, node in walk(scheme.indicators) if node.slot is not None}


def _write_draft(book: Book, sheet: Worksheet, row: int, goal: Goal | None) -> None:
    """Targets and actuals are text, so that nobody's 90% becomes 0.9 behind their back."""
    texts = _texts(goal)
    sheet.set_row(row, height_of([(texts[_UNDER], 20), (texts[_NAME], 26), (texts[_DUTY], 18), (texts[_KEY_WORK], 18)]))
    for column in (_UNDER, _NAME, _TARGET, _HALF, _ACTUAL, _DUTY, _KEY_WORK):
        book.text(sheet, row, column, texts[column], book.look("input_text", "@"))
    book.number(sheet, row, _POINTS, goal.points if goal else None, book.look("input"))
    book.number(sheet, row, _RATE, goal.rate if goal else None, book.look("input", figure_format(RATE)))
    book.text(sheet, row, _TIER, goal.tier if goal else "", book.look("input_choice"))
    book.text(sheet, row, _UNIT, "", book.look("label"))
    book.text(sheet, row, _SCORE, "", book.look("text"))
    if goal is not None:
        write_reason(book, sheet, row, _REASON, goal.reason)
        return
    for column in range(_REASON, _REASON + 3):
        book.text(sheet, row, column, "", book.look("input_text"))


def _texts(goal: Goal | None) -> dict[int, str]:
    if goal is None:
        return dict.fromkeys((_UNDER, _NAME, _TARGET, _HALF, _ACTUAL, _DUTY, _KEY_WORK), "")
    unit = goal.target.unit if goal.target is not None else None
    actual = goal.actual_text
    if goal.actual is not None:
        actual = percent(goal.actual, 8) if unit == RATE else f"{plain(goal.actual)}{unit or ''}"
    return {
        _UNDER: PATH_SEPARATOR.join(goal.under),
        _NAME: goal.name,
        _TARGET: goal.target.text if goal.target else "",
        _HALF: goal.half_year.text if goal.half_year else "",
        _ACTUAL: actual,
        _DUTY: goal.duty,
        _KEY_WORK: goal.key_work,
    }


def _check(row: int, rows: tuple[int, int], slots: dict[Path, Fraction]) -> str:
    formula = '""'
    for condition, words in reversed(list(_problems(row, rows, slots))):
        formula = f'IF({condition},"{words}",{formula})'
    typed = f"COUNTA({at(GOALS, row, _UNDER)}:{at(GOALS, row, _HALF).split('!')[1]})"
    return f'IF({typed}=0,"",{formula})'


def _problems(row: int, rows: tuple[int, int], slots: dict[Path, Fraction]) -> Iterator[tuple[str, str]]:
    under, name, points, target = (at(GOALS, row, column) for column in (_UNDER, _NAME, _POINTS, _TARGET))
    yield f'{name}=""', f"{WRONG}没有名称"
    yield f'{under}=""', f"{WRONG}没有所属指标"
    texts = [PATH_SEPARATOR.join(path) for path in slots]
    belongs = [f"LEFT({under},{len(text)})={quoted(text)}" for text in texts]
    yield f"NOT({any_of(belongs)})", f"{WRONG}所属指标不对"
    if rows[1] - rows[0] < _MOST_COMPARED:
        both = (f"{at(GOALS, rows[0], c)}:{at(GOALS, rows[1], c).split('!')[1]}" for c in (_UNDER, _NAME))
        unders, names = both
        yield f"SUMPRODUCT(({unders}={under})*({names}={name}))>1", f"{WRONG}写了两次"
    yield f'{target}=""', f"{BLANK}指标值"
    yield f'{points}=""', f"{BLANK}分值"
    yield f"NOT(ISNUMBER({points}))", f"{WRONG}分值不是数"
    yield f"{points}<0", f"{WRONG}分值不能为负"
    for text, most in zip(texts, slots.values(), strict=True):
        yield (
            f"AND(LEFT({under},{len(text)})={quoted(text)},{points}>{plain(most)})",
            f"{WRONG}超过{plain(most)}分",
        )
