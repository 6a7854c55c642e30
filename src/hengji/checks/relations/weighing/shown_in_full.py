"""The words at fault shown with their figure: a wrong unit is 8577.03元 and not 8577.03, a wrong way is 减少103.65."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from hengji.checks.context import Context
from hengji.facts.relation import Relation

__all__ = ["shown_in_full"]

_WAY: Final = re.compile(
    r"(?:增加|增长|上升|提高|多支|多|减少|下降|降低|少支|少|调[减增]|核[减增]|节约|超支)(?:了|额|率|幅度)?(?:为|达|约)?\s{0,4}$"
)
_TURNED: Final = re.compile("方向")
_BACK: Final = 10


def shown_in_full(context: Context, relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """*relations* whose stated figure is at fault in its unit or its direction, with that word in its span."""
    return tuple(_shown(context, one) if one.verdict in ("error", "suspicious") else one for one in relations)


def _shown(context: Context, one: Relation) -> Relation:
    if not one.figures or one.figures[-1].mention is None:
        return one
    last, text = one.figures[-1], context.document.text
    start, end = last.start, last.end
    if one.kind == "unit" and last.mention is not None and last.mention.unit_text:
        behind = re.compile(r"\s{0,4}" + re.escape(last.mention.unit_text)).match(text, end)
        end = behind.end() if behind else end
    elif one.kind == "growth" and _TURNED.search(one.message + one.likely):
        way = _WAY.search(text, max(0, start - _BACK), start)
        start = way.start() if way else start
    if (start, end) == (last.start, last.end):
        return one
    shown = replace(last, text=text[start:end], start=start, end=end)
    return replace(one, figures=(*one.figures[:-1], shown))
