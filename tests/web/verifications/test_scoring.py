"""The verifier's page: what the engine scores is what it shows; a row is finished by a look or a reason."""

import pytest
from tests.web.verifications.conftest import RATE

from hengji.web.models import Work
from hengji.web.verifications.sheet import scored_sides, sheet_of
from hengji.web.works.transitions import RefusedError, move

pytestmark = pytest.mark.django_db
DISCLOSED = "过程/预算管理/预决算信息公开性"


def test_the_page_shows_the_totals_that_the_engine_makes_of_the_same_content(confirmed, who, client, city):
    own, checked = scored_sides(confirmed, who("hecha").user)
    sheet = sheet_of(confirmed, who("hecha").user)
    assert (sheet.own.card.total, sheet.checked.card.total) == (own.card.total, checked.card.total)
    assert sheet.gap == checked.card.total - own.card.total < 0
    client.force_login(city.people["hecha"])
    page = client.get(f"/verifications/{confirmed.pk}/").content.decode()
    assert f'<span class="total">{float(checked.card.total):.2f}</span>' in page
    assert "实际完成工作数：自评 " in page and "核查 30项" in page


def test_nothing_differs_at_the_beginning_and_every_row_waits(begun, who):
    sheet = sheet_of(begun, who("hecha").user)
    assert sheet.gap == 0 and not sheet.differing
    assert len(sheet.unfinished) == sheet.judged > 20


@pytest.mark.parametrize(
    ("mark", "lacks"),
    [
        ({}, "没有写理由类别、理由"),
        ({"confirmed": "是"}, "没有写理由类别、理由"),
        ({"code": "figure"}, "没有写理由"),
        ({"text": "没有凭据"}, "没有写理由类别"),
        ({"code": "figure", "text": "没有凭据"}, ""),
    ],
)
def test_a_deduction_without_its_coded_reason_says_so(confirmed, who, mark, lacks):
    confirmed.content["rows"][RATE] = mark
    said = sheet_of(confirmed, who("hecha").user).row(RATE).verdict.lacks
    assert said.endswith(lacks) if lacks else said == ""
    assert said.startswith("扣了") is bool(lacks)


def test_a_judged_deduction_counts_once_its_reason_stands(confirmed, who):
    cell = confirmed.content["judgements"][DISCLOSED]["parts"]["1"]["items"]
    cell["2"] = "0"
    row = sheet_of(confirmed, who("hecha").user).row(DISCLOSED)
    assert row.node.score is None and not row.verdict.is_finished
    confirmed.content["rows"][DISCLOSED] = {"code": "disclosure", "text": "晚于规定公开", "place": "网站截图"}
    row = sheet_of(confirmed, who("hecha").user).row(DISCLOSED)
    assert (row.node.score, row.own_node.score, row.verdict.is_finished) == (1, 2, True)
    assert row.node.reasons[0].code == "disclosure"


def test_rows_that_are_not_finished_are_named_and_nothing_is_handed_on(confirmed, who):
    del confirmed.content["rows"][DISCLOSED]
    confirmed.save()
    with pytest.raises(RefusedError, match=r"还有 1 个指标没有核查完：“预决算信息公开性”还没有核查"):
        move(confirmed, "ask_opinion", who("hecha"))
    assert Work.objects.get(pk=confirmed.pk).state == "verifying"


def test_only_whom_it_was_given_to_writes(begun, client, city, save):
    path = ["rows", RATE, "confirmed"]
    for name, status in (("fuhe", 403), ("hecha2", 404), ("tianbao307", 403), ("caizheng", 403), ("hecha", 200)):
        client.force_login(city.people[name])
        assert save(begun, path, None, "是").status_code == status, name


def test_nothing_outside_the_parts_can_be_written(begun, client, city, save):
    client.force_login(city.people["hecha"])
    assert save(begun, ["self_version"], "1", "2").status_code == 409


def test_the_shared_saving_does_not_lead_round_the_rules(objected, client, city):
    body = '{"edits": [{"path": ["data", "预算数", "value"], "before": null, "after": "1万元"}]}'
    for name in ("tianbao307", "hecha"):
        client.force_login(city.people[name])
        assert client.post(f"/works/{objected.pk}/edit", body, content_type="application/json").status_code == 404


def test_parts_of_the_page_come_one_by_one(begun, client, city):
    client.force_login(city.people["hecha"])
    for part in (f"fill?row={RATE}", f"margin?row={RATE}", "scores"):
        assert client.get(f"/verifications/{begun.pk}/{part}").status_code == 200
    assert client.get(f"/verifications/{begun.pk}/margin?row=没有").status_code == 404
