"""Write the report of an evaluation: draft its words, keep a person's edits, set the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from hengji.facts.findings import Finding
from hengji.facts.narrative import Narrative, merged
from hengji.facts.sources import Source
from hengji.reports.narrative.drafting.self_evaluation import draft_self_evaluation
from hengji.reports.narrative.drafting.verification import draft_verification
from hengji.reports.narrative.notation import HEADER, narrative_data, read_narrative
from hengji.reports.narrative.subject import Subject
from hengji.workflows.files import read_located, write_file
from hengji.workflows.scoring import Scored, score_file

if TYPE_CHECKING:
    from hengji.documents.forms.yaml_writer import Plain
    from hengji.facts.evaluation import Evaluation
    from hengji.facts.scorecard import Scorecard
    from hengji.reports.narrative.composing import Composed

__all__ = [
    "ENDINGS",
    "NewReport",
    "ReportFiles",
    "WrittenReport",
    "begin_report",
    "composed_report",
    "narrative_of",
    "narrative_path",
    "read_subject",
    "save_narrative",
    "write_report",
]

ENDINGS: Final = (".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """What a report is made of: a self-evaluation or a verification, or both; and earlier years."""

    evaluation: Path
    verified: Path | None = None
    previous: tuple[Path, ...] = ()

    @property
    def main(self) -> Path:
        """The evaluation that the report is about."""
        return self.verified or self.evaluation


@dataclass(frozen=True, slots=True)
class NewReport:
    """The words of a report in their file; `path` is None where nothing was written."""

    path: Path | None
    findings: tuple[Finding, ...]
    passages: int = 0
    edited: int = 0


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A report on paper; `path` is None where nothing was written.

    `findings` are of the evaluation; `points` of the words: errors, open points (warnings), typed figures (notes).
    """

    path: Path | None
    findings: tuple[Finding, ...] = ()
    points: tuple[Finding, ...] = ()


def narrative_path(files: ReportFiles) -> Path:
    """Where the report's words are: beside the evaluation, under its name."""
    return files.main.with_name(f"{files.main.stem}.narrative.yaml")


def begin_report(files: ReportFiles) -> NewReport:
    """Writes the narrative drafted from the data; what a person edited in it stays."""
    subject, findings = read_subject(files)
    if subject is None:
        return NewReport(None, findings)
    narrative, found = narrative_of(files, subject)
    findings = (*findings, *found)
    if narrative is None:
        return NewReport(None, findings)
    path = narrative_path(files)
    save_narrative(narrative, path)
    passages = list(narrative.passages)
    return NewReport(path, findings, len(passages), sum(passage.is_edited for passage in passages))


def write_report(files: ReportFiles, output: Path) -> WrittenReport:
    """Writes the report as docx or pdf, by the ending of *output*."""
    ending = output.suffix.lower()
    if ending not in ENDINGS:
        place, found = Source(output.name), f"“{output.suffix}”"
        wrong = Finding("error", "不能写成这种文件", place, "report.ending", found, "docx 或 pdf")
        return WrittenReport(None, (wrong,))
    composed, findings = composed_report(files)
    if composed is None:
        return WrittenReport(None, findings)
    content = _pdf(composed) if ending == ".pdf" else _docx(composed)
    if isinstance(content, Finding):
        return WrittenReport(None, (*findings, content), composed.findings)
    write_file(output, content)
    return WrittenReport(output, findings, composed.findings)


def composed_report(files: ReportFiles) -> tuple[Composed | None, tuple[Finding, ...]]:
    """The paper with the narrative as it stands, drafted anew from the data; None with what stood in the way."""
    from hengji.reports.narrative.composing import compose

    subject, findings = read_subject(files)
    if subject is None:
        return None, findings
    narrative, found = narrative_of(files, subject)
    if narrative is None:
        return None, (*findings, *found)
    return compose(narrative, subject), (*findings, *found)


def _docx(composed: Composed) -> bytes:
    from hengji.reports.paper.word import write_docx

    return write_docx(composed.paper)


