"""The independent documents are what their builder writes, and their labels say of them what is so."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from measuring.independent import FOLDER, SECOND, THIRD, independent_collections, text_of
from measuring.scoreboard import Scoreboard
from measuring.showing import console, print_board
from samples.arithmetic import fails, number
from samples.independent.amounts import D, cut, money, percent, words
from samples.independent.build import all_drafts, label_lines, manifest
from samples.independent.drafting import Draft
from samples.independent.writing import write
from samples.independent_second import drafts as second_drafts
from samples.independent_third import drafts as third_drafts

SETS = {FOLDER: all_drafts(), SECOND: all_drafts(second_drafts), THIRD: all_drafts(third_drafts)}
DRAFTS = SETS[FOLDER]
LABELS: list[dict[str, Any]] = [
    json.loads(line) for drafts in SETS.values() for line in label_lines(drafts).splitlines()
]
FILES = {draft.file: draft for drafts in SETS.values() for draft in drafts}


@pytest.mark.parametrize(
    "draft", [one for one in FILES.values() if one.form != "pdf"], ids=lambda one: f"{one.number:02d}"
)
def test_a_written_file_is_what_the_builder_writes(draft: Draft, tmp_path: Path) -> None:
    folder = next(folder for folder, drafts in SETS.items() if draft in drafts)
    built, kept = write(draft, tmp_path), folder / "documents" / draft.file
    if draft.form in ("txt", "html"):
        assert built.read_bytes() == kept.read_bytes()
    else:
        assert text_of(built) == text_of(kept)


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_the_written_labels_and_the_manifest_are_the_builders(folder: Path) -> None:
    assert (folder / "labels.jsonl").read_text(encoding="utf-8") == label_lines(SETS[folder])
    assert (folder / "manifest.jsonl").read_text(encoding="utf-8") == manifest(SETS[folder])
    assert {path.name for path in (folder / "documents").iterdir()} == {draft.file for draft in SETS[folder]}


def test_every_anchor_is_found_in_the_text_that_is_read() -> None:
    lost = [
        (document.name, label.id)
        for folder in SETS
        for collection in independent_collections(folder)
        for document in collection.documents
        for label in document.labels
        if any(start < 0 for start, _ in label.spans)
    ]
    assert not lost


def test_every_anchor_shows_its_figure() -> None:
    rows = {row["id"]: row for row in LABELS}
    for document in (one for folder in SETS for found in independent_collections(folder) for one in found.documents):
        for label in document.labels:
            for (start, end), anchor in zip(label.spans, rows[label.id]["anchors"], strict=True):
                assert "".join(document.text[start:end].split()) == anchor["figure"], label.id


def test_a_formula_holds_where_the_label_says_ok_and_fails_where_it_says_error() -> None:
    judged = 0
    for row in LABELS:
        figures = [number(anchor["figure"].rstrip("万亿元")) for anchor in row["anchors"]]
        known = [figure for figure in figures if figure is not None]
        if row["formula"] and len(known) == len(figures):
            assert fails(row["formula"], known) == (row["verdict"] == "error"), row["id"]
            judged += 1
    assert judged > 100


def test_both_halves_hold_every_class_of_error_and_four_clean_documents_or_more() -> None:
    classes: dict[str, set[str]] = defaultdict(set)
    for row in LABELS:
        if row["verdict"] == "error" and FILES[row["doc"]] in DRAFTS:
            classes[FILES[row["doc"]].half].add(row["class"])
    assert classes["development"] == classes["held_out"]
    clean = [draft.half for draft in DRAFTS if all(one.verdict == "ok" for one in draft.relations)]
    assert (clean.count("development"), clean.count("held_out")) == (5, 4)
    assert len(DRAFTS) >= 24


def test_the_whole_third_set_is_held_out() -> None:
    assert {draft.half for draft in SETS[THIRD]} == {"held_out"}
    assert [collection.held_out for collection in independent_collections(THIRD)] == [True]


def test_of_the_held_out_half_no_single_error_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    alarm = {"doc": "a", "kind": "sum", "figures": ["1"], "message": "secret", "labelled_suspicious": ""}
    for held_out in (False, True):
        board = Scoreboard("half", exhaustive=True, missed=["secret"], others=[alarm], held_out=held_out)
        print_board(console(), board)
        assert ("secret" in capsys.readouterr().out) is not held_out


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (money(D("2.345")), "2.35"),
        (cut(D("2.349")), "2.34"),
        (percent(1, 3), "33.33%"),
        (percent(1, 2, trim=True), "50%"),
        (words(3_286_500), "人民币叁佰贰拾捌万陆仟伍佰元整"),
        (words(186_000), "人民币壹拾捌万陆仟元整"),
        (words(1_000_500), "人民币壹佰万零伍佰元整"),
    ],
)
def test_amounts_are_displayed_as_officers_write_them(shown: str, expected: str) -> None:
    assert shown == expected
