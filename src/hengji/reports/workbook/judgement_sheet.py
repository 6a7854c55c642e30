"""The sheet 评判: everything that a person must judge, with its wording, its bounds and the reason."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from xlsxwriter.worksheet import Worksheet

from hengji.facts.evaluation import REASON_CODES, Evaluation, Judgement, Reason
from hengji.facts.numbers import percent, plain
from hengji.facts.units import RATE
from hengji.facts.workbook_layout import JUDGEMENT_HEADINGS, JUDGEMENTS
from hengji.reports.workbook.book import Book, as_number, at
from hengji.reports.workbook.form import Form
from hengji.reports.workbook.grid import SCORE, Grid
from hengji.reports.workbook.inputs import Inputs, figure_check
from hengji.reports.workbook.shapes import figure_format, height_of, score_format
from hengji.reports.workbook.tables import Column, begin, finish, mark_checks
from hengji.rules.formula.printing import decimals_of
from hengji.rules.rule import Asked
from hengji.rules.scheme import Indicator, Path, Scheme, leaves

__all__ = ["answer_key", "write_judgements", "write_reason"]

_PART, _WORDING, _ALLOWED, _VALUE, _BESIDE, _CHECK, _SCORE, _REASON = range(1, 9)
_WORDS, _EVIDENCE, _PATH = _REASON + 1, _REASON + 2, _REASON + 3
_WIDTHS = (22, 6, 52, 20, 10, 10, 18, 9, 14, 34, 24, 10, 10, 10)
_DECIMALS = 6


def answer_key(path: Path, number: int) -> str:
    """The key of a leaf's part, after which its answers are named; parts count from 1."""
    return f"{'/'.join(path)}#{number}"


@dataclass(frozen=True, slots=True)
class _Judging:
    """What the rows of this sheet are written from."""

    book: Book
    sheet: Worksheet
    inputs: Inputs
    grid: Grid
    places: int
    given: dict[tuple[Path, int], Judgement]
    beside: dict[tuple[Path, int], Judgement]


def write_judgements(
    book: Book, sheet: Worksheet, evaluation: Evaluation, scheme: Scheme, inputs: Inputs, grid: Grid,
    form: Form | None = None,
) -> None:  # fmt: skip
    """Goal rows are judged on their own sheet."""
    hint = "按佐证材料填写“填写”一栏：全部达到填满分，没有达到填 0，留空表示没有佐证。扣分必须写理由。"
    other = form.beside if form is not None else None
    first = row = begin(book, sheet, JUDGEMENTS, hint, _columns(form))
    judging = _Judging(
        book, sheet, inputs, grid, scheme.places.score, _by_part(evaluation), _by_part(other) if other else {}
    )
    goals = {goal.path for goal in evaluation.goals}
    for path, leaf in leaves(scheme.indicators):
        for number, part in enumerate(leaf.parts, 1):
            if path not in goals and part.asks():
                row = _write_part(judging, row, (path, leaf, number))
    mark_checks(book, sheet, (first, row - 1), _CHECK, (_VALUE,))
    finish(sheet, row - 1, _EVIDENCE)


def _columns(form: Form | None) -> tuple[Column, ...]:
    beside = form.beside if form is not None else None
    hidden = {_PATH, _PATH + 1, _PATH + 2} | (set() if beside is not None and beside.judgements else {_BESIDE})
    headings = list(JUDGEMENT_HEADINGS)
    if form is not None:
        headings[_BESIDE] = form.beside_heading
    return tuple(
        Column(heading, width, number in hidden)
        for number, (heading, width) in enumerate(zip(headings, _WIDTHS, strict=True))
    )


def _by_part(evaluation: Evaluation) -> dict[tuple[Path, int], Judgement]:
    return {(judgement.path, judgement.part): judgement for judgement in evaluation.judgements}


def _write_part(judging: _Judging, row: int, place: tuple[Path, Indicator, int]) -> int:
    """The rows of one part; the reason is given once, for the part. Gives the next row."""
    path, leaf, number = place
    book, sheet = judging.book, judging.sheet
    judgement, other = judging.given.get((path, number)), judging.beside.get((path, number))
    answers, others = (dict(one.answers) if one is not None else {} for one in (judgement, other))
    reason = judgement.reason if judgement else Reason()
    asks = leaf.parts[number - 1].asks()
    share = height_of([(reason.text, 34), ("\n".join(reason.evidence), 24)]) / len(asks)
    for offset, asked in enumerate(asks):
        here = row + offset
        wording = _wording(asked)
        sheet.set_row(here, height_of([(wording, 52), (_allowed(asked), 20)], max(18, share)))
        book.text(sheet, here, _WORDING, wording, book.look("text"))
        book.text(sheet, here, _ALLOWED, _allowed(asked), book.look("text"))
        _write_answer(judging, here, asked, answers.get(asked.key), f"{answer_key(path, number)}", row)
        look = book.look("figure", figure_format(RATE, others.get(asked.key)) if asked.kind == "rate" else "General")
        book.number(sheet, here, _BESIDE, others.get(asked.key), look)
        for column, text in enumerate(("/".join(path), asked.key, asked.kind), _PATH):
            book.text(sheet, here, column, text, book.look("text"))
    name = leaf.name + (f"（第{number}部分）" if len(leaf.parts) > 1 else "")
    _merge(book, sheet, row, len(asks), 0, name, "strong")
    _merge(book, sheet, row, len(asks), _PART, str(number), "label")
    for column in (_REASON, _WORDS, _EVIDENCE):
        _merge(book, sheet, row, len(asks), column, "", "input_text")
    write_reason(book, sheet, row, _REASON, reason)
    _write_points(judging, row, len(asks), path, number)
    return row + len(asks)


