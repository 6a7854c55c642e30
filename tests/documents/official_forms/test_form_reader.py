"""Official forms: the same figures come out whatever the export looks like, and nothing is guessed."""

from __future__ import annotations

import io
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from hengji.documents.official_forms.form_reader import FormsRead, read_forms
from hengji.documents.official_forms.grids import Grid, read_grids
from hengji.facts.numbers import plain
from hengji.facts.official_form import FormRead
from hengji.facts.units import read_unit
from hengji.workflows.form_mappings import mappings
from libreoffice import recalculate, saved_again
from official_forms import COUNTS, LAYOUTS, Figures, html_of, items_of, layout, shuffled, xls_of, xlsx_of

FORMS = ("final", "appropriation", "operation")
YUAN = read_unit("元")

_amounts = st.integers(-(10**13), 10**14).map(lambda cents: Fraction(cents, 100))


def read(content: bytes, name: str = "报表.xlsx", untitled: str = "") -> FormsRead:
    known = mappings()
    found = read_grids(content, name)
    assert found.findings == ()
    return read_forms(found.grids, known.mappings, known.named(untitled) if untitled else None)


def read_one(content: bytes, name: str = "报表.xlsx") -> FormRead:
    (form,) = read(content, name).forms
    return form


def in_yuan(form: FormRead) -> Figures:
    """The items with money in yuan."""
    return {item.name: Fraction(item.value) * (item.unit.factor_to(YUAN) or 1) for item in form.items}


def figures_of(form: str) -> Figures:
    names = items_of(form)
    return {name: Fraction(7) if name in COUNTS else Fraction(1_234_567 + 91 * n, 100) for n, name in enumerate(names)}


def some_rows(*rows: list[object]) -> bytes:
    """A workbook of one sheet, its cells as given."""
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


HEAD: tuple[list[object], ...] = (["收入支出决算总表"], ["2021年度", "", "金额单位：元"], ["项目", "行次", "决算数"])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("unit", ["元", "万元"])
def test_every_layout_and_unit_gives_the_same_figures(form, name, unit):
    figures = figures_of(form)
    assert in_yuan(read_one(xlsx_of(layout(form, figures, name, unit)))) == figures


@pytest.mark.parametrize("form", FORMS)
def test_old_workbooks_and_pages_called_xls_are_read_alike(form):
    figures = figures_of(form)
    (rows,) = layout(form, figures, "text")
    assert in_yuan(read_one(xls_of(rows), "报表.xls")) == figures
    assert in_yuan(read_one(html_of(rows), "报表.xls")) == figures


@pytest.mark.libreoffice
def test_workbooks_saved_as_xls_by_an_office_are_read_alike(tmp_path):
    path = tmp_path / "报表.xlsx"
    path.write_bytes(xlsx_of(layout("final", figures_of("final")), number_format="#,##0"))
    (saved,) = saved_again([path], tmp_path / "saved", "xls")
    assert in_yuan(read_one(saved.read_bytes(), "报表.xls")) == figures_of("final")


@settings(max_examples=40)
@given(st.data())
def test_generated_figures_come_back_exactly(data):
    form = data.draw(st.sampled_from(FORMS))
    names = data.draw(st.lists(st.sampled_from(items_of(form)), min_size=1, unique=True))
    figures = {
        name: Fraction(data.draw(st.integers(0, 999))) if name in COUNTS else data.draw(_amounts) for name in names
    }
    sheets = layout(form, figures, data.draw(st.sampled_from(LAYOUTS)), data.draw(st.sampled_from(["元", "万元"])))
    assert in_yuan(read_one(xlsx_of(sheets))) == figures


@settings(max_examples=20)
@given(st.integers(0, 10**6))
def test_the_order_of_rows_does_not_matter_where_no_line_is_part_of_another(seed):
    figures = figures_of("final")
    (rows,) = layout("final", figures, "single")
    assert in_yuan(read_one(xlsx_of([shuffled(rows, seed)]))) == figures


def test_an_item_remembers_form_year_and_cell():
    form = read_one(xlsx_of(layout("operation", figures_of("operation")), ["附03"]))
    item = next(item for item in form.items if item.name == "三公经费支出决算数")
    assert (item.form, item.period, item.place) == ("财决附03表 机构运行信息表", "2021", "附03!E8")
    assert form.organisation == "示例市对外联络办公室"


