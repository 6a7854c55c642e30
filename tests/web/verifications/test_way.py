"""From scoring to the signature: four eyes, objections and replies, the lock; and who sees what on the way."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.verifications.conftest import DAY, RATE

from hengji.web.models import Assignment, Comment, Evidence, HistoryEntry, Objection, Work
from hengji.web.verifications import answering, assigning, gathering
from hengji.web.verifications.sheet import own_work, scored_sides
from hengji.web.works.transitions import RefusedError, move

pytestmark = pytest.mark.django_db


def test_the_whole_way_ends_with_the_total_that_the_engine_says(objected, who, client, city, save):
    answering.reply(objected, RATE, True, "补充的验收单有效，认定 34 项", who("hecha"))
    client.force_login(city.people["hecha"])
    assert save(objected, ["data", "实际完成工作数", "value"], "30项", "34项").status_code == 200
    assert (
        save(objected, ["data", "预算数", "value"], objected.content["data"]["预算数"]["value"], "1万元").status_code
        == 409
    )
    work = move(objected, "answer", who("hecha"))
    work = move(work, "sign", who("fuhe"))
    given = Assignment.objects.get(work=work)
    assert (work.state, given.signed_by, given.signed_at is not None) == ("locked", city.people["fuhe"], True)
    assert save(work, ["rows", RATE, "text"], "有验收单的只有 30 项", "改").status_code == 409
    client.force_login(city.people["bumen307"])
    page = client.get(f"/verifications/{work.pk}/").content.decode()
    total = scored_sides(work, who("bumen307").user)[1].card.total
    assert f'<span class="total">{float(total):.2f}</span>' in page and "✓ 采纳" in page
    assert HistoryEntry.objects.filter(kind="work", subject=work.pk, action="签发").count() == 1


def test_the_lead_signs_only_what_somebody_else_submitted(preliminary, who, city):
    verifier = city.people["hecha"]
    verifier.role = "lead_verifier"
    verifier.save()
    with pytest.raises(RefusedError, match="没有委派给您"):
        move(preliminary, "sign", who("hecha"))
    with pytest.raises(RefusedError, match="没有委派给您"):
        move(preliminary, "sign", who("fuhe2"))
    Work.objects.filter(pk=preliminary.pk).update(submitted_by=city.people["fuhe"])
    with pytest.raises(RefusedError, match="不能是同一个人"):
        move(preliminary, "sign", who("fuhe"))


@pytest.mark.parametrize("step", ["send_preliminary", "sign"])
def test_nothing_is_sent_or_signed_without_a_second_opinion(confirmed, who, step):
    work = move(confirmed, "ask_opinion", who("hecha"))
    with pytest.raises(RefusedError, match="还没有写复核意见" if step == "send_preliminary" else "征求意见"):
        move(work, step, who("fuhe"))
    with pytest.raises(RefusedError, match="没有委派您复核"):
        answering.opine(work, "同意", who("fuhe2"))


def test_an_objection_is_answered_before_anything_goes_on(preliminary, who):
    with pytest.raises(RefusedError, match="还没有写新的异议"):
        move(preliminary, "object", who("bumen307"))
    answering.object_to(preliminary, RATE, "另有 4 项", who("tianbao307"))
    with pytest.raises(RefusedError, match="部门正在写异议"):
        move(preliminary, "sign", who("fuhe"))
    work = move(preliminary, "object", who("bumen307"))
    with pytest.raises(RefusedError, match="还有 1 条异议没有答复：实际完成率"):
        move(work, "answer", who("hecha"))
    with pytest.raises(RefusedError, match="答复要写明理由"):
        answering.reply(work, RATE, False, " ", who("hecha"))
    with pytest.raises(RefusedError, match="没有委派给您"):
        answering.reply(work, RATE, False, "不采纳", who("hecha2"))
    answering.reply(work, RATE, False, "验收在次年，不计入", who("hecha"))
    assert move(work, "answer", who("hecha")).state == "second_opinion"


def test_an_objection_that_was_declined_leaves_its_row_shut(objected, who, client, city, save):
    answering.reply(objected, RATE, False, "验收在次年，不计入", who("hecha"))
    client.force_login(city.people["hecha"])
    assert save(objected, ["data", "实际完成工作数", "value"], "30项", "34项").status_code == 409


def test_objections_are_written_while_opinions_are_asked_for_with_evidence(preliminary, who, client, city):
    client.force_login(city.people["tianbao307"])
    file = SimpleUploadedFile("验收单.txt", "四项验收单".encode())
    form = {"row": RATE, "text": "另有 4 项", "files": [file]}
    page = client.post(f"/verifications/{preliminary.pk}/object", form, follow=True).content.decode()
    assert "异议已保存" in page
    assert Evidence.objects.get(work=preliminary, name="验收单.txt").citations.get().indicator == RATE
    assert not Objection.objects.visible_to(city.people["hecha"]).filter(work=preliminary).exists()
    answering.object_to(preliminary, RATE, "", who("tianbao307"))
    assert not Objection.objects.filter(work=preliminary).exists()
    with pytest.raises(RefusedError, match="要写明意见"):
        answering.object_to(preliminary, RATE, " ", who("tianbao307"))


def test_a_signed_verification_opens_only_by_a_recorded_reason(preliminary, who):
    work = move(preliminary, "sign", who("fuhe"))
    with pytest.raises(RefusedError, match="写明原因"):
        move(work, "unlock", who("caizheng"))
    move(work, "unlock", who("caizheng"), "审计发现漏列")
    given = Assignment.objects.get(work=work)
    assert (given.signed_at, given.second_opinion) == (None, "")


def test_the_department_sees_nothing_before_the_preliminary_result(begun, confirmed, who, client, city):
    client.force_login(city.people["tianbao307"])
    for part in ("", "scores", f"margin?row={RATE}", "export/table.docx"):
        assert client.get(f"/verifications/{begun.pk}/{part}").status_code == 404
    assert "市民政局" not in client.get("/verifications/?year=2025").content.decode().split("</form>")[-1]
    move(confirmed, "ask_opinion", who("hecha"))
    assert client.get(f"/verifications/{begun.pk}/").status_code == 404
    assert not HistoryEntry.objects.visible_to(city.people["tianbao307"]).filter(subject=begun.pk, kind="work").exists()


def test_internal_words_never_reach_the_department(preliminary, who, client, city):
    answering.note(preliminary, RATE, "凭据可疑，再查", who("hecha"))
    note = Comment.objects.get(work=preliminary, place=RATE)
    assert note in Comment.objects.visible_to(city.people["fuhe"])
    assert note not in Comment.objects.visible_to(city.people["bumen307"])
    client.force_login(city.people["bumen307"])
    for part in ("", f"margin?row={RATE}"):
        page = client.get(f"/verifications/{preliminary.pk}/{part}").content.decode()
        assert "凭据可疑" not in page and "同意。" not in page
    assert client.get(f"/verifications/{preliminary.pk}/export/pack.zip").status_code == 404
    seen = HistoryEntry.objects.visible_to(city.people["bumen307"]).filter(kind="work", subject=preliminary.pk)
    assert {entry.action for entry in seen} == {"发出初步结果"}


def test_while_replies_are_written_the_department_sees_what_was_sent(objected, who, client, city, save):
    answering.reply(objected, RATE, True, "认定 34 项", who("hecha"))
    client.force_login(city.people["hecha"])
    save(objected, ["data", "实际完成工作数", "value"], "30项", "34项")
    client.force_login(city.people["bumen307"])
    page = client.get(f"/verifications/{objected.pk}/").content.decode()
    assert "核查 30项" in page and "34项" not in page.replace("认定 34 项", "")


@pytest.mark.parametrize(("name", "status"), [("hecha", 200), ("hecha2", 404), ("tianbao", 404), ("shenji", 200)])
def test_another_agency_and_another_department_find_nothing(preliminary, client, city, name, status):
    client.force_login(city.people[name])
    assert client.get(f"/verifications/{preliminary.pk}/").status_code == status


def test_an_interview_stays_with_those_who_verify(begun, confirmed, who, client, city):
    gathering.record_interview(begun, "财务科长", datetime.date(2026, 11, 20), "完成数含未验收的", who("hecha"))
    interview = Evidence.objects.get(work=begun, kind="interview")
    assert (interview.with_whom, str(interview.held_on)) == ("财务科长", "2026-11-20")
    move(confirmed, "ask_opinion", who("hecha"))
    answering.opine(confirmed, "同意", who("fuhe"))
    move(confirmed, "send_preliminary", who("fuhe"))
    assert interview in Evidence.objects.visible_to(city.people["fuhe"])
    assert interview not in Evidence.objects.visible_to(city.people["bumen307"])
    client.force_login(city.people["bumen307"])
    assert "财务科长" not in client.get(f"/verifications/{begun.pk}/").content.decode()
    with pytest.raises(RefusedError, match="在核查中"):
        gathering.record_interview(begun, "x", datetime.date(2026, 11, 20), "y", who("fuhe"))


def test_a_request_is_answered_with_files_or_words(begun, who, client, city):
    asked = gathering.ask_for(begun, "验收单", DAY, "核对完成数", who("hecha"))
    assert asked.work == own_work(begun)
    client.force_login(city.people["tianbao307"])
    assert "1 项待答复" in client.get("/verifications/").content.decode()
    assert "核对完成数" in client.get("/verifications/requests/").content.decode()
    address = f"/verifications/requests/{asked.pk}/answer"
    assert "请上传要求的材料" in client.post(address, {"words": ""}, follow=True).content.decode()
    file = SimpleUploadedFile("验收单.txt", "四十项".encode())
    client.post(address, {"words": "两项没有验收单", "files": [file]})
    assert sorted(one.text or one.name for one in asked.answered_by.all()) == ["两项没有验收单", "验收单.txt"]
    client.force_login(city.people["hecha"])
    assert "两项没有验收单" in client.get(f"/verifications/{begun.pk}/").content.decode()
    client.force_login(city.people["tianbao"])
    assert client.post(address, {"words": "不是我的"}).status_code == 404


def test_the_forms_of_the_page_do_the_same(begun, client, city):
    client.force_login(city.people["hecha"])
    base = f"/verifications/{begun.pk}"
    client.post(f"{base}/interview", {"whom": "科长", "day": "2026-11-20", "said": "没有汇总"})
    client.post(f"{base}/request", {"what": "验收单", "until": "2026-11-30", "words": ""})
    client.post(f"{base}/note", {"row": RATE, "text": "再查"})
    page = client.get(f"{base}/").content.decode()
    assert "2026-11-20访谈科长" in page and "验收单" in page
    assert "再查" in client.get(f"{base}/margin?row={RATE}").content.decode()
    wrong = client.post(f"{base}/interview", {"whom": "", "day": "昨天"}, follow=True).content.decode()
    assert "没有保存" in wrong
    client.post(f"{base}/stand-aside", {"reason": "亲属在该单位任职"})
    with pytest.raises(RefusedError):
        assigning.declare(begun, _actor(city))


def _actor(city):
    from hengji.web.history.chain import Actor

    return Actor(city.people["hecha"])
