"""A checked document as plain data for programs: what `--format jsonl` prints, one object a line.

Figures are strings, never numbers; only the year, counts and offsets are integers. The keys are a contract
(docs/developer/output-contracts.md): additions are welcome, a key never changes its meaning.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from hengji.facts.document import Document
from hengji.facts.findings import Finding
from hengji.facts.numbers import plain
from hengji.facts.relation import CheckReport, DocumentFacts, Figure, Relation
from hengji.reports.check_places import Places
from hengji.reports.check_words import count_verdicts, coverage
from hengji.reports.scorecard_data import Data, findings_data

__all__ = ["check_data", "document_data", "json_line", "unreadable_data"]

_DECIMALS: Final = 12
"""A displayed figure has at most 8 decimals, and a percentage two more as a ratio."""


def check_data(file: str, document: Document, report: CheckReport, findings: Iterable[Finding] = ()) -> Data:
    """Everything that was tried on *file*; *findings* are what reading it had to say."""
    places = Places(document)
    counted = count_verdicts(report)
    checked, figures = coverage(report)
    return {
        "file": file,
        "document": document_data(report.facts),
        "relations": [_relation(number, item, places) for number, item in enumerate(report.relations, start=1)],
        "summary": {
            **{verdict: counted[verdict] for verdict in ("ok", "rounding", "suspicious", "error")},
            "figures": figures,
            "unchecked": len(report.unchecked),
            "coverage": plain(Fraction(checked, figures), 4) if figures else None,
        },
        "findings": findings_data(findings),
    }


def unreadable_data(file: str, findings: Iterable[Finding]) -> Data:
    """A file that was not read, and why."""
    told = tuple(findings)
    reasons = [finding for finding in told if finding.severity == "error"] or told
    reason = "；".join("，".join(part for part in (item.message, item.advice) if part) for item in reasons)
    return {"file": file, "unreadable": reason or "文件读不出来", "findings": findings_data(told)}


def document_data(facts: DocumentFacts) -> Data:
    """What kind of document it is and about whom."""
    return {
        "kind": facts.kind,
        "title": facts.title,
        "organisation": facts.organisation,
        "year": facts.year,
        "pages": facts.pages,
        "characters": facts.characters,
    }


def json_line(data: Data) -> str:
    """The data on one line; a line separator within a text is escaped, so that no reader breaks the line there."""
    line = json.dumps(data, ensure_ascii=False)
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")


def _relation(number: int, relation: Relation, places: Places) -> Data:
    return {
        "id": f"r{number}",
        "kind": relation.kind,
        "verdict": relation.verdict,
        "severity": relation.severity,
        "figures": [_figure(figure, places) for figure in relation.figures],
        "formula": relation.formula,
        "computed": relation.computed,
        "stated": relation.stated,
        "message": relation.message,
        "likely": relation.likely,
    }


def _figure(figure: Figure, places: Places) -> Data:
    """A figure in its role; what is text and no figure has neither value nor unit."""
    mention = figure.mention
    place = places.place(figure.start)
    return {
        "role": figure.role,
        "text": figure.text,
        "value": plain(mention.value, _DECIMALS) if mention is not None else None,
        "unit": (mention.unit_text or str(mention.unit or "") or None) if mention is not None else None,
        "subject": (mention.subject or None) if mention is not None else None,
        "period": (mention.period or None) if mention is not None else None,
        "start": figure.start,
        "end": figure.end,
        "page": place.page,
        "cell": place.cell or None,
        "line": places.line(figure.start),
    }
