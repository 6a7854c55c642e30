"""Web pages: encodings by their declaration, tables with spans, nothing that a person would not see."""

from __future__ import annotations

import pytest

from hengji.documents.reading import read_document
from hengji.facts.document import Document

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}">
<title>白鹭市民政局</title><style>p{{}}</style></head><body>
<h2>一、收支情况</h2><p>收入合计<b>443.66</b>万元，<br>其中财政拨款443.26万元。</p><script>var a=1;</script>
<p style="display:none">隐藏的话</p><p>单位：万元</p>
<table><caption>收支决算表</caption>
<tr><th rowspan="2">项目</th><th colspan="2">决算数</th></tr><tr><th>小计</th><th>人员经费</th></tr>
<tr><td>基本支出</td><td>10.00</td><td>8.00</td></tr></table></body></html>"""


def document_of(content: bytes) -> Document:
    read = read_document(content, "a.html")
    assert read.document is not None, read.findings
    return read.document


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk", "gb18030"])
def test_a_page_is_read(charset: str) -> None:
    document = document_of(PAGE.format(charset=charset).encode(charset))
    assert document.title == "白鹭市民政局"
    assert document.text == (
        "一、收支情况\n收入合计443.66万元，\n其中财政拨款443.26万元。\n单位：万元\n"
        "项目\t决算数\n\t小计\t人员经费\n基本支出\t10.00\t8.00\n"
    )
    (table,) = document.tables
    assert (table.caption, table.unit, table.header_rows, table.columns) == ("收支决算表", "万元", 2, 3)
    assert all(document.text[cell.start : cell.end] == cell.text for cell in table.cells)
    assert document.paragraphs[0].level == 2


def test_a_table_that_arranges_the_page_is_no_table() -> None:
    inner = "<table><tr><td>项目</td><td>数</td></tr><tr><td>收入</td><td>5</td></tr></table>"
    page = f"<table><tr><td>导航</td><td>{inner}</td></tr></table>"
    document = document_of(f"<html><body>{page}</body></html>".encode())
    assert len(document.tables) == 1
    assert document.text == "导航\n项目\t数\n收入\t5\n"


def test_deep_nesting_is_borne() -> None:
    document = document_of(b"<html><body>" + b"<div>" * 20_000 + "底".encode() + b"</body></html>")
    assert "底" in document.text


@pytest.mark.parametrize("mark", ["del", "s", "strike"])
def test_what_is_struck_out_is_not_read_and_that_is_said(mark: str) -> None:
    page = f"<p>政府采购预算<{mark}>380.00</{mark}><ins>400.00</ins>万元。</p>"
    read = read_document(page.encode(), "a.html")
    assert read.document is not None
    assert read.document.text == "政府采购预算400.00万元。\n"
    assert [finding.code for finding in read.findings] == ["document.changes"]
