"""Asking for time: a department or an agency asks with a reason, the bureau grants or refuses; all of it is kept."""

import datetime

import pytest
from django.utils import timezone

from hengji.web.history.chain import Actor
from hengji.web.models import Campaign, DeadlineRequest, HistoryEntry, Work
from hengji.web.works.changes import ClosedError, Edit, apply_edits
from hengji.web.works.closing import is_closed
from hengji.web.works.extensions import ask_for_time, grant, refuse
from hengji.web.works.transitions import RefusedError, move

pytestmark = pytest.mark.django_db
SOON = timezone.localdate() + datetime.timedelta(days=20)


@pytest.fixture
def actor(city):
    return lambda name: Actor(city.people[name], "10.0.0.1")


@pytest.fixture
def strict(city):
    """The round closes what is late."""
    Campaign.objects.filter(pk=city.campaigns[2025].pk).update(closes_late=True)


def _actions(work):
    return list(HistoryEntry.objects.of("work", work.pk).values_list("action", flat=True)[:2])


def test_the_bureau_grants_what_was_asked_and_the_deadline_moves(work_of, actor):
    work = work_of("310")
    asked = ask_for_time(work, SOON, "负责人住院", actor("tianbao310"))
    done = grant(asked, SOON, "请抓紧", actor("caizheng"))
    work.refresh_from_db()
    assert (work.extended_to, done.is_granted, done.granted_until, done.reply) == (SOON, True, SOON, "请抓紧")
    assert _actions(work) == ["延期", "申请延期"]
    reason = HistoryEntry.objects.of("work", work.pk).first().reason
    assert "负责人住院" in reason and "请抓紧" in reason


def test_the_bureau_may_give_another_day_than_was_asked_for(work_of, actor):
    asked = ask_for_time(work_of("310"), SOON, "负责人住院", actor("tianbao310"))
    earlier = SOON - datetime.timedelta(days=5)
    assert grant(asked, earlier, "", actor("caizheng")).granted_until == earlier
    assert work_of("310").deadline == earlier


def test_a_refusal_needs_words_and_leaves_the_deadline(work_of, actor):
    asked = ask_for_time(work_of("310"), SOON, "负责人住院", actor("tianbao310"))
    with pytest.raises(RefusedError, match="写明理由"):
        refuse(asked, " ", actor("caizheng"))
    refuse(asked, "材料早已齐备", actor("caizheng"))
    assert work_of("310").extended_to is None
    assert _actions(work_of("310")) == ["不同意延期", "申请延期"]
    with pytest.raises(RefusedError, match="已经答复过"):
        grant(asked, SOON, "", actor("caizheng"))


@pytest.mark.parametrize(
    ("code", "kind", "who", "until", "reason", "words"),
    [
        ("310", "self_evaluation", "tianbao310", SOON, " ", "写明原因"),
        ("310", "self_evaluation", "tianbao310", datetime.date(2026, 11, 18), "忙", "要晚于"),
        ("302", "self_evaluation", "tianbao302", SOON, "忙", "现在不能申请延期"),
        ("307", "self_evaluation", "tianbao307", SOON, "忙", "现在不能申请延期"),
        ("310", "self_evaluation", "tianbao305", SOON, "忙", "现在不能申请延期"),
        ("303", "verification", "hecha2", SOON, "忙", "现在不能申请延期"),
    ],
    ids=["no reason", "no later day", "done", "the bureau's turn", "another department's", "another agency's"],
)
def test_what_cannot_be_asked_for_is_said(work_of, actor, code, kind, who, until, reason, words):
    with pytest.raises(RefusedError, match=words):
        ask_for_time(work_of(code, kind), until, reason, actor(who))


def test_a_verifier_asks_for_the_agencys_work(work_of, actor):
    work = work_of("303", "verification")
    assert ask_for_time(work, SOON + datetime.timedelta(days=30), "现场核查未完", actor("hecha")).work == work


def test_one_request_waits_at_a_time(work_of, actor):
    ask_for_time(work_of("310"), SOON, "忙", actor("tianbao310"))
    with pytest.raises(RefusedError, match="已有一份申请"):
        ask_for_time(work_of("310"), SOON, "还是忙", actor("tianbao310"))


