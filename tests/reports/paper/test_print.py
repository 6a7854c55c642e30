"""A pdf to keep and to sign: PDF/A-2b, tagged, bookmarked, by GB/T 9704, in Chinese faces or not at all."""

from __future__ import annotations

import io
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from hengji.facts.findings import Finding
from hengji.reports.paper import print as printing
from hengji.reports.paper.blocks import Cell, Paper, Section, Table, Text
from hengji.reports.paper.faces import FacesMissing, FontChoice, choose_faces, faces_among
from hengji.reports.paper.print import write_pdf
from reports.paper.small_papers import INJECTIONS, heading, paper_of, paragraph, report, score_table, tall_table

pytestmark = pytest.mark.skipif(
    isinstance(choose_faces(), Finding), reason="no Chinese fonts (apt-get install fonts-noto-cjk)"
)


def read(paper: Paper) -> PdfReader:
    return PdfReader(io.BytesIO(write_pdf(paper)))


def words_of(reader: PdfReader) -> str:
    return "".join("".join(page.extract_text() for page in reader.pages).split())


def test_the_file_says_that_it_is_pdf_a_2b() -> None:
    root = read(report()).trailer["/Root"]
    described = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in described
    assert root["/OutputIntents"][0].get_object()["/S"] == "/GTS_PDFA1"


def test_it_is_tagged_and_its_language_is_chinese() -> None:
    root = read(report()).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert root["/Lang"].startswith("zh")


def test_every_heading_is_a_bookmark_in_its_place() -> None:
    outline = read(report()).outline
    tops = [entry.title for entry in outline if not isinstance(entry, list)]
    assert tops == ["一、部门概况1", "二、部门概况2", "三、部门概况3", "四、部门概况4", "附件：评分表"]
    assert outline[1][0].title == "（一）机构设置"


def test_properties_are_the_papers_and_the_date_is_fixed() -> None:
    found = read(report()).metadata
    assert found is not None
    assert (found.title, found.author) == (report().title, "示例市水务局")
    assert "总分：92.50" in found["/Keywords"]
    assert write_pdf(report()) == write_pdf(report())


def test_a4_upright_and_turned() -> None:
    pages = read(report()).pages
    assert [round(float(side)) for side in pages[0].mediabox] == [0, 0, 595, 842]
    assert [round(float(side)) for side in pages[-1].mediabox] == [0, 0, 842, 595]


def test_a_page_holds_22_lines_of_28_characters() -> None:
    first, second = read(paper_of(paragraph("政" * 26 + "府" * 28 * 43))).pages
    for page, indent in ((first, 26), (second, 28)):
        lines = [line.strip() for line in page.extract_text().splitlines() if set(line.strip()) & {"政", "府"}]
        assert [len(line) for line in lines] == [indent, *[28] * 21]


def test_page_numbers_are_between_dashes() -> None:
    for number, page in enumerate(read(report()).pages, 1):
        assert f"—{number}—" in "".join(page.extract_text().split())


def test_head_rows_stand_on_every_page_of_a_long_table() -> None:
    pages = read(paper_of(tall_table(80))).pages
    assert len(pages) > 2
    assert all("序号" in page.extract_text() for page in pages)


def test_what_a_user_typed_stays_text() -> None:
    table = Table((1,), tuple((Cell((Text(text),)),) for text in INJECTIONS), 0, caption=INJECTIONS[0])
    words = words_of(read(paper_of(*map(paragraph, INJECTIONS), heading(1, INJECTIONS[1]), table, title=INJECTIONS[3])))
    for text in INJECTIONS:
        assert words.count("".join(text.split())) >= 2, text


def test_only_chinese_faces_are_used() -> None:
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in read(report()).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts and not [name for name in fonts if "JP" in name or "jp" in name]


def test_a_character_without_a_glyph_is_shown_as_missing_and_the_rest_stands() -> None:
    assert "前〓后" in words_of(read(paper_of(paragraph("前\ua9c1后"))))


@settings(max_examples=60)
@given(st.text(max_size=40))
def test_any_text_can_be_set(text: str) -> None:
    assert len(read(paper_of(paragraph(text), heading(2, text), title=text)).pages) >= 1


def test_letters_and_figures_are_set_as_they_are() -> None:
    text = "ABC-xyz 1,234.56 “引号” ——…①②③ 85%"
    assert unicodedata.normalize("NFKC", "".join(text.split())) in unicodedata.normalize(
        "NFKC", words_of(read(paper_of(paragraph(text))))
    )


def test_a_row_longer_than_a_page_is_broken_not_cut() -> None:
    table = Table((1, 1), ((Cell((Text("长"),)), Cell((Text("字" * 3000 + "末"),))),), 0)
    words = words_of(read(paper_of(table)))
    assert words.count("字") == 3000 and "末" in words


def test_without_a_chinese_face_a_finding_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = faces_among(["DejaVu Sans", "Noto Serif CJK JP"])
    assert isinstance(missing, Finding)
    monkeypatch.setattr(printing, "choose_faces", lambda: missing)
    with pytest.raises(FacesMissing) as raised:
        write_pdf(paper_of(paragraph("字")))
    assert raised.value.finding is missing


def test_faces_that_are_handed_in_are_used() -> None:
    chosen = choose_faces()
    assert isinstance(chosen, FontChoice)
    other = FontChoice(chosen.hei, chosen.hei, chosen.hei, chosen.hei)
    reader = PdfReader(io.BytesIO(write_pdf(paper_of(paragraph("字")), other)))
    fonts = {font.get_object()["/BaseFont"] for font in reader.pages[0]["/Resources"]["/Font"].values()}
    assert len(fonts) == 1


def test_captions_are_numbered_as_in_word() -> None:
    words = words_of(read(paper_of(score_table("甲"), score_table("附表1 乙"), score_table("丙"))))
    assert "表1甲" in words and "附表1乙" in words and "表2丙" in words


def test_an_empty_paper_is_a_page() -> None:
    assert len(read(Paper("", (Section(()),))).pages) == 1
    assert len(read(Paper("", ())).pages) == 1
