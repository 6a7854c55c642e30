"""What a bureau does with a round: begins it from last year's, opens it, closes it. All recorded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from hengji.web.frame.language import chinese
from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.campaign import Campaign, Participation, SchemeChoice, Stage, StageKind
from hengji.web.models.organisation import Organisation
from hengji.web.models.region import Jurisdiction
from hengji.web.models.work import DONE, State, Work
from hengji.web.works.transitions import RefusedError

__all__ = ["arrange", "begin", "begin_first", "close", "next_year", "open_round", "set_scope"]


def next_year(day: date) -> date:
    """The same day a year later; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


@transaction.atomic
def begin(last: Campaign, actor: Actor) -> Campaign:
    """A draft of the year after *last*: its stages a year later, its schemes, its departments that still exist.

    Raises RefusedError where that year was begun already.
    """
    year = last.year + 1
    if Campaign.objects.filter(jurisdiction=last.jurisdiction, year=year).exists():
        raise RefusedError(_("{year}年度已经建立。请在列表里打开它。").format(year=year))
    title = last.title.replace(str(last.year), str(year))
    campaign = Campaign.objects.create(
        jurisdiction=last.jurisdiction, year=year, title=title, based_on=last, yellow=last.yellow, red=last.red,
        closes_late=last.closes_late, mending_days=last.mending_days, project_scheme=last.project_scheme,
    )  # fmt: skip
    Stage.objects.bulk_create(
        Stage(
            campaign=campaign, kind=stage.kind, name=stage.name, order=stage.order,
            opens=next_year(stage.opens), deadline=next_year(stage.deadline),
            as_of=next_year(stage.as_of) if stage.as_of else None,
        )
        for stage in last.stages.all()
    )  # fmt: skip
    SchemeChoice.objects.bulk_create(
        SchemeChoice(campaign=campaign, nature=choice.nature, scheme=choice.scheme)
        for choice in last.scheme_choices.all()
    )
    standing = Organisation.objects.departments().filter(participations__campaign=last)
    set_scope(campaign, standing, actor)
    record(actor, campaign, [Change("建立年度工作", "", None, title)], _bureau(actor))
    return campaign


@transaction.atomic
def begin_first(place: Jurisdiction, year: int, actor: Actor) -> Campaign:
    """A draft where there is no earlier round to go by: the calendar of the field, all departments, no scheme yet.

    Raises RefusedError where the jurisdiction has a round already.
    """
    if Campaign.objects.filter(jurisdiction=place).exists():
        raise RefusedError(_("{place}已经有年度工作，请按最近一年建立下一年。").format(place=place))
    campaign = Campaign.objects.create(jurisdiction=place, year=year, title=f"{place}{year}年度部门整体支出绩效工作")
    Stage.objects.bulk_create(
        Stage(
            campaign=campaign,
            kind=kind,
            name=chinese(kind.label),
            order=order,
            opens=opens,
            deadline=deadline,
            as_of=as_of,
        )
        for order, (kind, opens, deadline, as_of) in enumerate(_customary(year), start=1)
    )
    set_scope(campaign, Organisation.objects.departments().filter(jurisdiction=place), actor)
    record(actor, campaign, [Change("建立年度工作", "", None, campaign.title)], _bureau(actor))
    return campaign


def _customary(year: int) -> tuple[tuple[StageKind, date, date, date | None], ...]:
    """When the stages of a year are usually held; the bureau puts in its own days."""
    return (
        (StageKind.GOALS, date(year - 1, 11, 1), date(year - 1, 12, 20), None),
        (StageKind.MONITORING, date(year, 7, 1), date(year, 8, 15), date(year, 6, 30)),
        (StageKind.SELF_EVALUATION, date(year + 1, 2, 1), date(year + 1, 4, 30), None),
        (StageKind.VERIFICATION, date(year + 1, 5, 1), date(year + 1, 8, 31), None),
    )


