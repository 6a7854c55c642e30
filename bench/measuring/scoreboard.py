"""Counts over a collection: errors found, coverage, false alarms, per class."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from measuring.checker import CheckText, Report, read_reports
from measuring.expected import ARITHMETIC, Collection, LabelledDocument
from measuring.matching import covers, finds, raises

__all__ = ["ClassScore", "Scoreboard", "measure"]


@dataclass
class ClassScore:
    """What was labelled and what was reported in one class."""

    labelled: int = 0
    found: int = 0
    raised: int = 0
    reported: int = 0
    real: int = 0
    relations: int = 0
    covered: int = 0

    @property
    def precision(self) -> float | None:
        return self.real / self.reported if self.reported else None

    @property
    def recall(self) -> float | None:
        return self.found / self.labelled if self.labelled else None

    @property
    def f1(self) -> float | None:
        if self.precision is None or self.recall is None:
            return None
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass
class Scoreboard:
    """Everything measured on one collection. `others` are reported errors that no label confirms.
    `held_out`: single errors are for nobody's eyes."""

    name: str
    exhaustive: bool
    classes: dict[str, ClassScore] = field(default_factory=dict)
    suspicious: int = 0
    suspicious_raised: int = 0
    clean_documents: int = 0
    false_alarms: int = 0
    false_suspicions: int = 0
    traps: int = 0
    traps_sprung: int = 0
    missed: list[str] = field(default_factory=list)
    others: list[dict[str, Any]] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    held_out: bool = False

    def of(self, kind: str) -> ClassScore:
        return self.classes.setdefault(kind, ClassScore())

    def total(self) -> ClassScore:
        """All classes together."""
        sums: Counter[str] = Counter()
        for score in self.classes.values():
            sums.update(vars(score))
        return ClassScore(**sums)

    def arithmetic_coverage(self) -> float | None:
        chosen = [score for kind, score in self.classes.items() if kind in ARITHMETIC]
        relations = sum(score.relations for score in chosen)
        return sum(score.covered for score in chosen) / relations if relations else None


def measure(collection: Collection, check_text: CheckText) -> Scoreboard:
    """Runs the checker over *collection*."""
    board = Scoreboard(collection.name, collection.exhaustive, held_out=collection.held_out)
    for document in collection.documents:
        try:
            reports = read_reports(check_text(document.text, document.name))
        except Exception as problem:  # a crash is a result, and must not end the measurement
            board.crashed.append(f"{document.name}: {type(problem).__name__}: {problem}")
            reports = []
        _count_labels(board, document, reports)
        _count_reports(board, document, reports)
    return board


def _count_labels(board: Scoreboard, document: LabelledDocument, reports: list[Report]) -> None:
    for label in document.labels:
        score = board.of(label.kind)
        if label.verdict == "error":
            found = any(report.verdict == "error" and finds(report, label) for report in reports)
            score.labelled += 1
            score.found += found
            score.raised += any(raises(report, label) for report in reports)
            if not found:
                board.missed.append(f"{document.name} {label.id} {label.kind} {label.variant} {label.note}".strip())
        elif label.verdict == "suspicious":
            board.suspicious += 1
            board.suspicious_raised += any(raises(report, label) for report in reports)
        else:
            score.relations += 1
            score.covered += any(report.verdict in ("ok", "rounding") and covers(report, label) for report in reports)
            board.traps += label.trap
            board.traps_sprung += label.trap and any(
                report.verdict == "error" and covers(report, label) for report in reports
            )


def _count_reports(board: Scoreboard, document: LabelledDocument, reports: list[Report]) -> None:
    errors = [label for label in document.labels if label.verdict == "error"]
    doubtful = [label for label in document.labels if label.verdict == "suspicious"]
    clean = board.exhaustive and document.clean
    board.clean_documents += clean
    for report in reports:
        if clean and report.verdict == "suspicious":
            board.false_suspicions += 1
        if report.verdict != "error":
            continue
        score = board.of(report.kind)
        real = any(finds(report, label) for label in errors)
        score.reported += 1
        score.real += real
        board.false_alarms += clean
        if not real:
            near = next((label.id for label in doubtful if finds(report, label)), "")
            board.others.append(
                {
                    "doc": document.name, "kind": report.kind, "figures": list(report.texts), "stated": report.stated,
                    "computed": report.computed, "message": report.message, "spans": list(report.spans),
                    "labelled_suspicious": near,
                }
            )  # fmt: skip
