"""Every finder is sure of itself; here what they said is held against one another and against what stands near by."""

from __future__ import annotations

from collections.abc import Iterable

from hengji.checks.context import Context
from hengji.checks.relations.weighing.aims_apart import without_aims_repeated
from hengji.checks.relations.weighing.at_hand import unexplained
from hengji.checks.relations.weighing.cut_by_columns import without_cut_cells
from hengji.checks.relations.weighing.idle_doubts import without_idle_doubts
from hengji.checks.relations.weighing.in_doubt import in_doubt
from hengji.checks.relations.weighing.rounded_away import on_the_wrong_base, swapped_within_rounding
from hengji.checks.relations.weighing.shown_in_full import shown_in_full
from hengji.checks.relations.weighing.smallest_fix import smallest_fix
from hengji.checks.relations.weighing.sure_slips import sure_slips
from hengji.checks.relations.weighing.the_milder import the_milder
from hengji.checks.relations.weighing.trimmed_noughts import trimmed_noughts
from hengji.checks.relations.weighing.witnesses import heard
from hengji.facts.relation import Relation

__all__ = ["weighed"]


def weighed(context: Context, relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """*relations*, each once, with the verdicts that they have in the company of the others. Idle doubts are left out
    before one of them hides an error of the same figures, and again where rounding has become a doubt."""
    read = without_cut_cells(context, without_aims_repeated(context, relations))
    tried = the_milder(without_idle_doubts(context, read))
    sure = sure_slips(trimmed_noughts(context, tried))
    settled = without_idle_doubts(context, on_the_wrong_base(swapped_within_rounding(sure)))
    standing = unexplained(context, in_doubt(context, settled))
    return shown_in_full(context, smallest_fix(heard(standing)))
