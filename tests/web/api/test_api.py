"""Programs read and write what their token's owner may, in the same scope as on the pages."""

import datetime
import json
from decimal import Decimal

import pytest
from django.utils import timezone

from hengji.web.models import HistoryEntry, Token, User, Work

pytestmark = pytest.mark.django_db


class Program:
    """A program with a token of somebody's."""

    def __init__(self, client, user, *, writes=True, days=1):
        self.client = client
        expires = timezone.now() + datetime.timedelta(days=days)
        self.token, self.secret = Token.issue(user=user, name="试", writes=writes, expires=expires)

    def _headers(self, key):
        return {"Authorization": f"Bearer {self.secret}"} | ({"Idempotency-Key": key} if key else {})

    def get(self, path, **query):
        return self.client.get(f"/api/v1/{path}", query, headers=self._headers(""))

    def send(self, method, path, body, key=""):
        body = body if isinstance(body, bytes) else json.dumps(body)
        ask = getattr(self.client, method)
        return ask(f"/api/v1/{path}", body, content_type="application/json", headers=self._headers(key))


@pytest.fixture
def program(client, city):
    return lambda username, **how: Program(client, city.people[username], **how)


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer x"}, {"Authorization": "Basic x"}])
def test_without_a_token_nothing_is_told(client, city, headers):
    for path in ("works", "organisations", "campaigns", "history", "openapi.json", "works/1"):
        answer = client.get(f"/api/v1/{path}", headers=headers)
        assert (answer.status_code, set(answer.json())) == (401, {"message", "advice"})


def test_a_session_alone_opens_no_objects_but_the_description(client, city):
    client.force_login(city.people["caizheng"])
    assert client.get("/api/v1/works").status_code == 401
    assert client.get("/api/v1/openapi.json").json()["openapi"].startswith("3.")


def test_an_expired_token_and_a_stopped_owner_are_refused(program, city):
    assert program("caizheng", days=-1).get("works").status_code == 401
    good = program("shenhe")
    assert good.get("works").status_code == 200
    User.objects.filter(username="shenhe").update(is_active=False)
    assert good.get("works").status_code == 401


def test_use_is_noted_at_the_token(program):
    one = program("caizheng")
    one.get("campaigns")
    one.token.refresh_from_db()
    assert one.token.last_used is not None


@pytest.mark.parametrize(("username", "count"), [("caizheng", 46), ("tianbao", 4), ("shenji", 46)])
def test_organisations_are_those_of_the_owners_scope(program, username, count):
    answer = program(username).get("organisations", limit=200).json()
    assert (answer["total"], len(answer["items"])) == (count, count)


def test_figures_are_texts(program, city):
    one = program("tianbao").get(f"organisations/{city.organisations['301'].pk}").json()
    assert (one["establishment"], one["headcount"]) == ("46", "44")


def test_others_objects_are_not_there(program, city, work_of):
    one = program("tianbao")
    for path in (f"organisations/{city.organisations['302'].pk}", f"works/{work_of('302').pk}", "works/999999"):
        answer = one.get(path)
        assert (answer.status_code, answer.json()["message"]) == (404, "没有找到。")


def test_the_matrix_asks_for_its_right(program, city):
    pk = city.campaigns[2025].pk
    assert program("tianbao").get(f"campaigns/{pk}/matrix").status_code == 403
    rows = program("caizheng").get(f"campaigns/{pk}/matrix").json()["rows"]
    assert (len(rows), len(rows[0]["boxes"])) == (12, 4)


def test_a_list_is_filtered_and_paged(program):
    one = program("caizheng")
    first = one.get("works", year=2025, stage="self_evaluation", limit=5).json()
    rest = one.get("works", year=2025, stage="self_evaluation", limit=200, offset=5).json()
    assert (len(first["items"]), len(rest["items"])) == (5, first["total"] - 5)
    assert sum(item["project"] is None for item in first["items"] + rest["items"]) == 12
    assert not {item["id"] for item in first["items"]} & {item["id"] for item in rest["items"]}
    answer = one.get("works", limit=201)
    assert answer.status_code == 422
    assert "query/limit" in answer.json()["message"]


def test_a_score_is_the_engines_in_text(program, work_of):
    score = program("caizheng").get(f"works/{work_of('302').pk}/score").json()
    assert score["total"] == score["low"] == score["high"]
    assert score["grade"] in {"优", "良"}
    open_one = program("tianbao").get(f"works/{work_of('301').pk}/score").json()
    assert open_one["total"] is None
    assert Decimal(open_one["low"]) < Decimal(open_one["high"])


def test_a_department_gets_of_a_verification_only_what_was_sent_to_it(program, work_of):
    work = work_of("305", "verification")
    work.content["data"]["财政供养人员数"] = "草稿"
    work.save()
    one = program("tianbao305")
    assert "草稿" not in json.dumps(one.get(f"works/{work.pk}").json(), ensure_ascii=False)
    assert {item["state"] for item in one.get(f"works/{work.pk}/versions").json()["items"]} <= {"preliminary", "locked"}


EDIT = {"edits": [{"path": ["data", "年末资产总额"], "before": None, "after": "12.5万元"}]}


