"""Doubts that the figures beside them settle are not raised (wordings/idle_doubts.yaml)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from hengji.checks.check import check
from hengji.documents.plain.text_reader import document_of_text

PASSAGES = yaml.safe_load((Path(__file__).parents[1] / "wordings" / "idle_doubts.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", PASSAGES)
def test_nobody_is_asked(text: str) -> None:
    found = check(document_of_text(f"{text}\n", "text.txt")).relations
    assert not [one.message for one in found if one.verdict in ("error", "suspicious")]
