"""PDF → Document, on PDFs that the tests write and on the published ones where they are present."""

from __future__ import annotations

import random
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.documents.pages.pdf_reader import read_pdf
from hengji.facts.document import Document, Table
from pdf_writing import PdfPage, write_pdf

REAL = Path(__file__).parents[4] / "shared" / "real"
FULL = "本年收入合计三百六十六点零八万元，其中财政拨款收入三百六十六点"  # as wide as the column
WIDTHS = [80.0, 120.0, 100.0, 100.0]


def document(*pages: PdfPage) -> Document:
    read = read_pdf(write_pdf(*pages), "报告.pdf")
    assert read.document is not None, read.findings
    return read.document


def grid(table: Table) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


# ---------------------------------------------------------------------------------------------------------- paragraphs
def test_wrapped_lines_are_one_paragraph() -> None:
    read = document(PdfPage().paragraph(100, [FULL[:-2], FULL, "零八万元。"]).paragraph(180, ["支出合计十万元。"]))
    assert read.text == f"{FULL[:-2]}{FULL}零八万元。\n支出合计十万元。\n"
    assert [paragraph.page for paragraph in read.paragraphs] == [1, 1]


def test_a_figure_broken_at_the_margin_is_whole() -> None:
    filled = "本年收入合计三百六十六点零八万元，比上年增加三百零二点零一万元和366."
    read = document(PdfPage().paragraph(100, [FULL, filled, "08万元，持平。"]))
    assert "和366.08万元，持平。" in read.text


def test_a_long_figure_that_moved_to_the_next_line_goes_on_the_sentence() -> None:
    read = document(PdfPage().paragraph(100, [FULL[:-2], FULL, FULL[:-4], "1,234,558.18万元。"]))
    assert read.text.count("\n") == 1
    assert f"{FULL[:-4]}1,234,558.18万元。" in read.text


def test_a_new_item_begins_a_paragraph_even_after_a_full_line() -> None:
    read = document(PdfPage().text(90, 100, FULL).text(90, 120, "二、支出情况").text(90, 140, FULL).text(90, 160, FULL))
    assert read.text.splitlines() == [FULL, "二、支出情况", FULL + FULL]


def test_headings_have_levels_by_their_numbers() -> None:
    read = document(
        PdfPage().text(90, 100, "一、收入情况").text(90, 130, "（一）财政拨款").text(114, 160, "共一万元。")
    )
    assert [paragraph.level for paragraph in read.paragraphs] == [1, 2, 0]


def test_the_title_is_the_largest_text_of_the_first_page() -> None:
    page = PdfPage().text(90, 60, "附件1").text(150, 120, "某某局2023年度", 22).text(150, 150, "绩效自评报告", 22)
    assert document(page.text(90, 200, "一、概况")).title == "某某局2023年度绩效自评报告"


def test_a_sentence_goes_on_over_the_page_break_and_its_page_is_known() -> None:
    first = PdfPage().paragraph(640, [FULL[:-2], FULL, FULL, FULL]).text(290, 810, "- 1 -")
    second = PdfPage().text(90, 80, "零八万元。").paragraph(120, [FULL[:-2], FULL, FULL]).text(290, 810, "- 2 -")
    read = document(first, second)
    start = read.text.index("零八万元。")
    assert read.pages == (0, start)
    assert (read.page_at(start - 1), read.page_at(start)) == (1, 2)
    assert "- 1 -" not in read.text and "- 2 -" not in read.text


@pytest.mark.parametrize("number", ["3", "- 3 -", "— 3 —", "第3页", "第 3 页 共 12 页", "3/12", "iii"])
def test_page_numbers_are_left_out(number: str) -> None:
    assert document(PdfPage().text(90, 100, "共12件。").text(290, 815, number)).text == "共12件。\n"


def test_running_headers_are_left_out_but_not_table_names() -> None:
    pages = [
        PdfPage().text(90, 40, "某某局绩效报告").text(90, 70, "单位：万元").text(90, 300, f"第{word}段。")
        for word in "甲乙丙丁"
    ]
    text = document(*pages).text
    assert "某某局绩效报告" not in text
    assert text.count("单位：万元") == 4


