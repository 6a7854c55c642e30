"""Kinds of document. Each template is a function that writes one whole document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from samples.templates.budgets import budget_explanation, budget_table, goal_declaration, monitoring_report
from samples.templates.final_accounts import final_account, final_account_tables, functional_account, three_public_note
from samples.templates.papers import contract_note, project_evaluation, subsidy_report, survey_report
from samples.templates.self_evaluations import evaluation_with_goals, long_evaluation, short_evaluation
from samples.templates.verifications import verification_narrative, verification_rubric, verification_summary
from samples.writer import Writer

__all__ = ["TEMPLATES"]

_ALL: Final = (
    final_account, final_account_tables, functional_account, three_public_note,
    long_evaluation, evaluation_with_goals, short_evaluation, project_evaluation,
    verification_narrative, verification_rubric, verification_summary,
    budget_explanation, budget_table, goal_declaration, monitoring_report,
    survey_report, contract_note, subsidy_report,
)  # fmt: skip

TEMPLATES: Final[dict[str, Callable[[Writer], None]]] = {
    template.__name__.replace("_", "-"): template for template in _ALL
}
