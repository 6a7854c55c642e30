"""Every place of a table's grid is filled once."""

from __future__ import annotations

import pytest

from hengji.reports.paper.blocks import Cell, Table
from hengji.reports.paper.grid import placed, widths_of
from reports.paper.small_papers import cell, score_table


def test_covered_places_are_filled_in() -> None:
    rows = list(placed(score_table()))
    assert [[(place.column, place.columns, place.covered) for place in row] for row in rows[:2]] == [
        [(0, 1, False), (1, 1, False), (2, 1, False), (3, 2, False)],
        [(0, 1, True), (1, 1, True), (2, 1, True), (3, 1, False), (4, 1, False)],
    ]


def test_a_short_row_is_filled_with_empty_cells() -> None:
    ((first, second),) = placed(Table((1, 1), ((cell("甲"),),), 0))
    assert (first.cell, second.cell) == (cell("甲"), Cell())


@pytest.mark.parametrize(
    "rows",
    [
        ((cell("甲", columns=3),),),
        ((cell("甲"), cell("乙"), cell("丙")),),
        ((cell("甲"), cell("乙", rows=2)), (cell("丙", columns=2),)),
    ],
)
def test_a_cell_that_reaches_too_far_is_a_mistake_of_the_producer(rows: tuple[tuple[Cell, ...], ...]) -> None:
    with pytest.raises(ValueError, match="row"):
        list(placed(Table((1, 1), rows, 0)))


@pytest.mark.parametrize("widths", [(1, 2, 3), (0, 0), (0, 1000), (5,)])
def test_widths_fill_the_table_and_none_is_nothing(widths: tuple[int, ...]) -> None:
    found = widths_of(Table(widths, ()), 100)
    assert abs(sum(found) - 100) < 1e-6
    assert min(found) > 1
