"""Units in formulas: what may meet, and what is said where they clash."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from hengji.facts.units import RATE, Unit, read_unit
from hengji.rules.formula.parsing import parse
from hengji.rules.formula.printing import print_formula
from hengji.rules.formula.syntax import Binary, Name, Number
from hengji.rules.formula.units import Checked, check_units

from .examples import assert_says, table


def unit(text: str) -> Unit:
    found = read_unit(text)
    assert found is not None
    return found


UNITS = {name: unit(text) for name, text in table("data").items()}


def check(text: str) -> Checked:
    expression = parse(text).expression
    assert expression is not None
    return check_units(expression, UNITS, text)


@pytest.mark.parametrize("example", table("meets"), ids=lambda example: example["formula"])
def test_units_that_meet_give_the_unit_of_the_result(example: dict[str, str]) -> None:
    checked = check(example["formula"])
    assert checked.findings == ()
    assert checked.unit == unit(example["unit"])
    assert print_formula(checked.expression) == example.get("becomes", example["formula"])


@pytest.mark.parametrize("example", table("clashes"), ids=lambda example: example["formula"])
def test_every_clash_is_found_in_one_pass(example: dict[str, Any]) -> None:
    findings = check(example["formula"]).findings
    assert len(findings) == len(example["finds"]), [str(finding) for finding in findings]
    for finding, expected in zip(findings, example["finds"], strict=True):
        assert finding.severity == "error"
        assert_says(finding, expected)


def test_an_unknown_unit_is_not_reported_twice() -> None:
    checked = check("(预算数 + 采购额) × 2 + 预算数 − 无此项 − 无此项")
    assert [finding.code for finding in checked.findings] == ["formula-units", "formula-name"]
    assert checked.unit is None


def test_zero_meets_any_unit_but_zero_with_a_unit_does_not() -> None:
    assert check("最大(0, 人数)").unit == unit("人")
    assert check("−0 + 预算数").unit == unit("万元")
    assert check("0 + 0").unit == RATE
    assert len(check("0元 + 预算数").findings) == 1


def test_the_names_used_are_given() -> None:
    assert check("如果(有转移支付, 人数, 人数 × 2)").names == {"有转移支付", "人数"}


def test_a_conversion_becomes_an_exact_factor() -> None:
    assert check("换算(采购额, 亿元)").expression == Binary("×", Name("采购额"), Number(Fraction(1, 100_000_000)))


def test_the_expression_is_given_back_even_when_units_clash() -> None:
    assert print_formula(check("预算数 + 采购额").expression) == "预算数 + 采购额"
