"""The doors: the first run, an accepted invitation, a password set anew by a link. None of them asks for a login."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.encoding import force_str
from django.utils.http import urlsafe_base64_decode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from hengji.web.accounts import first_run, lockout, people
from hengji.web.accounts.forms import AccountForm, FirstRunForm
from hengji.web.frame.requests import client_address
from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.user import User
from hengji.web.rights import open_to_all
from hengji.web.works.transitions import RefusedError

__all__ = ["accept", "closed", "first", "set_password"]


@open_to_all
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def first(request: HttpRequest) -> HttpResponse:
    """Makes the first administrator with jurisdiction and bureau; not there any more once somebody exists."""
    if User.objects.exists():
        raise Http404
    first_run.setup_code()
    form = FirstRunForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if first_run.begin(*form.parts(), client_address(request)) is None:
            raise Http404
        messages.success(request, _("已建立。请用刚才的用户名和密码登录。"))
        return redirect("account_login")
    return render(request, "accounts/first.html", {"form": form})


@open_to_all
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, secret: str) -> HttpResponse:
    """The invited person chooses username and password. A link that opens nothing does not tell why."""
    invitation = people.open_invitation(secret)
    if invitation is None:
        return _dead_link(request, _("请让财政管理员重新邀请。"))
    form = AccountForm(request.POST or None, initial={"name": invitation.name})
    if request.method == "POST" and form.is_valid():
        try:
            people.accept(invitation, form.save(commit=False), client_address(request))
        except RefusedError:
            return _dead_link(request, _("请让财政管理员重新邀请。"))
        messages.success(request, _("账号已建立。请用刚才的用户名和密码登录。"))
        return redirect("account_login")
    return render(request, "accounts/accept.html", {"form": form, "invitation": invitation})


@open_to_all
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def set_password(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """A new password by the link that an administrator gave."""
    person = _person(number)
    if person is None or not default_token_generator.check_token(person, key):
        return _dead_link(request, _("请让财政管理员重新生成。"))
    form = SetPasswordForm(person, request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            form.save()
            record(Actor(person, client_address(request)), person, [Change("重设密码")], person.organisation_id)
        lockout.unlock(person)
        messages.success(request, _("密码已改。请用新密码登录。"))
        return redirect("account_login")
    return render(request, "accounts/set_password.html", {"form": form, "person": person})


@open_to_all
def closed(request: HttpRequest) -> HttpResponse:
    """Sign-up, which allauth wants an address for: nobody makes an account for themselves."""
    raise Http404


def _person(number: str) -> User | None:
    try:
        key = int(force_str(urlsafe_base64_decode(number)))
    except ValueError:
        return None
    return User.objects.filter(pk=key, is_active=True).first() if key < 2**63 else None


def _dead_link(request: HttpRequest, advice: str) -> HttpResponse:
    words = {
        "title": _("这个链接不能用了"),
        "advice": _("它可能已经用过、过期、被撤销，或没有复制完整。{advice}").format(advice=advice),
    }
    return render(request, "frame/failure.html", words, status=404)
