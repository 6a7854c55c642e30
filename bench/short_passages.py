"""Asks of some 1,900 short passages, each in its own words, whether the checker finds the one fault of each.

A paper of stock phrases measures how well the checker knows stock phrases. Each passage here tells one relation the way
some clerk might; with `wrong` in the place of 〔〕 it holds one fault, with `right` none. Written in two sets by people
who did not see the checker: ``a`` was opened and mended by (half of it), ``b`` only measured.
``python bench/short_passages.py [--set a|b] [--missed]``
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from measuring.checker import CheckText, Report, load_checker, read_reports
from measuring.showing import console, percent, print_rows, save

__all__ = ["FOLDER", "PLACE", "Tally", "main", "passages"]

FOLDER = Path(__file__).resolve().parent / "samples" / "passages"
PLACE = "〔〕"
SETS = ("a", "b", "c", "d")


@dataclass(slots=True)
class Tally:
    """`found`: faults that an error touches; `doubted`: that anything raised touches; `accused`: sound passages with an
    error."""

    passages: int = 0
    found: int = 0
    doubted: int = 0
    accused: int = 0
    missed: list[dict[str, str]] = field(default_factory=list)


def passages(folder: Path = FOLDER) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every passage with the kind of its fault."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield path.stem, json.loads(line)


def _hits(reports: Sequence[Report], text: str, passage: dict[str, Any]) -> list[Report]:
    """Reports that touch the wrong figure or one that it contradicts."""
    start = passage["text"].index(PLACE)
    spans = [(start, start + max(1, len(passage["wrong"])))]
    spans += [(at, at + len(other)) for other in passage["against"] if (at := text.find(other)) >= 0]
    return [one for one in reports if one.raised and any(one.touches(span) for span in spans)]


def _tally(checker: CheckText, only: str) -> dict[str, Tally]:
    tallies: dict[str, Tally] = defaultdict(Tally)
    for kind, passage in passages():
        if only and passage["set"] != only:
            continue
        wrong, right = (passage["text"].replace(PLACE, passage[name]) for name in ("wrong", "right"))
        hits = _hits(read_reports(checker(wrong, "passage.txt")), wrong, passage)
        found = any(one.verdict == "error" for one in hits)
        accused = any(one.verdict == "error" for one in read_reports(checker(right, "passage.txt")))
        for name in (kind, "all"):
            tally = tallies[name]
            tally.passages += 1
            tally.found += found
            tally.doubted += bool(hits)
            tally.accused += accused
            if not found and name == "all":
                tally.missed.append({"kind": kind, "text": wrong, "note": passage["note"]})
    return tallies


def main(arguments: Sequence[str] = (), check_text: CheckText | None = None) -> int:
    """Prints the share found by kind and writes out/bench/short_passages.json."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", default="", choices=["", *SETS], dest="only", help="only one of the sets")
    parser.add_argument("--missed", action="store_true", help="show what was not found")
    options = parser.parse_args(arguments)
    screen = console()
    checker = check_text or load_checker()
    if checker is None:
        screen.print("short_passages: there is no hengji.workflows.checking yet; nothing was measured")
        return 0
    tallies = _tally(checker, options.only)
    rows = [
        [
            kind, str(one.passages), str(one.found), percent(one.found / one.passages),
            percent(one.doubted / one.passages), str(one.accused),
        ]
        for kind, one in sorted(tallies.items(), key=lambda entry: (entry[0] == "all", entry[0]))
    ]  # fmt: skip
    header = ["kind", "faults", "found", "share", "error or suspicious", "sound ones accused"]
    print_rows(screen, "short passages, each in its own words", header, rows)
    for one in tallies["all"].missed if options.missed else ():
        screen.print(f"[{one['kind']}] {one['text']}\n    {one['note']}", markup=False)
    measured = {
        kind: {"faults": one.passages, "found": one.found, "raised": one.doubted, "accused": one.accused}
        for kind, one in tallies.items()
    }
    path = save("short_passages", {"kinds": measured, "missed": tallies["all"].missed})
    screen.print(f"  → {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
