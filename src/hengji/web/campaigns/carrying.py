"""What a new round could not take over from last year's, said to the bureau as long as it is being arranged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hengji.web.models.campaign import Campaign
from hengji.web.models.organisation import Organisation
from hengji.web.models.work import Work
from hengji.workflows.schemes import find_scheme

__all__ = ["not_carried"]

_WEEKEND: Final = {5: gettext_lazy("星期六"), 6: gettext_lazy("星期日")}


def not_carried(campaign: Campaign) -> tuple[str, ...]:
    """What has to be looked at before the round is opened; nothing once it is open."""
    if campaign.state != Campaign.State.DRAFT:
        return ()
    last = campaign.based_on
    compared = [*_notice(campaign, last), *_departments(campaign, last)] if last is not None else []
    return (*compared, *_schemes(campaign), *_days(campaign))


def _notice(campaign: Campaign, last: Campaign) -> Iterator[str]:
    if not campaign.notice_number:
        yield _("通知文号每年不同，没有沿用。{year}年度是“{number}”，请填今年的。").format(
            year=last.year, number=last.notice_number or "—"
        )
    if Work.objects.filter(stage__campaign=last).exclude(extended_to=None).exists():
        yield _("{year}年度给个别单位的延期没有沿用，各单位都按阶段的截止日。").format(year=last.year)


def _departments(campaign: Campaign, last: Campaign) -> Iterator[str]:
    before = {one.organisation_id: one for one in last.participations.select_related("organisation__merged_into")}
    now = {one.organisation_id: one for one in campaign.participations.select_related("organisation")}
    for one in before.values():
        if one.organisation.merged_into is not None:
            yield _("{old}已并入{new}，不再参加。").format(old=one.organisation, new=one.organisation.merged_into)
    fresh = (
        Organisation.objects.departments().filter(jurisdiction=campaign.jurisdiction).exclude(pk__in=[*before, *now])
    )
    if fresh:
        names = "、".join(str(one) for one in fresh)
        yield _("{names}上一年度没有参加，也没有选入。要参加的请在“参加的部门”里勾选。").format(names=names)
    for number, one in now.items():
        earlier = before.get(number)
        if earlier is not None and earlier.scheme != one.scheme:
            yield _("{name}的评价方案和上一年度不同：原来是“{old}”，现在是“{new}”。").format(
                name=one.organisation, old=_title(earlier.scheme), new=_title(one.scheme)
            )


def _schemes(campaign: Campaign) -> Iterator[str]:
    without = [
        str(one.organisation) for one in campaign.participations.filter(scheme="").select_related("organisation")
    ]
    if without:
        yield _("{names}的单位性质没有对应的评价方案，请在“评价方案”里选。").format(names="、".join(without))
    chosen = {campaign.project_scheme, *campaign.participations.exclude(scheme="").values_list("scheme", flat=True)}
    for name in sorted(chosen):
        scheme = find_scheme(name).scheme
        if scheme is None:
            yield _("评价方案“{name}”在程序里找不到，请另选。").format(name=name)
        elif scheme.valid_to is not None and campaign.year > scheme.valid_to:
            yield _("评价方案“{title}”适用到{year}年度，请看有没有新的方案。").format(
                title=scheme.title, year=scheme.valid_to
            )


def _days(campaign: Campaign) -> Iterator[str]:
    for stage in campaign.stages.all():
        day = _WEEKEND.get(stage.deadline.weekday())
        if day is not None:
            yield _("“{stage}”的截止日 {deadline:%Y-%m-%d} 是{day}，请看是否要改；节假日程序不知道。").format(
                stage=stage, deadline=stage.deadline, day=day
            )


def _title(name: str) -> str:
    scheme = find_scheme(name).scheme if name else None
    return scheme.title if scheme is not None else name or "—"
