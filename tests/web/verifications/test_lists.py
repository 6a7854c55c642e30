"""The lists of the verification: totals made once for a revision, requests and objections filtered and exported."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengji.web.models import Objection, Work
from hengji.web.verifications.totals import totals_for, totals_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_known():
    caches["scores"].clear()
    yield
    caches["scores"].clear()


def _works():
    return list(Work.objects.filter(stage__kind="verification").with_context())


@pytest.mark.parametrize("name", ["caizheng", "tianbao305", "hecha"])
def test_the_totals_of_a_list_are_those_of_each(city, name):
    person = city.people[name]
    works = list(Work.objects.visible_to(person).filter(stage__kind="verification").with_context())
    for _ in range(2):
        assert totals_for(works, person) == {work.pk: totals_of(work, person) for work in works}


def test_what_was_made_once_is_not_made_again(city, django_assert_num_queries):
    works = _works()
    totals_for(works, city.people["caizheng"])
    with django_assert_num_queries(4):
        totals_for(works, city.people["shenhe"])


def test_a_new_revision_is_made_anew(city, work_of):
    work = work_of("303", "verification")
    before = totals_for([work], city.people["caizheng"])[work.pk]
    content = dict(work.content)
    data = next(name for name, cell in content["data"].items() if isinstance(cell, dict) and "value" in cell)
    content["data"] = {name: cell for name, cell in content["data"].items() if name != data}
    Work.objects.filter(pk=work.pk).update(content=content, revision=work.revision + 1)
    work = work_of("303", "verification")
    after = totals_for([work], city.people["caizheng"])[work.pk]
    assert after == totals_of(work, city.people["caizheng"])
    assert after != before


def test_a_department_never_gets_what_the_bureau_sees(city, work_of):
    work = Work.objects.with_context().get(pk=work_of("305", "verification").pk)
    Work.objects.filter(pk=work.pk).update(content={}, revision=work.revision + 1)
    work = Work.objects.with_context().get(pk=work.pk)
    bureau = totals_for([work], city.people["caizheng"])[work.pk]
    department = totals_for([work], city.people["tianbao305"])[work.pk]
    assert department == totals_of(work, city.people["tianbao305"])
    assert department != bureau


@pytest.mark.parametrize("query", ["", "?export=xlsx"])
def test_the_second_look_at_the_list_asks_little(client, city, query):
    client.force_login(city.people["caizheng"])
    client.get(f"/verifications/{query}")
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/verifications/{query}").status_code == 200
    assert len(asked) <= 20, len(asked)


@pytest.mark.parametrize(
    ("query", "expected"), [("", 1), ("state=open", 1), ("state=accepted", 0), ("words=nyncj", 1), ("words=slj", 0)]
)
def test_objections_are_found_by_whom_and_what_became_of_them(client, city, work_of, query, expected):
    Objection.objects.all().delete()
    Objection.objects.create(
        work=work_of("305", "verification"), indicator="产出", text="口径不同", by=city.people["tianbao305"]
    )
    Work.objects.filter(pk=work_of("305", "verification").pk).update(state="objected")
    client.force_login(city.people["caizheng"])
    assert client.get(f"/verifications/objections/?{query}").context["listing"].total == expected


def test_objections_that_are_still_being_written_are_the_departments_alone(client, city, work_of):
    Objection.objects.all().delete()
    work = work_of("305", "verification")
    assert work.state == "preliminary"
    Objection.objects.create(work=work, indicator="产出", text="口径不同", by=city.people["tianbao305"])
    for name, expected in (("tianbao305", 1), ("caizheng", 0), ("hecha", 0)):
        client.force_login(city.people[name])
        assert client.get("/verifications/objections/").context["listing"].total == expected
