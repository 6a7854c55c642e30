"""A verification is given to two people of one agency, begins with what was handed in, opens by a declaration."""

import pytest

from hengji.web.models import Assignment, HistoryEntry, Work
from hengji.web.verifications import assigning
from hengji.web.works.transitions import RefusedError, move

pytestmark = pytest.mark.django_db


def test_it_begins_with_the_last_version_that_was_handed_in_and_keeps_to_it(begun, work_of, client, city):
    mine = work_of("307")
    assert begun.state == "verifying"
    assert begun.content["data"] == mine.versions.get(number=1).content["data"]
    mine.content["data"]["预算数"]["value"] = "1万元"
    mine.save()
    client.force_login(city.people["hecha"])
    page = client.get(f"/verifications/{begun.pk}/").content.decode()
    assert "6120" in page and "1万元" not in page


@pytest.mark.parametrize(
    ("verifier", "lead", "words"),
    [
        ("hecha", "fuhe2", "同一家机构"),
        ("hecha", "hecha", "不能是同一个人"),
        ("fuhe", "hecha", "相应角色"),
        ("tianbao", "bumen", "相应角色"),
    ],
)
def test_two_people_of_one_agency_with_their_roles(work_of, who, city, verifier, lead, words):
    people = assigning.Given(city.people[verifier], city.people[lead])
    with pytest.raises(RefusedError, match=words):
        assigning.assign(work_of("307", "verification"), people, who("caizheng"))
    assert not Assignment.objects.filter(work=work_of("307", "verification")).exists()


@pytest.mark.parametrize(("code", "words"), [("304", "还没有报送"), ("303", "已经委派过")])
def test_what_was_not_handed_in_or_was_given_already_is_refused(work_of, who, given, code, words):
    with pytest.raises(RefusedError, match=words):
        assigning.assign(work_of(code, "verification"), given, who("caizheng"))


def test_the_plain_step_cannot_go_round_the_choice_of_people(work_of, who):
    with pytest.raises(RefusedError, match="先选定机构"):
        move(work_of("307", "verification"), "assign", who("caizheng"))


def test_nobody_scores_before_the_declaration(work_of, who, given, client, city, save):
    work = assigning.assign(work_of("307", "verification"), given, who("caizheng"))
    client.force_login(city.people["hecha"])
    page = client.get(f"/verifications/{work.pk}/").content.decode()
    assert "独立性声明" in page and "data-work" not in page
    assert save(work, ["rows", "x", "confirmed"], None, "是").status_code == 409
    client.post(f"/verifications/{work.pk}/declare", {})
    assert Assignment.objects.get(work=work).declared_at is None
    client.post(f"/verifications/{work.pk}/declare", {"agreed": "yes"})
    assert Assignment.objects.get(work=work).declared_by == city.people["hecha"]
    assert HistoryEntry.objects.first().action == "声明独立性"
    assert save(work, ["rows", "x", "confirmed"], None, "是").status_code == 200


def test_who_stands_aside_is_not_given_the_department_again(work_of, who, given, city):
    work = assigning.assign(work_of("307", "verification"), given, who("caizheng"))
    with pytest.raises(RefusedError, match="写明与被核查单位的关系"):
        assigning.stand_aside(work, who("hecha"), " ")
    assigning.stand_aside(work, who("hecha"), "去年为该单位编制过自评材料")
    with pytest.raises(RefusedError, match="您已申请回避"):
        assigning.declare(work, who("hecha"))
    with pytest.raises(RefusedError, match="孙莉已就市民政局申请回避"):
        assigning.reassign(work, given, who("caizheng"), "换人")
    other = assigning.Given(city.people["hecha2"], city.people["fuhe2"])
    assert assigning.reassign(work, other, who("caizheng"), "原核查人回避").declared_at is None
    assert HistoryEntry.objects.first().reason == "原核查人回避"


def test_giving_it_to_others_needs_a_reason_and_ends_with_the_signature(begun, work_of, who, given):
    with pytest.raises(RefusedError, match="写明原因"):
        assigning.reassign(begun, given, who("caizheng"), "")
    with pytest.raises(RefusedError, match="还没有签发"):
        assigning.reassign(work_of("302", "verification"), given, who("caizheng"), "换人")


def test_the_bureau_gives_several_at_once_and_is_told_of_those_that_cannot_be(client, city, work_of):
    client.force_login(city.people["caizheng"])
    works = [work_of(code, "verification").pk for code in ("307", "311", "304")]
    form = {"work": works, "verifier": city.people["hecha2"].pk, "lead": city.people["fuhe2"].pk}
    page = client.post("/verifications/assign", form, follow=True).content.decode()
    assert "已委派 2 项核查" in page and "市生态环境局：" in page
    assert Work.objects.filter(pk__in=works, state="verifying").count() == 2
    client.force_login(city.people["hecha"])
    assert client.post("/verifications/assign", form).status_code == 403
