"""How a work moves from state to state: one table, one function that checks, records and moves."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.campaign import Campaign, StageKind
from hengji.web.models.user import User
from hengji.web.models.work import State, Version, Work
from hengji.web.rights import Right, has_right
from hengji.web.works.closing import closed_words, is_closed, more_time

__all__ = ["EFFECTS", "GUARDS", "TRANSITIONS", "RefusedError", "Transition", "move", "open_transitions"]


@dataclass(frozen=True, slots=True)
class Transition:
    """`name` is the button's verb; `says` tells beforehand what will happen. `other_eyes`: not who submitted.

    `only` is the kind of stage that has this step, in a round that is under way; empty: every stage. `assigned` is
    whom of an assignment alone may take it (verifier or lead); empty: whoever has the right.
    """

    key: str
    name: str | Promise
    sources: AbstractSet[State]
    target: State
    right: Right
    says: str | Promise
    needs_reason: bool = False
    other_eyes: bool = False
    only: str = ""
    assigned: str = ""

    def is_given_to(self, work: Work, user: User) -> bool:
        """Whether the step is this person's, where the work was given to somebody."""
        given = getattr(work, "assignment", None)
        return not self.assigned or given is None or getattr(given, f"{self.assigned}_id") == user.pk

    def fits(self, work: Work) -> bool:
        """Whether a work of this stage and round has this step at all."""
        stage = work.stage
        return not self.only or (stage.kind == self.only and stage.campaign.state == Campaign.State.OPEN)


GUARDS: Final[dict[tuple[str, str], Callable[[Work], str]]] = {}
"""What a stage itself demands before a step, by stage kind and step: why it cannot be done yet, empty where it can.
The stage's own module puts it here; `move` asks."""

EFFECTS: Final[dict[tuple[str, str], Callable[[Work, Actor], None]]] = {}
"""What a stage does besides, once a step is taken and within the same transaction."""


class RefusedError(Exception):
    """A move that is not allowed; the message is for the person who tried."""


_S = State
TRANSITIONS: Final = (
    Transition(
        "submit", gettext_lazy("提交审核"), {_S.FILLING, _S.RETURNED}, _S.SUBMITTED, Right.FILL,
        gettext_lazy("提交后本表锁定，审核人退回前不能修改。"),
    ),
    Transition(
        "withdraw", gettext_lazy("撤回修改"), {_S.SUBMITTED}, _S.FILLING, Right.FILL,
        gettext_lazy("撤回后可以继续修改，改完要重新提交。"),
    ),
    Transition(
        "send_back", gettext_lazy("退回填报人"), {_S.SUBMITTED}, _S.RETURNED, Right.APPROVE,
        gettext_lazy("退回后由填报人修改并重新提交。"), needs_reason=True,
    ),
    Transition(
        "deliver", gettext_lazy("审核通过并报送"), {_S.SUBMITTED}, _S.DELIVERED, Right.APPROVE,
        gettext_lazy("通过后报送财政部门，财政部门退回前不能修改。"), other_eyes=True,
    ),
    Transition(
        "return", gettext_lazy("退回部门"), {_S.DELIVERED}, _S.RETURNED, Right.ACCEPT,
        gettext_lazy("退回后由部门修改、审核并重新报送。"), needs_reason=True,
    ),
    Transition(
        "accept", gettext_lazy("审定"), {_S.DELIVERED}, _S.ACCEPTED, Right.ACCEPT,
        gettext_lazy("审定后内容固定，只能由财政管理员重新打开。"),
    ),
    Transition(
        "reopen", gettext_lazy("重新打开"), {_S.ACCEPTED}, _S.RETURNED, Right.MANAGE_CAMPAIGNS,
        gettext_lazy("重新打开后部门可以修改，此前的版本保留。"), needs_reason=True,
    ),
    Transition(
        "ask_adjustment", gettext_lazy("申请调整"), {_S.ACCEPTED}, _S.ADJUSTING, Right.APPROVE,
        gettext_lazy("申请送财政部门。同意前目标表不变；同意后可以修改，再审核、报送、审定。"),
        needs_reason=True, only=StageKind.GOALS,
    ),
    Transition(
        "agree_adjustment", gettext_lazy("同意调整"), {_S.ADJUSTING}, _S.RETURNED, Right.ACCEPT,
        gettext_lazy("同意后部门可以修改目标表，改完重新审核、报送；已审定的版本保留。"), only=StageKind.GOALS,
    ),
    Transition(
        "refuse_adjustment", gettext_lazy("不同意调整"), {_S.ADJUSTING}, _S.ACCEPTED, Right.ACCEPT,
        gettext_lazy("不同意时，已审定的目标表继续有效。"), needs_reason=True, only=StageKind.GOALS,
    ),
    Transition(
        "assign", gettext_lazy("委派核查"), {_S.UNASSIGNED}, _S.VERIFYING, Right.ASSIGN,
        gettext_lazy("委派后由机构核查评分。"),
    ),
    Transition(
        "ask_opinion", gettext_lazy("提交复核"), {_S.VERIFYING}, _S.SECOND_OPINION, Right.VERIFY,
        gettext_lazy("提交后核查评分锁定，由复核人审阅。"), assigned="verifier",
    ),
    Transition(
        "revise", gettext_lazy("退回核查人"), {_S.SECOND_OPINION}, _S.VERIFYING, Right.LEAD,
        gettext_lazy("退回后由核查人修改。"), needs_reason=True, assigned="lead",
    ),
    Transition(
        "send_preliminary", gettext_lazy("发出初步结果"), {_S.SECOND_OPINION}, _S.PRELIMINARY, Right.LEAD,
        gettext_lazy("发出后部门可以看到核查评分，并可逐项提出异议。"), other_eyes=True, assigned="lead",
    ),
    Transition(
        "object", gettext_lazy("提交异议"), {_S.PRELIMINARY}, _S.OBJECTED, Right.OBJECT,
        gettext_lazy("提交后由核查人逐项答复。"),
    ),
    Transition(
        "answer", gettext_lazy("答复异议"), {_S.OBJECTED}, _S.SECOND_OPINION, Right.VERIFY,
        gettext_lazy("答复后由复核人审阅，再次发出或签发。"), assigned="verifier",
    ),
    Transition(
        "sign", gettext_lazy("签发"), {_S.PRELIMINARY, _S.SECOND_OPINION}, _S.LOCKED, Right.LEAD,
        gettext_lazy("签发后任何人不能修改，只能由财政管理员写明原因重新打开。"), other_eyes=True, assigned="lead",
    ),
    Transition(
        "unlock", gettext_lazy("重新打开核查"), {_S.LOCKED}, _S.VERIFYING, Right.MANAGE_CAMPAIGNS,
        gettext_lazy("重新打开后机构可以修改评分，已签发的版本保留。"), needs_reason=True,
    ),
)  # fmt: skip


