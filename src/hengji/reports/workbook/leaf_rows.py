"""One leaf on the sheet 计算: whether it applies, its points after transfers, its score and its range, all live."""

from __future__ import annotations

from fractions import Fraction

from hengji.facts.numbers import plain
from hengji.facts.scorecard import STATUS_WORDS, NodeScore
from hengji.facts.workbook_layout import CALCULATION
from hengji.reports.workbook.book import at
from hengji.reports.workbook.goals_sheet import tier_cell_name
from hengji.reports.workbook.grid import (
    APPLIES,
    EFFECTIVE,
    FORMULA,
    HIGH,
    LOW,
    POINTS,
    SCORE,
    SHARES,
    STATE,
    VALUE,
    Desk,
)
from hengji.reports.workbook.inputs import any_of
from hengji.reports.workbook.part_rows import NO, UNKNOWN, YES, applies_formula, write_part
from hengji.reports.workbook.shapes import score_format
from hengji.rules.formula.syntax import Binary, Call, Name, Number
from hengji.rules.kinds.tiers import Tiers
from hengji.rules.parts import Part
from hengji.rules.scheme import Indicator, Path, Transfer

__all__ = ["write_leaf", "write_stated"]

NOT_DEMONSTRATED = STATUS_WORDS["not_demonstrated"]


def write_leaf(desk: Desk, path: Path, leaf: Indicator) -> None:
    row, node = desk.grid.nodes[path], desk.node(path)
    number = score_format(desk.places)
    prose = f"适用条件：{leaf.applies.text}" if leaf.applies is not None else ""
    desk.book.text(desk.sheet, row, FORMULA, prose, desk.book.look("text"))
    desk.blank(row, (VALUE,))
    desk.number(row, POINTS, leaf.points, number)
    if desk.card.is_stated:
        write_stated(desk, row, leaf, node)
        return
    for part_number in range(1, len(leaf.parts) + 1):
        part = node.parts[part_number - 1] if node is not None and node.parts else None
        write_part(desk, path, leaf, part_number, part)
    _write_applies(desk, row, leaf)
    _write_shares(desk, row, leaf)
    if leaf.points is None:
        _write_unweighted(desk, row)
        return
    desk.live(
        row, EFFECTIVE, _effective(desk, path, leaf, leaf.points), node.effective_points if node else None, "0.00######"
    )
    score, low, high = _results(desk, path, leaf, leaf.points)
    desk.live(row, SCORE, score, node.score if node else None, number, "strong_live")
    desk.live(row, LOW, low, node.low if node else None, number)
    desk.live(row, HIGH, high, node.high if node else None, number)
    own, applies = at(CALCULATION, row, SCORE), at(CALCULATION, row, APPLIES)
    words = f'IF({own}="","{NOT_DEMONSTRATED}",IF({applies}="{NO}","不适用","已评分"))'
    desk.live(row, STATE, words, STATUS_WORDS[node.status] if node else None, look="live_text")


def write_stated(desk: Desk, row: int, leaf: Indicator, node: NodeScore | None) -> None:
    """A stated column has only what the document prints."""
    number = score_format(desk.places)
    score = node.score if node is not None else None
    desk.book.text(desk.sheet, row, APPLIES, "", desk.book.look("label"))
    desk.book.text(desk.sheet, row, STATE, NOT_DEMONSTRATED if score is None else "文件自报", desk.book.look("label"))
    desk.number(row, EFFECTIVE, leaf.points, number)
    desk.number(row, SCORE, score, number)
    desk.number(row, LOW, node.low if node is not None else None, number)
    desk.number(row, HIGH, node.high if node is not None else None, number)
    desk.blank(row, (SHARES,))


def _write_unweighted(desk: Desk, row: int) -> None:
    """A goal row whose document prints no points earns none; its branch keeps the range open."""
    desk.book.text(desk.sheet, row, STATE, NOT_DEMONSTRATED, desk.book.look("label"))
    desk.blank(row, (EFFECTIVE, SCORE))
    for column in (LOW, HIGH):
        desk.number(row, column, Fraction(0), score_format(desk.places))


def _write_applies(desk: Desk, row: int, leaf: Indicator) -> None:
    at_zero = [part for part in leaf.parts if part.zero == "not_applicable"]
    if leaf.applies is None and not at_zero:
        desk.book.text(desk.sheet, row, APPLIES, YES, desk.book.look("label"))
        return
    formula = f'"{YES}"'
    if leaf.applies is not None:
        formula = applies_formula(desk, leaf.applies.expression, leaf.applies.names)
    for part in at_zero:
        left_out = f'IF({_without_denominator(desk, part)},"{NO}","{YES}")'
        formula = left_out if formula == f'"{YES}"' else f'IF({formula}="{YES}",{left_out},{formula})'
    desk.live(row, APPLIES, formula, look="live_text")


def _without_denominator(desk: Desk, part: Part) -> str:
    """Whether the denominator is known to be 0 and the standard prints no case of its own for that."""
    zero = part.lowered("").zero
    if zero is None:
        return "FALSE"
    at_zero = f'{applies_formula(desk, zero, part.names())}="{YES}"'
    cases = [f'{applies_formula(desk, case.when.expression, case.when.names)}="{YES}"' for case in part.cases]
    return f"IF({at_zero},NOT({any_of(cases)}),FALSE)" if cases else at_zero


