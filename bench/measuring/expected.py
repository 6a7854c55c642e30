"""Labels to measure against: those of the truth (anchors) and those of our samples (offsets), as one kind of value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from samples.arithmetic import number, stated_letter
from samples.labels import Label, read_labels

__all__ = [
    "ARITHMETIC",
    "Collection",
    "Expected",
    "LabelledDocument",
    "of_label",
    "sample_collection",
    "truth_collections",
]

ROOT: Final = Path(__file__).resolve().parents[2]
SHARED: Final = ROOT.parent / "shared"
ARITHMETIC: Final = frozenset(
    {"sum", "share", "growth", "rate", "difference", "count", "score_sum", "score_rule", "score_rate", "survey"}
)
_KINDS: Final = {
    "SUM": "sum", "SHARE": "share", "GROWTH": "growth", "RATE": "rate", "DIFFERENCE": "difference",
    "COUNT-SUM": "count", "SCORE-SUM": "score_sum", "SCORE-RULE": "score_rule", "GRADE": "grade",
    "TARGET": "target", "REPEAT": "repeat", "UNIT": "unit", "DATE/YEAR": "year", "STRUCTURE": "structure",
    "POLICY": "policy",
}  # fmt: skip
_NUMBER: Final = re.compile(r"\d[\d,，]*(?:\.\d+)?[%％]?")
_STATED: Final = re.compile(r"[\d,.]+[%％]?")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Expected:
    """A label. `stated` is the place of the stated figure among `spans`; `planted` the spans that were changed."""

    id: str
    kind: str
    verdict: str
    spans: tuple[Span, ...]
    stated: int | None
    note: str = ""
    trap: bool = False
    variant: str = ""
    planted: tuple[Span, ...] = ()

    @property
    def holds(self) -> bool:
        return self.verdict.startswith("ok")


@dataclass(frozen=True, slots=True)
class LabelledDocument:
    name: str
    text: str
    labels: tuple[Expected, ...]

    @property
    def clean(self) -> bool:
        return all(label.holds for label in self.labels)


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents that are reported on together. `exhaustive`: every error in them is labelled; `held_out`: only totals
    may be shown."""

    name: str
    documents: tuple[LabelledDocument, ...]
    exhaustive: bool
    held_out: bool = False


def of_label(label: Label) -> Expected:
    """A label of our own samples."""
    return Expected(
        id=label["id"],
        kind=label["kind"],
        verdict=label["verdict"],
        spans=tuple((start, end) for start, end in label["spans"]),
        stated=stated_letter(label["formula"]) if label["formula"] else None,
        note=label["note"],
        trap=label["trap"],
        variant=label["variant"],
        planted=tuple((start, end) for start, end in label["planted"]),
    )


def sample_collection(folder: Path) -> Collection:
    """The written samples in *folder*."""
    by_document: dict[str, list[Expected]] = {}
    for label in read_labels(folder / "labels.jsonl"):
        by_document.setdefault(label["doc"], []).append(of_label(label))
    documents = (
        LabelledDocument(name, (folder / name).read_bytes().decode(), tuple(labels))
        for name, labels in sorted(by_document.items())
    )
    return Collection("samples", tuple(documents), exhaustive=True)


def truth_collections(shared: Path = SHARED) -> Iterator[Collection]:
    """The seeds and the published documents, where they are present. Few relations of the latter are labelled."""
    for name, exhaustive in (("seeds", True), ("real", False)):
        path = shared / "truth" / f"{name}-relations.jsonl"
        if path.is_file():
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            yield Collection(name, tuple(_truth_documents(shared / name, rows)), exhaustive)


def _truth_documents(folder: Path, rows: list[dict[str, Any]]) -> Iterator[LabelledDocument]:
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8-sig")
        numbers = [match.span() for match in _NUMBER.finditer(text)]
        labels = [_of_row(row, text, numbers) for row in rows if row.get("doc", row.get("file")) == path.name]
        yield LabelledDocument(path.name, text, tuple(labels))


def _of_row(row: dict[str, Any], text: str, numbers: list[Span]) -> Expected:
    hints = row.get("figures") or [""] * len(row["anchors"])
    clue = f"{row['formula']} {row['stated']}"
    spans = tuple(
        _figure(text, anchor, hint, clue, numbers) for anchor, hint in zip(row["anchors"], hints, strict=True)
    )
    stated = _stated(row, [text[start:end] for start, end in spans])
    return Expected(row["id"], _KINDS[row["class"]], row["verdict"], spans, stated, row["note"])


def _figure(text: str, anchor: str, hint: str, clue: str, numbers: list[Span]) -> Span:
    """The figure that *anchor* holds: the whole number of the text, even where the anchor has only a part of it."""
    start = text.index(anchor)
    if hint and hint in anchor:
        inside = start + anchor.index(hint)
        return inside, inside + len(hint)
    met = [span for span in numbers if span[0] < start + len(anchor) and start < span[1]]
    told = [span for span in met if text[slice(*span)].rstrip("%％") in clue]
    return (told or met or [(start, start + len(anchor))])[0]


def _stated(row: dict[str, Any], figures: list[str]) -> int | None:
    """The place of the stated figure, where it is one figure and can be told from the others."""
    if "figures" in row:
        return stated_letter(row["formula"])
    said = _STATED.fullmatch(row["stated"].strip().removesuffix("万元").removesuffix("元").strip())
    value = number(said.group()) if said else None
    if value is None:
        return None
    same = [place for place, figure in enumerate(figures) if (shown := number(figure)) and shown.value == value.value]
    return same[0] if len(same) == 1 else None
