"""Tables, forms and words: the same faults in many offices' wordings, each beside the sound passage that differs from
it by one figure or word; and sound passages that only look faulty."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from hengji.checks.check import check
from hengji.documents.plain.text_reader import document_of_text
from hengji.facts.relation import Relation

HERE = Path(__file__).parent / "wordings"
PLACE = "〔〕"
"""Where the figure or word stands that makes the passage wrong or right."""

FILES = (
    "estimates", "last_years", "goals", "goal_values", "told_twice", "dates", "orders", "references", "words",
    "announced", "score_tables",
)  # fmt: skip


def cases(*names: str) -> Iterator[Any]:
    """What is marked `todo` is not found yet; the day that it is, the mark has to go."""
    for name in names:
        for number, case in enumerate(yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8")), start=1):
            marks = [pytest.mark.xfail(strict=True)] if case.get("todo") else []
            yield pytest.param(case, id=f"{name} {number}", marks=marks)


def errors(text: str) -> list[Relation]:
    return [one for one in check(document_of_text(text, "text.txt")).relations if one.verdict == "error"]


@pytest.mark.parametrize("case", list(cases(*FILES)))
def test_the_faulty_passage_is_found(case: dict[str, str]) -> None:
    found = errors(case["text"].replace(PLACE, case["wrong"]))
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", [pytest.param(*one.values, id=one.id) for one in cases(*FILES)])
def test_the_sound_passage_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", list(cases("true_tables")))
def test_what_only_looks_faulty_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"])
