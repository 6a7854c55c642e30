"""The table of “三公”经费 kept by spaces: one row of up to twelve amounts below a heading of three storeys.

Its form is prescribed, so that the amounts are told apart by their order: the pieces of so narrow a heading, centred
over two, six or twelve columns, stand above one another's.

Source: 财政部《地方预决算公开操作规程》（财预〔2016〕143号）, the form of the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hengji.documents.plain.layout_columns import Column, Token, column_of, is_amount
from hengji.facts.document import Cell

__all__ = ["three_public_form"]

_WORDS: Final = ("合", "出国", "小", "购置", "运行", "接")  # 合计 and 小计 may stand one character below the other
_CARS: Final = "公务用车购置及运行维护费"
_PARTS: Final = ("小计", "公务用车购置费", "公务用车运行维护费")
_BEFORE_GUESTS: Final = ("合计", "因公出国（境）费", _CARS, "公务接待费")
_AFTER_GUESTS: Final = ("合计", "因公出国（境）费", "公务接待费", _CARS)
_PLAN, _SPENT = "预算数", "决算数"
_ITEMS: Final = 6
_WIDTHS: Final = (_ITEMS, _ITEMS + 1, 2 * _ITEMS)  # the second with what the office itself runs on
_OFFICE: Final = "机关运行经费"
_HEADING: Final = 12  # lines above the row
_BLANK: Final = re.compile(r"\s+")
_TITLE: Final = re.compile(r"表\s*$")


@dataclass(frozen=True, slots=True)
class _Head:
    """A name of the heading and the columns that it is of, from *first*; *high* rows high."""

    row: int
    first: int
    width: int
    high: int
    name: str


def three_public_form(region: Sequence[Sequence[Token]]) -> tuple[range, list[Cell], int] | None:
    """The lines of the table, its cells, and how many rows of them are heading; None for what is no such table."""
    rows = [at for at, tokens in enumerate(region) if _is_row(tokens)]
    if len(rows) != 1:
        return None
    lines = range(max(0, rows[0] - _HEADING), rows[0] + 1)
    first = next((at for at in lines if not _TITLE.search(region[at][-1].text)), rows[0])
    above = region[first : rows[0]]
    pieces = [token for tokens in above for token in tokens]
    said = _BLANK.sub("", "".join(token.text for token in pieces))
    width, places = _places(region[rows[0]], above)
    heads = _heads(pieces, said, width) if places and all(word in said for word in _WORDS) else []
    if not heads:
        return None
    depth = max(head.row + head.high for head in heads)
    body = [_cell(token, depth, column) for column, token in zip(places, region[rows[0]], strict=True)]
    return range(first, rows[0] + 1), [*_placed(heads, pieces), *body], depth


def _is_row(tokens: Sequence[Token]) -> bool:
    """Amounts and nothing else; not the numbers of the columns."""
    amounts = [token.text for token in tokens]
    counted = [str(number + 1) for number in range(len(amounts))]
    return len(amounts) > 1 and all(map(is_amount, amounts)) and amounts != counted


def _places(row: Sequence[Token], above: Sequence[Sequence[Token]]) -> tuple[int, Sequence[int]]:
    """How many columns there are, and that of each amount: where some are left blank, the one it stands below."""
    leaves = next((tokens for tokens in above if len(tokens) == 2 * _ITEMS and all(map(_is_kind, tokens))), [])
    if len(row) in _WIDTHS[-1 if leaves else 0 :]:
        return len(row), range(len(row))
    columns = [Column(token.left, token.right) for token in leaves]
    places = [column_of(token, columns) for token in row] if columns else []
    return (len(columns), places) if sorted(set(places)) == places else (0, ())


def _is_kind(token: Token) -> bool:
    return token.text in (_PLAN, _SPENT)


def _heads(pieces: Sequence[Token], said: str, width: int) -> list[_Head]:
    """The names over six or seven columns, six and six, or six times two; empty where the heading says neither."""
    groups = _AFTER_GUESTS if _guests_before_cars(pieces) else _BEFORE_GUESTS
    if width == _ITEMS or (width == _ITEMS + 1 and _OFFICE in said):
        return _storeys(groups if width == _ITEMS else [*groups, _OFFICE], 0, 0, 1)
    times = said.count("出国"), said.count("预算"), said.count("决算")
    kinds = (_PLAN, _SPENT) if said.find("预算") < said.find("决算") else (_SPENT, _PLAN)
    if times == (2, 1, 1):
        blocks = [_Head(0, at * _ITEMS, _ITEMS, 1, kind) for at, kind in enumerate(kinds)]
        return [*blocks, *(head for block in blocks for head in _storeys(groups, 1, block.first, 1))]
    if times == (1, _ITEMS, _ITEMS):
        leaves = [_Head(2, at, 1, 1, kinds[at % 2]) for at in range(width)]
        return [*_storeys(groups, 0, 0, 2), *leaves]
    return []


def _guests_before_cars(pieces: Sequence[Token]) -> bool:
    """Whether 接待 stands left of 购置; not where no piece holds either whole."""
    guests, cars = (
        min((piece.left + piece.text.index(word) for piece in pieces if word in piece.text), default=-1)
        for word in ("接", "购置")
    )
    return 0 <= guests < cars


def _storeys(groups: Sequence[str], row: int, first: int, each: int) -> list[_Head]:
    """The names of *groups* from column *first* and row *row*, *each* columns wide, the parts of the cars below."""
    heads, at = [], first
    for name in groups:
        if name == _CARS:
            heads.append(_Head(row, at, each * len(_PARTS), 1, name))
            heads += [_Head(row + 1, at + place * each, each, 1, part) for place, part in enumerate(_PARTS)]
            at += each * len(_PARTS)
        else:
            heads.append(_Head(row, at, each, 2, name))
            at += each
    return heads


def _placed(heads: Sequence[_Head], pieces: Sequence[Token]) -> list[Cell]:
    """Each name where a piece of the heading begins it, as far as there are pieces."""
    left = list(pieces)
    cells = []
    for head in heads:
        token = next((piece for piece in left if piece.text[:2] == head.name[:2]), pieces[0])
        left = [piece for piece in left if piece is not token]
        cells.append(_cell(token, head.row, head.first, head.name, head.high, head.width))
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def _cell(token: Token, row: int, column: int, text: str = "", high: int = 1, wide: int = 1) -> Cell:
    start, end = token.line.start + token.start, token.line.start + token.end
    return Cell(row, column, start, end, text or token.text, high, wide, page=token.line.page)
