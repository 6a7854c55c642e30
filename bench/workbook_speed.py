"""How long the workbooks of many departments take: 1,000 scorecards and 1,000 forms, on two cores, from evaluation
files to files on disk. The departments are one example with its figures changed, so that no two are alike.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from measuring.showing import console, print_rows, save

from hengji.documents.forms.yaml_reader import read_yaml
from hengji.facts.workbook_layout import Stage
from hengji.workflows.many_workbooks import Job, evaluation_files, write_many

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "verification-2021" / "verified.yaml"
LIMIT = 60
"""Seconds for a thousand on two cores. What the processes computed is held against it, for the machine may be shared;
the time on the clock stands beside."""


def main(arguments: Sequence[str] = ()) -> int:
    """Prints the times, writes out/bench/workbook_speed.json, and fails where the scorecards pass their limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--departments", type=int, default=1000, metavar="N")
    parser.add_argument("--jobs", type=int, default=2, metavar="N")
    options = parser.parse_args(arguments)
    rows: list[list[str]] = []
    times: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        write_departments(Path(folder) / "in", options.departments)
        stages: tuple[tuple[str, Stage | None], ...] = (("scorecards", None), ("forms", "verification"))
        for name, stage in stages:
            out = Path(folder) / name
            jobs = [Job(file, target, stage) for file, target in evaluation_files([Path(folder) / "in"], out)]
            begun, used = time.perf_counter(), os.times()
            written = sum(one.path is not None for one in write_many(jobs, options.jobs))
            seconds, spent = time.perf_counter() - begun, os.times()
            assert written == options.departments, f"{written} of {options.departments} were written"
            computed = spent.children_user + spent.children_system - used.children_user - used.children_system
            size = sum(path.stat().st_size for path in out.iterdir())
            rows.append([name, f"{seconds:.1f}", f"{computed:.1f}", f"{1000 * seconds / written:.0f}", f"{size >> 20}"])
            times[name] = computed / options.jobs * 1000 / options.departments
    screen = console()
    header = ["workbooks", "seconds", "cpu seconds", "ms each", "MiB"]
    print_rows(screen, f"{options.departments} departments, {options.jobs} processes", header, rows)
    screen.print(f"  → {save('workbook_speed', {'rows': rows, 'limit': LIMIT})}")
    late = times["scorecards"] > LIMIT
    if late:
        print(f"workbook_speed: over the limit of {LIMIT} s for 1,000 scorecards", file=sys.stderr)
    return 1 if late else 0


def write_departments(folder: Path, count: int) -> None:
    """The example *count* times, each with its own name and its own figures of procurement."""
    folder.mkdir(parents=True)
    text = EXAMPLE.read_text(encoding="utf-8")
    assert read_yaml(text.encode(), EXAMPLE.name).located is not None
    head, _, tail = text.partition("政府采购实际金额: ")
    _, _, rest = tail.partition("\n")
    for number in range(count):
        amount = Fraction(300 + number % 95, 100)
        changed = f"{head}政府采购实际金额: {float(amount):.2f}万元\n{rest}"
        changed = changed.replace("organisation: ", f"organisation: 第{number + 1}", 1)
        (folder / f"department-{number + 1:04}.yaml").write_text(changed, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