@transaction.atomic
def arrange(campaign: Campaign) -> None:
    """Numbers the stages of a draft anew: by kind, then by deadline."""
    kinds = list(StageKind)
    stages = sorted(campaign.stages.all(), key=lambda one: (kinds.index(StageKind(one.kind)), one.deadline))
    for offset in (1000, 1):  # a place is taken once: first out of the way, then to its number
        for order, stage in enumerate(stages, start=offset):
            Stage.objects.filter(pk=stage.pk).update(order=order)


@transaction.atomic
def set_scope(campaign: Campaign, departments: Iterable[Organisation], actor: Actor) -> None:
    """The departments that take part, each with the scheme of its nature. Only while the round is a draft."""
    _require(campaign, Campaign.State.DRAFT, _("只有筹备中的年度工作可以改参加范围。"))
    chosen = {choice.nature: choice.scheme for choice in campaign.scheme_choices.all()}
    before = sorted(campaign.participations.values_list("organisation__name", flat=True))
    campaign.participations.all().delete()
    made = Participation.objects.bulk_create(
        Participation(
            campaign=campaign, organisation=department, scheme=chosen.get(department.nature) or chosen.get("", "")
        )
        for department in departments
    )
    after = sorted(item.organisation.name for item in made)
    if before != after:
        record(actor, campaign, [Change("确定参加范围", "", before, after)], _bureau(actor))


@transaction.atomic
def open_round(campaign: Campaign, actor: Actor) -> int:
    """Gives every department its work in every stage; the number of works.

    Raises RefusedError, with all that is missing, where the round cannot be opened yet.
    """
    _require(campaign, Campaign.State.DRAFT, _("这一年度已经开始。"))
    lacking = _lacking(campaign)
    if lacking:
        raise RefusedError(_("还不能开始：{lacking}。").format(lacking="；".join(lacking)))
    works = Work.objects.bulk_create(
        Work(stage=stage, organisation=item.organisation, state=_first_state(stage))
        for stage in campaign.stages.all()
        for item in campaign.participations.select_related("organisation")
    )
    campaign.state = Campaign.State.OPEN
    campaign.save(update_fields=["state"])
    record(actor, campaign, [Change("开始年度工作", "", "筹备中", "进行中")], _bureau(actor))
    return len(works)


@transaction.atomic
def close(campaign: Campaign, actor: Actor) -> None:
    """Ends the round: nothing waits for anybody any more. Raises RefusedError while works are not done."""
    _require(campaign, Campaign.State.OPEN, _("只有进行中的年度工作可以结束。"))
    left = Work.objects.filter(stage__campaign=campaign).exclude(state__in=DONE).count()
    if left:
        raise RefusedError(_("还有 {left} 项工作没有完成，不能结束。请先办结。").format(left=left))
    campaign.state = Campaign.State.CLOSED
    campaign.save(update_fields=["state"])
    record(actor, campaign, [Change("结束年度工作", "", "进行中", "已结束")], _bureau(actor))


def _first_state(stage: Stage) -> State:
    return State.UNASSIGNED if stage.kind == StageKind.VERIFICATION else State.WAITING


def _lacking(campaign: Campaign) -> list[str]:
    lacking = []
    if not campaign.notice_number:
        lacking.append(_("没有填通知文号"))
    if not campaign.stages.exists():
        lacking.append(_("没有阶段"))
    lacking += [
        _("“{stage}”的截止日早于开始日").format(stage=stage)
        for stage in campaign.stages.all()
        if stage.deadline < stage.opens
    ]
    if not campaign.participations.exists():
        lacking.append(_("没有选参加的部门"))
    without = campaign.participations.filter(scheme="").values_list("organisation__name", flat=True)
    lacking += [_("{name}没有评价方案").format(name=name) for name in without]
    return lacking


def _require(campaign: Campaign, state: Campaign.State, words: str) -> None:
    if campaign.state != state:
        raise RefusedError(words)


def _bureau(actor: Actor) -> Any:
    return actor.user.organisation_id if actor.user else None
