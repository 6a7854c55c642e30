"""Which amounts of a paper are data that rules may read."""

from __future__ import annotations

from hengji.checks.about import describe
from hengji.checks.context import Context
from hengji.checks.extracted_items import items_of
from hengji.checks.mentions import find_mentions
from hengji.documents.plain.text_reader import document_of_text

FORM = [
    "项目支出绩效自评表",
    "（2024年度）",
    "项目名称\t\t春耕物资储备\t\t\t\t\t",
    "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分",
    "\t年度资金总额\t180.50\t210.50\t204.60\t10\t97.20%\t9.72",
    "\t其中：当年财政拨款\t150.50\t180.50\t174.60\t—\t96.73%\t—",
    "绩效指标\t一级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施",
    "\t产出指标\t储备化肥\t≥600吨\t620吨\t90\t90\t",
    "总分\t\t\t\t\t100\t99.72\t",
]
YEARS = [
    "项目\t2023年决算数\t2024年预算数\t2024年决算数",
    "公务接待费\t4.46\t3.50\t2.90",
    "公务用车运行维护费\t6.80\t6.50\t6.20",
]


def data_items(lines: list[str], title: str = "") -> list[tuple[str, str, str, str, str]]:
    """Name, value, unit, period and column of each."""
    document = document_of_text(title + "\n".join(lines) + "\n", "text.txt")
    facts = describe(document)
    context = Context(document, facts, find_mentions(document, facts.year))
    return [(one.name, one.value, one.unit, one.period, one.column) for one in items_of(context)]


def test_the_funds_of_a_project_form_are_given_with_the_unit_that_the_form_names() -> None:
    assert data_items(FORM) == [
        ("年度资金总额年初预算数", "180.5", "万元", "2024", "initial_budget"),
        ("年度资金总额全年预算数", "210.5", "万元", "2024", "adjusted_budget"),
        ("年度资金总额全年执行数", "204.6", "万元", "2024", "final_account"),
        ("当年财政拨款年初预算数", "150.5", "万元", "2024", "initial_budget"),
        ("当年财政拨款全年预算数", "180.5", "万元", "2024", "adjusted_budget"),
        ("当年财政拨款全年执行数", "174.6", "万元", "2024", "final_account"),
    ]


def test_the_period_of_an_amount_is_the_year_of_its_column() -> None:
    periods = {
        (name, period) for name, _, _, period, _ in data_items(YEARS, "临澜市水务局2024年度部门决算\n\n单位：万元\n")
    }
    assert ("公务接待费2023年决算数", "2023") in periods
    assert ("公务接待费2024年决算数", "2024") in periods


def test_the_number_of_a_row_is_no_part_of_its_name() -> None:
    rows = [
        "序号\t项目名称\t年初预算数\t全年执行数\t执行率",
        "1\t堤防加固\t150.00\t147.00\t98.00%",
        "2\t水质监测\t80.00\t72.00\t90.00%",
    ]
    assert {name for name, *_ in data_items(rows)} >= {"堤防加固年初预算数", "水质监测全年执行数"}


def test_no_amount_is_given_twice() -> None:
    document = document_of_text("\n".join(FORM) + "\n", "text.txt")
    facts = describe(document)
    context = Context(document, facts, find_mentions(document, facts.year))
    places = [one.source.start for one in items_of(context)]
    assert len(places) == len(set(places))
