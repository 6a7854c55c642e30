"""One line of jsonl per file, as docs/developer/output-contracts.md has it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from hengji.facts.document import Place
from hengji.facts.extract import Extract, ExtractedConclusion, ExtractedIndicator, ExtractedItem, Spot
from hengji.facts.findings import Finding
from hengji.facts.relation import CheckReport
from hengji.facts.sources import Source
from hengji.reports.check_data import check_data, json_line, unreadable_data
from hengji.reports.check_places import Places
from hengji.reports.check_words import outcome
from hengji.reports.extract_data import extract_data
from reports.small_checks import TEXT, checked, document, report

DATA = check_data("reports/自评.pdf", *checked())


def test_a_line_names_its_file_and_its_document():
    assert list(DATA) == ["file", "document", "relations", "summary", "findings"]
    assert DATA["file"] == "reports/自评.pdf"
    assert DATA["document"] == {
        "kind": "self_evaluation",
        "title": "云泽市粮食局2022年度自评报告",
        "organisation": "云泽市粮食局",
        "year": 2022,
        "pages": 2,
        "characters": len(TEXT),
    }


def test_relations_keep_the_contract_in_their_order():
    first = DATA["relations"][0]
    assert {key: first[key] for key in first if key != "figures"} == {
        "id": "r1",
        "kind": "share",
        "verdict": "error",
        "severity": "high",
        "formula": "443.26 ÷ 443.66",
        "computed": "99.91%",
        "stated": "99.99%",
        "message": "财政拨款收入占本年收入应为 99.91%，文中为 99.99%。",
        "likely": "“99.99%”疑为“99.91%”之误。",
    }
    assert [item["id"] for item in DATA["relations"]] == ["r1", "r2", "r3", "r4"]


def test_figures_are_strings_with_their_offsets_and_places():
    part, _, stated = DATA["relations"][0]["figures"]
    start = TEXT.index("443.26")
    assert part == {
        "role": "part", "text": "443.26", "value": "443.26", "unit": "万元", "subject": "财政拨款收入",
        "period": "2022", "start": start, "end": start + 6, "page": 1, "cell": None, "line": 3,
    }  # fmt: skip
    assert (stated["value"], stated["unit"]) == ("0.9999", "%")
    total = DATA["relations"][2]["figures"][-1]
    assert (total["page"], total["cell"]) == (1, "表1第3行第3列")


def test_text_that_is_no_figure_has_no_value():
    mark = DATA["relations"][3]["figures"][0]
    assert (mark["text"], mark["value"], mark["unit"], mark["subject"]) == ("一、", None, None, None)


def test_the_summary_counts_and_says_how_much_was_checked():
    assert DATA["summary"] == {
        "ok": 2, "rounding": 0, "suspicious": 1, "error": 1, "figures": 7, "unchecked": 1, "coverage": "0.8571",
    }  # fmt: skip


def test_a_document_without_figures_has_no_coverage():
    empty = CheckReport(report().facts, ())
    assert check_data("a.txt", document(), empty)["summary"]["coverage"] is None
    assert outcome(empty) == "没有发现错误，已核 0 项关系，文中没有可核的数字"


def test_the_outcome_says_the_verdict_first():
    assert outcome(report()) == "1 处错误，1 处存疑，已核 4 项关系，覆盖 85% 的数字"
    doubts = replace(report(), relations=report().relations[2:3])
    assert outcome(doubts) == "没有发现错误，1 处存疑，已核 1 项关系，覆盖 85% 的数字"


def test_no_number_is_a_float_and_a_line_is_one_line():
    line = json_line({**DATA, "file": "a\u2028b\nc\x85d"})
    assert line.splitlines() == [line]
    assert json.loads(line, parse_float=pytest.fail)["file"] == "a\u2028b\nc\x85d"


def test_an_unreadable_file_says_why():
    finding = Finding("error", "文件加了密码，无法读取", Source("a.docx"), "document.encrypted", advice="请去掉密码")
    data = unreadable_data("in/a.docx", [Finding("note", "别的"), finding])
    assert (data["file"], data["unreadable"]) == ("in/a.docx", "文件加了密码，无法读取，请去掉密码")
    assert [item["code"] for item in data["findings"]] == ["", "document.encrypted"]


def test_places_are_those_of_the_document():
    whole = document()
    places = Places(whole)
    assert [places.place(at) for at in range(len(TEXT))] == [whole.place_at(at) for at in range(len(TEXT))]
    assert places.where(TEXT.index("118.50")) == "第1页 表1第2行第3列"
    assert [cell.text for cell in places.row(TEXT.index("118.50"))] == ["人员经费", "120.00", "118.50"]


def test_a_format_without_pages_says_line_and_heading():
    places = Places(document("自评.txt", "txt"))
    assert places.where(TEXT.index("443.26")) == "第3行 “一、收入情况”"
    assert places.where(TEXT.index("118.50")) == "第5行 表1第2行第3列"


def test_an_extract_keeps_the_contract_and_says_null_for_nothing():
    spot = Spot(3, 9, Place(2, "表1第2行第3列"))
    source = {"start": 3, "end": 9, "page": 2, "cell": "表1第2行第3列"}
    nowhere = {"start": 0, "end": 0, "page": None, "cell": None}
    extract = Extract(
        ExtractedConclusion("89.40", "", "良"),
        (ExtractedItem("财政拨款收入决算数", "666.05", "万元", "2021", "final_account", spot),),
        (ExtractedIndicator(("支出管理", "采购执行率"), "2", verified_score="1.94", source=spot),),
        ("预算执行偏慢。",),
    )
    data = extract_data("a.pdf", report().facts, extract)
    assert data["conclusion"] == {"total": "89.40", "self_total": None, "grade": "良", "source": nowhere}
    assert data["data_items"] == [
        {"name": "财政拨款收入决算数", "value": "666.05", "unit": "万元", "period": "2021",
         "column": "final_account", "source": source},
    ]  # fmt: skip
    indicator = {"points": "2", "verified_score": "1.94", "source": source, "path": ["支出管理", "采购执行率"]}
    others = ("standard", "target", "half_year_target", "actual", "self_score", "reason")
    assert data["indicators"] == [indicator | dict.fromkeys(others)]
    assert (data["problems"], data["recommendations"]) == (["预算执行偏慢。"], [])
