"""Writes the independent documents, their labels and the manifest: ``python bench/samples/independent/build.py``.

The pdf files need LibreOffice; ``--without-pdf`` leaves those that are there.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from samples.independent import drafts
from samples.independent.drafting import Draft
from samples.independent.labelling import labels
from samples.independent.writing import write

__all__ = ["all_drafts", "label_lines", "main", "manifest", "write_set"]

HERE = Path(__file__).resolve().parent


def all_drafts(package: ModuleType = drafts) -> list[Draft]:
    """Those of *package*, a module each, by number."""
    modules = [
        importlib.import_module(f"{package.__name__}.{one.name}") for one in pkgutil.iter_modules(package.__path__)
    ]
    return sorted((module.draft() for module in modules if hasattr(module, "draft")), key=lambda draft: draft.number)


def label_lines(documents: list[Draft]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for draft in documents for row in labels(draft))


def manifest(documents: list[Draft]) -> str:
    """Which half a document belongs to, and whether it is clean."""
    rows = [
        {"doc": one.file, "half": one.half, "clean": all(relation.verdict == "ok" for relation in one.relations)}
        for one in documents
    ]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def write_set(package: ModuleType, folder: Path, arguments: list[str]) -> None:
    """Documents, labels and manifest of the drafts in *package*."""
    (folder / "documents").mkdir(exist_ok=True)
    documents = all_drafts(package)
    for draft in documents:
        if draft.form != "pdf" or "--without-pdf" not in arguments:
            write(draft, folder / "documents")
    (folder / "labels.jsonl").write_text(label_lines(documents), encoding="utf-8")
    (folder / "manifest.jsonl").write_text(manifest(documents), encoding="utf-8")


def main(arguments: list[str]) -> None:
    write_set(drafts, HERE, arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
