"""The cells below the heading of a table kept by spaces: names in pieces joined, and names beside codes moved out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.documents.plain.layout_columns import Column, Token, column_of, is_amount
from hengji.documents.plain.layout_rows import CODE, rows_with_pieces
from hengji.facts.document import Cell

__all__ = ["body_cells"]

_CODE_AND_NAME: Final = re.compile(r"(\d{3}(?:\d{2}){0,2})([\u4e00-\u9fff].*)")


def body_cells(body: list[list[Token]], columns: list[Column], header_rows: int) -> Iterator[Cell]:
    """The cells of *body*, row by row, below *header_rows* rows of heading."""
    groups = rows_with_pieces(body, columns)
    placed = [[(column_of(token, columns), token) for tokens in group for token in tokens] for group in groups]
    codes = {
        column
        for column in range(len(columns))
        if _are_codes([token.text for row in placed for place, token in row if place == column])
    }
    for number, row in enumerate(placed):
        by_column: dict[int, list[Token]] = {}
        for column, token in row:
            by_column.setdefault(column, []).append(token)
        _move_names_out(by_column, codes, len(columns))
        for column in sorted(by_column):
            yield _cell(by_column[column], header_rows + number, column)


def _are_codes(texts: list[str]) -> bool:
    return sum(1 for text in texts if CODE.fullmatch(text)) * 2 > len(texts) > 3


def _move_names_out(by_column: dict[int, list[Token]], codes: set[int], count: int) -> None:
    """A name that slid into the column of codes goes to the next, if that is empty."""
    for column in codes & by_column.keys():
        if column + 1 in by_column or column + 1 >= count:
            continue
        kept: list[Token] = []
        moved: list[Token] = []
        for token in by_column[column]:
            if match := _CODE_AND_NAME.fullmatch(token.text):
                cut, after = len(match.group(1)), token.at + len(match.group(1)) if token.at >= 0 else -1
                kept.append(Token(token.line, token.left, token.left + cut, match.group(1), token.at))
                moved.append(Token(token.line, token.left + cut, token.right, match.group(2), after))
            else:
                (kept if is_amount(token.text) else moved).append(token)
        if moved:
            by_column[column + 1] = moved
            by_column[column] = kept
            if not kept:
                del by_column[column]


def _cell(tokens: list[Token], row: int, column: int) -> Cell:
    ordered = sorted(tokens, key=lambda token: token.line.start + token.start)
    first = ordered[0]
    start = first.line.start + first.start
    if len(tokens) == 1:
        return Cell(row, column, start, first.line.start + first.end, first.text, page=first.line.page)
    if all(token.line is first.line for token in ordered):
        end, text = ordered[-1].end, first.line.text[first.start : ordered[-1].end]
        return Cell(row, column, start, first.line.start + end, text, page=first.line.page)
    text = "".join(token.text for token in ordered)
    return Cell(row, column, start, start + len(first.text), text, page=first.line.page)
