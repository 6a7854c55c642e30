"""A verification row by row: whose reason counts, what differs, what is still lacking."""

import pytest

from hengji.workflows.schemes import find_scheme
from hengji.workflows.scoring import score_content
from hengji.workflows.verification import Mark, begun_from, engine_content, event_verdict, mark_of

SCHEME = find_scheme("common-framework-2013").scheme
HEADING = {"evaluation": "self", "organisation": "示例市水利局", "year": "2024", "scheme": "common-framework-2013"}
BENEFIT = "效果/履职效益/社会效益"
OWN = {"judgements": {"社会效益": {"rate": "90%", "reason": "覆盖面扩大"}, "绩效目标合理性": "全部达到"}, "note": "x"}


@pytest.fixture
def begun():
    return begun_from(OWN, HEADING, SCHEME)


def test_it_begins_with_the_parts_alone_every_answer_in_a_place_of_its_own(begun):
    assert set(begun) == {"judgements"}
    assert begun["judgements"][BENEFIT]["parts"]["1"] == {"rate": "90%", "reason": "覆盖面扩大"}
    assert begun["judgements"]["投入/目标设定/绩效目标合理性"]["parts"]["1"]["items"] == {"1": "1", "2": "1", "3": "1"}
    assert (
        score_content({**HEADING, **begun}, SCHEME, "x").card.low
        == score_content({**HEADING, "judgements": OWN["judgements"]}, SCHEME, "x").card.low
    )


@pytest.mark.parametrize(
    ("rate", "mark", "part"),
    [
        ("90%", {}, {"rate": "90%", "reason": "覆盖面扩大"}),
        ("70%", {}, {"rate": "70%"}),
        (
            "70%",
            {"code": "evidence", "text": "没有统计数据", "place": "第3页"},
            {"rate": "70%", "code": "evidence", "reason": "没有统计数据", "evidence": ["第3页"]},
        ),
        ("90%", {"text": "已核对"}, {"rate": "90%", "reason": "已核对"}),
    ],
)
def test_the_departments_reason_does_not_stand_for_the_verifiers_answer(begun, rate, mark, part):
    own = begun_from(OWN, HEADING, SCHEME)
    begun["judgements"][BENEFIT]["parts"]["1"]["rate"] = rate
    content = begun | {"rows": {BENEFIT: mark}}
    assert engine_content(content, own)["judgements"][BENEFIT]["parts"]["1"] == part
    assert content["judgements"][BENEFIT]["parts"]["1"]["reason"] == "覆盖面扩大"


def test_a_goal_takes_its_reason_by_its_path():
    goal = {"under": ["产出", "数量"], "name": "巡查次数", "actual": "8次"}
    content = {"goals": [goal], "rows": {"产出/数量/巡查次数": {"code": "figure", "text": "台账只有 8 次"}}}
    scored = engine_content(content, {"goals": [{**goal, "actual": "12次", "reason": "如期"}]})
    assert scored["goals"] == [{**goal, "code": "figure", "reason": "台账只有 8 次"}]


@pytest.mark.parametrize(
    ("own", "checked", "mark", "differences", "lacks"),
    [
        ([], [], Mark(), 0, "还没有核查"),
        ([], [], Mark(confirmed=True), 0, ""),
        (None, [{"what": "通报"}], Mark(confirmed=True), 1, "改动了自评，没有写理由类别和理由"),
        ([], [{"what": "通报"}], Mark(code="compliance", text="审计通报"), 1, ""),
    ],
)
def test_events_are_compared_as_they_are_listed(own, checked, mark, differences, lacks):
    said = event_verdict("违规事项", own, checked, mark)
    assert (len(said.differences), said.lacks) == (differences, lacks)


@pytest.mark.parametrize("rows", [None, [], {"x": "1"}, {"x": {"code": None}}])
def test_whatever_stands_in_the_rows_a_mark_can_be_read(rows):
    assert mark_of({"rows": rows}, "x") == Mark()
