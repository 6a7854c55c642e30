"""Highlights lie on the figures; the original's bytes stay as they are."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader

from hengji.documents.reading import read_document
from hengji.facts.document import Document, Paragraph
from hengji.facts.relation import CheckReport, DocumentFacts, Figure, Relation
from hengji.reports.annotation import annotated
from hengji.reports.annotation.notes import notes_of
from hengji.reports.annotation.pdf_places import locate
from pdf_writing import PdfPage, write_pdf

FACTS = DocumentFacts("other", "", "", None, None, 0)
LINES = ["全局汇总本年收入443.66万元，其中财政拨款收入443.26万元，占本年收", "入99.99%。其他收入0.40万元。"]
ORIGINAL = write_pdf(
    PdfPage()
    .text(200, 90, "自评报告", 20)
    .paragraph(140, LINES)
    .table(300, [["科目", "金额"], ["合计", "443.66"]], [100, 100]),
    PdfPage().paragraph(140, ["全年接待443.66批次。"]),
)  # fmt: skip
DOCUMENT = read_document(ORIGINAL, "自评.pdf").document


def noted(start: int, end: int) -> list[tuple[int, str, str]]:
    """Page, text under the highlight, and first line of the note."""
    assert DOCUMENT is not None
    stated = Figure("stated", DOCUMENT.text[start:end], start, end)
    copy = annotated(ORIGINAL, DOCUMENT, CheckReport(FACTS, (Relation("sum", "error", (stated,), "", "", "", "不对"),)))
    assert copy.content is not None and copy.content.startswith(ORIGINAL)
    pdf = pdfium.PdfDocument(copy.content)
    found = []
    for number, page in enumerate(PdfReader(io.BytesIO(copy.content)).pages, start=1):
        for reference in page.get("/Annots", []):
            note = reference.get_object()
            if note["/Subtype"] == "/Highlight":
                left, bottom, right, top = (float(value) for value in note["/Rect"])
                text = pdf[number - 1].get_textpage().get_text_bounded(left + 3, bottom, right - 3, top)
                found.append((number, text.strip("。 "), note["/Contents"].split("\n")[0]))
    return found


@pytest.mark.parametrize(("figure", "nth", "page"), [("443.26", 0, 1), ("99.99%", 0, 1), ("443.66", 0, 1),
                                                     ("443.66", 1, 1), ("443.66", 2, 2)])  # fmt: skip
def test_a_highlight_lies_on_its_figure(figure, nth, page):
    assert DOCUMENT is not None
    start = -1
    for _ in range(nth + 1):
        start = DOCUMENT.text.index(figure, start + 1)
    assert noted(start, start + len(figure)) == [(page, figure, "【错误】合计：不对")]


def test_the_icons_stand_in_the_margin_side_by_side_and_hide_no_words():
    assert DOCUMENT is not None
    starts = [DOCUMENT.text.index(figure) for figure in ("443.66", "443.26")]
    stated = [Figure("stated", DOCUMENT.text[start : start + 6], start, start + 6) for start in starts]
    relations = tuple(Relation("sum", "error", (figure,), "", "", "", "不对") for figure in stated)
    copy = annotated(ORIGINAL, DOCUMENT, CheckReport(FACTS, relations))
    page = PdfReader(io.BytesIO(copy.content or b"")).pages[0]
    notes = [one.get_object() for one in page["/Annots"]]
    icons = [[float(value) for value in one["/Rect"]] for one in notes if one["/Subtype"] == "/Text"]
    seen = pdfium.PdfDocument(copy.content)[0].get_textpage()
    assert [seen.get_text_bounded(*icon).strip() for icon in icons] == ["", ""]
    apart = icons[0][2] <= icons[1][0] or abs(icons[0][1] - icons[1][1]) >= 12
    assert apart
    assert all(icon[2] < 60 for icon in icons)


def test_like_figures_are_told_apart_by_their_place():
    assert DOCUMENT is not None
    places = [start for start in range(len(DOCUMENT.text)) if DOCUMENT.text.startswith("443.66", start)]
    relations = tuple(
        Relation("sum", "error", (Figure("stated", "443.66", at, at + 6),), "", "", "", "") for at in places
    )
    located = locate(ORIGINAL, DOCUMENT, notes_of(DOCUMENT, CheckReport(FACTS, relations)))
    assert [place.page for place in located] == [1, 1, 2]
    assert located[0].boxes[0].top > located[1].boxes[0].top


def test_a_note_that_finds_no_place_stands_at_the_head_of_its_page():
    assert DOCUMENT is not None
    stated = Figure("stated", "", 3, 3)
    copy = annotated(ORIGINAL, DOCUMENT, CheckReport(FACTS, (Relation("sum", "error", (stated,), "", "", "", "不对"),)))
    assert "没有找到原位" in copy.findings[0].message
    [note] = PdfReader(io.BytesIO(copy.content or b"")).pages[0]["/Annots"]
    assert note.get_object()["/Subtype"] == "/Text"
    assert note.get_object()["/Contents"].startswith("第1页\n【错误】")


def test_a_figure_over_two_lines_has_a_box_on_each():
    text = "".join(LINES)
    whole = Document("自评.pdf", "pdf", text, (Paragraph(0, len(text)),), (), (0,))
    start = text.index("本年收入99.99%")
    stated = Figure("stated", "本年收入99.99%", start, start + 10)
    relation = Relation("sum", "error", (stated,), "", "", "", "")
    [place] = locate(ORIGINAL, whole, notes_of(whole, CheckReport(FACTS, (relation,))))
    first, second = place.boxes
    assert first.bottom > second.top
    assert first.left > second.left
