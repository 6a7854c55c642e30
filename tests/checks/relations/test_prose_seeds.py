"""The labelled seed documents: every arithmetic error in running text is found, and nothing else is called one."""

from __future__ import annotations

from pathlib import Path

import pytest

from hengji.documents.plain.text_reader import document_of_text
from prose_relations import of_document

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
REAL = SEEDS.parent / "real"

pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents are not here"),
]

ERRORS = {
    "000": {("8.62", "sum"), ("94.18%", "rate")},
    "001": set(),
    "002": {("99.99%", "share"), ("0.01%", "share"), ("12%", "growth"), ("32", "repeat")},
    "003": {("50%", "score_rate")},
    "004": {("7", "repeat")},
}


@pytest.mark.parametrize("name", sorted(ERRORS))
def test_the_errors_of_a_seed(name: str) -> None:
    path = next(SEEDS.glob(f"{name}_*.txt"))
    found = of_document(document_of_text(path.read_bytes().decode("utf-8-sig"), path.name))
    errors = {(relation.figures[-1].text, relation.kind) for relation in found if relation.verdict == "error"}
    assert errors == ERRORS[name]


@pytest.mark.parametrize("name", ["001", "007", "009", "010"])
def test_a_published_document_has_no_arithmetic_error_in_its_text(name: str) -> None:
    path = REAL / f"{name}.txt"
    found = of_document(document_of_text(path.read_bytes().decode("utf-8-sig"), path.name))
    assert [relation.message for relation in found if relation.verdict == "error"] == []
    assert sum(1 for relation in found if relation.verdict in ("ok", "rounding")) >= 8
