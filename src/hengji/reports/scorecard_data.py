"""A scorecard or a comparison as plain data for programs: what `--format json` prints.

Figures are strings, never numbers, so that no reader turns them into floats; only the year and counts of events
are integers. The keys are a contract: additions are welcome, a key never changes its meaning.
How a figure is spelt is decided here for the page and the terminal, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from hengji.facts.evaluation import REASON_CODES, Evaluator, Reason
from hengji.facts.findings import Finding, Severity
from hengji.facts.numbers import plain, shown
from hengji.facts.scorecard import AdjustmentScore, Comparison, Gap, Input, NodeScore, Scorecard, WhatIfScore

__all__ = [
    "EVALUATOR_WORDS",
    "SEVERITY_WORDS",
    "Data",
    "comparison_data",
    "figure",
    "json_text",
    "optional_points",
    "optional_score",
    "range_text",
    "score_text",
    "scorecard_data",
    "signed",
    "steps",
]

Data = dict[str, object]

EVALUATOR_WORDS: Final[dict[Evaluator, str]] = {"self": "自评", "verified": "核查"}
SEVERITY_WORDS: Final[dict[Severity, str]] = {"error": "错误", "warning": "存疑", "note": "说明"}

POINTS_PLACES: Final = 4
"""Decimals of points that never end, such as a third of 10 that a transfer brought."""


def scorecard_data(card: Scorecard) -> Data:
    """The whole scorecard as plain data; its tree is flat, in the scheme's order, each node with its path."""
    places = card.score_places
    return {
        "organisation": card.organisation,
        "year": card.year,
        "scheme": card.scheme,
        "scheme_title": card.scheme_title,
        "evaluator": card.evaluator,
        **_result(card),
        "indicators": [_indicator(node, places) for node in card.nodes],
        "adjustments": [_adjustment(item, places) for item in card.adjustments],
        "what_if": [_what_if(item, places) for item in card.what_ifs],
        "findings": findings_data(card.findings),
        "note": card.note,
    }


def comparison_data(comparison: Comparison) -> Data:
    """Both evaluations as plain data: the tree once, with self, verified and gap (self − verified) per node."""
    verified = comparison.verified_card
    places = verified.score_places
    return {
        "organisation": verified.organisation,
        "year": verified.year,
        "scheme": verified.scheme,
        "scheme_title": verified.scheme_title,
        "self": _result(comparison.self_card),
        "verified": _result(verified),
        "gap": optional_score(comparison.gap, places),
        "indicators": [
            {
                "path": list(gap.path),
                "leaf": gap.is_leaf,
                "points": optional_points(gap.points),
                **_gap(gap, places),
            }
            for gap in comparison.nodes
        ],
        "adjustments": [{"name": gap.path[-1], **_gap(gap, places)} for gap in comparison.adjustments],
        "findings": findings_data(comparison.findings),
    }


def json_text(data: Data) -> str:
    """The data as JSON that people can read, too."""
    return json.dumps(data, ensure_ascii=False, indent=2)


def score_text(value: Fraction, places: int) -> str:
    """A score with the scheme's decimals. One that was stated more finely is printed as it is, never rounded."""
    text, whole = shown(value, places), plain(value)
    return text if Fraction(text) == value or Fraction(whole) != value else whole


def optional_score(value: Fraction | None, places: int) -> str | None:
    """A score as `score_text` prints it, or None while it is open."""
    return None if value is None else score_text(value, places)


def optional_points(points: Fraction | None) -> str | None:
    """Points without trailing zeros, or None where the document prints none."""
    return None if points is None else plain(points, POINTS_PLACES)


def figure(text: str | None) -> str:
    """A printed number as people read it: thousands separated, − for a minus, — for what is missing."""
    if text is None:
        return "—"
    whole, point, decimals = text.removeprefix("-").partition(".")
    if not whole.isdecimal():
        return text
    return f"{'−' if text.startswith('-') else ''}{int(whole):,}{point}{decimals}"


