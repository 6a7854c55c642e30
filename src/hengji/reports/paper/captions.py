"""The running numbers of tables and pictures, as captions show them: 表 1, 图 2."""

from __future__ import annotations

import re
from typing import Final, Literal

from hengji.reports.paper.printable import printable

__all__ = ["Captions", "Series"]

Series = Literal["表", "图"]
_NUMBERED: Final = re.compile(r"\s*(附?[表图]|附件)\s*[\d一二三四五六七八九十]")


class Captions:
    """Counts the captions of one paper. A caption that brings its own number (表3 …, 附表一 …) is left as it is."""

    def __init__(self) -> None:
        self._last: dict[Series, int] = {"表": 0, "图": 0}

    def number(self, series: Series, caption: str) -> int:
        """The number before *caption*; 0 where none belongs there."""
        if not caption or _NUMBERED.match(caption):
            return 0
        self._last[series] += 1
        return self._last[series]

    def label(self, series: Series, caption: str) -> str:
        """The caption with its number."""
        number = self.number(series, caption)
        return f"{series} {number}　{printable(caption)}" if number else printable(caption)
