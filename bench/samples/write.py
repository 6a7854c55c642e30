"""Writes the fixed set under `written/`: clean documents, and as many with one planted error each.

Run as ``python bench/samples/write.py`` after a deliberate change of the generator; the result is checked in, so
that measurements can be repeated.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

if __package__ in (None, ""):  # run as a script
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dataclasses import replace

from samples.composing import Sample
from samples.generate import generate
from samples.labels import labels_of, write_labels
from samples.planting import PLANTS, Planted, plant
from samples.templates import TEMPLATES

WRITTEN = Path(__file__).parent / "written"
CLEAN_PER_TEMPLATE = 2
_FIRST_PLANTED_SEED = 500


def planted_documents() -> Iterator[Planted]:
    """One document for each variant of error, from templates in turn."""
    templates = list(TEMPLATES)
    for index, variant in enumerate(PLANTS):
        for turn in range(len(templates) * 20):
            template = templates[(index * 5 + turn) % len(templates)]
            done = plant(generate(template, _FIRST_PLANTED_SEED + index + turn), variant, 0)
            if done:
                name = f"{done.sample.name}-{variant}"
                yield replace(done, sample=Sample(name, done.sample.pieces, done.sample.relations))
                break
        else:
            raise LookupError(variant)


def main() -> None:
    WRITTEN.mkdir(exist_ok=True)
    for old in WRITTEN.glob("*.txt"):
        old.unlink()
    labels = []
    for template in TEMPLATES:
        for seed in range(1, CLEAN_PER_TEMPLATE + 1):
            sample = generate(template, seed)
            (WRITTEN / f"{sample.name}.txt").write_text(sample.text, encoding="utf-8")
            labels += labels_of(sample)
    for planted in planted_documents():
        (WRITTEN / f"{planted.sample.name}.txt").write_text(planted.sample.text, encoding="utf-8")
        labels += labels_of(planted.sample, planted)
    write_labels(WRITTEN / "labels.jsonl", labels)


if __name__ == "__main__":
    main()
