"""What a document says, ready to become an evaluation: conclusion, data items, indicators, problems, advice."""

from __future__ import annotations

from dataclasses import dataclass, field

from hengji.facts.document import Place

__all__ = ["Extract", "ExtractedConclusion", "ExtractedIndicator", "ExtractedItem", "Spot"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: a half-open range of the document's text, and the place a person looks for."""

    start: int = 0
    end: int = 0
    place: Place = field(default=Place())


@dataclass(frozen=True, slots=True)
class ExtractedConclusion:
    """Totals and grade as they are written; empty where the document does not state them."""

    total: str = ""
    self_total: str = ""
    grade: str = ""
    source: Spot = field(default=Spot())


@dataclass(frozen=True, slots=True)
class ExtractedItem:
    """One figure a rule may read. `column` is initial_budget, adjusted_budget, final_account, or empty."""

    name: str
    value: str
    unit: str
    period: str
    column: str
    source: Spot


@dataclass(frozen=True, slots=True)
class ExtractedIndicator:
    """One row of a goal table, of a rubric, or one scored heading; empty is what the document does not say."""

    path: tuple[str, ...]
    points: str = ""
    standard: str = ""
    target: str = ""
    half_year_target: str = ""
    actual: str = ""
    self_score: str = ""
    verified_score: str = ""
    reason: str = ""
    source: Spot = field(default=Spot())


@dataclass(frozen=True, slots=True)
class Extract:
    """Everything that was understood of one document."""

    conclusion: ExtractedConclusion
    data_items: tuple[ExtractedItem, ...] = ()
    indicators: tuple[ExtractedIndicator, ...] = ()
    problems: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
