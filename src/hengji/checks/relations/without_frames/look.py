"""The last look: figures that stand in no relation, sentence by sentence, and what single words make of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hengji.checks.context import Context
from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import passages
from hengji.checks.relations.without_frames.bare_rates import bare_rates_in_lines
from hengji.checks.relations.without_frames.compared_prices import compared_prices
from hengji.checks.relations.without_frames.differences import open_differences
from hengji.checks.relations.without_frames.equal_to_part import equal_to_part
from hengji.checks.relations.without_frames.growths import open_growths
from hengji.checks.relations.without_frames.limits import open_limits
from hengji.checks.relations.without_frames.listed_over import listed_over
from hengji.checks.relations.without_frames.monthly_products import monthly_products
from hengji.checks.relations.without_frames.named_shares import named_shares
from hengji.checks.relations.without_frames.names import open_names
from hengji.checks.relations.without_frames.parallel_lists import parallel_lists
from hengji.checks.relations.without_frames.products import open_products
from hengji.checks.relations.without_frames.quotients import open_quotients
from hengji.checks.relations.without_frames.reckoned_limits import reckoned_limits
from hengji.checks.relations.without_frames.rows_counted import rows_counted
from hengji.checks.relations.without_frames.signed_runs import signed_runs
from hengji.checks.relations.without_frames.spoken_parts import spoken_parts
from hengji.checks.relations.without_frames.spoken_tenths import spoken_tenths
from hengji.checks.relations.without_frames.stocks import stocks
from hengji.checks.relations.without_frames.sums import open_sums
from hengji.checks.relations.without_frames.swapped_twins import swapped_twins
from hengji.checks.relations.without_frames.told_gaps import told_gaps
from hengji.checks.relations.without_frames.turned_changes import turned_changes
from hengji.facts.relation import Relation

__all__ = ["last_look"]


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
    texts = passages(context)
    yield from rows_counted(context, settled)
    yield from open_names(context, settled)
    yield from swapped_twins(context, settled, judged)
    yield from equal_to_part(texts, settled)
    spoken: set[int] = set()
    for index, passage in enumerate(texts):
        if len(passage.slots) <= LONGEST:
            yield from open_growths(texts, index, settled)
            yield from turned_changes(texts, index, settled, judged)
            yield from open_differences(texts, index, settled)
            yield from signed_runs(texts, index, settled, judged)
            yield from told_gaps(texts, index, settled)
            yield from open_limits(context, texts, index, judged)
            yield from reckoned_limits(context, texts, index, judged)
            tenths = list(spoken_tenths(context, texts, index))
            spoken |= {one.figures[-1].start for one in tenths}
            yield from tenths
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
    yield from spoken_parts(context, passages(context, "占"), spoken)
