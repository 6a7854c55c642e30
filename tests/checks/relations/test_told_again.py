"""What a paper says in two places, or leaves half said: each mechanism in the words of several writers, and true
passages that look alike (told_again.yaml)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from hengji.checks.check import check
from hengji.documents.plain.text_reader import document_of_text
from hengji.facts.relation import Relation

CASES = yaml.load((Path(__file__).parent / "told_again.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def cases(side: str) -> Iterator[object]:
    for case in CASES:
        for number, text in enumerate(case[side], start=1):
            whole = f"{case.get('head', '')}{text}"
            yield pytest.param(whole, case["kinds"], id=f"{case['name']} {number}")


def errors_of(text: str) -> list[Relation]:
    return [one for one in check(document_of_text(text, "text.txt")).relations if one.verdict == "error"]


@pytest.mark.parametrize(("text", "kinds"), list(cases("wrong")))
def test_a_fault_is_found(text: str, kinds: list[str]) -> None:
    assert any(one.kind in kinds for one in errors_of(text)), text


@pytest.mark.parametrize(("text", "kinds"), list(cases("right")))
def test_a_true_passage_that_looks_alike_is_left_alone(text: str, kinds: list[str]) -> None:
    assert not errors_of(text), kinds
