"""Sentences as documents, and what a finder says about them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from hengji.checks.context import Context
from hengji.checks.mentions import find_mentions
from hengji.facts.document import Document
from hengji.facts.relation import DocumentFacts, Relation

SHARED = Path(__file__).parents[2] / "shared"
Finder = Callable[[Context], Iterator[Relation]]


def cases(path: Path) -> list[Any]:
    """One parameter per case of a YAML table; `say` is the text, `finds` what is expected besides ok."""
    table = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
    return [pytest.param(case, id=str(case.get("name", case["say"]))[:40].replace("\n", " ")) for case in table]


def context_of(text: str, year: int | None = None, kind: str = "other", title: str = "") -> Context:
    document = Document("样例.txt", "txt", text)
    return Context(document, DocumentFacts(kind, title, "", year, None, len(text)), find_mentions(document, year))


def found(finder: Finder, case: dict[str, Any]) -> list[str]:
    """“verdict text” of each relation that does not hold, in the order of the text."""
    year = int(case["year"]) if "year" in case else None
    context = context_of(case["say"], year, case.get("kind", "other"), case.get("title", ""))
    relations = sorted(finder(context), key=lambda relation: relation.start)
    for relation in relations:
        for each in relation.figures:
            assert context.document.text[each.start : each.end] == each.text
    wanted = ("ok",) if case.get("holds") else ()
    return [
        f"{each.verdict} {each.figures[-1].text.strip()}"
        for each in relations
        if each.verdict != "ok" or each.verdict in wanted
    ]


def labelled(names: tuple[str, ...]) -> list[Any]:
    """The seeds' labels with these ids: document, places of the anchors, verdict."""
    path = SHARED / "truth" / "seeds-relations.jsonl"
    if not path.exists():
        return []
    entries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [pytest.param(entry, id=entry["id"]) for entry in entries if entry["id"] in names]


def overlaps(finder: Finder, entry: dict[str, Any]) -> bool:
    """Whether the finder reports something not ok that overlaps an anchor of the label."""
    from hengji.checks.about import describe

    text = (SHARED / "seeds" / entry["doc"]).read_bytes().decode("utf-8-sig")
    document = Document(entry["doc"], "txt", text)
    facts = describe(document)
    context = Context(document, facts, find_mentions(document, facts.year))
    places = [(text.find(anchor), text.find(anchor) + len(anchor)) for anchor in entry["anchors"]]
    return any(
        each.start < end and start < each.end
        for relation in finder(context)
        if relation.verdict == entry["verdict"]
        for each in relation.figures
        for start, end in places
    )
