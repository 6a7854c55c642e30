"""Claims in prose (claims.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hengji.checks.relations.wording.claims import find
from relation_cases import cases, found, labelled, overlaps


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "claims.yaml"))
def test_claims(case: dict[str, Any]) -> None:
    assert found(find, case) == case["finds"]


@pytest.mark.seeds
@pytest.mark.parametrize("entry", labelled(("003-026",)))
def test_labels_of_the_seeds(entry: dict[str, Any]) -> None:
    assert overlaps(find, entry)
