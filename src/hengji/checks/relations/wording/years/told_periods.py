"""Last year's year in a sentence that speaks of this year: 对2022年度项目支出开展绩效自评, 2022年度无政府性基金收支.

Such sentences are copied from year to year and compare with nothing; a report of one year says them of that year. A
budget looks back on purpose, so there only what it plans itself is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.wording.years.left_years import left_standing
from hengji.facts.relation import Relation

__all__ = ["find_told_periods"]

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
_COMPARES = re.compile(
    r"上年|去年|同期|相比|较|比\s*20|历年|[-—~～、和与及]\s*20\d\d|20\d\d\s*年?度?\s*[-—~～至到]\s*20\d\d|以来|结转|审计|复核|整改"
)
_ASKED = re.compile(r"《[^《》\n]{0,60}$|通知|要求[对，]")
_NEAR = 24


def find_told_periods(context: Context, year: int) -> Iterator[Relation]:
    """Every such sentence of the year before; in a budget only those that say that nothing is planned."""
    patterns = {"final_account": (_REVIEWED, _NOTHING), "budget": (_NOTHING, _GOALS)}.get(context.facts.kind, ())
    text = context.document.text
    for pattern in patterns:
        for match in pattern.finditer(text):
            sentence = text[slice(*context.sentence_at(match.start("year")))]
            if int(match["year"]) != year - 1 or _COMPARES.search(sentence):
                continue
            if not _ASKED.search(text[max(0, match.start() - _NEAR) : match.start("year")]):
                start = match.start("year")
                what = re.sub(r"\s", "", match["what"]).strip("，")
                yield left_standing(context, (start, start + 4), year, f"“{what[:20]}”前", "error")
