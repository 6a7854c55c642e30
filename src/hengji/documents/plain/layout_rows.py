"""Rows of a table kept by spaces: names that were broken over lines find their row again."""

from __future__ import annotations

import re
from typing import Final

from hengji.documents.headings import is_numbered
from hengji.documents.plain.layout_columns import Column, Token, column_of, is_amount

__all__ = ["CODE", "is_name_piece", "rows_with_pieces"]

CODE: Final = re.compile(r"\d{2,3}|\d{5}|\d{7}")
"""A code of the classifications: 类 款 项 apart or together."""

_CODE_AND_NAME: Final = 2  # pieces of a line
_FULL: Final = 2
"""Places by which a full line of a name may fall short of its column."""


def is_name_piece(tokens: list[Token]) -> bool:
    """A line that holds one piece of a name and no row of its own."""
    token = tokens[0]
    return len(tokens) == 1 and not is_amount(token.text) and not is_numbered(token.text) and len(token.text) <= 20


def rows_with_pieces(body: list[list[Token]], columns: list[Column]) -> list[list[list[Token]]]:
    """Each row's line with the pieces of its names above and below it.

    Names are centred on their row, so as many pieces stand below as above; a piece that this leaves over belongs
    to the row above it.
    """
    mains = [
        number
        for number, tokens in enumerate(body)
        if not is_name_piece(tokens) and not _is_code_above(tokens, body[number + 1 : number + 2])
    ]
    if not mains:
        return []
    above = body[: mains[0]]
    groups: list[list[list[Token]]] = []
    for index, number in enumerate(mains):
        end = mains[index + 1] if index + 1 < len(mains) else len(body)
        pieces = body[number + 1 : end]
        below = min(sum(1 for tokens in above if not _is_code(tokens)), len(_before_code(pieces)))
        left_over = pieces[below:]
        if left_over and not (end < len(body) and _may_begin_above(left_over, body, end, columns)):
            below = len(_before_code(pieces))
        groups.append([*above, body[number], *pieces[:below]])
        above = pieces[below:]
    return groups


def _is_code(tokens: list[Token]) -> bool:
    return bool(CODE.fullmatch(tokens[0].text))


def _before_code(pieces: list[list[Token]]) -> list[list[Token]]:
    """The pieces above the first code, which begins the next row."""
    return pieces[: next((number for number, tokens in enumerate(pieces) if _is_code(tokens)), len(pieces))]


def _is_code_above(tokens: list[Token], below: list[list[Token]]) -> bool:
    """A code on its line, alone or with the beginning of its name, right above the amounts that it belongs to."""
    if not below or not CODE.fullmatch(tokens[0].text):
        return False
    coded = any(CODE.match(token.text) for token in below[0][:1])
    if len(tokens) == 1:
        return is_name_piece(below[0]) or not coded
    begun = len(tokens) == _CODE_AND_NAME and not is_amount(tokens[1].text)
    ended = len(below[0]) > 1 and not is_amount(below[0][0].text) and is_amount(below[0][1].text)
    return begun and ended and not coded and abs(below[0][0].left - tokens[1].left) <= _FULL * len(tokens[1].text)


def _may_begin_above(pieces: list[list[Token]], body: list[list[Token]], row: int, columns: list[Column]) -> bool:
    """Whether the pieces belong to the row below them: it has no name of its own, or as many pieces follow it.

    A piece that leaves room in its column ends a name: the row's own name cannot go on from it.
    """
    if _is_code(pieces[0]):
        return True
    column = column_of(pieces[0][0], columns)
    named = any(column_of(token, columns) == column for token in body[row])
    if named and pieces[-1][0].right <= columns[column].right - _FULL:
        return False
    following = body[row + 1 : row + 1 + len(pieces)]
    centred = len(following) == len(pieces) and all(is_name_piece(tokens) for tokens in following)
    return len(pieces) <= 3 and (centred or all(column_of(token, columns) != column for token in body[row]))
