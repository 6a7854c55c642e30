"""Last year's year in a sentence that speaks of this year: 对2022年度项目支出开展绩效自评, 2022年度无政府性基金收支.

Such sentences are copied from year to year and compare with nothing; a report of one year says them of that year. A
budget looks back on purpose, so there only what it plans itself is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.wording.years.left_years import left_standing
from hengji.facts.relation import Relation

__all__ = ["find_left_surveys", "find_told_periods"]

_OURS = r"(?:本部门|本单位|我部门|我单位|我[局委办院处会]|本[局委办院会])?"
_GAP = r"\s{0,20}+"  # possessive and bounded: a page of blank lines is looked through once
_BEGINS = rf"(?:^|(?<=[。；\n，：])){_GAP}(?:[（(]?[一二三四五六七八九十\d]{{1,3}}[)）、.．]{_GAP})?"
_REVIEWED = re.compile(
    rf"{_OURS}(?:组织)?对(?:本部门|本单位)?(?P<year>20\d{{2}})\s*年度?(?P<what>[^，。；\n《》]{{0,24}}?(?:项目支出|整体支出|预算项目|专项资金|项目资金))"
    r"[^，。；\n]{0,16}?(?:开展|进行|实施|组织)[^，。；\n]{0,8}(?:自\s*评|评\s*价)"
)
_NOTHING = re.compile(
    rf"{_BEGINS}{_OURS}{_GAP}(?P<year>20\d{{2}})\s*年度?(?P<what>\s*(?:我局|本部门|本单位)?(?:没有|无|未使用|未安排|未发生)"
    r"[^，。；\n]{0,8}(?:政府性基金|国有资本经营|因公出国|公务用车购置|外事接待|国（境）外))"
)
_GOALS = re.compile(
    rf"{_BEGINS}(?P<year>20\d{{2}})\s*年度?(?P<what>，?{_OURS}[^，。；\n\d]{{0,16}}"
    r"(?:实行|纳入|设置|编报|申报|编制|填报)了?(?:预算)?绩效目标)"
)
_SURVEYED = re.compile(
    r"(?<!\d)(?P<year>20\d{2})\s*年度?(?:\s*\d{1,2}\s*月)?(?P<what>[^。；：\n《》]{0,30}?(?:调查|访问|测评|民调|问卷|回访|评议))"
    r"[^。；\n]{0,80}?(?:满意|安全感|知晓率)[^。；\n]{0,40}?\d\s*[%％][^。；\n]{0,60}"
)
_REACHED = re.compile("(?:达到|达成|完成|高于|超过|实现|符合|优于)[^，。；]{0,12}(?:目标|指标|要求)")
_CARRIED_OUT = re.compile(
    r"(?:项目)?(?:实施|执行|评价|绩效)(?:期|期限|周期|时段|期间)(?:为|是|：|:)\s*(?P<year>20\d{2})\s*年(?P<what>\s*1\s*月(?:\s*1\s*日)?"
    r"\s*(?:至|到|—|－|-|~|～)\s*(?:(?P=year)\s*年\s*)?12\s*月)"
)
_CONCLUDED = re.compile(
    r"(?P<year>20\d{2})\s*年度?(?P<what>(?:部门)?(?:预算)?(?:整体支出|项目支出|整体绩效)(?:绩效)?[^，。；\d\n]{0,10}(?:得分|总分|评分))"
    r"(?:为|是|：|:)?\s*\d{2,3}(?:\.\d+)?\s*分"
)
_AIMED = re.compile(
    rf"{_BEGINS}(?P<year>20\d{{2}})\s*年度?(?P<what>，?{_OURS}的?(?:总体|年度|绩效|整体)(?:绩效)?目标)(?:是|为|：|:)"
)
_SOURCED = re.compile(
    r"(?:数据|数字|资料)[^，。；\n]{0,6}(?:取自|来自|来源于|出自|摘自)\s*(?P<year>20\d{2})\s*年度?"
    r"(?P<what>(?:部门|单位)?(?:决算|财务报表|账簿))"
)
_OTHERWISE = re.compile(
    "本年(?!度)|今年|当年|沿用|采用|参照|设计|提高|提升|上升|增加|因此|立项|由于|尚未|未开展|两年|三年|连续|暂|据此|奖|通报|核对|复核|核实"
)
_COMPARES = re.compile(
    r"上年|去年|同期|相比|较|比\s*20|历年|[-—~～、和与及]\s*20\d\d|20\d\d\s*年?度?\s*[-—~～至到]\s*20\d\d|以来|结转|审计|复核|整改"
)
_ASKED = re.compile(r"《[^《》\n]{0,60}$|通知|要求[对，]")
_NEAR = 24
_FOLLOWING = 80  # characters behind the sentence, in which the next one says what came of it
_EVALUATIONS = ("self_evaluation", "evaluation", "verification")
_YEARS = re.compile(r"20\d{2}")


def find_told_periods(context: Context, year: int) -> Iterator[Relation]:
    """Every such sentence of the year before; in a budget only those that say that nothing is planned."""
    patterns: tuple[re.Pattern[str], ...]
    patterns = {"final_account": (_REVIEWED, _NOTHING), "budget": (_NOTHING, _GOALS)}.get(context.facts.kind, ())
    if context.facts.kind in _EVALUATIONS and len(set(_YEARS.findall(context.facts.title))) == 1:
        patterns = (_CARRIED_OUT, _CONCLUDED, _AIMED, _SOURCED)
    text = context.document.text
    for pattern in patterns:
        for match in pattern.finditer(text):
            sentence = text[slice(*context.sentence_at(match.start("year")))]
            if int(match["year"]) != year - 1 or _COMPARES.search(sentence):
                continue
            if pattern is _CONCLUDED and str(year) in sentence.partition(match[0])[2]:
                continue  # what was scored then, and behind it what was scored in the paper's own year
            if not _ASKED.search(text[max(0, match.start() - _NEAR) : match.start("year")]):
                start = match.start("year")
                what = re.sub(r"\s", "", match["what"]).strip("，")
                yield left_standing(context, (start, start + 4), year, f"“{what[:20]}”前", "error")


def find_left_surveys(context: Context, year: int) -> Iterator[Relation]:
    """据2023年电话访问结果，满意率…，达到年度目标 in the report on 2024: this year's goal is not met by last year's
    answers."""
    if context.facts.kind not in _EVALUATIONS or len(set(_YEARS.findall(context.facts.title))) != 1:
        return
    flow = flowing(context)
    for match in _SURVEYED.finditer(flow.text):
        if int(match["year"]) != year - 1:
            continue
        sentence = flow.sentence(match.start(), match.end())
        following = re.split("[。\n]", flow.text[match.end() : match.end() + _FOLLOWING])
        told = re.sub("比?较为?(?=满意|安全)", "", sentence + "。".join(following[:2]))
        apart = str(year) in told or _COMPARES.search(told) or _OTHERWISE.search(told)
        if _REACHED.search(told) and not apart:
            what = re.sub(r"\s", "", match["what"])
            yield left_standing(context, flow.of(match, "year"), year, f"“{what[-20:]}”前", "error")
