"""A workbook that recomputes itself in Excel, WPS and LibreOffice: the third reading of a rule.

A scorecard and a form to be filled in are the same workbook; a form has its cells empty or filled in beforehand,
says how far it is, and remembers what it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from hengji.facts.evaluation import Evaluation
from hengji.facts.findings import Finding
from hengji.facts.scorecard import Scorecard
from hengji.facts.workbook_layout import (
    CALCULATION,
    COVER,
    DATA,
    EVENTS,
    EVIDENCE,
    GOALS,
    JUDGEMENTS,
    MARK,
    NARRATIVE,
    PAPER,
    STATED,
)
from hengji.reports.workbook.annex_sheet import Annex, write_annex
from hengji.reports.workbook.book import Book
from hengji.reports.workbook.calculation_sheet import write_calculation
from hengji.reports.workbook.cover_sheet import stated_rows, write_cover, write_stated_sheet
from hengji.reports.workbook.data_sheet import write_data
from hengji.reports.workbook.events_sheet import event_names, write_events
from hengji.reports.workbook.evidence_sheet import write_evidence
from hengji.reports.workbook.form import Form
from hengji.reports.workbook.goals_sheet import write_goals
from hengji.reports.workbook.grid import Desk, Grid, lay_out
from hengji.reports.workbook.inputs import Inputs
from hengji.reports.workbook.judgement_sheet import write_judgements
from hengji.reports.workbook.mark_sheet import write_mark
from hengji.reports.workbook.narrative_sheet import write_narrative
from hengji.reports.workbook.paper_sheet import write_paper
from hengji.reports.workbook.progress import TOTAL, total_text
from hengji.rules.scheme import Scheme, leaves, walk

__all__ = ["WrittenWorkbook", "write_scorecard_workbook"]


@dataclass(frozen=True, slots=True)
class WrittenWorkbook:
    """The file, what it could not hold exactly, and where each indicator stands on the sheet 计算."""

    content: bytes
    findings: tuple[Finding, ...]
    grid: Grid


def write_scorecard_workbook(
    evaluation: Evaluation, scheme: Scheme, card: Scorecard, form: Form | None = None, annex: Annex | None = None
) -> WrittenWorkbook:
    """The workbook of *evaluation*; with *form*, one to be filled in; with *annex*, its 评分表 is the one signed.

    *scheme* is the concrete one: its goal slots are filled with the goal rows, except where goals are being written.
    A figure of more than 15 significant digits is written as the nearest number a spreadsheet keeps, and a
    formula longer than a spreadsheet takes as its result; both are reported, in the findings and on the cover.
    """
    has_total = form is not None and not form.takes_goals
    book, inputs = Book(evaluation.year, (TOTAL, total_text(card)) if has_total else ("", "")), Inputs()
    grid = lay_out(scheme, with_parts=not card.is_stated)
    names = _sheets(evaluation, scheme, card, form)
    sheets = {name: book.sheet(name) for name in names}
    _write_inputs(book, sheets, evaluation, scheme, inputs, grid, form)
    is_form = form is not None
    totals = write_calculation(Desk(book, sheets[CALCULATION], scheme, card, inputs, grid, is_form))
    paper = Desk(book, sheets[PAPER], scheme, card, inputs, grid, is_form)
    if annex is None:
        write_paper(paper, totals)
    else:
        write_annex(paper, totals, annex)
    write_cover(book, sheets[COVER], evaluation, scheme, form, names)
    if form is not None:
        book.lock()
    for name in names:
        if form is not None and not form.shows(name):
            sheets[name].hide()
            # LibreOffice prints what has a print area, hidden or not.
            sheets[name].print_area_range = ""
    return WrittenWorkbook(book.content(), tuple(book.findings), grid)


def _write_inputs(
    book: Book, sheets: dict[str, Worksheet], evaluation: Evaluation, scheme: Scheme, inputs: Inputs, grid: Grid,
    form: Form | None,
) -> None:  # fmt: skip
    """Counts of events are known before the data that show them, and all inputs before the calculation."""
    if EVENTS in sheets:
        write_events(book, sheets[EVENTS], evaluation, scheme, inputs)
    if DATA in sheets:
        write_data(book, sheets[DATA], evaluation, scheme, inputs, form)
    if GOALS in sheets:
        write_goals(book, sheets[GOALS], evaluation, scheme, inputs, grid, form)
    if JUDGEMENTS in sheets:
        write_judgements(book, sheets[JUDGEMENTS], evaluation, scheme, inputs, grid, form)
    if NARRATIVE in sheets and form is not None:
        write_narrative(book, sheets[NARRATIVE], form.passages)
    paths = [path for path, _ in walk(scheme.indicators)]
    if EVIDENCE in sheets:
        kinds = form.evidence_kinds if form is not None else ()
        write_evidence(book, sheets[EVIDENCE], evaluation.evidence, len(paths), kinds, spare=form is not None)
    if STATED in sheets:
        write_stated_sheet(book, sheets[STATED], evaluation)
    if MARK in sheets:
        write_mark(book, sheets[MARK], evaluation, form, tuple(sheets), paths)


def _sheets(evaluation: Evaluation, scheme: Scheme, card: Scorecard, form: Form | None) -> tuple[str, ...]:
    """The sheets in their order; those that would be empty are left out."""
    live, is_form = not card.is_stated, form is not None
    has_slots = any(node.slot is not None for _, node in walk(scheme.indicators))
    has_evidence = is_form or bool(evaluation.evidence)
    wanted = {
        COVER: True,
        DATA: live and bool(scheme.data),
        EVENTS: live and bool(event_names(scheme)),
        GOALS: live and (bool(evaluation.goals) or (is_form and has_slots)),
        JUDGEMENTS: live and _is_judged(evaluation, scheme),
        NARRATIVE: form is not None and bool(form.passages),
        EVIDENCE: has_evidence,
        PAPER: True,
        CALCULATION: True,
        STATED: bool(stated_rows(evaluation)),
        MARK: has_evidence,
    }
    return tuple(name for name, is_wanted in wanted.items() if is_wanted)


def _is_judged(evaluation: Evaluation, scheme: Scheme) -> bool:
    """Whether a person judges anything but goals, which have their own sheet."""
    goals = {goal.path for goal in evaluation.goals}
    return any(part.asks() for path, leaf in leaves(scheme.indicators) if path not in goals for part in leaf.parts)