def test_contents_lose_their_page_numbers() -> None:
    page = PdfPage().text(250, 100, "目录").text(90, 130, "一、概况" + "." * 60 + "12").text(90, 150, "二、收入")
    assert document(page.text(480, 150, "13")).text == "目录\n一、概况\n二、收入\n"


def test_columns_without_rulings_are_kept_apart() -> None:
    assert document(PdfPage().text(90, 100, "收入").text(200, 100, "12.5").text(300, 100, "13.6")).text == (
        "收入\t12.5\t13.6\n"
    )


def test_bold_by_printing_twice_is_read_once() -> None:
    assert document(PdfPage().text(90, 100, "合计11元").text(90.4, 100, "合计11元")).text == "合计11元\n"


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_turned(degrees: int) -> None:
    rows = [["项目", "<", "预算", "决算"], ["201", "行政", "12.50", "13.60"]]
    upright = PdfPage().text(90, 100, "第一行").text(90, 120, "第二行").table(200, rows, WIDTHS)
    lying = PdfPage(rotation=degrees, lying=degrees).text(90, 100, "第一行").text(90, 120, "第二行")
    assert document(lying.table(200, rows, WIDTHS)).text == document(upright).text


def test_blank_pages_keep_the_numbers_of_the_others() -> None:
    read = document(PdfPage(), PdfPage().text(90, 100, "甲"), PdfPage(), PdfPage().text(90, 100, "乙"))
    assert [read.page_at(read.text.index(word)) for word in "甲乙"] == [2, 4]


# -------------------------------------------------------------------------------------------------------------- tables
def test_a_table_has_cells_spans_caption_and_unit() -> None:
    rows = [
        ["项目", "<", "金额", "<"],
        ["编码", "名称", "预算", "决算"],
        ["201", "一般公共服务", "12.50", "13.60"],
        ["^", "其中：行政", "2.50", "3.60"],
        ["合计", "<", "12.50", "13.60"],
    ]
    read = document(PdfPage().text(230, 150, "收入支出决算总表").text(430, 180, "单位：万元").table(190, rows, WIDTHS))
    (table,) = read.tables
    assert (table.caption, table.unit, table.header_rows) == ("收入支出决算总表", "万元", 2)
    assert grid(table) == [
        ["项目", "项目", "金额", "金额"],
        ["编码", "名称", "预算", "决算"],
        ["201", "一般公共服务", "12.50", "13.60"],
        ["201", "其中：行政", "2.50", "3.60"],
        ["合计", "合计", "12.50", "13.60"],
    ]
    cell = next(cell for cell in table.cells if cell.text == "3.60")
    assert (cell.address, cell.page, read.text[cell.start : cell.end]) == ("表1第4行第4列", 1, "3.60")
    assert read.text.splitlines()[2] == "项目\t\t金额"


def test_a_figure_wrapped_in_its_cell_is_whole_and_two_figures_are_two() -> None:
    page = PdfPage().table(100, [["名称", "金额"], ["", ""]], [100, 50], height=40)
    page.text(92, 155, "单位").text(192, 155, "1234567.", 11).text(192, 168, "89", 11)
    assert grid(document(page).tables[0])[1] == ["单位", "1234567.89"]
    page = PdfPage().table(100, [["名称", "金额"], ["", ""]], [100, 90], height=40)
    page.text(92, 155, "单位").text(192, 155, "12", 11).text(192, 168, "89", 11)
    assert grid(document(page).tables[0])[1] == ["单位", "12 89"]


def test_a_table_goes_on_after_the_page_break_with_its_heading_repeated() -> None:
    head = ["编码", "名称", "预算", "决算"]
    first = PdfPage().text(230, 560, "支出决算表").table(580, [head, ["201", "行政", "1.00", "2.00"]], WIDTHS)
    second = PdfPage().table(60, [head, ["202", "外交", "3.00", "4.00"]], WIDTHS).text(90, 140, "注：完。")
    read = document(first, second)
    (table,) = read.tables
    assert grid(table) == [head, ["201", "行政", "1.00", "2.00"], ["202", "外交", "3.00", "4.00"]]
    assert [cell.page for cell in table.cells if cell.column == 0] == [1, 1, 2]
    assert read.pages[1] == read.text.index("202")


