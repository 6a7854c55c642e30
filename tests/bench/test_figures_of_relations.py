"""Figures of relations that hold are changed one at a time, and what the change brings is counted."""

from __future__ import annotations

import figures_of_relations
import pytest
from measuring.expected import Expected, LabelledDocument


@pytest.mark.parametrize(
    ("figure", "becomes"),
    [("523.95", "532.95"), ("1,234", "1,324"), ("40", "43"), ("0", "3"), ("666.05", "660.65"), ("22.22", "22.25")],
)
def test_two_neighbouring_digits_are_exchanged_or_the_last_is_another(figure: str, becomes: str) -> None:
    assert figures_of_relations.changed_figure(figure) == becomes


def test_every_figure_of_a_relation_that_holds_is_changed_once() -> None:
    text = "收入 30 万元，其中拨款 20 万元，其他 10 万元；支出 31 万元。"
    whole, part, other, spent = ((text.index(figure), text.index(figure) + 2) for figure in ("30", "20", "10", "31"))
    labels = (
        Expected("1", "sum", "ok", (whole, part, other), None),
        Expected("2", "repeat", "ok", (whole,), None),
        Expected("3", "difference", "error", (spent,), None),
        Expected("4", "structure", "ok", (spent,), None),
    )
    found = [change for _, change in figures_of_relations.changes(LabelledDocument("a.txt", text, labels))]
    assert found == [(*whole, "33"), (*part, "23"), (*other, "13")]


def test_what_was_said_before_the_change_does_not_count() -> None:
    said = {("error", "a"), ("suspicious", "b")}
    assert figures_of_relations.outcome(said, said) == "nothing"
    assert figures_of_relations.outcome(said, said | {("suspicious", "c")}) == "suspicious"
    assert figures_of_relations.outcome(said, said | {("suspicious", "c"), ("error", "d")}) == "error"
