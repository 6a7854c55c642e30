"""How fast the checker is: pages of text, one figure repeated, and beside pdfplumber on the published pdfs.

A page is 22 lines of 28 characters (GB/T 9704-2012). ``python bench/check_speed.py [--pages N] [--repeats N]``
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from measuring.checker import CheckText, load_checker
from measuring.expected import SHARED
from measuring.showing import console, print_rows, save
from samples.generate import generate
from samples.templates import TEMPLATES

__all__ = ["exponent", "main", "pages_of_text", "repeated_figure"]

_PAGE = 22 * 28
_PATIENCE = 120.0  # seconds; a longer run ends its series
_FIRST_SEED = 30_000


def pages_of_text(pages: int) -> str:
    """*pages* pages of documents with different figures, one after the other."""
    parts: list[str] = []
    length = 0
    names = list(TEMPLATES)
    for turn in count():
        if length >= pages * _PAGE:
            break
        parts.append(generate(names[turn % len(names)], _FIRST_SEED + turn).text)
        length += len(parts[-1])
    return "\n".join(parts)[: pages * _PAGE]


def repeated_figure(times: int) -> str:
    """One figure, said *times* times."""
    return "临澜市水务局2022年度部门决算情况说明\n\n" + "本年收入合计443.66万元。\n" * times


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float | None:
    """The slope of log(seconds) over log(size) from the first to the last: 1 is linear, 2 quadratic."""
    if len(sizes) < 2:
        return None
    return math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0])


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _series(checker: CheckText, text_of: Callable[[int], str], most: int) -> tuple[list[int], list[float]]:
    """Times for an eighth, a quarter, a half and the whole of *most*, until patience ends."""
    sizes: list[int] = []
    seconds: list[float] = []
    for size in (most // 8, most // 4, most // 2, most):
        text = text_of(size)
        sizes.append(size)
        seconds.append(_seconds(lambda text=text: checker(text, "speed.txt")))  # type: ignore[misc]
        if seconds[-1] > _PATIENCE:
            break
    return sizes, seconds


def _beside_pdfplumber(checker: CheckText) -> list[dict[str, object]]:
    """The check of each published document beside pdfplumber's reading of its pdf: text alone, no tables."""
    try:
        import pdfplumber
    except ImportError:
        return []

    def read(path: Path) -> None:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_text()

    found: list[dict[str, object]] = []
    for path in sorted((SHARED / "real").glob("*.pdf")):
        text = path.with_suffix(".txt").read_bytes().decode()
        reading = _seconds(lambda path=path: read(path))  # type: ignore[misc]
        checking = _seconds(lambda text=text: checker(text, "real.txt"))  # type: ignore[misc]
        ratio = f"{checking / reading:.3f}"
        found.append({"doc": path.name, "read": f"{reading:.3f}", "check": f"{checking:.3f}", "ratio": ratio})
    return found


def main(arguments: Sequence[str] = (), check_text: CheckText | None = None) -> int:
    """Prints the times and writes out/bench/check_speed.json."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000, metavar="N")
    parser.add_argument("--repeats", type=int, default=10_000, metavar="N")
    options = parser.parse_args(arguments)
    screen = console()
    checker = check_text or load_checker()
    if checker is None:
        screen.print("check_speed: there is no hengji.workflows.checking yet; nothing was measured")
        return 0
    checker(pages_of_text(1), "warm.txt")
    result: dict[str, object] = {}
    for name, text_of, most in (
        ("pages", pages_of_text, options.pages),
        ("one figure repeated", repeated_figure, options.repeats),
    ):
        sizes, seconds = _series(checker, text_of, most)
        slope = exponent(sizes, seconds)
        growth = "–" if slope is None else f"{slope:.2f}"
        rows = [
            [str(size), f"{second:.2f}", f"{1000 * second / size:.2f}"]
            for size, second in zip(sizes, seconds, strict=True)
        ]
        print_rows(screen, f"{name}: time grows with size to the power {growth}", [name, "seconds", "ms each"], rows)
        result[name] = {"sizes": sizes, "seconds": [f"{second:.3f}" for second in seconds], "exponent": growth}
    beside = _beside_pdfplumber(checker)
    result["beside pdfplumber"] = beside
    header = ["doc", "read", "check", "ratio"]
    print_rows(screen, "check beside pdfplumber", header, [[str(row[key]) for key in header] for row in beside])
    if not beside:
        screen.print("  pdfplumber or the published pdfs are not there: no ratio")
    screen.print(f"  → {save('check_speed', result)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
