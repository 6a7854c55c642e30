"""Gives a verification to an agency and its people, begins it with what was handed in, takes the declaration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hengji.web.evaluations.rubric import heading_of, scheme_of
from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.history import HistoryEntry
from hengji.web.models.organisation import Organisation
from hengji.web.models.user import Role, User
from hengji.web.models.verification import Assignment
from hengji.web.models.work import State, Work
from hengji.web.verifications.sheet import own_version, own_work
from hengji.web.works.transitions import RefusedError, move
from hengji.workflows.verification import begun_from

__all__ = ["DECLARATION", "Given", "assign", "declare", "reassign", "stand_aside"]

DECLARATION: Final = (
    gettext_noop("我与被核查单位没有隶属、投资、借贷或其他经济利益关系；"),
    gettext_noop("近三年我没有在被核查单位任职，也没有为它编制过绩效目标、自评材料或代理记账；"),
    gettext_noop("我的近亲属不在被核查单位担任负责人，也不经办本次自评涉及的资金和项目；"),
    gettext_noop("核查期间我不接受被核查单位的馈赠、宴请和其他利益，不受任何单位和个人干预；"),
    gettext_noop("出现可能影响独立性的情况时，我会立即停止核查并申请回避。"),
)
_STANDS_ASIDE: Final = gettext_noop("申请回避")


@dataclass(frozen=True, slots=True)
class Given:
    """To whom a verification is given: two people of one agency."""

    verifier: User
    lead: User


@transaction.atomic
def assign(work: Work, given: Given, actor: Actor, reason: str = "") -> Work:
    """Gives an unassigned verification to *given* and begins it. Raises RefusedError."""
    held = _held(work)
    agency = _agency_of(held, given)
    if held.state != State.UNASSIGNED:
        raise RefusedError(
            _("现在的状态是“{state}”，已经委派过。要换人请用“改派”。").format(state=held.get_state_display())
        )
    mine, version, scheme = own_work(held), own_version(held), scheme_of(held)
    if mine is None or mine.state not in {State.DELIVERED, State.ACCEPTED} or version is None or scheme is None:
        raise RefusedError(
            _("{organisation}的自评还没有报送，不能委派核查。请等报送后再委派。").format(organisation=held.organisation)
        )
    Assignment.objects.create(work=held, agency=agency, verifier=given.verifier, lead=given.lead)
    held.content = begun_from(version.content, heading_of(mine, scheme), scheme) | {"self_version": str(version.number)}
    held.save(update_fields=["content", "changed"])
    record(actor, held, [Change("委派核查", "assignment", None, _told(given), reason.strip())], held.organisation_id)
    return move(held, "assign", actor, reason)


@transaction.atomic
def reassign(work: Work, given: Given, actor: Actor, reason: str) -> Assignment:
    """Gives a verification that is under way to other people. Raises RefusedError."""
    held = _held(work)
    assignment = Assignment.objects.filter(work=held).select_related("verifier", "lead").first()
    if assignment is None or held.state == State.LOCKED:
        raise RefusedError(_("只有已经委派、还没有签发的核查可以改派。"))
    if not reason.strip():
        raise RefusedError(_("改派要写明原因。"))
    agency = _agency_of(held, given)
    if held.submitted_by_id == given.lead.pk:
        raise RefusedError(_("{lead}提交过这项核查，不能再复核。请选另一位复核人。").format(lead=given.lead))
    before = _told(Given(assignment.verifier, assignment.lead)) if assignment.verifier and assignment.lead else None
    if assignment.verifier_id != given.verifier.pk:
        assignment.declared_by = assignment.declared_at = None
    assignment.agency = agency
    assignment.verifier, assignment.lead = given.verifier, given.lead
    assignment.save()
    record(actor, held, [Change("改派核查", "assignment", before, _told(given), reason.strip())], held.organisation_id)
    return assignment


def _told(given: Given) -> dict[str, str]:
    return {
        gettext_noop("机构"): str(given.verifier.organisation),
        gettext_noop("核查人"): str(given.verifier),
        gettext_noop("复核人"): str(given.lead),
    }


def _held(work: Work) -> Work:
    return Work.objects.select_for_update().get(pk=work.pk)


def _agency_of(work: Work, given: Given) -> Organisation:
    """The agency of both people. Raises RefusedError where they cannot do it together."""
    verifier, lead, agency = given.verifier, given.lead, given.verifier.organisation
    if verifier.pk == lead.pk:
        raise RefusedError(_("核查人和复核人不能是同一个人。请另选一位。"))
    if agency is None or agency != lead.organisation:
        raise RefusedError(_("核查人和复核人要在同一家机构。请重新选择。"))
    if verifier.role != Role.VERIFIER or lead.role != Role.LEAD_VERIFIER:
        raise RefusedError(_("核查人、复核人要由机构里有相应角色的人担任。请重新选择。"))
    for person in (verifier, lead):
        if _stood_aside(work, person):
            raise RefusedError(
                _("{person}已就{organisation}申请回避，不能参加核查。请另选一位。").format(
                    person=person, organisation=work.organisation
                )
            )
    return agency


def _stood_aside(work: Work, person: User) -> bool:
    entries = HistoryEntry.objects.filter(organisation=work.organisation_id, action=_STANDS_ASIDE, actor=person.pk)
    return entries.exists()


@transaction.atomic
def declare(work: Work, actor: Actor) -> None:
    """The verifier declares their independence; from then on the page is open for scoring. Raises RefusedError."""
    assignment = _mine(work, actor)
    if assignment.declared_at is not None:
        return
    assignment.declared_by, assignment.declared_at = actor.user, timezone.now()
    assignment.save(update_fields=["declared_by", "declared_at"])
    record(actor, work, [Change("声明独立性", "assignment", None, "".join(DECLARATION))], work.organisation_id)


@transaction.atomic
def stand_aside(work: Work, actor: Actor, reason: str) -> None:
    """The verifier says that there is a relation: nobody can give them this department again. Raises RefusedError."""
    _mine(work, actor)
    if not reason.strip():
        raise RefusedError(_("申请回避要写明与被核查单位的关系。"))
    record(actor, work, [Change(_STANDS_ASIDE, "assignment", None, None, reason.strip())], work.organisation_id)
    Assignment.objects.filter(work=work).update(declared_by=None, declared_at=None)


def _mine(work: Work, actor: Actor) -> Assignment:
    assignment = Assignment.objects.select_for_update().filter(work=work).first()
    if assignment is None or actor.user is None or assignment.verifier_id != actor.user.pk:
        raise RefusedError(_("这项核查没有委派给您。请由委派的核查人操作，或请财政管理员改派。"))
    if work.state == State.LOCKED:
        raise RefusedError(_("核查已经签发，没有改动。"))
    if _stood_aside(work, actor.user):
        raise RefusedError(_("您已申请回避，请等财政管理员改派。"))
    return assignment
