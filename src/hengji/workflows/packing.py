"""Packs the working papers of a verification: one pdf, and one zip of all that it rests on with a checksum manifest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from hengji.facts.findings import Finding
from hengji.facts.numbers import shown
from hengji.facts.scorecard import Scorecard
from hengji.facts.signatures import Signatures
from hengji.facts.sources import Source
from hengji.workflows.evidence_folder import FolderRead, read_folder, safe_names
from hengji.workflows.files import built_in_scheme, write_file
from hengji.workflows.pack_archive import Checked, check_archive, write_archive
from hengji.workflows.scorecards import ScoredSides, both_sides, card_sides, write_live_scorecard
from hengji.workflows.supporting import Matched, match_supports

__all__ = ["ENDINGS", "PackInputs", "Packed", "check_pack", "pack"]

ENDINGS: Final = (".zip", ".pdf")
"""What a pack can be written as: the whole of it, or the paper alone."""
_MOST_INDICATORS: Final = 2_000
"""Sheets of one paper: 10,000 take most of a minute and more memory than an office computer has."""
_PAPER, _WORKBOOK, _ABOUT = "底稿.pdf", "评分表.xlsx", "manifest.json"


@dataclass(frozen=True, slots=True)
class PackInputs:
    """The files that a pack is made of; all but the verification may be missing."""

    verified: Path
    own: Path | None = None
    evidence: Path | None = None
    signed_by: Path | None = None
    scheme: str | None = None


@dataclass(frozen=True, slots=True)
class Packed:
    """What was found on the way, and whether anything was written; with how many files and how many papers missing."""

    findings: tuple[Finding, ...]
    is_written: bool = False
    files: int = 0
    missing: int = 0


def pack(inputs: PackInputs, output: Path) -> Packed:
    """Scores, gathers, and writes *output*. Raises ValueError for an ending that is not one of `ENDINGS`.

    Faulty evidence is reported and the pack is made without it; with a faulty evaluation nothing is written.
    """
    from hengji.reports.paper.faces import FacesMissing

    ending = output.suffix.lower()
    if ending not in ENDINGS:
        raise ValueError(f"no writer for {ending!r}")
    sides = _sides(inputs)
    if sides.main is None or sides.main.card is None or sides.main.evaluation is None:
        return Packed(sides.findings)
    if sides.main.card.evaluator != "verified":
        return Packed((*sides.findings, _not_verified(inputs.verified)))
    if len(sides.main.card.leaves) > _MOST_INDICATORS:
        return Packed((*sides.findings, _too_many(inputs.verified, len(sides.main.card.leaves))))
    folder = read_folder(inputs.evidence)
    matched = match_supports(sides.main.evaluation, sides.main.card, folder.files)
    findings = (*sides.findings, *folder.findings, *matched.findings)
    try:
        paper = _paper(sides, matched)
    except FacesMissing as problem:
        return Packed((*findings, problem.finding))
    missing = sum(1 for each in matched.supports if not each.files)
    if ending == ".pdf":
        write_file(output, paper)
        return Packed(findings, True, 1, missing)
    contents = {_PAPER: paper, _WORKBOOK: _workbook(sides), **_inputs(inputs, sides)}
    contents[_ABOUT] = _about(sides.main.card, sides.signatures, matched)
    evidence = {each.file.name: each.path for each in folder.files}
    digests = write_archive(output, {**contents, **evidence})
    return Packed((*findings, *_changed(folder, digests)), True, len(digests), missing)


def check_pack(path: Path) -> Checked:
    """Compares a pack's files with its manifest."""
    return check_archive(path)


def _sides(inputs: PackInputs) -> ScoredSides:
    if inputs.own is None:
        return both_sides(inputs.verified, None, inputs.scheme, inputs.signed_by)
    return both_sides(inputs.own, inputs.verified, inputs.scheme, inputs.signed_by)


