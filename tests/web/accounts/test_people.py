"""What a bureau does about people: everything is recorded, nobody locks themselves or the bureau out."""

import datetime

import pytest
from allauth.usersessions.models import UserSession
from django.urls import reverse
from django.utils import timezone

from hengji.web.accounts import people
from hengji.web.history.chain import Actor
from hengji.web.models import HistoryEntry, Invitation, Role, User
from hengji.web.models.user import digest_of
from hengji.web.works.transitions import RefusedError

pytestmark = pytest.mark.django_db
PASSWORD = "翠湖边的老榕树-2026"


@pytest.fixture
def bureau(city):
    return Actor(city.people["caizheng"], "10.0.0.1")


@pytest.fixture
def admin(client, city):
    client.force_login(city.people["caizheng"])
    return client


def _last(action):
    return HistoryEntry.objects.filter(action=action).first()


def test_an_invited_person_makes_the_account_and_the_link_works_once(admin, client, city):
    home = city.organisations["302"]
    page = admin.post(reverse("people_invite"), {"name": "钱进", "organisation": home.pk, "role": "preparer"})
    link = page.context["link"]
    secret = link.rstrip("/").rsplit("/", 1)[1]
    assert secret not in str(list(Invitation.objects.values()))
    assert Invitation.objects.get(name="钱进").digest == digest_of(secret)
    client.logout()
    said = {"name": "钱进", "username": "钱进302", "password1": PASSWORD, "password2": PASSWORD}
    assert client.get(link).status_code == 200
    assert client.post(link, said).url == reverse("account_login")
    person = User.objects.get(username="钱进302")
    assert (person.organisation, person.role, person.is_active) == (home, Role.PREPARER, True)
    assert person.check_password(PASSWORD)
    assert client.get(link).status_code == 404
    assert client.post(link, {**said, "username": "zweiter"}).status_code == 404
    assert _last("邀请").actor_name == "周明"
    assert (_last("接受邀请").actor_name, _last("接受邀请").after) == ("钱进", "钱进302")
    assert secret not in str(list(HistoryEntry.objects.values()))
    assert PASSWORD not in str(list(HistoryEntry.objects.values()))


def test_an_invitation_that_expired_or_was_withdrawn_opens_nothing_and_does_not_tell_why(client, city, bureau):
    late, late_secret = people.invite(bureau, city.organisations["302"], Role.PREPARER, "甲")
    Invitation.objects.filter(pk=late.pk).update(expires=timezone.now() - datetime.timedelta(seconds=1))
    gone, gone_secret = people.invite(bureau, city.organisations["302"], Role.PREPARER, "乙")
    people.withdraw(bureau, gone)
    pages = {client.get(reverse("accept", args=[one])).content for one in (late_secret, gone_secret, "never-made")}
    assert len(pages) == 1
    assert "这个链接不能用了" in pages.pop().decode()
    assert late.expires - timezone.now() > datetime.timedelta(days=6, hours=23)


@pytest.mark.parametrize(
    ("code", "role"), [("302", "verifier"), ("901", "preparer"), ("201", "auditor"), ("202", "bureau_reviewer")]
)
def test_a_role_must_fit_the_organisation(admin, city, code, role):
    said = {"name": "某", "organisation": city.organisations[code].pk, "role": role}
    page = admin.post(reverse("people_invite"), said)
    assert "没有“" in page.context["form"].errors["role"][0]
    assert not Invitation.objects.exists()


def test_two_people_with_one_link_make_one_account(city, bureau):
    invitation, _ = people.invite(bureau, city.organisations["302"], Role.PREPARER, "甲")
    people.accept(invitation, User(username="eins", name="甲"), None)
    with pytest.raises(RefusedError, match="已过期"):
        people.accept(invitation, User(username="zwei", name="甲"), None)
    assert not User.objects.filter(username="zwei").exists()


def test_a_stopped_account_is_out_at_once_and_comes_back_with_its_history(admin, client, city):
    from django.test import Client

    person, other = city.people["tianbao"], Client()
    other.force_login(person)
    assert other.get("/").status_code == 200
    assert UserSession.objects.filter(user=person).count() == 1
    admin.post(reverse("person_active", args=[person.pk]), {"active": "0", "reason": "调离"})
    assert other.get("/").status_code == 302
    assert not UserSession.objects.filter(user=person).exists()
    entry = _last("停用账号")
    assert (entry.before, entry.after, entry.reason, entry.address) == ("在用", "停用", "调离", "127.0.0.1")
    admin.post(reverse("person_active", args=[person.pk]), {"active": "1", "reason": "调回"})
    person.refresh_from_db()
    assert person.is_active


