"""A character left out or set too much: 与上年下降, 2021全区, 7,00.0,77万元, 共计，0个, 占预算%，, 运行维护费费."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_slipped_characters"]

_FIGURE_UNIT = r"\s*(?:万元|亿元|元|%|％|个百分点|分(?![钟之别项部公布期类行批]))"


@dataclass(frozen=True, slots=True)
class _Slip:
    """`told` says in Chinese what is wrong with what was found and what to do about it."""

    pattern: re.Pattern[str]
    told: str
    rule: str


_SLIPS = (
    _Slip(
        re.compile(
            r"(?<![\u4e00-\u9fff]参)(?:与|同)(?:上一?年度?|去年|20\d\d年度?)(?:同期|决算数?|预算数?|执行数?)?"
            r"(?=(?:增加|增长|减少|下降|上升|降低|提高)[了约\d])"
        ),
        "“{found}”与后面的增减之间缺“相比”。请写作“比上年……”或“与上年相比……”。",
        "比较应写完整",
    ),
    _Slip(
        re.compile(
            r"(?<![\d.,，〔\[(（\-—~～至/／年第])20[0-3]\d"
            r"(?=(?:全[市区县省镇乡州]|[市区县省]本?级|部门(?:整体|预算|决算)|单位(?:预算|决算)|一般公共预算|政府性基金|上半年|下半年"
            r"|预算(?:安排|执行数?|数)|决算数))"
        ),
        "“{found}”后面缺“年”。请补上。",
        "年份应写完整",
    ),
    _Slip(
        re.compile(r"(?<![\d.,〔\[(（])20\d(?=\s?年度(?:部门|单位|预算|决算|整体))"),
        "“{found}年度”的年份少了一位。请补上。",
        "年份应写完整",
    ),
    _Slip(
        re.compile(r"(20[0-3]\d年)\1(?!度)"),
        "“{found}”的年份写了两次。请删去一个。",
        "年份应只写一次",
    ),
    _Slip(
        re.compile(r"([\u4e00-\u9fff、]{6,16})的\1(?=[\u4e00-\u9fff，。；])"),
        "“{found}”重复了前面的话。请删去一遍。",
        "文字不应多写",
    ),
    _Slip(
        re.compile(r"^\d{1,2}[“”\"][.．、](?=\s?[\u4e00-\u9fff])"),
        "“{found}”的引号与编号的标点错位。请把引号移到标点之后。",
        "编号的写法应一致",
    ),
    _Slip(
        re.compile(
            r"(?<=[合共总]计|别为|额为|出为|入为|算为|达到)\s*[，、,](?=\s*\d+(?:\.\d+)?\s*(?:万元|亿元|元|个|人|%|％))"
        ),
        "“{found}”多余：它把数字与前面的话隔开了。请删去。",
        "标点不应多写",
    ),
    _Slip(
        re.compile(r"(?<=[\u4e00-\u9fff])(?<![为单位率])[%％](?=[，。；、])"),
        "“%”前面没有数字。请填写数字；没有发生的，填写 0。",
        "数字不应留空",
    ),
    _Slip(
        re.compile(
            r"(?:护|待|务|训|议|费|作|公|旅|水|电)费费(?![用率额改税])|公用用车|公务车用车|公务用用车|经费费(?![用率])|支出出(?!现|于|自|具|台|让)"
        ),
        "“{found}”多写或错写了一个字。请改正。",
        "名称应正确",
    ),
    _Slip(
        re.compile(r"[成现行展善高化升立定制订取发开推完]了了(?![解结却然])"),
        "“{found}”多写了一个字。请删去一个。",
        "文字不应多写",
    ),
    _Slip(
        re.compile(
            r"(?<=\d)[ ]{0,2}(万元|亿元|元|次|个|人|户|项|件|名|场|期|辆|台|家|批|套|座|处|篇|条|公里|%|％)[ ]{0,2}\1"
            r"(?=[，。；、,;）)]|$)"
        ),
        "“{found}”是单位多写了一遍。请删去一个。",
        "单位应只写一次",
    ),
)
_NUMBER = re.compile(rf"(?<![\d.,，])\d[\d.,]*[.,]\d+(?={_FIGURE_UNIT})")
_SOUND = re.compile(r"\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,4}(?:,\d{4})+(?:\.\d+)?|\d+\.\d+(?:,\d+\.\d+)+")
_LISTED = re.compile(r"^\s*[（(]?\d{1,2}[.．]")


def find_slipped_characters(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Line by line; a table's own lines only for numbers that cannot be read."""
    for line in lines:
        if not line.tabular:
            for one in _SLIPS:
                for match in one.pattern.finditer(line.text):
                    yield _found(context, line, match, one.told.format(found=match[0].strip()), one.rule)
        for match in _NUMBER.finditer(line.text):
            if _SOUND.fullmatch(match[0]) or (not match.start() and _LISTED.match(line.text)):
                continue
            told = f"“{match[0]}”不是一个能读出的数：小数点或千位分隔号写错了。请核对后改正。"
            yield _found(context, line, match, told, "数字应能读出")


def _found(context: Context, line: Line, match: re.Match[str], told: str, rule: str) -> Relation:
    span = line.start + match.start(), line.start + match.end()
    return slip(context, [span], "error", told, rule=rule, severity="medium")
