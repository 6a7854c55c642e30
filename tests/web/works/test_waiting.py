"""我的工作: besides works also requests for material, their answers, notices; filtered, sorted, exported."""

import datetime
import io

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from hengji.web.models import Evidence, MonitoringNotice
from hengji.web.works.waiting import in_charge_of, items_for, waiting_count

pytestmark = pytest.mark.django_db
DUE = datetime.date(2026, 11, 25)


@pytest.fixture
def asked(city, work_of):
    """A request on the self-evaluation whose verification is under way (303, verified by hecha)."""
    return Evidence.objects.create(
        work=work_of("303"), kind="request", name="合同原件", held_on=DUE, by=city.people["hecha"]
    )


def _lines(person, word):
    return [item for item in items_for(person) if word in item.what]


def test_a_request_waits_for_the_department_with_its_day(city, asked):
    for name in ("tianbao303", "bumen303"):
        (line,) = _lines(city.people[name], "合同原件")
        assert (line.due, line.state) == (DUE, "待答复")
    assert not _lines(city.people["tianbao305"], "合同原件")
    assert not _lines(city.people["hecha"], "合同原件")


def test_an_answer_waits_for_the_verifier_until_it_is_taken_for_enough(client, city, asked):
    client.force_login(city.people["tianbao303"])
    client.post(f"/verifications/requests/{asked.pk}/answer", {"words": "原件存档案馆，附复印件"})
    assert not _lines(city.people["tianbao303"], "合同原件")
    (line,) = _lines(city.people["hecha"], "合同原件")
    assert line.state == "部门已答复，待收讫"
    client.force_login(city.people["hecha"])
    page = client.post(f"/verifications/requests/{asked.pk}/settle", follow=True).content.decode()
    assert "已收讫“合同原件”" in page
    assert not _lines(city.people["hecha"], "合同原件")
    client.force_login(city.people["tianbao303"])
    client.post(f"/verifications/requests/{asked.pk}/answer", {"words": "再补一页"})
    assert _lines(city.people["hecha"], "合同原件")


def test_a_request_without_an_answer_cannot_be_settled(client, city, asked):
    client.force_login(city.people["hecha"])
    page = client.post(f"/verifications/requests/{asked.pk}/settle", follow=True).content.decode()
    assert "部门还没有答复，不能收讫" in page


def test_another_agencys_verifier_settles_nothing(client, city, asked):
    client.force_login(city.people["hecha2"])
    assert client.post(f"/verifications/requests/{asked.pk}/settle").status_code == 404


def test_a_notice_waits_for_the_department_until_it_is_answered(city, work_of):
    work = work_of("301", "monitoring", 2026)
    notice = MonitoringNotice.objects.create(work=work, text="请说明", due=DUE, by=city.people["caizheng"])
    (line,) = _lines(city.people["tianbao"], "监控提示")
    assert line.due == DUE
    notice.answered_at = timezone.now()
    notice.save()
    assert not _lines(city.people["tianbao"], "监控提示")


@pytest.mark.parametrize("name", ["caizheng", "shenhe", "tianbao", "bumen", "hecha", "fuhe", "shenji"])
def test_the_number_in_the_bar_is_the_number_of_lines(client, city, asked, name):
    person = city.people[name]
    assert waiting_count(person) == len(items_for(person))
    client.force_login(person)
    assert client.get("/").context["listing"].total == waiting_count(person)


@pytest.mark.parametrize(
    ("code", "kind", "who"),
    [
        ("310", "self_evaluation", {"tianbao310"}), ("304", "self_evaluation", {"bumen304"}),
        ("303", "verification", {"hecha"}), ("305", "verification", {"bumen305"}), ("307", "self_evaluation", set()),
    ],
)  # fmt: skip
def test_those_in_charge_are_found(work_of, code, kind, who):
    assert {person.username for person in in_charge_of(work_of(code, kind))} == who


def test_it_is_filtered_by_pinyin_and_deadline_and_exported(client, city):
    client.force_login(city.people["caizheng"])
    found = client.get("/?words=mz").context["listing"].page
    assert {item.work.organisation.name for item in found} == {"市民政局"}
    late = client.get("/?due=late").context["listing"].page
    assert all(item.due < timezone.localdate() for item in late)
    book = load_workbook(io.BytesIO(client.get("/?words=mz&export=xlsx").content))
    assert "市民政局" in {cell for row in book.active.iter_rows(values_only=True) for cell in row}


def test_the_number_of_queries_does_not_grow_with_the_works(city, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        items_for(city.people["caizheng"])
