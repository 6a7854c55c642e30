"""`make bench`: start-up and the scoring of one department, as ratios to an empty Python process.

The processes alternate, so that a busy moment of the machine meets all of them; see README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
EVALUATION = ROOT / "examples" / "verification-2021" / "verified.yaml"
HENGJI = Path(sys.executable).with_name("hengji")

EMPTY = "python -c pass"
COMMANDS: dict[str, list[str]] = {
    EMPTY: [sys.executable, "-c", "pass"],
    "hengji --version": [str(HENGJI), "--version"],
    "hengji score (json)": [str(HENGJI), "score", str(EVALUATION), "--format", "json"],
}
LIMITS_MS = {"hengji --version": 300, "own: read and score": 100}

# In a process of its own, for scoring once compiles the grammar of formulas and the second time finds it compiled.
OWN = """
import json, sys, time
from pathlib import Path
begun = time.perf_counter_ns()
from hengji.workflows.scoring import score_file
imported = time.perf_counter_ns()
card = score_file(Path(sys.argv[1])).card
scored = time.perf_counter_ns()
assert card is not None
score_file(Path(sys.argv[1]))
again = time.perf_counter_ns()
print(json.dumps({
    "own: imports": imported - begun,
    "own: read and score": scored - imported,
    "own: the same again": again - scored,
}))
"""


def main() -> int:
    """Measures, prints the table, and fails where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
        # As after a first use: the byte code is there.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        times = measure(rounds, environment)
    print_table(times)
    late = [name for name, limit in LIMITS_MS.items() if median(times[name]) > limit * 1_000_000]
    for name in late:
        print(f"{name}: over its limit of {LIMITS_MS[name]} ms", file=sys.stderr)
    return 1 if late else 0


def measure(rounds: int, environment: dict[str, str]) -> dict[str, list[int]]:
    """Nanoseconds of each command and of each step in the process, over *rounds*; a first round is not counted."""
    times: dict[str, list[int]] = {}
    for number in range(rounds + 1):
        found = {name: run(command, environment) for name, command in COMMANDS.items()}
        found |= own_steps(environment)
        for name, elapsed in found.items() if number else ():
            times.setdefault(name, []).append(elapsed)
    return times


def run(command: list[str], environment: dict[str, str]) -> int:
    """Nanoseconds from starting the process to its end."""
    begun = time.perf_counter_ns()
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=ROOT)
    return time.perf_counter_ns() - begun


def own_steps(environment: dict[str, str]) -> dict[str, int]:
    """Nanoseconds of the steps of scoring, inside one fresh process."""
    command = [sys.executable, "-c", OWN, str(EVALUATION)]
    done = subprocess.run(command, check=True, capture_output=True, env=environment, cwd=ROOT)
    steps: dict[str, int] = json.loads(done.stdout)
    return steps


def print_table(times: dict[str, list[int]]) -> None:
    """Milliseconds, and how often an empty process fits into the median."""
    unit = median(times[EMPTY])
    print(f"{'':24}{'min ms':>9}{'median ms':>11}{'max ms':>9}{'ratio':>8}")
    for name, elapsed in times.items():
        least, middle, most = (value / 1_000_000 for value in (min(elapsed), median(elapsed), max(elapsed)))
        ratio = median(elapsed) / unit
        print(f"{name:24}{least:9.1f}{middle:11.1f}{most:9.1f}{ratio:8.1f}")
    print(f"\n{len(times[EMPTY])} rounds; ratio: median over the median of `{EMPTY}` in the same run.")


if __name__ == "__main__":
    sys.exit(main())
