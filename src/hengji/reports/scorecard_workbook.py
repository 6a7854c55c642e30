"""A scorecard as a workbook that recomputes itself in Excel, WPS and LibreOffice: the third reading of a rule."""

from __future__ import annotations

from dataclasses import dataclass

from hengji.facts.evaluation import Evaluation
from hengji.facts.findings import Finding
from hengji.facts.scorecard import Scorecard
from hengji.facts.workbook_layout import CALCULATION, COVER, DATA, EVENTS, GOALS, JUDGEMENTS, PAPER, STATED
from hengji.reports.workbook.book import Book
from hengji.reports.workbook.calculation_sheet import write_calculation
from hengji.reports.workbook.cover_sheet import stated_rows, write_cover, write_stated_sheet
from hengji.reports.workbook.data_sheet import event_names, write_data, write_events
from hengji.reports.workbook.goals_sheet import write_goals
from hengji.reports.workbook.grid import Desk, Grid, lay_out
from hengji.reports.workbook.inputs import Inputs
from hengji.reports.workbook.judgement_sheet import write_judgements
from hengji.reports.workbook.paper_sheet import write_paper
from hengji.rules.scheme import Scheme

__all__ = ["WrittenWorkbook", "write_scorecard_workbook"]


@dataclass(frozen=True, slots=True)
class WrittenWorkbook:
    """The file, what it could not hold exactly, and where each indicator stands on the sheet 计算."""

    content: bytes
    findings: tuple[Finding, ...]
    grid: Grid


def write_scorecard_workbook(evaluation: Evaluation, scheme: Scheme, card: Scorecard) -> WrittenWorkbook:
    """The workbook of *evaluation*. *scheme* is the concrete one: its goal slots are filled with the goal rows.

    A figure of more than 15 significant digits is written as the nearest number a spreadsheet keeps, and a
    formula longer than a spreadsheet takes as its result; both are reported, in the findings and on the cover.
    """
    book, inputs = Book(evaluation.year), Inputs()
    grid = lay_out(scheme, with_parts=not card.is_stated)
    sheets = {name: book.sheet(name) for name in _sheets(evaluation, scheme, card)}
    # Counts of events are known before the data that show them, and all inputs before the calculation.
    if EVENTS in sheets:
        write_events(book, sheets[EVENTS], evaluation, scheme, inputs)
    if DATA in sheets:
        write_data(book, sheets[DATA], evaluation, scheme, inputs)
    if GOALS in sheets:
        write_goals(book, sheets[GOALS], evaluation, scheme, inputs)
    if JUDGEMENTS in sheets:
        write_judgements(book, sheets[JUDGEMENTS], evaluation, scheme, inputs)
    if STATED in sheets:
        write_stated_sheet(book, sheets[STATED], evaluation)
    totals = write_calculation(Desk(book, sheets[CALCULATION], scheme, card, inputs, grid))
    write_paper(Desk(book, sheets[PAPER], scheme, card, inputs, grid), totals)
    write_cover(book, sheets[COVER], evaluation, scheme)
    return WrittenWorkbook(book.content(), tuple(book.findings), grid)


def _sheets(evaluation: Evaluation, scheme: Scheme, card: Scorecard) -> list[str]:
    """The sheets in their order; those that would be empty are left out."""
    live = not card.is_stated
    wanted = {
        COVER: True,
        DATA: live and bool(scheme.data),
        EVENTS: live and bool(event_names(scheme)),
        GOALS: live and bool(evaluation.goals),
        JUDGEMENTS: live,
        CALCULATION: True,
        PAPER: True,
        STATED: bool(stated_rows(evaluation)),
    }
    return [name for name, is_wanted in wanted.items() if is_wanted]
