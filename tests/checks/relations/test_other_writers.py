"""The same faults in the words of other writers: orders, verbs, units, brackets, tables; or no fault at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from hengji.checks.check import check
from hengji.documents.plain.text_reader import document_of_text

HERE = Path(__file__).parent


def cases() -> Iterator[object]:
    for case in yaml.load((HERE / "other_writers.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader):
        yield pytest.param(case["text"], case["finds"], id=case["text"][:40].replace("\n", " "))


@pytest.mark.parametrize(("text", "kinds"), list(cases()))
def test_another_writer_s_fault_is_found_and_sound_text_is_left_alone(text: str, kinds: list[str]) -> None:
    report = check(document_of_text(text, "text.txt"))
    errors = [relation for relation in report.relations if relation.verdict == "error"]
    if kinds:
        assert any(relation.kind in kinds for relation in errors), report.relations
    else:
        assert not errors, errors
