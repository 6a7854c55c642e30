"""One part of a leaf on the sheet 计算: figure, state, points after transfers, score and range, all live.

Every formula is rendered from the part's lowered expressions; no rule is written a second time here.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import Final

from hengji.facts.numbers import plain
from hengji.facts.scorecard import PartScore
from hengji.facts.workbook_layout import CALCULATION
from hengji.reports.workbook.book import at, quoted
from hengji.reports.workbook.grid import (
    APPLIES,
    COMPLETE,
    EFFECTIVE,
    FORMULA,
    HIGH,
    LOW,
    NAME,
    NUMBER,
    POINTS,
    SCORE,
    SHARES,
    STATE,
    VALUE,
    Desk,
)
from hengji.reports.workbook.inputs import any_of
from hengji.reports.workbook.judgement_sheet import answer_key
from hengji.reports.workbook.knowing import fails, holds
from hengji.reports.workbook.shapes import figure_format, height_of, score_format
from hengji.rules.formula.exact import is_missing
from hengji.rules.formula.pieces import TooLongError
from hengji.rules.formula.printing import decimals_of
from hengji.rules.formula.syntax import Binary, Call, Expression, Name, Number
from hengji.rules.parts import VALUE as VALUE_NAME
from hengji.rules.parts import Lowered, Part
from hengji.rules.scheme import Indicator, Path

__all__ = ["NO", "OPEN_STATES", "UNKNOWN", "YES", "applies_formula", "scaled", "write_part"]

YES, NO, UNKNOWN = "是", "否", "不明"
LACKING, OUTSIDE, LEFT_OUT = "缺数据", "超出标准", "不适用"
OPEN_STATES: Final = (LACKING, OUTSIDE)
_EFFECTIVE = Name("有效分值")
Formula = Callable[[Expression], str]


def write_part(desk: Desk, path: Path, leaf: Indicator, number: int, known: PartScore | None) -> None:
    """The row of part *number* (from 1); *known* is the engine's result, stored beside the formulas."""
    part, row = leaf.parts[number - 1], desk.grid.parts[path][number - 1]
    lowered = part.lowered(answer_key(path, number))
    prose = _prose(part)
    desk.sheet.set_row(row, height_of([(prose, 52)]))
    desk.book.text(desk.sheet, row, NAME, f"　　{part.called or leaf.name}", desk.book.look("text"))
    desk.book.text(desk.sheet, row, NUMBER, str(number), desk.book.look("label"))
    desk.book.text(desk.sheet, row, FORMULA, prose, desk.book.look("text"))
    points = score_format(desk.places)
    desk.number(row, POINTS, part.points, points)
    _write_applies(desk, row, part)
    _write_effective(desk, path, leaf, number, known)
    desk.blank(row, (SHARES,))
    try:
        _write_score(desk, row, lowered, known)
    except TooLongError:
        desk.book.findings.warning(
            f"“{'/'.join(path)}”的公式太长，表格放不下，这一部分只写结果，不随数据变化",
            advice="请在系统里重算",
        )
        _write_fixed(desk, row, known)


def _prose(part: Part) -> str:
    if part.value is None or part.rule.kind == "attainment":
        return part.rule.standard(part.called, part.points)
    return f"{part.called} = {part.value.text}" if part.called != part.value.text else part.value.text


def applies_formula(desk: Desk, condition: Expression, names: tuple[str, ...]) -> str:
    """是, 否, or 不明 where an input is missing or cannot be used."""
    yes, no = (desk.inputs.formula(known(condition)) for known in (holds, fails))
    decided = f'IF(IFERROR({yes},FALSE),"{YES}",IF(IFERROR({no},FALSE),"{NO}","{UNKNOWN}"))'
    wrong = desk.inputs.wrong(names)
    return f'IF({any_of(wrong)},"{UNKNOWN}",{decided})' if wrong else decided


def _write_applies(desk: Desk, row: int, part: Part) -> None:
    if part.transfer is None:
        desk.book.text(desk.sheet, row, APPLIES, YES, desk.book.look("label"))
        return
    applies = part.transfer.applies
    formula = applies_formula(desk, applies.expression, applies.names)
    desk.live(row, APPLIES, formula, look="live_text")


def _write_effective(desk: Desk, path: Path, leaf: Indicator, number: int, known: PartScore | None) -> None:
    """Points after transfers inside the leaf, then the leaf's own scale."""
    rows, part = desk.grid.parts[path], leaf.parts[number - 1]
    terms = [plain(part.points)]
    for other, source in enumerate(leaf.parts):
        if source.transfer is None:
            continue
        moved = f'({at(CALCULATION, rows[other], APPLIES)}="{NO}")'
        shares = source.transfer.to.count(number)
        if shares:
            terms.append(f"+{moved}*{plain(source.points)}*{shares}/{len(source.transfer.to)}")
        if other == number - 1:
            terms.append(f"-{moved}*{plain(source.points)}")
    own, total = "".join(terms), desk.grid.cell(path, EFFECTIVE)
    scale = f"*{total}/{plain(leaf.points)}" if leaf.points else "*0"
    formula = f"({own}){scale}"
    desk.live(rows[number - 1], EFFECTIVE, formula, known.points if known else None, "0.00######")


def scaled(points: Expression, full: Fraction, places: int) -> Expression:
    """Points of a part worth *full*, as its effective points scale them, rounded half-up."""
    return Call("四舍五入", (Binary("×", points, scale_of(full)), Number(Fraction(places))))


