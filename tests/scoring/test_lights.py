"""Lights: what was reached against what the calendar asks."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.facts.targets import read_target
from hengji.scoring.lights import Thresholds, execution_pace, goal_pace, share_of_year

END, HALF = datetime.date(2025, 12, 31), datetime.date(2025, 6, 30)
LINES = Thresholds()


@pytest.mark.parametrize(
    ("day", "share"),
    [
        (HALF, Fraction(181, 365)),
        (END, Fraction(1)),
        (datetime.date(2025, 1, 1), Fraction(1, 365)),
        (datetime.date(2024, 6, 30), Fraction(182, 366)),
    ],
)
def test_the_share_of_the_year_counts_days_and_leap_years(day, share):
    assert share_of_year(day) == share


@pytest.mark.parametrize(
    ("spent", "budget", "light"),
    [
        ("100", "100", "green"),
        ("80", "100", "green"),
        ("79.99", "100", "yellow"),
        ("60", "100", "yellow"),
        ("59.99", "100", "red"),
        ("0", "100", "red"),
        ("120", "100", "green"),
        (None, "100", ""),
        ("5", "0", ""),
        ("5", None, ""),
    ],
)
def test_execution_at_the_years_end(spent, budget, light):
    values = [Fraction(text) if text is not None else None for text in (spent, budget)]
    assert execution_pace(*values, END, LINES).light == light


def test_half_the_budget_at_half_the_year_is_green():
    pace = execution_pace(Fraction(50), Fraction(100), HALF, LINES)
    assert (pace.reached, pace.pace, pace.light) == (Fraction(1, 2), Fraction(365, 362), "green")


@pytest.mark.parametrize(
    ("target", "actual", "light"),
    [
        ("≥100人", "100", "green"),
        ("≥100人", "80", "green"),
        ("≥100人", "79", "yellow"),
        ("≥100人", "59", "red"),
        ("≤5%", "0.05", "green"),
        ("≤5%", "0.06", "green"),
        ("≤5%", "0.07", "yellow"),
        ("≤5%", "0.10", "red"),
        ("=0次", "0", "green"),
        ("=0次", "3", "red"),
        ("≥0次", "0", "green"),
        ("10~20次", "9", "green"),
        ("10~20次", "40", "red"),
        ("健全", "1", ""),
        ("", "1", ""),
    ],
)
def test_goals_against_their_target(target, actual, light):
    assert goal_pace(read_target(target), Fraction(actual), LINES).light == light


@given(st.fractions(0, 200), st.fractions(0, 200), st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 12, 31)))
def test_more_execution_never_gives_a_worse_light(one, other, day):
    order = ["red", "yellow", "green"]
    low, high = sorted((one, other))
    lights = [execution_pace(spent, Fraction(100), day, LINES).light for spent in (low, high)]
    assert order.index(lights[0]) <= order.index(lights[1])
