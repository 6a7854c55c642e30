"""Writes the third set of independent documents: ``python bench/samples/independent_third/build.py``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from samples.independent.build import write_set
from samples.independent_third import drafts

__all__ = ["FOLDER", "main"]

FOLDER = Path(__file__).resolve().parent


def main(arguments: list[str]) -> None:
    write_set(drafts, FOLDER, arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
