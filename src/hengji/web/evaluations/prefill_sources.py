"""What the other works of a department or project, of this year and the last, offer its self-evaluation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from hengji.rules.scheme import Scheme
from hengji.web.evaluations.report import earlier_work
from hengji.web.goals.sheet_page import owner_of
from hengji.web.models.campaign import StageKind
from hengji.web.models.work import State, Work, WorkQuerySet
from hengji.web.projects.stages import projects_of
from hengji.workflows.goal_sheet_checks import checked_sheets
from hengji.workflows.prefilling import Offer, from_goals, from_last_year, from_monitoring
from hengji.workflows.project_prefilling import from_project, from_projects, with_points

__all__ = ["known_offers"]


def known_offers(work: Work, scheme: Scheme) -> Iterable[Offer]:
    """What the other works offer; nothing is written. Where this year has a figure, last year's source is not asked."""
    year, last = work.stage.campaign.year, earlier_work(work)
    now = tuple(_of_this_year(work, last, scheme))
    if last is not None:
        taken = {edit.path[:2] for offer in now for edit in offer.edits}
        earlier = from_last_year(work.content, last.content, scheme, year - 1)
        yield from (offer for offer in earlier if not any(edit.path[:2] in taken for edit in offer.edits))
    yield from now


def _of_this_year(work: Work, last: Work | None, scheme: Scheme) -> Iterator[Offer]:
    others = Work.objects.filter(
        organisation=work.organisation_id, project=work.project_id, stage__campaign=work.stage.campaign_id
    ).with_context()
    table = others.filter(stage__kind=StageKind.GOALS, state__in=[State.ACCEPTED, State.ADJUSTING]).first()
    if table is not None:
        offers = _of_table(work, table, scheme)
        yield from offers if work.project is None else with_points(offers, work.content, _content(last), scheme)
    yield from _of_monitoring(work, others, scheme)
    projects = [(str(one.project), one.content) for one in projects_of(work)]
    if projects:
        yield from from_projects(work.content, projects, scheme, "项目自评")


def _content(work: Work | None) -> dict[str, object]:
    return work.content if work is not None else {}


def _of_table(work: Work, table: Work, scheme: Scheme) -> Iterator[Offer]:
    owner = owner_of(table)
    source = f"{owner.year}年度绩效目标表"
    if work.project is not None:
        budget = work.project.initial_budget
        initial = Fraction(budget) if budget is not None else None
        yield from from_project(work.content, initial, checked_sheets(table.content, owner).table, source)
    heading = {key: text for key, text in owner.heading().items() if key in {"organisation", "year"}}
    yield from from_goals(work.content, {**heading, **table.content}, scheme, source)


def _of_monitoring(work: Work, others: WorkQuerySet, scheme: Scheme) -> Iterator[Offer]:
    """The last monitoring that anything was entered in."""
    watched = others.filter(stage__kind=StageKind.MONITORING).exclude(content={}).order_by("-stage__order").first()
    if watched is None:
        return
    day = watched.stage.as_of
    source = f"{watched.stage.name}{f'（数据截至{day:%Y-%m-%d}）' if day else ''}"
    whole_year = day is not None and (day.month, day.day) == (12, 31)
    yield from from_monitoring(work.content, watched.content, scheme, source, whole_year=whole_year)
