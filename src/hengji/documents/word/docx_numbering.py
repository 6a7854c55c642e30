"""Automatic list numbers of Word, written out as the reader sees them: 一、（一）1. （1）."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from hengji.documents.archive import attribute, local_name, whole_number

__all__ = ["Numbering", "chinese_count"]

_DIGITS: Final = "〇一二三四五六七八九"
_CAPITALS: Final = "零壹贰叁肆伍陆柒捌玖"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_CIRCLED: Final = 0x2460
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_PLACEHOLDER: Final = re.compile(r"%([1-9])")
_LEVELS: Final = 9


def chinese_count(number: int, digits: str = _DIGITS, tens: str = "十百") -> str:
    """A counting number below 1000 in Chinese: 十二, 二十, 一百零三."""
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    ten, unit = divmod(rest, 10)
    head = f"{digits[hundreds]}{tens[1]}" if hundreds else ""
    if not ten:
        return head + (("零" if head else "") + digits[unit] if unit else "")
    lead = "" if ten == 1 and not head and digits == _DIGITS else digits[ten]
    return f"{head}{lead}{tens[0]}{digits[unit] if unit else ''}"


def _roman(number: int) -> str:
    pieces: list[str] = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        pieces.append(letters * min(count, 9))
    return "".join(pieces)


def _shown(number: int, style: str) -> str:
    """A number in one of Word's number formats."""
    if style in {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand"}:
        return chinese_count(number)
    if style == "ideographDigital":
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    if style == "chineseLegalSimplified":
        return chinese_count(number, _CAPITALS, "拾佰")
    if style == "ideographTraditional" and number <= len(_STEMS):
        return _STEMS[number - 1]
    if style.startswith("decimalEnclosedCircle") and number <= 20:
        return chr(_CIRCLED + number - 1)
    if style in {"lowerRoman", "upperRoman"}:
        return _roman(number).upper() if style == "upperRoman" else _roman(number)
    if style in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if style == "upperLetter" else letter
    if style == "decimalZero":
        return f"{number:02d}"
    return str(number)


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    style: str = "decimal"
    pattern: str = "%1."
    gap: str = ""


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted. Lists of one abstract list count on together."""

    lists: Mapping[str, tuple[str, Mapping[int, int]]]
    levels: Mapping[str, Mapping[int, _Level]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    @staticmethod
    def of(root: Element | None) -> Numbering:
        levels: dict[str, dict[int, _Level]] = {}
        lists: dict[str, tuple[str, dict[int, int]]] = {}
        for element in root if root is not None else ():
            if local_name(element) == "abstractNum":
                levels[attribute(element, "abstractNumId")] = dict(
                    _level(child) for child in element if local_name(child) == "lvl"
                )
            elif local_name(element) == "num":
                lists[attribute(element, "numId")] = _list(element)
        return Numbering(lists, levels)

    def next_label(self, list_id: str, level_text: str) -> str:
        """The label of the next paragraph in the list, "" where it has none."""
        depth = min(whole_number(level_text, -1), _LEVELS - 1)
        if list_id not in self.lists or depth < 0:
            return ""
        abstract, starts = self.lists[list_id]
        levels = self.levels.get(abstract, {})
        level = levels.get(depth, _Level())
        counts = self._counts.setdefault(abstract, {})
        if list_id not in self._begun:
            self._begun.add(list_id)
            for started, start in starts.items():
                counts[started] = start - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if level.style in {"bullet", "none"}:
            return ""

        def shown(match: re.Match[str]) -> str:
            index = int(match.group(1)) - 1
            of = levels.get(index, _Level())
            style = "decimal" if index < depth and level.style == "decimal" else of.style
            return _shown(counts.get(index, of.start), style)

        return _PLACEHOLDER.sub(shown, level.pattern) + level.gap


def _level(element: Element) -> tuple[int, _Level]:
    values = {local_name(child): attribute(child, "val") for child in element}
    pattern = values.get("lvlText", "")
    gap = " " if values.get("suff", "tab") != "nothing" and re.search(r"[\d.a-zA-Z]$", pattern.strip()) else ""
    start = whole_number(values.get("start", ""), 1)
    return whole_number(attribute(element, "ilvl"), 0), _Level(start, values.get("numFmt", "decimal"), pattern, gap)


def _list(element: Element) -> tuple[str, dict[int, int]]:
    abstract = ""
    starts: dict[int, int] = {}
    for child in element:
        if local_name(child) == "abstractNumId":
            abstract = attribute(child, "val")
        elif local_name(child) == "lvlOverride":
            for override in child:
                start = whole_number(attribute(override, "val"), -1)
                if local_name(override) == "startOverride" and start >= 0:
                    starts[whole_number(attribute(child, "ilvl"), 0)] = start
    return abstract, starts
