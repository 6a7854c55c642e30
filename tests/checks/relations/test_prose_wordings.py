"""Sentences of many offices: each faulty one beside the sound one that differs from it by one figure or word, and sound
ones that only look faulty; the same sentences broken into lines as a page breaks them."""

from __future__ import annotations

import re

import pytest

from checks.relations.worded import PLACE, errors, numbered_cases

FILES = (
    "parts_and_totals", "changes_of_units", "reasons_and_bases", "named_wholes", "rates_by_name", "rates_by_word",
    "prices_and_heads", "who_answered", "points_told", "rates_told", "sums_over_lines", "lists_and_claims",
    "same_quantity", "rates_and_growth", "rubrics_told", "fresh_repeats", "parts_untold",
    "rates_of_many_hands", "rubrics_and_goals", "without_frames",
)  # fmt: skip
PAPERS = ("names_years_words", "fresh_years")
"""Passages of several short lines, with the title that says what the paper is; no page broke them."""
LINE = 33
"""Characters on a line of a page."""


def broken(text: str) -> str:
    """*text* in lines of a page: words and units are broken anywhere, numbers and what a stop belongs to are not."""
    return "\n".join(map(_paragraph, text.split("\n")))


def _paragraph(text: str) -> str:
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


@pytest.mark.parametrize("case", list(numbered_cases(*FILES, *PAPERS)))
def test_the_faulty_passage_is_found(case: dict[str, str]) -> None:
    found = errors(case["text"].replace(PLACE, case["wrong"]))
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", [pytest.param(*one.values, id=one.id) for one in numbered_cases(*FILES, *PAPERS)])
def test_the_sound_passage_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", [pytest.param(*one.values, id=one.id) for one in numbered_cases(*FILES, *PAPERS)])
def test_the_sound_passage_in_lines_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(broken(case["text"].replace(PLACE, case["right"])))


@pytest.mark.parametrize(
    "case",
    list(
        numbered_cases(
            "true_prose",
            "true_rates_told",
            "true_sums_over_lines",
            "true_lists_and_claims",
            "true_same_quantity",
            "true_names_years_words",
            "true_rates_and_growth",
            "true_rubrics_told",
            "true_fresh_repeats",
            "true_parts_untold",
            "true_rates_of_many_hands",
            "true_rubrics_and_goals",
        )
    ),
)
def test_what_only_looks_faulty_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"])


def test_nearly_all_faults_are_found_in_lines_too() -> None:
    wanted = [case for one in numbered_cases(*FILES) for case in one.values if not case.get("todo")]
    lost = [case["text"] for case in wanted if not errors(broken(case["text"].replace(PLACE, case["wrong"])))]
    assert len(lost) * 50 < len(wanted), lost
