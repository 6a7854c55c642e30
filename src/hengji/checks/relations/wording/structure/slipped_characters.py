"""A character left out or set too much: 与上年下降, 2021全区, 7,00.0,77万元, 共计，0个, 占预算%，, 运行维护费费."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.likely_lines import likely_lines
from hengji.checks.relations.wording.lines import Line
from hengji.checks.relations.wording.structure.character_slips import CHARACTER_SLIPS
from hengji.facts.relation import Relation

__all__ = ["find_slipped_characters"]

_SLIPS = {one.pattern: one for one in CHARACTER_SLIPS}
_FIGURE_UNIT = r"\s*(?:万元|亿元|元|%|％|个百分点|分(?![钟之别项部公布期类行批]))"
_NUMBER = re.compile(rf"(?<![\d.,，])\d[\d.,]*[.,]\d+(?={_FIGURE_UNIT})")
_GARBLED = re.compile(r"(?<![\d.,])\d{1,3},\d{1,2}\.\d+,\d+(?![\d.,])")
"""7,00.0,77: neither one figure nor two, whatever stands behind it."""
_SOUND = re.compile(r"\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,4}(?:,\d{4})+(?:\.\d+)?|\d+\.\d+(?:,\d+\.\d+)+")
_TWO = re.compile(r"\d+\.\d{1,2},\d{1,3}(?:\.\d+)?[%％]")
_LISTED = re.compile(r"^\s*[（(]?\d{1,2}[.．]")


def find_slipped_characters(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Line by line; a table's own lines only for numbers that cannot be read."""
    for line, patterns in likely_lines(tuple(_SLIPS), (line for line in lines if not line.tabular)):
        for pattern in patterns:
            one = _SLIPS[pattern]
            for match in pattern.finditer(line.text):
                yield _found(context, line, match, one.told.format(found=match[0].strip()), one.rule)
    for line in lines:
        for match in (*_NUMBER.finditer(line.text), *(_GARBLED.finditer(line.text) if line.tabular else ())):
            two = _TWO.match(line.text, match.start())  # 执行 3359.62,100%: a figure and its rate
            if two or _SOUND.fullmatch(match[0]) or (not match.start() and _LISTED.match(line.text)):
                continue
            told = f"“{match[0]}”不是一个能读出的数：小数点或千位分隔号写错了。请核对后改正。"
            yield _found(context, line, match, told, "数字应能读出")


def _found(context: Context, line: Line, match: re.Match[str], told: str, rule: str) -> Relation:
    span = line.start + match.start(), line.start + match.end()
    return slip(context, [span], "error", told, rule=rule, severity="medium")
