"""Last year's year in sentences that can only speak of this one: 2022年收入…。2021年支出…, 至2022年底…执行率.

What a sentence compares, sums up over years or grants ahead of time is of another year on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.wording.years.left_years import REVIEWS, left_standing
from hengji.facts.relation import Relation, Verdict

__all__ = ["find_left_sentences"]

_N: Final = r"\d[\d,]{0,15}(?:\.\d{1,6})?\s?(?:万元|亿元|元)"
_SPENT: Final = re.compile(
    rf"(?P<this>20\d\d)\s?年度?[^，。；\d\n]{{0,12}}收入[^，。；\d\n]{{0,8}}{_N}(?:(?!支出)[^\n]){{0,160}}?[。；]\s?"
    rf"(?P<year>20\d\d)\s?年度?(?P<what>[^，。；\d\n]{{0,10}}支出)[^，。；\d\n]{{0,8}}{_N}(?P<rest>[^。\n]{{0,120}})"
)
_HANDED_DOWN: Final = re.compile(
    r"《[^《》\n]{0,30}下达[^《》\n\d]{0,12}(?P<this>20\d\d)\s?年[^《》\n]{2,50}》\s?[（(]?[^，。；\n）)]{0,24}[）)]?\s?(?:要求|精神|文件)?\s?[，,]\s?"
    r"(?P<year>20\d\d)\s?年(?P<what>(?:中央|省级?|市级?|财政部|省财政厅|市财政局|上级)[^，。；\n]{0,6}下达)(?P<rest>[^。\n]{0,80})"
)
_GOAL: Final = re.compile(
    r"(?:^|(?<=[。；\n]))\s{0,9}(?P<year>20\d\d)\s?年度?[，,]?(?P<what>[^，。；：\n\d]{0,16}"
    r"(?:绩效(?:总体)?|总体|整体|年度)目标)(?:如下|是|为|：|:)(?P<rest>[^。\n]{0,80})"
)
_PLAN: Final = re.compile(
    r"(?:制[定订]|拟定|编制)了?(?:并(?:印发|实施|落实|下发))?《(?P<year>20\d\d)\s?年度?(?P<what>[^《》\n\d]{2,30}(?:计划|要点))》(?P<rest>[^。\n]{0,20})"
)
_BY_THE_END: Final = re.compile(
    r"(?:截[至止]到?|至|到)\s?(?P<year>20\d\d)\s?年\s?(?:年?[底末]|12\s?月\s?(?:31\s?日|[底末])?)[，,]?"
    r"(?P<what>[^，。；\n\d]{0,16}(?:执行(?:金额|数|率|进度)|支出进度|预算执行|实际执行))[^，。；\n]{0,10}\d(?P<rest>[^。\n]{0,60})"
)
_INCLUDED: Final = re.compile(
    r"纳入本(?:部门|单位|级|乡|镇|街道|局|校|院)?(?:汇总)?\s?(?P<year>20\d\d)\s?年度?(?P<what>(?:部门|单位|汇总)?(?:决算|预算)(?:编制|汇编|编报|公开))(?P<rest>[^。\n]{0,30})"
)
_HEADED: Final = re.compile(
    r"(?:总体|收入|支出|收支)情况[。：:.、]?\s?(?P<year>20\d\d)\s?年度?(?P<what>(?:本年)?(?:收入|支出)(?:总计|合计))(?P<rest>[^。\n]{0,30})"
)
_RESULT: Final = re.compile(
    r"(?P<year>20\d\d)\s?年度?(?P<what>[^，。；：\n\d]{0,24}绩效(?:自评|评价)(?:综合|最终|总)?(?:得分|评分|结果|等级))"
    r"(?:为|是|：|评定?为|达)?\s?(?:\d{2,3}(?:\.\d{1,2})?\s?分|[“\"]?[优良中差])(?P<rest>[^。\n]{0,60})"
)
_PREDICATES: Final = re.compile(r"上年|去年|较|比|同期|结转|历年|累计|提前|以前|往年|两年|三年|跨年|续建|基期")
_FINISHES: Final = re.compile(r"修订|完善|总结|回顾|下一?年")


def find_left_sentences(context: Context, year: int) -> Iterator[Relation]:
    """Each sentence of the year before in a paper of *year*."""
    flow, kind = flowing(context), context.facts.kind
    if len(set(re.findall(r"20\d\d", context.facts.title))) > 1:
        return  # a paper of two years looks back on purpose
    for pattern in (_SPENT, _HANDED_DOWN, _GOAL, _PLAN, _BY_THE_END, _INCLUDED, _HEADED, _RESULT):
        if pattern in (_GOAL, _BY_THE_END, _RESULT) and kind not in REVIEWS:
            continue
        if pattern is _PLAN and kind not in (*REVIEWS, "goal_table", "budget"):
            continue
        for match in pattern.finditer(flow.text):
            named = match.groupdict()
            if int(match["year"]) != year - 1 or named.get("this", str(year)) != str(year):
                continue
            rest = match["rest"].replace("结转", "") if pattern is _SPENT else match["rest"]
            sentence = (
                flow.sentence(match.start("year"), match.end()) if pattern is not _SPENT else match["what"] + rest
            )
            before = sentence.partition(match["year"])[0] if pattern in (_BY_THE_END, _RESULT) else ""
            if _PREDICATES.search(before + match["what"] + rest) or str(year) in rest:
                continue
            if pattern is _PLAN and _FINISHES.search(sentence):
                continue
            verdict: Verdict = "suspicious" if pattern is _PLAN and kind == "evaluation" else "error"
            yield left_standing(context, flow.of(match, "year"), year, f"“{match['what'][-16:]}”前", verdict)