def signed(text: str | None) -> str:
    """A difference as people read it: with its sign, zero without one."""
    is_more = text is not None and not text.startswith("-") and Fraction(text) != 0
    return f"+{figure(text)}" if is_more else figure(text)


def range_text(low: Fraction, high: Fraction, places: int) -> str:
    """What a score can still be: ``85.40～91.40``."""
    return f"{figure(score_text(low, places))}～{figure(score_text(high, places))}"


def steps(why: tuple[str, ...], reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    """The steps of a computation without the sentences that repeat *reasons*, which are shown beside them."""
    return tuple(line for line in why if not (reasons and line.startswith(("理由", "佐证："))))


def _result(card: Scorecard) -> Data:
    places = card.score_places
    return {
        "total": optional_score(card.total, places),
        "total_range": [score_text(card.low, places), score_text(card.high, places)],
        "total_by_scheme": optional_score(card.total_by_scheme, places),
        "uncapped": optional_score(card.uncapped, places),
        "full_points": plain(card.full_points),
        "grade": card.grade,
        "possible_grades": list(card.possible_grades),
        "is_stated": card.is_stated,
        "stated_total": optional_score(card.stated_total, places),
        "stated_grade": card.stated_grade,
    }


def _indicator(node: NodeScore, places: int) -> Data:
    return {
        "path": list(node.path),
        "leaf": node.is_leaf,
        "points": optional_points(node.points),
        "effective_points": optional_points(node.effective_points),
        "score": optional_score(node.score, places),
        "score_range": None
        if node.is_leaf and node.points is None
        else [score_text(node.low, places), score_text(node.high, places)],
        "lost": optional_score(node.lost, places),
        "stated": optional_score(node.stated, places),
        "status": node.status,
        "why": list(node.why),
        "inputs": [_input(item) for item in node.inputs],
        "reasons": _reasons(node.reasons),
        "target": node.target or None,
        "half_year_target": node.half_year_target or None,
        "actual": node.actual or None,
        "attained": node.attained,
        "standard": node.standard,
        "basis": list(node.basis),
        "meaning": node.meaning,
    }


def _input(item: Input) -> Data:
    return {"name": item.name, "value": item.value, "unit": item.unit, "source": item.origin}


def _reasons(reasons: Iterable[Reason]) -> list[Data]:
    return [
        {
            "code": reason.code,
            "word": REASON_CODES.get(reason.code, reason.code),
            "text": reason.text,
            "evidence": list(reason.evidence),
        }
        for reason in reasons
    ]


def _adjustment(item: AdjustmentScore, places: int) -> Data:
    return {
        "name": item.name,
        "count": item.count,
        "points": score_text(item.points, places),
        "why": list(item.why),
        "stated": optional_score(item.stated, places),
    }


def _what_if(item: WhatIfScore, places: int) -> Data:
    return {
        "name": item.name,
        "note": item.note,
        "total": optional_score(item.total, places),
        "total_range": [score_text(item.low, places), score_text(item.high, places)],
        "grade": item.grade,
        "changed": [_indicator(node, places) for node in item.changed],
    }


def _gap(gap: Gap, places: int) -> Data:
    return {
        "self": optional_score(gap.self_score, places),
        "verified": optional_score(gap.verified_score, places),
        "gap": optional_score(gap.gap, places),
        "reasons": _reasons(gap.reasons),
        "why": list(gap.why),
    }


def findings_data(findings: Iterable[Finding]) -> list[Data]:
    """Findings as plain data, in the order given."""
    return [
        {
            "severity": finding.severity,
            "message": finding.message,
            "code": finding.code,
            "place": str(finding.source),
            "found": finding.found,
            "expected": finding.expected,
            "basis": finding.basis,
            "advice": finding.advice,
            "excerpt": finding.excerpt,
        }
        for finding in findings
    ]
