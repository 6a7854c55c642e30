"""Figures from forms into an evaluation: shown first; a person's entries stay; years and files are not mixed up."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from hengji.workflows.filling import Order, new_workbook
from hengji.workflows.form_mappings import mappings, names_for
from hengji.workflows.import_results import apply_import, rows_of, write_import
from hengji.workflows.importing import Imported, ImportOrder, import_forms
from hengji.workflows.schemes import find_scheme, list_schemes
from official_forms import items_of, layout, xlsx_of

SCHEME = "zhanjiang-2021-verification"
EVALUATION = f"""\
evaluation: self
organisation: 示例市对外联络办公室
year: 2021
scheme: {SCHEME}
data:
  政府采购实际金额: 3.83万元   # 照采购台账
"""


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """附03 with every figure 12,345.60 yuan and more."""
    path = tmp_path / "决算.xlsx"
    figures = {name: Fraction(1_234_560 + number, 100) for number, name in enumerate(items_of("operation"))}
    path.write_bytes(xlsx_of(layout("operation", figures), ["附03"]))
    return path


@pytest.fixture
def evaluation(tmp_path: Path) -> Path:
    path = tmp_path / "自评.yaml"
    path.write_text(EVALUATION, encoding="utf-8")
    return path


def states(imported: Imported) -> dict[str, str]:
    return {row.name: row.state for row in rows_of(imported)}


def codes(imported: Imported) -> list[str]:
    return [finding.code for finding in imported.findings]


def test_the_dry_run_says_what_would_be_set_and_what_differs_and_writes_nothing(form, evaluation):
    imported = import_forms(ImportOrder((form,), into=evaluation))
    assert states(imported) == {"三公经费支出数": "set", "三公经费预算数": "set", "政府采购实际金额": "differs"}
    differing = next(row for row in rows_of(imported) if row.state == "differs")
    assert (differing.old, differing.place) == ("3.83万元", "附03!J12")
    assert evaluation.read_text("utf-8") == EVALUATION


def test_what_a_person_entered_stays_unless_it_is_to_be_replaced(form, evaluation):
    imported = import_forms(ImportOrder((form,), into=evaluation))
    assert apply_import(imported, evaluation, replacing=False) == (2, ())
    after = evaluation.read_text("utf-8")
    assert after.startswith(EVALUATION)
    assert '三公经费支出数: {value: "1.234562万元", form: "财决附03表 机构运行信息表", period: "2021"' in after
    assert apply_import(imported, evaluation, replacing=True)[0] == 3
    again = import_forms(ImportOrder((form,), into=evaluation))
    assert set(states(again).values()) == {"same"}


def test_an_entry_that_is_no_figure_is_a_persons_entry_too(form, evaluation):
    evaluation.write_text(EVALUATION.replace("3.83万元", "待补"), encoding="utf-8")
    assert states(import_forms(ImportOrder((form,), into=evaluation)))["政府采购实际金额"] == "differs"


def test_a_blank_entry_is_filled(form, evaluation):
    evaluation.write_text(EVALUATION.replace("3.83万元", '""'), encoding="utf-8")
    imported = import_forms(ImportOrder((form,), into=evaluation))
    assert states(imported)["政府采购实际金额"] == "set"
    assert apply_import(imported, evaluation, replacing=False) == (3, ())


def test_imported_figures_prefill_a_new_workbook(form, tmp_path):
    imported = import_forms(ImportOrder((form,), scheme=SCHEME))
    assert write_import(imported, tmp_path / "导入.yaml", replacing=False) == 3
    order = Order(SCHEME, "示例市对外联络办公室", 2021, data=(tmp_path / "导入.yaml",))
    assert new_workbook(order, tmp_path / "填报.xlsx").prefilled == 3


def test_another_years_form_is_refused_with_both_years(form, evaluation):
    imported = import_forms(ImportOrder((form,), into=evaluation, year=2022))
    (finding,) = (finding for finding in imported.findings if finding.code == "form.year")
    assert (finding.found, finding.expected) == ("2021年度", "2022年度")
    assert states(imported) == {}


def test_forms_of_two_years_are_not_mixed(form, tmp_path):
    other = tmp_path / "上年.xlsx"
    other.write_bytes(xlsx_of(layout("operation", {"会议费决算数": Fraction(1)}, year=2020)))
    imported = import_forms(ImportOrder((form, other), scheme=SCHEME))
    assert codes(imported) == ["form.years"]
    assert import_forms(ImportOrder((form, other), scheme=SCHEME, year=2021)).forms[0].year == 2021


def test_another_organisations_form_is_told(form, evaluation):
    evaluation.write_text(EVALUATION.replace("对外联络", "民政"), encoding="utf-8")
    assert "form.organisation" in codes(import_forms(ImportOrder((form,), into=evaluation)))


def test_files_that_hold_no_form_are_told(tmp_path):
    (tmp_path / "别的.xlsx").write_bytes(xlsx_of([[["会议纪要"], ["序号", "内容"], ["1", "无"]]]))
    (tmp_path / "坏的.xlsx").write_bytes(b"PK\x03\x04xl/ and nothing more")
    (tmp_path / "加密.xlsx").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(1024, b"\0") + "EncryptedPackage".encode("utf-16-le") + b"\0\0"
    )
    names = ("别的.xlsx", "坏的.xlsx", "加密.xlsx", "没有.xlsx")
    imported = import_forms(ImportOrder(tuple(tmp_path / name for name in names)))
    assert codes(imported) == ["form.none", "document.damaged", "document.encrypted", ""]
    assert "加了密码" in imported.findings[2].message


def test_a_scheme_that_could_take_either_of_two_figures_is_asked_about(tmp_path):
    for number, name in enumerate(("final", "appropriation")):
        figures = {item: Fraction(1000 + number) for item in items_of(name)}
        (tmp_path / f"{name}.xlsx").write_bytes(xlsx_of(layout(name, figures)))
    imported = import_forms(ImportOrder((tmp_path / "final.xlsx", tmp_path / "appropriation.xlsx"), scheme=SCHEME))
    row = next(row for row in rows_of(imported) if row.name == "部门年度实际支出")
    assert row.state == "unclear"
    assert [place for _, place in row.others] == ["final.xlsx Sheet1!J12", "appropriation.xlsx Sheet1!J10"]


def test_a_negative_figure_is_not_taken_where_the_scheme_has_none(tmp_path):
    (tmp_path / "决算.xlsx").write_bytes(xlsx_of(layout("operation", {"政府采购支出决算数": Fraction(-5)})))
    imported = import_forms(ImportOrder((tmp_path / "决算.xlsx",), scheme=SCHEME))
    assert "form.negative" in codes(imported)


def test_a_mapping_of_ones_own_reads_a_local_form(tmp_path):
    (tmp_path / "对应.yaml").write_text(
        "form: local\ntitle: 示例市信访情况表\ncolumns: {件数: [件数]}\n"
        "lines:\n- {rows: [受理信访], unit: 件, items: {件数: 群众信访件数}}\n", encoding="utf-8",
    )  # fmt: skip
    (tmp_path / "信访.xlsx").write_bytes(
        xlsx_of([[["示例市信访情况表"], ["2021年度"], ["事项", "件数"], ["一、受理信访", "12"]]])
    )
    order = ImportOrder((tmp_path / "信访.xlsx",), scheme=SCHEME, mappings=(tmp_path / "对应.yaml",))
    assert states(import_forms(order)) == {"群众信访件数": "set"}


def test_a_mapping_with_mistakes_is_told_with_its_lines(tmp_path):
    (tmp_path / "对应.yaml").write_text("form: local\ntitle: 表\ncolumns: {数: [数]}\nlines:\n- {items: {额: 甲}}\n")
    read = mappings((tmp_path / "对应.yaml",))
    assert {finding.source.line for finding in read.findings} == {5}
    assert len(read.findings) == 2


def test_every_item_is_named_by_one_line_of_the_shipped_mappings_and_every_alias_by_a_form():
    items = {item for mapping in mappings().mappings for item in mapping.items}
    for entry in list_schemes():
        scheme = find_scheme(entry.id).scheme
        assert scheme is not None
        for name, sources in names_for(entry.id).items():
            assert set(sources) <= items, name


def test_an_unknown_form_or_unit_is_told_before_anything_is_read(form):
    assert codes(import_forms(replace(ImportOrder((form,)), form="没有的表", unit="块"))) == [
        "form.unknown",
        "form.unit",
    ]
