"""A paper of ours that comes back as docx → its paragraphs with the marks that tell which passage and figure each is.

Marks are the names of bookmarks and the tags of content controls as they stand; whoever wrote the paper knows what
they mean. The contents list and the captions' numbers are not read: programs write them anew. Tracked changes count
as accepted.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from hengji.documents.archive import ArchiveRefused, attribute, local_name, open_archive, parse_xml, relationships
from hengji.facts.narrative import ReturnedParagraph, ReturnedPiece

__all__ = ["read_returned_paper"]

_HIDDEN = frozenset({"del", "moveFrom", "instrText", "rPr", "pPr", "sdtPr", "delText", "fallback", "Fallback"})
_INSIDE = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
_CONTENTS_ANCHOR = "_Toc"


def read_returned_paper(content: bytes) -> tuple[ReturnedParagraph, ...]:
    """Every paragraph that has text, in reading order, those of tables row by row.

    Raises `ArchiveRefused` for what is no docx or not to be trusted.
    """
    entries = open_archive(content)
    main = next((part for _, kind, part in relationships(entries, "") if kind == "officeDocument"), "word/document.xml")
    if main not in entries:
        raise ArchiveRefused("damaged", "文件里没有正文（word/document.xml）", "请用 Word、WPS 另存一份再试")
    body = next((each for each in parse_xml(entries[main], main) if local_name(each) == "body"), None)
    if body is None:
        raise ArchiveRefused("damaged", "文件里没有正文", "请用 Word、WPS 打开后另存一份再试")
    return tuple(_paragraphs(body, []))


def _paragraphs(parent: Element, waiting: list[str]) -> Iterator[ReturnedParagraph]:
    """*waiting* are bookmarks that begin between paragraphs: they belong to the next one."""
    for element in parent:
        kind = local_name(element)
        if kind == "p":
            read = _paragraph(element, waiting)
            if read is not None:
                waiting.clear()
                yield read
        elif kind == "bookmarkStart":
            waiting.append(attribute(element, "name"))
        elif kind in {"tbl", "tr", "tc"} or (kind in _INSIDE and not _is_contents(element)):
            yield from _paragraphs(element, waiting)


def _is_contents(element: Element) -> bool:
    return any(local_name(each) == "docPartGallery" for each in element.iter())


def _paragraph(paragraph: Element, waiting: list[str]) -> ReturnedParagraph | None:
    names = list(waiting)
    pieces: list[ReturnedPiece] = []
    for element in paragraph:
        if local_name(element) == "hyperlink" and attribute(element, "anchor").startswith(_CONTENTS_ANCHOR):
            return None
        _collect(element, "", pieces, names)
    said = _joined(pieces)
    if not "".join(piece.text for piece in said).strip():
        return None
    own = [name for name in names if not name.startswith("_")]
    return ReturnedParagraph(said, own[-1] if own else "")


def _collect(element: Element, tag: str, pieces: list[ReturnedPiece], names: list[str]) -> None:
    kind = local_name(element)
    if kind in _HIDDEN:
        return
    if kind == "bookmarkStart":
        names.append(attribute(element, "name"))
    elif kind == "t":
        pieces.append(ReturnedPiece(element.text or "", tag))
    elif kind in {"br", "cr"}:
        pieces.append(ReturnedPiece("\n", tag))
    elif kind == "tab":
        pieces.append(ReturnedPiece("\t", tag))
    else:
        inner = _tag_of(element) if kind == "sdt" else tag
        for child in element:
            _collect(child, inner, pieces, names)


def _tag_of(control: Element) -> str:
    properties = next((each for each in control if local_name(each) == "sdtPr"), None)
    tag = None if properties is None else next((each for each in properties if local_name(each) == "tag"), None)
    return "" if tag is None else attribute(tag, "val")


def _joined(pieces: list[ReturnedPiece]) -> tuple[ReturnedPiece, ...]:
    """Neighbours of one mark as one piece: programs cut runs as they like."""
    joined: list[ReturnedPiece] = []
    for piece in pieces:
        if joined and joined[-1].key == piece.key:
            joined[-1] = ReturnedPiece(joined[-1].text + piece.text, piece.key)
        elif piece.text:
            joined.append(piece)
    return tuple(joined)
