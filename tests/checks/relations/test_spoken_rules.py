"""Standards in words, read as a rule from a rate to points."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.checks.relations.scores.rules.spoken_rules import read_rule

STEPS = "95%以上得4分；85%（含）—95%得3分；75%及以上不足85%得2分；低于75%不得分"
PER_POINT = "达到95%得满分，每低1个百分点扣0.5分，扣完为止"
CAPPED = "控制率≤100%得满分，每超过1个百分点扣1分，扣完为止"
PROPORTION = "得分=执行率×分值"
SIGNS = "≥90%得5分，80%≤结果<90%得3分，<80%不得分"


@pytest.mark.parametrize(
    ("standard", "full", "rate", "points"),
    [
        (STEPS, 4, "0.962", ["4"]),
        (STEPS, 4, "0.85", ["3"]),
        (STEPS, 4, "0.7999", ["2"]),
        (STEPS, 4, "0.70", ["0"]),
        (STEPS, 4, "0.95", []),  # 以上 and — leave open to which step 95% belongs
        (PER_POINT, 5, "0.97", ["5"]),
        (PER_POINT, 5, "0.92", ["3.5"]),
        (PER_POINT, 5, "0.9212", ["3.5", "3.56", "4"]),  # part of a point, or whole points only
        (PER_POINT, 5, "0.5", ["0"]),
        (CAPPED, 5, "0.98", ["5"]),
        (CAPPED, 5, "1.03", ["2"]),
        (PROPORTION, 10, "0.9589", ["9.589"]),
        (PROPORTION, 10, "1.05", ["10"]),
        (SIGNS, 5, "0.9", ["5"]),
        (SIGNS, 5, "0.8", ["3"]),
        (SIGNS, 5, "0.79", ["0"]),
    ],
)
def test_a_rate_earns_what_the_words_say(standard: str, full: int, rate: str, points: list[str]) -> None:
    rule = read_rule(standard, Fraction(full))
    assert rule is not None
    assert rule.earned(Fraction(rate), Fraction(full)) == {Fraction(one) for one in points}


@pytest.mark.parametrize(
    "standard",
    [
        "根据完成情况酌情扣分",
        "制度健全得满分，缺少一项扣1分",
        "每低1个百分点扣0.5分，每超1个百分点扣1分",
        "连续两年达到90%得3分",
        "95%以上得8分",  # more than the indicator has
        "",
    ],
)
def test_what_is_not_understood_wholly_is_not_read(standard: str) -> None:
    assert read_rule(standard, Fraction(5)) is None


@given(
    st.sampled_from([STEPS, PER_POINT, CAPPED, PROPORTION, SIGNS]),
    st.fractions(min_value=0, max_value=2, max_denominator=10_000),
)
def test_no_rate_earns_less_than_nothing_or_more_than_all(standard: str, rate: Fraction) -> None:
    full = Fraction(5)
    rule = read_rule(standard, full)
    assert rule is not None
    assert all(0 <= points <= full for points in rule.earned(rate, full))