def scale_of(full: Fraction) -> Expression:
    """Effective points over printed ones."""
    return Binary("÷", _EFFECTIVE, Number(full)) if full else Number(Fraction(0))


def _write_score(desk: Desk, row: int, lowered: Lowered, known: PartScore | None) -> None:
    part = lowered.part
    cells = {column: at(CALCULATION, row, column) for column in (VALUE, COMPLETE, STATE, APPLIES, EFFECTIVE, SCORE)}
    put, decimals = {_EFFECTIVE.name: cells[EFFECTIVE]}, _value_decimals(desk, part)
    if lowered.value is not None:
        put[VALUE_NAME.name] = cells[VALUE]
    truth = part.value is not None and part.value.unit.truth
    (desk.inputs.truths.add if truth else desk.inputs.truths.discard)(VALUE_NAME.name)
    formula: Formula = partial(desk.inputs.formula, put=put, decimals=decimals)
    complete = _complete(desk, lowered)
    value = desk.inputs.formula(lowered.value) if lowered.value is not None else ""
    state = _state(lowered, formula, cells)
    score = formula(lowered.scaled_points(scale_of(part.points), desk.places))
    highest = formula(scaled(Number(part.rule.highest(part.points)), part.points, desk.places))
    opened = ",".join(f'{cells[STATE]}="{word}"' for word in OPEN_STATES)
    number = score_format(desk.places)
    desk.live(row, COMPLETE, complete, look="live_text")
    _write_value(desk, row, lowered, value, cells[COMPLETE], known)
    desk.live(row, STATE, state, look="live_text")
    left = f'{cells[STATE]}="{LEFT_OUT}"'
    live = f'IF({left},0,IF(OR({opened}),"",IFERROR({score},"")))'
    result = known.score if known else None
    desk.live(row, SCORE, live, result, number)
    own = cells[SCORE]
    desk.live(row, LOW, f'IF({own}="",0,{own})', known.low if known else None, number)
    desk.live(row, HIGH, f'IF({own}="",{highest},{own})', known.high if known else None, number)


def _value_decimals(desk: Desk, part: Part) -> dict[str, int]:
    """How many decimals the value's cell has at most, where that is known."""
    if part.value is None:
        return {}
    expression = part.value.expression
    if part.rate_places is not None:
        return {VALUE_NAME.name: part.rate_places}
    if isinstance(expression, Name) and expression.name in desk.inputs.decimals:
        return {VALUE_NAME.name: desk.inputs.decimals[expression.name]}
    return {}


def _complete(desk: Desk, lowered: Lowered) -> str:
    """是 where all that is reached has been given. Where the condition itself cannot be computed, all counts."""
    part = lowered.part
    names = [*part.names(), *(f"{lowered.key}·{asked.key}" for asked in part.asks())]
    wrong = desk.inputs.wrong(names)
    if lowered.missing is not None:
        required = [*part.names(), *(f"{lowered.key}·{asked.key}" for asked in part.asks() if asked.default is None)]
        everything = Call("缺", tuple(Name(name) for name in required))
        missing, all_missing = desk.inputs.formula(lowered.missing), desk.inputs.formula(everything)
        wrong.insert(0, missing if missing == all_missing else f"IFERROR({missing},{all_missing})")
    return f'IF({any_of(wrong)},"{NO}","{YES}")'


def _write_value(desk: Desk, row: int, lowered: Lowered, value: str, complete: str, known: PartScore | None) -> None:
    part = lowered.part
    if part.value is None:
        desk.blank(row, (VALUE,))
        return
    shown = f'IF({value},"{YES}","{NO}")' if part.value.unit.truth else value
    lacking = is_missing(part.value.expression)
    guard = f'IF({complete}="{NO}","",' if lacking is not None else "("
    result = known.value if known else None
    words = (YES if result else NO) if isinstance(result, bool) else result
    number = "" if part.value.unit.truth else figure_format(part.value.unit, _decimal(result))
    look = "live_text" if part.value.unit.truth else "live"
    desk.live(row, VALUE, f'{guard}IFERROR({shown},""))', words, number, look)


def _decimal(value: Fraction | bool | None) -> Fraction | None:
    """The value where its decimals can all be shown, so that the format shows them."""
    if not isinstance(value, Fraction):
        return None
    places = decimals_of(value)
    return value if places is not None and places <= 6 else None


def _state(lowered: Lowered, formula: Formula, cells: dict[int, str]) -> str:
    """In words, in the order in which the standard is read."""
    part = lowered.part
    state = quoted("按标准")
    if lowered.undefined is not None:
        state = f'IF(IFERROR({formula(lowered.undefined)},FALSE),"{OUTSIDE}",{state})'
    if lowered.zero is not None:
        state = f'IF(IFERROR({formula(lowered.zero)},FALSE),"分母为0",{state})'
    for case in reversed(part.cases):
        state = f'IF(IFERROR({formula(case.when.expression)},FALSE),"特别情形",{state})'
    state = f'IF({cells[COMPLETE]}="{NO}","{LACKING}",{state})'
    if part.transfer is not None:
        state = f'IF({cells[APPLIES]}="{NO}","{LEFT_OUT}",{state})'
    return state


def _write_fixed(desk: Desk, row: int, known: PartScore | None) -> None:
    number = score_format(desk.places)
    desk.blank(row, (VALUE, COMPLETE))
    desk.book.text(desk.sheet, row, STATE, "只写结果", desk.book.look("label"))
    desk.number(row, SCORE, known.score if known else None, number)
    desk.number(row, LOW, known.low if known else Fraction(0), number)
    desk.number(row, HIGH, known.high if known else Fraction(0), number)
