"""What the checks say of a goal table while it is being written: tables of examples, each with its finding or none."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from hengji.facts.findings import Finding
from hengji.facts.goal_table import Expenditure, Funds, FundSource, GoalIndicator, GoalTable
from hengji.facts.sources import Source
from hengji.facts.targets import read_target
from hengji.rules.goal_checks.check import check_goal_table
from hengji.rules.goal_checks.directions import better_way


def amount(text: str) -> Fraction | None:
    return Fraction(text) if text else None


def funds(total: str = "100", source: str = "100", basic: str = "60", project: str = "40", item: str = "40") -> Funds:
    items = (Expenditure("设备购置", Fraction(10), amount(item)),)
    return Funds(
        amount(total),
        (FundSource("一般公共预算资金", amount(source)), FundSource("其他资金", Fraction(0))),
        (
            Expenditure("基本支出", Fraction(30), amount(basic)),
            Expenditure("项目支出", Fraction(10), amount(project), items),
        ),
    )


def row(name: str, half: str, full: str, **more: str) -> GoalIndicator:
    placed = {"first": "履职", "second": "保管档案", "key_work": "整理"} | more
    first, second = placed.pop("first"), placed.pop("second")
    return GoalIndicator(
        first, second, name, read_target(half), read_target(full), source=Source("表.yaml", 7), **placed
    )


GOOD = GoalTable(
    "示例市档案局", 2024, functions="1.保管档案。", institutions="内设3个科室。", funds=funds(), medium_term="保管好。",
    annual="整理完。", indicators=(row("整理卷数", "≥200卷", "≥500卷"),),
)  # fmt: skip


def found(table: GoalTable) -> list[Finding]:
    return list(check_goal_table(table))


def of_row(name: str, half: str, full: str, **more: str) -> dict[str, str]:
    """The findings about one row: code → severity."""
    return {each.code: each.severity for each in found(replace(GOOD, indicators=(row(name, half, full, **more),)))}


def test_a_table_that_is_right_has_no_findings():
    assert [str(each) for each in found(GOOD)] == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"source": "99"}, "资金总额与各项资金来源之和不等"),
        ({"basic": "61"}, "资金总额与各项支出的全年预算数之和不等"),
        ({"item": "39"}, "“项目支出”全年预算数与其下各项之和不等"),
        ({"basic": "20", "project": "80", "item": "80"}, "“基本支出”半年计划执行数大于全年预算数"),
        ({"total": ""}, "没有写资金总额"),
        ({"project": "", "item": ""}, "“项目支出”没有写全年预算数"),
    ],
)
def test_money_closes_by_source_and_by_expenditure(changed, said):
    assert said in " ".join(str(each) for each in found(replace(GOOD, funds=funds(**changed))))


def test_money_that_rounding_may_explain_is_only_a_warning():
    near = [each for each in found(replace(GOOD, funds=funds(source="100.01"))) if each.code == "goal.funds_close"]
    far = [each for each in found(replace(GOOD, funds=funds(source="100.51"))) if each.code == "goal.funds_close"]
    assert [each.severity for each in near] == ["warning"]
    assert [each.severity for each in far] == ["error"]
    assert "100＋0" not in str(far[0])
    assert "100.51＋0 = 100.51 万元" in str(far[0])


@pytest.mark.parametrize(
    ("name", "half", "full", "expected"),
    [
        ("服务对象满意度", "≥90%", "≥90%", {}),
        ("服务对象满意度", "≤90%", "≤90%", {"goal.direction": "error"}),
        ("服务对象满意度", "≥90%", "≥120%", {"goal.impossible": "error"}),
        ("审批差错率", "≥1%", "≥1%", {"goal.direction": "error"}),
        ("审批差错率", "=0%", "=0%", {}),
        ("审批差错率", "≤100%", "≤100%", {"goal.vacuous": "error"}),
        ("在职人员控制率", "≤100%", "≤100%", {}),
        ("在职人员控制率", "=100%", "=100%", {"goal.operator": "warning"}),
        ("培训次数", "≥0次", "≥2次", {"goal.vacuous": "warning"}),
        ("培训次数", "≥0次", "≥0次", {"goal.vacuous": "error"}),
        ("财政收入增长率", "≥0%", "≥0%", {}),
        ("培训次数", "≥3次", "≥2次", {"goal.half_year": "error"}),
        ("培训次数", "≥1场", "≥2次", {"goal.half_year": "error"}),
        ("培训次数", "≥1", "≥2", {"goal.unit": "error"}),
        ("培训次数", "1次", "2次", {"goal.operator": "note"}),
        ("计划完成率", "=50%", "=100%", {"goal.operator": "warning"}),
        ("计划完成率", "≥50%", "=100%", {"goal.half_year": "warning"}),
        ("培训次数", "", "≥2次", {"goal.blank": "warning"}),
        ("培训次数", "≥1次", "", {"goal.blank": "error"}),
    ],
)
def test_a_target_asks_for_something_in_the_right_direction(name, half, full, expected):
    assert of_row(name, half, full) == expected


def test_a_qualitative_target_describes_its_grades():
    assert of_row("制度健全性", "健全", "健全") == {"goal.grades": "warning", "goal.figures": "warning"}
    described = of_row("制度健全性", "健全", "健全", grades="健全：全部印发；基本健全：印发一半以上")
    assert described == {"goal.figures": "warning"}


def test_every_duty_and_key_work_has_an_indicator():
    unfinished = row("", "", "", key_work="扫描")
    said = [str(each) for each in found(replace(GOOD, indicators=(*GOOD.indicators, unfinished)))]
    assert said == ["表.yaml 第7行：重点工作“履职／保管档案／扫描”没有指标；应为至少一个三级指标。"]


def test_an_indicator_of_a_duty_names_its_key_work():
    assert of_row("整理卷数", "≥2卷", "≥5卷", key_work="") == {"goal.key_work": "warning"}


def test_a_function_that_no_duty_speaks_of_is_pointed_out():
    functions = "1.保管档案。2.指导乡镇水利工程建设。3.完成其他任务。"
    said = [str(each) for each in found(replace(GOOD, functions=functions))]
    assert said == ["职能“指导乡镇水利工程建设”似乎没有对应的履职指标；请核对；已有的，请在职能一栏写明。"]


def test_an_indicator_that_stands_twice_is_told_with_the_place_of_the_first():
    rows = (*GOOD.indicators, replace(GOOD.indicators[0], source=Source("表.yaml", 9)))
    said = [str(each) for each in found(replace(GOOD, indicators=rows))]
    assert said == ["表.yaml 第9行：指标“整理卷数”写了两次；请与第7行的一行合并，或改用不同的名称。"]


def test_the_promised_execution_rate_is_the_planned_one():
    rows = (*GOOD.indicators, row("预算执行率", "=45%", "=100%", first="过程", second="预算执行", key_work=""))
    said = [str(each) for each in found(replace(GOOD, indicators=rows)) if each.code == "goal.execution"]
    assert len(said) == 1
    assert "40 ÷ 100 = 40%" in said[0]


def test_an_empty_table_is_told_in_one_pass():
    codes = [each.code for each in found(GoalTable("", 0))]
    assert codes.count("goal.blank") == 5
    assert {"goal.funds", "goal.empty"} <= set(codes)


def test_ten_thousand_rows_are_checked():
    rows = tuple(row(f"整理卷数{number}", "≥1卷", "≥2卷") for number in range(10_000))
    assert found(replace(GOOD, indicators=rows)) == []


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("投诉处理率", "higher"), ("投诉率", "lower"), ("成本节约率", "higher"), ("“三公经费”变动率", "lower"),
        ("非税收入预算完成率", "higher"), ("公用经费控制率", "lower"), ("重大事故起数", "lower"), ("年度工作总结", ""),
    ],
)  # fmt: skip
def test_the_last_telling_word_says_which_way_is_better(name, way):
    assert better_way(name) == way
