"""Tiny valid documents about places that do not exist: what the fuzzer starts from. Written by code, never kept."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import xlsxwriter
from docx.document import Document as WordDocument
from documents.office_files import docx_bytes, rezipped, xlsx_bytes
from old_workbook import old_workbook
from openpyxl import Workbook

if TYPE_CHECKING:
    from hengji.facts.evaluation import Evaluation
    from hengji.rules.scheme import Scheme

REPORT = """附件1
白鹭市民政局2023年度部门整体支出绩效自评报告

一、部门概况
（一）基本情况
白鹭市民政局设3个单位，年末在职45人。
表1 收支决算总表
单位：万元
项目\t预算数\t决算数
基本支出\t1,234.50\t1,000.00
项目支出\t12.5\t-
\f二、结论
全年执行率97.44%。
"""
ALIGNED = """表2 绩效目标完成情况            单位：万元
项目            目标值      实际值      得分
数量指标        ≥90%        95%         10
质量指标        100%        99.5%       9.5
合计            -           -           19.5
"""
FLAT = "\t项目\n\t金额\n\n\t基本\n支出\n\t12.5\n\n\t项目支出\n\t13\n"
PIPES = "| 项目 | 金额 |\n|------|-----:|\n| 基本支出 | 12.5 |\n| 合计 | 12.5 |\n"
HTML = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>白鹭市决算公开</title></head><body>
<h1>一、概况</h1><p>白鹭市设3个单位。<br>共45人</p>
<table><caption>收支表（单位：万元）</caption><thead><tr><th rowspan="2">项目</th><th colspan="2">决算数</th></tr>
<tr><th>上年</th><th>本年</th></tr></thead><tbody><tr><td>基本支出</td><td>1.5</td><td><p>2</p></td></tr></tbody></table>
<table><tr><td><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table></body></html>"""
YAML = """department: 白鹭市民政局
year: 2023
data:
  预算数: {value: 464.99万元, form: 决算表}
  决算数:
    value: "666.05万元"
  人数: ~
events:
- what: '通报一次'
  matter: 甲
"""
FORMULAS = (
    "（决算数－预算数）÷预算数",
    "如果(甲 且 非 乙 或 丙 = 1, 最大(0, 1 - 甲), 合计(甲, 乙、丙))",
    "80%≤完成率<90％",
    "100 万元 + 0.50万元 × 3人次",
    "换算(预算数, 万元) ÷ 「“三公”经费」",
    "四舍五入(-甲 × -乙, 2)",
    "「是」+「甲 + 乙」- 第２季度",
)


def texts() -> list[bytes]:
    plain = [text.encode() for text in (REPORT, ALIGNED, FLAT, PIPES)]
    return [*plain, REPORT.encode("gb18030"), REPORT.encode("utf-16"), ALIGNED.replace("\n", "\r\n").encode()]


def html() -> list[bytes]:
    return [HTML.encode(), HTML.replace("utf-8", "gb2312").encode("gb18030"), b"<p>a<p>b<table><tr><td>1<td>2</table>"]


def docx() -> list[bytes]:
    def build(word: WordDocument) -> None:
        word.add_heading("一、概况", 1)
        word.add_paragraph("白鹭市民政局2023年度决算。")
        word.add_paragraph("收入情况", style="List Number")
        word.add_paragraph("支出情况", style="List Number")
        table = word.add_table(3, 3)
        for row in table.rows:
            for column, cell in enumerate(row.cells):
                cell.text = f"项目{column}"
        table.cell(0, 0).merge(table.cell(1, 0))
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(2, 2).add_table(2, 2).cell(0, 0).text = "内"

    def trim(entries: dict[str, bytes]) -> None:
        for name in list(entries):
            if name.startswith(("docProps/", "customXml/", "word/theme")) or name.endswith(".jpeg"):
                del entries[name]
        entries["word/document.xml"] = entries["word/document.xml"].replace(b"</w:body>", _EXTRAS + b"</w:body>")
        entries["word/styles.xml"] = _STYLES
        entries["word/numbering.xml"] = _NUMBERING

    return [rezipped(docx_bytes(build), trim)]


_WORD = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_EXTRAS = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr><w:ins>'
    "<w:r><w:t>增加</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:tab/>"
    '<w:sym w:char="F0FE"/>'
    "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:r></w:p>"
    '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/>'
    '<w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc>'
    '<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
).encode()
_STYLES = (
    b"<w:styles " + _WORD + b'><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    b'<w:style w:type="paragraph" w:styleId="ListNumber"><w:name w:val="List Number"/><w:basedOn w:val="Heading1"/>'
    b'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    b"</w:styles>"
)
_NUMBERING = (
    b"<w:numbering " + _WORD + b'><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    b'<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1,"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="3"/>'
    b'<w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    b'<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="2"/>'
    b"</w:lvlOverride></w:num></w:numbering>"
)


