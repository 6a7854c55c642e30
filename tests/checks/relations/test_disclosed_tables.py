"""Tables that a disclosure must have, and empty ones of which something must be said (disclosed_tables.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hengji.checks.context import Context
from hengji.checks.reference.disclosure import TABLES
from hengji.checks.relations.wording.lines import lines_of
from hengji.checks.relations.wording.structure.disclosed_tables import find_missing_tables, find_silent_blanks
from hengji.facts.relation import Relation
from relation_cases import cases, context_of, found


def _find(context: Context) -> Iterator[Relation]:
    lines = lines_of(context.document)
    yield from find_missing_tables(context, lines)
    yield from find_silent_blanks(context, lines, 0)


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "disclosed_tables.yaml"))
def test_a_disclosure_has_its_tables_and_speaks_of_empty_ones(case: dict[str, Any]) -> None:
    assert found(_find, {**case, "title": case["say"].split("\n")[0]}) == case["finds"]


@pytest.mark.parametrize("kind", sorted(TABLES))
def test_every_required_table_is_known_by_its_own_name_and_by_no_other(kind: str) -> None:
    for table in TABLES[kind]:
        matched = [other.name for other in TABLES[kind] if re.search(rf"(?:{other.pattern})$", table.name)]
        assert matched == [table.name]


@pytest.mark.parametrize("left_out", range(len(TABLES["budget"])))
def test_whichever_single_table_is_left_out_is_the_one_that_is_asked_for(left_out: int) -> None:
    names = [table.name for index, table in enumerate(TABLES["budget"]) if index != left_out]
    text = "示例局2025年部门预算公开\n" + "".join(f"{name}\n合计\t10.00\n" for name in names)
    context = context_of(text, 2025, "budget", "示例局2025年部门预算公开")
    assert [each.computed for each in _find(context)] == [TABLES["budget"][left_out].name]
