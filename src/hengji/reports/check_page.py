"""A checked document as one HTML page: its text with every figure marked, beside what was found.

The page needs no network. Its small script only jumps and filters; without it everything can be read, and links
lead both ways.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Final

from jinja2 import Environment, Template
from markupsafe import Markup

from hengji.facts.document import Document
from hengji.facts.relation import CheckReport, Figure, Relation
from hengji.reports.check_blocks import blocks_of
from hengji.reports.check_marks import inked, marks_of
from hengji.reports.check_places import Places
from hengji.reports.check_words import (
    KIND_WORDS,
    ROLE_WORDS,
    VERDICT_WORDS,
    compared,
    count_verdicts,
    coverage,
    formula_word,
    outcome,
    shortened,
)
from hengji.reports.templating import TEMPLATES, template_environment

__all__ = ["check_page"]

_FEW: Final = 12
_MOST: Final = 24
_LONGEST: Final = 24
_RAISED: Final = frozenset({"error", "suspicious", "rounding"})


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure of a finding: what it is, where, and the anchor to jump to, if it is marked."""

    role: str
    text: str
    where: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ShownRelation:
    """A relation in the panel."""

    number: int
    relation: Relation
    where: str
    anchor: str
    comparison: str
    figures: tuple[ShownFigure, ...]
    more: str
    """What is said of figures that are not listed."""


def check_page(name: str, document: Document, report: CheckReport) -> str:
    """The page of *document*, which the user knows as *name*."""
    places = Places(document)
    marks = marks_of(document, report)
    anchors = frozenset(f"m{mark.start}" for mark in marks)
    shown = [_shown(number, item, document, places, anchors) for number, item in enumerate(report.relations, start=1)]
    raised = [item for item in shown if item.relation.verdict in _RAISED]
    script = (TEMPLATES / "check.js").read_text("utf-8")
    return _template().render(
        name=name,
        title=report.facts.title or document.title or name,
        facts=report.facts,
        outcome=outcome(report),
        counts=count_verdicts(report),
        coverage=coverage(report),
        unchecked=len(report.unchecked),
        raised=raised,
        holding=[item for item in shown if item.relation.verdict == "ok"],
        kinds=[kind for kind in KIND_WORDS if any(item.relation.kind == kind for item in raised)],
        relations=report.relations,
        blocks=blocks_of(document, marks),
        script=Markup(script),  # noqa: S704  our own file, which holds nothing of the document
        script_hash=b64encode(sha256(script.encode()).digest()).decode(),
    )


def _shown(
    number: int, relation: Relation, document: Document, places: Places, anchors: frozenset[str]
) -> ShownRelation:
    last = _figure(relation.figures[-1], document, places, anchors) if relation.figures else None
    anchor = last.anchor if last is not None else ""
    listed, more = _listed(relation.figures)
    figures = tuple(_figure(figure, document, places, anchors) for figure in listed)
    return ShownRelation(number, relation, places.where(relation.start), anchor, compared(relation), figures, more)


def _listed(figures: Sequence[Figure]) -> tuple[Sequence[Figure], str]:
    """The figures that are listed: of many, neither those that are nothing nor those beyond a page's patience."""
    if len(figures) <= _FEW:
        return figures, ""
    some = [figure for figure in figures if figure.mention is None or figure.mention.value]
    nothing = f"另有 {len(figures) - len(some)} 个为 0" if len(some) < len(figures) else ""
    beyond = f"等 {len(some)} 个" if len(some) > _MOST else ""
    return some[:_MOST], "，".join(part for part in (beyond, nothing) if part)


def _figure(figure: Figure, document: Document, places: Places, anchors: frozenset[str]) -> ShownFigure:
    start, _ = inked(document.text, figure.start, figure.end)
    unit = figure.mention.unit_text if figure.mention is not None else ""
    text = shortened(figure.text, _LONGEST)
    said = text if not unit or text.endswith(unit) else text + unit
    anchor = f"m{start}" if f"m{start}" in anchors else ""
    return ShownFigure(ROLE_WORDS.get(figure.role, "相关"), said, places.where(start), anchor)


@cache
def _environment() -> Environment:
    environment = template_environment()
    environment.globals |= {"verdict_words": VERDICT_WORDS, "kind_words": KIND_WORDS, "formula_word": formula_word}
    return environment


def _template() -> Template:
    return _environment().get_template("check.html.j2")
