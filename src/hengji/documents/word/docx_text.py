"""The visible text of a Word paragraph: insertions kept, deletions and field codes left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from hengji.documents.archive import attribute, local_name

__all__ = ["boxes_in", "note_references", "text_of"]

_INVISIBLE: Final = frozenset(
    {"del", "moveFrom", "delText", "instrText", "pPr", "rPrChange", "txbxContent", "Fallback", "rt"}
)
_BREAKS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_SYMBOL_FONTS: Final = {"00FE": "☑", "0052": "☑", "00A8": "□", "F0FE": "☑", "F052": "☑", "F0A8": "□", "F06F": "□"}


def text_of(paragraph: Element) -> str:
    """The paragraph's text; text boxes anchored in it are not part of it (see `boxes_in`)."""
    return "".join(_pieces(paragraph))


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        kind = local_name(child)
        if kind in _INVISIBLE or (kind == "r" and _is_hidden(child)):
            continue
        if kind == "t":
            yield child.text or ""
        elif kind in _BREAKS:
            yield _BREAKS[kind]
        elif kind == "sym":
            yield _SYMBOL_FONTS.get(attribute(child, "char").upper(), "")
        else:
            yield from _pieces(child)


def _is_hidden(run: Element) -> bool:
    """Text formatted as hidden: nobody sees it."""
    for properties in run:
        if local_name(properties) == "rPr":
            return any(
                local_name(each) == "vanish" and attribute(each, "val", "1") not in {"0", "false", "off"}
                for each in properties
            )
    return False


def boxes_in(paragraph: Element) -> Iterator[Element]:
    """The contents of text boxes anchored in the paragraph, each once (old and new form stand side by side)."""
    for child in paragraph:
        kind = local_name(child)
        if kind == "txbxContent":
            yield child
        elif kind not in {"Fallback", "del", "moveFrom"}:
            yield from boxes_in(child)


def note_references(paragraph: Element) -> Iterator[tuple[str, str]]:
    """Kind and id of the foot- and endnotes that the paragraph refers to."""
    for element in paragraph.iter():
        kind = local_name(element)
        if kind in {"footnoteReference", "endnoteReference"}:
            yield kind.removesuffix("Reference"), attribute(element, "id")
