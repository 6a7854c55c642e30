"""When a report of the checker speaks of the same relation as a label."""

from __future__ import annotations

from typing import Final

from measuring.checker import Report
from measuring.expected import ARITHMETIC, Expected

__all__ = ["covers", "finds", "raises"]

# Kinds under which the same relation may fairly be reported, beside its own.
_NEAR: Final = {
    "sum": {"difference", "count", "score_sum"},
    "share": {"rate"},
    "growth": {"rate", "difference"},
    "rate": {"share", "growth", "score_rate", "score_rule", "survey"},
    "difference": {"sum", "growth"},
    "count": {"sum", "survey"},
    "score_sum": {"sum", "policy", "grade"},
    "score_rule": {"rate", "score_rate", "score_sum", "policy"},
    "score_rate": {"rate", "share"},
    "grade": {"policy", "structure", "score_sum"},
    "target": {"policy", "score_rule"},
    "repeat": {"target", "score_sum", "rate", "sum"},
    "unit": {"repeat"},
    "year": {"structure"},
    "structure": {"year", "grade"},
    "policy": {"sum", "count", "score_sum", "score_rule", "grade", "rate"},
    "survey": {"rate", "sum", "count"},
    "list_order": {"repeat"},
    "amount_in_words": {"repeat"},
}


def _met(report: Report, label: Expected) -> list[bool]:
    return [report.touches(span) for span in label.spans]


def _same_kind(report: Report, label: Expected) -> bool:
    return report.kind == label.kind or report.kind in _NEAR[label.kind]


def covers(report: Report, label: Expected) -> bool:
    """Arithmetic: the stated figure and at least half of the others; everything else: any of the label's places."""
    if not _same_kind(report, label):
        return False
    met = _met(report, label)
    if label.kind not in ARITHMETIC:
        return any(met)
    if label.stated is None:
        return 2 * sum(met) >= len(met)
    others = met[: label.stated] + met[label.stated + 1 :]
    return met[label.stated] and 2 * sum(others) >= len(others)


def finds(report: Report, label: Expected) -> bool:
    """Whether *report* is about the fault that *label* describes: it covers it, or touches what was planted, or
    names two of its figures under any class."""
    if covers(report, label) or any(report.touches(span) for span in label.planted):
        return True
    return not label.planted and sum(_met(report, label)) >= 2


def raises(report: Report, label: Expected) -> bool:
    """Whether *report* asks a person to look at what *label* describes."""
    return report.raised and finds(report, label)
