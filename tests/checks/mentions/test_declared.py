"""Amounts without a unit of their own, under a unit that was declared once."""

from __future__ import annotations

import pytest

from hengji.checks.mentions import find_mentions
from hengji.facts.document import Document


def units_of(text: str) -> list[tuple[str, str]]:
    found = find_mentions(Document("a.txt", "txt", text), 2023)
    return [(mention.text, str(mention.unit)) for mention in found if "," in mention.text]


@pytest.mark.parametrize("unit", ["元", "万元"])
def test_an_amount_by_its_looks_has_the_unit_declared_before_it(unit: str) -> None:
    assert units_of(f"资金情况（金额单位：{unit}）\n全年预算15,300.00，其中人员1,200.00。") == [
        ("15,300.00", unit),
        ("1,200.00", unit),
    ]


def test_a_unit_of_its_own_goes_before_the_one_declared() -> None:
    assert units_of("资金情况（金额单位：元）\n全年预算15,300.00万元。") == [("15,300.00", "万元")]


def test_without_a_declaration_nothing_is_guessed() -> None:
    assert units_of("全年预算15,300.00，其中人员1,200.00。") == [("15,300.00", "None"), ("1,200.00", "None")]
