"""Figures above what they may be (bounds.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hengji.checks.relations.wording.limits.bounds import find
from relation_cases import cases, found


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "bounds.yaml"))
def test_bounds(case: dict[str, Any]) -> None:
    assert found(find, case) == case["finds"]
