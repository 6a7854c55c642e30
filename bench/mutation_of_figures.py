"""Changes one digit of one figure in a consistent document, and asks whether the checker notices.

Only changes that make some relation of the document false are counted, and only at figures that the checker does not
complain about before the change. ``python bench/mutation_of_figures.py [--documents N] [--changes N]``
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from measuring.checker import CheckText, Report, load_checker, read_reports
from measuring.showing import console, percent, print_rows, save
from samples.composing import Sample
from samples.generate import generate
from samples.planting.figures import broken_by, one_digit
from samples.templates import TEMPLATES

__all__ = ["Mutation", "main", "mutations"]

_FIRST_SEED = 20_000


@dataclass(frozen=True, slots=True)
class Mutation:
    """One digit of one figure changed; `kinds` are the classes of the relations that no longer hold."""

    sample: Sample
    mark: int
    before: str
    after: str
    kinds: tuple[str, ...]


def mutations(sample: Sample, count: int, rng: random.Random) -> Iterator[Mutation]:
    """Up to *count* changes of different figures, each of which breaks a relation."""
    standing = sorted({mark for relation in sample.relations if relation.formula for mark in relation.figures})
    rng.shuffle(standing)
    for mark in standing:
        before = sample.marks[mark].text
        after = one_digit(before, rng)
        touched = [relation for relation in sample.relations if mark in relation.figures and relation.formula]
        kinds = sorted({relation.kind for relation in touched if broken_by(sample, relation, mark, after)})
        if kinds and count:
            count -= 1
            yield Mutation(sample.edited({mark: after}), mark, before, after, tuple(kinds))


def _raised(reports: Sequence[Report], span: tuple[int, int]) -> str:
    """The gravest verdict raised on a figure: error, suspicious, or nothing."""
    verdicts = {report.verdict for report in reports if report.raised and report.touches(span)}
    return "error" if "error" in verdicts else "suspicious" if verdicts else ""


def _tally(checker: CheckText, documents: int, changes: int) -> tuple[dict[str, list[str]], list[dict[str, object]]]:
    verdicts: dict[str, list[str]] = defaultdict(list)
    unseen: list[dict[str, object]] = []
    for template in TEMPLATES:
        for seed in range(_FIRST_SEED, _FIRST_SEED + documents):
            sample = generate(template, seed)
            name = f"{sample.name}.txt"
            before = read_reports(checker(sample.text, name))
            for change in mutations(sample, changes, random.Random(sample.name)):
                if _raised(before, sample.spans[change.mark]):
                    verdicts["(raised before)"].append("")
                    continue
                reports = read_reports(checker(change.sample.text, name))
                verdict = _raised(reports, change.sample.spans[change.mark])
                for kind in (*change.kinds, "all"):
                    verdicts[kind].append(verdict)
                if not verdict:
                    place = change.sample.spans[change.mark]
                    unseen.append(
                        {
                            "doc": name,
                            "span": place,
                            "before": change.before,
                            "after": change.after,
                            "kinds": change.kinds,
                        }
                    )
    return verdicts, unseen


def main(arguments: Sequence[str] = (), check_text: CheckText | None = None) -> int:
    """Prints the share caught by class and writes out/bench/mutation_of_figures.json."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2, metavar="N", help="documents of each template")
    parser.add_argument("--changes", type=int, default=8, metavar="N", help="changes in each document")
    options = parser.parse_args(arguments)
    screen = console()
    checker = check_text or load_checker()
    if checker is None:
        screen.print("mutation_of_figures: there is no hengji.workflows.checking yet; nothing was measured")
        return 0
    verdicts, unseen = _tally(checker, options.documents, options.changes)
    skipped = len(verdicts.pop("(raised before)", []))
    shares = {
        kind: {
            "changes": len(found),
            "error": percent(found.count("error") / len(found)),
            "raised": percent(sum(map(bool, found)) / len(found)),
        }
        for kind, found in sorted(verdicts.items(), key=lambda entry: (entry[0] == "all", entry[0]))
    }
    rows = [[kind, str(share["changes"]), str(share["error"]), str(share["raised"])] for kind, share in shares.items()]
    print_rows(screen, "one digit changed", ["class", "changes", "error", "error or suspicious"], rows)
    screen.print(f"  left out, because the checker complained before the change: {skipped}")
    path = save("mutation_of_figures", {"classes": shares, "raised_before": skipped, "unseen": unseen})
    screen.print(f"  → {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
