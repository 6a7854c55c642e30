"""Plants the faults that clerks make in papers that are all true, one at a time, and asks whether the checker notices.

The papers are the ones without faults among the independent documents. Each kind of fault is planted at up to N places
of each paper, evenly spread. ``python bench/faults_in_true_papers.py [--places N] [--kind KIND] [--missed]``
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from measuring.checker import CheckText, Report, load_checker, read_reports
from measuring.expected import LabelledDocument
from measuring.independent import SETS, independent_collections
from measuring.showing import console, percent, print_rows, save
from samples.planting.clerks_slips import KINDS, Slip

__all__ = ["main", "spread", "true_papers"]

_SHOWN = 60
"""Characters around a fault that was missed."""


def true_papers() -> Iterator[LabelledDocument]:
    """The plain texts without any fault, in the order of the sets."""
    for folder in SETS:
        for collection in independent_collections(folder):
            yield from (one for one in collection.documents if one.clean and one.name.endswith(".txt"))


def spread(slips: Sequence[Slip], most: int) -> list[Slip]:
    """Up to *most* of *slips*, as far from each other as they can be."""
    step = max(1, -(-len(slips) // most)) if most else 1
    return list(slips[::step])[:most]


def _errors(reports: Sequence[Report]) -> set[tuple[str, tuple[str, ...], str]]:
    return {(one.kind, one.texts, one.message) for one in reports if one.verdict == "error"}


def _tally(checker: CheckText, places: int, kinds: Sequence[str]) -> tuple[dict[str, list[bool]], list[dict[str, str]]]:
    caught: dict[str, list[bool]] = defaultdict(list)
    missed = []
    for paper in true_papers():
        before = _errors(read_reports(checker(paper.text, paper.name)))
        for kind in kinds:
            for slip in spread(list(KINDS[kind](paper.text)), places):
                text = slip.in_text(paper.text)
                found = bool(_errors(read_reports(checker(text, paper.name))) - before)
                caught[kind].append(found)
                if not found:
                    missed.append({"doc": paper.name, "kind": kind, "text": _around(paper.text, slip)})
    return caught, missed


def _around(text: str, slip: Slip) -> str:
    before, behind = text[max(0, slip.start - _SHOWN) : slip.start], text[slip.end : slip.end + _SHOWN]
    return f"{before}【{text[slip.start : slip.end]}→{slip.wrong}】{behind}".replace("\n", "⏎")


def main(arguments: Sequence[str] = (), check_text: CheckText | None = None) -> int:
    """Prints the share caught by kind and writes out/bench/faults_in_true_papers.json."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--places", type=int, default=2, metavar="N", help="faults of each kind in each paper")
    parser.add_argument("--kind", choices=tuple(KINDS), action="append", help="only this kind (may be repeated)")
    parser.add_argument("--missed", action="store_true", help="print what was not noticed")
    options = parser.parse_args(arguments)
    screen = console()
    checker = check_text or load_checker()
    if checker is None:
        screen.print("faults_in_true_papers: there is no hengji.workflows.checking yet; nothing was measured")
        return 0
    caught, missed = _tally(checker, options.places, options.kind or tuple(KINDS))
    rows = [
        [kind, str(len(found)), str(sum(found)), percent(sum(found) / len(found))] for kind, found in caught.items()
    ]
    print_rows(screen, "faults planted in true papers", ["kind", "planted", "noticed", "share"], rows)
    if options.missed:
        for one in missed:
            screen.print(f"  {one['kind']} · {one['doc'][:16]} · {one['text']}", markup=False, highlight=False)
    path = save(
        "faults_in_true_papers", {"kinds": {kind: [sum(f), len(f)] for kind, f in caught.items()}, "missed": missed}
    )
    screen.print(f"  → {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
