"""The conclusion of an evaluation: the total, and the grade that it is given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.tables.amounts import Amount

__all__ = ["GRADES", "Conclusion", "conclusions", "owner_before"]

GRADES: Final = {
    "优秀": "优", "优": "优", "良好": "良", "良": "良", "中等": "中", "中": "中", "合格": "中", "一般": "中",
    "较差": "差", "差": "差", "低": "低", "不合格": "差",
}  # fmt: skip
_WORDS: Final = "|".join(sorted(GRADES, key=len, reverse=True))
_QUOTE: Final = r"(?:[“\"‘'「《【]\s*)?"
_CLOSE: Final = r"(?:\s*[”\"’'」》】])?"
_TOTAL: Final = re.compile(
    r"(?:总得?分|总评分|(?:综合|评价|自评|核查|最终|平均|考评|评定|复核|绩效)(?:结果|平均|综合|最终|总|评价)?(?:得分|评分|分数|总分)"
    r"|(?:绩效|自评|综合)?(?:评价|自评)结果(?=[为是：:])|得分|(?:合计|总计|加总|相加)得?)\s*(?:合计|为|是|[:：])?\s*(\d{1,3}(?:\.\d{1,4})?)\s*分"
    r"(?!\s*(?:[（(]不?含[^（）()\n]{0,4}[)）])?\s*及?以[上下])"
)
_TOLD: Final = re.compile(
    r"(?:20\d\d年度|整体支出|项目支出|支出绩效|专项资金|综上|汇总|相加|加总|合计|总计|总分|经自评|经打分|经评价)"
    r"[^。；;\d\n]{0,24}(?:(?:自评|评价|评得|得)分?(?:得|为)?|相加|加总|合计|总计)\s*(\d{2,3}(?:\.\d{1,4})?)\s*分(?![^。；;\n]{0,4}满分)"
)
"""经汇总，学校整体支出绩效自评 96.71 分: no word of a total or a result stands before the figure."""
_OF_THE_WHOLE: Final = re.compile("整体支出|项目支出|综上|以上|经自评")
_GRADE: Final = re.compile(
    rf"(?:等级|等次|级次|档次|级别|评级|评定结果|评价结果|评价结论|结果|绩效)(?:评定|认定|确定|结果)?(?:等级)?\s*(?:\s*(?:为|是|评为|属于|[:：])\s*|(?=[“\"「《【]))"
    rf"{_QUOTE}({_WORDS}){_CLOSE}(?![\u4e00-\u9fff])|(?:属于|(?<!可)(?<!才能)评定?为)\s*{_QUOTE}({_WORDS}){_CLOSE}(?:等?级|等次|档|$|[。，,；;、\s])"
)
_BESIDE: Final = re.compile(
    rf"{_QUOTE}(?<![\u4e00-\u9fff])({_WORDS}){_CLOSE}\s*[（(]\s*(\d{{1,3}}(?:\.\d{{1,4}})?)\s*分\s*[)）]"
)
_WHOLE: Final = re.compile("总(?!计)|综合|评价|自评|评定|绩效|考评")
_ELSEWHERE: Final = re.compile("考核|满意度|问卷|测评|一级|二级|三级|产出|效益|指标")
_NEAR: Final = 22
_AHEAD: Final = 60
_FULL: Final = 100
_REACH: Final = 600  # characters of one sentence between a total and its grade: lines without stops are one sentence
_LAST_YEAR: Final = re.compile(
    r"(?:上一?年度?|去年|前一年)(?:的|部门|项目|整体|绩效|单位)*(?:自评|评价|综合|得分|总)[^，。；]{0,12}$"
)
_CONVERTED: Final = re.compile("折算|换算|折合|调整后")
_OWNERS: Final = re.compile("自评|核查|复核|复评|抽查|核定|审定|评审|评价")
_STOPS: Final = "，。；;\n"
_ENDS: Final = "。！？\n"
_PART: Final = re.compile(r"(?:分值|满分|权重)\s*(?:为|是)?\s*\d|指标(?:总共|共)?得分|[本该]项(?!目|资金|工作)")


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A total with the grade that stands with it; `own` says whether it is the department's own."""

    total: Amount
    grade: str
    grade_span: Span | None
    own: bool


def conclusions(context: Context) -> tuple[Conclusion, ...]:
    """Totals of the whole evaluation in the order of the text; those of single indicators are left out."""
    return context.once(conclusions, lambda: _of_this_year(context, list(_conclusions(context))))


