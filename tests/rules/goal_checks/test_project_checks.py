"""What the checks say of a project's self-evaluation: weights 10/50/30/10, sums, misses, reasons."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from hengji.facts.project_table import ProjectFunds, ProjectIndicator, ProjectTable
from hengji.facts.targets import read_target
from hengji.rules.goal_checks.check import check_project_table


def row(first: str, points: int, score: str, target: str = "≥90%", actual: str = "95%", reason: str = ""):
    number = Fraction(score) if score else None
    return ProjectIndicator(
        first, "二级", f"{first}完成率", read_target(target), actual, Fraction(points), number, reason
    )


GOOD = ProjectTable(
    "系统运维", 2024, department="示例市数据局", unit="示例市信息中心",
    total=ProjectFunds("年度资金总额", Fraction(100), Fraction(100), Fraction(95)),
    funds=(ProjectFunds("当年财政拨款", Fraction(100), Fraction(100), Fraction(95)),),
    execution_points=Fraction(10), execution_score=Fraction("9.5"), expected="稳定运行。", achieved="稳定运行。",
    indicators=(row("产出指标", 50, "50"), row("效益指标", 30, "30"), row("满意度指标", 10, "10")),
    total_score=Fraction("99.5"),
)  # fmt: skip


def codes(**changes: object) -> dict[str, str]:
    return {each.code: each.severity for each in check_project_table(replace(GOOD, **changes))}


def outputs(**changes: object) -> tuple[ProjectIndicator, ...]:
    """The good rows, the first of them changed."""
    return (replace(GOOD.indicators[0], **changes), *GOOD.indicators[1:])


def test_a_form_that_is_right_has_no_findings():
    assert codes() == {}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"execution_score": Fraction("9.8"), "total_score": Fraction("99.8")}, {"goal.execution": "warning"}),
        ({"total_score": Fraction(98)}, {"goal.score": "error"}),
        ({"total_score": None}, {"goal.score": "error"}),
        ({"indicators": ()}, {"goal.empty": "error"}),
        ({"indicators": outputs(points=Fraction(40), score=Fraction(40)), "total_score": Fraction("89.5")},
         {"goal.points": "error", "goal.weights": "warning"}),
        ({"indicators": outputs(points=None)}, {"goal.points": "error"}),
        ({"indicators": outputs(actual="80%")}, {"goal.score": "error", "goal.reason": "warning"}),
        ({"indicators": outputs(score=Fraction(51)), "total_score": Fraction("100.5")}, {"goal.score": "error"}),
        ({"indicators": outputs(score=Fraction(49)), "total_score": Fraction("98.5")}, {"goal.reason": "warning"}),
        ({"indicators": outputs(score=Fraction(49), reason="设备故障，已修"), "total_score": Fraction("98.5")}, {}),
        ({"indicators": outputs(target=None)}, {"goal.blank": "error"}),
        ({"funds": (ProjectFunds("当年财政拨款", Fraction(90), Fraction(100), Fraction(95)),)},
         {"goal.funds_close": "error"}),
    ],
)  # fmt: skip
def test_scores_follow_from_what_the_form_prints(changes, expected):
    assert codes(**changes) == expected


def test_costs_as_a_level_of_their_own_bring_their_own_weights():
    rows = (
        row("成本指标", 20, "20"),
        row("产出指标", 40, "40"),
        row("效益指标", 20, "20"),
        row("满意度指标", 10, "10"),
    )
    assert codes(indicators=rows) == {}