def test_a_change_of_role_says_from_what_to_what_and_why(city, bureau):
    person = city.people["tianbao"]
    people.change_role(bureau, person, city.organisations["302"], Role.APPROVER, "轮岗")
    entries = HistoryEntry.objects.filter(kind="user", subject=person.pk, organisation=city.organisations["302"].pk)
    assert [(entry.place, entry.before, entry.after, entry.reason) for entry in entries] == [
        ("单位", "市文化和旅游局", "市教育局", "轮岗"),
        ("角色", "填报人", "审核人", "轮岗"),
    ]


def test_nobody_stops_themselves(city, bureau):
    with pytest.raises(RefusedError, match="不能停用自己的账号"):
        people.set_active(bureau, city.people["caizheng"], active=False, reason="试")


def test_the_last_administrator_stays(city):
    system = Actor(None)
    for attempt in (
        lambda: people.set_active(system, city.people["caizheng"], active=False, reason="试"),
        lambda: people.change_role(
            system, city.people["caizheng"], city.organisations["201"], Role.BUREAU_REVIEWER, "试"
        ),
    ):
        with pytest.raises(RefusedError, match="唯一的财政管理员"):
            attempt()


def test_a_link_for_a_new_password_works_once_and_ends_the_sessions(admin, client, city):
    from django.test import Client

    person, other = city.people["tianbao"], Client()
    other.force_login(person)
    link = admin.post(reverse("person_act", args=[person.pk]), {"deed": "reset"}).context["link"]
    client.logout()
    said = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    assert client.post(link, said).url == reverse("account_login")
    person.refresh_from_db()
    assert person.check_password(PASSWORD)
    assert client.get(link).status_code == 404
    assert other.get("/").status_code == 302
    assert PASSWORD not in str(list(HistoryEntry.objects.values()))
    assert _last("重设密码").subject == person.pk


def test_a_stopped_person_cannot_come_back_by_an_old_link(client, city, bureau):
    person = city.people["tianbao"]
    link = reverse("set_password", args=people.reset_key(bureau, person))
    people.set_active(bureau, person, active=False, reason="离职")
    assert client.get(link).status_code == 404


@pytest.mark.parametrize("number", ["MQ", "x", "77-9", "_w", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OQ"])
def test_a_made_up_link_opens_nothing(client, city, number):
    assert client.get(reverse("set_password", args=[number, "abc-def"])).status_code == 404


def test_the_list_filters_sorts_by_pinyin_and_exports(admin, city):
    page = admin.get(reverse("people"), {"role": "verifier"})
    assert [person.username for person in page.context["listing"].page] == ["hecha2", "hecha"]
    assert [person.name for person in admin.get(reverse("people"), {"words": "gao"}).context["listing"].page] == [
        "高雯"
    ]
    names = [person.name for person in admin.get(reverse("people"), {"sort": "name"}).context["listing"].page]
    assert names[0] == "陈刚"
    assert names == sorted(names, key=lambda name: User(name=name, username="").name and _key(name))
    export = admin.get(reverse("people"), {"role": "verifier", "export": "xlsx"})
    assert export["Content-Type"].endswith("sheet")


def _key(name):
    from hengji.web.models.tree import pinyin_key

    return pinyin_key(name)


def test_an_administrator_of_a_district_sees_nobody_of_the_city(client, city):
    from hengji.web.models import Jurisdiction, Organisation

    bureau = Organisation.objects.create(
        code="201", name="城东区财政局", kind="finance_bureau", jurisdiction=Jurisdiction.objects.get(code="990101")
    )
    person = User.objects.create(username="qu", name="区管理员", role=Role.BUREAU_ADMINISTRATOR, organisation=bureau)
    client.force_login(person)
    assert [one.username for one in client.get(reverse("people")).context["listing"].page] == ["qu"]
    assert client.get(reverse("person", args=[city.people["tianbao"].pk])).status_code == 404
