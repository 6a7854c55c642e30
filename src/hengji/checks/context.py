"""What every finder of relations looks at: the document, its figures in order, sentences, and tables of figures."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from hengji.facts.document import Cell, Document, Table
from hengji.facts.mention import Mention
from hengji.facts.relation import DocumentFacts, Figure

__all__ = ["Context", "Span", "figure"]

Span = tuple[int, int]
T = TypeVar("T")

_SENTENCE_END = re.compile(r"[。！？!?]|\n\s*\n|\f")
_CLAUSE_END = re.compile(r"[，,；;。：:！？!?\n]")


@dataclass(frozen=True)
class Context:
    """`mentions` are in the order of the text. Look-ups are by bisection, so a long document costs no more per
    figure than a short one."""

    document: Document
    facts: DocumentFacts
    mentions: tuple[Mention, ...]
    _made: dict[object, object] = field(default_factory=dict, init=False, compare=False, repr=False)

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What *make* gives for *key*, made at the first call: several finders read the same cuts of the text."""
        if key not in self._made:
            self._made[key] = make()
        return cast(T, self._made[key])

    @cached_property
    def starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Half-open spans that tile the text; a table's row is inside one sentence or another, see `in_table`."""
        ends = [match.end() for match in _SENTENCE_END.finditer(self.document.text)]
        ends = [*ends, len(self.document.text)]
        return tuple(
            (start, end)
            for start, end in zip([0, *ends[:-1]], ends, strict=True)
            if self.document.text[start:end].strip()
        )

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds *offset*."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[max(index, 0)] if self.sentences else (0, len(self.document.text))

    def paragraph_at(self, offset: int) -> Span:
        """The line or paragraph that holds *offset*."""
        text = self.document.text
        end = text.find("\n", offset)
        return text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text)

    def clauses(self, span: Span) -> Iterator[Span]:
        """The clauses of *span*, split at commas, semicolons, colons and stops (none inside a number)."""
        start, text = span[0], self.document.text
        for match in _CLAUSE_END.finditer(text, *span):
            inside = match.group() in ",." and text[match.start() - 1 : match.start()].isdigit()
            if not (inside and text[match.end() : match.end() + 3].isdigit()):
                yield start, match.end()
                start = match.end()
        if start < span[1]:
            yield start, span[1]

    def within(self, span: Span) -> tuple[Mention, ...]:
        """The figures that start inside *span*."""
        return self.mentions[bisect_left(self.starts, span[0]) : bisect_left(self.starts, span[1])]

    def before(self, offset: int, most: int = 8) -> tuple[Mention, ...]:
        """Up to *most* figures that stand before *offset*, nearest first."""
        index = bisect_left(self.starts, offset)
        return self.mentions[max(0, index - most) : index][::-1]

    def after(self, offset: int, most: int = 8) -> tuple[Mention, ...]:
        """Up to *most* figures from *offset* on, nearest first."""
        index = bisect_left(self.starts, offset)
        return self.mentions[index : index + most]

    def around(self, one: Mention, before: int, behind: int) -> tuple[Mention, ...]:
        """The figures on either side of *one*, in the order of the text, without itself."""
        index = bisect_left(self.starts, one.start)
        return self.mentions[max(0, index - before) : index] + self.mentions[index + 1 : index + 1 + behind]

    @cached_property
    def tables(self) -> list[Table]:
        """The tables in the order of the text."""
        return sorted(self.document.tables, key=lambda table: table.start)

    @cached_property
    def _table_starts(self) -> list[int]:
        return [table.start for table in self.tables]

    def table_at(self, offset: int) -> Table | None:
        """The table that holds *offset*."""
        index = bisect_right(self._table_starts, offset) - 1
        return self.tables[index] if index >= 0 and offset < self.tables[index].end else None

    def table_number(self, table: Table) -> int:
        """The place of *table* among `tables`."""
        return bisect_left(self._table_starts, table.start)

    def in_table(self, mention: Mention) -> bool:
        return self.table_at(mention.start) is not None

    def in_cell(self, cell: Cell) -> tuple[Mention, ...]:
        """The figures of a table cell."""
        return self.within((cell.start, cell.end))


def figure(role: str, mention: Mention) -> Figure:
    """A figure of the document in its role."""
    return Figure(role, mention.text, mention.start, mention.end, mention)
