"""Sets data items in an evaluation file and leaves every other line as its writer left it, comments too."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping as AbstractMapping
from typing import Final

from hengji.documents.forms.yaml_reader import read_yaml
from hengji.facts.sources import Located, Mapping, Text

__all__ = ["with_data"]

_LINE: Final = re.compile("[^\r\n\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029]|$)")
_PLAIN_KEY: Final = re.compile(r"[\u4e00-\u9fff][\w\u4e00-\u9fff（）()·%+-]*")
_COMMENT: Final = re.compile(r"\s*(?:#.*)?\s*", re.DOTALL)

Entry = AbstractMapping[str, str]
"""``value``, ``form``, ``period``, ``place``, ``note``, as the file's reader knows them."""


def with_data(content: bytes, entries: AbstractMapping[str, Entry]) -> bytes | None:
    """*content* with *entries* set under ``data``; None where that cannot be done by changing only their lines.

    The result is read back: it says what was meant, and everything else as before.
    """
    before = read_yaml(content, "").located
    if not isinstance(before, Mapping):
        return None
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    lines = _LINE.findall(content.removeprefix(mark).decode())
    edited = _edited(lines[:-1] if lines and not lines[-1] else lines, before, entries)
    if edited is None:
        return None
    written = mark + "".join(edited).encode()
    return written if _says(written, before, entries) else None


def _edited(lines: list[str], before: Mapping, entries: AbstractMapping[str, Entry]) -> list[str] | None:
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    data = before.get("data")
    if data is None:
        return [*lines, f"data:{end}", *(_line(2, name, entry, end) for name, entry in entries.items())]
    key = next(key for key, _ in before.entries if key.text == "data")
    if data == Text("") and key.source.line is not None:
        new = [_line(2, name, entry, end) for name, entry in entries.items()]
        return [*lines[: key.source.line], *new, *lines[key.source.line :]]
    if not isinstance(data, Mapping) or key.source.line is None or data.source.line == key.source.line:
        return None
    bounds = _bounds(lines, before, data)
    indent = data.entries[0][0].source.column
    if bounds is None or indent is None:
        return None
    last = bounds[data.entries[-1][0].text][1]
    added = [_line(indent - 1, name, entry, end) for name, entry in entries.items() if name not in bounds]
    changes = [(last, last, added)]
    changes += [(*bounds[name], [_line(indent - 1, name, entries[name], end)]) for name in entries if name in bounds]
    for first, after, new in sorted(changes, key=lambda change: change[:2], reverse=True):
        lines[first:after] = new
    return lines


def _bounds(lines: list[str], before: Mapping, data: Mapping) -> dict[str, tuple[int, int]] | None:
    """Each data item's lines, from 0, without the comments below it; None where two share a line."""
    keys = [key.source.line for key, _ in data.entries]
    following = [key.source.line for key, _ in before.entries]
    starts = sorted({line - 1 for line in (*keys, *following) if line is not None} | {len(lines)})
    if len(set(keys)) < len(keys):
        return None
    bounds: dict[str, tuple[int, int]] = {}
    for (key, _), line in zip(data.entries, keys, strict=True):
        if line is None:
            return None
        first = line - 1
        after = next(start for start in starts if start > first)
        while after - 1 > first and _COMMENT.fullmatch(lines[after - 1]):
            after -= 1
        bounds[key.text] = (first, after)
    return bounds


def _line(indent: int, name: str, entry: Entry, end: str) -> str:
    """One line per item; JSON's quotes are YAML's."""
    key = name if _PLAIN_KEY.fullmatch(name) else json.dumps(name, ensure_ascii=False)
    inside = ", ".join(f"{part}: {json.dumps(text, ensure_ascii=False)}" for part, text in entry.items() if text)
    return f"{' ' * indent}{key}: {{{inside}}}{end}"


def _says(written: bytes, before: Mapping, entries: AbstractMapping[str, Entry]) -> bool:
    after = read_yaml(written, "").located
    if not isinstance(after, Mapping):
        return False
    others = {key.text: value for key, value in before.entries if key.text != "data"}
    kept = {key.text: value for key, value in after.entries if key.text != "data"}
    old = before.get("data")
    wanted: dict[str, Located] = {key.text: value for key, value in old.entries} if isinstance(old, Mapping) else {}
    for name, entry in entries.items():
        wanted[name] = Mapping(tuple((Text(part), Text(text)) for part, text in entry.items() if text))
    data = after.get("data")
    return others == kept and isinstance(data, Mapping) and {key.text: value for key, value in data.entries} == wanted
