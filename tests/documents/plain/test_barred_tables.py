"""Cells with a bar on a line of its own behind each are a table where one width accounts for all of them."""

from hengji.documents.plain.text_reader import read_text


def tables_of(text):
    document = read_text(text.encode(), "a.txt").document
    assert document is not None
    for table in document.tables:
        assert all(document.text[cell.start : cell.end] == cell.text for cell in table.cells)
    return [[[cell.text if cell else "" for cell in row] for row in table.grid()] for table in document.tables]


def barred(*cells: str) -> str:
    return "".join(f"{cell}\n|\n" if cell else "|\n" for cell in cells)


def test_empty_cells_keep_their_places():
    (table,) = tables_of(
        "单位：万元\n"
        + barred("项目", "预算数", "合计", "0.36", "出国费", "", "接待费", "0.36", "购置费", "")
        + "以上说明。\n"
    )
    assert table == [["项目", "预算数"], ["合计", "0.36"], ["出国费", ""], ["接待费", "0.36"], ["购置费", ""]]


def test_a_name_over_several_columns_stands_before_them():
    (table,) = tables_of(
        barred("年度", "合计", "接待费", "公务用车购置及运行费", "小计", "购置费", "运行费")
        + barred("2022年", "30", "10", "20", "5", "15", "2023年", "24", "8", "16", "4", "12")
    )
    assert table[0] == ["年度", "合计", "接待费", *["公务用车购置及运行费"] * 3]
    assert table[1][3:] == ["小计", "购置费", "运行费"]
    assert table[2] == ["2022年", "30", "10", "20", "5", "15"]


def test_bars_among_words_are_no_table():
    assert not tables_of("首页\n|\n新闻\n|\n公开\n|\n服务\n|\n互动\n|\n")