def test_asking_and_answering_on_the_pages(client, city, work_of):
    work = work_of("310")
    client.force_login(city.people["tianbao310"])
    assert 'data-dialog="ask-time"' in client.get(f"/evaluations/{work.pk}/").content.decode()
    said = {"until": f"{SOON}", "reason": "负责人住院"}
    assert "请等财政部门答复" in client.post(f"/works/{work.pk}/ask-for-time", said, follow=True).content.decode()
    client.force_login(city.people["caizheng"])
    waiting = client.get("/").content.decode()
    assert f"申请延期到 {SOON}" in waiting and "负责人住院" in waiting
    matrix = client.get(f"/campaigns/{city.campaigns[2025].pk}/?matter=asked").content.decode()
    assert f"申请延期到{SOON:%m-%d}" in matrix
    asked = DeadlineRequest.objects.get()
    page = client.post(
        f"/works/deadlines/{asked.pk}/answer", {"granted": "yes", "until": f"{SOON}", "reply": ""}, follow=True
    )
    assert f"已同意延期到 {SOON}" in page.content.decode()
    client.force_login(city.people["tianbao310"])
    assert f"同意延期到 {SOON}" in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("said", "words"),
    [({"granted": "yes", "until": "31.12."}, "请写明延期到哪一天"), ({}, "请选“同意”或“不同意”")],
)
def test_an_answer_that_says_nothing_is_not_taken(client, city, work_of, actor, said, words):
    asked = ask_for_time(work_of("310"), SOON, "忙", actor("tianbao310"))
    client.force_login(city.people["caizheng"])
    assert words in client.post(f"/works/deadlines/{asked.pk}/answer", said, follow=True).content.decode()
    asked.refresh_from_db()
    assert asked.is_granted is None


def test_a_late_work_stays_open_unless_the_round_closes_it(work_of, actor, city):
    edit = (Edit(("data", "年初预算数", "value"), None, "1"),)
    work = work_of("312")
    before = work.content.get("data", {}).get("年初预算数", {}).get("value")
    apply_edits(work, (Edit(("data", "年初预算数", "value"), before, "1"),), actor("tianbao312"))
    Campaign.objects.filter(pk=city.campaigns[2025].pk).update(closes_late=True)
    with pytest.raises(ClosedError, match=r"期限 2026-11-18 已过，这项工作停止填报。请申请延期"):
        apply_edits(work_of("312"), edit, actor("tianbao312"))


def test_a_closed_work_says_so_on_its_page_and_in_the_answer_to_the_script(client, city, work_of, strict):
    work = work_of("301")
    client.force_login(city.people["tianbao"])
    page = client.get(f"/evaluations/{work.pk}/").content.decode()
    assert "这项工作停止填报" in page and 'data-dialog="ask-time"' in page
    body = '{"edits": [{"path": ["data", "年初预算数", "value"], "before": null, "after": "1"}]}'
    answer = client.post(f"/works/{work.pk}/edit", body, content_type="application/json")
    assert (answer.status_code, answer.json()["closed"]) == (409, True)
    assert "请申请延期" in answer.json()["message"]
    assert "已停止填报" in client.get("/").content.decode()


@pytest.mark.parametrize(("code", "step", "who"), [("301", "submit", "tianbao"), ("304", "deliver", "bumen304")])
def test_a_closed_work_is_not_handed_in(work_of, actor, strict, code, step, who):
    with pytest.raises(RefusedError, match="停止填报"):
        move(work_of(code), step, actor(who))


def test_more_time_opens_it_again(work_of, actor, strict):
    assert is_closed(work_of("310"))
    grant(ask_for_time(work_of("310"), SOON, "忙", actor("tianbao310")), SOON, "", actor("caizheng"))
    assert not is_closed(work_of("310"))


def test_a_verification_is_never_closed(work_of, strict):
    work = work_of("303", "verification")
    work.stage.deadline = datetime.date(2026, 1, 1)
    assert work.days_late(datetime.date(2026, 11, 21)) > 0
    assert not is_closed(work)


@pytest.mark.parametrize(
    ("code", "kind", "year", "steps"),
    [
        ("301", "goals", 2025, [("bumen", "ask_adjustment"), ("shenhe", "agree_adjustment")]),
        ("302", "self_evaluation", 2025, [("caizheng", "reopen")]),
        ("307", "self_evaluation", 2025, [("shenhe", "return")]),
        ("302", "verification", 2025, [("caizheng", "unlock")]),
    ],
    ids=["an adjustment that was agreed to", "reopened", "returned by the bureau", "a verification unlocked"],
)
def test_what_the_bureau_gives_back_has_time_again(work_of, actor, code, kind, year, steps):
    """The old deadline is over; counting it would make late whoever was asked to mend."""
    work, today = work_of(code, kind, year), timezone.localdate()
    Work.objects.filter(pk=work.pk).update(extended_to=today - datetime.timedelta(days=200))
    for who, step in steps:
        work = move(work_of(code, kind, year), step, actor(who), "测算口径调整")
    assert work.deadline == today + datetime.timedelta(days=10)
    assert work.days_late(today) == 0
    assert _actions(work)[1] == "延期"


def test_a_deadline_that_is_far_enough_stays(work_of, actor):
    Work.objects.filter(pk=work_of("307").pk).update(extended_to=SOON)
    assert move(work_of("307"), "return", actor("shenhe"), "请补充").deadline == SOON


def test_sending_back_within_the_department_gives_no_time(work_of, actor):
    assert move(work_of("304"), "send_back", actor("bumen304"), "请核对").deadline == datetime.date(2026, 11, 18)
