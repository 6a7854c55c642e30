"""What a project's self-evaluation asks beside its indicators: who, the goal in words, the money line by line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from django.utils.translation import gettext as _

from hengji.facts.findings import Finding
from hengji.facts.project_table import ProjectTable
from hengji.web.evaluations.fields import Cells, Field
from hengji.web.models.organisation import OrganisationKind
from hengji.web.models.work import Work
from hengji.web.works.content import at, shown_path
from hengji.workflows.goal_tables import check_table
from hengji.workflows.project_tables import BUDGET, COLUMNS, EXECUTED, ProjectHeading, project_table
from hengji.workflows.scoring import Scored

__all__ = ["ELSEWHERE", "FundsRow", "ProjectForm", "form_of", "table_of"]

ELSEWHERE: Final = (BUDGET, EXECUTED)
"""Data items that are typed in the form, and only shown in the rubric."""

_LINES: Final = ("funds", "lines")
_MONEY: Final = frozenset({"goal.funds_close", "goal.overspent"})


@dataclass(frozen=True, slots=True)
class FundsRow:
    """One line of money: its name (a field but for the total), its amounts, and the edits that take it off."""

    number: int
    name: Field | None
    amounts: tuple[Field, ...]
    rate: Fraction | None
    removal: str = ""


@dataclass(frozen=True, slots=True)
class ProjectForm:
    """The form as its page shows it. `addition` are the edits that begin a new line of money."""

    table: ProjectTable
    words: tuple[Field, ...]
    rows: tuple[FundsRow, ...]
    addition: str
    findings: tuple[Finding, ...]

    @property
    def says(self) -> tuple[Finding, ...]:
        """Whether the money closes, as it stands now."""
        return tuple(item for item in check_table(self.table) if item.code in _MONEY)

    @property
    def fields(self) -> tuple[Field, ...]:
        named = tuple(row.name for row in self.rows if row.name is not None)
        return (*self.words, *named, *(field for row in self.rows for field in row.amounts))


def table_of(work: Work, scored: Scored) -> tuple[ProjectTable, tuple[Finding, ...]]:
    """The 自评表 of a project's work; what is wrong in its money."""
    unit = work.organisation
    above = unit.parent if unit.kind == OrganisationKind.UNIT and unit.parent is not None else unit
    heading = ProjectHeading(str(work.project or ""), above.name, unit.name, work.stage.campaign.year)
    return project_table(work.content, heading, scored)


def form_of(work: Work, scored: Scored) -> ProjectForm:
    """The form with its cells and what is wrong in them."""
    table, findings = table_of(work, scored)
    cells = Cells(work.content, (*scored.findings, *findings))
    words = (
        cells.field(("unit",), _("实施单位"), "words", hint=table.unit),
        cells.field(("expected",), _("年度总体目标：预期目标"), "long", hint=_("年初确定的目标，可从目标表预填")),
        cells.field(("achieved",), _("年度总体目标：实际完成情况"), "long", hint=_("对照预期目标，写明完成了什么")),
    )
    listed = at(work.content, _LINES)
    lines = listed if isinstance(listed, list) else []
    rows = [_total(cells, table)]
    rows += [_row(cells, table, number, line) for number, line in enumerate(lines) if isinstance(line, dict)]
    addition = _edits((*_LINES, len(lines)), None, {"name": "其中：其他资金" if lines else "其中：财政拨款"})
    return ProjectForm(table, words, tuple(rows), addition, findings)


def _total(cells: Cells, table: ProjectTable) -> FundsRow:
    paths = (("funds", "initial_budget"), ("data", BUDGET, "value"), ("data", EXECUTED, "value"))
    named = zip(paths, COLUMNS.values(), strict=True)
    amounts = tuple(
        cells.field(path, _("{name}{word}").format(name=_(table.total.name), word=_(word)), "figure", "万元")
        for path, word in named
    )
    return FundsRow(0, None, amounts, table.total.execution_rate)


def _row(cells: Cells, table: ProjectTable, number: int, line: dict[str, Any]) -> FundsRow:
    place = (*_LINES, number)
    name = cells.field((*place, "name"), _("第{number}行资金名称").format(number=number + 1), "words")
    told = str(line.get("name") or _("第{number}行资金").format(number=number + 1))
    amounts = tuple(
        cells.field(
            (*place, key),
            _("{name}{word}").format(name=told, word=_(word)),
            "figure",
            "万元",
            beside=((*place, "name"),),
        )
        for key, word in COLUMNS.items()
    )
    cell = shown_path((*place, "name"))
    rate = next((one.execution_rate for one in table.funds if one.source.cell == cell), None)
    return FundsRow(number + 1, name, amounts, rate, _edits(place, line, None))


def _edits(path: tuple[str | int, ...], before: Any, after: Any) -> str:
    return json.dumps([{"path": path, "before": before, "after": after}], ensure_ascii=False)
