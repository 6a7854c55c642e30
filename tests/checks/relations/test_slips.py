"""Shapes of slips, and the smallest fix."""

from __future__ import annotations

from fractions import Fraction

import pytest

from hengji.checks.relations.slips import mend, shape, variants
from hengji.checks.relations.weighing.smallest_fix import smallest_fix
from hengji.facts.mention import Mention
from hengji.facts.relation import Figure, Relation, Verdict
from hengji.facts.units import read_unit


def mention(text: str, unit: str = "万元") -> Mention:
    return Mention(text, Fraction(text), read_unit(unit), unit, len(text.partition(".")[2]), 0, len(text))


@pytest.mark.parametrize(
    ("written", "meant", "name"),
    [
        ("99.99%", "99.91%", "一位数字误写"),
        ("48.43%", "48.34%", "相邻数字颠倒"),
        ("48.3%", "48.34%", "漏写一位"),
        ("488.34", "48.34", "多写一位"),
        ("4.834", "48.34", "小数点错位"),
        ("48.34", "48.34", ""),
        ("12.00", "48.34", ""),
    ],
)
def test_a_slip_has_a_name(written: str, meant: str, name: str) -> None:
    assert shape(written, meant) == name


def test_variants_are_few_and_hold_the_truth() -> None:
    found = variants(mention("443.26"))
    assert Fraction("443.62") in found
    assert Fraction("443.66") in found
    assert Fraction("4432.6") in found
    assert len(found) < 60


def test_one_slip_that_mends_is_named_and_several_are_not() -> None:
    parts = (mention("300.12"), mention("100.25"))
    assert mend(parts, lambda values: values[0] + values[1] == Fraction("400.38")) is None
    assert mend(parts, lambda values: values[0] == Fraction("300.72")) == (parts[0], Fraction("300.72"))


def relation(verdict: Verdict, *figures: tuple[str, int]) -> Relation:
    placed = tuple(Figure("part", text, start, start + len(text)) for text, start in figures)
    return Relation("sum", verdict, placed, "", "", "", "")


def test_the_figure_that_failures_share_is_named() -> None:
    found = smallest_fix([relation("error", ("8.62", 5), ("1", 30)), relation("error", ("8.62", 5), ("2", 40))])
    assert [one.likely for one in found] == ["2 处不符都涉及“8.62”，先核对此数。"] * 2


def test_a_figure_that_holds_elsewhere_is_not_named() -> None:
    shared = ("8.62", 5)
    found = smallest_fix(
        [relation("error", shared, ("1", 30)), relation("error", shared, ("2", 40)), relation("ok", shared)]
    )
    assert [one.likely for one in found] == ["", "", ""]
