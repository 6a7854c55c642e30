"""Passages as data in wordings/: a faulty one beside the sound one that differs from it by one figure or word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from hengji.checks.check import check
from hengji.documents.plain.text_reader import document_of_text
from hengji.facts.relation import Relation

__all__ = ["HERE", "PLACE", "errors", "numbered_cases", "questions"]

HERE = Path(__file__).parent / "wordings"
PLACE = "〔〕"
"""Where the figure or word stands that makes the passage wrong or right."""


def numbered_cases(*names: str) -> Iterator[Any]:
    """What is marked `todo` is not found yet; the day that it is, the mark has to go."""
    for name in names:
        cases = yaml.load((HERE / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
        for number, case in enumerate(cases, start=1):
            marks = [pytest.mark.xfail(strict=True)] if case.get("todo") else []
            yield pytest.param(case, id=f"{name} {number}", marks=marks)


def errors(text: str) -> list[Relation]:
    """What the checker calls wrong in a text of its own."""
    return [one for one in check(document_of_text(text, "text.txt")).relations if one.verdict == "error"]


def questions(text: str) -> list[Relation]:
    """What the checker asks a person to look at in a text of its own."""
    return [one for one in check(document_of_text(text, "text.txt")).relations if one.verdict == "suspicious"]
