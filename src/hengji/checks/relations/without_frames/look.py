"""The last look: figures that stand in no relation, sentence by sentence, and what single words make of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import passages
from hengji.checks.relations.verdicts import good
from hengji.checks.relations.without_frames.bare_rates import bare_rates_in_lines
from hengji.checks.relations.without_frames.bodies_in_tables import bodies_in_tables
from hengji.checks.relations.without_frames.compared_prices import compared_prices
from hengji.checks.relations.without_frames.counted_rows_of_names import counted_rows_of_names
from hengji.checks.relations.without_frames.counts_in_brackets import counts_in_brackets
from hengji.checks.relations.without_frames.differences import open_differences
from hengji.checks.relations.without_frames.equal_to_part import equal_to_part
from hengji.checks.relations.without_frames.growths import open_growths
from hengji.checks.relations.without_frames.limits import open_limits
from hengji.checks.relations.without_frames.listed_over import listed_over
from hengji.checks.relations.without_frames.monthly_products import monthly_products
from hengji.checks.relations.without_frames.named_shares import named_shares
from hengji.checks.relations.without_frames.names import open_names
from hengji.checks.relations.without_frames.names_then_count import names_then_count
from hengji.checks.relations.without_frames.occasions import occasions
from hengji.checks.relations.without_frames.parallel_lists import parallel_lists
from hengji.checks.relations.without_frames.pointed_back import pointed_back
from hengji.checks.relations.without_frames.products import open_products
from hengji.checks.relations.without_frames.quotients import open_quotients
from hengji.checks.relations.without_frames.reckoned_limits import reckoned_limits
from hengji.checks.relations.without_frames.rows_counted import rows_counted
from hengji.checks.relations.without_frames.same_digits import same_digits
from hengji.checks.relations.without_frames.signed_runs import signed_runs
from hengji.checks.relations.without_frames.spoken_parts import spoken_parts
from hengji.checks.relations.without_frames.spoken_tenths import spoken_tenths
from hengji.checks.relations.without_frames.stocks import stocks
from hengji.checks.relations.without_frames.sums import open_sums
from hengji.checks.relations.without_frames.swapped_twins import swapped_twins
from hengji.checks.relations.without_frames.told_gaps import told_gaps
from hengji.checks.relations.without_frames.told_proportions import told_proportions
from hengji.checks.relations.without_frames.turned_changes import turned_changes
from hengji.checks.relations.without_frames.units_off import units_off
from hengji.checks.relations.without_frames.years_told_apart import years_told_apart
from hengji.checks.relations.witnesses import ARITHMETIC
from hengji.checks.relations.wording.limits.shares_of_wholes import shares_of_wholes
from hengji.facts.relation import Relation

__all__ = ["last_look"]

_FEWEST: Final = 3  # figures of an equation


_COUNTS: Final = (
    open_names,
    counted_rows_of_names,
    names_then_count,
    counts_in_brackets,
    bodies_in_tables,
    occasions,
)


def last_look(context: Context, found: Sequence[Relation]) -> Iterator[Relation]:
    """Relations, errors all, for figures that none of *found* decides; of two about the same figures the first."""
    told: set[frozenset[int]] = set()
    for one in _looks(context, found):
        figures = frozenset(figure.start for figure in one.figures)
        if figures not in told:
            told.add(figures)
            yield one


def _looks(context: Context, found: Sequence[Relation]) -> Iterator[Relation]:
    settled = {
        figure.start
        for one in found
        if one.verdict != "suspicious"
        and (one.verdict, one.kind) != ("ok", "repeat")  # said twice, and yet not reckoned
        for figure in one.figures
    }
    judged = {
        figure.start
        for one in found
        if one.verdict == "error" or one.kind in ("policy", "target")
        for figure in one.figures
    }
    wrong = {figure.start for one in found if one.verdict == "error" for figure in one.figures}
    texts = passages(context)
    yield from rows_counted(context, settled)
    for finder in _COUNTS:
        yield from finder(context, settled)
    yield from shares_of_wholes(context, judged)
    yield from same_digits(context, wrong)
    yield from swapped_twins(context, _borne(found), wrong)
    yield from equal_to_part(texts, settled)
    spoken: set[int] = set()
    for index, passage in enumerate(texts):
        if len(passage.slots) <= LONGEST:
            yield from open_growths(texts, index, settled)
            yield from turned_changes(texts, index, settled, judged)
            yield from years_told_apart(texts, index, settled, context.facts.year)
            yield from open_differences(texts, index, settled)
            yield from signed_runs(texts, index, settled, judged)
            yield from told_gaps(texts, index, settled)
            yield from open_limits(context, texts, index, judged)
            yield from reckoned_limits(context, texts, index, judged)
            tenths = list(spoken_tenths(context, texts, index))
            spoken |= {one.figures[-1].start for one in tenths}
            yield from tenths
            yield from pointed_back(texts, index, wrong)
            yield from units_off(texts, index, settled)
            yield from monthly_products(passage, settled)
            yield from compared_prices(passage)
            yield from named_shares(texts, index, settled)
            yield from listed_over(passage, settled)
            yield from stocks(passage, settled)
            yield from bare_rates_in_lines(texts, index, settled)
            yield from parallel_lists(texts, index)
            yield from open_sums(texts, index, settled)
            yield from open_quotients(texts, index, settled)
            yield from open_products(texts, index, settled)
            yield from told_proportions(passage)
    yield from spoken_parts(context, passages(context, "占"), spoken)


def _borne(found: Sequence[Relation]) -> set[int]:
    """The figures of equations that hold."""
    return {
        figure.start
        for one in found
        if good(one.verdict) and one.kind in ARITHMETIC and len(one.figures) >= _FEWEST
        for figure in one.figures
    }
