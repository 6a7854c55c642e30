"""Counts: people, units and cases against their parts, and a number of things against the names that follow it."""

from __future__ import annotations

from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.narrative.counts.bodies_listed import bodies_listed
from hengji.checks.relations.narrative.counts.bracketed_places import bracketed_places
from hengji.checks.relations.narrative.counts.counted_points import counted_points
from hengji.checks.relations.narrative.counts.done_above_all import done_above_all
from hengji.checks.relations.narrative.counts.due_and_done import due_and_done
from hengji.checks.relations.narrative.counts.graded_projects import graded_projects
from hengji.checks.relations.narrative.counts.head_office import head_office, includes_office
from hengji.checks.relations.narrative.counts.kinds_listed import kinds_listed
from hengji.checks.relations.narrative.counts.kinds_of_units import kinds_of_units
from hengji.checks.relations.narrative.counts.members_of_groups import members_of_groups
from hengji.checks.relations.narrative.counts.named_lists import named_lists
from hengji.checks.relations.narrative.counts.names_apart import names_apart
from hengji.checks.relations.narrative.counts.office_and_units import office_and_units
from hengji.checks.relations.narrative.counts.one_each import one_each
from hengji.checks.relations.narrative.counts.parted_counts import parted_counts
from hengji.checks.relations.narrative.counts.parts_above import parts_above
from hengji.checks.relations.narrative.counts.people_of_batches import people_of_batches
from hengji.checks.relations.narrative.counts.places_in_all import places_in_all
from hengji.checks.relations.narrative.counts.posts_listed import posts_listed
from hengji.checks.relations.narrative.counts.sized_parts import sized_parts
from hengji.checks.relations.narrative.counts.told_states import told_states
from hengji.checks.relations.narrative.counts.totals_of_label import totals_of_label
from hengji.checks.relations.narrative.counts.units_below import units_below
from hengji.checks.relations.narrative.counts.vehicles_bought import vehicles_bought
from hengji.checks.relations.narrative.differences.rests_of_counts import rests_of_counts
from hengji.checks.relations.narrative.rates.cases_left import cases_left
from hengji.checks.relations.narrative.sums.composed import settle
from hengji.checks.relations.narrative.sums.compositions import compositions
from hengji.checks.relations.narrative.sums.filled_sentences import filled_sentences
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
    """Count sums and counted lists in running text; of grades told down to the lowest no other finder knows more."""
    graded = list(graded_projects(context))
    yield from graded
    places = {_places(one) for one in graded}
    yield from (one for one in _found(context) if _places(one) not in places)


def _places(relation: Relation) -> frozenset[int]:
    return frozenset(figure.start for figure in relation.figures)


def _found(context: Context) -> Iterator[Relation]:
    before = None
    listed: set[int] = set()
    texts = passages(context)
    for index, passage in enumerate(texts):
        if COUNT in passage.text:
            told = [*told_states(passage), *parted_counts(texts, index), *filled_sentences(texts, index, COUNT)]
            yield from told
            places = {_places(one) for one in told}
            found = () if has_columns(passage) else compositions(passage, before)
            for one in found:
                counted = one.total.kind == COUNT and not includes_office(passage, one.total)
                relation = settle(one) if counted else None
                if relation is not None and _places(relation) not in places:
                    yield relation
            yield from kinds_listed(passage)
            yield from sized_parts(passage)
            yield from totals_behind(passage, COUNT)
            yield from totals_before(passage, COUNT)
            yield from named_totals(texts, index, COUNT)
            yield from segment_heads(texts, index, COUNT)
            yield from named_anew(texts, index, COUNT)
            yield from sentence_parts(context.document.text, texts, index, COUNT)
            left = list(cases_left(passage))
            yield from left
            known = {_places(one) for one in left}
            yield from (one for one in rests_of_counts(passage) if _places(one) not in known)
            yield from head_office(passage)
            yield from units_below(texts, index)
            yield from totals_of_label(texts, index)
            yield from parts_above(passage)
            yield from done_above_all(passage)
            yield from one_each(passage)
            named = list(named_lists(context.document.text, passage))
            yield from named
            listed |= {one.figures[-1].start for one in named}
        before = passage
    yield from (one for one in bodies_listed(context) if one.figures[-1].start not in listed)
    for finder in _OF_THE_PAPER:
        yield from finder(context)


_OF_THE_PAPER = (
    names_apart,
    kinds_of_units,
    posts_listed,
    bracketed_places,
    due_and_done,
    people_of_batches,
    counted_points,
    vehicles_bought,
    places_in_all,
    members_of_groups,
    office_and_units,
)
