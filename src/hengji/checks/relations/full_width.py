"""Chinese text with the marks of a Chinese paper, where those of the other keyboard were typed: 下降18.87;公务."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["full_width"]

_WIDE: Final = str.maketrans(",;:()", "，；：（）")
_HAN: Final = "\u4e00-\u9fff"
_MARK: Final = re.compile(rf"(?<=[{_HAN}）)”》%％])[,;:]|[,;:](?=[{_HAN}“《（(])")
_PAIR: Final = re.compile(rf"\([^()\n]*[{_HAN}][^()\n]*\)|(?<=[{_HAN}])\([^()\n]*\)|\([^()\n]*\)(?=[{_HAN}])")
_NARROW: Final = re.compile("[,;:(]")
_DEPTH: Final = 2  # brackets within brackets


def full_width(text: str) -> str:
    """*text* letter for letter; figures (1,234.56), formulas and times (10:30) keep their own marks."""
    if _NARROW.search(text) is None:
        return text
    for _ in range(_DEPTH if "(" in text else 0):
        text = _PAIR.sub(lambda pair: f"（{pair[0][1:-1]}）", text)
    return _MARK.sub(lambda mark: mark[0].translate(_WIDE), text)