def xlsx() -> list[bytes]:
    def build(workbook: Workbook) -> None:
        sheet = workbook.worksheets[0]
        sheet.title = "收支表"
        sheet["A1"], sheet["D2"] = "白鹭市收支决算总表", "单位：万元"
        for row in (
            ["项目", "决算数", None, "执行率"],
            [None, "合计", "其中：人员", None],
            ["支出", 1234.5, 1e3, 0.97],
        ):
            sheet.append(row)
        for merged in ("A1:D1", "A3:A4", "B3:C3", "D3:D4"):
            sheet.merge_cells(merged)
        for cell, form in (("B5", "#,##0.00"), ("C5", '0!.0,"万元"'), ("D5", "0.00%")):
            sheet[cell].number_format = form
        hidden = workbook.create_sheet("底稿")
        hidden.sheet_state = "hidden"
        hidden.append(["甲", 44927])
        hidden["B1"].number_format = 'yyyy"年"m"月"d"日"'
        hidden.append(["乙", "=B1+1"])

    def trim(entries: dict[str, bytes]) -> None:
        for name in list(entries):
            if name.startswith(("docProps/", "xl/theme")):
                del entries[name]

    return [rezipped(content, trim) for content in (xlsx_bytes(build), xlsx_with_shared_strings())]


def xlsx_with_shared_strings() -> bytes:
    """As Excel writes texts; openpyxl writes each where it stands."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as workbook:
        sheet = workbook.add_worksheet()
        for row, cells in enumerate([["项目", "金额"], ["支出_x0041_", 12.5], ["收入", 5]]):
            sheet.write_row(row, 0, cells)
        sheet.write_rich_string(3, 0, "合", workbook.add_format({"bold": True}), "计")
    return stream.getvalue()


def xls() -> list[bytes]:
    rows: list[list[str | float]] = [
        ["白鹭市收支表", "单位：万元", ""],
        ["项目", "金额", "日期"],
        ["支出", 12.5, 44927.0],
    ]
    return [old_workbook(rows, merged=(0, 0, 1, 2)), old_workbook([["甲", 1.0], ["乙", 0.5]])]


def ofd() -> list[bytes]:
    from documents.pages import test_ofd_reader as writing

    frame = writing.path("M 20 100 L 120 100 L 120 120 L 20 120 C M 20 110 L 120 110 S 70 100 L 70 120 Q 1 2 3 4")
    cells = [
        writing.text(22, 107, "项目"),
        writing.text(72, 107, "金额", more='CTM="1 0 0 1 0 0" HScale="0.9"'),
        writing.text(22, 117, "合计", code='DeltaX="4 g 2 3"'),
        writing.text(72, 117, "12.50", code='DeltaY="0"'),
    ]
    first = writing.page(writing.text(20, 40, "白鹭市2023年度决算"), frame, *cells)
    second = writing.page(writing.text(20, 40, "一、概况"), template='<ofd:Template TemplateID="T1"/>')
    templates = {"T1": writing.page(writing.text(90, 290, "- 1 -"))}
    return [writing.ofd(writing.body("Doc_0", [first, second], templates))]


def pdf() -> list[bytes]:
    from pdf_writing import PdfPage, write_pdf

    page = PdfPage().text(90, 60, "一、概况").paragraph(100, ["白鹭市民政局设3个单位，", "共45人。"])
    page.table(200, [["项目", "金额"], ["合计", "12.50"]], [80.0, 120.0])
    return [write_pdf(page, PdfPage().text(90, 80, "二、结论"))]


def evaluation_workbook() -> list[bytes]:
    from reports.test_scorecard_workbook import EXAMPLES, example, written

    path = min(EXAMPLES, key=lambda each: each.stat().st_size)
    return [written(*example(path))[1].content, _form(*example(path))]


def _form(evaluation: Evaluation, scheme: Scheme) -> bytes:
    from hengji.reports.workbook.form import Form
    from hengji.reports.workbook.passages import passages_of
    from hengji.workflows.filling import fingerprint, form_content

    passages = passages_of("self-evaluation", {"概况.职责": "白鹭市"})
    return form_content(evaluation, scheme, Form("self-evaluation", fingerprint(scheme), passages=passages))[0]


def formulas() -> list[bytes]:
    return [formula.encode() for formula in FORMULAS]
