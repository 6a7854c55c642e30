"""Writes the fourth set of independent documents: ``python bench/samples/independent_fourth/build.py``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from samples.independent_fourth import drafts
from samples.independent_fourth.making import rows_text

__all__ = ["FOLDER", "main"]

FOLDER = Path(__file__).resolve().parent


def main() -> None:
    documents = FOLDER / "documents"
    documents.mkdir(exist_ok=True)
    for old in documents.iterdir():
        old.unlink()
    papers = drafts.papers()
    for paper in papers:
        paper.write(documents)
    labels = [row for paper in papers for row in paper.labels(paper.file[:3])]
    manifest = [{"doc": paper.file, "half": "held_out", "clean": paper.clean} for paper in papers]
    (FOLDER / "labels.jsonl").write_text(rows_text(labels), encoding="utf-8")
    (FOLDER / "manifest.jsonl").write_text(rows_text(manifest), encoding="utf-8")


if __name__ == "__main__":
    main()
