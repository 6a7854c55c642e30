"""Printing formulas: what is printed reads back as the same tree."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.rules.formula.parsing import MAX_DEPTH, parse
from hengji.rules.formula.printing import decimal_text, print_formula
from hengji.rules.formula.syntax import (
    Binary,
    Call,
    Comparison,
    Expression,
    Logical,
    Name,
    Negation,
    Not,
    Number,
    Truth,
    UnitName,
)

ODD_NAMES = [
    "“三公”经费",
    "2021年预算数",
    "是",
    "且",
    "非",
    "缺",
    "合计",
    "a(b",
    "甲 + 乙",
    "第２季度",
    "非税收入",
    "次",
]
NAMES = st.sampled_from([*ODD_NAMES, "甲", "乙", "或有负债", "是否有转移支付资金"]).map(Name)
FIGURES = st.builds(
    lambda whole, part, places: whole + Fraction(part // 10 ** (8 - places), 10**places),
    st.integers(0, 10**18 - 1),
    st.integers(0, 10**8 - 1),
    st.integers(0, 8),
)
NUMBERS = st.one_of(
    st.builds(Number, FIGURES, st.sampled_from(["", "万元", "人次", "次", "公里"])),
    st.builds(lambda value: Number(value / 100, "%"), FIGURES),
)
LEAVES = st.one_of(NAMES, NUMBERS, st.builds(Truth, st.booleans()))
SIGNS = st.sampled_from(["<", "≤", "=", "≥", ">", "≠"])


def branches(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(inner, min_size=2, max_size=4).map(tuple)
    return st.one_of(
        st.builds(Negation, inner),
        st.builds(Not, inner),
        st.builds(Binary, st.sampled_from(["+", "-", "×", "÷"]), inner, inner),
        st.builds(Logical, st.sampled_from(["且", "或"]), several),
        several.flatmap(
            lambda operands: st.builds(Comparison, st.just(operands), st.tuples(*[SIGNS] * (len(operands) - 1)))
        ),
        st.builds(Call, st.sampled_from(["最大", "最小", "合计"]), several),
        st.builds(Call, st.sampled_from(["绝对值", "向下取整", "向上取整"]), st.tuples(inner)),
        st.builds(Call, st.just("四舍五入"), st.tuples(inner, inner)),
        st.builds(Call, st.just("如果"), st.tuples(inner, inner, inner)),
        st.builds(Call, st.just("换算"), st.tuples(inner, st.sampled_from(["元", "亿元"]).map(UnitName))),
    )


TREES = st.recursive(LEAVES, branches, max_leaves=12)


def brackets(text: str) -> int:
    return text.count("(")


@given(TREES)
def test_what_is_printed_reads_back_as_the_same_tree(tree: Expression) -> None:
    text = print_formula(tree)
    parsed = parse(text)
    if any("层次太深" in finding.message for finding in parsed.findings):
        assert brackets(text) + text.count("非 ") > MAX_DEPTH // 2
        return
    assert parsed.expression == tree, text


@given(TREES)
def test_printing_again_changes_nothing(tree: Expression) -> None:
    text = print_formula(tree)
    again = parse(text).expression
    assert again is None or print_formula(again) == text


@pytest.mark.parametrize(
    "text",
    [
        "甲 + 乙 × 丙",
        "(甲 + 乙) × 丙",
        "甲 − (乙 + 丙)",
        "甲 ÷ (乙 ÷ 丙)",
        "−(甲 + 乙)",
        "−甲 × 乙",
        "非 (甲 且 乙)",
        "(甲 < 乙) = 丙",
    ],
)
def test_no_bracket_is_printed_that_can_be_left_out(text: str) -> None:
    parsed = parse(text).expression
    assert parsed is not None
    assert print_formula(parsed) == text


def shown(text: str, figures: dict[str, str]) -> str:
    parsed = parse(text).expression
    assert parsed is not None
    return print_formula(parsed, figures.__getitem__)


def test_names_can_be_shown_as_their_figures() -> None:
    figures = {"决算数": "666.05", "预算数": "464.99"}
    assert shown("(决算数 − 预算数) ÷ 预算数", figures) == "(666.05 − 464.99) ÷ 464.99"


def test_a_negative_figure_gets_brackets_where_it_is_reckoned_with() -> None:
    figures = {"甲": "-5.00", "乙": "3"}
    assert shown("乙 − 甲", figures) == "3 − (−5.00)"
    assert shown("甲 ÷ 乙", figures) == "(−5.00) ÷ 3"
    assert shown("甲 < 乙", figures) == "−5.00 < 3"
    assert shown("绝对值(甲)", figures) == "绝对值(−5.00)"
    assert shown("−甲", figures) == "−(−5.00)"


def test_numbers_that_only_generated_formulas_hold_are_printed_too() -> None:
    assert print_formula(Binary("×", Name("甲"), Number(Fraction(1, 3)))) == "甲 × (1 ÷ 3)"
    assert print_formula(Binary("-", Name("甲"), Number(Fraction(-5)))) == "甲 − (−5)"
    assert print_formula(Call("缺", (Name("甲"),))) == "缺(甲)"


@given(st.integers(-(10**25), 10**25), st.integers(0, 12), st.integers(0, 12))
def test_a_decimal_is_written_out_exactly(whole: int, twos: int, fives: int) -> None:
    value = Fraction(whole, 2**twos * 5**fives)
    text = decimal_text(value)
    assert text is not None
    assert Fraction(text.replace("−", "-")) == value


def test_a_number_that_never_ends_has_no_decimal_text() -> None:
    assert decimal_text(Fraction(1, 3)) is None
