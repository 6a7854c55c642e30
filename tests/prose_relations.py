"""The finders of running text alone, on a text of the test's own."""

from __future__ import annotations

from hengji.checks.about import describe
from hengji.checks.context import Context
from hengji.checks.mentions import find_mentions
from hengji.checks.relations import FINDERS
from hengji.facts.document import Document
from hengji.facts.relation import Relation

__all__ = ["PROSE", "of_document", "of_text"]

PROSE = ("growth", "share", "sum", "rate", "difference", "count", "repeat")


def of_text(text: str) -> list[Relation]:
    """The relations of *text* under a heading that names a year."""
    return of_document(Document("a.txt", "txt", f"某市某局2023年度部门决算情况说明\n\n{text}\n"))


def of_document(document: Document) -> list[Relation]:
    """The relations of *document*, each once, in the order of the text."""
    facts = describe(document)
    context = Context(document, facts, find_mentions(document, facts.year))
    found = {
        (relation.kind, *(figure.start for figure in relation.figures)): relation
        for name in PROSE
        for relation in FINDERS[name](context)
    }
    return sorted(found.values(), key=lambda relation: relation.start)
