"""Checks a report before it is published: the whole checker on the paper as it will go out, each finding led back to
the figures and the passage it was made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hengji.facts.findings import Finding, Severity
from hengji.workflows.content_report import ReportDraft
from hengji.workflows.undone import noting

if TYPE_CHECKING:
    from hengji.facts.document import Document
    from hengji.facts.project_table import ProjectTable
    from hengji.facts.relation import Relation
    from hengji.reports.narrative.expected import Expected
    from hengji.reports.paper.blocks import Paper

__all__ = ["Trouble", "check_paper", "check_project_paper", "check_report"]

Progress = Callable[[int], None]
"""Told the percentage that is done."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One figure, or several, that cannot be as printed. `references` are what the figures were made of
    (``数据:预算数``), `passage` the key of the text they stand in; both empty where they are of a table."""

    severity: Severity
    message: str
    found: str
    expected: str
    place: str
    excerpt: str
    passage: str = ""
    references: tuple[str, ...] = ()


def check_report(draft: ReportDraft, progress: Progress = lambda _: None) -> tuple[Trouble, ...]:
    """Everything that the checker finds in the report's paper."""
    return check_paper(draft.paper, "自评报告.docx", progress)


def check_project_paper(table: ProjectTable, progress: Progress = lambda _: None) -> tuple[Trouble, ...]:
    """Everything that the checker finds in a project's 自评表 as it will go out."""
    from hengji.reports.project_table_paper import project_table_paper

    return check_paper(project_table_paper(table), "项目支出绩效自评表.docx", progress)


def check_paper(paper: Paper, name: str, progress: Progress = lambda _: None) -> tuple[Trouble, ...]:
    """Everything that the checker finds in *paper*, written as the docx *name*."""
    from hengji.checks.check import check
    from hengji.documents.reading import read_document
    from hengji.reports.paper.word import write_docx

    progress(10)
    content = write_docx(paper)
    progress(30)
    read = read_document(content, name)
    if read.document is None:
        return tuple(Trouble("error", item.message, item.found, item.expected, "", "") for item in read.findings)
    progress(50)
    undone: list[Finding] = []
    report = check(read.document, (), noting(name, undone))
    progress(90)
    wrong = [item for item in report.relations if item.verdict in {"error", "suspicious"}]
    left_out = [Trouble("error", item.message, "", "", "", "") for item in undone]
    return (*left_out, *_led_back(wrong, read.document, paper))


def _led_back(relations: list[Relation], document: Document, paper: Paper) -> Iterator[Trouble]:
    from hengji.reports.narrative.expected import expected_paragraphs

    made: dict[str, list[Expected]] = {}
    for each in expected_paragraphs(paper):
        made.setdefault(each.text.strip(), []).append(each)
    spans = [(item.start, item.end) for item in document.paragraphs]
    spans += [(cell.start, cell.end) for table in document.tables for cell in table.cells]
    spans.sort()
    for relation in relations:
        yield _trouble(relation, document, made, spans)


def _trouble(
    relation: Relation, document: Document, made: dict[str, list[Expected]], spans: list[tuple[int, int]]
) -> Trouble:
    passage, place, references = "", "", dict[str, None]()
    for figure in reversed(relation.figures):
        start, end = next((span for span in spans if span[0] <= figure.start < span[1]), (figure.start, figure.end))
        text = document.text[start:end]
        origins = made.get(text.strip(), [])
        if not origins:
            continue
        at = figure.start - start - (len(text) - len(text.lstrip()))
        references |= dict.fromkeys(_references(origins[0], at, figure.end - figure.start))
        passage = passage or (origins[0].key.rpartition("#")[0] if origins[0].is_passage else "")
        place = place or origins[0].place
    line = document.text[document.text.rfind("\n", 0, relation.start) + 1 :].split("\n", 1)[0]
    return Trouble(
        "error" if relation.verdict == "error" else "warning",
        relation.message,
        relation.stated,
        relation.computed,
        place or str(document.place_at(relation.start)),
        line.strip()[:160],
        passage,
        tuple(references),
    )


def _references(origin: Expected, at: int, length: int) -> Iterator[str]:
    """The keys of the pieces that the figure at *at* touches."""
    begin = 0
    for piece in origin.pieces:
        end = begin + len(piece.text)
        if piece.key and begin < at + length and at < end:
            yield piece.key
        begin = end
