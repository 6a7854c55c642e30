"""Scores what somebody entered in a form: plain data in the notation of the evaluation file, without a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hengji.facts.sources import Listing, Located, Mapping, Source, Text

__all__ = ["located_content", "without", "without_where"]


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
    return without_where(located, lambda _, value: value.source.cell in places)


def without_where(located: Located, leave_out: Callable[[Text | None, Located], bool]) -> Located:
    """*located* without the parts of which *leave_out* holds; it is asked with the key, where there is one."""
    if isinstance(located, Mapping):
        kept = tuple(
            (key, without_where(value, leave_out)) for key, value in located.entries if not leave_out(key, value)
        )
        return Mapping(kept, located.source)
    if isinstance(located, Listing):
        items = tuple(without_where(item, leave_out) for item in located.items if not leave_out(None, item))
        return Listing(items, located.source)
    return located
