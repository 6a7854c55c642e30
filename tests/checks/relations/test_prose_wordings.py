"""Sentences of many offices: each faulty one beside the sound one that differs from it by one figure or word, and sound
ones that only look faulty; the same sentences broken into lines as a page breaks them."""

from __future__ import annotations

import re
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
    "parts_and_totals", "changes_of_units", "reasons_and_bases", "named_wholes", "rates_by_name", "prices_and_heads",
    "who_answered", "points_told",
)  # fmt: skip
LINE = 33
"""Characters on a line of a page."""


def cases(*names: str) -> Iterator[Any]:
    """What is marked `todo` is not found yet; the day that it is, the mark has to go."""
    for name in names:
        for number, case in enumerate(yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8")), start=1):
            marks = [pytest.mark.xfail(strict=True)] if case.get("todo") else []
            yield pytest.param(case, id=f"{name} {number}", marks=marks)


def errors(text: str) -> list[Relation]:
    return [one for one in check(document_of_text(text, "text.txt")).relations if one.verdict == "error"]


def broken(text: str) -> str:
    """*text* in lines of a page: words and units are broken anywhere, numbers and what a stop belongs to are not."""
    text, lines = "　　" + text, []
    while len(text) > LINE:
        end = LINE
        while (re.match(r"[\d.,%]", text[end]) and re.match(r"[\d.,（(]", text[end - 1])) or text[
            end
        ] in "，。、；：）":
            end -= 1
        lines.append(text[:end])
        text = text[end:]
    return "\n".join([*lines, text])


@pytest.mark.parametrize("case", list(cases(*FILES)))
def test_the_faulty_passage_is_found(case: dict[str, str]) -> None:
    found = errors(case["text"].replace(PLACE, case["wrong"]))
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", [pytest.param(*one.values, id=one.id) for one in cases(*FILES)])
def test_the_sound_passage_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", [pytest.param(*one.values, id=one.id) for one in cases(*FILES)])
def test_the_sound_passage_in_lines_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(broken(case["text"].replace(PLACE, case["right"])))


@pytest.mark.parametrize("case", list(cases("true_prose")))
def test_what_only_looks_faulty_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"])


def test_nearly_all_faults_are_found_in_lines_too() -> None:
    wanted = [case for one in cases(*FILES) for case in one.values if not case.get("todo")]
    lost = [case["text"] for case in wanted if not errors(broken(case["text"].replace(PLACE, case["wrong"])))]
    assert len(lost) * 50 < len(wanted), lost
