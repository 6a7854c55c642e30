"""Logging in: five wrong passwords lock a name, whoever it is; nothing tells which names exist; all is recorded."""

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.test import RequestFactory
from django.urls import reverse

from hengji.web.accounts import lockout
from hengji.web.frame.requests import client_address
from hengji.web.models import HistoryEntry

pytestmark = pytest.mark.django_db
PASSWORD = "示例口令-12345"
LOGIN = "/accounts/login/"


@pytest.fixture(autouse=True)
def _no_attempts_yet():
    cache.clear()


def _try(client, username, password="falsch-falsch-1", **more):
    return client.post(LOGIN, {"login": username, "password": password}, **more)


def _words(response):
    return " ".join(response.context["form"].non_field_errors())


def test_the_sixth_attempt_is_refused_even_with_the_right_password_and_says_for_how_long(client, city):
    for _ in range(5):
        assert "15分钟内错满5次" in _words(_try(client, "tianbao"))
    refused = _try(client, "tianbao", PASSWORD)
    assert "已锁定15分钟" in _words(refused)
    assert lockout.is_locked(city.people["tianbao"])
    actions = HistoryEntry.objects.filter(kind="user", subject=city.people["tianbao"].pk).values_list(
        "action", flat=True
    )
    assert list(actions) == ["登录锁定", *["登录失败"] * 5]


def test_four_wrong_ones_lock_nobody(client, city):
    for _ in range(4):
        _try(client, "tianbao")
    assert _try(client, "tianbao", PASSWORD).status_code == 302


def test_a_name_that_does_not_exist_is_answered_and_locked_like_one_that_does(client, city):
    known = [_words(_try(client, "tianbao")) for _ in range(7)]
    unknown = [_words(_try(client, "niemand")) for _ in range(7)]
    assert known == unknown
    assert not HistoryEntry.objects.filter(subject_name__contains="niemand").exists()


def test_writing_the_name_or_the_host_differently_gives_no_more_attempts(client, city):
    for name, host in (("tianbao", "testserver"), ("TIANBAO", "localhost"), ("Tianbao", "127.0.0.1")):
        _try(client, name, HTTP_HOST=host)
        _try(client, name, HTTP_HOST=host)
    assert "已锁定" in _words(_try(client, "tianbao", PASSWORD))


def test_after_the_time_is_over_the_name_is_free_again(client, city, monkeypatch):
    import time

    for _ in range(6):
        _try(client, "tianbao")
    later = time.time() + 15 * 60 + 1
    monkeypatch.setattr(time, "time", lambda: later)
    assert not lockout.is_locked(city.people["tianbao"])
    assert _try(client, "tianbao", PASSWORD).status_code == 302


def test_an_administrator_unlocks(client, city):
    from django.test import Client

    for _ in range(6):
        _try(client, "tianbao")
    admin = Client()
    admin.force_login(city.people["caizheng"])
    page = reverse("person", args=[city.people["tianbao"].pk])
    assert "已锁定" in admin.get(page).content.decode()
    assert "已锁定" in admin.get(reverse("people")).content.decode()
    admin.post(reverse("person_act", args=[city.people["tianbao"].pk]), {"deed": "unlock"})
    assert _try(client, "tianbao", PASSWORD).status_code == 302
    assert HistoryEntry.objects.filter(action="解除锁定", actor=city.people["caizheng"].pk).exists()


def test_logging_in_and_out_and_a_new_password_are_recorded_without_the_password(client, city):
    _try(client, "tianbao", PASSWORD)
    new = "新的口令-98765"
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new})
    client.post(reverse("account_logout"))
    entries = HistoryEntry.objects.filter(actor=city.people["tianbao"].pk, kind="user")
    assert list(entries.values_list("action", flat=True)) == ["退出登录", "修改密码", "登录"]
    assert new not in str(list(HistoryEntry.objects.values()))
    assert {entry.address for entry in entries} == {"127.0.0.1"}


@pytest.mark.parametrize("password", ["kurz-1", "1234567890123", "password12", "tianbao301"])
def test_a_weak_password_is_refused_in_chinese(client, city, password):
    client.force_login(city.people["tianbao"])
    said = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    page = client.post(reverse("account_change_password"), said)
    assert page.status_code == 200
    assert "密码" in "".join(page.context["form"].errors["password1"])
    city.people["tianbao"].refresh_from_db()
    assert city.people["tianbao"].check_password(PASSWORD)


def test_two_step_asks_for_the_code_and_wrong_codes_lock_too(client, city):
    person, secret = city.people["tianbao"], generate_totp_secret()
    TOTP.activate(person, secret)
    first = _try(client, "tianbao", PASSWORD)
    assert first.url == reverse("mfa_authenticate")
    assert client.get("/").status_code == 302
    for _ in range(6):
        page = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "已锁定" in str(page.context["form"].errors)
    assert lockout.is_locked(person)
    assert HistoryEntry.objects.filter(action="验证码错误", subject=person.pk).exists()
    lockout.unlock(person)
    counter = next(iter(yield_hotp_counters_from_time()))
    code = format_hotp_value(hotp_value(secret, counter))
    assert client.post(reverse("mfa_authenticate"), {"code": code}).url == "/"
    assert Authenticator.objects.get(user=person).data["secret"] != secret or get_adapter().encrypt(secret) == secret


