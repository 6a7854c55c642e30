"""Capital amounts against digits (amount_in_words.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hengji.checks.relations.wording.amount_in_words import find
from relation_cases import cases, found


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "amount_in_words.yaml"))
def test_amount_in_words(case: dict[str, Any]) -> None:
    assert found(find, case) == case["finds"]
