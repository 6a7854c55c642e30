"""Amounts as cells of official tables write them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from hengji.facts.amounts import is_dash, read_amount
from hengji.facts.units import read_unit

YUAN = read_unit("元")


@pytest.mark.parametrize(
    ("written", "in_wan_yuan"),
    [
        ("4239.71", "4239.71"),
        ("1,234.50 万元", "1234.5"),
        ("１，２３４．５０", "1234.5"),
        ("40000元", "4"),
        ("¥12.5", "12.5"),
        ("￥1.2亿元", "12000"),
        ("-3", "-3"),
        ("0", "0"),
    ],
)
def test_an_amount_is_in_wan_yuan_unless_it_says_otherwise(written, in_wan_yuan):
    assert read_amount(written) == Fraction(in_wan_yuan)


def test_a_number_alone_is_in_the_unit_of_the_tables_heading():
    assert YUAN is not None
    assert read_amount("40000", YUAN) == 4
    assert read_amount("4万元", YUAN) == 4


@pytest.mark.parametrize("written", ["约3万元", "3人", "5%", "100万美元", "", "十二", "1.2.3", "0.00000001元"])
def test_what_is_no_amount_of_yuan_is_none(written):
    assert read_amount(written) is None


@pytest.mark.parametrize(("written", "is_blank"), [("", True), ("/", True), ("——", True), ("－", True), ("0", False)])
def test_a_stroke_or_a_dash_says_nothing(written, is_blank):
    assert is_dash(written) == is_blank
