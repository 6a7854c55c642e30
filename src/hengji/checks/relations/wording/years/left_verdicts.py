"""评价小组认为，2021年度市体育局能够合理安排支出，较好地完成了…重点工作 in the report on 2022.

What is concluded of the body as a whole is of the paper's own year.

The words differ from clerk to clerk, so their kinds are counted: what was done, how well, with what effect, what lacks.
Single events of the year before (获评, 整改, 立项), comparisons and sentences that name this year too are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.wording.years.left_years import REVIEWS, left_standing
from hengji.facts.relation import Relation

__all__ = ["find_left_verdicts"]

_KINDS: Final = tuple(
    re.compile(kind)
    for kind in (
        "良好|优良|较好|(?:总体|整体)(?:较|很)?[好优]",
        "(?:完成|实现|达到|达成|达标)(?!率)",
        "规范|合理|健全|科学|清晰|符合|有力|严格|有序|精准",
        "显著|明显|成效|效益|满意度|稳步|提升",
        "围绕|履行|履职|尽责|职责|认真|落实|坚持|兜牢|服务大局",
        "，但|存在|不足|不够|有待|还需|建议",
    )
)
_CONCLUDES: Final = re.compile(
    r"(?:认为|总[的体]来?[看说讲]|总体上?看?|综上(?:所述)?|综合(?:来看|分析|评价|评定)?|(?:通过|经过?|从)[^，。\n]{2,24}"
    r"|结论|意见|一致|评价(?:为|：))[^，。；\n]{0,6}[，：:\s|]{0,3}(?:[^，。；\n\d]{0,14}[^，。；\n\d至、和与较比])?$"
)
_OTHERWISE: Final = re.compile(
    r"上年|去年|往年|历年|以前|此前|曾|当时|同期|[较比](?!好|为|高|快|强|完|大)|相比|结转|以来|起[，至]|获|荣|被评|授予|表彰|通报"
    r"|整改|指出|提出的|考核|审计|巡察|启动|印发|出台|立项|开工|签订|成立|挂牌|计划|规划|预计|将"
)
_PAST: Final = re.compile("背景|历史|沿革|以往|上年|整改|回顾")
_BEHIND: Final = re.compile(r"\s?年(?!\s?(?:\d|末|底|初|以|来|起|[-—~～至到、和与]))(?:度|全年)?")
_LEAST, _ALONE = 2, 3  # kinds of words of a verdict that is announced as one, and of one that is not
_LINE_START: Final = re.compile(r"(?:^|[|\t])[\s\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])?\s*$")
_FAR: Final = 400
_TITLE: Final = 60  # characters of a heading


def find_left_verdicts(context: Context, year: int) -> Iterator[Relation]:
    """Relations of kind ``year``, errors all, in papers that look back on one year."""
    if context.facts.kind not in REVIEWS or len(set(re.findall(r"20\d\d", context.facts.title))) > 1:
        return
    flow, body = flowing(context), _of_the_body(context)
    for match in re.finditer(rf"(?<![\d〔\[（(《、—-]){year - 1}", flow.text):
        if _BEHIND.match(flow.text, match.end()) is None:
            continue
        start, end = _sentence(flow.text, match.start(), match.end())
        before, rest = flow.text[start : match.start()], flow.text[match.end() : end]
        if before.count("《") > before.count("》") or re.search(r"20\d\d", before + rest):
            continue
        if _OTHERWISE.search(before + rest) or not body.search(before + rest):
            continue
        kinds = sum(kind.search(rest) is not None for kind in _KINDS)
        announced = _CONCLUDES.search(before) is not None
        opening = _LINE_START.search(before) is not None or body.fullmatch(before.strip()) is not None
        enough = _LEAST if announced else _ALONE if opening else len(_KINDS) + 1
        if kinds < enough or (not announced and re.search(r"\d", rest)) or _is_past(flow.text, start):
            continue
        yield left_standing(context, flow.of(match), year, "对本年度工作的总体评价", "error")


def _of_the_body(context: Context) -> re.Pattern[str]:
    """The body that the paper is about, by its name's last characters or as the paper calls it."""
    name = context.facts.organisation[-3:]
    named = f"{re.escape(name)}|" if len(name) > 2 else ""
    return re.compile(
        rf"{named}我[局委办院处会校馆站镇乡县区市队所中厅]|(?:该|本|我)(?:单位|部门|项目|中心|街道)|各单位|(?:部门|单位|项目|整体)支出|资金使用"
    )


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or the cell of a table that holds a stretch of *text*."""
    low, high = max(0, start - _FAR), min(len(text), end + _FAR)
    first = max(max(text.rfind(stop, low, start) for stop in "。！？\n") + 1, low)
    stops = [found for stop in "。！？\n\t|" if (found := text.find(stop, end, high)) >= 0]
    return first, min(stops, default=high)


def _is_past(text: str, start: int) -> bool:
    """Whether the heading above tells of what was before."""
    above = [line for line in text[max(0, start - _FAR) : start].split("\n") if line.strip()]
    headings = [line for line in above if len(line) <= _TITLE and "。" not in line]
    return bool(headings) and _PAST.search(headings[-1]) is not None
