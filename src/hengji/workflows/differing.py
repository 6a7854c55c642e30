"""Compare two drafts figure by figure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from hengji.facts.difference import FigureDifference
from hengji.facts.findings import Finding
from hengji.facts.mention import Mention
from hengji.facts.numbers import plain
from hengji.workflows.checking import read_file

__all__ = ["Differing", "differences_data", "differing_figures"]


@dataclass(frozen=True, slots=True)
class Differing:
    """The figures that differ, or None where a draft could not be read; then the findings say which and why."""

    differences: tuple[FigureDifference, ...] | None
    findings: tuple[Finding, ...] = ()


def differing_figures(before: Path, after: Path) -> Differing:
    """The figures that changed from the draft *before* to the draft *after*, whatever their formats."""
    from hengji.checks.differences import figure_differences

    old, new = read_file(before), read_file(after)
    findings = (*old.findings, *new.findings)
    if old.document is None or new.document is None:
        return Differing(None, findings)
    return Differing(figure_differences(old.document, new.document), findings)


def differences_data(before: Path, after: Path, differences: tuple[FigureDifference, ...]) -> str:
    """One line of JSON; figures are text, never numbers."""
    rows = [
        {
            "before": _figure(item.before),
            "after": _figure(item.after),
            "words": item.words,
            "is_score": item.is_score,
        }
        for item in differences
    ]
    return json.dumps({"before": str(before), "after": str(after), "differences": rows}, ensure_ascii=False)


def _figure(mention: Mention | None) -> dict[str, object] | None:
    if mention is None:
        return None
    return {
        "text": mention.text,
        "value": plain(mention.value),
        "unit": mention.unit_text,
        "start": mention.start,
        "end": mention.end,
        "page": mention.place.page,
        "cell": mention.place.cell or None,
    }
