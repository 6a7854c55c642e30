"""A scorecard or a comparison as one HTML page that needs no network and no script, and prints as a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Final

from jinja2 import Environment

from hengji.facts.evaluation import REASON_CODES
from hengji.facts.findings import Finding
from hengji.facts.numbers import plain, shown
from hengji.facts.scorecard import STATUS_WORDS, Comparison, Input, NodeScore, Scorecard
from hengji.facts.units import MONEY
from hengji.reports.scorecard_data import (
    EVALUATOR_WORDS,
    SEVERITY_WORDS,
    figure,
    optional_points,
    optional_score,
    range_text,
    signed,
    steps,
)
from hengji.reports.templating import template_environment

__all__ = ["comparison_page", "scorecard_page"]

GRADE_CLASSES: Final = {"优": "excellent", "良": "good", "中": "medium", "低": "low", "差": "poor"}


@dataclass(frozen=True, slots=True)
class Bar:
    """A first-level indicator's score rate as a bar: sure up to `low`, open up to `high` (in percent)."""

    name: str
    score: str
    points: str
    low: str
    high: str
    rate: str


def scorecard_page(card: Scorecard) -> str:
    """The scorecard as a page: what is wrong, the result, then the tree with every step and source."""
    document = _only_document(card)
    has_targets = any(node.target or node.actual for node in card.leaves)
    return _render(
        "scorecard.html.j2",
        card.score_places,
        card=card,
        findings=_most_severe_first(card.findings),
        bars=tuple(_bar(node, card.score_places) for node in card.nodes if node.level == 1),
        has_targets=has_targets,
        has_half_year=has_targets and any(node.half_year_target for node in card.leaves),
        document=document,
        place=lambda item: _place(item, document),
        bonus=sum((item.points for item in card.adjustments), Fraction(0)),
    )


def comparison_page(comparison: Comparison) -> str:
    """Self-evaluation and verification side by side; only what differs is coloured, and says why."""
    verified = comparison.verified_card
    return _render(
        "comparison.html.j2",
        verified.score_places,
        comparison=comparison,
        cards=(comparison.self_card, verified),
        card=verified,
        findings=_most_severe_first(comparison.findings),
    )


def _render(template: str, places: int, **known: object) -> str:
    def score(value: Fraction | None) -> str:
        return figure(optional_score(value, places))

    def difference(value: Fraction | None) -> str:
        return signed(optional_score(value, places))

    def open_range(low: Fraction, high: Fraction) -> str:
        return range_text(low, high, places)

    spelling: dict[str, Callable[..., str]] = {"score": score, "difference": difference, "range": open_range}
    return _templates().get_template(template).render(**spelling, **known)


@cache
def _templates() -> Environment:
    environment = template_environment()
    environment.globals |= {
        "points": lambda value: figure(optional_points(value)),
        "amount": _amount,
        "rate": _rate,
        "steps": steps,
        "grade_class": lambda grade: GRADE_CLASSES.get(grade, "other"),
        "status_words": STATUS_WORDS,
        "severity_words": SEVERITY_WORDS,
        "evaluator_words": EVALUATOR_WORDS,
        "reason_words": REASON_CODES,
    }
    return environment


def _amount(value: str, unit: str) -> str:
    """An input's figure; only money takes separators, a year or a text stays as it is written."""
    return figure(value) if unit in MONEY else value.replace("-", "−") if value.startswith("-") else value


def _most_severe_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    order = list(SEVERITY_WORDS)
    return tuple(sorted(findings, key=lambda finding: order.index(finding.severity)))


def _bar(node: NodeScore, places: int) -> Bar:
    points = node.effective_points or Fraction(0)
    low, high = (_share(end, points) for end in (node.low, node.high))
    rate = _rate(node.score, points) if node.score is not None and points else "—"
    score = figure(optional_score(node.score, places))
    if node.score is None:
        score = range_text(node.low, node.high, places)
    return Bar(node.name, score, figure(optional_points(node.effective_points)), low, high, rate)


def _rate(score: Fraction, points: Fraction) -> str:
    return f"{figure(shown(score / points * 100, 2))}%"


def _only_document(card: Scorecard) -> str:
    """The one file that all inputs come from, named once instead of on every line; empty where there are more."""
    documents = {item.source.document for node in card.nodes for item in node.inputs}
    return documents.pop() if len(documents) == 1 else ""


def _place(item: Input, document: str) -> str:
    """Where in its file an input stands, without the name of the file that the table's heading names."""
    source = replace(item.source, document="") if document else item.source
    return str(source).strip()


def _share(score: Fraction, points: Fraction) -> str:
    """How much of the bar the score fills; a stated score above its points fills it and no more."""
    return plain(max(Fraction(0), min(Fraction(100), score / points * 100)), 2) if points else "0"
