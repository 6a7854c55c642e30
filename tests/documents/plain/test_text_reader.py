"""Plain text is kept as it is: every offset is one into the file; its tables are found again."""

from __future__ import annotations

from pathlib import Path

import pytest

from hengji.documents.reading import read_document
from hengji.facts.document import Document, Table

SHARED = Path(__file__).parents[4] / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt")) if (SHARED / "seeds").is_dir() else []
REAL = sorted((SHARED / "real").glob("*.txt")) if (SHARED / "real").is_dir() else []


def document_of(text: str, name: str = "白鹭市.txt") -> Document:
    read = read_document(text.encode(), name)
    assert read.document is not None, read.findings
    return read.document


def rows_of(table: Table) -> list[list[str]]:
    return [[cell.text if cell is not None else "" for cell in row] for row in table.grid()]


def assert_true_offsets(document: Document) -> None:
    for table in document.tables:
        for cell in table.cells:
            written = document.text[cell.start : cell.end]
            assert cell.text == written or (table.rebuilt and cell.text.startswith(written)), cell
            assert table.start <= cell.start <= cell.end <= table.end
    starts = [paragraph.start for paragraph in document.paragraphs]
    assert starts == sorted(starts)


def test_the_text_is_the_file_with_its_line_ends() -> None:
    document = document_of("一、概况\r\n白鹭市设3个单位。\r\n")
    assert document.text == "一、概况\r\n白鹭市设3个单位。\r\n"
    assert [document.text[each.start : each.end] for each in document.paragraphs] == ["一、概况", "白鹭市设3个单位。"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_encodings_are_found_out(encoding: str) -> None:
    text = "白鹭市2023年度部门整体支出绩效自评报告。收入总计145.16万元。"
    read = read_document(text.encode(encoding), "a.txt")
    assert read.document is not None
    assert read.document.text == text


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("第一部分 白鹭市民政局概况", 1),
        ("一、部门概况", 1),
        ("（一）部门基本情况", 2),
        ("1. 主要职能", 3),
        ("（2）绩效目标完成率", 4),
        ("## 收入情况", 2),
        ("1.2 机构设置", 3),
        ("（一）工资福利支出260.63万元，较上年增加58.33万元", 0),
        ("1.5万元用于培训", 0),
        ("全年共接待客商4批次。", 0),
        ("1. 加强预算管理，做到事前有评估、事中有监控、事后有评价，并按目标完成程度考核；", 0),
    ],
)
def test_headings_have_the_level_of_their_number(line: str, level: int) -> None:
    assert document_of(f"{line}\n其余内容在此。\n").paragraphs[0].level == level


def test_a_form_feed_begins_a_page() -> None:
    document = document_of("甲页\n\f乙页\n\f丙页\n")
    assert [document.page_at(document.text.index(word)) for word in ("甲", "乙", "丙")] == [1, 2, 3]
    assert [paragraph.page for paragraph in document.paragraphs] == [1, 2, 3]


def test_a_sentence_cut_by_a_page_is_one_paragraph() -> None:
    document = document_of("2021 年白鹭市民政局根据决算报表，当年的\n\n政府采购预算为 3.94 万元，执行 3.83 万元。\n")
    assert len(document.paragraphs) == 1


# ------------------------------------------------------------------------------------------------------------- tables
def test_tabs_make_a_table_with_its_caption_and_unit() -> None:
    document = document_of(
        "收支情况表\n单位：万元\n\n项目\t年初预算数\t决算数\n一、基本支出\t418.50\t575.94\n二、项目支出\t46.50\t135.53\n\n正文。\n"
    )
    (table,) = document.tables
    assert (table.caption, table.unit, table.header_rows, table.rebuilt) == ("收支情况表", "万元", 1, True)
    assert rows_of(table)[1] == ["一、基本支出", "418.50", "575.94"]
    assert table.cells[4].address == "表1第2行第2列"
    assert [document.text[each.start : each.end] for each in document.paragraphs][-1] == "正文。"
    assert_true_offsets(document)


def test_merged_headings_over_several_columns_are_found_again() -> None:
    (table,) = document_of(
        "一级指标\t\t评价指标\t\t得分\n名称\t权重\t名称\t权重\t\n预算编制\t20\t合理性\t3\t2.5\n\t\t规范性\t4\t4\n"
    ).tables
    assert table.header_rows == 2
    spans = {cell.text: (cell.row_span, cell.column_span) for cell in table.cells if cell.row == 0}
    assert spans == {"一级指标": (1, 2), "评价指标": (1, 2), "得分": (2, 1)}
    assert rows_of(table)[3][0] == "预算编制"
    assert rows_of(table)[3][1] == ""