def test_a_table_goes_on_without_a_heading_and_a_cut_row_is_mended() -> None:
    head = ["编码", "名称", "预算", "决算"]
    first = PdfPage().table(580, [head, ["201", "机关事业单位基本养", "1.00", "2.00"]], WIDTHS)
    rest = [["", "老保险缴费支出", "", ""], ["202", "外交", "3.00", "4.00"]]
    (table,) = document(first, PdfPage().table(60, rest, WIDTHS)).tables
    assert grid(table)[1:] == [
        ["201", "机关事业单位基本养老保险缴费支出", "1.00", "2.00"],
        ["202", "外交", "3.00", "4.00"],
    ]


def test_a_repeated_caption_is_dropped_but_prose_above_a_table_never() -> None:
    rows = [["编码", "名称", "预算", "决算"], ["201", "行政", "1.00", "2.00"]]

    def page(above: str, top: float) -> PdfPage:
        return PdfPage().text(230, top - 20, above).table(top, rows, WIDTHS)

    named = document(page("支出决算表", 580), page("支出决算表（续）", 80))
    assert (len(named.tables), named.text.count("支出决算表")) == (1, 1)
    prose = document(page("见下表。", 580), page("见下表。", 80))
    assert (len(prose.tables), prose.text.count("见下表。")) == (2, 2)


def test_tables_of_their_own_names_stay_apart() -> None:
    rows = [["编码", "名称", "预算", "决算"], ["201", "行政", "1.00", "2.00"]]
    first = PdfPage().text(230, 560, "收入决算表").table(580, rows, WIDTHS)
    second = PdfPage().text(230, 60, "支出决算表").table(80, rows, WIDTHS)
    assert [table.caption for table in document(first, second).tables] == ["收入决算表", "支出决算表"]


def test_forms_with_one_name_stay_apart_where_their_first_rows_differ() -> None:
    def form(project: str) -> PdfPage:
        rows = [["项目名称", project, "分值", "10"], ["指标", "完成率", "得分", "9"]]
        return PdfPage().text(230, 60, "项目支出绩效自评表").table(80, rows, WIDTHS)

    assert len(document(form("修路"), form("架桥")).tables) == 2


def test_a_frame_around_text_and_an_underline_are_no_tables() -> None:
    page = PdfPage().table(100, [["提示：以下数据未经审计"]], [300]).line(90, 200, 300, 200).text(90, 198, "下划线")
    assert document(page).tables == ()


def test_open_sides_are_closed() -> None:
    page = PdfPage()
    for y in (100, 120, 140):
        page.line(90, y, 490, y)
    page.line(290, 100, 290, 140)
    page.text(95, 114, "项目").text(295, 114, "金额").text(95, 134, "合计").text(295, 134, "12.50")
    assert grid(document(page).tables[0]) == [["项目", "金额"], ["合计", "12.50"]]


# ----------------------------------------------------------------------------------------------------------- bad files
def test_an_encrypted_file_says_so() -> None:
    encrypted = (
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
        b"3 0 obj\n<</Filter/Standard/V 1/R 2/Length 40/P -4/O<" + b"ab" * 32 + b">/U<" + b"cd" * 32 + b">>>\nendobj\n"
        b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<" + b"00" * 16 + b"><" + b"00" * 16 + b">]/Size 4>>\n%%EOF\n"
    )
    read = read_pdf(encrypted, "密.pdf")
    assert read.document is None
    assert "PDF 加了密码，无法读取" in str(read.findings[0])


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"\0" * 5000, "不是 PDF".encode()])
def test_what_is_no_pdf_says_so(content: bytes) -> None:
    read = read_pdf(content, "坏.pdf")
    assert read.document is None
    assert [finding.code for finding in read.findings] == ["document.damaged"]


def test_a_pdf_without_text_says_so() -> None:
    assert read_pdf(write_pdf(PdfPage()), "空.pdf").findings[0].code == "document.empty"


SAMPLE = write_pdf(
    PdfPage().text(200, 60, "决算表", 20).table(100, [["项目", "<"], ["甲", "1.00"], ["乙", "2.00"]], [100, 100]),
    PdfPage().paragraph(100, [FULL[:-2], FULL, "零八万元。"]),
)


@given(st.integers(0, len(SAMPLE)))
def test_a_truncated_file_gives_findings_or_a_document(length: int) -> None:
    read = read_pdf(SAMPLE[:length], "断.pdf")
    assert (read.document is None) == any(finding.severity == "error" for finding in read.findings)


