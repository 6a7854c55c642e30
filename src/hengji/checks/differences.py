"""What figures differ between two drafts, and nothing else: words, order of layout and formats do not count.

Both drafts are cut into clauses and cells with their figures masked. Those whose words agree are figure against
figure; what remains is paired by likeness, and figures without a partner are new or gone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from hengji.checks.mentions import find_mentions
from hengji.facts.difference import FigureDifference
from hengji.facts.document import Cell, Document, Table
from hengji.facts.mention import Mention

__all__ = ["figure_differences"]

MASK: Final = "□"
_END_OF_CLAUSE: Final = re.compile(r"[。；！？\n\t]|，(?=[^，]{6})")
_BLANK: Final = re.compile(r"[\s\u3000]+")
_ALIKE: Final = 0.5
"""Least share of common characters at which two clauses are two drafts of one."""
_MOST_COMPARED: Final = 60
"""Clauses on either side of a changed stretch that are compared each with each."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A clause or a cell: `key` is what it is recognised by, its figures masked."""

    key: str
    mentions: tuple[Mention, ...]
    in_score_column: bool = False


def figure_differences(before: Document, after: Document) -> tuple[FigureDifference, ...]:
    """The figures that changed from one draft to the next, in the order of the new draft."""
    old, new = tuple(_pieces(before)), tuple(_pieces(after))
    matcher = SequenceMatcher(None, [piece.key for piece in old], [piece.key for piece in new], autojunk=False)
    found: list[FigureDifference] = []
    for tag, first, last, start, stop in matcher.get_opcodes():
        if tag == "equal":
            for one, other in zip(old[first:last], new[start:stop], strict=True):
                found += _compared(one, other)
        else:
            found += _reconciled(old[first:last], new[start:stop])
    return tuple(found)


def _pieces(document: Document) -> Iterator[_Piece]:
    """Clauses and cells that hold figures, in the order of the text."""
    mentions = sorted(find_mentions(document), key=lambda mention: mention.start)
    tables = sorted(document.tables, key=lambda table: table.start)
    labels = {id(cell): label for table in tables for cell, label in _labelled(table, mentions)}
    ends = [match.end() for match in _END_OF_CLAUSE.finditer(document.text)] + [len(document.text)]
    position, start = 0, 0
    for end in ends:
        inside: list[Mention] = []
        while position < len(mentions) and mentions[position].start < end:
            inside.append(mentions[position])
            position += 1
        if inside:
            cell = document.cell_at(inside[0].start)
            label = labels.get(id(cell), "") if cell is not None else ""
            key = f"{label}｜{_masked(document.text, start, end, inside)}"
            yield _Piece(key, tuple(inside), "得分" in label or inside[0].unit_text == "分")
        start = end


def _masked(text: str, start: int, end: int, mentions: Sequence[Mention]) -> str:
    parts, last = [], start
    for mention in mentions:
        parts += [text[last : mention.start], MASK]
        last = mention.end
    return _BLANK.sub("", "".join([*parts, text[last:end]])).rstrip("，。；")


def _labelled(table: Table, mentions: Sequence[Mention]) -> Iterator[tuple[Cell, str]]:
    """Each cell with its row's words and its column's header: a row that was put in moves no other."""
    starts = [mention.start for mention in mentions]
    grid = table.grid()
    heads = [_joined(row[column] for row in grid[: table.header_rows]) for column in range(table.columns)]
    for row in grid[table.header_rows :]:
        words = _joined(cell for cell in row[:3] if cell is not None and not _has_figure(cell, starts))
        for cell in {id(cell): cell for cell in row if cell is not None}.values():
            yield cell, f"{words}·{heads[cell.column]}"


def _joined(cells: Iterable[Cell | None]) -> str:
    """The words of some cells, a merged one once."""
    return _BLANK.sub("", "".join(dict.fromkeys(cell.text for cell in cells if cell is not None)))


def _has_figure(cell: Cell, starts: Sequence[int]) -> bool:
    index = bisect_left(starts, cell.start)
    return index < len(starts) and starts[index] < cell.end


def _reconciled(old: Sequence[_Piece], new: Sequence[_Piece]) -> Iterator[FigureDifference]:
    """A stretch whose words changed too: the likest clauses are paired, the rest is new or gone."""
    pairs = _likest(old, new)
    taken = set(pairs.values())
    for index, piece in enumerate(old):
        if index not in pairs:
            yield from (_difference(mention, None, piece) for mention in piece.mentions)
    partner = {other: one for one, other in pairs.items()}
    for index, piece in enumerate(new):
        if index in taken:
            yield from _aligned(old[partner[index]], piece)
        else:
            yield from (_difference(None, mention, piece) for mention in piece.mentions)


def _likest(old: Sequence[_Piece], new: Sequence[_Piece]) -> dict[int, int]:
    if len(old) > _MOST_COMPARED or len(new) > _MOST_COMPARED:
        return dict(zip(range(len(old)), range(len(new)), strict=False)) if len(old) == len(new) else {}
    scored = [
        (matcher.ratio(), one, other)
        for one, first in enumerate(old)
        for other, second in enumerate(new)
        if (matcher := SequenceMatcher(None, first.key, second.key, autojunk=False)).quick_ratio() >= _ALIKE
    ]
    pairs: dict[int, int] = {}
    for likeness, one, other in sorted(scored, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if likeness >= _ALIKE and one not in pairs and other not in pairs.values():
            pairs[one] = other
    return pairs


def _aligned(one: _Piece, other: _Piece) -> Iterator[FigureDifference]:
    """Two drafts of a clause whose words differ: masks that stand in like words are partners."""
    old, new = list(one.mentions), list(other.mentions)
    if len(old) == len(new):
        yield from _compared(one, other)
        return
    before, after = _masks(one.key), _masks(other.key)
    matcher = SequenceMatcher(None, one.key, other.key, autojunk=False)
    partners = {
        before[block.a + step]: after[block.b + step]
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
        if block.a + step in before and block.b + step in after
    }
    for index, mention in enumerate(old):
        if index not in partners:
            yield _difference(mention, None, one)
    sources = {target: source for source, target in partners.items()}
    for index, mention in enumerate(new):
        source = old[sources[index]] if index in sources else None
        if source is None or not _same(source, mention):
            yield _difference(source, mention, other)


def _masks(key: str) -> dict[int, int]:
    """Where each mask stands in the key: position → number of the figure."""
    return {position: number for number, position in enumerate(at for at, sign in enumerate(key) if sign == MASK)}


def _compared(one: _Piece, other: _Piece) -> Iterator[FigureDifference]:
    for before, after in zip(one.mentions, other.mentions, strict=True):
        if not _same(before, after):
            yield _difference(before, after, other)


def _difference(before: Mention | None, after: Mention | None, piece: _Piece) -> FigureDifference:
    mention = after or before
    is_score = piece.in_score_column or (mention is not None and mention.unit_text == "分")
    return FigureDifference(before, after, piece.key.strip("｜·"), is_score)


def _same(one: Mention, other: Mention) -> bool:
    """Whether both say the same quantity: 1.20 万元 and 12,000 元 do; 3.9 and 3.94 do not."""
    if one.unit is None or other.unit is None:
        return one.value == other.value
    factor = one.unit.factor_to(other.unit)
    return factor is not None and one.value * factor == other.value
