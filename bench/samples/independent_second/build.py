"""Writes the second set of independent documents: ``python bench/samples/independent_second/build.py``.

The pdf files need LibreOffice; ``--without-pdf`` leaves those that are there.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from samples.independent.build import write_set
from samples.independent_second import drafts

__all__ = ["FOLDER", "main"]

FOLDER = Path(__file__).resolve().parent


def main(arguments: list[str]) -> None:
    write_set(drafts, FOLDER, arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
