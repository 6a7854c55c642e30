"""The level of a heading by its numbering: 第一部分, 一、, （一）, 1., （1）, in the order of GB/T 9704."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["heading_level", "is_numbered"]

_COUNT: Final = "一二三四五六七八九十百〇零"
_LEVELS: Final = (
    (re.compile(rf"第\s*[{_COUNT}\d]+\s*(?:部分|章|编|篇)"), 1),
    (re.compile(rf"[{_COUNT}]{{1,4}}\s*[、.．]"), 1),
    (re.compile(rf"第\s*[{_COUNT}\d]+\s*节"), 2),
    (re.compile(rf"[（(]\s*[{_COUNT}]{{1,4}}\s*[）)]"), 2),
    (re.compile(r"\d{1,2}\s*(?:、|[.．](?!\d))"), 3),
    (re.compile(r"[（(]\s*\d{1,2}\s*[）)]"), 4),
)
_MARKDOWN: Final = re.compile(r"(#{1,6})\s+\S")
_DOTTED: Final = re.compile(
    r"(\d{1,2}(?:[.．]\d{1,2}){1,3})[.．]?(?:\s|(?=[\u4e00-\u9fff]))(?!\s*(?:万|亿|元|%|个百分点))"
)
_SENTENCE: Final = re.compile(r"[。；！？;]")
_FIGURE_OF: Final = re.compile(r"\d\s*(?:[.,]\d+)?\s*(?:万元|亿元|元|%|个百分点)")
_MAX_HEADING: Final = 45


def is_numbered(text: str) -> bool:
    """Whether a line opens with a list number of any level."""
    stripped = text.strip()
    return any(pattern.match(stripped) for pattern, _ in _LEVELS)


def heading_level(text: str) -> int:
    """1… for a heading, 0 for body text: numbered body paragraphs are long, or end as sentences do."""
    stripped = text.strip()
    if marked := _MARKDOWN.match(stripped):
        return len(marked.group(1))
    if not stripped or len(stripped) > _MAX_HEADING:
        return 0
    body = stripped.rstrip("。：:；;")
    if stripped.endswith(("；", ";")) or _SENTENCE.search(body) or body.count("，") > 1 or _FIGURE_OF.search(body):
        return 0
    if len(stripped) > 25 and stripped.endswith("。"):
        return 0
    if dotted := _DOTTED.match(stripped):
        return 2 + dotted.group(1).replace("．", ".").count(".")
    return next((level for pattern, level in _LEVELS if pattern.match(stripped)), 0)
