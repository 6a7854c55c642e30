"""Scores what somebody entered in a form: plain data in the notation of the evaluation file, without a file."""

from __future__ import annotations

from typing import Any

from hengji.facts.sources import Listing, Located, Mapping, Source, Text

__all__ = ["located_content", "without"]


def located_content(value: Any, document: str, path: tuple[str, ...] = ()) -> Located:
    """*value* (JSON: text, lists, mappings, true/false) with each part's place: its path, as the source's cell.

    Numbers are refused: a figure is text, with its unit. Raises TypeError for one.
    """
    place = Source(document=document, cell="/".join(path))
    if isinstance(value, dict):
        entries = ((Text(key, place), located_content(inner, document, (*path, key))) for key, inner in value.items())
        return Mapping(tuple(entries), place)
    if isinstance(value, list):
        items = (located_content(inner, document, (*path, str(index + 1))) for index, inner in enumerate(value))
        return Listing(tuple(items), place)
    if value is None or isinstance(value, bool):
        return Text("" if value is None else "是" if value else "否", place)
    if not isinstance(value, str):
        raise TypeError(f"a figure must be text, not {type(value).__name__}")
    return Text(value, place)


def without(located: Located, places: frozenset[str]) -> Located:
    """*located* without the parts that stand at *places*: what is wrong there must not hide what is right elsewhere."""
    if isinstance(located, Mapping):
        kept = ((key, without(value, places)) for key, value in located.entries if value.source.cell not in places)
        return Mapping(tuple(kept), located.source)
    if isinstance(located, Listing):
        items = tuple(without(item, places) for item in located.items if item.source.cell not in places)
        return Listing(items, located.source)
    return located
