"""The papers of the fifth set, in the order of their numbers."""

from __future__ import annotations

from samples.independent_fifth.drafts.archives import archives
from samples.independent_fifth.drafts.asset_and_plan_papers import adjustment, assets, subsidies
from samples.independent_fifth.drafts.outside_reviews import buses, inspection, monitoring
from samples.independent_fifth.drafts.self_evaluations import farmland, roads
from samples.independent_fifth.drafts.settled_accounts import water
from samples.independent_fifth.drafts.sound_reviews import forestry, training
from samples.independent_fifth.drafts.yearly_budgets import civil_affairs, veterans
from samples.independent_fifth.making import Paper

__all__ = ["papers"]


def papers() -> list[Paper]:
    """All of them."""
    made = [water(), civil_affairs(), roads(), farmland(), buses(), inspection(), monitoring(), assets()]
    return [*made, adjustment(), subsidies(), archives(), forestry(), veterans(), training()]
