"""The last look: figures that stand in no relation, sentence by sentence, and what single words make of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from hengji.checks.context import Context
from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import Passage, passages
from hengji.checks.relations.verdicts import good
from hengji.checks.relations.weighing.witnesses import ARITHMETIC
from hengji.checks.relations.without_frames.changes.differences import open_differences
from hengji.checks.relations.without_frames.changes.gaps_in_yuan import gaps_in_yuan
from hengji.checks.relations.without_frames.changes.gaps_of_scores import gaps_of_scores
from hengji.checks.relations.without_frames.changes.gaps_to_goals import gaps_to_goals
from hengji.checks.relations.without_frames.changes.growths import open_growths
from hengji.checks.relations.without_frames.changes.growths_of_indicators import growths_of_indicators
from hengji.checks.relations.without_frames.changes.growths_on_this_year import growths_on_this_year
from hengji.checks.relations.without_frames.changes.moves_of_people import moves_of_people
from hengji.checks.relations.without_frames.changes.planned_rests import planned_rests
from hengji.checks.relations.without_frames.changes.points_between import points_between
from hengji.checks.relations.without_frames.changes.signed_runs import signed_runs
from hengji.checks.relations.without_frames.changes.still_open import still_open
from hengji.checks.relations.without_frames.changes.stocks import stocks
from hengji.checks.relations.without_frames.changes.told_gaps import told_gaps
from hengji.checks.relations.without_frames.changes.turned_changes import turned_changes
from hengji.checks.relations.without_frames.changes.turned_claims import turned_claims
from hengji.checks.relations.without_frames.changes.turned_gaps import turned_gaps
from hengji.checks.relations.without_frames.changes.turned_levels import turned_levels
from hengji.checks.relations.without_frames.changes.turned_words import turned_words
from hengji.checks.relations.without_frames.changes.two_years_turned import two_years_turned
from hengji.checks.relations.without_frames.changes.years_told_apart import years_told_apart
from hengji.checks.relations.without_frames.counts.bodies_in_tables import bodies_in_tables
from hengji.checks.relations.without_frames.counts.counted_rows_of_names import counted_rows_of_names
from hengji.checks.relations.without_frames.counts.counts_behind_names import counts_behind_names
from hengji.checks.relations.without_frames.counts.counts_in_brackets import counts_in_brackets
from hengji.checks.relations.without_frames.counts.lists_behind_measures import lists_behind_measures
from hengji.checks.relations.without_frames.counts.measured_lists import measured_lists
from hengji.checks.relations.without_frames.counts.measured_places import measured_places
from hengji.checks.relations.without_frames.counts.names import open_names
from hengji.checks.relations.without_frames.counts.names_then_count import names_then_count
from hengji.checks.relations.without_frames.counts.occasions import occasions
from hengji.checks.relations.without_frames.counts.rows_counted import rows_counted
from hengji.checks.relations.without_frames.counts.scored_indicators import scored_indicators
from hengji.checks.relations.without_frames.counts.second_columns import second_columns
from hengji.checks.relations.without_frames.limits.limits import open_limits
from hengji.checks.relations.without_frames.limits.limits_by_class import limits_by_class
from hengji.checks.relations.without_frames.limits.listed_over import listed_over
from hengji.checks.relations.without_frames.limits.reckoned_limits import reckoned_limits
from hengji.checks.relations.without_frames.limits.spoken_bars import spoken_bars
from hengji.checks.relations.without_frames.near_equations import near_equations
from hengji.checks.relations.without_frames.odd_units import odd_units
from hengji.checks.relations.without_frames.prices.compared_prices import compared_prices
from hengji.checks.relations.without_frames.prices.far_means import far_means
from hengji.checks.relations.without_frames.prices.monthly_products import monthly_products
from hengji.checks.relations.without_frames.prices.per_thousand import per_thousand
from hengji.checks.relations.without_frames.prices.products import open_products
from hengji.checks.relations.without_frames.prices.quotients import open_quotients
from hengji.checks.relations.without_frames.prices.slipped_products import slipped_products
from hengji.checks.relations.without_frames.prices.times_and_each import times_and_each
from hengji.checks.relations.without_frames.prices.units_off import units_off
from hengji.checks.relations.without_frames.same_figure.all_there_are import all_there_are
from hengji.checks.relations.without_frames.same_figure.faults_told_again import faults_told_again
from hengji.checks.relations.without_frames.same_figure.parallel_lists import parallel_lists
from hengji.checks.relations.without_frames.same_figure.pointed_back import pointed_back
from hengji.checks.relations.without_frames.same_figure.rates_of_indicators import rates_of_indicators
from hengji.checks.relations.without_frames.same_figure.rows_of_one_name import rows_of_one_name
from hengji.checks.relations.without_frames.same_figure.same_digits import same_digits
from hengji.checks.relations.without_frames.same_figure.swapped_twins import swapped_twins
from hengji.checks.relations.without_frames.same_figure.unit_costs import unit_costs
from hengji.checks.relations.without_frames.shares.bare_rates import bare_rates_in_lines
from hengji.checks.relations.without_frames.shares.complete_shares import complete_shares
from hengji.checks.relations.without_frames.shares.defined_in_words import defined_in_words
from hengji.checks.relations.without_frames.shares.equal_to_part import equal_to_part
from hengji.checks.relations.without_frames.shares.far_shares import far_shares
from hengji.checks.relations.without_frames.shares.mixed_units import shares_of_mixed_units
from hengji.checks.relations.without_frames.shares.named_shares import named_shares
from hengji.checks.relations.without_frames.shares.ratios_of_one import ratios_of_one
from hengji.checks.relations.without_frames.shares.same_wholes import same_wholes
from hengji.checks.relations.without_frames.shares.shares_of_rows import shares_of_rows
from hengji.checks.relations.without_frames.shares.spoken_parts import spoken_parts
from hengji.checks.relations.without_frames.shares.spoken_tenths import spoken_tenths
from hengji.checks.relations.without_frames.shares.taken_shares import taken_shares
from hengji.checks.relations.without_frames.shares.told_proportions import told_proportions
from hengji.checks.relations.without_frames.shares.wholes_by_word import wholes_by_word
from hengji.checks.relations.without_frames.sums import open_sums
from hengji.checks.relations.without_frames.totals.parallel_sums import parallel_sums
from hengji.checks.relations.without_frames.totals.scores_that_add_up import scores_that_add_up
from hengji.checks.relations.wording.limits.shares_of_wholes import shares_of_wholes
from hengji.facts.relation import Relation

__all__ = ["last_look"]

_FEWEST: Final = 3  # figures of an equation


_OF_TWO: Final = ("rate", "share", "growth", "survey", "difference")
"""Kinds whose errors are about the last figure; those that it was reckoned from may be told otherwise elsewhere."""

_COUNTS: Final = (
    open_names,
    counted_rows_of_names,
    names_then_count,
    counts_behind_names,
    counts_in_brackets,
    bodies_in_tables,
    occasions,
    measured_lists,
    scored_indicators,
)


class _Known(NamedTuple):
    """Where the figures stand that were decided; held against a limit or goal; in an error; that an error is about, and
    not what they were held against; in equations that hold; in an error or in one of these."""

    settled: set[int]
    judged: set[int]
    wrong: set[int]
    accused: set[int]
    borne: set[int]
    told: set[int]
    holding: list[Relation]


def last_look(context: Context, found: Sequence[Relation]) -> Iterator[Relation]:
    """Relations, errors all, for figures that none of *found* decides; of two about the same figures the first."""
    told: set[frozenset[int]] = set()
    for one in _looks(context, found):
        figures = frozenset(figure.start for figure in one.figures)
        if figures not in told:
            told.add(figures)
            yield one


def _looks(context: Context, found: Sequence[Relation]) -> Iterator[Relation]:
    known = _known(found)
    texts = passages(context)
    yield from _in_the_paper(context, texts, known)
    yield from same_wholes(texts, found, known.settled)
    spoken: set[int] = set()
    for index, passage in enumerate(texts):
        if len(passage.slots) <= LONGEST:
            yield from _of_changes(context, texts, index, known)
            tenths = list(spoken_tenths(context, texts, index))
            spoken |= {one.figures[-1].start for one in tenths}
            yield from tenths
            yield from _of_amounts(texts, index, known)
            yield from complete_shares(texts, index, known.wrong)
            yield from wholes_by_word(context, texts, index, known.settled)
            yield from shares_of_mixed_units(texts, index, known.settled)
            yield from defined_in_words(texts, index, known.wrong)
            yield from shares_of_rows(context, passage, known.settled)
            yield from far_shares(context, texts, index, known.settled)
            yield from taken_shares(context, passage, known.settled)
    yield from spoken_parts(context, passages(context, "占"), spoken)
    yield from near_equations(context, texts, known.holding, known.wrong)
    yield from odd_units(texts, known.wrong)


def _known(found: Sequence[Relation]) -> _Known:
    """Said twice, or seen to reach a goal, and yet not reckoned, is not decided."""
    said = (("ok", "repeat"), ("ok", "target"), ("ok", "policy"))
    decided = [one for one in found if one.verdict != "suspicious" and (one.verdict, one.kind) not in said]
    wrong = [one for one in found if one.verdict == "error"]
    accused = {one.figures[-1].start for one in wrong if one.figures} | _places(
        one for one in wrong if one.kind not in _OF_TWO
    )
    held = [one for one in found if one.verdict == "error" or one.kind in ("policy", "target")]
    holding = [one for one in found if good(one.verdict) and one.kind in ARITHMETIC and len(one.figures) >= _FEWEST]
    at_fault, borne = _places(wrong), _places(holding)
    return _Known(_places(decided), _places(held), at_fault, accused, borne, at_fault | borne, holding)


def _places(relations: Iterable[Relation]) -> set[int]:
    return {figure.start for one in relations for figure in one.figures}


def _in_the_paper(context: Context, texts: Sequence[Passage], known: _Known) -> Iterator[Relation]:
    yield from rows_counted(context, known.settled)
    for finder in _COUNTS:
        yield from finder(context, known.settled)
    yield from measured_places(context, known.wrong)
    yield from lists_behind_measures(context, known.wrong)
    yield from shares_of_wholes(context, known.judged)
    yield from limits_by_class(context, known.judged)
    yield from same_digits(context, known.wrong)
    yield from swapped_twins(context, known.borne, known.accused)
    yield from unit_costs(context)
    yield from faults_told_again(context, texts, known.wrong)
    yield from equal_to_part(texts, known.settled)
    yield from spoken_bars(context)
    yield from all_there_are(context, texts, known.wrong)
    yield from rows_of_one_name(context, known.borne, known.wrong)
    yield from rates_of_indicators(context, known.wrong)
    yield from growths_of_indicators(context, texts, known.wrong)
    yield from ratios_of_one(context, known.told)
    yield from scores_that_add_up(texts, known.wrong, known.borne)


def _of_changes(context: Context, texts: Sequence[Passage], index: int, known: _Known) -> Iterator[Relation]:
    """What went up or down, and what may not be passed."""
    yield from open_growths(texts, index, known.settled)
    yield from growths_on_this_year(texts, index, known.wrong)
    yield from turned_changes(texts, index, known.settled, known.judged)
    yield from turned_gaps(texts, index, known.wrong)
    yield from turned_levels(texts, index, known.wrong)
    yield from moves_of_people(texts[index])
    yield from two_years_turned(texts[index], known.wrong)
    yield from turned_words(texts, index, known.wrong)
    yield from turned_claims(texts[index], known.wrong)
    yield from years_told_apart(texts, index, known.settled, context.facts.year)
    yield from open_differences(texts, index, known.settled)
    yield from signed_runs(texts, index, known.settled, known.judged)
    yield from told_gaps(texts, index, known.settled)
    yield from still_open(texts, index, known.settled)
    yield from points_between(texts, index, known.settled)
    yield from gaps_to_goals(context, texts, index, known.settled)
    yield from gaps_in_yuan(texts, index)
    yield from planned_rests(texts, index, known.wrong)
    yield from gaps_of_scores(texts, index, known.told)
    yield from open_limits(context, texts, index, known.judged)
    yield from reckoned_limits(context, texts, index, known.judged)


def _of_amounts(texts: Sequence[Passage], index: int, known: _Known) -> Iterator[Relation]:
    """Parts and wholes, so much for each, and what was told before."""
    passage = texts[index]
    yield from pointed_back(texts, index, known.wrong)
    yield from units_off(texts, index, known.settled)
    yield from per_thousand(texts, index, known.settled)
    yield from monthly_products(passage, known.settled)
    yield from compared_prices(passage)
    yield from times_and_each(passage)
    yield from far_means(texts, index, known.settled)
    yield from named_shares(texts, index, known.settled)
    yield from listed_over(passage, known.settled)
    yield from stocks(passage, known.settled)
    yield from second_columns(passage, known.settled)
    yield from bare_rates_in_lines(texts, index, known.settled)
    yield from parallel_lists(texts, index)
    yield from open_sums(texts, index, known.settled)
    yield from parallel_sums(texts, index, known.told)
    yield from open_quotients(texts, index, known.settled)
    yield from open_products(texts, index, known.settled)
    yield from slipped_products(texts, index, known.told)
    yield from told_proportions(passage)
