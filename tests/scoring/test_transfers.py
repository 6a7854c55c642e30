"""Points of a leaf that does not apply: to one, to several, in proportion, or paid at another leaf's rate."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.facts.scorecard import Scorecard
from hengji.rules.scheme import Scheme
from hengji.scoring.intake import read_evaluation
from hengji.scoring.score import score
from located import located, scheme

SCHEME = """
scheme: transfer-2024
title: 分值转移示例
valid: {from: 2024}
basis: 示财绩〔2024〕1号
places: {score: 2}
grades: {优: ">=90", 良: "[80,90)", 中: "[60,80)", 差: "<60"}
data:
  甲率: {unit: "%"}
  乙率: {unit: "%"}
  丙适用: {kind: truth}
  丙率: {unit: "%"}
indicators:
- 支出: 100
  children:
  - 甲: 60
    value: 甲率
    rule: {proportional: {above_plan: full}}
  - 乙: 30
    value: 乙率
    rule: {proportional: {above_plan: full}}
  - 丙: 10
    applies: 丙适用
    otherwise: OTHERWISE
    value: 丙率
    rule: {proportional: {above_plan: full}}
"""


def made(otherwise: str) -> Scheme:
    return scheme(SCHEME.replace("OTHERWISE", otherwise))


def scored(rules: Scheme, **figures: str) -> Scorecard:
    data = "".join(f"\n  {name}: {value}" for name, value in figures.items())
    text = f"evaluation: self\norganisation: 示例局\nyear: 2024\nscheme: transfer-2024\ndata:{data or ' {}'}\n"
    read = read_evaluation(located(text), rules)
    assert read.evaluation is not None, [str(finding) for finding in read.findings]
    return score(read.evaluation, rules)


def points(card: Scorecard, name: str) -> tuple[str, Fraction | None]:
    node = card.node(("支出", name))
    assert node is not None
    return str(node.effective_points), node.score


def test_all_points_go_to_the_one_named() -> None:
    card = scored(made("{to: 甲}"), 甲率="90%", 乙率="100%", 丙适用="否")
    assert points(card, "甲") == ("70", Fraction(63))
    assert points(card, "丙") == ("0", Fraction(0))
    assert card.total == 93


def test_points_are_shared_evenly_among_several() -> None:
    card = scored(made("{to: [甲, 乙]}"), 甲率="100%", 乙率="50%", 丙适用="否")
    assert points(card, "甲") == ("65", Fraction(65))
    assert points(card, "乙") == ("35", Fraction("17.5"))


def test_points_are_spread_in_proportion() -> None:
    card = scored(made("{to: 同级指标, share: proportional}"), 甲率="100%", 乙率="100%", 丙适用="否")
    assert points(card, "甲") == ("200/3", Fraction("66.67"))
    assert points(card, "乙") == ("100/3", Fraction("33.33"))
    assert card.total == 100


def test_a_leaf_may_be_paid_at_the_rate_of_another() -> None:
    card = scored(made("{paid_at_rate_of: 甲}"), 甲率="75%", 乙率="100%", 丙适用="否")
    node = card.node(("支出", "丙"))
    assert node is not None and node.status == "not_applicable"
    assert node.score == Fraction("7.5")
    assert "10 × 45 ÷ 60 = 7.5" in node.why[0]


def test_what_applies_keeps_its_points() -> None:
    card = scored(made("{to: 甲}"), 甲率="100%", 乙率="100%", 丙适用="是", 丙率="50%")
    assert points(card, "甲") == ("60", Fraction(60))
    assert card.total == 95


def test_not_knowing_whether_a_leaf_applies_leaves_it_open() -> None:
    card = scored(made("{to: 甲}"), 甲率="100%", 乙率="100%")
    node = card.node(("支出", "丙"))
    assert node is not None and node.status == "not_demonstrated"
    assert (card.total, card.low, card.high) == (None, 90, 100)


@pytest.mark.parametrize("otherwise", ["{to: 甲}", "{to: [甲, 乙]}", "{to: 同级指标, share: 按比例}"])
@given(st.booleans())
def test_a_transfer_conserves_points(otherwise: str, applies: bool) -> None:
    card = scored(made(otherwise), 甲率="1%", 乙率="1%", 丙率="1%", 丙适用="是" if applies else "否")
    assert sum(node.effective_points or 0 for node in card.leaves) == 100


@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_parts_sum_to_the_whole_exactly(one: int, other: int) -> None:
    card = scored(made("{to: 甲}"), 甲率=f"{one / 100:.2f}%", 乙率=f"{other / 100:.2f}%", 丙适用="否")
    assert card.total == sum(node.score or 0 for node in card.leaves)
    assert card.nodes[0].score == card.total
