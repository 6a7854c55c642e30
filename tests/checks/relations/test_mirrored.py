"""One quantity in two places, two units, or on both sides of an account (mirrored.yaml), and in two tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hengji.checks.check import check
from hengji.checks.reference.disclosure import MIRRORED, TABLES
from hengji.checks.relations.narrative.repeats.repeat import find
from hengji.facts.document import Cell, Document, Table
from relation_cases import cases, found


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "mirrored.yaml"))
def test_a_quantity_told_twice_is_one_quantity(case: dict[str, Any]) -> None:
    assert found(find, case) == case["finds"]


def _disclosure(totals: dict[str, str]) -> Document:
    """A budget of tables, each with its total alone."""
    text, tables = "示例局2025年部门预算公开\n", []
    for name, total in totals.items():
        start = len(text)
        rows = (("项目", "合计"), ("合计", total))
        cells = []
        for row, line in enumerate(rows):
            for column, word in enumerate(line):
                cells.append(Cell(row, column, len(text), len(text) + len(word), word))
                text += word + ("\t" if column == 0 else "\n")
        tables.append(Table(tuple(cells), start, len(text), 1, f"2025年{name}", "万元"))
        text += "\n"
    return Document("公开.docx", "docx", text, tables=tuple(tables))


def _raised(totals: dict[str, str]) -> list[str]:
    report = check(_disclosure(totals))
    return [each.stated for each in report.relations if each.kind == "repeat" and each.verdict == "error"]


def test_the_totals_of_disclosed_tables_agree() -> None:
    assert _raised({name: "9101.68" for pair in MIRRORED["budget"][:3] for name in pair}) == []


@pytest.mark.parametrize("small", [small for small, _ in MIRRORED["budget"][:3]])
def test_a_slip_in_the_total_of_one_table_is_named_by_the_others(small: str) -> None:
    totals = {name: "9101.68" for pair in MIRRORED["budget"][:3] for name in pair}
    assert _raised(totals | {small: "9107.68"}) == ["9107.68万元"]


def test_totals_of_other_scope_are_not_held_against_one_another() -> None:
    assert _raised({"部门收支总表": "9101.68", "部门收入总表": "8730.15"}) == []


def test_mirrored_tables_are_tables_of_the_list() -> None:
    for kind, pairs in MIRRORED.items():
        names = {table.name for table in TABLES[kind]}
        assert {name for pair in pairs for name in pair} <= names
