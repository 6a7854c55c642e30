"""Changes one figure at a time of every labelled relation that holds, and asks whether the checker notices.

The relations are those of the published documents (the truth) or, where that is absent, of our own written samples:
papers that nobody wrote for a checker, with what a reader says must agree in them. Two neighbouring digits are
exchanged, as a clerk does; where all are alike, or there is one only, the last becomes another. What is raised after
the change and was not before counts. ``python bench/figures_of_relations.py [--missed] [--kind sum]``
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent))

from check_quality import WRITTEN
from measuring.checker import Report, load_checker, read_reports
from measuring.expected import ARITHMETIC, Expected, LabelledDocument, sample_collection, truth_collections
from measuring.showing import console, percent, print_rows, save

__all__ = ["Change", "changed_figure", "changes", "main", "outcome"]

_KINDS: Final = ARITHMETIC | {"repeat", "grade"}
_FIGURE: Final = re.compile(r"\d[\d,，]*(?:\.\d+)?")
_OTHER: Final = 3
"""By how much a digit is moved on that has no other to be exchanged with."""
_SHOWN: Final = 25

Change = tuple[int, int, str]
"""Where a figure begins and ends, and what it becomes."""


def changed_figure(figure: str) -> str:
    """*figure* with two neighbouring digits exchanged, never the first: 523.95 becomes 532.95, 0 becomes 3."""
    digits = [at for at, mark in enumerate(figure) if mark.isdigit()]
    for left, right in pairwise(digits[1:]):
        if figure[left] != figure[right]:
            marks = list(figure)
            marks[left], marks[right] = marks[right], marks[left]
            return "".join(marks)
    last = digits[-1]
    return figure[:last] + str((int(figure[last]) + _OTHER) % 10) + figure[last + 1 :]


def changes(document: LabelledDocument) -> Iterator[tuple[Expected, Change]]:
    """Every figure of the relations of *document* that hold, once, with what it becomes."""
    met: set[int] = set()
    for label in document.labels:
        if label.verdict != "ok" or label.trap or label.kind not in _KINDS:
            continue
        for start, end in label.spans:
            figure = _FIGURE.search(document.text, start, end) if start >= 0 else None
            if figure is not None and figure.start() not in met:
                met.add(figure.start())
                yield label, (*figure.span(), changed_figure(figure[0]))


def outcome(before: set[tuple[str, str]], after: set[tuple[str, str]]) -> str:
    """The gravest verdict that the change brought: error, suspicious, or nothing."""
    verdicts = {verdict for verdict, _ in after - before}
    return next((verdict for verdict in ("error", "suspicious") if verdict in verdicts), "nothing")


def _raised(reports: Sequence[Report]) -> set[tuple[str, str]]:
    return {(one.verdict, one.message) for one in reports if one.raised}


@cache
def _sound(name: str, text: str) -> set[tuple[str, str]]:
    return _raised(_reports(text, name))


def _reports(text: str, name: str) -> Sequence[Report]:
    checker = load_checker()
    return read_reports(checker(text, name)) if checker else ()


def _noticed(job: tuple[str, str, Change]) -> str:
    name, text, (start, end, new) = job
    return outcome(_sound(name, text), _raised(_reports(text[:start] + new + text[end:], name)))


def _documents() -> list[LabelledDocument]:
    collections = list(truth_collections()) or [sample_collection(WRITTEN)]
    return [document for collection in collections for document in collection.documents]


def _place(document: LabelledDocument, label: Expected, change: Change) -> str:
    start, end, new = change
    around = document.text[max(0, start - _SHOWN) : end + _SHOWN // 2].replace("\n", "⏎")
    return f"{label.id} {label.kind}: {document.text[start:end]} → {new} | {around}"


def main(arguments: Sequence[str] = ()) -> int:
    """Prints the outcomes by class and writes out/bench/figures_of_relations.json."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missed", action="store_true", help="print the figures of which no error was raised")
    parser.add_argument("--kind", choices=sorted(_KINDS), help="only relations of this class")
    options = parser.parse_args(arguments)
    screen = console()
    jobs = [
        (document, label, change)
        for document in _documents()
        for label, change in changes(document)
        if options.kind in (None, label.kind)
    ]
    counts: dict[str, Counter[str]] = {}
    missed = []
    with ProcessPoolExecutor() as pool:
        told = pool.map(_noticed, [(one.name, one.text, change) for one, _, change in jobs], chunksize=16)
        for (document, label, change), verdict in zip(jobs, told, strict=True):
            for kind in (label.kind, "all"):
                counts.setdefault(kind, Counter())[verdict] += 1
            if verdict != "error":
                missed.append(f"{verdict} {_place(document, label, change)}")
    rows = [
        [kind, str(total := found.total()), str(found["error"]), percent(found["error"] / total),
         str(found["suspicious"])]
        for kind, found in sorted(counts.items(), key=lambda entry: (entry[0] == "all", entry[0]))
    ]  # fmt: skip
    print_rows(screen, "one figure of a relation that holds changed", ["class", "changed", "error", "", "doubt"], rows)
    for line in missed if options.missed else ():
        screen.print(f"  {line}", markup=False, highlight=False, soft_wrap=True)
    path = save("figures_of_relations", {"classes": counts, "missed": missed})
    screen.print(f"  → {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
