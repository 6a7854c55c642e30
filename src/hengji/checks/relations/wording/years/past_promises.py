"""Last year's text left standing where a report looks ahead or says what it is made from: 力争2022年新增两处 among the
measures of the report on 2023; 根据《关于开展2022年度绩效自评工作的通知》 and 数据取自2022年度决算 in the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.years.left_deadlines import Headings
from hengji.checks.relations.wording.years.left_years import REVIEWS, left_standing
from hengji.facts.relation import Relation

__all__ = ["find_past_promises"]

_AHEAD: Final = re.compile(r"措施|打算|建议|下一步|下步|改进|整改|对策|意见|应用|努力方向|展望")
_WILL: Final = re.compile(
    r"(?:力争|争取|拟|将|打算|准备|确保|预计|计划|申请|逐步|尽快)(?:[^，。；《》\n\d]{0,8}?)(?P<year>20\d\d)\s?年(?P<then>度?起?)"
)
_CARRIED: Final = re.compile(
    r"(?:结余|剩余|未使用|未支出)[^，。；《》\n]{0,16}?结转(?:到|至)?(?P<year>20\d\d)\s?年[^，。；\n]{0,8}(?:使用|支出|支付)"
)
_EARLIER: Final = re.compile("上年|去年|以前|年初|20")
_DONE: Final = re.compile(
    r"已|曾|原[定计]|上年|去年|根据|按照|结余|结转|遗留|未能|没有|批复|印发|截至|[对把][^，。；]{0,6}$|未完成|欠"
)
_NOTICE: Final = re.compile(
    r"《[^《》\n]{0,24}?关于(?:做好|开展|组织|进行|认真做好|组织开展|布置)[^《》\n\d]{0,14}(?P<year>20\d\d)\s?年度?[^《》\n\d]{0,24}(?:自评|评价)[^《》\n]{0,16}通知》"
    r"\s?[（(]?[^（）()\n\d]{0,12}[〔\[［(（【](?P<issued>20\d\d)[〕\]］)）】]"
)
_SOURCE: Final = re.compile(
    r"(?:数据|数字|资料|数)(?:均|都|全部|主要)?(?:取自|来自|来源于|出自|摘自|依据的?是?|源自)[^，。；《》\n\d]{0,10}(?P<year>20\d\d)\s?年度?(?:部门|单位)?(?:决算|预算|账|报表|统计|执行)"
)
_OUT: Final = re.compile(
    r"(?P<year>20\d\d)\s?年度(?:部门|单位|本部门|项目)?(?:整体)?(?:支出)?(?:绩效)?(?:自评|评价|自评价)(?:报告|结果|表|情况)[^，。；《》\n]{0,16}(?:将|拟|计划|已按要求)?(?:于|在)[^，。；\n]{0,14}(?:公开|公示|报送|上报|公布)"
)
_ALONG: Final = re.compile(
    r"(?:自评|评价)[^。；\n]{0,50}?(?:随|与|同|连同)(?:本部门|本单位)?(?P<year>20\d\d)\s?年度?(?:本?部门|单位|本级)?决算"
    r"[^，。；\n]{0,6}(?:一并|一起|一同|同步|同时)[^，。；\n]{0,16}(?:公开|公示|公布|报送)"
)
_PUBLISHED: Final = "要公开的材料"
_YEAR_OF: Final = re.compile(r"(?:^|\n)[ \t\u3000]*(?P<year>20\d\d)\s?年是[^，。；\n]{2,30}之年")
_GOALS: Final = re.compile(r"目标|重点工作|概况|基本情况")
_COMPARED: Final = re.compile(r"上年|去年|对比|比较|同期|以前年度")


def find_past_promises(context: Context, year: int) -> Iterator[Relation]:
    """Relations of kind ``year``, errors all, in a report on *year*."""
    if context.facts.kind not in REVIEWS:
        return
    flow = flowing(context)
    heads = Headings(flow.text)
    for match in _WILL.finditer(flow.text):
        clause = re.split("[，。；\n]", flow.text[max(0, match.start() - 30) : match.start()])[-1]
        ahead = _AHEAD.search(heads.over(match.start())) and context.table_at(flow.place(match.start())) is None
        past = int(match["year"]) < year or (int(match["year"]) == year and match["then"].endswith("起"))
        if past and int(match["year"]) >= year - 3 and ahead and not _DONE.search(clause + match[0]):
            yield _promised(context, flow.of(match, "year"), year, match[0])
    yield from _carried(context, flow, heads, year)
    yield from _made_from(context, flow, year)


def _carried(context: Context, flow: Flowing, heads: Headings, year: int) -> Iterator[Relation]:
    """结余的7.00万元结转2022年上半年使用完毕, among the measures of the report on 2022."""
    for match in _CARRIED.finditer(flow.text):
        own = int(match["year"]) == year and not _EARLIER.search(match[0].replace(match["year"], ""))
        if own and _AHEAD.search(heads.over(match.start())):
            yield _promised(context, flow.of(match, "year"), year, match[0])


def _made_from(context: Context, flow: Flowing, year: int) -> Iterator[Relation]:
    """What the report is made from, and what its goals begin with."""
    for pattern, what in (
        (_NOTICE, "布置本次评价的通知"),
        (_SOURCE, "数据来源"),
        (_OUT, _PUBLISHED),
        (_ALONG, _PUBLISHED),
    ):
        for match in pattern.finditer(flow.text):
            sentence = flow.sentence(*match.span())
            if pattern is _NOTICE and int(match["issued"]) != year + 1:
                continue  # 〔2023〕2号 asked for the evaluation of 2022
            if year - 2 <= int(match["year"]) < year and not _COMPARED.search(sentence):
                yield left_standing(context, flow.of(match, "year"), year, what, "error")
    for match in _YEAR_OF.finditer(flow.text):
        if int(match["year"]) == year - 1 and _GOALS.search(_heading(flow.text, match.start())):
            yield left_standing(context, flow.of(match, "year"), year, "本年目标的开头", "error")


def _promised(context: Context, span: tuple[int, int], year: int, told: str) -> Relation:
    message = f"材料说的是{year}年度，打算要做的事却写“{told}”，那时已经过去，像是沿用了以前的文本。请核对年份。"
    return slip(
        context,
        [span],
        "error",
        message,
        rule="打算要做的事在评价年度之后",
        expected=f"{year + 1}年或以后",
        severity="high",
        kind="year",
    )


def _heading(text: str, at: int) -> str:
    """The last line before that is not blank."""
    lines = [line.strip() for line in text[max(0, at - 120) : at].split("\n") if line.strip()]
    return lines[-1] if lines and len(lines[-1]) < 40 else ""
