"""What the monitoring offers a self-evaluation: its own shape of content, each offer with where it is from."""

import pytest

from hengji.workflows.prefilling import from_monitoring
from hengji.workflows.schemes import find_scheme

SCHEME = find_scheme("self-evaluation-2020").scheme
ROW = {"under": ["产出指标", "数量指标"], "name": "修缮处数", "target": "≥8处"}
MONITORED = {
    "budget": "1,234.50",
    "spent": "600万元",
    "forecast": "1200万元",
    "cause": "招标延后",
    "goals": {
        "产出指标/数量指标/修缮处数": {
            "actual": "6处",
            "forecast": "8处",
            "cause": "两处文物点权属有争议。",
            "measure": "已移交司法所调解",
            "owner": "李静",
            "due": "2025-11-30",
        }
    },
}


def offered(content=None, monitoring=None, *, whole_year=False):
    content = {"goals": [ROW]} if content is None else content
    offers = from_monitoring(content, monitoring or MONITORED, SCHEME, "三季度监控", whole_year=whole_year)
    return {offer.name: offer for offer in offers}


def test_the_actual_of_a_goal_is_offered_to_the_row_of_its_levels_and_name():
    offer = offered()["修缮处数 的完成值"]
    assert (offer.after, offer.source) == ("6处", "三季度监控")
    assert offer.edits[0].path == ("goals", 0, "actual")


def test_a_row_of_the_same_name_in_another_place_gets_nothing():
    assert "修缮处数 的完成值" not in offered({"goals": [{**ROW, "under": ["产出指标", "质量指标"]}]})


def test_cause_and_measure_become_the_reason_of_the_row():
    assert offered()["修缮处数 的偏差原因和措施"].after == "两处文物点权属有争议；已移交司法所调解"


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ({"under": ["履职", "文物保护"], "key_work": "修缮", "name": "处数"}, "履职/文物保护/修缮/处数"),
        ({"under": ["履职", "文物保护", "修缮"], "key_work": "修缮", "name": "处数"}, "履职/文物保护/修缮/处数"),
        ({"under": ["效益", "社会效益"], "name": "处数"}, "效益/社会效益/处数"),
    ],
)
def test_the_key_of_the_monitoring_is_found_with_and_without_key_work(row, key):
    assert offered({"goals": [row]}, {"goals": {key: {"actual": "3处"}}})["处数 的完成值"].after == "3处"


def test_a_bare_amount_gets_the_unit_that_the_monitoring_reads_it_in():
    assert offered()["全年预算数"].after == "1,234.50万元"


def test_what_was_spent_within_the_year_is_not_offered_as_the_years():
    assert "全年执行数" not in offered()
    assert offered(whole_year=True)["全年执行数"].after == "600万元"


def test_a_figure_of_a_day_within_the_year_is_offered_and_not_ticked():
    assert not offered()["修缮处数 的完成值"].advised
    assert offered(whole_year=True)["修缮处数 的完成值"].advised


def test_an_offer_tells_in_which_row_it_saw_the_cell():
    beside = dict(offered()["修缮处数 的完成值"].edits[0].beside)
    assert beside == {("goals", 0, "under"): ["产出指标", "数量指标"], ("goals", 0, "name"): "修缮处数"}


@pytest.mark.parametrize(
    "monitoring", [{"goals": []}, {"goals": {"产出指标/数量指标/修缮处数": "6处"}}, {"budget": "若干"}]
)
def test_content_of_no_use_offers_nothing(monitoring):
    assert offered(monitoring=monitoring) == {}
