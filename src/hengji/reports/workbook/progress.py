"""How far a form is: what each sheet still lacks, what is wrong in it, what the total is by now; formulas only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from xlsxwriter.utility import xl_col_to_name

from hengji.facts.numbers import shown
from hengji.facts.scorecard import Scorecard
from hengji.facts.workbook_layout import (
    CHECK,
    DATA,
    DATA_HEADINGS,
    EVIDENCE,
    EVIDENCE_HEADINGS,
    GOAL_HEADINGS,
    GOALS,
    JUDGEMENT_HEADINGS,
    JUDGEMENTS,
    NARRATIVE,
    NARRATIVE_HEADINGS,
)
from hengji.reports.workbook.book import Book
from hengji.reports.workbook.form import Form
from hengji.reports.workbook.inputs import ASK, BLANK, WRONG

__all__ = ["POINTS", "TOTAL", "progress_rows", "total_text"]

_CHECKED: Final = {
    DATA: DATA_HEADINGS,
    GOALS: GOAL_HEADINGS,
    JUDGEMENTS: JUDGEMENT_HEADINGS,
    NARRATIVE: NARRATIVE_HEADINGS,
    EVIDENCE: EVIDENCE_HEADINGS,
}
_DEEPEST: Final = 30_000
"""Rows that are counted: more than any sheet is read."""

POINTS: Final = "分值"
"""The label of the row that says whether the goals' points add up."""
_OPEN: Final = 'TEXT(总分下限,"0.00")&"～"&TEXT(总分上限,"0.00")&"（尚缺数据或评判）"'
TOTAL: Final = (
    f'"当前总分："&IF(总分="",{_OPEN},TEXT(总分,"0.00"))&"　等级："&IF(等级="","待定",等级)'
)  # fmt: skip
"""The total, or the range that it can still be in, and the grade."""


def total_text(card: Scorecard) -> str:
    """What `TOTAL` says of *card*, for viewers that do not compute."""
    total = (
        f"{shown(card.low, 2)}～{shown(card.high, 2)}（尚缺数据或评判）" if card.total is None else shown(card.total, 2)
    )
    return f"当前总分：{total}　等级：{card.grade or '待定'}"


def progress_rows(book: Book, form: Form, sheets: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """A label and a formula for each sheet that has checks, and for the result."""
    for sheet, headings in _CHECKED.items():
        if sheet in sheets and form.shows(sheet):
            column = xl_col_to_name(headings.index(CHECK))
            said = _counted(f"{sheet}!${column}$4:${column}${_DEEPEST}")
            if sheet == EVIDENCE:
                said = f'IF(COUNTA({sheet}!$A$4:$B${_DEEPEST})=0,"还没有登记",{said})'
            yield f"“{sheet}”表", said
    if form.takes_goals:
        yield POINTS, book.status_of_goals or '"本方案没有个性指标"'
    else:
        yield "得分", TOTAL


def _counted(checks: str) -> str:
    words = ((BLANK, "未填"), (WRONG, "有误"), (ASK, "请核"))
    counts = [f'COUNTIF({checks},"{mark}*")' for mark, _ in words]
    said = [f'IF({count}>0,"{word} "&{count}&" 处　","")' for count, (_, word) in zip(counts, words, strict=True)]
    return f'IF({"+".join(counts)}=0,"已填好",{"&".join(said)})'
