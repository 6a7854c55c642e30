"""Reading formulas: what is understood, and what is said about the rest."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.facts.findings import Finding
from hengji.facts.units import COUNTERS, FOREIGN_MONEY, MONEY
from hengji.rules.formula.parsing import MAX_CHARACTERS, MAX_DEPTH, parse
from hengji.rules.formula.printing import print_formula
from hengji.rules.formula.syntax import Binary, Comparison, Expression, Logical, Name, Negation, Not, Number, Truth

from .examples import assert_says, table


def read(text: str) -> Expression:
    parsed = parse(text)
    assert parsed.expression is not None, [str(finding) for finding in parsed.findings]
    assert parsed.findings == ()
    return parsed.expression


def refused(text: str) -> Finding:
    parsed = parse(text)
    assert parsed.expression is None
    assert [finding.severity for finding in parsed.findings] == ["error"]
    return parsed.findings[0]


@pytest.mark.parametrize("example", table("reads"), ids=lambda example: example["formula"])
def test_a_formula_is_read_as_the_examples_say(example: dict[str, str]) -> None:
    assert print_formula(read(example["formula"])) == example["means"]


@pytest.mark.parametrize("example", table("refuses"), ids=lambda example: example["formula"])
def test_a_mistake_is_explained_and_pointed_at(example: dict[str, str]) -> None:
    assert_says(refused(example["formula"]), example)


def test_且或非_are_words_only_when_they_stand_alone() -> None:
    assert read("甲且乙") == Name("甲且乙")
    assert read("非税") == Name("非税")
    assert read("甲 且 乙") == Logical("且", (Name("甲"), Name("乙")))
    assert read("(甲)或(乙)") == Logical("或", (Name("甲"), Name("乙")))
    assert read("非(税)") == Not(Name("税"))
    assert read("「非」") == Name("非")


def test_是否_are_truths_only_when_they_stand_alone() -> None:
    assert read("是") == Truth(True)
    assert read("否") == Truth(False)
    assert read("是否") == Name("是否")


def test_a_name_is_kept_as_written() -> None:
    assert read("第２季度＋１") == Binary("+", Name("第２季度"), Number(Fraction(1)))
    assert read("「“三公”经费（合计）」") == Name("“三公”经费（合计）")


@pytest.mark.parametrize("unit", sorted({*MONEY, *FOREIGN_MONEY, *COUNTERS}))
def test_every_unit_may_follow_a_number(unit: str) -> None:
    assert read(f"3{unit}") == Number(Fraction(3), unit)
    assert read(f"1.5 {unit}") == Number(Fraction(3, 2), unit)


def test_a_percentage_is_its_value() -> None:
    assert read("12.5%") == read("１２．５ ％") == Number(Fraction(1, 8), "%")


def test_signs_have_their_usual_order() -> None:
    assert read("甲 + 乙 × 丙") == Binary("+", Name("甲"), Binary("×", Name("乙"), Name("丙")))
    assert read("甲 − 乙 − 丙") == Binary("-", Binary("-", Name("甲"), Name("乙")), Name("丙"))
    assert read("−甲 × 乙") == Binary("×", Negation(Name("甲")), Name("乙"))
    assert read("非 甲 = 乙") == Not(Comparison((Name("甲"), Name("乙")), ("=",)))


def test_a_span_is_where_the_node_stands_with_its_brackets() -> None:
    product = read("（甲 ＋ 乙）× 3 次")
    assert isinstance(product, Binary)
    assert (product.span, product.left.span, product.right.span) == ((0, 12), (0, 7), (9, 12))


def test_all_unknown_functions_are_reported_at_once() -> None:
    assert [finding.code for finding in parse("求和(甲) + 平均(乙)").findings] == ["formula-function"] * 2


@pytest.mark.parametrize("text", ["", "  ", "　"])
def test_an_empty_formula_is_a_finding(text: str) -> None:
    assert "公式是空的" in str(refused(text))


def test_the_excerpt_is_the_line_concerned() -> None:
    assert refused("甲 +\n乙 × ÷").excerpt == "乙 × ÷\n　   ^"


@pytest.mark.parametrize(
    ("wrap", "levels"),
    [
        (lambda depth: "-" * (depth - 1) + "甲", MAX_DEPTH),
        (lambda depth: "非 " * (depth - 1) + "甲", MAX_DEPTH),
        (lambda depth: " + ".join(["甲"] * depth), MAX_DEPTH),
        (lambda depth: "绝对值(" * (depth - 1) + "甲" + ")" * (depth - 1), MAX_DEPTH),
        (lambda depth: "(" * depth + "甲" + ")" * depth, MAX_DEPTH),
    ],
    ids=["minus", "not", "sum", "calls", "brackets"],
)
def test_nesting_is_bounded(wrap, levels) -> None:  # type: ignore[no-untyped-def]
    read(wrap(levels))
    assert "公式的层次太深" in str(refused(wrap(levels + 1)))


def test_length_is_bounded() -> None:
    read("甲" * MAX_CHARACTERS)
    assert "公式太长" in str(refused("甲" * (MAX_CHARACTERS + 1)))


HOSTILE = [
    "-" * 1_999 + "甲",
    "(" * 2_000,
    "甲+" * 999 + "甲",
    "非 " * 999 + "甲",
    "绝对值(" * 499,
    "<" * 2_000,
    "「" * 2_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_formula_is_a_finding_and_no_exception(text: str) -> None:
    assert refused(text).excerpt


PARTS = [
    "甲",
    "非",
    "且",
    "或",
    "是",
    "「",
    "」",
    "(",
    "）",
    "，",
    "1",
    "5%",
    "万元",
    "−",
    "÷",
    "≤",
    "<>",
    "最大(",
    "换算(",
    " ",
    "\n",
    "缺",
]


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PARTS), max_size=30).map("".join)))
def test_any_text_gives_a_tree_or_findings(text: str) -> None:
    parsed = parse(text)
    assert (parsed.expression is None) == bool(parsed.findings)
    for finding in parsed.findings:
        assert str(finding)
