"""Many works of a round at once: extended, reopened, with one reason for all and each in the history."""

import pytest

from hengji.web.models import HistoryEntry, Work

pytestmark = pytest.mark.django_db


@pytest.fixture
def do(client, city):
    client.force_login(city.people["caizheng"])

    def done(what, **said):
        return client.post(f"/campaigns/{city.campaigns[2025].pk}/{what}", said, follow=True).content.decode()

    return done


def test_chosen_works_get_a_later_deadline_and_those_done_are_left_alone(do, work_of):
    works = [work_of("310"), work_of("312"), work_of("302")]
    page = do("extend", work=[work.pk for work in works], until="2026-12-05", reason="受台风影响")
    assert "已给 2 项工作延期到 2026-12-05" in page
    assert "另有 1 项已经办结" in page
    assert [str(Work.objects.get(pk=work.pk).extended_to) for work in works] == ["2026-12-05", "2026-12-05", "None"]


def test_all_that_cannot_be_extended_are_named_and_nothing_is_changed(do, work_of):
    page = do("extend", work=[work_of("310").pk, work_of("312").pk], until="2026-11-18", reason="受台风影响")
    assert "市水利局2025年度绩效自评 2026-11-18" in page
    assert work_of("312").organisation.name in page
    assert work_of("310").extended_to is None


def test_chosen_works_are_reopened_with_one_reason_and_get_time(do, city, work_of):
    page = do("reopen", work=[work_of("302").pk, work_of("311").pk, work_of("310").pk], reason="统计口径调整")
    assert "已重新打开 2 项工作，各有至少 10 天" in page
    assert "1 项还没有办结" in page
    for code in ("302", "311"):
        work = work_of(code)
        entries = list(HistoryEntry.objects.of("work", work.pk)[:2])
        assert [(one.action, one.reason) for one in entries[:1]] == [("重新打开", "统计口径调整")]
        assert entries[1].action == "延期"
        assert (work.state, work.extended_to is not None) == ("returned", True)


def test_reopening_needs_a_reason(do, work_of):
    assert "重新打开要写明原因" in do("reopen", work=work_of("302").pk, reason=" ")
    assert work_of("302").state == "accepted"


@pytest.mark.parametrize("what", ["extend", "remind", "reopen"])
def test_the_matrix_comes_back_as_it_was_asked_for(client, city, what):
    client.force_login(city.people["caizheng"])
    address = f"/campaigns/{city.campaigns[2025].pk}/{what}"
    answer = client.post(address, {"query": "matter=late&words=\r\nX: y"})
    assert answer["Location"] == f"/campaigns/{city.campaigns[2025].pk}/?matter=late&words=%0D%0AX%3A+y"