@pytest.mark.parametrize(
    ("shown", "value"),
    [
        ("1,234.50", "1234.5"), ("１，２３４．５０", "1234.5"), ("(1,234.50)", "-1234.5"), ("-12.3", "-12.3"),
        ("0", "0"), ("1,234.50 元", "1234.5"), ("12.3万元", "123000"), ("¥5", "5"),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_and_systems_write_them(shown, value):
    form = read_one(some_rows(*HEAD, ["事业收入", 5, shown]))
    assert plain(in_yuan(form)["事业收入决算数"]) == value


@pytest.mark.parametrize("blank", [None, "", "—", "－", "/"])
def test_a_blank_is_not_zero(blank):
    form = read_one(some_rows(*HEAD, ["事业收入", 5, blank], ["其他收入", 6, 0]))
    assert in_yuan(form) == {"其他收入决算数": 0}
    assert next(each for each in form.missing if each.name == "事业收入决算数").why == "格子是空的"


@pytest.mark.parametrize(
    ("number_format", "value"),
    [("#,##0", "1234567.89"), ("0.0", "1234567.89"), ('_ * #,##0.00_ ;_ * "-"??_ ', "1234567.89")],
)
def test_what_is_stored_counts_not_what_it_is_rounded_to(number_format, value):
    rows = layout("final", {"事业收入决算数": Fraction(value)})
    assert plain(in_yuan(read_one(xlsx_of(rows, number_format=number_format)))["事业收入决算数"]) == value


def test_where_a_format_shows_ten_thousands_the_shown_figure_counts():
    workbook = Workbook()
    for row in (
        ["收入支出决算总表"],
        ["2021年度", "", "单位：万元"],
        ["项目", "行次", "决算数"],
        ["事业收入", 5, 1234000],
    ):
        workbook.active.append(row)
    workbook.active["C4"].number_format = "0!.0,"
    stream = io.BytesIO()
    workbook.save(stream)
    assert in_yuan(read_one(stream.getvalue())) == {"事业收入决算数": 1_234_000}


def test_a_zero_that_is_shown_as_a_stroke_is_zero():
    rows = layout("final", {"事业收入决算数": Fraction(0)})
    form = read_one(xlsx_of(rows, number_format='#,##0.00;-#,##0.00;"-"'))
    assert in_yuan(form) == {"事业收入决算数": 0}


def test_a_line_that_is_not_there_is_told_with_the_nearest_labels():
    form = read_one(some_rows(*HEAD, ["四、事业类收入", 5, 3], ["其他收入", 6, 4]))
    missing = next(each for each in form.missing if each.name == "事业收入决算数")
    assert (missing.looked_for, missing.why) == ("“事业收入”行“决算”栏", "没有这一行")
    assert missing.nearest[0][0] == "四、事业类收入"
    assert missing.nearest[0][1].cell == "A4"


def test_a_column_that_is_not_there_is_told():
    form = read_one(some_rows(*HEAD, ["基本支出", 5, 3]))
    missing = next(each for each in form.missing if each.name == "基本支出年初预算数")
    assert missing.why.startswith("没有这一栏")


def test_two_lines_that_differ_are_both_named_and_none_is_taken():
    form = read_one(some_rows(*HEAD, ["事业收入", 5, 3], ["其他收入", 6, 1], ["事业收入", 7, 4]))
    (unclear,) = form.unclear
    assert [(each.text, each.source.cell) for each in unclear.candidates] == [("3", "C4"), ("4", "C6")]
    assert "事业收入决算数" not in in_yuan(form)


def test_two_lines_that_say_the_same_leave_no_question():
    form = read_one(some_rows(*HEAD, ["本年支出合计", 5, 3], ["其他收入", 6, 1], ["本年支出合计", 7, 3]))
    assert in_yuan(form)["本年支出决算数"] == 3
    assert form.unclear == ()


def test_a_detail_is_taken_only_below_the_line_that_it_is_part_of():
    head = (["机构运行信息表"], ["2021年度", "", "金额单位：元"], ["项目", "行次", "统计数"])
    inside = ["3．公务接待费", 1, 8], ["（1）国内接待费", 2, 7], ["其中：外事接待费", 3, 5]
    elsewhere = ["二、会议费", 1, 8], ["其中：外事接待费", 3, 5]
    assert in_yuan(read_one(some_rows(*head, *inside)))["外事接待费决算数"] == 5
    assert "外事接待费决算数" not in in_yuan(read_one(some_rows(*head, *elsewhere)))


def test_errors_and_formulas_without_a_result_are_told_with_their_cell():
    found = read(some_rows(*HEAD, ["事业收入", 5, "#REF!"], ["其他收入", 6, "=C4+1"], ["经营收入", 7, "约3万"]))
    told = {str(finding.source): finding.message for finding in found.findings}
    assert "计算错误 #REF!" in told["报表.xlsx Sheet!C4"]
    assert "没有保存它的计算结果" in told["报表.xlsx Sheet!C5"]
    assert "“约3万”不是数" in told["报表.xlsx Sheet!C6"]


@pytest.mark.libreoffice
def test_a_formula_counts_by_its_stored_result(tmp_path):
    path = tmp_path / "报表.xlsx"
    path.write_bytes(some_rows(*HEAD, ["事业收入", 5, 3], ["其他收入", 6, "=C4+1"]))
    (saved,) = recalculate([path], tmp_path / "saved")
    assert in_yuan(read_one(saved.read_bytes()))["其他收入决算数"] == 4


def test_without_a_unit_no_amount_is_taken():
    found = read(some_rows(["收入支出决算总表"], ["2021年度"], ["项目", "行次", "决算数"], ["事业收入", 5, 3]))
    assert found.forms[0].items == ()
    assert "没有写金额单位" in found.findings[0].message


def test_a_unit_in_the_heading_of_a_column_counts():
    form = read_one(
        some_rows(["收入支出决算总表"], ["2021年度"], ["项目", "行次", "决算数（万元）"], ["事业收入", 5, 3])
    )
    assert in_yuan(form) == {"事业收入决算数": 30_000}


def test_several_forms_in_one_workbook_or_one_sheet_are_kept_apart():
    final, operation = figures_of("final"), figures_of("operation")
    one, two = layout("final", final)[0], layout("operation", operation)[0]
    for sheets in ([one, two], [[*one, *two]]):
        found = read(xlsx_of(sheets)).forms
        assert [in_yuan(form) for form in found] == [final, operation]


def three_blocks() -> Workbook:
    """财政拨款收入支出决算总表 with merged headings of three levels; the expenditure by function, and again by kind."""
    workbook = Workbook()
    sheet = workbook.active
    budgets = ["小计", "一般公共预算财政拨款", "政府性基金预算财政拨款"]
    rows: list[list[object]] = [
        ["财政拨款收入支出决算总表"], ["财决01-1表"], ["部门：示例市甲局", "2021年度", "", "金额单位：万元"],
        ["收入", *[None] * 4, "支出"],
        ["项目", "行次", "年初预算数", "全年预算数", "决算数", "项目（按功能分类）", "行次", "年初预算数", None, None,
         "决算数", None, None, "项目（按支出性质）", "行次", "决算数"],
        [*[None] * 7, *budgets, *budgets, None, None, "小计"],
        ["栏次", None, 1, 2, 3, "栏次", None, 4, 5, 6, 7, 8, 9, "栏次", None, 10],
        ["一、一般公共预算财政拨款", 1, 10, 11, 12, "一、一般公共服务支出", 30, 9, 8, 1, 19, 17, 2, "基本支出", 60, 7],
        ["本年收入合计", 4, 20, 21, 22, "本年支出合计", 31, 29, 28, 1, 39, 37, 2, "本年支出合计", 61, 39],
        ["年初财政拨款结转和结余", 5, None, None, 5, "年末财政拨款结转和结余", 32, 0, 0, 0, 3, 3, 0],
        ["　一、一般公共预算财政拨款", 6, None, None, 4],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    for merged in ("A1:P1", "A4:E4", "F4:P4", "A5:A6", "C5:C6", "D5:D6", "E5:E6", "F5:F6", "H5:J5", "K5:M5", "N5:N6"):
        sheet.merge_cells(merged)
    return workbook


def test_headings_of_several_levels_and_three_blocks_beside_each_other():
    stream = io.BytesIO()
    three_blocks().save(stream)
    form = read_one(stream.getvalue())
    assert form.unclear == ()
    assert {name: value / 10_000 for name, value in in_yuan(form).items()} == {
        "一般公共预算财政拨款收入决算数": 12, "财政拨款收入年初预算数": 20, "财政拨款收入调整预算数": 21,
        "财政拨款收入决算数": 22, "年初财政拨款结转和结余决算数": 5, "财政拨款支出年初预算数": 29,
        "财政拨款支出决算数": 39, "年末财政拨款结转和结余决算数": 3,
    }  # fmt: skip


def test_a_continued_sheet_may_leave_out_year_and_unit():
    figures = figures_of("final")
    first, second = layout("final", figures, "split")
    (form,) = read(xlsx_of([first, [second[0], *second[2:]]])).forms
    assert (form.year, in_yuan(form)) == (2021, figures)


@pytest.mark.parametrize("title", ["收入决算表", "政府性基金预算财政拨款收入支出决算总表"])
def test_a_form_that_no_mapping_knows_is_left_out_and_ends_the_one_above_it(title):
    other = [[title], ["项目", "年初预算数", "决算数"], ["本年收入合计", "1", "2"]]
    figures = figures_of("final")
    assert [in_yuan(form) for form in read(xlsx_of([[*layout("final", figures)[0], *other]])).forms] == [figures]
    assert read(xlsx_of([other])).forms == ()


def test_a_table_of_contents_is_no_form():
    contents = [["目录"], ["一、收入支出决算总表"], ["二、机构运行信息表"]]
    found = read(xlsx_of([contents, *layout("final", figures_of("final"))])).forms
    assert [form.mapping.id for form in found] == ["final-account"]


def test_a_sheet_without_a_title_is_read_by_its_name_or_as_what_it_is_said_to_be():
    rows = layout("final", figures_of("final"))[0][2:]
    assert read(xlsx_of([rows])).forms == ()
    assert in_yuan(read_one(xlsx_of([rows], ["收入支出决算总表"]))) == figures_of("final")
    (form,) = read(xlsx_of([rows]), untitled="final-account").forms
    assert in_yuan(form) == figures_of("final")


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("2021年度", 2021),
        ("２０２１年度", 2021),
        ("二〇二一年度", 2021),
        ("2021年12月31日", 2021),
        ("打印日期：2022-03-01", 0),
    ],
)
def test_the_year_is_read_off_the_heading(written, year):
    form = read_one(
        some_rows(["收入支出决算总表"], [written, "", "单位：元"], ["项目", "行次", "决算数"], ["事业收入", 5, 3])
    )
    assert form.year == year


HEADCOUNT = {"编制数": Fraction(30), "在职人员数": Fraction(28)}


@pytest.mark.parametrize(
    "rows",
    [
        [["项目", "行次", "年末数"], ["一、编制人数（人）", 1, 30], ["二、在职人员", 2, 28]],
        [["单位名称", "编制人数", "在职人员"], ["示例市甲局", 20, 19], ["示例市乙中心", 10, 9], ["合计", 30, 28]],
        [
            ["单位名称", "编制人数", "", "年末实有人数", ""],
            ["", "小计", "行政", "小计", "在职人员"],
            ["合计", 30, 10, 29, 28],
        ],
    ],
)
def test_headcount_is_read_line_by_line_or_unit_by_unit(rows):
    form = read_one(some_rows(["人员情况表"], ["2021年度"], *rows))
    assert {name: in_yuan(form)[name] for name in HEADCOUNT} == HEADCOUNT


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["项目", "期末账面原值", "净值", "在用", "闲置"],
            ["一、房屋", 60, 30, 60, 0],
            ["固定资产合计", 100, 40, 95, 5],
        ],
        [["项目", "数量", "原值"], ["固定资产", "", 100], ["其中：在用", "", 95], ["闲置", "", 5]],
    ],
)
def test_fixed_assets_are_read_by_their_original_value(rows):
    form = read_one(some_rows(["固定资产情况表"], ["2021年度", "单位：元"], *rows))
    assert in_yuan(form) == {"固定资产总额": 100, "在用固定资产总额": 95}