def _write_shares(desk: Desk, row: int, leaf: Indicator) -> None:
    """Into how many shares the leaf's points are divided when it does not apply."""
    if leaf.transfer is None or leaf.transfer.how != "to":
        desk.blank(row, (SHARES,))
        return
    terms = [
        f'({desk.grid.cell(target, APPLIES)}<>"{NO}")*{plain(weight)}'
        for target, weight in _weights(desk, leaf.transfer).items()
    ]
    desk.live(row, SHARES, "+".join(terms) or "0")


def _weights(desk: Desk, transfer: Transfer) -> dict[Path, Fraction]:
    """The targets of the leaf's points, each with its weight."""
    even = transfer.share == "even"
    return {target: Fraction(1) if even else desk.points[target] for target in transfer.targets}


def _effective(desk: Desk, path: Path, leaf: Indicator, points: Fraction) -> str:
    """Own points, unless they have gone; and what comes from leaves that do not apply."""
    own, mine = plain(points), desk.grid.cell(path, APPLIES)
    if leaf.transfer is not None and leaf.transfer.how == "to":
        own = f'IF({mine}="{NO}",0,{own})'
    terms = [own]
    for source in desk.payers.get(path, ()):
        weight, shares = _weights(desk, desk.transfers[source])[path], desk.grid.cell(source, SHARES)
        part = f"{plain(desk.points[source])}*{plain(weight)}/{shares}"
        gone = f'AND({desk.grid.cell(source, APPLIES)}="{NO}",{mine}<>"{NO}")'
        terms.append(f"IF({gone},{part},0)")
    return "+".join(terms)


def _results(desk: Desk, path: Path, leaf: Indicator, points: Fraction) -> tuple[str, str, str]:
    """Score, low and high of a leaf that has points."""
    applies, effective = desk.grid.cell(path, APPLIES), desk.grid.cell(path, EFFECTIVE)
    unknown = [f'{cell}="{UNKNOWN}"' for cell in [applies, *desk.grid.part_cells(path, APPLIES)]]
    is_open = unknown[0] if len(unknown) == 1 else f"OR({','.join(unknown)})"
    sums = [_sum(desk, desk.grid.part_cells(path, column)) for column in (SCORE, LOW, HIGH)]
    scores = desk.grid.part_cells(path, SCORE)
    score = f'IF(COUNT({",".join(scores)})<{len(scores)},"",{sums[0]})'
    low, high = _judged_range(desk, path, leaf, score, sums[1], sums[2])
    left_out = _left_out(desk, leaf.transfer, points) if leaf.transfer is not None else ("0", "0", "0")
    return (
        f'IF({applies}="{NO}",{left_out[0]},IF({is_open},"",{score}))',
        f'IF({applies}="{NO}",{left_out[1]},IF({is_open},0,{low}))',
        f'IF({applies}="{NO}",{left_out[2]},IF({is_open},{effective},{high}))',
    )


def _sum(desk: Desk, cells: list[str]) -> str:
    return f"ROUND(SUM({','.join(cells)}),{desk.places})"


def _left_out(desk: Desk, transfer: Transfer, points: Fraction) -> tuple[str, str, str]:
    """What a leaf earns that does not apply: nothing, or its points at another leaf's rate."""
    if transfer.how == "to":
        return "0", "0", "0"
    payer = transfer.targets[0]
    cells = {name: desk.grid.cell(payer, column) for name, column in (("得", SCORE), ("低", LOW), ("高", HIGH))}
    full = desk.grid.cell(payer, EFFECTIVE)
    low, high = (_paid(desk, points, cells[end], full) for end in ("低", "高"))
    return f'IF(OR({cells["得"]}="",{full}=0),"",{low})', low, high


def _paid(desk: Desk, points: Fraction, earned: str, full: str) -> str:
    share = Binary("÷", Binary("×", Number(points), Name("得分")), Name("满分"))
    rounded = Call("四舍五入", (share, Number(Fraction(desk.places))))
    formula = desk.inputs.formula(rounded, {"得分": earned, "满分": full}, {"得分": desk.places})
    return f"IF({full}=0,0,{formula})"


def _judged_range(desk: Desk, path: Path, leaf: Indicator, score: str, low: str, high: str) -> tuple[str, str]:
    """A goal of which only the tier is known can still earn what the tier allows."""
    tier, rule = desk.inputs.cells.get(tier_cell_name(path)), leaf.parts[0].rule
    if tier is None or not isinstance(rule, Tiers):
        return low, high
    ends = [low, high]
    for name, interval in rule.tiers:
        if interval.low is not None and interval.high is not None:
            bounds = (interval.low.value, interval.high.value)
            ends = [
                f'IF(AND({score}="",{tier}="{name}"),ROUND({high}*{plain(bound)},{desk.places + 2}),{end})'
                for bound, end in zip(bounds, ends, strict=True)
            ]
    return ends[0], ends[1]
