"""Score an evaluation file, compare two, and write what people take away."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hengji.facts.evaluation import Evaluation
from hengji.facts.findings import Finding
from hengji.facts.scorecard import Comparison, Scorecard
from hengji.rules.scheme import Scheme
from hengji.scoring.compare import compare
from hengji.scoring.goals import concrete
from hengji.scoring.intake import read_evaluation, scheme_named, with_what_if
from hengji.scoring.score import score
from hengji.workflows.files import read_located, write_file
from hengji.workflows.schemes import find_scheme

__all__ = ["Scored", "compare_files", "score_file", "write_page", "write_workbook"]


@dataclass(frozen=True, slots=True)
class Scored:
    """A scored file, or the findings that say why it could not be scored."""

    findings: tuple[Finding, ...]
    evaluation: Evaluation | None = None
    scheme: Scheme | None = None
    card: Scorecard | None = None


def score_file(path: Path, scheme: str | None = None, what_if: Path | None = None) -> Scored:
    """Scores the evaluation in *path* by the scheme it names, or by *scheme* (an id or a file).

    `findings` are those of reading; what the scoring itself finds is in the scorecard. With any error in
    reading nothing is scored.
    """
    read = read_located(path)
    if read.located is None:
        return Scored(read.findings)
    found = find_scheme(scheme or scheme_named(read.located), path.parent)
    if found.scheme is None:
        return Scored((*read.findings, *found.findings))
    taken = read_evaluation(read.located, found.scheme)
    findings = (*read.findings, *taken.findings)
    if taken.evaluation is not None and what_if is not None:
        other = read_located(what_if)
        findings = (*findings, *other.findings)
        if other.located is None:
            return Scored(findings)
        taken = with_what_if(taken.evaluation, other.located, found.scheme)
        findings = (*findings, *taken.findings)
    if taken.evaluation is None or any(finding.severity == "error" for finding in findings):
        return Scored(findings)
    return Scored(findings, taken.evaluation, found.scheme, score(taken.evaluation, found.scheme))


def compare_files(
    own: Path, verified: Path, scheme: str | None = None
) -> tuple[Comparison | None, tuple[Finding, ...]]:
    """The self-evaluation in *own* beside the verification in *verified*, or why they cannot be compared."""
    sides = score_file(own, scheme), score_file(verified, scheme)
    findings = tuple(finding for side in sides for finding in side.findings)
    mine, theirs = sides[0].card, sides[1].card
    return (None if mine is None or theirs is None else compare(mine, theirs)), findings


def write_workbook(scored: Scored, path: Path) -> None:
    """The scorecard as a workbook that recomputes itself."""
    from hengji.reports.scorecard_workbook import scorecard_workbook

    if scored.evaluation is None or scored.scheme is None or scored.card is None:
        raise ValueError("only a scored evaluation has a workbook")
    filled = concrete(scored.scheme, scored.evaluation.goals)
    write_file(path, scorecard_workbook(scored.evaluation, filled, scored.card))


def write_page(card: Scorecard, path: Path) -> None:
    """The scorecard as one self-contained page."""
    from hengji.reports.scorecard_page import scorecard_page

    write_file(path, scorecard_page(card).encode())
