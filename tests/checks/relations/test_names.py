"""Names beside budget codes (names.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hengji.checks.relations.wording.accounts.names import find
from relation_cases import cases, found


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "names.yaml"))
def test_names(case: dict[str, Any]) -> None:
    assert found(find, case) == case["finds"]
