"""Score an evaluation file, compare two, and write the files that people take away."""

from __future__ import annotations

from collections.abc import Mapping as Entries
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hengji.facts.evaluation import Evaluation
from hengji.facts.findings import Finding
from hengji.facts.scorecard import Comparison, Scorecard
from hengji.facts.sources import Located, Mapping
from hengji.rules.scheme import Scheme
from hengji.rules.scheme_notation import SchemeRead
from hengji.scoring.compare import compare
from hengji.scoring.goal_intake import UNBALANCED
from hengji.scoring.goals import concrete
from hengji.scoring.intake import read_evaluation, scheme_named, with_what_if
from hengji.scoring.score import score
from hengji.workflows.contents import located_content, without
from hengji.workflows.files import read_located, write_file
from hengji.workflows.schemes import find_scheme

if TYPE_CHECKING:
    from hengji.reports.workbook.annex_sheet import Annex

__all__ = [
    "Compared",
    "Scored",
    "compare_files",
    "score_content",
    "score_file",
    "write_comparison_page",
    "write_page",
    "write_workbook",
]


@dataclass(frozen=True, slots=True)
class Scored:
    """A scored file, or the findings that say why it could not be scored.

    `findings` are all there are: those of reading, and those of scoring. The card holds the same.
    A card never comes without the evaluation and the scheme that it was made of.
    """

    findings: tuple[Finding, ...]
    evaluation: Evaluation | None = None
    scheme: Scheme | None = None
    card: Scorecard | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """Two evaluations beside each other, or the findings that say why they cannot be compared."""

    findings: tuple[Finding, ...]
    comparison: Comparison | None = None


def score_file(path: Path, scheme: str | None = None, what_if: Path | None = None) -> Scored:
    """Scores the evaluation in *path* by the scheme it names, or by *scheme* (an id or a file).

    With any error in reading nothing is scored.
    """
    read = read_located(path)
    located = read.partial if read.located is None else read.located
    if located is None:
        return Scored(read.findings)
    found = _scheme_of(located, scheme, path)
    if found.scheme is None:
        return Scored((*read.findings, *found.findings))
    taken = read_evaluation(located, found.scheme)
    findings = (*read.findings, *taken.findings)
    if what_if is not None:
        other = read_located(what_if)
        findings = (*findings, *other.findings)
        changed = other.partial if other.located is None else other.located
        if changed is not None:
            taken = with_what_if(taken.evaluation, changed, found.scheme)
            findings = (*findings, *taken.findings)
    if taken.evaluation is None or any(finding.severity == "error" for finding in findings):
        return Scored(findings)
    card = score(taken.evaluation, found.scheme)
    card = replace(card, findings=(*findings, *card.findings))
    return Scored(card.findings, taken.evaluation, found.scheme, card)


def score_content(content: Entries[str, Any], scheme: Scheme, document: str) -> Scored:
    """Scores what was entered so far, in the notation of the evaluation file; what is missing stays open.

    Unlike a file, a form is scored although something in it is wrong: the good cells earn their points, and each
    finding names its cell by its path.
    """
    located, findings = located_content(dict(content), document), tuple[Finding, ...]()
    while True:
        taken = read_evaluation(located, scheme)
        findings = tuple(dict.fromkeys((*findings, *taken.findings)))
        if taken.evaluation is not None:
            break
        wrong = frozenset(_cell_of(item) for item in taken.findings if item.severity == "error" and item.source.cell)
        left = without(located, wrong)
        if left == located or not wrong:
            return Scored(findings)
        located = left
    card = score(taken.evaluation, scheme)
    card = replace(card, findings=(*findings, *card.findings))
    return Scored(card.findings, taken.evaluation, scheme, card)


def _cell_of(finding: Finding) -> str:
    """The cell that must go so that the rest can be scored. Rows whose points do not sum up are none of them wrong
    by itself: the first goes without points, and the total stays open."""
    return f"{finding.source.cell}/points" if finding.code == UNBALANCED else finding.source.cell


def _scheme_of(located: Located, scheme: str | None, path: Path) -> SchemeRead:
    """The scheme asked for, or else the one that the evaluation names: then what is wrong stands in its file."""
    if scheme is not None:
        return find_scheme(scheme)
    found = find_scheme(scheme_named(located), path.parent)
    if found.scheme is not None:
        return found
    named = located.get("scheme") if isinstance(located, Mapping) else None
    place = located.source if named is None else named.source
    placed = (replace(item, source=place) if not str(item.source) else item for item in found.findings)
    return SchemeRead(None, tuple(placed))


def compare_files(own: Path, verified: Path, scheme: str | None = None) -> Compared:
    """The self-evaluation in *own* beside the verification in *verified*."""
    mine, theirs = score_file(own, scheme), score_file(verified, scheme)
    if mine.card is None or theirs.card is None:
        return Compared((*mine.findings, *theirs.findings))
    comparison = compare(mine.card, theirs.card)
    return Compared(comparison.findings, comparison)


def write_workbook(scored: Scored, path: Path, annex: Annex | None = None) -> tuple[Finding, ...]:
    """The scorecard as a workbook that recomputes itself; gives back what a workbook cannot hold exactly.

    With *annex*, its paper is the one that is signed. Raises ValueError where nothing was scored.
    """
    from hengji.reports.scorecard_workbook import write_scorecard_workbook

    if scored.evaluation is None or scored.scheme is None or scored.card is None:
        raise ValueError("nothing was scored")
    filled = concrete(scored.scheme, scored.evaluation.goals)
    workbook = write_scorecard_workbook(scored.evaluation, filled, scored.card, annex=annex)
    write_file(path, workbook.content)
    return workbook.findings


def write_page(card: Scorecard, path: Path) -> None:
    """The scorecard as one self-contained page."""
    from hengji.reports.scorecard_page import scorecard_page

    write_file(path, scorecard_page(card).encode())


def write_comparison_page(comparison: Comparison, path: Path) -> None:
    """The comparison as one self-contained page."""
    from hengji.reports.scorecard_page import comparison_page

    write_file(path, comparison_page(comparison).encode())