_cells = st.sampled_from(
    [
        "",
        "收入支出决算总表",
        "机构运行信息表",
        "2021年度",
        "金额单位：元",
        "项目",
        "行次",
        "决算数",
        "年初预算数",
        "小计",
        "合计",
        "事业收入",
        "一、基本支出",
        "人员经费",
        "其中：",
        "（一）支出合计",
        "1",
        "2",
        "3.50",
        "-",
        "#REF!",
        "（",
        "①",
        "表",
        "(元)",
    ]
)


@settings(max_examples=200)
@given(st.lists(st.lists(_cells, max_size=6), max_size=12))
def test_no_arrangement_of_cells_breaks_the_reader(rows):
    grid = Grid(
        "乱.xlsx",
        "Sheet1",
        {n: {c: text for c, text in enumerate(row) if text} for n, row in enumerate(rows) if any(row)},
    )
    for form in read_forms([grid], mappings().mappings).forms:
        told = [*(each.name for each in form.items), *(each.name for each in form.missing)]
        assert sorted([*told, *(each.name for each in form.unclear)]) == sorted(form.mapping.items)


@pytest.mark.slow
def test_a_row_after_a_hundred_thousand_others_is_found():
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Sheet1")
    for row in HEAD:
        sheet.append(row)
    for number in range(100_000):
        sheet.append([f"示例项目{number}", number, number / 4])
    sheet.append(["事业收入", 5, 3])
    stream = io.BytesIO()
    workbook.save(stream)
    form = read_one(stream.getvalue())
    assert in_yuan(form) == {"事业收入决算数": 3}
