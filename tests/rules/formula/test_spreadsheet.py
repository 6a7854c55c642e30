"""Formulas as a spreadsheet computes them: the text, and that LibreOffice agrees with the exact reading."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from hengji.rules.formula.exact import Unknown, evaluate
from hengji.rules.formula.parsing import parse
from hengji.rules.formula.printing import print_formula
from hengji.rules.formula.spreadsheet import TooLongError, render
from hengji.rules.formula.syntax import Call, Comparison, Expression, Logical, Name, Number
from libreoffice import recalculate

from .cases import Case, cases, nodes, slack
from .examples import table

CELLS = {"甲": "A1", "乙": "B1", "丙": "C1", "丁": "D1", "真": "E1", "假": "F1"}
TRUTHS = frozenset({"真", "假"})


def read(text: str) -> Expression:
    expression = parse(text).expression
    assert expression is not None
    return expression


def rendered(text: str, places: int | None = None) -> str:
    decimals = {} if places is None else dict.fromkeys(CELLS, places)
    return render(read(text), CELLS, TRUTHS, decimals)


@pytest.mark.parametrize("example", table("sheets"), ids=lambda example: example["formula"])
def test_a_formula_is_rendered_as_the_examples_say(example: dict[str, Any]) -> None:
    assert rendered(example["formula"], example.get("places")) == example["excel"]


def test_numbers_are_written_out_exactly() -> None:
    assert rendered("5% × 100万元") == "0.05*100"
    assert render(Number(Fraction(1, 3)), {}) == "(1/3)"
    assert render(Number(Fraction(-1, 8)), {}) == "-0.125"


def test_a_missing_input_is_an_empty_cell() -> None:
    assert render(Call("缺", (Name("甲"),)), CELLS) == '(A1="")'
    assert render(Call("缺", (read("甲 + 乙"),)), CELLS) == 'OR((A1=""),(B1=""))'
    assert render(Call("缺", (Number(Fraction(1)),)), CELLS) == "FALSE"


def test_a_formula_beyond_what_excel_takes_is_refused_early() -> None:
    value: Expression = Name("甲")
    for _ in range(30):  # each level would double the text
        value = Call("如果", (Comparison((Name("乙"), value, Name("丙")), ("<", "<")), value, Name("丁")))
    with pytest.raises(TooLongError):
        render(value, CELLS)


def test_functions_nested_deeper_than_excel_allows_are_refused() -> None:
    def nested(levels: int) -> Expression:
        value: Expression = Name("甲")
        for _ in range(levels):
            value = Call("绝对值", (value,))
        return value

    assert render(nested(64), CELLS).startswith("ABS(ABS(")
    with pytest.raises(TooLongError):
        render(nested(65), CELLS)


BOUNDARIES: list[tuple[str, dict[str, str], int | None]] = [
    ("甲 + 乙 ≥ 丙", {"甲": "0.1", "乙": "0.2", "丙": "0.3"}, None),
    ("甲 + 乙 > 丙", {"甲": "0.1", "乙": "0.2", "丙": "0.3"}, 2),
    ("向下取整(甲 ÷ 乙)", {"甲": "0.15", "乙": "0.05"}, None),
    ("向上取整(甲 ÷ 乙)", {"甲": "0.15", "乙": "0.05"}, None),
    ("向下取整(甲)", {"甲": "-2.5"}, 2),
    ("向上取整(甲)", {"甲": "-2.5"}, 2),
    ("四舍五入(5 × 甲, 2)", {"甲": "0.925"}, None),
    ("四舍五入(甲 × 乙, 2)", {"甲": "1.15", "乙": "0.7"}, 2),
    ("四舍五入(甲, 2)", {"甲": "-1.005"}, 4),
    ("四舍五入(甲, 2)", {"甲": "9999999999.995"}, 3),
    ("四舍五入(甲 ÷ 乙, 4)", {"甲": "0.194245", "乙": "0.2"}, None),
    ("甲 − 乙 = 0.01", {"甲": "10000000000.03", "乙": "10000000000.02"}, 2),
    ("(甲 − 乙) ÷ 丙 ≥ 1", {"甲": "10000000000.03", "乙": "10000000000.02", "丙": "0.01"}, 2),
    ("甲 ÷ 乙 × 乙 = 甲", {"甲": "1", "乙": "3"}, None),
    ("甲 ÷ 乙 = 丙 ÷ 丁", {"甲": "0.1", "乙": "0.3", "丙": "1", "丁": "3"}, 2),
    ("甲 ÷ 乙 < 1", {"甲": "9999999999", "乙": "10000000000"}, 0),
    ("90% ≤ 甲 ÷ 乙 < 90%", {"甲": "61.2", "乙": "68"}, 2),
    ("乙 ≠ 0 且 甲 ÷ 乙 > 1", {"甲": "1", "乙": "0"}, 2),
    ("甲 ÷ 乙 > 1 且 甲 ÷ 丙 > 1", {"甲": "1", "乙": "0", "丙": "5"}, 2),
    ("甲 ÷ 乙 > 1 或 甲 ÷ 丙 < 1", {"甲": "1", "乙": "0", "丙": "5"}, 2),
    ("甲 ÷ 乙 > 1 或 甲 ÷ 丙 > 1", {"甲": "1", "乙": "0", "丙": "5"}, 2),
    ("合计(甲, 乙, −丙) = 0", {"甲": "1234567.1", "乙": "0.2", "丙": "1234567.3"}, 2),
]


def boundary_cases() -> list[Case]:
    made = []
    for text, figures, places in BOUNDARIES:
        exact: dict[str, Fraction | bool | None] = {name: Fraction(figure) for name, figure in figures.items()}
        made.append(Case(read(text), exact, {} if places is None else dict.fromkeys(figures, places)))
    missing = Call("缺", (Name("无"),))
    made.append(Case(missing, {"无": None}, {}))
    made.append(Case(Logical("或", (missing, Name("真"))), {"无": Fraction(0), "真": False}, {}))
    return made


def computed(tried: list[Case], folder: Path) -> list[Any]:
    """What LibreOffice makes of each case, one row each: the figures, then the formula."""
    path = folder / "formulas.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        for row, case in enumerate(tried):
            cells = {name: f"{chr(ord('B') + at)}{row + 1}" for at, name in enumerate(case.figures)}
            for at, figure in enumerate(case.figures.values()):
                if isinstance(figure, bool):
                    sheet.write_string(row, at + 1, "是" if figure else "否")
                elif figure is not None:
                    sheet.write_number(row, at + 1, float(figure))
            truths = frozenset(name for name, figure in case.figures.items() if isinstance(figure, bool))
            formula = render(case.expression, cells, truths, case.decimals)
            sheet.write_formula(row, 0, f"={formula}", None, "not recalculated")
    target = folder / "recalculated"
    target.mkdir()
    (recalculated,) = recalculate([path], target)
    sheet = openpyxl.load_workbook(recalculated, data_only=True).active
    assert sheet is not None
    return [sheet.cell(row + 1, 1).value for row in range(len(tried))]


def agrees(case: Case, shown: Any) -> bool:
    exact = evaluate(case.expression, case.figures)
    if isinstance(exact, Unknown):
        return bool(shown == "#DIV/0!")
    if isinstance(exact, bool):
        return shown is exact
    # A workbook keeps 15 digits of a result.
    return isinstance(shown, int | float) and math.isclose(shown, exact, rel_tol=1e-14, abs_tol=slack(case))


@pytest.mark.libreoffice
@pytest.mark.slow
def test_libreoffice_computes_what_the_exact_reading_does(tmp_path: Path) -> None:
    tried = [*boundary_cases(), *cases(count=400, seed=2021)]
    shown = computed(tried, tmp_path)
    wrong = [
        f"{print_formula(case.expression)}\n  {case.figures}\n  {value!r} ≠ {evaluate(case.expression, case.figures)}"
        for case, value in zip(tried, shown, strict=True)
        if not agrees(case, value)
    ]
    assert not wrong, f"{len(wrong)} of {len(tried)}:\n" + "\n".join(wrong)


def test_the_cases_that_are_tried_lie_on_boundaries_often_enough() -> None:
    def on_boundary(case: Case) -> bool:
        return any(touches(node, case) for node in nodes(case.expression))

    def touches(node: Expression, case: Case) -> bool:
        match node:
            case Comparison(operands, _):
                values = [evaluate(operand, case.figures) for operand in operands]
                return any(left == right for left, right in pairwise(values))
            case Call("四舍五入", (value, Number(places))):
                exact = evaluate(value, case.figures)
                return isinstance(exact, Fraction) and (exact * 10 ** int(places)) % 1 == Fraction(1, 2)
            case _:
                return False

    tried = list(cases(count=400, seed=2021))
    assert sum(map(on_boundary, tried)) >= 80
    assert sum(bool(case.decimals) for case in tried) >= 150
