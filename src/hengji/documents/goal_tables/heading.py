"""What stands above the tables of a form: its title and its year."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from hengji.documents.goal_tables.labels import YEAR_LINE
from hengji.facts.document import Document
from hengji.facts.wording import one_line

__all__ = ["title_and_year"]

_YEAR_IN_TEXT: Final = re.compile(r"(20\d\d|19\d\d)\s*年")
_NOT_A_TITLE: Final = re.compile(r"附(?:件|表).{0,6}|.*[:：].*")
_LINES: Final = 12


def title_and_year(document: Document, kind: re.Pattern[str]) -> tuple[str, int]:
    """The title (one that *kind* finds, else the first line; "" for none) and the year (0 for none)."""
    above = [one_line(document.text[each.start : each.end]) for each in document.paragraphs[:_LINES]]
    lines = [line for line in above if line and not YEAR_LINE.fullmatch(_half_width(line))]
    title = next((line for line in lines if kind.search(line)), "")
    title = title or next((line for line in lines if not _NOT_A_TITLE.fullmatch(line)), "")
    for line in above:
        match = YEAR_LINE.fullmatch(_half_width(line))
        if match is not None:
            return title, int(match[1])
    match = _YEAR_IN_TEXT.search(_half_width(" ".join([*above, one_line(document.title)])))
    return title, int(match[1]) if match is not None else 0


def _half_width(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
