"""The one way into every target: instruments our modules, writes the seeds, sets the bounds, runs libFuzzer.

A target is a script that calls `run` with its seeds and a property. The property raises where it does not hold;
libFuzzer then writes the input beside the corpus, and the script called with that file repeats it.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import atheris

ROOT: Final = Path(__file__).resolve().parent.parent
WORK: Final = ROOT / "out" / "fuzz"
SECONDS: Final = 5
MEBIBYTES: Final = 2_048
MAX_LENGTH: Final = 65_536

sys.path.insert(0, str(ROOT / "tests"))  # the seeds are written by what the tests write their files with

Mutator = Callable[[bytes, int, int], bytes]
"""Changes an input, given the most bytes that it may have and a seed for chance."""


def instrumented(*packages: str) -> object:
    """The context in which a target imports what it fuzzes."""
    return atheris.instrument_imports(include=list(packages or ("hengji",)))


def run(
    hold: Callable[[bytes], None],
    seeds: Iterable[bytes],
    mutator: Mutator | None = None,
    max_length: int = MAX_LENGTH,
) -> None:
    """Fuzz *hold* with the options of libFuzzer that follow on the command line, such as ``-max_total_time=60``."""
    target = Path(sys.argv[0]).stem
    corpus = WORK / target
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        (corpus / hashlib.sha256(seed).hexdigest()[:24]).write_bytes(seed)
    bounds = [f"-timeout={SECONDS}", f"-rss_limit_mb={MEBIBYTES}", f"-max_len={max_length}"]
    given = sys.argv[1:]
    places = [] if any(not each.startswith("-") for each in given) else [str(corpus)]
    options = [sys.argv[0], *bounds, f"-artifact_prefix={WORK}/{target}-", "-print_final_stats=1", *given, *places]
    atheris.Setup(options, hold, custom_mutator=mutator)
    atheris.Fuzz()
