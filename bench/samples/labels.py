"""Labels of a document as jsonl rows: those of `truth/`, with offsets in place of anchors."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict

from samples.arithmetic import exactly, stated_letter
from samples.composing import Relation, Sample
from samples.planting.planted import Planted
from samples.styles import display

__all__ = ["Label", "labels_of", "read_labels", "write_labels"]


class Label(TypedDict):
    """`spans` are half-open offsets of the marks, `figures` their texts in the same order; `formula` is over letters,
    one per mark in order. `planted` are the spans that were changed, empty but in the one planted label."""

    id: str
    doc: str
    spans: list[tuple[int, int]]
    figures: list[str]
    formula: str
    computed: str
    stated: str
    verdict: str
    note: str
    trap: bool
    variant: str
    planted: list[tuple[int, int]]
    kind: str


def _computed(sample: Sample, relation: Relation) -> str:
    shown = sample.shown(relation) if relation.formula else None
    place = stated_letter(relation.formula)
    if shown is None or place is None:
        return ""
    return display(exactly(relation.formula, shown)[0], shown[place].decimals)


def _label(sample: Sample, relation: Relation, name: str, marks: Iterable[int]) -> Label:
    chosen = list(marks)
    place = stated_letter(relation.formula)
    return Label(
        id=name,
        doc=f"{sample.name}.txt",
        kind=relation.kind,
        spans=[sample.spans[mark] for mark in chosen],
        figures=[sample.marks[mark].text for mark in chosen],
        formula=relation.formula,
        computed=_computed(sample, relation),
        stated="" if place is None else sample.marks[relation.figures[place]].text,
        verdict=relation.verdict,
        note=relation.note,
        trap=relation.trap,
        variant="",
        planted=[],
    )


def labels_of(sample: Sample, planted: Planted | None = None) -> list[Label]:
    """Every relation of *sample* that holds, and the planted one first. Relations that a planted error touches
    besides its own are neither ok nor labelled."""
    edited = set(planted.edits) if planted else set()
    labels = []
    if planted:
        label = _label(sample, planted.relation, f"{sample.name}-000", planted.label_marks)
        label["kind"], label["verdict"] = planted.kind, planted.verdict
        label["note"], label["variant"] = planted.note, planted.variant
        label["planted"] = [sample.spans[mark] for mark in planted.edits]
        if planted.marks:
            label["formula"] = label["computed"] = label["stated"] = ""
        labels.append(label)
    for index, relation in enumerate(sample.relations, start=1):
        if not edited.intersection(relation.marks):
            labels.append(_label(sample, relation, f"{sample.name}-{index:03d}", relation.marks))
    return labels


def write_labels(path: Path, labels: Iterable[Label]) -> None:
    """One row a line; the class goes by the key of `truth/`."""
    rows = [{"id": label["id"], "doc": label["doc"], "class": label["kind"]} | dict(label) for label in labels]
    for row in rows:
        del row["kind"]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def read_labels(path: Path) -> list[Label]:
    """What `write_labels` wrote."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Label(**{key: value for key, value in row.items() if key != "class"}, kind=row["class"])  # type: ignore[typeddict-item]
        for row in rows
    ]
