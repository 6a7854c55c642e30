"""Plain data → YAML that reads back as the same text: keys in their order, numbers quoted, long lines."""

from __future__ import annotations

import re
from typing import Final

import yaml

__all__ = ["Plain", "write_yaml"]

Plain = str | int | bool | list["Plain"] | dict[str, "Plain"]
"""What can be written. A float cannot: figures are text or whole numbers."""

_WIDTH: Final = 1_000_000
"""Wider than any value, so that no text is folded over lines."""

_UNUSUAL_BREAK: Final = re.compile("[\r\x85\u2028\u2029]")
"""Line breaks that only double quotes keep as they are."""

_NUMBER_LIKE: Final = re.compile(r"[-+−－＋]?[\d０-９][\d０-９,，.．_]*[%％]?")


class _Writer(yaml.SafeDumper):
    """Writes no anchors, indents lists under their key, and shows long prose as a block."""

    def ignore_aliases(self, data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def represent_text(self, data: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", data, style=_style(data))


_Writer.add_representer(str, _Writer.represent_text)


def write_yaml(data: Plain) -> str:
    """The YAML text of *data*, the same for the same data; raises TypeError for what is not plain data."""
    _require_plain(data)
    return yaml.dump(data, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=_WIDTH, default_flow_style=False)


def _style(text: str) -> str | None:
    if _NUMBER_LIKE.fullmatch(text) or _UNUSUAL_BREAK.search(text):
        return '"'
    # A block keeps neither trailing spaces nor control characters; quotes do.
    readable = text.isprintable() or all(line.isprintable() for line in text.split("\n"))
    if "\n" in text.strip("\n") and readable and not any(line != line.rstrip() for line in text.split("\n")):
        return "|"
    return None


def _require_plain(data: object) -> None:
    if isinstance(data, dict):
        for key, value in data.items():
            if not isinstance(key, str):
                raise TypeError(f"a key must be text, not {type(key).__name__}")
            _require_plain(value)
    elif isinstance(data, list):
        for item in data:
            _require_plain(item)
    elif not isinstance(data, str | int):
        raise TypeError(f"cannot be written as YAML: {type(data).__name__}")
