"""The last look: figures that stand in no relation, sentence by sentence, and what single words make of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hengji.checks.context import Context
from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import passages
from hengji.checks.relations.without_frames.differences import open_differences
from hengji.checks.relations.without_frames.growths import open_growths
from hengji.checks.relations.without_frames.quotients import open_quotients
from hengji.checks.relations.without_frames.sums import open_sums
from hengji.facts.relation import Relation

__all__ = ["last_look"]


def last_look(context: Context, found: Sequence[Relation]) -> Iterator[Relation]:
    """Relations, errors all, for figures that none of *found* decides."""
    settled = {figure.start for one in found if one.verdict != "suspicious" for figure in one.figures}
    texts = passages(context)
    for index, passage in enumerate(texts):
        if len(passage.slots) <= LONGEST:
            yield from open_growths(texts, index, settled)
            yield from open_differences(texts, index, settled)
            yield from open_sums(texts, index, settled)
            yield from open_quotients(texts, index, settled)
