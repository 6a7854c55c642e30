"""One's own account: name, password, two-step, sessions, tokens for programs."""

from __future__ import annotations

from typing import cast

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from hengji.web.accounts.forms import NameForm, TokenForm
from hengji.web.accounts.sessions import sessions_listing
from hengji.web.frame.requests import actor_of
from hengji.web.history.chain import Change, record
from hengji.web.models.user import Token, User
from hengji.web.rights import Right, may

__all__ = ["end_session", "issue", "rename", "revoke", "show"]


@may(Right.SEE_OWN_PAGES)
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Everything about one's own account on one page."""
    return _page(request, NameForm(instance=cast(User, request.user)), TokenForm())


@may(Right.SEE_OWN_PAGES)
@require_POST
def rename(request: HttpRequest) -> HttpResponse:
    """One's own name, and the address for reminders."""
    user = User.objects.get(pk=cast(User, request.user).pk)
    before, form = (user.name, user.email), NameForm(request.POST, instance=user)
    if not form.is_valid():
        return _page(request, form, TokenForm())
    with transaction.atomic():
        form.save()
        changes = [
            Change(*said)
            for said in (
                (gettext_noop("改姓名"), gettext_noop("姓名"), before[0], user.name),
                (gettext_noop("改邮箱"), gettext_noop("邮箱"), before[1], user.email),
            )
            if said[2] != said[3]
        ]
        record(actor_of(request), user, changes, user.organisation_id)
    messages.success(request, _("已保存。"))
    return redirect("account")


@may(Right.SEE_OWN_PAGES)
@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Logs one of one's own devices out."""
    user = cast(User, request.user)
    session = get_object_or_404(UserSession, pk=pk, user=user)
    with transaction.atomic():
        session.end()
        record(actor_of(request), user, [Change("退出其他设备", after=session.ip)], user.organisation_id)
    messages.success(request, _("那个设备已经退出登录。"))
    return redirect("account")


@may(Right.USE_INTERFACE)
@never_cache
@require_POST
def issue(request: HttpRequest) -> HttpResponse:
    """A token for a program; its secret is shown on this page and nowhere else."""
    user, form = cast(User, request.user), TokenForm(request.POST)
    if not form.is_valid():
        return _page(request, NameForm(instance=user), form)
    with transaction.atomic():
        token, secret = Token.issue(
            user=user, name=form.cleaned_data["name"], writes=form.cleaned_data["writes"], expires=form.expires()
        )
        kind = gettext_noop("可以写入") if token.writes else gettext_noop("只读")
        record(actor_of(request), token, [Change("发放令牌", after=kind)], user.organisation_id)
    return render(request, "accounts/issued.html", {"token": token, "secret": secret})


@may(Right.USE_INTERFACE)
@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """A token that opens nothing any more."""
    user = cast(User, request.user)
    with transaction.atomic():
        token = get_object_or_404(Token.objects.select_for_update(), pk=pk, user=user)
        record(actor_of(request), token, [Change("收回令牌")], user.organisation_id)
        token.delete()
    messages.success(request, _("令牌“{name}”已收回，用它的程序从现在起不能再连接。").format(name=token.name))
    return redirect("account")


def _page(request: HttpRequest, name_form: NameForm, token_form: TokenForm) -> HttpResponse:
    user = cast(User, request.user)
    sessions = sessions_listing(request, user)
    if sessions.is_asked_for_export:
        return sessions.export()
    context = {
        "name_form": name_form,
        "token_form": token_form,
        "sessions": sessions,
        "this_session": request.session.session_key,
        "tokens": user.tokens.order_by("-made"),
        "now": timezone.now(),
        "two_step": Authenticator.objects.filter(user=user, type="totp").exists(),
        "provider": next((app["name"] for app in settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]), ""),
        "is_connected": SocialAccount.objects.filter(user=user).exists(),
    }
    return render(request, "accounts/own.html", context)
