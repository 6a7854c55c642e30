"""The sheet 评判: everything that a person must judge, with its wording, its bounds and the reason."""

from __future__ import annotations

from fractions import Fraction

from xlsxwriter.worksheet import Worksheet

from hengji.facts.evaluation import REASON_CODES, Evaluation, Judgement, Reason
from hengji.facts.numbers import percent, plain
from hengji.facts.units import RATE
from hengji.facts.workbook_layout import JUDGEMENT_HEADINGS, JUDGEMENTS
from hengji.reports.workbook.book import Book, as_number, at
from hengji.reports.workbook.inputs import Inputs, figure_check
from hengji.reports.workbook.shapes import figure_format, height_of
from hengji.reports.workbook.tables import Column, begin, protect
from hengji.rules.formula.printing import decimals_of
from hengji.rules.rule import Asked
from hengji.rules.scheme import Indicator, Path, Scheme, leaves

__all__ = ["answer_key", "write_judgements", "write_reason"]

_COLUMNS = tuple(
    Column(heading, width, heading in {"指标路径", "评判项", "种类"})
    for heading, width in zip(JUDGEMENT_HEADINGS, (22, 6, 56, 22, 10, 16, 14, 36, 26, 10, 10, 10), strict=True)
)
_VALUE, _CHECK, _REASON = 4, 5, 6
_DECIMALS = 6


def answer_key(path: Path, number: int) -> str:
    """The key of a leaf's part, after which its answers are named; parts count from 1."""
    return f"{'/'.join(path)}#{number}"


def write_judgements(book: Book, sheet: Worksheet, evaluation: Evaluation, scheme: Scheme, inputs: Inputs) -> None:
    """Goal rows are judged on their own sheet."""
    hint = "按佐证材料填写“填写”一栏：全部达到填满分，没有达到填 0，留空表示没有佐证。扣分必须写理由。"
    row = begin(book, sheet, "评判", hint, _COLUMNS)
    given = {(judgement.path, judgement.part): judgement for judgement in evaluation.judgements}
    goals = {goal.path for goal in evaluation.goals}
    for path, leaf in leaves(scheme.indicators):
        for number, part in enumerate(leaf.parts, 1):
            if path not in goals and part.asks():
                row = _write_part(book, sheet, row, (path, leaf, number), given.get((path, number)), inputs)
    protect(sheet)


def _write_part(
    book: Book,
    sheet: Worksheet,
    row: int,
    place: tuple[Path, Indicator, int],
    judgement: Judgement | None,
    inputs: Inputs,
) -> int:
    """The rows of one part; the reason is given once, for the part. Gives the next row."""
    path, leaf, number = place
    answers = dict(judgement.answers) if judgement else {}
    reason = judgement.reason if judgement else Reason()
    asks = leaf.parts[number - 1].asks()
    share = height_of([(reason.text, 36), ("\n".join(reason.evidence), 26)]) / len(asks)
    for offset, asked in enumerate(asks):
        here = row + offset
        wording = _wording(asked)
        sheet.set_row(here, height_of([(wording, 56), (_allowed(asked), 22)], max(18, share)))
        book.text(sheet, here, 2, wording, book.look("text"))
        book.text(sheet, here, 3, _allowed(asked), book.look("text"))
        _write_answer(book, sheet, here, asked, answers.get(asked.key), f"{answer_key(path, number)}", inputs)
        for column, text in ((9, "/".join(path)), (10, asked.key), (11, asked.kind)):
            book.text(sheet, here, column, text, book.look("text"))
    name = leaf.name + (f"（第{number}部分）" if len(leaf.parts) > 1 else "")
    _merge(book, sheet, row, len(asks), 0, name, "strong")
    _merge(book, sheet, row, len(asks), 1, str(number), "label")
    for column in (_REASON, _REASON + 1, _REASON + 2):
        _merge(book, sheet, row, len(asks), column, "", "input_text")
    write_reason(book, sheet, row, _REASON, reason)
    return row + len(asks)


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


def _write_answer(
    book: Book, sheet: Worksheet, row: int, asked: Asked, answer: Fraction | None, key: str, inputs: Inputs
) -> None:
    cell, check = at(JUDGEMENTS, row, _VALUE), at(JUDGEMENTS, row, _CHECK)
    decimals = max(_DECIMALS, (decimals_of(answer) or 0) if answer is not None else 0)
    look = book.look("input", figure_format(RATE, answer) if asked.kind == "rate" else "General")
    book.number(sheet, row, _VALUE, answer, look)
    low, high = plain(asked.low), plain(asked.high)
    bounds = [(f"OR({cell}<{low},{cell}>{high})", "超出可填范围")]
    if asked.kind == "option":
        bounds.append((f"{cell}<>INT({cell})", "应填序号"))
    elif not asked.partial:
        bounds.append((f"AND({cell}<>0,{cell}<>{high})", "只能填满分或0"))
    formula = figure_check(cell, bounds, decimals)
    if asked.default is not None:
        formula = f'IF({cell}="","",{formula})'
    book.formula(sheet, row, _CHECK, formula, book.look("live_text"))
    _validate(sheet, row, asked)
    inputs.put(f"{key}·{asked.key}", cell, check, decimals)


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
