"""What stands in the way of a project's 自评表, and what of a department's projects does not fit its own figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from django.urls import reverse

from hengji.facts.findings import Finding
from hengji.web.evaluations.fields import cell_id
from hengji.web.evaluations.project_form import ProjectForm
from hengji.web.evaluations.project_roll import roll_of
from hengji.web.models.work import Work
from hengji.workflows.checking_report import check_project_paper
from hengji.workflows.goal_tables import check_table

__all__ = ["ProjectTrouble", "of_department", "of_form"]

_SAID_ELSEWHERE: Final = frozenset({"goal.score", "goal.blank"})
"""Of an indicator's row that is not filled in: the rubric says that itself."""


@dataclass(frozen=True, slots=True)
class ProjectTrouble:
    """A finding and the address where it is mended; `row` is the indicator that it is about, empty for none."""

    finding: Finding
    address: str
    row: str = ""


def of_form(
    work: Work, form: ProjectForm, rows: dict[int, str], progress: Callable[[int], None]
) -> Iterator[ProjectTrouble]:
    """What is wrong in the form's cells, in the table by its own rules, and on its paper.

    *rows*: the keys of the goal rows by their number, from 1.
    """
    page = reverse("evaluation_work", args=[work.pk])
    for field in form.fields:
        for problem in field.problems:
            yield ProjectTrouble(Finding("error", f"{field.label}：{problem}"), f"{page}#{field.id}")
    for finding in check_table(form.table):
        cell = finding.source.cell
        row = rows.get(int(cell.partition("/")[2]), "") if cell.startswith("goals/") else ""
        if row and finding.code in _SAID_ELSEWHERE and form.table.total_score is None:
            continue
        yield ProjectTrouble(finding, _address(page, cell, row), row)
    for trouble in check_project_paper(form.table, progress):
        found = Finding(trouble.severity, trouble.message, found=trouble.found, expected=trouble.expected)
        yield ProjectTrouble(found, reverse("evaluation_table", args=[work.pk]))


def of_department(work: Work) -> Iterator[ProjectTrouble]:
    """Where the projects' money does not fit the department's figures, and outputs of which both say other things."""
    roll = roll_of(work)
    if roll is None:
        return
    page = reverse("evaluation_projects", args=[work.pk])
    for finding in roll.money.findings:
        yield ProjectTrouble(finding, page)
    for output in roll.outputs:
        if output.differs:
            found, expected = f"“{output.actual}”", f"项目“{output.project}”填的“{output.own_actual}”"
            message = f"“{output.name}”的完成值和它取自的项目不同"
            yield ProjectTrouble(Finding("warning", message, found=found, expected=expected), page)
    if roll.open_count:
        yield ProjectTrouble(Finding("warning", f"还有 {roll.open_count} 个项目的自评没有报送"), page)


def _address(page: str, cell: str, row: str) -> str:
    if row:
        return f"{page}?row={quote(row, safe='')}"
    return f"{page}#{cell_id(f'{cell}/value' if cell.startswith('data/') else cell)}" if cell else page
