"""A docx by GB/T 9704: real styles, fields, content controls; text stays text."""

from __future__ import annotations

import io
import re
import time
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pypdf import PdfReader

from hengji.reports.paper.blocks import Contents, Live, Paper, Paragraph, Section, Text, Typed
from hengji.reports.paper.marks import NAMESPACE, bookmark_of, tag_of
from hengji.reports.paper.printable import printable
from hengji.reports.paper.word import write_docx
from libreoffice import printed
from reports.paper.small_papers import INJECTIONS, cell, heading, paper_of, paragraph, report, score_table, tall_table


def opened(paper: Paper) -> Document:
    return docx.Document(io.BytesIO(write_docx(paper)))


def body_xml(word: Document) -> str:
    return etree.tostring(word.element.body, encoding="unicode")


@pytest.mark.parametrize(
    ("style", "face", "level"),
    [
        ("Heading 1", "黑体", "0"),
        ("Heading 2", "楷体_GB2312", "1"),
        ("Heading 3", "仿宋_GB2312", "2"),
        ("Heading 4", "仿宋_GB2312", "3"),
    ],
)
def test_a_heading_is_words_own_style_with_its_outline_level(style: str, face: str, level: str) -> None:
    found = opened(report()).styles[style].element
    assert found.find(f".//{qn('w:rFonts')}").get(qn("w:eastAsia")) == face
    assert found.find(f".//{qn('w:outlineLvl')}").get(qn("w:val")) == level


def test_paragraphs_carry_their_styles() -> None:
    names = {paragraph.style.name for paragraph in opened(report()).paragraphs}
    assert names >= {"Title", "Subtitle", "Heading 1", "Heading 4", "Body Text", "Caption", "附注", "Signature"}


def test_the_title_is_of_the_second_size_and_the_body_of_the_third() -> None:
    styles = opened(report()).styles
    assert styles["Title"].font.size == Pt(22)
    assert styles["Title"].element.find(f".//{qn('w:rFonts')}").get(qn("w:eastAsia")) == "方正小标宋简体"
    assert styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:sz')}").get(qn("w:val")) == "32"


def test_the_page_is_a4_with_the_margins_of_the_standard() -> None:
    portrait, landscape = opened(report()).sections
    sizes = [
        round(getattr(portrait, name) / Mm(1)) for name in ("page_width", "page_height", "top_margin", "left_margin")
    ]
    assert sizes == [210, 297, 37, 28]
    assert [round(landscape.page_width / Mm(1)), round(landscape.page_height / Mm(1))] == [297, 210]


def test_page_numbers_stand_outside_on_odd_and_even_pages() -> None:
    word = opened(report())
    assert word.settings.odd_and_even_pages_header_footer
    for section in word.sections:
        for footer, align in ((section.footer, "right"), (section.even_page_footer, "left")):
            xml = etree.tostring(footer._element, encoding="unicode")
            assert f'w:jc w:val="{align}"' in xml
            assert " PAGE " in xml and xml.count("—") == 2


def test_head_rows_repeat_and_rows_stay_whole() -> None:
    rows = opened(paper_of(score_table())).tables[0].rows
    heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in rows]
    assert heads == [True, True, False, False, False]
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_merged_cells_are_one_cell() -> None:
    table = opened(paper_of(score_table())).tables[0]
    assert table.cell(2, 0)._tc is table.cell(3, 0)._tc
    assert table.cell(0, 3)._tc is table.cell(0, 4)._tc
    assert [table.cell(4, column).text for column in range(5)] == ["合计", "合计", "合计", "17.50", "07.50"]


def test_a_line_break_in_a_cell_is_a_line_break() -> None:
    assert opened(paper_of(score_table())).tables[0].cell(2, 2).text == "达到95%得满分，\n每低1个百分点扣0.5分"


def test_tables_that_touch_do_not_grow_together() -> None:
    word = opened(paper_of(score_table(""), score_table("")))
    kinds = [
        etree.QName(child).localname for child in word.element.body if etree.QName(child).localname in {"p", "tbl"}
    ]
    assert kinds == ["tbl", "p", "tbl", "p"]


def controls(word: Document) -> list[tuple[str, str, str]]:
    found = []
    for control in word.element.body.iter(qn("w:sdt")):
        tag, alias = control.find(f".//{qn('w:tag')}"), control.find(f".//{qn('w:alias')}")
        if tag is not None and alias is not None:
            text = "".join(one.text for one in control.iter(qn("w:t")))
            found.append((tag.get(qn("w:val")), alias.get(qn("w:val")), text))
    return found


def test_a_live_figure_is_a_content_control_named_by_its_key_and_titled_by_its_origin() -> None:
    one = Paragraph((Text("执行"), Live("97.05%", "算式:执行率", "决算报表 第3行", bold=True), Text("。")))
    assert controls(opened(paper_of(one))) == [("算式:执行率", "决算报表 第3行", "97.05%")]


def test_a_key_too_long_for_word_is_shortened_and_remembered_in_the_package() -> None:
    key = "得分:" + "很长的指标名称/" * 12
    content = write_docx(paper_of(Paragraph((Live("1", key),), key=key)))
    ((tag, alias, _),) = controls(docx.Document(io.BytesIO(content)))
    assert len(tag) <= 64 and len(alias) <= 64 and tag == tag_of(key)
    keys = etree.fromstring(ZipFile(io.BytesIO(content)).read("customXml/item1.xml"))
    remembered = {one.get("name"): one.text for one in keys.iter(f"{{{NAMESPACE}}}key")}
    assert remembered == {tag_of(key): key, bookmark_of(key): key}