def test_cells_are_saved_and_recorded(program, work_of):
    work, one = work_of("301"), program("tianbao")
    answer = one.send("patch", f"works/{work.pk}/content", EDIT)
    assert (answer.status_code, answer.json()) == (200, {"revision": work.revision + 1})
    assert one.get(f"works/{work.pk}").json()["content"]["data"]["年末资产总额"] == "12.5万元"
    entry = HistoryEntry.objects.first()
    assert (entry.actor_name, entry.place, entry.after) == ("李静", "data/年末资产总额", "12.5万元")


def test_what_somebody_else_changed_is_a_conflict_and_stays(program, work_of):
    work, one = work_of("301"), program("tianbao")
    one.send("patch", f"works/{work.pk}/content", EDIT)
    other = {"edits": [{**EDIT["edits"][0], "after": "13万元"}]}
    answer = one.send("patch", f"works/{work.pk}/content", other)
    (conflict,) = answer.json()["conflicts"]
    assert (answer.status_code, conflict["now"], conflict["wanted"]) == (409, "12.5万元", "13万元")


@pytest.mark.parametrize(
    ("username", "writes", "code", "status"),
    [("tianbao", False, "301", 403), ("bumen", True, "301", 403), ("caizheng", True, "301", 403),
     ("tianbao305", True, "301", 404), ("tianbao305", True, "305", 409)],
)  # fmt: skip
def test_who_may_not_write_is_told_why(program, work_of, username, writes, code, status):
    answer = program(username, writes=writes).send("patch", f"works/{work_of(code).pk}/content", EDIT)
    assert answer.status_code == status
    assert answer.json()["message"]


@pytest.mark.parametrize(
    "body",
    [
        b"{", b"[1]", {"edits": []}, {"edits": [{"path": [], "after": "1"}]},
        {"edits": [{"path": ["data", "x"], "before": None, "after": 1.5}]},
        {"edits": [{"path": ["data", 3], "before": None, "after": "1"}]},
        b'{"edits": [{"path": ["data", "x"], "after": "\\ud800"}]}',
        {"edits": [{"path": ["data", "x"], "after": "a\0"}]},
        {"edits": [{"path": ["data", "x" * 400], "after": "1"}]},
    ],
)  # fmt: skip
def test_a_misshapen_write_changes_nothing(program, work_of, body):
    work = work_of("301")
    answer = program("tianbao").send("patch", f"works/{work.pk}/content", body)
    assert answer.status_code in {400, 422}
    assert set(answer.json()) == {"message", "advice"}
    assert Work.objects.get(pk=work.pk).revision == work.revision


def test_a_work_moves_on_and_a_refusal_says_why(program, work_of):
    work = work_of("304")
    one = program("bumen304")
    keys = [step["key"] for step in one.get(f"works/{work.pk}").json()["steps"]]
    assert "deliver" in keys
    answer = one.send("post", f"works/{work.pk}/move", {"step": "accept"})
    assert (answer.status_code, answer.json()["message"]) == (409, "您的角色没有这项操作。")
    answer = one.send("post", f"works/{work.pk}/move", {"step": "send_back"})
    assert "要写明原因" in answer.json()["message"]
    answer = one.send("post", f"works/{work.pk}/move", {"step": "deliver", "revision": work.revision})
    assert answer.json() == {"state": "delivered", "state_name": "已报送", "revision": work.revision + 1}


def test_the_same_write_under_one_key_is_done_once(program, work_of):
    work, one = work_of("304"), program("bumen304")
    move = {"step": "deliver"}
    first = one.send("post", f"works/{work.pk}/move", move, key="a-1")
    entries = HistoryEntry.objects.count()
    again = one.send("post", f"works/{work.pk}/move", move, key="a-1")
    assert (again.status_code, again.json()) == (first.status_code, first.json())
    assert HistoryEntry.objects.count() == entries
    other = one.send("post", f"works/{work.pk}/move", {"step": "send_back", "reason": "再看"}, key="a-1")
    assert (other.status_code, other.json()["advice"]) == (422, "每个不同的写入请换一个新的键。")
    assert one.send("post", f"works/{work.pk}/move", move, key="a-2").status_code == 409


def test_a_refused_write_may_be_tried_again_under_its_key(program, work_of):
    work, one = work_of("304"), program("bumen304")
    said = {"step": "deliver"}
    Work.objects.filter(pk=work.pk).update(state="filling")
    assert one.send("post", f"works/{work.pk}/move", said, key="b").status_code == 409
    Work.objects.filter(pk=work.pk).update(state="submitted")
    assert one.send("post", f"works/{work.pk}/move", said, key="b").status_code == 200


def test_a_key_is_forgotten_after_a_day(program, work_of):
    from hengji.web.models import Answered

    work, one = work_of("301"), program("tianbao")
    one.send("patch", f"works/{work.pk}/content", EDIT, key="c")
    Answered.objects.update(at=timezone.now() - datetime.timedelta(hours=25))
    other = {"edits": [{**EDIT["edits"][0], "before": "12.5万元", "after": "13万元"}]}
    assert one.send("patch", f"works/{work.pk}/content", other, key="c").status_code == 200


def test_history_is_read_on_from_where_one_was(program):
    one = program("tianbao")
    first = one.get("history", limit=2).json()["items"]
    then = one.get("history", limit=2, after=first[-1]["sequence"]).json()["items"]
    assert [item["sequence"] for item in first + then] == sorted({item["sequence"] for item in first + then})
    assert first[0]["address"] is None
