"""Several forms in one document: what they say together, and the one that differs from its fellows."""

from __future__ import annotations

import dataclasses

import pytest

from checks.relations.tabled import context_of, document_of
from hengji.checks.relations import FINDERS
from hengji.facts.document import Document, Table

TITLE = "示例县2024年度部门预算公开"


def form(name: str, year: str, amount: str) -> list[list[str]]:
    return [
        ["项目名称", name, "年度", year],
        ["预算金额（万元）", amount, "主管部门", "示例县水利局"],
        ["一级指标", "二级指标", "三级指标", "指标值"],
        ["产出", "数量", "完成数量", "≥20处"],
    ]


def several(text: str, *tables: list[list[str]]) -> Document:
    """*text*, then the tables one after another."""
    found: list[Table] = []
    for rows in tables:
        one = document_of(rows, text, unit="")
        text, (table,) = one.text + "\n", one.tables
        found.append(table)
    return dataclasses.replace(document_of([], text), tables=tuple(found), title=TITLE)


def said(finder: str, document: Document) -> list[tuple[str, str, str]]:
    return [(r.kind, r.verdict, r.stated) for r in FINDERS[finder](context_of(document))]


@pytest.mark.parametrize(("years", "verdict"), [(("2024", "2023", "2024"), ["error"]), (("2024", "2024", "2024"), [])])
def test_the_one_form_of_another_year_is_wrong(years: tuple[str, ...], verdict: list[str]) -> None:
    forms = [form(name, year, "10.00") for name, year in zip(("渠道整治", "水库巡查", "灌区改造"), years, strict=True)]
    found = [one[1] for one in said("year", several(TITLE, *forms)) if one[2] == "2023"]
    assert found == verdict


@pytest.mark.parametrize(("total", "verdict"), [("106.40", "ok"), ("160.40", "error")])
def test_the_amounts_of_all_forms_make_the_amount_of_the_text(total: str, verdict: str) -> None:
    text = f"{TITLE}\n对2个项目编制绩效目标，涉及预算资金{total}万元。"
    document = several(text, form("渠道整治", "2024", "64.00"), form("水库巡查", "2024", "42.40"))
    assert ("sum", verdict, total) in said("goal_funds", document)


@pytest.mark.parametrize(("amount", "verdict"), [("64.20", ["ok"]), ("46.20", ["error"]), ("91.35", [])])
def test_a_project_has_one_amount_in_its_form_and_in_the_list(amount: str, verdict: list[str]) -> None:
    listed = [["项目名称", "金额（万元）"], ["渠道整治", amount], ["其他工程", "88.00"]]
    document = several(TITLE, form("渠道整治", "2024", "64.20"), listed)
    assert [found[1] for found in said("goal_funds", document) if found[0] == "repeat"] == verdict


def test_funds_in_a_table_of_their_own_belong_to_the_indicators_behind_them() -> None:
    funds = [
        ["资金", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["年度资金总额", "80.00", "72.00", "10", "90.00%", "9.00"],
    ]
    indicators = [
        ["三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["整治渠道", "≥20处", "21处", "50", "50"],
        ["群众满意度", "≥90%", "93%", "40", "38.5"],
        ["总分", "", "", "100", "97.50"],
    ]
    found = said("score_sum", several(TITLE, funds, indicators))
    assert ("score_sum", "ok", "97.50") in found
    assert ("score_sum", "ok", "100") in found
