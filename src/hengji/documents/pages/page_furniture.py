"""Page numbers and running headers, which belong to the paper and not to the document.

They are left out of the text: a page number must not become a figure, and a sentence that runs over a page break
must stay one. Only lines in the outer margins are considered, and a line that names a unit or a table stays, because
the tables of a budget repeat theirs on every page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hengji.documents.pages.page_lines import Line

__all__ = ["Margins", "is_page_number", "running_lines", "without_contents_number"]

_ZONE: Final = 0.12  # of the page's height
_LEAST_PAGES: Final = 3
_PAGE_NUMBER: Final = re.compile(
    r"[-—–－_·•~～|/\s]*(?:第\s*)?(?:(?:\d\s*){1,4}|[ivxlIVXL]{1,6})(?:\s*页)?"
    r"(?:\s*[/,，、]?\s*共?\s*\d{1,4}\s*页?)?[-—–－_·•~～|\s]*"
)
_KEPT: Final = re.compile(r"单位|表\s*(?:[(（].{0,4}[)）])?$|^[(（]?续")
_LEADER: Final = re.compile(r"\s*(?:[.．·…⋯。]\s*){4,}[-—–(（\s]*\d{0,4}[-—–)）\s]*$")
_CONTENTS_NUMBER: Final = re.compile(r"(?<=[^\d\s])\s*\t\s*[-—–(（]?\s*\d{1,4}\s*[-—–)）]?$")


@dataclass(frozen=True, slots=True)
class Margins:
    """What of a page lies outside of the zone of its text."""

    height: float

    def hold(self, line: Line) -> bool:
        """Whether *line* stands in the top or the bottom margin."""
        return line.bottom < _ZONE * self.height or line.top > (1 - _ZONE) * self.height


def is_page_number(text: str) -> bool:
    """Whether a line of a margin is nothing but a page number: ``12``, ``- 12 -``, ``第12页 共30页``."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def running_lines(margins: Sequence[Sequence[str]]) -> frozenset[str]:
    """Texts that stand in the margins of most pages, given each page's lines there: running headers and footers."""
    counted = Counter(text for texts in margins for text in set(texts))
    least = max(_LEAST_PAGES, (len(margins) + 1) // 2)
    return frozenset(text for text, pages in counted.items() if pages >= least and not _KEPT.search(text))


def without_contents_number(text: str, is_contents: bool) -> str:
    """A line of a table of contents without its dots and page number."""
    shorter = _LEADER.sub("", text)
    return _CONTENTS_NUMBER.sub("", shorter) if is_contents else shorter
