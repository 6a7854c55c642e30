"""Sentences that break off, amounts that were never filled in, words that blur a figure both ways, turned signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_blank_amounts", "find_broken_off", "find_contradicting_approximations", "find_turned_signs"]

_BROKEN = re.compile(
    r"(?:(?:主要)?原因(?:是|为|在于|有|如下)|主要(?:原因)?(?:是|为|用于|包括)|其中|分别(?:为|是)|(?<!不)用于)\s*[：:，,]?\s*[。；](?!\.)"
    r"|(?:(?:主要)?原因(?:是|为|在于)?|分别(?:为|是))\s*[：:]\s*[，,。；]|(?:主要)?原因(?:是|为|在于)\s*[，,]\s*[，,]"
)
_NEGATED = re.compile(r"(?:不|未|非|凡|均|仅|均已|已|可|得|被|应|专|挪|常|并|移|且|全部|全)$")
_WANTS_OBJECT = re.compile(
    r"(?:[传交送缴报拨增降升移发运退转]至|(?:坐落|隶属|致力|取决|集中|来源|服务|立足|有助)于|(?<!方)位于|来自|源于|旨在"
    r"|(?:增加|提高|降低|下降|上升|扩大|减少|延伸|压减|增长|缩短|延长|提升|推广|拓展)[到至为]"
    r"|(?:分别|调整|变更|更名|等级|缩短|确定|评定)为|以及|并且|而且|例如|比如|从而|以便|使得|按照|为了|由于|给予"
    r"|(?<![理缘自事案情来因根经])由|(?<![供补自配分发少多不没照])给|(?:移交|反馈|通报|报告|提供|发放|拨付|支付|下达|公开|开放)向"
    r"|(?<![理缘自事案情来因根经不])(?:分别|统一|全部)(?:由|向|对|与)"
    r"|(?:规定|要求|程序|及时|定期|主动|另行|再次)(?:向|对|由|与|把|将|被)|[\u4e00-\u9fff]{2}了(?:全[乡县市镇区校院局]|整体|我[县市局院校]|本(?:单位|部门))的|(?:限期|确保|力争|务必)(?:于|在)?\d{1,2}月(?:底|末)?前)[。；]"
)
_QUOTED = re.compile("[“‘《]")
_EXPLAINS = re.compile(r"(?:原因(?:是|为)|主要用于|分别为)$")
_EXPLAINS_LONG = 4
_BLANK_AMOUNT = re.compile(
    r"(?:(?<!单位)(?<!单位均)(?<!单位都)(?<!金额)(?<!折合)(?<!换算)(?<!统一)(?<!均)(?<!化)(?<!位)(?<!作)(?<!改)(?<!精确)为|共计|合计|总计|金额|支出|收入|预算|决算"
    r"|预算数|决算数|经费|增加|减少|结余|安排|列支|结转)[ \u3000\u00a0]{0,8}(?:万元|亿元|元)(?=\s*[，。；、,;])"
)
_BLANK_RATE = re.compile(
    r"(?:占(?:比|总[收支][入出]的|本年[^，。；\d]{2,8}的)?|增长|下降|完成率为|执行率为"
    r"|比例为|率为|率达(?:到)?)[ \u3000]{0,6}[%％](?=\s*[，。；,;])"
)
_BLANK_COUNT = re.compile(
    r"(?:在职|退休|离休|实有|编制|人员|共有|车辆)(?:人数|人员|数)?(?:[ \u3000]+|_+)(?:人|名|辆|个)(?=[，。；])"
)
_BLANK_ORDINAL = re.compile(
    r"第[ \u3000\u00a0_]{1,8}(?:次|届)(?=[\u4e00-\u9fff]{0,8}会)"
    r"|第[ \u3000\u00a0_]{0,8}月(?:至|到|—|-)第[ \u3000\u00a0_]{0,8}月"
)
_NUMBER = r"[\d一二两三四五六七八九十百千][\d,，.一二三四五六七八九十百千]{0,20}\s*[万亿千百]?"
_BOTH_WAYS = (
    (
        re.compile(rf"(?:近|将近|接近)\s*(?!\d{{1,12}}\s*年){_NUMBER}(?:余|多(?!样|元|项))[^，。；]?"),
        "“近”是不到，“余（多）”是超过",
    ),
    (re.compile(rf"逾\s*{_NUMBER}(?:余|多(?!样|元|项))[^，。；]?"), "“逾”与“余（多）”重复"),
    (re.compile(rf"{_NUMBER}余(?:万?元|人|户|亩|个|件|名)以上"), "“余”与“以上”重复"),
    (re.compile(rf"(?:约|大约)\s*{_NUMBER}余[^，。；]?"), "“约”与“余”重复，且含义不一"),
    (
        re.compile(rf"(?:超过|超|不少于|不低于|至少)\s*{_NUMBER}[^，。；\d]{{0,3}}左右"),
        "“超过（不少于）”与“左右”相抵触",
    ),
)
_SIGN = r"(?:\\geq|\\leq|\\ge|\\le|≥|≤|＞|＜|>=|<=|>|<)"
_BAND = re.compile(
    rf"(\d{{1,12}}(?:\.\d{{1,8}})?)\s*[分%％]?\s*({_SIGN})\s*(?:[*xXS]|得分|结果|[\u4e00-\u9fff]{{1,8}})\s*({_SIGN})\s*(\d{{1,12}}(?:\.\d{{1,8}})?)"
)


def find_broken_off(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """主要原因是。 其中：。 主要用于。"""
    for line in lines:
        for match in _BROKEN.finditer(line.text):
            if _NEGATED.search(line.text[max(0, match.start() - 2) : match.start()]):
                continue
            start = line.start + match.start()
            around = line.text[max(0, match.start() - 14) : match.end()]
            yield slip(
                context,
                [(start, line.start + match.end())],
                "error",
                f"句子没有写完：“{around}”之后没有内容。请补上具体内容；如没有，请删去这半句。",
                rule="句子应完整",
                expected="具体内容",
                severity="medium",
            )
        if not line.tabular:
            yield from _without_object(context, line)
    yield from _ends_before_heading(context, lines)


def _without_object(context: Context, line: Line) -> Iterator[Relation]:
    """并上传至。 分别位于；: a verb or preposition whose object never comes. Words told as words stand in quotes."""
    for match in _WANTS_OBJECT.finditer(line.text):
        known = _BROKEN.search(line.text, max(0, match.start() - 4), match.end())
        around = line.text[max(0, match.start() - 14) : match.end()]
        if known is None and _QUOTED.search(around) is None:
            yield slip(
                context,
                [(line.start + match.start(), line.start + match.end())],
                "error",
                f"句子没有写完：“{around}”的“{match[0][:-1]}”后面应有内容。请补写完整。",
                rule="句子应完整",
                expected="完整的句子",
                severity="medium",
            )


def _ends_before_heading(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    for line, below in pairwise(lines):
        match = _EXPLAINS.search(line.text, max(0, len(line.text) - _EXPLAINS_LONG))
        if match and not line.tabular and re.match(r"[一二三四五六七八九十]{1,2}、", below.text):
            yield slip(
                context,
                [(line.start + match.start(), line.end)],
                "suspicious" if below.text.startswith("一、") else "error",
                f"句子停在“{match.group()}”，下面已是标题“{below.text[:20]}”。请核对是否漏了内容。",
                rule="句子应完整",
                expected="具体内容",
                severity="medium",
            )


def find_blank_amounts(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """为 万元，占 %，在职人员 人: nothing was filled in, not even a 0."""
    for line in lines:
        if line.tabular:
            continue
        for pattern in (_BLANK_AMOUNT, _BLANK_RATE, _BLANK_COUNT, _BLANK_ORDINAL):
            for match in pattern.finditer(line.text):
                around = line.text[max(0, match.start() - 12) : match.end()]
                spoken_of = re.search(r"单位|为计量|以$|折算|计算", around) is not None
                if not spoken_of:
                    yield slip(
                        context,
                        [(line.start + match.start(), line.start + match.end())],
                        "error",
                        f"“{around}”里只有单位，没有数字。请填写数字；没有发生的，填写 0。",
                        rule="数字不应留空",
                        expected="数字或 0",
                        severity="medium",
                    )


def find_contradicting_approximations(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """近1万余户: just under and just over at once."""
    for line in lines:
        for pattern, why in _BOTH_WAYS:
            for match in pattern.finditer(line.text):
                yield slip(
                    context,
                    [(line.start + match.start(), line.start + match.end())],
                    "suspicious",
                    f"“{match.group()}”的说法自相矛盾：{why}。请只用其中一个，或写出准确数字。",
                    rule="约数的说法应一致",
                    expected="只用一个约数词",
                )


def find_turned_signs(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """80 ≥ x < 90: one of the signs is turned round, so the band means something else or nothing."""
    for line in lines:
        for match in _BAND.finditer(line.text):
            upward = [sign in {"\\leq", "\\le", "≤", "＜", "<=", "<"} for sign in (match[2], match[3])]
            low, high = (match[1], match[4]) if _less(match[1], match[4]) else (match[4], match[1])
            if upward[0] == upward[1] and (match[1] == low) == upward[0]:
                continue
            yield slip(
                context,
                [(line.start + match.start(), line.start + match.end())],
                "error",
                f"区间“{match.group()}”的大小号方向不对：照字面它不表示 {low} 到 {high} 之间。"
                f"请改为 {low} ≤ 得分 < {high} 这样的写法。",
                rule="区间两端的大小号应同向",
                expected=f"{low} ≤ x < {high}",
                likely="前一个大小号写反",
                severity="medium",
            )


def _less(one: str, other: str) -> bool:
    """Whether one plain decimal numeral is less than another."""
    (whole, _, part), (other_whole, _, other_part) = one.partition("."), other.partition(".")
    width = max(len(part), len(other_part))
    return int(whole + part.ljust(width, "0")) < int(other_whole + other_part.ljust(width, "0"))
