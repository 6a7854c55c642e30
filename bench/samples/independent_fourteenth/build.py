"""Writes the fourteenth set of independent documents: ``python bench/samples/independent_fourteenth/build.py``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from samples.independent_fourteenth import drafts
from samples.independent_fourth.making import write_set

__all__ = ["FOLDER", "main"]

FOLDER = Path(__file__).resolve().parent


def main(folder: Path = FOLDER) -> None:
    write_set(drafts.papers(), folder)


if __name__ == "__main__":
    main()
