"""Units: which can be converted, and that converting loses nothing."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.facts.units import COUNTERS, FOREIGN_MONEY, MONEY, RATE, TRUTH, Unit, read_unit


def _unit(name: str) -> Unit:
    unit = read_unit(name)
    assert unit is not None
    return unit


names = st.sampled_from([*MONEY, *FOREIGN_MONEY, *sorted(COUNTERS), "%"])
units = st.builds(_unit, names)
money = st.builds(_unit, st.sampled_from([*MONEY]))
amounts = st.builds(Fraction, st.integers(-(10**15), 10**15), st.sampled_from([1, 10, 100, 10**8]))


@given(money, money, amounts)
def test_money_converts_there_and_back(here: Unit, there: Unit, amount: Fraction) -> None:
    forth, back = here.factor_to(there), there.factor_to(here)
    assert forth is not None
    assert back is not None
    assert amount * forth * back == amount


@given(money, money, money)
def test_converting_in_two_steps_is_converting_in_one(one: Unit, two: Unit, three: Unit) -> None:
    factors = one.factor_to(two), two.factor_to(three), one.factor_to(three)
    assert factors[0] is not None
    assert factors[1] is not None
    assert factors[0] * factors[1] == factors[2]


@given(units, units)
def test_conversion_is_possible_both_ways_or_not_at_all(one: Unit, other: Unit) -> None:
    assert (one.factor_to(other) is None) == (other.factor_to(one) is None)


@given(units, units)
def test_a_product_divided_by_one_factor_is_the_other(one: Unit, other: Unit) -> None:
    assert one.times(other).times(other, -1) == one
    assert one.times(other) == other.times(one)
    assert one.times(RATE) == one
    assert one.times(one, -1) == RATE


@given(names, st.sampled_from(sorted(COUNTERS)))
def test_a_unit_reads_back(name: str, under: str) -> None:
    assert _unit(str(_unit(name))) == _unit(name)
    if name not in {"%", under}:
        assert str(_unit(f"{name}/{under}")) == f"{name}/{under}"


@pytest.mark.parametrize(
    ("here", "there", "factor"),
    [
        ("亿元", "万元", "10000"),
        ("万元", "元", "10000"),
        ("千元", "万元", "0.1"),
        ("亿美元", "万美元", "10000"),
        ("人", "人", "1"),
        ("%", "%", "1"),
    ],
)
def test_known_factors(here: str, there: str, factor: str) -> None:
    assert _unit(here).factor_to(_unit(there)) == Fraction(factor)


@pytest.mark.parametrize(
    ("here", "there"),
    [("元", "美元"), ("人", "次"), ("万元", "人"), ("万元", "%"), ("万元/人", "元/人"), ("是/否", "%")],
)
def test_what_cannot_be_converted(here: str, there: str) -> None:
    assert _unit(here).factor_to(_unit(there)) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [("万元", "金额"), ("亿美元", "金额"), ("人", "数量"), ("％", "比率"), ("是/否", "是否"), ("万元/人", "复合单位")],
)
def test_what_an_officer_calls_it(name: str, kind: str) -> None:
    assert _unit(name).kind == kind


def test_a_truth_is_no_rate() -> None:
    assert not TRUTH.is_rate
    assert RATE.is_rate
    assert (str(TRUTH), str(RATE)) == ("是/否", "%")


@pytest.mark.parametrize("name", ["", "蒲式耳", "万元/", "/人", "万元/人/年", "万 元"])
def test_an_unknown_unit(name: str) -> None:
    assert read_unit(name) is None
