"""How good the checker is: precision, recall and F1 by class, coverage, false alarms.

``python bench/check_quality.py [--generated N] [--samples-only]``: over the seeds and the published documents where
they are present, and always over our own written samples; with ``--generated N`` also over N fresh documents of each
template, clean, and N of each planted error, which nobody has looked at. The independent documents are checked as
files; of their held-out half only totals are printed, so that nobody mends the checker by it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from measuring.checker import CheckText, load_checker
from measuring.expected import Collection, LabelledDocument, of_label, sample_collection, truth_collections
from measuring.independent import independent_boards
from measuring.scoreboard import Scoreboard, measure
from measuring.showing import console, percent, print_board, save
from samples.composing import Sample
from samples.generate import generate
from samples.labels import labels_of
from samples.planting import PLANTS, Planted, plant
from samples.templates import TEMPLATES

__all__ = ["collections", "generated", "main"]

WRITTEN = Path(__file__).resolve().parent / "samples" / "written"
_FRESH = 10_000


def _document(sample: Sample, planted: Planted | None = None) -> LabelledDocument:
    return LabelledDocument(f"{sample.name}.txt", sample.text, tuple(map(of_label, labels_of(sample, planted))))


def _planted(variant: str, seed: int) -> LabelledDocument:
    """A document with one error of *variant*, of the first template from *seed* on that offers a place for it."""
    templates = list(TEMPLATES)
    for turn in range(100):
        done = plant(generate(templates[(seed + turn) % len(templates)], seed + turn), variant, seed)
        if done:
            named = Sample(f"{done.sample.name}-{variant}", done.sample.pieces, done.sample.relations)
            return LabelledDocument(f"{named.name}.txt", named.text, tuple(map(of_label, labels_of(named, done))))
    raise LookupError(variant)


def generated(count: int) -> Collection:
    """Fresh documents: *count* clean ones of each template and *count* of each planted error."""
    documents = [_document(generate(name, _FRESH + seed)) for name in TEMPLATES for seed in range(count)]
    documents += [
        _planted(variant, _FRESH + 1000 * (seed + 1) + index)
        for index, variant in enumerate(PLANTS)
        for seed in range(count)
    ]
    return Collection("generated", tuple(documents), exhaustive=True)


def collections(count: int, *, samples_only: bool) -> Iterator[Collection]:
    if not samples_only:
        yield from truth_collections()
    yield sample_collection(WRITTEN)
    if count:
        yield generated(count)


def _as_json(board: Scoreboard) -> dict[str, Any]:
    """Everything on the board; rates as strings."""
    scores = {**board.classes, "all": board.total()}
    rates = {
        kind: vars(score) | {name: percent(getattr(score, name)) for name in ("precision", "recall", "f1")}
        for kind, score in scores.items()
    }
    hidden: dict[str, list[Any]] = {"missed": [], "others": []} if board.held_out else {}
    return vars(board) | hidden | {"classes": rates, "arithmetic_coverage": percent(board.arithmetic_coverage())}


def main(arguments: Sequence[str] = (), check_text: CheckText | None = None) -> int:
    """Prints the tables and writes out/bench/check_quality.json. 0 also where there is no checker yet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--generated", type=int, default=0, metavar="N", help="fresh documents of each kind")
    parser.add_argument("--samples-only", action="store_true", help="leave the seeds and published documents out")
    options = parser.parse_args(arguments)
    screen = console()
    checker = check_text or load_checker()
    if checker is None:
        screen.print("check_quality: there is no hengji.workflows.checking yet; nothing was measured")
        return 0
    boards = [
        measure(collection, checker) for collection in collections(options.generated, samples_only=options.samples_only)
    ]
    if check_text is None:
        boards += independent_boards()
    for board in boards:
        print_board(screen, board)
    screen.print(f"  → {save('check_quality', {board.name: _as_json(board) for board in boards})}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
