"""Who may do what: the one table of rights, and the mark that every view carries.

A right says what a role may do at all; *to which* objects is the business of the querysets (``visible_to``).
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Final, TypeVar, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from hengji.web.models.user import Role, User

__all__ = ["ROLES_OF", "Right", "has_right", "may", "open_to_all"]


class Right(StrEnum):
    """What somebody may do; the value is what the table of rights in the docs shows."""

    SEE_OWN_PAGES = "查看自己的工作、账号和所在单位"
    SEE_EVERYBODY = "查看辖区内各单位的工作"
    MANAGE_CAMPAIGNS = "开展年度工作：阶段、期限、范围、方案"
    MANAGE_ORGANISATIONS = "维护单位和辖区"
    MANAGE_PEOPLE = "邀请人员、停用账号"
    FILL = "填报目标、监控、自评"
    APPROVE = "审核本部门填报的内容"
    CHECK = "开始提交前检查"
    ASK_FOR_TIME = "申请延期"
    ACCEPT = "审定、退回部门报送的内容"
    ASSIGN = "委派核查"
    VERIFY = "核查评分"
    LEAD = "复核、签发核查结果"
    OBJECT = "对核查结果提出异议"
    SEE_INTERNAL = "查看核查内部意见"
    SEE_HISTORY = "查看变更记录"
    USE_INTERFACE = "使用程序接口"


_BUREAU: Final = frozenset({Role.BUREAU_ADMINISTRATOR, Role.BUREAU_REVIEWER})
_DEPARTMENT: Final = frozenset({Role.PREPARER, Role.APPROVER})
_AGENCY: Final = frozenset({Role.VERIFIER, Role.LEAD_VERIFIER})
_ALL: Final = frozenset(Role)

ROLES_OF: Final[dict[Right, frozenset[Role]]] = {
    Right.SEE_OWN_PAGES: _ALL,
    Right.SEE_EVERYBODY: _BUREAU | {Role.AUDITOR},
    Right.MANAGE_CAMPAIGNS: frozenset({Role.BUREAU_ADMINISTRATOR}),
    Right.MANAGE_ORGANISATIONS: frozenset({Role.BUREAU_ADMINISTRATOR}),
    Right.MANAGE_PEOPLE: frozenset({Role.BUREAU_ADMINISTRATOR}),
    Right.FILL: frozenset({Role.PREPARER}),
    Right.APPROVE: frozenset({Role.APPROVER}),
    Right.CHECK: _ALL - {Role.AUDITOR},
    Right.ASK_FOR_TIME: _DEPARTMENT | _AGENCY,
    Right.ACCEPT: _BUREAU,
    Right.ASSIGN: frozenset({Role.BUREAU_ADMINISTRATOR}),
    Right.VERIFY: frozenset({Role.VERIFIER}),
    Right.LEAD: frozenset({Role.LEAD_VERIFIER}),
    Right.OBJECT: _DEPARTMENT,
    Right.SEE_INTERNAL: _BUREAU | _AGENCY | {Role.AUDITOR},
    Right.SEE_HISTORY: _ALL,
    Right.USE_INTERFACE: _ALL,
}

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def has_right(user: User, right: Right) -> bool:
    """Whether *user*'s role has the right; nobody who is not logged in has any."""
    return user.is_active and user.role in ROLES_OF[right]


def may(*rights: Right) -> Callable[[View], View]:
    """Marks a view with the rights that open it (any of them) and holds it shut for everybody else."""

    def marked(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            user = cast(User, request.user)
            if not user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not any(has_right(user, right) for right in rights):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.rights = frozenset(rights)  # type: ignore[attr-defined]
        return cast(View, guarded)

    return marked


def open_to_all(view: View) -> View:
    """Marks a view that asks for no login."""
    view.rights = frozenset()  # type: ignore[attr-defined]
    return view
