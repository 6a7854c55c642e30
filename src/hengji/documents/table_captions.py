"""A table's name and unit, as the lines above it say them: ``收入支出决算总表``, ``单位：万元``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

__all__ = ["caption_and_unit", "unit_in"]

_UNIT: Final = re.compile(
    r"单\s*位\s*[:：]\s*((?:人民币)?\s*(?:亿元|百万元|万元|千元|元|万美元|美元|%|人|个|分|件|次|户|家|平方米|台|辆)"
    r"(?:[、,，/和](?:%|人|个|分|件|次|户|家|元|万元|台|辆|套))*)(?=\s|[)）\]】,，;；。]|$)"
)
_IN_BRACKETS: Final = re.compile(r"[(（]\s*(?:单位\s*[:：])?\s*(亿元|百万元|万元|千元|元)\s*[)）]\s*$")
_NAMED: Final = re.compile(
    r"表\s*(?:[（(][^（）()]{1,20}[）)])?\s*$|^\s*(?:附?表|附件)\s*[0-9０-９一二三四五六七八九十]+"
)
_SENTENCE: Final = re.compile(r"[。；！？]|[，,].*[，,]")
_OTHER_LINE: Final = re.compile(
    r"^\s*(?:编制部门|填报单位|填报部门|公开\s*\d+\s*表|部门|单位名称|预算单位|单位)\s*[:：]?"
)
_MAX_CAPTION: Final = 60


def unit_in(line: str) -> str:
    """The unit that a line declares for the table below it, or ""."""
    match = _UNIT.search(line) or _IN_BRACKETS.search(line)
    return re.sub(r"\s|人民币", "", match.group(1)) if match else ""


def caption_and_unit(above: Sequence[str]) -> tuple[str, str]:
    """Caption and unit from the last lines above a table, nearest last; "" for what they do not say."""
    unit = ""
    for line in reversed(above):
        text = " ".join(line.split())
        declared = unit_in(text)
        unit = unit or declared
        is_caption = 0 < len(text) <= _MAX_CAPTION and not _SENTENCE.search(text)
        if is_caption and (_NAMED.search(_IN_BRACKETS.sub("", text))):
            return text, unit
        if not declared and not _OTHER_LINE.match(text):
            break
    return "", unit
