"""A department's own goals under a scheme's slots: rows in, leaves out, each row judged by what it prints."""

from __future__ import annotations

from fractions import Fraction

import pytest

from hengji.facts.evaluation import Evaluation, Goal
from hengji.facts.scorecard import NodeScore, Scorecard
from hengji.facts.targets import read_target
from hengji.scoring.goal_rows import attained, attainment_sentence
from hengji.scoring.intake import EvaluationRead, read_evaluation
from hengji.scoring.score import score
from located import located, scheme

SCHEME = scheme("""
scheme: goals-2024
title: 个性指标示例
valid: {from: 2024}
basis: 示财绩〔2024〕1号
places: {score: 2}
grades: {优: ">=90", 良: "[80,90)", 中: "[60,80)", 差: "<60"}
data: {实际支出: {unit: 万元}, 预算数: {unit: 万元}}
indicators:
- 执行率: 10
  value: 实际支出 ÷ 预算数
  zero: zero
  rule: {proportional: {above_plan: full}}
- 产出: 60
  goals: {over: 150%, tiers: {达成: "[80%,100%]", 部分达成: "[60%,80%)", 未达成: "[0%,60%)"}}
- 效益: 30
  goals: {tiers: {达成: "[80%,100%]", 部分达成: "[60%,80%)", 未达成: "[0%,60%)"}}
""")

HEAD = """
evaluation: self
organisation: 示例局
year: 2024
scheme: goals-2024
data: {实际支出: 90万元, 预算数: 100万元}
goals:
"""


def read(*rows: str) -> EvaluationRead:
    return read_evaluation(located(HEAD + "".join(f"- {{{row}}}\n" for row in rows)), SCHEME)


def evaluation(*rows: str) -> Evaluation:
    found = read(*rows)
    assert found.evaluation is not None, [str(finding) for finding in found.findings]
    return found.evaluation


def card(*rows: str) -> Scorecard:
    return score(evaluation(*rows), SCHEME)


def leaf(found: Scorecard, name: str) -> NodeScore:
    return next(node for node in found.leaves if node.name == name)


COUNT = 'under: [产出, 数量], name: 招商会, points: "30", target: ≥8次, half_year: ≥4次, actual: 6次'
COST = "under: [产出, 数量], name: 差错, points: '30', target: ≤5万元, actual: 40000元, duty: 审批, key_work: 日常审核"
QUALITY = "under: [效益], name: 机制健全, points: '30', target: 健全, actual: 已健全, rate: 90%, reason: 个别环节未成文"


def test_rows_become_leaves_under_their_branches_in_their_order() -> None:
    found = card(COUNT, COST, QUALITY)
    assert [node.path for node in found.nodes] == [
        ("执行率",),
        ("产出",),
        ("产出", "数量"),
        ("产出", "数量", "招商会"),
        ("产出", "数量", "差错"),
        ("效益",),
        ("效益", "机制健全"),
    ]


def test_a_missed_row_earns_in_proportion_and_a_met_one_in_full() -> None:
    found = card(COUNT, COST, QUALITY)
    assert leaf(found, "招商会").score == Fraction("22.5")
    assert leaf(found, "招商会").why == ("完成值 6次，指标值 ≥8次：未达到，完成比例 75%", "30 × 75% = 22.5")
    assert leaf(found, "差错").score == 30
    assert leaf(found, "机制健全").score == 27
    assert found.total == 9 + Fraction("22.5") + 30 + 27


def test_a_row_carries_its_targets_its_actual_and_its_duty() -> None:
    found = card(COUNT, COST, QUALITY)
    row = leaf(found, "招商会")
    assert (row.target, row.half_year_target, row.actual, row.attained) == ("≥8次", "≥4次", "6次", False)
    assert [(given.name, given.value) for given in row.inputs] == [("实际完成值", "6次")]
    assert leaf(found, "差错").meaning == "审批；日常审核"
    assert leaf(found, "机制健全").reasons[0].text == "个别环节未成文"


