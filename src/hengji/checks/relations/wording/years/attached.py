"""Papers attached to a report, which bear its own year: 《…2021年度…评分表》（附件1） and 附件：2020年度…评分表."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hengji.checks.context import Context
from hengji.checks.relations.wording.lines import Line
from hengji.checks.relations.wording.years.left_years import OTHERS, REVIEWS, left_standing
from hengji.facts.relation import Relation, Verdict

__all__ = ["attachments", "titles"]

_YEAR = re.compile(r"(?<!\d)(20\d{2})(?=\s*年)")
_TITLE = re.compile(r"《([^《》\n]{4,80})》")
_OWN = re.compile(r"评价|自评|绩效目标|评分|指标体系|决算|预算|整体支出|绩效指标")
_OWN_FORM = re.compile(r"(?:表|报告|说明|体系)(?:（.{1,8}）)?$")
_ATTACHED_BEFORE = re.compile(r"(?:形成|编制|填报|填写|详见|附件\s*\d*\s*[:：]?|附表\s*\d*\s*[:：]?)[了的：:\s]*$")
_ATTACHED_AFTER = re.compile(r"\s*[（(]\s*(?:见|详见)?附[件表]")
_GOALS = re.compile(r"绩效目标(?:申报|批复|备案|设定)?表")
_FILED = re.compile("年初|备案|批复|申报|报送|编报|设定")
_AIMS = re.compile(r"[^，。；\n]{0,4}，[^，。；\n]{0,8}(?:当年|本年|年度|全年|整体|总体)[^，。；\n]{0,6}目标")
_EARLIER = re.compile("上年|去年|上一年|以前年度|与.{0,6}相比")
_REACH = 60
_ATTACHMENT = re.compile(r"^(?:附件|附表)\s*[\d一二三四五六七八九十]*\s*[:：.、]?\s*(?:\d\s*[.、．]\s*(?!\d))?")
_BELOW = re.compile(r"[（(]\s?20\d\d\s?年度?\s?[)）]")  # the year of a form in the line below its title
_NUMBERED = re.compile(r"(?:(?<=[:：\s\u3000])|^)\d{1,2}\s*[.、．](?=\D|20\d\d)")
_FELLOWS = 2  # other papers attached with the year of this one
_FORM = re.compile(
    r"[^，。；：《》\n]{4,40}(?:自评表|评分表|得分表|目标表|打分表)[（(]20\d\d\s*年度?[)）]"
    r"|[^，。；：《》\n\d]{0,24}20\d\d年度[^，。；：《》\n]{0,20}整体支出[^，。；：《》\n]{2,16}表"
)


def _single_year(text: str) -> re.Match[str] | None:
    years = list(_YEAR.finditer(text))
    return years[0] if len(years) == 1 else None


def titles(context: Context, year: int) -> Iterator[Relation]:
    """《…2021年度…评分表》（附件1） in a report of 2023."""
    text = context.document.text
    for match in _TITLE.finditer(text):
        named = _single_year(match[1])
        if named is None or int(named[1]) == year or OTHERS.search(match[1]):
            continue
        own = _OWN.search(match[1]) is not None and _OWN_FORM.search(match[1]) is not None
        attached = _ATTACHED_BEFORE.search(text, max(0, match.start() - 8), match.start()) or _ATTACHED_AFTER.match(
            text, match.end()
        )
        if own and (attached or _is_filed_goal(text, match)):
            start = match.start(1) + named.start()
            yield left_standing(
                context, (start, start + 4), year, "附表（附件）", _gravity(context, int(named[1]), year)
            )


def _is_filed_goal(text: str, title: re.Match[str]) -> bool:
    """年初报财政局备案的《2021年度绩效目标表》，我局当年的总体目标是…: the goals of the year under review."""
    begin = max(text.rfind(mark, max(0, title.start() - _REACH), title.start()) for mark in "，。；\n") + 1
    behind = text[title.end() : title.end() + _REACH]
    return bool(
        _GOALS.search(title[1]) and _FILED.search(text, begin, title.start()) and _AIMS.match(behind)
    ) and not _EARLIER.search(text[begin : title.start()] + re.split("[。\n]", behind)[0])


def _gravity(context: Context, named: int, year: int, attached: str = "") -> Verdict:
    """*attached* is the name of the paper; a budget has no reason to attach the last one."""
    plan = context.facts.kind == "budget" and named == year - 1 and re.search(r"预算", attached) is not None
    return "error" if (named < year and context.facts.kind in REVIEWS) or plan else "suspicious"


def attachments(context: Context, lines: Sequence[Line], year: int) -> Iterator[Relation]:
    """附件：2020年度…评分表 at the foot of a report of 2021; the title may stand in the line below 附表2, and one line
    may hold several: 附件：1.…2.…. Of 附表一, 附表二 … most of which have the paper's year, all have."""
    above, listed = "", ""  # the line above; and what is told of the list of annexes that runs on
    siblings = sum(_ATTACHMENT.match(line.text) is not None and str(year) in line.text for line in lines)
    for line in lines:
        attached = _ATTACHMENT.match(line.text)
        below = _BELOW.fullmatch(line.text.strip()) and above.endswith("表") and _OWN.search(above)
        follows = _NUMBERED.match(line.text.strip()) if listed else None
        dated = follows is not None and str(year) in listed and line.text.strip().endswith("表")
        listed = listed + line.text if attached or follows else ""
        head = below or attached or follows or _ATTACHMENT.fullmatch(above) or _FORM.fullmatch(line.text.strip())
        title_above, above = above, line.text.strip() or above
        if head is None or line.text[-1] in "。；":
            continue
        for start, title in _titles_in(line.text):
            named = _single_year(title)
            told = (attached is not None and siblings >= _FELLOWS) or dated
            own = bool(below) or _OWN.search(title) is not None or told
            plain = own and OTHERS.search(title) is None and "《" not in title and len(title) <= 60
            planned = _GOALS.search(title_above if below else title) is not None  # of the year that comes
            if named is not None and plain and int(named[1]) != year and not (planned and int(named[1]) == year + 1):
                at = line.start + start + named.start()
                verdict = _gravity(context, int(named[1]), year, title)
                sure = siblings >= _FELLOWS and int(named[1]) < year
                yield left_standing(context, (at, at + 4), year, "附件名称", "error" if sure else verdict)


def _titles_in(line: str) -> Iterator[tuple[int, str]]:
    """The titles of a line, each with where it begins: one, or those that 1. and 2. number."""
    starts = [match.start() for match in _NUMBERED.finditer(line)]
    bounds = [0, *starts[1:], len(line)] if len(starts) > 1 else [0, len(line)]
    yield from ((start, line[start:end]) for start, end in pairwise(bounds))
