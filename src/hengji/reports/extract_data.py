"""What a document says as plain data for programs, ready to become an evaluation: what `hengji extract` prints."""

from __future__ import annotations

from hengji.facts.extract import Extract, ExtractedIndicator, ExtractedItem, Spot
from hengji.facts.relation import DocumentFacts
from hengji.reports.check_data import document_data
from hengji.reports.scorecard_data import Data

__all__ = ["extract_data"]


def extract_data(file: str, facts: DocumentFacts, extract: Extract) -> Data:
    """The whole extract; what the document does not say is null."""
    conclusion = extract.conclusion
    return {
        "file": file,
        "document": document_data(facts),
        "conclusion": {
            "total": conclusion.total or None,
            "self_total": conclusion.self_total or None,
            "grade": conclusion.grade or None,
            "source": _source(conclusion.source),
        },
        "data_items": [_item(item) for item in extract.data_items],
        "indicators": [_indicator(indicator) for indicator in extract.indicators],
        "problems": list(extract.problems),
        "recommendations": list(extract.recommendations),
    }


def _item(item: ExtractedItem) -> Data:
    return {
        "name": item.name,
        "value": item.value,
        "unit": item.unit or None,
        "period": item.period or None,
        "column": item.column or None,
        "source": _source(item.source),
    }


def _indicator(indicator: ExtractedIndicator) -> Data:
    return {
        "path": list(indicator.path),
        "points": indicator.points or None,
        "standard": indicator.standard or None,
        "target": indicator.target or None,
        "half_year_target": indicator.half_year_target or None,
        "actual": indicator.actual or None,
        "self_score": indicator.self_score or None,
        "verified_score": indicator.verified_score or None,
        "reason": indicator.reason or None,
        "source": _source(indicator.source),
    }


def _source(spot: Spot) -> Data:
    return {"start": spot.start, "end": spot.end, "page": spot.place.page, "cell": spot.place.cell or None}
