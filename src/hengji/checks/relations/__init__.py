"""The finders of relations, by the name under which each can be switched off. A new one is a new module."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hengji.checks.context import Context
from hengji.checks.relations.narrative.counts.count import find as find_counts
from hengji.checks.relations.narrative.differences.difference import find as find_differences
from hengji.checks.relations.narrative.growths.growth import find as find_growth
from hengji.checks.relations.narrative.rates.rate import find as find_rates
from hengji.checks.relations.narrative.repeats.repeat import find as find_repeats
from hengji.checks.relations.narrative.shares.share import find as find_shares
from hengji.checks.relations.narrative.sums.sum import find as find_sums
from hengji.checks.relations.scores.goals import goal_funds, target
from hengji.checks.relations.scores.grades import grade
from hengji.checks.relations.scores.rules import score_rate, score_rule
from hengji.checks.relations.scores.totals import score_sum
from hengji.checks.relations.tables import table_policy, table_rates, table_sums
from hengji.checks.relations.wording import amount_in_words, claims, structure
from hengji.checks.relations.wording.accounts import names
from hengji.checks.relations.wording.limits import bounds, headcount
from hengji.checks.relations.wording.orders import list_order
from hengji.checks.relations.wording.reasons import direction
from hengji.checks.relations.wording.surveys import survey
from hengji.checks.relations.wording.titles import titles
from hengji.checks.relations.wording.units import unit
from hengji.checks.relations.wording.years import year
from hengji.facts.relation import Relation

__all__ = ["FINDERS", "Finder"]

Finder = Callable[[Context], Iterator[Relation]]

FINDERS: dict[str, Finder] = {
    "growth": find_growth,
    "share": find_shares,
    "sum": find_sums,
    "rate": find_rates,
    "difference": find_differences,
    "count": find_counts,
    "repeat": find_repeats,
    "amount_in_words": amount_in_words.find,
    "bounds": bounds.find,
    "claims": claims.find,
    "direction": direction.find,
    "headcount": headcount.find,
    "list_order": list_order.find,
    "names": names.find,
    "structure": structure.find,
    "survey": survey.find,
    "titles": titles.find,
    "unit": unit.find,
    "year": year.find,
    "table_sums": table_sums.find,
    "table_rates": table_rates.find,
    "table_policy": table_policy.find,
    "score_sum": score_sum.find,
    "score_rule": score_rule.find,
    "score_rate": score_rate.find,
    "grade": grade.find,
    "target": target.find,
    "goal_funds": goal_funds.find,
}
