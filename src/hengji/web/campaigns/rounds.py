"""What a bureau does with a round: begins it from last year's, opens it, extends, reminds, closes. All recorded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.campaign import Campaign, Participation, SchemeChoice, Stage, StageKind
from hengji.web.models.organisation import Organisation
from hengji.web.models.work import DONE, State, Work
from hengji.web.works.transitions import RefusedError

__all__ = ["begin", "close", "extend", "next_year", "open_round", "set_scope"]


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
        raise RefusedError(f"{year}年度已经建立。请在列表里打开它。")
    title = last.title.replace(str(last.year), str(year))
    campaign = Campaign.objects.create(
        jurisdiction=last.jurisdiction, year=year, title=title, based_on=last, yellow=last.yellow, red=last.red
    )
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
def set_scope(campaign: Campaign, departments: Iterable[Organisation], actor: Actor) -> None:
    """The departments that take part, each with the scheme of its nature. Only while the round is a draft."""
    _require(campaign, Campaign.State.DRAFT, "只有筹备中的年度工作可以改参加范围。")
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
    _require(campaign, Campaign.State.DRAFT, "这一年度已经开始。")
    lacking = _lacking(campaign)
    if lacking:
        raise RefusedError("还不能开始：" + "；".join(lacking) + "。")
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
def extend(works: Iterable[Work], until: date, reason: str, actor: Actor) -> int:
    """A later deadline for some works; the number of those extended. Works that are done are left alone.

    Raises RefusedError without a reason, or where *until* is before a work's deadline.
    """
    if not reason.strip():
        raise RefusedError("延期要写明原因。")
    changed = 0
    for work in works:
        if work.state in DONE:
            continue
        before = work.deadline
        if until <= before:
            raise RefusedError(f"{work}的期限是{before:%Y-%m-%d}，新期限要比它晚。")
        work.extended_to = until
        work.save(update_fields=["extended_to", "changed"])
        record(
            actor, work, [Change("延期", "", f"{before}", f"{until}", reason.strip())], work.organisation_id
        )  # fmt: skip
        changed += 1
    return changed


@transaction.atomic
def close(campaign: Campaign, actor: Actor) -> None:
    """Ends the round: nothing waits for anybody any more. Raises RefusedError while works are not done."""
    _require(campaign, Campaign.State.OPEN, "只有进行中的年度工作可以结束。")
    left = Work.objects.filter(stage__campaign=campaign).exclude(state__in=DONE).count()
    if left:
        raise RefusedError(f"还有 {left} 项工作没有完成，不能结束。请先办结，或重新打开后退出参加范围。")
    campaign.state = Campaign.State.CLOSED
    campaign.save(update_fields=["state"])
    record(actor, campaign, [Change("结束年度工作", "", "进行中", "已结束")], _bureau(actor))


def _first_state(stage: Stage) -> State:
    return State.UNASSIGNED if stage.kind == StageKind.VERIFICATION else State.WAITING


def _lacking(campaign: Campaign) -> list[str]:
    lacking = []
    if not campaign.notice_number:
        lacking.append("没有填通知文号")
    if not campaign.stages.exists():
        lacking.append("没有阶段")
    lacking += [f"“{stage}”的截止日早于开始日" for stage in campaign.stages.all() if stage.deadline < stage.opens]
    if not campaign.participations.exists():
        lacking.append("没有选参加的部门")
    without = campaign.participations.filter(scheme="").values_list("organisation__name", flat=True)
    lacking += [f"{name}没有评价方案" for name in without]
    return lacking


def _require(campaign: Campaign, state: Campaign.State, words: str) -> None:
    if campaign.state != state:
        raise RefusedError(words)


def _bureau(actor: Actor) -> Any:
    return actor.user.organisation_id if actor.user else None
