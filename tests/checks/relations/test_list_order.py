"""As many figures as names (list_order.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hengji.checks.relations.wording.orders.list_order import find
from relation_cases import cases, found


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "list_order.yaml"))
def test_list_order(case: dict[str, Any]) -> None:
    assert found(find, case) == case["finds"]
