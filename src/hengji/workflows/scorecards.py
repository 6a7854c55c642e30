"""The scorecard of one evaluation, or of a self-evaluation beside its verification, as the paper that is signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hengji.facts.findings import Finding
from hengji.facts.signatures import NOBODY, Signatures
from hengji.scoring.compare import compare
from hengji.workflows.files import write_file
from hengji.workflows.scoring import Scored, score_file, write_workbook
from hengji.workflows.signing import read_signatures

if TYPE_CHECKING:
    from hengji.reports.scorecard_sides import Sides

__all__ = ["ENDINGS", "ScoredSides", "both_sides", "card_sides", "write_live_scorecard", "write_scorecard"]

ENDINGS: Final = (".docx", ".xlsx", ".pdf")
"""What a scorecard can be written as."""


@dataclass(frozen=True, slots=True)
class ScoredSides:
    """One or two scored files with who signs them. `main` is the side that the paper explains; None for no result."""

    findings: tuple[Finding, ...]
    main: Scored | None = None
    own: Scored | None = None
    verified: Scored | None = None
    signatures: Signatures = NOBODY


def both_sides(
    evaluation: Path, verified: Path | None = None, scheme: str | None = None, signed_by: Path | None = None
) -> ScoredSides:
    """Scores *evaluation*, and *verified* beside it. With one file, the file says which side it is."""
    first = score_file(evaluation, scheme)
    second = None if verified is None else score_file(verified, scheme)
    if first.card is None or (second is not None and second.card is None):
        return ScoredSides((*first.findings, *(second.findings if second is not None else ())))
    if second is None or second.card is None:
        findings: tuple[Finding, ...] = first.findings
        own, checked = (None, first) if first.card.evaluator == "verified" else (first, None)
    else:
        findings = compare(first.card, second.card).findings
        own, checked = first, second
    main = checked or first
    paths = [node.path for node in main.card.nodes] if main.card is not None else []
    signed = read_signatures(signed_by, paths)
    return ScoredSides((*findings, *signed.findings), main, own, checked, signed.signatures)


def card_sides(sides: ScoredSides) -> Sides:
    """The two columns as the papers take them. Raises ValueError where nothing was scored."""
    from hengji.reports.scorecard_sides import Sides

    if sides.main is None or sides.main.scheme is None:
        raise ValueError("nothing was scored")
    texts = {each.name: each.text for each in sides.main.scheme.adjustments}
    own = sides.own.card if sides.own is not None else None
    verified = sides.verified.card if sides.verified is not None else None
    return Sides(own, verified, texts)


def write_scorecard(sides: ScoredSides, path: Path) -> tuple[Finding, ...]:
    """Writes the paper as the ending of *path* says; the workbook stays live.

    Gives what the medium cannot do: no Chinese face for a pdf (then nothing is written), figures beyond a workbook's
    digits. Raises ValueError for an ending that is not one of `ENDINGS`, and where nothing was scored.
    """
    return tuple(_written(sides, path))


def write_live_scorecard(sides: ScoredSides, path: Path) -> tuple[Finding, ...]:
    """The workbook of the side that is explained: the paper of both sides, and all that its scores follow from."""
    from hengji.reports.scorecard_paper import scorecard_table, title_text, whose_text
    from hengji.reports.workbook.annex_sheet import Annex

    columns = card_sides(sides)
    keys = ("得分", "") if columns.verified is not None else ("自评得分", "自评")
    table = scorecard_table(columns, sides.signatures)
    annex = Annex(title_text(columns), whose_text(columns.main), table, *keys)
    return write_workbook(sides.main, path, annex) if sides.main is not None else ()


def _written(sides: ScoredSides, path: Path) -> Iterator[Finding]:
    from hengji.reports.paper.faces import FacesMissing
    from hengji.reports.scorecard_paper import scorecard_paper

    ending = path.suffix.lower()
    if ending == ".xlsx":
        yield from write_live_scorecard(sides, path)
        return
    paper = scorecard_paper(card_sides(sides), sides.signatures)
    if ending == ".docx":
        from hengji.reports.paper.word import write_docx

        write_file(path, write_docx(paper))
    elif ending == ".pdf":
        from hengji.reports.paper.print import write_pdf

        try:
            write_file(path, write_pdf(paper))
        except FacesMissing as problem:
            yield problem.finding
    else:
        raise ValueError(f"no writer for {ending!r}")
