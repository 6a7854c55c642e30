"""Showing a place in a formula: the line, and a caret under the character concerned."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

__all__ = ["pointed"]


def pointed(text: str, at: int) -> str:
    """The line of *text* that holds offset *at*, and a line with a caret under that character.

    The caret is pushed along by an ideographic space under each double-width character, so it stands right
    in a terminal and in a web page's fixed-width font alike.
    """
    at = max(0, min(at, len(text)))
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    shown = "".join(character if character.isprintable() else " " for character in line)
    return f"{shown}\n{''.join(_blank(character) for character in shown[: at - start])}^"


def _blank(character: str) -> str:
    if combining(character):
        return ""
    return "\u3000" if east_asian_width(character) in "WF" else " "
