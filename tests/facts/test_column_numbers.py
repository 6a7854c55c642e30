"""栏次 1 2 3 … numbers columns; amounts that happen to be small and whole do not."""

from __future__ import annotations

import pytest

from hengji.facts.column_numbers import numbers_columns


@pytest.mark.parametrize(
    "texts",
    [
        ["栏次", "1", "2", "3"],
        ["栏次", "", "1", "栏次", "", "2", "3", "4", "5"],
        ["栏 次", "1"],
        ["甲", "乙", "1", "2"],
        ["1", "2", "3", "4", "5", "6"],
        ["栏次", "—", "2", "3"],
    ],
)
def test_marks_and_numbers_that_count_on_are_the_numbers_of_columns(texts: list[str]) -> None:
    assert numbers_columns(texts)


@pytest.mark.parametrize(
    "texts",
    [[], ["栏次"], ["1", "2"], ["1", "3", "5"], ["3", "4", "5"], ["合计", "1", "2", "3"], ["1.00", "2.00", "3.00"]],
)
def test_anything_else_is_not(texts: list[str]) -> None:
    assert not numbers_columns(texts)
