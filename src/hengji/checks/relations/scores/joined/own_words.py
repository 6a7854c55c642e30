"""Where running text speaks of an indicator: from its name at the head of a line or item to where the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import flowing

__all__ = ["OTHER_REASONS", "own_words"]

_MARK: Final = (
    r"(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|\d{1,2}(?:\.\d{1,2}){0,3}[.．、]?|[一二三四五六七八九十]{1,3}[、是]"
    r"|[①-⑳]|[-*#◆●•]+\s?)"
)
_HEAD: Final = re.compile(rf"\s*(?:[\u4e00-\u9fff]{{2,6}}：)?{_MARK}?\s*[*“]*$")
_NEXT: Final = re.compile(rf"(?:^|(?<=[。；\n]))\s*{_MARK}\s*[*“]*[\u4e00-\u9fff]")
_BEHIND: Final = re.compile(
    r"[”*]*(?:指标|情况|方面)?[”*]*(?:[，。：:（(\s]|满分|分值|权重|\d{1,2}(?:\.\d)?分|有|不|较|偏|上|共|全|按)"
)
_FILLED: Final = re.compile(r"[^\n]")
_LONGEST: Final = 400
_SHORT_LINE: Final = 28
OTHER_REASONS: Final = re.compile(
    r"剔除|扣除|不计|不含|因素|还原|补植|复[验检]|调整后|另(?!外评)|酌情|扣减?\s?\d|扣分|但|不过|同时|不全|不规范|考虑|视同|豁免"
)
"""Why a score may not be what the standard gives for the rate."""


def own_words(context: Context, name: str) -> Sequence[Span]:
    """Spans of the flowing text, none of them in a table."""
    return list(_found(context, name)) if len(name) > 2 else []


def _found(context: Context, name: str) -> Iterator[Span]:
    flow = flowing(context)
    at = flow.text.find(name)
    while at >= 0:
        begin = max(flow.text.rfind(mark, max(0, at - 12), at) for mark in "。；\n") + 1
        begin = begin or (0 if at <= 12 else -1)
        behind = _BEHIND.match(flow.text, at + len(name))
        headed = begin >= 0 and _HEAD.fullmatch(flow.text[begin:at]) is not None and behind is not None
        if headed and context.table_at(flow.place(at)) is None:
            yield at, _end(flow.text, at + len(name))
        at = flow.text.find(name, at + len(name))


def _end(text: str, at: int) -> int:
    """The end of the line, or of the next one behind a line that is a heading; before the next item in any case."""
    line = text.find("\n", at)
    line = line if line >= 0 else len(text)
    if line - at < _SHORT_LINE and "%" not in text[at:line]:
        filled = _FILLED.search(text, line)
        following = filled.start() if filled is not None else len(text)
        stop = text.find("\n", following)
        if _NEXT.match(text, following) is None:
            line = stop if stop >= 0 else len(text)
    found = _NEXT.search(text, at, line)
    return min(found.start() if found is not None else line, at + _LONGEST)
