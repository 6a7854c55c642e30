"""What the checker says of every sample, one finding a line, to see what a change of the code changed.

Measures tell how many faults are found, not which finding came or went; whoever mends one document wants to know what
it did to five hundred others. A finding that touches a labelled fault is marked with ``*``.
``python bench/findings_of_samples.py --save FILE`` before the change, ``--against FILE`` after it.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from rich.progress import track

sys.path.insert(0, str(Path(__file__).resolve().parent))

from measuring.checker import Report, load_checker, read_reports, relations_of
from measuring.expected import SHARED
from measuring.independent import SETS, independent_collections
from measuring.showing import console

__all__ = ["differences", "findings_of", "main", "samples"]

SAMPLES = Path(__file__).resolve().parent / "samples"
_READ = frozenset({".txt", ".docx", ".xlsx", ".pdf", ".html"})


def samples(folder: Path = SAMPLES) -> Iterator[Path]:
    """Every document among the samples, then the seeds and published documents where they are present."""
    for root in (folder, SHARED / "seeds", SHARED / "real"):
        yield from sorted(path for path in root.rglob("*") if path.suffix in _READ)


def findings_of(path: Path) -> list[str]:
    """The errors and doubts of one document: its name, the verdict (a fault that is labelled has ``*``), kind, figures,
    message."""
    from hengji.workflows.checking import check_file

    raised = [one for one in read_reports(relations_of(check_file(path))) if one.raised]
    faults = _faults(path)
    name = f"{path.parent.parent.name}/{path.name}" if path.parent.name == "documents" else path.name
    return sorted(
        _line(name, one.verdict + "*" * _hits(one, faults), one.kind, " ".join(one.texts), one.message)
        for one in raised
    )


def _line(*parts: str) -> str:
    """A figure may go over a line's end; a finding does not."""
    return "\t".join(" ".join(part.split()) for part in parts)


def _faults(path: Path) -> list[tuple[int, int]]:
    """Where the labelled faults of a document of the independent sets stand."""
    folder = path.parent.parent
    if folder not in SETS:
        return []
    documents = (one for half in independent_collections(folder) for one in half.documents if one.name == path.name)
    labels = [label for one in documents for label in one.labels if label.verdict == "error"]
    return [span for label in labels for span in label.planted or label.spans]


def _hits(report: Report, faults: Sequence[tuple[int, int]]) -> bool:
    return any(report.touches(span) for span in faults)


def differences(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """The lines that went (``-``) and came (``+``), each with the document it is of."""
    compared = difflib.unified_diff(sorted(before), sorted(after), n=0, lineterm="")
    return [line for line in compared if not line.startswith(("---", "+++", "@@"))]


def _of_passages() -> list[str]:
    """The same of the short passages, sound and at fault."""
    from short_passages import PLACE, passages

    checker = load_checker()
    assert checker is not None, "there is a checker, or no sample could have been checked"
    lines = []
    for number, (kind, passage) in enumerate(passages()):
        for name in ("wrong", "right"):
            reports = read_reports(checker(passage["text"].replace(PLACE, passage[name]), "passage.txt"))
            where = f"passage {kind} {number} {name}"
            lines += [_line(where, one.verdict, one.kind, one.message) for one in reports if one.raised]
    return lines


def main(arguments: Sequence[str] = (), paths: Sequence[Path] = ()) -> int:
    """Writes the findings, or prints what differs from those written before."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--save", type=Path, metavar="FILE", help="write the findings")
    parser.add_argument("--against", type=Path, metavar="FILE", help="show what differs from findings written before")
    parser.add_argument("--width", type=int, default=240, help="how much of a line is shown")
    options = parser.parse_args(arguments)
    chosen = list(paths) or list(samples())
    lines: list[str] = []
    screen = console()
    with ProcessPoolExecutor() as pool:
        passages = None if paths else pool.submit(_of_passages)
        done = pool.map(findings_of, chosen, chunksize=4)
        for found in track(done, "samples", total=len(chosen), console=screen, disable=not screen.is_terminal):
            lines += found
        lines += passages.result() if passages else []
    if options.save:
        options.save.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    screen.print(f"{len(lines)} findings in {len(chosen)} documents")
    if options.against:
        changed = differences(options.against.read_text(encoding="utf-8").splitlines(), lines)
        for line in changed:
            screen.print(line[: options.width], markup=False, highlight=False, soft_wrap=True)
        return int(bool(changed))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
