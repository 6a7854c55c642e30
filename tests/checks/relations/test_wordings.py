"""The same faults in many wordings, each beside the sound passage that differs from it by one figure or word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from hengji.checks.check import check
from hengji.documents.plain.text_reader import document_of_text
from hengji.facts.relation import Relation

HERE = Path(__file__).parent / "wordings"
PLACE = "〔〕"
"""Where the figure or word stands that makes the passage wrong or right."""


def cases(*names: str) -> Iterator[object]:
    for name in names:
        for case in yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8")):
            yield pytest.param(case, id=case["text"][:40].replace("\n", " "))


def errors(text: str) -> list[Relation]:
    return [one for one in check(document_of_text(text, "text.txt")).relations if one.verdict == "error"]


PAIRS = list(cases("scores", "counts", "surveys", "sums", "growth"))


@pytest.mark.parametrize("case", PAIRS)
def test_the_faulty_passage_is_found(case: dict[str, str]) -> None:
    found = errors(case["text"].replace(PLACE, case["wrong"]))
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", PAIRS)
def test_the_sound_passage_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", list(cases("true")))
def test_what_only_looks_faulty_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"])
