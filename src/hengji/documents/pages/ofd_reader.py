"""OFD (GB/T 33190) → Document.

An OFD file is a zip archive: ``OFD.xml`` names the bodies, each body's ``Document.xml`` its pages in order, and a page
its objects, in millimetres. Only what a reader sees as text and as ruling lines is read: TextCode with its place, and
the straight strokes of paths; fonts, signatures and attachments are not opened. A page that is one picture goes to the
recogniser of scans, where that extra is installed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element  # types only: parsing is left to defusedxml

from hengji.documents.archive import ArchiveRefused, attribute, local_name, open_archive, parse_xml
from hengji.documents.composing import TooLong
from hengji.documents.document_read import MAX_CHARACTERS, DocumentRead, refused
from hengji.documents.pages.ocr_reader import (
    FEW_GLYPHS,
    INSTALL_ADVICE,
    Recogniser,
    Scan,
    decoded_picture,
    installed_recogniser,
    recognised_findings,
)
from hengji.documents.pages.ofd_objects import POINT, TooManyObjectsError, page_content
from hengji.documents.pages.ofd_pictures import PagePicture, media_files, page_picture
from hengji.documents.pages.page_composing import PageLayout, compose, laid_out
from hengji.documents.pages.page_numbers import page_list
from hengji.facts.findings import Findings
from hengji.facts.sources import Source

__all__ = ["MAX_PAGES", "read_ofd"]

MAX_PAGES: Final = 20_000

_RESOURCES: Final = ("PublicRes", "DocumentRes", "PageRes")
_DEFAULT_BOX: Final = "0 0 210 297"  # A4
_SAVE_AS_PDF: Final = "请用 OFD 阅读器另存为 PDF 后再试"


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of a body: its parts (templates that lie below, itself, templates above), its size, its picture."""

    parts: tuple[Element, ...]
    box: str
    picture: PagePicture | None


@dataclass(slots=True)
class _Problems:
    """Pages by what is to be said of them."""

    unread: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    doubtful: dict[int, tuple[str, ...]] = field(default_factory=dict)


def read_ofd(content: bytes, name: str, recogniser: Recogniser | None = None) -> DocumentRead:
    """Read all bodies of an OFD file, page by page; *recogniser* reads scans, by default the installed one, if any."""
    try:
        entries = open_archive(content)
        package = _part(entries, "", "OFD.xml")
        if package is None:
            return refused(name, "damaged", "不是 OFD 文件：缺少 OFD.xml", "请确认选对了文件")
        if _part(entries, "", "Encryptions.xml") is not None:
            return refused(name, "encrypted", "OFD 加了密码，无法读取", "请去掉密码后另存一份再试")
        return _read(entries, package, name, recogniser)
    except ArchiveRefused as problem:
        return refused(name, problem.code, problem.message, problem.advice, problem.found)
    except TooLong:
        return refused(name, "size", f"文字太多（超过 {MAX_CHARACTERS:,} 个字符）", "请把文件拆成几个再试")


def _read(entries: Mapping[str, bytes], package: Element, name: str, recogniser: Recogniser | None) -> DocumentRead:
    problems = _Problems()
    pages: list[PageLayout] = []
    for number, page in enumerate(_pages(entries, package), start=1):
        if number > MAX_PAGES:
            return refused(name, "size", f"页数太多（超过 {MAX_PAGES:,} 页）", "请把文件拆成几个再试")
        pages.append(_layout(page, number, entries, problems, recogniser))
    if not any(page.lines or page.tables for page in pages):
        if problems.pictures:
            message = f"OFD 里只有图片，没有可以读取的文字（{page_list(problems.pictures)}）"
            return refused(name, "no-text-layer", message, _advice_on_pictures(recogniser))
        if problems.unread:
            return refused(name, "damaged", "OFD 的各页都已损坏，无法读取", _SAVE_AS_PDF)
        return refused(name, "empty", "OFD 里没有文字", "请确认选对了文件")
    found = Findings()
    if problems.unread:
        message = f"{page_list(problems.unread)}已损坏，没有读取"
        found.warning(message, Source(name), code="document.damaged", advice=_SAVE_AS_PDF)
    if problems.pictures:
        message = f"{page_list(problems.pictures)}没有文字层（是扫描件或图片），没有读取"
        found.warning(message, Source(name), code="document.no-text-layer", advice=_advice_on_pictures(recogniser))
    found.extend(recognised_findings(name, problems.recognised, problems.doubtful))
    return DocumentRead(compose(pages, name, "ofd"), tuple(found))


