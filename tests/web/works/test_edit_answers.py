"""What the page's script is answered when it sends something that cannot be kept."""

import json

import pytest

pytestmark = pytest.mark.django_db
PATH = ["data", "预算完成数", "place"]


@pytest.mark.parametrize(
    "edit",
    [
        {"path": PATH, "before": None, "after": "C5\0"},
        {"path": PATH, "before": None, "after": 12},
        {"path": ["data", "数\0", "value"], "before": None, "after": "1"},
        {"path": ["data", "长" * 500, "value"], "before": None, "after": "1"},
        {"path": [], "before": None, "after": "1"},
        {"path": ["data"] * 13, "before": None, "after": "1"},
        {"path": [True], "before": None, "after": "1"},
    ],
)
def test_what_cannot_be_kept_changes_nothing_and_says_so(client, city, work_of, edit):
    client.force_login(city.people["tianbao"])
    work = work_of("301")
    answer = client.post(f"/works/{work.pk}/edit", json.dumps({"edits": [edit]}), content_type="application/json")
    assert (answer.status_code, "没有保存" in answer.json()["message"]) == (400, True)
    work.refresh_from_db()
    assert work.revision == 0


def test_a_sound_edit_is_answered_with_the_new_revision(client, city, work_of):
    client.force_login(city.people["tianbao"])
    body = {"edits": [{"path": PATH, "before": None, "after": "C5"}]}
    answer = client.post(f"/works/{work_of('301').pk}/edit", json.dumps(body), content_type="application/json")
    said = answer.json()
    assert (answer.status_code, said["revision"], said["conflicts"]) == (200, 1, [])
