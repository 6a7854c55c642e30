"""Who reads the wrong base misses by anything: what stands beside a figure may speak for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from hengji.checks.check import check
from hengji.documents.plain.text_reader import document_of_text

CASES = yaml.safe_load((Path(__file__).parents[1] / "wordings" / "in_doubt.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24])
def test_a_rate_that_figures_beside_it_make_is_no_more_than_doubted(case: dict[str, Any]) -> None:
    found = {one.verdict for one in check(document_of_text(case["text"], "text.txt")).relations}
    worst = "error" if "error" in found else "suspicious" if "suspicious" in found else ""
    assert worst == case["verdict"]
