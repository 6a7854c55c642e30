"""One quantity, one value: the text, the notes and the tables of small papers in layouts of every kind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pytest

from checks.relations.worded import PLACE, numbered_cases
from hengji.checks.check import check
from hengji.documents.plain.text_reader import document_of_text
from hengji.facts.document import Cell, Document, Table
from hengji.facts.relation import Relation

CASES = list(numbered_cases("one_quantity", "forms_and_codes"))
TRUE = list(numbered_cases("true_one_quantity", "true_forms_and_codes"))


def gridded(text: str) -> Document:
    """Lines with tabs as real tables, whose caption and unit are the lines above them."""
    tables: list[Table] = []
    position, above = 0, ["", ""]
    for tabbed, group in groupby(text.split("\n"), key=lambda line: "\t" in line):
        lines = list(group)
        if tabbed:
            unit = above[-1].removeprefix("单位：") if above[-1].startswith("单位：") else ""
            cells = tuple(_cells(lines, position))
            tables.append(Table(cells, position, cells[-1].end + 1, 1, above[-2] if unit else above[-1], unit))
        else:
            above = ["", "", *lines]
        position += sum(len(line) + 1 for line in lines)
    return Document("paper.docx", "docx", text, tables=tuple(tables))


def _cells(lines: list[str], position: int) -> Iterator[Cell]:
    for row, line in enumerate(lines):
        for column, word in enumerate(line.split("\t")):
            yield Cell(row, column, position, position + len(word), word, address=f"R{row + 1}C{column + 1}")
            position += len(word) + 1


def wrong(case: dict[str, Any], text: str, verdict: str = "error") -> list[Relation]:
    document = gridded(text) if case.get("grid") else document_of_text(text, "paper.txt")
    return [one for one in check(document).relations if one.verdict == verdict]


@pytest.mark.parametrize("case", CASES)
def test_the_slip_is_found(case: dict[str, Any]) -> None:
    found = wrong(case, case["text"].replace(PLACE, case["wrong"]), case.get("verdict", "error"))
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", [pytest.param(*one.values, id=one.id) for one in CASES])
def test_the_sound_paper_is_left_alone(case: dict[str, Any]) -> None:
    assert not wrong(case, case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", TRUE)
def test_what_only_seems_to_disagree_is_left_alone(case: dict[str, Any]) -> None:
    assert not wrong(case, case["text"])


@pytest.mark.parametrize(
    "case", [pytest.param(*one.values, id=one.id) for one in TRUE if "\t" in one.values[0]["text"]]
)
def test_nor_in_real_tables(case: dict[str, Any]) -> None:
    assert not wrong({"grid": True}, case["text"])