def _advice_on_pictures(recogniser: Recogniser | None) -> str:
    """With a recogniser, a picture that was not read is missing or of a kind that is not known."""
    return INSTALL_ADVICE if (recogniser or installed_recogniser()) is None else _SAVE_AS_PDF


def _layout(
    page: _Page | None,
    number: int,
    entries: Mapping[str, bytes],
    problems: _Problems,
    recogniser: Recogniser | None,
) -> PageLayout:
    """The lines and tables of one page; an empty one where it cannot be read."""
    try:
        content = page_content(page.parts, page.box, number) if page is not None else None
    except TooManyObjectsError:
        content = None
    if page is None or content is None:
        problems.unread.append(number)
        return PageLayout(number, 0, 0)
    if len(content.glyphs) < FEW_GLYPHS and page.picture is not None:
        scan = _recognised(page.picture, number, entries, recogniser)
        if scan is not None:
            problems.recognised.append(number)
            if scan.doubtful:
                problems.doubtful[number] = scan.doubtful
            return laid_out(scan.content)
        problems.pictures.append(number)
    elif not content.glyphs and _has_picture(page):
        problems.pictures.append(number)
    return laid_out(content)


def _recognised(
    picture: PagePicture, number: int, entries: Mapping[str, bytes], recogniser: Recogniser | None
) -> Scan | None:
    """What the recogniser reads off a page's picture; None where there is no recogniser, or no such picture."""
    content = entries.get(picture.entry, b"")
    recogniser = (recogniser or installed_recogniser()) if content else None
    pixels = decoded_picture(content) if recogniser is not None else None
    if recogniser is None or pixels is None:
        return None
    return recogniser.read(pixels, number, pixels.shape[1] / (picture.width * POINT))


# ----------------------------------------------------------------------------------------------------------- structure
def _pages(entries: Mapping[str, bytes], package: Element) -> Iterator[_Page | None]:
    """The pages of all bodies in order; None for one that is missing or damaged."""
    for body in _named(package, "DocBody"):
        root = _first_text(body, "DocRoot")
        document = _part(entries, "", root)
        if document is None:
            continue
        folder = _folder(_resolved("", root))
        default = _first_text(document, "PhysicalBox") or _DEFAULT_BOX
        templates = {
            attribute(template, "ID"): _part_or_none(entries, folder, attribute(template, "BaseLoc"))
            for template in _named(document, "TemplatePage")
        }
        files = _media_files(entries, folder, document)
        for entry in _named(document, "Page"):
            location = attribute(entry, "BaseLoc")
            page = _part_or_none(entries, folder, location)
            if page is None:
                yield None
                continue
            own = _media_files(entries, _folder(_resolved(folder, location)), page)
            yield _assembled(page, templates, default, files | own)


def _media_files(entries: Mapping[str, bytes], folder: str, element: Element) -> dict[str, str]:
    """The media files of the resource files that a document or a page names."""
    locations = [(each.text or "") for kind in _RESOURCES for each in _named(element, kind)]
    parts = [(_folder(_resolved(folder, place)), _part_or_none(entries, folder, place)) for place in locations]
    return media_files([(base, part) for base, part in parts if part is not None], _resolved)


def _assembled(page: Element, templates: Mapping[str, Element | None], default: str, files: Mapping[str, str]) -> _Page:
    used = (templates.get(attribute(element, "TemplateID")) for element in _named(page, "Template"))
    areas = list(_named(page, "Area"))
    box = (_first_text(areas[0], "PhysicalBox") if areas else "") or default
    parts = (*(template for template in used if template is not None), page)
    return _Page(parts, box, page_picture(parts, box, files))


def _part_or_none(entries: Mapping[str, bytes], folder: str, location: str) -> Element | None:
    """A part, or None where it is missing or damaged: the rest of the file is still read."""
    try:
        return _part(entries, folder, location)
    except ArchiveRefused:
        return None


def _part(entries: Mapping[str, bytes], folder: str, location: str) -> Element | None:
    path = _resolved(folder, location)
    return parse_xml(entries[path], path) if path in entries else None


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _resolved(folder: str, location: str) -> str:
    """The entry's name for a location that is absolute (from the archive's root) or relative to *folder*."""
    location = location.strip().replace("\\", "/")
    steps = [] if location.startswith("/") or not folder else folder.split("/")
    for step in location.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps)


def _named(element: Element, name: str) -> Iterator[Element]:
    """All elements below *element* of that local name."""
    return (below for below in element.iter() if below is not element and local_name(below) == name)


def _first_text(element: Element, name: str) -> str:
    return next(((found.text or "").strip() for found in _named(element, name)), "")


def _has_picture(page: _Page) -> bool:
    return any(True for part in page.parts for _ in _named(part, "ImageObject"))