def test_cells_on_lines_of_their_own_make_a_table() -> None:
    document = document_of(
        "\t产出指标\n二级指标\n\t三级指标\n\t年度指标值\n\n\t数量指标\n\t走访次数\n\t8次\n\n\t\n\t培训次数\n\t2次\n\n（二）满意度\n"
    )
    (table,) = document.tables
    assert rows_of(table) == [
        ["产出指标\n二级指标", "三级指标", "年度指标值"],
        ["数量指标", "走访次数", "8次"],
        ["数量指标", "培训次数", "2次"],
    ]
    assert_true_offsets(document)


def test_markdown_tables_are_read() -> None:
    document = document_of(
        "# 报告\n\n| 项目 | 金额 |\n|:---|---:|\n| 人员经费 | 374.51 |\n| 公用\\|经费 | 43.99 |\n\n完。\n"
    )
    (table,) = document.tables
    assert rows_of(table) == [["项目", "金额"], ["人员经费", "374.51"], ["公用\\|经费", "43.99"]]
    assert_true_offsets(document)


LAYOUT = """\
                 白鹭市支出预算总表
编制部门：白鹭市民政局                            单位：元

            项目                        支出预算
科目编码
           科目名称        合计          基本支出        项目支出
类    款
201        一般公共服务支出   1,200.00     1,000.00      200.00
201  03    行政运行       1,200.00     1,000.00      200.00
           机关事业单位养老保险
208                    80.00         80.00
           缴费支出
\f221        住房保障支出     50.00        50.00
           合计       1,330.00     1,130.00      200.00
注：本表反映支出预算。
"""


def test_columns_kept_by_spaces_make_a_table_across_pages() -> None:
    document = document_of(LAYOUT)
    (table,) = document.tables
    assert (table.caption, table.unit, table.header_rows) == ("白鹭市支出预算总表", "元", 3)
    assert rows_of(table)[0] == ["项目", "项目", "项目", "支出预算", "支出预算", "支出预算"]
    assert rows_of(table)[1][:2] == ["科目编码", "科目编码"]
    assert rows_of(table)[2:] == [
        ["类", "款", "科目名称", "合计", "基本支出", "项目支出"],
        ["201", "", "一般公共服务支出", "1,200.00", "1,000.00", "200.00"],
        ["201", "03", "行政运行", "1,200.00", "1,000.00", "200.00"],
        ["208", "", "机关事业单位养老保险缴费支出", "80.00", "80.00", ""],
        ["221", "", "住房保障支出", "50.00", "50.00", ""],
        ["", "", "合计", "1,330.00", "1,130.00", "200.00"],
    ]
    assert [cell.page for cell in table.cells if cell.text == "住房保障支出"] == [2]
    assert_true_offsets(document)


@pytest.mark.parametrize(
    "text",
    [
        "目录\n一、概况.....\t2\n二、结论.....\t5\n三、建议.....\t7\n",
        "第一部分    白鹭市民政局 2024 年度部门决算情况\n\n                     说明\n",
        "2024 年度本部门 面向中小企业预留 政府采购项目预算  金额\n\n21.07 万元，其中货物 21.07 万元。\n",
        "    评价得分=Σ一级指标得分\n    一级指标得分=Σ二级指标得分\n",
        "\t\t整个段落以制表符开头，并不是表格。\n\t\t第二段也是这样，金额为5万元。\n",
    ],
)
def test_what_only_looks_like_a_table_is_none(text: str) -> None:
    assert document_of(text).tables == ()


# -------------------------------------------------------------------------------------------------- the real documents
@pytest.mark.seeds
@pytest.mark.skipif(not SEEDS, reason="no seeds here")
def test_every_seed_reads_with_true_offsets() -> None:
    shapes = {}
    for path in SEEDS:
        content = path.read_bytes()
        read = read_document(content, path.name)
        assert read.document is not None
        assert read.document.text == content.decode("utf-8-sig")
        assert_true_offsets(read.document)
        shapes[path.name[:3]] = [(table.rows, table.columns, table.header_rows) for table in read.document.tables]
    assert shapes["000"] == [(16, 4, 1), (7, 4, 1)]
    assert shapes["001"] == [(80, 7, 1)]
    assert shapes["002"] == shapes["004"] == []
    assert shapes["003"][:3] == [(10, 4, 1), (7, 4, 1), (8, 10, 3)]
    assert len(shapes["003"]) == 8


@pytest.mark.seeds
@pytest.mark.skipif(not REAL, reason="no published documents here")
def test_published_documents_have_their_tables_joined() -> None:
    for path in REAL:
        read = read_document(path.read_bytes(), path.name)
        assert read.document is not None
        assert_true_offsets(read.document)
        for table in read.document.tables[1:]:
            assert table.caption.endswith("表"), (path.name, table.caption)
            assert table.unit in {"元", "万元"}
            assert 1 <= table.header_rows <= 3
        if path.stem == "001":
            shapes = [(table.rows, table.columns) for table in read.document.tables]
            assert shapes == [(3, 3), (32, 4), (20, 9), (20, 8), (34, 7), (20, 5), (40, 6)]
