"""Word refuses properties in another order than the schema's (ECMA-376-1, wml.xsd): every sequence that we write."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from defusedxml.ElementTree import fromstring

from hengji.reports.paper.blocks import Cell, Contents, Heading, Paper, Paragraph, Section, Table, Text, Typed
from hengji.reports.paper.word import write_docx
from reports.paper.small_papers import report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BORDERS = "top left start bottom right end insideH insideV tl2br tr2bl"
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tc": "tcPr p",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "tblBorders": BORDERS,
    "tblCellMar": BORDERS,
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins trackRevisions "
    "documentProtection defaultTabStop autoHyphenation evenAndOddHeaders drawingGridHorizontalSpacing "
    "characterSpacingControl hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr themeFontLang "
    "clrSchemeMapping shapeDefaults decimalSymbol listSeparator",
    "font": "altName panose1 charset family notTrueType pitch sig",
}
"""The children in the order of the schema, for each element whose children have one. ``sdtPr`` and ``trPr`` have none:
there any order is right."""
FREE = {"sdtPr", "trPr", "body", "p", "r", "sdtContent", "hyperlink", "tr", "hdr", "ftr", "document", "compat", "fonts"}
ROW = (Cell((Text("指标"),), tone="head", bold=True, note="批注"), Cell((Typed("8"),), align="right", tone="total"))
PAPERS = {
    "whole": report(),
    "signed": Paper(
        "报告",
        (
            Section((Contents(2), Heading(1, (Text("一、概况"),), key="概况"), Paragraph((Text("末段。"),)))),
            Section((Paragraph((Text("某局"),), "right"), Table((1, 1), (ROW, ROW), caption="表", key="表:甲"))),
        ),
    ),
}


@pytest.mark.parametrize("name", PAPERS)
def test_properties_stand_in_the_order_of_the_schema(name: str) -> None:
    with ZipFile(BytesIO(write_docx(PAPERS[name]))) as package:
        parts = [part for part in package.namelist() if part.startswith("word/") and part.endswith(".xml")]
        wrong, seen = [], set()
        for part in parts:
            for element in fromstring(package.read(part)).iter():
                kind = str(element.tag).removeprefix(W)
                if kind not in ORDERS:
                    continue
                seen.add(kind)
                order = ORDERS[kind].split()
                children = [str(child.tag).removeprefix(W) for child in element]
                unknown = [child for child in children if child not in order]
                if unknown or children != sorted(children, key=order.index):
                    wrong.append((part, kind, children))
    assert wrong == []
    assert {"pPr", "rPr", "tblPr", "tcPr", "sectPr", "sdt", "style"} <= seen


def test_what_we_write_has_an_order_here_or_needs_none() -> None:
    """A new element with children that nobody has looked up in the schema would slip through the test above."""
    with ZipFile(BytesIO(write_docx(PAPERS["whole"]))) as package:
        parents = {
            str(element.tag).removeprefix(W)
            for element in fromstring(package.read("word/document.xml")).iter()
            if str(element.tag).startswith(W) and len(element) > 1
        }
    assert parents <= {*ORDERS, *FREE, "tblGrid", "docPartObj"}
