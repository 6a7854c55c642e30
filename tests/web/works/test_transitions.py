"""A work moves on by one table: who may, from where to where, with whose eyes, with what reason."""

import pytest

from hengji.web.history.chain import Actor
from hengji.web.models import HistoryEntry, State
from hengji.web.works.transitions import RefusedError, move, open_transitions

pytestmark = pytest.mark.django_db


def test_the_whole_way_of_a_self_evaluation(work_of, city):
    work = work_of("301")
    for key, username in (("submit", "tianbao"), ("deliver", "bumen"), ("accept", "shenhe")):
        work = move(work, key, Actor(city.people[username]))
    assert work.state == State.ACCEPTED
    assert [version.state for version in work.versions.order_by("number")] == ["submitted", "delivered", "accepted"]
    assert [entry.action for entry in HistoryEntry.objects.all()[:3]] == ["审定", "审核通过并报送", "提交审核"]


@pytest.mark.parametrize(
    ("code", "key", "username", "words"),
    [
        ("301", "submit", "bumen", "您的角色没有这项操作"),
        ("304", "deliver", "tianbao304", "您的角色没有这项操作"),
        ("301", "deliver", "bumen", "现在的状态是“填报中”"),
        ("304", "send_back", "bumen304", "要写明原因"),
        ("301", "no_such_step", "tianbao", "您的角色没有这项操作"),
    ],
)
def test_what_is_not_allowed_says_why_and_moves_nothing(work_of, city, code, key, username, words):
    work = work_of(code)
    with pytest.raises(RefusedError, match=words):
        move(work, key, Actor(city.people[username]))
    before = work.state
    work.refresh_from_db()
    assert work.state == before


def test_who_submitted_does_not_approve_even_with_a_new_role(work_of, city):
    preparer = city.people["tianbao304"]
    preparer.role = "approver"
    preparer.save()
    work = work_of("304")
    with pytest.raises(RefusedError, match="不能是同一个人"):
        move(work, "deliver", Actor(preparer))
    assert "deliver" not in [step.key for step in open_transitions(work, preparer)]


def test_a_page_that_is_not_up_to_date_moves_nothing(work_of, city):
    work = work_of("301")
    with pytest.raises(RefusedError, match="又有修改"):
        move(work, "submit", Actor(city.people["tianbao"]), revision=work.revision + 1)


def test_a_signed_verification_opens_only_by_a_recorded_reason(work_of, city):
    work = work_of("302", "verification")
    assert not open_transitions(work, city.people["hecha"])
    with pytest.raises(RefusedError, match="写明原因"):
        move(work, "unlock", Actor(city.people["caizheng"]))
    assert move(work, "unlock", Actor(city.people["caizheng"]), "审计发现漏列一笔支出").state == State.VERIFYING
    assert HistoryEntry.objects.first().reason == "审计发现漏列一笔支出"
