"""The body of a docx: headings, paragraphs, pictures, contents and sections as WordprocessingML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from typing import Final

from hengji.reports.paper.blocks import (
    Block,
    Contents,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Section,
    Style,
    Table,
)
from hengji.reports.paper.captions import Captions, Series
from hengji.reports.paper.keeping import kept_with_next
from hengji.reports.paper.marks import Marks
from hengji.reports.paper.paging import pages_of_headings
from hengji.reports.paper.pictures import height_of_picture, share_of_width
from hengji.reports.paper.printable import printable, words
from hengji.reports.paper.titles import title_lines
from hengji.reports.paper.word_runs import field, run, runs_xml
from hengji.reports.paper.word_styles import NOTHING
from hengji.reports.paper.word_table import Comment, table_xml

__all__ = ["LANDSCAPE_WIDTH", "PORTRAIT_WIDTH", "Body", "Image"]

PORTRAIT_WIDTH, LANDSCAPE_WIDTH = 8844, 12756
"""156 mm and 225 mm, in twentieths of a point."""
_STYLES: Final[dict[Style, str]] = {
    "body": "BodyText",
    "note": "Note",
    "right": "Signature",
    "center": "Centered",
    "list": "List",
}
_EMU: Final = 635
"""English metric units in a twentieth of a point."""

Image = Callable[[bytes], str]
"""Puts a picture into the package: gives its relation."""


class Body:
    """Writes one paper's body. *image* and *comment* put what does not stand in the body into the package."""

    def __init__(self, paper: Paper, image: Image, comment: Comment) -> None:
        self.marks = Marks()
        self._paper = paper
        self._image = image
        self._comment = comment
        self._captions = Captions()
        self._width = PORTRAIT_WIDTH
        headings = [block for section in paper.sections for block in section.blocks if isinstance(block, Heading)]
        self._numbers = {id(heading): number for number, heading in enumerate(headings, 1)}
        self._headings = headings

    def xml(self, footers: str) -> str:
        """All sections. *footers* are the references to the footers, which every section has."""
        paper = self._paper
        parts = [_paragraph("Title", run("\n".join(title_lines(paper.title))))] if paper.title else []
        if paper.subtitle:
            parts.append(_paragraph("Subtitle", run(paper.subtitle)))
        for number, section in enumerate(paper.sections, 1):
            self._width = LANDSCAPE_WIDTH if section.orientation == "landscape" else PORTRAIT_WIDTH
            parts.extend(self._blocks(section))
            properties = _section(section, footers)
            if number < len(paper.sections):
                properties = f'<w:p><w:pPr><w:pStyle w:val="Break"/>{properties}</w:pPr></w:p>'
            parts.append(properties)
        return "".join(parts) if paper.sections else "".join(parts) + _section(Section(()), footers)

    def _blocks(self, section: Section) -> Iterator[str]:
        before: Block | None = None
        kept = kept_with_next(section.blocks)
        for at, block in enumerate(section.blocks):
            if isinstance(before, Table) and isinstance(block, Table) and not block.caption:
                yield NOTHING
            yield self._block(block, kept=at in kept)
            before = block
        if isinstance(before, Table):
            yield NOTHING

    def _block(self, block: Block, *, kept: bool) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                inside = self.marks.around(block.key, runs_xml(block.runs, self.marks))
                return _paragraph(_STYLES[block.style], inside, "<w:keepNext/>" if kept else "")
            case Table():
                return self._caption("表", block.caption) + table_xml(block, self._width, self.marks, self._comment)
            case Picture():
                return self._picture(block)
            case PageBreak():
                return '<w:p><w:pPr><w:pStyle w:val="Break"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
            case Contents():
                return self._contents(block.depth)

    def _heading(self, heading: Heading) -> str:
        inside = self.marks.around(heading.key, runs_xml(heading.runs, self.marks))
        inside = self.marks.bookmark(f"_Toc{self._numbers[id(heading)]:08d}", inside)
        return _paragraph(f"Heading{min(max(heading.level, 1), 4)}", inside)

    def _caption(self, series: Series, caption: str, *, last: bool = False) -> str:
        """The caption; *last* where it stands below what it names, so that it need not stay with what follows."""
        if not caption:
            return ""
        number = self._captions.number(series, caption)
        counted = field(rf"SEQ {series} \* ARABIC", str(number))
        before = f"{run(f'{series} ')}{counted}{run('　')}" if number else ""
        return _paragraph("Caption", before + run(caption), '<w:keepNext w:val="0"/>' if last else "")

    def _picture(self, picture: Picture) -> str:
        relation = self._image(picture.png)
        down = PORTRAIT_WIDTH if self._width == LANDSCAPE_WIDTH else LANDSCAPE_WIDTH
        width = round(self._width * share_of_width(picture, self._width, down)) * _EMU
        height = round(height_of_picture(picture, self._width, down)) * _EMU
        number = self.marks.number()
        alt = f'id="{number}" name="图{number}" descr="{escape(printable(picture.alt))}"'
        drawing = (
            f'<w:r><w:drawing><wp:inline><wp:extent cx="{width}" cy="{height}"/><wp:docPr {alt}/><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr {alt}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
            f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
        return _paragraph("Picture", drawing) + self._caption("图", picture.caption, last=True)

    def _contents(self, depth: int) -> str:
        """A contents field, filled in so that it reads well before anybody updates it."""
        pages = pages_of_headings(self._paper)
        listed = [heading for heading in self._headings if heading.level <= depth]
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> '
            f'TOC \\o "1-{depth}" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        entries = []
        for number, heading in enumerate(listed):
            name = f"_Toc{self._numbers[id(heading)]:08d}"
            page = field(f"PAGEREF {name} \\h", str(pages[id(heading)]))
            link = f'<w:hyperlink w:anchor="{name}">{run(words(heading.runs))}<w:r><w:tab/></w:r>{page}</w:hyperlink>'
            inside = (begin if number == 0 else "") + link + (end if number == len(listed) - 1 else "")
            entries.append(_paragraph(f"TOC{min(max(heading.level, 1), 4)}", inside))
        inside = _paragraph("TOCHeading", run("目　　录")) + "".join(entries)
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
            f"</w:docPartObj></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
        )


def _paragraph(style: str, inside: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inside}</w:p>'


def _section(section: Section, footers: str) -> str:
    """A4 and its margins in twentieths of a point; turned, the binding margin is at the head.

    The page number stands 7 mm below the text.
    """
    if section.orientation == "landscape":
        size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        margins = 'w:top="1587" w:right="2098" w:bottom="1474" w:left="1984" w:footer="737"'
    else:
        size = '<w:pgSz w:w="11906" w:h="16838"/>'
        margins = 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:footer="1247"'
    return (
        f'<w:sectPr>{footers}<w:type w:val="nextPage"/>{size}<w:pgMar {margins} w:header="851" '
        'w:gutter="0"/><w:docGrid w:linePitch="579"/></w:sectPr>'
    )