def test_a_passage_is_a_bookmark_and_keys_used_twice_are_marked_once() -> None:
    word = opened(paper_of(paragraph("甲", key="概况"), paragraph("乙", key="概况"), paragraph("丙", key="1 不成名")))
    names = [mark.get(qn("w:name")) for mark in word.element.body.iter(qn("w:bookmarkStart"))]
    assert names == ["概况", bookmark_of("1 不成名")]


def test_a_typed_figure_is_visibly_marked() -> None:
    word = opened(paper_of(Paragraph((Text("提高"), Typed("2.1%")))))
    marked = [run for run in word.paragraphs[0].runs if run.font.highlight_color is not None]
    assert [(run.text, run.style.name) for run in marked] == [("2.1%", "手填数字")]


def test_captions_are_numbered_by_fields_unless_they_bring_a_number() -> None:
    word = opened(paper_of(score_table("甲"), score_table("附表1 乙"), score_table("丙")))
    captions = [one.text for one in word.paragraphs if one.style.name == "Caption"]
    assert captions == ["表 1　甲", "附表1 乙", "表 2　丙"]
    assert body_xml(word).count("SEQ 表") == 2


def test_a_note_is_a_comment_at_its_cell() -> None:
    word = opened(paper_of(score_table()))
    (comment,) = word.comments
    assert comment.text == "扣0.50分：执行率94%"
    inside = re.search(r"commentRangeStart.*?commentRangeEnd", body_xml(word), re.DOTALL)
    assert inside is not None and "4.50" in inside[0]


def test_properties_say_what_the_paper_is_about() -> None:
    content = write_docx(report())
    word = docx.Document(io.BytesIO(content))
    assert (word.core_properties.title, word.core_properties.author) == (report().title, "示例市水务局")
    assert "92.50" in ZipFile(io.BytesIO(content)).read("docProps/custom.xml").decode()


def test_what_a_user_typed_stays_text() -> None:
    word = opened(paper_of(*(paragraph(text) for text in INJECTIONS), title=INJECTIONS[3]))
    texts = [one.text.replace("\n", "") for one in word.paragraphs]
    assert texts == [INJECTIONS[3], *INJECTIONS]


@given(st.text(max_size=60))
def test_any_text_can_be_written_and_read_back(text: str) -> None:
    (read,) = opened(paper_of(paragraph(text))).paragraphs
    assert read.text == printable(text)


def test_the_same_paper_gives_the_same_bytes_a_second_later() -> None:
    first = write_docx(report())
    time.sleep(1.1)
    assert write_docx(report()) == first


def test_an_empty_paper_is_a_docx_too() -> None:
    assert opened(Paper("", ())).paragraphs == []


@pytest.mark.libreoffice
def test_libreoffice_sets_22_lines_of_28_characters(tmp_path: Path) -> None:
    source = tmp_path / "lines.docx"
    source.write_bytes(write_docx(paper_of(paragraph("政" * 26 + "府" * 28 * 43))))
    (result,) = printed([source], tmp_path)
    pages = PdfReader(result).pages
    lines = [
        line for line in pages[0].extract_text().splitlines() if set(line.strip()) <= {"政", "府"} and line.strip()
    ]
    assert [len(line.strip()) for line in lines] == [26, *[28] * 21]
    assert len(pages) == 2


@pytest.mark.libreoffice
def test_the_contents_say_on_which_pages_the_headings_are(tmp_path: Path) -> None:
    source = tmp_path / "report.docx"
    source.write_bytes(write_docx(report()))
    (result,) = printed([source], tmp_path)
    texts = [page.extract_text().replace(" ", "") for page in PdfReader(result).pages]
    entries = [(one.text.split("\t")) for one in contents_entries(report())]
    assert len(entries) == 9
    for name, page in entries:
        if name.startswith("（"):
            continue  # the same words in each chapter
        actual = next(number for number, text in enumerate(texts[1:], 2) if name.replace(" ", "") in text)
        assert abs(int(page) - actual) <= (0 if actual < 4 else 1), (name, page, actual)


def contents_entries(paper: Paper) -> list[docx.text.paragraph.Paragraph]:
    word = opened(paper)
    holder = next(word.element.body.iter(qn("w:docPartObj"))).getparent().getparent()
    found = [docx.text.paragraph.Paragraph(one, word._body) for one in holder.iter(qn("w:p"))]
    return [one for one in found if one.style.name.startswith("toc ")]


def test_the_contents_are_a_field_over_the_wanted_levels() -> None:
    word = opened(paper_of(Contents(1), heading(1, "一、甲"), heading(2, "（一）乙"), heading(1, "二、丙")))
    xml = body_xml(word)
    assert 'TOC \\o "1-1"' in xml
    assert (
        xml.count('fldCharType="begin"') == xml.count('fldCharType="separate"') == xml.count('fldCharType="end"') == 3
    )
    listed = [one.text for one in contents_entries(paper_of(Contents(1), heading(1, "一、甲"), heading(2, "（一）乙")))]
    assert listed == ["一、甲\t1"]


@pytest.mark.slow
def test_ten_thousand_rows_are_written() -> None:
    assert len(opened(paper_of(tall_table(10_000))).tables[0]._tbl.tr_lst) == 10_001


def test_a_cell_that_reaches_too_far_is_a_mistake_of_the_producer() -> None:
    from dataclasses import replace

    table = score_table()
    with pytest.raises(ValueError, match="row 5"):
        write_docx(paper_of(replace(table, rows=(*table.rows[:4], (cell("合计", columns=6),)))))
    assert write_docx(Paper("", (Section((table,)),)))