@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), max_size=30))
def test_a_garbled_file_gives_findings_or_a_document(changes: list[tuple[int, int]]) -> None:
    content = bytearray(SAMPLE)
    for place, value in changes:
        content[place] = value
    read = read_pdf(bytes(content), "乱.pdf")
    assert (read.document is None) == any(finding.severity == "error" for finding in read.findings)
    if read.document is not None:
        text = read.document.text
        assert all(text[cell.start : cell.end] == cell.text for table in read.document.tables for cell in table.cells)


# ------------------------------------------------------------------------------------------------------ published ones
NUMBER = re.compile(r"\d[\d,]*\.?\d*")


@pytest.fixture(scope="module", params=["001", "007", "009", "010"], name="real")
def _real(request: pytest.FixtureRequest) -> tuple[str, Document, str]:
    path = REAL / f"{request.param}.pdf"
    if not path.is_file():
        pytest.skip("the published documents are not here")
    read = read_pdf(path.read_bytes(), path.name)
    assert read.document is not None and read.findings == ()
    return request.param, read.document, path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.seeds
def test_every_figure_of_the_published_text_is_read(real: tuple[str, Document, str]) -> None:
    _, read, text = real
    assert Counter(NUMBER.findall(text)) - Counter(NUMBER.findall(read.text)) == Counter()


@pytest.mark.seeds
def test_the_totals_of_the_published_tables_are_the_sums_of_their_rows(real: tuple[str, Document, str]) -> None:
    closed = 0
    for table in real[1].tables:
        rows = grid(table)
        total = next((row for row in rows if re.sub(r"\s", "", row[0]) == "合计"), None)
        parts = [row for row in rows if re.fullmatch(r"\d{3}", row[0]) and (row[1] == "" or not row[1].isdigit())]
        if total is None or not parts or ("分类" in table.caption and "经济" in table.caption):
            continue
        for column, written in enumerate(total):
            if re.fullmatch(r"[\d,]+\.\d\d", written):
                figures = [Decimal(row[column].replace(",", "")) for row in parts if row[column]]
                assert sum(figures) == Decimal(written.replace(",", "")), (table.caption, column)
                closed += 1
    assert closed >= 5


@pytest.mark.seeds
def test_no_sentence_of_the_published_documents_is_broken(real: tuple[str, Document, str]) -> None:
    _, read, _ = real
    texts = [read.text[paragraph.start : paragraph.end] for paragraph in read.paragraphs]
    broken = [
        text for text in texts if len(text) > 45 and not text.endswith(("。", "；", "：", "）", "情况说明", "表"))
    ]
    assert len(broken) <= 1  # 010 forgets a full stop


@pytest.mark.seeds
def test_published_tables_have_units_and_names(real: tuple[str, Document, str]) -> None:
    tables = [table for table in real[1].tables if table.columns > 3]
    assert len(tables) >= 9
    assert all(table.caption.endswith("表") and table.unit in {"元", "万元"} for table in tables)


@pytest.mark.seeds
@pytest.mark.slow
def test_cells_are_those_of_pdfplumber(real: tuple[str, Document, str]) -> None:
    pdfplumber = pytest.importorskip("pdfplumber")
    ours = Counter(re.sub(r"\s", "", cell.text) for table in real[1].tables for cell in table.cells if cell.text)
    theirs: Counter[str] = Counter()
    with pdfplumber.open(REAL / f"{real[0]}.pdf") as pdf:
        for page in pdf.pages:
            for table in page.extract_tables():
                theirs.update(re.sub(r"\s", "", cell) for row in table for cell in row if cell and cell.strip())
    assert ours - theirs == Counter()
    assert [text for text in theirs - ours if NUMBER.fullmatch(text)] == []


@pytest.mark.seeds
def test_published_pages_broken_at_random_never_raise(real: tuple[str, Document, str]) -> None:
    content = (REAL / f"{real[0]}.pdf").read_bytes()
    chance = random.Random(7)
    for _ in range(6):
        broken = bytearray(content)
        for _ in range(40):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        read = read_pdf(bytes(broken[: chance.randrange(len(broken))]), "断.pdf")
        assert (read.document is None) == any(finding.severity == "error" for finding in read.findings)


def test_pdfium_reads_what_the_tests_write() -> None:
    assert len(pdfium.PdfDocument(SAMPLE)) == 2
