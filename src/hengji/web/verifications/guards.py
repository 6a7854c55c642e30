"""What a verification demands before a step, and what a step does besides."""

from __future__ import annotations

from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from hengji.web.history.chain import Actor
from hengji.web.models.campaign import StageKind
from hengji.web.models.user import User
from hengji.web.models.verification import Assignment
from hengji.web.models.work import State, Work
from hengji.web.verifications.sheet import sheet_of
from hengji.web.works.transitions import EFFECTS, GUARDS

__all__ = ["unfinished_words"]

_MOST_NAMED: Final = 5


def _given(work: Work) -> Assignment | None:
    return Assignment.objects.filter(work=work).select_related("verifier").first()


def unfinished_words(work: Work, user: User) -> str:
    """Which rows are not finished and what they lack; empty where all are."""
    rows = sheet_of(work, user).unfinished
    if not rows:
        return ""
    named = _("；").join(f"“{row.name}”{_(row.verdict.lacks) if row.verdict else ''}" for row in rows[:_MOST_NAMED])
    more = _("等") if len(rows) > _MOST_NAMED else ""
    return _("还有 {count} 个指标没有核查完：{named}{more}。请逐个确认无误，或写明理由类别和理由。").format(
        count=len(rows), named=named, more=more
    )


def _finished(work: Work) -> str:
    given = _given(work)
    if given is None or given.verifier is None:
        return _("这项核查还没有委派。")
    if given.declared_at is None:
        return _("核查人还没有声明独立性，不能提交。")
    return unfinished_words(work, given.verifier)


def _answered(work: Work) -> str:
    open_ones = [one.indicator.rpartition("/")[2] for one in work.objections.filter(replied_at=None)]
    if open_ones:
        return _("还有 {count} 条异议没有答复：{names}。请逐条答复再提交。").format(
            count=len(open_ones), names=_("、").join(open_ones[:_MOST_NAMED])
        )
    return _finished(work)


def _objected(work: Work) -> str:
    if work.objections.filter(replied_at=None).exists():
        return ""
    return _("还没有写新的异议。请先在要提异议的指标旁写明意见；没有异议就不用提交。")


def _reviewed(work: Work) -> str:
    given = _given(work)
    if given is None or not given.second_opinion.strip():
        return _("还没有写复核意见。请先写复核意见，再发出。")
    return ""


def _signable(work: Work) -> str:
    if not work.versions.filter(state=State.PRELIMINARY).exists():
        return _("还没有向部门征求意见，不能签发。请先发出初步结果。")
    if work.objections.filter(replied_at=None).exists():
        return _("部门正在写异议，不能签发。请等部门提交、核查人答复后再签发。")
    return _reviewed(work)


def _assigned(work: Work) -> str:
    return "" if _given(work) is not None else _("请先选定机构、核查人和复核人，再委派。")


def _stamp(work: Work, actor: Actor) -> None:
    Assignment.objects.filter(work=work).update(signed_by=actor.user, signed_at=timezone.now())


def _unstamp(work: Work, _: Actor) -> None:
    Assignment.objects.filter(work=work).update(signed_by=None, signed_at=None, second_opinion="")


_KIND: Final = StageKind.VERIFICATION
GUARDS[_KIND, "assign"] = _assigned
GUARDS[_KIND, "ask_opinion"] = _finished
GUARDS[_KIND, "object"] = _objected
GUARDS[_KIND, "answer"] = _answered
GUARDS[_KIND, "send_preliminary"] = _reviewed
GUARDS[_KIND, "sign"] = _signable
EFFECTS[_KIND, "sign"] = _stamp
EFFECTS[_KIND, "unlock"] = _unstamp
