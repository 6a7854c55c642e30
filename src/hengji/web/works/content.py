"""Content by path: what stands at a place, and the same content with another value there. Values only."""

from __future__ import annotations

import copy
from typing import Any

__all__ = ["MISSING", "at", "replaced", "shown_path"]

MISSING = None
"""What stands at a place where nothing was entered; entering it clears the place."""

Key = str | int


def at(content: Any, path: tuple[Key, ...]) -> Any:
    """The value at *path*, or MISSING."""
    value = content
    for key in path:
        if isinstance(value, dict) and isinstance(key, str):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and 0 <= key < len(value):
            value = value[key]
        else:
            return MISSING
    return value


def replaced(content: dict[str, Any], path: tuple[Key, ...], value: Any) -> dict[str, Any]:
    """A copy of *content* with *value* at *path*; MISSING removes the key, and what is left empty by it.

    Raises ValueError for a path that leads through a value which holds nothing (`{"a": "1"}` at ("a", "b")), or
    beyond the end of a list by more than one.
    """
    if not path:
        raise ValueError("empty path")
    changed: dict[str, Any] = copy.deepcopy(content)
    _put(changed, path, value)
    return changed


def _put(holder: Any, path: tuple[Key, ...], value: Any) -> None:
    key, rest = path[0], path[1:]
    if isinstance(holder, dict) and isinstance(key, str):
        if not rest:
            _set(holder, key, value)
            return
        inner = holder.setdefault(key, [] if isinstance(rest[0], int) else {})
        _put(inner, rest, value)
        if not inner:
            del holder[key]
    elif isinstance(holder, list) and isinstance(key, int) and 0 <= key <= len(holder):
        if not rest:
            _set_item(holder, key, value)
            return
        if key == len(holder):
            holder.append([] if isinstance(rest[0], int) else {})
        _put(holder[key], rest, value)
    else:
        raise ValueError(f"nothing can stand at {key!r} here")


def _set(holder: dict[str, Any], key: str, value: Any) -> None:
    if value is MISSING:
        holder.pop(key, None)
    else:
        holder[key] = value


def _set_item(holder: list[Any], index: int, value: Any) -> None:
    if value is MISSING:
        if index < len(holder):
            del holder[index]
    elif index == len(holder):
        holder.append(value)
    else:
        holder[index] = value


def shown_path(path: tuple[Key, ...]) -> str:
    """The path as the history and messages show it; list places count from 1."""
    return "/".join(str(key + 1) if isinstance(key, int) else key for key in path)
