"""Figures as words: units, decimals, and the word for the direction of a change."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.facts.units import RATE, read_unit
from hengji.reports.narrative.showing import Form, change, figure, read_form

_CHANGES = [
    ("247.35", "235.05", "万元", "增加12.30万元，增长5.23%"),
    ("235.05", "247.35", "万元", "减少12.30万元，下降4.97%"),
    ("10", "10", "万元", "持平"),
    ("12.3", "0", "万元", "增加12.30万元"),
    ("3", "-2", "万元", "增加5.00万元"),
    ("-3", "2", "万元", "减少5.00万元"),
    ("16", "15", "人", "增加1人，增长6.67%"),
    ("100000.01", "100000", "万元", "增加0.01万元"),
    ("0.97", "0.95", "%", "提高2.00个百分点"),
    ("0.95", "0.97", "%", "下降2.00个百分点"),
]


@pytest.mark.parametrize(("now", "then", "unit", "words"), _CHANGES)
def test_a_change_has_the_right_word_and_a_rate_only_where_one_means_something(
    now: str, then: str, unit: str, words: str
) -> None:
    of = RATE if unit == "%" else read_unit(unit)
    assert of is not None
    decimals = len(now.partition(".")[2]) if unit != "人" else 0
    assert change(Fraction(now), Fraction(then), of, Form(), decimals) == words


_AMOUNTS = st.fractions(min_value=-10_000, max_value=10_000, max_denominator=100)


@given(_AMOUNTS, _AMOUNTS)
def test_the_opposite_change_has_the_opposite_word(now: Fraction, then: Fraction) -> None:
    unit = read_unit("万元")
    assert unit is not None
    there, back = change(now, then, unit, Form(), 2), change(then, now, unit, Form(), 2)
    assert there is not None and back is not None
    words = {"增加": "减少", "减少": "增加", "持平": "持平"}
    assert words[there[:2]] == back[:2]
    assert there[2:].partition("，")[0] == back[2:].partition("，")[0]


_FIGURES = [
    ("3.94", "万元", "", 2, "3.94万元"),
    ("3.94", "万元", "元", 2, "39400.00元"),
    ("39400", "元", "万元.2", 0, "3.94万元"),
    ("3.945", "万元", ".2", 3, "3.95万元"),
    ("3.94", "万元", "无单位", 2, "3.94"),
    ("0.97", "%", "", None, "97%"),
    ("0.91666", "%", "", None, "91.67%"),
    ("0.97", "%", "%.1", None, "97.0%"),
    ("12", "人", "", 0, "12人"),
]


@pytest.mark.parametrize(("value", "unit", "form", "decimals", "words"), _FIGURES)
def test_a_figure_is_shown_in_the_unit_and_decimals_asked_for(
    value: str, unit: str, form: str, decimals: int | None, words: str
) -> None:
    of, asked = read_unit(unit), read_form(form)
    assert of is not None and asked is not None
    assert figure(Fraction(value), of, asked, decimals) == words


def test_a_unit_that_cannot_be_reached_gives_no_figure() -> None:
    people, money = read_unit("人"), read_form("万元")
    assert people is not None and money is not None
    assert figure(Fraction(3), people, money) is None
    assert read_form("斤") is None
