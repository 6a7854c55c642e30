"""Slips of the unit (unit.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hengji.checks.relations.wording.units.unit import find
from relation_cases import cases, found, labelled, overlaps


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "unit.yaml"))
def test_unit(case: dict[str, Any]) -> None:
    assert found(find, case) == case["finds"]


@pytest.mark.seeds
@pytest.mark.parametrize("entry", labelled(("003-018",)))
def test_labels_of_the_seeds(entry: dict[str, Any]) -> None:
    assert overlaps(find, entry)