_HANDING_IN: Final = frozenset({"submit", "deliver"})


def open_transitions(work: Work, user: User) -> tuple[Transition, ...]:
    """What *user* can do with *work* now; used for buttons, decided again by `move`."""
    return tuple(
        step
        for step in TRANSITIONS
        if work.state in step.sources
        and step.fits(work)
        and has_right(user, step.right)
        and step.is_given_to(work, user)
        and not (step.other_eyes and work.submitted_by_id == user.pk)
    )


@transaction.atomic
def move(work: Work, key: str, actor: Actor, reason: str = "", revision: int | None = None) -> Work:
    """Moves *work* on, keeps its content as a version and records it. *work* comes from the actor's own scope.

    *revision* is what the actor saw; where it has changed since, nothing moves. Raises RefusedError with the reason.
    """
    step = next((step for step in TRANSITIONS if step.key == key), None)
    held = Work.objects.select_for_update().get(pk=work.pk)
    user = actor.user
    if step is None or user is None or not has_right(user, step.right):
        raise RefusedError(_("您的角色没有这项操作。"))
    if held.state not in step.sources or not step.fits(held):
        raise RefusedError(
            _("现在的状态是“{state}”，不能“{name}”。请刷新页面后再看。").format(
                state=State(held.state).label, name=step.name
            )
        )
    if not step.is_given_to(held, user):
        raise RefusedError(_("这项核查没有委派给您。请由委派的核查人或复核人操作，或请财政管理员改派。"))
    if revision is not None and revision != held.revision:
        raise RefusedError(_("内容在您打开页面后又有修改。请刷新页面，看过再操作。"))
    guard = GUARDS.get((held.stage.kind, step.key))
    if guard is not None and (why := guard(held)):
        raise RefusedError(why)
    if step.key in _HANDING_IN and is_closed(held):
        raise RefusedError(closed_words(held))
    if step.other_eyes and held.submitted_by_id == user.pk:
        raise RefusedError(_("提交和审核不能是同一个人。请由另一位同事操作。"))
    if step.needs_reason and not reason.strip():
        raise RefusedError(_("“{name}”要写明原因。").format(name=step.name))
    return _moved(held, step, actor, user, reason.strip())


def _moved(held: Work, step: Transition, actor: Actor, user: User, reason: str) -> Work:
    before = State(held.state)
    held.state, held.since = step.target, timezone.now()
    if step.target in {State.SUBMITTED, State.SECOND_OPINION}:
        held.submitted_by = user
    held.revision += 1
    later = more_time(held, step.key, timezone.localdate())
    held.save(update_fields=["state", "since", "submitted_by", "revision", "extended_to", "changed"])
    number = (held.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    Version.objects.create(work=held, number=number, state=step.target, content=held.content, by=user, note=reason)
    step_taken = Change(step.name, "", before.label, step.target.label, reason)
    record(actor, held, [*([later] if later else []), step_taken], held.organisation_id)
    effect = EFFECTS.get((held.stage.kind, step.key))
    if effect is not None:
        effect(held, actor)
    return held
