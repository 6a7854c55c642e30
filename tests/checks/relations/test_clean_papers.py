"""Sound passages of whole papers that once raised an alarm; `quiet` ones raise no question either."""

from __future__ import annotations

from typing import Any

import pytest

from checks.relations.worded import numbered_cases
from hengji.checks.check import check
from hengji.documents.plain.text_reader import document_of_text


@pytest.mark.parametrize(
    "case",
    list(
        numbered_cases(
            "true_clean_papers",
            "true_prices_groups_and_years",
            "true_otherwise_explained",
            "true_settled_beside",
            "true_at_hand",
        )
    ),
)
def test_a_sound_passage_raises_no_alarm(case: dict[str, Any]) -> None:
    refused = ("error", "suspicious") if case.get("quiet") else ("error",)
    found = check(document_of_text(case["text"], "text.txt")).relations
    assert not [one for one in found if one.verdict in refused]
