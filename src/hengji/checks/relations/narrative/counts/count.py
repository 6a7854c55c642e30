"""Counts: people, units and cases against their parts, and a number of things against the names that follow it."""

from __future__ import annotations

from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.narrative.counts.counted_points import counted_points
from hengji.checks.relations.narrative.counts.done_above_all import done_above_all
from hengji.checks.relations.narrative.counts.head_office import head_office, includes_office
from hengji.checks.relations.narrative.counts.named_lists import named_lists
from hengji.checks.relations.narrative.counts.names_apart import names_apart
from hengji.checks.relations.narrative.counts.parted_counts import parted_counts
from hengji.checks.relations.narrative.counts.parts_above import parts_above
from hengji.checks.relations.narrative.counts.told_states import told_states
from hengji.checks.relations.narrative.counts.units_below import units_below
from hengji.checks.relations.narrative.counts.vehicles_bought import vehicles_bought
from hengji.checks.relations.narrative.rates.cases_left import cases_left
from hengji.checks.relations.narrative.sums.composed import settle
from hengji.checks.relations.narrative.sums.compositions import compositions
from hengji.checks.relations.narrative.sums.named_anew import named_anew
from hengji.checks.relations.narrative.sums.named_totals import named_totals
from hengji.checks.relations.narrative.sums.parallel_rows import has_columns
from hengji.checks.relations.narrative.sums.segment_heads import segment_heads
from hengji.checks.relations.narrative.sums.sentence_parts import sentence_parts
from hengji.checks.relations.narrative.sums.totals_before import totals_before
from hengji.checks.relations.narrative.sums.totals_behind import totals_behind
from hengji.checks.relations.passages import COUNT, passages
from hengji.facts.relation import Relation

__all__ = ["find"]


def find(context: Context) -> Iterator[Relation]:
    """Count sums and counted lists in running text."""
    before = None
    texts = passages(context)
    for index, passage in enumerate(texts):
        if COUNT in passage.text:
            told = [*told_states(passage), *parted_counts(texts, index)]
            yield from told
            places = {frozenset(figure.start for figure in one.figures) for one in told}
            found = () if has_columns(passage) else compositions(passage, before)
            for one in found:
                counted = one.total.kind == COUNT and not includes_office(passage, one.total)
                relation = settle(one) if counted else None
                if relation is not None and frozenset(figure.start for figure in relation.figures) not in places:
                    yield relation
            yield from totals_behind(passage, COUNT)
            yield from totals_before(passage, COUNT)
            yield from named_totals(texts, index, COUNT)
            yield from segment_heads(texts, index, COUNT)
            yield from named_anew(texts, index, COUNT)
            yield from sentence_parts(context.document.text, texts, index, COUNT)
            yield from cases_left(passage)
            yield from head_office(passage)
            yield from units_below(texts, index)
            yield from parts_above(passage)
            yield from done_above_all(passage)
            yield from named_lists(context.document.text, passage)
        before = passage
    yield from names_apart(context)
    yield from counted_points(context)
    yield from vehicles_bought(context)
