"""Short passages: each has one place, a wrong and a right reading of it, and a bench that counts them."""

from __future__ import annotations

import json
from typing import Any

import short_passages
from measuring.showing import OUT

ALL = list(short_passages.passages())


def test_every_passage_has_one_place_and_two_readings_of_it() -> None:
    assert len(ALL) > 1_000
    for kind, passage in ALL:
        assert passage["text"].count(short_passages.PLACE) == 1, (kind, passage["text"])
        assert passage["wrong"] != passage["right"], (kind, passage["text"])
        assert passage["note"], (kind, passage["text"])


def test_no_passage_stands_twice() -> None:
    texts = [passage["text"] for _, passage in ALL]
    assert len(set(texts)) == len(texts)


def test_a_checker_that_knows_every_fault_finds_all_and_accuses_nobody() -> None:
    known = {one["text"].replace(short_passages.PLACE, one["wrong"]): one for _, one in ALL}

    def check_text(text: str, name: str) -> list[dict[str, Any]]:
        one = known.get(text)
        if one is None or not one["wrong"]:
            return []
        start = one["text"].index(short_passages.PLACE)
        figure = {"role": "stated", "text": one["wrong"], "start": start, "end": start + len(one["wrong"])}
        return [{"kind": "sum", "verdict": "error", "figures": [figure], "computed": "", "stated": "", "message": ""}]

    assert short_passages.main((), check_text) == 0
    counts = json.loads((OUT / "short_passages.json").read_text(encoding="utf-8"))["kinds"]["all"]
    blank = sum(not passage["wrong"] for _, passage in ALL)
    assert (counts["found"], counts["accused"]) == (len(ALL) - blank, 0)


def test_a_checker_that_is_silent_finds_nothing() -> None:
    short_passages.main(("--set", "b"), lambda text, name: [])
    counts = json.loads((OUT / "short_passages.json").read_text(encoding="utf-8"))["kinds"]["all"]
    assert (counts["found"], counts["accused"]) == (0, 0)