def test_nobody_signs_up(client, city):
    assert client.get("/accounts/signup/").status_code == 404
    page = client.get(LOGIN).content.decode()
    assert "signup" not in page
    assert "password/reset" not in page


def test_a_login_leads_nowhere_else(client, city):
    response = _try(client, "tianbao", PASSWORD, QUERY_STRING="next=https://evil.example/")
    assert response.url == "/"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "9.9.9.9", "127.0.0.1"),
        (1, "9.9.9.9, 10.1.1.1", "10.1.1.1"),
        (2, "9.9.9.9, 10.1.1.1, 10.2.2.2", "10.1.1.1"),
        (2, "10.1.1.1", "127.0.0.1"),
        (1, "unsinn", None),
        (1, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_the_address_is_what_our_own_proxies_say_and_no_visitor(settings, proxies, forwarded, address):
    settings.PROXIES = proxies
    request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR=forwarded)
    assert client_address(request) == address


def test_twenty_wrong_attempts_a_minute_from_one_address_are_enough(client, city):
    for number in range(20):
        _try(client, f"name{number}")
    assert "锁定" in _words(_try(client, "tianbao", PASSWORD))
    assert not lockout.is_locked(city.people["tianbao"])
    assert _try(client, "tianbao", PASSWORD, REMOTE_ADDR="10.0.0.7").status_code == 302


@pytest.fixture
def provider(settings):
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "APPS": [
                {
                    "provider_id": "oidc",
                    "name": "示例统一认证",
                    "client_id": "hengji",
                    "secret": "x",
                    "settings": {"server_url": "https://login.example"},
                }
            ]
        }
    }


def test_a_configured_provider_has_a_button_at_the_login_and_in_ones_account(client, city, provider):
    assert "用示例统一认证登录" in client.get(LOGIN).content.decode()
    client.force_login(city.people["tianbao"])
    own = client.get(reverse("account")).content.decode()
    assert "示例统一认证" in own
    assert "process=connect" in own


def test_without_a_provider_there_is_no_button(client, city):
    assert "oidc" not in client.get(LOGIN).content.decode()
    client.force_login(city.people["tianbao"])
    assert "oidc" not in client.get(reverse("account")).content.decode()


@pytest.mark.parametrize("is_connected", [True, False])
def test_a_providers_login_opens_only_an_account_that_is_connected(rf, city, is_connected):
    from allauth.core.context import request_context
    from allauth.socialaccount.helpers import complete_social_login
    from allauth.socialaccount.models import SocialAccount, SocialLogin
    from django.contrib.auth.models import AnonymousUser
    from django.contrib.messages.storage.fallback import FallbackStorage
    from django.contrib.sessions.backends.db import SessionStore

    from hengji.web.models import User

    if is_connected:
        SocialAccount.objects.create(user=city.people["tianbao"], provider="oidc", uid="77")
    request, before = rf.get("/"), User.objects.count()
    request.session, request.user = SessionStore(), AnonymousUser()
    request._messages = FallbackStorage(request)
    with request_context(request):
        account = SocialAccount(provider="oidc", uid="77")
        login = SocialLogin(user=User(username="tianbao", name="x"), account=account)
        response = complete_social_login(request, login)
    assert User.objects.count() == before
    assert request.user.is_authenticated == is_connected
    assert ("没有连接到账号" in response.content.decode()) != is_connected


def test_tokens_are_shown_once_and_kept_as_a_digest(client, city):
    from hengji.web.models import Token
    from hengji.web.models.user import digest_of

    client.force_login(city.people["tianbao"])
    page = client.post(reverse("account_issue_token"), {"name": "取数", "days": "30"})
    secret, token = page.context["secret"], Token.objects.get()
    assert secret in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert (token.digest, token.writes, token.user) == (digest_of(secret), False, city.people["tianbao"])
    assert secret not in client.get(reverse("account")).content.decode()
    assert secret not in str(list(HistoryEntry.objects.values()))
    client.post(reverse("account_revoke_token", args=[token.pk]))
    assert not Token.objects.exists()
    recorded = HistoryEntry.objects.filter(kind="token").values_list("action", flat=True)
    assert list(recorded) == ["收回令牌", "发放令牌"]


def test_one_of_ones_own_devices_is_logged_out(client, city):
    from allauth.usersessions.models import UserSession
    from django.test import Client

    other = Client()
    for one in (client, other):
        one.force_login(city.people["tianbao"])
        one.get("/")
    session = UserSession.objects.get(session_key=other.session.session_key)
    client.post(reverse("account_end_session", args=[session.pk]))
    assert other.get("/").status_code == 302
    assert client.get("/").status_code == 200
