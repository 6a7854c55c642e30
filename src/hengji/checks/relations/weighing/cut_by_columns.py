"""What was read across the columns of a line is no sentence, and a bracket that a column's edge cuts off is not open.

``pdftotext -layout`` leaves the cells of a table that it could not keep whole as pieces side by side. Of such lines
only what stands in one piece is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.columns_of_blanks import piece_at
from hengji.checks.relations.verdicts import good
from hengji.facts.relation import Relation

__all__ = ["without_cut_cells"]

_PAIRED: Final = re.compile("应成对|应有单位")
"""Rules that the edge of a column breaks: of brackets and quotes, and of a unit behind its figure."""
_PROSE: Final = re.compile("[，。；＝=]")
_OF_SENTENCES: Final = frozenset({"target", "repeat"})
"""Kinds that hold what a sentence claims against its figures, or against another sentence."""


def without_cut_cells(context: Context, relations: Iterable[Relation]) -> Iterator[Relation]:
    """*relations* without the faults and doubts that only the edges of columns make."""
    for one in relations:
        if good(one.verdict) or not _is_cut(context, one):
            yield one


def _is_cut(context: Context, one: Relation) -> bool:
    pieces = [piece_at(context, figure.start) for figure in one.figures]
    if not any(pieces):
        return False
    if one.kind == "structure":
        return _PAIRED.search(one.formula) is not None
    cut = [piece for piece, figure in zip(pieces, one.figures, strict=True) if context.table_at(figure.start) is None]
    if len(cut) < len(pieces) or (len(set(pieces)) == 1 and one.kind not in _OF_SENTENCES):
        return False
    return any(piece is not None and _PROSE.search(context.document.text, *piece) for piece in cut)
