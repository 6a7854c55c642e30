"""The independent documents: read from their files, labels found in the text that the readers give. There are
thirty-odd sets, each of a writer who had not seen the checker."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from samples.arithmetic import stated_letter

from measuring.checker import CheckText, relations_of
from measuring.expected import Collection, Expected, LabelledDocument
from measuring.scoreboard import Scoreboard, measure

__all__ = [
    "FOLDER",
    "SECOND",
    "SETS",
    "THIRD",
    "independent_boards",
    "independent_collections",
    "reading_files",
    "text_of",
]

_LATER: Final = (
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twentyfirst",
    "twentysecond",
    "twentythird",
    "twentyfourth",
    "twentyfifth",
    "twentysixth",
    "twentyseventh",
    "twentyeighth",
    "twentyninth",
    "thirtieth",
    "thirtyfirst",
    "thirtysecond",
    "thirtythird",
    "thirtyfourth",
    "thirtyfifth",
    "thirtysixth",
    "thirtyseventh",
    "thirtyeighth",
    "thirtyninth",
    "fortieth",
    "fortyfirst",
    "fortysecond",
    "fortythird",
    "fortyfourth",
    "fortyfifth",
    "fortysixth",
    "fortyseventh",
    "fortyeighth",
    "sound_first",
    "sound_second",
    "sound_third",
    "sound_fourth",
    "sound_fifth",
    "sound_sixth",
    "sound_seventh",
    "sound_eighth",
)
FOLDER: Final = Path(__file__).resolve().parents[1] / "samples" / "independent"
SECOND: Final = FOLDER.with_name("independent_second")
THIRD: Final = FOLDER.with_name("independent_third")
SETS: Final = (FOLDER, SECOND, THIRD, *(FOLDER.with_name(f"independent_{name}") for name in _LATER))
"""From the first to the last."""
_KEPT: Final = re.compile(r"[^\s|\u3000]")

Span = tuple[int, int]


def independent_boards() -> Iterator[Scoreboard]:
    """Measured: both halves of every set; from the third on they are held out as wholes."""
    for folder in SETS:
        for collection in independent_collections(folder):
            yield measure(collection, reading_files(folder))


def independent_collections(folder: Path = FOLDER) -> Iterator[Collection]:
    """The development half and the held-out half."""
    rows = [json.loads(line) for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()]
    listed = [json.loads(line) for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    for half in ("development", "held_out"):
        documents = tuple(
            _document(folder / "documents" / one["doc"], [row for row in rows if row["doc"] == one["doc"]])
            for one in listed
            if one["half"] == half
        )
        if not documents:
            continue
        yield Collection(
            f"{folder.name.replace('_', ' ')}, {half.replace('_', ' ')}",
            documents,
            exhaustive=True,
            held_out=half == "held_out",
        )


def reading_files(folder: Path = FOLDER) -> CheckText:
    """A checker of the files themselves: the text given to it is what a reader made of them."""
    from hengji.workflows.checking import check_file

    return lambda text, name: relations_of(check_file(folder / "documents" / name))


def _document(path: Path, rows: list[dict[str, Any]]) -> LabelledDocument:
    text = text_of(path)
    places = [found.start() for found in _KEPT.finditer(text)]
    flat = "".join(text[place] for place in places)
    return LabelledDocument(path.name, text, tuple(_label(row, flat, places) for row in rows))


@cache
def text_of(path: Path) -> str:
    """What the readers make of a file, which stands still while it is measured."""
    from hengji.workflows.checking import read_file

    read = read_file(path)
    if read.document is None:
        raise ValueError(f"{path.name}: {read.findings}")
    return read.document.text


def _label(row: dict[str, Any], flat: str, places: list[int]) -> Expected:
    spans = tuple(_span(anchor, flat, places) for anchor in row["anchors"])
    return Expected(
        id=row["id"],
        kind=row["class"],
        verdict=row["verdict"],
        spans=spans,
        stated=stated_letter(row["formula"]) if row["formula"] else None,
        note=row["note"],
        variant="" if all(start >= 0 for start, _ in spans) else "(a place was not found in the read text)",
        planted=tuple(spans[index] for index in row["planted"]),
    )


def _span(anchor: dict[str, str], flat: str, places: list[int]) -> Span:
    """Where the figure stands in the read text; (-1, -1) where the reader lost it."""
    before, figure, after = ("".join(_KEPT.findall(anchor[part])) for part in ("before", "figure", "after"))
    if not before + after and flat.count(figure) == 1:
        start = flat.index(figure)
        return places[start], places[start + len(figure) - 1] + 1
    while before or after:
        found = flat.find(before + figure + after)
        if found >= 0:
            start = found + len(before)
            return places[start], places[start + len(figure) - 1] + 1
        before, after = before[1:], after[:-1]  # a page's foot or a cell's neighbour may stand between
        if flat.count(before + figure + after) != 1:
            break
    return -1, -1