def _pdf(composed: Composed) -> bytes | Finding:
    from hengji.reports.paper.faces import FacesMissing
    from hengji.reports.paper.print import write_pdf

    try:
        return write_pdf(composed.paper)
    except FacesMissing as missing:
        return missing.finding


def narrative_of(files: ReportFiles, subject: Subject) -> tuple[Narrative | None, tuple[Finding, ...]]:
    """The draft made of the data with the edits of the file, where there is one; None where the file is not right."""
    draft = draft_self_evaluation if subject.card.evaluator == "self" else draft_verification
    drafted = draft(subject)
    path = narrative_path(files)
    if not path.exists():
        return drafted, ()
    read = read_located(path)
    if read.located is None:
        return None, read.findings
    taken = read_narrative(read.located)
    findings = (*read.findings, *taken.findings)
    return (None if taken.narrative is None else merged(drafted, taken.narrative)), findings


def save_narrative(narrative: Narrative, path: Path) -> None:
    """Writes the narrative with what its reader should know above it."""
    from hengji.documents.forms.yaml_writer import write_yaml

    write_file(path, (HEADER + write_yaml(cast("Plain", narrative_data(narrative)))).encode())


def read_subject(files: ReportFiles) -> tuple[Subject | None, tuple[Finding, ...]]:
    """What the report is about, scored; None with everything that is wrong."""
    main = score_file(files.main)
    own = score_file(files.evaluation) if files.verified is not None else None
    findings = (*(own.findings if own is not None else ()), *main.findings)
    if own is not None and own.card is not None and main.card is not None:
        findings = (*findings, *_mismatch(own.card, main.card, files))
    if main.card is None or main.evaluation is None or main.scheme is None or (own is not None and own.card is None):
        return None, findings
    if any(finding.code == "report.pair" for finding in findings):
        return None, findings
    previous, found = _previous(files.previous, main)
    card = own.card if own is not None else None
    return Subject(main.evaluation, main.scheme, main.card, card, previous), (*findings, *found)


def _mismatch(own: Scorecard, verified: Scorecard, files: ReportFiles) -> tuple[Finding, ...]:
    place = Source(files.main.name)
    found = []
    if own.evaluator != "self" or verified.evaluator != "verified":
        advice = "写成：hengji report write 自评文件 --verified 核查文件"
        found.append(Finding("error", "要一份自评、一份核查", place, "report.pair", advice=advice))
    for what, mine, theirs in (
        ("单位", own.organisation, verified.organisation),
        ("年度", str(own.year), str(verified.year)),
        ("评价方案", own.scheme, verified.scheme),
    ):
        if mine != theirs:
            message = f"自评和核查的{what}不同"
            found.append(Finding("error", message, place, "report.pair", found=f"“{theirs}”", expected=f"“{mine}”"))
    return tuple(found)


def _previous(
    paths: Sequence[Path], main: Scored
) -> tuple[tuple[tuple[Evaluation, Scorecard], ...], tuple[Finding, ...]]:
    """Evaluations of earlier years, the latest first; one that cannot be used is told and left out."""
    taken: list[tuple[Evaluation, Scorecard]] = []
    findings: list[Finding] = []
    for path in paths:
        scored = score_file(path)
        if scored.evaluation is None or scored.card is None or main.evaluation is None:
            findings += scored.findings
            continue
        earlier, now = scored.evaluation, main.evaluation
        if earlier.year >= now.year:
            message, place = "不是以前年度的评价，没有用来比较", Source(path.name)
            expected = f"{now.year} 年以前"
            findings.append(Finding("error", message, place, "report.previous", f"{earlier.year} 年", expected))
            continue
        if earlier.organisation != now.organisation:
            message = "以前年度评价的单位名称不同，仍用来比较"
            found, expected = f"“{earlier.organisation}”", f"“{now.organisation}”"
            findings.append(Finding("warning", message, Source(path.name), "report.previous", found, expected))
        taken.append((earlier, scored.card))
    taken.sort(key=lambda pair: -pair[0].year)
    return tuple(taken), tuple(findings)
