"""Claims that goals were reached: all of them, those of one kind, or so and so many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.near_anchors import matches_near, near

__all__ = ["Claim", "claims_of", "missed_said"]

_DONE: Final = (
    r"(?:(?:圆满|超额|按期|如期|全面|按时|顺利)[或和并、]?){0,2}"
    r"(?:完成|达标|达到|实现(?!正?增长|提升|突破|翻番)|达成|兑现)"
)
_MORE: Final = "[或和并、及](?:超过|高于|优于|超额完成|好于)"
_OR_MORE: Final = rf"(?:达到|完成|实现)(?:{_MORE})?了?"
_VALUE: Final = r"(?:年度|年初|全年|预期|绩效|设定|既定|的)*(?:目标|指标|计划)值?"
_CLAIM: Final = re.compile(
    r"(?:达到|实现)了?(?:年初)?(?:设定的|既定的?)?预期(?:的)?(?:绩效)?(?:目标|效果)?(?<!的)"
    rf"|(?:各项|全部|所有|年度)(?:建设|工程|改造|重点|既定|预定)?(?:工作|绩效|目标|指标|任务)+[^。；\n，]{{0,10}}(?:全部|均已?|圆满|全面|超额){_DONE}"
    rf"|[\u4e00-\u9fff]{{0,6}}(?:指标|目标|目标任务|任务)(?:值|任务)?(?:(?:件件|项项|条条|逐项|样样)(?:落地|落实|兑现|完成)[、，]?)?(?:已经?)?(?:均|都|全部|全数|全)已?{_DONE}(?:{_MORE}了?)?(?:{_VALUE})?"
    r"|(?:全面|全部|圆满|超额)完成了?(?:年初|年度|全年|各项|所有)[^。；\n，]{0,12}(?:目标|指标|任务)"
    r"|(?:目标|指标|任务)(?:完成率|达成率|达标率)(?:均?为|均?达到?)?\s*100\s*[%％]|100\s*[%％]完成了?(?:年度|各项|全部)"
    rf"|(?:指标|目标|任务)\s*\d{{1,3}}\s*[项个][，,](?:已经?)?(?:均|都|全部)+已?{_OR_MORE}{_VALUE}"
    rf"|(?:指标|目标|任务)(?:值|任务)?(?:已经?)?(?:均|都|全部)+已?{_OR_MORE}{_VALUE}"
    r"|(?:产出|效益|数量|质量|时效|成本|满意度)(?:类|方面)?(?:指标|目标|任务)(?:圆满|全面|全部|超额|顺利|高质量)+(?:完成|达标|实现|达成)"
    rf"|(?:各项|所有|全部)[\u4e00-\u9fff]{{0,6}}(?:指标|目标|任务)中?[，,]?(?:已经?)?(?:均|都|全部)已?{_OR_MORE}{_VALUE}"
    rf"|(?:各项|几项|所有|全部|每项|年度|年初)[^。；\n，]{{0,14}}(?:指标|目标|任务)[^。；\n，]{{0,6}}(?:一项不落|不打折扣|件件落实)[，、]?(?:全部|均已?|都)?{_DONE}"
    rf"|(?:各项|几项|所有|全部|每项|年度)[\u4e00-\u9fff]{{0,8}}(?:指标|目标|任务)(?:值)?(?:均|都|全部)已?(?:足额|超额|保质保量|达到或超过|达到并超过){{1,2}}(?:完成|了)?(?:{_VALUE})?"
    r"|(?:各项|所有|全部)[\u4e00-\u9fff]{0,6}(?:指标|目标|任务)(?:已经?)?(?:均|都|全部)已?(?:按照?|依照)(?:年初|年度|全年|预期|既定|设定|的)*"
    r"(?:目标|计划|要求|进度)(?:值|数)?(?:的)?(?:全部|圆满|如期|全面)?(?:完成|达到|实现|达成)"
    r"|每一?[项条](?:目标|指标|任务)?(?:全部|均|都)已?(?:完成|兑现|实现|达标|达到)了?"
    r"|(?:没有|无|未出现|不存在)(?:未达标|未完成|未达到目标)的?(?:指标|目标|任务)"
)
_ANCHOR: Final = re.compile(
    r"预期|(?:均|都|全部?|全数|全面|圆满|超额|顺利|高质量|一项不落|不打折扣|件件落实)[，、]?(?:已经?)?(?:全部|均|都)*已?"
    r"(?:足额|超额|保质保量|依照|[圆按如全顺完达实兑落])|100\s*[%％]|每一?[项条]|未达标|未完成|未达到目标"
)
_AROUND: Final = 100
_NOT_CLAIMED: Final = re.compile(r"(?:未|没有|尚未|是否|基本|确保|力争|为了?|争取|如|若|除)[^。；，\n]{0,10}$")
_REST: Final = re.compile(
    r"除[^。；\n]{2,40}?(?:以外|之外|外)[^。；\n]{0,8}(?:其[余他]|均|都|全部)|其[余他][^，。；\n]{0,8}(?:指标|目标|任务)"
)
_CONDITION: Final = re.compile(r"(?:预期|目标|指标|值)*的?[，,]?(?:得|计|则|加)")
_KINDS: Final = re.compile("产出|效益|数量|质量|时效|成本|满意度|社会|经济|生态|可持续|定量|定性|大部分|多数")
_OF_ONE: Final = re.compile(
    r"(?<!各)(?<!所有)(?<!全部)[\u4e00-\u9fff）]{2}\s{0,4}(?:分别)?(?:为|是|达到?|约)?\s{0,4}\d[\d,.]{0,15}\s{0,2}[%％\u4e00-\u9fff]{0,4}\s{0,2}[，,]\s{0,4}(?:已|均)?$"
)
"""用水户满意度 92.6%，达到预期目标: the claim is of the one figure right before it."""
_BY_NAME: Final = {"时效": re.compile("按期|按时|准时|及时[率性]|月底前|年底前|时限内")}
"""Goals whose own names say their kind, for tables that do not."""
_SORTED: Final = re.compile("(?:产出|效益|数量|质量|时效|成本|满意度)(?:类|指标)")
_BOTH: Final = re.compile(r"产出(?:类|指标|目标)*[和与及、]\s*(?:[项个\d])*效[益果](?:类|指标|目标)*")
_NO_RESULT: Final = re.compile("满意|执行率|预算|资金|成本|支出")
_AS_MANY: Final = re.compile(
    r"(?:绩效|年度)(?:指标|目标)\s*(\d{1,3})\s*[个项][，,](?:其中|已|实际|全部|截至年底)*(?:完成|达标|实现)\s*(\d{1,3})\s*[个项](?=[，,。；]|$)"
)
_NUMBERED: Final = re.compile(r"(\d{1,3})\s*(?:项|个)[\u4e00-\u9fff]{0,6}(?:指标|目标)")
_MISSED: Final = near(
    re.compile(r"(\d{1,3}|[一二两三四五六七八九十])\s*(?:项|个)(?:指标|目标)?(?:未达标|未完成|未达到|没有完成)"),
    "未达标|未完成|未达到|没有完成",
    60,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """Where success is claimed without reserve; `kind` names the goals it speaks of, empty for all."""

    span: Span
    kind: str
    goals: int = 0
    """How many goals are named with their kinds: 4项产出指标、2项效益指标."""

    results_only: bool = False
    """全部产出指标和效益指标: all but money, and what those who were asked say."""

    def covers(self, path: tuple[str, ...]) -> bool:
        if self.results_only and any(_NO_RESULT.search(name) for name in path):
            return False
        told = _BY_NAME.get(self.kind)
        if told is not None and not any(_SORTED.search(name) for name in path):
            return any(told.search(name) for name in path)
        return not self.kind or any(self.kind in name for name in path)


def claims_of(context: Context) -> Iterator[Claim]:
    """In the order of the text, outside tables."""
    text = context.document.text
    for match in matches_near(_CLAIM, _ANCHOR, text, _AROUND):
        reserved = _NOT_CLAIMED.search(text, max(0, match.start() - 14), match.start())
        conditional = _CONDITION.match(text, match.end())
        if (
            reserved is None
            and conditional is None
            and not _is_of_one(text, match)
            and not _is_rest(text, match.start())
            and context.table_at(match.start()) is None
        ):
            kinds = _KINDS.findall(text, max(0, match.start() - 8), match.end())
            whole = _BOTH.search(text, max(0, match.start() - 14), match.end()) is not None
            kind = kinds[-1] if kinds and not whole else ""
            yield Claim(match.span(), kind, _counted(text, match.start(), match.end()), whole)
    for match in _AS_MANY.finditer(text):
        if match[1] == match[2] and context.table_at(match.start()) is None:
            yield Claim(match.span(), "")


def _counted(text: str, start: int, end: int) -> int:
    clause = re.split(r"[，。；;\n]", text[max(0, start - 60) : end])[-1]
    return sum(int(number) for number in _NUMBERED.findall(clause))


def _is_of_one(text: str, claim: re.Match[str]) -> bool:
    """A claim without a subject of its own behind a figure speaks of that figure."""
    return claim[0].startswith(("达到", "实现", "超额", "圆满")) and (
        _OF_ONE.search(text, max(0, claim.start() - 40), claim.start()) is not None
    )


def _is_rest(text: str, start: int) -> bool:
    """除新建卫生室外，其余指标全部完成: what was missed is named before."""
    return _REST.search(text, max(0, start - 60), start + 6) is not None


def missed_said(context: Context) -> tuple[int, Span] | None:
    """“1项未达标”: how many goals the text says were missed, where it says so once."""
    found = list(_MISSED.finditer(context.document.text))
    if len(found) != 1 or context.table_at(found[0].start()) is not None:
        return None
    word = found[0][1]
    number = whole_number(word)
    return (number, found[0].span()) if number else None
