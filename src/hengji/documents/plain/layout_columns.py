"""Columns of a table that is kept by spaces alone, as ``pdftotext -layout`` writes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from unicodedata import east_asian_width

from hengji.documents.plain.lines import Line

__all__ = [
    "Column",
    "Token",
    "as_displayed",
    "column_of",
    "columns_of",
    "crowding",
    "is_amount",
    "tokens_of",
    "words_apart",
]

_TOKEN: Final = re.compile(r"[合总小共][ \u3000]{2,6}计(?= {2})|\S+(?: \S+)*")
_AMOUNT: Final = re.compile(r"[-−－]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?")
_MONEY_THEN: Final = re.compile(r"(?<![\d,.])([-−－]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}%?) (?=\S)")


_MONEY: Final = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}(?![\d%％.])")
_NAME_THEN: Final = re.compile(r"([^，。；：]*[\u4e00-\u9fff）)]) ([-−－]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2})")
_CODE_THEN: Final = re.compile(r"([1-5]\d{4}(?:\d{2})?) ([\u4e00-\u9fff][^，。；：]*)")
_WORD: Final = re.compile(r"\S+")
_SEVERAL: Final = 2  # amounts of a row


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a line between wide gaps: its range in the line, or on the page where *at* says where it begins."""

    line: Line
    left: int
    right: int
    text: str
    at: int = -1

    @property
    def start(self) -> int:
        """Where it begins in its line."""
        return self.left if self.at < 0 else self.at

    @property
    def end(self) -> int:
        """Where it ends in its line."""
        return self.right if self.at < 0 else self.at + len(self.text)


@dataclass(frozen=True, slots=True)
class Column:
    """The places from *left* to *right* that a column's pieces take up."""

    left: int
    right: int

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


def is_amount(text: str) -> bool:
    """Whether a piece is one number."""
    return bool(_AMOUNT.fullmatch(text))


def tokens_of(line: Line) -> list[Token]:
    """The pieces between gaps of two blanks; an amount also ends at one blank, unless in a sentence, and begins at
    one behind a name so long that it fills its column, in a row of several amounts."""
    tokens: list[Token] = []
    spaced = "  " in line.text
    full = spaced and len(_MONEY.findall(line.text)) >= _SEVERAL
    for match in _TOKEN.finditer(line.text):
        position = match.start()
        if len(match.group()) < 80 and "，" not in match.group():
            for cut in _MONEY_THEN.finditer(line.text, match.start(), match.end()):
                if not line.text[position : cut.end(1)].strip():
                    continue
                tokens += _parted(Token(line, position, cut.end(1), line.text[position : cut.end(1)]), spaced, full)
                position = cut.end()
        tokens += _parted(Token(line, position, match.end(), line.text[position : match.end()]), spaced, full)
    return tokens


def _parted(token: Token, spaced: bool, full: bool) -> list[Token]:
    """2010399 其他支出 as code and name where the line is *spaced*, 政府办公厅（室）及相关机构事务 534.06 in a *full*
    row as name and amount."""
    code = _CODE_THEN.fullmatch(token.text) if spaced else None
    pieces = [token] if code is None else _cut_token(token, code)
    name = _NAME_THEN.fullmatch(pieces[-1].text) if full else None
    return pieces if name is None else [*pieces[:-1], *_cut_token(pieces[-1], name)]


def _cut_token(token: Token, two: re.Match[str]) -> list[Token]:
    first, second = token.left + two.end(1), token.left + two.start(2)
    return [Token(token.line, token.left, first, two[1]), Token(token.line, second, token.right, two[2])]


def words_apart(tokens: Sequence[Token], columns: Sequence[Column]) -> list[Token]:
    """The pieces of a line of heading, where a piece that holds the names of several columns is cut at its blanks."""
    cut: list[Token] = []
    for token in tokens:
        words = [_word_of(token, match) for match in _WORD.finditer(token.text)]
        whole = all(len(word.text) > 1 for word in words)
        places = [column_of(word, columns) for word in words] if whole and len(words) > 1 else []
        cut += words if places and len(set(places)) == len(places) else [token]
    return cut


def _word_of(token: Token, match: re.Match[str]) -> Token:
    if token.at < 0:
        return Token(token.line, token.left + match.start(), token.left + match.end(), match[0])
    left = token.left + _width(token.text[: match.start()])
    return Token(token.line, left, left + _width(match[0]), match[0], token.at + match.start())


def as_displayed(rows: Sequence[Sequence[Token]]) -> list[list[Token]]:
    """The pieces where a fixed pitch shows them: a Chinese character takes two places, a figure's digit one."""
    return [[_displayed(token) for token in row] for row in rows]


def _displayed(token: Token) -> Token:
    left = _width(token.line.text[: token.left])
    return Token(token.line, left, left + _width(token.text), token.text, token.left)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def crowding(rows: Sequence[Sequence[Token]], columns: Sequence[Column]) -> int:
    """How many pieces share a column with another of their row: none where the columns are the right ones."""
    return sum(len(row) - len({column_of(token, columns) for token in row}) for row in rows)


def columns_of(rows: Sequence[Sequence[Token]]) -> list[Column]:
    """Columns by the places that no row fills; where rows have two pieces in one column, it is cut between them."""
    tokens = [token for row in rows for token in row]
    if not tokens:
        return []
    filled = [False] * (max(token.right for token in tokens) + 1)
    for token in tokens:
        filled[token.left : token.right] = [True] * (token.right - token.left)
    columns: list[Column] = []
    left: int | None = None
    for place, is_filled in enumerate(filled):
        if is_filled and left is None:
            left = place
        elif not is_filled and left is not None:
            columns += _cut(Column(left, place), rows)
            left = None
    return columns


def _cut(column: Column, rows: Sequence[Sequence[Token]]) -> list[Column]:
    """The column itself, or the columns it falls into when enough rows have two pieces in it."""
    inside = [[token for token in row if token.left < column.right and token.right > column.left] for row in rows]
    inside = [row for row in inside if row]
    crowded = [row for row in inside if len(row) > 1]
    if len(crowded) < max(1, len(inside) // 20) or column.right - column.left < 3:
        return [column]
    crossings = [0] * (column.right - column.left + 1)
    gains = [0] * (column.right - column.left + 1)
    for row in inside:
        for token in row:
            for place in range(max(token.left + 1, column.left), min(token.right, column.right)):
                crossings[place - column.left] += 1
        for before, after in pairwise(row):
            for place in range(before.right, after.left + 1):
                if column.left < place < column.right:
                    gains[place - column.left] += 1
    best = max(range(1, len(gains) - 1), key=lambda place: (gains[place] - 2 * crossings[place], gains[place]))
    if gains[best] < 1 or gains[best] < 2 * crossings[best]:
        return [column]
    place = column.left + best
    return [*_cut(Column(column.left, place), rows), *_cut(Column(place, column.right), rows)]


def column_of(token: Token, columns: Sequence[Column]) -> int:
    """The column that holds most of the piece, or else the nearest."""

    def fit(index: int) -> tuple[int, float]:
        column = columns[index]
        overlap = min(token.right, column.right) - max(token.left, column.left)
        return max(overlap, 0), -abs(column.centre - (token.left + token.right) / 2)

    return max(range(len(columns)), key=fit)