def _write_points(judging: _Judging, row: int, count: int, path: Path, number: int) -> None:
    """What the answers earn, as soon as they are typed."""
    look = judging.book.look("centred_live", score_format(judging.places))
    if count > 1:
        judging.sheet.merge_range(row, _SCORE, row + count - 1, _SCORE, "", look)
    earned = judging.grid.part_cells(path, SCORE)[number - 1]
    judging.book.formula(judging.sheet, row, _SCORE, f'IF({earned}="","",{earned})', look)


def _merge(book: Book, sheet: Worksheet, row: int, count: int, column: int, text: str, look: str) -> None:
    if count > 1:
        sheet.merge_range(row, column, row + count - 1, column, "", book.look(look))
    book.text(sheet, row, column, text, book.look(look))


def write_reason(book: Book, sheet: Worksheet, row: int, column: int, reason: Reason) -> None:
    """Code, words and evidence, in three columns from *column* on."""
    texts = (REASON_CODES.get(reason.code, reason.code), reason.text, "\n".join(reason.evidence))
    for offset, text in enumerate(texts):
        book.text(sheet, row, column + offset, text, book.look("input_text"))
    codes = list(REASON_CODES.values())
    sheet.data_validation(row, column, row, column, {"validate": "list", "source": codes})


def _wording(asked: Asked) -> str:
    if asked.kind != "option":
        return asked.text
    lines = [f"{number}. {option.text}（{plain(option.high)}分）" for number, option in enumerate(asked.options, 1)]
    return "\n".join([f"{asked.text}：", *lines])


def _allowed(asked: Asked) -> str:
    low, high = plain(asked.low), plain(asked.high)
    if asked.kind == "option":
        return f"情形的序号，1 到 {high}"
    if asked.kind == "rate":
        return "；".join(f"{one.text} {percent(one.low)}～{percent(one.high)}" for one in asked.options)
    if asked.kind == "deduction":
        return f"扣 {low} 到 {high} 分，不扣留空"
    return f"{low} 到 {high} 分" if asked.partial else f"{high} 分或 {low} 分"


def _write_answer(judging: _Judging, row: int, asked: Asked, answer: Fraction | None, key: str, top: int) -> None:
    """One answer with its check; *top* is the first row of the part, where the reason stands."""
    book, sheet = judging.book, judging.sheet
    cell, check = at(JUDGEMENTS, row, _VALUE), at(JUDGEMENTS, row, _CHECK)
    decimals = max(_DECIMALS, (decimals_of(answer) or 0) if answer is not None else 0)
    look = book.look("input", figure_format(RATE, answer) if asked.kind == "rate" else "General")
    book.number(sheet, row, _VALUE, answer, look)
    low, high = plain(asked.low), plain(asked.high)
    bounds = [(f"OR({cell}<{low},{cell}>{high})", _beyond(asked))]
    if asked.kind == "option":
        bounds.append((f"{cell}<>INT({cell})", "应填序号"))
    elif not asked.partial:
        bounds.append((f"AND({cell}<>0,{cell}<>{high})", "只能填满分或0"))
    taken = {"deduction": f"N({cell})>0", "points": f"{cell}<{high}", "rate": f"{cell}<1"}.get(asked.kind, "FALSE")
    doubts = [(f'AND({taken},{at(JUDGEMENTS, top, _WORDS)}="")', "没有写理由")]
    formula = figure_check(cell, bounds, decimals, doubts=() if asked.kind == "option" else doubts)
    if asked.default is not None:
        formula = f'IF({cell}="","",{formula})'
    book.formula(sheet, row, _CHECK, formula, book.look("live_text"))
    _validate(sheet, row, asked)
    judging.inputs.put(f"{key}·{asked.key}", cell, check, decimals)


def _beyond(asked: Asked) -> str:
    if asked.kind == "points":
        return f"超过分值{plain(asked.high)}分"
    return "超出可填范围"


def _validate(sheet: Worksheet, row: int, asked: Asked) -> None:
    words = {"error_title": "不能这样填", "error_message": f"可填：{_allowed(asked)}"[:250]}
    choices: list[str] = []
    if asked.kind == "option":
        choices = [str(number) for number in range(1, len(asked.options) + 1)]
    elif asked.kind == "points" and not asked.partial:
        choices = [plain(asked.high), plain(asked.low)]
    if choices:
        sheet.data_validation(row, _VALUE, row, _VALUE, words | {"validate": "list", "source": choices})
        return
    bounds = {"minimum": as_number(asked.low), "maximum": as_number(asked.high)}
    rule = {"validate": "decimal", "criteria": "between"}
    sheet.data_validation(row, _VALUE, row, _VALUE, words | rule | bounds)
