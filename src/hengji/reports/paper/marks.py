"""The names under which a docx remembers figures and passages, so that an edited paper can be read back.

A figure's key is its content control's tag, a passage's key its bookmark's name. Word cuts tags at 64 characters and
takes only letters, digits and underlines, at most 40, in a bookmark; so a key that does not fit gets a short name, and
a part of the package (`xml`) says which key each name stands for. LibreOffice 7.4 keeps bookmarks when it saves a docx,
but neither tags nor that part.
"""

from __future__ import annotations

import hashlib
import re
from html import escape
from typing import Final

from hengji.reports.paper.printable import printable

__all__ = ["NAMESPACE", "Marks", "bookmark_of", "tag_of"]

NAMESPACE: Final = "urn:hengji:paper-keys"
_TAG: Final = 64
_BOOKMARK: Final = 40
_FIT: Final = re.compile(r"[^\W\d_]\w*")


def tag_of(key: str) -> str:
    """The tag of the figure named *key*: the key itself where it fits."""
    return key if len(key) <= _TAG else f"{key[: _TAG - 17]}-{_digest(key)}"


def bookmark_of(key: str) -> str:
    """The bookmark of the passage named *key*: the key itself where it fits."""
    if len(key) <= _BOOKMARK and _FIT.fullmatch(key):
        return key
    return f"K{re.sub(r'[^0-9A-Za-z一-鿿]', '_', key)[: _BOOKMARK - 18]}_{_digest(key)}"


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:16]


class Marks:
    """Hands out the numbers and names of one paper's marks."""

    def __init__(self) -> None:
        self._number = 0
        self._keys: dict[str, str] = {}
        self._taken: set[str] = set()

    def number(self) -> int:
        """A number that no other mark of this paper has."""
        self._number += 1
        return self._number

    def tag(self, key: str) -> str:
        """The tag for *key*, remembered where it is not the key."""
        key = printable(key)
        tag = tag_of(key)
        if tag != key:
            self._keys[tag] = key
        return tag

    def around(self, key: str, inside: str) -> str:
        """*inside* within a bookmark for *key*; without a key, and for the second of one key, as it is."""
        key = printable(key)
        name = bookmark_of(key) if key else ""
        if not name or name in self._taken:
            return inside
        self._taken.add(name)
        if name != key:
            self._keys[name] = key
        return self.bookmark(name, inside)

    def bookmark(self, name: str, inside: str) -> str:
        """*inside* within the bookmark *name*."""
        number = self.number()
        start = f'<w:bookmarkStart w:id="{number}" w:name="{escape(name)}"/>'
        return f'{start}{inside}<w:bookmarkEnd w:id="{number}"/>'

    def xml(self) -> str:
        """The part that says which key each short name stands for; nothing where all keys fit."""
        if not self._keys:
            return ""
        rows = "".join(f'<key name="{escape(name)}">{escape(key)}</key>' for name, key in self._keys.items())
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<keys xmlns="{NAMESPACE}">{rows}</keys>'
