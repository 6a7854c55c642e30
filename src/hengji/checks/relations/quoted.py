"""Where the figures of a written formula are said in words before it: “得分91.20分…=91.20/100×5”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.context import figure as figure_of
from hengji.checks.relations.tables.amounts import significant
from hengji.facts.mention import Mention
from hengji.facts.relation import Figure

__all__ = ["quoted"]

_NEAREST: Final = 12
_LEAST_DIGITS: Final = 3


def quoted(context: Context, operands: Iterable[Span]) -> Iterator[Figure]:
    """The figures of the same paragraph that the operands at these places repeat; short ones could be anything."""
    spans = list(operands)
    if not spans:
        return
    paragraph, _ = context.paragraph_at(spans[0][0])
    before = [one for one in context.before(spans[0][0], _NEAREST) if one.start >= paragraph]
    for span in spans:
        operand = next((one for one in context.within((span[0], span[0] + 1))), None)
        found = next((one for one in before if operand is not None and _same(one, operand)), None)
        if found is not None:
            yield figure_of("source", found)


def _same(one: Mention, other: Mention) -> bool:
    return one.value == other.value and significant(one.value) >= _LEAST_DIGITS
