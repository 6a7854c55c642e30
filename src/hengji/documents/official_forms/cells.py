"""One cell of a form → an exact figure with its unit, or what is wrong with it."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final

from hengji.documents.forms.workbook_cells import decimal_text
from hengji.documents.official_forms.grids import Grid
from hengji.documents.official_forms.labels import half_width
from hengji.facts.amounts import is_dash
from hengji.facts.figures import Figure, read_figure
from hengji.facts.numbers import read_number
from hengji.facts.units import Unit
from hengji.facts.wording import shortened

__all__ = ["figure_in"]

_NEGATIVE: Final = re.compile(r"^\((?P<inside>[\d,.]+)\)(?P<unit>.*)$")
_SCIENTIFIC: Final = re.compile(r"-?[\d.]+E[+-]\d+")
_ERROR: Final = re.compile(r"#[A-Z/0!?]+")


def figure_in(grid: Grid, row: int, column: int, unit: Unit | None) -> tuple[Figure | None, str]:
    """The figure in a cell, and what is wrong where there is none; neither for a blank one.

    A number alone is in *unit*. What the file stores counts, not what its format rounds it to; where a format shows
    another magnitude (万元 for stored 元), what is shown counts, because the heading speaks of that.
    """
    if (row, column) in grid.uncomputed:
        return None, "格子里是公式，文件没有保存它的计算结果；请用 Excel 或 WPS 打开，保存一次再导入"
    text = grid.text(row, column)
    shown = half_width(text).replace(" ", "").lstrip("¥￥")
    stored = _stored(grid, row, column)
    if stored is not None and (is_dash(shown) or _SCIENTIFIC.fullmatch(shown)):
        shown = stored  # accounting formats show zero as a stroke, and wide numbers are shown with an exponent
    if is_dash(shown):
        return None, ""
    if _ERROR.fullmatch(shown):
        return None, f"格子里是计算错误 {shown}；请在原表中改正再导入"
    figure = read_figure(_NEGATIVE.sub(r"-\g<inside>\g<unit>", shown))
    if figure is None:
        return None, f"格子里的“{shortened(text)}”不是数"
    if figure.unit is not None and unit is not None and figure.unit.factor_to(unit) is None:
        return None, f"格子里的单位是“{figure.unit}”，这一行应以“{unit}”计"
    known = figure.unit or unit
    if known is None:
        return None, "表上没有写金额单位，不知道是元还是万元；请用 --unit 写明"
    return Figure(_exact(figure, stored), known, figure.decimals, text), ""


def _exact(figure: Figure, stored: str | None) -> Fraction:
    """The stored number where the shown one is it, rounded."""
    exact = read_number(stored) if stored is not None and figure.unit is None else None
    if exact is not None and abs(exact - figure.value) * 2 <= Fraction(1, 10**figure.decimals):
        return exact
    return figure.value


def _stored(grid: Grid, row: int, column: int) -> str | None:
    """The number that the file keeps, without the noise of binary fractions."""
    stored = grid.stored.get((row, column))
    if stored is None:
        return None
    try:
        number = Decimal(stored)
        return decimal_text(float(number)) if len(number.as_tuple().digits) > 15 else f"{number:f}"
    except (InvalidOperation, ValueError, OverflowError):
        return None
