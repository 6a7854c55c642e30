"""The pages of the history: what is shown to whom, how it is found, how before and after read."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from hengji.web.history.chain import Actor, Change, record
from hengji.web.history.reading import Line, kind_name, lines_of, shown
from hengji.web.models import Campaign, HistoryEntry, Organisation, User, Work

pytestmark = pytest.mark.django_db
EVERYBODY = ("caizheng", "shenhe", "tianbao305", "bumen305", "hecha", "fuhe", "shenji")


@pytest.fixture
def sees(client, city):
    """``sees(username, entry)``: whether the entry is in somebody's history."""

    def seen(username, entry):
        client.force_login(city.people[username])
        status = client.get(reverse("history_entry", args=[entry.sequence])).status_code
        listed = HistoryEntry.objects.visible_to(city.people[username]).filter(pk=entry.pk).exists()
        assert (status == 200) == listed
        return listed

    return seen


def _made(by, subject, change, organisation):
    record(Actor(by, "10.0.0.8"), subject, [change], organisation.pk)
    return HistoryEntry.objects.first()


def _seen_by(sees, entry):
    return {name for name in EVERYBODY if sees(name, entry)}


def test_a_departments_own_cells_are_its_own_and_the_bureaus_affair(city, work_of, sees):
    entry = _made(
        city.people["tianbao305"], work_of("305"), Change("修改", "data/x", "1", "2"), city.organisations["305"]
    )
    assert _seen_by(sees, entry) == {"caizheng", "shenhe", "shenji", "tianbao305", "bumen305"}
    assert not sees("tianbao", entry)


@pytest.mark.parametrize(
    "change", [Change("修改", "data/x", "1", "2"), Change("退回核查人", "", "待复核", "核查中", "内部理由")]
)
def test_how_verifiers_come_to_their_scores_stays_hidden_from_the_department(city, work_of, sees, change):
    entry = _made(city.people["hecha"], work_of("305", "verification"), change, city.organisations["305"])
    assert _seen_by(sees, entry) == {"caizheng", "shenhe", "shenji", "hecha", "fuhe"}


def test_that_a_preliminary_result_was_sent_the_department_sees(city, work_of, sees):
    change = Change("发出初步结果", "", "待复核", "征求意见")
    entry = _made(city.people["fuhe"], work_of("305", "verification"), change, city.organisations["305"])
    assert "tianbao305" in _seen_by(sees, entry)


def test_before_it_is_sent_the_department_sees_nothing_of_a_verification(city, work_of, sees):
    change = Change("发出初步结果", "", "待复核", "征求意见")
    entry = _made(city.people["fuhe"], work_of("303", "verification"), change, city.organisations["303"])
    assert not sees("tianbao303", entry)


def test_the_other_agency_sees_nothing(city, work_of, sees):
    entry = _made(city.people["hecha"], work_of("305", "verification"), Change("修改", "x"), city.organisations["305"])
    assert not sees("hecha2", entry)


def test_the_list_filters_by_kind_action_organisation_person_and_day(client, city, work_of):
    _made(city.people["tianbao305"], work_of("305"), Change("修改", "data/x", "1", "2"), city.organisations["305"])
    client.force_login(city.people["caizheng"])

    def found(**query):
        return [entry.action for entry in client.get(reverse("history"), query).context["listing"].page]

    today, tomorrow = timezone.localdate(), timezone.localdate() + datetime.timedelta(days=1)
    assert found(action="修改") == ["修改"]
    assert found(action="修改", kind="work", organisation=city.organisations["305"].pk, person="王磊") == []
    assert found(action="修改", since=today.isoformat(), until=today.isoformat()) == ["修改"]
    assert found(since=tomorrow.isoformat()) == []
    assert found(kind="user") == []


def test_a_day_that_is_none_is_named_and_the_list_stands(client, city):
    client.force_login(city.people["caizheng"])
    page = client.get(reverse("history"), {"since": "2026-13-40"})
    assert "开始日“2026-13-40”不是日期" in page.content.decode()
    assert page.context["listing"].total > 0


def test_from_where_colleagues_work_only_bureau_and_auditors_see(client, city, work_of):
    _made(city.people["tianbao305"], work_of("305"), Change("修改", "data/x", "1", "2"), city.organisations["305"])
    for name, shown_address in (("caizheng", True), ("shenji", True), ("bumen305", False)):
        client.force_login(city.people[name])
        for address in (reverse("history"), reverse("history_entry", args=[HistoryEntry.objects.first().sequence])):
            assert ("10.0.0.8" in client.get(address).content.decode()) == shown_address


def test_the_history_of_one_work_is_linked_from_its_page(client, city, work_of):
    work = work_of("305")
    _made(city.people["tianbao305"], work, Change("修改", "data/x", "1", "2"), city.organisations["305"])
    client.force_login(city.people["bumen305"])
    address = reverse("history_of", args=["work", work.pk])
    assert address in client.get(f"/evaluations/{work.pk}/").content.decode()
    assert {entry.subject for entry in client.get(address).context["listing"].page} == {work.pk}


@pytest.mark.parametrize(
    ("username", "model"), [("caizheng", Organisation), ("caizheng", Campaign), ("caizheng", User), ("hecha", Work)]
)
def test_what_is_within_sight_has_a_history_though_nothing_is_recorded_yet(client, city, username, model):
    person, kind = city.people[username], model._meta.model_name
    recorded = HistoryEntry.objects.visible_to(person).filter(kind=kind).values("subject")
    subject = model.objects.visible_to(person).exclude(pk__in=recorded).first()
    client.force_login(person)
    page = client.get(reverse("history_of", args=[kind, subject.pk]))
    assert page.status_code == 200
    assert str(subject) in page.content.decode()
    assert "还没有您能看到的记录。" in page.content.decode()
    assert client.get(reverse("history_of", args=[kind, 10**6])).status_code == 404


def test_a_long_history_is_paged_and_exported_whole(client, city, work_of):
    import io

    import openpyxl

    work = work_of("305")
    changes = [Change("修改", f"data/{number}", None, "=1+1") for number in range(60)]
    record(Actor(city.people["tianbao305"]), work, changes, city.organisations["305"].pk)
    client.force_login(city.people["caizheng"])
    page = client.get(reverse("history"), {"action": "修改"})
    assert (len(page.context["listing"].page), page.context["listing"].total) == (50, 60)
    export = client.get(reverse("history"), {"action": "修改", "export": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(export.content)).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert len(cells) == 60
    assert {cell.data_type for cell in cells} == {"s"}


def test_before_and_after_read_place_by_place_and_only_what_differs():
    entry = HistoryEntry(
        before={"funds": [{"name": "甲", "total": "1万元"}], "note": "x"},
        after={"funds": [{"name": "甲", "total": "2万元"}, {"name": "乙"}], "note": "x"},
    )
    assert lines_of(entry) == [Line("funds/1/total", "1万元", "2万元"), Line("funds/2/name", "", "乙")]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        ("", ""),
        ("3万元", "3万元"),
        (True, "是"),
        (False, "否"),
        (["a", "b"], "2处"),
        ({"a": "1"}, "1处"),
        ("字" * 90, "字" * 60 + "…"),
    ],
)
def test_a_value_is_shown_in_a_short_line(value, words):
    assert shown(value) == words


def test_a_kind_without_a_word_is_shown_as_it_is():
    assert (kind_name("work"), kind_name("neu")) == ("工作", "neu")