def _of_this_year(context: Context, found: Sequence[Conclusion]) -> tuple[Conclusion, ...]:
    """Without those of a year that the paper is not on, unless there are no others: the year may be what is wrong."""
    text = context.document.text
    others = [one for one in found if _is_of_another_year(context, text[: one.total.cell.start][-_AHEAD:])]
    return tuple(one for one in found if one not in others or len(others) == len(found))


def _conclusions(context: Context) -> Iterator[Conclusion]:
    flow = flowing(context)
    text = flow.text
    for match in _BESIDE.finditer(text):
        total = amount_at(context, *flow.of(match, 2))
        if total is not None and total.value > 20:
            yield Conclusion(total, GRADES[match[1]], flow.of(match, 1), False)
    seen: set[int] = set()
    for match in (*_TOTAL.finditer(text), *_TOLD.finditer(text)):
        line = text.rfind("\n", 0, match.start())
        clause_start = max(line, *(text.rfind(stop, line + 1, match.start()) for stop in "。；;"))
        part = None if match[0].startswith(("总", "自评总")) else _PART.search(text, clause_start + 1, match.end())
        if match.start(1) in seen or part is not None or context.table_at(flow.place(match.start())) is not None:
            continue
        seen.add(match.start(1))
        total = amount_at(context, *flow.of(match, 1))
        if total is None or not 20 < total.value <= 120:
            continue
        grade, span = _grade(flow, match)
        if total.value == _FULL and "得" not in match[0] and not grade:
            continue  # 评价总分100分: what can be had
        clause = text[clause_start + 1 : match.end()]
        if not _LAST_YEAR.search(clause) and (grade or _is_of_the_whole(match, clause)):
            yield Conclusion(total, grade, span, "自评" in clause and "核查" not in clause)


def _is_of_the_whole(match: re.Match[str], clause: str) -> bool:
    """Whether the words alone, where no grade stands with the total, say that it is no part's."""
    elsewhere = _ELSEWHERE.search(re.split("[，,、]", clause)[-1][-_NEAR:])
    words = _OF_THE_WHOLE if match.re is _TOLD else _WHOLE
    return words.search(match[0]) is not None and elsewhere is None


def _is_of_another_year(context: Context, before: str) -> bool:
    """2022年度自评得 94.35 分, in the paper on 2023."""
    clause = re.split("[，。；;\n]", before)[-1]
    years = re.findall(r"(20\d\d)年", clause)
    return bool(years) and str(context.facts.year or years[-1]) not in years


def _grade(flow: Flowing, match: re.Match[str]) -> tuple[str, Span | None]:
    """The grade in the same sentence, behind the total or right before it."""
    text = flow.text
    low, high = max(0, match.start() - _REACH), min(len(text), match.end() + _REACH)
    start = max(low, *(text.rfind(stop, low, match.start()) + 1 for stop in _ENDS))
    end = min(high, *(at for stop in _ENDS if (at := text.find(stop, match.end(), high)) >= 0), high)
    owner = owner_before(text, start, match.end())
    behind = _ofowner_before(text, list(_GRADE.finditer(text, match.end(), end)), owner, match.end())
    nearer = _TOTAL.search(text, match.end(), behind.start()) if behind is not None else None
    if nearer is not None and (_CONVERTED.search(text, match.end(), nearer.end()) or _is_others(text, nearer, owner)):
        said = owner_before(text, _clause(text, behind.start()), behind.end()) if behind is not None else ""
        if not owner or said != owner:
            return "", None
    found = behind or _GRADE.search(text, start, match.start())
    if found is None:
        return "", None
    group = 1 if found[1] else 2
    return GRADES[found[group]], flow.of(found, group)


def _clause(text: str, at: int) -> int:
    return max(text.rfind(stop, 0, at) for stop in _STOPS) + 1


def owner_before(text: str, start: int, end: int) -> str:
    """Whose figure the clause before *end* speaks of: 自评, 核查, 复核 …"""
    clause = max(text.rfind(stop, max(0, end - _NEAR), end) for stop in "，。；") + 1  # a page may break its lines
    found = _OWNERS.findall(text, max(start, clause, end - _NEAR), end)
    return found[-1] if found else ""


def _ofowner_before(text: str, grades: list[re.Match[str]], owner: str, start: int) -> re.Match[str] | None:
    """The first of *grades*, or where each names its owner (自评等级为优，核查等级为良) the one of *owner*."""
    for grade in grades if owner else ():
        if owner_before(text, max(start, _clause(text, grade.start())), grade.end()) == owner:
            return grade
    return grades[0] if grades else None


def _is_others(text: str, nearer: re.Match[str], owner: str) -> bool:
    """Whether the total between is another evaluator's, whose grade it then is that follows."""
    other = owner_before(text, 0, nearer.end())
    return bool(other) and bool(owner) and other != owner
