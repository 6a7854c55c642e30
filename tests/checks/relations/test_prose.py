"""Sentences of running text and the relations they must give; sentences that must give none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from hengji.facts.relation import Relation
from prose_relations import of_text

HERE = Path(__file__).parent
KINDS = ("growth", "share", "sum", "rate", "difference", "count")


def cases(name: str) -> Iterator[object]:
    for case in yaml.load((HERE / name).read_text(encoding="utf-8"), yaml.CSafeLoader):
        yield pytest.param(case["text"], case.get("finds", []), id=case["text"][:40].replace("\n", " "))


def written(relation: Relation) -> str:
    figures = " ".join(figure.text for figure in relation.figures)
    return f"{relation.kind} {relation.verdict} {figures} = {relation.computed}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [case for kind in KINDS for case in cases(f"prose_{kind}.yaml")],
)
def test_a_sentence_gives_its_relations(text: str, expected: list[str]) -> None:
    found = [written(relation) for relation in of_text(text)]
    for one in expected:
        ending = one.split(" ", 2)[2]
        assert any(other.startswith(" ".join(one.split()[:2])) and other.endswith(ending) for other in found), found
    raised = [one for one in found if one.split()[1] in ("suspicious", "error")]
    assert len(raised) == sum(1 for one in expected if one.split()[1] in ("suspicious", "error")), raised


@pytest.mark.parametrize(("text", "expected"), list(cases("prose_traps.yaml")))
def test_a_trap_stays_silent(text: str, expected: list[str]) -> None:
    assert [written(one) for one in of_text(text) if one.verdict in ("suspicious", "error")] == expected
