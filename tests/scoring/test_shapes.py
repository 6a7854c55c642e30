"""Every shape of standard, from a scheme file to a score with its reasons (shapes.yaml)."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from hengji.documents.forms.yaml_writer import write_yaml
from hengji.facts.scorecard import NodeScore, Scorecard
from hengji.scoring.intake import read_evaluation
from hengji.scoring.score import score
from located import located, scheme

CASES = yaml.load((Path(__file__).parent / "shapes.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)

FIGURES = {
    "支出": {"unit": "万元"},
    "预算": {"unit": "万元"},
    "小额": {"unit": "元"},
    "考核得分": {"unit": "分"},
    "逾期项目": {"kind": "events", "unit": "项"},
    "调剂事项": {"kind": "events", "unit": "项"},
}


def scored(leaf: dict[str, Any], given: dict[str, Any], extra: dict[str, Any] | None = None) -> Scorecard:
    rules = {
        "scheme": "shape-2024",
        "title": "形态",
        "valid": {"from": "2024"},
        "basis": "示财绩〔2024〕1号",
        "places": {"score": "2"},
        "grades": {"优": ">=9", "中": "[6,9)", "差": "<6"},
        "total": {"floor": "0", "ceiling": "10"},
        "data": FIGURES,
        "indicators": [{"指标": "10", **leaf}],
        **(extra or {}),
    }
    made = scheme(write_yaml(rules))
    evaluation = {"evaluation": "self", "organisation": "示例局", "year": "2024", "scheme": "shape-2024", **given}
    read = read_evaluation(located(write_yaml(evaluation)), made)
    assert read.evaluation is not None, [str(finding) for finding in read.findings]
    return score(read.evaluation, made)


def leaf_of(case: dict[str, Any]) -> NodeScore:
    return scored(case["leaf"], case["given"] or {}).nodes[0]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["shape"]) for case in CASES])
def test_a_shape_of_standard(case: dict[str, Any]) -> None:
    node = leaf_of(case)
    assert node.score == (None if case["score"] == "null" else Fraction(case["score"]))
    assert case["why"] in "；".join(node.why)
    assert node.standard


@pytest.mark.parametrize("case", [pytest.param(case, id=case["shape"]) for case in CASES])
def test_the_range_holds_the_score_and_stays_within_the_points(case: dict[str, Any]) -> None:
    node = leaf_of(case)
    assert 0 <= node.low <= (node.score if node.score is not None else node.high) <= node.high <= 10


ALL_MET = {"checklist": [{"points": "10", "text": "有制度"}]}
DONE = {"judgements": {"指标": "全部达到"}}


def test_a_veto_takes_everything() -> None:
    vetoes = {"vetoes": [{"name": "重大违纪", "total": "0"}]}
    card = scored(ALL_MET, {**DONE, "events": {"重大违纪": ["挪用专项资金"]}}, vetoes)
    assert (card.total, card.grade) == (0, "差")
    assert scored(ALL_MET, {**DONE, "events": {"重大违纪": []}}, vetoes).total == 10


def test_a_veto_may_only_lower_the_grade() -> None:
    vetoes = {"vetoes": [{"name": "审计问责", "grade_at_most": "中"}]}
    card = scored(ALL_MET, {**DONE, "events": {"审计问责": ["虚列支出"]}}, vetoes)
    assert (card.total, card.grade) == (10, "中")


def test_adjustments_are_capped_by_kind_and_the_total_by_the_scheme() -> None:
    kinds = {"adjustments": [{"name": "表彰", "each": "1", "cap": "3"}, {"name": "问责", "each": "-2", "cap": "-6"}]}
    praised = scored(ALL_MET, {**DONE, "events": {"表彰": ["甲", "乙"]}}, kinds)
    assert (praised.uncapped, praised.total) == (12, 10)
    blamed = scored(ALL_MET, {**DONE, "events": {"问责": ["甲", "乙", "丙", "丁"]}}, kinds)
    assert [item.points for item in blamed.adjustments] == [0, -6]
    assert blamed.total == 4
