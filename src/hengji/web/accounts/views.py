"""Pages of the bureau administrator about people."""

from __future__ import annotations

from typing import Final, cast

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hengji.web.accounts import lockout, people
from hengji.web.accounts.forms import InvitationForm, ReasonForm, RoleForm
from hengji.web.accounts.sessions import sessions_listing
from hengji.web.frame.form_problems import problems_of
from hengji.web.frame.listing import Column, Listing
from hengji.web.frame.refusals import refusals_told
from hengji.web.frame.requests import actor_of
from hengji.web.models.organisation import Organisation
from hengji.web.models.user import Invitation, PeopleQuerySet, Role, User
from hengji.web.rights import Right, may
from hengji.web.works.transitions import RefusedError

__all__ = ["act", "change_role", "index", "invite", "set_active", "show", "withdraw"]


@may(Right.MANAGE_PEOPLE)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Everybody within sight, and who was invited and has not come yet."""
    user = cast(User, request.user)
    seen = _filtered(request, User.objects.visible_to(user)).select_related("organisation")
    two_step = Exists(Authenticator.objects.filter(user=OuterRef("pk"), type="totp"))
    listing = Listing(request, seen.annotate(two_step=two_step).order_by("sort_key", "pk"), COLUMNS, _("人员"))
    if listing.is_asked_for_export:
        return listing.export()
    context = {
        "listing": listing,
        "locked": lockout.locked(listing.page.object_list),
        "invited": Invitation.objects.visible_to(user).open().count(),
        "organisations": Organisation.objects.visible_to(user),
        "roles": Role.choices,
        "chosen": {key: request.GET.get(key, "") for key in ("words", "organisation", "role", "state")},
    }
    return render(request, "accounts/index.html", context)


@may(Right.MANAGE_PEOPLE)
@never_cache
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Asks whom to invite; then shows the link, this once."""
    form = InvitationForm(request.POST or None, user=cast(User, request.user))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            invitation, secret = people.invite(
                actor_of(request), said["organisation"], Role(said["role"]), said["name"]
            )
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            link = request.build_absolute_uri(reverse("accept", args=[secret]))
            return render(request, "accounts/invited.html", {"invitation": invitation, "link": link})
    return render(request, "accounts/invite.html", {"form": form})


@may(Right.MANAGE_PEOPLE)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes an invitation back."""
    invitation = get_object_or_404(Invitation.objects.visible_to(cast(User, request.user)), pk=pk)
    with refusals_told(request):
        people.withdraw(actor_of(request), invitation)
        messages.success(request, _("已撤销对{name}的邀请，链接不能再用。").format(name=invitation.name))
    return redirect("people_invitations")


@may(Right.MANAGE_PEOPLE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One person, and what can be done about their account."""
    user = cast(User, request.user)
    person = _seen(request, pk)
    sessions = sessions_listing(request, person)
    if sessions.is_asked_for_export:
        return sessions.export()
    context = {
        "person": person,
        "is_self": person.pk == user.pk,
        "locked": lockout.is_locked(person),
        "two_step": Authenticator.objects.filter(user=person, type="totp").exists(),
        "sessions": sessions,
        "tokens": person.tokens.filter(expires__gt=timezone.now()).order_by("-made"),
        "role_form": RoleForm(user=user, initial={"organisation": person.organisation_id, "role": person.role}),
        "reason_form": ReasonForm(),
    }
    return render(request, "accounts/show.html", context)


@may(Right.MANAGE_PEOPLE)
@require_POST
def change_role(request: HttpRequest, pk: int) -> HttpResponse:
    """Another role or organisation."""
    person = _seen(request, pk)
    form = RoleForm(request.POST, user=cast(User, request.user))
    if not form.is_valid():
        _complain(request, form)
        return redirect("person", pk=pk)
    said = form.cleaned_data
    with refusals_told(request):
        people.change_role(actor_of(request), person, said["organisation"], Role(said["role"]), said["reason"])
        messages.success(
            request,
            _("已把{person}调整为{organisation}的{role}。").format(
                person=person, organisation=said["organisation"], role=Role(said["role"]).label
            ),
        )
    return redirect("person", pk=pk)


@may(Right.MANAGE_PEOPLE)
@require_POST
def set_active(request: HttpRequest, pk: int) -> HttpResponse:
    """Stops or restores an account."""
    person = _seen(request, pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        _complain(request, form)
        return redirect("person", pk=pk)
    active = request.POST.get("active") == "1"
    with refusals_told(request):
        people.set_active(actor_of(request), person, active, form.cleaned_data["reason"])
        messages.success(
            request,
            _("已恢复{person}的账号。").format(person=person)
            if active
            else _("已停用{person}的账号。").format(person=person),
        )
    return redirect("person", pk=pk)


@may(Right.MANAGE_PEOPLE)
@never_cache
@require_POST
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """The deeds that ask for nothing more: unlock, end the sessions, lift two-step, a link for a new password."""
    person, actor = _seen(request, pk), actor_of(request)
    deed = request.POST.get("deed", "")
    if deed == "reset":
        link = request.build_absolute_uri(reverse("set_password", args=people.reset_key(actor, person)))
        return render(request, "accounts/reset.html", {"person": person, "link": link})
    with refusals_told(request):
        if deed == "unlock":
            people.unlock(actor, person)
            messages.success(request, _("{person}可以再登录了。").format(person=person))
        elif deed == "sign_out":
            messages.success(
                request,
                _("已让{person}从 {count} 个设备退出。").format(person=person, count=people.sign_out(actor, person)),
            )
        elif deed == "drop_two_step":
            people.drop_two_step(actor, person)
            messages.success(request, _("已解除{person}的两步验证。").format(person=person))
        else:
            messages.error(request, _("没有这项操作。请从本页的按钮进入。"))
    return redirect("person", pk=pk)


def _seen(request: HttpRequest, pk: int) -> User:
    seen = User.objects.visible_to(cast(User, request.user)).select_related("organisation")
    return get_object_or_404(seen, pk=pk)


def _filtered(request: HttpRequest, seen: PeopleQuerySet) -> PeopleQuerySet:
    words, organisation, role, state = (
        request.GET.get(key, "").strip() for key in ("words", "organisation", "role", "state")
    )
    if words:
        seen = seen.named(words)
    if organisation.isdecimal():
        seen = seen.filter(organisation=int(organisation[:18]))
    if role in Role.values:
        seen = seen.filter(role=role)
    return seen.filter(is_active=state == "active") if state in {"active", "stopped"} else seen


def _complain(request: HttpRequest, form: ReasonForm | RoleForm) -> None:
    for said in problems_of(form):
        messages.error(request, said)


def _last_login(person: User) -> str:
    return f"{timezone.localtime(person.last_login):%Y-%m-%d %H:%M}" if person.last_login else ""


COLUMNS: Final[tuple[Column[User], ...]] = (
    Column("name", gettext_lazy("姓名"), str, ("sort_key",)),
    Column("username", gettext_lazy("用户名"), lambda person: person.username, ("username",)),
    Column(
        "organisation", gettext_lazy("单位"), lambda person: str(person.organisation or ""), ("organisation__sort_key",)
    ),
    Column("role", gettext_lazy("角色"), lambda person: person.get_role_display(), ("role",)),
    Column("state", gettext_lazy("状态"), lambda person: _("在用") if person.is_active else _("停用"), ("is_active",)),
    Column(
        "two_step",
        gettext_lazy("两步验证"),
        lambda person: _("有") if getattr(person, "two_step", False) else _("没有"),
    ),
    Column("seen", gettext_lazy("最近登录"), _last_login, ("last_login",)),
)
