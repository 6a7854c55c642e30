"""The sets from the fourth on are what their builders write, where they have one; their anchors stand in the text that
readers give.

Whether each formula behaves as its label says is a matter of the builders: they stop where one does not.
"""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest
from measuring.independent import SETS, independent_collections, text_of

BLIND = SETS[3:]
BUILT = [folder for folder in BLIND if (folder / "build.py").exists()]


@pytest.mark.parametrize("folder", BUILT, ids=lambda folder: folder.name)
def test_everything_is_what_the_builder_writes(folder: Path, tmp_path: Path) -> None:
    import_module(f"samples.{folder.name}.build").main(tmp_path)
    for name in ("labels.jsonl", "manifest.jsonl"):
        assert (tmp_path / name).read_text("utf-8") == (folder / name).read_text("utf-8")
    names = {path.name for path in (folder / "documents").iterdir()}
    assert names == {path.name for path in (tmp_path / "documents").iterdir()}
    assert [
        name for name in sorted(names) if text_of(tmp_path / "documents" / name) != text_of(folder / "documents" / name)
    ] == []


@pytest.mark.parametrize("folder", BLIND, ids=lambda folder: folder.name)
def test_every_anchor_shows_its_figure(folder: Path) -> None:
    rows = {row["id"]: row for row in map(json.loads, (folder / "labels.jsonl").read_text("utf-8").splitlines())}
    wrong = [
        (label.id, document.text[start:end], anchor["figure"])
        for collection in independent_collections(folder)
        for document in collection.documents
        for label in document.labels
        for (start, end), anchor in zip(label.spans, rows[label.id]["anchors"], strict=True)
        if start < 0 or "".join(document.text[start:end].split()) != "".join(anchor["figure"].split())
    ]
    assert wrong == []


@pytest.mark.parametrize("folder", BLIND, ids=lambda folder: folder.name)
def test_at_most_three_documents_are_clean(folder: Path) -> None:
    listed = [json.loads(line) for line in (folder / "manifest.jsonl").read_text("utf-8").splitlines()]
    wrong = {
        json.loads(line)["doc"]
        for line in (folder / "labels.jsonl").read_text("utf-8").splitlines()
        if '"error"' in line
    }
    assert {one["doc"] for one in listed if one["clean"]} == {one["doc"] for one in listed} - wrong
    assert sum(one["clean"] for one in listed) <= 3 or not wrong  # a set of sound papers measures false alarms alone