def test_an_over_fulfilled_row_is_reduced_only_where_the_slot_says_so() -> None:
    far = COUNT.replace("actual: 6次", "actual: 16次")
    assert leaf(card(far, COST, QUALITY), "招商会").score == Fraction("22.5")
    benefit = "under: [效益], name: 引资, points: '30', target: ≥8亿元, actual: 16亿元"
    assert leaf(card(COUNT, COST, benefit), "引资").score == 30


def test_a_row_without_points_is_judged_but_not_scored() -> None:
    found = card(COUNT.replace('points: "30", ', ""), COST, QUALITY)
    row = leaf(found, "招商会")
    assert (row.score, row.points, row.effective_points, row.attained) == (None, None, None, False)
    assert row.why[-1] == "文件没有列出本指标的分值，不能计分"
    top = found.node(("产出",))
    assert top is not None and (top.low, top.high) == (30, 60)


def test_a_tier_without_a_rate_leaves_the_range_of_the_tier() -> None:
    found = card(COUNT, COST, QUALITY.replace("rate: 90%", "tier: 部分达成"))
    row = leaf(found, "机制健全")
    assert (row.score, row.low, row.high, row.attained) == (None, 18, 24, False)


def test_an_empty_slot_keeps_its_points_open() -> None:
    found = card(COUNT, COST)
    slot = found.node(("效益",))
    assert slot is not None and (slot.score, slot.low, slot.high, slot.why) == (None, 0, 30, ("没有填列个性指标",))


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("under: [成本], name: 甲, target: 3次", "不知道属于哪个指标；现为成本；应为under 以 产出、效益 开头"),
        ("under: [产出], target: 3次", "没有名称 name"),
        (
            "under: [产出], name: 甲, target: ≥8次, actual: 6人",
            "单位不同；现为完成值 6人，指标值 ≥8次；应为同一单位“次”",
        ),
        ("under: [产出], name: 甲, target: 健全, rate: 120%", "评判比例超出范围；现为1.2；应为0% 到 100%"),
        ("under: [产出], name: 甲, target: 健全, tier: 很好", "评判档次 tier写法不认识；现为“很好”"),
        ("under: [产出], name: 甲, points: '50', target: 3次", "各行分值之和与方案不等；现为50；应为60"),
        ("under: [产出], name: 甲, mark: '5'", "没有“mark”这一项"),
    ],
)
def test_a_bad_row_is_named(row: str, says: str) -> None:
    found = read(row)
    assert found.evaluation is None
    assert says in "\n".join(str(finding) for finding in found.findings)


def test_a_row_written_twice_is_reported() -> None:
    assert "写了两次" in "\n".join(str(finding) for finding in read(COUNT, COUNT).findings)


def test_a_row_that_is_also_a_branch_is_reported() -> None:
    found = read("under: [产出], name: 数量, target: 3次", COUNT)
    assert "既是一行绩效目标，又是别的行的上级" in "\n".join(str(finding) for finding in found.findings)


@pytest.mark.parametrize(
    ("target", "actual", "tier", "verdict", "sentence"),
    [
        ("≥8次", 6, "", False, "指标值 ≥8次，完成值 6次：未达到，完成比例 75%"),
        ("≤5次", 6, "", False, "指标值 ≤5次，完成值 6次：未达到"),
        ("健全", None, "", None, "指标值 健全，完成值 6次：定性指标，需要人工评判"),
        ("健全", None, "达成", True, "指标值 健全，完成值 6次：达到"),
        ("健全", None, "部分达成", False, "指标值 健全，完成值 6次：部分达成"),
        ("", 6, "", None, "指标值 （空白），完成值 6次：没有指标值，无法判断是否完成"),
        ("≥8次", None, "", None, "指标值 ≥8次，完成值 6次：完成值不是可与指标值相比的数"),
    ],
)
def test_what_a_row_says_of_itself(
    target: str, actual: int | None, tier: str, verdict: bool | None, sentence: str
) -> None:
    value = None if actual is None else Fraction(actual)
    goal = Goal(("产出",), "甲", target=read_target(target), actual=value, actual_text="6次", tier=tier)
    assert attained(goal) is verdict
    assert attainment_sentence(goal) == sentence
    blank = Goal(("产出",), "甲", target=read_target("≥8次"))
    assert attainment_sentence(blank) == "指标值 ≥8次，完成值 （空白）：没有完成值"
