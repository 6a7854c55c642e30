"""Tables from files of every kind to files of every kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from hengji.workflows.goal_tables import check_table, read_table, table_text, write_table

EXAMPLES = Path(__file__).parents[2] / "examples"
TABLES = [EXAMPLES / "goal-table-2024" / "goals.yaml", EXAMPLES / "project-table-2024" / "project.yaml"]


@pytest.mark.parametrize("path", TABLES, ids=["goals", "project"])
def test_a_table_goes_through_every_kind_of_file_and_comes_back(path, tmp_path):
    table = read_table(path).table
    assert table is not None
    for ending in (".docx", ".xlsx", ".pdf", ".yaml"):
        written = tmp_path / f"表{ending}"
        assert write_table(table, written) is None
        read = read_table(written)
        assert (read.table, read.findings) == (table, ())
        table = read.table
        assert table is not None


def test_a_table_read_from_a_paper_is_checked_with_the_papers_cells(tmp_path):
    table = read_table(TABLES[0]).table
    assert table is not None
    write_table(table, tmp_path / "表.xlsx")
    again = read_table(tmp_path / "表.xlsx").table
    assert again is not None
    places = [finding.source.cell for finding in check_table(again) if finding.code == "goal.vacuous"]
    assert len(places) == 2
    assert all("!" in place for place in places)


def test_a_file_that_does_not_say_which_table_it_is_is_told_what_to_write(tmp_path):
    path = tmp_path / "表.yaml"
    path.write_text("organisation: 示例市档案局\n", encoding="utf-8")
    read = read_table(path)
    assert read.table is None
    assert "table: goals（部门整体绩效目标表）" in str(read.findings[0])


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"table: goals\n  x", "没有表的文件".encode()])
@pytest.mark.parametrize("name", ["表.yaml", "表.docx", "表.txt"])
def test_a_file_that_holds_no_table_gives_a_finding(content, name, tmp_path):
    path = tmp_path / name
    path.write_bytes(content)
    read = read_table(path)
    assert read.table is None
    assert "error" in {finding.severity for finding in read.findings}


def test_a_table_in_yaml_is_text_that_people_can_write():
    table = read_table(TABLES[0]).table
    assert table is not None
    text = table_text(table)
    assert text.startswith("table: goals\norganisation: 示例省对外联络办公室\n")
    assert "- key_work: 保障重要会务和接待\n" in text
