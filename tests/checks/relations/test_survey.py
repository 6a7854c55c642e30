"""Survey counts and rates (survey.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hengji.checks.relations.wording.surveys.survey import find
from relation_cases import cases, found


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "survey.yaml"))
def test_survey(case: dict[str, Any]) -> None:
    assert found(find, case) == case["finds"]
