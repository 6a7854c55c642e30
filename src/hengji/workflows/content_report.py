"""The report of what was entered in a form: drafted, with a person's edits, shown passage by passage, and written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from hengji.facts.findings import Finding
from hengji.facts.narrative import Narrative, Passage, Section, fingerprint, merged
from hengji.facts.sources import Source
from hengji.reports.narrative.subject import Subject
from hengji.workflows.scoring import Scored

if TYPE_CHECKING:
    from hengji.reports.narrative.composing import Composed
    from hengji.reports.paper.blocks import Paper, Run

__all__ = ["PassageEdit", "ReportDraft", "ShownPassage", "ShownRun", "ShownSection", "draft_report", "write_paper"]

_OTHER = Section("其他段落", "其他段落")


@dataclass(frozen=True, slots=True)
class PassageEdit:
    """What a person wrote in place of a draft, and the fingerprint of the draft that it began with."""

    text: str
    begun_from: str = ""


@dataclass(frozen=True, slots=True)
class ShownRun:
    """Words as they will be printed; a live figure says where it comes from, a typed one follows nothing."""

    kind: Literal["words", "live", "typed"]
    text: str
    origin: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage: its draft and edit, how it reads with its figures, and what is amiss with it."""

    passage: Passage
    lines: tuple[tuple[ShownRun, ...], ...]
    problems: tuple[Finding, ...]

    @property
    def key(self) -> str:
        return self.passage.key

    @property
    def draft_print(self) -> str:
        return fingerprint(self.passage.draft)


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A chapter with its passages."""

    title: str
    passages: tuple[ShownPassage, ...]


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """The report as it stands. Each finding's source has the passage's key as its document, and the line in it."""

    paper: Paper
    sections: tuple[ShownSection, ...]
    findings: tuple[Finding, ...]

    def passage(self, key: str) -> ShownPassage | None:
        return next((each for section in self.sections for each in section.passages if each.key == key), None)


def draft_report(
    scored: Scored, edits: Mapping[str, PassageEdit], earlier: Iterable[Scored] = ()
) -> ReportDraft | None:
    """The report of *scored*, with *edits* by passage and *earlier* years beside it; None where nothing was scored."""
    from hengji.reports.narrative.composing import compose
    from hengji.reports.narrative.drafting.self_evaluation import draft_self_evaluation
    from hengji.reports.narrative.drafting.verification import draft_verification

    if scored.evaluation is None or scored.scheme is None or scored.card is None:
        return None
    previous = [(each.evaluation, each.card) for each in earlier if each.evaluation and each.card]
    previous.sort(key=lambda pair: -pair[0].year)
    subject = Subject(scored.evaluation, scored.scheme, scored.card, None, tuple(previous))
    draft = draft_self_evaluation if scored.card.evaluator == "self" else draft_verification
    drafted = draft(subject)
    narrative = _placed(merged(drafted, Narrative((replace(_OTHER, passages=tuple(_kept(edits, drafted))),))))
    composed = compose(narrative, subject)
    return ReportDraft(composed.paper, tuple(_sections(narrative, composed)), composed.findings)


def _kept(edits: Mapping[str, PassageEdit], drafted: Narrative) -> Iterable[Passage]:
    """The edits as passages; one that names no draft is taken for made of the draft that stands now."""
    for key, edit in edits.items():
        passage = drafted.passage(key)
        begun_from = edit.begun_from or (fingerprint(passage.draft) if passage is not None else "")
        if edit.text.strip():
            yield Passage(key, "", edit.text, begun_from)


def _placed(narrative: Narrative) -> Narrative:
    """Every passage with its key as its place, so that findings name it."""
    return Narrative(
        tuple(
            replace(section, passages=tuple(replace(each, source=Source(each.key, 1)) for each in section.passages))
            for section in narrative.sections
        )
    )


def _sections(narrative: Narrative, composed: Composed) -> Iterable[ShownSection]:
    lines = _lines(composed.paper)
    for section in narrative.sections:
        shown = []
        for passage in section.passages:
            problems = tuple(item for item in composed.findings if item.source.document == passage.key)
            shown.append(ShownPassage(passage, tuple(lines.get(passage.key, ())), problems))
        yield ShownSection(section.title, tuple(shown))


def _lines(paper: Paper) -> dict[str, list[tuple[ShownRun, ...]]]:
    """The paragraphs of each passage; tables and charts are told by their captions."""
    from hengji.reports.paper.blocks import Paragraph

    lines: dict[str, list[tuple[ShownRun, ...]]] = {}
    for section in paper.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph) and "#" in block.key:
                lines.setdefault(block.key.rpartition("#")[0], []).append(tuple(map(_shown, block.runs)))
    return lines


def _shown(run: Run) -> ShownRun:
    from hengji.reports.paper.blocks import Live, Typed

    if isinstance(run, Live):
        return ShownRun("live", run.text, run.origin, run.bold)
    if isinstance(run, Typed):
        return ShownRun("typed", run.text)
    return ShownRun("words", run.text, bold=run.bold)


def write_paper(paper: Paper, ending: str) -> bytes | Finding:
    """The paper as ``.docx`` or ``.pdf``; a finding where no Chinese face is there to set a pdf."""
    from hengji.reports.paper.faces import FacesMissing
    from hengji.reports.paper.print import write_pdf
    from hengji.reports.paper.word import write_docx

    if ending == ".docx":
        return write_docx(paper)
    if ending != ".pdf":
        raise ValueError(f"no writer for {ending!r}")
    try:
        return write_pdf(paper)
    except FacesMissing as missing:
        return missing.finding
