"""The projects of a department beside its own self-evaluation: what they cost, how they scored, what they brought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hengji.facts.amounts import read_amount
from hengji.facts.scorecard import Scorecard
from hengji.web.evaluations.rubric import scheme_of, scored_work
from hengji.web.goals.sheet_page import owner_of
from hengji.web.models.campaign import StageKind
from hengji.web.models.work import DONE, State, Work
from hengji.web.projects.stages import projects_of
from hengji.web.works.content import at
from hengji.workflows.goal_sheet_checks import checked_sheets
from hengji.workflows.project_funds import ProjectMoney, RolledMoney, beside_evaluation
from hengji.workflows.project_tables import project_money

__all__ = ["Output", "ProjectRoll", "ProjectScore", "roll_of"]

_HANDED_ON = frozenset({State.DELIVERED, *DONE})


@dataclass(frozen=True, slots=True)
class ProjectScore:
    """One project's self-evaluation; `card` is None where nothing can be scored yet."""

    work: Work
    money: ProjectMoney
    card: Scorecard | None


@dataclass(frozen=True, slots=True)
class Output:
    """A row of the department's goals that takes a project's indicator over, and the project's own row.

    `work` is the project's self-evaluation; None where the project, or its indicator, is not there.
    """

    name: str
    target: str
    actual: str
    project: str
    work: Work | None
    own_target: str
    own_actual: str

    @property
    def differs(self) -> bool:
        """Whether both say what came of it, and say something else."""
        return bool(self.actual and self.own_actual and self.actual != self.own_actual)


@dataclass(frozen=True, slots=True)
class ProjectRoll:
    """All projects of a department in one round."""

    scores: tuple[ProjectScore, ...]
    money: RolledMoney
    outputs: tuple[Output, ...]

    @property
    def open_count(self) -> int:
        """How many projects' self-evaluations the department has not handed in."""
        return sum(one.work.state not in _HANDED_ON for one in self.scores)


def roll_of(work: Work) -> ProjectRoll | None:
    """The roll-up into the department's self-evaluation *work*; None for a project's own, or without projects."""
    projects = projects_of(work)
    if not projects:
        return None
    money = [project_money(one.content, str(one.project)) for one in projects]
    scores = tuple(ProjectScore(one, each, _card(one)) for one, each in zip(projects, money, strict=True))
    return ProjectRoll(scores, beside_evaluation(_figures(work), money), _outputs(work, projects))


def _card(work: Work) -> Scorecard | None:
    scheme = scheme_of(work)
    return scored_work(work, scheme).card if scheme is not None and work.content else None


def _figures(work: Work) -> dict[str, Fraction]:
    data = work.content.get("data")
    values = {name: at(data, (name, "value")) for name in data} if isinstance(data, dict) else {}
    amounts = {name: read_amount(value) for name, value in values.items() if isinstance(value, str)}
    return {name: amount for name, amount in amounts.items() if amount is not None}


def _outputs(work: Work, projects: list[Work]) -> tuple[Output, ...]:
    """The linked rows of the self-evaluation, or, where its scheme has none, of the department's goal table."""
    by_name = {str(one.project): one for one in projects}
    rows = _goal_rows(work.content) or _table_rows(work)
    return tuple(_output(row, by_name.get(row["project"])) for row in rows if row.get("project"))


def _goal_rows(content: Mapping[str, Any]) -> list[dict[str, Any]]:
    rows = content.get("goals")
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _table_rows(work: Work) -> list[dict[str, Any]]:
    table = Work.objects.filter(
        stage__campaign=work.stage.campaign_id, stage__kind=StageKind.GOALS, organisation=work.organisation_id,
        project=None,
    ).with_context().first()  # fmt: skip
    rows = checked_sheets(table.content, owner_of(table)).table.indicators if table is not None else ()
    return [
        {"name": row.name, "target": row.full_year.text if row.full_year is not None else "", "project": row.project}
        for row in rows
    ]


def _output(row: Mapping[str, Any], project: Work | None) -> Output:
    name = str(row.get("name") or "")
    own = next((one for one in _goal_rows(project.content) if one.get("name") == name), None) if project else None
    return Output(
        name,
        str(row.get("target") or ""),
        str(row.get("actual") or ""),
        str(row["project"]),
        project,
        str((own or {}).get("target") or ""),
        str((own or {}).get("actual") or ""),
    )
