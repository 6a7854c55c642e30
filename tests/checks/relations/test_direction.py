"""Words for up and down against each other (direction.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hengji.checks.relations.wording.reasons.direction import find
from relation_cases import cases, found


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "direction.yaml"))
def test_direction(case: dict[str, Any]) -> None:
    assert found(find, case) == case["finds"]
