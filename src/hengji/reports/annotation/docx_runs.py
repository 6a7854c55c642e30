"""The text of a Word document's body as its reader goes through it, with the runs that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Final, cast

from docx.oxml.text.run import CT_R
from lxml.etree import _Element

from hengji.reports.annotation.matching import positions

__all__ = ["Passage", "passages_of"]

_TRANSPARENT: Final = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
_UNSEEN: Final = frozenset({"del", "moveFrom", "pPr", "rPr", "txbxContent", "Fallback", "rt", "instrText", "delText"})
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or the paragraphs of a table cell."""

    paragraphs: tuple[_Element, ...]

    @property
    def text(self) -> str:
        return "".join(_shown(run) for run in self.runs())

    def runs(self) -> list[CT_R]:
        """The runs that show something."""
        return [run for paragraph in self.paragraphs for run in _runs(paragraph) if _shown(run)]

    def cut_out(self, first: int, last: int) -> list[CT_R]:
        """The runs that hold the letters and digits from number *first* up to *last*, cut to hold nothing else.

        A run with more in it than text (a break, a picture) is left whole. In a text box, where Word allows no
        comments, it is the run that holds the box.
        """
        held: list[CT_R] = []
        at = 0
        for run in self.runs():
            letters = positions(_shown(run))
            low, high = max(first - at, 0), min(last - at, len(letters))
            if low < high:
                host = _boxed(run)
                held.append(host if host is not None else _isolated(run, letters[low], letters[high - 1] + 1))
            at += len(letters)
        return held


def passages_of(body: _Element) -> list[Passage]:
    """Every paragraph and cell in reading order: a paragraph, its text boxes; a table's cells, the tables in them."""
    return list(_passages(body))


def _passages(parent: _Element) -> Iterator[Passage]:
    for block in _inside(parent, {"p", "tbl"}):
        if _name(block) == "tbl":
            yield from _table(block)
        else:
            yield Passage((block,))
            for box in _boxes(block):
                yield from _passages(box)


def _table(table: _Element) -> Iterator[Passage]:
    nested: list[_Element] = []
    for row in _inside(table, {"tr"}):
        for cell in _inside(row, {"tc"}):
            blocks = list(_inside(cell, {"p", "tbl"}))
            nested += (block for block in blocks if _name(block) == "tbl")
            paragraphs = [block for block in blocks if _name(block) == "p"]
            boxed = [each for paragraph in paragraphs for box in _boxes(paragraph) for each in _inside(box, {"p"})]
            yield Passage((*paragraphs, *boxed))
    for inner in nested:
        yield from _table(inner)


def _name(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _inside(parent: _Element, wanted: set[str]) -> Iterator[_Element]:
    for child in parent:
        if _name(child) in wanted:
            yield child
        elif _name(child) in _TRANSPARENT:
            yield from _inside(child, wanted)


def _boxes(element: _Element) -> Iterator[_Element]:
    for child in element:
        if _name(child) == "txbxContent":
            yield child
        elif _name(child) not in {"Fallback", "del", "moveFrom"}:
            yield from _boxes(child)


def _runs(element: _Element) -> Iterator[CT_R]:
    for child in element:
        if _name(child) == "r":
            if not _is_hidden(child):
                yield cast("CT_R", child)
        elif _name(child) not in _UNSEEN:
            yield from _runs(child)


def _shown(run: _Element) -> str:
    """The run's own text, without that of text boxes in it."""
    return "".join(_texts(run))


def _texts(element: _Element) -> Iterable[str]:
    for child in element:
        if _name(child) == "t":
            yield child.text or ""
        elif _name(child) not in _UNSEEN:
            yield from _texts(child)


def _is_hidden(run: _Element) -> bool:
    marks = (each for properties in run if _name(properties) == "rPr" for each in properties)
    return any(_name(each) == "vanish" and _value(each) not in {"0", "false", "off"} for each in marks)


def _value(element: _Element) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith("}val")), "1")


def _boxed(run: CT_R) -> CT_R | None:
    """The run that holds the text box that *run* is in."""
    outer: CT_R | None = None
    is_inside = False
    for ancestor in run.iterancestors():
        is_inside = is_inside or _name(ancestor) == "txbxContent"
        if is_inside and _name(ancestor) == "r":
            outer = cast("CT_R", ancestor)
    return outer


def _isolated(run: CT_R, start: int, end: int) -> CT_R:
    """The run, cut so that it shows no more than its text from *start* to *end*."""
    parts = [child for child in run if _name(child) != "rPr"]
    text = (parts[0].text or "") if len(parts) == 1 and _name(parts[0]) == "t" else ""
    if not text or (start == 0 and end == len(text)):
        return run
    if text[:start]:
        run.addprevious(_with_text(deepcopy(run), text[:start]))
    if text[end:]:
        run.addnext(_with_text(deepcopy(run), text[end:]))
    return _with_text(run, text[start:end])


def _with_text(run: CT_R, text: str) -> CT_R:
    part = next(child for child in run if _name(child) == "t")
    part.text = text
    part.set(_SPACE, "preserve")
    return run
