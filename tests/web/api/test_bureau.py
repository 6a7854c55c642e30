"""A bureau's program reminds and extends, a department's begins projects: within the same bounds as on the pages."""

import datetime

import pytest
from django.utils import timezone

from hengji.web.models import Project, Reminder, Token, Work

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(client, city):
    def of(username, path, body, key=""):
        expires = timezone.now() + datetime.timedelta(days=1)
        _, secret = Token.issue(user=city.people[username], name="试", writes=True, expires=expires)
        headers = {"Authorization": f"Bearer {secret}"} | ({"Idempotency-Key": key} if key else {})
        return client.post(f"/api/v1/{path}", body, content_type="application/json", headers=headers)

    return of


def test_a_late_work_is_reminded_once_a_day(send, city, work_of):
    path, late, done = f"campaigns/{city.campaigns[2025].pk}/reminders", work_of("301"), work_of("302")
    body = {"works": [late.pk, done.pk], "words": "请于本周五前报送"}
    assert send("caizheng", path, body).json() == {"sent": [late.pk], "today": [], "idle": [done.pk]}
    assert send("caizheng", path, body).json()["today"] == [late.pk]
    assert Reminder.objects.filter(work=late, text="请于本周五前报送").count() == 1


def test_a_work_of_another_round_stops_the_whole_request(send, city, work_of):
    path, elsewhere = f"campaigns/{city.campaigns[2025].pk}/reminders", work_of("301", "goals", 2026)
    answer = send("caizheng", path, {"works": [work_of("301").pk, elsewhere.pk], "words": "请抓紧"})
    assert (answer.status_code, str(elsewhere.pk) in answer.json()["message"]) == (422, True)
    assert not Reminder.objects.exists()


def test_a_deadline_moves_and_only_forward(send, city, work_of):
    work, path = work_of("301"), f"campaigns/{city.campaigns[2025].pk}/extensions"
    until = work.deadline + datetime.timedelta(days=7)
    assert send("caizheng", path, {"works": [work.pk], "until": f"{until}", "reason": "决算推迟"}).json() == {
        "extended": 1
    }
    assert Work.objects.get(pk=work.pk).deadline == until
    back = send("caizheng", path, {"works": [work.pk], "until": f"{work.deadline}", "reason": "提前"})
    assert (back.status_code, "要比原来的晚" in back.json()["message"]) == (409, True)


def test_a_project_begins_with_its_goal_table_and_its_name_is_used_once(send, work_of):
    table = work_of("304", "goals", 2026)
    body = {"name": "数据共享平台", "initial_budget": "120.5"}
    made = send("tianbao304", f"works/{table.pk}/projects", body, key="p-1").json()
    assert (made["initial_budget"], Work.objects.get(pk=made["goals"]).project_id) == ("120.5", made["id"])
    assert send("tianbao304", f"works/{table.pk}/projects", body).status_code == 422
    assert Project.objects.filter(name="数据共享平台").count() == 1


@pytest.mark.parametrize(("username", "status"), [("bumen304", 403), ("caizheng", 403), ("tianbao", 404)])
def test_who_may_not_begin_one_is_told_so(send, work_of, username, status):
    table, body = work_of("304", "goals", 2026), {"name": "不该有的项目", "initial_budget": "1"}
    answer = send(username, f"works/{table.pk}/projects", body)
    assert answer.status_code == status
