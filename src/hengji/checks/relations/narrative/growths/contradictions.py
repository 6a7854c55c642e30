"""Words of direction against the figures beside them: 减少 616.92 万元，增长 28.06%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context, Span, figure
from hengji.checks.relations.changes import Change
from hengji.checks.relations.passages import Slot
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.verdicts import converted, good, judged, number
from hengji.facts.relation import Figure, Relation

__all__ = ["contradiction", "way_of", "wrong_ways"]

_REACH = 40  # characters before a figure among which its word of direction stands
_UP = re.compile(r"净?(?:增|上|提|涨|多|延|拉)")


def contradiction(context: Context, change: Change) -> Iterator[Relation]:
    """Amount and rate of one change go two ways: the word that the figures contradict, else both words."""
    up = way_of(change)
    if up is not None:
        yield from wrong_ways(context, change, up=up)
        return
    figures = _figures(change) + [
        piece(context, "word", *span) for slot, word in change.words if (span := _place(context, slot, word))
    ]
    both = "与".join(number(slot.mention) for slot, _ in change.words)
    message = f"同一句中增减方向相反：{both}一增一减。"
    yield _relation(figures, "增减额与增减率方向一致", "方向相反", message, "其中一个方向词误写。")


def wrong_ways(context: Context, change: Change, *, up: bool) -> Iterator[Relation]:
    """Every word of *change* that says the other way than *up*."""
    for slot, word in change.words:
        span = _place(context, slot, word)
        if span is None or (_UP.match(word) is not None) == up:
            continue
        right = "增加" if up else "减少"
        figures = [*_figures(change), piece(context, "word", *span)]
        message = f"按所列数字应为{right}，文中写作“{word}”{number(slot.mention)}。"
        yield _relation(figures, "方向词与数字一致", right, message, f"“{word}”应为{right}一类的词。")


def way_of(change: Change) -> bool | None:
    """The way the figures went: by the base that is named, else by the one way that makes the rate true."""
    if not change.current or change.amount is None or change.rate is None:
        return None
    current = change.current[0]
    if change.base is not None:
        gap = converted(current.mention, change.base.mention.unit) - change.base.mention.value
        return None if gap == 0 else gap > 0
    now = current.mention.value
    delta = abs(converted(change.amount.mention, current.mention.unit))
    fits = [
        up
        for up, base in ((True, now - delta), (False, now + delta))
        if base > 0 and good(judged(delta / base, None, change.rate.mention))
    ]
    return fits[0] if len(fits) == 1 else None


def _figures(change: Change) -> list[Figure]:
    named = [("current", slot) for slot in change.current[:1]]
    named += [("base", slot) for slot in (change.base,) if slot is not None]
    named += [("change", slot) for slot, _ in change.words]
    return [figure(role, slot.mention) for role, slot in sorted(named, key=lambda entry: entry[1].at)]


def _place(context: Context, slot: Slot, word: str) -> Span | None:
    """Where *word* stands in front of *slot*, whatever white space is in it."""
    text, end = context.document.text, slot.mention.start
    found = list(re.finditer(r"\s*".join(map(re.escape, word)), text[max(0, end - _REACH) : end]))
    if not found:
        return None
    start = max(0, end - _REACH)
    return start + found[-1].start(), start + found[-1].end()


def _relation(figures: list[Figure], formula: str, computed: str, message: str, likely: str) -> Relation:
    return Relation(
        "growth", "error", tuple(figures), formula, computed, figures[-1].text, message, likely, severity="high"
    )
