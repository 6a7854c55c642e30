"""Rates: named rates against two figures near by, written-out formulas, cases of which some are not yet done."""

from __future__ import annotations

from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.narrative.rates.adjustment_rates import adjustment_rates
from hengji.checks.relations.narrative.rates.beds_by_days import beds_by_days
from hengji.checks.relations.narrative.rates.budget_changes import budget_changes
from hengji.checks.relations.narrative.rates.defined_rates import defined_rates
from hengji.checks.relations.narrative.rates.divided_with_units import divided_with_units
from hengji.checks.relations.narrative.rates.exceptions import fractions_of_cases
from hengji.checks.relations.narrative.rates.formulas import formulas
from hengji.checks.relations.narrative.rates.inner_bases import inner_bases
from hengji.checks.relations.narrative.rates.loss_rates import loss_rates
from hengji.checks.relations.narrative.rates.means_of_lists import means_of_lists
from hengji.checks.relations.narrative.rates.more_than_due import more_than_due
from hengji.checks.relations.narrative.rates.named_rates import named_rates
from hengji.checks.relations.narrative.rates.near_rates import near_rates
from hengji.checks.relations.narrative.rates.per_head import per_head
from hengji.checks.relations.narrative.rates.places_taken import places_taken
from hengji.checks.relations.narrative.rates.rate_and_rest import rate_and_rest
from hengji.checks.relations.narrative.rates.rate_conventions import rate_conventions
from hengji.checks.relations.narrative.rates.rates_of_budgets import rates_of_budgets
from hengji.checks.relations.narrative.rates.savings import savings
from hengji.checks.relations.narrative.rates.score_rates import score_rates
from hengji.checks.relations.narrative.rates.told_bases import told_bases
from hengji.checks.relations.narrative.rates.turned_targets import turned_targets
from hengji.checks.relations.narrative.rates.unbased_rates import unbased_rates
from hengji.checks.relations.narrative.rates.unit_prices import unit_prices
from hengji.checks.relations.narrative.rates.weighted_means import weighted_means
from hengji.checks.relations.narrative.rates.yearly_amounts import yearly_amounts
from hengji.checks.relations.narrative.rates.zero_bases import zero_bases
from hengji.checks.relations.passages import passages
from hengji.facts.relation import Relation

__all__ = ["find"]


def find(context: Context) -> Iterator[Relation]:
    """Every rate that can be recomputed."""
    texts = list(passages(context))
    yield from formulas(context)
    yield from divided_with_units(context)
    yield from named_rates(texts)
    yield from defined_rates(context, texts)
    for index, passage in enumerate(texts):
        yield from told_bases(texts, index)
        yield from loss_rates(texts, index)
        yield from budget_changes(passage)
        yield from inner_bases(passage)
        yield from savings(passage)
        yield from zero_bases(context, passage)
        yield from means_of_lists(passage)
        yield from yearly_amounts(passage)
        yield from weighted_means(passage)
    yield from near_rates(texts)
    yield from rates_of_budgets(texts)
    yield from adjustment_rates(texts)
    yield from rate_conventions(texts)
    yield from turned_targets(context, texts)
    yield from score_rates(texts)
    yield from unbased_rates(texts)
    yield from unit_prices(texts)
    yield from per_head(texts)
    yield from places_taken(texts)
    yield from beds_by_days(texts)
    yield from more_than_due(texts)
    yield from fractions_of_cases(context, texts)
    yield from rate_and_rest(context, texts)
