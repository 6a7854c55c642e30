"""Rates of whole numbers: a count over a count is exact, so that only the display of the rate can round."""

from __future__ import annotations

from fractions import Fraction

from hengji.facts.numbers import read_number, round_half_up
from hengji.facts.relation import Figure, Relation, Severity, Verdict

__all__ = ["judge", "survey_relation"]


def judge(computed: Fraction, stated: str) -> Verdict:
    """*stated* is the percentage without its sign; cut off counts as rounding."""
    value, places = read_number(stated), len(stated.partition(".")[2])
    if value is None or round_half_up(computed * 100, places) == value:
        return "ok"
    return "rounding" if Fraction((computed * 100 * 10**places).__floor__(), 10**places) == value else "error"


def survey_relation(
    verdict: Verdict, figures: list[Figure], formula: str, computed: str, stated: str, message: str, likely: str = ""
) -> Relation:
    """A relation of kind ``survey``."""
    severity: Severity = "medium" if verdict == "suspicious" else "high"
    return Relation("survey", verdict, tuple(figures), formula, computed, stated, message, likely, severity)
