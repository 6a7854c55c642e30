"""Slips of structure (structure.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hengji.checks.relations.wording.structure import find
from relation_cases import cases, found, labelled, overlaps


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "structure.yaml"))
def test_structure(case: dict[str, Any]) -> None:
    assert found(find, case) == case["finds"]


SEEDS = (
    "000-056", "000-057", "000-058", "000-059", "002-049", "003-037", "003-062", "003-253", "003-254", "003-256",
    "003-257", "004-032", "004-034", "004-035",
)  # fmt: skip


@pytest.mark.seeds
@pytest.mark.parametrize("entry", labelled(SEEDS))
def test_labels_of_the_seeds(entry: dict[str, Any]) -> None:
    assert overlaps(find, entry)
