"""Word documents are read as a person sees them."""

from __future__ import annotations

import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Inches

from documents.office_files import docx_bytes, with_part
from hengji.checks.mentions import find_mentions
from hengji.documents.reading import read_document
from hengji.facts.document import Document, Table

W = nsdecls("w")


def document_of(content: bytes) -> Document:
    read = read_document(content, "白鹭市.docx")
    assert read.document is not None, read.findings
    for table in read.document.tables:
        for cell in table.cells:
            assert read.document.text[cell.start : cell.end] == cell.text
    return read.document


def rows_of(table: Table) -> list[list[str]]:
    return [[cell.text if cell is not None else "" for cell in row] for row in table.grid()]


def test_paragraphs_and_tables_stand_in_their_order() -> None:
    def build(word: WordDocument) -> None:
        word.add_heading("一、部门概况", 1)
        word.add_paragraph("年末实有人数7人。")
        word.add_paragraph("收支情况表")
        word.add_paragraph("单位：万元")
        table = word.add_table(2, 3)
        for index, text in enumerate(["项目", "预算数", "决算数", "基本支出", "418.50", "575.94"]):
            table.cell(index // 3, index % 3).text = text
        word.add_paragraph("以上。")

    document = document_of(docx_bytes(build))
    assert document.text == (
        "一、部门概况\n年末实有人数7人。\n收支情况表\n单位：万元\n项目\t预算数\t决算数\n基本支出\t418.50\t575.94\n以上。\n"
    )
    assert [paragraph.level for paragraph in document.paragraphs] == [1, 0, 0, 0, 0]
    (table,) = document.tables
    assert (table.caption, table.unit, table.header_rows) == ("收支情况表", "万元", 1)
    assert table.cells[4].address == "表1第2行第2列"


def test_merged_cells_stand_once_with_their_spans() -> None:
    def build(word: WordDocument) -> None:
        table = word.add_table(4, 3)
        table.cell(0, 1).merge(table.cell(0, 2)).text = "决算数"
        table.cell(0, 0).merge(table.cell(1, 0)).text = "项目"
        for place, text in {
            (1, 1): "小计",
            (1, 2): "其中：人员经费",
            (2, 0): "基本支出",
            (2, 1): "10.00",
            (2, 2): "8.00",
        }.items():
            table.cell(*place).text = text

    (table,) = document_of(docx_bytes(build)).tables
    assert table.header_rows == 2
    assert rows_of(table)[:3] == [
        ["项目", "决算数", "决算数"],
        ["项目", "小计", "其中：人员经费"],
        ["基本支出", "10.00", "8.00"],
    ]
    assert [cell.text for cell in table.cells].count("决算数") == 1


def test_tracked_changes_are_read_as_accepted() -> None:
    def build(word: WordDocument) -> None:
        paragraph = word.add_paragraph("收入合计")
        paragraph._p.append(
            parse_xml(f'<w:del {W} w:id="1" w:author="甲"><w:r><w:delText>443.26</w:delText></w:r></w:del>')
        )
        paragraph._p.append(parse_xml(f'<w:ins {W} w:id="2" w:author="甲"><w:r><w:t>443.66</w:t></w:r></w:ins>'))
        paragraph.add_run("万元。")

    read = read_document(docx_bytes(build), "a.docx")
    assert read.document is not None
    assert read.document.text == "收入合计443.66万元。\n"
    assert [finding.code for finding in read.findings] == ["document.changes"]


NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="7">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
  <w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
  <w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
</w:numbering>"""


def test_automatic_numbers_are_written_out() -> None:
    def build(word: WordDocument) -> None:
        word.part.numbering_part  # noqa: B018 - makes the part exist
        for level, text in [(0, "概况"), (1, "职责"), (1, "机构"), (2, "内设科室"), (0, "收支"), (1, "收入")]:
            paragraph = word.add_paragraph(text)
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>')
            )

    document = document_of(with_part(docx_bytes(build), "word/numbering.xml", NUMBERING.encode()))
    assert document.text.split("\n")[:6] == [
        "一、概况",
        "（一）职责",
        "（二）机构",
        "1. 内设科室",
        "二、收支",
        "（一）收入",
    ]
    assert [paragraph.level for paragraph in document.paragraphs] == [1, 2, 2, 3, 1, 2]


def test_text_boxes_and_nested_tables_are_read() -> None:
    box = (
        f'<w:r {W}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>框内：得分97分</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )

    def build(word: WordDocument) -> None:
        word.add_paragraph("正文")._p.append(parse_xml(box))
        outer = word.add_table(1, 2)
        outer.cell(0, 0).text = "外"
        inner = outer.cell(0, 1).add_table(1, 2)
        inner.columns[0].width = Inches(1)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "内", "5"

    document = document_of(docx_bytes(build))
    assert "框内：得分97分" in document.text
    assert [rows_of(table) for table in document.tables] == [[["外", ""]], [["内", "5"]]]


@pytest.mark.parametrize("text", ["科目\n编码", "科目编码"])
def test_a_break_between_chinese_characters_in_a_cell_vanishes(text: str) -> None:
    def build(word: WordDocument) -> None:
        word.add_table(1, 1).cell(0, 0).text = text

    assert document_of(docx_bytes(build)).tables[0].cells[0].text == "科目编码"


def test_page_numbers_of_a_contents_list_are_no_figures() -> None:
    def build(word: WordDocument) -> None:
        word.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
        word.add_paragraph("一、部门概况\t12", style="toc 1")
        word.add_paragraph("预算数\t418")

    document = document_of(docx_bytes(build))
    assert document.text == "一、部门概况……12\n预算数\t418\n"
    assert [mention.text for mention in find_mentions(document, None)] == ["418"]
    assert all(paragraph.level == 0 for paragraph in document.paragraphs)
