"""An empty installation leads everywhere to one page, which makes the first administrator and is then gone."""

import pytest
from django.urls import reverse

from hengji.web.accounts.first_run import setup_code
from hengji.web.history.chain import first_broken_link
from hengji.web.models import HistoryEntry, Jurisdiction, Organisation, User

pytestmark = pytest.mark.django_db
PASSWORD = "翠湖边的老榕树-2026"


@pytest.fixture
def empty(city):
    """As if nobody had been here: for the length of a test nothing is left but the places and the history."""
    from django.apps import apps
    from django.db import connection

    kept = {HistoryEntry, Jurisdiction, Organisation}
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA defer_foreign_keys = ON")
        else:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for model in apps.get_app_config("web").get_models(include_auto_created=True):
            if model not in kept:
                cursor.execute(f'DELETE FROM "{model._meta.db_table}"')


def _said(**changes):
    return {
        "code": setup_code(), "place_name": "新建市", "place_code": "970100", "bureau_name": "新建市财政局",
        "bureau_code": "201", "name": "第一人", "username": "erste", "password1": PASSWORD, "password2": PASSWORD,
        **changes,
    }  # fmt: skip


@pytest.mark.parametrize("path", ["/", "/accounts/login/", "/people/", "/works/1/edit", "/gibt-es-nicht"])
def test_every_address_leads_to_it(empty, client, path):
    assert client.get(path).url == "/first/"
    assert client.post(path).url == "/first/"


def test_it_makes_administrator_jurisdiction_and_bureau_and_is_gone(empty, client):
    assert client.get("/first/").status_code == 200
    assert client.post("/first/", _said()).url == reverse("account_login")
    person = User.objects.get()
    assert (person.role, person.organisation.name) == ("bureau_administrator", "新建市财政局")
    assert person.organisation.jurisdiction == Jurisdiction.objects.get(code="970100")
    assert client.get("/first/").status_code == 404
    assert client.post("/first/", _said(username="zweite")).status_code == 404
    assert User.objects.count() == 1
    assert client.post("/accounts/login/", {"login": "erste", "password": PASSWORD}).url == "/"
    made = HistoryEntry.objects.filter(organisation=person.organisation.pk).values_list("action", flat=True)
    assert list(made) == ["登录", "建立账号", "建立单位", "建立辖区"]
    assert PASSWORD not in str(list(HistoryEntry.objects.values()))
    assert first_broken_link() is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"code": "0000-0000-0000"}, "code"), ({"place_code": "12"}, "place_code"), ({"password1": "kurz"}, "password2")],
)
def test_it_says_what_is_wrong_and_makes_nothing(empty, client, changes, field):
    page = client.post("/first/", _said(**changes))
    assert field in page.context["form"].errors
    assert not User.objects.exists()
    assert not Organisation.objects.filter(name="新建市财政局").exists()


def test_where_somebody_is_there_is_no_first_page(city, client):
    assert client.get("/first/").status_code == 404
    assert client.get("/").url.startswith("/accounts/login/")
