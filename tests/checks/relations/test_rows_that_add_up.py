"""Rows that add up: what `near_misses.holds` says of every choice of figures, reckoned on whole numbers."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from hengji.checks.about import describe
from hengji.checks.context import Context
from hengji.checks.mentions import find_mentions
from hengji.checks.relations.near_misses import holds
from hengji.checks.relations.passages import Slot, passages
from hengji.checks.relations.rows_that_add_up import has_parts_of_parts, is_made_of, opens_its_parts
from hengji.documents.plain.text_reader import document_of_text

AMOUNT = st.builds(
    lambda whole, places, unit: f"{whole / 10**places:.{places}f}{unit}",
    st.integers(0, 40),
    st.integers(0, 2),
    st.sampled_from(["万元", "元"]),
)
ROWS = st.lists(AMOUNT, min_size=3, max_size=7)


def slots_of(amounts: list[str]) -> tuple[Slot, ...]:
    document = document_of_text("资金情况：" + "，".join(f"项目{amount}" for amount in amounts) + "。", "text.txt")
    facts = describe(document)
    (passage,) = passages(Context(document, facts, find_mentions(document, facts.year)))
    assert len(passage.slots) == len(amounts)
    return tuple(passage.slots)


def adds_up(parts: tuple[Slot, ...], total: Slot) -> bool:
    return holds([(1, part) for part in parts], total)


@settings(deadline=None, max_examples=60)
@given(ROWS)
def test_a_figure_is_made_of_others_where_some_choice_of_them_holds(amounts: list[str]) -> None:
    total, *slots = slots_of(amounts)
    chosen = (some for size in range(1, len(slots) + 1) for some in combinations(slots, size))
    assert is_made_of(total, slots) == any(adds_up(some, total) for some in chosen)


@settings(deadline=None, max_examples=60)
@given(ROWS)
def test_a_row_has_parts_of_parts_where_a_figure_is_the_sum_of_those_behind_it(amounts: list[str]) -> None:
    slots = slots_of(amounts)
    runs = {at: [slots[at + 1 : end] for end in range(at + 3, len(slots) + 1)] for at in range(len(slots))}
    assert has_parts_of_parts(slots) == any(adds_up(run, slots[at]) for at, all_ in runs.items() for run in all_)
    assert opens_its_parts(slots[0], slots[1:]) == any(adds_up(run, slots[0]) for run in runs[0])


def test_of_a_long_row_only_figures_side_by_side_are_added() -> None:
    total, *slots = slots_of(["5元", "2元", "9元", "3元", "9元", "8元", "9元", "8元", "9元"])
    assert adds_up((slots[0], slots[2]), total)
    assert not is_made_of(total, slots)


def test_nothing_makes_a_figure() -> None:
    (total,) = slots_of(["5元"])
    assert not is_made_of(total, [])
    assert not opens_its_parts(total, [])
