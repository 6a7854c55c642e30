"""Last year's year in one of several headings or sentences of one frame, of which all the others bear this year's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.wording.lines import MARKER, Line
from hengji.checks.relations.wording.years.left_years import REVIEWS, left_standing
from hengji.facts.relation import Relation

__all__ = ["find_sibling_years"]

_YEAR: Final = re.compile(r"(?<!\d)(20\d{2})\s*年度?(?!\s*\d{1,2}\s*月|\s*[-—~至到、和与及])")
_ANY_YEAR: Final = re.compile(r"(?<!\d)(20\d{2})\s*年")
_NUMERAL: Final = re.compile(r"[一二三四五六七八九十\d]+|[①-⑳]")
_PAST: Final = re.compile(
    r"回顾|结转|结余|上年|往年|以前|历年|累计|对比|比较|相比|变化|变动|计划|规划|打算|整改|审计|巡察|应用|遗留|延续|续建|跨年|考核结果|评价结果|反馈|下达|提前|清算|通知|办法|《"
)
_LOOKS_BACK: Final = re.compile(r"执行|决算|完成|总结|收支|实施|工作")
_NOT_ALONE: Final = re.compile(
    r"本年|今年|同期|上年同|年初结转|结转|历年|累计|以来|至今|截[至止]|审计|整改|提前|上一年度|下达|以前"
)
_SENTENCE: Final = re.compile(
    r"(?:^|(?<=[。；\n]))[ \u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*)?"
    r"(?:本部门|本单位|我[局委办部单][位门]?)?"
    r"(?P<year>20\d{2})年度?(?P<what>[^，。；：\d\n]{3,24}?)(?:为|是|共计?|合计|总计|总额)*[:：]?\d"
)
_OF_REVIEW: Final = re.compile(
    r"20\d{2}\s*年度?(?:部门|单位)?(?:整体支出|项目)?(?:年度)?绩效目标(?:的?(?:完成|实现|设定|设置)?情况)?$"
)
_LONGEST: Final = 50
_SIBLINGS, _SENTENCES = 2, 3  # that many of this year's make one of last year's odd
_BODY: Final = 300


@dataclass(frozen=True, slots=True)
class _Headed:
    """A numbered heading that names a year."""

    year: int
    start: int
    text: str
    line: int


def find_sibling_years(context: Context, lines: Sequence[Line], year: int) -> Iterator[Relation]:
    """*year* is the document's own; a title of two years looks back on purpose."""
    if len(set(_ANY_YEAR.findall(context.facts.title))) > 1:
        return
    yield from _headings(context, lines, year)
    yield from _sentences(context, year)


def _headings(context: Context, lines: Sequence[Line], year: int) -> Iterator[Relation]:
    styles: dict[str, list[_Headed]] = defaultdict(list)
    for index, line in enumerate(lines):
        named_year = "年" in line.text and not line.tabular and len(line.text) <= _LONGEST
        marker = MARKER.match(line.text) if named_year else None
        named = _YEAR.search(line.text) if marker is not None and line.text[-1] not in "。；" else None
        if marker is not None and named is not None and len(_ANY_YEAR.findall(line.text)) == 1:
            style = _NUMERAL.sub("#", re.sub(r"\s", "", marker[0]))
            styles[style].append(_Headed(int(named[1]), line.start + named.start(1), line.text.rstrip("：:"), index))
    for headed in styles.values():
        yield from (_alone(context, lines, one, year) for one in headed if _is_left_alone(context, lines, one, year))
        counted = Counter(one.year for one in headed)
        if counted[year] < _SIBLINGS or counted[year - 1] != 1 or len(counted) > 2:
            continue
        odd = next(one for one in headed if one.year == year - 1)
        ends = {one.text[-2:] for one in headed if one.year == year}
        if odd.text[-2:] in ends and not _on_purpose(context, lines, odd, year):
            certain = context.facts.kind in REVIEWS
            span = (odd.start, odd.start + 4)
            yield left_standing(context, span, year, "标题", "error" if certain else "suspicious")


def _is_left_alone(context: Context, lines: Sequence[Line], one: _Headed, year: int) -> bool:
    """三、2018年度绩效目标完成情况 in the review of 2019, which tells nothing else of that year's goals."""
    if one.year != year - 1 or context.facts.kind not in REVIEWS or _OF_REVIEW.search(one.text) is None:
        return False
    return not _on_purpose(context, lines, one, year) and context.document.text.count(f"{year - 1}年度绩效") == 1


def _alone(context: Context, lines: Sequence[Line], one: _Headed, year: int) -> Relation:
    return left_standing(context, (one.start, one.start + 4), year, "标题", "error")


def _on_purpose(context: Context, lines: Sequence[Line], odd: _Headed, year: int) -> bool:
    """Whether the heading speaks of the past, or what stands under it is of that year."""
    if _PAST.search(odd.text) or (context.facts.kind not in REVIEWS and _LOOKS_BACK.search(odd.text)):
        return True
    begin = lines[odd.line].end
    following = next(
        (line.start for line in lines[odd.line + 1 :] if MARKER.match(line.text)), len(context.document.text)
    )
    named = [int(found) for found in _ANY_YEAR.findall(context.document.text, begin, min(following, begin + _BODY))]
    return year - 1 in named and year not in named


def _sentences(context: Context, year: int) -> Iterator[Relation]:
    """2023年度公务接待费支出决算… among 2024年度…支出决算…"""
    flow = flowing(context)
    frames: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _SENTENCE.finditer(flow.text):
        frames[match["what"][-2:]].append(match)
    for told in frames.values():
        counted = Counter(int(match["year"]) for match in told)
        if counted[year] < _SENTENCES or counted[year - 1] != 1 or len(counted) > 2:
            continue
        odd = next(match for match in told if int(match["year"]) == year - 1)
        sentence = flow.sentence(odd.start("year"), odd.end())
        again = any(match["what"] == odd["what"] and match is not odd for match in told)
        alone = str(year) not in sentence and not _NOT_ALONE.search(sentence) and not _PAST.search(odd["what"])
        if not again and alone and context.table_at(flow.place(odd.start("year"))) is None:
            certain = context.facts.kind == "final_account"
            yield left_standing(
                context, flow.of(odd, "year"), year, f"“{odd['what'][:20]}”前", "error" if certain else "suspicious"
            )
