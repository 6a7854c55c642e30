"""One number, two titles (titles.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hengji.checks.relations.wording.titles.titles import find
from relation_cases import cases, found, labelled, overlaps


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "titles.yaml"))
def test_titles(case: dict[str, Any]) -> None:
    assert found(find, case) == case["finds"]


@pytest.mark.seeds
@pytest.mark.parametrize("entry", labelled(("000-054",)))
def test_labels_of_the_seeds(entry: dict[str, Any]) -> None:
    assert overlaps(find, entry)
