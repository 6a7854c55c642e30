"""What a self-evaluation must be before it is submitted: something that the engine can score."""

from __future__ import annotations

from django.utils.translation import gettext as _

from hengji.web.evaluations.rubric import rubric_of
from hengji.web.models.campaign import StageKind
from hengji.web.models.work import Work
from hengji.web.works.transitions import GUARDS

__all__ = ["why_not"]


def why_not(work: Work) -> str:
    """Why *work* cannot be submitted yet; empty where it can. What lacks is a warning, what is wrong is not."""
    rubric = rubric_of(work)
    if rubric.scheme is None:
        return _("这一轮还没有给本单位定评价方案，不能提交。请联系财政管理员。")
    if rubric.errors:
        return _("有 {errors} 处填写不能计分，没有提交。请按评分表里的提示改好，再提交。").format(errors=rubric.errors)
    return ""


GUARDS[StageKind.SELF_EVALUATION, "submit"] = why_not
