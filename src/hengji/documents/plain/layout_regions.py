"""Where in a text kept by spaces a table may stand: a run of lines that are not prose, as the pieces of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.documents.plain.layout_columns import Token, is_amount, tokens_of
from hengji.documents.plain.lines import Line
from hengji.documents.table_captions import unit_in

__all__ = ["regions_of"]

_PROSE: Final = re.compile(r"[。；！？]|，.*，")
_NOTE: Final = re.compile(r"\s*(?:注|说明|备注)\s*[:：]")
_CONTENTS: Final = re.compile(r"[.．…·]{3,}\s*\d*\s*$")
_PAGE_NUMBER: Final = re.compile(r"\s*(?:[-—–－]\s{0,3}\d{1,4}\s{0,3}[-—–－]|第\s{0,2}\d{1,4}\s{0,2}页.{0,12})\s*$")
_CAPTION: Final = re.compile(
    r"\s*附?表\s?[0-9一二三四五六七八九十]{1,3}(?:[-—.]\d{1,2})?(?:(?:\s{1,12}|[、.:：]\s{0,4})\S+)?\s*$"
)
_NAMED_TABLE: Final = re.compile(r"[\u4e00-\u9fff”]{4}表\s*$")
_TAIL: Final = 100
"""Characters at the end of a line that hold a contents list's leaders; whole lines cost quadratic time."""
_MAX_PROSE: Final = 42
_FEWEST_NAMES: Final = 5
_LONGEST_NAME: Final = 14
_MAX_GAP: Final = 6
"""Blank lines within a table: pdftotext leaves several where rows are empty."""


def regions_of(lines: Sequence[Line]) -> Iterator[list[list[Token]]]:
    """Runs of lines, as pieces, that may be a table: no prose, one page, no line that declares a unit inside."""
    region: list[list[Token]] = []
    for line in lines:
        if line.is_blank:
            continue
        if _PAGE_NUMBER.match(line.text):
            continue
        tokens = tokens_of(line)
        last = region[-1][0].line if region else None
        if last is not None and (line.page != last.page or line.number - last.number > _MAX_GAP + 1):
            yield region
            region = []
        apart = last is not None and line.number > last.number + 1
        if _is_prose(tokens) or unit_in(line.text) or _is_caption(tokens, apart=apart):
            if region:
                yield region
            region = []
        else:
            region.append(tokens)
    if region:
        yield region


def _is_caption(tokens: list[Token], *, apart: bool) -> bool:
    """表2  主要业务指标, or a line of its own that ends so: what stands below is another table."""
    text = tokens[0].line.text
    numbered = _CAPTION.match(text) is not None and not is_amount(tokens[-1].text)
    return numbered or (apart and len(tokens) == 1 and _NAMED_TABLE.search(text) is not None)


def _is_prose(tokens: list[Token]) -> bool:
    text = tokens[0].line.text
    if _NOTE.match(text) or _CONTENTS.search(text.rstrip()[-_TAIL:]) or "\t" in text:
        return True
    longest = max(len(token.text) for token in tokens)
    amounts = sum(1 for token in tokens if is_amount(token.text))
    if len(tokens) > 1 and amounts:
        return longest > 2 * _MAX_PROSE
    return (longest > _MAX_PROSE and not _are_names(text)) or bool(_PROSE.search(text))


def _are_names(text: str) -> bool:
    """Names of narrow columns, a blank between them: many words, and none long."""
    words = text.split()
    return len(words) >= _FEWEST_NAMES and max(map(len, words)) <= _LONGEST_NAME
