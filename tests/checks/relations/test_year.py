"""Years and dates (year.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hengji.checks.relations.wording.years.year import find
from relation_cases import cases, found, labelled, overlaps


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "year.yaml"))
def test_year(case: dict[str, Any]) -> None:
    assert found(find, case) == case["finds"]


@pytest.mark.seeds
@pytest.mark.parametrize("entry", labelled(("001-046", "004-031")))
def test_labels_of_the_seeds(entry: dict[str, Any]) -> None:
    assert overlaps(find, entry)
