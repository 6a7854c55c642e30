"""The monitoring sheet of a department's or a project's work: its content over the goal table of the same round."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from hengji.web.models.campaign import Campaign, StageKind
from hengji.web.models.work import Work, WorkQuerySet
from hengji.web.projects.stages import projects_of
from hengji.workflows.monitored import Monitored, Thresholds, monitored
from hengji.workflows.project_funds import ProjectMoney, RolledMoney, beside_monitoring

__all__ = ["monitored_work", "projects_beside", "thresholds_of", "with_goal_tables"]

_TABLE = "goal_table"


def thresholds_of(campaign: Campaign) -> Thresholds:
    """The round's own lines, which are percentages."""
    return Thresholds(Fraction(campaign.yellow) / 100, Fraction(campaign.red) / 100)


def with_goal_tables(works: WorkQuerySet) -> WorkQuerySet:
    """*works*, each with the content of its goal table: one query for a whole list."""
    tables = Work.objects.alias(of=Coalesce("project_id", 0)).filter(
        stage__campaign=OuterRef("stage__campaign"), stage__kind=StageKind.GOALS,
        organisation=OuterRef("organisation"), of=Coalesce(OuterRef("project_id"), 0),
    )  # fmt: skip
    return works.annotate(**{_TABLE: Subquery(tables.values("content")[:1])})


def monitored_work(work: Work) -> Monitored:
    """What the work says as of its stage's day (its deadline where none was set)."""
    as_of: date = work.stage.as_of or work.stage.deadline
    campaign = work.stage.campaign
    heading = {"organisation": work.organisation.name, "year": str(campaign.year)}
    return monitored(work.content, _goal_table(work), heading, as_of, thresholds_of(campaign))


def _goal_table(work: Work) -> dict[str, Any]:
    held = work if hasattr(work, _TABLE) else with_goal_tables(Work.objects.filter(pk=work.pk)).first()
    return getattr(held, _TABLE, None) or {}


def projects_beside(work: Work, sheet: Monitored) -> tuple[tuple[tuple[Work, Monitored], ...], RolledMoney | None]:
    """The monitoring of the department's projects, and their money beside the department's; None without projects."""
    found = projects_of(work)
    if not found:
        return (), None
    watched = with_goal_tables(Work.objects.filter(pk__in=[one.pk for one in found])).with_context()
    pairs = tuple((one, monitored_work(one)) for one in watched.order_by("project__name"))
    money = [_money(str(one.project), each) for one, each in pairs]
    return pairs, beside_monitoring(_money(work.organisation.name, sheet), sheet.project_budget, money)


def _money(name: str, sheet: Monitored) -> ProjectMoney:
    """An estimate by the pace is nobody's word: only a stated forecast is compared."""
    execution = sheet.execution
    forecast = None if execution.is_estimated else execution.forecast
    return ProjectMoney(name, None, execution.budget, execution.spent, forecast)