def _not_verified(path: Path) -> Finding:
    return Finding(
        "error", "底稿是核查的底稿，这份评价数据不是核查", Source(path.name), "pack.evaluator",
        "evaluation: self", "evaluation: verified", advice="请给出核查的评价数据；自评用 --self 另给",
    )  # fmt: skip


def _too_many(path: Path, count: int) -> Finding:
    return Finding(
        "error", "指标太多，一份底稿放不下", Source(path.name), "pack.indicators", f" {count:,} 个",
        f"不超过 {_MOST_INDICATORS:,} 个", advice="请按所属单位把评价数据分成几份，各打一份底稿",
    )  # fmt: skip


def _paper(sides: ScoredSides, matched: Matched) -> bytes:
    from hengji.reports.paper.print import write_pdf
    from hengji.reports.working_papers import WorkingPapers, working_papers

    columns = card_sides(sides)
    note = sides.main.card.note if sides.main is not None and sides.main.card is not None else ""
    papers = WorkingPapers(columns, matched.supports, matched.unused, sides.signatures, note)
    return write_pdf(working_papers(papers))


def _workbook(sides: ScoredSides) -> bytes:
    with TemporaryDirectory(prefix="hengji-pack-") as folder:
        write_live_scorecard(sides, Path(folder) / _WORKBOOK)
        return (Path(folder) / _WORKBOOK).read_bytes()


def _inputs(inputs: PackInputs, sides: ScoredSides) -> dict[str, bytes]:
    """The files that were read, as they are: who has the pack can score it again."""
    given = [("评价", inputs.verified), ("评价", inputs.own), ("签署", inputs.signed_by)]
    named = [(folder, path) for folder, path in given if path is not None]
    names = safe_names(f"{folder}/{path.name}" for folder, path in named)
    found = {name: path.read_bytes() for name, (_, path) in zip(names, named, strict=True)}
    if sides.main is not None and sides.main.scheme is not None and sides.main.evaluation is not None:
        content = _scheme(inputs.scheme or sides.main.evaluation.scheme, inputs.verified.parent)
        found |= {safe_names([f"方案/{sides.main.scheme.id}.yaml"])[0]: content} if content is not None else {}
    return found


def _scheme(named: str, beside: Path) -> bytes | None:
    """The scheme's file, looked for as `find_scheme` does: built in, by its path, beside the verification."""
    built_in = built_in_scheme(named)
    if built_in is not None:
        return built_in
    files = (Path(named), beside / named, beside / f"{named}.yaml")
    return next((path.read_bytes() for path in files if path.is_file()), None)


def _about(card: Scorecard, signatures: Signatures, matched: Matched) -> bytes:
    """What the pack is, for programs. Scores are text, as everywhere."""
    data: dict[str, Any] = {
        "format": "hengji-pack",
        "version": 1,
        "organisation": card.organisation,
        "year": card.year,
        "scheme": card.scheme,
        "total": None if card.total is None else shown(card.total, card.score_places),
        "grade": card.grade or None,
        "agency": signatures.agency or None,
        "verifier": signatures.verifier or None,
        "lead_verifier": signatures.lead_verifier or None,
        "evidence": [
            {
                "name": each.name,
                "places": list(each.places),
                "indicators": ["/".join(path) for path in each.paths],
                "files": [_file(file.name, file.size, file.sha256) for file in each.files],
            }
            for each in matched.supports
        ],
        "unused": [_file(file.name, file.size, file.sha256) for file in matched.unused],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _file(name: str, size: int, sha256: str) -> dict[str, Any]:
    return {"file": name, "bytes": size, "sha256": sha256}


def _changed(folder: FolderRead, digests: Mapping[str, str]) -> tuple[Finding, ...]:
    """Files that somebody changed between reading them for the paper and packing them."""
    return tuple(
        Finding("error", "打包过程中这份材料被改动了", Source(each.relative), "pack.changed", advice="请重新打包")
        for each in folder.files
        if digests[each.file.name] != each.file.sha256
    )
