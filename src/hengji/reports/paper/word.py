"""A paper as a docx: the body is written as XML into a package of python-docx whose styles are set up once.

Figures that follow their data are content controls, passages are bookmarks, so that an edited paper can be read back.
"""

from __future__ import annotations

from functools import cache
from html import escape
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from hengji.reports.paper.blocks import Paper
from hengji.reports.paper.printable import printable
from hengji.reports.paper.word_body import Body
from hengji.reports.paper.word_runs import field
from hengji.reports.paper.word_styles import FONTS, SETTINGS, STYLES

__all__ = ["write_docx"]

_PROPERTIES: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PROPERTIES_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format that custom properties have in every Office file."""
_UNWANTED: Final = {
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}
"""What python-docx's template has and a paper has no use for."""
_CORE: Final = 255
"""Characters that a core property takes."""


def write_docx(paper: Paper) -> bytes:
    """The docx: A4 by GB/T 9704-2012, real styles, contents and captions as fields."""
    word = docx.Document(BytesIO(_empty()))
    body = Body(paper, lambda png: _image(word, png), lambda note: _comment(word, note))
    inside = body.xml(_footers(word))
    element = word.element
    element.remove(element.body)
    element.append(parse_xml(f"<w:body {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{inside}</w:body>"))
    _describe(word, paper)
    keys = body.marks.xml()
    if keys:
        part = Part(PackURI("/customXml/item1.xml"), "application/xml", keys.encode(), word.part.package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
    saved = BytesIO()
    word.save(saved)
    return _undated(saved)


def _undated(saved: BytesIO) -> bytes:
    """The package without the moment of its making: the same paper gives the same bytes."""
    written = BytesIO()
    with ZipFile(saved) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name), old.read(name), ZIP_DEFLATED)
    return written.getvalue()


@cache
def _empty() -> bytes:
    """The package without a paper: styles, font table, settings, both footers."""
    word = docx.Document()
    word.part._styles_part._element = parse_xml(STYLES)  # python-docx has no public way to replace them
    word.part._settings_part._element = parse_xml(SETTINGS)
    for relation in word.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            relation.target_part._blob = FONTS.encode()
    _forget(word)
    section = word.sections[0]
    for footer, align in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        number = field("PAGE", "1")
        paragraph = (
            f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="{align}"/></w:pPr>'
            f'<w:r><w:t xml:space="preserve">— </w:t></w:r>{number}<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>'
        )
        holder = footer._element
        for child in list(holder):
            holder.remove(child)
        holder.append(parse_xml(paragraph))
    written = BytesIO()
    word.save(written)
    return written.getvalue()


def _forget(word: Document) -> None:
    """Drops what python-docx's own template says of itself: its picture, its program, its dates, its lists."""
    for relations in (word.part.package.rels, word.part.rels):
        for key in [key for key, one in relations.items() if one.reltype in _UNWANTED]:
            del relations[key]
    core = word.core_properties._element
    for child in list(core):
        core.remove(child)


def _footers(word: Document) -> str:
    """The references to the footers of the empty package."""
    references = word.sections[0]._sectPr.footerReference_lst
    return "".join(f'<w:footerReference w:type="{one.get(_W_TYPE)}" r:id="{one.rId}"/>' for one in references)


_W_TYPE: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}type"


def _image(word: Document, png: bytes) -> str:
    return word.part.get_or_add_image(BytesIO(png))[0]


def _comment(word: Document, note: str) -> int:
    comment = word.comments.add_comment(text=printable(note), author="衡绩", initials="衡")
    comment._comment_elm.attrib.pop(qn("w:date"), None)  # the moment of writing, which no reader of the paper needs
    return comment.comment_id


def _describe(word: Document, paper: Paper) -> None:
    core = word.core_properties
    core.title = printable(paper.title)[:_CORE]
    core.author = printable(paper.author)[:_CORE]
    core.subject = printable(paper.subtitle)[:_CORE]
    core.last_modified_by = printable(paper.author)[:_CORE]
    core.language = "zh-CN"
    if not paper.about:
        return
    rows = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{escape(printable(name))}">'
        f"<vt:lpwstr>{escape(printable(value))}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(dict(paper.about).items(), 2)
    )
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="{_TYPES}/custom-properties" '
        f'xmlns:vt="{_TYPES}/docPropsVTypes">{rows}</Properties>'
    )
    package = word.part.package
    package.relate_to(Part(PackURI("/docProps/custom.xml"), _PROPERTIES, xml.encode(), package), _PROPERTIES_RELATION)
